"""A report, arranged for checking: facts by concept and by context, numbers with their rounding intervals. Computed once, on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TypeAlias, TypeVar

from msgspec import Struct

from converter.model import Concept, Fact, Period, Report
from converter.model.concept import DECIMAL_TYPES

Key: TypeAlias = int
"""A number that facts of the same period, entity, dimensions and unit share: what the facts of one sum have in common."""

T = TypeVar("T")
_ZEROS = "0" * 30
_HALF = Decimal("0.5")


class Interval(Struct, frozen=True):
    """The closed interval of values that a reported number stands for (Calculations 1.1, 5)."""

    low: Decimal
    high: Decimal

    @property
    def is_empty(self) -> bool:
        return self.low > self.high

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


class Facts:
    """A report's facts, arranged."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._halves: dict[int, Decimal] = {}

    @cached_property
    def by_concept(self) -> dict[str, list[Fact]]:
        """Facts by concept, in the report's order."""
        found: dict[str, list[Fact]] = {}
        for fact in self.report.facts:
            if fact.concept in found:
                found[fact.concept].append(fact)
            else:
                found[fact.concept] = [fact]
        return found

    @cached_property
    def standard(self) -> list[str]:
        """The standard concepts that have facts."""
        return [name for name in self.by_concept if name.startswith(("gaap:", "us-gaap:"))]

    def declared(self) -> Iterator[tuple[Concept, list[Fact]]]:
        """Concepts that are known, with their facts."""
        concepts = self.report.concepts
        for name, facts in self.by_concept.items():
            concept = concepts.get(name)
            if concept is not None:
                yield concept, facts

    @cached_property
    def groups(self) -> dict[str, dict[Key, list[Fact]]]:
        """Facts by concept and by what else they have in common; texts in several languages are told apart by `duplicates`."""
        periods = _numbered(fact.period for fact in self.report.facts)
        units = _numbered(fact.unit for fact in self.report.facts)
        others: dict[object, int] = {}
        most = len(self.report.facts) + 1
        found: dict[str, dict[Key, list[Fact]]] = {}
        for name, facts in self.by_concept.items():
            of_concept = found[name] = {}
            for fact in facts:
                key = periods[id(fact.period)] * most + units[id(fact.unit)]
                if fact.dimensions or fact.entity is not None:
                    key += most * most * (1 + others.setdefault((fact.entity, fact.dimensions), len(others)))
                if key in of_concept:
                    of_concept[key].append(fact)
                else:
                    of_concept[key] = [fact]
        return found

    @cached_property
    def excess(self) -> frozenset[str]:
        """Ids of the facts with digits that their decimals call insignificant."""
        return frozenset(
            fact.id
            for concept, facts in self.declared()
            if concept.type in DECIMAL_TYPES
            for fact in facts
            if fact.value is not None and fact.decimals is not None and has_excess_digits(fact.value, fact.decimals)
        )

    def interval(self, fact: Fact) -> Interval | None:
        """The values that a number stands for; None for nil and for what is no number."""
        if fact.value is None:
            return None
        value = number(fact.value)
        if value is None:
            return None
        if fact.decimals is None:
            return Interval(value, value)
        half = self.half_unit(fact.decimals)
        return Interval(value - half, value + half)

    def half_unit(self, decimals: int) -> Decimal:
        """Half a unit of the last place that decimals claims."""
        half = self._halves.get(decimals)
        if half is None:
            half = self._halves[decimals] = _HALF.scaleb(-max(-300, min(300, decimals)))
        return half

    def merged(self, facts: list[Fact]) -> Interval | None:
        """The intersection of the intervals of duplicates (Calculations 1.1, 5.3); None where they are nil or no numbers."""
        first = self.interval(facts[0])
        if len(facts) == 1 or first is None:
            return first
        low, high = first.low, first.high
        for fact in facts[1:]:
            interval = self.interval(fact)
            if interval is None:
                return None
            low, high = max(low, interval.low), min(high, interval.high)
        return Interval(low, high)


def _numbered(values: Iterable[T]) -> dict[int, int]:
    """id() of each value -> a number that equal values share. The values live as long as the report, so their id() is a quick key."""
    distinct = {id(value): value for value in values}
    numbers: dict[T, int] = {}
    return {key: numbers.setdefault(value, len(numbers)) for key, value in distinct.items()}


def has_excess_digits(value: str, decimals: int) -> bool:
    """Whether a decimal value has non-zero digits beyond its decimals."""
    if -30 <= decimals < 0 and "." not in value and value.endswith(_ZEROS[:-decimals]):
        return False
    whole, _, fraction = value.strip().partition(".")
    if decimals >= 0:
        return bool(fraction[decimals:].strip("0"))
    return bool(fraction.strip("0") or whole.lstrip("+-")[decimals:].strip("0"))


def number(text: str) -> Decimal | None:
    """A decimal value; None for what is none."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def told(fact: Fact) -> str:
    """A fact in a sentence: ``1,234,000 (f12)``."""
    value = None if fact.value is None else number(fact.value)
    if value is None:
        return f"{'nil' if fact.value is None else fact.value[:60]} ({fact.id})"
    return f"{plain(value)} ({fact.id})"


def plain(value: Decimal) -> str:
    """A number with thousands separators and without an exponent."""
    return f"{value:,f}" if abs(value.adjusted()) < 60 else str(value)


def when(period: Period) -> str:
    """A period in a sentence."""
    if period.start is None:
        return f"{period.end}"
    return f"{period.start} to {period.end}"
