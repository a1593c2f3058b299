"""Heads of text that stand nowhere near their columns: one for each of them, so order tells."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, line, one, periods, rows

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
LENGTHS = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


@pytest.mark.parametrize("left", [20, 28, 34, 40])
def test_years_left_of_their_columns(left: int) -> None:
    years = " " * left + "1998     1997     1996"
    table = rows([(*each, each[-1]) if len(each) > 1 else each for each in INCOME_ROWS])
    text = f"STATEMENTS OF INCOME\n(In thousands)\n\n{'':{left}}Years Ended\n{'':{left}}December 31,\n{years}\n{table}"
    assert periods(one(text, "income", ANNUAL)) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31", "1996-01-01 1996-12-31"]


@pytest.mark.parametrize("left", [20, 28, 34, 40])
def test_lengths_over_years_left_of_their_columns(left: int) -> None:
    heads = ["Three Months Ended     Six Months Ended", "June 30,        June 30,", "1998     1997     1998     1997"]
    table = rows([(label, *figures, *figures) for label, *figures in INCOME_ROWS])
    text = "STATEMENTS OF INCOME\n(Unaudited)\n(In thousands)\n\n" + "".join(f"{'':{left}}{head}\n" for head in heads) + table
    assert periods(one(text, "income", QUARTER)) == LENGTHS


def test_days_left_of_their_columns() -> None:
    text = f"BALANCE SHEETS\n(In thousands)\n\n{'':24}June 30, 1998  December 31, 1997\n{rows(BALANCE_ROWS)}"
    assert periods(one(text, "balance_sheet", QUARTER)) == ["at 1998-06-30", "at 1997-12-31"]


def test_fewer_heads_than_columns_stand_over_the_nearest() -> None:
    table = rows([(*each, "5.1") if len(each) > 1 else each for each in INCOME_ROWS])
    text = f"STATEMENTS OF INCOME\n(In thousands)\n\n{line('', 'Year ended', 'Year ended')}\n{line('', '1998', '1997')}\n{table}"
    assert periods(one(text, "income", ANNUAL)) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31", "none"]


def test_words_before_the_heads_are_no_column() -> None:
    label = f"{'Years ended December 31,':<40}"
    text = f"STATEMENTS OF INCOME\n(In thousands)\n\n{label}{'1998':>14}{'1997':>14}\n{rows(INCOME_ROWS)}"
    assert periods(one(text, "income", ANNUAL)) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]
