"""Commas between thousands that OCR read as points, in every figure of a row: ``(10.000)   (9.500)``. Alone the row does not tell them from
places behind a point; a statement that counts in whole numbers does, and where in it the row stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.rows.measures import said_measure
from converter.find.statements.rows.neither import neither
from converter.model import Cell, Number, StatementRow
from converter.patterns import regex

_POINTED = regex(r"[$(\s-]{0,6}[1-9]\d{0,2}(?:[.,]\d{3}){0,3}\.\d{3}\s?\)?")
_PLACES = 3
_LEAST_WHOLE, _TIMES = 6, 2


def with_commas(rows: Sequence[DraftRow], kind: str, before: Sequence[StatementRow]) -> Sequence[DraftRow]:
    """The rows, those of money with whole figures where three places stand behind a point. ``before`` are the statement's rows above."""
    pointed = [at for at, row in enumerate(rows) if any(cell.number and cell.number.places == _PLACES for _, cell in row.cells)]
    if not pointed or not _counts_whole(rows, pointed):
        return rows
    meant = {at for at in pointed if all(map(_may_be_whole, _numbers(rows[at])))} & set(_of_money(rows, kind, before))
    return [_mended(row) if at in meant else row for at, row in enumerate(rows)]


def _numbers(row: DraftRow) -> list[Number]:
    return [cell.number for _, cell in row.cells if cell.number and not cell.number.dash]


def _counts_whole(rows: Sequence[DraftRow], pointed: Sequence[int]) -> bool:
    """Whether the other rows print many whole numbers with commas, and no tenths."""
    others = [number for at, row in enumerate(rows) if at not in pointed for number in _numbers(row) if not number.percent]
    whole = sum(1 for number in others if not number.places and "," in number.printed)
    points = sum(1 for at in pointed for number in _numbers(rows[at]) if number.places == _PLACES)
    return whole >= max(_LEAST_WHOLE, points * _TIMES) and all(number.places != 1 for number in others)


def _may_be_whole(number: Number) -> bool:
    return not number.percent and (not number.places or (number.places == _PLACES and _POINTED.fullmatch(number.printed) is not None))


def _of_money(rows: Sequence[DraftRow], kind: str, before: Sequence[StatementRow]) -> list[int]:
    """The rows that count money, wherever their points stand: on a statement of income those above the first that speaks of shares. There a
    label that comes again may be what is earned per share, its heading lost."""
    found: list[int] = []
    income = kind in ("income", "comprehensive")
    seen = {row.label.casefold() for row in before}
    if income and any(_tells_shares(row) for row in before):
        return found
    for at, row in enumerate(rows):
        label = row.label
        if said_measure(label) is None:
            if not neither(label, _numbers(row), behind=False) and not (income and label.casefold() in seen):
                found.append(at)
        elif income:
            break
        seen.add(label.casefold())
    return found


def _tells_shares(row: StatementRow) -> bool:
    return said_measure(row.label) is not None or any(figure.unit and figure.unit.denominator for figure in row.figures)


def _mended(row: DraftRow) -> DraftRow:
    return replace(row, cells=[(column, _whole(cell)) for column, cell in row.cells])


def _whole(cell: Cell) -> Cell:
    number = cell.number
    if number is None or number.places != _PLACES:
        return cell
    return replace(cell, number=replace(number, value=number.value.scaleb(_PLACES).quantize(1), places=0))
