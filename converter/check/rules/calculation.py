"""Calculations 1.1, round to nearest. The arcs of 2003 are read in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.facts import plain, when
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.check.sums import Compared


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
    for compared in subject.sums:
        yield HELD if compared.is_consistent else Found(_sentence(compared), _ids(compared))


@rule(
    "calculation.rounding",
    "info",
    spec="Calculations 1.1, 5",
    hint="Rounding explains the difference; a wrong last digit does too.",
    compares=True,
)
def off_by_rounding(subject: Subject) -> Iterator[Outcome]:
    """A total that differs from the sum of its parts within rounding."""
    for compared in subject.sums:
        yield HELD if compared.gap == 0 or not compared.is_consistent else Found(_sentence(compared), _ids(compared))


def _ids(compared: Compared) -> tuple[str, ...]:
    return (compared.facts[0].id, *(facts[0].id for facts, _ in compared.parts))


def _sentence(compared: Compared) -> str:
    first = compared.facts[0]
    listed = [f"{'-' if weight < 0 else ''}{of[0].concept} {of[0].value} ({of[0].id})" for of, weight in compared.parts[:12]]
    more = " ..." if len(compared.parts) > 12 else ""
    return (
        f"{compared.total.total} for {when(first.period)} is {plain(compared.stated.value)} ({first.id}), its parts add up to "
        f"{plain(compared.computed.value)}, {plain(compared.gap)} apart: {', '.join(listed)}{more}."
    )
