"""Of two statements of one kind and the same periods the one that gives way: what its own words or the filing's other statements say."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from converter import resources
from converter.find.statements.segments.choose import Built, is_formal, says_again
from converter.find.statements.segments.segment import Segment
from converter.model import Figure, Finding, Period, Statement, StatementKind

_HINT = "Look which of the two is the registrant's; the other may be pro forma, or of another company."
_LEAST_DIGITS, _LONGEST_CAPTION = 3, 120
"""Of an amount that stands in two statements by no chance."""
Amount = tuple[Period, Decimal]


def lesser(built: Sequence[Built], filers: Sequence[str]) -> frozenset[int]:
    """The positions of statements that give way to another of their kind with all their periods: one whose amounts the filing's other
    statements bear out where they bear out none of these, or else one whose title names no other basis or part of the company; or one
    that tells the same in full."""
    return frozenset(at for kind in {each[0][2] for each in built} for at in _of_kind(kind, built, filers))


def told_otherwise(
    built: Sequence[Built], kept: Sequence[Statement], giving_way: frozenset[int], said: Sequence[Finding]
) -> Iterator[Finding]:
    """What is said of formal statements before the notes that are left out for one of the same kind and periods with other amounts, where
    nothing but their order tells which is the registrant's. ``said`` already tells of some."""
    places = {place for finding in said for place in finding.places}
    rows = {id(statement.rows) for statement in kept}
    for at, ((_, chain, kind), statement) in enumerate(built):
        if (
            at in giving_way
            or id(statement.rows) in rows
            or statement.title.place in places
            or chain[0].after_notes
            or not is_formal(chain)
        ):
            continue
        periods, amounts = _periods(statement), _amounts(statement)
        others = [other for other in kept if other.kind == kind and periods and set(periods) <= set(_periods(other))]
        if others and all(2 * len(amounts & _amounts(other)) < len(amounts) for other in others):
            message = (
                f'"{statement.title.value}" stands twice for the same periods with other amounts: the first is told, this one left out'
            )
            yield Finding("find.told-otherwise", "warning", message, _HINT, (statement.title.place,))


def _of_kind(kind: StatementKind, built: Sequence[Built], filers: Sequence[str]) -> list[int]:
    rivals = [at for at, (found, _) in enumerate(built) if found[2] == kind and found[1][0].title is not None]
    if len(rivals) < 2:
        return []
    said = {at: _names_another_basis(built[at][0][1][0]) for at in rivals}
    borne = _borne_out(rivals, built) if len(filers) < 2 else dict.fromkeys(rivals, False)
    return [
        at
        for at in rivals
        if any(
            _may_stand_for(built[other], built[at])
            and ((borne[other], not said[other]) > (borne[at], not said[at]) or _tells_the_same_and_more(built[other][1], built[at][1]))
            for other in rivals
            if other != at
        )
    ]


def _may_stand_for(other: Built, one: Built) -> bool:
    """Whether the other is no less a primary statement by its title and place, and has the rows and periods of this one, its first among
    them: neither a further page nor the year to date."""
    theirs, ours = other[0][1], one[0][1]
    if is_formal(theirs) < is_formal(ours) or theirs[0].after_notes > ours[0].after_notes:
        return False
    told, here = _periods(other[1]), _periods(one[1])
    return set(here) <= set(told) and set(told[:1]) <= set(here) and any(says_again(theirs, segment) for segment in ours)


def _tells_the_same_and_more(other: Statement, one: Statement) -> bool:
    """Whether one is the other in short: far fewer rows, and most of their amounts stand in the other too, to the digits printed."""
    if 3 * _figured(other) < 4 * _figured(one):
        return False
    theirs: dict[Period, list[Decimal]] = {}
    for figure, period in _dated(other):
        theirs.setdefault(period, []).append(_value(figure))
    for values in theirs.values():
        values.sort()
    amounts = _dated(one)
    agree = sum(_holds(theirs.get(period, []), _value(figure), _half_a_digit(figure)) for figure, period in amounts)
    return 3 * agree >= 2 * len(amounts)


def _dated(statement: Statement) -> list[tuple[Figure, Period]]:
    return [(figure, figure.period) for row in statement.rows for figure in row.figures if figure.period and not figure.ignored]


def _holds(values: Sequence[Decimal], value: Decimal, apart: Decimal) -> bool:
    """Whether sorted values have one so near to another."""
    at = bisect_left(values, value - apart)
    return at < len(values) and values[at] <= value + apart


def _figured(statement: Statement) -> int:
    return sum(1 for row in statement.rows if row.figures)


def _value(figure: Figure) -> Decimal:
    return abs(figure.number.value).scaleb(figure.scale or 0)


def _half_a_digit(figure: Figure) -> Decimal:
    """How far an amount that is printed with these digits may lie from what it is."""
    exponent = figure.number.value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal("0.5").scaleb(exponent + (figure.scale or 0))


def _borne_out(rivals: Sequence[int], built: Sequence[Built]) -> dict[int, bool]:
    """Whether a statement has an amount of a period that statements of other kinds have too: net income, the cash at the end."""
    kind = built[rivals[0]][0][2]
    others = {amount for found, statement in built if found[2] != kind for amount in _amounts(statement)}
    return {at: not others.isdisjoint(_amounts(built[at][1])) for at in rivals}


def _amounts(statement: Statement) -> set[Amount]:
    figures = [figure for row in statement.rows for figure in row.figures if figure.period and not figure.ignored]
    return {
        (figure.period, abs(figure.number.value).scaleb(figure.scale or 0))
        for figure in figures
        if figure.period and len(figure.number.value.as_tuple().digits) >= _LEAST_DIGITS
    }


def _periods(statement: Statement) -> list[Period]:
    return [column.period for column in statement.columns if column.period and not column.ignored]


def _names_another_basis(segment: Segment) -> bool:
    """Whether the words at a title, or alone on a line of the heads, say so."""
    alone = [line for line in segment.heads if len(line.cells) == 1]
    lines = [line.text for line in (*segment.captions, *alone) if len(line.text) < _LONGEST_CAPTION]
    return any(_bases().search(text) for text in (*segment.lead.split(" ; "), *lines))


@cache
def _bases() -> re.Pattern[str]:
    with resources.table("find/statements/segments", "titles.csv").open(encoding="utf-8", newline="") as file:
        return re.compile("|".join(row["pattern"] for row in csv.DictReader(file) if row["what"] == "lesser"), re.IGNORECASE)
