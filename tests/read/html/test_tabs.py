"""Word's tab stops: the figure behind the k-th tab stands in the k-th column, whatever blanks stand for the tab."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import tables, texts

from converter.model import Table
from converter.read import read
from converter.read.html.tabs import set_by_tabs, with_tabs
from converter.read.places import PlaceReader

HEADS = ["|March 31,|December 31,", "|1998|1997"]
ROWS = [
    "Cash|$ 12|$ 345,678",
    "Receivables, less allowances of $ 3 and $ 4 at the end|1,234|5",
    "Total assets|1,246|345,683",
]


def page(lines: Sequence[str], blanks: Sequence[int] = (60, 4, 31)) -> str:
    """A paragraph a line; each ``|`` is a tab, of as many blanks as come next."""
    return "".join(f"<p class=MsoNormal>{_line(line, blanks[at % len(blanks)])}</p>" for at, line in enumerate(lines))


def _line(line: str, blanks: int) -> str:
    for stops in (3, 2, 1):
        line = line.replace("|" * stops, f"<span style='mso-tab-count:{stops}'>{'&nbsp;' * blanks} </span>")
    return line


def figures(text: str) -> list[list[str]]:
    (table,) = tables(text)
    assert len({tuple(cell.right for cell in row.cells[-2:]) for row in table.rows if len(row.cells) > 2}) == 1
    return [[cell.text for cell in row.cells] for row in table.rows]


def set_lines(*lines: str) -> list[str]:
    typeset = [(line.replace("|", "\v"), list(range(len(line)))) for line in lines]
    result = set_by_tabs(typeset)
    assert all(len(text) == len(offsets) for text, offsets in result)
    return [text for text, _ in result]


def test_figures_stand_in_columns_whatever_the_blanks() -> None:
    assert figures(page([*HEADS, *ROWS]))[-3:] == [
        ["Cash", "$ 12", "$ 345,678"],
        ["Receivables, less allowances of $ 3 and $ 4 at the end", "1,234", "5"],
        ["Total assets", "1,246", "345,683"],
    ]


def test_a_tab_more_leaves_a_column_out() -> None:
    assert set_lines(
        "|1998|1997|1996", "Cash|1|2|3", "Debt|44|55|66", "Notes||7", "Other|8||9", "Rest|1", "Staff|2000|1999|1998", "|--|--|--"
    ) == [
        "        1998   1997   1996",
        "Cash       1      2      3",
        "Debt      44     55     66",
        "Notes             7",
        "Other      8             9",
        "Rest       1",
        "Staff   2000   1999   1998",
        "          --     --     --",
    ]


def test_a_tab_before_a_label_sets_it_in() -> None:
    assert set_lines("Assets", "|Cash|1|2", "|Debt|44|55", "Total|45|57", "|Notes") == [
        "Assets", "Cash     1    2", "Debt    44   55", "Total   45   57", " Notes",
    ]  # fmt: skip


def test_heads_over_several_columns_stand_above_their_middle() -> None:
    heads = ("|Three Months Ended|Six Months Ended", "|1998|1997|1998|1997")
    assert set_lines(*heads, "Sales|100,000|200,000|300,000|400,000", "Costs|1|2|3|4")[:2] == [
        "       Three Months Ended   Six Months Ended",
        "           1998      1997      1998      1997",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Cash||1|2", "Receivables|3|4", "Other|5"],
        ["Cash|1|2", "Other|||5", "Debt|3|4"],
        ["|1998|1997|1996", "Cash|1|2", "Debt|3|4"],
        ["|1998|1997", "Cash|1|2|3", "Debt|3|4|5"],
        ["Cash|1|2", "Land|building|3", "Debt|3|4"],
        ["Cash|1|2"],
        ["Item 1.|Business|3", "Item 2.|Properties|14"],
    ],
)
def test_tabs_that_may_have_served_to_reach_a_place_are_blanks(lines: list[str]) -> None:
    assert set_lines(*lines) == [line.replace("|", " ") for line in lines]


def test_tables_below_each_other_have_columns_of_their_own() -> None:
    lines = ["|1998|1997", "Cash|1|2", "Debt|3|4", "A title", "|1998|1997|1996", "Sales|1|2|3", "Costs|4|5|6"]
    assert set_lines(*lines)[-2:] == ["Sales      1      2      3", "Costs      4      5      6"]
    assert set_lines(*lines)[1:3] == ["Cash      1      2", "Debt      3      4"]


def test_leaders_are_no_tab() -> None:
    assert with_tabs("\xa0\xa0 ", 1) == "\v\xa0 "
    assert with_tabs("\xa0", 3) == "\v"
    assert with_tabs("...... ", 1) == "...... "


def test_running_text_behind_a_tab_is_running_text() -> None:
    said = "The company makes things that people want, in several places and at a fair price."
    assert texts(page([f"|{said}", f"(a)|{said}"])) == [said, f"(a) {said}"]


def test_places_read_back() -> None:
    data = f"<html><body>{page([*HEADS, *ROWS])}</body></html>".encode()
    reader = PlaceReader(data)
    (document,) = read(data, "a.htm").documents
    cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells if cell.text]
    assert len(cells) >= 13
    assert [reader.text_at(cell.place) for cell in cells] == [" ".join(cell.place.text.split()) for cell in cells]
