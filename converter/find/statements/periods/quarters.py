"""Columns that end whole quarters one behind the other and say no length: "September 30 | December 31 | March 31" under their years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.find.statements.periods.column_draft import Draft
from converter.grammar.periods import Span
from converter.model import StatementKind

_SHORTEST, _LONGEST = 84, 98
"""Days of a quarter: twelve to fourteen weeks."""
_LEAST, _MONTHS = 3, 3
_LASTING = ("income", "comprehensive")


def take_quarters(drafts: Sequence[Draft], bare: Sequence[Draft], kind: StatementKind) -> list[Draft]:
    """The ``bare`` columns without those whose ends lie whole quarters one behind the other. They are quarters where a fourth of them lies
    in another year to date, or a longer length stands beside them; else nothing tells: a cash flow has its year to date at each."""
    if len(bare) < _LEAST or not _are_quarters_apart(bare):
        return list(bare)
    longer = any(draft.span is not None and draft.span.months > _MONTHS for draft in drafts)
    if kind in _LASTING and (len(bare) > _LEAST or longer):
        for draft in bare:
            draft.span = Span(_MONTHS, "month")
            draft.because("quarters one behind the other")
    return []


def _are_quarters_apart(drafts: Sequence[Draft]) -> bool:
    ends = [draft.end for draft in drafts if draft.end]
    steps = [(here - there).days for there, here in pairwise(ends)]
    one_way = len({step > 0 for step in steps}) == 1
    return one_way and len(ends) == len(drafts) and all(_SHORTEST <= abs(step) <= _LONGEST for step in steps)
