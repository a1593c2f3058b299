"""What the lines right above a title say of it: a holding company's page of its own statements, outside the notes."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, balance, find, heads, statement

_YEARS = [heads("1998", "1997")]
_OWN = balance("BALANCE SHEETS").replace("5,000", "7,000")
_PARENTS = f"{'HARBOR LOOMS, INC. (PARENT COMPANY ONLY)':^80}\n" + balance("CONDENSED BALANCE SHEETS")
_NAMED = f"{'HARBOR LOOMS, INC.':^80}\n\n"


@pytest.mark.parametrize("pages", [(_PARENTS, _NAMED + _OWN), (_NAMED + _OWN, _PARENTS)])
def test_a_parents_balance_sheet_on_a_page_of_its_own(pages: tuple[str, str]) -> None:
    """The name's full stop kept the parenthesis from being read, and the first sheet was told."""
    [sheet] = find("<PAGE>\n" + "\n<PAGE>\n".join(pages))
    assert sheet.title.value == "BALANCE SHEETS"


def test_the_parents_next_statement_on_that_page() -> None:
    flows = statement("CONDENSED STATEMENTS OF CASH FLOWS", _YEARS, CASHFLOW_ROWS)
    sheet = statement("BALANCE SHEETS", _YEARS, BALANCE_ROWS)
    assert [each.title.value for each in find(f"<PAGE>\n{_PARENTS}\n{flows}\n<PAGE>\n{_NAMED}{sheet}")] == ["BALANCE SHEETS"]
    own = flows.replace("CONDENSED", "CONSOLIDATED")
    assert [each.kind for each in find(f"<PAGE>\n{_PARENTS}\n{own}\n<PAGE>\n{_NAMED}{sheet}")] == ["cashflow", "balance_sheet"]
