"""Figures that follow their labels at a tab or a few blanks: no columns to see, only their order."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, line, one, periods, row, statement

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")


def printed(found: Statement, label: str) -> list[str]:
    return [figure.number.printed for figure in row(found, label)]


def ragged(rows: list[tuple[str, ...]], gap: str) -> str:
    return "\n".join(gap.join(each) for each in rows) + "\n"


@pytest.mark.parametrize("gap", ["\t", "\t\t", "    ", "   "], ids=repr)
def test_order_tells_the_columns(gap: str) -> None:
    text = "CONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n" + ragged([("", "December 31,"), ("", "1998", "1997"), *BALANCE_ROWS], gap)
    found = one(text, "balance_sheet", ANNUAL)
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert printed(found, "Accounts receivable") == ["800", "700"]


def test_lengths_stand_evenly_over_the_years() -> None:
    rows = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    heads = [("", "Three Months Ended June 30,", "Six Months Ended June 30,"), ("", "1998", "1997", "1998", "1997")]
    found = one("CONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n\n" + ragged([*heads, *rows], "\t"), "income", QUARTER)
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_a_quarter_and_half_a_year_in_one_head() -> None:
    rows = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    heads = [("For the Quarter Ended June 30, For the Six Months Ended June 30,",), ("1998", "1997", "1998", "1997")]
    found = one("CONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n\n" + ragged([*heads, *rows], "   "), "income", QUARTER)
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_the_number_of_a_note_stands_before() -> None:
    noted = [(each[0], "3", *each[1:]) if each[0].startswith(("Long-term debt", "Property")) else each for each in BALANCE_ROWS]
    text = "CONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n" + ragged([("", "Note", "1998", "1997"), *noted], "\t")
    found = one(text, "balance_sheet", ANNUAL)
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert printed(found, "Long-term debt") == ["1,100", "1,200"]


def test_which_of_two_is_blank_is_not_guessed() -> None:
    """A figure alone, where figures of both columns end: it is told as one that stands in no column."""
    rows = [("", "1998", "1997"), *BALANCE_ROWS[:-3], ("Notes payable to a bank", "77"), *BALANCE_ROWS[-3:]]
    found = one("CONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n" + ragged(rows, "    "), "balance_sheet", ANNUAL)
    lonely = next(each for each in found.rows if each.label == "Notes payable to a bank")
    assert not lonely.figures
    assert [(figure.number.printed, figure.reason) for figure in lonely.in_label] == [("77", "stands in no column of the statement")]


def test_columns_that_stand_are_left_to_their_places() -> None:
    """A blank cell of an aligned table is found by where its neighbour stands, however many figures the other lines have."""
    rows = [*BALANCE_ROWS[:6], ("  Deposits", "", "50"), *BALANCE_ROWS[6:]]
    found = one(statement("CONSOLIDATED BALANCE SHEETS", ["", f"{'1998':>54}{'1997':>14}"], rows), "balance_sheet", ANNUAL)
    (figure,) = row(found, "Deposits")
    assert figure.column == 1


def test_blanks_in_a_column_of_per_cents_are_no_ragged_lines() -> None:
    """More lines without a per cent than with one: the figures of the others stand in their columns all the same."""
    changes = ["5.1", "2.2", *["n.m."] * 7]
    table = [(label, *figures, change, *figures, change) for (label, *figures), change in zip(INCOME_ROWS, changes, strict=True)]
    heads = [line("", "1998", "1997", "% Chg.", "1998", "1997", "% Chg.", width=10)]
    lengths = f"{'':45}Three Months Ended            Six Months Ended\n{'':50}June 30,                     June 30,"
    text = f"STATEMENTS OF INCOME\n(In thousands)\n\n{lengths}\n" + "\n".join([*heads, *(line(*each, width=10) for each in table)])
    found = one(text, "income", QUARTER)
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
