"""Columns that stand under one date: items in the inner one, their sums in the outer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.find.statements.heads.columns import stand_apart
from converter.find.statements.heads.span import ColumnSpan

_MOST = 3
"""Columns under one date."""


def columns_a_date(spans: Sequence[ColumnSpan]) -> int:
    """How many columns stand under each of several dates: those of one share hardly a row, the like ones of two dates most of theirs.
    1 where the columns say nothing of the kind."""
    for size in range(2, _MOST + 1):
        groups = [spans[start : start + size] for start in range(0, len(spans), size)]
        if len(groups) < 2 or len(spans) % size or not all(stand_apart(group) for group in groups):
            continue
        if all(_share_rows(here, there) for one, other in pairwise(groups) for here, there in zip(one, other, strict=True)):
            return size
    return 1


def without_pairs(spans: list[ColumnSpan]) -> list[ColumnSpan]:
    """The columns with those that stand under one date as one."""
    size = columns_a_date(spans) if len(spans) > _PAIR else _PAIR if stand_apart(spans) else 1
    return as_one(spans, size) if size > 1 else spans


_PAIR = 2


def _share_rows(here: ColumnSpan, there: ColumnSpan) -> bool:
    return 2 * len(here.rows & there.rows) >= min(len(here.rows), len(there.rows))


def as_one(spans: Sequence[ColumnSpan], size: int) -> list[ColumnSpan]:
    """The columns with each ``size`` of them as one."""
    groups = [spans[start : start + size] for start in range(0, len(spans), size)]
    return [
        ColumnSpan(
            min(span.left for span in group),
            max(span.right for span in group),
            group[-1].edge,
            sorted((each for span in group for each in span.cells), key=lambda item: item[0]),
        )
        for group in groups
    ]
