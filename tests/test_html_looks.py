"""Columns of notes beside amounts, in statements of one table and of several: the same facts each time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter import convert

PROSE = (
    "The accompanying notes are a part of these statements, which management prepared from the books and records of the company without "
    "an audit, and which should be read together with the annual report for the year before, that was sent to all holders of its shares."
)
Row = tuple[str, str, str, str]
INCOME: Sequence[Row] = [
    ("Net sales", "", "90,411", "80,202"),
    ("Cost of sales", "2", "50,108", "49,306"),
    ("Gross profit", "", "40,303", "30,896"),
    ("Selling expenses", "3", "25,011", "23,307"),
    ("Income before income taxes", "", "15,292", "7,589"),
    ("Income taxes", "", "3,721", "1,904"),
    ("Net income", "9", "11,571", "5,685"),
]
PER_SHARE: Sequence[Row] = [
    ("Basic net income per share", "", "$1.16", "$0.57"),
    ("Diluted net income per share", "6", "$1.13", "$0.56"),
]
SHARES: Sequence[Row] = [
    ("Weighted average basic shares outstanding", "", "10,002", "9,988"),
    ("Weighted average diluted shares outstanding", "4", "10,202", "10,188"),
]


def _rows(rows: Sequence[Row], noted: bool) -> str:
    cut = [row if noted else (row[0], "", *row[2:]) for row in rows]
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cut)


def _told(body: str) -> set[tuple[str, str, str]]:
    page = (
        "<html><body><p>FORM 10-K</p><p>For the fiscal year ended December 31, 1999</p><p>EXAMPLE CORP.</p><p>STATEMENTS OF INCOME</p>"
        f"<p>(In thousands, except per share data)</p>{body}<p>{PROSE}</p></body></html>"
    )
    (report,) = convert(page.encode(), name="a.htm").reports
    return {(fact.value or "", f"{fact.period.end}", fact.label) for fact in report.facts if fact.statement == "income"}


def _expected() -> set[tuple[str, str, str]]:
    pairs = [
        (value, day, label)
        for label, _, *values in (*INCOME, *PER_SHARE, *SHARES)
        for value, day in zip(values, ("1999-12-31", "1998-12-31"), strict=True)
        if value
    ]
    return {(value.strip("$") if "." in value else value.replace(",", "") + "000", day, label) for value, day, label in pairs}


HEAD = "<tr><td></td><td>Note</td><td>December 31, 1999</td><td>December 31, 1998</td></tr>"


def test_numbers_of_notes_do_not_count_shares() -> None:
    assert _told(f"<table>{HEAD}{_rows([*INCOME, *PER_SHARE, *SHARES], True)}</table>") == _expected()


@pytest.mark.parametrize("noted", [(True, False, True), (False, True, True), (True, True, False)])
def test_tables_without_heads_go_on_whatever_stands_beside_their_amounts(noted: Sequence[bool]) -> None:
    head = HEAD if noted[0] else HEAD.replace("Note", "")
    parts = [_rows(rows, each) for rows, each in zip((INCOME, PER_SHARE, SHARES), noted, strict=True)]
    assert _told("<p>&nbsp;</p>".join(f"<table>{part}</table>" for part in [head + parts[0], *parts[1:]])) == _expected()


def test_a_lone_number_beside_a_heading_is_a_notes() -> None:
    rows = [*INCOME, ("Net income per share:", "5", "", ""), *PER_SHARE, *SHARES]
    assert (
        _told(f"<table>{HEAD.replace('Note', '')}{_rows(rows[:7], False)}</table><p>&nbsp;</p><table>{_rows(rows[7:], True)}</table>")
        == _expected()
    )


FLOWS: Sequence[tuple[str, Sequence[Row]]] = [
    ("OPERATING ACTIVITIES", [("Net income", "", "11,571", "5,685"), ("Depreciation", "", "2,309", "2,215")]),
    ("INVESTING ACTIVITIES", [("Purchases of equipment", "", "(4,402)", "(3,119)"), ("Sales of equipment", "", "309", "127")]),
    ("FINANCING ACTIVITIES", [("Dividends paid", "", "(1,204)", "(1,127)"), ("Repayment of debt", "", "(6,309)", "(2,127)")]),
]


def test_headings_of_a_cash_flow_stand_between_its_tables_and_heads_again() -> None:
    parts = (f"<p><b>{name}</b></p><table>{HEAD}{_rows(rows, False)}</table>" for name, rows in FLOWS)
    page = f"<html><body><p>FORM 10-K</p><p>EXAMPLE CORP.</p><p>STATEMENTS OF CASH FLOWS</p>{''.join(parts)}<p>{PROSE}</p></body></html>"
    (report,) = convert(page.encode(), name="a.htm").reports
    assert len([fact for fact in report.facts if fact.statement == "cashflow"]) == 12
