"""Securities registered under Section 12(g): the titles of their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.find.cover.names import COMPANY
from converter.find.cover.owners import named
from converter.find.cover.page import Piece, place_of
from converter.model import CoverItem
from converter.patterns import regex

_SECTION_G = regex(r"section\s+12\s?\(\s?g\s?\)", re.IGNORECASE)
_PURSUANT = regex(r"\b(?:pursuant|under)\b", re.IGNORECASE)
_NO_TITLE = regex(r"\bnone\b|not applicable|\bn/?a\b|title|indicate|\bcheck\b", re.IGNORECASE)
_HEAD = regex(
    r"\(?titles?\s+of\s+(?:each\s+)?class(?:es)?\)?|name\s+of\s+(?:each\s+)?(?:stock\s+)?exchange.*|(?:on\s+)?which\s+registered.*"
    r"|number\s+of\s+shares(?:\s+outstanding)?.*|\A\W?registrants?\W?\Z",
    re.IGNORECASE,
)
_TITLE = regex(r"\b(?:stock|shares?|interests?|units?|warrants?|rights|debentures|notes|receipts)\b", re.IGNORECASE)
_RATE = regex(r"\d[\d/. ]{0,8}%\s[A-Z]")
"""What begins the title of a debt, whose name may stand in the next line."""
_SENTENCE = regex(r"\b(?:is|are|was|were|has|have|shall|registrant|issuer|outstanding|market|act)\b|\.\Z", re.IGNORECASE)
"""Words of a sentence below the titles."""
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_OPEN = regex(r"(?:,|\b(?:and|or|of|the|per|for|limited|purchase))\Z", re.IGNORECASE)
_JOINS = regex(r"(?:and|or|of|per|with|for)\b", re.IGNORECASE)
"""What begins the rest of a title."""
_FOOTNOTE = regex(r"\([\d*]{1,2}\)")
_NEAR_HEAD = 3
_MOST_LINES = 12
_LONGEST = 75
_FEW = 5
"""Characters: what is left of a line of heads."""


class _Line(Struct, frozen=True):
    """What a piece says beside heads; ``closed`` where a head stands behind it: what follows is another title."""

    said: str
    piece: Piece
    closed: bool


class _Title(Struct):
    words: str
    piece: Piece
    owner: int


def section_g_items(pieces: Sequence[Piece], names: Sequence[str]) -> Iterator[CoverItem]:
    """The titles after "Section 12(g) of the Act", heads and what is registered nowhere left out. ``security`` tells several of a
    registrant apart."""
    titles = [title for title in _titles(_lines(pieces), names) if title.owner >= 0]
    for at, title in enumerate(titles, 1):
        several = sum(1 for other in titles if other.owner == title.owner) > 1
        place = place_of(title.piece, title.words)
        security, group = (title.words, at) if several else ("", 0)
        yield CoverItem("security_12g", title.words, place, security=security, group=group, registrant=title.owner)


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    at = next((i for i, piece in enumerate(pieces) if _SECTION_G.search(piece.text) and _PURSUANT.search(piece.text)), None)
    if at is None:
        return []
    tail = re.split(r"act\b\W*", pieces[at].text, maxsplit=1, flags=re.IGNORECASE)
    first = [(tail[-1], pieces[at])] if len(tail) > 1 else []
    after = [(line.text, line) for piece in pieces[at + 1 : at + 1 + _MOST_LINES] for line in piece.by_line()]
    return [_line(text, piece) for text, piece in [*first, *after]]


def _line(text: str, piece: Piece) -> _Line:
    head = _HEAD.search(text)
    return _Line(_HEAD.sub("", text).strip(" :;"), piece, head is not None and (head.start() > 0 or head.end() == len(text)))


def _titles(lines: Sequence[_Line], names: Sequence[str]) -> list[_Title]:
    found: list[_Title] = []
    owner, fresh = 0, True
    for line in lines:
        said, owner = _without_registrant(line.said, names, owner)
        last = found[-1] if found else None
        beside = last is not None and line.piece.row == last.piece.row and line.piece.left != last.piece.left
        if beside and last is not None and (index := named(line.said, names)) is not None:
            last.owner = index
        if beside or not said or (len(said) <= _FEW and not _NO_TITLE.search(said)):
            fresh = fresh or line.closed
            continue
        if last is not None and not fresh and _goes_on(last.words, said):
            last.words = f"{last.words} {' '.join(said.split())}"
        elif (
            (_TITLE.search(said) or _RATE.match(said))
            and not _NO_TITLE.search(said)
            and (last is None or _is_next(said, line, last, fresh))
        ):
            found.append(_Title(" ".join(said.split()), line.piece, owner))
        else:
            break
        fresh = line.closed
    return [title for title in found if _TITLE.search(title.words)]


def _without_registrant(said: str, names: Sequence[str], owner: int) -> tuple[str, int]:
    """What a line says behind the name of a registrant, and whose the titles are from there on: -1 for a company that files nothing."""
    before, colon, after = said.partition(":")
    if colon and (index := named(before, names)) is not None:
        return after.strip(), index
    if colon and COMPANY.search(before):
        return after.strip(), -1
    index = named(said, names) if COMPANY.search(said) else None
    return ("", index) if index is not None else (said, owner)


def _goes_on(words: str, said: str) -> bool:
    return (said[:1] in ("(", *_SMALL) and not _FOOTNOTE.match(said)) or bool(
        _OPEN.search(words) or _JOINS.match(said) or not _TITLE.search(words)
    )


def _is_next(said: str, line: _Line, last: _Title, fresh: bool) -> bool:
    """A further title: right below the last one or its head, and no sentence."""
    near = line.piece.row - last.piece.row <= (_NEAR_HEAD if fresh else 1)
    return near and len(said) < _LONGEST and not _SENTENCE.search(said)
