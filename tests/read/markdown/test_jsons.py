"""JSON that holds the heads of the columns beside the rows."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

HEADS = ["", "Twelve Weeks Ended March 28, 1998", "Thirteen Weeks Ended April 3, 1997"]
ONE_LINE = """{"columns": ["", "Twelve Weeks Ended March 28, 1998", "Thirteen Weeks Ended April 3, 1997"],
 "rows": [
  ["Revenues:", null, null],
  ["Sales of lamps", "$11,203", "$9,117"]]}"""
OPEN = """{
  "header": [
    "",
    "Twelve Weeks Ended March 28, 1998",
    "Thirteen Weeks Ended April 3, 1997"
  ],
  "data": [
    ["Revenues:", null, null],
    ["Sales of lamps", "$11,203", "$9,117"]
  ]
}"""
SPLIT = """{"columns": ["", "Twelve Weeks Ended March 28, 1998", "Thirteen Weeks Ended April 3, 1997"], "index": [0, 1],
 "data": [["Revenues:", "", ""], ["Sales of lamps", "$11,203", "$9,117"]]}"""


@pytest.mark.parametrize("text", [ONE_LINE, OPEN, SPLIT], ids=["one line", "open", "split"])
@pytest.mark.parametrize("fence", ["", "```json\n"])
def test_heads_beside_rows(text: str, fence: str) -> None:
    blocks = markdown_blocks(Source(0, f"# Statements\n\n{fence}{text}\n{fence[:3]}\n", 1))
    [table] = [block for block in blocks if isinstance(block, Table)]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [HEADS[1:], ["Revenues:"], ["Sales of lamps", "$11,203", "$9,117"]]
    assert [cell.left for cell in table.rows[0].cells] == [1, 2]


def test_an_object_without_heads_is_no_table() -> None:
    blocks = markdown_blocks(Source(0, '{"name": "The Lamp Company",\n "form": "10-K"}\n', 1))
    assert not any(isinstance(block, Table) for block in blocks)
