"""Cash at the start, its change, cash at the end: where words tell one balance, the sum tells the other, whatever OCR made of its label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.find.statements.rows.instants import Instant, at_end_of
from converter.model import StatementRow
from converter.patterns import regex

_CHANGE = regex(r"(?i:\b(?:increase|decrease|change)s?\b)")


def with_both_ends(rows: Sequence[StatementRow]) -> list[StatementRow]:
    """The rows of a cash flow, in order; of three on end that a balance and its change add up to, both balances are such."""
    out = list(rows)
    filled = [at for at, row in enumerate(rows) if row.figures]
    closed = any(row.instant == "end" for row in rows)
    for places in zip(filled, filled[1:], filled[2:], strict=False):
        told = [out[at].instant for at in places]
        if told.count("") != 2 or not any(told) or not _adds_up(*(out[at] for at in places)):
            continue
        if told[2] == "end":
            starts = [at for at in places[:2] if not _CHANGE.search(out[at].label)]
            if len(starts) == 1:
                out[starts[0]] = _at(out[starts[0]], "start")
        elif "start" in told and not closed:
            out[places[2]] = _at(out[places[2]], "end")
    return out


def _adds_up(first: StatementRow, second: StatementRow, last: StatementRow) -> bool:
    """Whether the last is the sum of the others in all columns, but for the last digit."""
    ends = _values(last)
    one, other = _values(first), _values(second)
    if not ends or not one.keys() == other.keys() == ends.keys() or not any(one[column] and other[column] for column in ends):
        return False
    steps = {figure.column: Decimal(1).scaleb(-figure.number.places) for figure in last.figures}
    return all(abs(one[column] + other[column] - end) <= steps[column] for column, end in ends.items())


def _values(row: StatementRow) -> dict[int, Decimal]:
    return {figure.column: figure.number.value for figure in row.figures if not figure.ignored}


def _at(row: StatementRow, end: Instant) -> StatementRow:
    figures = tuple(replace(each, period=at_end_of(each.period, end)) if each.period and end else each for each in row.figures)
    return replace(row, figures=figures, instant=end)
