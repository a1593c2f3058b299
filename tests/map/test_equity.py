"""Statements of equity: what the balance sheet proves becomes facts, the rest is left out with a reason."""

from __future__ import annotations

import pytest

from converter import convert
from converter.model import Report

SHEET = """\
                            CONSOLIDATED BALANCE SHEETS
                              (in thousands)

                                        December 31,  December 31,
                                            1998          1997

Cash                                       $  5,000      $  4,500
    Total assets                           $  5,000      $  4,500

Accounts payable                           $  2,000      $  2,000
    Total liabilities                         2,000         2,000
Common stock                                  1,000           900
Retained earnings                             2,400         1,800
Treasury stock, at cost                        (400)         (200)
    Total stockholders' equity                3,000         2,500
    Total liabilities and
      stockholders' equity                 $  5,000      $  4,500

"""
EQUITY = """\
                  CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY
                              (in thousands)

                              Common Stock      Retained  Treasury   Unearned
                            Shares    Amount    Earnings     Stock       Comp    {total}

Balance, January 1, 1997       510  $    900  $    1,500  $    (50)  $    (7)  $  2,343
Net income                                           800                            800
Balance, December 31, 1997     510       900       1,800      (200)       (3)     2,500
Net income                                         1,000                          1,000
Balance, December 31, 1998     517  $  1,000  $    2,400  $   (400)  $    (3)  $  {last}
"""


def report(total: str = "   Total", last: str = "3,000", sheet: str = SHEET) -> Report:
    (found,) = convert((sheet + EQUITY.format(total=total, last=last)).encode(), name="equity.txt").reports
    return found


def values(found: Report, concept: str) -> dict[str, str | None]:
    return {str(fact.period.end): fact.value for fact in found.facts if fact.concept == f"gaap:{concept}"}


def test_the_total_and_its_opening_balance() -> None:
    assert values(report(), "StockholdersEquity") == {"1998-12-31": "3000000", "1997-12-31": "2500000", "1996-12-31": "2343000"}


def test_components_are_what_the_balance_sheet_prints_alike() -> None:
    found = report()
    assert values(found, "CommonStockValue")["1996-12-31"] == "900000"
    assert values(found, "RetainedEarningsAccumulatedDeficit")["1996-12-31"] == "1500000"
    assert values(found, "TreasuryStockValue") == {"1998-12-31": "400000", "1997-12-31": "200000", "1996-12-31": "50000"}


def test_the_balance_sheet_stays_the_facts_own_statement_and_has_a_further_source() -> None:
    (fact,) = [each for each in report().facts if each.concept == "gaap:StockholdersEquity" and each.value == "3000000"]
    assert fact.statement == "balance_sheet"
    assert len(fact.sources) == 2


def test_what_nothing_proves_is_left_out_with_a_reason() -> None:
    reasons = {left.reason for left in report().ignored if left.place.text in ("$    (7)", "(3)", "(7)")}
    assert reasons == {"a component of equity that the balance sheet does not print alike"}


def test_an_item_with_a_concept_of_its_own_that_both_days_prove() -> None:
    sheet = SHEET.replace(
        "Treasury stock, at cost ", "Quarry of the Hillside plan                    (3)            (3)\nTreasury stock, at cost "
    )
    facts = [each for each in report(sheet=sheet).facts if each.concept.startswith("x:")]
    told = {(each.value, f"{each.period.end}") for each in facts if each.period}
    assert told == {("-3000", "1998-12-31"), ("-3000", "1997-12-31"), ("-7000", "1996-12-31")}


@pytest.mark.parametrize("amounts", ["3             3", "1,000           900", "3             8"])
def test_an_own_item_among_the_assets_is_no_equity(amounts: str) -> None:
    """Whatever column has its amounts, and common stock keeps its opening balance."""
    sheet = SHEET.replace("    Total assets", f"Tooling on loan to the makers                 {amounts}\n    Total assets")
    found = report(sheet=sheet)
    assert all(each.period.end.year != 1996 for each in found.facts if each.concept.startswith("x:") and each.period)
    assert values(found, "CommonStockValue")["1996-12-31"] == "900000"


def test_classes_of_stock_keep_their_dimension() -> None:
    sheet = SHEET.replace("Common stock  ", "Class A common stock                            200            100\nClass B common stock  ")
    equity = EQUITY.replace("Unearned", " Class A").replace("    Comp", "  Common").replace("$    (7)", "$     90").replace("(3)", "100", 1)
    text = (sheet + equity.replace("(3)", "200", 1).format(total="   Total", last="3,000")).encode()
    (found,) = convert(text, name="equity.txt").reports
    classes = {(each.dimensions, each.value) for each in found.facts if each.concept == "gaap:CommonStockValue" and each.value == "90000"}
    assert [value for _, value in classes] == ["90000"]
    assert all("CommonClassAMember" in f"{dimensions}" for dimensions, _ in classes)


def test_a_movement_at_the_margin_ends_no_component() -> None:
    text = (
        SHEET
        + """\
                  CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY
                              (in thousands)

                                      Years Ended December 31,
                                            1998          1997
Retained earnings:
  Balance, beginning of year           $    1,800    $    1,500
Net income                                  1,000           800
  Balance, end of year                      2,400         1,800
Common stock:
  Balance, beginning of year                  900           900
  Balance, end of year                      1,000           900
"""
    )
    (found,) = convert(text.encode(), name="equity.txt").reports
    assert all(len(each.sources) == 3 for each in found.facts if each.value == "1800000" and each.period and each.period.end.year == 1997)
    told = values(found, "RetainedEarningsAccumulatedDeficit")
    assert told == {"1998-12-31": "2400000", "1997-12-31": "1800000", "1996-12-31": "1500000"}


def test_a_total_that_contradicts_the_balance_sheet_is_a_finding() -> None:
    found = report(last="3,111")
    (finding,) = [each for each in found.findings if each.code == "map.disagreement"]
    assert "3,111,000" in finding.message
    assert "3,000,000" in finding.message


@pytest.mark.parametrize(("total", "days"), [("   Total", 3), (" Members", 0)])
def test_without_a_balance_sheet_the_total_counts_by_its_name(total: str, days: int) -> None:
    assert len(values(report(total=total, sheet=""), "StockholdersEquity")) == days


def test_how_it_is_presented() -> None:
    (shown,) = [each for each in report().presentation if each.kind == "equity"]
    assert ("Total", "gaap:StockholdersEquity") in [(each.label, each.concept) for each in shown.lines]


@pytest.mark.parametrize(("sheet", "option"), [(SHEET, "--corrections"), (SHEET.replace("(in thousands)", "(in millions)"), "--scale")])
def test_a_finding_that_complains_names_the_option_that_mends_it(sheet: str, option: str) -> None:
    found = report(last="3,000" if "millions" in sheet else "3,111", sheet=sheet)
    hints = {each.hint for each in found.findings if each.code in ("map.disagreement", "witness.scale")}
    assert hints
    assert all(option in hint for hint in hints)
