"""Years of 53 and quarters of 14 weeks, where the running text tells them: a 52/53-week year's first day cannot be counted without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec import Struct

from converter.grammar.dates import find_dates
from converter.grammar.periods import Span
from converter.model import Document, Table
from converter.patterns import regex

_LONGEST = 2_000
"""What has more characters without an end is no sentence."""
_SENTENCE_END = regex(r"\.\s|;")
_COUNT = regex(r"\b(?P<count>52|53|fifty[\s-]two|fifty[\s-]three)(?![\s-]{1,2}(?:or|to|/|and)\b|\s?/)[\s-]{1,2}weeks?\b", re.IGNORECASE)
_EITHER = regex(r"\b52[\s-]{0,2}(?:or|to|/|and|-)[\s-]{0,3}53\b|\bfifty[\s-]two[\s-]{1,2}(?:or|to|and)\b", re.IGNORECASE)
_EACH = regex(r"\b(?:each|both|all)\b", re.IGNORECASE)
_FISCAL = regex(r"\b(?:fiscal|years?)\s(?:years?\s)?(?P<years>(?:(?:19|20)\d\d(?:,\s?|,?\sand\s)?)+)(?![\d,]*\d)", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")
_LONG_QUARTER = regex(r"\b(?:14|fourteen)[\s-]{1,2}weeks?\b|\b(?:additional|extra|14th|fourteenth)\sweek\b", re.IGNORECASE)
_QUARTER = regex(
    r"\b(?P<ordinal>first|second|third|fourth)\s(?:fiscal\s)?quarter\s(?:of|in|for)\s(?:the\s)?(?:our\s)?"
    r"(?:fiscal\s)?(?:years?\s)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_WEEKS_OF_A_QUARTER, _WEEKS_OF_A_YEAR = 13, 52
_NEW_YEAR = timedelta(days=15)


class LongPeriods(Struct, frozen=True):
    """``days`` are the last days of years of 53 weeks, ``years`` their names; ``quarters`` of 14 weeks by year and number."""

    days: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    quarters: frozenset[tuple[int, int]] = frozenset()

    def span(self, end: date, months: int, fiscal_year_end: tuple[int, int] | None) -> Span | None:
        """The weeks of a period of so many months that ends on a day, where it holds a week more than usual."""
        if months == 12 and (end in self.days or _name(end) in self.years):
            return Span(_WEEKS_OF_A_YEAR + 1, "week")
        if months % 3 or fiscal_year_end is None:
            return None
        quarters = months // 3
        year, last = _quarter(end, fiscal_year_end[0])
        long = any((year, number) in self.quarters for number in range(last - quarters + 1, last + 1))
        return Span(_WEEKS_OF_A_QUARTER * quarters + 1, "week") if long else None


NONE = LongPeriods()
T = TypeVar("T")


def _name(end: date) -> int:
    """The year that a fiscal year is called by; 0 where its end may be called by two."""
    end -= _NEW_YEAR
    return end.year if end.month > 3 else 0


def _quarter(end: date, last_month: int) -> tuple[int, int]:
    """Fiscal year (the calendar year it ends in) and number of the quarter that ends within two weeks of a day."""
    middle = end - _NEW_YEAR
    months = (middle.month - last_month - 1) % 12
    years = middle.year + (middle.month > last_month)
    return years, months // 3 + 1


def told_long_periods(documents: Sequence[Document]) -> LongPeriods:
    """What the running text says of years of 53 weeks and quarters of 14. A sentence that can be read in two ways tells nothing."""
    days: set[date] = set()
    years: set[int] = set()
    quarters: set[tuple[int, int]] = set()
    for sentence in _sentences(documents):
        if _LONG_QUARTER.search(sentence):
            found = {(int(each["year"]), _ORDINALS[each["ordinal"].lower()]) for each in _QUARTER.finditer(sentence)}
            quarters |= found if len(found) == 1 else set()
        if not _EITHER.search(sentence):
            found_days, found_years = _long_years(sentence)
            days |= found_days
            years |= found_years
    return LongPeriods(frozenset(days), frozenset(years), frozenset(quarters))


def _long_years(sentence: str) -> tuple[set[date], set[int]]:
    """ "Fiscal 2008 and 2007 consisted of 52 weeks and 53 weeks": as many counts as years, or one for each of them."""
    counts = [each["count"][-1] == "3" or each["count"].lower().endswith("three") for each in _COUNT.finditer(sentence)]
    if not any(counts):
        return set(), set()
    days = [each.day for each in find_dates(sentence)]
    years = [int(year) for each in _FISCAL.finditer(sentence) for year in _YEAR.findall(each["years"])] if not days else []
    if len(counts) == 1 and _EACH.search(sentence):
        counts *= len(days) or len(years)
    return _long(days, counts), _long(years, counts)


def _long(periods: Sequence[T], counts: Sequence[bool]) -> set[T]:
    return {period for period, long in zip(periods, counts, strict=True) if long} if len(counts) == len(periods) else set()


def _sentences(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for block in document.blocks:
            if not isinstance(block, Table) and "week" in block.text.lower():
                sentences = _SENTENCE_END.split(" ".join(block.text.split()))
                yield from (each for each in sentences if len(each) < _LONGEST and "week" in each.lower())
