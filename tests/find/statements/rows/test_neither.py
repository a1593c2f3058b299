"""Rows of a statement of income that are neither money nor shares."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, heads, income, one, row, statement, values

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


@pytest.mark.parametrize(
    "label",
    [
        "Number of employees",
        "Average number of stores",
        "Employees at year end",
        "Shareholders of record",
        "Barrels sold",
        "Square feet of selling space",
    ],
)
def test_counts_of_people_and_things_have_no_unit(label: str) -> None:
    found = row(one(income([*INCOME_ROWS, (label, "1,200", "1,100")]), "income", ANNUAL), label)
    assert [(figure.unit, figure.scale, figure.ignored) for figure in found] == [(None, None, False)] * 2
    assert "nothing tells its unit" in found[0].reason


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Production:", "Natural gas (MMcf)"),
        ("Production:", "Equivalent (Mmcfe)"),
        ("Average sales price:", "Oil (per Bbl)"),
        ("Average sales price:", "Oil ($/Bbl)"),
        ("Unit costs (per Mcfe):", "Lease operating"),
        ("Shipments:", "Coated board (in thousands of tons)"),
        ("Sales:", "Electric (MWh)"),
    ],
)
def test_quantities_and_their_prices_above_the_revenues_have_no_unit(heading: str, label: str) -> None:
    """Producers print them first, in one table with a statement in thousands: each became so many thousand dollars."""
    found = row(one(income([(heading,), (f"  {label}", "$ 8.10", "9.20"), ("Revenues:",), *INCOME_ROWS]), "income", ANNUAL), label)
    assert [(figure.unit, figure.scale) for figure in found] == [(None, None)] * 2


@pytest.mark.parametrize("label", ["Gas sales (Mill Road)", "Sales of tons and barrels", "Milestone revenue (net)"])
def test_words_that_no_quantity_is_counted_in_leave_money(label: str) -> None:
    assert values(one(income([(label, "1,200", "1,100"), *INCOME_ROWS]), "income", ANNUAL), label)[0] == "1200000 iso4217:USD"


def test_ratios_below_a_balance_sheet_are_no_money() -> None:
    text = statement("BALANCE SHEETS", [heads("1998", "1997")], [*BALANCE_ROWS, ("Current ratio", "2.27", "2.11")])
    assert values(one(text, "balance_sheet", ANNUAL), "Current ratio") == ["2.27 ", "2.11 "]


@pytest.mark.parametrize(
    ("label", "figures", "told"),
    [
        ("Current ratio", ("1.54", "1.32"), ["1.54", "1.32"]),
        ("Ratio of earnings to fixed charges", ("2.1", "2.3"), ["2.1", "2.3"]),
        ("Return on average equity", ("12.3", "11.1"), ["0.123", "0.111"]),
        ("Combined ratio", ("100.3", "98.0"), ["1.003", "0.980"]),
        ("Operating margin", ("23.0%", "22.0%"), ["0.230", "0.220"]),
        ("% of total", ("91.9", "91"), ["0.919", "0.91"]),
        ("Percent of sales", ("91.9", "91.4"), ["0.919", "0.914"]),
    ],
)
def test_ratios_and_per_cents_are_pure(label: str, figures: tuple[str, str], told: list[str]) -> None:
    found = one(income([*INCOME_ROWS, (label, *figures)]), "income", ANNUAL)
    assert values(found, label) == [f"{each} " for each in told]  # Pure numbers have no unit in OIM.


def test_a_ratio_that_may_be_a_per_cent_or_not_has_no_unit() -> None:
    found = row(one(income([*INCOME_ROWS, ("Allowance ratio", "1.2", "1.3")]), "income", ANNUAL), "Allowance ratio")
    assert [figure.unit for figure in found] == [None, None]


@pytest.mark.parametrize("label", ["Customers", "Stores", "Barrels and drums sold, revenues", "Gain on the number of stores closed"])
def test_what_may_be_money_stays_money(label: str) -> None:
    found = one(income([(label, "1,200", "1,100"), *INCOME_ROWS]), "income", ANNUAL)
    assert values(found, label) == ["1200000 iso4217:USD", "1100000 iso4217:USD"]
    marked = one(income([*INCOME_ROWS, (label, "$1,200", "$1,100")]), "income", ANNUAL)
    assert values(marked, label) == ["1200000 iso4217:USD", "1100000 iso4217:USD"]


def test_a_number_of_shares_counts_shares() -> None:
    label = "Number of shares outstanding"
    assert values(one(income([*INCOME_ROWS[:-1], (label, "2,000", "2,000")]), "income", ANNUAL), label) == ["2000000 xbrli:shares"] * 2
