"""Totals without a label that are not what they seem: of what is left, of a part, of a line of business."""

from __future__ import annotations

from collections.abc import Callable

from mapper_runs import report, values

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]


def test_what_expenses_leave_of_a_margin_is_no_sum_of_them(statement: Builder, filing: Filing, year: When) -> None:
    """Small manufacturers print their operating earnings without a label, and a dash for what did not happen."""
    text = """
Net sales | 41,205 38,878
Cost of sales | 30,111 28,605
Gross profit | 11,094 10,273
Selling, general and administrative expenses | 7,204 6,877
Provision for environmental remediation | -- 850
 | 3,890 2,546
Interest expense | 410 488
Equity in earnings of affiliate | 112 (34)
Earnings before income taxes | 3,592 2,024
Income taxes | 1,365 769
Net earnings | 2,227 1,255
"""
    found = values(report(filing, statement("income", text, [year(1998), year(1997)])))
    assert ["3890000", "2546000"] in found.values()
    assert "gaap:OperatingExpenses" not in found


def test_a_part_of_a_balance_sheet_that_parts_nothing_is_not_all_that_is_current(statement: Builder, filing: Filing, year: When) -> None:
    """Homebuilders part their assets by business."""
    text = """
Homebuilding
Cash and cash equivalents | 412 331
Inventories | 7,205 5,872
Deferred taxes | 122 111
 | 7,739 6,314
Financial services
Cash and cash equivalents | 61 42
Mortgage loans held for sale | 882 1,011
 | 943 1,053
Total assets | 8,682 7,367
"""
    found = values(report(filing, statement("balance_sheet", text, [year(1998).as_instant(), year(1997).as_instant()])))
    assert "gaap:AssetsCurrent" not in found


def test_earnings_and_what_was_retained_before_are_no_other_income(statement: Builder, filing: Filing, year: When) -> None:
    """Statements of earnings and earnings retained, of the eighties."""
    text = """
Net sales | 900 800
Costs | 700 640
Net earnings | 200 160
Earnings retained at beginning of year | 1,300 1,200
 | 1,500 1,360
Cash dividends | 70 60
Earnings retained at end of year | 1,430 1,300
"""
    assert "gaap:OtherComprehensiveIncomeLossNetOfTax" not in values(report(filing, statement("income", text, [year(1984), year(1983)])))


def test_gross_revenues_are_no_margin(statement: Builder, filing: Filing, year: When) -> None:
    """Casinos: what stands below them are all costs."""
    text = """
REVENUES:
  Gaming | 60,172 56,030
  Rooms | 3,514 3,216
  Food and Beverage | 8,107 7,655
    Gross Revenues | 71,793 66,901
  Less--Promotional allowances | 8,940 7,018
    Net Revenues | 62,853 59,883
COSTS AND EXPENSES:
  Gaming | 36,915 32,207
  Rooms | 561 512
  Food and Beverage | 2,433 2,561
  General and Administrative | 15,320 14,811
  Depreciation and Amortization | 3,922 3,508
   | 59,151 53,599
  Income from operations | 3,702 6,284
"""
    found = values(report(filing, statement("income", text, [year(1998), year(1997)])))
    assert found["gaap:CostsAndExpenses"] == ["59151000", "53599000"]
