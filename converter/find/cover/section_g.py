"""Securities registered under Section 12(g): the titles of their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.cover.page import Piece
from converter.model import CoverItem
from converter.patterns import regex

_SECTION_G = regex(r"section\s+12\s?\(\s?g\s?\)", re.IGNORECASE)
_PURSUANT = regex(r"\b(?:pursuant|under)\b", re.IGNORECASE)
_NO_TITLE = regex(r"\bnone\b|not applicable|\bn/?a\b|title|indicate|\bcheck\b", re.IGNORECASE)
_HEAD = regex(
    r"\(?titles?\s+of\s+(?:each\s+)?class(?:es)?\)?|name\s+of\s+(?:each\s+)?(?:stock\s+)?exchange.*|(?:on\s+)?which\s+registered.*",
    re.IGNORECASE,
)
_TITLE = regex(r"stock|shares|interest|units|warrants|debentures|notes|receipts", re.IGNORECASE)
_SMALL = "abcdefghijklmnopqrstuvwxyz"


def section_g_items(pieces: Sequence[Piece], names: Sequence[str]) -> Iterator[CoverItem]:
    """The first title of a class after "Section 12(g) of the Act", heads and what is registered nowhere left out."""
    at = next((i for i, piece in enumerate(pieces) if _SECTION_G.search(piece.text) and _PURSUANT.search(piece.text)), None)
    if at is None:
        return
    tail = re.split(r"act\b\W*", pieces[at].text, maxsplit=1, flags=re.IGNORECASE)
    lines = [(tail[-1] if len(tail) > 1 else "", pieces[at]), *((piece.text, piece) for piece in pieces[at + 1 : at + 9])]
    for i, (text, piece) in enumerate(lines):
        said = _HEAD.sub("", text).strip(" :;")
        if len(said) <= 5 and not _NO_TITLE.search(said):
            continue
        if _NO_TITLE.search(said) or not _TITLE.search(said):
            return
        after = lines[i + 1][0].strip() if i + 1 < len(lines) else ""
        more = f" {after}" if (after[:1] in ("(", *_SMALL) or said.endswith(",")) and not _HEAD.search(after) else ""
        yield CoverItem("security_12g", " ".join(f"{said}{more}".split()), piece.place)
        return
