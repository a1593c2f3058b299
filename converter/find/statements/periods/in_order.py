"""Columns without any date take those of the caption, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from converter.find.statements.periods.column_draft import Draft
from converter.find.statements.periods.days import day_in
from converter.find.statements.periods.first_days import runs_of
from converter.find.statements.periods.known import Known
from converter.grammar.dates import MONTH, YEAR, day_of, find_month_days
from converter.grammar.periods import Head
from converter.patterns import regex

_SPLIT = regex(rf"(?P<day>{MONTH}\.?\s{{1,4}}\d{{1,2}}),?\s{{0,4}};\s{{0,4}}(?P<year>{YEAR})(?!\d)", re.IGNORECASE)
"""A day and its year on the line below."""
_BOTH_ENDS = 2


def in_order(drafts: Sequence[Draft], caption: Head, known: Known) -> None:
    """Columns without any date take the caption's, in order: "December 31, 1998, 1997 and 1996"; one column both ends of its run."""
    days = list(dict.fromkeys(caption.dates))
    if len(drafts) == 1 and len(days) == _BOTH_ENDS and caption.since and days[0] < days[1]:
        drafts[0].start, drafts[0].end = days
        drafts[0].because(f'caption "{caption.text[:80]}"')
        return
    one_day = len(set(caption.month_days)) <= 1
    ends = ends_of(caption)
    days = list(dict.fromkeys(ends if one_day else [*ends, *_split_dates(caption.text)]))
    begins = {end: begin for begin, end in runs_of(caption.text)}
    month_day = month_day_of(caption) if one_day else None
    named = [day for year in caption.years if month_day and (day := day_in(year, month_day, (*known.days, *caption.dates)))]
    all_days = list(dict.fromkeys([*days, *named]))
    for listed in (days, all_days):
        if len(listed) == len(drafts) or (len(listed) > 1 and len(drafts) % len(listed) == 0):
            for index, draft in enumerate(drafts):
                draft.end = listed[index % len(listed)]
                draft.start = begins.get(draft.end)
                draft.because(f'caption "{caption.text[:80]}", in order')
            return


def _split_dates(text: str) -> list[date]:
    """Dates whose years stand on lines of their own: "September 30, ; 2005 ; (Unaudited) ; December 31, ; 2004"."""
    return [day for match in _SPLIT.finditer(text) if (day := day_of(int(match["year"]), *_day_named(match["day"])))]


def _day_named(text: str) -> tuple[int, int]:
    named = find_month_days(text)[0]
    return named.month, named.day


def ends_of(caption: Head) -> list[date]:
    """The days of a caption that begin none of its runs."""
    begins = {begin for begin, _ in runs_of(caption.text)} if len(caption.dates) > 1 else ()
    return [day for day in caption.dates if day not in begins]


def month_day_of(caption: Head) -> tuple[int, int] | None:
    """The month and day that a caption tells first."""
    if caption.month_days_open:
        return caption.month_days_open[0]
    if caption.dates:
        day = next(iter(ends_of(caption)), caption.dates[0])
        return day.month, day.day
    return None
