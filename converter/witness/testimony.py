"""What a witness says: reasons for or against facts, and findings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from converter.model import Fact, Finding, Reason, Unit

PRIMARY = frozenset({"balance_sheet", "income", "comprehensive", "cashflow", "equity"})
_NEAR = 10


class Testimony(Struct):
    """``reasons`` by the id of the fact that they are about."""

    reasons: dict[str, list[Reason]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def say(self, fact: Fact, reason: Reason) -> None:
        self.reasons.setdefault(fact.id, []).append(reason)


class Stands:
    """The facts of the primary statements, without dimensions, by unit, last day and concept."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._days: dict[tuple[Unit | None, date], dict[str, list[Fact]]] = {}
        for fact in facts:
            if fact.statement in PRIMARY and fact.value is not None and not fact.dimensions and fact.unit is not None:
                self._days.setdefault((fact.unit, fact.period.end), {}).setdefault(fact.concept, []).append(fact)

    def of(self, concept: str, like: Fact) -> Fact | None:
        """The fact of a concept that has the unit and the period of another one (durations may begin some days apart)."""
        told = self._days.get((like.unit, like.period.end), {}).get(concept, ())
        return next((fact for fact in told if same_period(fact, like)), None)

    def shows(self, like: Fact) -> bool:
        """Whether the statements show the number for the period, under whatever concept."""
        told = self._days.get((like.unit, like.period.end), {}).values()
        return any(same_period(fact, like) and agree(fact, like) for facts in told for fact in facts)


def same_period(one: Fact, other: Fact) -> bool:
    """Both instants or both durations; the last day is the same already."""
    mine, theirs = one.period.start, other.period.start
    if mine is None or theirs is None:
        return mine is theirs
    return abs((mine - theirs).days) <= _NEAR


def value_of(fact: Fact) -> Decimal:
    return Decimal(fact.value or "0")


def agree(one: Fact, other: Fact) -> bool:
    """Whether two values agree within the coarser rounding, signs left out of account."""
    coarse = Decimal(1).scaleb(-min(one.decimals or 0, other.decimals or 0))
    gap = abs(abs(value_of(one)) - abs(value_of(other)))
    return gap == 0 or (one.decimals != other.decimals and gap <= coarse / 2)


def power_of_ten(one: Fact, other: Fact) -> int:
    """3 or 6 where one value is a thousand or a million times the other (either way), else 0."""
    low, high = sorted((abs(value_of(one)), abs(value_of(other))))
    if not low:
        return 0
    return next((power for power in (3, 6) if abs(high / low - Decimal(10) ** power) < Decimal(10) ** power * Decimal("0.0005")), 0)
