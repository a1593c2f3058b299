"""Duplicate facts: which they are, and of which kind (OIM 1.0, 6; EFM 6.5.12)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.facts import Facts, number
from converter.model import Fact


def duplicates(subject: Facts) -> Iterator[list[Fact]]:
    """Facts that say something about the same thing: same concept, period, entity, dimensions, unit and language."""
    for groups in subject.groups.values():
        for facts in groups.values():
            if len(facts) == 1:
                continue
            if all(not fact.language for fact in facts):
                yield facts
                continue
            by_language: dict[str, list[Fact]] = {}
            for fact in facts:
                by_language.setdefault(fact.language.lower(), []).append(fact)
            yield from (same for same in by_language.values() if len(same) > 1)


def _value(subject: Facts, fact: Fact) -> object:
    """What makes two duplicates complete: equal values, by their type, and equal decimals."""
    concept = subject.report.concepts.get(fact.concept)
    if fact.value is None:
        return None
    if concept is not None and concept.is_numeric:
        return number(fact.value), fact.decimals
    return fact.value if concept is None or concept.type in ("string", "normalizedString", "domain", "") else fact.value.strip()


def kind(subject: Facts, facts: list[Fact]) -> str:
    """``complete``, ``consistent`` or ``inconsistent``, for all of them taken together."""
    if len({_value(subject, fact) for fact in facts}) == 1:
        return "complete"
    concept = subject.report.concepts.get(facts[0].concept)
    if concept is None or not concept.is_numeric:
        return "inconsistent"
    merged = subject.merged(facts)
    if merged is None or merged.is_empty or _contradict(facts):
        return "inconsistent"
    return "consistent"


def _contradict(facts: list[Fact]) -> bool:
    """Whether two of the same decimals have different values: no rounding explains that (EFM 6.5.12)."""
    seen: dict[int | None, object] = {}
    return any(seen.setdefault(fact.decimals, number(fact.value or "")) != number(fact.value or "") for fact in facts)
