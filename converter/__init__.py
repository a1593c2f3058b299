"""filing2xbrl: legacy company filings in, XBRL out that an independent processor accepts, every number traceable to its characters.

The public face: `convert`, `read_corrections`, `validate`, `Conversion`, `Report`. They are loaded on first use, so that ``--help``
imports nothing heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from converter.version import __version__

if TYPE_CHECKING:
    from converter.map.corrections import read_corrections
    from converter.model import Report
    from converter.pipeline import Conversion, convert
    from converter.validation import validate

__all__ = ["Conversion", "Report", "__version__", "convert", "read_corrections", "validate"]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    if name == "Report":
        from converter.model import Report

        return Report
    if name == "read_corrections":
        from converter.map.corrections import read_corrections

        return read_corrections
    if name == "validate":
        from converter.validation import validate

        return validate
    if name in ("Conversion", "convert"):
        from converter import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'converter' has no attribute {name!r}")
