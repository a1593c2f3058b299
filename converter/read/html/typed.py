"""Pages set in a typewriter's letters, or with tabs: a paragraph or ``<br>`` a line, columns made of ``&nbsp;``. The text reader
reads them."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.grammar.periods import read_head
from converter.model import Block, Paragraph
from converter.read.html.moved import moved
from converter.read.html.paths import Paths
from converter.read.html.tabs import TAB, set_by_tabs
from converter.read.html.tree import content
from converter.read.source import Source
from converter.read.squeeze import Squeezed

Run: TypeAlias = tuple[int, str]
"""Text that stands without a gap, and the offset of its first character."""
_GAPS = ("\xa0\xa0", " \xa0 ")
_WIDE = 3
"""A gap is two blanks that do not collapse, or so many of which one does not."""
_COLLAPSED = " \t\n\r\f"
_LEAST_ROWS = 2
"""Lines with a gap between words that make a group of lines worth the text reader."""
_FAR = 20
_LONG_LINE = 140
_LEAST_TABBED = 3
"""The same for lines in other letters, which end in a figure behind a gap."""
_LONGEST_HEAD = 60
_MOST_UNTABBED, _LONG_LABEL = 4, 100
"""Lines without a figure between them, and their length."""


class _Line(Struct, frozen=True):
    paragraph: Paragraph
    container: etree._Element
    runs: list[Run]
    shift: int = 0
    """So many blanks stand before it, in a paragraph that floats to its left."""
    typed: bool = True
    tabbed: bool = False


class TypedLines:
    """Lines as they come, until something else comes between."""

    def __init__(self, document: int, paths: Paths) -> None:
        self._document = document
        self._paths = paths
        self._lines: list[_Line] = []
        self._shift = 0
        self._untabbed = _MOST_UNTABBED

    def __bool__(self) -> bool:
        return bool(self._lines or self._shift)

    def add(self, paragraph: Paragraph, container: etree._Element, runs: list[Run], set_so: bool = False) -> None:
        """Takes a line; ``runs`` have offsets in the container's text content. What is ``set_so`` is one however long it is."""
        self._lines.append(_Line(paragraph, container, runs, self._shift, True, set_so))
        self._shift = 0

    def add_tabbed(self, paragraph: Paragraph, container: etree._Element, runs: list[Run]) -> bool:
        """Takes a line in other letters if it ends in a figure behind a gap, holds heads of columns, or is a label among such lines, or
        may be a head above them; says whether it did."""
        gapped = any("\xa0" in text or TAB in text for _, text in runs)
        tabbed = gapped and (is_tabbed(runs) or are_heads(runs))
        sure = tabbed or (gapped and _is_pushed(runs))
        if not sure and (self._untabbed >= _MOST_UNTABBED or len(paragraph.text) > _LONG_LABEL):
            return False
        self._untabbed = 0 if sure else self._untabbed + 1
        self._lines.append(_Line(paragraph, container, runs, self._shift, False, tabbed))
        self._shift = 0
        return True

    def indent(self, blanks: int) -> None:
        """The next line begins so many characters to the right."""
        self._shift += blanks

    def blocks(self) -> list[Block]:
        """Text's blocks where the lines have columns, else the paragraphs that they were."""
        rows = sum(1 for line in self._lines if any(_has_gap(text.strip()) for _, text in line.runs))
        tabbed = [index for index, line in enumerate(self._lines) if line.typed or line.tabbed]
        if rows < _LEAST_ROWS or (len(tabbed) < _LEAST_TABBED and not self._lines[0].typed):
            return [line.paragraph for line in self._lines]
        blocks = self._blocks(self._lines[: tabbed[-1] + 1])
        blocks.extend(line.paragraph for line in self._lines[tabbed[-1] + 1 :])
        return blocks

    def _blocks(self, lines: list[_Line]) -> list[Block]:
        blocks: list[Block] = []
        group: list[_Line] = []
        for line in lines:
            apart = len(line.paragraph.text) > _LONG_LINE and not line.tabbed
            if line.paragraph.page_break or apart:
                blocks.extend(self._read(group))
                group = []
            if apart:
                blocks.append(line.paragraph)
            else:
                group.append(line)
        blocks.extend(self._read(group))
        return blocks

    def _read(self, group: list[_Line]) -> list[Block]:
        from converter.read.text import text_blocks

        if not group:
            return []

        @lru_cache(maxsize=8)
        def squeezed(container: etree._Element) -> Squeezed:
            return Squeezed(content(container))

        @lru_cache(maxsize=8)
        def offsets(number: int) -> list[int]:
            return tabbed[number - 1][1] if tabbed else _typeset(group[number - 1])[1]

        def locate(line: int, column: int) -> tuple[str, int]:
            container = group[line - 1].container
            return self._paths.of(container), squeezed(container).at(offsets(line)[column])

        has_tabs = any(TAB in text for line in group for _, text in line.runs)
        tabbed = set_by_tabs(list(map(_typeset, group))) if has_tabs else []
        text = "\n".join(text for text, _ in (tabbed or map(_typeset, group)))
        blocks = [moved(block, locate) for block in text_blocks(Source(self._document, text, 1))]
        if blocks and group[0].paragraph.page_break:
            blocks[0] = on_new_page(blocks[0])
        return blocks


def is_tabbed(runs: list[Run]) -> bool:
    """Whether a line ends in a figure, with a gap of blanks that do not collapse between it and what stands before."""
    if not [text for _, text in runs if ("\xa0" in text or TAB in text) and _has_gap(text)]:
        return False
    text = "".join([text for _, text in runs]).strip()
    before, _, last = text.replace("\xa0", " ").replace(TAB, " ").rpartition(" ")
    before = before.rstrip().removesuffix("$")
    gap = text[len(before.rstrip()) : len(text) - len(last)].replace("$", "")
    is_gap = gap.count("\xa0") >= len(_GAPS[0]) or ("\xa0" in gap and len(gap) >= _WIDE) or TAB in gap
    return is_gap and parse_figure(last) is not None


def are_heads(runs: list[Run]) -> bool:
    """Whether gaps part a line into the periods of columns, however long it is."""
    text = "".join([text for _, text in runs]).replace(TAB, _GAPS[0])
    if not _has_gap(text):
        return False
    pieces = [" ".join(piece.split()) for piece in text.split(_GAPS[0]) if piece.strip()]
    return len(pieces) > 1 and all(len(piece) <= _LONGEST_HEAD and not read_head(piece).is_empty for piece in pieces)


def _is_pushed(runs: list[Run]) -> bool:
    """Whether blanks that do not collapse push a line far to the right."""
    text = runs[0][1] if runs else ""
    return text.lstrip(_COLLAPSED)[:1] == "\xa0" and len(text) - len(text.lstrip()) >= _FAR


def _has_gap(text: str) -> bool:
    return _GAPS[0] in text or _GAPS[1] in text or TAB in text


def on_new_page(block: Block) -> Block:
    """The block as the first of a new page."""
    return replace(block, page_break=True)


def _typeset(line: _Line) -> tuple[str, list[int]]:
    """A line as a browser sets it, ``&nbsp;`` as a blank, and the offset of each of its characters."""
    characters = [" "] * line.shift
    offsets = [line.runs[0][0]] * line.shift
    blank = True
    for offset, text in line.runs:
        for position, character in enumerate(text, offset):
            white = character in _COLLAPSED
            if not (white and blank):
                characters.append(" " if white or character == "\xa0" else character)
                offsets.append(position)
            blank = white
    return "".join(characters), offsets
