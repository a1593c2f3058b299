"""Dates as they are printed, whole or in pieces."""

from __future__ import annotations

import calendar
import re
from datetime import date

from msgspec import Struct

from converter.patterns import regex

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:19[2-9]\d|20[0-4]\d)"
_DECEMBER = 12
_SHORT_YEAR = r"['’`]\d\d"
_DIGIT = regex(r"\d")
"""Most texts that are asked have none."""
# "01/01/09-12/31/09": a dash behind a date, or before one, is a range's, else the number's of something else.
_AFTER_FIRST = r"(?<=/\d\d-)|(?<=/\d{4}-)|(?<=/\d\d\s-)|(?<=/\d{4}\s-)"
_NO_RANGE = r"(?!\d{1,2}/\d{1,2}/|\s|$)"

_DATE = regex(
    rf"""\b(?P<month>{MONTH})(?![a-z])\.?[\s,-]{{0,6}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)[\s,.-]{{0,12}}(?P<year>{YEAR}|{_SHORT_YEAR})(?!\d)
    |\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?(?P<month2>{MONTH})\b\.?,?[\s-]{{0,6}}(?P<year2>{YEAR}|(?<=-)\d\d)(?!\d)
    |(?:(?<![\d/.-])|{_AFTER_FIRST})(?P<month3>\d{{1,2}})[/-](?P<day3>\d{{1,2}})[/-](?P<year3>{YEAR}|\d\d)(?![\d/])(?!-{_NO_RANGE})
    |(?<![\d.])(?P<day5>\d{{1,2}})\.(?P<month5>\d{{1,2}})\.(?P<year5>{YEAR})(?![\d.]*\d)
    |(?<![\d-])(?P<year4>{YEAR})-(?P<month4>\d\d)-(?P<day4>\d\d)(?![\d-])""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_DAY = regex(
    rf"""\b(?P<month>{MONTH})(?![a-z])\.?\s{{0,6}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)
    |(?<![\d/.-])(?P<month2>\d{{1,2}})/(?P<day2>\d{{1,2}})(?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)
_SECOND_HALF = regex(rf"\s?[-–/]\s?(?P<year>{YEAR}|\d\d)(?![\d/-])")
_YEAR_ALONE = regex(
    rf"(?<![\d.,$/-])(?:{YEAR})(?!\d|/(?!(?:\d\d|{YEAR})(?![\d/]))|,\d|\.\d|%)|(?<!\w){_SHORT_YEAR}(?!\d)"
    rf"|(?<=\b(?:{'|'.join(MONTHS)})-)\d\d(?![\d-])",
    re.IGNORECASE,
)


class FoundDate(Struct, frozen=True):
    """A date and where it stands in the text that was searched, half-open."""

    day: date
    start: int
    end: int


class FoundMonthDay(Struct, frozen=True):
    """A month and day without a year."""

    month: int
    day: int
    start: int
    end: int


class FoundYear(Struct, frozen=True):
    """A year that stands alone."""

    year: int
    start: int
    end: int


def find_dates(text: str) -> list[FoundDate]:
    """All whole dates of a text, in order. Impossible days (February 30) are left out."""
    if not _DIGIT.search(text):
        return []
    found = []
    for match in _DATE.finditer(text):
        day = _whole(match)
        if day:
            found.append(FoundDate(day, match.start(), match.end()))
    return found


def parse_date(text: str) -> date | None:
    """The first whole date of a text, or None."""
    return next((found.day for found in find_dates(text)), None)


def find_month_days(text: str) -> list[FoundMonthDay]:
    """Months with a day, whether or not a year follows."""
    if not _DIGIT.search(text):
        return []
    found = []
    for match in _MONTH_DAY.finditer(text):
        month = month_number(match["month"]) if match["month"] else int(match["month2"])
        day = int(match["day"] or match["day2"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(FoundMonthDay(month, day, match.start(), match.end()))
    return found


def find_years(text: str) -> list[FoundYear]:
    """Years from 1920 to 2049 that stand alone, ``'96``, and that of ``Sep-04``, as spreadsheets write a month; ``2004-05`` and
    ``2004/2005`` are the year that ends in 2005."""
    if not _DIGIT.search(text):
        return []
    found = []
    for match in _YEAR_ALONE.finditer(text):
        year, end = full_year(match[0]), match.end()
        if (double := _SECOND_HALF.match(text, end)) and full_year(double["year"]) == year + 1:
            year, end = year + 1, double.end()
        found.append(FoundYear(year, match.start(), end))
    return found


def month_number(name: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return MONTHS.index(name[:3].lower()) + 1


def full_year(text: str) -> int:
    """``'96`` and ``96`` are 1996, ``07`` is 2007."""
    digits = int(text.lstrip("'’`"))
    if digits >= 100:
        return digits
    return 1900 + digits if digits >= 50 else 2000 + digits


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; February's last one for ``February 29`` of a common year. None where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return date(year, month, last) if month == 2 and day == 29 else None
    return date(year, month, day)


def _whole(match: re.Match[str]) -> date | None:
    if match["month"]:
        return day_of(full_year(match["year"]), month_number(match["month"]), int(match["day"]))
    if match["month2"]:
        return day_of(full_year(match["year2"]), month_number(match["month2"]), int(match["day2"]))
    if match["month3"]:
        return _in_order(full_year(match["year3"]), int(match["month3"]), int(match["day3"]))
    if match["month5"]:
        return _in_order(int(match["year5"]), int(match["month5"]), int(match["day5"]))
    return day_of(int(match["year4"]), int(match["month4"]), int(match["day4"]))


def _in_order(year: int, month: int, day: int) -> date | None:
    """Where what should be the month cannot be one, the day stands in its place: "31/12/1997", "12.31.1997"."""
    return day_of(year, day, month) if month > _DECEMBER else day_of(year, month, day)
