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


PARTED = SHEET.replace(
    "Treasury stock, at cost                        (400)         (200)",
    """\
Accumulated other comprehensive income:
  Foreign currency translation                 (250)         (150)
  Unrealized gains on securities               (150)          (50)""",
)
OTHERS = EQUITY.replace("Treasury ", "Accum. Other ").replace(
    "    Earnings     Stock", "    Earnings    Comprehensive\n" + 55 * " " + "Income"
)


def head(*lines: tuple[str, ...]) -> str:
    return "\n".join(f"{'':<28}" + "".join(f"{cell:>18}" for cell in cells) for cells in lines) + "\n\n"


def body(*rows: tuple[str, ...]) -> str:
    return "\n".join(f"{label:<28}" + "".join(f"{cell:>18}" for cell in cells) for label, *cells in rows) + "\n"


HEADS = head(("Common", "Retained", "Accumulated Other", "Total"), ("Stock", "Earnings", "Comp. Income", "Equity"))
BALANCES = (
    ("Balance, January 1, 1997", "$   900", "$ 1,500", "$   (57)", "$ 2,343"),
    ("Net income", "", "800", "", "800"),
    ("Balance, December 31, 1997", "900", "1,800", "(200)", "2,500"),
    ("Net income", "", "1,000", "", "1,000"),
    ("Balance, December 31, 1998", "$ 1,000", "$ 2,400", "$  (400)", "$ 3,000"),
)
TITLE = f"{'CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY':^80}\n{'(in thousands)':^80}\n\n"
THIRD = ("Accumulated", "Other", "Comprehensive")


def stacked(name: tuple[str, ...], table: tuple[tuple[str, ...], ...] = BALANCES, total: str = "Total") -> str:
    lines = [("", "", each, "") for each in name[:-1]]
    return TITLE + head(*lines, ("Common Stock", "Retained", name[-1], ""), ("Amount", "Earnings", "Income", total)) + body(*table)


def told(text: str) -> Report:
    (found,) = convert(text.encode(), name="equity.txt").reports
    return found


def test_a_component_that_the_balance_sheet_prints_in_parts_is_told_by_its_name() -> None:
    found = told(PARTED + stacked(THIRD))
    assert values(found, "AccumulatedOtherComprehensiveIncomeLossNetOfTax") == {
        "1998-12-31": "-400000",
        "1997-12-31": "-200000",
        "1996-12-31": "-57000",
    }


def test_a_component_is_not_told_by_its_name_where_the_balance_sheet_has_nothing_of_it() -> None:
    found = told(PARTED.replace("(250)", "(260)") + stacked(THIRD))
    assert values(found, "AccumulatedOtherComprehensiveIncomeLossNetOfTax") == {}


def test_a_component_is_not_told_by_its_name_where_the_components_do_not_add_up() -> None:
    table = (*BALANCES[:2], ("Balance, December 31, 1997", "900", "1,810", "(200)", "2,500"), *BALANCES[3:])
    found = told(PARTED + stacked(THIRD, table))
    assert values(found, "AccumulatedOtherComprehensiveIncomeLossNetOfTax") == {}


def test_a_component_that_has_gone_before_the_balance_sheets() -> None:
    table = (
        ("Balance, January 1, 1997", "$   900", "$ 1,650", "$  (207)", "$ 2,343"),
        ("Retirement", "", "150", "207", ""),
        ("Balance, December 31, 1997", "900", "1,600", "-", "2,500"),
        ("Balance, December 31, 1998", "$ 1,000", "$ 2,000", "$     -", "$ 3,000"),
    )
    table = (table[0], table[1], (*table[2][:4], "2,500"), table[3])
    sheet = SHEET.replace("Treasury stock, at cost                        (400)         (200)\n", "").replace(
        "2,400         1,800", "2,000         1,600"
    )
    found = told(sheet + stacked(("Treasury",), table).replace("Income", " Stock"))
    assert values(found, "TreasuryStockValue") == {"1998-12-31": "0", "1997-12-31": "0", "1996-12-31": "207000"}


@pytest.mark.parametrize(("total", "concept"), [("Total", "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest")])
def test_a_total_with_the_part_of_other_owners_is_of_all(total: str, concept: str) -> None:
    table = tuple((*row[:3], row[3].replace("(", " ").replace(")", " "), row[4]) for row in BALANCES)
    amounts = {"2,343": "2,457", "2,500": "2,900", "3,000": "3,800"}
    table = tuple(tuple(next((c.replace(a, b) for a, b in amounts.items() if a in c), c) for c in row) for row in table)
    text = stacked(("Noncontrolling",), table, total).replace("Income", "Interest")
    found = told(text)
    assert values(found, concept) == {"1998-12-31": "3800000", "1997-12-31": "2900000", "1996-12-31": "2457000"}
    assert values(found, "StockholdersEquity") == {}


def test_a_total_beside_the_part_of_other_owners_that_does_not_add_up_is_nobodys() -> None:
    found = told(stacked(("Noncontrolling",)).replace("Income", "Interest").replace("2,500", "2,570"))
    assert values(found, "StockholdersEquity") == {}
    assert values(found, "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest") == {}


def test_earlier_periods_of_the_same_heads_in_a_statement_of_their_own() -> None:
    earlier = (
        ("Balance, December 31, 1994", "$   700", "$ 1,000", "$   (10)", "$ 1,690"),
        ("Net income", "", "200", "", "200"),
        ("Stock issued", "200", "", "", "200"),
        ("Balance, December 31, 1995", "$   900", "$ 1,200", "$   (20)", "$ 2,080"),
    )
    found = told(PARTED + stacked(THIRD) + "\n<PAGE>\n" + stacked(THIRD, earlier))
    assert values(found, "RetainedEarningsAccumulatedDeficit")["1995-12-31"] == "1200000"
    assert values(found, "AccumulatedOtherComprehensiveIncomeLossNetOfTax")["1994-12-31"] == "-10000"


def test_a_closing_balance_below_a_heading_among_the_movements() -> None:
    text = (
        SHEET
        + TITLE.replace("CHANGES IN EQUITY", "STOCKHOLDERS' EQUITY")
        + f"{'Years Ended December 31,':>64}\n"
        + head(("1998", "1997"))
        + body(
            ("Common stock:",),
            ("  Balance, beginning of year", "$ 900", "$ 900"),
            ("  Stock issued", "100", ""),
            ("  Balance, end of year", "1,000", "900"),
            ("Retained earnings:",),
            ("  Balance, beginning of year", "1,800", "1,500"),
            ("  Net income", "1,000", "800"),
            ("  Other items:",),
            ("    Dividends", "(400)", "(500)"),
            ("    Balance, end of year", "2,400", "1,800"),
        )
    )
    assert values(told(text), "RetainedEarningsAccumulatedDeficit") == {
        "1998-12-31": "2400000",
        "1997-12-31": "1800000",
        "1996-12-31": "1500000",
    }


def test_a_column_without_a_name_is_proven_by_more_than_one_day() -> None:
    bare = SHEET + TITLE + body(*((row[0], *row[1:3], row[4]) for row in BALANCES if row[0] != "Balance, December 31, 1997"))
    assert "1996-12-31" not in values(told(bare), "RetainedEarningsAccumulatedDeficit")
    whole = SHEET + TITLE + body(*((row[0], *row[1:3], row[4]) for row in BALANCES))
    assert values(told(whole), "RetainedEarningsAccumulatedDeficit")["1996-12-31"] == "1500000"
