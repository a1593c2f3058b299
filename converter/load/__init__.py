"""Reads anyone's report: bytes of xBRL-JSON, xBRL-CSV, XBRL 2.1, inline XBRL or a package -> `Report` and structural findings."""

from converter.load.entrance import load
from converter.load.loaded import Loaded

__all__ = ["Loaded", "load"]
