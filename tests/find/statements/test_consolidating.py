"""Filings whose only statements are consolidating: a column for each company, eliminations, the consolidated amounts. Reports of holding
companies of utilities, and of partnerships with one subsidiary."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, balance, find, heads, one, periods, statement, values

TITLE = "CONSOLIDATING BALANCE SHEET"
ROWS = [(row[0], *("9,999", "7,777", "(5,555)", row[1])) if len(row) > 1 else row for row in BALANCE_ROWS]
NAMES = ("Parent", "Subsidiary", "Eliminations")


def _page(*last: str) -> str:
    """``last``: the lines of the last column's head."""
    above = [heads("", "", "", each) for each in last[:-1]]
    return statement(TITLE, [*above, heads(*NAMES, *last[-1:])], ROWS, "December 31, 1998\n(in thousands)")


@pytest.mark.parametrize("last", [("Consolidated",), ("Total", "Consolidated")])
def test_the_consolidated_column_is_the_registrants(last: tuple[str, ...]) -> None:
    found = one(_page(*last), "balance_sheet")
    assert periods(found) == ["at 1998-12-31"]
    assert values(found, "Total assets") == ["5000000 iso4217:USD"]


def test_columns_that_no_head_calls_consolidated_tell_nothing() -> None:
    assert [values(each, "Total assets") for each in find(_page("Other"))] in ([], [[]])


@pytest.mark.parametrize("order", [1, -1])
def test_a_statement_of_its_own_goes_first(order: int) -> None:
    pages = [balance(), _page("Consolidated")]
    assert [each.title.value for each in find("\n<PAGE>\n".join(pages[::order]))] == ["CONSOLIDATED BALANCE SHEETS"]


def test_within_the_notes_it_is_no_statement() -> None:
    assert find(f"NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n{_page('Consolidated')}") == []
