"""Columns from the figures themselves: where digits end, and what never stands side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.find.statements.heads.span import ColumnSpan, figure_edge
from converter.find.statements.heads.sums import with_sums
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.pages import is_dashed
from converter.model import Cell

_MOST_NOTES = 40
_MOST_INNER = 3


def has_note_numbers(spans: Sequence[ColumnSpan]) -> bool:
    """Whether the first column holds numbers of notes, all of them in parentheses or none: whole, small, beside columns of other things."""
    if len(spans) < 3:
        return False
    first, *others = ([cell.number for _, cell in span.cells if cell.number and not cell.number.dash] for span in spans)
    if not first or any(number.places or number.currency or not 0 < abs(number.value) < _MOST_NOTES for number in first):
        return False
    if len({number.negative for number in first}) > 1 or any(number.negative and not number.printed.startswith("(") for number in first):
        return False
    return all(sum(abs(number.value) >= _MOST_NOTES for number in numbers) * 2 > len(numbers) for numbers in others)


def stand_apart(spans: Sequence[ColumnSpan]) -> bool:
    """Whether columns share hardly a row: items in an inner column, their sums in the one beside it."""
    if not 2 <= len(spans) <= _MOST_INNER or any(len(span.cells) < 2 for span in spans):
        return False
    shared = sum(len(here.rows & there.rows) for here, there in pairwise(spans))
    return shared * 10 <= min(len(span.cells) for span in spans)


def behind_labels(spans: list[ColumnSpan], rows: Sequence[Line]) -> list[ColumnSpan]:
    """The columns without those that stand before the labels: numbers of lines."""
    while len(spans) > 1 and sum(_precedes_label(spans[0], spans[1], rows[row]) for row in spans[0].rows) * 2 > len(spans[0].rows):
        spans = spans[1:]
    return spans


def _precedes_label(first: ColumnSpan, second: ColumnSpan, line: Line) -> bool:
    labels = [cell for cell in line.cells if cell.number is None and cell.left < second.right and len(cell.text) > 1]
    return bool(labels) and all(cell.left >= first.right for cell in labels)


_MOST_CELLS = 100
"""A line with more is no row of any statement; columns for all of them would take the square of their number in time."""


def find_columns(rows: Sequence[Line], geometry: str, full: frozenset[int] = frozenset()) -> list[ColumnSpan]:
    """Cluster the figures of rows to columns, left to right.

    Two figures of one row are never in one column. Figures are joined by the nearness of their digit edges, nearest first.
    Clusters of very few figures to the left of all others are numbers inside labels and left out. A column of few figures counts where
    the ``full`` rows have them: the balances of a component that hardly moves.
    """
    rows = [replace(row, cells=()) if len(row.cells) > _MOST_CELLS or is_dashed(row) else row for row in rows]
    ordinal = _by_order(rows) if geometry == "grid" else None
    if ordinal is not None:
        return ordinal
    spans = _by_edge(rows, geometry)
    spans = _merge(spans, 3 if geometry == "characters" else 0)
    spans = with_sums(spans) if geometry == "characters" else spans
    spans = _merge_disjoint(_merge_overlapping(spans), geometry)
    return _without_strays(spans, sum(1 for row in rows if row.has_figures), full)


def _by_order(rows: Sequence[Line]) -> list[ColumnSpan] | None:
    """Grids whose rows lost empty cells: where nearly all rows have equally many figures, though not in the same places, order tells."""
    figures = [(index, row.figures) for index, row in enumerate(rows)]
    counts = [len(cells) for _, cells in figures if cells]
    usual = max(set(counts), key=lambda count: (counts.count(count), count)) if counts else 0
    full = [(index, cells) for index, cells in figures if len(cells) == usual]
    if usual < 2 or len(full) * 10 < len(counts) * 7 or max(counts) > usual:
        return None
    spans = []
    for column in range(usual):
        placed = [(index, row[column]) for index, row in full]
        edges = sorted(cell.right for _, cell in placed)
        left, right = min(cell.left for _, cell in placed), max(cell.right for _, cell in placed)
        spans.append(ColumnSpan(left, right, edges[len(edges) // 2], placed))
    if all(here.right <= there.left for here, there in pairwise(spans)):
        return None
    for index, cells in figures:
        if 0 < len(cells) < usual:
            _place_in_order(index, cells, spans)
    for span in spans:
        span.cells.sort(key=lambda item: item[0])
    return spans


def _place_in_order(index: int, cells: Sequence[Cell], spans: list[ColumnSpan]) -> None:
    """Fewer figures than columns: each goes to the nearest column right of the one before."""
    least = 0
    for position, cell in enumerate(cells):
        most = len(spans) - (len(cells) - position)
        choice = min(range(least, most + 1), key=lambda column: (abs(spans[column].edge - cell.right), column))
        spans[choice].cells.append((index, cell))
        least = choice + 1


def _by_edge(rows: Sequence[Line], geometry: str) -> list[ColumnSpan]:
    by_edge: dict[int, ColumnSpan] = {}
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.number is None:
                continue
            edge = figure_edge(cell, geometry)
            span = by_edge.get(edge)
            if span is None:
                span = by_edge[edge] = ColumnSpan(cell.left, cell.right, edge)
            span.left = min(span.left, cell.left)
            span.right = max(span.right, cell.right)
            span.cells.append((index, cell))
    return [by_edge[edge] for edge in sorted(by_edge)]


def _merge(spans: list[ColumnSpan], tolerance: int) -> list[ColumnSpan]:
    """Join neighbours whose edges lie within ``tolerance``, the nearest first."""
    for distance in range(1, tolerance + 1):
        index = 0
        while index + 1 < len(spans):
            here, there = spans[index], spans[index + 1]
            if there.edge - here.edge <= distance and not (here.rows & there.rows):
                spans[index : index + 2] = [_joined(here, there)]
            else:
                index += 1
    return spans


def _merge_overlapping(spans: list[ColumnSpan]) -> list[ColumnSpan]:
    """Join neighbours whose extents overlap and that never stand side by side: ``.11`` under ``4,617`` aligned by the point."""
    changed = True
    while changed:
        changed = False
        for index in range(len(spans) - 1):
            here, there = spans[index], spans[index + 1]
            overlap = min(here.right, there.right) - max(here.left, there.left)
            small = min(here.right - here.left, there.right - there.left)
            if overlap > 0 and overlap * 2 >= small and not (here.rows & there.rows):
                spans[index : index + 2] = [_joined(here, there)]
                changed = True
                break
    return spans


def _merge_disjoint(spans: list[ColumnSpan], geometry: str) -> list[ColumnSpan]:
    """Join near neighbours that no row has both of: real columns stand side by side in most rows."""
    if len(spans) < 3:
        return spans
    pitches = sorted(there.edge - here.edge for here, there in pairwise(spans))
    reach = 2 if geometry == "grid" else max(3, pitches[len(pitches) // 2] // 2)
    index = 0
    while index + 1 < len(spans):
        here, there = spans[index], spans[index + 1]
        gap = max(there.edge - here.edge - 1 if geometry == "grid" else there.edge - here.edge, 0)
        several = len(here.cells) > 1 or len(there.cells) > 1
        if gap <= reach and several and not (here.rows & there.rows) and (index or not _tells_notes(spans)):
            spans[index : index + 2] = [_joined(here, there)]
        else:
            index += 1
    return spans


def _tells_notes(spans: Sequence[ColumnSpan]) -> bool:
    """Whether the first column has nothing but numbers of notes, each in a row without amounts: beside headings, "TELEPHONE PLANT | 3"."""
    return has_note_numbers(spans) and not any(spans[0].rows & other.rows for other in spans[1:])


def _joined(a: ColumnSpan, b: ColumnSpan) -> ColumnSpan:
    main = a if len(a.cells) >= len(b.cells) else b
    return ColumnSpan(min(a.left, b.left), max(a.right, b.right), main.edge, sorted(a.cells + b.cells, key=lambda item: item[0]))


def _without_strays(spans: list[ColumnSpan], rows: int, full: frozenset[int]) -> list[ColumnSpan]:
    """Few figures to the left of every real column stand inside labels; few between columns join the nearest that is free. Those that most
    of the ``full`` rows have are a column's."""
    if not spans:
        return []
    most = max(len(span.cells) for span in spans)
    least = max(2, min(rows, most) // 6)
    strong = [
        span
        for span in spans
        if len(span.cells) >= least or len(span.cells) == most or (len(full) > 1 and 2 * len(span.rows & full) > len(full))
    ]
    strong = [span for index, span in enumerate(strong) if not _stands_in_labels(span, strong[index + 1 :], most)]
    first = strong[0].left
    for stray in [span for span in spans if span not in strong]:
        if stray.right <= first:
            continue
        near = sorted(strong, key=lambda span: _distance(span, stray))
        home = next((span for span in near if not (span.rows & stray.rows)), None)
        if home is not None and _distance(home, stray) <= max(4, (home.right - home.left) // 2):
            home.cells.extend(stray.cells)
            home.cells.sort(key=lambda item: item[0])
            home.left, home.right = min(home.left, stray.left), max(home.right, stray.right)
    return strong


def _stands_in_labels(span: ColumnSpan, right: Sequence[ColumnSpan], most: int) -> bool:
    """Few figures, none of them beside a figure of the columns to the ``right``: wrapped labels have numbers in their lines."""
    return len(span.cells) * 3 < most and bool(right) and not any(span.rows & other.rows for other in right)


def _distance(a: ColumnSpan, b: ColumnSpan) -> int:
    return max(0, max(a.left, b.left) - min(a.right, b.right)) + abs(a.edge - b.edge) // 2
