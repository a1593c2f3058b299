"""Which days a phrase means: by the periods that the statements show, the fiscal year's end, and the sentence's own period."""

from __future__ import annotations

import calendar as months_of_year
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from converter.find.schedules.periods import first_day
from converter.grammar.phrases import Phrase
from converter.model import Filing, Period, Statement

_NEAR = 10
_ANNUAL_FORMS = ("10-K", "10-Q", "10K", "10Q", "20-F", "N-30")


class FiscalCalendar(Struct, frozen=True):
    """``durations`` and ``instants`` are those that the statements show; ``end`` the last day reported on, None where not known;
    ``year_end`` the month in which the fiscal year ends, 0 where not known."""

    durations: tuple[Period, ...] = ()
    instants: tuple[Period, ...] = ()
    end: date | None = None
    year_end: int = 0

    def resolve(self, phrase: Phrase, index: int, base: Period | None, compared: bool) -> Period | None:
        """The period that a phrase means, None where that stays open. ``base`` is the period that the sentence is about."""
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
            return self._year_ago(self._own(phrase, base) or base, phrase)
        if phrase.relation == "previous":
            return self._previous(self._own(phrase, base) or base, phrase)
        if phrase.quarter and base is not None and compared:
            return self._quarter_before(phrase.quarter, base)
        return self._own(phrase, base)

    def _instant(self, phrase: Phrase, index: int) -> Period | None:
        if phrase.ends:
            return Period(None, phrase.ends[min(index, len(phrase.ends) - 1)], ("sentence",))
        return Period(None, self.end, ("sentence",)) if self.end else None

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
        if phrase.quarter and self.year_end and self._quarter(self.end) != phrase.quarter:
            return self._quarter_before(phrase.quarter, Period(None, self.end))
        for period in self.durations:
            if _is_long(period, phrase.months, phrase.weeks) and abs((period.end - self.end).days) <= _NEAR:
                return period
        if phrase.months == 12 and self.year_end and self.end.month != self.year_end:
            return None
        return self._span(phrase.months, phrase.weeks, self.end)

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
            return None
        if phrase.months and not _is_long(base, phrase.months, 0) and phrase.months != 12:
            return None
        return self._shifted(base, _years_back(base.end, 1))

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
            return self._fiscal_year(year)
        own = base if base is not None and (not phrase.months or _is_long(base, phrase.months, phrase.weeks)) else self._own(phrase, None)
        if own is None or own.is_instant:
            return None
        if phrase.quarter and (not self.year_end or self._quarter(own.end) != phrase.quarter):
            own = self._quarter_before(phrase.quarter, own)
        for back in (1, 2, 0, 3) if compared else (0, 1, 2, 3):
            end = _years_back(own.end, back) if own else None
            if own is not None and end is not None and year in self._labels(end):
                return self._shifted(own, end)
        return None

    def _labels(self, end: date) -> set[int]:
        """The year or years that a period of that end may be called by."""
        if not self.year_end:
            return {end.year}
        about = end - timedelta(days=_NEAR)
        return {about.year + 1 if about.month > self.year_end else about.year}

    def _fiscal_year(self, year: int) -> Period | None:
        """A fiscal year by its number; years that end in January or February are called by either, so they stay open."""
        if not self.year_end or self.year_end <= 2:
            return None
        years = [period for period in self.durations if _is_long(period, 12, 0) and (period.end - timedelta(days=_NEAR)).year == year]
        if years:
            return years[0] if len(set(years)) == 1 else None
        pattern = [period for period in self.durations if _is_long(period, 12, 0)]
        if not pattern:
            return None
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
    return FiscalCalendar(durations, instants, end, _year_end(filing, durations))


def year_end_of(end: date, quarter: int) -> int:
    """The month in which the fiscal year ends whose quarter of that number ends then."""
    return ((end - timedelta(days=_NEAR)).month + 3 * (4 - quarter) - 1) % 12 + 1


def _year_end(filing: Filing, durations: Iterable[Period]) -> int:
    """The month of the fiscal year's end: of a year that the statements show, else as the header says, else the month before the
    longest year to date begins."""
    for period in durations:
        if _is_long(period, 12, 0):
            return (period.end - timedelta(days=_NEAR)).month
    for filer in filing.header.filers:
        value = filer.fiscal_year_end.value if filer.fiscal_year_end else ""
        if len(value) == 4 and value.isdecimal() and 1 <= int(value[:2]) <= 12:
            return (int(value[:2]) - (2 if int(value[2:]) <= _NEAR else 1)) % 12 + 1
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
