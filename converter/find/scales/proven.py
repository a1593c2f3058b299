"""What other numbers of a filing prove of its statements' scale, where these state none.

Three witnesses: income divided by earnings per share is a count of shares, and the cover prints that in full; a financial data schedule may
have the totals in full; sentences tell amounts in words. Each gives votes for a power of ten, nought among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from converter.model import CoverItem, Figure, Schedule, SentenceFigure, Statement
from converter.patterns import regex

_POWERS = (0, 3, 6)
_NONE = -1
"""The vote of a column that fits no power, or several."""
_LEAST_VOTES = 3
"""Different amounts that have to agree; one may do so by chance."""
_LEAST_DIGITS = 3
_LEAST_PER_SHARE = Decimal("0.05")
"""Of less, a cent of rounding is too much."""
_LEAST_COUNT = 100_000
"""Of shares; fewer are the cover's own thousands or millions, or a subsidiary's."""
_SHARES_OFF = Decimal("1.6")
"""Shares of the cover against those of the period, either way: issues, repurchases, losses that exclude dilution."""
_LAST_INCOMES = 4
_BOTTOM_LINE = regex(r"(?i:\(?(?:net|income|earnings|loss|profit)\b)")
_DIVIDEND = regex(r"(?i:dividend|distribution)")

_Amounts = dict[tuple[date, bool], set[Decimal]]


class Proof(Struct, frozen=True):
    """A power of ten, and what proves it."""

    power: int
    words: str


def proven_scale(
    statements: Sequence[Statement], cover: Sequence[CoverItem], schedules: Sequence[Schedule], sentences: Sequence[SentenceFigure]
) -> Proof | None:
    """The power of ten that at least two columns of shares, or three amounts, prove for figures read in full; None where nothing does, or
    where two witnesses differ."""
    amounts = _amounts(statements)
    heard = [
        _verdict(_by_shares(statements, cover), 2, "income divided by earnings per share is the cover's count of shares, in {} columns"),
        _verdict(_by_schedules(amounts, schedules), _LEAST_VOTES, "a financial data schedule has {} of them in full"),
        _verdict(_by_sentences(amounts, sentences), _LEAST_VOTES, "sentences tell {} of them"),
    ]
    proofs = [proof for proof in heard if proof]
    if len({proof.power for proof in proofs}) != 1:
        return None
    return Proof(proofs[0].power, "; ".join(proof.words for proof in proofs))


def _verdict(votes: Counter[int], least: int, words: str) -> Proof | None:
    """The power that nearly all votes are for."""
    power, count = votes.most_common(1)[0] if votes else (_NONE, 0)
    proves = power != _NONE and count >= least and count * 4 >= votes.total() * 3
    return Proof(power, words.format(count)) if proves else None


def _is_money(figure: Figure) -> bool:
    live = not figure.ignored and figure.period is not None and figure.unit is not None and bool(figure.number.value)
    return live and figure.unit is not None and not figure.unit.denominator and figure.unit.numerator.startswith("iso4217:")


def _amounts(statements: Sequence[Statement]) -> _Amounts:
    """The amounts as printed, by their last day and whether that is all of their period."""
    found: _Amounts = {}
    for statement in statements:
        for row in statement.rows:
            for figure in row.figures:
                if figure.period and _is_money(figure):
                    key = figure.period.end, figure.period.is_instant
                    found.setdefault(key, set()).add(abs(figure.number.value))
    return found


def _by_shares(statements: Sequence[Statement], cover: Sequence[CoverItem]) -> Counter[int]:
    counts = [Decimal(item.value) for item in cover if item.item == "shares_outstanding" and item.value.isdecimal()]
    votes: Counter[int] = Counter()
    if sum(counts) < _LEAST_COUNT:
        return votes
    for statement in statements:
        for column in range(len(statement.columns)) if statement.kind in ("income", "comprehensive") else ():
            incomes, per = _of_column(statement, column)
            fits = {power for income in incomes for each in per for power in _POWERS if _fits(income.scaleb(power) / each, sum(counts))}
            votes.update(fits if len(fits) == 1 else [_NONE] if incomes and per else ())
    return votes


def _of_column(statement: Statement, column: int) -> tuple[list[Decimal], list[Decimal]]:
    """The last incomes of a column, and its earnings per share."""
    incomes: list[Decimal] = []
    per: list[Decimal] = []
    for row in statement.rows:
        for figure in row.figures:
            if figure.column != column or figure.ignored or figure.unit is None:
                continue
            value = abs(figure.number.value)
            if figure.unit.denominator and value >= _LEAST_PER_SHARE and not _DIVIDEND.search(row.label):
                per.append(value)
            elif _is_money(figure) and _BOTTOM_LINE.match(row.label) and not per:
                incomes.append(value)
    return incomes[-_LAST_INCOMES:], per


def _fits(shares: Decimal, count: Decimal | int) -> bool:
    return count <= shares * _SHARES_OFF and shares <= count * _SHARES_OFF


def _by_schedules(amounts: _Amounts, schedules: Iterable[Schedule]) -> Counter[int]:
    """Totals that a schedule has in full. Where it prints the statements' digits under a multiplier, either of the two may be wrong."""
    votes: Counter[int] = Counter()
    for schedule in schedules:
        seen: set[Decimal] = set()
        for item in schedule.items:
            value = abs(item.number.value)
            if item.scale or item.unit.denominator or not item.unit.numerator.startswith("iso4217:") or value in seen:
                continue
            seen.add(value)
            votes.update(_powers(value, Decimal("0.5"), amounts.get((item.period.end, item.period.is_instant), set())))
    return votes


def _by_sentences(amounts: _Amounts, sentences: Iterable[SentenceFigure]) -> Counter[int]:
    votes: Counter[int] = Counter()
    seen: set[tuple[date, Decimal]] = set()
    for figure in sentences:
        value = abs(figure.number.value.scaleb(figure.scale))
        key = figure.period.end, value
        if figure.unit.denominator or not figure.unit.numerator.startswith("iso4217:") or key in seen:
            continue
        seen.add(key)
        half = Decimal(1).scaleb(-figure.decimals) / 2
        votes.update(_powers(value, half, amounts.get((figure.period.end, figure.period.is_instant), set())))
    return votes


def _powers(value: Decimal, half: Decimal, amounts: set[Decimal]) -> Iterator[int]:
    """The one power of ten at which an amount printed by the statements and a value in full are the same but for rounding; values of few
    digits meet by chance."""
    if value < half * 2 * 10 ** (_LEAST_DIGITS - 1):
        return
    fits = [power for power in _POWERS if any(_same(amount, value, half, power) for amount in amounts)]
    if len(fits) == 1:
        yield fits[0]


def _same(amount: Decimal, value: Decimal, half: Decimal, power: int) -> bool:
    exponent = amount.as_tuple().exponent
    coarse = Decimal(1).scaleb(power + (exponent if isinstance(exponent, int) else 0)) / 2
    told = amount.scaleb(power)
    return told >= coarse * 2 * 10 ** (_LEAST_DIGITS - 1) and abs(told - value) <= max(half, coarse if power else half)
