"""Labels torn over rows of the column of labels: what goes on in them with figures is no figure of a column."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

_ABOVE = ["| Cash | 5,300 | 4,100 |", "| Loans | 2,200 | 1,900 |"]
_BELOW = ["| Other | 12 | 15 |", "| Total | 9,900 | 8,800 |"]


def _rows(*torn: str) -> list[list[tuple[str, bool]]]:
    text = "\n".join(["|  | 1998 | 1997 |", "| --- | --- | --- |", *_ABOVE, *torn, *_BELOW])
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    return [[(cell.text, cell.number is not None) for cell in row.cells] for row in table.rows[3 : 3 + len(torn)]]


_FIGURES = [("6,895", True), ("6,065", True)]


@pytest.mark.parametrize("last", ["-$7,288)", "1997)", "1997 -$7,288)", "1997-$7,288)", "1997 - $7,288)"])
def test_the_last_piece_before_the_figures(last: str) -> None:
    assert _rows("| Bonds (cost: 1998 - $6,106; | | |", f"| {last} | 6,895 | 6,065 |")[1] == [(last, False), *_FIGURES]


@pytest.mark.parametrize("piece", ["1998", "$6,106", "1998-$6,106; 1997", "604,901,479"])
def test_a_piece_alone(piece: str) -> None:
    assert _rows("| Bonds (cost: | | |", f"| {piece} | | |", "| of all) | 6,895 | 6,065 |")[1:] == [
        [(piece, False)],
        [("of all)", False), *_FIGURES],
    ]


@pytest.mark.parametrize("sums", ["6,895 6,065", "$6,895 $(65)"])
def test_figures_that_lost_their_columns_are_none_of_a_label(sums: str) -> None:
    assert [number for _, number in _rows("| Total current assets | | |", f"| {sums} | | |")[1]] == [True, True]


def test_a_figure_below_figures_is_none_of_a_label() -> None:
    assert _rows("| 604 | | |")[0] == [("604", True)]


def test_labels_above_figures_of_all_columns() -> None:
    rows = [f"| {label} | | |\n| 5,3{at}0 | 4,1{at}0 | 3{at} |" for at, label in enumerate(["Sales", "Costs", "Tax", "Net"])]
    source = Source(0, "\n".join(["| 1998 | 1997 | 1996 |", "|---|---|---|", *rows]), 1)
    (table,) = [block for block in markdown_blocks(source) if isinstance(block, Table)]
    assert [[cell.number is not None for cell in row.cells] for row in table.rows[1:]] == [[False], [True] * 3] * 4


def test_a_year_above_all_figures_may_be_a_head() -> None:
    text = "| June 30, | | |\n|---|---|---|\n| 1998 | | |\n| Cash | 5,300 | 4,100 |\n| Loans | 2,200 | 1,900 |\n"
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert table.rows[1].cells[0].number is not None
