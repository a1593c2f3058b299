"""A column of notes under its own head, beside heads of several lines over the amounts."""

from __future__ import annotations

from datetime import date

from filings import BALANCE_ROWS, INCOME_ROWS, one

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
NOTES = ["2", "", "9", "13", "4", "", "8", "3", ""]


def noted(head: str) -> Statement:
    """Years in three columns, each under a narrow stack of heads; the notes' column has a head in the last line alone. Each label ends
    with a number of its own in a line below."""
    stack = [("Year",) * 3, ("Ended",) * 3, ("December 31,",) * 3]
    lines = [f"{'':52}" + "".join(f"{each:>14}" for each in heads) for heads in stack]
    lines.append(f"{'':36}{head:>8}{'':8}" + "".join(f"{each:>14}" for each in ("1998", "1997", "1996")))
    for (label, *figures), note in zip(INCOME_ROWS, NOTES, strict=True):
        lines.append(f"{label}, net of tax of")
        lines.append(f"{'   $7':36}{note:>8}{'':8}" + "".join(f"{each:>14}" for each in (*figures, figures[-1])))
    return one("\n".join(["STATEMENTS OF INCOME", "(In thousands)", "", *lines, ""]), "income", ANNUAL)


def test_notes_take_no_part_of_the_heads_beside_them() -> None:
    for head in ("Note", "Notes", "NOTES"):
        told = {column.head: str(column.period.end) for column in noted(head).columns if column.period and not column.ignored}
        years = ("1998", "1997", "1996")
        assert told == {f"Year Ended December 31, {year}": f"{year}-12-31" for year in years}


def test_the_column_says_what_it_is() -> None:
    assert "a column of notes" in [column.reason for column in noted("Note").columns if column.ignored]


def test_notes_beside_headings_alone_are_no_part_of_the_first_column() -> None:
    """As reports of telephone companies have them: "TELEPHONE PLANT | 3" and no amounts on that line."""
    heads = "<tr><th></th><th>Note</th><th>1998</th><th>1997</th></tr><tr><th></th><th></th><th colspan=2>December 31</th></tr>"
    noted = [("ASSETS", "", "", ""), ("PLANT", "3", "", ""), ("In service", "", "$ 900", "$ 800"), ("Being built", "", "100", "200")]
    rows = [*noted, *((label, "", *(figures or ("", ""))) for label, *figures in BALANCE_ROWS)]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"# BALANCE SHEETS\n\n<table>{heads}{body}</table>\n"
    assert [column.head for column in one(page, "balance_sheet", ANNUAL, "a.md").columns] == ["1998 December 31", "1997 December 31"]
