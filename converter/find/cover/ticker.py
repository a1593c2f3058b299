"""The trading symbol that a release gives beside the company's name: ``(Nasdaq: ABCD)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from converter.find.cover.tables import exchange_codes
from converter.model import CoverItem, Filing, Paragraph, Place

_TICKER = re.compile(r"\((?P<exchange>[A-Za-z][A-Za-z .]{2,40})\s?[:–-]\s?[\"“]?(?P<symbol>[A-Z]{1,5}(?:\.[A-Z])?)[\"”]?\)")
_BLOCKS = 120


def ticker_items(filing: Filing) -> Iterator[CoverItem]:
    """The first symbol with its exchange, of an 8-K's release; none where different ones are told, for they are not all the registrant's."""
    found: dict[tuple[str, str], tuple[re.Match[str], Place]] = {}
    for document in filing.documents[:3]:
        for block in islice(document.blocks, _BLOCKS):
            if isinstance(block, Paragraph) and "(" in block.text:
                for match in _TICKER.finditer(block.text):
                    codes = exchange_codes(match["exchange"])
                    if codes:
                        found.setdefault((codes[0], match["symbol"]), (match, _place(document.index, block, match)))
    if len(found) != 1:
        return
    ((code, symbol), (_, place)), *_ = found.items()
    yield CoverItem("trading_symbol", symbol, place)
    yield CoverItem("exchange", code, place)


def _place(document: int, block: Paragraph, match: re.Match[str]) -> Place:
    segment = next((s for s in reversed(block.segments) if s.offset <= match.start()), block.segments[0])
    start = match.start() - segment.offset
    text = segment.text[start : start + len(match[0])]
    base = (segment.start or 0) + start
    return Place(document, "cover", text, segment.line, base, base + len(text), segment.path)
