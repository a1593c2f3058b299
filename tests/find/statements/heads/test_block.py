"""Heads that OCR ran together over the columns of a table."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, find, html, markdown, one, periods, spanned

from converter.find.statements.periods.known import Known

QUARTER = Known(date(2005, 3, 31), (6, 30), "8-K")


def table(*heads: tuple[str, ...]) -> str:
    rows = [(label, *(figures or [""] * 2), *(["100"] * 3 if figures else [])) for label, *figures in INCOME_ROWS]
    return "## Statements of Operations\n\n(unaudited)\n\n" + markdown(*heads, *rows)


@pytest.mark.parametrize(
    "heads",
    [
        (
            ("", "", "**Three Months Ended Dec 31, 2004**", "", "**Nine Months Ended Mar 31, Mar 31, 2005 2004**", ""),
            ("", "Mar 31,", "", "Mar 31,", "", ""),
            ("", "2005", "", "2004", "", ""),
        ),
        (
            ("(in thousands)", "", "", "", "", "Nine Months"),
            ("", "", "Three Months Ended", "", "", "Ended"),
            ("", "Mar 31,<br>2005", "Dec 31,<br>2004", "Mar 31,<br>2004", "Mar 31,<br>2005", "Mar 31,<br>2004"),
        ),
        (("", "Mar 31, 2005", "Three Months Ended Dec 31, 2004 Mar 31, 2004", "", "Nine Months Ended Mar 31, 2005 Mar 31, 2004", ""),),
        (("", "Three Months Ended Mar 31, Dec 31, Mar 31, 2005 2004 2004", "", "", "Nine Months Ended Mar 31, Mar 31, 2005 2004", ""),),
    ],
)
def test_heads_that_ran_together(heads: tuple[tuple[str, ...], ...]) -> None:
    """Each date has its column; a length stands over any of the columns that it spans."""
    told = periods(one(table(*heads), "income", QUARTER, "page.md"))
    quarters = ["2005-01-01 2005-03-31", "2004-10-01 2004-12-31", "2004-01-01 2004-03-31"]
    assert told == [*quarters, "2004-07-01 2005-03-31", "2003-07-01 2004-03-31"]


def test_dates_that_are_too_few_tell_no_column() -> None:
    heads = ("", "Mar 31, 2005", "Three Months Ended Dec 31, 2004", "", "Nine Months Ended Mar 31, Mar 31, 2005", "")
    told = [statement for statement in find(table(heads), QUARTER, "page.md") if statement.kind == "income"]
    assert all(column.period is None for statement in told for column in statement.columns[4:])


@pytest.mark.parametrize(
    "heads", [("", "Mar 31, 2005 Jun 30, 2004", ""), ("Mar 31,", "2005 Jun 30,", "2004"), ("", "Mar 31,", "2005 Jun 30, 2004")]
)
def test_days_of_a_balance_sheet_that_ran_together(heads: tuple[str, ...]) -> None:
    text = "## Consolidated Balance Sheets\n\n" + markdown(heads, *BALANCE_ROWS)
    assert periods(one(text, "balance_sheet", QUARTER, "page.md")) == ["at 2005-03-31", "at 2004-06-30"]


def test_the_first_year_in_the_cell_of_the_labels() -> None:
    rows = [(label, *(figures or ["", ""]), "100" if figures else "") for label, *figures in CASHFLOW_ROWS]
    text = "## Statements of Cash Flows\n\n" + markdown(("Year Ended June 30 2000", "2001", "2002", ""), *rows)
    found = one(text, "cashflow", Known(date(2002, 6, 30), (6, 30), "10-K"), "page.md")
    assert [period[-10:] for period in periods(found)] == ["2000-06-30", "2001-06-30", "2002-06-30"]


def test_years_behind_one_day_in_the_cell_of_two_columns() -> None:
    rows = [(label, *(figures or ["", ""]), "100" if figures else "") for label, *figures in CASHFLOW_ROWS]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = '<tr><td></td><td colspan="2">FOR YEARS ENDED DECEMBER 31, 1997 1998</td><td>1999</td></tr>'
    text = f"## Statements of Cash Flows\n\n<table>{head}{body}</table>\n"
    known = Known(date(2000, 6, 30), (12, 31), "10-Q")
    assert [period[-10:] for period in periods(one(text, "cashflow", known, "page.md"))] == ["1997-12-31", "1998-12-31", "1999-12-31"]


def test_years_below_the_first_row() -> None:
    table = [
        ("Cash flows from operations:", "For the Six Months Ended June 30,", ""),
        CASHFLOW_ROWS[1],
        ("", "2009", "2008"),
        *CASHFLOW_ROWS[2:],
    ]
    found = one("## Statements of Cash Flows\n\n" + markdown(*table), "cashflow", Known(date(2009, 6, 30), (12, 31), "10-Q"), "page.md")
    assert periods(found) == ["2009-01-01 2009-06-30", "2008-01-01 2008-06-30"]
    assert found.rows[0].label == "Net income"


def test_years_beside_a_predecessor_are_whole_years() -> None:
    """A stub period's day says nothing of the years beside it."""
    heads = ("", "Successor April 1, 1998 to December 31, 1998", "Predecessor January 1, 1998 to March 31, 1998", "1997", "1996")
    rows = [(label, *(figures or ["", ""]), *(["100", "90"] if figures else ["", ""])) for label, *figures in INCOME_ROWS]
    found = one("# Statements of Income\n\n" + markdown(heads, *rows), "income", Known(date(1998, 12, 31), (12, 31), "10-K"), "page.md")
    assert periods(found)[2:] == ["1997-01-01 1997-12-31", "1996-01-01 1996-12-31"]


def test_years_of_a_caption_in_the_cell_of_the_labels_stay_there() -> None:
    rows = [(*each, "12.5") if len(each) > 1 else (*each, "", "", "") for each in INCOME_ROWS]
    heads = (("(in millions)", "", "", "Percent"), ("Years ended December 31, 2009 and 2008", "2009", "2008", ""))
    found = one("# Statements of Income\n\n" + markdown(*heads, *rows), "income", Known(date(2009, 12, 31), (12, 31), "10-K"), "page.md")
    assert periods(found) == ["2009-01-01 2009-12-31", "2008-01-01 2008-12-31"]


def test_one_length_does_not_span_the_same_days_twice() -> None:
    days = ["September 30, 2005", "September 30, 2004"] * 2
    rows = [("", *days)] + [(label, *(figures or ["", ""]), *(["100", "90"] if figures else ["", ""])) for label, *figures in INCOME_ROWS]
    table = html(*rows).replace("<table>", "<table>" + spanned(("", 3), ("Nine Months Ended", 2)))
    text = f"<html><p>Statements of Income</p><p>(three months ended unless otherwise headed)</p>{table}</html>"
    told = periods(one(text, "income", Known(date(2005, 9, 30), (12, 31), "10-Q"), "page.htm"))
    assert told == ["2005-07-01 2005-09-30", "2004-07-01 2004-09-30", "2005-01-01 2005-09-30", "2004-01-01 2004-09-30"]
