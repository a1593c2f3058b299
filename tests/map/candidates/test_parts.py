"""The smaller parts of the mapper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from converter.map.candidates.not_of import is_ruled_out, ruled_out
from converter.map.candidates.parts import before_depreciation, one_of_accrued
from converter.map.facts.amounts import amount, as_text, decimals_of
from converter.map.facts.extensions import Extensions
from converter.map.facts.leftovers import left_figures
from converter.map.facts.names import fact_id, local_name
from converter.map.rows.labels import features, key, words
from converter.map.rows.lines import lines_of
from converter.map.rows.sections import parts_of_operations, sections_of
from converter.map.signs.turning import Row, prior
from converter.model import USD, Column, Figure, Number, Period, Place, Statement, StatementRow, Text

YEAR = Period(date(1996, 1, 1), date(1996, 12, 31))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Total shareholders' equity (Note 7)", "total stockholder equity"),
        ("Accounts receivable, less allowances of $58 and $47", "account receivable net"),
        ("Common stock, $.01 par value; 10,000,000 shares authorized", "common stock"),
        ("Non-current liabilities", "noncurrent liability"),
        ("Long-term debt, see note 4", "long term debt"),
        ("Dividends & distributions", "dividend and distribution"),
        ("Cash dividends, $.50 per share", "cash dividend"),
        ("Dividends declared - $1.20 a share", "dividend declared"),
        ("SeIIing, generaI and administrative", "selling general and administrative"),
        ("Accounts payabIe", "account payable"),
        ("lnventories", "inventory"),
        ("lNCOME TAXES", "income taxe"),
    ],
)
def test_key(label: str, expected: str) -> None:
    assert key(label) == expected


def test_features_of_nothing() -> None:
    assert features(words("(1)")) == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Sundry mill closing matters", "SundryMillClosingMatters"),
        ("OTHER CHARGES (Note 12)", "OtherCharges"),
        ("1995 rights plan", "Item1995RightsPlan"),
        ("[a] Net of deferred taxes of $6 and $4", "NetOfDeferredTaxes"),
        ("Trust shares, 26,385,260 and 26,119,702, at market", "TrustSharesAtMarket"),
        ("Common stock, 1,200 shares issued", "CommonStockSharesIssued"),
        ("Unrealized gains, net of tax of $22, $3 and $1, respectively", "UnrealizedGainsNetOfTax"),
        ("Gains, net of deferred taxes of $14, $(1), ($2) and $(38)", "GainsNetOfDeferredTaxes"),
        ("Adjustments, net of tax effect of ($2) and $8; ($1) and $6", "AdjustmentsNetOfTaxEffect"),
        ("NET REPAYMENTS OF NOTES, NET OF DISCOUNT OF $3 MILLION IN 1996 AND $2 MILLION IN 1995", "NetRepaymentsOfNotesNetOfDiscount"),
        ("ARM notes and OPEB of the GAO", "ARMNotesAndOpebOfTheGAO"),
        ("401k plan", "Item401kPlan"),
        ("1988 stock plan, 6% notes", "Item1988StockPlan6Notes"),
        ("(a) Net of taxes", "NetOfTaxes"),
        ("Sales and other revenues (a)", "SalesAndOtherRevenues"),
        ("Accrued bonus account(s)", "AccruedBonusAccount"),
        ("Construction fund—Note D", "ConstructionFund"),
        ("Notes to dealers (see Notes A and 7)", "NotesToDealers"),
        ("Subordinated note A", "SubordinatedNoteA"),
        ("", "Item"),
    ],
)
def test_local_name(label: str, expected: str) -> None:
    assert local_name(label) == expected


def test_a_long_name_ends_with_a_word() -> None:
    assert local_name("Sundry adjustments " * 9) == "SundryAdjustments" * 7


def test_fact_id() -> None:
    assert fact_id("x:Sundry", YEAR, (("gaap:Axis", "gaap:AMember"),), "USD") == "f-x.Sundry-1996-01-01-1996-12-31-AMember-USD"


def test_own_concepts_with_bare_labels_are_named_by_their_heading() -> None:
    made = Extensions()
    assert made.concept("Basic", "Earnings per share before accounting changes:", "income", "perShare", False) == (
        "x:BasicEarningsPerShareBeforeAccountingChanges"
    )
    assert made.concept("Other", "", "cashflow", "monetary", False) == "x:Other"


def test_a_deed_and_what_a_cost_is_of_bear_their_heading() -> None:
    made = Extensions()
    assert made.concept("Sold", "Bonds available for sale:", "cashflow", "monetary", False) == "x:SoldBondsAvailableForSale"
    assert made.concept("Hardware sales", "Cost:", "income", "monetary", False) == "x:HardwareSalesCost"
    assert made.concept("Hardware sales", "Revenues:", "income", "monetary", False) == "x:HardwareSales"


def test_a_label_without_letters_is_none() -> None:
    assert Extensions().concept("2", "", "income", "monetary", False) == "x:UnlabelledIncomeAmount"


def test_names_of_own_concepts_are_unique() -> None:
    made = Extensions()
    names = [
        made.concept("Other", "Plants", "income", "monetary", False),
        made.concept("Other", "Mills", "income", "monetary", False),
        made.concept("Other", "", "cashflow", "monetary", False),
        made.concept("Other", "", "balance_sheet", "monetary", True),
        made.concept("", "", "income", "monetary", False),
    ]
    assert len(set(names)) == len(names)
    assert made.concept("other", "plants", "income", "monetary", False) == names[0]
    assert len(made.all()) == len(names)


def test_amounts() -> None:
    number = Number("1,234.5", Decimal("1234.5"), 1)
    assert as_text(amount(number, 3)) == "1234500"
    assert decimals_of(number, 3) == -2
    assert as_text(Decimal("-0")) == "0"


def test_sections_of_a_balance_sheet() -> None:
    labels = [
        "Assets:",
        "Cash",
        "Total current assets",
        "Land",
        "Total assets",
        "Liabilities:",
        "Accounts payable",
        "Total current liabilities",
        "Long-term debt",
        "Common stock",
        "Retained earnings",
    ]
    figures = [not label.endswith(":") for label in labels]
    found = sections_of("balance_sheet", [words(each) for each in labels], [()] * len(labels), figures)
    assert found[1:5] == ["ca", "ca", "na", "na"]
    assert found[6:] == ["cl", "cl", "nl", "eq", "eq"]


def balance(*labels: str) -> list[str]:
    return _sections("balance_sheet", *labels)


def _sections(kind: str, *labels: str) -> list[str]:
    """The sections of rows; those that end in a colon are headings."""
    figures = [not label.endswith(":") for label in labels]
    return sections_of(kind, [words(each) for each in labels], [()] * len(labels), figures)


def test_above_total_assets_no_heading_opens_equity() -> None:
    found = balance("Equity securities, at fair value:", "Looms", "Total invested assets", "Cash", "Total assets", "Liabilities:", "Yarn")
    assert found[1:5] == ["ua"] * 4
    assert found[-1] == "ul"
    last = balance("Liabilities:", "Yarn", "Total liabilities", "Equity:", "Common stock", "Assets:", "Looms", "Total assets")
    assert last[1:5] == ["ul", "ul", "eq", "eq"]


def test_totals_within_equity_do_not_close_it() -> None:
    assert balance("Equity:", "Gains on looms", "Total accumulated other income", "Treasury stock")[-1] == "eq"
    assert balance("Equity:", "Common stock", "Total capitalization", "Deferred taxes")[-1] == "nl"


def test_what_follows_the_result_of_operations_is_other_income() -> None:
    labels = [
        "Contract drilling",
        "Other",
        "Income (loss) from operations",
        "Interest income",
        "Other",
        "Income before income taxes",
        "Taxes",
    ]
    heads = [(words("Costs and expenses:"),)] * len(labels)
    found = sections_of("income", [words(each) for each in labels], heads, [True] * len(labels))
    assert found == ["ex", "ex", "ex", "ex", "ot", "ex", "ex"]


def test_sections_of_income_come_from_headings() -> None:
    heads = [
        ("Revenues:",),
        ("Costs and expenses:",),
        ("Other income (expense):",),
        ("Other comprehensive income:",),
        ("Interest expense:",),
    ]
    tokens = [tuple(words(head) for head in each) for each in heads]
    assert sections_of("income", [()] * 5, tokens, [True] * 5) == ["rv", "ex", "ot", "oc", "ie"]
    assert sections_of("comprehensive", [words("Translation adjustment")], [()], [True]) == ["oc"]


def test_sections_of_a_cash_flow() -> None:
    rows = ["Net income", "Net cash from operations", "Purchases", "Net cash used in investing activities", "Dividends"]
    rows += ["Net cash used in financing activities", "Supplemental disclosures:", "Interest paid"]
    figures = [not row.endswith(":") for row in rows]
    found = sections_of("cashflow", [words(row) for row in rows], [()] * len(rows), figures)
    assert found[:6] == ["op", "op", "iv", "iv", "fi", "fi"]
    assert found[-1] == "sp"


def test_a_total_of_another_activity_speaks_against_a_heading() -> None:
    rows = ["Operating activities:", "Net income", "Losses on investing activities:", "Looms", "Net cash from operating activities"]
    rows += ["Investing activities:", "Loans", "Net cash from financing activities", "Mills", "Net cash used in investing activities"]
    assert _sections("cashflow", *rows) == ["op", "op", "iv", "op", "op", "iv", "fi", "fi", "iv", "iv"]


def test_parts_of_operations_are_told_by_headings() -> None:
    labels = [
        "Net income",
        "Items not affecting cash:",
        "Wear",
        "Changes in looms and yarn:",
        "Looms",
        "Sundry:",
        "Yarn",
        "Financing:",
        "Loan",
    ]
    figures = [not label.endswith(":") for label in labels]
    where = ["op"] * 8 + ["fi"]
    found = parts_of_operations([words(each) for each in labels], figures, where)
    assert found == ["", "", "adjustments", "", "changes", "", "changes", "", ""]


def leaning(group: str, nature: str, label: str, below: int, above: int, concept: str = "Some") -> int:
    return 1 if prior(group, Row(nature, concept, words(label), below, above)) >= 0 else -1


@pytest.mark.parametrize(
    ("group", "nature", "label", "below", "above", "expected"),
    [
        ("income", "tax", "Income tax benefit", 0, 2, -1),
        ("income", "tax", "Benefit (expense) from income taxes", 2, 0, -1),
        ("income", "tax", "Provision (benefit) for income taxes", 2, 0, 1),
        ("income", "tax", "Income taxes", 2, 0, -1),
        ("income", "income", "Net loss", 0, 2, -1),
        ("income", "income", "Net loss", 2, 0, 1),
        ("income", "income", "Net income (loss)", 0, 2, 1),
        ("income", "revenue", "Other income", 2, 0, -1),
        ("income", "expense", "Cost of sales", 2, 0, -1),
        ("income", "minority_share", "Minority interest", 2, 0, -1),
        ("income", "oci_reclass", "Reclassification", 0, 2, -1),
        ("cashflow", "net_cash", "Net cash used in investing activities", 0, 2, -1),
        ("cashflow", "net_cash", "Net cash used in investing activities", 2, 0, 1),
        ("cashflow", "outflow", "Purchases of plant", 2, 0, -1),
        ("cashflow", "outflow", "Purchases of plant", 0, 2, 1),
        ("cashflow", "increase_asset", "Inventories", 1, 1, -1),
        ("cashflow", "net_outflow", "Other investing", 1, 1, -1),
        ("cashflow", "gain_loss", "Gain on sale", 2, 0, -1),
        ("cashflow", "income", "Net loss", 0, 2, -1),
        ("cashflow", "expense", "Depreciation", 0, 2, 1),
        ("balance", "contra_equity", "Treasury stock", 2, 0, -1),
        ("balance", "ratio", "Ratio", 0, 2, 1),
    ],
)
def test_leanings(group: str, nature: str, label: str, below: int, above: int, expected: int) -> None:
    assert leaning(group, nature, label, below, above) == expected


def test_left_figures_say_why() -> None:
    number = Number("12", Decimal(12))
    place = Place(0, "cell", "12")
    good = Figure(number, place, 0, YEAR, USD, 3)
    mixed = replace(good, period=Period(None, date(1996, 12, 31)))
    row = StatementRow("Looms", (good, replace(good, ignored=True, reason="a percent column"), replace(good, period=None), mixed))
    sheet = Statement("income", Text("INCOME", place), 0, (Column("1996", YEAR),), (row,))
    unmapped, ignored = left_figures(lines_of(sheet), {}, (), sheet)
    assert [(left.code, left.reason) for left in ignored] == [("no-fact", "a percent column")]
    assert [left.code for left in unmapped] == ["unknown-period", "mixed-periods"]


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("7% Cumulative preferred stock, par $5", ("cumulative", "preferred", "stock")),
        ("$2.50 Cumulative Preferred Stock, no par", ("cumulative", "preferred", "stock")),
        ("5 1/2 percent preference stock of $100 par value; authorized 110,000 shares", ("preference", "stock", "of")),
        ("$1.25 par value common stock, 500 shares authorized", ("common", "stock")),
        ("$.01 par value, 5,000 shares authorized", ()),
        ("5,000,000 shares of common stock", ()),
    ],
)
def test_a_security_that_begins_with_its_rate(label: str, found: tuple[str, ...]) -> None:
    assert words(label) == found


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("Extraordinary items, net of minority interest", "MinorityInterestInNetIncomeLossOperatingPartnerships"),
        ("Extraordinary item", "IncomeLossFromDiscontinuedOperationsNetOfTax"),
        ("Distributable income", "OperatingIncomeLoss"),
        ("Equity securities, primarily at market", "EquityMethodInvestments"),
        ("Total investment in cable television properties", "RealEstateInvestmentPropertyAtCost"),
    ],
)
def test_what_a_row_is_not(label: str, concept: str) -> None:
    number = Figure(Number("12", Decimal(12)), Place(0, "cell", "12"), 0, YEAR, USD, 3)
    sheet = Statement("income", Text("INCOME", number.place), 0, (Column("1996", YEAR),), (StatementRow(label, (number,)),))
    assert is_ruled_out(concept, ruled_out(lines_of(sheet)[0], frozenset()))


@pytest.mark.parametrize(
    ("label", "head", "concept", "is_out"),
    [
        ("Plant and equipment", "Depreciation and amortization -", "GainLossOnSaleOfPropertyPlantEquipment", True),
        ("Gain on sale of equipment", "Depreciation and amortization -", "GainLossOnSaleOfPropertyPlantEquipment", False),
        ("Less advances and progress billings", "", "InventoryNetOfAllowancesCustomerAdvancesAndProgressBillings", True),
        ("Inventories, less progress billings", "", "InventoryNetOfAllowancesCustomerAdvancesAndProgressBillings", False),
        ("Restricted short-term loom investments", "", "ShortTermInvestments", True),
        ("Unrestricted short-term investments", "", "ShortTermInvestments", False),
        ("Litigation and restructuring charges", "", "RestructuringCharges", True),
        ("Severance and restructuring charges", "", "RestructuringCharges", False),
        ("Noninterest-bearing", "Domestic:", "NoninterestBearingDepositLiabilities", True),
        ("Noninterest-bearing", "Domestic:", "NoninterestBearingDepositLiabilitiesDomestic", False),
        ("Noninterest-bearing", "Deposits:", "NoninterestBearingDepositLiabilities", False),
        ("Interest-bearing", "Foreign offices:", "InterestBearingDepositLiabilitiesDomestic", True),
        ("Unrealized gains", "Deferred income taxes:", "AccumulatedOtherComprehensiveIncomeLossNetOfTax", True),
        ("Unrealized gains, less deferred taxes", "", "AccumulatedOtherComprehensiveIncomeLossNetOfTax", False),
        ("Cumulative net income", "", "RetainedEarningsAccumulatedDeficit", True),
        ("Cumulative net income retained", "", "RetainedEarningsAccumulatedDeficit", False),
        ("Federal and state excise taxes", "", "AccruedIncomeTaxesCurrent", True),
        ("Income and excise taxes", "", "AccruedIncomeTaxesCurrent", False),
        ("From operations", "Working capital was provided by:", "NetCashProvidedByUsedInOperatingActivities", True),
        ("Funds from operations", "", "NetCashProvidedByUsedInOperatingActivities", True),
        ("Net cash from operations", "", "NetCashProvidedByUsedInOperatingActivities", False),
        ("Limited partners - contributed capital", "", "AdditionalPaidInCapital", True),
        ("Clearing accounts", "", "ProvisionForDoubtfulAccounts", True),
        ("Provision for losses on accounts", "", "ProvisionForDoubtfulAccounts", False),
        ("Net change in short-term and long-term debt", "", "ProceedsFromRepaymentsOfShortTermDebt", True),
        ("Capital leases, less current portion", "", "LongTermDebtAndCapitalLeaseObligations", True),
        ("Purchase of subsidiary's common stock", "", "PaymentsForRepurchaseOfCommonStock", True),
        ("Goodwill and other intangibles", "", "Goodwill", True),
        ("Gain on sale of hotels", "", "GainLossOnSaleOfBusiness", True),
        ("Cash used for other investing and financing activities", "", "NetCashProvidedByUsedInInvestingActivities", True),
    ],
)
def test_what_a_row_under_a_heading_is_not(label: str, head: str, concept: str, is_out: bool) -> None:
    number = Figure(Number("12", Decimal(12)), Place(0, "cell", "12"), 0, YEAR, USD, 3)
    row = StatementRow(label, (number,), heads=(head,) if head else ())
    sheet = Statement("cashflow", Text("CASH FLOWS", number.place), 0, (Column("1996", YEAR),), (row,))
    assert is_ruled_out(concept, ruled_out(lines_of(sheet)[0], frozenset())) == is_out


def test_what_depreciation_is_taken_off_is_not_net_of_it() -> None:
    number = Figure(Number("12", Decimal(12)), Place(0, "cell", "12"), 0, Period(None, date(1996, 12, 31)), USD, 3)
    labels = ["Office equipment and vehicles", "Less accumulated depreciation", "Property, net", "Accumulated depreciation of leases"]
    rows = tuple(StatementRow(label, (number,)) for label in labels)
    sheet = Statement("balance_sheet", Text("BALANCE SHEET", number.place), 0, (Column("1996", number.period),), rows)
    assert before_depreciation(lines_of(sheet)) == {0}


def test_one_of_several_accruals_is_not_all_that_is_accrued() -> None:
    number = Figure(Number("12", Decimal(12)), Place(0, "cell", "12"), 0, Period(None, date(1996, 12, 31)), USD, 3)
    labels = ["Accrued loom rent", "Accrued expenses of the mill", "Accrued and other liabilities", "Other accrued rent", "Rent accrued"]
    rows = tuple(StatementRow(label, (number,)) for label in labels)
    sheet = Statement("balance_sheet", Text("BALANCE SHEET", number.place), 0, (Column("1996", number.period),), rows)
    assert one_of_accrued(lines_of(sheet)) == {0}
    assert one_of_accrued(lines_of(replace(sheet, rows=rows[:1]))) == frozenset()


def test_an_own_concept_says_where_it_comes_from() -> None:
    made = Extensions()
    made.concept("Sold", "Bonds:", "cashflow", "monetary", False)
    made.concept("", "", "income", "monetary", False)
    made.concept("loom profit", "", "prose", "monetary", False)
    assert [each.documentation for each in made.all()] == [
        "\u201cSold\u201d, a row under \u201cBonds\u201d of the statement of cash flows.",
        "A row without a label of the statement of income.",
        "\u201cloom profit\u201d, stated in a sentence of the filing.",
    ]


def test_notes_and_figures_make_no_other_concept() -> None:
    made = Extensions()
    names = {
        made.concept(label, heading, "income", "monetary", False)
        for label, heading in (("Loom services", "Revenues (Note 9):"), ("LOOM SERVICES (Note 3)", "REVENUES:"))
    }
    assert names == {"x:LoomServices"}
