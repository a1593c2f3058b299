"""A balance of cash whose label tells nothing, told by the sum."""

from __future__ import annotations

from datetime import date

import pytest
from filings import CASHFLOW_ROWS, heads, one, statement

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


def _ends(*last: tuple[str, ...]) -> list[str]:
    """Of the last rows: which end of the period they are at."""
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], [*CASHFLOW_ROWS[: -len(last)], *last])
    return [row.instant for row in one(text, "cashflow", ANNUAL).rows[-len(last) :]]


CHANGE = ("Net increase in cash", "200", "300")
START = ("Cash at beginning of year", "1,000", "700")
END = ("Cash at end of year", "$ 1,200", "$ 1,000")


@pytest.mark.parametrize(
    "rows",
    [
        (CHANGE, ("Cash, bcginmng of ycar", *START[1:]), END),
        (CHANGE, START, ("Cash, cncl of ycar", *END[1:])),
    ],
    ids=["start", "end"],
)
def test_one_balance_and_its_change_tell_the_other(rows: tuple[tuple[str, ...], ...]) -> None:
    assert _ends(*rows) == ["", "start", "end"]


def test_the_change_may_stand_between() -> None:
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], [*CASHFLOW_ROWS[:-3], ("Bcginmng", *START[1:]), CHANGE, END])
    assert [row.instant for row in one(text, "cashflow", ANNUAL).rows[-3:]] == ["start", "", "end"]


def test_what_adds_up_in_one_column_only_is_no_balance() -> None:
    assert _ends(CHANGE, ("Effect of rates", "1,000", "701"), ("Cash at end of year", "1,200", "1,004")) == ["", "", "end"]


def test_two_changes_are_no_balance() -> None:
    assert _ends(("Increase in loans", "200", "300"), ("Change in deposits", "1,000", "700"), END) == ["", "", "end"]


def test_an_opening_balance_restated_is_not_the_end() -> None:
    rows = [("Cash at beginning of year", "900", "600"), ("Pooling", "100", "100"), ("As restated", "1,000", "700"), CHANGE, END]
    assert _ends(*rows)[2] != "end"
