"""A balance sheet in the form of an account: assets on the left, liabilities and equity beside them, each with its labels and columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.find.statements.lines.half import half_of, is_label, label_behind
from converter.find.statements.lines.line import Line
from converter.find.statements.segments.segment import Segment, is_head

_LEAST = 5
_REACH = 8
"""Labels of one side begin so near to its margin: deeper ones are indented."""


def halves_of(segment: Segment) -> list[Segment]:
    """The segment; or its left and its right side where labels stand behind figures in many of its lines, all from one margin on."""
    if segment.kind != "balance_sheet" or not segment.rows:
        return [segment]
    margin = _margin(segment.rows)
    if margin is None:
        return [segment]
    lines = [*segment.heads, *segment.rows]
    sides = [[half for line in lines if (half := half_of(line, margin, right))] for right in (False, True)]
    return [replace(segment, heads=side[: _first(side)], rows=side[_first(side) :]) for side in sides]


def _margin(rows: Sequence[Line]) -> int | None:
    """The column where the labels of the right side begin, None where there is no such side."""
    edge = min((line.figures[0].right for line in rows if line.has_figures and is_label(line.cells[0])), default=0)
    lefts = sorted(left for line in rows if (left := label_behind(line, edge)) is not None)
    both = sum(1 for line in rows if lefts and any(cell.number and edge <= cell.right < lefts[0] for cell in line.cells))
    if _are_numbered(rows):
        return None
    if min(len(lefts), both) < _LEAST:
        return None
    near = [left for left in lefts if left - lefts[0] <= _REACH]
    figured = [line for line in rows if line.has_figures]
    beside = sum(1 for line in figured if _has_label_at(line, lefts[0]))
    return lefts[0] if len(near) * 5 >= len(lefts) * 4 and beside >= len(figured) // 3 else None


def _are_numbered(rows: Sequence[Line]) -> bool:
    """Whether numbers of lines stand before the labels, each higher than the one above it: no amounts of a left side."""
    first = [line.cells[0].number.value for line in rows if len(line.cells) > 1 and line.cells[0].number and is_label(line.cells[1])]
    return len(first) >= _LEAST and all(here < there for here, there in pairwise(first))


def _has_label_at(line: Line, margin: int) -> bool:
    return any(0 <= cell.left - margin <= _REACH and cell.number is None and cell.text[:1].isalpha() for cell in line.cells)


def _first(side: Sequence[Line]) -> int:
    """Where the rows begin: at the first figures that are no head."""
    return next((i for i, line in enumerate(side) if line.has_figures and not is_head(line)), len(side))
