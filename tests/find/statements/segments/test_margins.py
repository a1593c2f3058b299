"""Titles at the left of a line, and at its right the company's name or the page's number: a printed annual report, typed line by line."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, heads, statement

_YEARS = [heads("1998", "1997")]


def _page(title: str, margin: str, rows: list[tuple[str, ...]]) -> str:
    return "<PAGE>\n" + statement(f"{title:<53}{margin}", _YEARS, rows, "December 31 (in thousands)")


@pytest.mark.parametrize("margin", ["Harbor Looms, Inc.", "Harbor Looms Co.", "24"])
def test_a_title_beside_a_name_or_page_number(margin: str) -> None:
    """The name ends in a full stop, like a sentence; the number in a figure, like a row or a line of contents."""
    pages = [_page("CONSOLIDATED BALANCE SHEETS", margin, BALANCE_ROWS), _page("CONSOLIDATED STATEMENTS OF INCOME", margin, INCOME_ROWS)]
    sheet, income = find("\n".join(pages))
    assert (sheet.kind, income.kind) == ("balance_sheet", "income")
    assert [column.head for column in sheet.columns] == ["1998", "1997"]


def test_in_a_list_of_contents_the_number_tells_of_another_page() -> None:
    contents = f"{'Consolidated balance sheets':<53}24\n{'Consolidated statements of income':<53}25\n{'Notes':<53}26\n"
    assert find(f"Page\n\n{contents}\n") == []


def test_a_row_at_the_top_of_a_page_is_no_title() -> None:
    """The cash flow goes on there with one figure."""
    first, second = INCOME_ROWS[:3], [("Cash flows hedged", "24"), *INCOME_ROWS[3:]]
    page = statement("CONSOLIDATED STATEMENTS OF INCOME", _YEARS, first) + "<PAGE>\n"
    page += "\n".join(f"{label:<40}" + "".join(f"{each:>14}" for each in figures) for label, *figures in second)
    [income] = find(page)
    assert len(income.rows) == len(INCOME_ROWS) + 1
