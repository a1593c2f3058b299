"""What a filing says once of all its statements: "All dollar amounts are in thousands", on its first pages, at the head of the financial
section, on the page before the first statement, in the first note, at the foot of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.find.scales.pieces import Piece, pieces_of
from converter.find.scales.wording import Reach, may_state_scale, read_scale
from converter.find.sentences.split import sentences
from converter.grammar.scales import ScaleStatement
from converter.model import Document, Place, Statement
from converter.patterns import regex

_ITEM = regex(r"\W*(?:part\s+[iv]+\W+)?item\s+\d{1,2}[a-c]?\b", re.IGNORECASE)
_FINANCIAL = regex(
    r"\W*(?:part\s+[iv]+\W+)?(?:item\s+[18]a?\W+|index\s+to\s+)?(?:(?:the|condensed|consolidated|interim|unaudited)\s+){0,3}"
    r"financial\s+statements\b(?!\s+(?:schedules?|of)\b)",
    re.IGNORECASE,
)
"""The heading of the part of a filing that holds its statements."""
_MOST_BETWEEN = 30
"""Texts between the words and the first figures of a statement."""
_LONGEST_HEADING = 200
_SMALL_WORDS = frozenset(("and", "of", "the", "to", "for", "in"))


class Said(Struct, frozen=True):
    """A scale that counts where a statement has none of its own, and where it is said."""

    scale: ScaleStatement
    text: str
    places: tuple[Place, ...]


class _Waiting(Struct, frozen=True):
    """What counts if a statement comes next."""

    said: Said
    at: int


def scales_said(documents: Sequence[Document], statements: Sequence[Statement]) -> tuple[Said, ...]:
    """All that the documents of the statements say of how these are counted, in order."""
    found: list[Said] = []
    for document in documents:
        own = [each for each in statements if each.document == document.index]
        if own:
            found.extend(_Listener(own).hear(pieces_of(document)))
    return tuple(found)


class _Listener:
    """Goes through a document once. What stands right behind foreign amounts is theirs; what stands between them and a statement counts."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.own = {figure.place for each in statements for row in each.rows for figure in row.figures}
        self.titles = {each.title.place for each in statements}
        self.titled = False
        """Below a statement's title: what its captions and heads say of scale was read with them."""
        self.financial = False
        """Within the part of the filing that holds the statements, or behind the first of them, up to the next item."""
        self.begun = False
        self.opening = True
        """On the pages before the first item: what is said there of all amounts is of the whole filing."""
        self.below: bool | None = None
        """Right below amounts: whether these are a statement's."""
        self.waiting: list[_Waiting] = []

    def hear(self, pieces: Iterator[Piece]) -> Iterator[Said]:
        for index, piece in enumerate(pieces):
            if piece.amounts:
                self.below = not self.own.isdisjoint(piece.amounts)
                if self.below:
                    yield from (each.said for each in self.waiting if index - each.at <= _MOST_BETWEEN)
                    self.begun = self.financial = True
                self.waiting, self.titled = [], False
                continue
            self.titled = self.titled or not self.titles.isdisjoint(piece.places)
            text = piece.text
            heading = len(text) <= _LONGEST_HEADING
            if heading and _ITEM.match(text):
                self.financial = self.opening = False
            if heading and _FINANCIAL.match(text):
                self.financial, self.below = True, None
            if may_state_scale(text):
                yield from self._weigh(piece, index)
            self.below = None

    def _weigh(self, piece: Piece, index: int) -> Iterator[Said]:
        for text in _texts(piece):
            read = read_scale(text)
            if read is None:
                continue
            said = Said(read[0], text, piece.places[:1])
            if self._counts(read[1]):
                yield said
            elif read[1] > Reach.TABLE or (self.below is None and not self.titled):
                self.waiting.append(_Waiting(said, index))
            return

    def _counts(self, reach: Reach) -> bool:
        if reach == Reach.TABLE:
            return self.below is True
        if reach == Reach.TABLES:
            return self.financial and not self.begun
        return reach >= Reach.STATEMENTS or self.financial or self.opening


def _texts(piece: Piece) -> Iterator[str]:
    """The whole, its sentences, and what stands below its first lines where these are names or headings."""
    whole = piece.text
    yield whole
    yield from (sentence for _, sentence in sentences(whole) if len(sentence) < len(whole))
    for number, (line, after) in enumerate(pairwise(piece.lines), 1):
        if any(word[0].islower() and word not in _SMALL_WORDS for word in line.split()) or after.strip()[:1].islower():
            return
        yield " ".join(piece.lines[number:])
