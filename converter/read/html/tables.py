"""``<table>`` -> rows: cells laid out on the grid as a browser does, within bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from converter.model import Cell, Place, Row
from converter.read.grid import RawCell, RowMarks, grid_rows
from converter.read.html.cells import EMPTY, CellText, read_cell
from converter.read.html.paths import Paths
from converter.read.html.styles import style_of
from converter.read.html.tags import CELLS
from converter.read.html.tree import line_of

_WIDEST = 1_000
"""HTML's own bound on a colspan."""
_MOST_COLUMNS = 10_000
_MOST_SPANS = 500
"""Cells of earlier rows that may reach into a row at the same time."""
_INDENT_OF_COLUMN = 2


class RowElements(NamedTuple):
    """A row of the source: the element that holds it, and its cells."""

    element: etree._Element
    cells: list[etree._Element]


def own_rows(table: etree._Element) -> Iterator[RowElements]:
    """The rows of a table without those of tables inside it; stray cells without a ``<tr>`` are a row together."""
    stray: list[etree._Element] = []
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in CELLS:
            stray.append(element)
            continue
        if stray:
            yield RowElements(table, stray)
            stray = []
        if tag == "tr":
            yield row_elements(element)
        elif tag not in ("table", "caption", "colgroup", "col"):
            stack.extend(reversed(element))
    if stray:
        yield RowElements(table, stray)


def row_elements(row: etree._Element) -> RowElements:
    """Children of a ``<tr>``; what wraps cells (a form, a font) is looked through, what holds text only is a cell."""
    cells: list[etree._Element] = []
    for child in row:
        if child.tag in CELLS:
            cells.append(child)
        else:
            inner = [element for element in child.iter("td", "th") if next(element.iterancestors("tr"), None) is row]
            cells.extend(inner or [child])
    return RowElements(row, cells)


class _Layout:
    """Where the cells of a row stand, with those of earlier rows that reach down into it."""

    def __init__(self) -> None:
        self._spans: list[list[int]] = []

    def place(self, cells: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, int, int]]:
        taken = sorted((left, right) for left, right, _ in self._spans) if self._spans else []
        lower: list[list[int]] = [[left, right, rows - 1] for left, right, rows in self._spans if rows > 1]
        column = 0
        for cell in cells:
            while taken and taken[0][0] <= column:
                column = max(column, taken.pop(0)[1])
            right = column + _span(cell.get("colspan"))
            if column < _MOST_COLUMNS:
                rows = _span(cell.get("rowspan"))
                if rows > 1 and len(lower) < _MOST_SPANS:
                    lower.append([column, right, rows - 1])
                yield cell, column, right
            column = right
        self._spans = lower


def _span(value: str | None) -> int:
    """A colspan or rowspan; 1 where it is no number."""
    if value is None or not value.strip().isdecimal():
        return 1
    return min(max(1, int(value.strip()[:6])), _WIDEST)


def table_rows(rows: Iterable[RowElements], document: int, paths: Paths, first_line: int) -> list[Row]:
    """The rows, read. ``first_line`` is the line of the file on which the page begins."""
    layout = _Layout()
    result: list[Row] = []
    line_below = blank = False
    for row in rows:
        read = _read_row(row, layout, paths, first_line)
        filled = [raw for raw, _ in read if raw.text]
        lined = [text for raw, text in read if raw.left > 0 or len(read) == 1]
        if filled:
            above = line_below or any(text.line_above for text in lined)
            page = style_of(row.element.get("style")).break_before
            result.extend(grid_rows(filled, document, RowMarks(False, above, blank, page)))
            line_below, blank = any(text.line_below for text in lined), False
        elif rules := [raw for raw, text in read if text.line_above or text.line_below or text.ruled]:
            result.append(_rule_row(rules, document, blank))
            line_below = blank = False
        else:
            blank = True
    return result


def _read_row(row: RowElements, layout: _Layout, paths: Paths, first_line: int) -> list[tuple[RawCell, CellText]]:
    read: list[tuple[RawCell, CellText]] = []
    families: dict[etree._Element, list[str]] = {}
    empty = True
    for cell, left, right in layout.place(row.cells):
        text = read_cell(cell)
        if text is EMPTY:
            continue
        path = _path(cell, paths, families)
        line = line_of(cell, first_line)
        indent = text.indent + (_INDENT_OF_COLUMN * min(left, 20) if empty and left else 0)
        empty = empty and not text.text
        header = cell.tag == "th"
        read.append((RawCell(text.text, left, right, line, None, None, path, header, text.bold, indent, text.printed, text.spans), text))
    return read


def _path(cell: etree._Element, paths: Paths, families: dict[etree._Element, list[str]]) -> str:
    """The path of a cell; those of its row are computed together."""
    parent = cell.getparent()
    if parent is None:
        return paths.of(cell)
    if parent not in families:
        families[parent] = paths.of_children(parent)
    return families[parent][parent.index(cell)]


def _rule_row(rules: list[RawCell], document: int, blank: bool) -> Row:
    cells = tuple(Cell("", raw.left, raw.right, Place(document, "label", "", path=raw.path)) for raw in rules)
    return Row(cells, rule=True, blank_before=blank)
