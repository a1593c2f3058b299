"""The sums of a report's linkbase, each compared once in every context (Calculations 1.1, round to nearest)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from converter.check.duplicates import kind
from converter.check.facts import Facts, Key
from converter.check.lexical import DECIMAL
from converter.model import CalculationSum, Fact
from converter.model.concept import DECIMAL_TYPES

_ZERO = Decimal(0)


class Measure(Struct, frozen=True):
    """What a number, or duplicates together, stand for: the middle of an interval and half its width."""

    value: Decimal
    half: Decimal


class Compared(Struct, frozen=True):
    """A total that could be compared: its facts, the facts of each part with the weight, and both sides."""

    total: CalculationSum
    facts: list[Fact]
    parts: list[tuple[list[Fact], int]]
    stated: Measure
    computed: Measure

    @property
    def gap(self) -> Decimal:
        return self.stated.value - self.computed.value

    @property
    def is_consistent(self) -> bool:
        """Whether the intervals of both sides have a value in common."""
        return abs(self.gap) <= self.stated.half + self.computed.half


def compared_sums(subject: Facts) -> Iterator[Compared]:
    """Every total in every context where it and at least one part are reported as plain numbers. Parts that are nil or no
    numbers count as nothing; where a
    number contradicts its duplicates or has excess digits, the specification compares nothing."""
    groups = subject.groups
    for total in subject.report.calculations:
        if total.total in groups and _is_decimal(subject, total.total):
            parts = [(groups[name], weight) for name, weight in total.parts if name in groups and _is_decimal(subject, name)]
            for key, facts in groups[total.total].items() if parts else ():
                found = _compare(subject, total, facts, parts, key)
                if found is not None:
                    yield found


def _is_decimal(subject: Facts, name: str) -> bool:
    concept = subject.report.concepts.get(name)
    return concept is None or concept.type in DECIMAL_TYPES


def _compare(
    subject: Facts, total: CalculationSum, facts: list[Fact], groups: list[tuple[dict[Key, list[Fact]], int]], key: Key
) -> Compared | None:
    stated = _measure(subject, facts)
    if stated is None:
        return None
    value = half = _ZERO
    parts: list[tuple[list[Fact], int]] = []
    for of_part, weight in groups:
        reported = of_part.get(key)
        if reported is None:
            continue
        part = _measure(subject, reported)
        if part is not None:
            value += part.value if weight > 0 else -part.value
            half += part.half
            parts.append((reported, weight))
        elif any(fact.value is not None and DECIMAL.fullmatch(fact.value.strip()) for fact in reported):
            return None
    return Compared(total, facts, parts, stated, Measure(value, half)) if parts else None


def _measure(subject: Facts, facts: list[Fact]) -> Measure | None:
    if len(facts) > 1:
        return _merged(subject, facts)
    fact = facts[0]
    if fact.value is None or fact.id in subject.excess:
        return None
    if not DECIMAL.fullmatch(fact.value.strip()):
        return None
    return Measure(Decimal(fact.value.strip()), _ZERO if fact.decimals is None else subject.half_unit(fact.decimals))


def _merged(subject: Facts, facts: list[Fact]) -> Measure | None:
    if any(fact.value is None or fact.id in subject.excess for fact in facts) or kind(subject, facts) == "inconsistent":
        return None
    interval = subject.merged(facts)
    return None if interval is None else Measure((interval.low + interval.high) / 2, (interval.high - interval.low) / 2)
