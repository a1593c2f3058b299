"""Rows whose cells hold a line for each of several rows."""

from __future__ import annotations

import pytest
from pages import findings, grid, rows

FIVE = ["1", "(2)", "3", "4", "-"]


def _cell(lines: list[str], attributes: str = "", part: str = "{}<br>") -> str:
    return f"<td {attributes}>{''.join(part.format(line or '&nbsp;') for line in lines)}</td>"


def _page(labels: str, *columns: str, row: str = "") -> str:
    return f"<table><tr><td>Assets<td>1998<td>1997</tr><tr {row}>{labels}{''.join(columns)}</tr><tr><td>Total<td>9<td>8</tr></table>"


def _rows(page: str) -> list[list[str]]:
    return [[text for text, _, _ in row] for row in grid(page)][1:-1]


def test_labels_and_figures_of_one_height_stand_line_by_line() -> None:
    page = _page(_cell(["Cash", "Debt", "", "Notes", "Taxes"]), _cell(FIVE), _cell(["", "6", "7", "", ""]))
    assert _rows(page) == [["Cash", "1"], ["Debt", "(2)", "6"], ["3", "7"], ["Notes", "4"], ["Taxes", "-"]]


@pytest.mark.parametrize("part", ["{}<br>", "<p>{}</p>", "<div>{}</div>"])
def test_blank_lines_below_count(part: str) -> None:
    page = _page(_cell(["Cash", "Debt", "Notes", "Taxes", "", ""], part=part), _cell([*FIVE, ""], part=part), row="valign=bottom")
    assert _rows(page) == [["Cash", "1"], ["Debt", "(2)"], ["Notes", "3"], ["Taxes", "4"], ["-"]]
    page = _page(_cell(["Cash", "Debt", "Notes", "Taxes"], part=part), _cell(["1", "2", "", ""], part=part))
    assert _rows(page) == [["Cash", "1"], ["Debt", "2"], ["Notes"], ["Taxes"]]


MORE = ["Current:", "Cash", "Debt", "Notes", "Taxes", "Other"]


def test_rules_below_the_last_figure_are_no_lines_of_the_labels() -> None:
    assert _rows(_page(_cell(["Cash", "Debt"]), _cell(["1", "2", "----"]))) == [["Cash", "1"], ["Debt", "2"], ["----"]]


@pytest.mark.parametrize(
    ("labels", "figures", "row"),
    [(MORE, FIVE, ""), (MORE, FIVE, "valign=top"), (["Cash and cash equivalents", "Debt", "Notes"], FIVE, "valign=top")],
)
def test_where_nothing_tells_which_lines_stand_side_by_side_none_do(labels: list[str], figures: list[str], row: str) -> None:
    page = _page(_cell(labels), _cell(figures), _cell(figures), row=row)
    assert _rows(page) == []
    assert [finding.code for finding in findings(page)] == ["read.labels-apart"] * (len(labels) >= 6)


def test_one_label_beside_several_figures_is_the_first_ones() -> None:
    assert _rows(_page("<td>Notes", _cell(["1", "2"]), _cell(["3", "4"]))) == [["Notes", "1", "3"], ["2", "4"]]


def test_lines_keep_their_characters_where_blank_ones_make_them_as_high_as_the_labels() -> None:
    page = _page(_cell(MORE), _cell(["", *FIVE[:3], "", ""]))
    places = [row.cells[-1].place for row in rows(page)[2:5]]
    assert [(place.path, place.text, place.start, place.end) for place in places] == [
        ("/html/body/table/tr[2]/td[2]", text, start, start + len(text)) for text, start in (("1", 0), ("(2)", 1), ("3", 4))
    ]


def _pre(*lines: str, begin: str = "\n") -> str:
    return f"<td><pre>{begin}{chr(10).join(lines)}\n</pre></td>"


@pytest.mark.parametrize("begin", ["\n", ""])
def test_columns_of_preformatted_lines_stand_line_by_line(begin: str) -> None:
    long = "  Cash and cash equivalents of the company and of its subsidiaries, and so on, as long as a line of labels is"
    labels = ["", "Assets:", long, "  Debt", "", "  Total", "Notes"]
    first = ["   1998", "", "$     1,234", "        (56)", "-----------", "      1,178", "          9"]
    columns = (first, ["1997", "", "$ 1", "2", "---", "3", ""])
    page = f"<table><tr valign=top>{_pre(*labels)}{''.join(_pre(*column, begin=begin) for column in columns)}</tr></table>"
    said = [[text for text, _, _ in row] for row in grid(page)]
    assert said[0] == ["1998", "1997"]
    assert said[1] == ["Assets:"]
    assert said[2][1:] == ["$ 1,234", "$ 1"]
    assert said[3:] == [["Debt", "(56)", "2"], ["-----------", "---"], ["Total", "1,178", "3"], ["Notes", "9"]]
