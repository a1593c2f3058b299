"""Statements that are not as most are: nothing parted, classes of stock, partners, funds, shared figures."""

from __future__ import annotations

from collections.abc import Callable

from mapper_runs import report, values

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]


UNPARTED = """
Cash and due from banks | 1,210 1,020
Loans, net | 93,405 93,110
Other assets | 2,050 2,240
Total assets | 96,665 96,370
Deposits | 81,730 81,650
Other liabilities | 3,820 3,790
Stockholders' equity | 11,115 10,930
Total liabilities and stockholders' equity | 96,665 96,370
"""


def test_a_balance_sheet_that_parts_nothing(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", UNPARTED, [day(1996), day(1995)])))
    assert found["gaap:OtherAssets"] == ["2050000", "2240000"]
    assert found["gaap:StockholdersEquity"] == ["11115000", "10930000"]


CLASSES = """
Net income | 1,241 1,193
Earnings per share:
  Class A common stock | .62 .60 | eps
  Class B common stock | .56 .54 | eps
"""


def test_classes_of_stock_stand_side_by_side(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", CLASSES, [year(1996), year(1995)]))
    by = {fact.dimensions: fact.value for fact in found.facts if fact.period == year(1996) and fact.unit and fact.unit.denominator}
    axis = "gaap:StatementClassOfStockAxis"
    assert by == {((axis, "gaap:CommonClassAMember"),): "0.62", ((axis, "gaap:CommonClassBMember"),): "0.56"}


BELOW_COMMON = """
Common stock at stated value:
  Class A convertible | 0.1 0.1
  Class B | 2.7 2.7
Capital in excess of stated value | 1,447.3 1,182.9
Retained earnings | 4,713.4 4,396.5
Total shareholders' equity | 6,163.5 5,582.2
"""


def test_a_class_below_common_stock_is_common_stock(statement: Builder, filing: Filing, day: When) -> None:
    """Whatever its own words say: "convertible" alone is said of preferred stock and of notes."""
    found = report(filing, statement("balance_sheet", BELOW_COMMON, [day(1996), day(1995)]))
    classes = {(fact.concept, fact.dimensions[0][1]) for fact in found.facts if fact.dimensions}
    assert classes == {("gaap:CommonStockValue", "gaap:CommonClassAMember"), ("gaap:CommonStockValue", "gaap:CommonClassBMember")}


ALONE = """
Net income | 1,241 1,193
Dividends per share:
  Class A common | .62 .60 | eps
  Class B common | .56 .54 | eps
Weighted average limited partner units outstanding:
  Common units | 18,000 18,000 | shares
  Subordinated units | 5,000 5,000 | shares
"""


def test_classes_that_stand_alone_below_what_they_are_classes_of(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", ALONE, [year(1996), year(1995)]))
    classes = {(fact.concept, fact.dimensions[0][1]) for fact in found.facts if fact.dimensions}
    assert {member for _, member in classes} == {
        "gaap:CommonClassAMember", "gaap:CommonClassBMember", "x:CommonUnitsMember", "x:SubordinatedUnitsMember",
    }  # fmt: skip
    assert len({concept for concept, _ in classes}) == 2


HALVES = """
Current assets:
  Cash and cash equivalents | 210 180
  Accounts receivable | 640 590
  Total current assets | 850 770
Property, plant and equipment, net | 415 398
Other assets | 335 301
 | 1,600 1,469
Current liabilities:
  Accounts payable | 523 480
  Accrued liabilities | 96 88
  Total current liabilities | 619 568
Long-term debt | 300 310
Total stockholders' equity | 681 591
 | 1,600 1,469
"""


def test_a_nameless_total_with_current_assets_is_all_assets(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", HALVES, [day(1996), day(1995)])))
    assert found["gaap:Assets"] == ["1600000", "1469000"]
    assert found["gaap:LiabilitiesAndStockholdersEquity"] == ["1600000", "1469000"]
    assert "gaap:AssetsNoncurrent" not in found


SHARED = """
Rental income | 2,301 2,266
Operating expenses | 1,678 1,679
Net income | 623 587
Net income allocated to:
  General partners | 6 5
  Limited partners | 617 582
 | 623 587
"""


def test_the_sum_of_what_partners_share_is_net_income_again(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", SHARED, [year(1997), year(1996)]))
    assert not [fact.concept for fact in found.facts if "Unlabelled" in fact.concept]
    (own,) = [fact for fact in found.facts if fact.concept == "gaap:NetIncomeLoss" and fact.value == "623000"]
    assert [place.line for place in own.sources] == [3, 7]


AFTER_DIVIDENDS = """
Sales | 9,000 8,000
Net income | 2,529 385
Per share of common stock after preferred stock dividends
  Income before cumulative effects | 4.55 1.46 | eps
  Cumulative effects of changes in accounting principles | - (0.15) | eps
  Income/(loss) | 4.55 1.31 | eps
  Cash dividends | 1.60 1.60 | eps
"""


def test_income_per_share_after_dividends_is_no_dividend(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", AFTER_DIVIDENDS, [year(1993), year(1992)]))
    (concept,) = {fact.concept for fact in found.facts if fact.label == "Income/(loss)"}
    assert "Dividends" not in concept


TRUST = """
Cash and short-term investments | 612 1,208
Royalty interests, net | 1,766 1,864
 | 2,378 3,072
Distribution payable | 612 1,208
Trust corpus | 1,766 1,864
 | 2,378 3,072
"""


def test_two_sides_without_labels(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", TRUST, [day(1998), day(1997)])))
    assert found["gaap:Assets"] == found["gaap:LiabilitiesAndStockholdersEquity"] == ["2378000", "3072000"]


LESS = """
Casino | 61,330 55,118
Rooms | 10,110 9,884
Less promotional allowances | (7,110) (6,330)
Net revenues | 64,330 58,672
"""


def test_what_is_less_counts_what_is_taken_away(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", LESS, [year(1998), year(1997)]))
    assert [fact.value for fact in found.facts if fact.label.startswith("Less")] == ["7110000", "6330000"]


FUND = """
Investments, at value | 22,118
Cash | 1,658
Total assets | 23,776
Total liabilities | 309
Net assets | 23,467
Paid-in capital | 19,350
Net unrealized appreciation | 4,117
 | 23,467
"""


def test_what_is_due_to_others_is_no_asset(statement: Builder, filing: Filing, day: When) -> None:
    rows = "Land | 900\n | 900\nNotes payable | 260\nDue to affiliates | 40\nTenant deposits | 10\n | 310\nPartners' capital | 590\n | 900"
    assert not [key for key in values(report(filing, statement("balance_sheet", rows, [day(1996)]))) if "DueFrom" in key]


def test_net_assets_are_not_assets(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", FUND, [day(1996)])))
    assert found["gaap:Assets"] == ["23776000"]
    assert "gaap:LiabilitiesAndStockholdersEquity" not in found
    assert found["x:NetAssets"] == ["23467000"]


SEGMENTED = """
Manufacturing:
  Total manufacturing assets | 1,773 1,744
Financial services:
  Total financial services assets | 2,525 2,508
Total assets | 4,298 4,252
Total manufacturing liabilities | 1,005 1,107
Total financial services liabilities | 1,935 1,929
Stockholders' equity | 1,358 1,216
Total liabilities and stockholders' equity | 4,298 4,252
"""


def test_the_sums_of_one_business_are_not_those_of_all(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", SEGMENTED, [day(1996), day(1995)])))
    assert found["gaap:Assets"] == ["4298000", "4252000"]
    assert not {"gaap:Liabilities", "gaap:AssetsNoncurrent", "gaap:AssetsCurrent", "gaap:LiabilitiesCurrent"} & set(found)


EXTRAORDINARY = """
Income from continuing operations | 161 150
Gain on the sale of discontinued operations, net of tax of $72 | - 120
Net income before extraordinary item | 161 270
Extraordinary item | (176) -
Net income for common stock | (15) 270
Average common shares outstanding | 212 210 | shares
Earnings per share of common stock from continuing operations | .76 .71 | eps
Earnings per share of common stock from discontinued operations | - .57 | eps
Earnings per share - extraordinary item | (.83) - | eps
Earnings (loss) per share of common stock | (.07) 1.28 | eps
"""


def test_an_extraordinary_item_is_neither_discontinued_nor_all_earnings(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", EXTRAORDINARY, [year(1997), year(1996)])))
    assert found["gaap:EarningsPerShareBasic"] == ["-0.07", "1.28"]
    assert "gaap:EarningsPerShareDiluted" not in found
    assert not any(found[concept] == ["-0.83", "0"] for concept in found if "BeforeExtraordinary" in concept)
    assert not any(found[concept] == ["-176000", "0"] for concept in found if "Discontinued" in concept)


OTHER_EXPENSE = """
Operating revenues | 410,330 380,110
Operating expenses:
  Salaries, wages and benefits | 375,210 349,420
  Other | 2,690 2,230
  Total operating expenses | 377,900 351,650
Operating income | 32,430 28,460
Other expense (income):
  Interest expense | 1,220 1,330
  Interest income | (1,330) (1,110)
  Other, net | 110 90
  Total other expense (income) | - 310
Earnings before income taxes | 32,430 28,150
Income taxes | 12,320 9,820
Net earnings | 20,110 18,330
"""


def test_other_under_a_heading_of_expenses_counts_the_expense(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", OTHER_EXPENSE, [year(1997), year(1996)])))
    assert found["gaap:OtherNonoperatingIncomeExpense"] == ["-110000", "-90000"]


OWED_BY_HOLDERS = """
Class A Common Stock, $.001 par value | 32 32
Class B Convertible Common Stock, $.001 par value | 21 22
Additional paid-in capital | 130,110 128,330
Common stock notes receivable from employees | (3,110) (4,220)
Retained earnings | 252,526 213,295
Total stockholders' equity | 379,558 337,437
"""


def test_notes_receivable_for_stock_are_no_stock(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", OWED_BY_HOLDERS, [day(1995), day(1994)])))
    assert "-3110000" not in found["gaap:CommonStockValue"]


BUSINESSES = """
Homebuilding:
  Cash and cash equivalents | 34,656 52,926
  Receivables, net | 55,198 48,110
  Construction in progress and model homes | 383,413 203,750
  Land held for investment | 51,012 99,003
  Operating properties and equipment, net | 71,344 81,200
  Other assets | 58,710 42,717
 | 654,333 527,706
Financial services:
  Mortgage loans held for sale | 203,404 91,008
  Other assets | 94,110 71,300
 | 297,514 162,308
Total assets | 951,847 690,014
"""


def test_the_assets_of_a_business_are_no_plant(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", BUSINESSES, [day(1998), day(1997)])))
    assert "gaap:PropertyPlantAndEquipmentGross" not in found
    assert found["gaap:Assets"] == ["951847000", "690014000"]


RECEIVABLES = """
Current assets:
  Cash | 10,110 18,330
  Accounts receivable:
    Utility service | 64,110 66,220
    Miscellaneous | 14,330 16,110
  Fuel | 30,110 26,220
  Total current assets | 118,660 126,880
Deferred debits | 530,110 540,220
Total assets | 648,770 667,100
"""


def test_nothing_among_current_assets_is_not_current(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", RECEIVABLES, [day(1996), day(1995)])))
    assert "14330000" not in found.get("gaap:OtherAssetsNoncurrent", [])


FUNDS = """
SOURCE OF FUNDS
  Net income | 2,949 2,171
  Depreciation | 1,206 1,118
  Funds provided from operations | 4,155 3,289
  Disposals of property | 88 104
    | 4,243 3,393
USE OF FUNDS
  Additions to property and equipment | 1,106 1,404
  Cash dividends | 587 514
    | 1,693 1,918
INCREASE IN WORKING CAPITAL | 2,550 1,475
"""


def test_a_funds_statement_has_no_totals_of_cash(statement: Builder, filing: Filing, year: When) -> None:
    """What moved working capital is no cash flow: names of its own for what it sums up, standard ones for its rows."""
    found = values(report(filing, statement("cashflow", FUNDS, [year(1976), year(1975)])))
    assert {"gaap:NetIncomeLoss", "gaap:Depreciation", "x:FundsProvidedFromOperations", "x:IncreaseInWorkingCapital"} <= set(found)
    assert not [concept for concept in found if "NetCash" in concept or "PeriodIncreaseDecrease" in concept]


RECEIPTS = """
Cash receipts:
  Royalty income | 9,004 8,006
  Interest income | 10 9
    Total cash receipts | 9,014 8,015
Cash disbursements:
  General and administrative | 515 508
  Distributions to unitholders | 8,475 7,500
    Total cash disbursements | 8,990 8,008
Increase in cash | 24 7
"""


def test_cash_receipts_and_disbursements_are_no_activities(statement: Builder, filing: Filing, year: When) -> None:
    # Trusts and partnerships on the cash basis.
    found = report(filing, statement("cashflow", RECEIPTS, [year(1998), year(1997)]))
    concepts = {fact.label: fact.concept for fact in found.facts}
    assert concepts["Total cash receipts"].startswith("x:")
    assert concepts["Total cash disbursements"].startswith("x:")
    assert "InterestPaid" not in concepts["Interest income"]
