"""Digits that an OCR read as letters, and commas as points, in text set in columns by blanks."""

from __future__ import annotations

import pytest

from converter.find.statements import find_statements
from converter.find.statements.periods.known import Known
from converter.model import Cell, Table
from converter.read import read

_ROWS = [
    ("Sales of lamps", "11,203", "9,117"),
    ("Cost of lamps", "(8,405)", "(7,310)"),
    ("Repairs", "1,230", "1,411"),
    ("Freight", "212", "198"),
    ("Interest", "45", "61"),
    ("Rent", "1,077", "1,043"),
    ("Wages", "2,300", "2,210"),
    ("Light", "318", "264"),
]


def _cells(*row: str) -> list[Cell]:
    """The figures of a row among well-read ones."""
    table = [*_ROWS[:4], row, *_ROWS[4:]]
    text = "\n".join(f"{label:<40}" + "".join(f"{figure:>14}" for figure in figures) for label, *figures in table)
    [block] = read(text.encode(), "x.txt").documents[0].blocks
    assert isinstance(block, Table)
    return list(block.rows[4].cells)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("l,094", 1094),
        ("1,O94", 1094),
        ("(l21)", -121),
        ("2O", 20),
        ("87l", 871),
        ("20,9l9", 20919),
        ("2O.2", 20.2),
        ("l48.9", 148.9),
        ("67.O", 67),
        ("O.34", 0.34),
        ("1,S06", 1506),
        ("$ l,094", 1094),
    ],
)
def test_letters_that_are_digits(printed: str, value: float) -> None:
    _, first, second = _cells("Trading services", printed, "1,467")
    assert first.number is not None
    assert float(first.number.value) == value
    assert first.place.text.endswith(printed.split()[-1])
    assert second.number is not None


def test_a_point_for_a_comma_among_whole_numbers() -> None:
    _, first, _ = _cells("Other assets", "12.023", "17,010")
    assert first.number is not None
    assert first.number.value == 12023
    assert first.place.text == "12.023"


@pytest.mark.parametrize("row", [("Dividends per lamp", "1.125", "1"), ("Rate", "12.023", "11.500"), ("Ratio", "2.125", "2.1")])
def test_places_behind_a_point_that_nothing_beside_them_denies(row: tuple[str, ...]) -> None:
    _, first, _ = _cells(*row)
    assert first.number is not None
    assert first.number.places == 3


def test_a_dollar_that_was_read_as_a_letter() -> None:
    _, first, second = _cells("Trading services", "$ 1,094", "S      1,467")
    assert [each.number.value if each.number else None for each in (first, second)] == [1094, 1467]


@pytest.mark.parametrize("row", [("Form 1O-K and others", "8B", "1,467"), ("Notes on lamps", "B", "1,467")])
def test_letters_that_are_letters(row: tuple[str, ...]) -> None:
    assert [cell.text for cell in _cells(*row) if cell.number is not None] == ["1,467"]


@pytest.mark.parametrize("printed", ["l,094", "2O.2", "l48.9", "1,O94", "3l2.2"])
def test_a_piece_of_a_misread_figure_is_no_figure(printed: str) -> None:
    # It ends in no column: nothing shows that it is one.
    lines = [f"{label:<40}" + "".join(f"{figure:>14}" for figure in figures) for label, *figures in _ROWS]
    odd = f"{'Trading services':<37}{printed}"
    text = "\n".join(["BALANCE SHEETS".center(68), f"{'':<40}{'1998':>14}{'1997':>14}", *lines, odd, *lines])
    statements = find_statements(read(text.encode(), "x.txt"), Known())
    told = {figure.number.printed for each in statements for row in each.rows for figure in (*row.figures, *row.in_label)}
    assert not any(piece in told for piece in ("094", "2", ".2", "48.9", "O94", "94", "2.2", "1", "3"))
