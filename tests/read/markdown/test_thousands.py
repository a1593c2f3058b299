"""Thousands parted by blanks in cells."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source


def _values(rows: list[str]) -> list[list[str]]:
    (table,) = [
        block for block in markdown_blocks(Source(0, "\n".join(["| a | b | c |", "|---|---|---|", *rows]), 1)) if isinstance(block, Table)
    ]
    return [[f"{cell.number.value}" for cell in row.cells if cell.number] for row in table.rows[1:]]


@pytest.mark.parametrize("blank", [" ", "\u2009", "\xa0"])
def test_blanks_part_thousands(blank: str) -> None:
    rows = ["| Sales | $ 12 345 | 1 234 567 |", "| Loss | (2 111) | 15 |", "| Per share | 0.12 | 1 002.50 |"]
    assert _values([_with(row, blank) for row in rows]) == [
        ["12345", "1234567"],
        ["-2111", "15"],
        ["0.12", "1002.50"],
    ]


def _with(row: str, blank: str) -> str:
    """Blanks between digits as ``blank``."""
    return "".join(blank if c == " " and row[i - 1].isdigit() and row[i + 1].isdigit() else c for i, c in enumerate(row))


def test_signs_around_parted_thousands() -> None:
    rows = [
        "| Sales | 12 345 | 1 234 567 |",
        "| Loss | ( 2 111 ) | \u22121 015 |",
        "| Credit | 1 002 CR | -1 000 |",
        "| Cost | ( 326 ) | ( 21 ) |",
    ]
    assert _values(rows) == [["12345", "1234567"], ["-2111", "-1015"], ["-1002", "-1000"], ["-326", "-21"]]


@pytest.mark.parametrize("other", ["12,345", "12345", "12 34"])
def test_a_table_that_prints_thousands_otherwise_has_figures_side_by_side(other: str) -> None:
    rows = ["| Sales | 12 345 | |", "| Costs | 11 234 | |", "| Taxes | 10 111 | |", f"| Other | {other} | 7 |"]
    assert _values(rows)[0] == ["12", "345"]


def test_thousands_within_marks_of_latex() -> None:
    rows = [r"Sales & $\$1 943$ & $\$2 238$ \\", r"Costs & $639$ & $699$ \\", r"\textbf{Total} & \textbf{1 560} & \mathbf{1 683} \\"]
    text = "\n".join([r"\begin{tabular}{lrr}", r" & 1998 & 1997 \\", *rows, r"\end{tabular}"])
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert [[f"{cell.number.value}" for cell in row.cells if cell.number] for row in table.rows[1:]] == [
        ["1943", "2238"],
        ["639", "699"],
        ["1560", "1683"],
    ]


def test_years_are_no_other_thousands() -> None:
    text = "| | 2009 | 2008 |\n|---|---|---|\n| Sales | 1 235 | 1 073 |\n| Costs | (1 111) | 15 |\n"
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert [f"{cell.number.value}" for cell in table.rows[1].cells if cell.number] == ["1235", "1073"]


def test_misread_and_marked_figures_with_parted_thousands() -> None:
    rows = [
        "| Sales | l 235 | 1 O73 |",
        "| Costs | {1 111) | 15 |",
        "| Taxes | 1 300(a) | 2 400<sup>1</sup> |",
        "| Other | 9 999 | 1 234 567 |",
    ]
    assert _values(rows) == [["1235", "1073"], ["-1111", "15"], ["1300", "2400"], ["9999", "1234567"]]


def test_figures_side_by_side_with_parted_thousands() -> None:
    rows = [
        "| Sales | 1 235 | 1 073 |",
        "| Costs | (1 111) 15 | |",
        "| Taxes | $ 1 300 $ 2 400 | |",
        "| Debts | (25) 2 400 | |",
        *(f"| Other | {n} 999 | 1 234 567 |" for n in range(1, 9)),
    ]
    assert _values(rows)[:4] == [["1235", "1073"], ["-1111", "15"], ["1300", "2400"], ["-25", "2400"]]


def test_points_part_thousands_where_commas_part_decimals() -> None:
    rows = ["| Sales | $ 12.345 | 1.234.567 |", "| Loss | (2.111,5) | 15 |", "| Costs | 1.100 | 2.100 |", "| Per share | 0,12 | (1,05) |"]
    assert _values(rows) == [["12345", "1234567"], ["-2111.5", "15"], ["1100", "2100"], ["0.12", "-1.05"]]


@pytest.mark.parametrize("other", ["1,345", "0.125", "12.25"])
def test_points_before_decimals_stay(other: str) -> None:
    rows = ["| Sales | 12.345 | |", "| Costs | 1.100 | 2.100 |", "| Taxes | 10.111 | |", f"| Other | {other} | |"]
    assert _values(rows)[0] == ["12.345"]


def test_blanks_part_figures_where_commas_part_thousands() -> None:
    rows = ["| Sales | 1,235 1,073 |", "| Costs | 1,111 950 |", *["| Taxes | 162 184 |"] * 3, "| Other | 2,400 7 |"]
    assert _values(rows) == [["1235", "1073"], ["1111", "950"], *[["162", "184"]] * 3, ["2400", "7"]]
