"""The scale of a statement that states none beside others that state theirs: it is theirs, unless the amounts that it shares with them, or
has to come to, prove another. A balance sheet in full dollars may stand beside an income statement in thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.find.scales.settle import PROVEN, without_scale
from converter.model import Figure, Finding, Period, Statement
from converter.patterns import regex

_POWERS = (0, 3, 6)
_SHARED = (
    regex(r"(?i:^\W{0,8}net\s{1,4}\(?(?:income|earnings|loss|profit)\b)"),
    regex(r"(?i:\bcash\b)"),
    regex(r"(?i:\b(?:equity|capital|deficit)\b|^\W{0,8}balances?\b)"),
)
"""Labels of amounts that statements share: net income, the cash at a day, equity at a day."""
_RETAINED = regex(r"(?i:\b(?:retained\s{1,4}earnings|earnings\s{1,4}retained|(?:accumulated\s{1,4}|retained\s{1,4}|^\W{0,8})\(?deficit)\b)")
_LEAST_HALVES = 200
"""An amount of three digits and more: of fewer two may meet by chance."""
_LEAST_VOTES = 2
_FAR_APART = 400
"""The greatest amounts of two statements of one company and scale are not so many times each other."""
_LEAST_FAR = 1_000_000
_DAY = timedelta(days=1)
_HINT_PROVEN = "--scale thousands (millions, billions) counts them otherwise."
_HINT_UNTOLD = "--scale units (thousands, millions, billions) tells it."


class _Amount(Struct, frozen=True):
    """A value in full units, and how far it may lie from what it is."""

    value: Decimal
    half: Decimal


_Amounts = dict[tuple[int, Period], list[_Amount]]


def settle_borrowed(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """The statements, those that borrow a scale read at the one that others prove; without any where theirs cannot be."""
    stating = [each for each in statements if each.borrowed is None]
    if len(stating) == len(statements) or not stating:
        return tuple(statements), ()
    settled = [_settled(each, stating) if each.borrowed is not None else (each, None) for each in statements]
    return tuple(each for each, _ in settled), tuple(finding for _, finding in settled if finding)


def _settled(one: Statement, stating: Sequence[Statement]) -> tuple[Statement, Finding | None]:
    assert one.borrowed is not None
    votes: Counter[int] = Counter()
    for other in stating:
        if other.registrant == one.registrant:
            votes.update(_votes(one, other))
    place = (one.title.place,)
    if len(votes) == 1:
        (power, count) = votes.popitem()
        if power == one.borrowed or count < _LEAST_VOTES:
            return one, None
        message = (
            f"{one.kind} does not say what its amounts are counted in; it is read at 10^{power}, and not at 10^{one.borrowed} like the "
            "statements that do: it has their amounts at that scale"
        )
        return _rescaled(one, power), Finding("find.scale-proven", "warning", message, _HINT_PROVEN, place)
    if not votes and any(_are_far_apart(one, other) for other in stating):
        message = (
            f"{one.kind} does not say what its amounts are counted in; at 10^{one.borrowed}, like the statements that do, they are more "
            f"than {_FAR_APART} times theirs: they stay unmapped"
        )
        return without_scale([one])[0], Finding("find.scale-contradicted", "warning", message, _HINT_UNTOLD, place)
    return one, None


def _votes(one: Statement, other: Statement) -> Iterator[int]:
    """The powers of ten at which a statement has amounts of another; what net income adds to equity is no chance, and counts twice."""
    mine, theirs = _shared(one, printed=True), _shared(other, printed=False)
    for key, amounts in mine.items():
        yield from _only(_fits(amounts, theirs.get(key, [])))
    kinds = {one.kind, other.kind}
    if "balance_sheet" in kinds and len(kinds) > 1:
        earned = _earned(other, printed=False) if other.kind != "balance_sheet" else _earned(one, printed=True)
        for period, change in _changes(one if one.kind == "balance_sheet" else other, printed=one.kind == "balance_sheet"):
            incomes = earned.get(period, [])
            yield from [*_only(_fits([change], incomes) if one.kind == "balance_sheet" else _fits(incomes, [change]))] * _LEAST_VOTES


def _only(powers: set[int]) -> set[int]:
    return powers if len(powers) == 1 else set()


def _fits(printed: Sequence[_Amount], told: Sequence[_Amount]) -> set[int]:
    """The powers of ten at which amounts ``printed`` are those ``told`` but for rounding."""
    return {
        power
        for mine in printed
        for theirs in told
        if mine.value >= _LEAST_HALVES * mine.half and theirs.value >= _LEAST_HALVES * theirs.half
        for power in _POWERS
        if abs(mine.value.scaleb(power) - theirs.value) <= mine.half.scaleb(power) + theirs.half
    }


def _shared(statement: Statement, printed: bool) -> _Amounts:
    """Amounts that other statements may have too, by what they are and their period."""
    found: _Amounts = {}
    for row in statement.rows:
        kind = next((at for at, labels in enumerate(_SHARED) if labels.search(row.label)), None)
        for figure in row.figures if kind is not None else ():
            if kind is not None and figure.period and _is_money(figure):
                found.setdefault((kind, figure.period), []).append(_amount(figure, printed))
    return found


def _earned(statement: Statement, printed: bool) -> dict[tuple[date, date], list[_Amount]]:
    """Net income by the day before its period and the period's last."""
    shared = _shared(statement, printed)
    return {(period.start - _DAY, period.end): amounts for (kind, period), amounts in shared.items() if kind == 0 and period.start}


def _changes(balance: Statement, printed: bool) -> Iterator[tuple[tuple[date, date], _Amount]]:
    """What retained earnings grew by, between the days of a balance sheet."""
    for row in balance.rows if balance.kind == "balance_sheet" else ():
        dated = [(figure.period.end, figure) for figure in row.figures if figure.period and _is_money(figure)]
        if not _RETAINED.search(row.label) or len(dated) != _BOTH:
            continue
        (before, earlier), (after, later) = sorted(dated, key=lambda item: item[0])
        one, other = _signed(earlier, printed), _signed(later, printed)
        yield (before, after), _Amount(abs(other - one), _amount(earlier, printed).half + _amount(later, printed).half)


_BOTH = 2


def _is_money(figure: Figure) -> bool:
    unit = figure.unit
    return not figure.ignored and unit is not None and not unit.denominator and unit.numerator.startswith("iso4217:")


def _signed(figure: Figure, printed: bool) -> Decimal:
    return figure.number.value if printed else figure.number.value.scaleb(figure.scale or 0)


def _amount(figure: Figure, printed: bool) -> _Amount:
    exponent = figure.number.value.as_tuple().exponent
    power = (exponent if isinstance(exponent, int) else 0) + (0 if printed else figure.scale or 0)
    return _Amount(abs(_signed(figure, printed)), Decimal(1).scaleb(power) / 2)


def _are_far_apart(one: Statement, other: Statement) -> bool:
    """Whether the greatest amount of a statement, read in full, would be too great beside another's at the scale borrowed from it."""
    if one.borrowed is None or one.borrowed == 0 or {one.kind, other.kind} not in _COMPARED:
        return False
    mine, theirs = (
        max((_amount(figure, printed).value for row in each.rows for figure in row.figures if _is_money(figure)), default=Decimal(0))
        for each, printed in ((one, True), (other, False))
    )
    return mine >= _LEAST_FAR and theirs > 0 and mine.scaleb(one.borrowed) > _FAR_APART * theirs


_COMPARED = ({"balance_sheet", "income"}, {"balance_sheet", "cashflow"})


def _rescaled(statement: Statement, power: int) -> Statement:
    """Amounts and counts at another power of ten than the one borrowed; what is told per share stays."""

    def at_power(figures: Sequence[Figure]) -> tuple[Figure, ...]:
        return tuple(
            replace(each, scale=power) if each.unit and not each.unit.denominator and each.scale == statement.borrowed else each
            for each in figures
        )

    rows = tuple(replace(row, figures=at_power(row.figures), in_label=at_power(row.in_label)) for row in statement.rows)
    return replace(statement, rows=rows, borrowed=power, scale_reason=PROVEN)
