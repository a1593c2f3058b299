"""Captions that say the lengths of both panels at once: "Three Months and Nine Months Ended September 30". Small companies' quarterly
reports set the nine months below the quarter under such a caption."""

from __future__ import annotations

from datetime import date

import pytest
from filings import heads, income, one, periods

from converter.find.statements.periods.known import Known

KNOWN = Known(form="10-Q", period_end=date(1997, 9, 30), days=(date(1997, 9, 30), date(1996, 12, 31)))
BOTH = "Three Months and Nine Months Ended September 30, 1997 and 1996\n(in thousands)"
YEARS = heads("1997", "1996")
QUARTER = [("Net sales", "$ 9,000", "$ 8,000"), ("Cost of sales", "5,000", "4,500"), ("Net income", "$ 4,000", "$ 3,500")]
TO_DATE = [("Net sales", "$17,100", "$16,300"), ("Cost of sales", "9,600", "9,100"), ("Net income", "$ 7,500", "$ 7,200")]
LENGTHS = ["1997-07-01 1997-09-30", "1996-07-01 1996-09-30", "1997-01-01 1997-09-30", "1996-01-01 1996-09-30"]


def _panels(first: list[str], second: list[str]) -> str:
    return income([*QUARTER, *((line,) for line in second), *TO_DATE], first, BOTH)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([f"Three Months{YEARS[12:]}"], [f"Nine Months{YEARS[11:]}"]),
        ([YEARS, "THREE MONTHS"], ["NINE MONTHS"]),
        ([YEARS, "Three months ended September 30:"], ["", "Nine months ended September 30:"]),
        ([YEARS, "", "For the three months ended September 30"], ["For the nine months ended September 30"]),
    ],
)
def test_each_panel_has_the_length_above_it(first: list[str], second: list[str]) -> None:
    found = one(_panels(first, second), "income", KNOWN)
    assert periods(found) == LENGTHS
    assert [figure.column for row in found.rows if row.label == "Net income" for figure in row.figures] == [0, 1, 2, 3]


def test_panels_without_a_length_of_their_own_are_in_the_captions_order() -> None:
    assert periods(one(_panels([YEARS], [YEARS]), "income", KNOWN)) == LENGTHS


def test_one_panel_of_two_lengths_has_neither() -> None:
    assert periods(one(income(QUARTER, [YEARS], BOTH), "income", KNOWN)) == ["none", "none"]


@pytest.mark.parametrize(("years", "order"), [(("1997", "1996") * 2, (0, 1, 2, 3)), (("1997", "1997", "1996", "1996"), (0, 2, 1, 3))])
def test_four_columns_have_both_in_the_order_of_their_years(years: tuple[str, ...], order: tuple[int, ...]) -> None:
    rows = [(label, *(("4,000", "3,500", "7,500", "7,200")[place] for place in order)) for label in ("Net sales", "Costs", "Net income")]
    assert periods(one(income(rows, [heads(*years)], BOTH), "income", KNOWN)) == [LENGTHS[place] for place in order]
