"""Rows below the amounts per share, and below a heading of statistics."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, income, one, row, values

from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
MONEY = ["1200000 iso4217:USD", "1100000 iso4217:USD"]


def told(*below: tuple[str, ...], above: list[tuple[str, ...]] = INCOME_ROWS) -> Statement:
    return one(income([*above, *below]), "income", ANNUAL)


def untold(found: Statement, label: str) -> bool:
    return all(figure.unit is None and not figure.ignored for figure in row(found, label))


@pytest.mark.parametrize(
    ("label", "figures"),
    [
        ("Admissions", ("1,200", "1,100")),
        ("Licensed beds at end of year", ("1,200", "1,100")),
        ("RPMs (000's)", ("118,200", "104,300")),
        ("Revenue passenger miles", ("118,200", "104,300")),
        ("Average length of stay (days)", ("4.9", "5.1")),
        ("Growth of sales", ("4.9", "5.1")),
        ("Revenue per patient day", ("$ 812", "$ 798")),
    ],
)
def test_what_is_counted_below_the_amounts_per_share_has_no_unit(label: str, figures: tuple[str, str]) -> None:
    assert untold(told((label, *figures)), label)


@pytest.mark.parametrize("label", ["Depreciation and amortization", "Dividends declared", "Comprehensive income (loss)"])
def test_what_is_spoken_of_as_money_is_money_there_too(label: str) -> None:
    assert values(told((label, "1,200", "1,100")), label) == MONEY
    assert values(told(("Trucks", "412", "398"), (label, "1,200", "1,100")), label) == MONEY


def test_a_mark_on_the_figures_tells_money() -> None:
    assert values(told(("Handle", "$ 1,200", "$ 1,100")), "Handle") == MONEY


def test_rows_between_two_of_money_are_money() -> None:
    table = [("Net income", "1,000", "800"), ("Translation of subsidiaries", "1,200", "1,100"), ("Comprehensive income", "2,200", "1,900")]
    assert values(told(*table), "Translation of subsidiaries") == MONEY


def test_tenths_between_two_rows_of_money_are_none() -> None:
    found = told(("EBITDA", "1,200", "1,100"), ("Growth", "4.1", "4.2"), ("Interest", "1,200", "1,100"))
    assert untold(found, "Growth")
    assert values(found, "Interest") == MONEY


def test_what_is_paid_for_a_thing_has_no_unit_below_its_heading() -> None:
    found = told(("Average price per Mcf:",), ("East", "2.20", "2.10"), ("West", "2.30", "2.20"))
    assert untold(found, "East")
    assert untold(found, "West")


def test_rows_below_a_heading_of_money_are_money() -> None:
    table = [("Net income allocated to:",), ("  Managers", "1,200", "1,100"), ("  Members", "300", "200"), ("Total", "1,500", "1,300")]
    assert values(told(*table), "Managers") == MONEY
    assert values(told(*table), "Total") == ["1500000 iso4217:USD", "1300000 iso4217:USD"]


def test_a_total_is_what_stands_above_it() -> None:
    assert values(told(("Net income", "1,000", "800"), ("Total", "1,200", "1,100")), "Total") == MONEY
    assert untold(told(("Passengers", "900", "800"), ("Total", "1,200", "1,100")), "Total")


def test_a_heading_of_statistics_needs_no_amounts_per_share_above() -> None:
    found = told(
        ("Selected operating statistics",),
        ("Tractors in service", "412", "398"),
        ("Average haul", "812.55", "798.10"),
        ("Loads", "9,870", "8,911"),
        above=INCOME_ROWS[:-2],
    )
    labels = ("Tractors in service", "Average haul", "Loads")
    assert all(figure.unit is None for label in labels for figure in row(found, label))


def test_what_a_heading_says_the_number_of_is_counted() -> None:
    found = told(("Number of restaurants:",), ("  For sales", "90", "80"), ("  Franchised", "300", "200"), ("  For rent", "12", "11"))
    assert untold(found, "Franchised")
    shares = told(("Number of shares used:",), ("  Basic", "2,000", "2,000"), above=INCOME_ROWS[:-1])
    assert values(shares, "Basic") == ["2000000 xbrli:shares"] * 2


def test_a_heading_of_data_above_all_rows_is_a_title() -> None:
    found = told(above=[("Operating statistics and data:",), ("Freight", "1,200", "1,100"), *INCOME_ROWS])
    assert values(found, "Freight") == MONEY


def test_amounts_per_share_and_counts_of_shares_stay_what_they_are() -> None:
    found = told(("OTHER DATA:",), ("Dividends per share", "$ .20", "$ .10"), ("Weighted average shares outstanding", "2,100", "2,000"))
    assert values(found, "Dividends per share")[0] == "0.20 iso4217:USD/xbrli:shares"
    assert values(found, "Weighted average shares outstanding")[0] == "2100000 xbrli:shares"


def test_a_page_that_goes_on_below_the_amounts_per_share_goes_on_with_counts() -> None:
    page = income(INCOME_ROWS) + "<PAGE>\n" + income([("Admissions", "1,200", "1,100"), ("Net income", "1,000", "800")])
    found = one(page.replace("CONSOLIDATED STATEMENTS OF INCOME", "CONSOLIDATED STATEMENTS OF INCOME (Continued)", 2), "income", ANNUAL)
    assert untold(found, "Admissions")
