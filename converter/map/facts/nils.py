"""A nil mark is nought with the decimals of its column (conventions.md, Nil marks)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from converter.model import Figure, Statement, StatementRow, Unit

UsualPlaces: TypeAlias = Mapping[tuple[int, Unit | None], int]
"""Column and unit -> the decimal places that most of its figures are printed with."""


def usual_places(statement: Statement) -> UsualPlaces:
    """The places of each column; a column of cents may hold a row of whole shares, so each unit has its own."""
    printed = [figure for row in statement.rows for figure in row.figures if not figure.number.dash and not figure.ignored]
    most: dict[tuple[int, Unit | None], tuple[int, int]] = {}
    for (column, unit, places), count in Counter([(each.column, each.unit, each.number.places) for each in printed]).items():
        most[column, unit] = max(most.get((column, unit), (0, 0)), (count, places))
    return {key: places for key, (_, places) in most.items()}


def places_of(figure: Figure, row: StatementRow, usual: UsualPlaces) -> int:
    """The decimal places of a figure; those of its row's other figures where it is a nil mark, else those usual in its column."""
    if not figure.number.dash:
        return figure.number.places
    beside = [each.number.places for each in row.figures if not each.number.dash and not each.ignored]
    return max(beside) if beside else usual.get((figure.column, figure.unit), figure.number.places)
