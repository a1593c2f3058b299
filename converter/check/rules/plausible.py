"""Numbers and dates that are hardly ever so: signs, dates, cumulative columns, scales. In the spirit of the DQC rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from converter.check.facts import number, told, when
from converter.check.ledger import Ledger, is_round
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.model import Fact, Period

_ZERO = Decimal(0)

_BALANCES = frozenset(["asset", "contra_asset", "shares"])
_FLOWS = frozenset(["inflow", "outflow", "distribution"])
_MAY_BE_NEGATIVE = (
    "Net",
    "Deferred",
    "Adjustment",
    "Other",
    "IncreaseDecrease",
    "ProceedsFromRepaymentsOf",
    "ProceedsFromPaymentsFor",
    "PaymentsForProceedsFrom",
)


@rule(
    "accounting.negative",
    "warning",
    spec="DQC_0015",
    hint="An allowance is positive under Allowance..., treasury shares positive under TreasuryStock...: change the sign, not the label.",
    compares=True,
)
def negative(subject: Subject) -> Iterator[Outcome]:
    """A negative value of a concept that is hardly ever negative: assets, allowances, numbers of shares."""
    return _negative(subject, _BALANCES)


@rule(
    "accounting.negative-flow",
    "info",
    spec="DQC_0015",
    hint="A payment is positive under Payments..., a receipt under Proceeds...: change the sign, not the label.",
    compares=True,
)
def negative_flow(subject: Subject) -> Iterator[Outcome]:
    """A negative payment or receipt.

    Often the number was printed in parentheses and its sign kept; sometimes it is a refund."""
    return _negative(subject, _FLOWS)


def _negative(subject: Subject, natures: frozenset[str]) -> Iterator[Outcome]:
    if not subject.standard:
        return
    from converter.taxonomy import load_taxonomy

    nature = load_taxonomy().nature
    for name in subject.standard:
        facts = subject.by_concept[name]
        local = name.partition(":")[2]
        if nature(f"gaap:{local}") not in natures or any(word in local for word in _MAY_BE_NEGATIVE):
            continue
        for fact in facts:
            if fact.value is not None and fact.value.startswith("-") and fact.value.strip("-0."):
                yield Found(f"{fact.concept} for {when(fact.period)} is {told(fact)}; it is hardly ever negative.", (fact.id,))
            else:
                yield HELD


def _dei(subject: Subject, local: str) -> Fact | None:
    return next((fact for fact in subject.by_concept.get(f"dei:{local}", ()) if fact.value is not None), None)


@rule(
    "accounting.period-end",
    "warning",
    spec="DQC_0005, DQC_0006, EFM 6.5.20",
    hint="DocumentPeriodEndDate is the last day of the period that the report is about.",
    compares=True,
)
def period_end(subject: Subject) -> Iterator[Outcome]:
    """A document period end date that is not the end of its own context's period."""
    fact = _dei(subject, "DocumentPeriodEndDate")
    if fact is None or fact.period.start is None:
        return
    if fact.value == f"{fact.period.end}":
        yield HELD
    else:
        yield Found(f"DocumentPeriodEndDate is {told(fact)}, but its period ends {fact.period.end}.", (fact.id,))


@rule(
    "accounting.after-period-end",
    "warning",
    spec="DQC_0005",
    hint="Compare the columns' dates with the source.",
    compares=True,
)
def after_period_end(subject: Subject) -> Iterator[Outcome]:
    """A statement's fact for a time after the document's period.

    Only the cover's share counts and market values may be later."""
    end = _dei(subject, "DocumentPeriodEndDate")
    last = _day(end.value) if end is not None and end.value else None
    if last is None:
        return
    for fact in subject.report.facts:
        if fact.concept.startswith(("gaap:", "us-gaap:")):
            if fact.period.end <= last or fact.period.end == date.max:
                yield HELD
            elif fact.statement in (None, "balance_sheet", "income", "comprehensive", "cashflow", "equity"):
                yield Found(f"{fact.concept} {told(fact)} is for {when(fact.period)}, after the period's end {last}.", (fact.id,))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@rule(
    "accounting.cumulative",
    "warning",
    spec="in the spirit of DQC_0126",
    hint="Compare the columns: perhaps the quarter and the year to date are exchanged.",
    compares=True,
)
def cumulative(subject: Subject) -> Iterator[Outcome]:
    """A quarter's revenues or payments that are greater than those of the longer period around it.

    Compared for concepts that are hardly ever negative: revenues, inflows and outflows."""
    if not subject.standard:
        return
    from converter.taxonomy import load_taxonomy

    nature = load_taxonomy().nature
    ledger = subject.ledger
    for name in subject.standard:
        local = name.partition(":")[2]
        if (
            "Investment" not in local
            and nature(f"gaap:{local}") in ("revenue", "inflow", "outflow")
            and not any(word in local for word in _MAY_BE_NEGATIVE)
        ):
            yield from _cumulative(ledger, ledger.facts(local))


def _cumulative(ledger: Ledger, facts: Mapping[Period, Fact]) -> Iterator[Outcome]:
    for inner, outer in ((a, b) for a in facts for b in facts if a is not b and _inside(a, b)):
        short, long = ledger.interval(facts[inner]), ledger.interval(facts[outer])
        if short is None or long is None or short.low < 0 or long.low < 0:
            continue
        if short.low <= long.high:
            yield HELD
        else:
            yield Found(
                f"{facts[inner].concept} for {when(inner)} is {told(facts[inner])}, more than for {when(outer)}: {told(facts[outer])}.",
                (facts[inner].id, facts[outer].id),
            )


def _inside(inner: Period, outer: Period) -> bool:
    return inner.start is not None and outer.start is not None and outer.start <= inner.start and inner.end <= outer.end and inner != outer


_FAR = Decimal(100)
_MOST_ROUND = 0.05


@rule(
    "accounting.scale",
    "warning",
    spec="in the spirit of DQC_0001",
    hint="Compare with the source: this number is probably in another scale than its neighbours.",
    compares=True,
)
def scale(subject: Subject) -> Iterator[Outcome]:
    """A number that is a thousand times its neighbour and looks scaled once too often.

    Suspected is a value that is at least a hundred times (or at most a hundredth of) the same concept's other values, where either its
    last digits are zeros that its decimals do not explain (in a report where that is rare), or its decimals differ from the others' by
    three or six."""
    ledger = subject.ledger
    for name in subject.standard:
        facts = [fact for fact in ledger.facts(name.partition(":")[2]).values() if fact.unit is not None]
        if len(facts) > 1:
            yield from _scaled(facts, ledger.round_share <= _MOST_ROUND)


def _scaled(facts: list[Fact], round_is_rare: bool) -> Iterator[Outcome]:
    for fact in facts:
        mine = abs(number(fact.value or "") or _ZERO)
        others = [other for other in facts if other is not fact and (number(other.value or "") or _ZERO) != 0]
        if not mine or not others:
            continue
        ratios = [mine / abs(number(other.value or "") or mine) for other in others]
        if _is_suspect(fact, others, min(ratios), max(ratios), round_is_rare):
            yield Found(
                f"{fact.concept} for {when(fact.period)} is {told(fact)}, for {when(others[0].period)} {told(others[0])}.",
                (fact.id, others[0].id),
            )
        else:
            yield HELD


def _is_suspect(fact: Fact, others: list[Fact], smallest: Decimal, largest: Decimal, round_is_rare: bool) -> bool:
    if smallest >= _FAR:
        return _steps(fact, others) or (round_is_rare and _too_round(fact, others))
    return largest <= 1 / _FAR and _steps(fact, others)


def _steps(fact: Fact, others: list[Fact]) -> bool:
    decimals = {other.decimals for other in others}
    mine, theirs = fact.decimals, next(iter(decimals))
    return len(decimals) == 1 and mine is not None and theirs is not None and abs(mine - theirs) in (3, 6)


def _too_round(fact: Fact, others: list[Fact]) -> bool:
    return is_round(fact) and not any(map(is_round, others))
