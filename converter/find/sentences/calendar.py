"""Which days a phrase means: by the periods that the statements show, the fiscal year's end, and the sentence's own period."""

from __future__ import annotations

import calendar as months_of_year
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from converter.find.context import header_year_end
from converter.find.schedules.periods import first_day
from converter.grammar.dates import day_of
from converter.grammar.phrases import Phrase, find_phrases
from converter.model import Filing, Paragraph, Period, Statement

_NEAR = 10
_NO_LEAP_YEAR = 1999
_TWELVE_WEEKS, _EVEN = 80, 88
_ANNUAL_FORMS = ("10-K", "10-Q", "10K", "10Q", "20-F", "N-30")


class FiscalCalendar(Struct, frozen=True):
    """``durations`` and ``instants`` are those that the statements show; ``end`` the last day reported on, None where not known;
    ``year_end`` the month in which the fiscal year ends, 0 where not known; ``filed`` the day of filing. ``by_month`` where periods end
    with months, as far as is known: the days of those that nobody prints can be told."""

    durations: tuple[Period, ...] = ()
    instants: tuple[Period, ...] = ()
    end: date | None = None
    year_end: int = 0
    filed: date | None = None
    by_month: bool = False

    def resolve(self, phrase: Phrase, index: int, base: Period | None, compared: bool) -> Period | None:
        """The period that a phrase means, None where that stays open. ``base`` is the period that the sentence is about."""
        if phrase.day:
            end = self._latest(*phrase.day)
            return self.resolve(replace(phrase, day=None, ends=(end,)), 0, base, compared) if end else None
        if phrase.instant:
            return self._instant(phrase, index)
        if phrase.lengths:
            months, weeks = phrase.lengths[min(index, len(phrase.lengths) - 1)]
            quarter = phrase.quarter if months == 3 else 0
            return self.resolve(replace(phrase, months=months, weeks=weeks, lengths=(), quarter=quarter), 0, base, compared)
        if phrase.ends:
            return self._span(phrase.months, phrase.weeks, phrase.ends[min(index, len(phrase.ends) - 1)])
        if phrase.years:
            return self._of_year(phrase, phrase.years[min(index, len(phrase.years) - 1)], base, compared)
        if phrase.relation == "year_ago" or (phrase.relation == "same" and compared):
            # "A year ago" and "the prior year" behind a quarter are that quarter's.
            own = base if base is not None and phrase.months == 12 else self._own(phrase, base) or base
            return self._year_ago(own, phrase)
        if phrase.relation == "previous":
            return self._previous(self._own(phrase, base) or base, phrase)
        if phrase.relation == "to_date":
            return self._to_date()
        if phrase.quarter and base is not None and compared:
            return self._quarter_before(phrase.quarter, base)
        return self._own(phrase, base)

    def shows(self, period: Period) -> bool:
        """Whether the statements have a column for it."""
        return period in (self.instants if period.is_instant else self.durations)

    def named(self, sentence: str, base: Period | None) -> frozenset[Period]:
        """All periods that a sentence may name, itself or set against others."""
        phrases = find_phrases(sentence)
        found = {
            self.resolve(phrase, index, base, compared) for phrase in phrases for index in range(phrase.count) for compared in (False, True)
        }
        return frozenset(period for period in (*found, base) if period is not None)

    def _is_past(self, year: int) -> bool:
        last = self.end or self.filed
        return last is not None and 0 <= (last - _month_end(year, self.year_end)).days < 5 * 366

    @property
    def has_even_quarters(self) -> bool:
        """Whether a quarter's number follows from its last month: not where some have twelve weeks and one sixteen."""
        return bool(self.year_end) and (self.by_month or not any(_TWELVE_WEEKS <= period.days < _EVEN for period in self.durations))

    def may_mean(self, sentence: str, period: Period) -> bool:
        """Whether a sentence may speak of a period: none of its phrases says of which, or one of them fits its days, year and length."""
        phrases = [phrase for phrase in find_phrases(sentence) if phrase.instant == period.is_instant]
        return not phrases or any(self._fits(phrase, period) for phrase in phrases)

    def _fits(self, phrase: Phrase, period: Period) -> bool:
        lengths = phrase.lengths or ((phrase.months, phrase.weeks),)
        is_part = not period.is_instant and not (phrase.months == 12 and phrase.years) and phrase.relation not in ("year_ago", "same")
        if is_part and any(map(any, lengths)) and not any(_is_long(period, *each) for each in lengths if any(each)):
            return False
        if phrase.quarter and self.has_even_quarters and _is_long(period, 3, 0) and self._quarter(period.end) != phrase.quarter:
            return False
        if phrase.ends:
            return any(abs((period.end - end).days) <= _NEAR for end in phrase.ends)
        return not phrase.years or not {*self._labels(period.end), period.end.year}.isdisjoint(phrase.years)

    def _instant(self, phrase: Phrase, index: int) -> Period | None:
        if phrase.ends:
            return Period(None, phrase.ends[min(index, len(phrase.ends) - 1)], ("sentence",))
        if phrase.years:
            year = self._fiscal_year(phrase.years[min(index, len(phrase.years) - 1)])
            return year.as_instant() if year else None
        if phrase.months and not self._ends_year:
            return None
        return Period(None, self.end, ("sentence",)) if self.end else None

    @property
    def _ends_year(self) -> bool:
        """Whether what is reported on ends with the fiscal year: in a quarter's report "year-end" is another day."""
        if self.end is None:
            return False
        return self._quarter(self.end) == 4 if self.year_end else any(_is_long(period, 12, 0) for period in self.durations)

    def _latest(self, month: int, day: int) -> date | None:
        """The last such day before the filing, or before what it reports on ended. Day 0 is the month's end, or where a quarter ends
        near it."""
        last = self.end or self.filed
        if last is None:
            return None
        days = (day_of(year, month, day) if day else _month_end(year, month) for year in (last.year, last.year - 1))
        found = next((each for each in days if each and each <= last + timedelta(days=0 if day else _NEAR)), None)
        if found is None or day or self.by_month:
            return found
        return next((p.end for p in (*self.durations, *self.instants) if abs((p.end - found).days) <= _NEAR), None)

    def year_to(self, end: date) -> Period | None:
        """The year that ends then."""
        return self._span(12, 0, end)

    def _own(self, phrase: Phrase, base: Period | None) -> Period | None:
        """The current period of the phrase's length; without one that of the sentence."""
        if not (phrase.months or phrase.weeks):
            return base
        if phrase.relation in ("year_ago", "same", "previous") and base is not None and _is_long(base, phrase.months, phrase.weeks):
            return base
        if self.end is None:
            return base if base is not None and _is_long(base, phrase.months, phrase.weeks) else None
        if phrase.quarter and self.has_even_quarters and self._quarter(self.end) != phrase.quarter:
            return self._quarter_before(phrase.quarter, Period(None, self.end))
        for period in self.durations:
            if _is_long(period, phrase.months, phrase.weeks) and abs((period.end - self.end).days) <= _NEAR:
                return period
        if phrase.months in (6, 9, 12) and self.year_end and self._quarter(self.end) * 3 != phrase.months:
            return None  # Half a year and nine months are the first ones of the year.
        return self._span(phrase.months, phrase.weeks, self.end)

    def _to_date(self) -> Period | None:
        """The year so far."""
        current = [period for period in self.durations if self.end is not None and abs((period.end - self.end).days) <= _NEAR]
        longest = max(current, key=lambda period: period.days, default=None)
        if longest is None or self.end is None or not self.year_end or _is_long(longest, 3 * self._quarter(self.end), 0):
            return longest
        return self._span(3 * self._quarter(self.end), 0, self.end) if self.by_month else None

    def _span(self, months: int, weeks: int, end: date) -> Period | None:
        """The duration that ends then: as the statements show it, else counted back."""
        if not (months or weeks):
            return None
        for period in self.durations:
            if period.end == end and _is_long(period, months, weeks):
                return period
        start = end - timedelta(weeks=weeks) + timedelta(days=1) if weeks else first_day(end, months)
        return Period(start, end, ("sentence",))

    def _year_ago(self, base: Period | None, phrase: Phrase) -> Period | None:
        if base is None or base.is_instant:
            return self._day_a_year_ago(base) if base is not None and not phrase.months else None
        if phrase.months and not _is_long(base, phrase.months, 0) and phrase.months != 12:
            return None
        return self._shifted(base, _years_back(base.end, 1))

    def _day_a_year_ago(self, base: Period) -> Period | None:
        """As the statements show it; the same day of the month where periods end with months."""
        end = _years_back(base.end, 1)
        near = [period for period in self.instants if abs((period.end - end).days) <= _NEAR]
        return near[0] if near else Period(None, end, ("sentence",)) if self.by_month and _ends_month(base.end) else None

    def _previous(self, base: Period | None, phrase: Phrase) -> Period | None:
        """The period just before; only quarters are told so."""
        if base is None or base.start is None or not _is_long(base, 3, 0) or (phrase.months and phrase.months != 3):
            return None
        return self._shifted(base, base.start - timedelta(days=1))

    def _shifted(self, base: Period, end: date) -> Period:
        """A period as long as the base that ends at or about that day: the statements' own where they show one."""
        near = [p for p in self.durations if abs((p.end - end).days) <= _NEAR and abs(p.days - base.days) <= _NEAR]
        if near:
            return min(near, key=lambda period: abs((period.end - end).days))
        months = round(base.days / 30.44)
        days = [period.end for period in self.instants if abs((period.end - end).days) <= _NEAR]
        end = min(days, key=lambda day: abs((day - end).days)) if days else end
        return Period(first_day(end, months), end, ("sentence",))

    def _quarter_before(self, quarter: int, base: Period) -> Period | None:
        """The latest such quarter that ends before the base does."""
        if not self.year_end:
            return None
        back = (self._quarter(base.end) - quarter) % 4 or 4
        end = base.end
        for _ in range(back):
            end = _months_back(end, 3)
        pattern = Period(first_day(base.end, 3), base.end)
        return self._shifted(pattern, end)

    def _quarter(self, end: date) -> int:
        """Which quarter of the fiscal year ends then (an end some days into the next month counts to the last)."""
        month = (end - timedelta(days=_NEAR)).month
        return ((month - self.year_end - 1) % 12) // 3 + 1

    def _of_year(self, phrase: Phrase, year: int, base: Period | None, compared: bool) -> Period | None:
        """ "1998", "the second quarter of 1998", "the 1997 period"."""
        if phrase.months == 12 and not phrase.quarter:
            return self._year_or_part(year, base, compared)
        own = base if base is not None and (not phrase.months or _is_long(base, phrase.months, phrase.weeks)) else self._own(phrase, None)
        if own is None and phrase.quarter and self.by_month:
            return self._quarter_of(phrase.quarter, year)
        if own is None or own.is_instant:
            return None
        if phrase.quarter and (not self.year_end or self._quarter(own.end) != phrase.quarter):
            own = self._quarter_before(phrase.quarter, own)
        for back in (1, 2, 0, 3) if compared else (0, 1, 2, 3):
            end = _years_back(own.end, back) if own else None
            if own is not None and end is not None and year in self._labels(end):
                return self._shifted(own, end)
        return None

    def _year_or_part(self, year: int, base: Period | None, compared: bool) -> Period | None:
        """ "In 1998": the year, or, set against a quarter, that quarter's. Where the sentence does not say what it set against it, a
        filing that reports on parts of years leaves it open."""
        if not compared or (base is not None and _is_long(base, 12, 0)):
            return self._fiscal_year(year)
        if base is None:
            return None if any(period.days < 300 for period in self.durations) else self._fiscal_year(year)
        ends = (_years_back(base.end, back) for back in (1, 2))
        return next((self._shifted(base, end) for end in ends if year in self._labels(end)), None)

    def _quarter_of(self, quarter: int, year: int) -> Period | None:
        """A quarter by its number and the fiscal year's."""
        if not self.year_end or self.year_end <= 2:
            return None
        month = (self.year_end + 3 * quarter - 1) % 12 + 1
        end = _month_end(year - 1 if month > self.year_end else year, month)
        return None if self.filed is not None and end > self.filed else Period(first_day(end, 3), end, ("sentence",))

    def _labels(self, end: date) -> set[int]:
        """The year or years that a period of that end may be called by: years that end in January or February are called by either."""
        if not self.year_end:
            return {end.year}
        about = end - timedelta(days=_NEAR)
        year = about.year + 1 if about.month > self.year_end else about.year
        return {year - 1, year} if self.year_end <= 2 else {year}

    def _fiscal_year(self, year: int) -> Period | None:
        """A fiscal year by its number; years that end in January or February are called by either, so they stay open."""
        if not self.year_end or self.year_end <= 2:
            return None
        years = [period for period in self.durations if _is_long(period, 12, 0) and (period.end - timedelta(days=_NEAR)).year == year]
        if years:
            return years[0] if len(set(years)) == 1 else None
        pattern = [period for period in self.durations if _is_long(period, 12, 0)]
        if not pattern:
            return self.year_to(_month_end(year, self.year_end)) if self.by_month and self._is_past(year) else None
        back = (pattern[0].end - timedelta(days=_NEAR)).year - year
        return self._shifted(pattern[0], _years_back(pattern[0].end, back)) if 0 < back <= 3 else None


def fiscal_calendar(filing: Filing, statements: Sequence[Statement]) -> FiscalCalendar:
    """What the statements' columns and the header tell of the filing's periods."""
    periods = {
        column.period for statement in statements for column in statement.columns if column.period is not None and not column.ignored
    }
    durations = tuple(sorted((p for p in periods if not p.is_instant), key=lambda p: (p.end, p.days), reverse=True))
    instants = tuple(sorted((p for p in periods if p.is_instant), key=lambda p: p.end, reverse=True))
    form = filing.header.form.value.upper() if filing.header.form else ""
    end = max((period.end for period in durations[:1] + instants[:1]), default=None) if durations else None
    if end is None and form.startswith(_ANNUAL_FORMS):
        end = filing.header.period_date
    said = header_year_end(filing)
    day = day_of(_NO_LEAP_YEAR, *said) if said else None
    by_month = all(_ends_month(p.end) for p in periods) if periods else day is not None and _ends_month(day) and not _counts_weeks(filing)
    return FiscalCalendar(durations, instants, end, _year_end(durations, said), filing.header.filed_date, by_month)


def _counts_weeks(filing: Filing) -> bool:
    return any("weeks" in block.text for document in filing.documents for block in document.blocks if isinstance(block, Paragraph))


def _ends_month(day: date) -> bool:
    return day == _month_end(day.year, day.month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, months_of_year.monthrange(year, month)[1])


def year_end_of(end: date, quarter: int) -> int:
    """The month in which the fiscal year ends whose quarter of that number ends then."""
    return ((end - timedelta(days=_NEAR)).month + 3 * (4 - quarter) - 1) % 12 + 1


def _year_end(durations: Iterable[Period], said: tuple[int, int] | None) -> int:
    """The month of the fiscal year's end: of a year that the statements show, else as the header says (month, day), else the month before
    the longest year to date begins."""
    for period in durations:
        if _is_long(period, 12, 0):
            return (period.end - timedelta(days=_NEAR)).month
    if said:
        return (said[0] - (2 if said[1] <= _NEAR else 1)) % 12 + 1
    longer = [period for period in durations if period.days > 150 and period.start is not None]
    starts = {(period.start - timedelta(days=_NEAR)).month for period in longer if period.start is not None}
    return starts.pop() if len(starts) == 1 else 0


def _is_long(period: Period, months: int, weeks: int) -> bool:
    days = weeks * 7 if weeks else months * 30.44
    return bool(days) and abs(period.days - days) <= (20 if days > 300 else 13)


def _years_back(end: date, years: int) -> date:
    """The same day of an earlier year: month ends stay month ends, other days move by whole weeks as 52-week years do."""
    if end.day == months_of_year.monthrange(end.year, end.month)[1]:
        return date(end.year - years, end.month, months_of_year.monthrange(end.year - years, end.month)[1])
    return end - timedelta(weeks=52 * years)


def _months_back(end: date, months: int) -> date:
    if end.day == months_of_year.monthrange(end.year, end.month)[1]:
        return first_day(end, months) - timedelta(days=1)
    return end - timedelta(weeks=round(months * 52 / 12))
