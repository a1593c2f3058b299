"""Tables with a cell for every word, as converters of PDF write them: the words of a label, or of a head beside it, become one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree
from msgspec.structs import replace

from converter.model import Segment
from converter.patterns import regex
from converter.read.grid import RawCell, is_figure_piece
from converter.read.html.tree import content

_LEAST_WORDS, _MOST_LABELS, _LEAST_ROWS = 3, 2, 5
"""Cells of one word each that begin a row, rows whose first cell holds more words, and rows of words in such a table."""
_MOST_INDENTS = 2
_WORD = regex(r"[A-Za-z]{2}")


def is_worded(rows: Iterable[Sequence[etree._Element]]) -> bool:
    """Whether rows (their cells) begin with several cells of one word, and hardly any with a cell of more."""
    worded = labels = 0
    for cells in rows:
        said = len(content(cells[0]).split()) if cells else 0
        if said > 1:
            labels += 1
            if labels > _MOST_LABELS:
                return False
        elif said and len(cells) >= _LEAST_WORDS:
            others = [content(cell).split() for cell in cells[1:_LEAST_WORDS]]
            worded += all(len(each) == 1 for each in others) and bool(_WORD.search(others[0][0]))
    return worded >= _LEAST_ROWS


def with_labels(cells: Sequence[RawCell]) -> list[RawCell]:
    """A row's cells that are not empty, the words that touch each other at its beginning joined."""
    if not cells or cells[0].left > _MOST_INDENTS:
        return list(cells)
    end = 1
    while end < len(cells) and cells[end].left == cells[end - 1].right and " " not in cells[end].text:
        end += 1
    if end == len(cells):
        # The label reaches to the figures, or there are none.
        while end > 1 and is_figure_piece(cells[end - 1].text):
            end -= 1
    return [_joined(cells[:end]), *cells[end:]] if end > 1 else list(cells)


def _joined(words: Sequence[RawCell]) -> RawCell:
    """One cell; its place is the first word's, and each word keeps its own."""
    first, text = words[0], ""
    lines: list[Segment] = []
    for word in words:
        lines.append(Segment(len(text) + bool(text), word.text, word.line, 0, word.path))
        text = f"{text} {word.text}" if text else word.text
    return replace(first, text=text, right=words[-1].right, printed=first.printed or first.text, lines=tuple(lines))
