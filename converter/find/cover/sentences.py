"""Sentences of a cover: what they are, and what each says of shares and their market value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from msgspec.structs import replace

from converter.find.cover.counts import COUNT, Sentence, share_counts
from converter.find.cover.floats import FLOAT, answered_float, asks, public_floats, settled
from converter.find.cover.holders import all_held_by_one, names_outsiders
from converter.find.cover.page import Piece, cut
from converter.model import CoverItem, Place
from converter.patterns import regex

_SHARES = regex(r"\b(?:shares|common stock|capital stock|outstanding)\b", re.IGNORECASE)
_OUTSTANDING = regex(r"\boutstanding\b|shares of .{0,60}\bstock\b|number of shares", re.IGNORECASE)
_FULL_STOP = regex(
    r"(?<=[a-z\d)”*]\.)(?<!\bInc\.)(?<!\bCo\.)(?<!\bCorp\.)(?<!\bLtd\.)(?<!\bNo\.)\s+"
    r"(?=[A-Z]|\d{1,3}(?:,\d{3})+\s(?:[Ss]hares|SHARES)\b)"
)
_OPENER = regex(
    r"(?:The\s+)?[Aa]ggregate\s+market|(?:As\s+of|At|On)\s+(?:the\s+close|[A-Z][a-z]+\s+\d)|Indicate\b|State\b|Check\b|There\s+were\b"
    r"|(?:The\s+)?[Nn]umber\s+of\b|Documents\b|(?:The\s+)?(?:[Rr]egistrant|[Ii]ssuer|[Cc]ompany)['’]s\s+revenues"
    r"|(?:Class [A-Z] )?[Cc]ommon\s+(?:[Ss]tock|[Ss]hares)\b.*\boutstanding\b"
)
_STOPS = regex(r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)\.\s*\Z")
_COUNTS = regex(r"\d{1,3}(?:,\d{3})+\s+shares\b", re.IGNORECASE)
_BOTH_HEADS = regex(r"\b(?:number\s+of\s+shares\b.{0,200}?|shares\s+)outstanding\b", re.IGNORECASE)
_BOTH_COLUMNS = regex(
    r"\$\s?\d[\d,.]{4,20}\s+\d{1,3}(?:,\d{3})+(?![\d,.]*\d)(?!\s+shares)|(?<![\d$,.])\d{1,3}(?:,\d{3})+\s+\$\s?\d[\d,.]{4,20}"
)
"""A row of a table of market values and numbers of shares."""
_COUNTED_BEHIND = regex(
    r"\$\s?\d[\d,.]{2,20}\d\b(?:(?!\bheld\b).){0,200}?(?:\bthere\s(?:were|are)|\b(?:and|had|date)|[;,])\s(?:the\sregistrant\shad\s)?"
    r"(?P<count>\d{1,3}(?:,\d{3})+)\s+shares\b(?:(?!\bheld\b).){0,80}?\boutstanding\b(?!\W{1,3}(?:\w+\W)?held\b)",
    re.IGNORECASE,
)
"""Behind the market value the number of all shares: "was $88,118,000, and there were 5,118,330 shares of Common Stock outstanding"."""
_GOES_ON = regex(r"(?:['’]s|\b(?:of|the|its|our|and|was|were)|\b[Cc]lass\s+[A-Z])$")
"""No sentence ends so: what begins the next line goes on with it."""
_MOST_BETWEEN = 3
"""Sentences from the form's question to its answer: remarks in parentheses stand between."""


class _Text:
    """Running pieces joined, with the piece at each offset."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = " ".join(piece.text for piece in pieces)
        self._pieces = pieces

    def place(self, offset: int, words: str) -> Place:
        """Where words stand that begin at an offset: within the piece that holds them, or all of it."""
        at = 0
        for piece in self._pieces:
            if offset <= at + len(piece.text):
                return cut(piece.place, words, offset - at)
            at += len(piece.text) + 1
        return self._pieces[-1].place

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Start and words of each: they end at full stops, and where a line begins with words that open one."""
        starts = {0, *(match.end() for match in _FULL_STOP.finditer(self.text))}
        at, before = 0, self._pieces[0]
        for piece, after in zip_longest(self._pieces, self._pieces[1:]):
            counts = bool(_STOPS.search(before.text)) and _COUNTS.match(piece.text)
            counts = counts or (after is not None and after.text.startswith("Number") and COUNT.fullmatch(piece.text))
            count_above = piece.text.startswith("Number") and COUNT.fullmatch(before.text)
            opens = piece.row != before.row and (counts or _OPENER.match(piece.text))
            if opens and not (count_above or _GOES_ON.search(before.text.rstrip())):
                starts.add(at)
            at, before = at + len(piece.text) + 1, piece
        order = sorted(starts)
        for start, end in zip(order, [*order[1:], len(self.text)], strict=True):
            yield start, self.text[start:end]


def sentence_items(pieces: Sequence[Piece], names: Sequence[str] = (), year_end: date | None = None) -> Iterator[CoverItem]:
    """Items told in sentences. Amounts in full units; ``as_of`` is the date in the sentence, or in the question that it answers.
    ``names`` are those of the registrants, in their order; ``year_end`` is the end of the year that an annual report is of."""
    items = list(_items(pieces, names, year_end)) if pieces else []
    alone = sum(1 for item in items if item.item == "shares_outstanding") == 1
    yield from (replace(item, security="") if alone and item.item == "shares_outstanding" else item for item in items)


def _items(pieces: Sequence[Piece], names: Sequence[str], year_end: date | None) -> Iterator[CoverItem]:
    whole = _Text(pieces)
    floats: list[tuple[bool, list[CoverItem]]] = []
    asked, before, open_question, all_held = "", "", 0, False
    for start, words in whole.sentences():
        said = Sentence(start, words, asked or before, whole.place)
        before = words
        open_question -= 1
        if FLOAT.search(words):
            asked = ""
            items = public_floats(said, year_end, names, all_held)
            floats += [(names_outsiders(words), items)] if items else []
            open_question = _MOST_BETWEEN if asks(words) and not floats else 0
            said = _beside_float(said)
        elif open_question > 0 and not all_held and (items := answered_float(said)):
            floats.append((True, items))
        all_held = all_held or all_held_by_one(words) >= 0
        about = bool(_OUTSTANDING.search(said.words))
        items = list(share_counts(said, names)) if _SHARES.search(said.words) and (about or asked) else []
        yield from items
        asked = f"{asked} {words}" if not items and (about or asked) and len(asked) < 600 else ""
    outsiders = [items for names_them, items in floats if names_them]
    yield from settled(outsiders or [items for _, items in floats])


def _beside_float(said: Sentence) -> Sentence:
    """What a sentence of the market value says of all shares outstanding: the whole or the end, where it counts them behind, else what is
    before."""
    begin = FLOAT.search(said.words)
    if begin is None or "shares outstanding" in FLOAT.split(said.words)[-1].lower():
        return said
    if behind := _COUNTED_BEHIND.search(said.words, begin.end()):
        at = behind.start("count")
        return replace(said, start=said.start + at, words=said.words[at:], before=said.words[:at])
    if _BOTH_HEADS.search(said.words) and _BOTH_COLUMNS.search(said.words):
        return said
    before = said.words[: begin.start()]
    whole = (begin[0][:1] in "aA" or "of which" in before) and re.search(r"\boutstanding\b", before, re.IGNORECASE)
    return replace(said, words=before if whole else "")
