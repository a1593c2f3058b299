"""Heads on the line of the rule that underlines the heads beside them."""

from __future__ import annotations

from datetime import date

from filings import INCOME_ROWS, heads, one, periods, statement

from converter.find.statements.periods.known import Known

QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
CHANGES = [("30", "9.0%"), ("(17)", "3.1%"), ("35", "1.0%"), ("40", "2.5%"), ("(12)", "4.4%"), ("8", "6.1%"), ("15", "7.7%")]


def test_the_head_of_changes_stands_beside_the_rule_below_the_dates() -> None:
    table = [(*row, *changes) for row, changes in zip(INCOME_ROWS, CHANGES, strict=False)]
    lines = [
        f"{'':45}Six Months Ended June",
        f"{'':52}{'30,':>6}",
        f"{'':40}{'-' * 24}  Increase (Decrease)",
        heads("1998", "1997", "Amount", "Percent", width=12),
    ]
    found = one(statement("STATEMENTS OF INCOME", lines, table, width=12), "income", QUARTER)
    assert periods(found) == ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
