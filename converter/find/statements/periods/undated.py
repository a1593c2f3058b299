"""Columns that no head and no caption dates: in an annual report its own period and the years before it, by what the heads call them
or, without any heads, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements.periods.column_draft import Draft
from converter.find.statements.periods.days import day_in
from converter.find.statements.periods.known import Known
from converter.model import StatementKind
from converter.patterns import regex

_MOST_YEARS = 3
_MARKS = " .:;()-*"
_BACK = (
    regex(r"(?:this|current)(?: fiscal)?(?: year| period)?"),
    regex(r"(?:last|prior|previous|preceding)(?: fiscal)?(?: year| period)?"),
    regex(r"(?:the )?(?:(?:second|next) (?:prior|preceding|previous)|two) years?(?: before| ago)?"),
)
"""How a head calls the year of the report, the one before and the one before that."""


def date_undated(drafts: Sequence[Draft], kind: StatementKind, known: Known) -> None:
    """Gives the columns their ends, all or none: by the end of the filing's own period, where one is known."""
    end = known.period_end
    if end is None or len(drafts) > _MOST_YEARS or any(_says_something(draft) for draft in drafts):
        return
    back = _years_back(drafts, bool(known.days))
    whole_years = known.annual or known.fiscal_year_end == (end.month, end.day)
    if not back or not (whole_years or (kind == "balance_sheet" and back == [0])):
        return
    for draft, years in zip(drafts, back, strict=True):
        draft.end = end if years == 0 else day_in(end.year - years, (end.month, end.day), known.days)
        called = f'head "{draft.head.text}"' if draft.head.text else "no head: years are printed newest first"
        draft.because(f"{called}; the filing's own period ends {end}")


def _says_something(draft: Draft) -> bool:
    head = draft.head
    return bool(draft.end or draft.year or head.month_days_open or head.quarter or head.to_date)


def _years_back(drafts: Sequence[Draft], dated: bool) -> list[int]:
    """How many years each column lies back. A table without heads in a filing whose other statements are ``dated`` is another thing: a
    note's effect of a restatement, a rest of a table."""
    texts = [draft.head.text.lower().strip(_MARKS) for draft in drafts]
    if not any(texts):
        return [] if dated else list(range(len(texts)))
    named = [next((years for years, words in enumerate(_BACK) if words.fullmatch(text)), None) for text in texts]
    found = [years for years in named if years is not None]
    return found if len(set(found)) == len(texts) else []
