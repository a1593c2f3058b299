"""What a row may mean by what stands around it: its heading's side, its amount further up, the other end of the period."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from converter.map import MapOptions, map_stated
from converter.map.candidates.options import Setting, options
from converter.map.rows.lines import lines_of
from converter.model import Filing, Period, Stated, Statement
from converter.taxonomy import load_taxonomy

Builder = Callable[..., Statement]
When = Callable[[int], Period]
Told = Callable[[str, str, Sequence[Period]], dict[str, str]]


@pytest.fixture
def told(statement: Builder, filing: Filing) -> Told:
    """The concept of each value, of one statement."""

    def read(kind: str, text: str, periods: Sequence[Period]) -> dict[str, str]:
        found = map_stated(Stated((statement(kind, text, periods),)), filing, load_taxonomy(), MapOptions("sample"))[0]
        return {fact.value or "nil": fact.concept for fact in found.facts if fact.statement != "cover"}

    return read


INCOME = """
Operating revenues:
  Rooms | 88,204
  Food and beverage | 21,330
  Total operating revenues | 109,534
Operating expenses:
  Rooms | 22,118
  Food and beverage | 17,204
  Total operating expenses | 39,322
Income before extraordinary item | 70,212
Extraordinary item | (1,206)
Net income | 69,006
Earnings (loss) per share:
  Before extraordinary item | .59 | eps
  Extraordinary item | (.10) | eps
  Net income | .49 | eps
"""


def test_the_heading_tells_the_side(told: Told, year: When) -> None:
    found = told("income", INCOME, [year(1996)])
    assert found["21330000"] == "gaap:FoodAndBeverageRevenue"
    assert "Cost" in found["17204000"]


def test_amounts_per_share_are_called_as_their_amounts(told: Told, year: When) -> None:
    found = told("income", INCOME, [year(1996)])
    before = "IncomeLossBeforeExtraordinaryItemsAndCumulativeEffectOfChangeInAccountingPrinciplePerBasicShare"
    assert found["0.59"] == f"gaap:{before}"
    assert found["-0.10"] == "gaap:IncomeLossFromExtraordinaryItemsNetOfTaxPerBasicShare"
    assert found["0.49"] == "gaap:EarningsPerShareBasic"


CASH = """
Net cash provided by operating activities | 1,300
Net cash used in investing activities | (500)
Net cash used in financing activities | (600)
Net increase in cash | 200
{0}, January 31 | 1,000 | start
{0}, April 30 | 1,200 | end
"""


@pytest.mark.parametrize(("label", "concept"), [("Cash", "Cash"), ("Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue")])
def test_cash_at_both_ends_is_one_concept(told: Told, year: When, label: str, concept: str) -> None:
    found = told("cashflow", CASH.format(label), [year(1996)])
    assert (found["1000000"], found["1200000"]) == (f"gaap:{concept}", f"gaap:{concept}")


def test_retained_earnings_in_a_statement_of_income(told: Told, year: When) -> None:
    text = (
        INCOME
        + """
Reinvested earnings, beginning of year | 3,300 | usd | start
Reinvested earnings, end of year | 3,900 | usd | end
"""
    )
    found = told("income", text, [year(1996)])
    assert {found["3300000"], found["3900000"]} == {"gaap:RetainedEarningsAccumulatedDeficit"}


def test_primary_earnings_are_what_became_basic_ones(told: Told, year: When) -> None:
    text = (
        INCOME
        + """
Weighted average common and common equivalent shares outstanding:
  Primary | 1,255 | shares
  Fully diluted | 1,330 | shares
"""
    )
    found = told("income", text, [year(1996)])
    assert found["1255000"] == "gaap:WeightedAverageNumberOfSharesOutstandingBasic"
    assert found["1330000"] == "gaap:WeightedAverageNumberOfDilutedSharesOutstanding"


def test_a_bare_total_is_what_its_heading_says(told: Told, year: When) -> None:
    text = """
Revenues:
  Net sales of equipment | 8,830
  Finance income | 690
  Total | 9,520
Costs and expenses:
  Cost of goods sold | 6,922
  Interest expense | 366
  Total | 7,288
Income before income taxes | 2,232
Provision for income taxes | 832
Net income | 1,400
"""
    found = told("income", text, [year(1995)])
    assert (found["9520000"], found["7288000"]) == ("gaap:Revenues", "gaap:CostsAndExpenses")


BELOW = """
Income before income taxes | 1,500
Federal income taxes:
  Current | 600
  Deferred | (100)
  | 500
Income before cumulative effect | 1,000
Cumulative effect of accounting changes:
  Income taxes | 400
{0}
Net income | {1}
"""


def test_rows_below_the_years_taxes_are_none_of_them(told: Told, year: When) -> None:
    found = told("income", BELOW.format("", "1,400"), [year(1993)])
    whole = "gaap:CumulativeEffectOfChangeInAccountingPrinciplePresentedOnIncomeStatementNetOfTax"
    assert (found["400000"], found["1400000"]) == (whole, "gaap:NetIncomeLoss")
    assert found["-100000"] == "gaap:DeferredIncomeTaxExpenseBenefit"


def test_one_of_several_below_a_heading_is_not_the_whole(told: Told, year: When) -> None:
    found = told("income", BELOW.format("  Postretirement benefits | (250)", "1,150"), [year(1993)])
    assert found["400000"].startswith("x:")
    assert found["-250000"].startswith("x:")


def test_a_heading_tells_the_kind_of_securities(told: Told, year: When) -> None:
    text = """
Net cash provided by operating activities | 900
Investing activities:
  Fixed maturities held to maturity:
    Purchases | (345)
    Maturities | 298
  Fixed maturities available for sale:
    Purchases | (123)
    Sales | 54
Net cash used in investing activities | (116)
Net increase in cash | 784
"""
    found = told("cashflow", text, [year(1994)])
    assert (found["345000"], found["123000"]) == (
        "gaap:PaymentsToAcquireHeldToMaturitySecurities",
        "gaap:PaymentsToAcquireAvailableForSaleSecurities",
    )
    assert "HeldToMaturity" in found["298000"]


@pytest.mark.parametrize(
    ("label", "is_before_taxes"), [("Income before interest charges", False), ("Income before minority interest", True)]
)
def test_income_before_interest_is_no_income_before_taxes(told: Told, year: When, label: str, is_before_taxes: bool) -> None:
    text = f"""
Operating revenues | 9,481
Operating income | 2,719
Other income, net | 90
{label} | 2,809
Interest charges | 754
Net income | 2,055
"""
    found = told("income", text, [year(1996)])
    assert ("BeforeIncomeTaxes" in found["2809000"]) == is_before_taxes


@pytest.mark.parametrize("label", ["Before accounting change", "Before change in accounting principle"])
def test_earnings_before_a_change_are_not_those_of_the_year(told: Told, year: When, label: str) -> None:
    text = f"""
Net income | 1,000
Basic earnings per share:
  {label} | .59 | eps
  Cumulative effect of accounting change | (.10) | eps
"""
    assert "EarningsPerShare" not in told("income", text, [year(1999)])["0.59"]


def test_what_a_row_per_share_is_not(told: Told, year: When) -> None:
    text = """
Net income | 1,000
Primary earnings per common share:
  Before cumulative effect of accounting changes | .59 | eps
  Cumulative effect | (.10) | eps
  Total | .49 | eps
Dividends per share:
  Common | .21 | eps
  Preferred | 2.50 | eps
Book value per share | 13.72 | eps
"""
    found = told("income", text, [year(1993)])
    assert found["0.49"] == "gaap:EarningsPerShareBasic"
    assert "BeforeExtraordinaryItems" in found["0.59"]
    assert "CommonStock" not in found["2.50"]
    assert "EarningsPerShare" not in found["13.72"]


def test_a_sum_with_the_minority_is_not_the_liabilities(told: Told, year: When) -> None:
    text = """
Cash | 900
Equity securities at market value | 100
Total assets | 1,000
Accounts payable | 300
Minority interest | 20
Total liabilities and minority interest | 320
Shareholders' equity | 680
Total liabilities, minority interest and shareholders' equity | 1,000
"""
    found = told("balance_sheet", text, [year(1998).as_instant()])
    assert found["320000"] != "gaap:Liabilities"
    assert found["1000000"] in ("gaap:Assets", "gaap:LiabilitiesAndStockholdersEquity")
    assert "EquityMethod" not in found["100000"]


def test_an_older_report_knows_no_later_rules(told: Told, year: When) -> None:
    text = """
Cash | 900
Equipment on operating leases | 8,765
Total assets | 9,665
Notes payable | 1,000
Partners' capital | 8,665
"""
    found = told("balance_sheet", text, [year(1997).as_instant()])
    assert "RightOfUse" not in found["8765000"]


def test_what_is_other_in_the_equity_is_no_asset_or_liability(told: Told, year: When) -> None:
    text = """
Current assets:
  Cash | 900
Total assets | 900
Current liabilities:
  Accounts payable | 100
Stockholders' equity:
  Common stock | 500
  Retained earnings | 314
  Other | (14)
Total stockholders' equity | 800
Total liabilities and stockholders' equity | 900
"""
    found = told("balance_sheet", text, [year(1996).as_instant()])
    assert found["-14000"].startswith("x:")


@pytest.mark.parametrize(
    ("label", "equity"),
    [
        ("Income before equity in earnings of unconsolidated subsidiaries, minority interests and extraordinary item", True),
        ("Income before income taxes and equity in earnings of affiliates", True),
        ("Income before income taxes and minority interests", False),
    ],
)
def test_an_income_before_equity_in_earnings_leaves_them_out(label: str, equity: bool, told: Told, year: When) -> None:
    text = f"Revenues | 90,204\nExpenses | 20,118\n{label} | 70,086\nIncome taxes | 12,003\nNet income | 58,083\n"
    kind = "MinorityInterestAndIncomeLossFromEquityMethodInvestments" if equity else "ExtraordinaryItemsNoncontrollingInterest"
    assert told("income", text, [year(1998)])["70086000"] == f"gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes{kind}"


@pytest.mark.parametrize(("printed", "received"), [("(4,003) (3,001)", False), ("4,003 3,001", True), ("4,003 (3,001)", True)])
def test_what_operations_take_off_is_no_proceeds(printed: str, received: bool, statement: Builder, year: When) -> None:
    text = f"""
Operating activities:
  Federal Home Loan Bank stock dividends | {printed}
  Net cash provided by operating activities | 96,319 86,104
"""
    line = lines_of(statement("cashflow", text, [year(1998), year(1997)]))[0]
    found = {option.concept for option in options(line, "cashflow", load_taxonomy(), Setting(1998, frozenset()))}
    assert ("ProceedsFromSaleOfFederalHomeLoanBankStock" in found) == received


@pytest.mark.parametrize(
    ("heading", "printed", "a_cost"), [("Revenues:", "22,118", False), ("Revenues:", "(22,118)", True), ("Expenses:", "22,118", True)]
)
def test_what_is_printed_among_revenues_is_no_cost(heading: str, printed: str, a_cost: bool, statement: Builder, year: When) -> None:
    text = f"{heading}\n  Commissions | 90,000\n  Floor brokerage and clearance | {printed}\n"
    line = lines_of(statement("income", text, [year(1998)]))[1]
    found = {option.concept for option in options(line, "income", load_taxonomy(), Setting(1998, frozenset()))}
    assert ("FloorBrokerageExchangeAndClearanceFees" in found) == a_cost


@pytest.mark.parametrize("discontinued", [True, False])
def test_bare_activities_are_discontinued_only_where_the_filing_speaks_of_it(discontinued: bool, told: Told, year: When) -> None:
    """Most filers who print a bare "Operating activities" do so there; releases print it below "Cash provided by"."""
    head = "Cash flows of discontinued operations:" if discontinued else "Cash provided by (used for):"
    text = f"{head}\n  Operating activities | 61,204\n  Investing activities | (8,103)\n  Financing activities | (70,406)\n"
    found = told("cashflow", text + "Net change in cash | (17,305)\n", [year(1998)])["61204000"]
    assert ("DiscontinuedOperations" in found) == discontinued
