"""A stretch of lines that may be a statement, and the lines that can be heads of its columns."""

from __future__ import annotations

import re

from msgspec import Struct, field

from converter.find.statements.lines.line import Line, is_year
from converter.grammar.currencies import is_currency
from converter.grammar.periods import read_head
from converter.grammar.scales import scale_alone
from converter.model import Cell, StatementKind
from converter.patterns import regex

_COUNTED = regex(r"\bfor\s+the\s+(\d{1,2})\b|\b(\d{1,2})\s+(?:weeks?|months?)\b", re.IGNORECASE)

_MARK = regex(r"(?P<of>.{0,20}?)\s?\(\d\)")
_OF_NOTES = regex(r"(?:\s*\(?(?:(?:as\s+)?restated\W{1,3})?(?:see\s+)?notes?\s+\d{1,2}\)?)+\s*", re.IGNORECASE)
"""What stands over columns: "SEE NOTE 13     SEE NOTE 13"."""
_SAID_OF_COLUMNS = regex(r"\(?(?:un)?audited\)?|\(?(?:as\s+)?restated\)?|\(note\b.{0,12}", re.IGNORECASE)


class Segment(Struct):
    """``title`` and ``captions`` are the lines above the heads; ``heads`` stand above the first row; ``rows`` are what follows."""

    title: Line | None
    kind: StatementKind | None
    rival: str
    lead: str = ""
    """The lines right before the title: a scale may stand there for all statements that follow."""
    captions: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    above: int = 0
    """So many of the heads stand above the title."""
    after_notes: bool = False
    continues: bool = False
    index: int = 0

    @property
    def figured(self) -> int:
        """The rows with figures."""
        return sum(1 for row in self.rows if row.has_figures)

    @property
    def caption_text(self) -> str:
        return " ; ".join(line.text for line in self.captions if line.text)


def is_head(line: Line) -> bool:
    """Whether a line with figures is a head: all its figures are years or days of dates."""
    told = False
    for cell in line.cells:
        number = cell.number
        if number is not None and not number.dash:
            if not (is_year(number) or _is_day(cell, line)):
                return False
            told = True
    return told


def holds_marks(line: Line) -> bool:
    """Whether a line has no figures but the marks or numbers of notes, beside words of heads or behind a currency: "(unaudited)   (1)",
    "RMB   US$ (1)"; or is a scale in figures: "($1,000)"."""
    if _OF_NOTES.fullmatch(line.text) or (len(line.cells) == 1 and scale_alone(line.text)):
        return True
    return all(_is_mark(cell.text) if cell.number is not None else _heads_column(cell.text) for cell in line.cells)


def _is_mark(text: str) -> bool:
    match = _MARK.fullmatch(text)
    return match is not None and (not match["of"] or is_currency(match["of"]))


def _heads_column(text: str) -> bool:
    return _SAID_OF_COLUMNS.fullmatch(text) is not None or not read_head(text).is_empty or is_currency(text)


def _is_day(cell: Cell, line: Line) -> bool:
    """``31,`` behind ``March``, ``13`` before ``Weeks``: a bare small number that the line tells as a day or a count."""
    digits = cell.text.strip("., ")
    if len(digits) > 2 or not digits.isdecimal() or not 1 <= int(digits) <= 53:
        return False
    told = {day for _, day in read_head(line.text).month_days}
    told.update(int(count) for match in _COUNTED.finditer(line.text) for count in match.groups() if count)
    return int(digits) in told or _is_before_year(cell, line)


def _is_before_year(cell: Cell, line: Line) -> bool:
    """ "31 2009   31 2008" below "December   December": nothing but numbers, this one a blank before a year."""
    if line.geometry != "characters" or any(each.number is None for each in line.cells):
        return False
    return any(each.left == cell.right + 1 and each.number is not None and is_year(each.number) for each in line.cells)
