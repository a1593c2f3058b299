"""Rows between two counts of shares: what leads from the basic count to the diluted one counts shares too, whatever it is called."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from converter.find.statements.lines.draft import DraftRow

_MOST_BETWEEN = 6


def between_counts(rows: Sequence[DraftRow], shares: Sequence[bool]) -> list[int]:
    """The rows that lead from one count to the next: with the first one, they add up to the second in every column. ``shares`` tells
    which rows are known as counts."""
    counts = [at for at, row in enumerate(rows) if shares[at] and row.cells]
    found: list[int] = []
    for first, last in pairwise(counts):
        between = [at for at in range(first + 1, last) if rows[at].cells]
        if 0 < len(between) <= _MOST_BETWEEN and _add_up(rows[first], [rows[at] for at in between], rows[last]):
            found.extend(between)
    return found


def _add_up(first: DraftRow, between: Sequence[DraftRow], last: DraftRow) -> bool:
    """Whether they do, and something is added in one column at least."""
    begins, ends = _values(first), _values(last)
    if begins.keys() != ends.keys() or begins == ends:
        return False
    added = [_values(row) for row in between]
    return all(begins[column] + sum([each.get(column, Decimal(0)) for each in added]) == ends[column] for column in begins)


def _values(row: DraftRow) -> dict[int, Decimal]:
    return {column: cell.number.value for column, cell in row.cells if cell.number}
