"""Columns of lengths whose heads call their years: "Second Quarter: This Year | Last Year"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from converter.find.statements.periods.column_draft import Draft
from converter.find.statements.periods.days import day_in
from converter.find.statements.periods.known import Known
from converter.grammar.called_years import years_back
from converter.grammar.periods import Head


def name_called_years(drafts: Sequence[Draft], caption: Head, known: Known) -> None:
    """Gives the columns their ends, all or none, where each head calls its year and they do not say several days: this year's is
    the one day that stands over them, the caption's newest, or the end of the filing's own period."""
    called = [years_back(draft.head.text) for draft in drafts]
    back = [years for years in called if years is not None]
    if len(back) < len(drafts) or len(set(back)) < _BOTH or any(draft.start for draft in drafts):
        return
    newest = _this_years(drafts, caption, known)
    if newest is None:
        return
    for draft, years in zip(drafts, back, strict=True):
        draft.end = day_in(newest.year - years, (newest.month, newest.day), (*known.days, newest)) if years else newest
        draft.because(f'head "{draft.head.text}"; this year\'s period ends {newest}')


_BOTH = 2


def _this_years(drafts: Sequence[Draft], caption: Head, known: Known) -> date | None:
    """The day that this year's columns end on; None where nothing tells it, or heads tell several."""
    over = {draft.end for draft in drafts if draft.end}
    if len(over) > 1:
        return None
    days = over or set(caption.dates)
    if days:
        return max(days) if len({(day.month, day.day) for day in days}) == 1 else None
    timed = all(draft.span or draft.head.to_date for draft in drafts) or bool(caption.spans)
    return known.period_end if timed and not (caption.month_days or any(draft.year for draft in drafts)) else None
