"""Rows as bullets: a label, and each column's figure with its period in parentheses."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

DAYS = "(December 31, 1998); {} (December 31, 1997)"


def _row(label: str, one: str, two: str) -> str:
    return f"- {label}: {one} {DAYS.format(two)}"


@pytest.mark.parametrize(
    "label",
    [
        "Common stock - no par value; Authorized shares: 3,200; Issued shares: 1,149 (1998) and 1,137 (1997)",
        "Common stock, issued 1,149 (1998), 1,137 (1997)",
        "Lamps lit in 1998 (1997)",
    ],
)
def test_years_of_a_label_are_no_columns(label: str) -> None:
    rows = [_row("Cash", "71", "65"), _row("Debt", "90", "80"), _row(label, "719", "711"), _row("Paid-in capital", "4,636", "3,977")]
    [table] = [block for block in markdown_blocks(Source(0, "\n".join(rows) + "\n", 1)) if isinstance(block, Table)]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["December 31, 1998", "December 31, 1997"]
    assert cells[3] == [label, "719", "711"]
