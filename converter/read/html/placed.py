"""Pages whose pieces of text each have a place of their own (``position: absolute``), as converters of PDF write them: what stands at
one height is a line, and the text reader reads the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from converter.model import Block, Paragraph
from converter.read.html.moved import moved
from converter.read.html.paths import Paths
from converter.read.html.tree import content
from converter.read.html.typed import Run, on_new_page
from converter.read.source import Source
from converter.read.squeeze import Squeezed

_SAME_LINE = 0.3
"""Of the usual height of a line: pieces less far from each other are on one."""
_NEW_PARAGRAPH = 1.5
_CHARACTER = 0.45
"""Of a line's height, the usual width of a character; less where pieces would run into each other."""
_CLOSEST = 10
"""One piece of so many may do so."""
_NARROWEST = 0.25
_WIDEST, _HEIGHT = 1_000, 16.0
_LONGEST_WORD, _NEAR, _TOUCHING = 15, 1.3, 0.9
"""Characters of a piece whose width is known well enough, and the characters between words, and between a word and a number."""
_WIDER = 0.4
"""So much wider are capital letters."""
_FIGURE_STARTS = frozenset("0123456789(-–—")
_LEAST_PIECES = 8
_WHITE = " \t\n\r\f\xa0"


class _Piece(Struct, frozen=True):
    """``row`` counts the lines above it within its element."""

    top: float
    left: float
    row: int
    container: etree._Element
    runs: list[Run]
    paragraph: Paragraph


class PlacedLines:
    """The pieces of one page (the element around them) as they come, until something else comes between; or of the next page."""

    def __init__(self, document: int, paths: Paths, page: etree._Element | None, is_next: bool) -> None:
        self._document = document
        self._paths = paths
        self._pieces: list[_Piece] = []
        self._is_next = is_next
        self.page = page

    def add(self, paragraph: Paragraph, container: etree._Element, runs: list[Run], place: tuple[float, float]) -> None:
        """Takes a piece; ``place`` is how far it is from the top and from the left."""
        last = self._pieces[-1] if self._pieces else None
        row = last.row + 1 if last and last.container is container else 0
        first, text = runs[0]
        bare = text.lstrip(_WHITE)
        self._pieces.append(_Piece(*place, row, container, [(first + len(text) - len(bare), bare), *runs[1:]], paragraph))

    def blocks(self) -> list[Block]:
        """The page as the text reader reads it; few pieces as the paragraphs that they are."""
        from converter.read.text import text_blocks

        if len(self._pieces) < _LEAST_PIECES:
            return [piece.paragraph for piece in self._pieces]
        height, lines = _lines(self._pieces)
        width = _width(height, lines)
        set_lines = [line for before, mine in zip([None, *lines], lines, strict=False) for line in _typeset(before, mine, height, width)]

        @lru_cache(maxsize=8)
        def squeezed(container: etree._Element) -> Squeezed:
            return Squeezed(content(container))

        def locate(line: int, column: int) -> tuple[str, int]:
            container, offset = set_lines[line - 1][1][column]
            return self._paths.of(container), squeezed(container).at(offset)

        text = "\n".join(line for line, _ in set_lines)
        blocks = list(map(partial(moved, locate=locate), text_blocks(Source(self._document, text, 1))))
        if blocks and (self._is_next or self._pieces[0].paragraph.page_break):
            blocks[0] = on_new_page(blocks[0])
        return blocks


def _lines(pieces: Sequence[_Piece]) -> tuple[float, list[list[_Piece]]]:
    """The usual distance of one line from the next, and the pieces of each line from left to right."""
    height = _height(pieces)
    lines: list[list[_Piece]] = []
    for piece in sorted((replace(piece, top=piece.top + piece.row * height) for piece in pieces), key=lambda piece: piece.top):
        if lines and piece.top - lines[-1][0].top <= height * _SAME_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return height, [sorted(line, key=lambda piece: piece.left) for line in lines]


def _height(pieces: Sequence[_Piece]) -> float:
    """The usual distance of one line from the next; pieces of one line may differ by a little."""
    tops = sorted({piece.top for piece in pieces})
    steps = sorted(there - here for here, there in pairwise(tops))
    if not steps:
        return _HEIGHT
    least = steps[len(steps) * 3 // 4] * _SAME_LINE
    steps = [step for step in steps if step >= least]
    return steps[len(steps) // 2]


def _width(height: float, lines: Sequence[Sequence[_Piece]]) -> float:
    """The width of a column of the text, which one character takes: so narrow that pieces hardly run into each other."""
    needed = sorted((there.left - here.left) / (len(here.paragraph.text) + 1) for line in lines for here, there in pairwise(line))
    closest = needed[len(needed) // _CLOSEST] if needed else height
    return max(min(height * _CHARACTER, closest), height * _NARROWEST)


_Typeset = tuple[str, list[tuple[etree._Element, int]]]


def _typeset(before: Sequence[_Piece] | None, line: Sequence[_Piece], height: float, width: float) -> Iterator[_Typeset]:
    """A line's text and where each character stands in its element; a blank line above where it is set apart."""
    if before and line[0].top - before[0].top > height * _NEW_PARAGRAPH:
        yield "", []
    text = ""
    places: list[tuple[etree._Element, int]] = []
    usual = height * _CHARACTER
    for last, piece in zip([None, *line], line, strict=False):
        gap = max(_column(last, piece, usual, width), len(text) + bool(text)) - len(text)
        text += " " * gap
        places.extend([(piece.container, piece.runs[0][0])] * gap)
        for offset, run in piece.runs:
            text += run.translate(_BLANKS)
            places.extend((piece.container, position) for position in range(offset, offset + len(run)))
    yield text, places


def _column(last: _Piece | None, piece: _Piece, usual: float, width: float) -> int:
    """Where a piece begins: words near each other with a blank between, figures where their last digit stands."""
    said = piece.paragraph.text
    figure = said[0] in _FIGURE_STARTS
    if last is not None and len(before := last.paragraph.text) <= _LONGEST_WORD:
        letters = len(before) + _WIDER * sum(map(str.isupper, before))
        if piece.left - last.left - letters * usual < usual * (_TOUCHING if figure else _NEAR):
            return 0
    if figure:
        return round(min((piece.left + len(said) * usual) / width, _WIDEST)) - len(said)
    return round(min(piece.left / width, _WIDEST))


_BLANKS = str.maketrans("\n\r\t\f\xa0", "     ")
