"""Thousands parted by points or blanks in plain text."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.source import Source
from converter.read.text import text_blocks


def _values(rows: list[str]) -> list[list[str]]:
    text = "\n".join(["BALANCE SHEET", "", "                         2009         2008", "", *rows])
    (table,) = [block for block in text_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    found = [[f"{cell.number.value}" for cell in row.cells if cell.number] for row in table.rows if row.cells]
    return found[-len(rows) :]


def test_points_part_thousands_where_commas_part_decimals() -> None:
    rows = [
        "Sales                  $ 12.345    1.234.567",
        "Loss                    (2.111)        (15,5)",
        "Costs                    1.100        2.100",
        "Per share                 0,12        (1,05)",
    ]
    assert _values(rows) == [["12345", "1234567"], ["-2111", "-15.5"], ["1100", "2100"], ["0.12", "-1.05"]]


@pytest.mark.parametrize("other", ["1,345", "0.125", "12.25"])
def test_points_before_decimals_stay(other: str) -> None:
    rows = [
        "Sales                   12.345       11.100",
        "Costs                    1.100        2.100",
        "Taxes                   10.111        3.333",
    ]
    assert _values([*rows, f"Other                   12.345       {other}"])[0] == ["12.345", "11.100"]


def test_blanks_part_thousands_of_figures_that_a_dollar_sign_parts() -> None:
    rows = [
        "Sales        $ 1 280 067 $ 1 163 749",
        "Costs          $ 661 720   $ 621 079",
        "Loss            $ \u22127 067    $ \u22127 962",
        "Other            $ 396       $ 426",
    ]
    assert _values(rows) == [["1280067", "1163749"], ["661720", "621079"], ["-7067", "-7962"], ["396", "426"]]


def test_a_sign_that_a_blank_parts_from_its_figure() -> None:
    rows = [
        "Sales          1 280 067     1 163 749",
        "Costs           - 661 720     - 621 079",
        "Taxes             - 7 067        - 962",
        "Other               1 396         1 426",
    ]
    assert _values(rows)[1] == ["-661720", "-621079"]
