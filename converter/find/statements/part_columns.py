"""The columns of a part of a statement: what each is of, in which currency, and which of several bases is the registrant's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from converter.find.statements.beside import is_no_money, is_superseded
from converter.find.statements.heads.assignment import ColumnHead, are_whole
from converter.find.statements.heads.columns import stand_apart
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.names import names_something
from converter.find.statements.parts import Part
from converter.find.statements.periods.days import is_run_torn_off
from converter.find.statements.periods.first_days import says_part
from converter.find.statements.periods.from_heads import resolve, resolve_undated
from converter.find.statements.periods.known import Known
from converter.grammar.currencies import head_currency
from converter.grammar.dates import MONTH
from converter.grammar.periods import read_head
from converter.model import Column, Period, StatementKind
from converter.patterns import regex

_MONTH = regex(rf"\b(?:{MONTH})\b", re.IGNORECASE)
_OF_ALL = regex(r"\(\s*(?:(?:amounts|expressed|stated)\s+)?in\s[^()]{2,80}\)", re.IGNORECASE)


def place_column(columns: list[Column], column: Column, taken: Sequence[int]) -> int:
    """The index of a column of the same period, of the pages before too; within one page each column has its own."""
    for index, other in enumerate(columns):
        same = other.period == column.period and other.ignored == column.ignored and other.currency == column.currency
        if index not in taken and same and other.period is not None:
            return index
    columns.append(column)
    return len(columns) - 1


def periods_of(part: Part, kind: StatementKind, known: Known, previous: list[Period | None], further: bool) -> list[Period | None]:
    """The period of each column. ``previous`` are those of the columns before; a ``further`` part of a page has the same captions."""
    if all(not head.pieces for head in part.heads) and len(previous) == len(part.spans):
        return previous
    if _says_years_again(part, previous, further):
        return previous
    periods = resolve(part.heads, part.captions, kind, known)
    if not any(periods) and stand_apart(part.spans):
        # Items and their sums, in a column each, under one date.
        periods = resolve([ColumnHead()], part.captions, kind, known) * len(part.spans)
    if None in periods and len(told := {period for period in periods if period}) == 1 and _is_bare(part, periods):
        # The date stands above the sums alone.
        periods = [*told] * len(periods)
    periods = _in_reading_order(part, kind, known, periods) if None in periods else periods
    if not any(periods) and not previous:
        periods = resolve_undated(part.heads, kind, known)
    if (
        None in periods
        and len(previous) == len(periods)
        and all(one is None or one == other for one, other in zip(periods, previous, strict=True))
    ):
        return previous
    return previous if not are_whole(part.heads) and _ends_alike(previous, periods) else periods


def _ends_alike(previous: Sequence[Period | None], periods: Sequence[Period | None]) -> bool:
    """Whether columns end on the same days, one by one, as those of the page before, which are of several lengths: then torn heads
    mean the same."""
    before, here = [period for period in previous if period], [period for period in periods if period]
    if not len(before) == len(previous) == len(here) == len(periods) or [period.end for period in before] != [
        period.end for period in here
    ]:
        return False
    return len({round(period.days / _DAYS_OF_A_MONTH) for period in before}) > 1


_DAYS_OF_A_MONTH = 30.4


def _is_bare(part: Part, periods: Sequence[Period | None]) -> bool:
    """Whether columns of items and their sums have no heads where they have no periods."""
    return all(period or not head.pieces for period, head in zip(periods, part.heads, strict=True)) and stand_apart(part.spans)


def _says_years_again(part: Part, previous: Sequence[Period | None], further: bool) -> bool:
    """Whether the heads of a further page are nothing but the years of the columns of the page before, and no caption says more."""
    caption = read_head(part.own_captions if further else part.captions)
    if len(previous) != len(part.heads) or caption.month_days or caption.dates or caption.spans:
        return False
    return all(period is not None and _is_bare_year(head.text, period.end.year) for head, period in zip(part.heads, previous, strict=True))


def years_beside_notes(part: Part, told: Sequence[Period]) -> list[Period | None]:
    """The same where a column of notes stands beside them on one of the pages; empty for any other."""
    years = {index: head.text for index, head in enumerate(part.heads) if head.pieces}
    if not told or len(years) != len(told) or len(years) == len(part.heads):
        return []
    periods = dict(zip(years, told, strict=True))
    if not all(_is_bare_year(text, periods[index].end.year) for index, text in years.items()):
        return []
    return [periods.get(index) for index in range(len(part.spans))]


def _is_bare_year(text: str, year: int) -> bool:
    head = read_head(text)
    more = head.month_days or head.dates or head.spans or head.quarter or head.to_date
    return head.years == (year,) and not more and not _MONTH.search(text)


def _in_reading_order(part: Part, kind: StatementKind, known: Known, periods: list[Period | None]) -> list[Period | None]:
    """The periods of heads that lost their columns, read one after the other: "Years ended May 31, 1997 1998" in one cell, "1999" in the
    next. They count where they say one for each column, and the same for those that were told already."""
    if any(is_run_torn_off(head) or says_part(head, yearly=False) for head in (read_head(each.text) for each in part.heads)):
        return periods
    texts = dict.fromkeys(piece for head in part.heads for piece in head.pieces)
    told = resolve([ColumnHead() for _ in periods], " ; ".join([part.captions, " ".join(texts)]), kind, known)
    agree = all(old is None or old == new for old, new in zip(periods, told, strict=True))
    return told if agree and None not in told and len(set(told)) == len(told) else periods


def columns_of(part: Part, periods: Sequence[Period | None]) -> list[Column]:
    """The columns with these periods; those that are no money's, or another basis beside the registrant's, are ignored and say why."""
    return _one_basis([_column(part, index, period) for index, period in enumerate(periods)], part.spans)


def _column(part: Part, index: int, period: Period | None) -> Column:
    head = part.heads[index]
    ignored, reason = is_no_money(part, index)
    if not ignored and period is None:
        reason = "nothing tells the period of this column"
    return Column(head.text, period, ignored, reason, tuple(head.places), _currency(part, index))


def _currency(part: Part, index: int) -> str:
    """A head's own currency counts only beside another one's: a translation for the reader's convenience."""
    told = [head_currency(_OF_ALL.sub(" ", head.text)) for head in part.heads]
    others = {code for code in told if code} | {part.currency}
    return told[index] or part.currency if len(others) > 1 else part.currency


def told_of_all(part: Part) -> str:
    """Captions that stand in the column's head below them: "(in euros)"."""
    return " ".join(said for head in part.heads for said in _OF_ALL.findall(head.text))


_COMBINED = regex(r"\bcombined\b", re.IGNORECASE)
_DAY = timedelta(days=1)
ADDED_UP = "a predecessor's and its successor's amounts added up"
ANOTHER_BASIS = "another column tells of the same period: this is another basis or entity"


def _one_basis(columns: list[Column], spans: Sequence[ColumnSpan]) -> list[Column]:
    """Of columns that tell of one period several times (consolidated and its parts, reported and restated) one set is the registrant's.
    The items and their sums in a column each are one basis."""
    told: dict[tuple[Period, str], list[int]] = {}
    lost = [column.head for column in columns if column.period is None]
    for index, column in enumerate(columns):
        if column.period and not column.ignored:
            told.setdefault((column.period, column.currency), []).append(index)
    out = [
        replace(column, ignored=True, reason="reported before, restated beside it") if is_superseded(column.head, lost) else column
        for column in columns
    ]
    for index in _added_up(columns):
        out[index] = replace(columns[index], ignored=True, reason=ADDED_UP)
    for several in told.values():
        if len(several) < 2 or stand_apart([spans[index] for index in several]):
            continue
        own = max(several, key=lambda index: (_basis(columns[index].head), -index))
        if _COMBINED.search(columns[own].head):
            # What is combined are columns with names; one that is plainly of the year is the registrant's.
            own = next((index for index in several if not names_something(columns[index].head)), own)
        for index in several:
            if index != own:
                out[index] = replace(columns[index], ignored=True, reason=ANOTHER_BASIS)
    return out


def _added_up(columns: Sequence[Column]) -> list[int]:
    """The columns headed "combined" whose period is that of two other columns, one after the other: a predecessor's and its successor's
    amounts are no year of the registrant's."""
    others = [column.period for column in columns if column.period and column.period.start and not _COMBINED.search(column.head)]
    halves = {(one.start, other.end) for one in others for other in others if other.start and one.end + _DAY == other.start}
    return [
        index
        for index, column in enumerate(columns)
        if halves and column.period and (column.period.start, column.period.end) in halves and _COMBINED.search(column.head)
    ]


def _basis(head: str) -> int:
    words = head.lower()
    return 2 * ("restated" in words and "not" not in words) + any(each in words for each in ("consolidated", "total", "combined"))
