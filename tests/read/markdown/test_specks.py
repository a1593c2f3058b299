"""Marks that stand alone among figures with single blanks between: specks of dirt, pieces of the rules between columns."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.markdown.specks import without_specks
from converter.read.places import PlaceReader
from converter.read.source import Source

_CLEAN = ["Cash 1,200 1,000", "Stores 340 310", "Land 5,300 5,100", "Debt 2,400 2,600", "Taxes 710 —", "Equity 8,020 7,010"]


def _table(lines: list[str]) -> Table:
    (table,) = [block for block in markdown_blocks(Source(0, "\n".join(lines), 1)) if isinstance(block, Table)]
    return table


def _row(line: str, heads: list[str] | None = None) -> list[str]:
    """A line among clean ones: its label and its figures."""
    cells = _table([*(heads or []), *_CLEAN[:3], line, *_CLEAN[3:]]).rows[3 + len(heads or [])].cells
    return [f"{cell.number.value}" if cell.number else cell.text for cell in cells]


@pytest.mark.parametrize("mark", ["_", "|", ".", "~", "'", "-", ":"])
def test_a_mark_behind_the_last_column_is_no_figure(mark: str) -> None:
    assert _row(f"Investments 2,166 2,164 {mark}") == ["Investments", "2166", "2164"]


@pytest.mark.parametrize(
    "line",
    [
        "Investments _ 2,166 2,164",
        "Investments | 2,166 2,164",
        "Investments 2,166 . 2,164",
        "Investments 2,166 _ 2,164",
        "Investments | $ | 2,166 $ _ 2,164 ~",
        "Investments _ $ 2,166 _ $ _ 2,164",
    ],
)
def test_marks_between_columns_are_no_figures(line: str) -> None:
    assert _row(line) == ["Investments", "2166", "2164"]


@pytest.mark.parametrize(("line", "figures"), [("Loans 340 _", ["340", "0"]), ("Loans _ _", ["0", "0"]), ("Loans _ 340", ["0", "340"])])
def test_a_mark_in_the_place_of_a_column_is_a_nil(line: str, figures: list[str]) -> None:
    assert _row(line) == ["Loans", *figures]


def test_a_point_before_two_digits_may_be_the_figures() -> None:
    lines = [*_CLEAN, "Dividends $ . 30 $ . 275"]
    assert without_specks(lines) == lines


@pytest.mark.parametrize("mark", ["_", "|", "~"])
def test_heads_and_headings_have_no_nil(mark: str) -> None:
    rows = _table([f"June 30, 2009 June 30, 2008 {mark}", f"Current assets: {mark}", *_CLEAN]).rows
    assert [[cell.text for cell in row.cells] for row in rows[:2]] == [["June 30, 2009 June 30, 2008"], ["Current assets:"]]


def test_every_cell_is_told_as_the_file_has_it() -> None:
    text = "\n".join([*_CLEAN, "Loans to | others $ | 2,166 $ 2,164 ~"])
    cells = _table(text.split("\n")).rows[-1].cells
    reader = PlaceReader(text.encode())
    assert [cell.text for cell in cells] == ["Loans to others", "$ 2,166", "$ 2,164"]
    assert [cell.place.text for cell in cells] == ["Loans to | others", "$ | 2,166", "$ 2,164"]
    assert all(reader.text_at(cell.place) == cell.place.text for cell in cells)


def test_bars_between_the_cells_of_a_table_stay() -> None:
    table = _table(["Loans | 2,166 | 2,164", "Bonds | 166 | 164", "Notes | 16 | 14"])
    assert [cell.text for cell in table.rows[0].cells] == ["Loans", "2,166", "2,164"]
    assert table.geometry == "grid"
