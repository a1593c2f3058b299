"""A line of text on its way from a table region to a row, and the pieces between its gaps."""

from __future__ import annotations

from msgspec import Struct

from converter.model import Number


class TextLine(Struct, frozen=True):
    """A line of a table region: raw text, its line number in the file, its class, and what precedes it.

    ``printed`` is what the file has where ``raw`` was mended, character for character. ``cut`` is the width at which the file goes on in
    the next line, 0 where it does not."""

    raw: str
    line: int
    kind: int
    blank_before: bool
    page_break: bool
    printed: str = ""
    cut: int = 0


class Piece(Struct):
    """Characters ``left`` to ``right`` of the expanded line."""

    text: str
    left: int
    right: int
    number: Number | None = None
