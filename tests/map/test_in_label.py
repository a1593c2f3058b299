"""Numbers inside labels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.map.facts.extensions import Extensions
from converter.map.in_label import in_label_drafts
from converter.model import Column, Figure, Period, Place, Statement, StatementRow, Text
from converter.taxonomy import load_taxonomy

END = Period(None, date(1996, 12, 31))
PLACE = Place(0, "cell", "t")
Make = Callable[..., Figure]


def drafts(label: str, *figures: Figure, heads: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    row = StatementRow(label, (), heads=heads, in_label=figures)
    sheet = Statement("balance_sheet", Text("BALANCE SHEET", Place(0, "cell", "t")), 0, (Column("1996", END),), (row,))
    found, unmapped, ignored = in_label_drafts(row, (), sheet, load_taxonomy(), Extensions())
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


def test_unknown_words_name_a_concept_of_the_filings_own(label_number: Make) -> None:
    label = "Fixed maturities (amortized cost $36,034 in 1996 and $29,399 in 1995; pledged $12)"
    found = drafts(
        label,
        label_number("$36,034", "usd", "Fixed maturities (amortized cost ", " in 1996 and "),
        label_number("$12", "usd", " in 1996 and $29,399 in 1995; pledged ", ")"),
    )
    assert found == [("x:FixedMaturitiesAmortizedCost", "36034"), ("x:FixedMaturitiesPledged", "12")]


def test_a_footnotes_mark_is_no_amount(label_number: Make) -> None:
    assert drafts("Earnings per share (1)", label_number("(1)", "usd", "Earnings per share ", "")) == []


def test_one_meaning_has_one_value(label_number: Make) -> None:
    found = drafts(
        "Bonds (pledged $5, pledged $6)",
        label_number("$5", "usd", "Bonds (pledged ", ", pledged $6)"),
        label_number("$6", "usd", "pledged $5, pledged ", ")"),
    )
    assert found == [("x:BondsPledged", "5")]


def test_one_number_over_several_columns_is_true_of_none(label_number: Make) -> None:
    figure = label_number("$500", "usd", "Notes payable (secured by land, cost ", ")")
    days = [replace(figure, column=n, period=Period(None, date(year, 12, 31))) for n, year in enumerate((1997, 1996))]
    assert drafts("Notes payable (secured by land, cost $500)", *days) == []


def test_one_number_over_several_durations_is_true_of_none(label_number: Make) -> None:
    figure = label_number("$90", "usd", "Newly issued debt (maturities longer than ", " days)")
    years = [replace(figure, column=n, period=Period(date(year, 1, 1), date(year, 12, 31))) for n, year in enumerate((1997, 1996))]
    assert drafts("Newly issued debt (maturities longer than $90 days)", *years) == []


def test_a_number_without_words_is_ignored(label_number: Make) -> None:
    assert drafts("8", label_number("8", "shares", "", "")) == []


def test_words_behind_another_number_are_its_own(label_number: Make) -> None:
    label = "Common stock (5,500 shares authorized, 2,293 and 2,297 issued)"
    found = drafts(label, label_number("2,293", "shares", "Common stock (5,500 shares authorized, ", " and 2,297 issued)"))
    assert found == [("gaap:CommonStockSharesIssued", "2293")]


def test_each_number_may_have_its_word_before_it(label_number: Make) -> None:
    found = drafts(
        "Common stock, par value $.10 per share, authorized 5,000 shares, issued 1,200",
        label_number("5,000", "shares", "par value $.10 per share, authorized ", " shares, issued 1,200"),
        label_number("1,200", "shares", "authorized 5,000 shares, issued ", ""),
    )
    assert found == [("gaap:CommonStockSharesAuthorized", "5000"), ("gaap:CommonStockSharesIssued", "1200")]


def test_a_word_before_a_number_that_another_number_has(label_number: Make) -> None:
    found = drafts(
        "Preferred stock, none issued, 1,000 shares authorized 500 shares outstanding",
        label_number("1,000", "shares", "Preferred stock, none issued, ", " shares authorized 500 shares outstanding"),
        label_number("500", "shares", "none issued, 1,000 shares authorized ", " shares outstanding"),
    )
    assert found == [("gaap:PreferredStockSharesAuthorized", "1000"), ("gaap:PreferredStockSharesOutstanding", "500")]


def test_units_of_partners(label_number: Make) -> None:
    found = drafts(
        "Limited Partners, 40,000 units authorized, 31,205 units issued (Note 3)",
        label_number("40,000", "shares", "Limited Partners, ", " units authorized, 31,205 units issued"),
        label_number("31,205", "shares", "40,000 units authorized, ", " units issued"),
    )
    assert found == [
        ("gaap:LimitedPartnersCapitalAccountUnitsAuthorized", "40000"),
        ("gaap:LimitedPartnersCapitalAccountUnitsIssued", "31205"),
    ]
    assert drafts("General Partner (147.530 Units)", label_number("147.530", "shares", "General Partner (", " Units)")) == [
        ("gaap:GeneralPartnersCapitalAccountUnitsOutstanding", "147.530")
    ]


def test_a_year_before_the_number_is_no_word_of_its_measure(label_number: Make) -> None:
    label = "Bonds (amortized cost: 1996 - $36; 1995 - $29)"
    (found,) = drafts(label, label_number("$36", "usd", "Bonds (amortized cost: 1996 - ", "; 1995 - $29)"))
    assert found == ("x:BondsAmortizedCost", "36")


def test_what_is_authorized_issued_and_outstanding(label_number: Make) -> None:
    label = "Preferred stock; $1.00 per share liquidation preference; 1,000,000 shares authorized, issued and outstanding"
    found = drafts(
        label,
        label_number("$1.00", "eps", "Preferred stock; ", " per share liquidation preference; 1,000,000 shares authorized"),
        label_number("1,000,000", "shares", "per share liquidation preference; ", " shares authorized, issued and outstanding"),
    )
    assert [concept for concept, _ in found] == [
        "gaap:PreferredStockLiquidationPreference",
        "gaap:PreferredStockSharesAuthorized",
        "gaap:PreferredStockSharesIssued",
        "gaap:PreferredStockSharesOutstanding",
    ]


def test_what_common_stock_in_the_treasury_cost_is_about_the_treasury(label_number: Make) -> None:
    label = "Less cost of common stock in treasury (702,338 shares)"
    before = "Less cost of common stock in treasury ("
    assert drafts(label, label_number("702,338", "shares", before, " shares)")) == [("gaap:TreasuryStockShares", "702338")]


@pytest.mark.parametrize(
    ("before", "after", "concepts"),
    [
        ("Common stock: Authorized shares -- ", " Issued and outstanding shares -- 1,200", ["CommonStockSharesAuthorized"]),
        ("Common stock: Authorized shares -- ", " Issued and outstanding shares -- none", ["CommonStockSharesAuthorized"]),
        ("Common stock, 9,000 authorized shares: ", " issued shares at June 30", ["CommonStockSharesIssued"]),
        ("Common stock, issued 1,250 and outstanding ", "", ["CommonStockSharesOutstanding"]),
        ("Common stock, 1,200 shares issued, excluding ", " shares subject to repurchase", []),
        ("Common stock, 1,200 shares issued (net of ", " shares in treasury)", ["TreasuryStockShares"]),
        (
            "Preferred stock, ",
            " shares designated, issued and outstanding",
            [f"PreferredStockShares{w}" for w in ("Authorized", "Issued", "Outstanding")],
        ),
        ("Less ", " shares in treasury, at cost", ["TreasuryStockShares"]),
    ],
)
def test_words_that_name_a_count(label_number: Make, before: str, after: str, concepts: list[str]) -> None:
    found = drafts(f"{before}1,000{after}", label_number("1,000", "shares", before, after))
    assert [concept for concept, _ in found] == [f"gaap:{each}" for each in concepts]


def test_a_number_without_a_date_gives_way_to_dated_ones(label_number: Make) -> None:
    label = "Common stock, 1,200 shares issued (1,100 issued in 1995)"
    first, second = Period(None, date(1996, 12, 31)), Period(None, date(1995, 12, 31))
    both = label_number("1,200", "shares", "Common stock, ", " shares issued (1,100 issued in 1995)")
    one = label_number("1,100", "shares", "1,200 shares issued (", " issued in 1995)")
    found = drafts(
        label, replace(both, column=0, period=first), replace(both, column=1, period=second), replace(one, column=1, period=second)
    )
    assert found == [("gaap:CommonStockSharesIssued", "1200"), ("gaap:CommonStockSharesIssued", "1100")]


def test_of_two_numbers_that_say_the_same_none_is_told(label_number: Make) -> None:
    label = "Common stock, 1,200 shares issued, 1,100 shares issued"
    found = drafts(
        label,
        label_number("1,200", "shares", "Common stock, ", " shares issued, 1,100 shares issued"),
        label_number("1,100", "shares", "1,200 shares issued, ", " shares issued"),
    )
    assert found == []


def test_a_class_that_includes_shares_in_treasury_is_no_treasury_stock(label_number: Make) -> None:
    label = "Class A--authorized 20,000 shares; issued: 1996--10,933 (including treasury shares: 1996--1,190)"
    found = drafts(
        label,
        label_number("20,000", "shares", "Class A--authorized ", " shares; issued: 1996--", scale=3),
        label_number(
            "10,933", "shares", "Class A--authorized 20,000 shares; issued: 1996--", " (including treasury shares: 1996--", scale=3
        ),
        label_number("1,190", "shares", "issued: 1996--10,933 (including treasury shares: 1996--", ")", scale=3),
    )
    assert found == [
        ("gaap:CommonStockSharesAuthorized", "20000000"),
        ("gaap:CommonStockSharesIssued", "10933000"),
        ("gaap:TreasuryStockShares", "1190000"),
    ]


def test_units_of_partners_are_no_common_stock(label_number: Make) -> None:
    found = drafts(
        "Net contributed capital (104,000 units outstanding)",
        label_number("104,000", "shares", "Net contributed capital (", " units outstanding)", scale=0),
    )
    assert found == [("gaap:LimitedPartnersCapitalAccountUnitsOutstanding", "104000")]


def test_the_amortization_of_franchises_is_none_of_the_plant_they_stand_under(label_number: Make) -> None:
    found = drafts(
        "Franchise costs, net of accumulated amortization of $20,110",
        label_number("$20,110", "usd", "Franchise costs, net of accumulated amortization of ", "", scale=0),
        heads=("Investment in cable television properties:",),
    )
    assert found == [("gaap:FiniteLivedIntangibleAssetsAccumulatedAmortization", "20110")]


def test_what_changes_with_the_row_s_amount_is_the_newest_day_s(label_number: Make) -> None:
    """An allowance without a date, printed once for two columns; a par value holds for both."""
    ago = Period(None, date(1995, 12, 31))

    def told(label: str, *numbers: Figure) -> list[tuple[str, str]]:
        amounts = tuple(replace(numbers[0], number=parse_figure(value), column=column) for column, value in enumerate(("900", "700")))
        both = [each for number in numbers for each in (number, replace(number, column=1, period=ago))]
        row = StatementRow(label, amounts, in_label=tuple(both))
        sheet = Statement("balance_sheet", Text("BALANCE SHEET", PLACE), 0, (Column("1996", END), Column("1995", ago)), (row,))
        found, _, _ = in_label_drafts(row, (), sheet, load_taxonomy(), Extensions())
        return [(draft.concept, f"{draft.period.end.year}") for draft in found]

    allowance = label_number("$57", "usd", "Accounts receivable, less allowance of ", "")
    assert told("Accounts receivable, less allowance of $57", allowance) == [("gaap:AllowanceForDoubtfulAccountsReceivableCurrent", "1996")]
    par = label_number("$.01", "eps", "Common stock, ", " par value")
    assert [year for _, year in told("Common stock, $.01 par value", par)] == ["1996", "1995"]


@pytest.mark.parametrize(
    ("before", "printed", "after", "name"),
    [
        ("Accrued rental income (net of allowance of ", "$64", " and $58, respectively)", "AccruedRentalIncomeAllowance"),
        ("Translation adjustments, net of deferred taxes of ", "$(20)", ", $42 and $9", "TranslationAdjustmentsDeferredTaxes"),
        (
            "Loans held for sale (includes ",
            "$64",
            " and $5 measured at fair value at June 30, 1996)",
            "LoansHeldForSaleMeasuredAtFairValue",
        ),
        ("Bonds, trading - at fair value (amortized cost: ", "$64", " - 1996)", "BondsTradingAmortizedCost"),
        ("Retained earnings, including other income of ", "$64", "", "RetainedEarningsOtherIncome"),
        ("Sundry gains/(losses) (net of tax (benefit)/expense of ", "$64", ")", "SundryGainsLossesTaxExpenseBenefit"),
        ("Net gain (loss), net of tax expense (benefit) of ", "$64", " for 1996", "NetGainLossTaxExpenseBenefit"),
        ("Senior notes, including ", "$64", " million, respectively, net of discount, of convertible notes", "SeniorNotesConvertibleNotes"),
        ("Contracts, net of allowance of $4 and $3, respectively, including amounts retained of ", "$64", "", "ContractsAmountsRetained"),
        ("PROCEEDS FROM NOTES, NET OF PREMIUM AND COSTS OF ", "$64", " MILLION IN 1996", "ProceedsFromNotesPremiumAndCosts"),
        ("[a] Net of deferred taxes of ", "$64", "", "DeferredTaxesBalanceSheet"),
        ("Interest (net of ", "$64", " capitalized)", "InterestCapitalized"),
        ("Cardmember loans (includes loans of a trust: 1996, ", "$64", "), less reserves", "CardmemberLoansLoansOfATrust"),
        ("Cash in vaults (includes restricted cash: 1996, nil; 1995, ", "$64", ")", "CashInVaultsRestrictedCash"),
        ("Bonds held to maturity, estimated fair value of ", "$64", " and $53 (Note 3)", "BondsHeldToMaturityEstimatedFairValue"),
        ("Leased cars, net of accumulated depreciation (1996--", "$64", "; 1995--$59)", "LeasedCarsAccumulatedDepreciation"),
        ("Stores, less LIFO reserve; January 4, 1997 - ", "$64", "; March 30, 1996 - $59", "StoresLifoReserve"),
    ],
)
def test_a_number_is_named_by_what_stands_next_to_it(label_number: Make, before: str, printed: str, after: str, name: str) -> None:
    found = drafts(f"{before}{printed}{after}", label_number(printed, "usd", before, after))
    assert [concept for concept, _ in found] == [f"x:{name}"]


def test_an_amount_that_no_words_tell_from_the_row_is_none(label_number: Make) -> None:
    assert drafts("Redemption of notes, $135", label_number("$135", "usd", "Redemption of notes, ", "")) == []


def test_rows_of_one_label_under_two_headings_have_numbers_of_their_own(label_number: Make) -> None:
    label = "Recognized within net income, net of tax of $5"
    extensions, names = Extensions(), []
    for head in ("Net actuarial losses:", "Prior service cost:"):
        number = label_number("$5", "usd", "Recognized within net income, net of tax of ", "")
        row = StatementRow(label, (), heads=(head,), in_label=(number,))
        sheet = Statement("comprehensive", Text("COMPREHENSIVE INCOME", PLACE), 0, (Column("1996", END),), (row,))
        names += [draft.concept for draft in in_label_drafts(row, (), sheet, load_taxonomy(), extensions)[0]]
    assert names == ["x:RecognizedWithinNetIncomeTax", "x:RecognizedWithinNetIncomeTaxPriorServiceCost"]


@pytest.mark.parametrize(
    ("above", "concepts"),
    [
        ("Common stock, par value $.01", ["gaap:CommonStockSharesIssued", "gaap:CommonStockSharesOutstanding"]),
        ("Shareholders", ["x:SharesIssued", "x:SharesOutstanding"]),
    ],
)
def test_counts_on_a_line_of_their_own_are_of_the_stock_above(label_number: Make, above: str, concepts: list[str]) -> None:
    numbers = (
        label_number("5,500", "shares", "Issued ", " shares; outstanding 5,300 shares"),
        label_number("5,300", "shares", "Issued 5,500 shares; outstanding ", " shares"),
    )
    rows = (StatementRow(above, ()), StatementRow("Issued 5,500 shares; outstanding 5,300 shares", (), in_label=numbers))
    sheet = Statement("balance_sheet", Text("BALANCE SHEET", PLACE), 0, (Column("1996", END),), rows)
    found, _, _ = in_label_drafts(rows[1], (), sheet, load_taxonomy(), Extensions())
    assert [draft.concept for draft in found] == concepts
