"""A cell a line, with its heads above: what OCR that keeps no layout writes."""

from __future__ import annotations

import random

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

HEADS = ["Three Months Ended June 30,", "Six Months Ended June 30,", "2001", "2000", "2001", "2000"]
BODY = """\
Net sales|$|5,000|$|4,000|$|9,000|$|8,000
Costs and expenses:|Cost of sales|3,000|2,500|6,000|5,000
Other|(12)|13|-|7
Restructuring|44
Net income|1,988|1,487|3,000|2,993"""


def _lines(*heads: str) -> list[str]:
    return [*heads, *(cell for row in BODY.split("\n") for cell in row.split("|"))]


def _read(text: str) -> tuple[list[str], list[list[tuple[str, int, int]]]]:
    blocks = markdown_blocks(Source(0, text, 1))
    (table,) = [block for block in blocks if isinstance(block, Table)]
    words = [block.text for block in blocks if isinstance(block, Paragraph)]
    return words, [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_heads_and_rows(gap: str) -> None:
    words, rows = _read(gap.join(["STATEMENTS OF INCOME", *_lines(*HEADS)]) + "\n")
    assert words == ["STATEMENTS OF INCOME"]
    assert rows[0] == [(HEADS[0], 1, 3), (HEADS[1], 3, 5)]
    assert rows[1] == [("2001", 1, 2), ("2000", 2, 3), ("2001", 3, 4), ("2000", 4, 5)]
    assert rows[2] == [("Net sales", 0, 1), ("5,000", 1, 2), ("4,000", 2, 3), ("9,000", 3, 4), ("8,000", 4, 5)]
    assert [text for text, *_ in rows[5]] == ["Other", "(12)", "13", "-", "7"]


def test_a_further_statement_has_heads_of_its_own() -> None:
    text = "\n".join([*_lines("2001", "2000", "2001", "2000"), "The notes are part of these statements.", "F-3", "BALANCE SHEETS"])
    more = "\n".join(["December 31,", "2001", "2000", "Cash", "10", "20", "Debt", "30", "40", "Total assets", "50", "60"])
    blocks = markdown_blocks(Source(0, f"{text}\n{more}\n", 1))
    first, second = [block for block in blocks if isinstance(block, Table)]
    assert [cell.text for cell in first.rows[-1].cells] == ["Net income", "1,988", "1,487", "3,000", "2,993"]
    assert [[cell.text for cell in row.cells] for row in second.rows[:2]] == [["December 31,"], ["2001", "2000"]]


def test_a_sum_without_a_label_and_the_number_of_a_page() -> None:
    _, rows = _read(
        "\n".join(
            ["2001", "2000", "Cash", "10", "20", "Gold", "3", "4", "Debt", "30", "40", "40", "60", "Land", "1", "2", "7", "Total", "5", "6"]
        )
    )
    assert [[text for text, *_ in row] for row in rows[3:]] == [["Debt", "30", "40"], ["40", "60"], ["Land", "1", "2"], ["Total", "5", "6"]]


DATED = {
    "after the first date": ["June 30,", "2001", "(Unaudited)", "December 31,", "2000"],
    "before both": ["(Unaudited)", "June 30,", "2001", "December 31,", "2000"],
    "nowhere": ["June 30,", "2001", "December 31,", "2000"],
}


@pytest.mark.parametrize("heads", DATED.values(), ids=list(DATED))
def test_a_year_on_the_next_line_belongs_to_its_day(heads: list[str]) -> None:
    """What is said of one date parts it from the other."""
    _, rows = _read("\n".join([*heads, "Cash", "10", "20", "Debt", "30", "40", "Total assets", "50", "60"]))
    (dates,) = [row for row in rows if len(row) == 2]
    assert dates == [("June 30, 2001", 1, 2), ("December 31, 2000", 2, 3)]


def test_three_dates_and_lengths_over_pairs_of_dates() -> None:
    days = ["June 30,", "2001", "July 1,", "2000"]
    _, rows = _read("\n".join(["Quarter Ended", "Year-to-Date", *days, *days, *_lines()]))
    assert rows[0] == [("Quarter Ended", 1, 3), ("Year-to-Date", 3, 5)]
    assert [text for text, *_ in rows[1]] == ["June 30, 2001", "July 1, 2000"] * 2
    three = ["June 30,", "2001", "December 31,", "2000", "July 1,", "2000"]
    _, rows = _read("\n".join([*three, "Cash", "10", "20", "5", "Debt", "30", "40", "6", "Total assets", "50", "60", "7"]))
    assert [text for text, *_ in rows[0]] == ["June 30, 2001", "December 31, 2000", "July 1, 2000"]


def test_the_end_of_a_parenthesis_on_a_line_of_its_own() -> None:
    """As text is taken out of pages that set it in a place of its own."""
    body = "Net sales|9,000|8,000|Interest expense|(1,206|)|(1,404|)|Net income|1,000|900"
    _, rows = _read("\n".join(["2001", "2000", *body.split("|")]))
    assert [[text for text, *_ in row] for row in rows[1:]] == [
        ["Net sales", "9,000", "8,000"],
        ["Interest expense", "(1,206", "(1,404"],
        ["Net income", "1,000", "900"],
    ]


LONG = "Common stock, $.01 par value: issued - 36.3 million shares and 36.1 million shares at June 30, 2001 and 2000"


def test_a_long_label_between_rows_is_one_and_a_sentence_ends_the_table() -> None:
    sentence = f"{LONG}, of which the directors bought three million shares in the open market in the course of the last year."
    rows = ["2001", "2000", "Cash", "10", "20", "Debt", "3", "4", LONG, "7", "8", "Deficit", "(2)", "(1)", "Total", "5", "6"]
    text, table = _read("\n".join([*rows, sentence, "12"]))
    assert text == [sentence]
    assert [[cell for cell, *_ in row] for row in table[3:]] == [[LONG, "7", "8"], ["Deficit", "(2)", "(1)"], ["Total", "5", "6"]]


def test_any_order_of_lines_is_read_once() -> None:
    kinds = ["Cash", "1,234", "2001", "June 30,", "Three Months Ended", "$", "", "7", "(Unaudited)", "F-3", "A sentence ends."]
    chance = random.Random(1)
    for _ in range(300):
        lines = chance.choices(kinds, k=60)
        blocks = markdown_blocks(Source(0, "\n".join(lines), 1))
        cells = [cell.place for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
        told = [(place.line, place.start) for place in cells]
        assert len(told) == len(set(told))


WHOLE = [f"{span} Months Ended June 30, {year}" for span in ("Three", "Six") for year in (2001, 2000)]
TWO = "\n".join(["December 31,", "2001", "2000", "Cash", "10", "20", "Debt", "30", "40", "Land", "5", "6", "Total assets", "50", "60"])


def _tables(text: str) -> list[list[list[str]]]:
    blocks = markdown_blocks(Source(0, text, 1))
    return [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks if isinstance(block, Table)]


def test_heads_that_tell_their_whole_period_begin_a_table_of_their_own() -> None:
    first, second, third = _tables("\n".join([TWO, "STATEMENTS OF INCOME", *_lines(*WHOLE), "BALANCE SHEETS", TWO]))
    assert second[0] == WHOLE
    assert second[1] == ["Net sales", "5,000", "4,000", "9,000", "8,000"]
    assert first == third
    assert first[0] == ["December 31,"]


def test_rows_with_more_figures_than_those_before_are_another_table() -> None:
    body = "Net sales\n5\n4\n9\n8\nCost of sales\n3\n2\n6\n5\nOther\n1\n1\n2\n2\nNet income\n1\n1\n1\n1"
    first, second = _tables("\n".join([TWO, "STATEMENTS OF INCOME", body, *TWO.split("\n")[3:] * 2]))
    assert first[-1] == ["Total assets", "50", "60"]
    assert second[0] == ["Net sales", "5", "4", "9", "8"]


@pytest.mark.parametrize(
    "heads",
    [
        ["Three Months Ended", "June 30,", "Six Months Ended", "June 30,", "2001", "2000", "2001", "2000"],
        ["Three Months Ended", "June 30,", "2001", "2000", "Six Months Ended", "June 30,", "2001", "2000"],
    ],
    ids=["years behind", "years between"],
)
def test_levels_of_heads_whose_kinds_come_again(heads: list[str]) -> None:
    _, rows = _read("\n".join(_lines(*heads)))
    assert rows[:2] == [[("Three Months Ended", 1, 3), ("Six Months Ended", 3, 5)], [("June 30,", 1, 3), ("June 30,", 3, 5)]]
    assert [text for text, *_ in rows[2]] == ["2001", "2000", "2001", "2000"]


@pytest.mark.parametrize("head", ["Year Ended June 30, 2001", "June 30, 2001"])
def test_one_whole_date_above_several_columns_is_none_of_theirs(head: str) -> None:
    _, rows = _read("\n".join([head, *TWO.split("\n")[3:]]))
    assert rows[0] == [(head, 0, 1)]


def test_heads_that_come_again_unevenly_are_words() -> None:
    _, rows = _read("\n".join(_lines("Three Months Ended", "2001", "Six Months Ended", "2001", "2000", "1999")))
    assert {left for row in rows[:6] for _, left, _ in row} == {0}


def test_a_label_that_ends_in_a_point_and_the_number_of_a_page() -> None:
    rows = [
        "2001",
        "2000",
        "Cash",
        "10",
        "20",
        "Shares of Partners, L.P.",
        "139",
        "158",
        "Debt",
        "30",
        "40",
        "The notes are part of it.",
        "7",
    ]
    _, table = _read("\n".join([*rows, "Land", "5", "6"]))
    assert [[text for text, *_ in row] for row in table[2:]] == [
        ["Shares of Partners, L.P.", "139", "158"],
        ["Debt", "30", "40"],
        ["The notes are part of it."],
        ["Land", "5", "6"],
    ]


def test_a_long_label_may_be_the_first() -> None:
    label = f"{LONG}, of which the directors and their families hold three millions"
    _, table = _read("\n".join(["2001", "2000", label, "7", "8", "Cash", "10", "20", "Debt", "3", "4"]))
    assert [text for text, *_ in table[1]] == [label, "7", "8"]
