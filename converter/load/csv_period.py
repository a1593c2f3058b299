"""The short forms of periods in xBRL-CSV (xBRL-CSV 1.0, 4.9.6)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from converter.patterns import regex

_DAY = regex(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_SPAN = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d?))?", re.ASCII)


def oim_period(text: str, end: str = "") -> str:
    """A cell's period as xBRL-JSON writes it; ``end`` is the specifier ``start`` or ``end`` for the instant there. What is no short form
    is given back as it is: reading it complains."""
    if "T" in text:
        begin_text, slash, end_text = text.partition("/")
        return (begin_text if end == "start" else end_text) if end and slash else text
    first, dots, last = text.partition("..")
    span, until = _span(first), _span(last) if dots else None
    if span is None or (dots and (until is None or not (_DAY.fullmatch(first) and _DAY.fullmatch(last)))):
        return text
    begin, after = span[0], until[1] if until is not None else span[1]
    if end:
        return f"{begin if end == 'start' else after}T00:00:00"
    return f"{begin}T00:00:00/{after}T00:00:00"


def _span(text: str) -> tuple[date, date] | None:
    """First day and the day after the last of a year, half, quarter, month, week or day."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    year, month, day, quarter, half, week = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            first = date(year, month, day)
            return first, first + timedelta(days=1)
        if week:
            first = date.fromisocalendar(year, week, 1)
            return first, first + timedelta(days=7)
        first_month, months = (month, 1) if month else (3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half else (1, 12)
        after = first_month + months
        return date(year, first_month, 1), date(year + (after > 12), after - 12 if after > 12 else after, 1)
    except (ValueError, OverflowError):
        return None
