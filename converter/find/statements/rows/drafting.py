"""Rows of a statement: labels joined where they wrap, headings above them, figures in their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.ordinals import without_ordinals
from converter.find.statements.lines.pages import is_page_number, is_running
from converter.find.statements.rows.dashes import set_dashes_apart
from converter.find.statements.rows.run_in import without_run_in
from converter.find.statements.rows.wraps import join_wrapped
from converter.patterns import regex

_TO_NOTES = regex(r"\W{0,3}(?:see|refer\s+to|the)\s.{0,40}\bnotes\b.{0,40}\bstatements?\b", re.IGNORECASE)
_NO_AMOUNT = regex(r"\(?\*{1,3}\)?|n/?[am]|n\.[am]\.", re.IGNORECASE)
_NOTE_MARK = regex(r"^\(?\d{1,2}\)?$|^\([a-z]\)$|^[A-Z](?:(?:,| &|,? and) [A-Z])*$")


def is_stacked(lines: Sequence[Line], anywhere: bool = False) -> bool:
    """Whether lines were broken anew before their figures: most figures stand on the line below their label, at its beginning, or
    ``anywhere`` on it."""
    figured = stacked = 0
    label: Line | None = None
    for line in lines:
        if line.rule or not line.cells:
            continue
        if not line.has_figures:
            label = line
            continue
        figured += 1
        first = line.cells[0]
        stacked += label is not None and len(line.figures) == len(line.cells) and (anywhere or first.left < label.cells[0].right)
        label = None
    return figured >= _LEAST_STACKED and stacked * 10 >= figured * 6


_LEAST_STACKED = 4


def draft_rows(lines: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str, stacked: bool = False) -> list[DraftRow]:
    """Lines -> rows. Wrapped labels are joined to the row that holds their figures; ``stacked`` as `is_stacked` tells."""
    column_of = {id(cell): index for index, span in enumerate(spans) for _, cell in span.cells}
    first = spans[0].left if spans else 0
    out: list[DraftRow] = []
    ruled = parted = False
    single = any(line.rule and not _is_double(line) for line in lines)
    for index, line in enumerate(lines):
        if line.rule:
            parted = True
            # A double rule closes what stands above it.
            ruled = (ruled or any(cell.right > first for cell in line.cells) or not line.cells) and not (single and _is_double(line))
            continue
        below = lines[index + 1 : index + 2]
        if (is_page_number(line, len(spans)) and not _is_amount(line, column_of, below, stacked)) or (
            _points_to_notes(line) or is_running(line, column_of, below)
        ):
            parted = parted or line.page_break
            continue
        row = _draft(line, column_of, first)
        row.ruled = ruled or line.rule_above
        row.parted = parted or line.page_break
        if row.labels or row.cells or row.strays:
            if row.cells:
                ruled = False
            parted = False
            out.append(row)
    without_ordinals(out)
    set_dashes_apart(out)
    out = _with_side_heads(out) if geometry == "characters" else without_run_in(out)
    return join_wrapped(_unstacked(out) if stacked else out, geometry)


def _is_amount(line: Line, column_of: dict[int, int], below: Sequence[Line], stacked: bool) -> bool:
    """Whether a lone number is an amount on a line of its own: it stands in a column of a text, or of figures below their labels, between
    lines of its page."""
    held = (line.geometry == "characters" or stacked) and bool(below) and not (line.blank_before or line.page_break)
    return held and not (below[0].blank_before or below[0].page_break) and id(line.cells[0]) in column_of


def _with_side_heads(rows: list[DraftRow]) -> list[DraftRow]:
    """Headings that stand left of their first label, in a column of their own, as lines of their own above it."""
    beside = [row for row in rows if len(row.labels) > 1 and row.labels[1].left - row.labels[0].right > 1]
    if len(beside) < _LEAST_SIDE_HEADS:
        return rows
    left, where = Counter(row.labels[1].left for row in beside).most_common(1)[0][0], [row.labels[0].left for row in rows if row.labels]
    if sum(place >= left for place in where) * 2 < len(where) or sum(row.labels[1].left == left for row in beside) < _LEAST_SIDE_HEADS:
        return rows
    out: list[DraftRow] = []
    split = False
    for row in rows:
        # The line below one that began at the margin seemed to be centred below a text.
        row.blank_before = row.blank_before and not split
        split = False
        if len(row.labels) > 1 and row.labels[1].left == left and row.labels[0].number is None:
            out.append(DraftRow([row.labels[0]], indent=row.labels[0].indent, blank_before=row.blank_before, parted=row.parted))
            row.labels, row.indent = row.labels[1:], row.labels[1].indent
            row.blank_before, row.parted, split = False, True, True
        out.append(row)
    return out


_LEAST_SIDE_HEADS = 2


def _is_double(line: Line) -> bool:
    return bool(line.cells) and all("=" in cell.text for cell in line.cells)


def _unstacked(rows: list[DraftRow]) -> list[DraftRow]:
    """Each label with the figures below it."""
    out: list[DraftRow] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and not above.cells and row.cells and not row.labels:
            above.labels = [cell for cell in above.labels if cell.text.strip(" $")]
            above.cells, above.ruled = row.cells, above.ruled or row.ruled
            above.strays.extend(row.strays)
            above.dashes.extend(row.dashes)
        else:
            out.append(row)
    return out


def _points_to_notes(line: Line) -> bool:
    return _TO_NOTES.match(line.text) is not None and not line.has_figures


def _draft(line: Line, column_of: dict[int, int], first: int) -> DraftRow:
    row = DraftRow(blank_before=line.blank_before)
    for cell in line.cells:
        column = column_of.get(id(cell))
        if column is not None:
            row.cells.append((column, cell))
        elif cell.number is None and row.labels and cell.right > first and _NO_AMOUNT.fullmatch(cell.text.strip()):
            row.marked = True
        elif cell.number is None and not row.cells and cell.text.strip():
            row.labels.append(cell)
        elif cell.number is not None and not row.cells and cell.right <= first:
            # No note or line has a number of four digits and more: alone it is a line of a label that wraps.
            if row.labels or ("," in cell.text and len(line.cells) == 1):
                row.labels.append(cell)
            else:
                row.strays.append(cell)
        elif cell.number is not None:
            row.strays.append(cell)
        elif cell.number is None and row.cells and re.search(r"[A-Za-z]{3}", cell.text) and len(cell.text) > 6 and not row.labels:
            row.labels.append(cell)
    while len(row.labels) > 1 and _NOTE_MARK.match(row.labels[-1].text):
        mark = row.labels.pop()
        if mark.number is not None:
            row.strays.append(mark)
    row.indent = row.labels[0].indent if row.labels else 0
    return row


class _Heading(Struct):
    """A heading that rows stand under; ``hung``: its first row stands deeper."""

    indent: int
    label: str
    hung: bool | None = None


def heads_of(rows: Sequence[DraftRow]) -> list[tuple[int, tuple[str, ...]]]:
    """For each row its depth and the headings that it stands under: by indent, and up to the total that names the heading."""
    levels = sorted({row.indent for row in rows if row.labels})
    rank = {indent: depth for depth, indent in enumerate(levels)}
    stack: list[_Heading] = []
    out: list[tuple[int, tuple[str, ...]]] = []
    for row in rows:
        if not row.filled and not row.labels:
            out.append((0, ()))
            continue
        indent = row.indent if row.labels else (stack[-1].indent + 1 if stack else 0)
        total = row.filled and row.label.lower().startswith(_TOTALS)
        while stack and (stack[-1].indent >= indent if not row.filled else _is_left(stack[-1], indent, total)):
            stack.pop()
        while total and len(stack) > 1 and stack[-1].indent >= indent:
            stack.pop()
        if stack and stack[-1].hung is None:
            stack[-1].hung = indent > stack[-1].indent
        out.append((rank.get(row.indent, 0), tuple(heading.label for heading in stack)))
        if not row.filled:
            stack.append(_Heading(indent, row.label))
        elif total and stack and _names(row.label, stack[-1].label):
            stack.pop()
    return out


_TOTALS = ("total", "net cash", "cash provided", "cash used")
_WORD = regex(r"[a-z]+")
_SAID_OF_ANY = frozenset(["total", "net", "cash", "flows", "flow", "from", "for", "by", "in", "and", "the", "of", "provided", "used"])


def _is_left(heading: _Heading, indent: int, total: bool) -> bool:
    """Whether a row with figures stands no more under a heading: left of it, or beside it where what it heads stands deeper."""
    return heading.indent > indent or (heading.indent == indent and bool(heading.hung) and not total)


def _names(label: str, heading: str) -> bool:
    """Whether a total says just what its heading says: "Total current assets" below "Current assets:", and no part of it."""
    return bool(said := _telling(heading)) and said == _telling(label)


def _telling(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SAID_OF_ANY
