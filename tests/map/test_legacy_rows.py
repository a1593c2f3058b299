"""Rows of filings of the 1990s that few filers of later counts have: oil programs, reorganizations, partnerships, unlabelled totals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from mapper_runs import report, values

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]

OIL = """
Cash | 112 84
Oil and gas properties, at cost, using the {method} method | 6,904 6,890
Accumulated depletion | (5,942) (5,778)
  Net oil and gas properties | 962 1,112
Total assets | 1,074 1,196
"""


@pytest.mark.parametrize(("method", "net"), [("successful efforts", "SuccessfulEffortMethodNet"), ("full cost", "FullCostMethodNet")])
def test_the_method_of_an_oil_company(method: str, net: str, statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", OIL.format(method=method), [day(1996), day(1995)])))
    assert found[f"gaap:OilAndGasProperty{net}"] == ["962000", "1112000"]


UNLABELLED = """
Current assets:
  Cash | 3,730 2,084
  Security deposits | 10 12
    Total current assets | 3,740 2,096
Equipment, net | 6,260 5,904
| 10,000 8,000
Liabilities and shareholders' equity
Income taxes payable | 389 281
Accounts payable | 1,611 1,719
    Total current liabilities | 2,000 2,000
Long-term debt | 3,000 3,000
Retained earnings | 5,000 3,000
| 10,000 8,000
"""


def test_liabilities_below_a_total_without_a_label(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", UNLABELLED, [day(1995), day(1994)])))
    assert found["gaap:AccruedIncomeTaxesCurrent"] == ["389000", "281000"]
    assert "gaap:SecurityDepositLiability" not in found


REORGANIZED = """
Operating income | 3,584 3,756
Interest expense | (610) (2,330)
Reorganization items | (5,118) (8,204)
Loss before income taxes | (2,144) (6,778)
"""


def test_reorganization_items_taken_off_are_an_expense(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", REORGANIZED, [year(1997), year(1996)])))
    assert found["gaap:ReorganizationItems"] == ["5118000", "8204000"]


TRUST = """
Shares of beneficial interest | 201,528 199,400
Distributions in excess of net income | (68,904) (62,010)
  Total shareholders' equity | 132,624 137,390
"""


def test_distributions_in_excess_of_income_are_taken_off_equity(statement: Builder, filing: Filing, day: When) -> None:
    found = values(report(filing, statement("balance_sheet", TRUST, [day(2003), day(2002)])))
    assert found["gaap:AccumulatedDistributionsInExcessOfNetIncome"] == ["68904000", "62010000"]


ROLLED = """
Net earnings | 21,932 15,344
Retained earnings, beginning of year | 90,338 78,118 | start
Dividends | (4,124) (3,124)
Retained earnings, end of year | 108,146 90,338 | end
"""


def test_dividends_between_balances_of_retained_earnings_are_no_revenue(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", ROLLED, [year(2000), year(1999)])))
    assert found["gaap:DividendsCommonStockCash"] == ["4124000", "3124000"]


TWO_OWNERS = """
Increase (decrease) in cash | 11.4 (3.2)
Cash, beginning of period | -- 8.2 | start
Cash, end of period | 11.4 5.0 | end
"""


def test_a_number_before_the_dash_of_a_successor_for_the_same_day(statement: Builder, filing: Filing) -> None:
    after, before = Period(date(2004, 5, 15), date(2004, 12, 31)), Period(date(2004, 1, 1), date(2004, 5, 14))
    found = report(filing, statement("cashflow", TWO_OWNERS, [after, before], scale=6))
    assert [fact.value for fact in found.facts if fact.period == Period(None, date(2004, 5, 14))] == ["5000000"]


CUMULATIVE = """
Income before income taxes and cumulative effect of accounting changes | 5,140 4,820
Provision for income taxes | 1,870 1,790
Income before cumulative effect of accounting changes | 3,270 3,030
Cumulative effect of accounting changes, net of minority interest in portion
  Relating to subsidiaries--
    Postretirement benefits, net of tax | (366) --
    Income taxes | (346) --
Net income | 2,558 3,030
"""


def test_taxes_under_a_cumulative_effect_are_none_of_the_provision(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", CUMULATIVE, [year(1996), year(1995)])))
    assert found["gaap:IncomeTaxExpenseBenefit"] == ["1870000", "1790000"]
    assert not any("OtherComprehensiveIncome" in name for name in found)
