"""Tables whose lines were cut at a width, and go on in the next line of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import convert
from converter.model import Report, Row, Table
from converter.read.source import Source
from converter.read.text import text_blocks

EXAMPLE = Path(__file__).parents[3] / "examples" / "harbor-10q-1998.txt"
WHOLE = """\
                                                           December 31,   December 31,
                                                               2009           2008
                                                           ------------   ------------
Cash and cash equivalents .............................         341,111        428,522
Short-term investments ................................         289,146
Accounts receivable ...................................         314,247        (91,763)
Inventories ...........................................         178,666        173,051
                                                           ------------   ------------
    Total current assets ..............................       1,172,376        956,302
                                                           ------------   ------------
                                                              1,172,376        956,302
Goodwill ..............................................           4,112          4,112
"""


def _cut(text: str, width: int, blanks: bool = True) -> str:
    out: list[str] = []
    for line in text.split("\n"):
        pieces = [line[start : start + width] for start in range(0, len(line), width)] or [""]
        out.extend(pieces if blanks else [piece.rstrip() for piece in pieces])
    return "\n".join(out)


def _rows(text: str) -> list[Row]:
    (table,) = [block for block in text_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    return [row for row in table.rows if row.cells and not row.rule]


def _printed(rows: list[Row]) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.right) for cell in row.cells] for row in rows]


@pytest.mark.parametrize("width", [66, 69, 70])
@pytest.mark.parametrize("blanks", [True, False])
def test_cut_lines_are_read_as_whole_ones(width: int, blanks: bool) -> None:
    assert _printed(_rows(_cut(WHOLE, width, blanks))) == _printed(_rows(WHOLE))


@pytest.mark.parametrize("blanks", [True, False])
def test_wide_tables_whose_rests_are_longer_than_half_a_line(blanks: bool) -> None:
    halves = [line.ljust(86) for line in WHOLE.rstrip("\n").split("\n")]
    wide = "\n".join(half + half[55:].rstrip() for half in halves) + "\n"
    assert _printed(_rows(_cut(wide, 70, blanks))) == _printed(_rows(wide))


@pytest.mark.parametrize("width", [66, 69, 70])
def test_places_are_those_of_the_cut_file(width: int) -> None:
    lines = _cut(WHOLE, width).split("\n")
    for row in _rows("\n".join(lines)):
        for cell in row.cells:
            place = cell.place
            assert place.line is not None
            assert place.text
            assert lines[place.line - 1][place.start : place.end] == place.text
            assert cell.text.startswith(place.text)


def test_rules_over_some_columns_are_no_rests_of_full_lines() -> None:
    table = """\
                                   1997     1996            1997    1996
Textbook sales                  $61,204  $57,118            81.3    81.2
General merchandise              14,118   13,204            18.7    18.8
                                -------  -------
  Total revenues                 75,322   70,322           100.0   100.0
Cost of sales                    52,118   48,902            69.2    69.5
                                -------  -------
  Gross margin                   23,204   21,420            30.8    30.5
Selling expenses                 10,118    9,902            13.4    14.1
                                -------  -------
  Earnings from operations       13,086   11,518            17.4    16.4
Interest                            402      511             0.5     0.7
                                -------  -------
  Net earnings                   12,684   11,007            16.8    15.7
"""
    assert [len(row.cells) for row in _rows(table)] == [4, *[5] * 9]


def test_sums_without_labels_below_whole_lines_stay() -> None:
    rows = _printed(_rows(WHOLE))
    assert [text for text, _ in rows[-2]] == ["1,172,376", "956,302"]
    assert rows[-2][0][1] == rows[-3][1][1]


def _values(report: Report) -> set[tuple[str, object, object, object]]:
    return {(fact.concept, fact.period and fact.period.start, fact.period and fact.period.end, fact.value) for fact in report.facts}


def test_a_cut_filing_has_the_facts_of_the_whole_one(tmp_path: Path) -> None:
    text = EXAMPLE.read_text()
    assert max(map(len, text.split("\n"))) > 70
    cut = tmp_path / EXAMPLE.name
    cut.write_text(_cut(text, 66))
    whole = _values(convert(EXAMPLE).admitted[0].report)
    assert len(whole) > 100
    assert _values(convert(cut).admitted[0].report) == whole
