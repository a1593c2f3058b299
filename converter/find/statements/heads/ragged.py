"""Lines whose figures follow their labels at a tab or a few blanks, in no columns that one could see: order tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements.heads.span import ColumnSpan, figure_edge
from converter.find.statements.lines.line import Line
from converter.model import Cell

_LEAST_ROWS = 5


def ragged_columns(rows: Sequence[Line]) -> list[ColumnSpan] | None:
    """The columns of lines by the order of their figures, where most lines have equally many and these stand nowhere one below the other;
    None for all others.

    A line with more figures has the number of a note or of its label before them. With fewer, a figure goes to the column that alone
    reaches to where it ends, or to none: nothing tells which one is blank."""
    figures = [(index, row.figures) for index, row in enumerate(rows) if row.has_figures]
    counts = [len(cells) for _, cells in figures]
    usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    full = [(index, cells[-usual:]) for index, cells in figures if len(cells) >= usual]
    if usual < 2 or len(full) < _LEAST_ROWS or len(full) * 3 < len(counts) * 2:
        return None
    # Those with more may have numbers in their labels, or a per cent beside amounts, where the usual ones have a mark.
    usual_alone = [cells for _, cells in figures if len(cells) == usual]
    if _stand_in_columns([cells for _, cells in full]) or _stand_in_columns(usual_alone):
        return None
    spans = [_span([(index, cells[column]) for index, cells in full]) for column in range(usual)]
    extents = [(span.left, span.right) for span in spans]
    for index, cells in figures:
        homes = _homes(cells, extents) if len(cells) < usual else None
        for cell, home in zip(cells, homes or (), strict=False):
            spans[home].cells.append((index, cell))
    for span in spans:
        span.cells.sort(key=lambda item: item[0])
    return spans


def _stand_in_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the figures of each column, but for a few, end before those of the next one begin."""
    columns = list(zip(*rows, strict=True))
    few = len(rows) // 12
    rights = [sorted(cell.right for cell in column)[-1 - few] for column in columns]
    lefts = [sorted(cell.left for cell in column)[few] for column in columns]
    return all(right <= left for right, left in zip(rights, lefts[1:], strict=False))


def _span(cells: list[tuple[int, Cell]]) -> ColumnSpan:
    edges = sorted(figure_edge(cell, "characters") for _, cell in cells)
    return ColumnSpan(min(cell.left for _, cell in cells), max(cell.right for _, cell in cells), edges[len(edges) // 2], cells)


def _homes(cells: Sequence[Cell], extents: Sequence[tuple[int, int]]) -> list[int] | None:
    """The column of each figure; None where one could belong to several, or two to one."""
    homes = [[column for column, (left, right) in enumerate(extents) if left < cell.right <= right] for cell in cells]
    sure = [home[0] for home in homes if len(home) == 1]
    return sure if len(sure) == len(cells) == len(set(sure)) else None
