"""What accounts must obey, whoever wrote them. In the spirit of the XBRL US Data Quality Committee's rules (DQC)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations

from msgspec import Struct

from converter.check.facts import Interval, number, plain, told, when
from converter.check.ledger import Ledger, one_mistake
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.model import Fact, Period
from converter.resources import table

_ZERO = Decimal(0)


class _Equation(Struct, frozen=True):
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
    added where they are, unless the equation holds without them. Let pass are a gap that some other number of the same column fills (a
    line is missing, and no number wrong), and an equation other than that of the balance sheet's sides that holds in no column, or fails
    in several by more than one digit, scale or sign explains (this company means other lines)."""
    ledger = subject.ledger
    for of in _equations():
        columns: list[_Held | _Broken] = []
        for period, fact in ledger.facts(of.total).items():
            ways = [list(_judged(ledger, fact, parts, of.title)) for parts in _ways(ledger, of, period)]
            columns += next((way for way in ways if any(isinstance(each, _Held) for each in way)), ways[0] if ways else [])
        if of.always:
            yield from (column.found if isinstance(column, _Broken) else HELD for column in columns)
        elif any(not isinstance(column, _Broken) for column in columns):
            yield from _told(columns)


def _ways(ledger: Ledger, of: _Equation, period: Period) -> Iterator[list[tuple[Fact, int]]]:
    """The parts of an equation in a period: with all optional ones first, then with fewer, for a company may have them inside its
    other parts. None where a part is not reported."""
    found = [(ledger.facts(name).get(period), weight) for name, weight in of.parts]
    reported = [(fact, weight) for fact, weight in found if fact is not None]
    if len(reported) < len(of.parts):
        return
    more = [(fact, 1) for name in of.optional if (fact := ledger.facts(name).get(period)) is not None]
    for size in range(len(more), -1, -1):
        yield from ([*reported, *some] for some in combinations(more, size))


class _Broken(Struct, frozen=True):
    """A column in which an equation does not hold. ``one_mistake``: one digit, scale or sign, set right, would make it hold."""

    found: Found
    one_mistake: bool


class _Held:
    """A column in which an equation holds."""


def _told(columns: list[_Held | _Broken]) -> Iterator[Outcome]:
    """Several columns that fail are those of a company that means other lines, unless each is one mistake."""
    alone = sum(isinstance(column, _Broken) for column in columns) == 1
    for column in columns:
        if not isinstance(column, _Broken):
            yield HELD
        elif alone or column.one_mistake:
            yield column.found


def _judged(ledger: Ledger, total: Fact, parts: list[tuple[Fact, int]], title: str) -> Iterator[_Held | _Broken]:
    stated, computed = ledger.interval(total), ledger.sum(parts)
    if stated is None or computed is None or any(fact.unit != total.unit for fact, _ in parts):
        return
    if stated.meets(_wider(computed, stated)):
        yield _Held()
        return
    among = {total.id, *(fact.id for fact, _ in parts)}
    gap = Interval(stated.low - computed.high, stated.high - computed.low)
    if not ledger.fills(gap, total, among):
        message = f"{title}: for {when(total.period)} {total.concept} is {told(total)}, {_listed(parts)} makes {plain(_middle(computed))}."
        found = Found(message, (total.id, *(fact.id for fact, _ in parts)))
        yield _Broken(found, one_mistake(_middle(gap), stated.high - stated.low, _weighted_values(total, parts)))


def _weighted_values(total: Fact, parts: list[tuple[Fact, int]]) -> list[Decimal]:
    return [weight * (number(fact.value or "") or _ZERO) for fact, weight in ((total, -1), *parts)]


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
        columns: list[_Held | _Broken] = []
        for period, fact in ledger.facts(change).items():
            if period.start is None or period.start == date.min:
                continue
            opening, closing = balances.get(Period(None, period.start - timedelta(days=1))), balances.get(Period(None, period.end))
            if opening is not None and closing is not None:
                columns += _judged(ledger, fact, [(closing, 1), (opening, -1)], "The change in cash does not tie to the balances")
        yield from _told(columns)


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
    front is seen. Not compared where earnings are within half a cent of nothing. Where all share counts of a report are in one other
    scale, `accounting.share-scale` says so once."""
    earned = list(_earned(subject.ledger))
    if _all_scaled(earned):
        return
    for each in earned:
        yield HELD if each.scale == 1 else Found(each.sentence, each.ids)


@rule(
    "accounting.share-scale",
    "info",
    spec="in the spirit of DQC_0001",
    hint="Multiply the share counts: the statements give them in thousands or millions.",
    compares=True,
)
def share_scale(subject: Subject) -> Iterator[Outcome]:
    """Share counts that are all in thousands or millions, as earnings per share and income show.

    Many a filing bears its counts so; no single number is wrong then."""
    earned = list(_earned(subject.ledger))
    if _all_scaled(earned):
        yield Found(f"All share counts are in units of {earned[0].scale:,}: {earned[0].sentence}", earned[0].ids)
    else:
        yield from (HELD for each in earned if each.scale == 1)


class _Earned(Struct, frozen=True):
    """Earnings per share beside shares and income. ``scale``: what the shares must be multiplied by; 1 is right, 0 is unknown."""

    scale: int
    sentence: str
    ids: tuple[str, ...]


def _all_scaled(earned: list[_Earned]) -> bool:
    return len(earned) > 1 and len({each.scale for each in earned}) == 1 and earned[0].scale > 1


def _earned(ledger: Ledger) -> Iterator[_Earned]:
    for earnings, counts in _PER_SHARE:
        for period, each in ledger.facts(earnings).items():
            shares = next((ledger.facts(name)[period] for name in counts if period in ledger.facts(name)), None)
            incomes = [ledger.facts(name)[period] for name in _INCOMES if period in ledger.facts(name)]
            if shares is not None and incomes:
                yield from _compared(ledger, each, shares, incomes)


def _compared(ledger: Ledger, each: Fact, shares: Fact, incomes: list[Fact]) -> Iterator[_Earned]:
    one, count = ledger.interval(each), number(shares.value or "")
    if one is None or count is None or count <= 0 or (one.low <= 0 <= one.high):
        return
    ranges = [ledger.interval(income) for income in incomes]
    product = Interval(one.low * count, one.high * count)
    scaled = ((scale, Interval(product.low * scale, product.high * scale)) for scale in (1, 1000, 1_000_000))
    scale = next((scale for scale, interval in scaled if any(_near(interval, income) for income in ranges)), 0)
    yield _Earned(
        scale,
        f"{each.concept} {told(each)} times {shares.concept} {told(shares)} is about {plain(_middle(product).to_integral_value())}, "
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
