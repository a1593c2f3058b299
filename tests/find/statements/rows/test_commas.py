"""Commas that OCR read as points in each figure of a row."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, heads, income, one, row, statement, values

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]
COSTS = ("Cost of sales", "(5.000)", "(4.500)")
PER_SHARE = "iso4217:USD/xbrli:shares"


def _income(*instead: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows of a statement of income, some of them as told."""
    own = {each[0]: each for each in instead}
    return [own.pop(each[0], each) for each in INCOME_ROWS] + list(own.values())


def test_a_row_of_points_among_whole_numbers() -> None:
    found = one(income(_income(COSTS)), "income", ANNUAL)
    assert values(found, "Cost of sales") == ["-5000000 iso4217:USD", "-4500000 iso4217:USD"]
    assert [figure.number.printed for figure in row(found, "Cost of sales")] == ["(5.000)", "(4.500)"]


def test_net_income_above_what_is_earned_per_share() -> None:
    found = one(income(_income(("Net income", "$ 1.000", "$ 1.800"))), "income", ANNUAL)
    assert values(found, "Net income") == ["1000000 iso4217:USD", "1800000 iso4217:USD"]


def test_what_follows_the_amounts_per_share_stays() -> None:
    found = one(income(_income(("Dividends", "1.245", "1.225"))), "income", ANNUAL)
    assert values(found, "Dividends") == [f"1.245 {PER_SHARE}", f"1.225 {PER_SHARE}"]


@pytest.mark.parametrize("label", ["Net income per share", "Earnings per share"])
def test_what_says_that_it_is_per_share_stays(label: str) -> None:
    found = one(income(_income((label, "$ 1.125", "$ 1.100"))), "income", ANNUAL)
    assert values(found, label) == [f"1.125 {PER_SHARE}", f"1.100 {PER_SHARE}"]


def test_a_label_that_comes_again_may_be_what_is_earned_per_share() -> None:
    table = [*INCOME_ROWS[:7], ("Net income", "1.125", "1.100")]
    assert [each.figures[0].number.value for each in one(income(table), "income", ANNUAL).rows if each.label == "Net income"][1] < 2


@pytest.mark.parametrize(
    "others",
    [[("Rents", "12.5", "11.5")], [("Rents", "1.234", "1.235"), ("Fees", "1.236", "1.237"), ("Tolls", "2.1", "2.2")]],
    ids=["tenths", "more points"],
)
def test_a_statement_that_counts_otherwise(others: list[tuple[str, ...]]) -> None:
    found = one(income([*others, *_income(COSTS)]), "income", ANNUAL)
    assert row(found, "Cost of sales")[0].number.places == 3


def test_a_balance_sheet_counts_money_in_all_rows_but_those_per_share() -> None:
    table = [*BALANCE_ROWS[:-2], ("Paid-in capital", "59.452", "3"), *BALANCE_ROWS[-2:], ("Book value per share", "12.125", "11.500")]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert values(found, "Paid-in capital") == ["59452000 iso4217:USD", "3000 iso4217:USD"]
    assert values(found, "Book value per share") == [f"12.125 {PER_SHARE}", f"11.500 {PER_SHARE}"]
