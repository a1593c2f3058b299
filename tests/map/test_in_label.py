"""Numbers inside labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from converter.map.in_label import in_label_drafts
from converter.model import Column, Figure, Period, Place, Statement, StatementRow, Text
from converter.taxonomy import load_taxonomy

END = Period(None, date(1996, 12, 31))
Make = Callable[..., Figure]


def drafts(label: str, *figures: Figure, heads: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    row = StatementRow(label, (), heads=heads, in_label=figures)
    sheet = Statement("balance_sheet", Text("BALANCE SHEET", Place(0, "cell", "t")), 0, (Column("1996", END),), (row,))
    found, unmapped, ignored = in_label_drafts(row, (), sheet, load_taxonomy())
    assert len(unmapped) + len(ignored) + len({d.place for d in found}) >= 1
    return [(d.concept, f"{d.value:f}") for d in found]


def test_stock(label_number: Make) -> None:
    label = "Common stock, $.01 par value; 30,000,000 shares authorized; 16,897,000 shares issued and outstanding"
    found = drafts(
        label,
        label_number("$.01", "eps", "Common stock, ", " par value; "),
        label_number("30,000,000", "shares", "$.01 par value; ", " shares authorized; "),
        label_number("16,897,000", "shares", "30,000,000 shares authorized; ", " shares issued and outstanding"),
    )
    assert found == [
        ("gaap:CommonStockParOrStatedValuePerShare", "0.01"),
        ("gaap:CommonStockSharesAuthorized", "30000000"),
        ("gaap:CommonStockSharesIssued", "16897000"),
        ("gaap:CommonStockSharesOutstanding", "16897000"),
    ]


def test_words_before_the_number_in_its_own_clause(label_number: Make) -> None:
    label = "Preferred stock, authorized 5,000 shares; issued 1,200 shares"
    found = drafts(
        label,
        label_number("5,000", "shares", "Preferred stock, authorized ", " shares; issued ", scale=3),
        label_number("1,200", "shares", "authorized 5,000 shares; issued ", " shares", scale=3),
    )
    assert found == [("gaap:PreferredStockSharesAuthorized", "5000000"), ("gaap:PreferredStockSharesIssued", "1200000")]


def test_second_of_a_list_reads_beyond_the_first(label_number: Make) -> None:
    found = drafts(
        "Accounts receivable, less allowances of $64 and $68", label_number("$68", "usd", "less allowances of $64 and ", "", scale=6)
    )
    assert found == [("gaap:AllowanceForDoubtfulAccountsReceivableCurrent", "68000000")]


def test_treasury_shares_need_no_word(label_number: Make) -> None:
    found = drafts("Treasury stock, at cost, 54,713 shares", label_number("54,713", "shares", "Treasury stock, at cost, ", " shares"))
    assert found == [("gaap:TreasuryStockShares", "54713")]


def test_the_heading_tells_what_a_row_is_about(label_number: Make) -> None:
    found = drafts("Authorized 5,000 shares", label_number("5,000", "shares", "Authorized ", " shares"), heads=("Common stock:",))
    assert found == [("gaap:CommonStockSharesAuthorized", "5000")]


@pytest.mark.parametrize("change", [{"ignored": True, "reason": "a note number"}, {"period": None}, {"scale": None}])
def test_what_is_no_amount_is_left(label_number: Make, change: dict[str, object]) -> None:
    figure = replace(label_number("3", "shares", "Common stock, authorized ", ""), **change)  # type: ignore[arg-type]
    assert drafts("Common stock (Note 3)", figure) == []


def test_unknown_words_are_ignored(label_number: Make) -> None:
    assert drafts("Notes due, 8 series", label_number("8", "shares", "Notes due, ", " series")) == []


def test_words_behind_another_number_are_its_own(label_number: Make) -> None:
    label = "Common stock (5,500 shares authorized, 2,293 and 2,297 issued)"
    found = drafts(label, label_number("2,293", "shares", "Common stock (5,500 shares authorized, ", " and 2,297 issued)"))
    assert found == [("gaap:CommonStockSharesIssued", "2293")]
