"""The consolidated column of a consolidating statement: the one of the registrant, where a filing has no other statement of the kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.find.statements.heads.assignment import ColumnHead
from converter.find.statements.parts import Part
from converter.find.statements.periods.from_heads import resolve
from converter.find.statements.periods.known import Known
from converter.model import Column, Period, StatementKind
from converter.patterns import regex

_CONSOLIDATED = regex(r"(?:total\s)?(?:.{0,60}\s)?consolidated(?:\s(?:totals?|balances?))?", re.IGNORECASE)
_ENTITY = "a column of one of the companies, or of eliminations: the consolidated one is the registrant's"


def consolidated_only(part: Part, columns: Sequence[Column], kind: StatementKind, known: Known) -> list[Column]:
    """The columns of a part with all but the consolidated ones ignored; all of them where no head says which these are, or where two of
    them tell of one period."""
    own = [index for index, head in enumerate(part.heads) if any(_CONSOLIDATED.fullmatch(piece.strip()) for piece in head.pieces)]
    dated = {index: replace(columns[index], ignored=False, reason="") for index in own}
    if len(own) == 1 and dated[own[0]].period is None:
        # A date that stands over one of the companies is of all.
        dates = {column.period for column in columns if column.period}
        told: set[Period | None] = {*dates} or {resolve([ColumnHead()], part.captions, kind, known)[0]}
        dated = {own[0]: replace(dated[own[0]], period=told.pop())} if len(told) == 1 else {}
    if len({column.period for column in dated.values()}) < len(dated):
        dated = {}
    return [dated.get(index, replace(column, ignored=True, reason=_ENTITY)) for index, column in enumerate(columns)]
