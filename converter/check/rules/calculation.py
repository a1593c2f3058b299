"""Calculations 1.1, round to nearest. The arcs of 2003 are read in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.rules.duplicates import kind
from converter.check.subject import Interval, Key, Subject, plain, when
from converter.model import CalculationSum, Fact
from converter.model.concept import DECIMAL_TYPES

_ZERO = Decimal(0)


@rule(
    "calculation.inconsistent",
    "warning",
    spec="Calculations 1.1, 5; calc11e:inconsistentCalculationUsingRounding",
    hint="Compare total and parts with the source; a sum that the filing itself gets wrong should not be in the linkbase.",
    compares=True,
)
def inconsistent_sum(subject: Subject) -> Iterator[Outcome]:
    """A total that its parts do not add up to.

    Each number stands for the interval that its decimals allow; duplicates for the intersection of theirs. A total is inconsistent
    where its interval and the sum of the parts' intervals have no value in common. Parts that are not reported count as nothing, a
    total without any reported part is not compared."""
    groups = subject.groups
    for total in subject.report.calculations:
        sums = groups.get(total.total) if _is_decimal(subject, total.total) else None
        parts = [(groups[name], weight) for name, weight in total.parts if name in groups and _is_decimal(subject, name)]
        if sums is None or not parts:
            continue
        for key, facts in sums.items():
            outcome = _compare(subject, total, facts, _reported(parts, key), key)
            if outcome is not None:
                yield outcome


def _is_decimal(subject: Subject, name: str) -> bool:
    concept = subject.report.concepts.get(name)
    return concept is None or concept.type in DECIMAL_TYPES


def _reported(parts: list[tuple[dict[Key, list[Fact]], int]], key: Key) -> list[tuple[list[Fact], int]]:
    return [(groups[key], weight) for groups, weight in parts if key in groups]


def _compare(subject: Subject, total: CalculationSum, facts: list[Fact], parts: list[tuple[list[Fact], int]], key: Key) -> Outcome | None:
    stated = _interval(subject, facts)
    if stated is None or not parts:
        return None
    low = high = _ZERO
    compared = False
    for of_part, weight in parts:
        interval = _interval(subject, of_part)
        if interval is None:
            if all(fact.value is None for fact in of_part):
                continue
            return None
        compared = True
        low += interval.low if weight > 0 else -interval.high
        high += interval.high if weight > 0 else -interval.low
    if not compared:
        return None
    return HELD if stated.meets(Interval(low, high)) else _found(total, facts, parts, stated, Interval(low, high))


def _interval(subject: Subject, facts: list[Fact]) -> Interval | None:
    """What duplicates stand for together; None where the specification compares nothing: nil, contradicting, or with excess digits."""
    if any(fact.value is None or fact.id in subject.excess for fact in facts):
        return None
    if len(facts) > 1 and kind(subject, facts) == "inconsistent":
        return None
    return subject.merged(facts)


def _found(total: CalculationSum, facts: list[Fact], parts: list[tuple[list[Fact], int]], stated: Interval, computed: Interval) -> Found:
    middle = (computed.low + computed.high) / 2
    stated_middle = (stated.low + stated.high) / 2
    listed = ", ".join(f"{'-' if weight < 0 else ''}{of[0].concept} {of[0].value} ({of[0].id})" for of, weight in parts[:12])
    return Found(
        f"{total.total} for {when(facts[0].period)} is {plain(stated_middle)} ({facts[0].id}), its parts add up to {plain(middle)}, "
        f"{plain(stated_middle - middle)} apart: {listed}{' ...' if len(parts) > 12 else ''}.",
        (facts[0].id, *(of[0].id for of, _ in parts)),
    )
