"""Statements as they were typed: figures below their labels, two sides of a balance sheet in a wide page."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from filings import INCOME_ROWS, income, line, one, row, values

from converter.find.statements.periods import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


def test_figures_on_a_line_of_their_own_are_those_of_the_label_right_above() -> None:
    own = [
        ("Selling, general and administrative",),
        ("  expenses",),
        ("", "2,500", "2,300"),
        ("Gain on sale of",),
        ("  land",),
        ("", "", "115"),
    ]
    found = one(income([*INCOME_ROWS[:3], *own, *INCOME_ROWS[4:]]), "income", ANNUAL)
    assert values(found, "Selling, general and administrative expenses") == ["2500000 iso4217:USD", "2300000 iso4217:USD"]
    assert values(found, "Gain on sale of land") == ["115000 iso4217:USD"]


def test_a_page_number_below_a_blank_line_is_no_amount() -> None:
    text = income(INCOME_ROWS) + "\n" + line("", "", "115") + "\n<PAGE>\n"
    assert all(each.label for each in one(text, "income", ANNUAL).rows)


def test_an_unlabelled_total_below_a_rule_is_not_the_captions() -> None:
    table = [*INCOME_ROWS[:3], ("Selling expenses", "2,500", "2,300"), ("Contingencies",), ("", "------", "------"), ("", "1,500", "1,200")]
    found = one(income([*table, *INCOME_ROWS[5:]]), "income", ANNUAL)
    assert row(found, "Contingencies") == ()


LEFT = [
    ("Current assets:",),
    ("  Cash", "1,200", "1,000"),
    ("  Receivables, net of",),
    ("    allowances of $40",),
    ("    and $35", "800", "700"),
    ("  Prepaid taxes", "100", "90"),
    ("    Total current assets", "2,100", "1,790"),
    ("Property, at cost, less", "", ""),
    ("  depreciation", "2,900", "2,710"),
    ("Goodwill", "10", "10"),
    ("    Total assets", "5,010", "4,510"),
]
RIGHT = [
    ("Notes payable", "400", "300"),
    ("Accounts payable", "500", "500"),
    ("Accrued wages and",),
    ("  vacations", "100", "100"),
    ("Taxes", "10", "10"),
    ("Bonds, due after one",),
    ("  year", "1,000", "1,100"),
    ("Stock, par value $1;",),
    ("  10,000 issued", "10", "10"),
    ("Earnings retained", "2,972", "2,472"),
    *[(f"Series {letter} shares", "1", "1") for letter in "ABCDEFGHIJKLMNOPQR"],
    ("    Total", "5,010", "4,510"),
]


def _side(label: str, here: str = "", there: str = "") -> str:
    return f"{label:<26}{here:>9}{there:>9}"


def test_two_sides_whose_labels_wrap() -> None:
    """In few lines do both sides have figures."""
    years = _side("", "1998", "1997")
    lines = [f"{years}    {years}", *(f"{_side(*left)}    {_side(*right)}" for left, right in zip_longest(LEFT, RIGHT, fillvalue=("",)))]
    found = one("\n".join([f"{'BALANCE SHEETS':^90}", f"{'(in thousands)':^90}", "", *lines, ""]), "balance_sheet", ANNUAL)
    assert values(found, "Prepaid taxes") == ["100000 iso4217:USD", "90000 iso4217:USD"]
    assert values(found, "Bonds, due after one year") == ["1000000 iso4217:USD", "1100000 iso4217:USD"]
