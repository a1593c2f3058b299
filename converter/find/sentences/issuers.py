"""The cover of a small business issuer's annual report states its revenues of the year: "Issuer's revenues for its most recent fiscal
year: $3,412,118" (Form 10-KSB)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from converter.find.sentences.calendar import FiscalCalendar
from converter.find.sentences.places import place_of, squeezed
from converter.find.sentences.sections import PLAIN_APOSTROPHES
from converter.find.sentences.tokens import FigureToken, figures
from converter.grammar.dates import find_dates
from converter.grammar.phrases import Phrase
from converter.model import USD, Document, Paragraph, SentenceFigure
from converter.patterns import regex

_FIRST_BLOCKS = 250
_LONGEST = 3_000
_REVENUES = regex(
    r"\b(?:issuer|registrant|company)(?:'s\s(?:gross\s|total\s|net\s){0,2}(?:operating\s)?revenues?|\shad\s(?:gross\s|total\s|net\s)?revenues?\sof"
    r"(?=\s\$[\d,]+\sfor\sits\smost\srecent))(?P<when>\s(?:for|in|during)\s(?:its|the)\s(?:most\srecent\s|latest\s|last\s)?(?:fiscal\s)?year"
    r"(?:\s(?:ended|ending)\s[a-z]+\s\d{1,2},\s\d{4})?)?,?\s?(?::|\.|was|were|are|is|totaled)?\s?(?:approximately\s)?(?=\$)",
    re.IGNORECASE,
)
_YEAR = Phrase(0, 0, months=12, relation="current")


def cover_revenues(document: Document, calendar: FiscalCalendar, end: date) -> Iterator[SentenceFigure]:
    """The revenues that the first pages of a report for the year that ends on ``end`` state; of any other year, none."""
    for block in islice(document.blocks, _FIRST_BLOCKS):
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST and "evenue" in block.text and "$" in block.text:
            text, origins = squeezed(block.text.translate(PLAIN_APOSTROPHES))
            stated = _stated(text, end)
            if stated is None:
                continue
            start, after = stated.start, stated.end
            place = place_of(block, document.index, *((origins[start], origins[after - 1] + 1) if origins else (start, after)))
            period = calendar.resolve(_YEAR, 0, None, False) or calendar.year_to(end)
            if place is not None and period is not None and period.end == end:
                yield SentenceFigure("revenues", stated.number, stated.scale, USD, period, place, decimals=stated.decimals)
            return


def _stated(text: str, end: date) -> FigureToken | None:
    match = _REVENUES.search(text)
    if match is None or any(found.day != end for found in find_dates(match["when"] or "")):
        return None
    return next((token for token in figures(text) if token.start == match.end() and token.kind == "money"), None)
