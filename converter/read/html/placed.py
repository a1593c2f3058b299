"""Pages whose pieces of text each have a place of their own (``position: absolute``), as converters of PDF write them: what stands at
one height is a line, and the text reader reads the lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby, pairwise

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.model import Block, Finding, Paragraph, Place
from converter.read.grid import is_figure_piece
from converter.read.html.bare import are_bare
from converter.read.html.boxes import Box, box_of
from converter.read.html.moved import moved
from converter.read.html.paths import Paths
from converter.read.html.tree import content
from converter.read.html.typed import Run, on_new_page
from converter.read.html.unsure import SAME_LINE, Standing, unsure
from converter.read.source import Source
from converter.read.squeeze import Squeezed

_NEW_PARAGRAPH = 1.5
_CHARACTER = 0.45
"""Of a line's height, the usual width of a character; less where pieces would run into each other."""
_CLOSEST = 10
"""One piece of so many may do so."""
_NARROWEST = 0.25
_LEAST_GUESS, _MOST_GUESS = 0.7, 1.4
"""Of the usual height of a line: a box that is so much lower or higher than its lines are has room besides them."""
_WIDEST, _HEIGHT = 1_000, 16.0
_LONGEST_WORD, _NEAR, _TOUCHING = 15, 1.3, 0.9
"""Characters of a piece whose width is known well enough, and the characters between words, and between a word and a number."""
_APART = 2
"""Blanks at least between pieces of a line that stand apart."""
_WIDER = 0.4
"""So much wider are capital letters."""
_FIGURE_STARTS = frozenset("0123456789(-–—")
_LEAST_PIECES = 8
_LEAST_TOLD = 6
"""Fewer figures in boxes whose lines nobody knows are no statement."""
_LEAST_BARE, _FEW_PARTED = 2, 10
"""Rows in one piece each, figures and all, that make the lines of a page paragraphs where fewer than one line in so many has several
pieces."""
_WHITE = " \t\n\r\f\xa0"


class _Piece(Struct, frozen=True):
    """``row`` counts the lines above it within its box."""

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
        self._boxes: dict[etree._Element, Box] = {}
        self._is_next = is_next
        self.page = page
        self.findings: list[Finding] = []

    def add(self, paragraph: Paragraph, container: etree._Element, runs: list[Run], place: tuple[float, float]) -> None:
        """Takes a piece; ``place`` is how far its box is from the top and from the left."""
        box = self._boxes.get(container) or self._boxes.setdefault(container, box_of(container))
        first, text = runs[0]
        bare = text.lstrip(_WHITE)
        piece = [(first + len(text) - len(bare), bare), *runs[1:]]
        self._pieces.append(_Piece(*place, box.line_at(first), container, piece, paragraph))

    def blocks(self) -> list[Block]:
        """The page as the text reader reads it; few pieces as the paragraphs that they are, and boxes of which nobody knows which line
        stands beside which."""
        if len(self._pieces) < _LEAST_PIECES:
            return [piece.paragraph for piece in self._pieces]
        height = _height(self._pieces, self._boxes)
        apart = _apart(self._pieces, self._boxes, height)
        pieces = sorted((self._set(piece, height, apart) for piece in self._pieces), key=lambda piece: piece.top)
        width = _width(height, _lines(pieces, height))
        blocks: list[Block] = []
        for is_apart, group in groupby(pieces, key=lambda piece: piece.container in apart):
            lines = list(group)
            blocks.extend(self._left(lines) if is_apart else self._read(_lines(lines, height), height, width))
        if blocks and (self._is_next or self._pieces[0].paragraph.page_break):
            blocks[0] = on_new_page(blocks[0])
        return blocks

    def _set(self, piece: _Piece, height: float, apart: Mapping[etree._Element, float]) -> _Piece:
        """The piece where its line stands, or with all of its group, in the order of the source."""
        if piece.container in apart:
            return replace(piece, top=apart[piece.container])
        box = self._boxes[piece.container]
        room = box.width - len(piece.paragraph.text) * height * _CHARACTER
        shift = {"right": room, "center": room / 2}.get(box.alignment, 0.0) if box.width else 0.0
        return replace(piece, top=piece.top + piece.row * _line_height(box, height), left=piece.left + shift)

    def _left(self, pieces: Sequence[_Piece]) -> Iterator[Paragraph]:
        """The lines of boxes as they come in the source; where a statement may be lost with them, that is said."""
        figures = sum(parse_figure(piece.paragraph.text) is not None for piece in pieces)
        if figures >= _LEAST_TOLD:
            place = Place(self._document, "label", "", path=self._paths.of(pieces[0].container))
            message = (
                f"Boxes stand beside each other, and nothing tells which of their {len(pieces)} lines do: {figures} figures stay unread."
            )
            hint = "Give the table with each label and its amounts in one row."
            self.findings.append(Finding("read.labels-apart", "warning", message, hint, (place,)))
        return (piece.paragraph for piece in pieces)

    def _read(self, lines: Sequence[Sequence[_Piece]], height: float, width: float) -> list[Block]:
        from converter.read.text import text_blocks

        alone = [line[0].paragraph for line in lines if len(line) == 1]
        if len(alone) * _FEW_PARTED > len(lines) * (_FEW_PARTED - 1) and are_bare([each.text for each in alone], _LEAST_BARE):
            return [piece.paragraph for line in lines for piece in line]
        set_lines = [line for before, mine in zip([None, *lines], lines, strict=False) for line in _typeset(before, mine, height, width)]

        @lru_cache(maxsize=8)
        def squeezed(container: etree._Element) -> Squeezed:
            return Squeezed(content(container))

        def locate(line: int, column: int) -> tuple[str, int]:
            container, offset = set_lines[line - 1][1][column]
            return self._paths.of(container), squeezed(container).at(offset)

        text = "\n".join(line for line, _ in set_lines)
        return list(map(partial(moved, locate=locate), text_blocks(Source(self._document, text, 1))))


def _apart(pieces: Sequence[_Piece], boxes: Mapping[etree._Element, Box], height: float) -> dict[etree._Element, float]:
    """The boxes whose lines nobody knows, with the top of the group that stands beside each other."""
    tops: dict[etree._Element, float] = {}
    letters: dict[etree._Element, int] = {}
    for piece in pieces:
        tops.setdefault(piece.container, piece.top)
        letters[piece.container] = max(letters.get(piece.container, 0), len(piece.paragraph.text))
    standing = []
    for element, top in tops.items():
        box, own = boxes[element], _line_height(boxes[element], height)
        standing.append(Standing(element, top, box.lines, own, box.is_said, box.may_break(letters[element], own)))
    return {element: min(map(tops.__getitem__, group)) for group in unsure(standing, height) for element in group}


def _line_height(box: Box, height: float) -> float:
    if box.is_said or height * _LEAST_GUESS <= box.line_height <= height * _MOST_GUESS:
        return box.line_height
    return height


def _lines(pieces: Sequence[_Piece], height: float) -> list[list[_Piece]]:
    """The pieces, which come from top to bottom, of each line from left to right."""
    lines: list[list[_Piece]] = []
    for piece in pieces:
        if lines and piece.top - lines[-1][0].top <= height * SAME_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _height(pieces: Sequence[_Piece], boxes: Mapping[etree._Element, Box]) -> float:
    """The usual distance of one line from the next; pieces of one line may differ by a little."""
    known = (piece for piece in pieces if not piece.row or boxes[piece.container].is_said)
    tops = sorted({piece.top + piece.row * boxes[piece.container].line_height for piece in known})
    steps = sorted(there - here for here, there in pairwise(tops))
    if not steps:
        return _HEIGHT
    least = steps[len(steps) * 3 // 4] * SAME_LINE
    steps = [step for step in steps if step >= least]
    return steps[len(steps) // 2]


def _width(height: float, lines: Sequence[Sequence[_Piece]]) -> float:
    """The width of a column of the text, which one character takes: so narrow that pieces hardly run into each other, and none into a
    figure, which would lose its own column."""
    pairs = [(here, there) for line in lines for here, there in pairwise(line)]
    needed = sorted((there.left - here.left) / (len(here.paragraph.text) + 1) for here, there in pairs)
    closest = needed[len(needed) // _CLOSEST] if needed else height
    figures = (pair for pair in pairs if is_figure_piece(pair[1].paragraph.text))
    free = min(((there.left - here.left) / (len(here.paragraph.text) + _APART) for here, there in figures), default=height)
    return max(min(height * _CHARACTER, closest, free), height * _NARROWEST)


_Typeset = tuple[str, list[tuple[etree._Element, int]]]


def _typeset(before: Sequence[_Piece] | None, line: Sequence[_Piece], height: float, width: float) -> Iterator[_Typeset]:
    """A line's text and where each character stands in its element; a blank line above where it is set apart."""
    if before and line[0].top - before[0].top > height * _NEW_PARAGRAPH:
        yield "", []
    text = ""
    places: list[tuple[etree._Element, int]] = []
    usual = height * _CHARACTER
    for last, piece in zip([None, *line], line, strict=False):
        column = _column(last, piece, usual, width)
        gap = max(column, len(text) + (_APART if column and text else bool(text))) - len(text)
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
