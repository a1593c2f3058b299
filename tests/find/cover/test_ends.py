"""Statements right behind a cover: a small quarterly report goes on with its balance sheet where the shares outstanding stand last."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.read import read

_COVER = (
    "<p>FORM 10-Q</p><p>For the quarterly period ended March 31, 2001</p><p>EXAMPLE HARBOR PARTNERS</p>"
    "<p>(Exact name of registrant as specified in its charter)</p>{said}"
)
_ROWS = (
    ("Buildings and improvements", "9,804,000", "9,700,000"),
    ("Accounts receivable", "204,000", "190,000"),
    ("Total assets", "10,008,000", "9,890,000"),
    ("Accounts payable", "88,000", "90,000"),
    ("Units, 40,000 units issued and outstanding", "9,920,000", "9,800,000"),
    ("Total liabilities and partners' capital", "10,008,000", "9,890,000"),
)
_SAID = "<p>There were 5,104,000 shares of common stock outstanding on May 1, 2001.</p>"


def _counts(page: str) -> list[str]:
    return [item.value for item in find_cover(read(page.encode(), "a.htm")) if item.item == "shares_outstanding"]


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


@pytest.mark.parametrize(("said", "counts"), [("", []), (_SAID, ["5104000"])])
def test_a_statement_behind_the_cover_counts_no_shares(said: str, counts: list[str]) -> None:
    page = _COVER.format(said=said) + "<p>Balance sheets, March 31, 2001 and December 31, 2000</p>" + _table(("", "2001", "2000"), *_ROWS)
    assert _counts(page) == counts


def test_a_covers_own_table_counts_them() -> None:
    table = _table(("Class", "Outstanding at May 1, 2001"), ("Common Stock, $.01 par value per share", "5,104,000"))
    assert _counts(_COVER.format(said=table)) == ["5104000"]


def test_a_title_tells_a_statement_whose_labels_do_not() -> None:
    rows = (("Land", "204,000", "204,000"), *_ROWS[:1], ("Joint venture", "88,000", "90,000"))
    below = (("Total liabilities", "88,000", "90,000"), ("Partners (40,000 units issued and outstanding)", "920,000", "800,000"))
    page = "<p>EXAMPLE HARBOR PARTNERS</p><p>FORM 10-Q</p><p>Commission file number 0-12345</p><p>BALANCE SHEETS</p><p>Assets</p>"
    assert _counts(page + _table(("", "June 30, 2001", "December 31, 2000"), *rows) + "<p>Liabilities</p>" + _table(*below)) == []


def test_in_a_text_the_cover_ends_where_the_statement_begins() -> None:
    page = (
        "FORM 10-Q\n\nEXAMPLE HARBOR INC.\n(Exact name of registrant as specified in its charter)\n\n"
        "Class                                           Outstanding at May 1, 2001\n"
        "Common Stock, $.01 par value per share                 5,104,000\n"
    )
    statement = "\n".join(f"{row[0]:<50}{row[1]:>14}{row[2]:>14}" for row in _ROWS)
    found = find_cover(read(f"{page}BALANCE SHEETS\n{'':50}{'2001':>14}{'2000':>14}\n{statement}\n".encode(), "a.txt"))
    assert [item.value for item in found if item.item == "shares_outstanding"] == ["5104000"]


@pytest.mark.parametrize("title", ["STATEMENTS OF INCOME", "Results"])
def test_in_a_text_labels_may_tell_a_statement_together_and_none_alone(title: str) -> None:
    rows = (
        ("Revenues", "104,000", "97,000"),
        ("Income taxes", "2,000", "1,000"),
        ("Earnings", "4,000", "2,000"),
        ("Per share", ".10", ".05"),
    )
    lines = "\n".join(f"{row[0]:<50}{row[1]:>14}{row[2]:>14}" for row in rows)
    cover = "FORM 10-Q\n\nEXAMPLE HARBOR INC.\n(Exact name of registrant as specified in its charter)"
    page = f"{cover}\n\n{title}\n{'':50}{'2001':>14}{'2000':>14}\n{lines}\n"
    assert not [item for item in find_cover(read(page.encode(), "a.txt")) if item.item == "shares_outstanding"]
