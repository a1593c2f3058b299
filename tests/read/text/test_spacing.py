"""Running text that is double spaced: releases, and pages that a typewriter wrote."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from converter.read.source import Source
from converter.read.text import text_blocks

SENTENCE = [
    "     Sales of the mills for the quarter ended June 30, 1997 were",
    "$41.2 million, compared to $38.6 million in the same quarter of",
    "1996.  The Company earned $2.1 million, or $.31 per share, which",
    "was more than in any quarter before.",
]
OTHER = [
    "     The mills in the north were shut for two weeks in May, and the",
    "looms there were changed for newer ones that need fewer hands.",
]


def paragraphs(lines: list[str]) -> list[str]:
    return [block.text for block in text_blocks(Source(0, "\n".join(lines), 1)) if isinstance(block, Paragraph)]


def spaced(*parts: list[str]) -> list[str]:
    return [each for part in parts for line in part for each in (line, "")]


@pytest.mark.parametrize("times", [3, 30])
def test_lines_of_a_sentence_with_a_blank_line_between_are_one_paragraph(times: int) -> None:
    found = paragraphs(spaced(*[SENTENCE, OTHER] * times))
    assert found == [" ".join(line.strip() for line in part) for part in (SENTENCE, OTHER)] * times


def test_a_heading_between_is_none_of_the_text() -> None:
    found = paragraphs(spaced(*[SENTENCE, OTHER] * 3, OTHER[:1], ["                         RESULTS OF OPERATIONS"], OTHER[1:]))
    assert found[-3:] == [OTHER[0].strip(), "RESULTS OF OPERATIONS", OTHER[1]]


def test_in_single_spacing_a_blank_line_parts() -> None:
    """A few lines alone are no double spacing."""
    found = paragraphs([*[line for _ in range(30) for line in (*SENTENCE, "")], *spaced(OTHER)])
    assert found[-2:] == [line.strip() for line in OTHER]


def test_two_blank_lines_part_what_is_double_spaced() -> None:
    found = paragraphs([*spaced(*[SENTENCE, OTHER] * 3), *spaced(OTHER[:1]), "", *spaced(OTHER[1:])])
    assert found[-2:] == [line.strip() for line in OTHER]


def test_rows_stay_a_table() -> None:
    rows = [f"{label:<40}{'1,200':>12}{'1,100':>12}" for label in ("Sales", "Costs", "Profit", "Taxes", "Left")]
    blocks = list(text_blocks(Source(0, "\n".join(spaced(*[SENTENCE, OTHER] * 3, rows)), 1)))
    assert len([row for row in blocks[-1].rows if row.cells]) == len(rows)  # type: ignore[union-attr]
