"""Rows of a statement of income that tell what a part of the business earned, not the whole: "Revenues" below "Homebuilding:" and again
below "Financial services:". Totals of what is not earned, "Distributions:", are no whole either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter.map.rows.labels import words
from converter.map.rows.lines import Line, is_live

Words = tuple[str, ...]

WHOLE_OF_STATEMENT = (
    "BenefitsLossesAndExpenses",
    "CostsAndExpenses",
    "GrossProfit",
    "IncomeLossFromContinuingOperationsBefore",
    "NonoperatingIncomeExpense",
    "OperatingExpenses",
    "OperatingIncomeLoss",
    "OtherNonoperatingIncomeExpense",
    "Revenues",
    "SalesRevenueGoodsNet",
    "SalesRevenueNet",
    "SalesRevenueServicesNet",
)
"""What begins the names of concepts that are of the whole."""


_TOLD_OF_WHOLE = frozenset(
    [
        *map(words, ("revenues", "total revenues", "net revenues", "operating revenues", "sales", "net sales", "revenue and other income")),
        *map(words, ("expenses", "total expenses", "costs", "costs and expenses", "total costs and expenses", "operating expenses")),
        *map(words, ("gross profit", "gross margin", "operating income", "operating profit", "income from operations", "pretax income")),
    ]
)
"""What a statement says of its whole: what was earned, spent and left."""
_PROFIT = frozenset({"income", "profit", "earnings", "margin", "loss"})
_NO_SEGMENT = frozenset(
    words(
        "months weeks years quarters ended period historical restated predecessor successor company parent pro forma continuing"
        " discontinued revenue sales income expenses costs operating earnings"
        " profit loss gross share other comprehensive before after tax total"
    )
)
"""Words of headings that are of another kind: of times, bases, sides."""
_TOTAL = ("total",)
_SHARED_OUT = frozenset({"distribution", "dividend", "allocation", "allocated"})
_WORN = frozenset({"depreciation", "amortization"})


def parts_of_segments(lines: Sequence[Line]) -> frozenset[int]:
    """The rows that are of a segment alone, and the totals of depreciation."""
    heads = _segments(lines)
    return frozenset(line.index for line in lines if _is_of_segment(line, heads) or _is_total_of(line, _WORN))


def totals_shared_out(lines: Sequence[Line]) -> frozenset[int]:
    """Bare totals of what owners are paid or allocated: no concept is called a total of it."""
    return frozenset(line.index for line in lines if _is_total_of(line, _SHARED_OUT))


def _segments(lines: Sequence[Line]) -> frozenset[Words]:
    """The headings below which the same whole is told, with other amounts in the same columns."""
    told: dict[Words, dict[Words, Line]] = defaultdict(dict)
    for line in lines:
        if (
            line.kind == "monetary"
            and line.heads
            and line.words in _TOLD_OF_WHOLE
            and _NO_SEGMENT.isdisjoint(line.heads[-1])
            and line.heads[-1]
        ):
            told[line.words].setdefault(line.heads[-1], line)
    return frozenset(head for each in told.values() if len(each) > 1 and _differ(list(each.values())) for head in each)


def _differ(lines: Sequence[Line]) -> bool:
    first, second = [{figure.column: figure.number.value for figure in line.row.figures if is_live(figure)} for line in lines[:2]]
    shared = first.keys() & second.keys()
    return any(first[column] != second[column] for column in shared)


def _is_of_segment(line: Line, heads: frozenset[Words]) -> bool:
    if line.kind != "monetary" or not heads:
        return False
    if line.heads and line.heads[-1] in heads and (not line.words or line.words in _TOLD_OF_WHOLE):
        return True
    return not _PROFIT.isdisjoint(line.words) and any(set(head).issubset(line.words) for head in heads)


def _is_total_of(line: Line, what: frozenset[str]) -> bool:
    """Whether a row is a bare total below a heading that speaks of something."""
    return line.words == _TOTAL and line.kind == "monetary" and bool(line.heads) and not what.isdisjoint(line.heads[-1])
