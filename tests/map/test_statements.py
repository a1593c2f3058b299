"""Whole statements through the mapper: concepts, signs, own concepts, ghosts, sums."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from mapper_runs import report, values
from msgspec.structs import replace

from converter.model import Filing, Period, Report, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]


BALANCE = """
ASSETS
  Current assets:
    Cash and cash equivalents | 1,210 1,020
    Accounts receivable, net | 3,405 3,110
    Inventories | 2,050 2,240
    Total current assets | 6,665 6,370
  Property, plant and equipment | 9,100 8,800
  Less accumulated depreciation | 4,310 3,950
  Property, plant and equipment, net | 4,790 4,850
  Total assets | 11,455 11,220
LIABILITIES AND STOCKHOLDERS' EQUITY
  Current liabilities:
    Accounts payable | 1,730 1,650
    Accrued liabilities | 820 790
    Total current liabilities | 2,550 2,440
  Long-term debt | 3,000 3,500
  Stockholders' equity:
    Common stock | 500 500
    Retained earnings | 5,905 5,080
    Treasury stock, at cost | (500) (300)
    Total stockholders' equity | 5,905 5,280
 | 11,455 11,220
"""


@pytest.fixture
def balance(statement: Builder, filing: Filing, day: When) -> Report:
    return report(filing, statement("balance_sheet", BALANCE, [day(1996), day(1995)]))


def test_concepts_of_a_balance_sheet(balance: Report) -> None:
    found = values(balance)
    assert found["gaap:CashAndCashEquivalentsAtCarryingValue"] == ["1210000", "1020000"]
    assert found["gaap:AssetsCurrent"] == ["6665000", "6370000"]
    assert found["gaap:Assets"] == ["11455000", "11220000"]
    assert found["gaap:LongTermDebtNoncurrent"] == ["3000000", "3500000"]


def test_a_total_without_label_is_proven(balance: Report) -> None:
    assert values(balance)["gaap:LiabilitiesAndStockholdersEquity"] == ["11455000", "11220000"]


@pytest.mark.parametrize("last", ["TOTAL", "TOTAL OF EXAMPLE HOLDINGS", ""])
def test_two_equal_totals_are_both_sides(statement: Builder, filing: Filing, day: When, last: str) -> None:
    """Neither says which side it is; assets come first."""
    text = BALANCE.replace("Total assets", "TOTAL").replace("\n | 11,455 11,220", f"\n{last} | 11,455 11,220")
    found = values(report(filing, statement("balance_sheet", text, [day(1996), day(1995)])))
    assert found["gaap:Assets"] == found["gaap:LiabilitiesAndStockholdersEquity"] == ["11455000", "11220000"]


def test_contra_accounts_are_positive(balance: Report) -> None:
    found = values(balance)
    assert found["gaap:TreasuryStockValue"] == ["500000", "300000"]
    assert found["gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"] == ["4310000", "3950000"]


def test_sums_become_calculations_with_fitting_weights(balance: Report) -> None:
    sums = {each.total: dict(each.parts) for each in balance.calculations}
    assert sums["gaap:PropertyPlantAndEquipmentNet"] == {
        "gaap:PropertyPlantAndEquipmentGross": 1,
        "gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment": -1,
    }
    assert sums["gaap:StockholdersEquity"]["gaap:TreasuryStockValue"] == -1


def test_facts_know_their_places_and_reasons(balance: Report) -> None:
    fact = next(f for f in balance.facts if f.concept == "gaap:Assets")
    assert fact.id == "f-Assets-1996-12-31"
    assert fact.decimals == -3
    assert fact.sources[0].text == "11,455"
    assert fact.evidence is not None
    assert fact.evidence.confidence > 0.8
    assert "Total assets" in fact.evidence.reasons[0].text


def test_presentation_follows_the_page(balance: Report) -> None:
    (shown,) = balance.presentation
    labels = [line.label for line in shown.lines]
    assert labels[:3] == ["ASSETS", "Current assets:", "Cash and cash equivalents"]
    roles = {line.concept: line.role for line in shown.lines}
    assert roles["gaap:TreasuryStockValue"] == "negated"
    assert roles["gaap:AssetsCurrent"] == "total"


INCOME = """
Net sales | 9,120 8,800
Cost of sales | 4,410 4,205
Gross profit | 4,710 4,595
Selling, general and administrative | 1,730 1,690
Sundry mill closing matters | 655 640
Operating income | 2,325 2,265
Interest expense | (415) (430)
Income before income taxes | 1,910 1,835
Income taxes | (669) (642)
Net income | 1,241 1,193
Net income per share, basic and diluted | .62 .60 | eps
Average shares outstanding, basic and diluted | 2,001 1,988 | shares
"""


def test_signs_follow_the_sums(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", INCOME, [year(1996), year(1995)])))
    assert found["gaap:InterestExpense"] == ["415000", "430000"]
    assert found["gaap:IncomeTaxExpenseBenefit"] == ["669000", "642000"]
    assert found["gaap:NetIncomeLoss"] == ["1241000", "1193000"]


COSTS = """
Net sales | 9,000 8,000
Cost of sales | 5,000 4,500
Selling and administrative expenses | 2,000 1,900
Interest expense | 300 250
Other income/expense, net | 120 150
Total costs and expenses | 7,420 6,800
Income before income taxes | 1,580 1,200
"""


def test_other_income_and_expense_that_is_summed_as_a_cost_is_a_loss(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", COSTS, [year(1996), year(1995)])))
    assert found["gaap:OtherNonoperatingIncomeExpense"] == ["-120000", "-150000"]


def test_basic_and_diluted_are_two_facts(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", INCOME, [year(1996), year(1995)])))
    assert found["gaap:EarningsPerShareBasic"] == found["gaap:EarningsPerShareDiluted"] == ["0.62", "0.60"]
    assert found["gaap:WeightedAverageNumberOfSharesOutstandingBasic"] == ["2001000", "1988000"]
    assert found["gaap:WeightedAverageNumberOfDilutedSharesOutstanding"] == ["2001000", "1988000"]


def test_what_fits_no_concept_is_the_filings_own(statement: Builder, filing: Filing, year: When) -> None:
    found = report(filing, statement("income", INCOME, [year(1996), year(1995)]))
    own = {each.concept.name: each for each in found.extensions}
    assert "x:SundryMillClosingMatters" in own
    assert own["x:SundryMillClosingMatters"].concept.period_type == "duration"
    assert found.namespaces["x"].startswith("https://filing2xbrl.org/filing/")


BLOCKS = """
Revenues | 9,000 8,000
Income from continuing operations | 2,000 1,800
Income from discontinued operations | 200 100
Net income | 2,200 1,900
Basic earnings per share:
  Income from continuing operations | 2.00 1.80 | eps
  Income from discontinued operations | 0.20 0.10 | eps
  Net income | 2.20 1.90 | eps
Diluted earnings per share:
  Income from continuing operations | 1.90 1.72 | eps
  Income from discontinued operations | 0.19 0.09 | eps
  Net income | 2.09 1.81 | eps
"""


def test_the_heading_of_a_block_per_share_tells_its_side(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", BLOCKS, [year(2009), year(2008)])))
    discontinued = "gaap:IncomeLossFromDiscontinuedOperationsNetOfTaxPer{}Share".format
    assert found[discontinued("Basic")] == ["0.20", "0.10"]
    assert found[discontinued("Diluted")] == ["0.19", "0.09"]
    assert found["gaap:EarningsPerShareDiluted"] == ["2.09", "1.81"]


EXTRAORDINARY = """
Revenues | 9,000 8,000
Net loss before extraordinary item | (300) (900)
Extraordinary item, net of tax | - (1,500)
Net loss | (300) (2,400)
Net loss per share - basic
  Loss before extraordinary item | (0.30) (0.90) | eps
  Extraordinary item, net of tax | - (1.50) | eps
  Net loss | (0.30) (2.40) | eps
Net loss per share - diluted
  Loss before extraordinary item | (0.29) (0.89) | eps
  Extraordinary item | - (1.49) | eps
  Net loss | (0.29) (2.38) | eps
"""


def test_a_diluted_block_names_its_own_extraordinary_item(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", EXTRAORDINARY, [year(2000), year(1999)])))
    assert found["gaap:EarningsPerShareDiluted"] == ["-0.29", "-2.38"]
    assert found["gaap:EarningsPerShareBasic"] == ["-0.30", "-2.40"]


LOSS = """
Revenues | 1,456 1,210
Research and development | 6,296 7,173
General and administrative | 1,502 1,576
Total operating expenses | 7,798 8,749
Loss from operations | 6,342 7,539
Interest income | 601 622
Net loss | 5,741 6,917
"""


def test_losses_printed_positive_are_negative(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", LOSS, [year(1996), year(1995)])))
    assert found["gaap:NetIncomeLoss"] == ["-5741000", "-6917000"]
    assert found["gaap:OperatingIncomeLoss"] == ["-6342000", "-7539000"]
    assert found["gaap:ResearchAndDevelopmentExpense"] == ["6296000", "7173000"]


CASH = """
Cash flows from operating activities:
  Net income | 1,241 1,193
  Depreciation and amortization | 830 801
  (Increase) decrease in accounts receivable | (295) 110
  Increase in accounts payable | 80 45
  Net cash provided by operating activities | 1,856 2,149
Cash flows from investing activities:
  Purchases of property and equipment | (1,020) (905)
  Net cash used in investing activities | (1,020) (905)
Cash flows from financing activities:
  Long-term debt | 900 300
  Long-term debt | (1,400) (1,250)
  Dividends paid | (146) (140)
  Net cash used in financing activities | (646) (1,090)
Net increase in cash and cash equivalents | 190 154
Cash and cash equivalents at beginning of year | 1,020 866 | usd | start
Cash and cash equivalents at end of year | 1,210 1,020 | usd | end
"""


def test_cash_flow_signs_by_meaning(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("cashflow", CASH, [year(1996), year(1995)])))
    assert found["gaap:PaymentsToAcquirePropertyPlantAndEquipment"] == ["1020000", "905000"]
    assert found["gaap:IncreaseDecreaseInAccountsReceivable"] == ["295000", "-110000"]
    assert found["gaap:IncreaseDecreaseInAccountsPayable"] == ["80000", "45000"]
    assert found["gaap:NetCashProvidedByUsedInInvestingActivities"] == ["-1020000", "-905000"]
    assert found["gaap:PaymentsOfDividends"] == ["146000", "140000"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [("190 154", ["190000", "154000"]), ("191 154", ["191000", "154000"]), ("1,210 1,020", None)],
)
def test_the_change_in_cash_by_its_sum(statement: Builder, filing: Filing, year: When, row: str, expected: list[str] | None) -> None:
    """No filer of the counts has such words for it: that it is the sum of the three kinds of flows tells."""
    text = CASH.replace("Net increase in cash and cash equivalents | 190 154", f"All that the year brought | {row}")
    assert text != CASH
    found = values(report(filing, statement("cashflow", text, [year(1996), year(1995)])))
    assert found.get("gaap:CashAndCashEquivalentsPeriodIncreaseDecrease") == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("What others did | (12) 3", None),
        ("Currency moved by | (12) 3", ["-12000", "3000"]),
        ("Currency moved by | (13) 3", ["-13000", "3000"]),
        ("Currency moved by | (15) 3", None),
    ],
)
def test_the_effect_of_exchange_rates_by_what_lacks(
    statement: Builder, filing: Filing, year: When, row: str, expected: list[str] | None
) -> None:
    text = CASH.replace(
        "Net increase in cash and cash equivalents | 190 154", f"{row}\nNet increase in cash and cash equivalents | 178 157"
    )
    assert text != CASH
    found = values(report(filing, statement("cashflow", text, [year(1996), year(1995)])))
    assert found.get("gaap:EffectOfExchangeRateOnCashAndCashEquivalents") == expected


def test_one_label_twice_is_told_apart_by_sign(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("cashflow", CASH, [year(1996), year(1995)])))
    assert found["gaap:ProceedsFromIssuanceOfLongTermDebt"] == ["900000", "300000"]
    assert found["gaap:RepaymentsOfLongTermDebt"] == ["1400000", "1250000"]


@pytest.mark.parametrize("first", ["5 7", "(5) (7)"], ids=["both positive", "taken off and added"])
def test_one_label_in_two_parts_of_a_cash_flow_is_two_facts(statement: Builder, filing: Filing, year: When, first: str) -> None:
    benefits = "  Excess tax benefits from stock-based compensation | "
    text = CASH.replace("  (Increase) decrease in accounts", f"{benefits}{first}\n  (Increase) decrease in accounts")
    text = text.replace("  Dividends paid |", f"{benefits}5 7\n  Dividends paid |").replace(
        "Dividends paid | (146) (140)", "Dividends paid | (151) (147)"
    )
    found = values(report(filing, statement("cashflow", text, [year(2009), year(2008)])))
    assert found["gaap:ExcessTaxBenefitFromShareBasedCompensationFinancingActivities"] == ["5000", "7000"]
    assert found["gaap:ExcessTaxBenefitFromShareBasedCompensationOperatingActivities"] == ["5000", "7000"]


def test_a_row_that_comes_again_is_one_fact_with_two_places(statement: Builder, filing: Filing, year: When) -> None:
    text = """
Net income | 4,500 4,000
Looms of the guild | 250 150
Net income attributable to Millers Corp | 4,250 3,850
Looms of the guild | 250 150
Net income | 4,500 4,000
Other looms | 250 150
"""
    found = report(filing, statement("income", text, [year(1998), year(1997)]))
    told = [fact for fact in found.facts if fact.value == "4500000" or fact.value == "250000"]
    assert sorted(len(fact.sources) for fact in told) == [1, 2, 2]


AGAIN = """
Cash flows from investing activities
  Looms of the guild | {first}
  Spindles of the guild | 250 150
  Looms of the guild | {second}
  Spindles of the guild | 400 300
  Net cash provided by investing activities | {total}
"""


@pytest.mark.parametrize(("total", "count"), [("1,350 950", 4), ("9,999 8,888", 2)], ids=["added up", "on another basis"])
def test_rows_that_come_again_side_by_side_are_apart_where_one_sum_adds_them_up(
    statement: Builder, filing: Filing, year: When, total: str, count: int
) -> None:
    text = AGAIN.format(first="200 150", second="500 350", total=total)
    found = report(filing, statement("cashflow", text, [year(1998), year(1997)]))
    own = {fact.concept for fact in found.facts if fact.concept.startswith("x:") and "Guild" in fact.concept}
    assert len(own) == count
    assert len(found.unmapped) == (0 if count == 4 else 4)


def test_statements_share_their_facts(statement: Builder, filing: Filing, year: When, day: When) -> None:
    both = report(filing, statement("income", INCOME, [year(1996)]), statement("cashflow", CASH, [year(1996)]))
    (fact,) = [f for f in both.facts if f.concept == "gaap:NetIncomeLoss"]
    assert (fact.statement, len(fact.sources)) == ("income", 2)


def test_a_disagreement_is_a_finding_and_one_fact(statement: Builder, filing: Filing, year: When) -> None:
    other = CASH.replace("Net income | 1,241", "Net income | 1,214")
    both = report(filing, statement("income", INCOME, [year(1996), year(1995)]), statement("cashflow", other, [year(1996), year(1995)]))
    found = [f for f in both.facts if f.concept == "gaap:NetIncomeLoss" and f.period == year(1996)]
    assert [f.value for f in found] == ["1241000"]
    assert any("1,214" in left.place.text or "1214000" in str(both.findings) for left in both.unmapped)


WRONG = """
Current assets:
  Cash and cash equivalents | 121,034 102,011 98,120
  Accounts receivable, net | 340,509 311,023 300,455
  Inventories | 205,001 224,310 214,602
  Total current assets | 666,544 637,434 613,177
"""


def test_a_sum_that_the_filing_gets_wrong_is_a_finding(statement: Builder, filing: Filing, day: When) -> None:
    found = report(filing, statement("balance_sheet", WRONG, [day(1996), day(1995), day(1994)]))
    (finding,) = [each for each in found.findings if each.code == "calculation.does-not-add-up"]
    assert "637,434" in finding.message
    assert "90 less" in finding.message
    assert not found.calculations


def test_a_garbled_second_reading_is_ignored(statement: Builder, filing: Filing, day: When) -> None:
    garbled = BALANCE + " | 11,002 11,100\n"
    found = report(filing, statement("balance_sheet", garbled, [day(1996), day(1995)]))
    assert [(left.code, left.place.text) for left in found.ignored] == [("ghost-row", "11,002"), ("ghost-row", "11,100")]
    assert not any(fact.value in ("11002000", "11100000") for fact in found.facts)


def test_small_numbers_with_one_digit_in_common_are_no_second_reading(statement: Builder, filing: Filing, year: When) -> None:
    """ "0.2" and "0.7": the nought and the point are no digits that were read twice."""
    table = "Interest income | 4.0 4.9\nInterest expense | (4.4) (3.8)\nOther - net | (0.2) 0.1\n | 0.7 0.4\nIncome taxes | 1.8 6.4\n"
    found = report(filing, statement("income", table, [year(1996), year(1995)]))
    assert not any(left.code == "ghost-row" for left in found.ignored)


def test_a_row_that_neither_a_label_nor_a_sum_explains_is_no_fact(statement: Builder, filing: Filing, day: When) -> None:
    """OCR tools put rows in; the amounts of a label that was lost look the same."""
    stray = BALANCE.replace("  Property, plant and equipment, net", " | 20,863 26,481\n  Property, plant and equipment, net")
    assert stray != BALANCE
    found = report(filing, statement("balance_sheet", stray, [day(1996), day(1995)]))
    assert [(left.code, left.place.text) for left in found.unmapped] == [("no-label", "20,863"), ("no-label", "26,481")]
    assert not any(fact.value in ("20863000", "26481000") for fact in found.facts)


def test_a_row_without_a_label_below_a_rule_is_a_total(statement: Builder, filing: Filing, day: When) -> None:
    stray = BALANCE.replace("  Property, plant and equipment, net", " | 20,863 26,481\n  Property, plant and equipment, net")
    bare = statement("balance_sheet", stray, [day(1996), day(1995)])
    ruled = replace(bare, rows=tuple(replace(row, ruled=row.ruled or not row.label) for row in bare.rows))
    found = report(filing, ruled)
    assert [fact.concept for fact in found.facts if fact.value == "20863000"] == ["x:UnlabelledBalanceSheetAmount"]


def test_low_confidence_becomes_unmapped(statement: Builder, filing: Filing, year: When) -> None:
    strict = report(filing, statement("income", INCOME, [year(1996), year(1995)]), min_confidence=0.95)
    assert all(f.evidence and f.evidence.confidence >= 0.95 for f in strict.facts if f.statement == "income")
    assert {left.code for left in strict.unmapped} == {"low-confidence"}


def test_every_number_ends_somewhere(statement: Builder, filing: Filing, year: When, day: When) -> None:
    made = [statement("income", INCOME, [year(1996), year(1995)]), statement("cashflow", CASH, [year(1996), year(1995)])]
    found = report(filing, *made)
    there = {place for fact in found.facts for place in fact.sources} | {left.place for left in (*found.unmapped, *found.ignored)}
    assert {figure.place for each in made for row in each.rows for figure in row.figures} <= there


BUSINESSES = """
Mills:
  Cash and cash equivalents | 60,118 8,204
  Property, plant and equipment, net | 81,110 72,004
  Other assets | 18,118 16,204
Weavers' bank:
  Cash and cash equivalents | 4,118 2,204
  Loans to weavers | 96,708 69,864
Total assets | 260,172 168,480
Accounts payable | 120,118 92,204
Total liabilities | 120,118 92,204
Common stock | 40,000 40,000
Retained earnings | 100,054 36,276
Total stockholders' equity | 140,054 76,276
Total liabilities and stockholders' equity | 260,172 168,480
"""


def test_cash_of_one_business_of_two_is_not_all_cash(statement: Builder, filing: Filing, year: When) -> None:
    periods = [year(1997).as_instant(), year(1996).as_instant()]
    found = values(report(filing, statement("balance_sheet", BUSINESSES, periods)))
    assert "gaap:CashAndCashEquivalentsAtCarryingValue" not in found
    assert found["gaap:PropertyPlantAndEquipmentNet"] == ["81110000", "72004000"]
    one = BUSINESSES.replace("  Cash and cash equivalents | 4,118", "  Mortgage certificates | 4,118")
    again = values(report(filing, statement("balance_sheet", one, periods)))
    assert again["gaap:CashAndCashEquivalentsAtCarryingValue"] == ["60118000", "8204000"]


SEGREGATED = """
ASSETS
  Cash and cash equivalents | 90,118 77,440
  Assets segregated under federal regulations:
    Cash and cash equivalents | 40 22
    Securities purchased under agreements to resell | 61,330 50,118
  Receivables from brokers | 44,006 61,118
  Total assets | 195,494 188,698
"""


def test_segregated_cash_leaves_the_brokers_own_its_name(statement: Builder, filing: Filing, year: When) -> None:
    periods = [year(1997).as_instant(), year(1996).as_instant()]
    found = values(report(filing, statement("balance_sheet", SEGREGATED, periods)))
    assert found["gaap:CashAndCashEquivalentsAtCarryingValue"] == ["90118000", "77440000"]


PANELS = """
Revenues | 4,200 3,900 - -
Cost of yarn | 2,500 2,300 - -
Operating income | 1,700 1,600 - -
Income taxes | 600 550 - -
Net income | 1,100 1,050 - -
Revenues | - - 8,100 7,400
Cost of yarn | - - 4,900 4,400
Operating income | - - 3,200 3,000
Income taxes | - - 1,100 1,000
Net income | - - 2,100 2,000
"""


def test_panels_of_other_columns_say_the_same(statement: Builder, filing: Filing) -> None:
    """The quarter, and below it the half year."""
    ends = (date(1998, 6, 30), date(1997, 6, 30))
    columns = [*(Period(date(end.year, 4, 1), end) for end in ends), *(Period(date(end.year, 1, 1), end) for end in ends)]
    built = statement("income", PANELS, columns)
    blank = [replace(row, figures=tuple(each for each in row.figures if not each.number.dash)) for row in built.rows]
    found = values(report(filing, replace(built, rows=tuple(blank))))
    assert sorted(found["gaap:NetIncomeLoss"]) == ["1050000", "1100000", "2000000", "2100000"]
    assert sorted(found["gaap:OperatingIncomeLoss"]) == ["1600000", "1700000", "3000000", "3200000"]
    assert sorted(map(len, found.values())) == [4] * 5


TWICE = """
Cash and cash equivalents | 1,210 1,020
Kite frames | 470 403
Lamp oil | 229 215
Current assets | 1,909 1,638
Kite frames | 1,519 1,502
Lamp oil | 1,030 937
Total assets | 4,458 4,077
"""


def test_rows_of_one_label_that_one_tree_of_sums_holds_are_two_things(statement: Builder, filing: Filing, day: When) -> None:
    """Part of the current assets, and beside their total part of all assets, each above the same row."""
    found = report(filing, statement("balance_sheet", TWICE, [day(1996), day(1995)]))
    assert not found.unmapped
    assert {fact.concept for fact in found.facts if fact.value in ("470000", "1519000")} == {"x:KiteFrames", "x:KiteFramesItem2"}
