"""Lines within the cells of one row: PyMuPDF4LLM joins the labels of a block, and the figures of each column, by ``<br>``."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

HEADS = "|Col1|1982|1981|\n|---|---|---|\n"


def rows(row: str) -> list[list[str]]:
    (table,) = (block for block in markdown_blocks(Source(0, f"{HEADS}{row}\n|Net income|60|50|\n")) if isinstance(block, Table))
    return [[cell.text for cell in each.cells] for each in table.rows[1:-1]]


@pytest.mark.parametrize("heading", ["Other income:", "**Other income:**"])
def test_a_heading_among_the_labels_takes_no_figure(heading: str) -> None:
    assert rows(f"|{heading}<br>Interest income<br>Interest expense|1,206<br>(4,118)|2,330<br>(5,206)|") == [
        ["Other income:"],
        ["Interest income", "1,206", "2,330"],
        ["Interest expense", "(4,118)", "(5,206)"],
    ]


def test_two_headings() -> None:
    found = rows("|Costs:<br>Goods<br>Labor<br>Other income:<br>Interest|7<br>8<br>9|4<br>5<br>6|")
    assert found == [["Costs:"], ["Goods", "7", "4"], ["Labor", "8", "5"], ["Other income:"], ["Interest", "9", "6"]]


@pytest.mark.parametrize(
    "row",
    [
        "|Other income<br>Interest income<br>Interest expense|1,206<br>(4,118)|2,330<br>(5,206)|",
        "|Other income:<br>Interest income<br>Interest expense<br>Rents|1,206<br>(4,118)|2,330<br>(5,206)|",
        "|Other income:<br>Interest income<br>Interest expense|1,206<br>(4,118)|2,330|",
    ],
)
def test_what_headings_do_not_explain_stays(row: str) -> None:
    """The rest of a label stands on a line of its own too."""
    assert "Interest income" not in [each[0] for each in rows(row)]
