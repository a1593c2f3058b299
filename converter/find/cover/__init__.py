"""Cover page and header: a filing in, `CoverItem`s out. Item names are this package's own; `map` knows the dei concepts."""

from converter.find.cover.finding import find_cover

__all__ = ["find_cover"]
