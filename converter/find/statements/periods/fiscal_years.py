"""Columns that name fiscal years and numbered quarters instead of days."""

from __future__ import annotations

from datetime import date, timedelta

from converter.find.statements.periods.column_draft import Draft
from converter.find.statements.periods.days import day_in
from converter.find.statements.periods.known import Known
from converter.grammar.periods import Head, Span, months_before


def numbered_quarters(drafts: list[Draft], caption: Head, known: Known) -> None:
    """ "Q4 2004 | Q3 2004 | Q4 2003 | FY 2004 | YTD 2003": the newest quarter is the one that the filing tells of; the others lie whole
    quarters before it, a year ends with its fourth, a year to date and other lengths ("Fall season") where the newest quarter does."""
    open_drafts = [draft for draft in drafts if draft.year and draft.end is None and not draft.head.month_days_open]
    quarters = [(draft.year, draft.head.quarter) for draft in open_drafts if draft.head.quarter]
    if not quarters:
        return
    year, quarter = max(quarters)
    newest = known.newest or (known.anchor[1] if known.anchor and known.anchor[0] == quarter else None)
    if newest is None or abs(year - newest.year) > 1 or not _is_quarter_of(quarter, newest, known.fiscal_year_end):
        return
    for draft in open_drafts:
        months = draft.span.months if draft.span else 0
        own = draft.head.quarter or (4 if months == _YEAR else quarter if draft.head.to_date or months else 0)
        back = (year - draft.year) * 4 + quarter - own
        if own and back >= 0:
            day = months_before(newest, 3 * back)
            if draft.span and draft.span.unit == "week":
                day = _on_weekday(day, newest)
            draft.end = day_in(day.year, (day.month, day.day), (*known.days, *caption.dates)) if back else newest
            said = "the filing's own period end" if known.newest else "the end of the year to date"
            draft.because(f"whole quarters before {said}" if back else said)
            if draft.head.to_date:
                draft.span = Span(3 * quarter, "month")


def _is_quarter_of(quarter: int, end: date, fiscal_year_end: tuple[int, int] | None) -> bool:
    """Whether a quarter of that number ends about then; where nobody tells the fiscal year's end, it may."""
    if fiscal_year_end is None:
        return True
    apart = (end.month - quarter_end(quarter, fiscal_year_end)[0]) % 12
    return apart in (0, 1, 11)


def shift_fiscal_years(drafts: list[Draft], caption: Head, known: Known) -> None:
    """ "Fiscal 1996" of a year that ended early in 1997 is named for the year before: told by the newest column and the period's end."""
    end = known.period_end
    years = [draft.year for draft in drafts if draft.year]
    if not (known.annual and end and years and end.month <= 3) or any(draft.end for draft in drafts) or max(years) + 1 != end.year:
        return
    if any(day.year == end.year for day in caption.dates) and len(caption.dates) == len(drafts):
        return
    for draft in drafts:
        if draft.year:
            draft.year += 1
            draft.because("fiscal years are named for the calendar year before their end")


def from_fiscal_years(drafts: list[Draft]) -> None:
    """Years that name fiscal years of 52/53 weeks ("2022" ended on January 1, 2023): the others end whole weeks before or after."""
    named = [(draft.year, draft.end) for draft in drafts if draft.end and draft.year and draft.end.year != draft.year]
    weekdays = {draft.end.weekday() for draft in drafts if draft.end}
    if not named or len(weekdays) != 1:
        return
    year, end = named[0]
    for draft in drafts:
        if draft.end is None and draft.year:
            draft.end = _on_weekday(end + timedelta(days=round(365.25 * (draft.year - year))), end)
            draft.because("whole weeks from the other fiscal years' ends")


def _on_weekday(nominal: date, other: date) -> date:
    """The day nearest to a nominal one that is of the same weekday as another."""
    offset = (other.weekday() - nominal.weekday()) % 7
    return nominal + timedelta(days=offset if offset <= 3 else offset - 7)


_YEAR = 12


def quarter_end(quarter: int, fiscal_year_end: tuple[int, int]) -> tuple[int, int]:
    month = (fiscal_year_end[0] + 3 * quarter - 1) % 12 + 1
    return month, {4: 30, 6: 30, 9: 30, 11: 30, 2: 28}.get(month, 31)
