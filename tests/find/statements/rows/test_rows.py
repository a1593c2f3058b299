"""Rows: labels that wrap, headings, columns that do not count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, balance, heads, html, income, line, markdown, one, periods, row, statement

from converter.find.statements.periods.known import Known
from converter.model import SHARES

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]


def labels(text: str, kind: str = "income") -> list[str]:
    return [each.label for each in one(text, kind, ANNUAL).rows]


def test_the_line_that_points_to_the_notes_is_no_part_of_a_label() -> None:
    """The last label ends in a word that would go on."""
    text = income([*INCOME_ROWS, ("Cash dividends per share, net", ".30", ".25")])
    foot = "See accompanying notes to consolidated financial statements."
    last = next(line for line in text.splitlines() if "per share, net" in line)
    assert labels(text.replace(last, f"{last}\n{foot}"))[-1] == "Cash dividends per share, net"


def test_a_label_that_wraps_before_its_figures() -> None:
    table = [*INCOME_ROWS[:5], ("Income tax expense on continuing and",), ("  discontinued operations", "500", "400"), *INCOME_ROWS[6:]]
    assert "Income tax expense on continuing and discontinued operations" in labels(income(table))


def test_a_label_does_not_go_on_below_a_rule() -> None:
    """ "Other, net" ends in a word that would go on; what stands below the rule is the next label's beginning."""
    table = [
        *INCOME_ROWS[:4],
        ("Other, net", "10", "10"),
        ("", "-------", "-------"),
        ("  Income before income",),
        ("    taxes and minority interest", "1,500", "1,200"),
        *INCOME_ROWS[5:],
    ]
    told = labels(income(table))
    assert "Other, net" in told
    assert "Income before income taxes and minority interest" in told


def test_a_label_does_not_go_on_over_the_end_of_a_page() -> None:
    text = income([*INCOME_ROWS[:-1], ("Dividends, net", ".10", ".10")])
    assert labels(text + "<PAGE>\nPUMPWORKS, INC.\n")[-1] == "Dividends, net"


def test_a_label_in_parentheses_wraps_until_they_close() -> None:
    table = [
        *BALANCE_ROWS[:2],
        ("  Accounts receivable (less allowance",),
        ("    for doubtful accounts:",),
        ("    1998--$41; 1997--$36)", "800", "700"),
        *BALANCE_ROWS[3:-2],
        ("Common shares - ($40 par value;",),
        ("   15,000 shares authorized;",),
        ("   9,876 issued and outstanding)", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    told = labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")
    assert "Accounts receivable (less allowance for doubtful accounts: 1998--$41; 1997--$36)" in told
    assert "Common shares - ($40 par value; 15,000 shares authorized; 9,876 issued and outstanding)" in told


def test_a_parenthesis_that_never_closes_takes_no_rows() -> None:
    table = [("Revenues (Note 2",), *INCOME_ROWS]
    assert labels(income(table))[:2] == ["Revenues (Note 2", "Net sales"]


def test_what_stands_in_parentheses_alone_ends_the_label_above() -> None:
    table = [*INCOME_ROWS[:-1], ("Net income per unit of interest",), ("   (60,000 units)", "$ .50", "$ .40")]
    assert labels(income(table))[-1] == "Net income per unit of interest (60,000 units)"


def test_a_label_that_ends_in_a_number_on_a_line_of_its_own() -> None:
    table = [*INCOME_ROWS[:6], ("Loss on retirement of debt, less tax benefit of",), ("$ 12", "--", "(8)"), *INCOME_ROWS[6:]]
    assert "Loss on retirement of debt, less tax benefit of $ 12" in labels(income(table))


def test_the_number_of_a_page_is_no_row() -> None:
    text = income(INCOME_ROWS) + "\n\n" + " " * 34 + "Page 12\n"
    assert labels(text)[-1] == "Average shares outstanding"


def test_a_label_in_capitals_that_wraps() -> None:
    table = [*INCOME_ROWS[:-1], ("WEIGHTED AVERAGE NUMBER OF SHARES",), ("OF COMMON STOCK OUTSTANDING", "2,000", "2,000")]
    assert labels(income(table))[-1] == "WEIGHTED AVERAGE NUMBER OF SHARES OF COMMON STOCK OUTSTANDING"


def test_outstanding_in_capitals_ends_the_label_of_the_shares() -> None:
    earned = [("EARNINGS PER SHARE OF COMMON STOCK",), ("  (BASED ON AVERAGE SHARES",), ("  OUTSTANDING)", "$ .50", "$ .40")]
    table = [*INCOME_ROWS[:-2], *earned, ("AVERAGE COMMON SHARES",), ("  OUTSTANDING (THOUSANDS)", "2,000", "2,000")]
    found = one(income(table), "income", ANNUAL).rows[-1]
    assert (found.label, found.figures[0].unit) == ("AVERAGE COMMON SHARES OUTSTANDING (THOUSANDS)", SHARES)


def test_a_long_heading_of_two_rows_is_no_wrapped_label() -> None:
    """The longest line of all; what hangs below it hangs twice."""
    table = [
        *INCOME_ROWS[:-2],
        ("Weighted average common shares outstanding",),
        ("  Basic", "2,000", "2,000"),
        ("  Diluted", "2,100", "2,100"),
    ]
    assert labels(income(table))[-3:] == ["Weighted average common shares outstanding", "Basic", "Diluted"]


@pytest.mark.parametrize(
    ("above", "told"), [("Operation --", ["Operation --", "Fuel"]), ("Changes in accounting for --", ["Changes in accounting for -- Fuel"])]
)
def test_two_hyphens_end_a_heading(above: str, told: list[str]) -> None:
    """As utilities set them; not behind a word that no label ends with."""
    table = [*INCOME_ROWS[:3], (above,), ("Fuel", "1,500", "1,400"), ("Other", "1,000", "900"), *INCOME_ROWS[4:]]
    found = labels(income(table))
    assert found[3 : 3 + len(told)] == told


def test_a_heading_ends_with_its_total() -> None:
    """Where all labels begin alike; a total of something else ends nothing."""
    table = [
        ("Current assets:",),
        ("Cash", "$ 1,000", "$ 900"),
        ("Inventories", "800", "700"),
        ("Total current assets", "1,800", "1,600"),
        ("Equipment, net", "700", "600"),
        ("Total assets", "$ 2,500", "$ 2,200"),
        ("Current liabilities:",),
        ("Accounts payable", "$ 1,100", "$ 1,000"),
        ("Total other current liabilities", "300", "200"),
        ("Notes payable", "300", "200"),
        ("Total current liabilities", "1,400", "1,200"),
        ("Long-term debt", "600", "500"),
        ("Equity", "500", "500"),
        ("Total liabilities and equity", "$ 2,500", "$ 2,200"),
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    told = {each.label: each.heads for each in found.rows}
    assert told["Total current assets"] == ("Current assets:",)
    assert told["Equipment, net"] == told["Total assets"] == told["Long-term debt"] == ()
    assert told["Notes payable"] == ("Current liabilities:",)


def test_a_heading_ends_where_rows_return_to_its_margin() -> None:
    table = [*INCOME_ROWS[:2], ("Income taxes:",), ("  Current", "300", "200"), ("  Deferred", "200", "200"), ("", "500", "400")]
    table += [("Net income", "$ 1,000", "$ 800")]
    told = {each.label: each.heads for each in one(income(table), "income", ANNUAL).rows}
    assert told["Deferred"] == ("Income taxes:",)
    assert told["Net income"] == ()


def test_a_heading_of_activities_begins_no_label() -> None:
    """As long as labels are, without a colon, and the one row that hangs below it could be its end."""
    first = [("Cash Flows From Operating Activities",), ("  Net income", "$ 1,000", "$ 800"), ("",), ("Depreciation", "300", "250")]
    rest = [("  Net cash provided by operations", "1,300", "1,050"), *(each for each in CASHFLOW_ROWS[4:] if len(each[0]) < 35)]
    told = labels(statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, [*first, *rest]), "cashflow")
    assert told[:3] == ["Cash Flows From Operating Activities", "Net income", "Depreciation"]


def test_a_label_in_capitals_that_hangs_where_its_next_word_would_not_have_fit() -> None:
    """No other row hangs beside it, as rows would below a heading; the longest label is no measure."""
    table = [
        ("THE LONGEST LABEL OF THE STATEMENT", "9,000", "8,000"),
        ("PAYMENT OF PREMIUMS ON DEBT",),
        ("  EXTINGUISHMENT", "100", "90"),
        ("INCOME OF WEAVING MILLS WITHOUT",),
        ("  LOOMS OF CONTINUING BUSINESSES",),
        ("  WITHOUT SUBSIDIARIES", "500", "400"),
        ("SHORT HEADING",),
        ("  LOOMS", "20", "10"),
        *INCOME_ROWS[4:],
    ]
    assert labels(income(table))[1:5] == [
        "PAYMENT OF PREMIUMS ON DEBT EXTINGUISHMENT",
        "INCOME OF WEAVING MILLS WITHOUT LOOMS OF CONTINUING BUSINESSES WITHOUT SUBSIDIARIES",
        "SHORT HEADING",
        "LOOMS",
    ]


def test_a_label_in_capitals_that_goes_on_below_its_figures() -> None:
    table = [
        ("INCOME FROM WEAVING IN THE U.S. ..", "9,000", "8,000"),
        ("  ARRANGEMENTS .",),
        ("COSTS OF WEAVING PATENTS AND ROYALTY", "100", "90"),
        ("  PAYMENTS",),
        ("RENTS", "10", "10"),
        ("  OF WHICH",),
        ("    LOOMS", "5", "5"),
        *INCOME_ROWS[4:],
    ]
    assert labels(income(table))[:5] == [
        "INCOME FROM WEAVING IN THE U.S. ARRANGEMENTS",
        "COSTS OF WEAVING PATENTS AND ROYALTY PAYMENTS",
        "RENTS",
        "OF WHICH LOOMS",
        *labels(income(INCOME_ROWS))[4:5],
    ]


def test_a_label_that_goes_on_over_several_lines_below_its_figures() -> None:
    table = [
        ("  Cash and Cash", "1,000", "800"),
        ("    Equivalents",),
        ("    Beginning of year",),
        ("Net increase", "200", "200"),
        ("  (decrease) in cash",),
        ("  and cash drafts",),
        ("Sales of Looms", "5", "5"),
        ("Operating activities", "5", "5"),
        ("Investing activities", "5", "5"),
    ]
    text = statement("STATEMENTS OF CASH FLOWS", HEADS, table)
    assert labels(text, "cashflow")[:3] == [
        "Cash and Cash Equivalents Beginning of year",
        "Net increase (decrease) in cash and cash drafts",
        "Sales of Looms",
    ]


def test_the_last_label_in_capitals_goes_on_below_its_figures() -> None:
    table = [*INCOME_ROWS[:-1], ("AVERAGE SHARES OF THE MILL OUTSTANDING", "2,000", "2,000"), ("  COMPUTED",)]
    assert labels(income(table))[-1] == "AVERAGE SHARES OF THE MILL OUTSTANDING COMPUTED"


def test_a_year_in_the_first_label_is_no_head() -> None:
    table = [("ASSETS",), ("  Loom bonds (cost of $37 in 1998",), ("     and $36 in 1997)", "$ 90", "$ 80"), *BALANCE_ROWS]
    assert labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")[:2] == [
        "ASSETS",
        "Loom bonds (cost of $37 in 1998 and $36 in 1997)",
    ]


def test_an_estimated_fair_value_in_the_first_label_is_no_guidance() -> None:
    table = [("ASSETS",), ("  Loom bonds, at estimated fair",), ("    value", "$ 90", "$ 80"), *BALANCE_ROWS]
    assert "Loom bonds, at estimated fair value" in labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")


def test_a_total_that_wraps_does_not_go_on_from_the_row_above() -> None:
    table = [
        *INCOME_ROWS[:3],
        ("COSTS OF WEAVING PATENTS AND ROYALTY", "100", "90"),
        ("    INCOME THAT MILLS GENERATED",),
        ("   (COSTS THAT MILLS HAD) OF",),
        ("    OPERATING", "20", "10"),
        *INCOME_ROWS[4:],
    ]
    assert "INCOME THAT MILLS GENERATED" not in labels(income(table))[3]


def test_what_is_net_ends_a_label_that_nothing_hangs_below() -> None:
    table = [
        *INCOME_ROWS[:3],
        ("Change in looms,",),
        ("  net", "100", "90"),
        ("Change in yarn and related",),
        ("  dyes", "20", "10"),
        *INCOME_ROWS[4:],
    ]
    assert labels(income(table))[3:5] == ["Change in looms, net", "Change in yarn and related dyes"]


def test_a_label_that_goes_on_below_its_figures() -> None:
    table = [*INCOME_ROWS[:5], ("Provision (benefit) for income", "500", "400"), ("  taxes",), *INCOME_ROWS[6:]]
    assert "Provision (benefit) for income taxes" in labels(income(table))


def test_labels_in_rows_of_their_own_above_their_figures() -> None:
    """As OCR writes tables whose columns it did not tell; the first label of a table may stand over the figures, and few rows follow it."""

    def apart(rows: Sequence[tuple[str, ...]]) -> str:
        first, *rest = [cells for label, *figures in rows for cells in ((label, "", ""), (*figures, ""))]
        return html(("", first[0], ""), *rest)

    items = [each for each in INCOME_ROWS if len(each) > 1]
    text = "## Statements of Income\n\nYears ended June 30\n\n1995 1994\n\n" + apart(items[:5]) + "\n" + apart(items[5:7])
    found = one(text, "income", name="page.md")
    assert [each.label for each in found.rows] == [label.strip() for label, *_ in items[:7]]
    assert all(len(each.figures) == 2 for each in found.rows)


def test_what_begins_below_a_whole_label_in_a_grid() -> None:
    """ "net" and "other" may end a label; "of" and whose equity it is never do."""
    table = [*BALANCE_ROWS[:-2], ("Land and buildings, net", "300", "300"), ("Investment in and advances to",), ("affiliates", "40", "50")]
    table += [("Retained earnings and other", "700", "700"), ("Total shareholders'",), ("equity", "3,000", "2,500"), BALANCE_ROWS[-1]]
    found = one("## Balance Sheets\n\n" + markdown(("", "1998", "1997"), *table), "balance_sheet", ANNUAL, "page.md")
    told = [each.label for each in found.rows if each.figures][-5:-1]
    assert told == [
        "Land and buildings, net",
        "Investment in and advances to affiliates",
        "Retained earnings and other",
        "Total shareholders' equity",
    ]


def test_other_is_a_whole_label() -> None:
    """What stands below its figures in upper case is a heading, where no indentation tells."""
    table = [*CASHFLOW_ROWS[:6], ("Other", "(50)", "(40)"), ("Net cash used for investments",), ("", "(550)", "(490)"), *CASHFLOW_ROWS[6:]]
    text = "## Statements of Cash Flows\n\n" + markdown(("", "1998", "1997"), *table)
    found = one(text, "cashflow", ANNUAL, "page.md")
    assert "Other" in [each.label for each in found.rows]


def test_a_hyphen_at_the_end_of_a_line_goes() -> None:
    table = [*INCOME_ROWS[:3], ("Selling and adminis-",), ("  trative expenses", "2,500", "2,300"), *INCOME_ROWS[4:]]
    assert "Selling and administrative expenses" in labels(income(table))


def test_a_heading_of_two_lines_below_a_label_with_an_open_end() -> None:
    """ "Other, net" might go on below; what ends in a colon two lines further is a heading."""
    table = [
        ("Cash flows from operating activities:",),
        ("Net income", "$ 1,000", "$ 800"),
        ("Other, net", "300", "250"),
        ("   Changes in operating assets and",),
        ("     liabilities:",),
        ("      Receivables", "(100)", "(50)"),
        *CASHFLOW_ROWS[3:],
    ]
    text = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, table)
    found = labels(text, "cashflow")
    assert found[2:5] == ["Other, net", "Changes in operating assets and liabilities:", "Receivables"]


def test_headings_are_rows_without_figures_and_name_those_below() -> None:
    found = one(balance(), "balance_sheet")
    cash = next(each for each in found.rows if each.label == "Cash and cash equivalents")
    assert cash.heads == ("Current assets:",)
    assert cash.depth > next(each for each in found.rows if each.label == "Long-term debt").depth
    assert not next(each for each in found.rows if each.label == "Current assets:").figures


def test_an_unlabelled_total_keeps_its_rule() -> None:
    text = income(INCOME_ROWS).replace(
        line("Gross profit", "4,000", "3,500"), line("", "------", "------") + "\n" + line("", "4,000", "3,500")
    )
    found = one(text, "income", ANNUAL)
    total = next(each for each in found.rows if not each.label)
    assert total.ruled
    assert [int(figure.number.value) for figure in total.figures] == [4000, 3500]


def test_per_cent_change_and_note_columns_do_not_count() -> None:
    table = [(label, "3" if index % 3 == 0 else "", *figures, "5%", "900") for index, (label, *figures) in enumerate(INCOME_ROWS)]
    found = one(income(table, [heads("Notes", "1998", "1997", "%", "Change")]), "income", ANNUAL)
    assert [column.reason for column in found.columns if column.ignored] == [
        "a column of notes",
        "a per cent column",
        "a column of changes",
    ]
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


@pytest.mark.parametrize("above", [True, False])
def test_what_a_cash_flow_tells_may_be_set_over_its_columns(above: bool) -> None:
    said, years = f"{'':44}Increase (Decrease) in Cash", f"{'':46}Years ended December 31,"
    top = [said, f"{'':44}{'and Cash Equivalents':^27}", "", years] if above else [years, said]
    found = one(statement("STATEMENTS OF CASH FLOWS", [*top, heads("1998", "1997")], CASHFLOW_ROWS), "cashflow", ANNUAL)
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


def test_letters_of_notes_are_no_part_of_labels() -> None:
    marks = {"Net sales": "A", "Cost of sales": "G & J", "Provision for income taxes": "C, D and R"}
    table = [(f"{each[0]:<30}{marks.get(each[0], '')}", *each[1:]) for each in INCOME_ROWS]
    assert labels(income(table)) == labels(income(INCOME_ROWS))


def test_numbers_of_notes_in_parentheses_are_no_amounts() -> None:
    table = [(label, f"({index + 1})" if index % 2 else "", *figures) for index, (label, *figures) in enumerate(INCOME_ROWS)]
    found = one(
        income(table, [heads("", "Year ended", ""), heads("", "December 31,", ""), heads("(Note)", "1998", "1997")]), "income", ANNUAL
    )
    assert [column.ignored for column in found.columns] == [True, False, False]
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


def test_of_two_sets_for_one_period_the_consolidated_counts() -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    head = [heads("Consolidated", "Consolidated", "Finance", "Finance"), heads("1998", "1997", "1998", "1997")]
    found = one(income(table, head), "income", ANNUAL)
    assert [column.ignored for column in found.columns] == [False, False, True, True]


def test_a_page_number_is_no_row() -> None:
    text = balance().replace("Long-term debt", f"{'3':^80}\nLong-term debt")
    assert "" not in [each.label for each in one(text, "balance_sheet").rows]


@pytest.mark.parametrize("number", ["F-60", "- F-3 -", "B-12"])
def test_the_number_of_a_page_goes_on_with_no_label_above_it(number: str) -> None:
    """ "Other, net" ends in a word that would go on."""
    head = html(("", "1998", "1997"))
    first, rest = html(*INCOME_ROWS[:4], ("Other, net", "10", "10")), html(*INCOME_ROWS[4:])
    page = f"<html><p>STATEMENTS OF INCOME</p>{head}{first}<p align=center>{number}</p><hr>{rest}</html>"
    assert [each.label for each in one(page, "income", ANNUAL, "page.htm").rows][4:6] == ["Other, net", "Income before income taxes"]


def test_figures_under_a_nil_mark_stay_in_their_column() -> None:
    table = [*INCOME_ROWS[:5], ("Extraordinary item", "--", "100"), *INCOME_ROWS[5:]]
    extraordinary = row(one(income(table), "income", ANNUAL), "Extraordinary item")
    assert [figure.number.dash for figure in extraordinary] == [True, False]


def test_a_nil_mark_far_from_its_dollar_sign_stays_in_its_column() -> None:
    table = [(label, *(f"$ {figure.strip('$ '):>10}" for figure in figures)) for label, *figures in INCOME_ROWS]
    table.insert(5, ("Extraordinary item", f"$ {'-':>10}", f"$ {'-':>10}"))
    extraordinary = row(one(income(table), "income", ANNUAL), "Extraordinary item")
    assert [(figure.column, figure.number.dash) for figure in extraordinary] == [(0, True), (1, True)]


def test_a_label_that_wraps_at_semicolons() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock, $5 par value;",),
        (" 3,000,000 shares authorized;",),
        (" 1,204,118 issued", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    told = labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")
    assert "Common stock, $5 par value; 3,000,000 shares authorized; 1,204,118 issued" in told


def test_commitments_are_no_end_of_the_label_above() -> None:
    table = [*BALANCE_ROWS[:-3], ("Deferred revenue and other", "2,000", "2,000"), ("Commitments (Note 4)",), *BALANCE_ROWS[-2:]]
    assert "Deferred revenue and other" in labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")


def test_retained_earnings_at_the_ends_of_a_statement_of_income_are_balances() -> None:
    table = [
        *INCOME_ROWS[:-2],
        ("Retained earnings, beginning of year", "3,300", "2,900"),
        ("Less dividends declared", "400", "400"),
        ("Retained earnings, end of year", "$ 3,900", "$ 3,300"),
    ]
    found = one(income(table), "income", ANNUAL)
    assert [each.instant for each in found.rows[-3:]] == ["start", "", "end"]
    assert [str(figure.period.end) for figure in found.rows[-3].figures if figure.period] == ["1997-12-31", "1996-12-31"]
    assert [str(figure.period.end) for figure in found.rows[-1].figures if figure.period] == ["1998-12-31", "1997-12-31"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Retained earnings, beginning", "Retained earnings, ending"),
        ("Accumulated deficit - opening", "Accumulated deficit - end"),
        ("Retained earnings at January 1", "Retained earnings at December 31"),
        ("Balance, January 1, as restated", "Balance, December 31"),
    ],
)
def test_balances_of_equity_say_in_many_ways_which_end_they_stand_at(first: str, last: str) -> None:
    table = [("Retained earnings:",), (f"  {first}", "3,300", "2,900"), ("  Dividends", "400", "400"), (f"  {last}", "$ 3,900", "$ 3,300")]
    found = one(income([*INCOME_ROWS[:-2], *table]), "income", ANNUAL)
    assert [each.instant for each in found.rows[-3:]] == ["start", "", "end"]


def test_an_effect_on_a_balance_of_equity_is_none() -> None:
    label = "Effect on retained earnings at January 1"
    found = one(income([*INCOME_ROWS[:-2], (label, "3,300", "2,900"), ("Net income after it", "900", "800")]), "income", ANNUAL)
    assert next(each for each in found.rows if each.label == label).instant == ""


def test_a_label_in_capitals_does_not_end_with_what_qualifies() -> None:
    table = [*INCOME_ROWS[:-1], ("WEIGHTED AVERAGE LIMITED",), ("  PARTNERSHIP UNITS OUTSTANDING", "2,000", "2,000")]
    found = one(income(table), "income", ANNUAL)
    assert found.rows[-1].label == "WEIGHTED AVERAGE LIMITED PARTNERSHIP UNITS OUTSTANDING"
    assert {figure.unit.oim() for figure in found.rows[-1].figures if figure.unit} == {"xbrli:shares"}


def test_a_row_of_marks_is_no_heading() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Preferred stock, $1 par value", "*", "*"),
        ("Class B stock, $1 par value", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert [each.label for each in found.rows[-3:-1]] == ["Preferred stock, $1 par value", "Class B stock, $1 par value"]
    assert found.rows[-2].heads == found.rows[-3].heads == ()


def test_a_heading_in_capitals_ends_before_a_row_that_is_not() -> None:
    table = [INCOME_ROWS[0], ("COSTS, EXPENSES AND OTHER",), ("Materials and production", "5,000", "4,500"), *INCOME_ROWS[2:]]
    assert labels(income(table))[1:3] == ["COSTS, EXPENSES AND OTHER", "Materials and production"]


def test_lines_that_count_shares_go_on_with_the_stocks_label() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock",),
        (" Authorized - 2,700,000 shares",),
        (" Issued - 1,483,463 shares - 1998",),
        ("        - 1,483,167 shares - 1997", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    told = found.rows[-2]
    assert told.label == "Common stock Authorized - 2,700,000 shares Issued - 1,483,463 shares - 1998 - 1,483,167 shares - 1997"
    assert [(figure.number.printed, str(figure.period.end)[:4]) for figure in told.in_label if figure.period] == [
        ("2,700,000", "1998"),
        ("2,700,000", "1997"),
        ("1,483,463", "1998"),
        ("1,483,167", "1997"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Common stock, $1 par value; shares authorized: 2,250; shares issued:", "  1,663 and 1,645; shares outstanding: 1,616 and 1,612"),
        ("Treasury stock, at cost; 1,643,972 shares at March 31,", "1998; 2,173,916 shares at December 31, 1997"),
        ("Treasury stock, at cost (84,571 and 82,222 shares at", "March 31, 1998 and December 31, 1997, respectively)"),
        ("Common stock owed, 17,125 shares at June", "30, 1998 and none at September 30, 1997"),
        ("Treasury stock, at cost:", "   (1998 - 1,501,879 shares; 1997 - 1,004,220 shares)"),
    ],
)
def test_lines_that_begin_with_numbers_end_labels(first: str, second: str) -> None:
    """In a grid, which knows no indents: no label begins so, and the line above ends no other label."""
    table = [*BALANCE_ROWS[:-3], ("Retained earnings, net", "10", "10"), (first, "", ""), (second, "3,000", "2,500"), *BALANCE_ROWS[-2:]]
    found = one("BALANCE SHEETS\n\n" + markdown(("", "1998", "1997"), *table), "balance_sheet", ANNUAL)
    assert [each.label for each in found.rows[-4:-2]] == ["Retained earnings, net", f"{first} {second.strip()}"]


def test_labels_that_begin_with_a_rate_or_a_year_are_their_own() -> None:
    table = [
        *BALANCE_ROWS[:9],
        ("Long-term debt:",),
        ("7 1/2% notes", "600", "700"),
        ("1996 rights plan", "500", "500"),
        *BALANCE_ROWS[10:],
    ]
    assert labels(statement("BALANCE SHEETS", HEADS, table), "balance_sheet")[10:12] == ["7 1/2% notes", "1996 rights plan"]


def test_the_foot_of_a_page_is_no_row() -> None:
    text = income([*INCOME_ROWS, ("",), (" " * 40 + "1998 FORM 10-K  43",)])
    assert labels(text)[-1] == "Average shares outstanding"


def test_what_runs_at_the_head_of_a_page_is_told_by_the_word_before_its_number() -> None:
    text = income([*INCOME_ROWS[:6], ("RUN DATE 02-11-99  PAGE", "1"), *INCOME_ROWS[6:]])
    assert not any("RUN" in label for label in labels(text))


def test_the_count_of_another_year_in_parentheses_over_two_lines_goes_on_with_the_stocks_label() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock, no par value;",),
        ("9,000,000 shares authorized;",),
        ("5,126,411 shares issued and",),
        ("outstanding at June 28, 1998",),
        ("(5,014,298 shares at",),
        ("December 31, 1997)", "472", "439"),
        *BALANCE_ROWS[-2:],
    ]
    told = next(each for each in one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL).rows if "5,014,298" in each.label)
    assert told.label.startswith("Common stock, no par value;")
    assert told.label.endswith("outstanding at June 28, 1998 (5,014,298 shares at December 31, 1997)")


def test_what_is_issued_of_a_stock_goes_on_with_its_name() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Preferred stock, $.01 par value:",),
        ("  Authorized shares -- 10,000",),
        ("  Issued and outstanding shares -- none", "--", "--"),
        ("Common stock, $.01 par value:",),
        ("  Authorized shares -- 300,000",),
        ("  Issued and outstanding shares -- 159,267", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert [each.label for each in found.rows[-3:-1]] == [
        "Preferred stock, $.01 par value: Authorized shares -- 10,000 Issued and outstanding shares -- none",
        "Common stock, $.01 par value: Authorized shares -- 300,000 Issued and outstanding shares -- 159,267",
    ]


@pytest.mark.parametrize("form", ["{}. {}", "{}.   {}", "({}) {}", "{}) {}"])
def test_numbers_of_lines_are_no_part_of_labels(form: str) -> None:
    numbered = [(form.format(number, label.strip()), *figures) for number, (label, *figures) in enumerate(BALANCE_ROWS, 1)]
    text = statement("CONSOLIDATED BALANCE SHEETS", [heads("December 31,", "December 31,"), heads("1998", "1997")], numbered)
    found = one(text, "balance_sheet", ANNUAL)
    assert [each.label for each in found.rows] == [label.strip() for label, *_ in BALANCE_ROWS]
    assert found.rows[3].places[0].text == "Total current assets"
    assert not any(each.in_label for each in found.rows)


def test_numbers_of_lines_in_cells_of_their_own() -> None:
    numbered = [(f"{number}.", label.strip(), *(figures or ("", ""))) for number, (label, *figures) in enumerate(BALANCE_ROWS, 1)]
    page = f"<html><p>CONSOLIDATED BALANCE SHEETS</p>{html(('', '', 'December 31, 1998', 'December 31, 1997'), *numbered)}</html>"
    found = one(page, "balance_sheet", ANNUAL, "page.htm")
    assert [each.label for each in found.rows] == [label.strip() for label, *_ in BALANCE_ROWS]


def test_a_few_numbers_before_labels_stay() -> None:
    table = [*INCOME_ROWS[:3], ("1. Selling expenses", "2,500", "2,300"), *INCOME_ROWS[4:]]
    assert "1. Selling expenses" in labels(income(table))
