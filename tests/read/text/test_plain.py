"""Marks that say nothing go, and what stays stands where it stood."""

from __future__ import annotations

import time

import pytest

from converter.model import Table
from converter.read.source import Source
from converter.read.text import text_blocks
from converter.read.text.plain import plain

ROWS = [
    "Cash            1,574      1,881",
    "Deposits        6,554     10,597",
    "Debt           60,041     59,338",
    "Other             (12)         -",
]
BARRED = "Cash        {0}   1,574{0}   1,881{0}\nDebt        {0}      12{0}  10,597{0}\n"


@pytest.mark.parametrize("mark", ["> ", ">", ">> "])
def test_a_quoted_mail(mark: str) -> None:
    text = "\n".join(["Forwarded", *(mark + row for row in ROWS * 4)])
    assert plain(text) == "\n".join(["Forwarded", *(" " * len(mark) + row for row in ROWS * 4)])


def test_a_few_marks_of_greater_than_stay() -> None:
    assert plain("\n> one\n> two\n") == "\n> one\n> two\n"


@pytest.mark.parametrize("leader", ["···", "………", "· · ·"])
def test_leaders_of_other_dots(leader: str) -> None:
    assert plain(f"Cash {leader} 1,574") == f"Cash {leader.translate(str.maketrans('·…', '..'))} 1,574"


def test_a_soft_hyphen_parts_no_word() -> None:
    assert plain("Consoli\xaddated Balance Sheets   1,5\xad74\nNext") == "Consolidated Balance Sheets    1,574 \nNext"


@pytest.mark.parametrize("bar", ["|", "!", ":", "¦"])
def test_bars_between_columns(bar: str) -> None:
    assert plain(BARRED.format(bar) * 4) == BARRED.format(" ") * 4


def test_a_bar_behind_the_last_figure_of_a_row() -> None:
    mixed = "Sale of plant  |       38!               |"
    text = plain(BARRED.format("!") * 4 + BARRED.format("|") * 4 + mixed)
    assert text.split("\n")[-1] == mixed.replace("|", " ").replace("!", " ")


def test_colons_behind_labels_stay() -> None:
    text = "Year 1998:    Sales\nDue:     5\n" * 20
    assert plain(text) == text


@pytest.mark.parametrize(
    "text", ["a " * 200_000 + "\xad", "1:  " * 200_000, "1: " + " " * 400_000, "> " * 200_000, "\n>" * 200_000, "1|" * 200_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    assert len(plain(text)) == len(text)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("form", ["{:3d}  ", "{:3d}. ", "{:3d}: ", "{:2d}) "])
def test_numbers_of_lines_in_the_margin(form: str) -> None:
    rows = [f"Sundry {chr(97 + n)}          {n + 11},574     {n + 21},881" for n in range(16)]
    text = "\n".join(form.format(n + 1) + row for n, row in enumerate(rows))
    (table,) = text_blocks(Source(0, text, 1))
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == [f"Sundry {chr(97 + n)}" for n in range(16)]


def test_numbers_of_items_whose_labels_wrap() -> None:
    heads = {4: "Other sundries:", 9: "-" * 40}
    rows = [f"{n + 1:2d}. Sundry {chr(97 + n)} of several\n      places          {n + 11},574     {n + 21},881" for n in range(14)]
    text = "\n".join(f"{heads[n]}\n{row}" if n in heads else row for n, row in enumerate(rows))
    (table,) = text_blocks(Source(0, text, 1))
    assert isinstance(table, Table)
    labels = [row.cells[0].text for row in table.rows if row.cells[0].text.startswith("Sundry")]
    assert labels == [f"Sundry {chr(97 + n)} of several" for n in range(14)]


def test_numbers_that_stand_far_apart_count_no_lines() -> None:
    rows = [f"{n + 1:2d}. Sundry {chr(97 + n)}\n" + f"      places          {n + 11},574     {n + 21},881\n" * 7 for n in range(14)]
    (table,) = text_blocks(Source(0, "".join(rows), 1))
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].text == "1. Sundry a"
