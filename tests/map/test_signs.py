"""From printed signs to XBRL signs: sides of labels, natures of own concepts, leanings, whole statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.map import MapOptions, map_stated
from converter.map.labels import words
from converter.map.natures import OwnRow, adjusted, own_nature
from converter.map.sides import Side, side_of, sign_words
from converter.map.signs import Row, direction, prior
from converter.model import Filing, Report, Stated, Statement
from converter.taxonomy import load_taxonomy

if TYPE_CHECKING:
    from converter.model import Period

    When = Callable[..., Period]
    Builder = Callable[..., Statement]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Other income, net", Side(1)),
        ("Other income (expense), net", Side(1, True)),
        ("Other (income) expense, net", Side(-1, True)),
        ("OTHER EXPENSE, NET", Side(-1)),
        ("Loss (gain) on sale of looms", Side(-1, True)),
        ("(Gains)/losses on looms", Side(-1, True)),
        ("Losses (note 4) on looms", Side(-1)),
        ("Loss on looms (net of insurance gains received)", Side(-1)),
        ("(Gain) on sale of looms", Side(-1, True)),
        ("Gains and losses on looms", Side(1, True)),
        ("Looms", Side()),
        ("", Side()),
        ("Loss on looms (gain", Side(-1)),
    ],
)
def test_sides(label: str, expected: Side) -> None:
    assert side_of(label) == expected


@given(st.text(max_size=60))
def test_every_text_has_a_side(label: str) -> None:
    assert side_of(label).sign in (-1, 0, 1)


def test_roles_have_words_and_unknown_ones_have_none() -> None:
    assert "payment" in sign_words("paid")
    assert not sign_words("no such role")


def leaning(nature: str, label: str, below: int, above: int, concept: str = "Some") -> int:
    return 1 if prior("income", Row(nature, concept, words(label), below, above, side_of(label))) >= 0 else -1


@pytest.mark.parametrize(
    ("label", "below", "above", "expected"),
    [
        ("Other (income) expense, net", 1, 2, -1),
        ("Other income (expense), net", 1, 2, 1),
        ("Other expense, net", 0, 3, -1),
        ("Other expense, net", 3, 0, 1),
        ("Loss on looms", 0, 2, -1),
        ("Loss on looms", 2, 0, 1),
        ("Gain on sale of looms", 2, 0, -1),
        ("Gain on sale of looms", 0, 2, 1),
        ("Gain (loss) on sale of looms", 2, 0, 1),
    ],
)
def test_gains_and_losses_lean_by_the_side_of_their_label(label: str, below: int, above: int, expected: int) -> None:
    assert leaning("gain_loss", label, below, above) == expected


def test_net_interest_leans_by_its_label_and_net_income_does_not() -> None:
    assert leaning("income", "Interest expense (income), net", 0, 2, "InterestIncomeExpenseNet") == -1
    assert leaning("income", "Income before charges", 1, 1, "ProfitLoss") == 1


def own(group: str, section: str, label: str, nearest: str, below: int = 0, above: int = 0) -> str:
    return own_nature(group, OwnRow(section, words(label), nearest, below, above, side_of(label)))


@pytest.mark.parametrize(
    ("section", "label", "nearest", "below", "above", "expected"),
    [
        ("iv", "Purchase of looms", "", 2, 0, "outflow"),
        ("iv", "Proceeds of looms", "", 0, 2, ""),
        ("iv", "Looms", "net_outflow", 2, 0, "outflow"),
        ("iv", "Looms", "net_outflow", 1, 1, ""),
        ("iv", "Looms", "net_outflow", 0, 2, ""),
        ("fi", "Net drawings (repayments) of the mill's loan", "outflow", 1, 1, ""),
        ("fi", "Repayments of the mill's loan", "outflow", 1, 1, "outflow"),
        ("op", "Looms", "outflow", 2, 0, "outflow"),
        ("op", "Payments for looms", "", 2, 0, "outflow"),
        ("op", "Decrease (increase) in looms on loan", "increase_asset", 1, 1, "increase_asset"),
        ("op", "Increase in looms on loan", "increase_asset", 2, 0, "increase_asset"),
        ("op", "Increase in looms on loan", "increase_asset", 0, 2, ""),
        ("op", "Decrease in looms on loan", "increase_asset", 0, 2, ""),
        ("op", "Looms on loan", "increase_asset", 1, 1, ""),
        ("op", "Gain on looms", "", 2, 0, "gain_loss"),
        ("op", "Unrealized (gain) loss on looms", "gain_loss", 1, 1, "gain_loss"),
        ("op", "Realized loom gains", "gain_loss", 2, 0, "gain_loss"),
        ("op", "Amortization of gain on looms", "gain_loss", 2, 0, ""),
        ("op", "Losses on looms", "gain_loss", 0, 2, ""),
        ("sp", "Looms", "increase_asset", 1, 0, ""),
    ],
)
def test_own_rows_of_a_cash_flow(section: str, label: str, nearest: str, below: int, above: int, expected: str) -> None:
    assert own("cashflow", section, label, nearest, below, above) == expected


@pytest.mark.parametrize(
    ("label", "nearest", "below", "expected"),
    [
        ("Mill closing costs", "", 0, "expense"),
        ("Cost of loom revenues", "expense", 2, "expense"),
        ("Loom income, less costs", "revenue", 0, ""),
        ("Loom costs (income)", "expense", 1, ""),
        ("Loom costs, net", "expense", 1, ""),
        ("Loom benefit costs not yet recognized", "oci", 1, ""),
        ("Accretion to redemption value", "distribution", 2, "distribution"),
        ("Reclassification of loom gains to income", "oci_reclass", 2, "oci_reclass"),
        ("Loom hedges", "oci_reclass", 2, ""),
        ("Outside weavers' share of income", "minority_share", 2, "minority_share"),
        ("Outside weavers' share of loss", "minority_share", 2, ""),
    ],
)
def test_own_rows_of_an_income_statement(label: str, nearest: str, below: int, expected: str) -> None:
    assert own("income", "", label, nearest, below) == expected


def test_own_rows_of_a_balance_sheet() -> None:
    assert own("balance", "eq", "Loom plan shares", "contra_equity", 2) == "contra_equity"
    assert own("balance", "eq", "Loom plan shares", "contra_equity", 0, 2) == ""
    assert own("balance", "ca", "Looms", "asset", 2) == ""


def test_discontinued_income_is_taken_out_below_net_income_only() -> None:
    rows = ["IncomeLossFromDiscontinuedOperationsNetOfTax", "NetIncomeLoss", "IncomeLossFromDiscontinuedOperationsNetOfTax"]
    assert adjusted("cashflow", rows, ["income"] * 3) == ["income", "income", "gain_loss"]
    assert adjusted("income", rows, ["income"] * 3) == ["income"] * 3
    assert direction("cashflow", rows[2], "gain_loss", None) == -1


def values(filing: Filing, *statements: Statement) -> dict[str, list[str]]:
    (report,) = map_stated(Stated(statements=statements), filing, load_taxonomy(), MapOptions(stem="a"))
    return _by_concept(report)


def _by_concept(report: Report) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in report.facts:
        if fact.value is not None:
            found.setdefault(fact.concept, []).append(fact.value)
    return found


INCOME = """
Net sales | 9,000 8,000
Cost of sales | 6,000 5,500
Gross profit | 3,000 2,500
Selling, general and administrative expenses | 1,900 1,700
Operating income | 1,100 800
Interest expense | 120 110
Other (income) expense, net | (30) 45
Income before income taxes | 1,010 645
Income taxes | 350 220
Net income | 660 425
"""


def test_an_expense_of_other_items_is_a_negative_income(statement: Builder, filing: Filing, year: When) -> None:
    found = values(filing, statement("income", INCOME, [year(1996), year(1995)]))
    assert found["gaap:OtherNonoperatingIncomeExpense"] == ["30000", "-45000"]


CASH = """
Operating activities:
  Net income | 660 425
  Income from discontinued operations | (60) (25)
  Depreciation | 200 190
  Net cash provided by operating activities | 800 590
Investing activities:
  Capital expenditures | (300) (280)
  Decrease (increase) in looms lent to weavers | 40 (15)
  Net cash used in investing activities | (260) (295)
"""


def test_discontinued_income_that_a_cash_flow_deducts(statement: Builder, filing: Filing, year: When) -> None:
    found = values(filing, statement("cashflow", CASH, [year(1996), year(1995)]))
    (name,) = [concept for concept in found if "DiscontinuedOperation" in concept]
    assert found[name] == ["60000", "25000"]
    assert found["gaap:PaymentsToAcquirePropertyPlantAndEquipment"] == ["300000", "280000"]
