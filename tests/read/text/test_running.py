"""Heads and feet that run along the pages of a text end in the page's number, which may stand where amounts do."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest

from converter.model import Table
from converter.read.source import Source
from converter.read.text import text_blocks

ROWS = [f"{f'Item {letter}':<30}{at * 37 + 1200:>12,}{at * 31 + 1100:>12,}" for at, letter in enumerate("abcdefghijklmnopqrstuvwx")]
HEAD = f"{'10-K     ACME CORPORATION':<39}"


def told(pages: Sequence[str], numbers: Sequence[int], page: Callable[[str, str], str]) -> list[str]:
    """The figures of ``numbers`` that are told of rows that each page's ``page`` makes of the head and the rows."""
    text = "\n".join(page(f"{words}{number:>3}", "\n".join(ROWS)) for words, number in zip(pages, numbers, strict=True))
    rows = [row for block in text_blocks(Source(0, text, 1)) if isinstance(block, Table) for row in block.rows]
    printed = [cell.text for row in rows for cell in row.cells if cell.number is not None]
    assert len(printed) >= 2 * len(ROWS) * len(numbers)
    return [figure for figure in printed if len(figure) < 4]


def headed(head: str, rows: str) -> str:
    return f"<PAGE>\n{head}\n\n{rows}\n"


def footed(foot: str, rows: str) -> str:
    return f"{rows}\n\n{foot}\n<PAGE>\n"


def unmarked(foot: str, rows: str) -> str:
    return f"{rows}\n\n{foot}\n\n"


@pytest.mark.parametrize("page", [headed, footed])
def test_the_number_of_a_page_behind_words_that_come_again(page: Callable[[str, str], str]) -> None:
    assert told([HEAD] * 2, [41, 42], page) == []


def test_heads_of_pages_that_are_not_all_numbered() -> None:
    assert told([HEAD] * 2, [41, 48], headed) == []


def test_numbers_that_count_on_where_nothing_marks_the_pages() -> None:
    assert told([HEAD] * 3, [41, 42, 43], unmarked) == []


def test_left_and_right_pages_have_words_of_their_own() -> None:
    left = f"{'Annual Report':<39}"
    assert told([HEAD, left] * 3, [41, 42, 43, 44, 45, 46], unmarked) == []


def test_amounts_that_do_not_count_pages_stay() -> None:
    assert told([HEAD] * 2, [41, 48], footed) == ["41", "48"]
    assert told([HEAD] * 3, [41, 42, 48], unmarked) == ["41", "42", "48"]


def test_a_label_that_comes_but_once_keeps_its_amount() -> None:
    assert told([HEAD], [41], headed) == ["41"]


def test_hostile_pages_take_linear_time() -> None:
    text = "\n".join(f"<PAGE>\n\n{'Acme':<30}{number % 1000}" + "\n" * (number % 40) for number in range(12_000))
    begin = time.process_time()
    rows = [row for block in text_blocks(Source(0, text, 1)) if isinstance(block, Table) for row in block.rows]
    assert rows
    assert time.process_time() - begin < 4
