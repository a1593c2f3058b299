"""A statement of several registrants side by side: each gets the columns that bear its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.statements.part_columns import ANOTHER_BASIS
from converter.find.statements.segments.filers import filer_named
from converter.model import Column, Figure, Statement, StatementRow

_OF_ANOTHER = "a column of another registrant of the filing, in whose report it is told"


def told_apart(statement: Statement, filers: Sequence[str]) -> Iterator[Statement]:
    """The statement of each registrant in the order of its columns; the statement itself where its columns tell of no period twice, or
    where not each of them names a filer, and those of one period another one each."""
    named = _named(statement.columns, filers) if len(filers) > 1 else {}
    if not named:
        yield statement
        return
    for registrant in dict.fromkeys(named.values()):
        mine = {index: of == registrant for index, of in named.items()}
        columns = tuple(_column(column, mine.get(index)) for index, column in enumerate(statement.columns))
        rows = tuple(_row(row, mine) for row in statement.rows)
        yield replace(statement, columns=columns, rows=rows, registrant=registrant)


def _named(columns: Sequence[Column], filers: Sequence[str]) -> dict[int, int]:
    """The filer of each column that is told or stands beside one that is; empty where one of them names none, or two the same."""
    told = [(index, column) for index, column in enumerate(columns) if not column.ignored or column.reason == ANOTHER_BASIS]
    if all(not column.ignored for _, column in told):
        return {}
    named = {index: of for index, column in told if (of := filer_named(column.head, filers)) is not None}
    if len(named) < len(told) or len({(column.period, column.currency, named[index]) for index, column in told}) < len(told):
        return {}
    return named


def _column(column: Column, mine: bool | None) -> Column:
    if mine is False:
        return replace(column, ignored=True, reason=_OF_ANOTHER)
    return replace(column, ignored=False, reason="") if column.reason == ANOTHER_BASIS and mine else column


def _row(row: StatementRow, mine: dict[int, bool]) -> StatementRow:
    return replace(
        row,
        figures=tuple(_figure(figure, mine.get(figure.column)) for figure in row.figures),
        in_label=tuple(_figure(figure, mine.get(figure.column)) for figure in row.in_label),
    )


def _figure(figure: Figure, mine: bool | None) -> Figure:
    """What is ignored for a reason of its row stays so, whoever's column it is in."""
    if mine and figure.reason == ANOTHER_BASIS:
        return replace(figure, ignored=False, reason="")
    if mine is False and (not figure.ignored or figure.reason == ANOTHER_BASIS):
        return replace(figure, ignored=True, reason=_OF_ANOTHER)
    return figure
