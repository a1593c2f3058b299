"""Years of 53 and quarters of 14 weeks, told by the text."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, balance, find, heads, line, one, periods, statement

from converter.find.statements.periods.known import Known
from converter.find.statements.periods.long_periods import LongPeriods, told_long_periods
from converter.grammar.periods import Span
from converter.read import read

YEAR_END = date(2000, 9, 30)


def told(sentence: str) -> LongPeriods:
    return told_long_periods(read(f"{sentence}\n\nAnother paragraph stands here.\n".encode(), "filing.txt").documents)


@pytest.mark.parametrize(
    "sentence",
    [
        "Consequently, an additional week was added to the first quarter of fiscal 2000.",
        "The first fiscal quarter of 2000 was a 14-week period.",
        "The first quarter of the fiscal year 2000 had fourteen weeks, the others had thirteen.",
    ],
)
def test_a_quarter_of_fourteen_weeks(sentence: str) -> None:
    assert told(sentence).quarters == {(2000, 1)}


def test_two_quarters_in_one_sentence_tell_nothing() -> None:
    assert not told("The first quarter of fiscal 2000 had 14 weeks, and the first quarter of fiscal 1999 had fewer.").quarters


@pytest.mark.parametrize(
    ("sentence", "years", "days"),
    [
        ("Fiscal 2008, 2007 and 2006 consisted of 52 weeks, 52 weeks and 53 weeks, respectively.", {2006}, set()),
        ("Fiscal year 2000 was a fifty-three week year.", {2000}, set()),
        ("The year ended December 31, 2006 consisted of 53 weeks.", set(), {date(2006, 12, 31)}),
        ("The year ended January 3, 2009 had 53 weeks against 52 weeks in that ended December 29, 2007.", set(), {date(2009, 1, 3)}),
        ("The Company has a 52- or 53-week year; fiscal 2006 is one.", set(), set()),
        ("Fiscal 2005 and 2000 were years of 53 weeks each.", {2005, 2000}, set()),
        ("Fiscal 2001 is compared with fiscal 2000, a year of 53 weeks.", set(), set()),
        ("Its year is of 52 to 53 weeks, as in fiscal 2006.", set(), set()),
        ("About every six years the Company reports a 53-week year.", set(), set()),
        ("Fiscal 2006 and 2005 were compared with a year of 53 weeks and one of 52 weeks and another of 52 weeks.", set(), set()),
    ],
)
def test_a_year_of_fifty_three_weeks(sentence: str, years: set[int], days: set[date]) -> None:
    found = told(sentence)
    assert (found.years, found.days) == (years, days)


def test_the_length_of_a_year_and_of_its_quarters() -> None:
    long = LongPeriods(years=frozenset({2000}), quarters=frozenset({(2000, 1)}))
    assert long.span(YEAR_END, 12, (9, 30)) == Span(53, "week")
    assert long.span(date(2000, 1, 1), 3, (9, 30)) == Span(14, "week")
    assert long.span(date(2000, 4, 1), 3, (9, 30)) is None
    assert long.span(date(2000, 7, 1), 9, (9, 30)) == Span(40, "week")
    assert long.span(date(2000, 12, 30), 3, (9, 30)) is None
    assert long.span(date(2000, 4, 1), 6, None) is None


def test_a_year_that_ends_in_winter_may_be_called_by_two_names() -> None:
    assert LongPeriods(years=frozenset({2006})).span(date(2007, 2, 3), 12, (1, 31)) is None
    assert LongPeriods(years=frozenset({2006})).span(date(2007, 1, 3), 12, (12, 31)) == Span(53, "week")


def test_a_statement_begins_where_the_text_says() -> None:
    text = (
        balance(head=("", "December 30, 2000", "September 30, 2000"))
        + "\n"
        + statement(
            "CONSOLIDATED STATEMENTS OF INCOME",
            [f"{'Three Months Ended':>68}", heads("Dec 30, 2000", "Jan 1, 2000")],
            INCOME_ROWS,
            "(in thousands)",
        )
        + "\nNOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
        + "The Company ends its year on a Saturday. An additional week was added to the first quarter of fiscal 2000.\n"
    )
    found = next(each for each in find(text, Known(date(2000, 12, 30), (9, 30), "10-Q")) if each.kind == "income")
    assert [column.period.start for column in found.columns if column.period] == [date(2000, 10, 1), date(1999, 9, 26)]


THREE_YEARS = [(*row, row[-1]) if len(row) > 1 else row for row in INCOME_ROWS]
EQUITY = [
    ("Balance, September 26, 1998", "500", "$ 1,500", "$ 2,000"),
    ("Net income", "", "700", "700"),
    ("Balance, {}", "500", "2,200", "2,700"),
    ("Net loss", "", "(200)", "(200)"),
    ("Balance, September 30, 2000", "500", "2,000", "2,500"),
    ("Net income", "", "500", "500"),
    ("Balance, September 29, 2001", "500", "$ 2,500", "$ 3,000"),
]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("September 25, 1999", ["2000-10-01 2001-09-29", "1999-09-26 2000-09-30", "1998-09-27 1999-09-25"]),
        ("October 2, 1999", ["2000-10-01 2001-09-29", "1999-10-03 2000-09-30", "1998-09-27 1999-10-02"]),
        ("March 31, 1999", ["2000-10-01 2001-09-29", "1999-09-26 2000-09-30", "1998-09-27 1999-09-25"]),
        ("September 30, 1999", ["2000-10-01 2001-09-29", "1999-09-26 2000-09-30", "1998-09-27 1999-09-25"]),
    ],
)
def test_a_statement_of_equity_says_where_years_of_weeks_end(end: str, expected: list[str]) -> None:
    """The balance sheets do not go back so far, the heads only name years, and which year had 53 weeks is told nowhere else.
    A day that lies otherwise than the others is not believed."""
    table = [(row[0].format(end), *row[1:]) for row in EQUITY]
    income = statement("CONSOLIDATED STATEMENTS OF INCOME", [f"{'Fiscal years ended':>68}", heads("2001", "2000", "1999")], THREE_YEARS)
    over = [line("", "Common", "Retained", ""), line("", "Stock", "Earnings", "Total")]
    equity = statement("CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY", over, table)
    text = f"{balance(head=('', 'September 29, 2001', 'September 30, 2000'))}\n{income}\n{equity}"
    assert periods(one(text, "income", Known(date(2001, 9, 29), (9, 30), "10-K"))) == expected


def test_balance_sheets_behind_notes_are_believed_where_there_are_no_others() -> None:
    """An index that names the notes stands before the statements."""
    income = statement("CONSOLIDATED STATEMENTS OF INCOME", [f"{'Fiscal years ended':>68}", heads("2000", "1999")], INCOME_ROWS)
    text = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\nThey follow.\n\n" + balance(head=("", "September 30, 2000", "September 25, 1999"))
    found = one(text + "\n" + income, "income", Known(date(2000, 9, 30), (9, 30), "10-K"))
    assert periods(found) == ["1999-09-26 2000-09-30", "1998-09-27 1999-09-25"]
