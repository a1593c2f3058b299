"""Periods whose heads say but the end: "Period to December 31, 1994*". Partnerships' and young companies' annual reports tell the first day
in a note below the statement, in another caption, or in the auditors' report."""

from __future__ import annotations

from datetime import date

import pytest
from filings import heads, line, one, periods, statement

from converter.find.statements.periods.known import Known

KNOWN = Known(form="10-K", period_end=date(1996, 12, 31), days=(date(1996, 12, 31), date(1995, 12, 31)))
ROWS = [
    ("Rental income", "$ 9,000", "$ 8,000", "$ 1,100"),
    ("Operating expenses", "6,500", "5,800", "600"),
    ("Net income", "$ 2,500", "$ 2,200", "$ 500"),
]
YEARS = ["1996-01-01 1996-12-31", "1995-01-01 1995-12-31"]
FIRST = "1994-03-03 1994-12-31"
UNTIL = [heads("Year", "Year", "Period"), heads("Ended", "Ended", "to"), heads("12/31/96", "12/31/95", "12/31/94*")]
SINCE = [heads("Year", "Year", "Inception*"), heads("Ended", "Ended", "to"), heads("12/31/96", "12/31/95", "12/31/94")]
BARE = [heads("1996", "1995", "1994*")]
DAYS = [heads("12/31/96", "12/31/95", "12/31/94*")]
BOTH = "For the years ended December 31, 1996 and 1995 and for the period"


def _told(head_lines: list[str], note: str = "", caption: str = "", text: str = "") -> list[str]:
    page = statement("STATEMENTS OF OPERATIONS", head_lines, ROWS, caption)
    return periods(one(f"{page}\n{note}\n\n{text}\n", "income", KNOWN))


@pytest.mark.parametrize("head_lines", [UNTIL, SINCE, DAYS])
@pytest.mark.parametrize(
    "note",
    [
        "* From March 3, 1994 (date of inception) to December 31, 1994.",
        "*For the period from inception (March 3, 1994) through December 31, 1994",
    ],
)
def test_a_note_below_tells_both_days(head_lines: list[str], note: str) -> None:
    assert _told(head_lines, note) == [*YEARS, FIRST]


@pytest.mark.parametrize("head_lines", [UNTIL, SINCE])
@pytest.mark.parametrize("note", ["* The Partnership commenced operations on March 3, 1994.", "* Inception was March 3, 1994"])
def test_a_note_below_tells_the_first_day(head_lines: list[str], note: str) -> None:
    assert _told(head_lines, note) == [*YEARS, FIRST]


@pytest.mark.parametrize("rest", ["from inception* to December 31, 1994", "ended December 31, 1994"])
def test_a_caption_says_that_the_period_is_no_year(rest: str) -> None:
    assert _told(BARE, "* Operations began on March 3, 1994", f"{BOTH}\n{rest}") == [*YEARS, FIRST]
    assert _told(BARE, "", f"{BOTH}\n{rest}") == [*YEARS, "none"]


@pytest.mark.parametrize(
    "caption",
    [
        "FOR EACH OF THE THREE YEARS IN THE PERIOD ENDED DECEMBER 31, 1996",
        "For each of the three years in the\nperiod ended December 31, 1996",
        "For each of the years in the three year period ended December 31, 1996",
        "FOR THE THREE-YEAR PERIOD ENDED DECEMBER 31, 1996",
        "For the years in the three-year period from January 1, 1994 through December 31, 1996",
    ],
)
def test_a_period_of_several_years_is_no_part_of_one(caption: str) -> None:
    """So auditors word it, and partnerships' captions after them: the newest year lost its period."""
    assert _told([heads("1996", "1995", "1994")], "", caption) == [*YEARS, "1994-01-01 1994-12-31"]


def test_the_first_day_of_a_run_in_the_caption_is_no_columns_own() -> None:
    assert _told([heads("1996", "1995", "1994")], "", f"{BOTH}\nfrom March 3, 1994 (inception) to December 31, 1994") == [*YEARS, FIRST]


def test_the_text_tells_it() -> None:
    text = "We have audited the statements for the period from March 3, 1994 (inception) to December 31, 1994 of the Partnership."
    assert _told(UNTIL, text=text) == [*YEARS, FIRST]


def test_what_the_text_says_of_an_acquisition_begins_no_year() -> None:
    text = "Its results for the period from March 3, 1994 (date of acquisition) to December 31, 1994 are included."
    caption = "Years ended December 31, 1996, 1995 and 1994 and the period from inception"
    assert _told(DAYS, text=text, caption=caption) == [*YEARS, "1994-01-01 1994-12-31"]
    assert _told(UNTIL, text=text) == [*YEARS, "none"]


@pytest.mark.parametrize("head_lines", [UNTIL, SINCE])
def test_nothing_tells_it(head_lines: list[str]) -> None:
    assert _told(head_lines) == [*YEARS, "none"]
    contrary = "period from March 3, 1994 (inception) to December 31, 1994.\n\nperiod from May 1, 1994 (inception) to December 31, 1994."
    assert _told(head_lines, text=contrary) == [*YEARS, "none"]


def test_a_run_since_an_inception_long_ago_is_no_years() -> None:
    rows = [(label, figures[0], figures[0]) for label, *figures in ROWS]
    page = statement("STATEMENTS OF OPERATIONS", [line("", "Year ended", "Inception to"), line("", "12/31/96", "12/31/96")], rows, "")
    text = "It has had losses for the period from March 3, 1990 (inception) to December 31, 1996."
    assert periods(one(f"{page}\n{text}\n", "income", KNOWN)) == [YEARS[0], "1990-03-03 1996-12-31"]
