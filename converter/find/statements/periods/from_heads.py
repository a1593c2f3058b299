"""Heads and captions to periods, column by column, with the evidence for each end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from converter.find.statements.heads.assignment import ColumnHead
from converter.find.statements.periods.called import name_called_years
from converter.find.statements.periods.column_draft import Draft
from converter.find.statements.periods.days import day_in, first_of_run, is_inception_alone, is_run_torn_off, month_end_of
from converter.find.statements.periods.first_days import begin_periods, lists_years, runs_of
from converter.find.statements.periods.fiscal_years import from_fiscal_years, numbered_quarters, quarter_end, shift_fiscal_years
from converter.find.statements.periods.in_order import ends_of, in_order, month_day_of
from converter.find.statements.periods.known import Known
from converter.find.statements.periods.quarters import take_quarters
from converter.find.statements.periods.undated import date_undated
from converter.grammar.dates import MONTH, YEAR, day_of, find_month_days
from converter.grammar.periods import Head, Span, first_day, floats, is_month_end, read_head
from converter.model import Period, StatementKind
from converter.patterns import regex

_DAYS_AND_YEARS = regex(
    rf"(?P<days>(?:{MONTH}\.?\s{{1,4}}\d{{1,2}},?\s{{1,4}}){{2,8}})[\s;]{{0,6}}(?P<years>(?:{YEAR}\s{{1,4}}){{1,7}}{YEAR})(?!\d)",
    re.IGNORECASE,
)


def resolve(heads: Sequence[ColumnHead], captions: str, kind: StatementKind, known: Known) -> list[Period | None]:
    """The period of each column, or None where nothing tells it."""
    caption = read_head(captions)
    drafts = [Draft(read_head(head.text)) for head in heads]
    spanned = _spanned_days(drafts)
    for draft in drafts:
        _own(draft, known, spanned)
    if kind != "balance_sheet":
        _correct_nominal(drafts, known)
        name_called_years(drafts, caption, known)
    shift_fiscal_years(drafts, caption, known)
    numbered_quarters(drafts, caption, known)
    _from_caption(drafts, caption, known)
    _from_neighbour(drafts, known)
    _missing_year(drafts, caption, known)
    if kind != "balance_sheet":
        begin_periods(drafts, caption, known.begun, known.annual)
    return _periods(drafts, caption, kind, known)


def resolve_undated(heads: Sequence[ColumnHead], kind: StatementKind, known: Known) -> list[Period | None]:
    """The period of each column where neither heads nor captions say any day: what the filing as a whole says of its period."""
    drafts = [Draft(read_head(head.text)) for head in heads]
    date_undated(drafts, kind, known)
    return _periods(drafts, read_head(""), kind, known)


def _periods(drafts: list[Draft], caption: Head, kind: StatementKind, known: Known) -> list[Period | None]:
    if kind == "balance_sheet":
        return [_instant(draft) for draft in drafts]
    _spans(drafts, caption, kind, known)
    ends = tuple(sorted({draft.end for draft in drafts if draft.end} | set(known.days)))
    return [_duration(draft, ends, known) for draft in drafts]


def _spanned_days(drafts: Sequence[Draft]) -> frozenset[date]:
    """The days that stand over columns of several years, or over some of them: "Three years ended December 27, 2008" is said of all. A
    year is called by its own number or the one beside it, by no other."""
    if not all(draft.head.dates for draft in drafts if draft.head.years):
        return frozenset(day for draft in drafts for day in draft.head.dates[-1:])
    years: dict[date, set[int]] = {}
    for draft in drafts:
        if draft.head.dates and draft.head.years:
            years.setdefault(draft.head.dates[-1], set()).add(draft.head.years[-1])
    return frozenset(day for day, named in years.items() if len(named) > 1 or abs(day.year - min(named)) > 1)


def _own(draft: Draft, known: Known, spanned: frozenset[date]) -> None:
    head = draft.head
    if head.dates and head.years and head.years[-1] != head.dates[-1].year and head.dates[-1] in spanned:
        # The day is said of several columns, the year is the column's own.
        draft.year = head.years[-1]
        draft.end = day_in(draft.year, (head.dates[-1].month, head.dates[-1].day), (*known.days, *head.dates))
        draft.because(f'head "{head.text}"')
    elif head.dates and is_run_torn_off(head):
        draft.start = head.dates[-1]
    elif head.dates:
        # "Fiscal 1998" beside the day says what the year is called.
        draft.year = head.years[-1] if head.years else 0
        draft.end = head.dates[-1]
        draft.start = first_of_run(head)
        if is_inception_alone(head) and known.newest and known.newest > draft.end:
            draft.start, draft.end = draft.end, known.newest
        draft.because(f'head "{head.text}"')
    elif head.years:
        draft.year = head.years[-1]
        if head.month_days_open:
            draft.end = day_of(draft.year, *head.month_days_open[-1])
        elif month := month_end_of(head, draft.year):
            # "March | December" over "2005 | 2004": the months' last days, or the days near them that are printed.
            draft.end = day_in(draft.year, month, (*known.days, *filter(None, (known.period_end,))))
        draft.because(f'head "{head.text}"')
    if head.spans:
        draft.span = head.spans[-1] if not head.ended or len(head.spans) == 1 else head.spans[0]


def _from_caption(drafts: list[Draft], caption: Head, known: Known) -> None:
    """Columns whose heads say no whole day take it from the caption: its dates in order, its runs, its day of the same year."""
    open_drafts = [draft for draft in drafts if draft.end is None]
    why = f'caption "{caption.text[:80]}"'
    if len(open_drafts) == len(drafts):
        _paired_days(drafts, caption, why)
        _listed_days(drafts, caption, why)
    for draft in open_drafts:
        if draft.end is None and draft.year and not draft.head.month_days_open:
            _same_year(draft, caption, why)
    from_fiscal_years(drafts)
    month_day = month_day_of(caption)
    for draft in open_drafts:
        if draft.end is None and draft.year and month_day:
            draft.end = day_in(draft.year, month_day, (*known.days, *caption.dates))
            draft.because(why)
    if not any(draft.year or draft.end for draft in drafts):
        in_order(drafts, caption, known)


def _correct_nominal(drafts: list[Draft], known: Known) -> None:
    """ "Years ended September 25, 2004 2003 2002": the day above several years is the newest one's; the others' stand in the balance
    sheet or are counted in weeks."""
    ends = {draft.end for draft in drafts if draft.end}
    shared = Counter((end.month, end.day) for end in ends)
    for draft in drafts:
        end = draft.end
        if end and end not in known.days and shared[(end.month, end.day)] > 1 and floats(end):
            draft.end = day_in(end.year, (end.month, end.day), known.days)


def _paired_days(drafts: list[Draft], caption: Head, why: str) -> None:
    """ "June 30, December 31, 2009 2008": heads of two lines run together, as many days as columns and then as many years."""
    for match in _DAYS_AND_YEARS.finditer(caption.text):
        days, years = find_month_days(match["days"]), [int(year) for year in match["years"].split()]
        if len(drafts) > 1 and len(days) == len(years) == len(drafts):
            for draft, day, year in zip(drafts, days, years, strict=True):
                draft.end = day_of(year, day.month, day.day)
                draft.because(f"{why}, in order")
            return


def _listed_days(drafts: list[Draft], caption: Head, why: str) -> None:
    """As many dates as columns, of the columns' years or the ones beside them, name the columns in order."""
    days = ends_of(caption)
    if len(days) != len(drafts) or any(draft.end for draft in drafts):
        return
    pairs = list(zip(days, drafts, strict=True))
    if all(abs(day.year - draft.year) <= 1 for day, draft in pairs):
        for day, draft in pairs:
            if not draft.head.month_days_open:
                draft.end = day
                draft.because(f"{why}, in order")


def _same_year(draft: Draft, caption: Head, why: str) -> None:
    for begin, end in runs_of(caption.text):
        if end.year == draft.year:
            draft.start, draft.end = None if lists_years(caption.text) else begin, end
            draft.because(f"{why}, from a day to a day")
            return
    day = next((day for day in ends_of(caption) if day.year == draft.year), None)
    if day is not None:
        draft.end = day
        draft.because(why)


def _from_neighbour(drafts: list[Draft], known: Known) -> None:
    """A year alone beside the whole year before or after it, whose head tells the day: OCR drew two years into one head. In an annual
    report its own end tells the day; a part of a year (a predecessor's) tells none."""
    if known.annual and known.period_end:
        return
    for other, draft in (*pairwise(drafts), *pairwise(drafts[::-1])):
        end, bare = other.end, draft.end is None and not draft.head.month_days_open and not draft.head.quarter
        whole = other.start is None and (other.span is None or other.span.months == 12) and other.span in (draft.span or other.span, None)
        if bare and whole and draft.year and end and abs(draft.year - end.year) == 1 and other.year in (0, end.year):
            draft.end = day_in(draft.year, (end.month, end.day), known.days)
            draft.because("the day of the head beside it")


def _missing_year(drafts: list[Draft], caption: Head, known: Known) -> None:
    """A year without a month and day takes them from the period's or fiscal year's end; a month and day without a year the caption's."""
    for draft in drafts:
        if draft.end is not None:
            continue
        month_days = draft.head.month_days_open
        if draft.year:
            month_day = month_days[-1] if month_days else _known_month_day(draft, known)
            if month_day:
                draft.end = day_in(draft.year, month_day, known.days)
                draft.because("the filing's own period end")
        elif month_days:
            years = [*caption.years, *(day.year for day in caption.dates)]
            if known.period_end and not years:
                years = [known.period_end.year]
            if years:
                draft.end = day_of(years[0], *month_days[-1])
                draft.because(f'head "{draft.head.text}", year of the caption')


def _known_month_day(draft: Draft, known: Known) -> tuple[int, int] | None:
    whole_year = known.annual or (draft.span is not None and draft.span.months == 12)
    if not whole_year and not known.period_end and known.newest:
        # A release without a period of its own: its balance sheet's newest day is the period's end.
        return known.newest.month, known.newest.day
    if whole_year or not known.period_end:
        if known.period_end and known.annual:
            return known.period_end.month, known.period_end.day
        if known.fiscal_year_end:
            return known.fiscal_year_end
    if draft.head.quarter and known.fiscal_year_end:
        return quarter_end(draft.head.quarter, known.fiscal_year_end)
    if known.period_end:
        return known.period_end.month, known.period_end.day
    day = known.days[0] if known.days else known.told
    return (day.month, day.day) if day else None


def _spans(drafts: list[Draft], caption: Head, kind: StatementKind, known: Known) -> None:
    """Columns without a length take the caption's; two lengths in a caption go to halves of the columns; else the form's habit."""
    for draft in drafts:
        if draft.head.to_date and draft.span is None and draft.end is not None:
            draft.span = _to_date(draft.end, drafts, caption, known)
    _to_date_alike(drafts)
    bare = [draft for draft in drafts if draft.span is None and draft.start is None and not (draft.head.to_date or draft.partial)]
    if not bare:
        return
    lengths = list(dict.fromkeys(span for span in caption.spans))
    if len(lengths) > 1 and len(bare) == len(drafts):
        for draft, length in zip(drafts, _shared([draft.end for draft in drafts], lengths), strict=False):
            draft.span = length
        return
    bare = bare if lengths else take_quarters(drafts, bare, kind)
    if not lengths:
        beside = [*pairwise(drafts), *(pair for pair in pairwise(drafts[::-1]) if _are_a_year_apart(*pair))]
        for other, draft in beside:
            if draft in bare and draft.span is None and draft.end is not None and other.span is not None:
                draft.span = other.span
                draft.because("the length of the head beside it")
        bare = [draft for draft in bare if draft.span is None]
    in_a_row = not lengths and not known.interim and _are_years_in_a_row(bare)
    fallback = lengths[0] if lengths else Span(12, "month") if in_a_row else _habit(kind, known, drafts)
    if not lengths and not all(_ends_as_the_filing_does(draft, known) for draft in bare):
        return
    for draft in bare:
        draft.span = fallback
        if not lengths and fallback:
            draft.because("years side by side, and nothing else" if in_a_row and not known.annual else f"length by the form {known.form}")


def _are_years_in_a_row(drafts: Sequence[Draft]) -> bool:
    """Whether the heads of three columns and more are years and nothing else, one behind the other: no quarters are printed so."""
    bare = all(draft.year and not (draft.head.dates or draft.head.month_days or draft.head.quarter) for draft in drafts)
    steps = {here.year - there.year for here, there in pairwise(drafts)}
    return bare and len(drafts) >= _LEAST_YEARS and steps in ({1}, {-1})


_LEAST_YEARS = 3


def _ends_as_the_filing_does(draft: Draft, known: Known) -> bool:
    """Whether a column of an interim report ends at its period's time of year. "Dec-22" beside "Sep-23" are days of balances, both."""
    if known.annual or known.period_end is None or draft.end is None:
        return True
    apart = abs((draft.end - known.period_end).days) % 365
    return min(apart, 365 - apart) <= _TIME_OF_YEAR


_TIME_OF_YEAR = 15


def _are_a_year_apart(one: Draft, other: Draft) -> bool:
    """Columns of one length end so: the head over the middle one of three tells it for all."""
    return one.end is not None and other.end is not None and 358 <= abs((one.end - other.end).days) <= 372


def _to_date(end: date, drafts: Sequence[Draft], caption: Head, known: Known) -> Span | None:
    """The length of a fiscal year to date: by the number of the quarter beside it, by a longer length in the caption, by the fiscal
    year's end, or by the year's end that the balance sheet shows beside the period's."""
    quarter = next((draft.head.quarter for draft in drafts if draft.head.quarter and draft.end == end), 0)
    if quarter:
        return Span(3 * quarter, "month")
    told = max((span for span in caption.spans if 3 < span.months <= 12), key=lambda span: span.months, default=None)
    if told:
        return told
    if known.fiscal_year_end:
        return Span((end.month - known.fiscal_year_end[0] - 1) % 12 + 1, "month")
    before = max((day for day in known.days if 20 < (end - day).days < 360), default=None)
    return Span(round((end - before).days / 30.4), "month") if before else None


def _shared(ends: Sequence[date | None], lengths: Sequence[Span]) -> list[Span]:
    """The length of each column where captions say several: as many columns of the same days for each of them (1997, 1996, 1997, 1996),
    or all lengths for each day (1997, 1997, 1996, 1996). Empty where the columns are none of these: one panel of two, say."""
    count = len(lengths)
    share, rest = divmod(len(ends), count)
    if rest:
        return []
    if all(ends[index] == ends[index % share] for index in range(len(ends))):
        return [length for length in lengths for _ in range(share)]
    each_day = all(len(set(ends[index : index + count])) == 1 for index in range(0, len(ends), count))
    return [*lengths] * share if each_day and len(set(ends)) == share else []


def _to_date_alike(drafts: Sequence[Draft]) -> None:
    """Last year to date is as long as this year to date, whose length more places tell."""
    for draft in drafts:
        if draft.head.to_date and draft.span is None:
            draft.span = next((one.span for one in drafts if one.head.to_date and one.span and _are_a_year_apart(one, draft)), None)


def _habit(kind: StatementKind, known: Known, drafts: list[Draft]) -> Span | None:
    if known.annual:
        return Span(12, "month")
    end = known.period_end or max((draft.end for draft in drafts if draft.end), default=None)
    if end is None or known.fiscal_year_end is None:
        return None
    months = (end.month - known.fiscal_year_end[0] - 1) % 12 + 1
    if kind == "cashflow" and known.interim:
        return Span(months, "month")
    return Span(3, "month") if known.interim else None


def _instant(draft: Draft) -> Period | None:
    return Period(None, draft.end, tuple(draft.why or ())) if draft.end else None


def _duration(draft: Draft, ends: tuple[date, ...], known: Known) -> Period | None:
    if draft.end is None:
        return None
    why = tuple(draft.why or ())
    if draft.start is not None:
        return Period(draft.start, draft.end, why) if draft.start < draft.end else None
    if draft.span is None:
        return None
    span = draft.span
    start = first_day(draft.end, span, tuple(day for day in ends if day < draft.end), _ends_on_weekday(draft.end, ends))
    long = known.long.span(draft.end, span.months, known.fiscal_year_end) if span.unit == "month" and floats(draft.end) else None
    if long and start - timedelta(days=1) not in ends:
        start, why = first_day(draft.end, long), (*why, f"{long.count} weeks by the text")
    return Period(start, draft.end, (*why, f"{span.count} {span.unit}s")) if start <= draft.end else None


def _ends_on_weekday(end: date, ends: Sequence[date]) -> bool:
    """Whether years and quarters end on the weekday that a month ends on here: the days of other years tell. Where the month's end of
    another year is told on another weekday, they end with months, and the day on which a predecessor's period ends is nobody's habit."""
    if any(day.month == end.month and is_month_end(day) and day.weekday() != end.weekday() for day in ends):
        return False
    return any(floats(day) and day.weekday() == end.weekday() for day in ends)
