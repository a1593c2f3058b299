"""Tables whose labels stand between the columns of two dates, as printers of annual reports set them: the labels go first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from converter.find.statements.lines.line import is_year
from converter.grammar.periods import read_head
from converter.model import Cell, Row

_LEAST_ROWS = 4


def label_first(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with each label before the figures on both of its sides, where a date stands over those on its left: without one they are
    numbers of notes or lines."""
    between = [row for row in rows if _is_between(row.cells)]
    if len(between) < _LEAST_ROWS or len(between) * 2 < sum(1 for row in rows if any(cell.number for cell in row.cells)):
        return rows
    start, end = min(row.cells[1].left for row in between), max(row.cells[1].right for row in between)
    if any(row.cells[0].right > start or row.cells[2].left < end for row in between) or not _is_dated(rows, start):
        return rows
    return [replace(row, cells=tuple(sorted((_moved(cell, start, end) for cell in row.cells), key=lambda cell: cell.left))) for row in rows]


def _is_between(cells: Sequence[Cell]) -> bool:
    """Whether a row is a figure, a label and a figure."""
    return len(cells) > 2 and cells[0].number is not None and cells[1].number is None and cells[2].number is not None


def _is_dated(rows: Sequence[Row], start: int) -> bool:
    """Whether the heads left of the labels tell a year or day."""
    above = takewhile(lambda row: not _is_between(row.cells), rows)
    head = " ".join(
        cell.text for row in above for cell in row.cells if cell.right <= start and (cell.number is None or is_year(cell.number))
    )
    read = read_head(head)
    return bool(read.dates or read.years)


def _moved(cell: Cell, start: int, end: int) -> Cell:
    """Where a cell stands when what is left of the labels comes right behind them."""
    if cell.right <= start:
        return replace(cell, left=cell.left + end, right=cell.right + end)
    return replace(cell, left=cell.left + start, right=cell.right + start) if cell.left >= end else cell
