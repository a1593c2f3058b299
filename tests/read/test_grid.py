"""Pieces of figures, stacked cells, rules."""

from __future__ import annotations

import pytest

from converter.model import Row
from converter.read.grid import RawCell, RowMarks, grid_row, grid_rows, is_figure_piece


def raw(*pieces: tuple[int, str]) -> list[RawCell]:
    return [RawCell(text, left, left + 1) for left, text in pieces]


def shown(row: Row) -> list[tuple[str, int, int, str | None]]:
    return [(cell.text, cell.left, cell.right, None if cell.number is None else str(cell.number.value)) for cell in row.cells]


@pytest.mark.parametrize(
    ("pieces", "cells"),
    [
        ([(0, "Cash"), (1, "$"), (2, "1,234")], [("Cash", 0, 1, None), ("$1,234", 1, 3, "1234")]),
        ([(1, "$"), (4, "1,234")], [("$1,234", 1, 5, "1234")]),
        ([(1, "$"), (2, "("), (3, "5"), (4, ")")], [("$(5)", 1, 5, "-5")]),
        ([(1, "$("), (2, "5"), (3, ")%")], [("$(5)%", 1, 4, "-5")]),
        ([(1, "(5"), (2, ")"), (3, "%")], [("(5)%", 1, 4, "-5")]),
        ([(1, "(367"), (2, ") (4)"), (3, "(126"), (4, ")")], [("(367) (4)", 1, 3, "-367"), ("(126)", 3, 5, "-126")]),
        ([(1, "5"), (2, ")")], [("5)", 1, 3, "-5")]),
        ([(1, "5"), (4, ")")], [("5", 1, 2, "5"), (")", 4, 5, None)]),
        ([(1, "$"), (2, "—"), (3, "12"), (4, "%")], [("$—", 1, 3, "0"), ("12%", 3, 5, "12")]),
        ([(1, "$"), (2, "n.m."), (3, "7")], [("$", 1, 2, None), ("n.m.", 2, 3, None), ("7", 3, 4, "7")]),
        ([(0, "Total"), (5, "$")], [("Total", 0, 1, None), ("$", 5, 6, None)]),
        ([(0, "Net sales (1)"), (1, "(4)")], [("Net sales (1)", 0, 1, None), ("(4)", 1, 2, "-4")]),
        ([(1, "1"), (3, "3")], [("1", 1, 2, "1"), ("3", 3, 4, "3")]),
        ([(0, "Cash"), (1, "CHF"), (2, "1,234")], [("Cash", 0, 1, None), ("CHF1,234", 1, 3, "1234")]),
        ([(0, "Yen"), (1, "1,234")], [("Yen", 0, 1, None), ("1,234", 1, 2, "1234")]),
    ],
)
def test_pieces_of_a_figure(pieces: list[tuple[int, str]], cells: list[tuple[str, int, int, str | None]]) -> None:
    assert shown(grid_row(raw(*pieces), 0)) == cells


def test_a_figure_keeps_the_place_of_its_digits() -> None:
    cells = [RawCell("$", 1, 2, path="/a"), RawCell("(1,234", 2, 3, path="/b", bold=True), RawCell(")", 3, 4, path="/c")]
    cell = grid_row(cells, 7).cells[0]
    assert (cell.place.document, cell.place.kind, cell.place.text, cell.place.path) == (7, "cell", "(1,234", "/b")
    assert cell.bold


def test_what_is_printed_differs_from_what_is_meant() -> None:
    cell = grid_row([RawCell("$5", 0, 1, printed="\\$5")], 0).cells[0]
    assert (cell.text, cell.place.text) == ("$5", "\\$5")


@pytest.mark.parametrize("text", ["-----", "=====", "______", "- - - -", "==", "———"])
def test_rules(text: str) -> None:
    assert grid_row(raw((1, text), (2, text)), 0).rule
    assert not grid_row(raw((0, "Total"), (2, text)), 0).rule


def test_nil_marks_are_no_rules() -> None:
    row = grid_row(raw((1, "-"), (2, "--")), 0)
    assert not row.rule
    assert [str(cell.number and cell.number.value) for cell in row.cells] == ["0", "0"]


def test_a_column_of_figures_in_one_cell() -> None:
    rows = grid_rows(raw((0, "A\nB\n\nTotal"), (1, "1\n(2)\n---\n(1)"), (2, "$4\n5\n\n9")), 0, RowMarks(page_break=True))
    assert [row.rule for row in rows] == [False, False, True, False]
    assert [row.page_break for row in rows] == [True, False, False, False]
    assert shown(rows[1]) == [("B", 0, 1, None), ("(2)", 1, 2, "-2"), ("5", 2, 3, "5")]
    assert shown(rows[3]) == [("Total", 0, 1, None), ("(1)", 1, 2, "-1"), ("9", 2, 3, "9")]


def test_stacked_figures_have_places_of_their_own() -> None:
    cell = RawCell("1\n22", 1, 2, path="/td", printed="1\n22", spans=((0, 1), (1, 3)))
    rows = grid_rows([cell], 0)
    assert [(row.cells[0].place.start, row.cells[0].place.end, row.cells[0].place.text) for row in rows] == [(0, 1, "1"), (1, 3, "22")]


def test_breaks_in_labels_and_heads_part_nothing() -> None:
    rows = grid_rows(raw((0, "Three Months\nEnded"), (1, "June 30,\n1998")), 0)
    assert [cell.text for row in rows for cell in row.cells] == ["Three Months Ended", "June 30, 1998"]


def test_more_label_lines_than_figures_go_to_the_last_row() -> None:
    rows = grid_rows(raw((0, "A\nB\nC"), (1, "1\n2")), 0)
    assert [row.cells[0].text for row in rows] == ["A", "B C"]


def test_figure_pieces() -> None:
    assert all(map(is_figure_piece, ["$", ")", "%", "1,234", "--", "("]))
    assert not any(map(is_figure_piece, ["Total", "1998 and 1997"]))
