"""Amounts "rounded to the nearest thousand dollars": in thousands, or in full with their zeros."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, find, heads, statement


@pytest.mark.parametrize(("zeros", "power"), [("", 3), (",000", 0)])
def test_amounts_rounded_to_thousands(zeros: str, power: int) -> None:
    """A self-storage partnership says so in the caption of each statement."""
    rows = [(label, *(figure + zeros for figure in figures)) for label, *figures in BALANCE_ROWS]
    page = statement("BALANCE SHEETS", [heads("1998", "1997")], rows, "(rounded to the nearest thousand dollars)")
    [sheet] = find(page)
    assert {each.scale for row in sheet.rows for each in row.figures} == {power}
