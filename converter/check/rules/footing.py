"""Sums that the report's own columns prove, checked in the other columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from converter.check.facts import plain, told, when
from converter.check.footing import Footing, Sheet
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.model import Fact

_Off: TypeAlias = tuple[Sheet, Footing, int, int]
_SURE = 9.0
_CHOICES = 5.0
_MANY = 10
_CERTAIN = 14.0
_BEYOND_DOUBT = 18.0


@rule(
    "accounting.footing",
    "warning",
    spec="DQC_0126 (face calculations)",
    hint="Compare total and parts of this column with the source: the same lines add up in another column.",
    compares=True,
)
def footing(subject: Subject) -> Iterator[Outcome]:
    """A total that the lines above it add up to in another column of the report, but not in this one.

    Which lines are its parts the numbers themselves say, with the balances of their concepts; neither a linkbase nor standard concepts
    are needed. A column is told where the difference is what one wrong digit, a wrong sign or a wrong scale of one of the numbers makes,
    and no other line of the column is as large as what is missing."""
    for sheet in subject.sheets:
        for of in sheet.footings:
            for column in range(len(of.total.facts)):
                gap = of.gap(column)
                if gap is None:
                    continue
                if gap == 0 or abs(gap) <= of.slack(column) or not _is_wrong(sheet, of, column, gap):
                    yield HELD
                else:
                    yield _found(sheet, of, column, gap)


@rule(
    "accounting.last-digit",
    "warning",
    spec="in the spirit of DQC_0126 (face calculations)",
    hint="Compare total and parts of this column with the source: rounding may explain it, but no other sum of the report has any.",
    compares=True,
)
def last_digit(subject: Subject) -> Iterator[Outcome]:
    """The only total of a report that differs from its parts in the last digit.

    Rounding may do that. But where ten other sums and more agree to the last digit, the figures were made to, and a wrong digit is
    likelier. A wrong subtotal shows in two sums, its own and that of the total above it."""
    exact = 0
    off: list[_Off] = []
    for sheet in subject.sheets:
        for of in sheet.footings:
            for column in range(len(of.total.facts)):
                gap = of.gap(column)
                exact += gap == 0
                if gap and abs(gap) <= of.slack(column):
                    off.append((sheet, of, column, gap))
    if exact < _MANY:
        return
    yield from [HELD] * exact
    if off and _is_one_line(off) and any(_is_certain(of) for _, of, _, _ in off):
        yield _found(*off[0])


def _is_certain(of: Footing) -> bool:
    """Whether a column in which it holds to the last digit leaves little doubt about a sum."""
    return of.bits >= _CERTAIN and any(of.gap(column) == 0 for column in of.holds)


def _is_one_line(off: list[_Off]) -> bool:
    """Whether one line alone may be what is wrong in all these sums."""
    if len({(column, abs(gap)) for _, _, column, gap in off}) > 1:
        return False
    lines = [{of.total.concept, *(line.concept for line, _ in of.parts)} for _, of, _, _ in off]
    return len(off) == 1 or (len(off) == 2 and bool(lines[0] & lines[1]))


def _is_wrong(sheet: Sheet, of: Footing, column: int, gap: int) -> bool:
    if not _is_one_mistake(of, column, gap):
        return False
    evidence = of.bits + max(0.0, 0.9 * (abs(gap) // of.step(column)).bit_length() - _CHOICES)
    return evidence >= _SURE and not _is_filled(sheet, of, column, gap)


def _is_one_mistake(of: Footing, column: int, gap: int) -> bool:
    """Whether one digit, the scale or the sign of one of the numbers, set right, closes a gap. How a line counts is known only where a
    column that holds has it."""
    if not str(abs(gap)).rstrip("0")[1:]:
        return True
    for line, weight in ((of.total, -1), *of.parts):
        part = weight * (line.values[column] or 0)
        if part and (1000 * gap == -999 * part or gap == 999 * part):
            return True
        if part and gap == -2 * part and any(line.values[other] for other in of.holds):
            return True
    return False


def _is_filled(sheet: Sheet, of: Footing, column: int, gap: int) -> bool:
    """Whether another line of the column is as large as a gap: then it may be missing from the sum, and no number is wrong. Of a sum that
    is beyond doubt only a line may be missing that the columns that hold do not have."""
    among = {of.total.concept, *(line.concept for line, _ in of.parts)}
    slack, doubtful = of.slack(column), of.bits < _BEYOND_DOUBT
    return any(
        abs(abs(line.values[column] or 0) - abs(gap)) <= slack
        for line in sheet.lines
        if line.values[column] and line.concept not in among and (doubtful or not any(line.values[other] for other in of.holds))
    )


def _found(sheet: Sheet, of: Footing, column: int, gap: int) -> Found:
    total = of.total.facts[column]
    parts = [(fact, weight) for line, weight in of.parts if (fact := line.facts[column]) is not None]
    assert total is not None
    listed = ", ".join(f"{'-' if weight < 0 else ''}{fact.concept} {told(fact)}" for fact, weight in parts[:10])
    others = ", ".join(when(other.period) for column in of.holds[:3] if (other := of.total.facts[column]) is not None)
    off = plain(Decimal(gap).scaleb(-sheet.decimals))
    message = f"{total.concept} for {when(total.period)} is {told(total)}, {off} off its parts, which add up for {others}: {listed}."
    return Found(message, _ids(total, parts))


def _ids(total: Fact, parts: list[tuple[Fact, int]]) -> tuple[str, ...]:
    return (total.id, *(fact.id for fact, _ in parts))
