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
    counts: dict[tuple[int, Unit | None], Counter[int]] = {}
    for row in statement.rows:
        for figure in row.figures:
            if not figure.number.dash and not figure.ignored:
                counts.setdefault((figure.column, figure.unit), Counter())[figure.number.places] += 1
    return {key: max(counted.items(), key=lambda item: (item[1], item[0]))[0] for key, counted in counts.items()}


def places_of(figure: Figure, row: StatementRow, usual: UsualPlaces) -> int:
    """The decimal places of a figure; those of its row's other figures where it is a nil mark, else those usual in its column."""
    if not figure.number.dash:
        return figure.number.places
    beside = [each.number.places for each in row.figures if not each.number.dash and not each.ignored]
    return max(beside) if beside else usual.get((figure.column, figure.unit), figure.number.places)
