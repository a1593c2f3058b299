"""Heads that say their days in figures, from a day to a day; over several rows; one blank apart."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, WIDTH, heads, one, periods, statement

from converter.find.statements.periods.known import Known

QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
THREE = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]
SIX = ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
YEARS = ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]
TWICE = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
TITLE = "CONSOLIDATED STATEMENTS OF INCOME"


@pytest.mark.parametrize("to", ["-", " - ", "–", " — ", " to ", " through ", " thru "])
@pytest.mark.parametrize("year", ["98", "1998"])
def test_ranges_in_figures(to: str, year: str) -> None:
    told = [f"{begin}/{day}{to}06/30/{day}" for begin in ("04/01", "01/01") for day in (year, year[:-1] + "7")]
    text = statement(TITLE, [heads(*told, width=36)], TWICE, width=36)
    assert periods(one(text, "income", QUARTER)) == THREE + SIX


def test_ranges_in_figures_over_two_lines() -> None:
    lines = [heads("04/01/98-", "04/01/97-", width=18), heads("06/30/98", "06/30/97", width=18)]
    assert periods(one(statement(TITLE, lines, INCOME_ROWS, width=18), "income", QUARTER)) == THREE


def test_a_range_whose_end_is_lost_tells_no_period() -> None:
    lines = [heads("04/01/98-", "04/01/97-", width=18)]
    assert periods(one(statement(TITLE, lines, INCOME_ROWS, width=18), "income", QUARTER)) == ["none", "none"]


@pytest.mark.parametrize(
    "lines",
    [
        [("December", "December"), ("31 1998", "31 1997")],
        [("December", "December"), ("31", "31"), ("1998", "1997")],
        [("31", "31"), ("December", "December"), ("1998", "1997")],
        [("31 December", "31 December"), ("1998", "1997")],
    ],
    ids=["day and year", "month first", "day first", "day and month"],
)
@pytest.mark.parametrize("kind", ["income", "balance_sheet"])
def test_days_over_several_rows(lines: list[tuple[str, ...]], kind: str) -> None:
    over = [heads("Year ended", "Year ended", width=18)] if kind == "income" else []
    title, table = (TITLE, INCOME_ROWS) if kind == "income" else ("CONSOLIDATED BALANCE SHEETS", BALANCE_ROWS)
    text = statement(title, [*over, *(heads(*each, width=18) for each in lines)], table, width=18)
    assert periods(one(text, kind, ANNUAL)) == (YEARS if kind == "income" else ["at 1998-12-31", "at 1997-12-31"])


def test_amounts_below_a_label_are_no_days() -> None:
    table = [("Due from December clubs",), ("", "31", "30"), *BALANCE_ROWS[1:]]
    text = statement("CONSOLIDATED BALANCE SHEETS", [heads("12/31/98", "12/31/97")], table)
    amounts = [str(figure.number.value) for each in one(text, "balance_sheet", ANNUAL).rows for figure in each.figures]
    assert amounts[:2] == ["31", "30"]


@pytest.mark.parametrize(
    "days", ["June 30, '98 June 30, '97", "30 June 1998 30 June 1997", "6/30/98 6/30/97", "'98 '97", "4/1/98-6/30/98 4/1/97-6/30/97"]
)
def test_days_one_blank_apart(days: str) -> None:
    lines = [f"{'Three months ended June 30,':>80}", f"{'':<{WIDTH + 20}}{days}"]
    assert periods(one(statement(TITLE, lines, INCOME_ROWS, width=22), "income", QUARTER)) == THREE


def test_groups_of_days_one_blank_apart() -> None:
    days = "June 30, '98 June 30, '97"
    lines = [f"{'':<{WIDTH + 4}}{'Three Months Ended':^25}   {'Six Months Ended':^25}", f"{'':<{WIDTH + 4}}{days}   {days}"]
    text = statement(TITLE, lines, TWICE, width=14)
    assert periods(one(text, "income", QUARTER)) == THREE + SIX
