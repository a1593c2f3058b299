"""Sums that stand in an outer column, on the line of their last item: each becomes a line of its own below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line

_PAIR = 2
_ROUNDING = 1
"""Units of the last place that filers are off by."""


def with_sums_below(body: Sequence[Line], spans: Sequence[ColumnSpan]) -> list[Line] | None:
    """The lines with what adds up the items of an inner column on a line of its own. None where the columns are no pairs of items and sums:
    each line that has both must have in the outer one what the inner ones come to."""
    if len(spans) % _PAIR:
        return None
    pairs = list(zip(spans[::_PAIR], spans[1::_PAIR], strict=True))
    shared = [inner.rows & outer.rows for inner, outer in pairs]
    if not any(shared) or any(
        2 * len(rows) > min(len(one.rows), len(other.rows)) for rows, (one, other) in zip(shared, pairs, strict=True)
    ):
        return None
    for rows, (inner, outer) in zip(shared, pairs, strict=True):
        items, sums = _values(inner), _values(outer)
        if not all(_comes_to(items, sums, row) for row in rows):
            return None
    outer_cells = {id(cell) for _, outer in pairs for _, cell in outer.cells}
    return list(_parted(body, set().union(*shared), outer_cells))


def _values(span: ColumnSpan) -> dict[int, Decimal]:
    return {row: cell.number.value for row, cell in span.cells if cell.number is not None}


def _comes_to(items: dict[int, Decimal], sums: dict[int, Decimal], row: int) -> bool:
    """Whether the sum on a line is what the items since the one before come to: all of them, or the last taken from the one above."""
    since = max((at for at in sums if at < row), default=-1)
    run = [items[at] for at in sorted(items) if since < at <= row]
    if len(run) < _PAIR:
        return False
    last, before = run[-1], run[:-1]
    candidates = (sum(run), sum(before) - last, before[-1] - abs(last), before[-1] + last)
    return any(abs(each - sums[row]) <= _ROUNDING for each in candidates)


def _parted(body: Sequence[Line], rows: set[int], outer: set[int]) -> Iterator[Line]:
    for at, line in enumerate(body):
        sums = tuple(cell for cell in line.cells if id(cell) in outer)
        if at not in rows or not sums:
            yield line
            continue
        yield replace(line, cells=tuple(cell for cell in line.cells if id(cell) not in outer))
        text = " ".join([cell.text for cell in sums])
        yield replace(line, cells=sums, text=text, rule_above=True, blank_before=False, page_break=False, heading=False)
