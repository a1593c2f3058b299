"""Two statements side by side in one table."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, values

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


def _statements(titles: tuple[str, str], gap: str = "<td></td>") -> list[Statement]:
    head = "<td></td><td>1998</td><td>1997</td>"
    dates = "<td></td><td colspan=2>December 31,</td>", "<td></td><td colspan=2>Years Ended December 31,</td>"
    rows = [
        "".join(f"<td colspan=3>{title}</td>{gap}" for title in titles),
        gap.join(dates),
        gap.join([head, head]),
        *(
            gap.join(
                "".join(f"<td>{text}</td>" for text in (*sides, "", "", "")[:3])
                for sides in (left, INCOME_ROWS[at] if at < len(INCOME_ROWS) else ())
            )
            for at, left in enumerate(BALANCE_ROWS)
        ),
    ]
    page = "".join(f"<tr>{row}</tr>" for row in rows)
    return list(find(f"<html><p>(in thousands, except per share amounts)</p><table>{page}</table></html>", ANNUAL, "filing.htm"))


@pytest.mark.parametrize("gap", ["", "<td></td>"])
def test_both_are_read_each_with_its_own_labels_and_columns(gap: str) -> None:
    balance, income = _statements(("BALANCE SHEETS", "STATEMENTS OF INCOME"), gap)
    assert [balance.kind, income.kind] == ["balance_sheet", "income"]
    assert values(balance, "Total assets") == ["5000000 iso4217:USD", "4500000 iso4217:USD"]
    assert values(balance, "Stockholders' equity") == ["3000000 iso4217:USD", "2500000 iso4217:USD"]
    assert values(income, "Gross profit") == ["4000000 iso4217:USD", "3500000 iso4217:USD"]
    assert [column.period.start is None for column in (*balance.columns, *income.columns) if column.period] == [True, True, False, False]
    assert [len(row.figures) for row in income.rows] == [2] * len(INCOME_ROWS)


def test_one_title_over_both_sides_is_of_one_statement() -> None:
    assert {statement.kind for statement in _statements(("BALANCE SHEETS", "BALANCE SHEETS"))} == {"balance_sheet"}
