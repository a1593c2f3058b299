"""Heads of some columns folded over two lines, those of others not."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, heads, one, periods, statement

from converter.find.statements.periods.known import Known

QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
DAYS = ("6/30/98", "6/30/97", "6/30/98", "6/30/97")
TABLE = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
THREE = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]
SIX = ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("", "", "Six Months", "Six Months"), ("Quarter Ended", "Quarter Ended", "Ended", "Ended")], THREE + SIX),
        ([("Three Months", "Three Months", "", ""), ("Ended", "Ended", "Six Months Ended", "Six Months Ended")], THREE + SIX),
        ([("", "Six Months", "", "Six Months"), ("Quarter Ended", "Ended", "Quarter Ended", "Ended")], None),
        ([("Three", "Three", "", ""), ("Months", "Months", "Six Months", "Six Months"), ("Ended",) * 4], THREE + SIX),
    ],
    ids=["right", "left", "by turns", "three lines"],
)
def test_lengths(lines: list[tuple[str, ...]], expected: list[str] | None) -> None:
    days = DAYS if expected else (DAYS[0], DAYS[0], DAYS[1], DAYS[1])
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", [heads(*each, width=18) for each in (*lines, days)], TABLE, width=18)
    assert periods(one(text, "income", QUARTER)) == (expected or [THREE[0], SIX[0], THREE[1], SIX[1]])


def test_days() -> None:
    lines = [heads("", "December", width=18), heads("June 30, 1998", "31, 1997", width=18)]
    text = statement("CONSOLIDATED BALANCE SHEETS", lines, BALANCE_ROWS, width=18)
    assert periods(one(text, "balance_sheet", QUARTER)) == ["at 1998-06-30", "at 1997-12-31"]


def test_heads_that_span_two_columns_are_not_folded() -> None:
    lines = [f"{'Three Months':>70}{'Six Months':>36}", heads(*["Ended"] * 4, width=18), heads(*DAYS, width=18)]
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", lines, TABLE, width=18)
    assert periods(one(text, "income", QUARTER)) == THREE + SIX
