"""Dashes that are no amounts, and marks of footnotes."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, find, heads, one, row, statement

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
TITLE = "CONSOLIDATED BALANCE SHEETS"
HEADS = [heads("1998", "1997")]


def sheet(*table: tuple[str, ...]) -> Statement:
    return one(statement(TITLE, HEADS, table), "balance_sheet", ANNUAL)


def live(found: Statement, label: str) -> list[str]:
    return [figure.number.printed for figure in row(found, label) if not figure.ignored]


@pytest.mark.parametrize("heading", ["Current assets:", "Current assets", "CURRENT ASSETS"])
def test_dashes_beside_a_heading_are_no_amounts(heading: str) -> None:
    found = sheet((heading, "-", "-"), *BALANCE_ROWS[1:])
    assert row(found, heading) == ()
    assert found.rows[1].heads == (heading,)
    (dashes,) = [each.in_label for each in found.rows if each.label == heading]
    assert [(figure.number.printed, figure.ignored, figure.reason) for figure in dashes] == [
        ("-", True, "a dash beside a heading or a label that goes on: no amount")
    ] * 2


@pytest.mark.parametrize("label", ["Minority interest", "Other assets", "Commitments and contingencies"])
def test_other_dashes_stay(label: str) -> None:
    found = sheet(*BALANCE_ROWS[:5], (label, "-", "-"), *BALANCE_ROWS[5:])
    assert live(found, label) == ["-", "-"]


def test_where_labels_with_colons_have_amounts_a_dash_is_one() -> None:
    found = sheet(*BALANCE_ROWS[:4], ("Land:", "-", "-"), ("Property and equipment, net:", "3,000", "2,800"), *BALANCE_ROWS[5:])
    assert live(found, "Land:") == ["-", "-"]


def test_a_label_that_goes_on_over_a_date_to_its_amounts() -> None:
    stock = [
        ("Common stock par value $.01, 40,000", "-", "-"),
        ("shares authorized 38,575 and 33,387",),
        ("shares issued at December 31, 1998",),
        ("and 1997, outstanding at December 31",),
        ("1998, respectively", "372", "320"),
    ]
    found = sheet(*BALANCE_ROWS[:11], *stock, ("Stockholders' equity", "3,000", "2,500"), BALANCE_ROWS[-1])
    (told,) = [each for each in found.rows if each.label.startswith("Common stock")]
    assert [figure.number.printed for figure in told.figures] == ["372", "320"]
    assert told.label.endswith("1998, respectively")


def test_a_label_that_has_its_dashes_at_its_end_keeps_them() -> None:
    stock = [
        ("Preferred stock, 15,000 shares authorized",),
        (" 2% Series A stock, 2,000 shares authorized; none issued at December",),
        ("   31, 1998 and 1997", "--", "--"),
        (" 0% Series B stock, 1,750 shares authorized; none issued at December",),
        ("   31, 1998 and 1997", "--", "--"),
    ]
    found = sheet(*BALANCE_ROWS[:11], *stock, ("Stockholders' equity", "3,000", "2,500"), BALANCE_ROWS[-1])
    assert [len(each.figures) for each in found.rows if "Series" in each.label] == [2, 2]


def test_the_mark_of_a_footnote_is_no_column() -> None:
    cells = [(*each, "", "")[:3] for each in [("", "1998", "1997"), *BALANCE_ROWS]]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in each) + "</tr>" for each in cells)
    note = "<table><tr><td>(1)</td><td>Derived from audited financial statements</td></tr></table>"
    page = f"<html><body><p><b>{TITLE}</b></p><p>(in thousands)</p><table>{table}</table>{note}</body></html>"
    (found,) = find(page, ANNUAL, "filing.htm")
    assert len(found.columns) == 2
