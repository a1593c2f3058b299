"""What rows are called that no standard concept fits."""

from __future__ import annotations

import pytest

from converter.map.facts.own_names import words_of_name
from converter.map.rows.labels import words
from converter.map.rows.lines import Line
from converter.map.signs.natures import OwnRow, own_nature
from converter.map.signs.sides import change_of, side_of
from converter.model import StatementRow


def line(label: str, section: str, heads: tuple[str, ...] = (), under: str = "") -> Line:
    return Line(0, StatementRow(label, (), heads=heads), words(label), tuple(map(words, heads)), section, "monetary", False, under)


@pytest.mark.parametrize(
    ("label", "section", "under", "sign", "expected"),
    [
        ("Loom tax liabilities", "op", "changes", 1, "Increase (decrease) in Loom tax liabilities"),
        ("Receivables from weavers", "op", "changes", -1, "Increase (decrease) in Receivables from weavers"),
        ("Receivables from weavers", "op", "changes", 1, "Decrease (increase) in Receivables from weavers"),
        ("Loom and other taxes", "op", "changes", 1, "Cash provided by (used in) Loom and other taxes"),
        ("Taxes receivable and payable", "op", "changes", 1, "Cash provided by (used in) Taxes receivable and payable"),
        ("Current liabilities", "op", "", 1, "Increase (decrease) in Current liabilities"),
        ("Note receivable from weaver", "fi", "", -1, "Payments for (proceeds from) Note receivable from weaver"),
        ("Common stock", "fi", "", 1, "Proceeds from (payments for) Common stock"),
        ("Collection of note receivable", "fi", "", 1, "Collection of note receivable"),
        ("Change in loom liabilities", "op", "changes", 1, "Change in loom liabilities"),
        ("Losses on notes", "op", "changes", 1, "Losses on notes"),
        ("Loom bonus", "op", "adjustments", 1, "Loom bonus"),
        ("Revenues from loom assets", "op", "changes", 1, "Revenues from loom assets"),
        ("Investment in loom notes", "iv", "", -1, "Investment in loom notes"),
        ("Note payable for looms", "sp", "", 1, "Note payable for looms"),
        ("(Gain) loss on looms", "op", "", -1, "(Gain) loss on looms"),
        ("(Gain) loss on looms", "op", "", 1, "loss (Gain) on looms"),
        ("LOOM LIABILITIES", "op", "changes", 1, "INCREASE (DECREASE) IN LOOM LIABILITIES"),
    ],
)
def test_a_balance_s_change_says_which_way_is_positive(label: str, section: str, under: str, sign: int, expected: str) -> None:
    assert words_of_name(line(label, section, under=under), "cashflow", sign) == expected


@pytest.mark.parametrize(
    ("label", "section", "heads", "expected"),
    [
        ("Weaving", "ex", ("Cost:",), "Weaving cost"),
        ("Weaving", "rv", ("Revenues:",), "Weaving revenue"),
        ("Weaving", "ex", ("Costs and expenses:",), "Weaving cost and expense"),
        ("Weaving", "ex", ("Cost of revenues:",), "Weaving cost"),
        ("Weaving", "ex", ("Operating expenses:", "Mill:"), "Weaving expense"),
        ("Weaving costs", "ex", ("Expenses:",), "Weaving costs"),
        ("LOM", "ex", ("Expenses:",), "LOM expense"),
        ("LOM AND LOOMS", "ex", ("Expenses:",), "LOM AND LOOMS EXPENSE"),
        ("Weaving", "ot", ("Expenses:",), "Weaving"),
        ("Weaving", "rv", ("Revenues and other income:",), "Weaving"),
        ("Minority interest", "ex", ("Expenses:",), "Minority interest"),
        ("Weaving (expense) income", "rv", ("Revenues:",), "Weaving income (expense)"),
    ],
)
def test_the_heading_says_whether_it_is_earned_or_spent(label: str, section: str, heads: tuple[str, ...], expected: str) -> None:
    assert words_of_name(line(label, section, heads), "income", 1) == expected


@pytest.mark.parametrize(
    ("label", "heads", "expected"),
    [
        ("Mill closing", ("Deferred credits and other liabilities:",), "Mill closing liability"),
        ("Accrued mill closing", ("Other liabilities:",), "Accrued mill closing"),
        ("Mill closing", ("Liabilities and equity:",), "Mill closing"),
    ],
)
def test_the_heading_says_that_it_is_owed(label: str, heads: tuple[str, ...], expected: str) -> None:
    assert words_of_name(line(label, "nl", heads), "balance_sheet", 1) == expected


@pytest.mark.parametrize(
    ("group", "section", "label", "changes", "expected"),
    [
        ("cashflow", "op", "(Gain) loss on looms", False, "gain_loss"),
        ("income", "ex", "Loom (gain) loss", False, "gain_loss"),
        ("income", "oc", "Loom (gain) loss", False, ""),
        ("income", "ex", "Mill impairment and (gain) loss on mills", False, ""),
        ("income", "ex", "Loom (expense) income", False, ""),
        ("cashflow", "op", "Receivables from weavers", True, "increase_asset"),
        ("cashflow", "op", "Loom payables", True, ""),
        ("cashflow", "iv", "Net increase in loom loans", False, "outflow"),
    ],
)
def test_rows_of_one_kind_count_alike_whatever_they_are_like(group: str, section: str, label: str, changes: bool, expected: str) -> None:
    assert (
        own_nature(
            group, OwnRow(section, words(label), "outflow" if "looms" in label else "", 2, 0, side_of(label), change_of(label), changes)
        )
        == expected
    )
