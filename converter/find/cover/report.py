"""Form, amendment, period and fiscal year of a report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date

from converter.find.cover.forms import has_cover, names_form
from converter.find.cover.page import Piece, place_of
from converter.grammar.dates import MONTH, MONTHS, YEAR, FoundDate, find_dates
from converter.model import CoverItem, Filing, Place
from converter.patterns import regex

_FORM = regex(
    r"\bform\s+(?P<form>10-?\s?K(?:405|SB40|SB|T)?|10-?\s?Q(?:SB)?|8-?\s?K|20-?F|40-?F|6-?K|11-?K)(?P<amended>\s*[/-]\s*A\b)?",
    re.IGNORECASE,
)
_AMENDMENT = regex(r"^\W*amendment\s+no|^\(amendment|\bform\s+\S+\s*/\s*a\b|\bform\s+10-?[kq]-a\b", re.IGNORECASE)
_ENDED = regex(
    r"\bfor\s+(?:the\s+)?.{0,40}?\b(?:year|years|period|quarter|quarterly|months|weeks)\b.{0,20}?\bend(?:ed|ing)\b|\b(?:year|quarter|period|weeks|months)\s+end(?:ed|ing)",
    re.IGNORECASE,
)
_YEAR_ABOVE, _ENDED_BELOW = regex(r"\b(?:year|period|quarter)\W*\Z", re.IGNORECASE), regex(r"\W*end(?:ed|ing)\b", re.IGNORECASE)
_TRANSITION = regex(r"transition\s+period", re.IGNORECASE)
_PERIOD_FROM = regex(r"\bfor\s+the\s+(?:fiscal\s+)?(?:year|period)\s+from\b", re.IGNORECASE)
_SPAN = regex(r"\b(?:from|beginning|commencing)\b(?P<start>.{6,40}?)\b(?:to|through|end(?:ed|ing))\b(?P<end>.{6,30})", re.IGNORECASE)
_DATE_OF_REPORT = regex(r"date\s+of\s+(?:earliest|report)|earliest\s+event", re.IGNORECASE)
_DAY_OF_EVENT, _ANNUAL = regex(r"[68]-?K"), regex(r"(?:10-?K|20-?F)")
_EARLIEST, _OF_REPORT = regex(r"earliest\s+event", re.IGNORECASE), regex(r"date\s+of\s+report\b", re.IGNORECASE)
_EVENT = regex(r"\(.{8,24}\)")
_BOTH = regex(r"\d{4}\s{0,3}\(([^()]{8,24})\)")
_YEARS = regex(r"(?:\s*(?:,|and|&)\s*(?:19|20)\d\d\b)+(?!\s*\))", re.IGNORECASE)
_MOST_YEARS = 5
_OF_A_MONTH = "6-K"
"""Foreign private issuers' reports name a month."""
_MONTH_OF = regex(rf"\bmonth\s+of:?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})\b", re.IGNORECASE)
_NEAR = 3
_MOST_OF_SPAN = 5
"""Pieces that a period's words and days are set in, each in a column of its own."""


def report_items(pieces: Sequence[Piece], filing: Filing) -> Iterator[CoverItem]:
    """``document_type``, ``amendment_flag``, ``period_end`` (of a transition period ``period_start`` too) and, of an annual report,
    ``fiscal_year_end``."""
    form = _form(pieces, filing)
    if form:
        yield form
    kind = form.value if form else ""
    if form:
        amended = kind.endswith("/A") or any(_AMENDMENT.search(piece.text) for piece in pieces[:40])
        yield CoverItem("amendment_flag", "true" if amended else "false", form.place)
    end = _date_of_report(pieces) if _DAY_OF_EVENT.match(kind) else _period_end(pieces, filing.header.period_date)
    if end is None and kind.startswith(_OF_A_MONTH):
        yield from _month(pieces)
    if end:
        day, piece = end
        place = _place_of_day(piece, day)
        yield CoverItem("period_end", day.isoformat(), place)
        start = None if _DAY_OF_EVENT.match(kind) else _transition(pieces)
        if start and start[1] == day:
            yield CoverItem("period_start", start[0].isoformat(), _place_of_day(start[2], start[0]))
        if _ANNUAL.match(kind) and not _header_year_end(filing):
            yield CoverItem("fiscal_year_end", f"--{day:%m-%d}", place)


def _month(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    """``For the month of November 2002``: all of its days."""
    found = next(((match, piece) for piece in pieces if (match := _MONTH_OF.search(piece.text))), None)
    if found:
        match, piece = found
        year, month = int(match["year"]), MONTHS.index(match["month"][:3].lower()) + 1
        place = place_of(piece, match[0])
        yield CoverItem("period_start", date(year, month, 1).isoformat(), place)
        yield CoverItem("period_end", date(year, month, calendar.monthrange(year, month)[1]).isoformat(), place)


def _place_of_day(piece: Piece, day: date) -> Place:
    """Where a piece prints a day."""
    printed = next((piece.text[found.start : found.end] for found in find_dates(piece.text) if found.day == day), "")
    return place_of(piece, printed)


def _header_year_end(filing: Filing) -> bool:
    return bool(filing.header.filers and filing.header.filers[0].fiscal_year_end)


def _form(pieces: Sequence[Piece], filing: Filing) -> CoverItem | None:
    header = filing.header.form
    if header:
        return CoverItem("document_type", header.value, header.place)
    covered = has_cover(piece.text for piece in pieces)
    for piece in pieces[:40]:
        match = _FORM.search(piece.text)
        if match and (covered or names_form(piece.text)):
            name = re.sub(r"\s", "", match["form"]).upper()
            name = name if "-" in name else re.sub(r"(?<=\d)(?=[KQF])", "-", name)
            amended = match["amended"] or any(_AMENDMENT.search(p.text) for p in pieces[:40])
            return CoverItem("document_type", f"{name}/A" if amended else name, piece.place)
    return None


def _period_end(pieces: Sequence[Piece], filed: date | None) -> tuple[date, Piece] | None:
    """Of a year's end and a transition period that is filled in the one that the header bears out, else the first: statements below the
    cover tell of years that ended before."""
    ended, span = _ended_on(pieces), _transition(pieces)
    told = [each for each in (ended, span and span[1:]) if each]
    borne_out = [each for each in told if each[0] == filed]
    return min(borne_out or told, key=lambda each: each[1].row, default=None)


def _ended_on(pieces: Sequence[Piece]) -> tuple[date, Piece] | None:
    """A page without a cover's captions begins with statements: there only a date in the caption itself counts, no head of a column."""
    captioned = any(piece.captions for piece in pieces)
    for at, piece in enumerate(pieces):
        match = _ENDED.search(piece.text) or _ended_below(pieces, at)
        if not match or (_TRANSITION.search(piece.text) and not find_dates(piece.text[match.end() :])):
            continue
        said = piece.text[match.start() :]
        dates = find_dates(said)
        if dates:
            return _latest(dates[0], said), piece
        row = piece.text
        for after in pieces[at + 1 : at + 1 + _NEAR] if captioned else ():
            if _TRANSITION.search(after.text) and not _TRANSITION.search(piece.text):
                break
            # "fiscal  year  ended  December  31, 1998": one line, set wide.
            row = f"{row} {after.text}" if after.row == piece.row else row
            joined = row if after.row == piece.row else f"{piece.text} {after.text}"
            dates = find_dates(joined[match.start() :])
            if dates:
                return dates[0].day, after
    return None


def _ended_below(pieces: Sequence[Piece], at: int) -> re.Match[str] | None:
    """``ended December 31, 1997`` below "For the fiscal year"."""
    match = _ENDED_BELOW.match(pieces[at].text)
    above = (piece for piece in pieces[max(0, at - _NEAR) : at] if piece.row == pieces[at].row - 1)
    return match if match and any(_YEAR_ABOVE.search(piece.text) for piece in above) else None


def _transition(pieces: Sequence[Piece]) -> tuple[date, date, Piece] | None:
    """``For the transition period from July 1, 1997 to December 31, 1997`` where both days are filled in."""
    for at, piece in enumerate(pieces):
        if _TRANSITION.search(piece.text) or _PERIOD_FROM.search(piece.text):
            match = _SPAN.search(" ".join(each.text for each in pieces[at : at + _MOST_OF_SPAN]))
            starts, ends = (find_dates(match["start"]), find_dates(match["end"])) if match else ([], [])
            if starts and ends:
                return starts[0].day, ends[0].day, piece
    return None


def _latest(found: FoundDate, said: str) -> date:
    """Of a day with several years ("December 31, 1995, 1996 and 1997") the last one."""
    more = _YEARS.match(said, found.end)
    years = [int(year) for year in re.findall(r"\d{4}", more[0])] if more else []
    last = max([found.day.year, *years])
    return found.day if last - found.day.year > _MOST_YEARS or (found.day.month, found.day.day) == (2, 29) else found.day.replace(year=last)


def _date_of_report(pieces: Sequence[Piece]) -> tuple[date, Piece] | None:
    """After the caption in its row or the next ones; else above it. Of two dates the earliest event's, which is said to be the report's."""
    event = _date_of_event(pieces)
    if event:
        return event
    for at, piece in enumerate(pieces):
        if not _DATE_OF_REPORT.search(piece.text):
            continue
        paired = next(
            (p for p in pieces[at + 1 : at + 1 + _NEAR] if p.row - piece.row <= _NEAR and _EVENT.fullmatch(p.place.text.strip())), None
        )
        if paired and (dates := find_dates(paired.text)):
            return dates[0].day, paired
        near = [p for p in pieces[max(0, at - _NEAR) : at + _NEAR + 1] if abs(p.row - piece.row) <= _NEAR]
        both = next((match for p in near if (match := _BOTH.search(p.text)) and (dates := find_dates(match[1]))), None)
        if both:
            return dates[0].day, next(p for p in near if p.text == both.string)
        order = sorted(near, key=lambda p: (p.row != piece.row, p.row > piece.row, abs(p.row - piece.row)))
        for candidate in order:
            dates = find_dates(candidate.text)
            if dates:
                return dates[0].day, candidate
    return None


def _date_of_event(pieces: Sequence[Piece]) -> tuple[date, Piece] | None:
    """``Date of earliest event reported: February 27, 1998`` on a line of its own."""
    for at, piece in enumerate(pieces):
        if _EARLIEST.search(piece.text) and not _OF_REPORT.search(piece.text):
            line = [piece, *(after for after in pieces[at + 1 : at + 1 + _NEAR] if after.row == piece.row)]
            found = next(((dates[0].day, each) for each in line if (dates := find_dates(each.text))), None)
            if found:
                return found
    return None
