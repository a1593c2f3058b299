"""A report's standard concepts by period: what accounting rules look at. Facts with dimensions and of other entities stay out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from converter.check.facts import Facts, Interval, number
from converter.model import Fact, Period

_PREFIXES = ("gaap", "us-gaap")
_THOUSAND = Decimal(1000)
_MOST_TRIED = 150
_ZERO = (Decimal(0), Decimal(0))


class Ledger:
    """``facts("Assets")`` is the fact of each period; of duplicates the most precise."""

    def __init__(self, subject: Facts) -> None:
        self.subject = subject
        self._known: dict[str, Mapping[Period, Fact]] = {}

    def facts(self, local: str) -> Mapping[Period, Fact]:
        """Numbers of a standard concept by period."""
        known = self._known.get(local)
        if known is None:
            known = self._known[local] = self._collect(local)
        return known

    def _collect(self, local: str) -> dict[Period, Fact]:
        found: dict[Period, Fact] = {}
        by_concept = self.subject.by_concept
        for prefix in _PREFIXES:
            for fact in by_concept.get(f"{prefix}:{local}", ()):
                if fact.dimensions or fact.entity is not None or fact.value is None:
                    continue
                other = found.get(fact.period)
                if other is None or _digits(fact) > _digits(other):
                    found[fact.period] = fact
        return found

    def interval(self, fact: Fact) -> Interval | None:
        """The values that a fact stands for."""
        return self.subject.interval(fact)

    def sum(self, parts: list[tuple[Fact, int]]) -> Interval | None:
        """The interval of a weighted sum; None where a part is no number."""
        total = Interval(*_ZERO)
        for fact, weight in parts:
            interval = self.interval(fact)
            if interval is None:
                return None
            low, high = (interval.low, interval.high) if weight > 0 else (-interval.high, -interval.low)
            total = Interval(total.low + low, total.high + high)
        return total

    @cached_property
    def by_period(self) -> Mapping[Period, list[Fact]]:
        """All undimensioned numbers of a period."""
        found: dict[Period, list[Fact]] = {}
        for fact in self.subject.report.facts:
            if fact.unit is not None and fact.value is not None and not fact.dimensions and fact.entity is None:
                found.setdefault(fact.period, []).append(fact)
        return found

    def fills(self, gap: Interval, total: Fact, among: set[str]) -> bool:
        """Whether another number of a total's column, or two of them, are as large as a gap: then a line is missing from the sum, and no
        number is wrong."""
        column = [fact for fact in self.by_period.get(total.period, ()) if fact.id not in among and fact.unit == total.unit]
        values = [value for fact in column[:_MOST_TRIED] if (value := number(fact.value or ""))]
        signed = [*values, *(-value for value in values)]
        slack = _widest(gap, column)
        low, high = gap.low - slack, gap.high + slack
        if any(low <= value <= high for value in signed):
            return True
        return any(low <= one + other <= high for one in signed for other in signed if abs(other) != abs(one))

    @cached_property
    def round_share(self) -> float:
        """The share of the report's amounts whose last three digits are zeros although their decimals claim more."""
        amounts = [fact for facts in self.by_period.values() for fact in facts if fact.value and fact.value.strip("-0.")]
        return sum(map(is_round, amounts)) / len(amounts) if amounts else 0.0


def _widest(gap: Interval, column: list[Fact]) -> Decimal:
    """How far two numbers of a column may be off by rounding."""
    places = [fact.decimals for fact in column if fact.decimals is not None]
    return Decimal(1).scaleb(-max(-30, min(places))) if places else gap.high - gap.low


def one_mistake(gap: Decimal, slack: Decimal, values: list[Decimal]) -> bool:
    """Whether one digit, the scale or the sign of one of the values that add up to something, set right, closes a gap."""
    if not f"{abs(gap):f}".replace(".", "").strip("0")[1:]:
        return True
    makes = (wrong for value in values if value for wrong in (-2 * value, Decimal("-0.999") * value, 999 * value))
    return any(abs(gap - wrong) <= slack for wrong in makes)


def is_round(fact: Fact) -> bool:
    """Whether the last three digits that a value claims are zeros."""
    value = number(fact.value or "")
    if value is None or fact.decimals is None:
        return False
    return value % _THOUSAND.scaleb(-fact.decimals) == 0


def _digits(fact: Fact) -> int:
    return 400 if fact.decimals is None else fact.decimals
