"""Columns headed "combined", and what is told by no GAAP."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, html, one, periods

from converter.find.statements.part_columns import ADDED_UP
from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
YEAR, YEAR_BEFORE = "1998-01-01 1998-12-31", "1997-01-01 1997-12-31"
HALVES = ["1998-05-16 1998-12-31", "1998-01-01 1998-05-15"]


def _page(*heads: tuple[str, ...]) -> str:
    table = [(label, *[figures[at % len(figures)] for at in range(len(heads[-1]) - 1)]) for label, *figures in INCOME_ROWS]
    return f"<html><p>CONSOLIDATED STATEMENTS OF INCOME</p><p>(in thousands)</p>{html(*heads, *table)}</html>"


@pytest.mark.parametrize("words", ["Combined", "Combined (Non-GAAP)", "Non-GAAP", "Combined Year Ended December 31,"])
def test_the_column_that_is_plainly_of_the_year_goes_before_the_combined_one(words: str) -> None:
    found = one(_page(("", "1998", "1997", f"{words} 1998")), "income", ANNUAL, name="page.htm")
    assert [column.ignored for column in found.columns] == [False, False, True]
    assert periods(found) == [YEAR, YEAR_BEFORE]


def test_companies_combined_are_the_registrants() -> None:
    found = one(_page(("", "Loom Co. 1998", "Mill Co. 1998", "Combined 1998")), "income", ANNUAL, name="page.htm")
    assert [column.ignored for column in found.columns] == [True, True, False]


def test_statements_may_be_combined_in_all_years() -> None:
    assert periods(one(_page(("", "Combined 1998", "Combined 1997")), "income", ANNUAL, name="page.htm")) == [YEAR, YEAR_BEFORE]


def test_a_predecessors_and_its_successors_amounts_added_up_are_no_year_of_the_registrant() -> None:
    ended = ("", "May 16 to December 31, 1998", "January 1 to May 15, 1998", "Year ended December 31, 1998", "Year ended December 31, 1997")
    found = one(_page(("", "Successor", "Predecessor", "Combined", "Predecessor"), ended), "income", ANNUAL, name="page.htm")
    assert periods(found) == [*HALVES, YEAR_BEFORE]
    assert [column.reason for column in found.columns if column.ignored] == [ADDED_UP]


def test_a_year_beside_its_halves_is_the_registrants() -> None:
    ended = ("", "May 16 to December 31, 1998", "January 1 to May 15, 1998", "Year ended December 31, 1998")
    assert periods(one(_page(ended), "income", ANNUAL, name="page.htm")) == [*HALVES, YEAR]


def test_where_all_columns_say_that_they_are_by_no_gaap_none_does() -> None:
    found = one(_page(("", "Non-GAAP 1998", "Non-GAAP 1997")), "income", ANNUAL, name="page.htm")
    assert periods(found) == [YEAR, YEAR_BEFORE]
