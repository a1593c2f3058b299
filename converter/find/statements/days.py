"""The day of a year at a month and day, where years end on a weekday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from converter.grammar.dates import day_of
from converter.grammar.periods import floats


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
