"""Several heads in one cell."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.markdown.heads import head_levels, heads_in
from converter.read.source import Source

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


SPANS, YEARS = "Three Months Ended June 30, Six Months Ended June 30,", "2009 2008 2009 2008"
ROWS = "| | | | | |\n|---|---|---|---|---|\n| Net sales | $ 12 | $ 11 | $ 23 | $ 21 |\n| Costs | 10 | 9 | 19 | 18 |\n"


def _heads(text: str) -> list[list[tuple[str, int, int]]]:
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    return [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in table.rows[:-2]]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["a paragraph", "two"])
def test_lines_of_several_heads_above_a_table_without(gap: str) -> None:
    assert _heads(f"INCOME\n\n{SPANS}{gap}{YEARS}\n\n{ROWS}") == [
        [("Three Months Ended June 30,", 1, 3), ("Six Months Ended June 30,", 3, 5)],
        [("2009", 1, 2), ("2008", 2, 3), ("2009", 3, 4), ("2008", 4, 5)],
    ]


@pytest.mark.parametrize("years", ["2009 2008 2007", "2009 2008 2009 2008 2009"])
def test_lines_of_heads_that_do_not_come_out_even_are_none_of_the_table(years: str) -> None:
    assert _heads(f"INCOME\n\n{SPANS}\n\n{years}\n\n{ROWS}") == []
