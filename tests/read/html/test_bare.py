"""Lines of a page that have lost their columns."""

from __future__ import annotations

import pytest
from pages import paragraphs, tables, texts

LINES = (
    "Consolidated Balance Sheets",
    "(In thousands)",
    "1998 1997",
    "Cash and lamps of the house $ 12,057 $ 1,285",
    "Oil 3,622 3,507",
    "Wicks and chimneys, less those that broke in the hands of those who lit them $ 10,637 $ 18,403",
    "Total current assets 26,316 23,195",
    "Buildings 4,118 (4,201)",
    "Land in the north and in the south of the county 512 512",
    "Total $ 30,946 $ 19,506",
    "Loans 1,204 1,190",
    "Due to the lamplighters 29,742 18,316",
    "Sum of all $ 30,946 $ 19,506",
)
FIGURES = [[piece for piece in line.split() if piece[-1] in "0123456789)"] for line in LINES[2:]]


def _figures(page: str) -> list[list[str]]:
    rows = (row for table in tables(page) for row in table.rows)
    return [found for row in rows if (found := [cell.text.removeprefix("$ ") for cell in row.cells if cell.number is not None])]


def _page(kind: str) -> str:
    boxes = (f"<div style='position:absolute;left:60px;top:{100 + 14 * at}px'>{line}</div>" for at, line in enumerate(LINES))
    return {
        "breaks": "<br>\n".join(LINES),
        "hard blanks": "<br>".join(LINES).replace(" ", "&nbsp;"),
        "tabs": "<p>" + "<br>".join(LINES).replace(" $ ", "\t$ ") + "</p>",
        "paragraphs": "".join(f"<p>{line}</p>" for line in LINES),
        "rows": "<table>" + "".join(f"<tr><td colspan=3>{line}</td></tr>" for line in LINES) + "</table>",
        "lines of a cell": f"<table><tr><td>Of the house</td></tr><tr><td>{'<br>'.join(LINES)}<br>See the notes.</td></tr></table>",
        "boxes": f"<div style='position:relative'>{''.join(boxes)}</div>",
    }[kind]


@pytest.mark.parametrize("kind", ["breaks", "hard blanks", "tabs", "paragraphs", "rows", "lines of a cell", "boxes"])
def test_rows_with_single_blanks_are_a_table(kind: str) -> None:
    assert _figures(_page(kind)) == FIGURES
    [table] = tables(_page(kind))
    labels = [row.cells[0].text for row in table.rows if not row.cells[0].text.startswith("Of the")]
    assert labels[:2] == list(LINES[:2])


def test_each_figure_knows_its_characters() -> None:
    [table] = tables(_page("paragraphs"))
    label, figure = next(row for row in table.rows if row.cells[0].text == "Buildings").cells[::2]
    assert (label.place.path, label.place.start, label.place.end) == ("/html/body/p[8]", 0, 9)
    assert (figure.place.path, figure.place.start, figure.place.end, figure.place.text) == ("/html/body/p[8]", 16, 23, "(4,201)")


def test_other_paragraphs_stay_what_they_are() -> None:
    page = "<h2>Of the house</h2><p><b>A lamp.</b></p>" + _page("paragraphs") + "<hr><p>We  lit <i>them</i> all.</p>"
    shown = paragraphs(page)
    assert [(each.text, each.heading, each.bold, each.page_break) for each in shown if each.text not in LINES] == [
        ("Of the house", 2, True, False),
        ("A lamp.", 0, True, False),
        ("We lit them all.", 0, False, True),
    ]


def test_the_number_of_a_page_is_no_figure_of_the_row_above() -> None:
    wide = "".join(
        f"<p>{label} 1,{at}11 2,{at}22 3,{at}33</p>" for at, label in enumerate(["Sales", "Costs of lamps", "Tax", "Net of tax"])
    )
    assert _figures(_page("paragraphs") + "<p>3</p><hr>" + wide)[: len(FIGURES)] == FIGURES


def test_few_rows_are_running_text() -> None:
    assert not tables("".join(f"<p>{line}</p>" for line in LINES[:8]))


def test_lines_of_figures_end_at_a_break_however_long_they_are() -> None:
    long = "Wicks and chimneys, less those that broke in the hands of those who lit them 10,637 18,403"
    heads = "&nbsp;&nbsp;&nbsp;".join(["Three months ended June 30, 1998", "Three months ended June 30, 1997"])
    assert texts(f"{long}<br>Oil 5 6") == [long, "Oil 5 6"]
    assert len(texts(f"{heads}<br>and more")) == 2
    assert all(len(texts(f"{line}<br>and more")) == 1 for line in (long[:-14], long + " lamps"))
