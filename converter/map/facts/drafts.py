"""Facts before they are merged: one for each place that states something."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from converter.model import Alternative, Period, Place, Reason, Unit
from converter.model.fact import FactStatement

ORDER: tuple[FactStatement, ...] = ("balance_sheet", "income", "comprehensive", "cashflow", "equity", "other", "cover", "prose", "schedule")
"""The order of conventions.md: the first statement of these is a fact's own."""

Dimensions = tuple[tuple[str, str], ...]


class Draft(Struct, frozen=True):
    """``value`` in full units with the XBRL sign, None for nil; ``concept`` is a QName. ``label`` is the row's, for what becomes of it
    otherwise; ``heading`` is the nearest one above it. ``by_hand`` where a person's correction says so."""

    concept: str
    period: Period
    unit: Unit
    value: Decimal | None
    decimals: int
    statement: FactStatement
    place: Place
    label: str
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    dimensions: Dimensions = ()
    dash: bool = False
    heading: str = ""
    by_hand: bool = False
