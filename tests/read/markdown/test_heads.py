"""Several heads in one cell."""

from __future__ import annotations

import pytest

from converter.read.markdown.heads import head_levels, heads_in

CASES = {
    "2009 2008 2007": ["2009", "2008", "2007"],
    "April 24, 2010 January 30, 2010 April 25, 2009": ["April 24, 2010", "January 30, 2010", "April 25, 2009"],
    "Three Months Ended March 31, Nine Months Ended March 31,": ["Three Months Ended March 31,", "Nine Months Ended March 31,"],
    "For the Quarter Ended June 30, For the Six Months Ended June 30,": [
        "For the Quarter Ended June 30,",
        "For the Six Months Ended June 30,",
    ],
    "March 31, December 31,": ["March 31,", "December 31,"],
    "June 30, 2002 (Unaudited) December 31, 2001": ["June 30, 2002 (Unaudited)", "December 31, 2001"],
    "6/30/96 12/31/95": ["6/30/96", "12/31/95"],
    "Three Months Ended March 31,": [],
    "December 31, 2001 and 2000": [],
    "Net income": [],
}


@pytest.mark.parametrize(("text", "heads"), CASES.items())
def test_heads(text: str, heads: list[str]) -> None:
    assert [text[first:last] for first, last in heads_in(text)] == heads


LEVELS = {
    "Years Ended December 31, 2009 2008 2007": [["Years Ended December 31,"], ["2009", "2008", "2007"]],
    "THREE MONTHS ENDED June 26, June 28, 2004 2003": [["THREE MONTHS ENDED"], ["June 26,", "June 28,"], ["2004", "2003"]],
    "Three Months Ended Nine Months Ended 2009 2008 2009 2008": [
        ["Three Months Ended", "Nine Months Ended"],
        ["2009", "2008", "2009", "2008"],
    ],
    "Three Months Ended June 30, Six Months Ended June 30, 2009 2008 2009 2008": [
        ["Three Months Ended June 30,", "Six Months Ended June 30,"],
        ["2009", "2008", "2009", "2008"],
    ],
    "December 31, 2001 2000": [["December 31,"], ["2001", "2000"]],
    "2001 2000": [],
    "for 2009 and 2008": [],
    "Sales 2009 2008": [],
}


@pytest.mark.parametrize(("text", "levels"), LEVELS.items())
def test_rows_of_heads_run_together(text: str, levels: list[list[str]]) -> None:
    assert [[text[first:last] for first, last in level] for level in head_levels(text)] == levels
