"""Rows that styles make: cells beside each other by ``float`` or ``display``, as wide as their own ``style`` attributes say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from lxml import etree

from converter.read.html.styles import style_of
from converter.read.html.tables import RowElements, SpanLayout
from converter.read.html.tags import CELLS
from converter.read.html.tree import content

_LONGEST = 250
"""Characters of a cell; columns of running text have more."""
_LEAST_CELLS = 2


def styled_row(element: etree._Element) -> RowElements | None:
    """The element as a row of cells, where it holds nothing else and such a row stands right before or behind it; else None."""
    if not _may_be_row(element) or not any(_may_be_row(_neighbour(element, behind)) for behind in (True, False)):
        return None
    cells = list(element)
    if (element.text and not element.text.isspace()) or not all(map(_is_cell, cells)):
        return None
    return RowElements(element, cells)


def layout_of(rows: Sequence[RowElements]) -> SpanLayout | None:
    """Where cells stand that are as wide as they say; None where they are cells of a table, or there are none, or some do not say."""
    if any(cell.tag in CELLS for cell in rows[0].cells[:1]) or not all(row.cells for row in rows):
        return None
    ends = [list(accumulate(round(style_of(cell.get("style")).width) for cell in row.cells)) for row in rows]
    if any(0 in mine or len(set(mine)) < len(mine) for mine in ends):
        return None
    columns = {end: column for column, end in enumerate(sorted({end for mine in ends for end in mine}), 1)}
    return SpanLayout([[columns[end] for end in mine] for mine in ends])


def is_empty(element: etree._Element) -> bool:
    """Whether nothing is in it: it ends a row of floating boxes, or keeps it apart from the next."""
    return not len(element) and not (element.text or "").strip()


def _neighbour(element: etree._Element, behind: bool) -> etree._Element | None:
    """The next element, or the one before, that is not empty; no more than one is passed over."""
    found = element.getnext() if behind else element.getprevious()
    if found is not None and is_empty(found):
        found = found.getnext() if behind else found.getprevious()
    return found


def _may_be_row(element: etree._Element | None) -> bool:
    return element is not None and len(element) >= _LEAST_CELLS and style_of(element[0].get("style")).beside


def _is_cell(element: etree._Element) -> bool:
    if not style_of(element.get("style")).beside or (element.tail and element.tail.strip()):
        return False
    return len(content(element)) <= _LONGEST and next(element.iter("table", "pre"), None) is None
