"""Columns without any date take the filing's own period, where an annual report says it."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, heads, one, periods, rows

from converter.find.statements.periods.known import Known

ANNUAL = Known(period_end=date(1997, 6, 30), fiscal_year_end=(6, 30), form="10-K")
QUARTER = Known(period_end=date(1997, 9, 30), fiscal_year_end=(6, 30), form="10-Q")
YEARS = ["1996-07-01 1997-06-30", "1995-07-01 1996-06-30"]


def page(title: str, head: str, body: str) -> str:
    return "\n".join([f"{title:^72}", "(In thousands)".center(72), head, body])


@pytest.mark.parametrize("named", [("This Year", "Last Year"), ("Current", "Prior"), ("", "")])
def test_an_annual_report_dates_its_columns(named: tuple[str, str]) -> None:
    found = one(page("CONSOLIDATED STATEMENTS OF INCOME", heads(*named), rows(INCOME_ROWS)), "income", ANNUAL)
    assert periods(found) == YEARS
    evidence = found.columns[0].period.evidence if found.columns[0].period else ()
    assert any("the filing's own period ends 1997-06-30" in each for each in evidence)


def test_the_order_that_the_heads_name_counts() -> None:
    found = one(page("CONSOLIDATED STATEMENTS OF INCOME", heads("Prior Year", "Current Year"), rows(INCOME_ROWS)), "income", ANNUAL)
    assert periods(found) == YEARS[::-1]


@pytest.mark.parametrize("known", [QUARTER, Known(form="10-K")])
def test_what_may_be_a_quarter_or_a_year_to_date_stays_without_period(known: Known) -> None:
    found = find(page("CONSOLIDATED STATEMENTS OF INCOME", heads("Current", "Prior"), rows(INCOME_ROWS)), known)
    assert not any(column.period for each in found for column in each.columns)


def test_heads_that_are_no_years_stay_without_period() -> None:
    found = find(page("CONSOLIDATED STATEMENTS OF INCOME", heads("Parent", "Guarantors"), rows(INCOME_ROWS)), ANNUAL)
    assert not any(column.period for each in found for column in each.columns)


def test_a_table_without_heads_beside_dated_statements_is_another_thing() -> None:
    first = page("CONSOLIDATED BALANCE SHEETS", heads("June 30, 1997", "June 30, 1996"), rows(BALANCE_ROWS))
    second = page("CONSOLIDATED STATEMENTS OF INCOME", heads("", ""), rows(INCOME_ROWS))
    found = find(f"{first}\n\n{second}", ANNUAL)
    assert [bool(column.period) for each in found for column in each.columns] == [True, True, False, False]
