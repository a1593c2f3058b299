"""Cells that hold the figures of several columns."""

from __future__ import annotations

import pytest

from converter.model import Table
from converter.read import read

_ROWS = [("Sales of lamps", "$11,203", "$9,117"), ("Cost of lamps", "8,405", "7,310"), ("Repairs", "240", "292"), ("Light", "(57)", "—")]


def _table(*cells: tuple[str, ...]) -> list[list[tuple[str, int, int]]]:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    page = f"<html><body><p>Statements</p><table>{rows}</table></body></html>"
    [table] = [block for block in read(page.encode(), "x.htm").documents[0].blocks if isinstance(block, Table)]
    return [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in table.rows]


def _typed(*figures: str) -> str:
    return "<tt>" + "".join(f"{figure:>12}" for figure in figures).replace(" ", "&nbsp;") + "</tt>"


def test_figures_parted_by_hard_blanks_stand_in_columns_of_their_own() -> None:
    heads = [("", _typed("December 31,").replace("<tt>", "<tt>&nbsp;&nbsp;&nbsp;")), ("", _typed("1998", "1997"))]
    rows = _table(*heads, *((label, _typed(*figures)) for label, *figures in _ROWS))
    assert rows[0] == [("December 31,", 1, 3)]
    assert rows[1] == [("1998", 1, 2), ("1997", 2, 3)]
    assert rows[2:] == [[(label, 0, 1), (one, 1, 2), (two, 2, 3)] for label, one, two in _ROWS]


def test_a_row_of_fewer_figures_has_them_where_others_end() -> None:
    rows = _table(*((label, _typed(*figures)) for label, *figures in _ROWS), ("Heat", _typed("", "31")), ("Rent", _typed("44", "")))
    assert rows[-2:] == [[("Heat", 0, 1), ("31", 2, 3)], [("Rent", 0, 1), ("44", 1, 2)]]


def test_columns_behind_such_a_cell_are_moved_on() -> None:
    rows = _table(*((label, _typed(*figures), "7%") for label, *figures in _ROWS))
    assert [row[-1] for row in rows] == [("7%", 3, 4)] * len(_ROWS)


def test_heads_over_equally_many_columns() -> None:
    heads = ("", "Three months&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Nine months")
    rows = _table(heads, *((label, _typed(*figures, *figures)) for label, *figures in _ROWS))
    assert rows[0] == [("Three months", 1, 3), ("Nine months", 3, 5)]


def test_single_blanks_part_figures_that_have_commas() -> None:
    rows = _table(("", "1998 1997"), *((label, " ".join(figures)) for label, *figures in _ROWS))
    assert rows[0] == [("1998", 1, 2), ("1997", 2, 3)]
    assert rows[1:] == [[(label, 0, 1), (one, 1, 2), (two, 2, 3)] for label, one, two in _ROWS]


@pytest.mark.parametrize("cell", ["41 250", "1 234 567", "12 345,5"])
def test_thousands_parted_by_blanks_are_one_figure(cell: str) -> None:
    rows = _table(("Lamps", "12 345"), ("Light", cell), ("Heat", "3 218"))
    assert [len(row) for row in rows] == [2, 2, 2]


def test_groups_that_wide_blanks_part_are_never_one_figure() -> None:
    rows = _table(("Lamps", "12,345"), ("Light", "240&nbsp;&nbsp;&nbsp;292"), ("Heat", "3,218"))
    assert rows[1][1][0] == "240 292"


def test_each_piece_knows_its_characters() -> None:
    page = "<table>" + "".join(f"<tr><td>{label}</td><td>{_typed(*figures)}</td></tr>" for label, *figures in _ROWS) + "</table>"
    [table] = read(f"<html><body>{page}</body></html>".encode(), "x.htm").documents[0].blocks
    assert isinstance(table, Table)
    places = [cell.place for cell in table.rows[0].cells[1:]]
    assert [(place.text, place.start, place.end) for place in places] == [("$11,203", 0, 7), ("$9,117", 8, 14)]


def test_lines_that_breaks_part_are_rows_and_no_columns() -> None:
    stacks = [[pair[at] for pair in _ROWS] for at in range(3)]
    columns = [[figure.replace("$", "$ ") for figure in stack] for stack in stacks[1:]]
    rows = _table(("", "1998", "1997"), tuple("<br>".join(stack) for stack in (stacks[0], *columns)))
    assert rows[1:] == [[(label, 0, 1), (one, 1, 2), (two, 2, 3)] for label, one, two in zip(stacks[0], *columns, strict=True)]
