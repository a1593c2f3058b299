"""Which printed sums may become calculation arcs: those that hold within rounding wherever the report has their total.

Calculations 1.1: a sum is looked at in every context that has its total and at least one part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from converter.model import CalculationSum, Fact, Report

Interval: TypeAlias = tuple[Decimal, Decimal]
Parts: TypeAlias = tuple[tuple[str, int], ...]


def holding_sums(report: Report) -> tuple[list[CalculationSum], list[CalculationSum]]:
    """The report's sums that hold, and those that do not (a fact that was refused leaves a gap in its sum) or of which a concept has no
    fact at all."""
    wanted = {name for each in report.calculations for name in (each.total, *(part for part, _ in each.parts))}
    contexts = _values(report.facts, wanted)
    good: list[CalculationSum] = []
    bad: list[CalculationSum] = []
    told = {fact.concept for fact in report.facts}
    for each in report.calculations:
        whole = each.total in told and all(part in told for part, _ in each.parts)
        (good if whole and all(_holds(each, values) for values in contexts) else bad).append(each)
    return good, bad


def _values(facts: Iterable[Fact], wanted: set[str]) -> Sequence[Mapping[str, Interval]]:
    """Rounding intervals of the wanted concepts by context; duplicates count with what their intervals have in common."""
    contexts: defaultdict[tuple[object, ...], dict[str, Interval]] = defaultdict(dict)
    for fact in facts:
        if fact.concept in wanted and (interval := _interval(fact)) is not None:
            values = contexts[fact.period, fact.dimensions, fact.unit, fact.entity]
            low, high = values.get(fact.concept, interval)
            values[fact.concept] = max(low, interval[0]), min(high, interval[1])
    return list(contexts.values())


def _interval(fact: Fact) -> Interval | None:
    try:
        value = Decimal(fact.value or "")
    except InvalidOperation:
        return None
    half = Decimal(5).scaleb(-fact.decimals - 1) if fact.decimals is not None else Decimal(0)
    return value - half, value + half


def _holds(each: CalculationSum, values: Mapping[str, Interval]) -> bool:
    total = values.get(each.total)
    there = [(values[part], weight) for part, weight in each.parts if part in values]
    if total is None or not there:
        return True
    low = sum((interval[0 if weight > 0 else 1] * weight for interval, weight in there), Decimal(0))
    high = sum((interval[1 if weight > 0 else 0] * weight for interval, weight in there), Decimal(0))
    return low <= total[1] and total[0] <= high


def networks(sums: Iterable[CalculationSum]) -> list[dict[str, Parts]]:
    """The sums spread over networks in which no total has two ways to be computed: arcs of one network add up to one sum."""
    found: list[dict[str, Parts]] = []
    for each in sums:
        for network in found:
            if network.get(each.total, each.parts) == each.parts:
                network[each.total] = each.parts
                break
        else:
            found.append({each.total: each.parts})
    return found
