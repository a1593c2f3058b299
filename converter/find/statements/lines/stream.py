"""A document as one stream of lines: paragraphs and table rows alike, so that a statement may begin in one and end in the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from converter.find.statements.lines.dated import dates_across
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.pages import is_foot
from converter.find.statements.lines.turned import label_first
from converter.model import Cell, Document, Paragraph, Place, Row, Segment, Table

_LONGEST_HEAD = 8
_PROSE_LENGTH = 220


def lines_of(document: Document, index: int) -> Iterator[Line]:
    """The lines of a document's block. Running text comes as one line marked ``prose``."""
    block = document.blocks[index]
    return _rows(block, index) if isinstance(block, Table) else _paragraph(block, index, document)


def _rows(table: Table, index: int) -> Iterator[Line]:
    if table.caption:
        yield Line((), table.caption, -1, index, table.geometry, heading=True)
    if len(table.rows) == 1 and is_foot(table.rows[0].cells):
        return
    rows = dates_across(table.rows) if table.geometry == "grid" else table.rows
    for row in label_first(rows):
        yield _row(row, index, table.geometry)


def _row(row: Row, index: int, geometry: Literal["characters", "grid"]) -> Line:
    text = "" if row.rule else " ".join([cell.text for cell in row.cells])
    heading = geometry == "grid" and bool(row.cells) and all(cell.bold or cell.header for cell in row.cells)
    return Line(row.cells, text, index, index, geometry, row.rule, row.rule_above, row.blank_before, row.page_break, False, heading)


def _paragraph(block: Paragraph, index: int, document: Document) -> Iterator[Line]:
    geometry: Literal["characters", "grid"] = "characters" if document.format == "text" else "grid"
    if _is_prose(block):
        yield Line((), block.text, -1, index, geometry, page_break=block.page_break, prose=True, blank_before=True)
        return
    heading = block.bold or bool(block.heading)
    for position, segment in enumerate(block.segments):
        if segment.text.strip():
            cell = _cell(segment, document.index)
            yield Line(
                (cell,), segment.text, -1, index, geometry, False, False, position == 0, block.page_break and position == 0, False, heading
            )


def _is_prose(block: Paragraph) -> bool:
    """Too many lines, or too long for them. What is too long for any number of lines is told first: its lines may not be laid out yet."""
    if len(block.text) > _PROSE_LENGTH * max(1, _LONGEST_HEAD // 3):
        return True
    return len(block.segments) > _LONGEST_HEAD or len(block.text) > _PROSE_LENGTH * max(1, len(block.segments) // 3)


def _cell(segment: Segment, document: int) -> Cell:
    start = segment.start or 0
    place = Place(document, "label", segment.text, segment.line, segment.start, start + len(segment.text), segment.path)
    return Cell(segment.text, start, start + len(segment.text), place, None, start)
