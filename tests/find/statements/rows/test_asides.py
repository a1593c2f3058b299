"""What stands below a statement of income and is no part of it. Manufacturers, builders and retailers of the nineties print sales by
division, balances, backlog and cash flow below their earnings per share, without a heading that ends the statement."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, income, one, row, values

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
Row = tuple[str, ...]
NO_SHARES = INCOME_ROWS[:-2]


def told(*below: Row, above: list[Row] = INCOME_ROWS) -> Statement:
    return one(income([*above, *below]), "income", ANNUAL)


def untold(found: Statement, label: str) -> bool:
    return all(figure.unit is None and not figure.ignored for figure in row(found, label))


def ignored(found: Statement) -> list[str]:
    return [row.label for row in found.rows if row.figures and all(figure.ignored for figure in row.figures)]


@pytest.mark.parametrize("above", [INCOME_ROWS, NO_SHARES])
@pytest.mark.parametrize("heading", ["Sales by division:", "REVENUES BY PRODUCT LINE", "Net sales by geographic area"])
def test_amounts_taken_apart_once_more(heading: str, above: list[Row]) -> None:
    below: list[Row] = [(heading,), ("  Valves", "3,000", "2,500"), ("  Pumps", "1,200", "1,100")]
    assert ignored(told(*below, above=above)) == ["Valves", "Pumps"]


@pytest.mark.parametrize(
    "heading",
    [
        "Stock-based compensation is included in the following:",
        "(*) Stock-based compensation relates to the following:",
        "Includes share-based compensation as follows:",
        "Equity-based compensation:",
    ],
)
def test_how_much_of_each_cost_is_compensation_in_stock(heading: str) -> None:
    """Technology companies tell it under their earnings per share, in the labels of the costs that it is part of."""
    below: list[Row] = [(heading,), ("  Cost of sales", "11", "12"), ("  Selling expenses", "21", "22"), ("    Total", "32", "34")]
    found = told(*below)
    assert ignored(found) == ["Cost of sales", "Selling expenses", "Total"]
    assert values(found, "Cost of sales") == ["5000000 iso4217:USD", "4500000 iso4217:USD"]


@pytest.mark.parametrize(
    "label",
    [
        "Total assets",
        "Long-term debt",
        "Stockholders' equity",
        "Cash and short-term investments",
        "Free cash flow",
        "Backlog (a)",
        "System-wide sales",
    ],
)
def test_balances_and_flows_are_none_of_its_amounts(label: str) -> None:
    """Their figures stood in the columns of a year, and became facts of that year."""
    assert ignored(told((label, "$ 1,200", "$ 1,100"))) == [label]


@pytest.mark.parametrize("above", [INCOME_ROWS, NO_SHARES])
@pytest.mark.parametrize(
    "heading",
    [
        "OPERATING STATISTICS",
        "Other data:",
        "Selected Financial Data",
        "Other financial information (unaudited)",
        "Key metrics",
        "Memo:",
        "Asset quality",
        "As a percentage of net sales:",
        "EBITDA (a):",
        "Reconciliation of net income to operating income:",
        "Non-GAAP measures",
    ],
)
def test_what_a_heading_sets_beside_the_statement(heading: str, above: list[Row]) -> None:
    """Releases of truckers, producers, banks and retailers go on in the same table with what they count beside it."""
    below: list[Row] = [(heading,), ("Depreciation and amortization", "300", "250"), ("  Road:",), ("  Rents", "1,200", "1,100")]
    assert ignored(told(*below, ("Operating ratio", "93.0%", "89.9%"), above=above)) == [
        "Depreciation and amortization",
        "Rents",
        "Operating ratio",
    ]


def test_shares_and_dividends_below_other_data_are_the_statements() -> None:
    paid: Row = ("Dividends declared per share", "$ .20", "$ .10")
    assert ignored(told(("Other data:",), ("Rents", "1,200", "1,100"), paid)) == ["Rents"]
    assert ignored(told(("Other data:",), ("Rents", "1,200", "1,100"), ("Comprehensive income:",), ("Translation", "9", "8"))) == ["Rents"]
    assert ignored(told(("EBITDA",), ("Net income per share, adjusted", "$ .20", "$ .10"))) == ["Net income per share, adjusted"]


@pytest.mark.parametrize(
    "heading", ["Other comprehensive income:", "Supplemental cash flow information:", "Per share data:", "Weighted average shares:"]
)
def test_headings_of_the_statement_set_nothing_beside_it(heading: str) -> None:
    assert not ignored(told((heading,), ("Rents", "1,200", "1,100")))


def test_what_is_called_so_above_comes_again() -> None:
    """The interest on long-term debt, in the second of two panels."""
    panel: list[Row] = [("Interest expense:",), ("  Long-term debt", "120", "110"), ("  Deposits", "80", "70"), *INCOME_ROWS]
    assert not ignored(told(*panel, above=panel))


@pytest.mark.parametrize("label", ["Homes closed", "Stores open at year end", "Average sales price", "Gross margin (b)"])
def test_counts_and_prices_below_a_net_income_without_amounts_per_share(label: str) -> None:
    figures = ("155.8", "145.9") if "price" in label or "margin" in label else ("1,402", "1,380")
    assert untold(told((label, *figures), above=NO_SHARES), label)


@pytest.mark.parametrize(
    "below",
    [
        [("Average rates:",), ("  Loans", "8.10", "7.90")],
        [("Average exchange rate", "1.6810", "1.7340")],
        [("Debt to equity", ".45", ".50")],
        [("Net interest margin", "4.12", "4.02")],
        [("Average price per ton", "$ 17.60", "$ 16.90")],
    ],
)
def test_rates_and_prices_below_amounts_per_share_are_none_of_them(below: list[Row]) -> None:
    assert untold(told(*below), below[-1][0].strip())


def test_what_rates_change_is_money() -> None:
    table: list[Row] = [
        ("Net income", "1,000", "800"),
        ("Effect of exchange rates", "1,200", "1,100"),
        ("Comprehensive income", "2,200", "1,900"),
    ]
    assert values(told(*table), "Effect of exchange rates") == ["1200000 iso4217:USD", "1100000 iso4217:USD"]
