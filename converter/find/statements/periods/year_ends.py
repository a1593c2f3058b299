"""The ends of 52/53-week years, from the text: where a year's day is printed, no weekday has to be counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from converter.grammar.dates import find_dates
from converter.grammar.periods import floats
from converter.model import Document, Statement, Table

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_REACH = 7
_LEAST = 2
_YEARS_BACK = 3
"""Income statements and cash flows go back three years at most behind the oldest balance sheet."""


def printed_year_ends(documents: Sequence[Document], days: Sequence[date]) -> tuple[date, ...]:
    """For the years that ``days`` (of balance sheets) do not hold: the day near the same time of year that the text names most often.

    Empty where the days are month ends: then nothing has to be looked up. A day of another weekday that is named once is no evidence."""
    floating = [day for day in days if floats(day)]
    if not floating:
        return ()
    months = _months_near(floating)
    named = "|".join(months)
    pattern = re.compile(rf"\b(?:(?:{named})\s+\d{{1,2}},?|\d{{1,2}}\s+(?:{named}),?)\s+(?:19|20)\d\d", re.IGNORECASE)
    printed = Counter(match for text in _texts(documents, [month.lower() for month in months]) for match in pattern.findall(text))
    weights: Counter[date] = Counter()
    for words, times in printed.items():
        for day in _near(words, floating):
            weights[day] += times * (2 if any(day.weekday() == other.weekday() for other in floating) else 1)
    told = {_season(day) for day in days}
    best: dict[int, date] = {}
    for day, weight in weights.items():
        season = _season(day)
        if weight >= _LEAST and 0 < min(told) - season <= _YEARS_BACK and weights[best.get(season, day)] <= weight:
            best[season] = day
    return tuple(sorted(best.values()))


def year_ends_of_equity(statement: Statement, days: Sequence[date]) -> tuple[date, ...]:
    """The days of an equity statement's balances in the years that ``days`` (of balance sheets) do not hold: it goes further back than
    they do. Empty where the days are month ends."""
    floating = [day for day in days if floats(day)]
    told = {_season(day) for day in days}
    balances = {figure.period.end for row in statement.rows for figure in row.figures if figure.period and figure.period.is_instant}
    fitting = (day for day in sorted(balances) if _season(day) not in told)
    return tuple(day for day in fitting if any(day.weekday() == other.weekday() and _may_end_a_year(day, other) for other in floating))


def _months_near(floating: Sequence[date]) -> list[str]:
    """The names of the months in which a day of another year may lie."""
    months = {(day + timedelta(days=shift)).month for day in floating for shift in (-_REACH, 0, _REACH)}
    return [_MONTHS[month - 1] for month in sorted(months)]


def _near(words: str, floating: Sequence[date]) -> Iterator[date]:
    for found in find_dates(words):
        if any(_may_end_a_year(found.day, day) for day in floating):
            yield found.day


def _may_end_a_year(day: date, other: date) -> bool:
    """Whether a day lies as another year's end does."""
    return _days_apart(day, other) <= _REACH and _weekdays_apart(day, other) <= 1


def _days_apart(day: date, other: date) -> int:
    """Days between two days of the year, whatever the years."""
    apart = abs((day - other).days) % 365
    return min(apart, 365 - apart)


def _weekdays_apart(day: date, other: date) -> int:
    """0 to 3: a company may move its year's end from Saturday to Sunday, hardly ever further."""
    apart = (day.weekday() - other.weekday()) % 7
    return min(apart, 7 - apart)


def _season(day: date) -> int:
    """The year to whose turn a day belongs: January 1, 2023 stands for 2022."""
    return (day - timedelta(days=15)).year


def _texts(documents: Sequence[Document], months: Sequence[str]) -> Iterator[str]:
    """The running text that names one of the months (in lower case)."""
    for document in documents:
        for block in document.blocks:
            if not isinstance(block, Table):
                lower = block.text.lower()
                if any(month in lower for month in months):
                    yield block.text
