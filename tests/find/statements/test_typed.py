"""Statements as they were typed: figures below their labels, two sides of a balance sheet in a wide page."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, find, heads, income, line, one, periods, row, rows, statement, values

from converter.find.statements.periods.known import Known

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


def test_two_sides_of_which_hardly_a_line_has_figures_on_both() -> None:
    """The labels of one side stand beside the second lines of the other's."""
    left = [("Cash and equivalents",), ("  (Note 1)", "$ 500", "$ 400"), ("Receivables from our",), ("  customers", "900", "800")]
    left += [("Looms and wagons held",), ("  for sale", "300", "300"), ("Mills and houses of the",), ("  company", "3,300", "3,000")]
    left += [("Other", "10", "10"), ("    Total assets", "$ 5,010", "$ 4,510")]
    right = [("LIABILITIES AND",), ("  EQUITY",), ("Payable to makers of", "", ""), ("  looms", "$ 900", "$ 800"), ("Accrued taxes and",)]
    right += [
        ("  duties", "128", "128"),
        ("Bonds, due after one",),
        ("  year", "1,000", "1,100"),
        ("    Total liabilities", "2,028", "2,028"),
    ]
    right += [
        ("Stock of the company,",),
        ("  par value $1", "10", "10"),
        ("Earnings retained", "2,972", "2,472"),
        ("    Total", "$ 5,010", "$ 4,510"),
    ]
    years = _side("", "1998", "1997")
    lines = [f"{years}    {years}", *(f"{_side(*one)}    {_side(*other)}" for one, other in zip_longest(left, right, fillvalue=("",)))]
    found = one("\n".join([f"{'BALANCE SHEETS':^90}", f"{'(in thousands)':^90}", "", *lines, ""]), "balance_sheet", ANNUAL)
    assert values(found, "Receivables from our customers") == ["900000 iso4217:USD", "800000 iso4217:USD"]
    assert values(found, "Payable to makers of looms") == ["900000 iso4217:USD", "800000 iso4217:USD"]
    assert values(found, "Stock of the company, par value $1") == ["10000 iso4217:USD", "10000 iso4217:USD"]


def test_small_figures_beside_a_date_in_a_label_are_no_days() -> None:
    stock = ("Common stock, issued as of June 30,",), ("  1998 and May 31, 1997, respectively", "4", "4")
    found = one(
        statement("BALANCE SHEETS", [heads("June 30, 1998", "May 31, 1997")], [*BALANCE_ROWS, *stock, ("Rest", "7", "5")]), "balance_sheet"
    )
    assert values(found, "Rest") == ["7000 iso4217:USD", "5000 iso4217:USD"]
    assert [figure.column for figure in row(found, "Rest")] == [0, 1]


def test_a_list_of_periods_that_is_broken_within_a_date() -> None:
    caption = [f"{'Years ended December 27, 1998, December 28, 1997 and December':^80}", f"{'29, 1996':>52}"]
    table = [(*each, each[-1]) if len(each) > 1 else each for each in INCOME_ROWS]
    lines = [*caption, "", heads("December 27,", "December 28,", "December 29,"), heads("1998", "1997", "1996")]
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", lines, table)
    assert [day.split()[1] for day in periods(one(text, "income", ANNUAL))] == ["1998-12-27", "1997-12-28", "1996-12-29"]


def test_a_label_that_breaks_behind_cash_flow_is_no_title() -> None:
    table = [
        ("NET INCOME", "1,000", "800"),
        ("CHANGE IN VALUE OF CASH FLOW",),
        ("  HEDGES", "50", "40"),
        ("COMPREHENSIVE INCOME", "1,050", "840"),
    ]
    text = statement("STATEMENTS OF COMPREHENSIVE INCOME", [heads("1998", "1997")], table)
    assert [each.kind for each in find(text, ANNUAL)] == ["comprehensive"]


@pytest.mark.parametrize(("above", "running"), [("PUMPWORKS 10-K", "PUMPWORKS 10-K"), ("", "FORM 10-K/A  PART II")])
def test_a_running_head_above_heads_that_come_again(above: str, running: str) -> None:
    years = heads("1998", "1997")
    pages = [statement("BALANCE SHEETS", [years], BALANCE_ROWS[:7]), "   7\n<PAGE>", f"{running:^80}", "", years, rows(BALANCE_ROWS[7:])]
    found = one("\n".join([f"{above:^80}", *pages]), "balance_sheet", ANNUAL)
    assert values(found, "Long-term debt") == ["1100000 iso4217:USD", "1200000 iso4217:USD"]


def test_a_title_over_two_lines_right_below_the_page_before() -> None:
    title = f"{'CONSOLIDATED STATEMENTS OF':^80}\n" + statement("CASH FLOWS (Unaudited)", [heads("1998", "1997")], CASHFLOW_ROWS)
    text = statement("CONSOLIDATED BALANCE SHEETS", [heads("1998", "1997")], BALANCE_ROWS) + f"{'PUMPWORKS AND PARTNERS':^80}\n" + title
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet", "cashflow"]


def test_the_date_stands_above_the_sums_alone() -> None:
    items = [("Cash", "1,200", ""), ("Receivables", "800", ""), ("Total current assets", "", "2,000"), ("Equipment", "3,000", "")]
    sums = [("Total assets", "", "5,000"), ("Payables", "900", ""), ("Notes", "1,100", ""), ("Total liabilities", "", "2,000")]
    found = one(statement("BALANCE SHEET", [heads("", "May 31, 1998")], [*items, *sums], ""), "balance_sheet")
    assert periods(found) == ["at 1998-05-31", "at 1998-05-31"]
    assert values(found, "Receivables") == ["800 iso4217:USD"]


def test_heads_of_unequal_weeks_in_paragraphs_with_tabs() -> None:
    tab = "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>"
    periods_told = [
        "Twelve Weeks Ended September 26, 1998",
        "Thirteen Weeks Ended September 27, 1997",
        "Thirty-Nine Weeks Ended September 26, 1998",
        "Forty Weeks Ended September 27, 1997",
    ]
    lines = [["", *periods_told], *([label, *figures, *figures] for label, *figures in INCOME_ROWS)]
    body = "\n".join(f"<p>{tab.join(cells)}</p>" for cells in lines)
    page = f"<html><body><p align=center><b>Consolidated Statements of Income</b></p><p>(in thousands)</p>{body}</body></html>"
    found = one(page, "income", Known(date(1998, 9, 26), (12, 31), "10-Q"), "x.htm")
    assert periods(found) == ["1998-07-05 1998-09-26", "1997-06-29 1997-09-27", "1997-12-28 1998-09-26", "1996-12-22 1997-09-27"]


def test_what_is_double_spaced_has_no_line_set_apart() -> None:
    """Below the cash at the end a line set apart would head another table."""
    table = [*CASHFLOW_ROWS, ("Net repayments of short-term",), ("    notes for the year", "71", "95"), ("Income taxes", "100", "248")]
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], table)
    found = one(text.replace("\n\n", "\n").replace("\n", "\n\n"), "cashflow", ANNUAL)
    assert values(found, "Net repayments of short-term notes for the year") == ["71000 iso4217:USD", "95000 iso4217:USD"]
    assert found.rows[-1].label == "Income taxes"


def test_what_is_double_spaced_is_set_apart_by_more_blank_lines() -> None:
    table = [*CASHFLOW_ROWS, ("",), ("Stores by region",), ("North", "71", "95"), ("South", "100", "248")]
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], table)
    spaced = "\n\n".join([line.rstrip() for line in text.split("\n")])
    assert one(spaced, "cashflow", ANNUAL).rows[-1].label == "Cash at end of year"
