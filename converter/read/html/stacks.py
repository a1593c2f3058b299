"""Rows whose cells hold a line for each of several rows: which line of the labels stands beside which of the figures, or that nothing
tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from msgspec.structs import replace

from converter.model import Finding, Place
from converter.read.grid import RawCell, is_column, is_rule
from converter.read.html.cells import CellText, read_cell
from converter.read.html.paths import Paths
from converter.read.html.tags import CELLS
from converter.read.html.tree import content

_LEAST_TOLD = 6
"""Fewer labels of a table whose figures nobody knows are no statement."""
_BREAKS = ("br", "pre")
_DEEPEST = 6
"""Elements between a line break and the cell that it stands in."""


def height_of(cells: Sequence[etree._Element]) -> int | None:
    """How many rows the lines in the cells of a row stand for, where the labels have as many lines as the figures, blank ones below them
    counted or not; 0 where there is one row. None where their numbers differ: a label that was broken, a heading without a blank line
    beside it, a blank that was lost may be why, and nothing tells where."""
    read = [text for cell in cells if (text := read_cell(cell)).text]
    columns = [text for text in read[1:] if is_column(text.text.split("\n"))]
    if not columns or "\n" not in read[0].text or is_column(read[0].text.split("\n")):
        return 0
    labels = read[0].text.count("\n") + 1
    figures = max(map(_last_figure, columns))
    if labels == figures or labels + read[0].blank_below == max(map(_lines, columns)):
        return max(labels, figures)
    return None


def _lines(text: CellText) -> int:
    return text.text.count("\n") + 1 + text.blank_below


def _last_figure(text: CellText) -> int:
    """The lines down to the last one that is more than a rule."""
    lines = text.text.split("\n")
    while is_rule(lines[-1].strip()) or not lines[-1].strip():
        lines.pop()
    return len(lines)


def levelled(filled: Sequence[RawCell], cells: Sequence[etree._Element]) -> list[RawCell]:
    """A row's cells that are not empty, columns of figures as high as the labels; no cells where nothing tells which lines are whose."""
    columns = [at for at, raw in enumerate(filled) if at and "\n" in raw.text and is_column(raw.text.split("\n"))]
    if not columns:
        return list(filled)
    height = height_of(cells)
    return [] if height is None else [_padded(raw, height) if at in columns else raw for at, raw in enumerate(filled)]


def _padded(cell: RawCell, height: int) -> RawCell:
    """A cell with blank lines below its own, up to a height."""
    below = height - cell.text.count("\n") - 1
    if below <= 0:
        return cell
    spans = (*cell.spans, *((0, 0),) * below) if cell.spans else ()
    return replace(cell, text=cell.text + "\n" * below, printed=(cell.printed or cell.text) + "\n" * below, spans=spans)


def unread_lines(root: etree._Element, document: int, paths: Paths) -> Iterator[Finding]:
    """What is told of tables with rows whose lines nobody can bring together."""
    lost: Counter[etree._Element] = Counter()
    for row in _stacked_rows(root):
        cells = [cell for cell in row if cell.tag in CELLS]
        if cells and height_of(cells) is None:
            table = next(row.iterancestors("table"), row)
            lost[table] += next(text.text.count("\n") + 1 for cell in cells if (text := read_cell(cell)).text)
    for table, lines in lost.items():
        if lines >= _LEAST_TOLD:
            message = f"Cells hold a line for each of several rows, and nothing tells which stand side by side: {lines} lines stay unread."
            place = Place(document, "label", "", path=paths.of(table))
            yield Finding("read.labels-apart", "warning", message, "Give the table with each label and its amounts in one row.", (place,))


def _stacked_rows(root: etree._Element) -> Iterator[etree._Element]:
    """The rows whose labels may have lines beside a column of figures, each once; none that hold tables."""
    seen: set[etree._Element] = set()
    for cell in _cells_of_lines(root):
        row = cell.getparent()
        if row is not None and row not in seen:
            seen.add(row)
            if _has_lines(row) and next(row.iter("table"), None) is None:
                yield row


def _cells_of_lines(root: etree._Element) -> Iterator[etree._Element]:
    """Cells with line breaks, or with paragraphs that something follows; most paragraphs stand alone. (XPath is slower at this.)"""
    breaks: list[etree._Element] = []
    for element in root.iter("p", "div", *_BREAKS):
        if element.tag in _BREAKS:
            breaks.append(element)
        elif element.getnext() is not None and (above := element.getparent()) is not None and above.tag in CELLS:
            yield above
    for element in breaks:
        above = element.getparent()
        for _ in range(_DEEPEST):
            if above is None or above.tag in CELLS:
                break
            above = above.getparent()
        if above is not None and above.tag in CELLS:
            yield above


def _has_lines(row: etree._Element) -> bool:
    """Whether the cells that begin and end it, not empty ones, may have several lines."""
    ends = (next((cell for cell in cells if content(cell).strip()), None) for cells in (row, reversed(row)))
    return all(cell is not None and _may_be_stack(cell) for cell in ends)


def _may_be_stack(cell: etree._Element) -> bool:
    return cell.find("pre") is not None or len(list(islice(cell.iter("br", "p", "div"), 2))) > 1
