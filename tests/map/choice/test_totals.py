"""Totals without a label: what their parts, the heading above them and the sums that they stand in tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from mapper_runs import report, values

from converter.map import MapOptions, map_stated
from converter.model import Filing, Period, Stated, Statement
from converter.taxonomy import load_taxonomy

Builder = Callable[..., Statement]
When = Callable[[int], Period]


@pytest.fixture
def told(statement: Builder, filing: Filing) -> Callable[[str, str, Sequence[Period]], dict[str, list[str]]]:
    """Values by concept, in units, of one statement."""

    def read(kind: str, text: str, periods: Sequence[Period]) -> dict[str, list[str]]:
        reports = map_stated(Stated((statement(kind, text, periods),)), filing, load_taxonomy(), MapOptions("sample"))
        found: dict[str, list[str]] = {}
        for fact in reports[0].facts:
            found.setdefault(fact.concept, []).append(fact.value or "nil")
        return found

    return read


Told = Callable[[str, str, Sequence[Period]], dict[str, list[str]]]

SHEET = """
ASSETS
Current assets:
  Cash | 120 110
  Accounts receivable | 300 280
   | 420 390
Property, plant and equipment | 900 850
Less accumulated depreciation | 400 370
 | 500 480
Total assets | 920 870
LIABILITIES AND STOCKHOLDERS' EQUITY
Current liabilities:
  Accounts payable | 90 80
  Accrued liabilities | 60 55
   | 150 135
Deferred credits and other long-term liabilities:
  Deferred income taxes | 70 65
  Unamortized investment tax credits | 10 12
   | 80 77
Stockholders' equity:
  Common stock | 200 200
  Additional paid-in capital | 300 290
  Retained earnings | 240 213
   | 740 703
  Less treasury stock | 50 45
   | 690 658
Total liabilities and stockholders' equity | 920 870
"""


def test_a_balance_sheet_without_subtotals_names(told: Told, day: When) -> None:
    found = told("balance_sheet", SHEET, [day(1996), day(1995)])
    assert found["gaap:AssetsCurrent"] == ["420000", "390000"]
    assert found["gaap:PropertyPlantAndEquipmentGross"] == ["900000", "850000"]
    assert found["gaap:PropertyPlantAndEquipmentNet"] == ["500000", "480000"]
    assert found["gaap:LiabilitiesCurrent"] == ["150000", "135000"]
    assert "gaap:AssetsNoncurrent" not in found


def test_a_sum_of_some_liabilities_is_not_all_of_them(told: Told, day: When) -> None:
    assert "gaap:Liabilities" not in told("balance_sheet", SHEET, [day(1996), day(1995)])


def test_a_subtotal_before_treasury_stock_is_no_equity(told: Told, day: When) -> None:
    found = told("balance_sheet", SHEET, [day(1996), day(1995)])
    assert found["gaap:StockholdersEquity"] == ["690000", "658000"]
    assert "gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest" not in found
    assert next(name for name, values in found.items() if values == ["740000", "703000"]).startswith("x:")


def test_a_subtotal_before_the_minority_is_equity(told: Told, day: When) -> None:
    text = """
Total liabilities | 150 135
Stockholders' equity:
  Common stock | 500 490
  Retained earnings | 240 213
   | 740 703
Noncontrolling interests | 30 32
Total equity | 770 735
Total liabilities and equity | 920 870
"""
    assert told("balance_sheet", text, [day(2009), day(2008)])["gaap:StockholdersEquity"] == ["740000", "703000"]


INCOME = """
Net sales | 900 850
Income of leased departments | 12 11
 | 912 861
Costs and expenses:
  Cost of sales | 600 570
  Selling and administrative expenses | 200 190
  Interest | 12 11
   | 812 771
Income before income taxes | 100 90
Income taxes | 40 36
Net income | 60 54
"""


def test_the_heading_above_its_parts_names_a_total(told: Told, year: When) -> None:
    found = told("income", INCOME, [year(1996), year(1995)])
    assert found["gaap:CostsAndExpenses"] == ["812000", "771000"]


def test_the_first_sum_of_a_statement_of_income_is_of_revenues(told: Told, year: When) -> None:
    found = told("income", INCOME, [year(1996), year(1995)])
    assert found["gaap:Revenues"] == ["912000", "861000"]
    assert "gaap:GrossProfit" not in found


def test_what_is_less_indented_than_the_first_row_stands_under_the_heading_above(told: Told, day: When) -> None:
    text = """
Total liabilities | 150 135
Stockholders' equity:
  Preferred stock, par value $1:
    Series A | 10 10
  Common stock | 490 480
  Retained earnings | 240 213
   | 740 703
Total liabilities and stockholders' equity | 890 838
"""
    assert told("balance_sheet", text, [day(1996), day(1995)])["gaap:StockholdersEquity"] == ["740000", "703000"]


OWN = """
Revenues | 900 850
Costs and expenses:
  Zinc roasting | 300 280
  Sludge hauling | 50 45
  Zinc roasting | 20 25
Net income | 60 54
"""


def test_rows_of_one_label_that_say_different_things_are_apart(told: Told, year: When) -> None:
    found = told("income", OWN, [year(1996), year(1995)])
    assert ["300000", "280000"] in found.values()
    assert ["20000", "25000"] in found.values()


def test_rows_that_come_again_with_their_neighbours_are_another_basis(told: Told, year: When) -> None:
    text = OWN.replace("  Zinc roasting | 20 25\n", "  Zinc roasting | 20 25\n  Sludge hauling | 7 6\n")
    found = told("income", text, [year(1996), year(1995)])
    assert ["300000", "280000"] in found.values()
    assert ["20000", "25000"] not in found.values()


def test_what_is_current_is_apart_from_what_is_not_though_its_neighbours_come_again(told: Told, day: When) -> None:
    text = """
ASSETS
  Cash | 100 90
  Zinc dross piles | 470 403
  Sludge rights | 31 29
  Total current assets | 601 522
  Property, plant and equipment, net | 900 800
  Zinc dross piles | 1,519 1,502
  Sludge rights | 77 66
Total assets | 3,097 2,890
"""
    found = told("balance_sheet", text, [day(1996), day(1995)])
    assert {"470000", "1519000"} <= {value for values in found.values() for value in values}
    assert {"31000", "77000"} <= {value for values in found.values() for value in values}


def test_what_is_bought_is_apart_from_what_is_sold_though_its_neighbours_come_again(told: Told, year: When) -> None:
    text = """
Net cash provided by operating activities | 1,000 900
  Zinc shafts | 2,100 1,900
  Sludge rights | 310 290
  Ore claims | 40 30
  Zinc shafts | (2,700) (2,500)
  Sludge rights | (360) (320)
  Ore claims | (80) (60)
Net cash used in investing activities | (690) (660)
"""
    found = told("cashflow", text, [year(1996), year(1995)])
    assert {len(each) for name, each in found.items() if "Zinc" in name or "Sludge" in name or "Ore" in name} == {2}
    assert sum("Zinc" in name or "Sludge" in name or "Ore" in name for name in found) == 6


def test_a_total_counts_what_the_heading_says(told: Told, year: When) -> None:
    text = """
Operating income | 50,000 48,000
Other (income) expense:
  Interest expense | 9,412 8,231
  Interest income | (1,118) (1,204)
  Other, net | 507 466
   | 8,801 7,493
Income before income taxes | 41,199 40,507
"""
    assert told("income", text, [year(1996), year(1995)])["gaap:NonoperatingIncomeExpense"] == ["-8801000", "-7493000"]


def test_a_sum_without_a_label_is_not_what_a_total_with_one_is(told: Told, day: When) -> None:
    text = """
Total assets | 4,400 4,300
Total liabilities | 1,600 1,800
Stockholders' equity:
  Common stock | 500 500
  Retained earnings | 2,700 2,300
   | 3,200 2,800
  Treasury stock, at cost | (400) (300)
Total stockholders' equity | 2,800 2,500
Total liabilities and stockholders' equity | 4,400 4,300
"""
    found = told("balance_sheet", text, [day(1993), day(1992)])
    assert found["gaap:StockholdersEquity"] == ["2800000", "2500000"]
    assert next(concept for concept, each in found.items() if "3200000" in each).startswith("x:")


def test_what_leaves_long_term_debt_out_is_not_all_that_is_owed(told: Told, day: When) -> None:
    text = """
Current assets:
  Cash | 4,990 4,400
  Total current assets | 4,990 4,400
Total assets | 4,990 4,400
Current liabilities:
  Accounts payable | 500 400
  Total current liabilities | 500 400
Long-term debt | 2,000 2,000
Deferred credits and other liabilities:
  Deferred income taxes | 600 500
  Pensions | 190 200
  Total deferred credits and other liabilities | 790 700
Restricted funds of members | 200 200
Stockholders' equity | 1,500 1,100
Total liabilities and stockholders' equity | 4,990 4,400
"""
    found = told("balance_sheet", text, [day(1993), day(1992)])
    assert "790000" not in (found.get("gaap:LiabilitiesNoncurrent") or found.get("gaap:Liabilities") or ())


def test_below_the_current_assets_nothing_is_current(told: Told, day: When) -> None:
    text = """
Current assets:
  Cash | 990 400
  Total current assets | 990 400
Restricted cash | 300 200
Total assets | 1,290 600
"""
    found = told("balance_sheet", text, [day(1999), day(1998)])
    assert next(concept for concept, each in found.items() if "300000" in each) == "gaap:RestrictedCashAndCashEquivalentsNoncurrent"


LISTS = """
ASSETS
Mills | 881,298 832,264
Loans to weavers | 296,708 269,864
Total assets | 1,178,006 1,102,128
LIABILITIES AND STOCKHOLDERS' EQUITY
Mills:
  Accounts payable | 120,118 112,204
  Customers' deposits | 14,118 12,204
  Notes payable | 302,118 280,224
   | 436,354 404,632
Weavers' bank:
  Accrued expenses | 6,118 5,204
  Debentures of the bank | 160,118 120,224
   | 166,236 125,428
Stockholders' equity:
  Common stock | 200,000 200,000
  Retained earnings | 375,416 372,068
   | 575,416 572,068
Total liabilities and stockholders' equity | 1,178,006 1,102,128
"""


def test_what_one_business_of_two_owes_is_not_all_liabilities(told: Told, year: When) -> None:
    periods = [year(1997).as_instant(), year(1996).as_instant()]
    assert "gaap:Liabilities" not in told("balance_sheet", LISTS, periods)
    one = LISTS[: LISTS.index("Weavers' bank")] + LISTS[LISTS.index("Stockholders' equity:") :]
    assert told("balance_sheet", one, periods).get("gaap:Liabilities") == ["436354000", "404632000"]


@pytest.mark.parametrize(("taken_off", "net"), [("Interest expense", True), ("Fuel expense", False)])
def test_net_revenues_of_a_dealer_are_net_of_interest(taken_off: str, net: bool, told: Told, year: When) -> None:
    text = f"""
Revenues:
  Commissions | 1,202,118 1,302,224
  Interest income | 2,402,118 2,002,224
  Total revenues | 3,604,236 3,304,448
{taken_off} | 1,202,004 1,101,003
Net revenues | 2,402,232 2,203,445
Compensation and benefits | 1,802,118 1,700,224
Income before income taxes | 600,114 503,221
"""
    found = told("income", text, [year(1998), year(1997)])
    assert ("gaap:RevenuesNetOfInterestExpense" in found) == net


BANK = """
Interest income:
  Interest and fees on loans | 3,200 3,100
  Interest on securities | 800 700
    Total interest income | 4,000 3,800
Interest expense:
  Interest on deposits | 1,600 1,500
Net interest income | 2,400 2,300
Provision for loan losses | 100 90
Net interest income after provision for loan losses | 2,300 2,210
Other income:
  Service charges | 200 180
  Securities gains | 50 40
    Total other income | 250 220
Other expenses:
  Salaries and employee benefits | 900 880
  Occupancy and equipment | 210 200
  Other | 390 370
    Total other expenses | 1,500 1,450
Income before income taxes | 1,050 980
Applicable income taxes | 250 230
Net income | 800 750
"""


def test_a_banks_other_expenses_are_those_beside_interest(statement: Builder, filing: Filing, year: When) -> None:
    """Community banks call so all that costs them, but interest and losses."""
    found = values(report(filing, statement("income", BANK, [year(2002), year(2001)])))
    assert found["gaap:NoninterestExpense"] == ["1500000", "1450000"]
    assert "gaap:NonoperatingIncomeExpense" not in found
