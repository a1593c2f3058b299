"""Pages whose pieces of text each have a place of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from pages import blocks, paragraphs, tables

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
