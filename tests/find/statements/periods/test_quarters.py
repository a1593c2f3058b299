"""Five quarters beside the year to date, as the supplements of insurers and banks print them: no text tells the period's end."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, html, one, periods, spanned

from converter.find.statements.periods.known import Known

RELEASE = Known(form="8-K")
QUARTERS = [f"2005-{days}" for days in ("07-01 2005-09-30", "10-01 2005-12-31")]
QUARTERS += [f"2006-{days}" for days in ("01-01 2006-03-31", "04-01 2006-06-30", "07-01 2006-09-30")]
NINE_MONTHS = ["2005-01-01 2005-09-30", "2006-01-01 2006-09-30"]
YEARS = (("", 1), ("2005", 2), ("2006", 3))
DAYS = ["September 30", "December 31", "March 31", "June 30", "September 30"]


def _page(title: str, rows: list[tuple[str, ...]], ends: list[str], beside: str = "") -> str:
    columns = [*ends, *(["2005", "2006"] if beside else [])]
    table = [(label, *([figures[0].lstrip("$ ")] * len(columns) if figures else [])) for label, *figures in rows]
    over = spanned(*YEARS, *([(beside, 2)] if beside else []))
    return f"<p><b>{title}</b></p><p>(in thousands)</p>" + html(("", *columns), *table).replace("<table>", f"<table>{over}")


def _told(kind: str, *pages: str) -> list[str]:
    return periods(next(each for each in find("".join(pages), RELEASE, "page.htm") if each.kind == kind))


@pytest.mark.parametrize("form", ["{} Qtr", "{} Quarter", "{} Q"])
def test_the_year_to_date_beside_numbered_quarters_tells_their_days(form: str) -> None:
    ends = [form.format(each) for each in ("3rd", "4th", "1st", "2nd", "3rd")]
    income = _page("CONSOLIDATED STATEMENTS OF INCOME", INCOME_ROWS, ends, "Nine Months Ended September 30,")
    sheet = _page("CONSOLIDATED BALANCE SHEETS", BALANCE_ROWS, ends)
    assert _told("income", income, sheet) == [*QUARTERS, *NINE_MONTHS]
    assert _told("balance_sheet", income, sheet) == [f"at {each.split()[1]}" for each in QUARTERS]


def test_a_year_to_date_of_another_quarter_tells_nothing() -> None:
    ends = ["3rd Qtr", "4th Qtr", "1st Qtr", "2nd Qtr", "3rd Qtr"]
    income = _page("CONSOLIDATED STATEMENTS OF INCOME", INCOME_ROWS, ends, "Six Months Ended June 30,")
    assert _told("income", income)[:5] == ["none"] * 5


def test_days_a_quarter_apart_are_quarters_not_the_length_beside_them() -> None:
    income = _page("CONSOLIDATED STATEMENTS OF INCOME", INCOME_ROWS, DAYS, "Nine Months Ended September 30,")
    assert _told("income", income) == [*QUARTERS, *NINE_MONTHS]
    assert _told("income", _page("CONSOLIDATED STATEMENTS OF INCOME", INCOME_ROWS, DAYS)) == QUARTERS


def test_three_days_a_quarter_apart_may_be_years_to_date() -> None:
    page = _page("CONSOLIDATED STATEMENTS OF INCOME", INCOME_ROWS, ["", "", *DAYS[2:]])
    assert periods(one(page, "income", RELEASE, "page.htm"))[-3:] == ["none"] * 3
