"""Heads and captions to periods, column by column."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, balance, find, heads, line, one, periods, statement

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
QUARTER = Known(date(1998, 9, 30), (12, 31), "10-Q")


def income(
    head_lines: list[str],
    table: list[tuple[str, ...]] | None = None,
    caption: str = "(in thousands)",
    title: str = "CONSOLIDATED STATEMENTS OF INCOME",
) -> str:
    return statement(title, head_lines, table or INCOME_ROWS, caption)


def four(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(label, *figures, *figures) for label, *figures in rows]


def test_days_over_years() -> None:
    assert periods(one(balance(), "balance_sheet")) == ["at 1998-12-31", "at 1997-12-31"]


def test_whole_dates() -> None:
    assert periods(one(balance(head=("", "March 31, 2003", "June 30, 2002")), "balance_sheet")) == ["at 2003-03-31", "at 2002-06-30"]


def test_years_alone_take_the_day_of_the_caption() -> None:
    text = balance(head=("", "1998", "1997"), caption="December 31, 1998 and 1997 (in thousands)")
    assert periods(one(text, "balance_sheet")) == ["at 1998-12-31", "at 1997-12-31"]


def test_years_alone_take_the_period_end_of_the_filing() -> None:
    assert periods(one(income([heads("1998", "1997")]), "income", ANNUAL)) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


def test_columns_without_heads_take_the_captions_days_in_order() -> None:
    text = balance(head=("",), caption="December 31, 1998 and 1997 (in thousands)")
    assert periods(one(text, "balance_sheet")) == ["at 1998-12-31", "at 1997-12-31"]


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        (["June 30,", "1998", "(Unaudited)", "December 31,", "1997"], ["at 1998-06-30", "at 1997-12-31"]),
        (["June 30 and December 31", "1998, 1997"], []),
    ],
)
def test_a_caption_of_several_days_gives_none_of_them_to_another_year(caption: list[str], told: list[str]) -> None:
    """OCR puts the year on the line below: "June 30" is no day of the year before."""
    text = statement("BALANCE SHEETS", caption, BALANCE_ROWS)
    assert [each for each in periods(one(text, "balance_sheet", Known(fiscal_year_end=(12, 31)))) if each != "none"] == told


@pytest.mark.parametrize(
    ("years", "told"), [(("1998", "1997", "1996"), "1998-01-01 1998-12-31"), (("1998", "1996", "1995"), "none"), (("1998", "1997"), "none")]
)
def test_three_years_side_by_side_are_years_where_no_form_says_so(years: tuple[str, ...], told: str) -> None:
    """The statements of a scanned annual report, without its cover: the balance sheet alone tells the day. Two may be quarters."""
    table = [(*each, *each[-1:])[: len(years) + 1] if len(each) > 1 else each for each in INCOME_ROWS]
    text = balance() + "\n<PAGE>\n" + statement("STATEMENTS OF INCOME", [heads(*years)], table)
    (found,) = [each for each in find(text) if each.kind == "income"]
    assert periods(found)[0] == told


def test_a_spanning_length_over_months_and_years() -> None:
    text = income([f"{'Three Months Ended':>68}", f"{'September 30,':>66}", heads("1998", "1997")])
    assert periods(one(text, "income", QUARTER)) == ["1998-07-01 1998-09-30", "1997-07-01 1997-09-30"]


def test_two_spanning_lengths_side_by_side() -> None:
    top = f"{'':<40}{'Three Months Ended':^28}{'Nine Months Ended':^28}"
    months = f"{'':<40}{'September 30,':^28}{'September 30,':^28}"
    found = one(income([top, months, heads("1998", "1997", "1998", "1997")], four(INCOME_ROWS)), "income", QUARTER)
    assert periods(found) == ["1998-07-01 1998-09-30", "1997-07-01 1997-09-30", "1998-01-01 1998-09-30", "1997-01-01 1997-09-30"]


def test_two_lengths_in_the_caption_go_to_halves_of_the_columns() -> None:
    text = income(
        [heads("1998", "1997", "1998", "1997")],
        four(INCOME_ROWS),
        "For the three and nine months ended September 30, 1998 and 1997 (in thousands)",
    )
    assert periods(one(text, "income"))[::2] == ["1998-07-01 1998-09-30", "1998-01-01 1998-09-30"]


def test_weeks_and_both_ends_in_the_caption() -> None:
    text = income([heads("2004", "2003")], caption="For the 13 Weeks Ended July 3, 2004 and June 28, 2003 (in thousands)")
    assert periods(one(text, "income")) == ["2004-04-04 2004-07-03", "2003-03-30 2003-06-28"]


def test_fiscal_years_of_weeks_end_on_the_weekday_of_the_balance_sheet() -> None:
    sheet = balance(head=("", "September 25, 2004", "September 27, 2003"))
    text = income(
        [f"{'Fiscal Years Ended September 25,':>70}", heads("2004", "2003", "2002")], [(*each, *each[-1:]) for each in INCOME_ROWS]
    )
    found = next(each for each in find(sheet + "\n" + text, Known(date(2004, 9, 25), (9, 30), "10-K")) if each.kind == "income")
    assert periods(found) == ["2003-09-28 2004-09-25", "2002-09-29 2003-09-27", "2001-09-30 2002-09-28"]


def test_fiscal_years_of_weeks_in_the_caption_end_on_the_weekday_of_the_balance_sheet() -> None:
    sheet = balance(head=("", "September 25, 2004", "September 27, 2003"))
    text = income([], caption="For the fiscal years ended September 25, 2004 and 2003 (in thousands)")
    found = next(each for each in find(sheet + "\n" + text, Known(date(2004, 9, 25), (9, 30), "10-K")) if each.kind == "income")
    assert periods(found) == ["2003-09-28 2004-09-25", "2002-09-29 2003-09-27"]


def test_the_day_of_an_older_year_is_taken_from_the_text() -> None:
    sheet = balance(head=("", "December 27, 2008", "December 29, 2007"))
    prose = "\n".join(
        [
            "The fiscal years 2008, 2007 and 2006 ended December 27, 2008, December 29, 2007 and "
            "December 31, 2006, respectively, and the year"
        ]
        * 3
    )
    text = income([f"{'Years Ended December 27,':>66}", heads("2008", "2007", "2006")], [(*each, *each[-1:]) for each in INCOME_ROWS])
    found = next(each for each in find(f"{sheet}\n{text}\n\n{prose}\n") if each.kind == "income")
    assert [period.split()[1] for period in periods(found)] == ["2008-12-27", "2007-12-29", "2006-12-31"]


def test_years_alone_over_a_balance_sheet_end_where_the_text_says() -> None:
    said = "Fiscal 1998 and 1997 ended on January 30, 1999 and January 31, 1998, and each had fifty-two weeks.\n"
    text = balance(head=("", "1998", "1997"), caption="Fiscal Year-End (in thousands)")
    found = one(f"{text}\n\n{said}", "balance_sheet", Known(date(1999, 1, 30), (1, 31), "10-K"))
    assert periods(found) == ["at 1999-01-30", "at 1998-01-31"]


def test_years_named_for_the_year_before() -> None:
    found = one(income([heads("1997", "1996")]), "income", Known(date(1998, 1, 31), (1, 31), "10-K"))
    assert periods(found) == ["1997-02-01 1998-01-31", "1996-02-01 1997-01-31"]


@pytest.mark.parametrize(
    "columns",
    [
        [("Fiscal 1998", "Fiscal 1997"), ("(52 weeks ended", "(53 weeks ended"), ("January 30, 1999)", "January 31, 1998)")],
        [("January 30, 1999", "January 31, 1998"), ("(Fiscal 1998)", "(Fiscal 1997)")],
        [("1998", "1997"), ("(Year ended", "(Year ended"), ("Jan. 30, 1999)", "Jan. 31, 1998)")],
        [("Fiscal Year", "Fiscal Year"), ("1998 Ended", "1997 Ended"), ("1/30/99", "1/31/98")],
    ],
)
def test_a_columns_own_date_counts_and_not_the_year_that_it_is_named_for(columns: list[tuple[str, str]]) -> None:
    lines = [line("", *each, width=20) for each in columns]
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", lines, INCOME_ROWS, "(in thousands)", width=20)
    found = one(text, "income", Known(date(1999, 1, 30), (1, 30), "10-K"))
    assert [period.split()[1] for period in periods(found)] == ["1999-01-30", "1998-01-31"]


def test_dates_below_the_years_of_quarters_and_halves() -> None:
    """The quarter and the half year end on one day, of one year."""
    top = f"{'':<40}{'Second Quarter Ended':^28}{'Six Months Ended':^28}"
    years = heads("Fiscal 1999", "Fiscal 1998", "Fiscal 1999", "Fiscal 1998")
    days = [heads("Sept. 27,", "Sept. 28,", "Sept. 27,", "Sept. 28,"), heads("1998", "1997", "1998", "1997")]
    found = one(income([top, years, *days], four(INCOME_ROWS)), "income", Known(date(1998, 9, 27), (3, 31), "10-Q"))
    assert [period.split()[1] for period in periods(found)] == ["1998-09-27", "1997-09-28", "1998-09-27", "1997-09-28"]


def test_a_date_over_columns_of_several_years_is_the_newest_ones() -> None:
    text = income([f"{'Two years ended December 27, 2008':>68}", heads("2008", "2007")])
    found = one(text, "income", Known(date(2008, 12, 27), (12, 31), "10-K"))
    assert [period.split()[1] for period in periods(found)] == ["2008-12-27", "2007-12-27"]


def test_inception_to_date() -> None:
    caption = "Year ended December 31, 1997 and period from June 3, 1996 (inception) to December 31, 1996 (in thousands)"
    assert periods(one(income([heads("1997", "1996")], caption=caption), "income")) == ["1997-01-01 1997-12-31", "1996-06-03 1996-12-31"]


def test_a_cash_flow_of_a_quarter_is_year_to_date_by_habit() -> None:
    text = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], CASHFLOW_ROWS)
    assert periods(one(text, "cashflow", QUARTER)) == ["1998-01-01 1998-09-30", "1997-01-01 1997-09-30"]


def test_cash_at_both_ends_is_an_instant() -> None:
    text = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], CASHFLOW_ROWS)
    found = one(text, "cashflow", ANNUAL)
    instants = {
        each.label: (each.instant, [str(figure.period.end) for figure in each.figures if figure.period])
        for each in found.rows
        if each.instant
    }
    assert instants == {
        "Cash at beginning of year": ("start", ["1997-12-31", "1996-12-31"]),
        "Cash at end of year": ("end", ["1998-12-31", "1997-12-31"]),
    }


def test_cash_at_a_day_is_at_the_end_that_the_day_is() -> None:
    table = [*CASHFLOW_ROWS[:-2], ("Cash at January 1", "1,000", "700"), ("Cash at December 31", "1,200", "1,000")]
    found = one(statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], table), "cashflow", ANNUAL)
    assert [each.instant for each in found.rows[-2:]] == ["start", "end"]


@pytest.mark.parametrize("ends", [("At beginning of year", "At end of year"), ("Balance at January 1", "Balance at December 31")])
def test_balances_of_cash_that_do_not_name_it(ends: tuple[str, str]) -> None:
    table = [*CASHFLOW_ROWS[:-2], (ends[0], "1,000", "700"), (ends[1], "1,200", "1,000")]
    found = one(statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], table), "cashflow", ANNUAL)
    assert [each.instant for each in found.rows[-2:]] == ["start", "end"]


def test_what_cash_consists_of_follows_the_closing_balance() -> None:
    table = [*CASHFLOW_ROWS, ("Less: restricted cash", "200", "100"), ("Cash paid for interest", "80", "90")]
    found = one(statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], table), "cashflow", ANNUAL)
    assert [each.instant for each in found.rows[-2:]] == ["end", ""]


def test_a_column_of_nothing_known_says_so() -> None:
    found = one(balance(head=("", "Alpha", "Beta")), "balance_sheet")
    assert [column.period for column in found.columns] == [None, None]
    assert {column.reason for column in found.columns} == {"nothing tells the period of this column"}


@pytest.mark.parametrize("continued", ["(Continued)", "(CONT'D)", "(concluded)"])
def test_pages_of_one_statement_share_their_columns(continued: str) -> None:
    head = [heads("December 31,", "December 31,"), heads("1998", "1997")]
    text = balance().split("Current liabilities:")[0].rstrip()
    rest = statement(
        f"CONSOLIDATED BALANCE SHEETS {continued}",
        head,
        [("Accounts payable", "900", "800"), ("Long-term debt", "1,100", "1,200"), ("Total liabilities", "2,000", "2,000")],
    )
    found = one(f"{text}\n\n<PAGE>\n{rest}", "balance_sheet")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert found.rows[-1].label == "Total liabilities"


def test_the_evidence_of_a_period_is_kept() -> None:
    column = one(income([heads("1998", "1997")]), "income", ANNUAL).columns[0]
    assert column.period is not None
    assert any("period end" in each for each in column.period.evidence)
    assert line("x", "1").endswith("1")


def release(columns: list[str], caption: str = "(in thousands)", title: str = "CONSOLIDATED STATEMENTS OF INCOME") -> str:
    table = [(each[0], *(each[1:] * 3)[: len(columns)]) for each in INCOME_ROWS]
    return statement(title, [heads(*columns)], table, caption)


def test_numbered_quarters_lie_whole_quarters_before_the_newest() -> None:
    text = balance(head=("", "June 30, 2004", "June 30, 2003")) + "\n" + release(["4Q 2004", "3Q 2004", "4Q 2003", "FY 2004", "FY 2003"])
    found = next(each for each in find(text) if each.kind == "income")
    assert periods(found) == [
        "2004-04-01 2004-06-30",
        "2004-01-01 2004-03-31",
        "2003-04-01 2003-06-30",
        "2003-07-01 2004-06-30",
        "2002-07-01 2003-06-30",
    ]


def test_numbered_quarters_of_years_named_for_their_end() -> None:
    found = one(release(["Q1 2005", "Q4 2004"]), "income", Known(date(2004, 9, 30), (6, 30), "10-Q"))
    assert periods(found) == ["2004-07-01 2004-09-30", "2004-04-01 2004-06-30"]


def test_a_quarter_that_is_not_the_periods_own_anchors_nothing() -> None:
    found = one(release(["Q3 2004", "Q3 2003"]), "income", Known(date(2004, 6, 30), (12, 31), "10-Q"))
    assert periods(found) == ["2004-07-01 2004-09-30", "2003-07-01 2003-09-30"]


@pytest.mark.parametrize(
    ("columns", "caption", "known"),
    [
        (["3Q 2004", "YTD 2004"], "", Known(date(2004, 9, 30), None, "10-Q")),
        (["Quarter ended 9/30/04", "Year to date 9/30/04"], "", Known(date(2004, 9, 30), (12, 31), "10-Q")),
        (["Quarter ended 9/30/04", "Year to date 9/30/04"], "", Known(days=(date(2004, 9, 30), date(2003, 12, 31)))),
        (["Quarter ended 9/30/04", "YTD 9/30/04"], "Three and nine months ended September 30, 2004", Known()),
    ],
)
def test_a_year_to_date_is_as_long_as_something_tells(columns: list[str], caption: str, known: Known) -> None:
    table = [(label, *[f"{figure:>30}" for figure in figures]) for label, *figures in INCOME_ROWS]
    text = statement("STATEMENTS OF INCOME", [heads(*columns, width=30)], table, caption, width=30)
    assert periods(one(text, "income", known)) == ["2004-07-01 2004-09-30", "2004-01-01 2004-09-30"]


def test_a_year_to_date_that_nothing_measures_has_no_period() -> None:
    text = release(["Quarter 9/30/04", "YTD 9/30/04"])
    assert periods(one(text, "income")) == ["2004-07-01 2004-09-30", "none"]


@pytest.mark.parametrize(
    "columns",
    [
        ["January 1 to March 31, 2005", "January 1 to March 31, 2004"],
        ["1/1/05 - 3/31/05", "1/1/04 - 3/31/04"],
        ["Jan. 1, 2005 – March 31, 2005", "Jan. 1, 2004 – March 31, 2004"],
        ["Quarter ended March 31, 2005", "Prior year quarter March 31, 2004"],
    ],
)
def test_heads_that_say_both_ends(columns: list[str]) -> None:
    table = "".join(f"<tr><td>{row[0]}</td><td>{row[1]}</td><td>{row[2]}</td></tr>" for row in INCOME_ROWS)
    text = f"<html><p>Statements of Income</p><table><tr><td></td><td>{columns[0]}</td><td>{columns[1]}</td></tr>{table}</table></html>"
    assert periods(one(text, "income", None, "page.htm")) == ["2005-01-01 2005-03-31", "2004-01-01 2004-03-31"]


def test_a_run_into_another_year() -> None:
    table = "".join(f"<tr><td>{row[0]}</td><td>{row[1]}</td></tr>" for row in INCOME_ROWS)
    text = f"<html><p>Statements of Income</p><table><tr><td></td><td>October 1 through March 31, 2005</td></tr>{table}</table></html>"
    assert periods(one(text, "income", None, "page.htm")) == ["2004-10-01 2005-03-31"]


def test_this_year_and_last_year_are_no_lengths() -> None:
    text = income([heads("This Year", "Last Year")], caption="For the quarters ended March 31, 2005 and March 31, 2004")
    assert periods(one(text, "income")) == ["2005-01-01 2005-03-31", "2004-01-01 2004-03-31"]


@pytest.mark.parametrize("head", ["Cumulative since March 14, 2002 (inception)", "Inception (March 14, 2002) to June 30, 2006"])
def test_a_period_since_inception(head: str) -> None:
    table = "".join(f"<tr><td>{row[0]}</td><td>{row[1]}</td><td>{row[2]}</td></tr>" for row in INCOME_ROWS)
    text = f"<html><p>Statements of Income</p><table><tr><td></td><td>2006</td><td>{head}</td></tr>{table}</table></html>"
    found = one(text, "income", Known(date(2006, 6, 30), (6, 30), "10-K"), "page.htm")
    assert periods(found) == ["2005-07-01 2006-06-30", "2002-03-14 2006-06-30"]


def test_months_without_a_day_end_with_their_last() -> None:
    text = statement("BALANCE SHEETS", [heads("March", "December"), heads("2005", "2004")], BALANCE_ROWS)
    assert periods(one(text, "balance_sheet", Known(date(2005, 3, 31), (12, 31), "10-Q"))) == ["at 2005-03-31", "at 2004-12-31"]
    near = one(income([heads("June 2004", "June 2003")]), "income", Known(date(2004, 6, 26), (6, 30), "10-K"))
    assert periods(near)[0].endswith("2004-06-26")


def test_a_run_whose_end_is_lost_tells_no_period() -> None:
    """ "5/1/07 to" without the line below: its day is the first of a period, not the last of another."""
    text = income([heads("5/1/07 to", "5/1/08 to")])
    assert periods(one(text, "income", Known(date(2009, 4, 30), (4, 30), "10-K"))) == ["none", "none"]


def test_a_day_without_a_length_at_another_time_of_year_ends_no_interim_period() -> None:
    """Cash at the year's end, below a cash flow."""
    text = statement("STATEMENTS OF CASH FLOWS", [heads("Sep-98", "Dec-97")], CASHFLOW_ROWS)
    found = one(text, "cashflow", QUARTER)
    assert periods(found) == ["none", "none"]


@pytest.mark.parametrize("between", ["THROUGH", "to"])
def test_a_lone_column_takes_both_ends_of_the_captions_run(between: str) -> None:
    """The first report of a company."""
    table = [each[:2] for each in INCOME_ROWS]
    text = income([], table, caption=f"FOR THE PERIOD FROM JANUARY 15, 1998 (INCEPTION) {between} SEPTEMBER 30, 1998")
    assert periods(one(text, "income", QUARTER)) == ["1998-01-15 1998-09-30"]


def test_lengths_beside_numbered_quarters_end_where_these_do() -> None:
    """Of a year that ends in January of the next."""
    lengths = ["Fourth Quarter (13 weeks)", "Fall Season (26 weeks)", "Fiscal Year (52 weeks)"]
    top = f"{'':<40}" + "".join(f"{each:^28}" for each in lengths)
    table = [(label, *figures, *figures, *figures) for label, *figures in INCOME_ROWS]
    text = income([top, heads(*["2003", "2002"] * 3)], table)
    found = one(text, "income", Known(fiscal_year_end=(1, 31), form="8-K", told=date(2004, 1, 31)))
    assert [period.split()[1] for period in periods(found)] == ["2004-01-31", "2003-02-01"] * 3


def test_a_period_of_some_hundred_days() -> None:
    columns = [("For the 351 days", "For the 14 days"), ("ended", "ended"), ("December 31, 2003", "January 14, 2003")]
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", [line("", *each, width=20) for each in columns], INCOME_ROWS, width=20)
    found = one(text, "income", Known(date(2003, 12, 31), (12, 31), "10-K"))
    assert periods(found) == ["2003-01-15 2003-12-31", "2003-01-01 2003-01-14"]


def test_the_day_of_an_acquisition_makes_no_years_of_weeks() -> None:
    """Successor and predecessor beside each other: the buyout's day shares its weekday with the end of one of the years."""
    top = heads("April 8, to", "January 1, to", "Year ended", "Year ended", width=20)
    days = heads("December 31, 1998", "April 7, 1998", "December 31, 1997", "December 31, 1996", width=20)
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    page = balance() + statement("CONSOLIDATED STATEMENTS OF INCOME", [top, days], table, width=20)
    known = Known(date(1998, 12, 31), (12, 31), "10-K")
    for year in ("1997", "1996"):
        assert f"{year}-01-01 {year}-12-31" in periods(one(page, "income", known))
