"""Columns that tell each amount as a part of the whole: per cents of sales or of all assets, whatever their heads say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from converter.find.statements.heads.span import ColumnSpan

_WHOLE = 100
_LEAST_ROWS = 4
_MOST_PLACES = 2


def tells_parts(spans: Sequence[ColumnSpan], index: int) -> bool:
    """Whether a column has 100 in a row, and in nearly all others what another column's amount is of its amount in that row."""
    parts = _values(spans[index], marked=False)
    whole = next((row for row, value in parts.items() if value == _WHOLE), None)
    if whole is None or len(set(parts.values())) < _LEAST_ROWS:
        return False
    return any(at != index and _divides(parts, _values(span), whole) for at, span in enumerate(spans))


def _values(span: ColumnSpan, marked: bool = True) -> dict[int, Decimal]:
    """The amounts of a column by row; without those of a currency where they are not ``marked``."""
    numbers = [(row, cell.number) for row, cell in span.cells if cell.number and not cell.number.dash]
    return {row: abs(number.value) for row, number in numbers if marked or not number.currency}


def _divides(parts: dict[int, Decimal], amounts: dict[int, Decimal], whole: int) -> bool:
    total = amounts.get(whole)
    shared = [row for row in parts if row in amounts and row != whole]
    if not total or total == _WHOLE or len(shared) < _LEAST_ROWS:
        return False
    fitting = sum(1 for row in shared if abs(amounts[row] * _WHOLE / total - parts[row]) <= _rounding(parts[row]))
    return fitting * 10 >= len(shared) * 9


def _rounding(part: Decimal) -> Decimal:
    """Half a unit of the last place and a little more, as filers round so that columns add up."""
    exponent = part.as_tuple().exponent
    places = min(-exponent, _MOST_PLACES) if isinstance(exponent, int) and exponent < 0 else 0
    return Decimal(11) / Decimal(10) ** (places + 1)
