"""The report's own calculation linkbase: sums that this filing prints and that hold within rounding (Calculations 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from converter.arithmetic import ProvenSum
from converter.map.mapped import Mapped
from converter.model import CalculationSum, Concept, Fact, Finding, Period, Place

Values: TypeAlias = dict[str, dict[Period, Fact]]
"""Facts by concept and period."""
_MAX_SHOWN = 12


def calculation_sums(mapped: Iterable[Mapped], facts: Sequence[Fact], concepts: Mapping[str, Concept]) -> tuple[CalculationSum, ...]:
    """Sums of facts; one for each total and statement, weights as the balances ask. A sum that fails for any period of the report is left
    out."""
    values: Values = {}
    for fact in facts:
        if fact.unit is not None and not fact.dimensions and fact.value is not None:
            values.setdefault(fact.concept, {})[fact.period] = fact
    found: dict[tuple[str, str], CalculationSum] = {}
    for each in mapped:
        for proof in each.sums:
            made = _sum(each, proof, concepts) if proof.broken is None else None
            if made is None or (made.statement, made.total) in found:
                continue
            if all(_holds(made, period, total, values) for period, total in values.get(made.total, {}).items()):
                found[made.statement, made.total] = made
    return tuple(found.values())


def broken_sums(mapped: Iterable[Mapped], facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """A finding for each total that its parts do not add up to in one column, though they do in all others."""
    ids = {place: fact.id for fact in facts for place in fact.sources}
    found = []
    for each in mapped:
        for proof in each.sums:
            if proof.broken is not None:
                finding = _broken(each, proof, proof.broken, ids)
                found += [finding] if finding else []
    return tuple(found)


def _broken(mapped: Mapped, proof: ProvenSum, broken: tuple[int, int], ids: Mapping[Place, str]) -> Finding | None:
    column, off = broken
    total = mapped.verdicts[proof.total].line.row
    figure = next((f for f in total.figures if f.column == column), None)
    if figure is None:
        return None
    rows = [mapped.verdicts[part].line.row for part, _ in proof.parts]
    parts = [f.place for row in rows for f in row.figures if f.column == column]
    labels = ", ".join(repr(row.label) for row in rows[:_MAX_SHOWN])
    return Finding(
        "calculation.does-not-add-up",
        "warning",
        f"{total.label or 'a total without label'!r} is {figure.number.printed} in {mapped.statement.columns[column].head!r}, its parts "
        f"({labels}) add up to {abs(off)} {'more' if off > 0 else 'less'} in the last printed digit; in the other columns they agree",
        "one of the numbers is misprinted or misread: look at the places; --corrections sets what was misread",
        (figure.place, *parts),
        tuple(dict.fromkeys(ids[place] for place in (figure.place, *parts) if place in ids)),
    )


def _sum(mapped: Mapped, proof: ProvenSum, concepts: Mapping[str, Concept]) -> CalculationSum | None:
    total = mapped.verdicts[proof.total]
    parts: dict[str, int] = {}
    for index, weight in proof.parts:
        part = mapped.verdicts[index]
        name = part.concepts[0]
        if part.dimensions or name in parts or name == total.concepts[0]:
            return None
        turned = weight * part.sign * total.sign
        if not _fits(turned, concepts.get(total.concepts[0]), concepts.get(name)):
            return None
        parts[name] = turned
    if total.dimensions or len(parts) < 2:
        return None
    return CalculationSum(mapped.statement.kind, total.concepts[0], tuple(parts.items()))


def _fits(weight: int, total: Concept | None, part: Concept | None) -> bool:
    """XBRL 2.1, 5.1.1.2: concepts of one balance are added, of opposite balances taken away."""
    if total is None or part is None or not total.balance or not part.balance:
        return True
    return (weight > 0) == (total.balance == part.balance)


def _holds(each: CalculationSum, period: Period, total: Fact, values: Values) -> bool:
    there = [(fact, weight) for name, weight in each.parts if name in values and (fact := values[name].get(period)) is not None]
    if not there:
        return True
    off = sum((Decimal(f.value or 0) * weight for f, weight in there), Decimal(0)) - Decimal(total.value or 0)
    slack = sum((_half(f) for f, _ in there), _half(total))
    return abs(off) <= slack


def _half(fact: Fact) -> Decimal:
    return Decimal(5).scaleb(-(fact.decimals or 0) - 1)
