"""Heads and captions: what they say of periods; the first days of durations."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.grammar.periods import Span, first_day, is_month_end, months_before, read_head


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Three Months Ended March 31, 2003", 3),
        ("Quarter Ended", 3),
        ("Thirteen Weeks Ended", 3),
        ("12 Weeks Ended", 3),
        ("Sixteen Weeks Ended", 4),
        ("Twenty-four Weeks Ended", 6),
        ("26 Weeks", 6),
        ("Forty Weeks Ended", 9),
        ("39 Weeks", 9),
        ("Six-Month Periods", 6),
        ("Nine Months to", 9),
        ("Twelve Months Ended", 12),
        ("Fiscal Year Ended", 12),
        ("Years Ended", 12),
        ("Fifty-Two Weeks", 12),
        ("53 Weeks", 12),
        ("First Quarter 1996", 3),
        ("1Q03", 3),
        ("Q1 2003", 3),
        ("THREE FISCAL YEARS ENDED", 12),
        ("for the month ended", 1),
        ("First Half", 6),
    ],
)
def test_lengths(text: str, months: int) -> None:
    head = read_head(text)
    assert [span.months for span in head.spans] == [months]


def test_two_lengths_in_one_caption() -> None:
    assert [span.months for span in read_head("For the three and nine months ended March 31, 2003 and 2002").spans] == [3, 9]


@pytest.mark.parametrize("day", ["June 30, Six Months Ended June 30,", "Sept. 30, 6 Months Ended Sept. 30,"])
def test_the_day_before_a_length_counts_no_months(day: str) -> None:
    assert [span.months for span in read_head(f"Three Months Ended {day}").spans] == [3, 6]


def test_dates_years_and_open_days_are_told_apart() -> None:
    head = read_head("For the years ended December 31, 1998, 1997 and 1996")
    assert head.dates == (date(1998, 12, 31),)
    assert head.years == (1997, 1996)
    assert head.month_days_open == ()
    assert head.ended
    assert read_head("Year Ended May 31,").month_days_open == ((5, 31),)


def test_words_that_decide() -> None:
    since = read_head("Period from March 4, 1997 (inception) to December 31, 1998")
    assert since.since
    assert since.inception
    assert read_head("As of March 31, 2003").instant
    assert read_head("1Q03").years == (2003,)
    assert read_head("Third Quarter").quarter == 3
    assert read_head("(Unaudited)").is_empty
    assert read_head("   ").is_empty


def test_month_end_filers_start_on_the_first_of_a_month() -> None:
    assert first_day(date(2003, 3, 31), Span(3, "month")) == date(2003, 1, 1)
    assert first_day(date(2004, 2, 29), Span(12, "month")) == date(2003, 3, 1)
    assert first_day(date(1998, 2, 28), Span(6, "month")) == date(1997, 9, 1)


def test_weeks_are_counted() -> None:
    assert first_day(date(2004, 7, 3), Span(13, "week")) == date(2004, 4, 4)
    assert first_day(date(2004, 7, 3), Span(10, "day")) == date(2004, 6, 24)


def test_the_day_after_a_printed_end_comes_first() -> None:
    assert first_day(date(1998, 9, 25), Span(12, "month"), (date(1997, 9, 26),)) == date(1997, 9, 27)
    # A 52/53-week quarter that happens to end on a month's end.
    assert first_day(date(1993, 12, 31), Span(3, "month"), (date(1993, 9, 24),)) == date(1993, 9, 25)


def test_without_a_printed_end_whole_weeks_are_counted() -> None:
    assert first_day(date(1998, 9, 25), Span(12, "month")) == date(1997, 9, 27)
    assert first_day(date(1998, 6, 26), Span(9, "month")) == date(1998, 6, 26) - timedelta(days=7 * 39 - 1)


def test_a_fixed_day_of_the_month_is_kept() -> None:
    assert first_day(date(1998, 6, 15), Span(3, "month")) == date(1998, 3, 16)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from([1, 3, 6, 9, 12]))
def test_months_of_month_ends_are_whole(day: date, months: int) -> None:
    end = day.replace(day=1) - timedelta(days=1)
    before = months_before(end, months)
    assert is_month_end(before)
    assert first_day(end, Span(months, "month")).day == 1


@given(st.text(max_size=80))
def test_no_text_breaks_a_head(text: str) -> None:
    assert all(0 < span.count <= 400 for span in read_head(text).spans)


@pytest.mark.parametrize("text", ["Debt due within one year", "Amounts due after twelve months", "Due in more than five years"])
def test_a_term_is_no_length_of_a_period(text: str) -> None:
    assert read_head(text).is_empty


@pytest.mark.parametrize("text", ["YTD 2004", "Year to Date", "Fiscal Year-to-Date 2004", "y.t.d."])
def test_a_year_to_date_has_no_length_of_its_own(text: str) -> None:
    head = read_head(text)
    assert head.to_date
    assert head.spans == ()


@pytest.mark.parametrize("text", ["FY 2004", "FY04", "FY2004", "Full Year 2004"])
def test_names_of_a_fiscal_year(text: str) -> None:
    head = read_head(text)
    assert (head.spans, head.years) == ((Span(12, "month"),), (2004,))


@pytest.mark.parametrize("text", ["Fourth Quarter FY 2004", "Q4-04", "4Q2004", "4th Qtr. of the Fiscal Year 2004"])
def test_names_of_a_quarter_of_a_year(text: str) -> None:
    head = read_head(text)
    assert (head.spans, head.years, head.quarter) == ((Span(3, "month"),), (2004,), 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mar 31 97", [date(1997, 3, 31)]),
        ("Three Months Ended Dec. 31, 96", [date(1996, 12, 31)]),
        ("June 30 05 and Dec 31 04", [date(2005, 6, 30), date(2004, 12, 31)]),
        ("3.31.97", [date(1997, 3, 31)]),
        ("June 30 13 weeks", []),
        ("June 30 30", []),
        ("Note 3.31.97.2", []),
    ],
)
def test_days_with_a_short_year_over_columns(text: str, days: list[date]) -> None:
    # Typed statements of small companies: the year was taken for nothing, and another column's for it.
    assert list(read_head(text).dates) == days


@pytest.mark.parametrize(("text", "years"), [("FY 95/96", (1996,)), ("FY95-96", (1996,)), ("FY 96", (1996,)), ("FY 95/97", (1995,))])
def test_a_fiscal_year_by_both_its_years(text: str, years: tuple[int, ...]) -> None:
    assert read_head(text).years == years


@pytest.mark.parametrize(
    "text",
    [
        "Six Mos. Ended",
        "Thirteen Wks.",
        "Second Qtr",
        "Half",
        "FY",
        "For the Month Ended",
        "Thirty Days",
        "Yearly Quarter",
        "Twelve-Month Period",
    ],
)
def test_lengths_in_words_alone_pass_the_cheap_test(text: str) -> None:
    """Most texts that are asked say nothing of periods, and are told by stems of words."""
    assert not read_head(text).is_empty


@pytest.mark.parametrize(("text", "to_date"), [("Y.T.D.", True), ("YTD", True), ("Year to Date", True), ("Total", False)])
def test_the_year_to_date_passes_it_too(text: str, to_date: bool) -> None:
    assert read_head(text).to_date is to_date


def test_what_says_no_period_may_still_speak_of_an_end() -> None:
    head = read_head("Cumulative from inception to end")
    assert (head.is_empty, head.inception, head.since, head.ended) == (True, True, True, True)
