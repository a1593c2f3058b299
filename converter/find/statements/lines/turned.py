"""Tables whose labels stand between the columns of two dates, as printers of annual reports set them: the labels go first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from msgspec.structs import replace

from converter.find.statements.lines.line import is_year
from converter.grammar.periods import read_head
from converter.model import Cell, Row

_LEAST_ROWS = 4
_FEWEST_CELLS = 3
_FAR = 1 << 30


def label_first(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with each label before the figures on both of its sides, where a date stands over those on its left: without one they are
    numbers of notes or lines."""
    between = [(index, at) for index, row in enumerate(rows) if (at := _label_between(row.cells))]
    return [each for stretch in _stretches(rows, between) for each in _turned(*stretch)] if len(between) >= _LEAST_ROWS else rows


_Between: TypeAlias = list[tuple[Sequence[Cell], int]]
"""The cells of rows, and which of them is the label."""


def _stretches(rows: Sequence[Row], between: Sequence[tuple[int, int]]) -> Iterator[tuple[Sequence[Row], _Between]]:
    """Rows whose labels stand behind all figures on their left. The heads above belong to those below."""
    first, farthest, nearest = 0, 0, _FAR
    own: _Between = []
    for index, at in between:
        label, before = rows[index].cells[at], rows[index].cells[at - 1]
        if before.right > nearest or label.left < farthest:
            begin = index
            while begin > first and not any(cell.number is not None and not is_year(cell.number) for cell in rows[begin - 1].cells):
                begin -= 1
            yield rows[first:begin], own
            first, farthest, nearest, own = begin, 0, _FAR, []
        own.append((rows[index].cells, at))
        farthest, nearest = max(farthest, before.right), min(nearest, label.left)
    yield rows[first:], own


def _turned(rows: Sequence[Row], between: _Between) -> Sequence[Row]:
    if len(between) < _LEAST_ROWS or len(between) * 2 < sum(1 for row in rows if any(cell.number for cell in row.cells)):
        return rows
    start, end = min(cells[at].left for cells, at in between), max(cells[at].right for cells, at in between)
    if any(cells[at + 1].left < end for cells, at in between) or not _is_dated(rows, start):
        return rows
    return [replace(row, cells=tuple(sorted((_moved(cell, start, end) for cell in row.cells), key=lambda cell: cell.left))) for row in rows]


def _label_between(cells: Sequence[Cell]) -> int:
    """Which cell of a row is a label with figures on both of its sides, 0 where none is."""
    if len(cells) < _FEWEST_CELLS or cells[0].number is None:
        return 0
    at = next((at for at, cell in enumerate(cells) if cell.number is None), 0)
    return at if at + 1 < len(cells) and cells[at + 1].number is not None else 0


def _is_dated(rows: Sequence[Row], start: int) -> bool:
    """Whether the heads left of the labels tell a year or day."""
    above = takewhile(lambda row: not _label_between(row.cells), rows)
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
