"""``<table>`` -> rows: cells laid out on the grid as a browser does, within bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.model import Cell, Place, Row
from converter.patterns import regex
from converter.read.grid import RawCell, RowMarks, grid_rows, parted_lines
from converter.read.html.cells import EMPTY, CellText, read_cell
from converter.read.html.glued import is_gapped, parted
from converter.read.html.marks import SIGNS, with_marks, without_sign_behind
from converter.read.html.paths import Paths
from converter.read.html.stacks import levelled
from converter.read.html.styles import PLAIN, style_of
from converter.read.html.tags import CELLS
from converter.read.html.tree import content, line_of
from converter.read.html.worded import is_worded, with_labels

_WIDEST = 1_000
"""HTML's own bound on a colspan."""
_MOST_COLUMNS = 10_000
_GAP = "\xa0\xa0\xa0"
_MOST_SPANS = 500
"""Cells of earlier rows that may reach into a row at the same time."""
_INDENT_OF_COLUMN = 2
_FIGURE_STARTS = frozenset("0123456789(-‑–−")
# Bars between columns, and leaders, in cells of their own.
_ORNAMENTS = frozenset("|¦.")
_ORNAMENT = regex(r"[|¦]+|(?:\.\s?){3,}")
_WORD = regex(r"[A-Za-z]{3}")
_YEAR = regex(r"(?:19|20)\d\d")
_BLANK_GROUPS = regex(r"[(\-‑–−]?\s?\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?\s?\)?")


class RowElements(Struct, frozen=True):
    """A row of the source: the element that holds it, and its cells."""

    element: etree._Element
    cells: list[etree._Element]
    direct: bool = False
    """Whether the cells are all the element's children, and in their order."""


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
    children = list(row)
    if CELLS.issuperset([child.tag for child in children]):
        return RowElements(row, children, direct=True)
    cells: list[etree._Element] = []
    for child in children:
        inner = [] if child.tag in CELLS else [cell for cell in child.iter("td", "th") if next(cell.iterancestors("tr"), None) is row]
        cells.extend(inner or [child])
    return RowElements(row, cells)


class _Layout:
    """Where the cells of a row stand, with those of earlier rows that reach down into it."""

    def __init__(self) -> None:
        self._spans: list[list[int]] = []

    def place(self, cells: list[etree._Element]) -> list[tuple[int, int]]:
        """Left and right of each cell of the next row; cells beyond the last column that anybody needs get none."""
        taken = sorted((left, right) for left, right, _ in self._spans) if self._spans else []
        lower: list[list[int]] = [[left, right, rows - 1] for left, right, rows in self._spans if rows > 1]
        spans: list[tuple[int, int]] = []
        column = 0
        for cell in cells:
            while taken and taken[0][0] <= column:
                column = max(column, taken.pop(0)[1])
            width, height = cell.get("colspan"), cell.get("rowspan")
            right = column + (1 if width is None else span_of(width))
            if height is not None and (rows := span_of(height)) > 1 and len(lower) < _MOST_SPANS:
                lower.append([column, right, rows - 1])
            spans.append((column, right))
            column = right
            if column >= _MOST_COLUMNS:
                break
        self._spans = lower
        return spans


class SpanLayout:
    """Cells whose right bounds are known, row by row; each begins where the one before ends."""

    def __init__(self, rights: list[list[int]]) -> None:
        self._rights = iter(rights)

    def place(self, cells: list[etree._Element]) -> list[tuple[int, int]]:
        """Left and right of each cell of the next row."""
        return list(pairwise([0, *next(self._rights)]))


def span_of(value: str | None) -> int:
    """A colspan or rowspan; 1 where there is none, or no number."""
    if value is None:
        return 1
    value = value.strip()
    return min(max(1, int(value[:6])), _WIDEST) if value.isdecimal() else 1


def table_rows(rows: Iterable[RowElements], document: int, paths: Paths, first_line: int, spans: SpanLayout | None = None) -> list[Row]:
    """The rows, read. ``first_line`` is the line of the file on which the page begins; ``spans`` tell where cells stand that no table's
    are."""
    layout = spans or _Layout()
    rows = list(rows)
    worded = is_worded(row.cells for row in rows)
    result: list[Row] = []
    hung: RawCell | None = None
    line_below = blank = False
    for row, read in zip(rows, with_marks(parted([_read_row(row, layout, paths, first_line) for row in rows])), strict=True):
        style = row.element.get("style")
        seen = PLAIN if style is None else style_of(style)
        filled = [raw for raw, text in read if raw.text] if not seen.hidden else []
        if worded:
            filled = with_labels(filled)
        elif len(filled) > 1:
            filled = levelled(filled, row.cells)
        if hung and filled:
            if hung.right <= filled[0].left:
                filled.insert(0, hung)
            else:
                result.extend(grid_rows([hung], document))
            hung = None
        if len(filled) == 1 and _reaches_down(filled[0], row):
            hung = filled[0]
        elif filled:
            lined = [text for raw, text in read if (text.line_above or text.line_below) and (raw.left > 0 or len(read) == 1)]
            above = line_below or any(text.line_above for text in lined)
            marks = RowMarks(False, above, blank, seen.break_before)
            if len(filled) >= _LEAST_HEADED and filled[0].left == 0 and _heads_rows(filled, row):
                result.extend(grid_rows([filled.pop(0)], document, marks))
                marks = RowMarks()
            lines = parted_lines(filled[0]) if len(filled) == 1 and _spans_labels(filled[0], row) else ()
            result.extend(grid_rows(filled, document, marks) if not lines else _titles(lines, document, marks))
            line_below, blank = any(text.line_below for text in lined), False
        elif rules := [raw for raw, text in read if text.line_above or text.line_below or text.ruled]:
            result.append(_rule_row(rules, document, blank))
            line_below = blank = False
        else:
            blank = True
    return result if hung is None else [*result, *grid_rows([hung], document)]


def _reaches_down(cell: RawCell, row: RowElements) -> bool:
    """Whether a row's only text stands in a label's cell that reaches down: the figures of a row below are what it names."""
    height = row.cells[0].get("rowspan") if cell.left == 0 and len(row.cells) > 1 else None
    return height is not None and span_of(height) > 1


def _heads_rows(filled: Sequence[RawCell], row: RowElements) -> bool:
    """Whether a row begins with a tall cell beside labels and their figures: the heading of its rows."""
    if span_of(row.cells[0].get("rowspan")) < _LEAST_TALL or parse_figure(filled[0].text) is not None:
        return False
    words, figure = filled[1].text, parse_figure(filled[-1].text)
    return _WORD.search(words) is not None and figure is not None and not _YEAR.fullmatch(filled[-1].text)


_LEAST_HEADED, _LEAST_TALL = 3, 2


def _spans_labels(cell: RawCell, row: RowElements) -> bool:
    """Whether a row's only text stands in a cell that reaches from the labels over the columns: titles, a line each."""
    return "\n" in cell.text and cell.left == 0 and (len(row.cells) == 1 or cell.right > 1)


def _titles(lines: Sequence[RawCell], document: int, marks: RowMarks) -> Iterator[Row]:
    yield from grid_rows(lines[:1], document, marks)
    for line in lines[1:]:
        yield from grid_rows([line], document)


def _read_row(row: RowElements, layout: _Layout | SpanLayout, paths: Paths, first_line: int) -> list[tuple[RawCell, CellText]]:
    read: list[tuple[RawCell, CellText]] = []
    empty, path_of = True, None
    for position, (left, right) in enumerate(layout.place(row.cells)):
        cell = row.cells[position]
        text = read_cell(cell)
        if text is EMPTY or (text.text[:1] in _ORNAMENTS and _ORNAMENT.fullmatch(text.text)):
            continue
        if path_of is None:
            path_of = _paths_of(row, paths)
        line = line_of(cell, first_line)
        indent = text.indent + (_INDENT_OF_COLUMN * min(left, 20) if empty and left else 0)
        empty = empty and not text.text
        header, path = cell.tag == "th", path_of(position)
        grouped = " " in text.text and text.text[0] in _FIGURE_STARTS and not (text.hard and is_gapped(text.hard))
        shown = without_sign_behind(text.text) if text.text[-1:] in SIGNS else text.text
        shown = _with_commas(shown) if grouped else shown
        raw = RawCell(shown, left, right, line, None, None, path, header, text.bold, indent, text.printed, text.spans)
        read.extend((piece, text) for piece in (_heads_apart(raw, cell) if left and right - left > 1 and " " in shown else (raw,)))
    return read


def _heads_apart(raw: RawCell, cell: etree._Element) -> Sequence[RawCell]:
    """ "1998      1997" in one cell over two columns, parted by blanks that do not collapse, is a head for each."""
    said = content(cell)
    if _GAP not in said or "\n" in raw.text:
        return (raw,)
    parts = [" ".join(part.split()) for part in said.split(_GAP) if part.strip()]
    width = (raw.right - raw.left) // max(1, len(parts))
    if len(parts) < 2 or width * len(parts) != raw.right - raw.left or " ".join(parts) != raw.text:
        return (raw,)
    starts = [0, *accumulate(len(part) + 1 for part in parts)]
    return [
        replace(
            raw, text=part, left=raw.left + at * width, right=raw.left + (at + 1) * width, start=start, end=start + len(part), printed=part
        )
        for at, (part, start) in enumerate(zip(parts, starts, strict=False))
    ]


def _with_commas(text: str) -> str:
    """ "41 250,5" (Scandinavian, French) as "41,250.5". A grid's cell is one figure, where a line of text may be two."""
    if not _BLANK_GROUPS.fullmatch(text):
        return text
    return re.sub(r"(?<=\d) (?=\d)", ",", re.sub(r",(\d{1,2}\)?)$", r".\1", text))


def _paths_of(row: RowElements, paths: Paths) -> Callable[[int], str]:
    """Tells the path of a row's cell by its position."""
    if not row.direct:
        return lambda position: paths.of(row.cells[position])
    names = [cell.tag for cell in row.cells]
    step = paths.step_to(row.element, names)
    return (lambda position: f"{step}[{position + 1}]") if step else paths.of_mixed(row.element, names).__getitem__


def _rule_row(rules: list[RawCell], document: int, blank: bool) -> Row:
    cells = tuple(Cell("", raw.left, raw.right, Place(document, "label", "", path=raw.path)) for raw in rules)
    return Row(cells, rule=True, blank_before=blank)
