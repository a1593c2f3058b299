"""Sums that the common taxonomy knows, checked against the report's own other columns."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.facts import Interval, plain, told, when
from converter.check.ledger import Ledger
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.model import Fact, Period


@rule(
    "accounting.sum-breaks",
    "warning",
    spec="DQC_0126 (face calculations)",
    hint="Compare total and parts of this column with the source: the same lines add up in another column.",
    compares=True,
)
def sum_breaks(subject: Subject) -> Iterator[Outcome]:
    """A total whose parts add up to it in another column of the report, but not in this one.

    The sums are those of the taxonomy's trees, with the parts that the report has. A gap that some other number of the same column
    fills is let pass: then a line of this year alone is missing from the sum."""
    reported = {name.partition(":")[2] for name in subject.standard}
    if not reported:
        return
    from converter.taxonomy import load_taxonomy

    ledger, taxonomy = subject.ledger, load_taxonomy()
    seen: set[tuple[str, tuple[tuple[str, int], ...]]] = set()
    for tree in taxonomy.trees:
        for total in taxonomy.totals(tree):
            local = total.partition(":")[2]
            if local not in reported:
                continue
            parts = tuple((part.concept.partition(":")[2], part.weight) for part in taxonomy.children(total, tree))
            parts = tuple(sorted((name, weight) for name, weight in parts if name in reported))
            if len(parts) > 1 and (local, parts) not in seen:
                seen.add((local, parts))
                yield from _columns(ledger, local, parts)


def _columns(ledger: Ledger, total: str, parts: tuple[tuple[str, int], ...]) -> Iterator[Outcome]:
    columns = {period: _parts(ledger, parts, period) for period in ledger.facts(total)}
    holding = {period for period, found in columns.items() if _proves(ledger, ledger.facts(total)[period], found)}
    if not holding:
        return
    proved = {frozenset(fact.concept for fact, _ in columns[period]) for period in holding}
    for period, found in columns.items():
        if period in holding:
            yield HELD
        elif frozenset(fact.concept for fact, _ in found) in proved:
            yield from _broken(ledger, ledger.facts(total)[period], found)


def _proves(ledger: Ledger, total: Fact, parts: list[tuple[Fact, int]]) -> bool:
    """Whether a column proves the sum: it holds, of at least two parts that are not nothing."""
    given = [fact for fact, _ in parts if (fact.value or "").strip("-0.")]
    return len(given) > 1 and bool((total.value or "").strip("-0.")) and _gap(ledger, total, parts) is None


def _parts(ledger: Ledger, parts: tuple[tuple[str, int], ...], period: Period) -> list[tuple[Fact, int]]:
    found = [(ledger.facts(name).get(period), weight) for name, weight in parts]
    return [(fact, weight) for fact, weight in found if fact is not None]


def _gap(ledger: Ledger, total: Fact, parts: list[tuple[Fact, int]]) -> Interval | None:
    """What is missing between a total and its parts; None where nothing is, or nothing can be said."""
    stated, computed = ledger.interval(total), ledger.sum(parts)
    if stated is None or computed is None or any(fact.unit != total.unit for fact, _ in parts):
        return None
    slack = (stated.high - stated.low) / 2
    gap = Interval(stated.low - computed.high - slack, stated.high - computed.low + slack)
    return None if gap.low <= 0 <= gap.high else gap


def _broken(ledger: Ledger, total: Fact, parts: list[tuple[Fact, int]]) -> Iterator[Outcome]:
    gap = _gap(ledger, total, parts)
    if gap is None:
        return
    if ledger.fills(gap, total, {total.id, *(fact.id for fact, _ in parts)}):
        return
    missing = (gap.low + gap.high) / 2
    yield Found(
        f"{total.concept} for {when(total.period)} is {told(total)}, {plain(missing)} away from the sum of its parts, which add up in "
        f"another column: {', '.join(f'{fact.concept} {told(fact)}' for fact, _ in parts[:10])}.",
        (total.id, *(fact.id for fact, _ in parts)),
    )
