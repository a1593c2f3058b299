"""Paragraphs, headings, page furniture."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from converter.read.markdown import markdown_blocks
from converter.read.markdown.pages import is_page_break, is_page_number
from converter.read.source import Source


def paragraphs(text: str) -> list[Paragraph]:
    return [block for block in markdown_blocks(Source(0, text, 10)) if isinstance(block, Paragraph)]


def test_lines_join_and_segments_know_their_place() -> None:
    (block,) = paragraphs("The net loss of \\$4.6 million\n  was **lower**.")
    assert " ".join(block.text.split()) == "The net loss of $4.6 million was lower ."
    assert [(segment.line, segment.start) for segment in block.segments] == [(10, 0), (11, 2)]
    assert all(block.text[segment.offset :].startswith(segment.text) for segment in block.segments)


def test_long_lines_are_cut_where_marks_were() -> None:
    line = "The company reported a loss of \\$4.6 million. " * 8
    (block,) = paragraphs(line)
    assert "\\" not in block.text
    assert all(line[segment.start :].startswith(segment.text) for segment in block.segments if segment.start is not None)


def test_headings() -> None:
    blocks = paragraphs("# **ACME**\ntext below\n### Notes\n<h2>Cash</h2>")
    assert [(block.heading, block.bold) for block in blocks] == [(1, True), (0, False), (3, False), (2, False)]


def test_names_keep_their_letters() -> None:
    (block,) = paragraphs("AT&amp;T Corp.")
    assert block.text == "AT&T Corp."


def test_lists_are_paragraphs_each() -> None:
    assert len(paragraphs("- first item\n- second item\n> quoted")) == 2


@pytest.mark.parametrize(
    "line",
    [
        "{12}-----------------",
        "---",
        "* * *",
        "<!-- PageBreak -->",
        "<!-- page 3 -->",
        "\\newpage",
        "<PAGE>",
        "<hr/>",
        "\f",
        "[PAGE BREAK]",
    ],
)
def test_page_breaks(line: str) -> None:
    assert is_page_break(line)


@pytest.mark.parametrize(
    "line", ["- 4 -", "-3-", "F-12", "Page 7", "Page 7 of 12", "12", "<page_number>5</page_number>", "## Page 3", "| 4 |"]
)
def test_page_numbers(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2003", "1,234", "Note 4", "- 4 - years", "Item 1"])
def test_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)


def test_furniture_goes_and_marks_the_next_block() -> None:
    blocks = paragraphs("one\n\n- 4 -\n\n{5}-----------\n\ntwo")
    assert [(block.text, block.page_break) for block in blocks] == [("one", False), ("two", True)]


@pytest.mark.parametrize("line", ["h2. Balance Sheets", "== Balance Sheets", "===== Balance Sheets ====="])
def test_headings_of_wikis(line: str) -> None:
    (block,) = markdown_blocks(Source(0, f"{line}\n", 1))
    assert isinstance(block, Paragraph)
    assert block.text == "Balance Sheets"
    assert block.heading
    assert block.segments[0].start == line.index("B")
