"""Unit and scale of each row, by what it measures, what captions say and what its numbers prove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from msgspec import Struct

from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.rows.measures import Measure
from converter.grammar.scales import ScaleStatement, find_scale
from converter.model import PURE, SHARES, USD, StatementRow, Unit, per_share
from converter.patterns import regex


class RowUnit(Struct, frozen=True):
    """What a row's figures measure, and the power of ten they are printed in; ``reason`` says why neither is known."""

    unit: Unit | None
    scale: int | None
    reason: str = ""


_NO_SCALE = RowUnit(None, None, "no scale is stated")
_NO_UNIT = RowUnit(None, None, "a ratio, or a count of what is neither money nor shares: nothing tells its unit")


def unit_rows(
    rows: Sequence[DraftRow],
    measures: Sequence[Measure],
    scale: ScaleStatement | None,
    currency: Unit,
    base: int | None,
    before: Sequence[StatementRow] = (),
) -> list[RowUnit]:
    """Unit and scale of each row. ``base`` is the power of money where no caption says one (None: not known); ``before`` are the
    statement's rows above these."""
    power = scale.power if scale else base
    shares = _shares_power(rows, measures, scale, power, before)
    out: list[RowUnit] = []
    for row, measure in zip(rows, measures, strict=True):
        own = (
            find_scale(row.label[row.label.rfind("(") :])
            if row.label.endswith((")", "thousands", "millions")) and "(" in row.label
            else None
        )
        if measure == "per_share":
            out.append(RowUnit(per_share(currency if currency else USD), _small_power(row)))
        elif measure == "pure":
            out.append(RowUnit(PURE, -2))
        elif measure == "times":
            out.append(RowUnit(PURE, 0))
        elif measure == "untold":
            out.append(_NO_UNIT)
        elif measure == "shares":
            out.append(RowUnit(SHARES, shares if shares is not None else own.power if own else power or 0))
        elif power is None:
            out.append(_NO_SCALE)
        else:
            # "(shares in thousands)" behind a stock's label says nothing of its amount.
            out.append(RowUnit(currency, own.power if own and own.shares is None else power))
    return out


def _small_power(row: DraftRow) -> int:
    """Cents and pence by the label, or by a mark on the figures; amounts for each thousand of units."""
    if "thousand" in row.label.lower() or "1,000" in row.label:
        return -3 if _PER_THOUSAND.search(row.label) else 0
    marked = any(cell.number.currency == "¢" for _, cell in row.cells if cell.number)
    return -2 if marked or re.search(r"\bcents\b|\bpence\b|\(¢\)|\(p\)", row.label, re.IGNORECASE) else 0


_PER_THOUSAND = regex(r"\bper\s+(?:one\s+)?(?:thousand|1,000)\s+(?:\w+\s+){0,3}?(?:shares|units|interests|ads)\b", re.IGNORECASE)


def _shares_power(
    rows: Sequence[DraftRow], measures: Sequence[Measure], scale: ScaleStatement | None, power: int | None, before: Sequence[StatementRow]
) -> int | None:
    """The power of share counts: as income / earnings per share proves, as caption or label says, else as their magnitude suggests."""
    proven = _proven(rows, measures, power, before) if "shares" in measures else None
    if proven is not None:
        return proven
    for row, measure in zip(rows, measures, strict=True):
        if measure == "shares":
            said = find_scale(f"({row.label})")
            if said:
                return said.power
    if scale is not None and scale.shares is not None:
        return scale.shares
    biggest = max(
        (
            abs(cell.number.value)
            for row, measure in zip(rows, measures, strict=True)
            if measure == "shares"
            for _, cell in row.cells
            if cell.number
        ),
        default=None,
    )
    if biggest is None or power is None:
        return power
    return 0 if biggest >= 3_000_000 else power


_DIVIDEND = regex("dividend", re.IGNORECASE)
_BOTTOM_LINE = regex(r"^(?:basic\s+)?(?:net$|(?:net\s+)?\(?(?:income|earnings|loss|profit)\b(?!\s+tax))", re.IGNORECASE)


def _of_pages_before(before: Sequence[StatementRow]) -> tuple[list[Decimal], list[Decimal]]:
    """The income and the earnings per share among the rows of a statement's pages before."""
    incomes: list[Decimal] = []
    per: list[Decimal] = []
    for row in before:
        figure = next((figure for figure in row.figures if figure.number.value and figure.unit and not figure.ignored), None)
        if figure is None or figure.unit is None:
            continue
        if figure.unit.denominator and not _DIVIDEND.search(row.label):
            per.append(abs(figure.number.value))
        elif figure.unit.numerator.startswith("iso4217:") and not figure.unit.denominator and _BOTTOM_LINE.match(row.label):
            incomes.append(abs(figure.number.value))
    return incomes, per


def _proven(rows: Sequence[DraftRow], measures: Sequence[Measure], power: int | None, before: Sequence[StatementRow]) -> int | None:
    """Income divided by earnings per share is a count of shares: which power of ten makes the printed count of that size?"""
    if power is None:
        return None
    incomes, per = _of_pages_before(before)
    counts: list[Decimal] = []
    for row, measure in zip(rows, measures, strict=True):
        value = next((abs(cell.number.value) for _, cell in row.cells if cell.number and cell.number.value), None)
        if value is None:
            continue
        if measure == "money" and _BOTTOM_LINE.match(row.label):
            incomes.append(value)
        elif measure == "per_share" and not _DIVIDEND.search(row.label):
            per.append(value)
        elif measure == "shares":
            counts.append(value)
    fits: list[tuple[Decimal, int]] = []
    for income, each, count, candidate in product(incomes[-4:], per[:6], counts[:4], (0, 3, 6)):
        ratio = income.scaleb(power) / each / count.scaleb(candidate)
        off = max(ratio, 1 / ratio) if ratio else Decimal(1000)
        if off < _NEAR:
            fits.append((off, candidate))
    return min(fits)[1] if fits else None


_NEAR = Decimal("1.6")
