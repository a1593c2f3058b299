"""A statement's rows with what the mapper needs to know of each: words, section, kind of value."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from converter.map.rows import sections
from converter.map.rows.labels import words
from converter.map.tables import GROUPS, Group
from converter.model import PURE, SHARES, Figure, Statement, StatementRow, Unit

ValueKind = Literal["monetary", "perShare", "shares", "pure"]


class Line(Struct, frozen=True):
    """A row with figures. ``index`` is its number among the statement's rows; ``heads`` are the words of the headings above, outermost
    first; ``under`` is what they say of a row of operations (`sections.parts_of_operations`)."""

    index: int
    row: StatementRow
    words: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    section: str
    kind: ValueKind
    instant: bool
    under: str = ""


def is_live(figure: Figure) -> bool:
    """Whether a fact can be made of a figure."""
    return not figure.ignored and figure.period is not None and figure.unit is not None and figure.scale is not None


def value_kind(unit: Unit) -> ValueKind:
    if unit.denominator:
        return "perShare"
    if unit == SHARES:
        return "shares"
    return "pure" if unit == PURE else "monetary"


def group_of(statement: Statement) -> Group:
    return GROUPS[statement.kind]


def lines_of(statement: Statement) -> tuple[Line, ...]:
    """The rows that carry figures, in order."""
    tokens = [words(row.label) for row in statement.rows]
    heads = [tuple(words(head) for head in row.heads) for row in statement.rows]
    figures = [bool(row.figures) for row in statement.rows]
    where = sections.sections_of(statement.kind, tokens, heads, figures)
    under = sections.parts_of_operations(tokens, figures, where)
    found = []
    for index, row in enumerate(statement.rows):
        if not row.figures:
            continue
        unit = next((f.unit for f in row.figures if f.unit is not None and not f.ignored), None)
        kind: ValueKind = value_kind(unit) if unit else "monetary"
        period = next((f.period for f in row.figures if is_live(f)), None)
        instant = period.is_instant if period is not None else statement.kind == "balance_sheet" or row.instant != ""
        found.append(Line(index, row, tokens[index], heads[index], where[index], kind, instant, under[index]))
    return tuple(found)
