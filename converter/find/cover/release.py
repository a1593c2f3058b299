"""What a release inside the filing says: the trading symbol beside the name, the fiscal quarter in its headline."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from itertools import islice

from converter.find.cover.tables import exchange_codes, exchanges_abroad
from converter.grammar.dates import find_dates
from converter.model import CoverItem, Filing, Paragraph, Place
from converter.patterns import regex

_TICKER = regex(r"\((?P<exchange>[A-Za-z][A-Za-z .]{2,40})\s?[:–-]\s?[\"“]?(?P<symbol>[A-Z]{1,5}(?:\.[A-Z])?)[\"”]?\)")
_HEADLINE = regex(
    r"\bfiscal\s+year\s+(?P<year2>(?:19|20)\d\d)\W{0,3}(?P<quarter2>first|second|third|fourth)[\s-]+quarter"
    r"|\b(?P<quarter>first|second|third|fourth)[\s-]+quarter\s+(?:of\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ENDED = regex(r"\b(?:quarter|months)\s+ended\b", re.IGNORECASE)
_QUARTERS = ("first", "second", "third", "fourth")
_BLOCKS = 120


def release_items(filing: Filing, said: frozenset[str], listed: frozenset[str] = frozenset()) -> Iterator[CoverItem]:
    """Of an 8-K's first documents; ``said`` are the items that need no more, ``listed`` the exchanges that the cover names."""
    paragraphs = [
        (document.index, block)
        for document in filing.documents[:3]
        for block in islice(document.blocks, _BLOCKS)
        if isinstance(block, Paragraph)
    ]
    if "trading_symbol" not in said:
        yield from _ticker(paragraphs, listed)
    if "fiscal_year_end" not in said and not (filing.header.filers and filing.header.filers[0].fiscal_year_end):
        yield from _fiscal(paragraphs)


def _ticker(paragraphs: list[tuple[int, Paragraph]], listed: frozenset[str]) -> Iterator[CoverItem]:
    """The first symbol with its exchange; none where different ones are told, for they are not all the registrant's, nor one of another
    exchange than the cover's."""
    found: dict[tuple[str, str], Place] = {}
    for document, block in paragraphs:
        for match in _TICKER.finditer(block.text) if "(" in block.text else ():
            codes = exchange_codes(match["exchange"])
            if codes and codes[0] not in exchanges_abroad():
                found.setdefault((codes[0], match["symbol"]), _place(document, block, match))
    if len(found) == 1:
        ((code, symbol), place), *_ = found.items()
        if listed <= {code}:
            yield CoverItem("trading_symbol", symbol, place)
        if not listed:
            yield CoverItem("exchange", code, place)


def _fiscal(paragraphs: list[tuple[int, Paragraph]]) -> Iterator[CoverItem]:
    """A headline names the quarter, the text the day that it ended: only together they tell the fiscal year's end."""
    headline = next(((d, b, m) for d, b in paragraphs if len(b.text) < 160 and (m := _HEADLINE.search(b.text))), None)
    if headline is None:
        return
    document, block, match = headline
    ended = next((dates[0].day for _, b in paragraphs if (m := _ENDED.search(b.text)) and (dates := find_dates(b.text[m.start() :]))), None)
    if ended is None:
        return
    quarter = _QUARTERS.index((match["quarter"] or match["quarter2"]).lower()) + 1
    place = _place(document, block, match)
    year = match["year"] or match["year2"]
    yield CoverItem("fiscal_year", year, place)
    yield CoverItem("fiscal_period", "FY" if quarter == 4 else f"Q{quarter}", place)
    if ended.day == calendar.monthrange(ended.year, ended.month)[1]:
        month = (ended.month - 1 + 3 * (4 - quarter)) % 12 + 1
        yield CoverItem("fiscal_year_end", f"--{month:02}-{calendar.monthrange(2001, month)[1]:02}", place)


def _place(document: int, block: Paragraph, match: re.Match[str]) -> Place:
    segment = next((s for s in reversed(block.segments) if s.offset <= match.start()), block.segments[0])
    start = match.start() - segment.offset
    text = segment.text[start : start + len(match[0])]
    base = (segment.start or 0) + start
    return Place(document, "cover", text, segment.line, base, base + len(text), segment.path)
