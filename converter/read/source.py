"""A document's text and where it begins in the file."""

from __future__ import annotations

from msgspec import Struct


class Source(Struct, frozen=True):
    """``first_line`` is the line of the file (from 1) on which ``text`` begins; ``index`` the document's number (from 0)."""

    index: int
    text: str
    first_line: int = 1
