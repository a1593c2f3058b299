"""The column of the numbers of notes: no head of a period is over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.find.statements.heads.assignment import ColumnHead
from converter.find.statements.heads.columns import has_note_numbers
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line
from converter.grammar.periods import read_head
from converter.model import Cell
from converter.patterns import regex

_NOTES = regex(r"\(?notes?(?:\s+(?:no|nos|ref)s?)?\.?\)?", re.IGNORECASE)


def notes_apart(heads: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str) -> tuple[list[ColumnHead], list[Line]]:
    """-> heads for the columns up to the one that holds numbers of notes (what stands before it are numbers of labels), and the lines
    of heads for those behind it. No heads where nothing tells of notes."""
    found = _head_over_notes(heads, spans) if geometry == "characters" else None
    if found is None:
        return [ColumnHead() for _ in range(has_note_numbers(spans))], list(heads)
    cell, column = found
    before = [ColumnHead() for _ in range(column)]
    rest = [replace(line, cells=tuple([each for each in line.cells if each is not cell])) for line in heads]
    return [*before, ColumnHead([cell.text], [cell.place])], rest


def _head_over_notes(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> tuple[Cell, int] | None:
    """The head that says so, and the column that it is over; None where a period's head stands before it."""
    for line in heads:
        for cell in line.cells:
            if _NOTES.fullmatch(cell.text) is None:
                continue
            under = [index for index, span in enumerate(spans[:-1]) if span.left <= cell.right and cell.left <= span.right]
            if len(under) == 1 and not _tells_before(heads, spans[0].left, cell.left):
                return cell, under[0]
    return None


def _tells_before(heads: Sequence[Line], left: int, right: int) -> bool:
    """Whether a head of a period ends between two places."""
    return any(left < cell.right <= right and not read_head(cell.text).is_empty for line in heads for cell in line.cells)
