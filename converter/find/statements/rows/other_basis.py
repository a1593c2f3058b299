"""Blocks below an income statement that strike its profit again on another basis: "Excluding restructuring charge: Net income"."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from converter.model import StatementRow
from converter.patterns import regex

_REASON = "under a heading that tells the profit above on another basis"
_PROFIT = regex(r"\(?(?:net|income|earnings|loss|profit)\b", re.IGNORECASE)
_OF_SHARES = regex(r"\b(?:basic|diluted|dilution|primary|shares?|units?)\b", re.IGNORECASE)
_MOST_PROFITS = 4
"""Rows right above the amounts per share that may be profits: before and after the shares of others, of common stock."""


def without_other_bases(rows: list[StatementRow]) -> list[StatementRow]:
    """The rows, with those ignored that stand below the amounts per share under a heading where a profit of the statement comes again, by
    its own words, with other amounts. What is earned for diluted shares may differ: such headings tell no other basis."""
    first = next((at for at, row in enumerate(rows) if _is_per_share(row)), len(rows))
    if first + 1 >= len(rows):
        return rows
    profits = {row.label.lower(): _amounts(row) for row in rows[:first][-_MOST_PROFITS:] if _PROFIT.match(row.label)}
    known = {heading for row in rows for heading in row.heads if _OF_SHARES.search(heading)}
    known.update(heading for row in rows[: first + 1] for heading in row.heads)
    bases = {
        row.heads[-1]
        for row in rows[first + 1 :]
        if row.heads and row.heads[-1] not in known and _differs(_amounts(row), profits.get(row.label.lower(), {}))
    }
    return [_ignored(row) if at > first and not bases.isdisjoint(row.heads) else row for at, row in enumerate(rows)] if bases else rows


def _is_per_share(row: StatementRow) -> bool:
    return any(figure.unit is not None and bool(figure.unit.denominator) for figure in row.figures)


def _amounts(row: StatementRow) -> dict[int, Decimal]:
    """The amounts of money of a row by column."""
    return {
        figure.column: figure.number.value
        for figure in row.figures
        if not figure.ignored and figure.unit is not None and not figure.unit.denominator and figure.unit.numerator.startswith("iso4217:")
    }


def _differs(here: dict[int, Decimal], above: dict[int, Decimal]) -> bool:
    shared = here.keys() & above.keys()
    return any(here[column] != above[column] for column in shared)


def _ignored(row: StatementRow) -> StatementRow:
    return replace(row, figures=tuple(replace(figure, ignored=True, reason=_REASON) for figure in row.figures))
