"""Tables as outlines: rows as items of lists and as lines in bold."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source


def rows(text: str) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells] for block in markdown_blocks(Source(0, text)) if isinstance(block, Table) for row in block.rows
    ]


OUTLINE = """\
**CURRENT ASSETS:**
- Cash and cash equivalents: $803,400 | $593,558
- Inventories, net:
  - Finished products: 509,724 | 514,495

**Total current assets: 4,506,225 | 5,377,881**

- Other assets (Note 3): 142 | –
- Marketable securities: 524

**TOTAL ASSETS** 6,783,753 | 7,828,625
"""


def test_items_and_lines_in_bold_are_rows() -> None:
    """A row of fewer figures keeps them in its label: nothing tells their columns."""
    told = rows(OUTLINE)
    assert told == [
        ["Cash and cash equivalents", "$803,400", "$593,558"],
        ["Inventories, net:"],
        ["Finished products", "509,724", "514,495"],
        ["Total current assets", "4,506,225", "5,377,881"],
        ["Other assets (Note 3)", "142", "–"],
        ["Marketable securities: 524"],
        ["TOTAL ASSETS", "6,783,753", "7,828,625"],
    ]


def test_a_sum_without_a_label() -> None:
    told = rows("- Cash: $803 | $593\n- Debt: 7 | 5\n- : $810 | $598\n- : 4\n- Loans: 5 | 6\n")
    assert told == [["Cash", "$803", "$593"], ["Debt", "7", "5"], ["$810", "$598"]]


@pytest.mark.parametrize("mark", [" | ", " / ", " — ", "; ", ", "])
def test_what_parts_figures(mark: str) -> None:
    text = "".join(
        f"- {label}: {mark.join(figures)}\n"
        for label, *figures in (("Net sales", "$1,234", "$1,100"), ("Loss", "(5)", "-64"), ("A b", "1", "2"))
    )
    assert rows(text) == [["Net sales", "$1,234", "$1,100"], ["Loss", "(5)", "-64"], ["A b", "1", "2"]]


@pytest.mark.parametrize("nil", ["-0-", "$ —", "$--", "nil", "N/A", "–"])
def test_nil_marks(nil: str) -> None:
    assert rows(f"- Preferred stock: {nil} | {nil}\n- Common stock: 5 | 5\n")[0] == ["Preferred stock", nil, nil]


def test_rows_of_one_figure_say_nothing_of_columns() -> None:
    text = "- A b: 1 | 2\n" + "".join(f"- Item {letter}: 5\n" for letter in "cdef") + "- G h: 3 | 4\n"
    assert rows(text)[1:5] == [[f"Item {letter}: 5"] for letter in "cdef"]


def test_rows_in_pipes_between_go_with_them() -> None:
    text = (
        "**OPERATING INCOME** 797 | 714\n\n| INTEREST EXPENSE | 137 | 140 |\n| OTHER EXPENSE, NET | 1 | 5 |\n\n**NET INCOME** 404 | 350\n"
    )
    assert rows(text) == [
        ["OPERATING INCOME", "797", "714"],
        ["INTEREST EXPENSE", "137", "140"],
        ["OTHER EXPENSE, NET", "1", "5"],
        ["NET INCOME", "404", "350"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- Commission file number: 1-1234\n- I.R.S. number: 39-1382325\n- Telephone: 414 343 4680\n",
        "- Sales rose to 5, 6\n\nAs we said.\n\n- Costs: 3 | 4\n",
        "**Note 1:** See page 5; 6\n",
    ],
)
def test_lists_of_other_things_are_no_tables(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in markdown_blocks(Source(0, text)))


def test_a_title_ends_the_outline() -> None:
    told = list(markdown_blocks(Source(0, OUTLINE + "\n**STATEMENTS OF INCOME**\n(in thousands)\n\n" + OUTLINE)))
    assert sum(isinstance(block, Table) for block in told) == 2
    assert any(isinstance(block, Paragraph) and "STATEMENTS OF INCOME" in block.text for block in told)
