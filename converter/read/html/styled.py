"""Rows that styles make: cells beside each other by ``float`` or ``display``, as wide as their own ``style`` attributes say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, islice

from lxml import etree

from converter.patterns import regex
from converter.read.html.styles import style_of
from converter.read.html.tables import RowElements, SpanLayout
from converter.read.html.tags import CELLS, is_inline
from converter.read.html.tree import content

_LONGEST, _SHORT, _LONGEST_LABEL = 250, 40, 1_000
"""Characters of a cell, columns of running text have more; of an amount or a head, and of a label before nothing else."""
_LEAST_CELLS = 2
_LONGEST_HEADING, _MOST_LINES = 100, 2
"""Of a heading that is no box, and so many of them in a row; titles between two tables are more."""
_WORD = regex(r"[A-Za-z]{2}")
_MOST_BETWEEN = 8


def styled_row(element: etree._Element, follows: bool) -> RowElements | None:
    """The element as a row of cells, where it holds nothing else and another such row stands before or behind it; a row of one cell, or a
    short line of text that ``follows`` a row, where such rows stand before and behind it: a heading. Else None."""
    boxes = _boxes(element)
    if not boxes and not (follows and _is_line(element)):
        return None
    before, behind = _lines_to_row(element, behind=False), _lines_to_row(element, behind=True)
    if [before, behind].count(None) > (boxes >= _LEAST_CELLS):
        return None
    if not boxes:
        return RowElements(element, [element]) if (before or 0) + (behind or 0) < _MOST_LINES else None
    cells = list(element)
    if (element.text and not element.text.isspace()) or not all(map(_is_cell, cells)):
        return None
    first, *others = (len(content(cell)) for cell in cells)
    longest = max(others, default=_LONGEST)
    return RowElements(element, cells) if longest <= _LONGEST and first <= (_LONGEST_LABEL if longest <= _SHORT else _LONGEST) else None


def layout_of(rows: Sequence[RowElements]) -> SpanLayout | None:
    """Where cells stand that are as wide as they say; None where they are cells of a table, or there are none, or some do not say."""
    if any(cell.tag in CELLS for cell in rows[0].cells[:1]) or not all(row.cells for row in rows):
        return None
    boxes = [[] if row.cells[0] is row.element else row.cells for row in rows]
    ends = [list(accumulate(round(style_of(cell.get("style")).width) for cell in mine)) for mine in boxes]
    if any(0 in mine or len(set(mine)) < len(mine) for mine in ends):
        return None
    columns = {end: column for column, end in enumerate(sorted({end for mine in ends for end in mine}), 1)}
    return SpanLayout([[columns[end] for end in mine] or [1] for mine in ends])


def is_empty(element: etree._Element) -> bool:
    """Whether nothing is in it: it ends a row of floating boxes, or keeps it apart from the next."""
    return not len(element) and not (element.text or "").strip()


def _lines_to_row(element: etree._Element, behind: bool) -> int | None:
    """How many lines stand between the element and the next row of several cells, or the one before; what is empty, and rows of one cell,
    are passed over. None where there is no such row, or more stands between."""
    lines = 0
    for found in islice(element.itersiblings(preceding=not behind), _MOST_BETWEEN):
        boxes = _boxes(found)
        if found.tag != element.tag and not is_empty(found):
            return None
        if boxes >= _LEAST_CELLS:
            return lines
        if not boxes and not is_empty(found):
            lines += 1
            if lines > _MOST_LINES or not _is_line(found):
                return None
    return None


def _is_line(element: etree._Element) -> bool:
    """Whether an element is a short line of words, as a heading is."""
    if not all(is_inline(each.tag) for each in element.iterdescendants()):
        return False
    text = content(element).strip()
    return len(text) <= _LONGEST_HEADING and _WORD.search(text) is not None


def _boxes(element: etree._Element) -> int:
    """How many boxes stand beside each other in an element, by what the first is; 0 for any other element."""
    return len(element) if len(element) and style_of(element[0].get("style")).beside else 0


def _is_cell(element: etree._Element) -> bool:
    if not style_of(element.get("style")).beside or (element.tail and element.tail.strip()):
        return False
    return next(element.iter("table", "pre"), None) is None
