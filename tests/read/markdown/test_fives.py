"""A letter S that touches a figure: the mark of a dollar or a five."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source


def _values(*rows: str) -> list[list[str]]:
    """The figures of a pipe table's rows; what is none, as the cell says it."""
    (table,) = [
        block
        for block in markdown_blocks(Source(0, "\n".join(["| | 2001 | 2000 |", "|---|---|---|", *rows]), 1))
        if isinstance(block, Table)
    ]
    return [[f"{cell.number.value}" if cell.number else cell.text for cell in row.cells if cell.left > 0] for row in table.rows[1:]]


PLAIN = "| Cost of lamps | 4,500 | 5,500 |"


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("| Capital | 624,906 | S88,201 |", ["624906", "588201"]),
        ("| Interest | 30,307 | (S0,752) |", ["30307", "-50752"]),
        ("| Proceeds | - | S04 |", ["0", "504"]),
        ("| Sales | $ 62,490 | S88,201 |", ["62490", "88201"]),
        ("| Sales | S62,490 | S88,201 |", ["62490", "88201"]),
        ("| Sales | 624,906 | S888,201 |", ["624906", "888201"]),
        ("| Sales | 62,490 | S 88,201 |", ["62490", "88201"]),
        ("| Per share | $ 3.20 | S0.58 |", ["3.20", "0.58"]),
        ("| Margin | 32% | S88,201 |", ["32", "S88,201"]),
    ],
)
def test_the_other_figures_of_the_row_tell(row: str, values: list[str]) -> None:
    assert _values(PLAIN, row, PLAIN)[1] == values


def test_alone_it_is_a_mark_where_other_rows_show_that_it_is() -> None:
    assert _values(PLAIN, "| Sales | S62,490 | S88,201 |", "| Gain | | S1,201 |")[2] == ["1201"]
    assert _values(PLAIN, PLAIN, "| Gain | | S1,201 |")[2] == ["S1,201"]
