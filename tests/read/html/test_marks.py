"""Marks beside figures, and signs behind them."""

from __future__ import annotations

import pytest

from converter.model import Row, Table
from converter.read import read


def _rows(*rows: str) -> tuple[Row, ...]:
    page = "".join(f"<tr>{row}</tr>" for row in rows)
    [table] = read(f"<html><body><table>{page}</table></body></html>".encode(), "x.htm").documents[0].blocks
    assert isinstance(table, Table)
    return tuple(table.rows)


def _figures(row: Row) -> list[str]:
    return [cell.text for cell in row.cells if cell.number is not None]


def _cells(*cells: str) -> str:
    return "".join(f"<td>{cell}</td>" for cell in cells)


_HEADS = "<td></td><td></td><td colspan=2>1998</td><td colspan=2>1997</td>"
_ROWS = [_cells("Lamps", "", "412", "", "390", ""), _cells("Light", "", "97", "", "88", "")]


def test_numbers_of_notes_behind_figures_and_labels_are_no_figures() -> None:
    rows = _rows(_HEADS, *_ROWS, _cells("Heat", "", "55", "(1)", "61", ""), _cells("Rent", "(2)", "20", "", "20", ""))
    assert [_figures(row) for row in rows[1:]] == [["412", "390"], ["97", "88"], ["55", "61"], ["20", "20"]]
    assert [cell.text for cell in rows[3].cells] == ["Heat", "55", "(1)", "61"]


@pytest.mark.parametrize(
    ("head", "others", "last"),
    [
        ("<td></td><td></td><td>1998</td><td>1997</td><td>1996</td>", _ROWS, _cells("Loss", "", "5", "(1)", "")),
        (_HEADS, [_cells("Lamps", "", "412", "3", "390"), _cells("Light", "", "97", "4", "88")], _cells("Loss", "", "5", "(1)", "61")),
        (_HEADS, _ROWS, _cells("Loss", "", "", "(1)", "5")),
        (_HEADS, [], _cells("Loss", "", "5", "(1)", "7")),
        (_HEADS, _ROWS, _cells("Loss", "", "$", "(1)", "7")),
        (_HEADS, [*_ROWS, _cells("Heat", "", "55", "(48)", "61")], _cells("Loss", "", "5", "(1)", "7")),
    ],
    ids=["under a head of its own", "in a column of figures", "behind nothing", "in every row", "behind a sign", "in a column with more"],
)
def test_a_small_loss_is_a_figure(head: str, others: list[str], last: str) -> None:
    assert any("(1)" in figure for figure in _figures(_rows(head, *others, last)[-1]))


@pytest.mark.parametrize(
    ("cell", "value"),
    [("11,499&nbsp; $", 11499), ("(57) $", -57), ("195&nbsp;408&nbsp;$", 195408), ("1.20$", "1.20"), ("— £", 0)],
)
def test_a_sign_behind_a_figure(cell: str, value: int | str) -> None:
    [_, figure] = _rows(_cells("Lamps", cell))[0].cells
    assert figure.number is not None
    assert str(figure.number.value) == str(value)
    assert figure.place.text == " ".join(cell.replace("&nbsp;", " ").split())


def test_a_sign_alone_or_behind_words_stays() -> None:
    assert [cell.text for cell in _rows(_cells("Amounts in $", "$", "x"))[0].cells] == ["Amounts in $", "$", "x"]


@pytest.mark.parametrize(("alt", "shown"), [("-", "-"), (" -- ", "--"), ("—", "—"), ("rule", None), ("5", None), ("", None)])
def test_an_image_of_a_dash_is_no_amount(alt: str, shown: str | None) -> None:
    cells = _rows(_cells("Lamps", f"<font><img src=x.gif alt='{alt}'></font>", "12"))[0].cells
    assert [cell.text for cell in cells if cell.number is not None] == [each for each in (shown, "12") if each]


def test_none_is_no_amount_among_the_figures_of_a_column() -> None:
    rows = _rows(
        *[_cells(label, "12,000", "none") for label in ("Lamps", "Oil", "Wicks")], _cells("Staff", "None", "none"), _cells("None", "7")
    )
    assert [(cell.number.dash, cell.place.text) for cell in rows[3].cells if cell.number is not None] == [(True, "None")]
    assert [cell.text for cell in rows[0].cells] == ["Lamps", "12,000", "none"]
    assert [cell.text for cell in rows[4].cells] == ["None", "7"]
