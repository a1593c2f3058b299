"""Halves of a statement that stand one below the other: each has the periods of its own heads."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, find, heads, html, line, markdown, one, periods, rows, statement

from converter.find.statements.periods.known import Known

QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
THREE = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]
SIX = ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
DAYS = heads("June 30, 1998", "June 30, 1997", width=18)
NUMERIC = heads("6/30/98", "6/30/97", width=18)
TITLE = "CONSOLIDATED STATEMENTS OF INCOME"


def over_all(text: str) -> str:
    return f"{'':<48}{text}"


def apiece(*texts: str) -> list[str]:
    return [heads(text, text, width=18) for text in texts]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([over_all("Three Months Ended"), DAYS], [over_all("Six Months Ended"), DAYS]),
        ([over_all("Three Months Ended"), DAYS], ["Six Months Ended", DAYS]),
        ([*apiece("Three Months", "Ended"), DAYS], [*apiece("Six Months", "Ended"), DAYS]),
        ([*apiece("Three", "Months", "Ended"), DAYS], [*apiece("Six", "Months", "Ended"), DAYS]),
        ([over_all("Quarter Ended"), NUMERIC], [over_all("Six Months"), NUMERIC]),
    ],
    ids=["over all", "at the margin", "over each", "folded", "figures"],
)
def test_days_in_one_row(first: list[str], second: list[str]) -> None:
    text = statement(TITLE, first, INCOME_ROWS, width=18) + "\n".join(["", *second, rows(INCOME_ROWS, 18)])
    found = one(text, "income", QUARTER)
    assert periods(found) == THREE + SIX
    assert [each.figures[0].column for each in found.rows if each.label == "Net sales"] == [0, 2]


def test_the_same_heads_on_a_further_page_are_no_half() -> None:
    head = [over_all("Three Months Ended"), DAYS]
    text = statement(TITLE, head, INCOME_ROWS[:5], width=18) + "\n".join(["<PAGE>", *head, rows(INCOME_ROWS[5:], 18)])
    assert periods(one(text, "income", QUARTER)) == THREE


@pytest.mark.parametrize("blank", ["", "\n", "\n\n\n"])
def test_captions_above_bare_years(blank: str) -> None:
    years = heads("1998", "1997", width=18)
    first = f"Three Months Ended June 30, 1998 and 1997\n{blank}{years}"
    second = f"\nSix Months Ended June 30, 1998 and 1997\n{blank}{years}"
    text = statement(TITLE, [first], INCOME_ROWS, width=18) + "\n".join([second, rows(INCOME_ROWS, 18)])
    assert periods(one(text, "income", QUARTER)) == THREE + SIX


def test_captions_before_tables_of_a_grid() -> None:
    head = ("", "1998", "1997")
    text = f"# Consolidated Statements of Income\n\nThree Months Ended June 30, 1998 and 1997\n\n{markdown(head, *INCOME_ROWS)}"
    text += f"\nSix Months Ended June 30, 1998 and 1997\n\n{markdown(head, *INCOME_ROWS)}"
    found = [each for each in find(text, QUARTER, "page.md") if each.kind == "income"]
    assert [periods(each) for each in found] == [THREE + SIX]


def test_days_in_rows_of_one_grid() -> None:
    head = ("", "June 30, 1998", "June 30, 1997")
    table = [head, *INCOME_ROWS, ("Six Months Ended", "", ""), head, *INCOME_ROWS]
    text = "# Consolidated Statements of Income\n\n" + markdown(("Three Months Ended", "", ""), *table)
    assert periods(one(text, "income", QUARTER, "page.md")) == THREE + SIX


def test_years_of_a_further_page_below_its_running_head() -> None:
    years = heads("1998", "1997", width=18)
    text = statement(TITLE, ["Six Months Ended June 30, 1998 and 1997", years], INCOME_ROWS[:5], width=18)
    text += "\n".join(["<PAGE>", "Form 10-Q for the quarter ended June 30, 1998", years, rows(INCOME_ROWS[5:], 18)])
    assert periods(one(text, "income", QUARTER)) == SIX


def test_a_label_that_names_a_day_begins_nothing() -> None:
    table = [*INCOME_ROWS[:5], ("Income tax credits, which end on June 30, 1999:",), *INCOME_ROWS[5:]]
    text = statement(TITLE, [over_all("Three Months Ended"), DAYS], table, width=18) + line("Dividends", "1", "1", width=18)
    assert periods(one(text, "income", QUARTER)) == THREE


PANELS = [("Three Months Ended June 30,",), *INCOME_ROWS, ("Six Months Ended June 30,",), *INCOME_ROWS]
NAMED = [("Second Quarter",), *INCOME_ROWS, ("First Six Months:",), *INCOME_ROWS]


@pytest.mark.parametrize("table", [PANELS, NAMED], ids=["lengths", "numbered"])
@pytest.mark.parametrize("form", ["txt", "htm", "md"])
def test_years_that_are_printed_once_stand_over_all_lengths(table: list[tuple[str, ...]], form: str) -> None:
    if form == "txt":
        text = statement(TITLE, [heads("1998", "1997")], table)
    else:
        grid = [("", "1998", "1997"), *((*each, "", "")[:3] for each in table)]
        text = f"<html><p>{TITLE}</p>{html(*grid)}</html>" if form == "htm" else f"{TITLE}\n\n{markdown(*grid)}"
    found = one(text, "income", QUARTER, f"filing.{form}")
    assert periods(found) == THREE + SIX
    assert [[figure.column for figure in each.figures] for each in found.rows if each.label == "Net sales"] == [[0, 1], [2, 3]]


def test_a_length_among_rows_that_the_heads_say_too_begins_nothing() -> None:
    table = [*INCOME_ROWS[:5], ("Three months ended June 30:",), *INCOME_ROWS[5:]]
    found = one(statement(TITLE, [over_all("Three Months Ended"), DAYS], table, width=18), "income", QUARTER)
    assert periods(found) == THREE


def test_a_heading_that_says_more_than_a_length_begins_nothing() -> None:
    table = [*INCOME_ROWS[:5], ("Dividends for the six months:",), *INCOME_ROWS[5:]]
    found = one(statement(TITLE, [over_all("Three Months Ended"), DAYS], table, width=18), "income", QUARTER)
    assert periods(found) == THREE
