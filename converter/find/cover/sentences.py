"""Sentences of a cover: what they are, the day that each speaks of, the public float."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.find.cover.counts import COUNT, Sentence, decimals_of, power_of, share_counts
from converter.find.cover.page import Piece, cut
from converter.model import CoverItem, Place
from converter.patterns import regex

_SHARES = regex(r"\b(?:shares|common stock|capital stock|outstanding)\b", re.IGNORECASE)
_OUTSTANDING = regex(r"\boutstanding\b|shares of .{0,60}\bstock\b|number of shares", re.IGNORECASE)
_FLOAT = regex(r"aggregate\s+market\s+value|held\s+by\s+non-?\s?affiliates|not\s+held\s+by\s+affiliates", re.IGNORECASE)
_MONEY = regex(r"(?:\$\s?|US\$\s?)(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion)?", re.IGNORECASE)
_NO_FLOAT = regex(r"(?:par\s+value(?:\s+of)?|price\s+(?:of|per share of|was)?|revenues?\b[^.$]{0,80})\s*\Z", re.IGNORECASE)
_BEFORE_AMOUNT = 160
"""Characters: what the longest of these words and the blanks behind them need."""
_FULL_STOP = regex(r"(?<=[a-z\d)”]\.)(?<!\bInc\.)(?<!\bCo\.)(?<!\bCorp\.)(?<!\bLtd\.)(?<!\bNo\.)\s+(?=[A-Z])")
_OPENER = regex(
    r"(?:The\s+)?[Aa]ggregate\s+market|(?:As\s+of|At|On)\s+(?:the\s+close|[A-Z][a-z]+\s+\d)|Indicate\b|State\b|Check\b|There\s+were\b"
    r"|(?:The\s+)?[Nn]umber\s+of\b|Documents\b|(?:The\s+)?(?:[Rr]egistrant|[Ii]ssuer|[Cc]ompany)['’]s\s+revenues"
    r"|(?:Class [A-Z] )?[Cc]ommon\s+(?:[Ss]tock|[Ss]hares)\b.*\boutstanding\b"
)
_GOES_ON = regex(r"(?:['’]s|\b(?:of|the|its|our|and|was|were)|\b[Cc]lass\s+[A-Z])$")
"""No sentence ends so: what begins the next line goes on with it."""
_CLASSES = regex(r"\b(?:class|series)\s+[A-Z]\b", re.IGNORECASE)
_COUNTED_IN = (("in thousands)", 3), ("in millions)", 6))
_SMALLEST = Decimal(20_000)
_MOST_DIGITS = 20
"""No company is worth more; several amounts run together have more digits than a Decimal keeps."""


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
        for piece in self._pieces:
            count_above = piece.text.startswith("Number") and COUNT.fullmatch(before.text)
            if piece.row != before.row and _OPENER.match(piece.text) and not (count_above or _GOES_ON.search(before.text.rstrip())):
                starts.add(at)
            at, before = at + len(piece.text) + 1, piece
        order = sorted(starts)
        for start, end in zip(order, [*order[1:], len(self.text)], strict=True):
            yield start, self.text[start:end]


def sentence_items(pieces: Sequence[Piece], names: Sequence[str] = ()) -> Iterator[CoverItem]:
    """Items told in sentences. Amounts in full units; ``as_of`` is the date in the sentence, or in the question that it answers.
    ``names`` are those of the registrants, in their order."""
    items = list(_items(pieces, names)) if pieces else []
    alone = sum(1 for item in items if item.item == "shares_outstanding") == 1
    yield from (replace(item, security="") for item in items) if alone else items


def _items(pieces: Sequence[Piece], names: Sequence[str]) -> Iterator[CoverItem]:
    whole = _Text(pieces)
    seen_float = False
    asked, before = "", ""
    for start, words in whole.sentences():
        said = Sentence(start, words, asked or before, whole.place)
        before = words
        if _FLOAT.search(words):
            asked = ""
            item = None if seen_float else _public_float(said)
            seen_float = seen_float or item is not None
            if item:
                yield item
            said = _beside_float(said)
        about = bool(_OUTSTANDING.search(said.words))
        items = list(share_counts(said, names)) if _SHARES.search(said.words) and (about or asked) else []
        yield from items
        asked = f"{asked} {words}" if not items and (about or asked) and len(asked) < 600 else ""


def _beside_float(said: Sentence) -> Sentence:
    """What a sentence of the market value says of all shares outstanding: the whole, where it counts them behind, else what is before."""
    begin = _FLOAT.search(said.words)
    if begin is None or "shares outstanding" in _FLOAT.split(said.words)[-1].lower():
        return said
    before = said.words[: begin.start()]
    whole = begin[0][:1] in "aA" and re.search(r"\boutstanding\b", before, re.IGNORECASE)
    return replace(said, words=before if whole else "")


def _public_float(said: Sentence) -> CoverItem | None:
    words = said.words
    begin = _FLOAT.search(words)
    amounts = []
    scale = next((power for said, power in _COUNTED_IN if said in words.lower()), 0)
    for match in _MONEY.finditer(words):
        if _NO_FLOAT.search(words, max(0, match.start() - _BEFORE_AMOUNT), match.start()):
            continue
        digits = match["figure"].rstrip(",").replace(",", "")
        if len(digits) > _MOST_DIGITS:
            continue
        value = Decimal(digits).scaleb(power_of(match) or scale)
        if value >= _SMALLEST or match["scale"]:
            amounts.append((match, value))
    several = len(amounts) > 1 and len(_FLOAT.findall(words)) > 2
    if not amounts or begin is None or several or _by_class(words, [match for match, _ in amounts]):
        return None
    match, value = next((each for each in amounts if each[0].start() > begin.start()), amounts[0])
    told = format(value if value % 1 else value.quantize(Decimal(1)), "f")
    decimals = decimals_of(match) - (0 if match["scale"] else scale)
    return CoverItem("public_float", told, said.piece(match), as_of=said.day(match), decimals=decimals)


def _by_class(words: str, amounts: Sequence[re.Match[str]]) -> bool:
    """An amount for each class and none for all of them."""
    return len(amounts) > 1 and bool(_CLASSES.search(words, 0, amounts[0].start())) and bool(_CLASSES.search(words, amounts[0].end()))
