"""Statements of equity: balances by component and day, whatever way the statement is turned."""

from __future__ import annotations

from datetime import date

import pytest
from filings import CASHFLOW_ROWS, balance, find, heads, line, one, rows, statement

from converter.find.statements.equity import is_balance
from converter.find.statements.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEAD = [
    line("", "Common Stock", "", "", ""),
    line("", "", "", "Retained", ""),
    line("", "Shares", "Amount", "Earnings", "Total"),
]
ROWS = [
    ("Balance, January 1, 1997", "510", "$ 900", "$ 1,200", "$ 2,100"),
    ("Net income", "", "", "800", "800"),
    ("Cash dividends ($.25 per share)", "", "", "(400)", "(400)"),
    ("Balance, December 31, 1997", "510", "900", "1,600", "2,500"),
    ("Exercise of 7,300 options", "7", "100", "", "100"),
    ("Net income for the year ended",),
    ("  December 31, 1998", "", "", "1,000", "1,000"),
    ("Cash dividends ($.30 per share)", "", "", "(600)", "(600)"),
    ("Balance, December 31, 1998", "517", "$ 1,000", "$ 2,000", "$ 3,000"),
]
TITLE = "CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY"


def balances(found: Statement, column: int) -> list[tuple[str, str]]:
    return [
        (str(figure.period.end), figure.number.printed)
        for row in found.rows
        for figure in row.figures
        if figure.column == column and figure.period and not figure.ignored
    ]


def test_components_side_by_side() -> None:
    found = one(statement(TITLE, HEAD, ROWS), "equity", ANNUAL)
    assert [column.head.split()[-1] for column in found.columns] == ["Shares", "Amount", "Earnings", "Total"]
    assert balances(found, 3) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]


def test_share_counts_and_movements_are_left_out_with_a_reason() -> None:
    found = one(statement(TITLE, HEAD, ROWS), "equity", ANNUAL)
    left = {figure.reason for row in found.rows for figure in (*row.figures, *row.in_label) if figure.ignored}
    assert left == {
        "a column of share counts",
        "a movement of equity: its balances alone are read",
        "inside the label of a movement of equity",
    }
    assert all(figure.ignored or figure.period for row in found.rows for figure in row.figures)


def test_years_side_by_side() -> None:
    table = [
        ("Common stock:",),
        ("  Balance, beginning of year", "900", "900"),
        ("  Stock issued", "100", "--"),
        ("  Balance, end of year", "1,000", "900"),
        ("Retained earnings:",),
        ("  Balance at January 1", "1,600", "1,200"),
        ("  Net income", "1,000", "800"),
        ("  Dividends", "(600)", "(400)"),
        ("  Balance at December 31", "2,000", "1,600"),
        ("Total stockholders' equity", "$ 3,000", "$ 2,500"),
    ]
    found = one(statement(TITLE, [heads("1998", "1997")], table), "equity", ANNUAL)
    assert [row.instant for row in found.rows if row.figures] == ["start", "", "end", "start", "", "", "end", "end"]
    assert balances(found, 0)[-1] == ("1998-12-31", "$ 3,000")
    assert balances(found, 1)[2] == ("1996-12-31", "1,200")


def test_a_day_whose_year_begins_the_row() -> None:
    table = [("Balance at June 30,",), ("1997", "510", "900", "1,600", "2,500"), *ROWS[4:8], ("Balance at June 30,",)]
    table += [("1998", "517", "1,000", "2,000", "3,000")]
    found = one(statement(TITLE, HEAD, table), "equity", ANNUAL)
    assert balances(found, 3) == [("1997-06-30", "2,500"), ("1998-06-30", "3,000")]


def test_a_page_goes_on_in_the_order_of_the_columns_before() -> None:
    text = statement(TITLE, HEAD, ROWS[:4]) + "\n<PAGE>\n" + statement(f"{TITLE} (CONTINUED)", [], ROWS[4:])
    found = one(text, "equity", ANNUAL)
    assert len(found.columns) == 4
    assert [day for day, _ in balances(found, 3)] == ["1996-12-31", "1997-12-31", "1998-12-31"]


def test_the_other_half_of_a_wide_statement_has_columns_of_its_own() -> None:
    left = statement(
        TITLE, [heads("Common", "Retained"), heads("Stock", "Earnings")], [(row[0], *row[2:4]) for row in ROWS if len(row) > 1]
    )
    right = statement(
        f"{TITLE} (CONTINUED)", [heads("Treasury", ""), heads("Stock", "Total")], [(row[0], *row[3:]) for row in ROWS if len(row) > 1]
    )
    found = one(left + right, "equity", ANNUAL)
    assert [column.head for column in found.columns] == ["Common Stock", "Retained Earnings", "Treasury Stock", "Total"]
    assert balances(found, 3)[-1] == ("1998-12-31", "$ 3,000")


def test_a_panel_below_under_heads_of_its_own() -> None:
    """The rest of the columns stand below the first ones, under the same title: the opening balance comes again."""
    first = [each[:4] for each in ROWS]
    second = [(each[0], each[4]) if len(each) > 1 else each for each in ROWS]
    below = [line("", "Total"), line("", "Stockholders'"), line("", "Equity"), *rows(second).splitlines()]
    text = statement(TITLE, [each[:-14] for each in HEAD], first) + "\n".join(below) + "\n"
    found = one(text, "equity", ANNUAL)
    assert [column.head for column in found.columns][-1] == "Total Stockholders' Equity"
    assert balances(found, len(found.columns) - 1) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]


def test_a_title_alone_makes_no_statement_of_equity() -> None:
    table = [("Shares sold", "12", "11"), ("Shares bought", "300", "290"), ("Options", "4", "3")]
    assert find(statement(TITLE, [heads("1998", "1997")], table), ANNUAL) == []


def test_other_statements_beside_it() -> None:
    text = balance() + "\n" + statement(TITLE, HEAD, ROWS)
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet", "equity"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Balance, December 31, 2002", True),
        ("BALANCES AT JANUARY 1, 1995 (as restated)", True),
        ("Stockholders' equity, January 1, 1995", True),
        ("Balance at beginning of period", True),
        ("Net income for 1995", False),
        ("Adoption of a new standard, January 1, 2002", False),
        ("Total comprehensive income", False),
    ],
)
def test_what_says_that_a_row_is_a_balance(label: str, expected: bool) -> None:
    assert is_balance(label) == expected


def test_a_statement_of_equity_without_a_title_ends_the_cash_flow() -> None:
    table = [("Balance at July 1, 1998", "1", "2", "3", "4", "10"), ("Net income", "", "", "5", "", "5")]
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], CASHFLOW_ROWS) + "\nInterests and others\n\n" + rows(table)
    found = one(text, "cashflow", ANNUAL)
    assert len(found.columns) == 2
    assert found.rows[-1].label.startswith("Cash at end of")
