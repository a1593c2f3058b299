"""Units and scales of rows: money, shares, amounts per share, per cents."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, heads, income, one, row, statement, values

from converter.find.statements.periods.known import Known
from converter.model import SHARES, USD

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]


def test_scale_units_and_exceptions() -> None:
    found = one(income(INCOME_ROWS), "income", ANNUAL)
    assert values(found, "Net sales") == ["9000000 iso4217:USD", "8000000 iso4217:USD"]
    assert values(found, "Net income per share") == ["0.50 iso4217:USD/xbrli:shares", "0.40 iso4217:USD/xbrli:shares"]
    assert values(found, "Average shares outstanding") == ["2000000 xbrli:shares", "2000000 xbrli:shares"]
    assert found.scale_reason == "in thousands"


def test_share_counts_in_another_scale_are_proven_by_earnings_per_share() -> None:
    table = [*INCOME_ROWS[:-1], ("Average shares outstanding", "2,000,000", "2,000,000")]
    assert values(one(income(table), "income", ANNUAL), "Average shares outstanding") == ["2000000 xbrli:shares"] * 2


def test_sales_of_a_thousand_times_the_income_prove_no_count_of_shares() -> None:
    """Net sales / earnings per share comes near to the printed count in millions, by chance."""
    table = [
        ("Net sales", "$ 251,340", "$ 239,880"),
        ("Cost of sales", "250,953", "239,525"),
        ("Income before income taxes", "387", "355"),
        ("Income taxes", "135", "124"),
        ("Net income", "$ 252", "$ 231"),
        ("Net income per share", "$ 0.02", "$ 0.02"),
        ("Weighted average shares outstanding", "12,388", "12,110"),
    ]
    assert values(one(income(table), "income", ANNUAL), "Weighted average shares outstanding") == [
        "12388000 xbrli:shares",
        "12110000 xbrli:shares",
    ]


def test_a_label_that_counts_shares_in_thousands_says_nothing_of_its_amount() -> None:
    stock = "Treasury stock (shares in thousands)"
    table = [*BALANCE_ROWS[:-2], (stock, "(40)", "(30)"), *BALANCE_ROWS[-2:]]
    found = one(statement("BALANCE SHEETS", HEADS, table, caption="($ in millions)"), "balance_sheet", ANNUAL)
    assert values(found, stock) == ["-40000000 iso4217:USD", "-30000000 iso4217:USD"]


@pytest.mark.parametrize(
    "label",
    [
        "Shares, basic",
        "Shares (diluted)",
        "Shares — primary",
        "Fully diluted shares",
        "Shares",
        "Weighted average common stock and common stock equivalents",
        "Average common and common equivalent outstanding",
    ],
)
def test_a_count_of_shares_has_many_names(label: str) -> None:
    table = [*INCOME_ROWS[:-1], (label, "2,000", "2,000")]
    assert values(one(income(table), "income", ANNUAL), label) == ["2000000 xbrli:shares"] * 2


def test_no_scale_is_full_units() -> None:
    assert values(one(income(INCOME_ROWS, caption=""), "income", ANNUAL), "Net sales") == ["9000 iso4217:USD", "8000 iso4217:USD"]


def test_per_share_under_a_heading_only() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Earnings per share:",),
        ("  Basic", "$ .50", "$ .40"),
        ("  Diluted", ".48", ".39"),
        ("Average shares:",),
        ("  Basic", "2,000", "2,000"),
    ]
    found = one(income(table), "income", ANNUAL)
    units = [figure.unit.oim() for each in found.rows[-4:] for figure in each.figures[:1] if figure.unit]
    assert units == ["iso4217:USD/xbrli:shares", "iso4217:USD/xbrli:shares", "xbrli:shares"]
    assert found.rows[-1].heads == ("Average shares:",)


def test_earnings_per_share_in_a_table_of_their_own() -> None:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in each)}</tr>" for each in [("", "1998", "1997"), *INCOME_ROWS[:-2]])
    text = (
        "## CONSOLIDATED STATEMENTS OF INCOME\n\nYears ended December 31, (in thousands)\n\n"
        f"<table>{table}</table>\n\n## Net income per share:\n\n"
        "<table><tr><td>Basic</td><td>$</td><td>0.50</td><td>$</td><td>0.40</td></tr>"
        "<tr><td>Diluted</td><td>$</td><td>0.48</td><td>$</td><td>0.39</td></tr></table>\n"
    )
    found = one(text, "income", ANNUAL, "filing.md")
    assert values(found, "Diluted") == ["0.48 iso4217:USD/xbrli:shares", "0.39 iso4217:USD/xbrli:shares"]


def test_a_block_per_share_that_a_page_breaks() -> None:
    first = income([*INCOME_ROWS[:-2], ("Earnings per share:",), ("  Millers' income before wear", "$ .50", "$ .40")])
    rest = [("  Millers' income", "$ .45", "$ .35"), ("Average shares outstanding", "2,000", "2,000"), ("Basic", "1,900", "1,900")]
    found = one(f"{first}\n<PAGE>\n{statement('CONSOLIDATED STATEMENTS OF INCOME (continued)', HEADS, rest)}", "income", ANNUAL)
    assert values(found, "Millers' income") == ["0.45 iso4217:USD/xbrli:shares", "0.35 iso4217:USD/xbrli:shares"]
    assert values(found, "Basic") == ["1900000 xbrli:shares"] * 2


def test_the_bottom_line_for_each_share_without_its_heading() -> None:
    table = [*INCOME_ROWS[:-2], ("Continuing operations", "$ .55", "$ .42"), ("Net earnings", ".50", ".40")]
    found = one(income(table), "income", ANNUAL)
    assert values(found, "Continuing operations") == ["0.55 iso4217:USD/xbrli:shares", "0.42 iso4217:USD/xbrli:shares"]
    assert values(found, "Net earnings") == ["0.50 iso4217:USD/xbrli:shares", "0.40 iso4217:USD/xbrli:shares"]


def test_prices_are_told_by_their_decimals_once_a_heading_spoke_of_shares() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Per share of common stock:",),
        ("  Before taxes", ".75", ".60"),
        ("  Taxes", "(.25)", "(.20)"),
        ("  Net income", ".50", ".40"),
    ]
    found = one(income(table), "income", ANNUAL)
    assert all(figure.unit and figure.unit.denominator for each in found.rows[-3:] for figure in each.figures)


def test_rows_of_share_words_in_a_balance_sheet_are_money() -> None:
    table = [*BALANCE_ROWS[:-2], ("Class A common stock, 63.9 and 71.9 shares outstanding", "3,000", "2,500"), BALANCE_ROWS[-1]]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert found.rows[-2].figures[0].unit is not None
    assert found.rows[-2].figures[0].unit.oim() == "iso4217:USD"


def test_pence_per_share() -> None:
    assert values(
        one(income([*INCOME_ROWS[:-2], ("Earnings per share (pence)", "24.1", "20.6")]), "income", ANNUAL), "Earnings per share (pence)"
    ) == [
        "0.241 iso4217:USD/xbrli:shares",
        "0.206 iso4217:USD/xbrli:shares",
    ]


def test_dilutive_securities_under_a_heading_of_shares_are_shares() -> None:
    table = [
        *INCOME_ROWS[:-1],
        ("Shares used in computing per share amounts:",),
        ("  Weighted average shares", "2,000", "2,000"),
        ("  Plus: dilutive securities", "100", "90"),
    ]
    assert values(one(income(table), "income", ANNUAL), "Plus: dilutive securities") == ["100000 xbrli:shares", "90000 xbrli:shares"]


def test_what_dilutes_a_count_of_shares_is_a_count() -> None:
    table = [*INCOME_ROWS, ("Effect of dilutive stock equivalents", "150", "140"), ("Adjusted shares outstanding", "2,150", "2,140")]
    assert values(one(income(table), "income", ANNUAL), "Effect of dilutive stock equivalents") == [
        "150000 xbrli:shares",
        "140000 xbrli:shares",
    ]


def test_units_and_interests_of_partnerships_are_counted_like_shares() -> None:
    table = [*INCOME_ROWS[:-2], ("Net income per limited partnership interest", "15.27", "13.98")]
    found = one(income(table), "income", ANNUAL)
    assert values(found, "Net income per limited partnership interest") == [
        "15.27 iso4217:USD/xbrli:shares",
        "13.98 iso4217:USD/xbrli:shares",
    ]
    sheet = one(
        statement("BALANCE SHEETS", HEADS, [*BALANCE_ROWS, ("NET ASSET VALUE PER UNIT", "2,431.72", "2,157.44")]), "balance_sheet", ANNUAL
    )
    assert values(sheet, "NET ASSET VALUE PER UNIT") == ["2431.72 iso4217:USD/xbrli:shares", "2157.44 iso4217:USD/xbrli:shares"]


def test_a_scale_at_the_foot_of_the_last_page_holds_for_the_first() -> None:
    other = statement("BALANCE SHEETS", HEADS, BALANCE_ROWS, "(in millions)")
    first = statement("STATEMENTS OF INCOME", HEADS, INCOME_ROWS[:4], "")
    last = statement("STATEMENTS OF INCOME (continued)", HEADS, INCOME_ROWS[4:], "")
    found = one(f"{other}\n<PAGE>\n{first}\n<PAGE>\n{last}\n(In thousands)\n", "income", ANNUAL)
    assert values(found, "Net sales") == ["9000000 iso4217:USD", "8000000 iso4217:USD"]


@pytest.mark.parametrize("words", ["millions", "$mil", "(Millions)"])
def test_a_scale_under_each_year(words: str) -> None:
    found = one(income(INCOME_ROWS, [heads("1998", "1997"), heads(words, words)], ""), "income", ANNUAL)
    assert values(found, "Net sales") == ["9000000000 iso4217:USD", "8000000000 iso4217:USD"]
    assert len(found.columns) == 2


@pytest.mark.parametrize(("caption", "power"), [("(MM)", 6), ("Mil. $", 6), ("($1,000)", 3)])
def test_a_caption_that_is_nothing_but_a_scale(caption: str, power: int) -> None:
    for text in (income(INCOME_ROWS, caption=caption), income(INCOME_ROWS, [f"{caption:^80}", heads("1998", "1997")], "")):
        found = one(text, "income", ANNUAL)
        assert {figure.scale for figure in row(found, "Net sales")} == {power}
        assert len(found.columns) == 2


def test_a_block_per_share_under_an_underlined_heading_that_begins_a_page() -> None:
    first = statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS[:-2])
    rest = [("Per share data:",), ("---------------",), ("  Basic", "$0.50", "$0.40"), ("  Diluted", "$0.49", "$0.39")]
    found = one(f"{first}\n<PAGE>\n{statement('CONSOLIDATED STATEMENTS OF INCOME (continued)', HEADS, rest)}", "income", ANNUAL)
    assert values(found, "Basic") == ["0.50 iso4217:USD/xbrli:shares", "0.40 iso4217:USD/xbrli:shares"]
    assert found.rows[-1].heads == ("Per share data:",)


def test_what_leads_from_one_count_of_shares_to_the_next_counts_shares() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Earnings per share:",),
        ("Basic", "$ .50", "$ .40"),
        ("Average shares used for basic earnings per share", "2,000,000", "1,900,000"),
        ("Plus: Dilutive securities", "40,000", "-"),
        ("Plus: Other", "10,000", "5,000"),
        ("Average shares used for diluted earnings per share", "2,050,000", "1,905,000"),
    ]
    found = one(income(table), "income", ANNUAL)
    assert values(found, "Plus: Dilutive securities") == ["40000 xbrli:shares", "0 xbrli:shares"]
    assert values(found, "Plus: Other") == ["10000 xbrli:shares", "5000 xbrli:shares"]


def test_what_leads_to_no_count_of_shares_stays_money() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Average shares used for basic earnings per share", "2,000,000", "1,900,000"),
        ("Distributed earnings", "40,000", "30,000"),
        ("Average shares used for diluted earnings per share", "2,050,000", "1,905,000"),
    ]
    assert values(one(income(table), "income", ANNUAL), "Distributed earnings") == ["40000000 iso4217:USD", "30000000 iso4217:USD"]


def test_a_note_behind_per_share_says_nothing_of_the_amount() -> None:
    stock = "Shareholders' equity per share (Note 3)"
    table = [*BALANCE_ROWS, (stock, "$16.46", "$13.25")]
    found = one(statement("BALANCE SHEETS", HEADS, table, caption="(In thousands)"), "balance_sheet", ANNUAL)
    assert values(found, stock) == ["16.46 iso4217:USD/xbrli:shares", "13.25 iso4217:USD/xbrli:shares"]


def test_words_that_were_misread_tell_the_unit() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Net income per share:",),
        ("D1luted", "$ .48", "$ .39"),
        ("Weighted average shares:",),
        ("Bas1c", "2,000", "2,000"),
    ]
    found = one(income(table), "income", ANNUAL)
    assert values(found, "Diluted")[0] == "0.48 iso4217:USD/xbrli:shares"
    assert values(found, "Basic")[0] == "2000000 xbrli:shares"


def test_counts_below_the_amounts_per_share_whose_heading_is_lost() -> None:
    table = [*INCOME_ROWS[:-2], ("Basic", "$ .50", "$ .40"), ("Diluted", ".48", ".39"), ("Basic", "2,000", "2,000")]
    last = one(income(table), "income", ANNUAL).rows[-1].figures[0]
    assert last.unit is not None
    assert (last.unit.oim(), last.scale) == ("xbrli:shares", 3)


def test_shares_in_millions_with_three_decimals_are_no_amounts_on_a_share() -> None:
    """As airlines print them, with two decimals on what is earned."""
    caption = "(in millions, except per share data)"
    table = [*INCOME_ROWS[:-1], ("Shares used for computation:",), ("  Basic", "2.006", "2.001"), ("  Diluted", "22.440", "22.502")]
    found = one(income(table, caption=caption), "income", ANNUAL).rows[-1].figures[0]
    assert found.unit == SHARES
    assert found.scale == 6


def test_a_heading_between_the_amounts_per_share_and_others_ends_what_these_tell() -> None:
    table = [*INCOME_ROWS[:-2], ("Basic", "$ .50", "$ .40"), ("Amounts for these:",), ("Basic", "1,000", "800")]
    last = one(income(table), "income", ANNUAL).rows[-1].figures[0]
    assert last.unit is not None
    assert last.unit.oim() == "iso4217:USD"


def test_each_class_of_units_below_a_heading_of_units_is_counted() -> None:
    table = [
        *INCOME_ROWS[:7],
        ("NET INCOME PER UNIT:",),
        ("  Common", "$ 0.76", "$ 0.60"),
        ("  Subordinated", "$ 0.38", "$ 0.41"),
        ("WEIGHTED AVERAGE UNITS OUTSTANDING:",),
        ("  Common", "14,797,920", "14,797,920"),
        ("  Subordinated", "8,118,400", "8,118,400"),
    ]
    found = one(income(table, caption="(in thousands, except unit and per unit amounts)"), "income", ANNUAL)
    assert [each.unit for row in found.rows[-2:] for each in row.figures] == [SHARES] * 4


def test_an_amount_paid_on_a_weighted_average_unit_is_per_share() -> None:
    table = [*INCOME_ROWS[:7], ("Cash distributions per weighted-average depositary unit", "$ 0.67", "$ 0.76")]
    found = one(income(table), "income", ANNUAL)
    assert all(each.unit and each.unit.denominator for each in found.rows[-1].figures)


@pytest.mark.parametrize("label", ["Number of Units outstanding", "Common shares outstanding (000s)"])
def test_the_number_of_units_on_a_balance_sheet_is_counted(label: str) -> None:
    table = [*BALANCE_ROWS, (label, "11,204,118", "11,204,118")]
    text = statement("BALANCE SHEETS", HEADS, table, "(in thousands, except units and per unit data)")
    found = row(one(text, "balance_sheet", ANNUAL), label)
    assert [each.unit for each in found] == [SHARES] * 2


def test_interests_are_counted_like_units() -> None:
    table = [*INCOME_ROWS[:7], ("Net income per Interest", "$ 0.67", "$ 0.76"), ("Weighted average number of Interests", "1,500", "1,500")]
    found = one(income(table), "income", ANNUAL)
    assert all(each.unit and each.unit.denominator for each in found.rows[-2].figures)
    assert [each.unit for each in found.rows[-1].figures] == [SHARES] * 2


def test_a_block_of_counts_below_the_balance_sheet() -> None:
    table = [*BALANCE_ROWS, ("Common shares:",), ("  Authorized", "20,000", "20,000"), ("  In treasury", "600", "600")]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert [each.unit for each in row(found, "In treasury")] == [SHARES] * 2
    assert all(each.unit == USD for each in found.rows[1].figures)


@pytest.mark.parametrize("heading", ["Shares (in thousands):", "Shares:"])
def test_a_heading_of_shares_alone_counts_what_stands_below_it(heading: str) -> None:
    """Filers of the nineties print the counts above what each earns, "Assuming no dilution" below both headings."""
    found = one(
        income([*INCOME_ROWS[:-2], (heading,), ("  Assuming no dilution", "2,100", "2,000")]),
        "income",
        Known(date(1998, 12, 31), (12, 31), "10-K"),
    )
    assert {str(figure.unit.numerator) for figure in row(found, "Assuming no dilution") if figure.unit} == {"xbrli:shares"}
