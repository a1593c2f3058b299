"""A fact, why it is believed, and the numbers that became none."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from converter.model.entity import Entity
from converter.model.period import Period
from converter.model.place import Place
from converter.model.unit import Unit

FactStatement = Literal["balance_sheet", "income", "comprehensive", "cashflow", "equity", "other", "cover", "prose", "schedule"]


class Reason(Struct, frozen=True):
    """A small reason with its weight in log-odds: positive speaks for the fact, negative against."""

    text: str
    weight: float


class Alternative(Struct, frozen=True):
    """A runner-up concept and its share of belief."""

    concept: str
    confidence: float


class Evidence(Struct, frozen=True):
    """``confidence`` is 0 to 1, computed from the reasons in one place (`arithmetic.confidence`)."""

    confidence: float
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class Fact(Struct, frozen=True):
    """A fact of a report (XBRL 2.1, 4.6; OIM 1.0, 3.3).

    ``value`` is the lexical value in full units: decimal text without exponent or separators; None is nil. ``decimals`` is None for
    non-numeric and nil facts; a number of somebody else's report that has none is exact. ``dimensions`` are (axis, member) QNames,
    sorted (of a typed dimension the member is its text). ``statement`` is None in reports of others; ``entity`` is None where it is
    the report's, which it always is in ours. ``label`` is what names it where it is printed first (a row's label, a sentence's words),
    ``heading`` the nearest heading above that row."""

    id: str
    concept: str
    period: Period
    value: str | None
    unit: Unit | None = None
    decimals: int | None = None
    dimensions: tuple[tuple[str, str], ...] = ()
    statement: FactStatement | None = None
    sources: tuple[Place, ...] = ()
    evidence: Evidence | None = None
    language: str = ""
    entity: Entity | None = None
    label: str = ""
    heading: str = ""


class LeftNumber(Struct, frozen=True):
    """A number of a recognised statement that became no fact: unmapped (period, unit or scale unknown, below the asked-for confidence,
    contradicted) or ignored (no fact of the registrant). ``code`` is a short stable word, ``reason`` a sentence."""

    place: Place
    label: str
    code: str
    reason: str
    statement: str = ""
