"""Pages whose pieces of text each have a place of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from pages import blocks, findings, paragraphs, tables, texts

from converter.model import Paragraph

LINES: Sequence[tuple[str, ...]] = [
    ("Balance Sheet",),
    ("", "1998", "1997"),
    ("Cash and cash equivalents", "1,234", "-"),
    ("Loans to officers", "(56)", "78"),
    ("Total assets", "1,178", "78"),
]
WIDTH = {"div": 5.5, "p": 5.5, "span": 4.8}


def _pieces(lines: Sequence[tuple[str, ...]], words: bool, width: float) -> Iterator[tuple[float, float, str]]:
    """Top, left and text, the figures flush at their last digit."""
    for row, (label, *figures) in enumerate(lines):
        at = 60.0
        for word in label.split() if words else [label] * bool(label):
            yield 100 + 14 * row + 0.2 * (at > 80), at, word
            at += width * (len(word) + 1)
        for column, figure in enumerate(figures):
            yield 100 + 14 * row, 400 + 90 * column - width * len(figure.strip("()")), figure


def _page(lines: Sequence[tuple[str, ...]], tag: str = "div", words: bool = False, unit: str = "px") -> str:
    places = (
        f"<{tag} style='position:absolute;top:{top:.1f}{unit};left:{left:.1f}{unit}'>{text}</{tag}>\n"
        for top, left, text in _pieces(lines, words, WIDTH[tag])
    )
    return f"<div style='position:relative'>{''.join(places)}</div>"


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize(("tag", "unit"), [("div", "px"), ("p", "px"), ("span", "pt"), ("div", "")])
def test_pieces_at_one_height_are_a_line(tag: str, unit: str, words: bool) -> None:
    (table,) = tables(_page(LINES, tag, words, unit))
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert told[-3:] == [["Cash and cash equivalents", "1,234", "-"], ["Loans to officers", "(56)", "78"], ["Total assets", "1,178", "78"]]
    ends = {len(row.cells[1].text.rstrip(")")) and row.cells[1].right - row.cells[1].text.endswith(")") for row in table.rows[-3:]}
    assert max(ends) - min(ends) <= 1


def test_each_piece_keeps_its_place() -> None:
    (table,) = tables(_page(LINES))
    label, figure, _ = table.rows[-1].cells
    assert (label.place.path, label.place.start, label.place.end) == ("/html/body/div/div[10]", 0, 12)
    assert (figure.place.path, figure.place.start, figure.place.end) == ("/html/body/div/div[11]", 0, 5)


def test_lines_of_one_piece_stand_below_each_other() -> None:
    (table,) = tables(_page([("Balance Sheet",), ("Assets:<br>Cash", "", ""), ("", "1", "2"), *LINES[2:]]))
    assert ["Cash", "1", "2"] in [[cell.text for cell in row.cells] for row in table.rows]


def test_a_further_page_is_a_new_one() -> None:
    first, *others = blocks(_page(LINES) + _page(LINES))
    assert not first.page_break
    assert [block.page_break for block in others].count(True) == 1


def test_few_pieces_are_paragraphs() -> None:
    page = _page([("Exhibit 13",), ("Annual Report",)]) + "<p>Balance sheet</p>"
    assert [paragraph.text for paragraph in paragraphs(page)] == ["Exhibit 13", "Annual Report", "Balance sheet"]
    assert all(isinstance(block, Paragraph) for block in blocks(page))


LABELS = ("&nbsp;", "Assets:", "Cash and cash equivalents", "Loans to officers", "Total assets", "Liabilities:", "Notes payable")
FIRST, SECOND = (("1998", "&nbsp;", "1,234", "(56)", "1,178", "&nbsp;", "91"), ("1997", "&nbsp;", "-", "78", "78", "&nbsp;", "37"))
_TITLES = ((40, "Balance Sheet"), (56, "(Unaudited)"))
TITLES = "".join(f"<div style='position:absolute;top:{top};left:400'>{text}</div>" for top, text in _TITLES)
NOTES = "".join(f"<div style='position:absolute;top:{top};left:60'>Note {top}</div>" for top in (420, 436, 452))


def _boxes(*boxes: tuple[Sequence[str], str], top: int = 100) -> str:
    """A box of lines each, from left to right, with what its style says besides."""
    placed = (
        f"<div style='position:absolute;top:{top};left:{60 + 400 * bool(at) + 120 * at};{style}'>{'<br>'.join(lines)}</div>"
        for at, (lines, style) in enumerate(boxes)
    )
    return TITLES + "".join(placed) + NOTES


def _figured(page: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in tables(page) for row in table.rows if any(cell.number for cell in row.cells)]


PAIRED = [
    ["Cash and cash equivalents", "1,234", "-"], ["Loans to officers", "(56)", "78"], ["Total assets", "1,178", "78"],
    ["Notes payable", "91", "37"],
]  # fmt: skip


@pytest.mark.parametrize(
    "style",
    ["line-height:14px", "line-height:10.5pt", "font-size:10px;line-height:1.4", "font-size:10px;line-height:140%", "height:98px", ""],
)
@pytest.mark.parametrize("aligned", ["", ";text-align:right;width:90", ";text-align:center;width:90px"])
def test_a_blank_line_in_a_box_keeps_its_place(style: str, aligned: str) -> None:
    page = _boxes((LABELS, style), (FIRST, style + aligned), (SECOND, style + aligned))
    assert _figured(page)[-4:] == PAIRED


def test_what_the_page_says_of_lines_holds_for_its_boxes() -> None:
    page = _boxes((LABELS, ""), (FIRST[:-1], ""), (SECOND, ""))
    assert not _figured(page)
    assert _figured(f"<div style='line-height:14px'>{page}</div>")[-4:-1] == PAIRED[:-1]


LONGER = ("&nbsp;", "Assets:", "Cash and cash", "equivalents", *LABELS[3:])


@pytest.mark.parametrize(
    "boxes",
    [
        ((LONGER, ""), (FIRST, ""), (SECOND, "")),
        ((LABELS, "line-height:14px;width:60px"), (FIRST, "line-height:14px"), (SECOND, "line-height:14px")),
        ((LABELS, "height:40px"), (FIRST, "height:98px"), (SECOND, "height:98px")),
    ],
)
def test_where_nobody_knows_which_lines_stand_beside_each_other_none_do(boxes: Sequence[tuple[Sequence[str], str]]) -> None:
    page = _boxes(*boxes)
    assert not _figured(page)
    assert [finding.code for finding in findings(page)] == ["read.labels-apart"]
    said = texts(page)
    assert said.index("Notes payable") < said.index("1,234") < said.index("(56)") < said.index("37")


def test_lines_that_are_not_broken_may_be_longer_than_their_box() -> None:
    page = _boxes((LABELS, "line-height:14px;width:60px;white-space:nowrap"), *((lines, "line-height:14px") for lines in (FIRST, SECOND)))
    assert _figured(page)[-4:] == PAIRED


def test_a_long_line_of_a_box_is_not_joined_with_the_next() -> None:
    labels = ("&nbsp;", "&nbsp;", "Accounts receivable, less allowances for doubtful accounts of 12 and 13", *LABELS[3:])
    page = _boxes(*((lines, "line-height:14px") for lines in (labels, FIRST, SECOND)))
    assert _figured(page)[-4:][0][-2:] == ["1,234", "-"]
    assert _figured(page)[-3:] == PAIRED[1:]


def test_lines_of_a_box_keep_their_characters() -> None:
    page = _boxes(*((lines, "line-height:14px") for lines in (LABELS, FIRST, SECOND)))
    place = next(cell.place for table in tables(page) for row in table.rows for cell in row.cells if cell.text == "(56)")
    assert (place.path, place.text, place.start, place.end) == ("/html/body/div[4]", "(56)", 10, 14)


def test_a_long_label_leaves_the_figures_in_their_columns() -> None:
    long = "Proceeds from the sale of lamps, of wicks and of oil"
    rows = [("Sales", "1,234", "9,991"), (long, "1,519", "1,502"), ("Costs", "-", "61"), ("Lamps", "$", "77"), ("Oil", "5", "6")]
    boxes = [
        f"<div style='position:absolute;top:{100 + 14 * row}px;left:{left}px'>{text}</div>"
        for row, texts_of_row in enumerate(rows)
        for left, text in zip((60, 60 + 5 * len(long), 400), texts_of_row, strict=True)
    ]
    [table] = tables(f"<div style='position:relative'>{''.join(boxes)}</div>")
    label, first, second = table.rows[1].cells
    assert [label.text, first.text, second.text] == [long, "1,519", "1,502"]
    assert [first.right, second.right] == [cell.right for cell in table.rows[0].cells[1:]]
