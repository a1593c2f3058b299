"""Figures misread and figures side by side."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.markdown.figures import figure, figures_in, trailing_figures
from converter.read.source import Source

MENDED = {
    "l,234": "1234",
    "1O,5OO": "10500",
    "S3.68": "3.68",
    "S 20,634": "20634",
    "$. 12,000": "12000",
    "$. 245": "245",
    "$. (5.38)": "-5.38",
    "$. 58": "0.58",
    "4, 081,330,923": "4081330923",
    "1 ,234": "1234",
    "1.335.562": "1335562",
    "81,659)": "-81659",
    "(2,383": "-2383",
    "Ψ 1,909": "1909",
    "§ (1,909)": "-1909",
    "3 .37": "3.37",
    "'1,234": "1234",
    "1,234.": "1234",
    "- -": "0",
    "_": "0",
}


@pytest.mark.parametrize(("text", "value"), MENDED.items())
def test_mended(text: str, value: str) -> None:
    number = figure(text)
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize("text", ["SOLO", "lO", "Il", "B", "1,2,3", "12l4x", "Note 3", "l", "O", "10-K", "", "12,34,56"])
def test_doubtful_is_none(text: str) -> None:
    assert figure(text) is None


def test_ghost_mark_is_kept() -> None:
    number = figure("Ψ 1,909")
    assert number is not None
    assert number.currency == "Ψ"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1,859.7 1,745.4 1,507.1", ["1,859.7", "1,745.4", "1,507.1"]),
        ("$ 850,036 $ 452,776", ["$ 850,036", "$ 452,776"]),
        ("1.72 $ .93", ["1.72", "$ .93"]),
        ("(13) (1) (2.5)", ["(13)", "(1)", "(2.5)"]),
        ("41 1/4 32 7/8", ["41 1/4", "32 7/8"]),
        ("2009 2008", ["2009", "2008"]),
        ("12 — 13", ["12", "—", "13"]),
        ("1,234 of which", []),
        ("Note 12", []),
    ],
)
def test_side_by_side(text: str, pieces: list[str]) -> None:
    assert [text[first:last] for first, last in figures_in(text)] == pieces


def test_behind_a_label() -> None:
    text = "Accounts payable 49,573 47,240"
    assert [text[first:last] for first, last in trailing_figures(text)] == ["49,573", "47,240"]


@pytest.mark.parametrize("mark", ["DM", "SFr", "Lit.", "£"])
def test_behind_a_label_with_a_currency(mark: str) -> None:
    text = f"Total assets {mark} 49,573 {mark} 47,240"
    assert [text[first:last] for first, last in trailing_figures(text)] == [f"{mark} 49,573", f"{mark} 47,240"]


@example("0O $")
@given(st.text(alphabet="0123456789,.()$ -–lOSΨ%", max_size=40))
def test_pieces_are_figures(text: str) -> None:
    for first, last in figures_in(text):
        assert figure(text[first:last]) is not None


@pytest.mark.parametrize(
    ("text", "value"), [("1‚234", "1234"), ("(12;345)", "-12345"), ("12:345", "12345"), ("1,234;567", "1234567"), ("USD (1,234)", "-1234")]
)
def test_marks_that_can_only_be_commas(text: str, value: str) -> None:
    number = figure(text)
    assert number is not None
    assert f"{number.value}" == value


@pytest.mark.parametrize("text", ["12:30", "1;23", "1:2:345"])
def test_times_and_ratios_are_no_figures(text: str) -> None:
    assert figure(text) is None


def test_misread_figures_side_by_side() -> None:
    text = "l85,613 24l,517 $ 46O,279 (l,749) O.5"
    assert [text[start:end] for start, end in figures_in(text)] == ["l85,613", "24l,517", "$ 46O,279", "(l,749)", "O.5"]
    assert figures_in("1,234 shares O,5") == []


def test_a_label_of_thousands_of_words_with_digits_takes_no_time() -> None:
    label = "Sales " + "1-2x3 " * 9_000
    began = time.process_time()
    trailing_figures(label)
    assert time.process_time() - began < 1.5


def _pipes(*rows: str) -> list[list[str]]:
    text = "\n".join(["|  | 1998 1997 |  |", "| --- | --- | --- |", *rows]) + "\n"
    [table] = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for row in table.rows]


_RUN_TOGETHER = ["| Sales of lamps | 11,203 9,117 |  |", "| Cost of lamps | 8,405 | 7,310 |", "| Repairs | 1,230 1,411 |  |"]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("— 58", ["—", "58"]),
        ("— (50,000)", ["—", "(50,000)"]),
        ("- $ 12", ["-", "$ 12"]),
        ("— —", ["—", "—"]),
        ("58 —", ["58", "—"]),
        ("58 -", ["58", "-"]),
        ("(50.5) -", ["(50.5)", "-"]),
        ("$ (50) -", ["$ (50)", "-"]),
    ],
)
def test_a_nil_and_an_amount_in_one_cell(cell: str, parts: list[str]) -> None:
    assert _pipes(*_RUN_TOGETHER, f"| Light | {cell} |  |")[-1] == ["Light", *parts]


def test_a_dash_and_a_blank_are_a_minus_where_full_rows_show_it() -> None:
    rows = _pipes(*_RUN_TOGETHER, "| Light | - 58 |  |", "| Gas | 29 - |  |", "| Heat | - 44 | - 31 |")
    assert rows[-3:] == [["Light", "- 58"], ["Gas", "29 -"], ["Heat", "- 44", "- 31"]]


def test_a_dash_and_a_blank_are_a_minus_where_each_figure_has_its_cell() -> None:
    rows = _pipes("| Sales of lamps | 11,203 | 9,117 |", "| Cost of lamps | 8,405 | 7,310 |", "| Light | - 58 |  |")
    assert rows[-1] == ["Light", "- 58"]


@pytest.mark.parametrize(("cell", "parts"), [("(22) (81)", ["(22)", "(81)"]), ("283 (48)", ["283", "(48)"]), ("$ 5 (3)", ["$ 5", "(3)"])])
def test_a_short_negative_behind_an_amount_in_one_cell(cell: str, parts: list[str]) -> None:
    assert _pipes(*_RUN_TOGETHER, f"| Light | {cell} |  |")[-1] == ["Light", *parts]


def test_short_negatives_of_three_columns_in_one_cell() -> None:
    rows = _pipes("| Sales | 1,234 1,100 999 |", "| Cost | (900) (850) (700) |", "| Other | (114) (14) (3) |")
    assert rows[-1] == ["Other", "(114)", "(14)", "(3)"]


@pytest.mark.parametrize("others", [["| Cost of lamps | 8,405 | 7,310 |"] * 3, ["| Light | 15 | 7 (4) |"] * 3])
def test_the_mark_of_a_note_stays_where_most_rows_have_several_cells(others: list[str]) -> None:
    assert _pipes(*_RUN_TOGETHER, *others, "| Heat | 283 (4) |  |")[-1] == ["Heat", "283 (4)"]


def test_the_mark_of_a_note_stays_beside_another_cell() -> None:
    assert _pipes(*_RUN_TOGETHER, "| Heat | 283 (4) | 12 |")[-1] == ["Heat", "283 (4)", "12"]
