"""Statements of trusts, funds and partnerships whose rows have few of the words of others'."""

from __future__ import annotations

from datetime import date

import pytest
from filings import find, heads, one, periods, statement, values

from converter.find.statements.periods.known import Known

KNOWN = Known(form="10-K", period_end=date(1998, 12, 31), days=(date(1998, 12, 31), date(1997, 12, 31)))
YEARS = [heads("1998", "1997")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("STATEMENTS OF CHANGES IN TRUST CORPUS", "Trust corpus"),
        ("STATEMENTS OF CHANGES IN NET ASSETS IN LIQUIDATION", "Net assets in liquidation"),
    ],
)
@pytest.mark.parametrize("at", [", {} of year", " at\n  {} of year"])
def test_what_a_trust_rolls_forward_is_equity(title: str, name: str, at: str) -> None:
    rows = [
        (name + at.format("beginning"), "22,500", "25,000"),
        ("Amortization", "(2,489)", "(2,500)"),
        ("Distributable income", "8,500", "7,500"),
        ("Distributions declared", "(8,500)", "(7,500)"),
        (name + at.format("end"), "20,011", "22,500"),
    ]
    lines = [(part, *(figures if last else ())) for label, *figures in rows for part, last in _parts(label)]
    found = one(statement(title, YEARS, lines), "equity", KNOWN)
    balances = [[figure.period and figure.period.end for figure in row.figures] for row in found.rows if not row.figures[0].ignored]
    assert balances == [[date(1997, 12, 31), date(1996, 12, 31)], [date(1998, 12, 31), date(1997, 12, 31)]]


def _parts(label: str) -> list[tuple[str, bool]]:
    """The lines of a label, and whether each is the last."""
    lines = label.split("\n")
    return [(part, part is lines[-1]) for part in lines]


def test_receipts_and_disbursements_are_a_cash_flow() -> None:
    rows = [
        ("Cash receipts:",),
        ("  Royalty income", "9,004", "8,006"),
        ("    Total cash receipts", "9,014", "8,015"),
        ("Cash disbursements:",),
        ("  Distributions to unitholders", "8,475", "7,500"),
        ("    Total cash disbursements", "8,990", "8,015"),
        ("Cash, end of year", "612", "588"),
    ]
    found = one(statement("STATEMENTS OF CASH RECEIPTS AND DISBURSEMENTS", YEARS, rows), "cashflow", KNOWN)
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


FUND = [
    ("Contributions receivable", "6,124", "5,883"),
    ("Investments at fair value", "200,112", "225,001"),
    ("", "206,236", "230,884"),
    ("Fund balance", "206,236", "230,884"),
]


def test_two_sides_that_balance_are_a_balance_sheet_whatever_their_words() -> None:
    found = one(statement("STATEMENTS OF FINANCIAL CONDITION", YEARS, FUND), "balance_sheet", KNOWN)
    assert values(found, "Fund balance") == ["206236000 iso4217:USD", "230884000 iso4217:USD"]


def test_two_that_do_not_are_none() -> None:
    assert find(statement("STATEMENTS OF FINANCIAL CONDITION", YEARS, [*FUND[:-1], ("Fund balance", "206,237", "230,884")]), KNOWN) == []


@pytest.mark.parametrize(
    "last", ["Net margins", "Assignable margins", "Excess of revenues over expenses", "Income for the year", "Earnings for the year"]
)
def test_an_income_statement_without_net_income_and_taxes(last: str) -> None:
    """A cooperative pays no tax, and what it earns is its members' margin."""
    rows = [
        ("Operating revenues", "88,440", "84,902"),
        ("Operating expenses:",),
        ("  Production", "28,902", "27,440"),
        ("  Distribution", "45,278", "43,889"),
        ("    Total operating", "", ""),
        ("      expenses", "74,180", "71,329"),
        ("Interest, net", "11,596", "11,518"),
        (last, "2,664", "2,055"),
        ("Patronage capital at beginning of year", "80,902", "79,118"),
        ("Patronage capital at end of year", "83,566", "81,173"),
    ]
    found = one(statement("STATEMENTS OF REVENUES AND EXPENSES", YEARS, rows), "income", KNOWN)
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]
    assert [each.instant for each in found.rows[-3:]] == ["", "start", "end"]
