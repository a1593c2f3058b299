"""Which tables are grids, and which only arrange paragraphs and other tables on the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from lxml import etree

from converter.grammar.numbers import parse_figure
from converter.read.grid import is_figure_piece
from converter.read.html.kept import pre_elements
from converter.read.html.tables import RowElements, own_rows, row_elements, span_of
from converter.read.html.tags import CELLS
from converter.read.html.tree import content
from converter.read.html.typed import is_tabbed
from converter.read.ragged import ends_in_figures

_PROSE = 250
"""Characters a row from which a table without figures is running text in boxes (bullets, letter heads)."""
_SHORT = 120
"""A table inside a cell with no more text than that, in one row, is part of the cell's text; one of a single cell with twice as much."""
_MOST_CELLS = 12
_LEAST_BESIDE = 2
_LEAST_LONE = 3
"""Cells of a table of one row that may be a row of a table with others: a label and figures, not a bullet and its text."""
_LONGEST_FIGURE = 40
_LEAST_TABBED = 3
"""Lines that end in a figure behind a gap, in a table of one cell a row."""
_HAS_DIGIT = frozenset("0123456789")


class TableKinds:
    """What is known of a page's tables before anything is laid out."""

    def __init__(self, root: etree._Element, kept: frozenset[etree._Element] = frozenset()) -> None:
        self._outer: set[etree._Element] = set()
        self._kept = kept
        tables, captions, pres = _elements(root, "table", "caption", "pre")
        self._typed = _typed_pages(pre_elements(root, kept) if kept else pres, kept)
        self._has_caption = bool(captions)
        columns: dict[etree._Element, bool] = {}
        around: set[etree._Element | None] = set()
        for table in tables:
            outer = next(table.iterancestors("table"), None)
            around.add(outer)
            if outer is None or _is_small(table):
                continue
            if _is_one_column(table):
                columns[outer] = columns.get(outer, False) or _is_stack(table)
            else:
                self._outer.add(outer)
        self._lined = {table for table in tables if table not in around and _is_lined(table)}
        # A table that holds nothing but columns, some of figures, is a grid whose columns are tables.
        self._outer.update(outer for outer, figures in columns.items() if not figures)

    def may_be_grid(self, table: etree._Element) -> bool:
        """Whether all of the table is a grid of figures and labels, unless it `is_prose`."""
        return not (table in self._outer or self._holds_typed(table) or table in self._lined)

    def flows(self, row: etree._Element) -> bool:
        """Whether a row of a layout table holds tables or running text, so that its cells are read one after the other."""
        if next(row.iter("table"), None) is not None and any(not _is_small(table) for table in row.iter("table")):
            return True
        if self._holds_typed(row) or (self._lined and next(row.iterancestors("table"), None) in self._lined):
            return True
        text = " ".join(content(row).split())
        return len(text) > _PROSE and not _has_figures(_own_cells(row))

    def _holds_typed(self, element: etree._Element) -> bool:
        return bool(self._typed) and any(pre in self._typed for pre in pre_elements(element, self._kept))

    def beside(self, row: etree._Element) -> list[RowElements]:
        """The rows of tables that stand side by side in a row of the layout, the first of them with the labels of all: as many rows as each
        has. Nothing where they are anything else."""
        cells = _own_cells(row)
        tables = [table for cell in cells for table in cell.iterchildren("table")]
        if len(tables) < _LEAST_BESIDE or any(len(cell) and cell[0].tag != "table" for cell in cells) or not _is_one_column(tables[0]):
            return []
        rows = [list(own_rows(table)) for table in tables]
        if len({len(mine) for mine in rows}) > 1 or _letters(row) != sum(map(_letters, tables)):
            return []
        if not _has_figures([cell for mine in rows[1:] for each in mine for cell in each.cells]):
            return []
        return [RowElements(mine[0].element, [cell for each in mine for cell in each.cells]) for mine in zip(*rows, strict=True)]

    def row(self, element: etree._Element) -> RowElements:
        return row_elements(element)

    def rows(self, table: etree._Element) -> Iterable[RowElements]:
        return own_rows(table)

    def width_of_lone(self, table: etree._Element) -> int:
        """How many columns wide a table of one row of three cells or more is; 0 for any other table."""
        rows = table.iter("tr")
        row = next(rows, None)
        if row is None or len(row) < _LEAST_LONE or next(rows, None) is not None or self.caption(table):
            return 0
        return sum(span_of(cell.get("colspan")) for cell in row if cell.tag in CELLS)

    def caption(self, table: etree._Element) -> str:
        if not self._has_caption:
            return ""
        caption = table.find("caption")
        return "" if caption is None else " ".join(content(caption).split())


def _elements(root: etree._Element, *tags: str) -> list[list[etree._Element]]:
    """The elements of each tag, found in one walk: a page has far more of others."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in tags}
    for element in root.iter(*tags):
        found[element.tag].append(element)
    return list(found.values())


def _letters(element: etree._Element) -> int:
    return len("".join(content(element).split()))


def is_line(pre: etree._Element) -> bool:
    """Whether a ``<pre>`` holds no more than one line."""
    return "\n" not in content(pre).strip() and next(pre.iter("br"), None) is None


def _typed_pages(pres: Iterable[etree._Element], kept: frozenset[etree._Element]) -> set[etree._Element]:
    """Each ``<pre>`` that is text of its own: not a line in a cell, and not one of several columns in the cells of a row."""
    pages: set[etree._Element] = set()
    columns: dict[etree._Element, bool] = {}
    for pre in pres:
        row = next(pre.iterancestors("tr", "table"), None)
        if row is None or row.tag == "table":
            pages.add(pre)
        elif not is_line(pre):
            if row not in columns:
                columns[row] = any(_is_column(content(each)) for each in pre_elements(row, kept))
            if not columns[row]:
                pages.add(pre)
    return pages


def _is_column(text: str) -> bool:
    """Whether a text is a column of figures."""
    lines = [line for each in text.split("\n") if (line := each.strip())]
    figures = sum(1 for line in lines if _is_figure(line))
    return figures > 1 and figures * 2 > len(lines)


def _is_small(table: etree._Element) -> bool:
    """One row of little text: one cell, words, or one figure such as ``$ 1,234`` in a table of its own; not a line of label and
    figures."""
    rows = table.iter("tr")
    next(rows, None)
    text = content(table)
    if len(text) > _PROSE or next(rows, None) is not None or next(table.iter("pre"), None) is not None:
        return False
    if len(text) <= _SHORT and _HAS_DIGIT.isdisjoint(text):
        return True
    filled = [said for cell in table.iter("td", "th") if (said := content(cell).strip())]
    if len(filled) == 1:
        return True
    figures = sum(1 for said in filled if not _HAS_DIGIT.isdisjoint(said))
    return figures == 1 and len(text) <= _SHORT and not any(character.isalpha() for character in text)


def _is_one_column(table: etree._Element) -> bool:
    """Rows of one cell each, several of them."""
    rows = list(table.iter("tr"))
    return len(rows) > _LEAST_LONE and all(len(row) == 1 for row in rows)


def _is_lined(table: etree._Element) -> bool:
    """Whether a table has one cell with text a row, and lines in them have columns made of blanks, or what is left of such columns."""
    tabbed = 0
    for row in table.iter("tr"):
        filled = list(islice((cell for cell in row if content(cell).strip()), 2))
        if len(filled) > 1:
            return False
        for cell in filled:
            lines = [content(cell)] if next(cell.iter("br"), None) is None else map(str, cell.itertext())
            tabbed += sum(is_tabbed([(0, line)]) or ends_in_figures(line.rstrip()) for line in lines)
    return tabbed >= _LEAST_TABBED


def is_prose(table: etree._Element, texts: list[str]) -> bool:
    """Whether a table, whose texts these are, is running text in boxes."""
    length = sum(map(len, texts))
    if length <= _PROSE:
        return False
    rows = sum(1 for _ in table.iter("tr")) or 1
    if length <= _PROSE * rows or len(" ".join("".join(texts).split())) <= _PROSE * rows:
        return False
    cells = list(table.iter("td"))
    return len(cells) <= _MOST_CELLS * rows and not _has_figures(cells)


def _own_cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in CELLS]


def _has_figures(cells: list[etree._Element]) -> bool:
    """A cell that is a figure with digits, or a column of them; a bullet's dash is none, nor is the number of a paragraph (``1.``,
    ``(2)``)."""
    for cell in cells:
        text = content(cell).strip()
        if len(text) <= 2 or _HAS_DIGIT.isdisjoint(text):
            continue
        if len(text) < _LONGEST_FIGURE and parse_figure(text) is not None and not _is_item_number(text):
            return True
        if _is_stack(cell):
            return True
    return False


def _is_stack(cell: etree._Element) -> bool:
    """Whether a cell holds a whole column of figures, parted by line breaks, or each in a paragraph or on a line of a ``<pre>``."""
    if any(_is_column(content(pre)) for pre in cell.iter("pre")):
        return True
    if next(cell.iter("br", "p", "div", "tr"), None) is None:
        return False
    return _is_column("\n".join(str(text).replace("\n", " ") for text in cell.itertext()))


def _is_figure(line: str) -> bool:
    return len(line) < _LONGEST_FIGURE and not _HAS_DIGIT.isdisjoint(line) and is_figure_piece(line)


def _is_item_number(text: str) -> bool:
    return text[0] == "(" and text[-1] == ")" and len(text) <= 4
