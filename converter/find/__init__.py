"""Where financial statements hide: a filing in, what it states out. No concepts here, no XBRL."""

from converter.find.finding import FindOptions, find

__all__ = ["FindOptions", "find"]
