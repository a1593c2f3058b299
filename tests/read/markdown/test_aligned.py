"""Tables set in columns by blanks: which of them is the second half of the one before."""

from __future__ import annotations

import pytest

from converter.grammar.numbers import parse_figure
from converter.model import Cell, Place, Row, Table
from converter.read.markdown import markdown_blocks
from converter.read.markdown.aligned import straightened
from converter.read.source import Source


def _row(*cells: tuple[str, int]) -> Row:
    made = [Cell(text, right - len(text), right, Place(0, "cell", text, 1, 0, len(text)), parse_figure(text)) for text, right in cells]
    return Row(tuple(made))


def _table(right: int, *heads: Row) -> Table:
    body = [_row(("Stores", 6), (f"{n},100", right), (f"{n},200", right + 20)) for n in range(1, 5)]
    return Table((*heads, *body), "characters")


def test_a_half_without_heads_is_shifted_to_the_columns_of_the_first() -> None:
    block = straightened(_table(80), _table(50))
    assert isinstance(block, Table)
    assert {row.cells[1].right for row in block.rows} == {50}


def test_a_table_with_heads_of_its_own_keeps_its_columns() -> None:
    block = straightened(_table(80, _row(("June 28, 1998", 80), ("June 29, 1997", 100))), _table(50))
    assert isinstance(block, Table)
    assert {row.cells[1].right for row in block.rows[1:]} == {80}


def test_a_page_behind_blank_lines_has_columns_of_its_own() -> None:
    first = [
        f"{label:30}{left:>12}{right:>12}"
        for label, left, right in [("", "2009", "2008"), ("Cash", "1,574", "881"), ("Deposits", "6,554", "597")]
    ]
    second = [f"{label:40}{left:>14}{right:>14}" for label, left, right in [("Payables", "8,428", "926"), ("Debt", "60,041", "338")]]
    found = [block for block in markdown_blocks(Source(0, "\n".join([*first, "", "", *second]), 1)) if isinstance(block, Table)]
    assert len(found) == 2
    assert found[1].rows[0].cells[1].right == found[0].rows[1].cells[1].right


def test_headings_between_rows_end_no_table() -> None:
    rows = [
        "                2009      2008",
        "Cash           1,574     1,881",
        "Land           2,574     3,881",
        "LIABILITIES",
        "Current:",
        "Debt           6,554    10,597",
    ]
    found = [block for block in markdown_blocks(Source(0, "\n".join(rows), 1)) if isinstance(block, Table)]
    assert [len(table.rows) for table in found] == [6]


@pytest.mark.parametrize("speck", [" .", "'", " |", " _", "·"])
def test_specks_behind_the_last_figure(speck: str) -> None:
    rows = ["                2009      2008", f"Cash           1,574     1,881{speck}", "Debt           6,554    10,597"]
    (table,) = [block for block in markdown_blocks(Source(0, "\n".join(rows), 1)) if isinstance(block, Table)]
    assert [str(cell.number.value) for cell in table.rows[1].cells if cell.number] == ["1574", "1881"]


def test_misread_figures_are_mended_and_shown_as_printed() -> None:
    rows = [
        "                2009      2008",
        "Cash           l,574     1,88l",
        "Debt           6,554    1O,597",
        "Tolls          6,554      S 97",
    ]
    (table,) = [block for block in markdown_blocks(Source(0, "\n".join(rows), 1)) if isinstance(block, Table)]
    cells = [cell for row in table.rows[1:] for cell in row.cells if cell.number]
    assert [str(cell.number.value) for cell in cells if cell.number] == ["1574", "1881", "6554", "10597", "6554", "97"]
    assert [cell.place.text for cell in cells][:4] == ["l,574", "1,88l", "6,554", "1O,597"]


def _lines(*rows: tuple[str, ...]) -> str:
    return "\n".join(f"{label:60}" + "".join(f"{figure:>12}" for figure in figures) for label, *figures in rows)


def test_a_label_over_several_lines_ends_no_table() -> None:
    label = [
        "Income before the share of the profits and losses of the",
        "lamps, the gains on sales of lighthouses, the results of",
        "kilns and the",
    ]
    above = _lines(("Sales of lamps", "1,574", "881"), ("Cost of lamps", "554", "597"))
    below = _lines(("interests of others", "1,020", "284"), ("Interest", "20", "84"))
    text = "\n".join([above, *label, below])
    [block] = markdown_blocks(Source(0, text, 1))
    assert isinstance(block, Table)
    assert [row.cells[0].text for row in block.rows][2:5] == label


def test_running_text_between_tables_ends_the_first() -> None:
    rows = _lines(("Sales of lamps", "1,574", "881"), ("Cost of lamps", "554", "597"))
    text = "The lamps of the company are sold at the light of the moon, and nobody knows where the buyers of them take"
    blocks = markdown_blocks(Source(0, "\n".join([rows, text, text, text, rows]), 1))
    assert sum(isinstance(block, Table) for block in blocks) == 2
