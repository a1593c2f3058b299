"""First days of periods that are no whole years, where a head says but the end ("Period to December 31, 1994*"): a note below the
statement, another caption or the text tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.find.statements.periods.column_draft import Draft
from converter.grammar.dates import find_dates
from converter.grammar.periods import Head
from converter.patterns import regex

_TO = regex(r"[\s,;()*]*(?:\([^)]{0,60}\)\s*)?(?:to|through|thru)\s*", re.IGNORECASE)
_BEGINNING = r"inception|commencement|formation|organi[sz]ation"
_IS_BEGINNING = regex(rf"\s?\(\s?(?:the\s)?(?:date\sof\s)?(?:its\s)?(?:{_BEGINNING})\b", re.IGNORECASE)
"""Behind a day: "(date of inception)"."""
_BEGINS_ON = regex(r"\binception\W{1,3}(?:was\s|on\s|of\s|date\W{1,3})?$", re.IGNORECASE)
"""Before a day: "inception (", "Inception was"."""
_BEGAN = regex(
    rf"\b(?:{_BEGINNING}|commenced|began|begun|organi[sz]ed|formed|incorporated)\b"
    r"|^\W*(?:\(?\w\)\s*)?(?:for\s+)?(?:the\s+)?(?:period\s+)?from\b",
    re.IGNORECASE,
)
"""A note below a statement that tells a beginning and one day."""
_NEAR = 40
_UNTIL = regex(r"\bperiod\b[\s*;]{1,3}(?:from\b.{0,40}?\b)?(?:to|through|thru)\b", re.IGNORECASE)
_PERIOD = regex(r"\bperiod\b(?:[\s*;]|\(\d\)){1,5}(?:end(?:ed|ing)|from|to|through)\b", re.IGNORECASE)
_OF_YEARS = regex(r"\byears?[\s;-]{1,3}(?:(?:in|of|during|within)[\s;]{1,3}(?:the[\s;]{1,3})?)?$", re.IGNORECASE)
"""Before "period ended": what ends is a list of whole years ("three years in the period ended", "the three-year period ended")."""
_LISTS_YEARS = regex(r"\byears?[\s;-]{1,3}(?:(?:in|of|during|within)[\s;]{1,3}(?:the[\s;]{1,3})?)?period[\s;]{1,3}from\b", re.IGNORECASE)
_REACH = 120
_YEAR = timedelta(days=366)
_LESS_THAN_A_YEAR = timedelta(days=355)


class Begun(Struct, frozen=True):
    """What texts say of beginnings."""

    runs: dict[date, date] = {}
    """Periods said by both their days: the last day -> the first; none where texts contradict each other."""
    own: dict[date, date] = {}
    """Those that the notes below a statement say."""
    inception: date | None = None
    noted: date | None = None
    """The one day of the notes below a statement that tell of a beginning."""


NOTHING = Begun()


def runs_of(text: str) -> list[tuple[date, date]]:
    """Periods that a text gives by both ends: "June 3, 1996 (inception) to December 31, 1996"."""
    runs = []
    for begin, end in pairwise(find_dates(text)):
        between = text[begin.end : end.start].lower()
        if begin.day < end.day and len(between) < 60 and ("inception" in between or _TO.fullmatch(between)):
            runs.append((begin.day, end.day))
    return runs


def lists_years(text: str) -> bool:
    """Whether a text calls whole years a period "from" a day: "the years in the three-year period from January 1, 1994 through ..."."""
    return _LISTS_YEARS.search(text) is not None


def may_need_beginnings(text: str) -> bool:
    """Whether a head or caption says a period whose first day it may not tell."""
    lower = text.lower()
    return "inception" in lower or ("period" in lower and _PERIOD.search(text) is not None)


def told_beginnings(captions: Iterable[str], texts: Iterable[str] = ()) -> Begun:
    """What the captions and the running texts of a filing agree upon. In these a run counts where its first day is called a beginning:
    others are of a business that was acquired, of a plan."""
    runs: dict[date, set[date]] = {}
    inceptions: set[date] = set()
    for text, running in (*((each, False) for each in captions), *((each, True) for each in texts)):
        if may_need_beginnings(text):
            flat = " ".join(text.split())
            called = set(_inceptions(flat))
            for begin, end in runs_of(flat):
                if begin in called or not running:
                    runs.setdefault(end, set()).add(begin)
            inceptions |= called
    agreed = {end: min(begins) for end, begins in runs.items() if len(begins) == 1}
    return Begun(agreed, inception=min(inceptions) if len(inceptions) == 1 else None)


def _inceptions(text: str) -> Iterable[date]:
    for found in find_dates(text):
        if _IS_BEGINNING.match(text[found.end : found.end + _NEAR]) or _BEGINS_ON.search(text[: found.start][-_NEAR:]):
            yield found.day


def with_notes(begun: Begun, notes: Sequence[str]) -> Begun:
    """The same with what the notes below one statement say."""
    told = [note for note in notes if _BEGAN.search(note)]
    own = told_beginnings(f"period to {note}" for note in told)
    days = {found.day for note in told for found in find_dates(note)}
    return replace(begun, runs={**begun.runs, **own.runs}, own=own.runs, noted=min(days) if len(days) == 1 else None) if told else begun


def begin_periods(drafts: Sequence[Draft], caption: Head, begun: Begun, annual: bool) -> None:
    """Columns of a period that is no whole year begin on the day that is told, or on none. In an ``annual`` report so do columns that say
    no length, where a note below tells a period of less than a year that ends with them."""
    parts = _ends_of_parts(caption)
    yearly = any(span.months == _MONTHS for span in (*caption.spans, *(span for draft in drafts for span in draft.head.spans)))
    for draft in drafts:
        if draft.start or draft.end is None or draft.head.spans or draft.head.to_date or draft.head.quarter:
            continue
        alone = sum(draft.end == other.end for other in drafts) == 1
        begin = begun.runs.get(draft.end)
        draft.partial = says_part(draft.head, yearly) or (yearly and draft.end in parts and alone)
        if draft.partial:
            begin = begin or _beginning(draft, begun)
        else:
            begin = begun.own.get(draft.end)
            if not (annual and alone and begin and draft.end - begin < _LESS_THAN_A_YEAR):
                continue
        if begin and begin < draft.end:
            draft.start = begin
            draft.because("its first day by the text")


_MONTHS = 12


def says_part(head: Head, yearly: bool) -> bool:
    """Whether a head says a period by its end, and no year: beside heads of years ("Year Ended"), any "Period Ended"."""
    if head.inception or _UNTIL.search(head.text):
        return True
    return yearly and next(_parts_in(head.text), None) is not None


def _parts_in(text: str) -> Iterator[re.Match[str]]:
    """Where a text says a period that is no list of years."""
    return (match for match in _PERIOD.finditer(text) if not _OF_YEARS.search(text[: match.start()][-_NEAR:]))


def _ends_of_parts(caption: Head) -> set[date]:
    """The ends of what a caption calls a period, and no year: "years ended ... 1996 and 1995 and the period ended December 31, 1994"."""
    found: set[date] = set()
    for match in _parts_in(caption.text):
        window = caption.text[match.start() : match.start() + _REACH]
        runs, days = runs_of(window), find_dates(window)
        found.update([runs[0][1]] if runs else [days[0].day] if days else [])
    return found


def _beginning(draft: Draft, begun: Begun) -> date | None:
    """The first day of a period that nothing gives by both its days."""
    assert draft.end is not None
    if begun.noted or draft.head.inception:
        return begun.noted or begun.inception
    return begun.inception if begun.inception and draft.end - begun.inception <= _YEAR else None
