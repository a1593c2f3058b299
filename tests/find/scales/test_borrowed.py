"""Statements that state no scale beside others that do. Small companies' reports have a balance sheet in full dollars beside an income
statement that says "(in thousands)", or the other way round: it was read a thousandfold."""

from __future__ import annotations

import pytest
from filings import statement
from silent import COVER, PAGE, YEARS, powers, stated

from converter.model import Stated

TITLES = {
    "balance": "CONSOLIDATED BALANCE SHEETS",
    "income": "CONSOLIDATED STATEMENTS OF INCOME",
    "cash": "CONSOLIDATED STATEMENTS OF CASH FLOWS",
}
ROWS = {
    "balance": [
        ("Cash", "1,203,412", "1,000,911"),
        ("Property and equipment", "3,819,707", "3,506,701"),
        ("Total assets", "5,023,119", "4,507,612"),
        ("Long-term debt", "2,011,889", "2,007,612"),
        ("Common stock", "500,000", "500,000"),
        ("Retained earnings", "2,511,230", "2,000,000"),
        ("Total liabilities and equity", "5,023,119", "4,507,612"),
    ],
    "income": [
        ("Net sales", "9,004,171", "8,006,023"),
        ("Cost of sales", "5,009,202", "4,507,100"),
        ("Selling expenses", "3,483,739", "3,044,146"),
        ("Net income", "511,230", "454,777"),
    ],
    "cash": [
        ("Net income", "511,230", "454,777"),
        ("Net cash provided by operating activities", "811,106", "705,102"),
        ("Purchases of equipment", "(500,000)", "(450,000)"),
        ("Repayment of debt", "(108,605)", "(104,191)"),
        ("Net increase in cash", "202,501", "150,911"),
        ("Cash at beginning of year", "1,000,911", "850,000"),
        ("Cash at end of year", "1,203,412", "1,000,911"),
    ],
}


def _in_thousands(text: str) -> str:
    value = round(int(text.strip("()").replace(",", "")), -3) // 1000
    return f"({value:,})" if text.startswith("(") else f"{value:,}"


def _found(full: str, *thousands: str, caption: str = "") -> Stated:
    """A filing with statements in full, one of them, and others in thousands that say so."""
    pages = {full: statement(TITLES[full], YEARS, ROWS[full], caption)}
    for name in thousands:
        rows = [(label, *map(_in_thousands, figures)) for label, *figures in ROWS[name]]
        pages[name] = statement(TITLES[name], YEARS, rows, "(in thousands)")
    return stated(COVER + PAGE.join(["", *(pages[name] for name in TITLES if name in pages)]))


@pytest.mark.parametrize(
    ("full", "others"),
    [
        ("balance", ("income", "cash")),
        ("balance", ("income",)),
        ("income", ("balance", "cash")),
        ("income", ("balance",)),
        ("cash", ("balance", "income")),
    ],
)
def test_amounts_that_statements_share_prove_the_scale(full: str, others: tuple[str, ...]) -> None:
    found = _found(full, *others)
    assert powers(found) == {0, 3}
    assert {each.rows[0].figures[0].scale for each in found.statements if each.borrowed == 0} == {0}
    assert [each.code for each in found.findings if each.code != "find.statement-missing"] == ["find.scale-proven"]


def test_words_of_its_own_count() -> None:
    found = _found("balance", "income", "cash", caption="(in dollars)")
    assert powers(found) == {0, 3}
    assert [each.code for each in found.findings if each.code != "find.statement-missing"] == []


def test_a_statement_with_the_amounts_of_the_others_borrows_their_scale() -> None:
    short = {name: [(label, *map(_in_thousands, figures)) for label, *figures in rows] for name, rows in ROWS.items()}
    pages = [
        statement(TITLES[name], YEARS, short[name], "" if name == "income" else "(in thousands)") for name in ("balance", "income", "cash")
    ]
    assert powers(stated(COVER + PAGE.join(["", *pages]))) == {3}


def test_where_nothing_proves_it_amounts_too_large_stay_unmapped() -> None:
    # No net income that the retained earnings grow by, no cash at the end; total assets of 5,023 million beside sales of 9.
    others = [(label, "2,611,230" if label.startswith("Retained") else figure, rest) for label, figure, rest in ROWS["balance"]]
    income = [(label, *map(_in_thousands, figures)) for label, *figures in ROWS["income"]]
    pages = [statement(TITLES["balance"], YEARS, others, ""), statement(TITLES["income"], YEARS, income, "(in thousands)")]
    found = stated(COVER + PAGE.join(["", *pages]))
    assert [{figure.scale for row in each.rows for figure in row.figures} for each in found.statements] == [{None}, {3}]
    assert [each.code for each in found.findings if each.code != "find.statement-missing"] == ["find.scale-contradicted"]
