"""Days that heads mean: of a year at a month and day, where years end on a weekday; the first day of a period that a head tells."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from converter.grammar.dates import MONTH, day_of, find_month_days, month_number
from converter.grammar.periods import Head, floats
from converter.patterns import regex

_BARE_MONTH = regex(rf"\b(?P<month>{MONTH})(?![a-z])\.?(?!\s?\d{{1,2}}(?!\d))", re.IGNORECASE)
_RUN = regex(r"\sto\s|thr(?:ough|u)|\d\s?[-–—]\s?[0-9A-Z]", re.IGNORECASE)
_RUN_TORN_OFF = regex(r"\d(?:\s(?:to|through|thru)|\s?[-–—])$", re.IGNORECASE)
_RUN_OPENING = regex(rf"\b(?P<day>{MONTH}\.?\s\d{{1,2}}),?\s?(?:to|through|thru|[-–—])\s?{MONTH}", re.IGNORECASE)


def day_in(year: int, month_day: tuple[int, int], printed: Sequence[date]) -> date | None:
    """The day of a year at a month and day; None where there is none. For 52/53-week years: the ``printed`` day within ten days of it,
    else the same weekday nearest to it, where the days that are printed share one."""
    nominal = day_of(year, *month_day)
    if nominal is None:
        return None
    near = [day for day in printed if abs((day - nominal).days) <= 10]
    if near:
        return min(near, key=lambda day: abs((day - nominal).days))
    weekdays = {day.weekday() for day in printed}
    if len(weekdays) != 1 or not any(floats(day) for day in printed) or 9 <= nominal.day <= 20:
        return nominal
    return _weekday_near(nominal, printed)


def _weekday_near(nominal: date, days: Sequence[date]) -> date:
    """The weekday of ``days`` that is nearest to the month's end, or the month's last such day where some of them stand far before it."""
    weekday = days[0].weekday()
    end = _month_end(nominal)
    after = (weekday - end.weekday()) % 7
    last = any((_month_end(day) - day).days > 3 for day in days)
    return end + timedelta(days=after - 7 if after and (last or after > 3) else after)


def _month_end(day: date) -> date:
    """The end of month that a day stands nearest to."""
    first = day.replace(day=1)
    if day.day <= 15:
        return first - timedelta(days=1)
    return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def month_end_of(head: Head, year: int) -> tuple[int, int] | None:
    """Month and last day, in a year, of the one month that a head names without a day."""
    months = {month_number(match["month"]) for match in _BARE_MONTH.finditer(head.text)}
    if len(months) != 1:
        return None
    month = months.pop()
    return month, monthrange(year, month)[1]


def is_inception_alone(head: Head) -> bool:
    """ "Cumulative since March 14, 2002 (inception)": the one day begins the period. "Inception to June 30, 2006" says its end."""
    return head.inception and len(head.dates) == 1 and not _RUN.search(head.text) and not head.ended


def is_run_torn_off(head: Head) -> bool:
    """ "5/1/07 to", "5/1/07-": the one day begins the period, and its end is lost."""
    return len(head.dates) == 1 and not head.inception and bool(_RUN_TORN_OFF.search(head.text))


def first_of_run(head: Head) -> date | None:
    """The day that a head's period begins on, where it says both ends: "January 1 to March 31, 2005", "1/1/05 - 3/31/05"."""
    end = head.dates[-1]
    if len(head.dates) > 1 and head.dates[0] < end and (head.since or _RUN.search(head.text)):
        return head.dates[0]
    opening = _RUN_OPENING.search(head.text) if len(head.dates) == 1 else None
    found = find_month_days(opening["day"]) if opening else []
    starts = [day for year in (end.year, end.year - 1) if found and (day := day_of(year, found[0].month, found[0].day)) and day < end]
    return starts[0] if starts else None
