"""Dates, whole and in pieces."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.grammar.dates import day_of, find_dates, find_month_days, find_years, full_year, month_number, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 31, 2003", date(2003, 3, 31)),
        ("MARCH 31st, 1996", date(1996, 3, 31)),
        ("September 25,1998", date(1998, 9, 25)),
        ("September24, 1993", date(1993, 9, 24)),
        ("Mar 31,2007", date(2007, 3, 31)),
        ("Sept. 30, '96", date(1996, 9, 30)),
        ("31 March 2003", date(2003, 3, 31)),
        ("9/30/96", date(1996, 9, 30)),
        ("09-30-1996", date(1996, 9, 30)),
        ("DEC-31-1995", date(1995, 12, 31)),
        ("2003-03-31", date(2003, 3, 31)),
        ("the 1st of May 1997", date(1997, 5, 1)),
        ("30-Jun-09", date(2009, 6, 30)),
        ("31-Dec-1998", date(1998, 12, 31)),
        ("31.12.2004", date(2004, 12, 31)),
        ("31/12/2004", date(2004, 12, 31)),
        ("12.31.1997", date(1997, 12, 31)),
        ("December, 31 1997", date(1997, 12, 31)),
        ("February 29, 1997", date(1997, 2, 28)),
    ],
)
def test_forms_of_a_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["February 30, 1997", "13/31/96", "1.2.2004.5", "31.13.2004", "3-June 30", "Marching 31, 1996", "1996", "31, 1996", "June", ""]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_all_dates_of_a_text_in_order_with_their_places() -> None:
    text = "As of March 31, 2003 and June 30, 2002"
    assert [(found.day, text[found.start : found.end]) for found in find_dates(text)] == [
        (date(2003, 3, 31), "March 31, 2003"),
        (date(2002, 6, 30), "June 30, 2002"),
    ]


@pytest.mark.parametrize(
    "text",
    ["1/1/09-12/31/09", "01/01/2009-12/31/2009", "1/1/09 -12/31/09", "1/1/09- 12/31/09", "1/1/09–12/31/09", "1/1/09 to 12/31/09"],
)
def test_both_days_of_a_range(text: str) -> None:
    assert [found.day for found in find_dates(text)] == [date(2009, 1, 1), date(2009, 12, 31)]


@pytest.mark.parametrize("text", ["12/31/09-K", "12/31/09-08", "1-1/2/03", "01-01-09-12-31-09", "A-1/2/03"])
def test_dashes_of_other_numbers(text: str) -> None:
    assert find_dates(text) == []


def test_a_month_and_day_without_a_year() -> None:
    assert [(found.month, found.day) for found in find_month_days("Year Ended May 31,")] == [(5, 31)]
    assert [(found.month, found.day) for found in find_month_days("at 6/30")] == [(6, 30)]


def test_years_that_stand_alone() -> None:
    assert [found.year for found in find_years("1998 1997 '96 and $1,995 or 2,003")] == [1998, 1997, 1996]


def test_short_years_turn_at_fifty() -> None:
    assert (full_year("'96"), full_year("07"), full_year("50"), full_year("1999")) == (1996, 2007, 1950, 1999)


def test_months_by_name() -> None:
    assert (month_number("Sept"), month_number("december")) == (9, 12)


def test_days_that_do_not_exist() -> None:
    assert day_of(1997, 2, 29) == date(1997, 2, 28)
    assert day_of(1997, 4, 31) is None
    assert day_of(1997, 13, 1) is None


_STYLES = ["%B %d, %Y", "%b. %d, %Y", "%B %d,%Y", "%m/%d/%Y", "%d %B %Y", "%Y-%m-%d", "%b-%d-%Y"]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(_STYLES), st.booleans())
def test_a_printed_date_is_read_back(day: date, style: str, upper: bool) -> None:
    printed = day.strftime(style)
    assert parse_date(printed.upper() if upper else printed) == day


def test_years_that_end_in_the_next() -> None:
    text = "2004-05 1999/00 2004-07 2003 1995/1996 1993-1996"
    assert [found.year for found in find_years(text)] == [2005, 2000, 2004, 2003, 1996, 1993]


@pytest.mark.parametrize(
    ("text", "years"), [("Sep-04", [2004]), ("Three Months Ended Dec-98", [1998]), ("Sep-04-98", []), ("10-04", []), ("Corsep-04", [])]
)
def test_a_month_as_spreadsheets_write_it_says_its_year(text: str, years: list[int]) -> None:
    assert [found.year for found in find_years(text)] == years
