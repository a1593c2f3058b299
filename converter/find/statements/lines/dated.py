"""Tables with a row for each date beside or below its label, as narrow pages and data bases have them: each date becomes a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.statements.lines.line import is_year
from converter.grammar.periods import read_head
from converter.model import Cell, Row

_LEAST, _MOST_DATES = 3, 12
"""Rows of each of so many dates."""
_CENTURIES = ("19", "20")


def dates_across(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with the figures of a label side by side, and a row of dates above them, where most rows of figures are a date and a
    figure, and the same dates come again and again."""
    dated = [row for row in rows if _is_dated(row.cells)]
    if len(dated) < _LEAST * 2 or len(dated) * 4 < 3 * sum(1 for row in rows if any(cell.number for cell in row.cells)):
        return rows
    counts = Counter(row.cells[-2].text for row in dated)
    again = sum(count for count in counts.values() if count >= _LEAST)
    if not 1 < len(counts) <= _MOST_DATES or again * 10 < len(dated) * 9 or any(read_head(date).is_empty for date in counts):
        return rows
    return list(_across(rows, list(counts)))


def _is_dated(cells: Sequence[Cell]) -> bool:
    """Whether a row is a date and a figure, with a label before them or none."""
    if not 1 < len(cells) < 4 or cells[-1].number is None or cells[-2].text[-4:-2] not in _CENTURIES:
        return False
    date, rest = cells[-2], cells[:-2]
    return (date.number is None or is_year(date.number)) and not any(cell.number for cell in rest)


def _across(rows: Sequence[Row], dates: Sequence[str]) -> Iterator[Row]:
    """One row for the rows of each label, once a date comes again or another label does."""
    edge = max((cell.right for row in rows for cell in row.cells if cell.number is None), default=1)
    heads = {row.cells[-2].text: row.cells[-2] for row in reversed(rows) if _is_dated(row.cells)}
    label: list[Row] = []
    figures: dict[str, Cell] = {}
    for row in rows:
        dated = _is_dated(row.cells)
        own = row.cells[:-2] if dated else row.cells
        if figures and (own or (dated and row.cells[-2].text in figures)):
            yield _row(label, figures, dates, edge)
            label, figures = [], {}
        if own:
            yield from label
            label = [replace(row, cells=own)]
        if dated:
            if heads:
                yield Row(tuple(_at(heads[date], edge + at) for at, date in enumerate(dates)))
                heads = {}
            figures[row.cells[-2].text] = row.cells[-1]
        elif row.rule or any(cell.number for cell in own):
            yield from label
            label = []
    yield from [_row(label, figures, dates, edge)] if figures else label


def _row(label: Sequence[Row], figures: dict[str, Cell], dates: Sequence[str], edge: int) -> Row:
    cells = tuple(_at(figures[date], edge + at) for at, date in enumerate(dates) if date in figures)
    return replace(label[0], cells=(*label[0].cells, *cells)) if label else Row(cells)


def _at(cell: Cell, left: int) -> Cell:
    return replace(cell, left=left, right=left + 1)
