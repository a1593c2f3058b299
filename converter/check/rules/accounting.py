"""What accounts must obey, whoever wrote them. In the spirit of the XBRL US Data Quality Committee's rules (DQC)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from converter.check.ledger import Ledger, is_round
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Interval, Subject, number, plain, told, when
from converter.model import Fact, Period
from converter.resources import table

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Equation:
    """A row of ``equations.tsv``. ``always``: it holds for every company; others only where one of the report's columns shows that the
    company means the lines so."""

    total: str
    parts: tuple[tuple[str, int], ...]
    optional: tuple[str, ...]
    always: bool
    title: str


@cache
def _equations() -> tuple[_Equation, ...]:
    rows = (line.split("\t") for line in table("check", "equations.tsv").read_text("utf-8").splitlines()[1:])
    return tuple(
        _Equation(total, tuple(map(_weighted, parts.split())), tuple(optional.split()), always == "1", title)
        for total, parts, optional, always, title in rows
    )


def _weighted(text: str) -> tuple[str, int]:
    return (text[1:], -1) if text.startswith("-") else (text, 1)


@rule(
    "accounting.equation",
    "warning",
    spec="DQC_0004 (assets and liabilities with equity), DQC_0126 (face calculations)",
    hint="Compare both numbers with the source: a digit, a scale or a sign is wrong, or a line was given to another concept.",
    compares=True,
)
def equation(subject: Subject) -> Iterator[Outcome]:
    """An equation between totals that does not hold.

    Assets are liabilities and equity, gross profit is revenues less their cost, the change in cash is that of its activities: the rows of
    `equations.tsv`. An equation is compared in each period in which all its parts are reported; parts that not every company has are
    added where they are. Let pass are a gap that some other number of the same column fills (a line is missing, and no number wrong), and
    an equation other than that of the balance sheet's sides that holds in no column (this company means other lines)."""
    ledger = subject.ledger
    for of in _equations():
        outcomes: list[Outcome] = []
        for period, fact in ledger.facts(of.total).items():
            reported = _all_parts(ledger, of, period)
            if reported is not None:
                outcomes += _judged(ledger, fact, reported, of.title)
        if of.always or HELD in outcomes:
            yield from outcomes


def _all_parts(ledger: Ledger, of: _Equation, period: Period) -> list[tuple[Fact, int]] | None:
    found = [(ledger.facts(name).get(period), weight) for name, weight in of.parts]
    reported = [(fact, weight) for fact, weight in found if fact is not None]
    if len(reported) < len(of.parts):
        return None
    more = (ledger.facts(name).get(period) for name in of.optional)
    return reported + [(fact, 1) for fact in more if fact is not None]


def _judged(ledger: Ledger, total: Fact, parts: list[tuple[Fact, int]], title: str) -> Iterator[Outcome]:
    stated, computed = ledger.interval(total), ledger.sum(parts)
    if stated is None or computed is None or any(fact.unit != total.unit for fact, _ in parts):
        return
    if stated.meets(_wider(computed, stated)):
        yield HELD
        return
    among = {total.id, *(fact.id for fact, _ in parts)}
    gap = Interval(stated.low - computed.high, stated.high - computed.low)
    if ledger.fills(gap, total, among):
        return
    yield Found(
        f"{title}: for {when(total.period)} {total.concept} is {told(total)}, {_listed(parts)} makes {plain(_middle(computed))}.",
        (total.id, *(fact.id for fact, _ in parts)),
    )


def _listed(parts: list[tuple[Fact, int]]) -> str:
    return " ".join(f"{'-' if weight < 0 else '+'} {fact.concept} {told(fact)}" for fact, weight in parts).removeprefix("+ ")


def _middle(interval: Interval) -> Decimal:
    return (interval.low + interval.high) / 2


def _wider(interval: Interval, by: Interval) -> Interval:
    """Printed sums are often off by one in the last place; the specification's intervals do not allow that of a single part."""
    width = by.high - by.low
    return Interval(interval.low - width, interval.high + width)


_CASH = (
    ("CashAndCashEquivalentsPeriodIncreaseDecrease", "CashAndCashEquivalentsAtCarryingValue"),
    (
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
    ),
)


@rule(
    "accounting.cash-ties",
    "warning",
    spec="DQC_0126",
    hint="Compare the opening and closing balance and the change with the cash flow statement.",
    compares=True,
)
def cash_ties(subject: Subject) -> Iterator[Outcome]:
    """A change in cash that does not lead from the opening to the closing balance."""
    ledger = subject.ledger
    for change, balance in _CASH:
        balances = ledger.facts(balance)
        for period, fact in ledger.facts(change).items():
            if period.start is None or period.start == date.min:
                continue
            opening, closing = balances.get(Period(None, period.start - timedelta(days=1))), balances.get(Period(None, period.end))
            if opening is not None and closing is not None:
                yield from _judged(ledger, fact, [(closing, 1), (opening, -1)], "The change in cash does not tie to the balances")


_PER_SHARE = (
    ("EarningsPerShareBasic", ("WeightedAverageNumberOfSharesOutstandingBasic",)),
    ("EarningsPerShareDiluted", ("WeightedAverageNumberOfDilutedSharesOutstanding",)),
    (
        "EarningsPerShareBasicAndDiluted",
        ("WeightedAverageNumberOfShareOutstandingBasicAndDiluted", "WeightedAverageNumberOfSharesOutstandingBasic"),
    ),
)
_INCOMES = (
    "NetIncomeLossAvailableToCommonStockholdersBasic",
    "NetIncomeLoss",
    "ProfitLoss",
    "IncomeLossFromContinuingOperations",
    "IncomeLossBeforeExtraordinaryItemsAndCumulativeEffectOfChangeInAccountingPrinciple",
)
_SLACK = Decimal("0.25")


@rule(
    "accounting.per-share",
    "warning",
    spec="in the spirit of DQC_0001",
    hint="Compare income, shares and earnings per share with the source: perhaps shares are in thousands, or a sign is missing.",
    compares=True,
)
def per_share(subject: Subject) -> Iterator[Outcome]:
    """Earnings per share times shares that are far from every income of the period.

    Preferred dividends and classes of stock make the two differ, so a quarter of the income is let pass; a wrong scale, sign or digit in
    front is seen. Not compared where earnings are within half a cent of nothing."""
    ledger = subject.ledger
    for earnings, counts in _PER_SHARE:
        for period, each in ledger.facts(earnings).items():
            shares = next((ledger.facts(name)[period] for name in counts if period in ledger.facts(name)), None)
            incomes = [ledger.facts(name)[period] for name in _INCOMES if period in ledger.facts(name)]
            if shares is not None and incomes:
                yield from _per_share(ledger, each, shares, incomes)


def _per_share(ledger: Ledger, each: Fact, shares: Fact, incomes: list[Fact]) -> Iterator[Outcome]:
    one, count = ledger.interval(each), number(shares.value or "")
    if one is None or count is None or count <= 0 or (one.low <= 0 <= one.high):
        return
    product = Interval(one.low * count, one.high * count)
    if any(_near(product, ledger.interval(income)) for income in incomes):
        yield HELD
        return
    yield Found(
        f"{each.concept} {told(each)} times {shares.concept} {told(shares)} is about {plain(_middle(product).quantize(Decimal(1)))}, "
        f"but {incomes[0].concept} is {told(incomes[0])} for {when(each.period)}.",
        (each.id, shares.id, incomes[0].id),
    )


def _near(product: Interval, income: Interval | None) -> bool:
    if income is None:
        return True
    slack = max(abs(income.low), abs(income.high)) * _SLACK
    return income.low - slack <= product.high and product.low <= income.high + slack


_PAIRS = (
    ("CommonStockSharesIssued", "CommonStockSharesAuthorized"),
    ("CommonStockSharesOutstanding", "CommonStockSharesAuthorized"),
    ("PreferredStockSharesIssued", "PreferredStockSharesAuthorized"),
    ("PreferredStockSharesOutstanding", "PreferredStockSharesAuthorized"),
    ("CommonStockSharesOutstanding", "CommonStockSharesIssued"),
)


@rule(
    "accounting.shares-authorized",
    "warning",
    spec="DQC_0212",
    hint="Compare the share counts with the source; often one of them is in thousands.",
    compares=True,
)
def shares_authorized(subject: Subject) -> Iterator[Outcome]:
    """More shares issued or outstanding than authorised, or more outstanding than issued."""
    ledger = subject.ledger
    for fewer, more in _PAIRS:
        bounds = ledger.facts(more)
        for period, fact in ledger.facts(fewer).items():
            bound = bounds.get(period)
            if bound is None:
                continue
            low, high = ledger.interval(fact), ledger.interval(bound)
            if low is None or high is None:
                continue
            if low.low <= high.high:
                yield HELD
            else:
                message = f"At {when(period)} {fact.concept} is {told(fact)}, more than {bound.concept} {told(bound)}."
                yield Found(message, (fact.id, bound.id))


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
    from converter.taxonomy import load_taxonomy

    nature = load_taxonomy().nature
    for name, facts in subject.by_concept.items():
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
    from converter.taxonomy import load_taxonomy

    nature = load_taxonomy().nature
    ledger = subject.ledger
    for name in subject.by_concept:
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
    for name in subject.by_concept:
        facts = [fact for fact in ledger.facts(name.partition(":")[2]).values() if fact.unit is not None]
        if len(facts) > 1 and name.startswith(("gaap:", "us-gaap:")):
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
