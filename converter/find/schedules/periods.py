"""The period that a schedule's head gives: ``<PERIOD-TYPE> 9-MOS``, ``<PERIOD-END> SEP-30-1996``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from converter.grammar.dates import parse_date
from converter.model import Period
from converter.patterns import regex

_MONTHS = regex(r"(\d{1,2})\s?-?\s?MO", re.IGNORECASE)
_COMPACT = regex(r"([A-Z]{3})[A-Z]*[-/. ]{0,3}(\d{1,2})[-/., ]{0,3}(\d{4}|\d{2})\b", re.IGNORECASE)


def schedule_date(text: str) -> date | None:
    """``DEC-31-1995``, ``Dec-31-95``, ``12/31/1995``; footnote marks behind it are left out of account."""
    text = text.split("<")[0].strip()
    found = parse_date(text)
    if found is not None:
        return found
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    year = match[3] if len(match[3]) == 4 else ("19" if int(match[3]) >= 50 else "20") + match[3]
    return parse_date(f"{match[1]} {match[2]}, {year}")


def months_of(text: str) -> int | None:
    """The months of a period type: ``YEAR`` 12, ``9-MOS`` 9, ``OTHER`` None (then only the start tells)."""
    if "YEAR" in text.upper():
        return 12
    match = _MONTHS.search(text)
    return int(match[1]) if match and 0 < int(match[1]) <= 24 else None


def duration(end: date, months: int | None, start: date | None) -> Period | None:
    """The duration to ``end``. A start as printed counts where it lies before the end; else the months are counted back: from a
    month's end to the first of a month, from other days in weeks (13 to a quarter), as 52/53-week filers do."""
    if start is not None and start < end:
        return Period(start, end, ("<PERIOD-START>", "<PERIOD-END>"))
    if months is None:
        return None
    return Period(first_day(end, months), end, (f"<PERIOD-TYPE> {months} months", "<PERIOD-END>"))


def first_day(end: date, months: int) -> date:
    """First day of a period of so many months that ends on ``end``."""
    if end.day == calendar.monthrange(end.year, end.month)[1]:
        year, month = divmod(end.year * 12 + end.month - months, 12)
        return date(year, month + 1, 1)
    return end - timedelta(weeks=round(months * 52 / 12)) + timedelta(days=1)
