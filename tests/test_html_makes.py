"""A balance sheet in the HTML of makers who arrange it in odd ways: the same facts, under the same labels, each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from converter import convert

PROSE = (
    "The accompanying notes are a part of these statements, which management prepared from the books and records of the company without "
    "an audit, and which should be read together with the annual report for the year before, that was sent to all holders of its shares."
)
Row = tuple[str, str, str]
HEADS = ("December 31, 1999", "December 31, 1998")
SECTIONS: Sequence[tuple[str, Sequence[Row]]] = [
    (
        "Current assets:",
        [
            ("Cash and cash equivalents", "1,200", "1,050"),
            ("Receivables", "12,801", "—"),
            ("Inventories", "903", "10,513"),
            ("Total current assets", "14,904", "11,563"),
        ],
    ),
    ("Other assets:", [("Plant and equipment, net", "103,117", "98,406"), ("Total assets", "118,021", "109,969")]),
    ("Liabilities:", [("Accounts payable", "8,204", "7,615"), ("Long-term debt", "41,000", "44,000")]),
    (
        "Stockholders’ equity:",
        [
            ("Common stock", "2,500", "2,500"),
            ("Retained earnings", "66,317", "55,854"),
            ("Total stockholders’ equity", "68,817", "58,354"),
            ("Total liabilities and stockholders’ equity", "118,021", "109,969"),
        ],
    ),
]
LINES: Sequence[Row] = [line for heading, rows in SECTIONS for line in [(heading, "", ""), *rows]]


def _table(rows: Sequence[Sequence[str]], cell: Callable[[str], str] = lambda text: f"<td>{text}</td>") -> str:
    return "<table>" + "".join(f"<tr>{''.join(map(cell, row))}</tr>\n" for row in rows) + "</table>"


def _plain() -> str:
    return _table([("", *HEADS), *LINES])


def _pre_a_row() -> str:
    lines = [("", *HEADS), *LINES]
    return "\n".join(f"<pre>{label:<50}{here:>20}{there:>20}</pre>" for label, here, there in lines)


def _pre_a_cell() -> str:
    return _table([("", *HEADS), *LINES], lambda text: f"<td><pre>  {text:>10}</pre></td>")


def _pre_a_column() -> str:
    columns = [f"<td><pre>\n{chr(10).join(row[at] for row in LINES)}\n</pre></td>" for at in range(3)]
    return f"<table><tr><td></td><td>{HEADS[0]}</td><td>{HEADS[1]}</td></tr><tr>{''.join(columns)}</tr></table>"


def _labels_beside() -> str:
    labels, figures = _table([("&nbsp;",), *((row[0],) for row in LINES)]), _table([HEADS, *(row[1:] for row in LINES)])
    return f"<table>\n<tr>\n<td>{labels}</td>\n<td>&nbsp;</td>\n<td>{figures}</td>\n</tr></table>"


def _tall_headings() -> str:
    rows = [
        f"<tr>{f'<td rowspan={len(rows)}>{heading}</td>' if not at else ''}{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for heading, rows in SECTIONS
        for at, row in enumerate(rows)
    ]
    return f"<table><tr><td></td><td></td><td>{HEADS[0]}</td><td>{HEADS[1]}</td></tr>{''.join(rows)}</table>"


def _lines_of_some_rows() -> str:
    """Two lines in each cell of a row, one of them empty."""
    rows: list[Sequence[str]] = [("", *HEADS)]
    lines = [line for line in LINES if line[1]]
    for line in lines:
        rows.append((f"Of which<br>{line[0]}", f"<br>{line[1]}", f"5<br>{line[2]}") if line[0] == "Receivables" else line)
    return _table(rows)


def _written_twice() -> str:
    return _plain().replace("<td></td>", "<td>&amp;nbsp;</td>").replace("’", "&amp;rsquo;").replace("—", "&amp;mdash;")


def _read_as_something_else() -> str:
    return _plain().replace("’", "â€™").replace("—", "â€”")


def _pages_of_other_grids() -> str:
    """The second page has a blank column more and its marks in cells of their own; notes have a column on both; heads are in words."""
    first, second = LINES[:8], LINES[8:]
    notes = ["2" if at % 3 == 1 and row[1] else "" for at, row in enumerate(first)]
    heads = [head.replace(" ", "<br>") for head in HEADS]
    above = _table([("", "", *heads), *((row[0], note, *row[1:]) for row, note in zip(first, notes, strict=True))])
    cells = [(f"{label}", "4" if label == "Common stock" else "", "$", here, "", "$", there) for label, here, there in second]
    below = _table([("", "", "", "", heads[0], "", "", heads[1]), *(("", *row) for row in cells)])
    return f"{above}<p>F-3</p><hr>{below}"


def _heading_at_the_foot_of_a_page() -> str:
    cut = next(at for at, row in enumerate(LINES) if row[0].startswith("Stockholders"))
    years = "".join(f"<td colspan=2>{head[-4:]}</td>" for head in HEADS)
    heads = f"<tr><td></td><td colspan=4>December 31,</td></tr><tr><td></td>{years}</tr>"
    row = "<tr><td>{}</td><td></td><td>{}</td><td></td><td>{}</td></tr>".format
    pages = ["".join(row(*line) for line in lines if line[1]) for lines in (LINES[:cut], LINES[cut:])]
    foot = "<tr><td colspan=5>Preferred and common stockholders</td></tr>"
    return f"<table>{heads}{pages[0]}{foot}</table><p>F-3</p><hr><table>{heads}{pages[1]}</table>"


def _told(table: str) -> set[tuple[str, str, str]]:
    page = (
        "<html><body><p>FORM 10-K</p><p>For the fiscal year ended December 31, 1999</p><p>EXAMPLE CORP.</p><p>BALANCE SHEETS</p>"
        f"<p>(In thousands)</p>{table}<p>{PROSE}</p></body></html>"
    )
    (report,) = convert(page.encode(), name="a.htm").reports
    facts = (fact for fact in report.facts if fact.statement == "balance_sheet" and fact.value != "5000")
    return {(fact.label.replace("Of which ", ""), fact.value or "", f"{fact.period.end}") for fact in facts}


EXPECTED = {
    (label, "0" if value == "—" else value.replace(",", "") + "000", day)
    for label, *values in LINES
    for value, day in zip(values, ("1999-12-31", "1998-12-31"), strict=True)
    if value
}


@pytest.mark.parametrize(
    "make",
    [
        _plain,
        _pre_a_row,
        _pre_a_cell,
        _pre_a_column,
        _labels_beside,
        _tall_headings,
        _lines_of_some_rows,
        _written_twice,
        _read_as_something_else,
        _pages_of_other_grids,
        _heading_at_the_foot_of_a_page,
    ],
)
def test_the_same_facts(make: Callable[[], str]) -> None:
    assert _told(make()) == EXPECTED
