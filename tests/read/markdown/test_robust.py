"""Whatever the mark-up: no error, no hang, places within their lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Block, Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

TOKENS = st.sampled_from(
    (
        *(
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "<td colspan=2>",
            "<th rowspan='3'>",
            "</td>",
            "<br>",
            "|",
            "|---|---|",
            "\t",
            "\n",
            "\n\n",
        ),
        *(
            "```",
            "\\\\",
            "\\begin{tabular}{lr}",
            "\\end{tabular}",
            "&",
            "\\multicolumn{2}{c}{",
            "{",
            "}",
            "\\hline",
            "$",
            "\\$",
            "1,234",
            "(5",
        ),
        *(
            ")",
            "2009 2008",
            "Cash",
            "**",
            "_",
            "<sup>1</sup>",
            "\\(",
            "\\)",
            "Ψ",
            "  ",
            "....",
            '"a","1"',
            "# ",
            "- 4 -",
            "<otsl>",
            "<fcel>",
            "<nl>",
        ),
        *("+---+---+", "│", "é", "\r", "a;1;2", '\n"a; b";1;2\n;1;2\n', "\n12\n", "\nNet income 1,234 1,235\n"),
    )
)


def check(blocks: list[Block], lines: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            assert all(segment.line and segment.line <= len(lines) for segment in block.segments)
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            place = cell.place
            assert place.line is not None
            assert place.start is not None
            assert place.end is not None
            assert 0 <= place.start <= place.end <= len(lines[place.line - 1])
            assert cell.left <= cell.right


@settings(max_examples=300, deadline=None)
@given(st.lists(TOKENS, max_size=60))
def test_any_tokens(tokens: list[str]) -> None:
    text = "".join(tokens)
    check(list(markdown_blocks(Source(0, text))), text.split("\n"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(list(markdown_blocks(Source(0, text))), text.split("\n"))


HOSTILE = {
    "open tables": "<table>" * 20_000,
    "open cells": "<table>" + "<td>1" * 20_000,
    "nested": "<table><tr><td>" * 2_000,
    "spans": "<table>" + "<tr><td colspan=99999999 rowspan=9999999>1</td></tr>" * 500,
    "dollars": "$a" * 20_000,
    "stars": "*a " * 20_000,
    "braces": "\\begin{tabular}{l}" + "{" * 20_000 + " & 1 \\\\ \\end{tabular}",
    "begins": "\\begin{tabular}" * 3_000,
    "superscripts": "<sup>" * 20_000,
    "pipes": "|" * 50_000,
    "figures": "a\t" + "1,234 " * 10_000,
    "parentheses": "\\(" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile(text: str) -> None:
    begin = time.process_time()
    for block in markdown_blocks(Source(0, text)):
        if isinstance(block, Table):
            len(block.rows)
    assert time.process_time() - begin < 5
