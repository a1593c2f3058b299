"""What a share is worth below a statement of income is worth so on a day. Futures funds, trusts and closed-end funds print it below their
net income, in the columns of the year; some tell what a thousand units earn."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, income, one, row, values

from converter.find.statements.periods.known import Known
from converter.model import Figure, Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
END, START = [date(1998, 12, 31), date(1997, 12, 31)], [date(1997, 12, 31), date(1996, 12, 31)]


def told(*below: tuple[str, ...]) -> Statement:
    return one(income([*INCOME_ROWS, *below]), "income", ANNUAL)


def days(figures: list[Figure]) -> list[date]:
    return [figure.period.end for figure in figures if figure.period is not None and figure.period.is_instant]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Net asset value per unit", END),
        ("Net asset value per limited partnership interest, end of year", END),
        ("Net asset value per unit, beginning of year", START),
        ("Per share net asset value", END),
        ("Net asset value per unit at December 31", END),
        ("Book value per share", END),
        ("Redemption value per unit", END),
        ("Market price per share at year end", END),
        ("Increase in net asset value per unit", []),
        ("Market price per share", []),
    ],
)
def test_what_a_share_is_worth_on_a_day(label: str, expected: list[date]) -> None:
    assert days(row(told((label, "12.50", "11.40")), label)) == expected


def test_its_heading_says_what_begins_and_ends() -> None:
    found = told(("Net asset value per unit:",), ("  Beginning of year", "11.40", "10.10"), ("  End of year", "12.50", "11.40"))
    assert days(row(found, "Beginning of year")) == START
    assert days(row(found, "End of year")) == END


def test_what_a_thousand_units_earn() -> None:
    found = told(("Net income per thousand units", "$ 300.00", "$ 170.00"))
    assert values(found, "Net income per thousand units") == ["0.30000 iso4217:USD/xbrli:shares", "0.17000 iso4217:USD/xbrli:shares"]
