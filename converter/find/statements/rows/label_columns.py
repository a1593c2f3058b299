"""Which columns the numbers inside a label tell of: by the dates printed beside them, else in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from converter.grammar.dates import MONTH, MONTHS, YEAR, parse_date
from converter.model import Column
from converter.patterns import regex

_DATE = regex(
    rf"\b{MONTH}\b\.?(?:\s{{0,2}}\d{{1,2}}(?![\d,]*\d))?(?:[\s,]{{0,3}}{YEAR}(?!\d))?|(?<![\d/,.])\d{{1,2}}/\d{{1,2}}/\d\d(?:\d\d)?(?![\d/])"
    rf"|(?<![\d,.$]){YEAR}(?!\d|[,.]\d)",
    re.IGNORECASE,
)
_YEAR = regex(YEAR)
_TIED = regex(r"\s*+(?:\(\s*+)?(?:[:=–—]|-{1,2})\s*+\(?\$?\s*")
"""What ties a date to the number beside it more closely than a comma: "1998 - 5,123"."""
_OF_THE_ONE_BEFORE = regex(r"\b(?:in|at|on|as\s+of)\s*$", re.IGNORECASE)
_ONE_MORE = regex(r"\s*(?:,|and|&|or|,\s*and)\s*", re.IGNORECASE)
_NONE = regex(r"\bnone\b", re.IGNORECASE)
_ISSUED = regex(r"\bissued\b|\boutstanding\b|\btreasury\b", re.IGNORECASE)
_NOT_ISSUED = regex(r"\bauthori[sz]ed\b|\bdesignated\b|\bpar\b|\bvalue\b|;", re.IGNORECASE)
_CLAUSE = regex("[,;:.]")
_NEAR = 20

Span = tuple[int, int]
"""Where a number stands in the label, half-open."""
Columns = tuple[int, ...]


class _Date(Struct, frozen=True):
    """A date in a label, half-open, and the one column that it names, if there is one."""

    start: int
    end: int
    column: int | None


def columns_of_numbers(text: str, groups: Sequence[Sequence[Span]], columns: Sequence[Column], live: Sequence[int]) -> list[list[Columns]]:
    """For each number of each group (numbers that say the same thing) the ``live`` columns that it tells of; none where nobody can say.

    A number alone tells of all columns, or of those whose dates stand beside it. Several are the columns' by their dates: one beside each,
    or as many behind the last one; without dates they are the columns' in order, where there are as many."""
    spans = [span for group in groups for span in group]
    nils = [match.span() for match in _NONE.finditer(text)]
    owners = sorted([*spans, *nils])
    found = _dates_of(text, owners, _dates(text, columns, live))
    said = [mine for span, mine in zip(owners, found, strict=True) if span not in nils]
    out: list[list[Columns]] = []
    at = 0
    for group in groups:
        out.append(_of_group(said[at : at + len(group)], tuple(live)))
        at += len(group)
    _inherit(text, groups, out, tuple(live))
    return out


def _dates(text: str, columns: Sequence[Column], live: Sequence[int]) -> list[_Date]:
    ends = {index: period.end for index in live if (period := columns[index].period)}
    return [_Date(match.start(), match.end(), _named(match[0], ends)) for match in _DATE.finditer(text)]


def _named(words: str, ends: dict[int, date]) -> int | None:
    """The one column that a date names: by its day, else by its month and year."""
    day = parse_date(words)
    found = [index for index, end in ends.items() if end == day] or [index for index, end in ends.items() if _may_be(words, day, end)]
    return found[0] if len(found) == 1 else None


def _may_be(words: str, day: date | None, end: date) -> bool:
    if day is not None:
        return (day.year, day.month) == (end.year, end.month)
    year = _YEAR.search(words)
    month = words[:3].lower()
    return (month not in MONTHS or MONTHS.index(month) + 1 == end.month) and (year is None or int(year[0]) == end.year)


def _dates_of(text: str, spans: Sequence[Span], dates: Sequence[_Date]) -> list[list[int | None]]:
    """The columns that the dates beside each number name. Each date belongs to the number before it or to the one behind it."""
    said: list[list[int | None]] = [[] for _ in spans]
    trailing = bool(spans) and any(each.start >= spans[-1][1] for each in dates)
    last: tuple[int, _Date] | None = None
    for each in dates:
        before = sum(1 for _, end in spans if end <= each.start) - 1
        owner = _owner(text, spans, each, before, trailing, last)
        if owner is not None:
            said[owner].append(each.column)
            last = (owner, each)
    return said


def _owner(text: str, spans: Sequence[Span], each: _Date, before: int, trailing: bool, last: tuple[int, _Date] | None) -> int | None:
    behind = before + 1
    if behind >= len(spans):
        return before if before >= 0 else None
    to_next = text[each.end : spans[behind][0]]
    if before < 0:
        return behind if ";" not in to_next else None
    since = text[spans[before][1] : each.start]
    if ";" in since or ";" in to_next:
        return before if ";" not in since else behind if ";" not in to_next else None
    if (_TIED.fullmatch(to_next) or since.rstrip().endswith(":")) and not _TIED.fullmatch(since):
        return behind
    if last is not None and last[0] == before and _ONE_MORE.fullmatch(text[last[1].end : each.start]):
        return before
    if _OF_THE_ONE_BEFORE.search(since) or _TIED.fullmatch(since) or to_next.startswith(")"):
        return before
    return before if trailing else behind


def _of_group(dates: Sequence[list[int | None]], live: Columns) -> list[Columns]:
    count = len(dates)
    said = [[column for column in mine if column is not None] for mine in dates]
    if count == 1:
        return [tuple(dict.fromkeys(said[0])) or live]
    if len(dates[-1]) == count and said[-1] and not any(said[:-1]):
        return [() if column is None else (column,) for column in dates[-1]]
    dated = [each[0] for each in said if len(each) == 1]
    left = [index for index in live if index not in dated]
    if len(set(dated)) == len(dated) and (len(dated) == count or (len(dated) == count - 1 and len(left) == 1)):
        return [(each[0],) if len(each) == 1 else (left[0],) for each in said]
    return [(column,) for column in live] if count == len(live) else [()] * count


def _inherit(text: str, groups: Sequence[Sequence[Span]], out: list[list[Columns]], live: Columns) -> None:
    """ "3,917 issued and 3,691 outstanding at April 30, 2009": the date is of both, where the label says so of other columns too."""
    told = {column for mine in out if len(mine) == 1 and mine[0] != live for column in mine[0]}
    if len(told) < len(live) or len(live) < 2:
        return
    for index in range(len(groups) - 2, -1, -1):
        start, end = groups[index][-1]
        alone = out[index] == [live] and len(out[index + 1]) == 1
        if alone and _is_issue(_CLAUSE.split(text[max(0, start - _NEAR) : start])[-1], text[end : groups[index + 1][0][0]]):
            out[index] = out[index + 1]


def _is_issue(before: str, after: str) -> bool:
    """Whether the words beside a number count shares that change with each column: none that are authorised."""
    return bool(_ISSUED.search(before + after)) and not _NOT_ISSUED.search(before) and not _NOT_ISSUED.search(after)
