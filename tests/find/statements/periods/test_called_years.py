"""Columns whose heads call their years: "this year", "last year", below a quarter and a year to date. Stores' and mills' quarterly reports
of the nineties head their statements so."""

from __future__ import annotations

from datetime import date

import pytest
from filings import balance, heads, income, markdown, one, periods

from converter.find.statements.periods.known import Known

KNOWN = Known(form="10-Q", period_end=date(1997, 6, 30), days=(date(1997, 6, 30), date(1996, 12, 31)))
ROWS = [
    ("Net sales", "$ 9,000", "$ 8,000", "$17,100", "$16,300"),
    ("Cost of sales", "5,000", "4,500", "9,600", "9,100"),
    ("Gross profit", "4,000", "3,500", "7,500", "7,200"),
    ("Selling expenses", "2,500", "2,300", "4,700", "4,500"),
    ("Net income", "$ 1,500", "$ 1,200", "$ 2,800", "$ 2,700"),
]
QUARTERS = ["1997-04-01 1997-06-30", "1996-04-01 1996-06-30", "1997-01-01 1997-06-30", "1996-01-01 1996-06-30"]
YEARS = heads("This Year", "Last Year", "This Year", "Last Year")
BOTH = "For the periods ended June 30, 1997 and 1996"


def _told(*head_lines: str, caption: str = "") -> list[str]:
    return periods(one(income(ROWS, list(head_lines), f"(in thousands)\n{caption}"), "income", KNOWN))


@pytest.mark.parametrize("shift", [45, 36, 28])
@pytest.mark.parametrize("lengths", ["Second Quarter         Six Months", "Current Quarter        Year to Date"])
def test_spanning_heads_stand_over_as_many_years_each(shift: int, lengths: str) -> None:
    assert _told(" " * shift + lengths, YEARS, caption=BOTH) == QUARTERS


def test_the_call_tells_the_year_whatever_the_order() -> None:
    turned = heads("Last Year", "This Year", "Last Year", "This Year")
    assert _told(" " * 48 + "Second Quarter              Six Months", turned, caption=BOTH) == [
        QUARTERS[1],
        QUARTERS[0],
        QUARTERS[3],
        QUARTERS[2],
    ]


@pytest.mark.parametrize("caption", ["Periods ended June 30, 1997", ""])
def test_one_day_or_the_period_of_the_report_is_this_years(caption: str) -> None:
    assert _told(" " * 48 + "Second Quarter              Six Months", YEARS, caption=caption) == QUARTERS


def test_heads_of_two_lines() -> None:
    lines = (heads("Current", "Prior", "Current", "Prior"), heads("Year", "Year", "Year", "Year"))
    assert _told(" " * 48 + "Second Quarter              Six Months", *lines) == QUARTERS


def test_a_grid_that_lost_how_far_its_heads_reach() -> None:
    table = markdown(("", "Current Quarter", "Year to Date", "", ""), ("", "This Year", "Last Year", "This Year", "Last Year"), *ROWS)
    found = one(f"## STATEMENTS OF INCOME\n\n(in thousands)\n\n{BOTH}\n\n{table}", "income", KNOWN, name="a.md")
    assert periods(found) == QUARTERS


def test_last_years_year_to_date_is_as_long_as_this_years() -> None:
    dated = heads("6/30/97", "6/30/96", "6/30/97", "6/30/96")
    assert _told(" " * 48 + "Current Quarter           Year to Date", dated) == QUARTERS


def test_years_to_date_side_by_side_with_one_blank_between() -> None:
    lines = [heads("Current", "Prior", "Current", "Prior"), heads("Quarter", "Quarter", "Year To Date") + " Year To Date"]
    assert _told(*lines, heads("6/30/97", "6/30/96", "6/30/97", "6/30/96")) == QUARTERS


def test_a_quarter_without_any_length_tells_no_period() -> None:
    assert _told(YEARS) == ["none"] * 4


def test_balances_of_last_year_have_their_own_day() -> None:
    found = one(balance(head=("", "This Year", "Last Year")), "balance_sheet", KNOWN)
    assert periods(found) == ["none", "none"]
