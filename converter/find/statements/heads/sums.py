"""Sums that are printed further out than the items of their columns, few of them: no columns of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from converter.find.statements.heads.span import ColumnSpan, figure_edge
from converter.model import Cell

_LEAST = 2
"""Columns side by side."""
_NEAR = 3
"""Characters between the ends of figures of one column."""


def with_sums(spans: list[ColumnSpan]) -> list[ColumnSpan]:
    """The columns of a text with their sums: of rows that have nothing in the columns of many figures, one has a figure behind each of
    these; the others have some where that one has."""
    most = max((len(span.cells) for span in spans), default=0)
    many = [span for span in spans if 3 * len(span.cells) >= most]
    if not _LEAST <= len(many) < len(spans):
        return spans
    few = [span for span in spans if span not in many]
    loose = _loose(few, many)
    full = [cells for cells in loose.values() if _stand_behind(cells, many)]
    ends = [{figure_edge(cell, "characters") for cell in cells} for cells in zip(*full, strict=True)]
    if not full:
        return spans
    homes = {row: at for row, cells in loose.items() if (at := [_home(cell, ends) for cell in cells]) == sorted({*at} - {_NOWHERE})}
    grown = [
        _grown(span, [(row, loose[row][at.index(place)]) for row, at in homes.items() if place in at]) for place, span in enumerate(many)
    ]
    left = [replace(span, cells=cells) for span in few if (cells := [each for each in span.cells if not _is_sum(each, loose, homes)])]
    return sorted([*grown, *left], key=lambda span: span.edge)


_NOWHERE = -1


def _loose(few: Sequence[ColumnSpan], many: Sequence[ColumnSpan]) -> dict[int, list[Cell]]:
    """The figures, not left of all columns, of rows that have none in the columns of ``many``."""
    taken = set().union(*(span.rows for span in many))
    out: dict[int, list[Cell]] = {}
    for span in few:
        for row, cell in span.cells:
            if row not in taken and cell.right > many[0].left:
                out.setdefault(row, []).append(cell)
    return {row: sorted(cells, key=lambda cell: cell.left) for row, cells in out.items()}


def _stand_behind(cells: Sequence[Cell], columns: Sequence[ColumnSpan]) -> bool:
    """Whether each figure ends behind the digits of its column, before those of the next."""
    ends = [*(span.edge for span in columns[1:]), 2 * columns[-1].edge - columns[-2].edge]
    return len(cells) == len(columns) and all(
        span.edge < figure_edge(cell, "characters") < end for cell, span, end in zip(cells, columns, ends, strict=True)
    )


def _home(cell: Cell, ends: Sequence[set[int]]) -> int:
    """The column whose sums end where a figure does."""
    edge = figure_edge(cell, "characters")
    return next((place for place, known in enumerate(ends) if any(abs(edge - end) <= _NEAR for end in known)), _NOWHERE)


def _is_sum(figure: tuple[int, Cell], loose: Mapping[int, Sequence[Cell]], homes: Mapping[int, Sequence[int]]) -> bool:
    row, cell = figure
    return row in homes and cell in loose[row]


def _grown(span: ColumnSpan, sums: Sequence[tuple[int, Cell]]) -> ColumnSpan:
    cells = sorted([*span.cells, *sums], key=lambda each: each[0])
    return replace(span, left=min(cell.left for _, cell in cells), right=max(cell.right for _, cell in cells), cells=cells)
