"""Statements whose titles are missing, misspelt, set wide, in two lines, or like those of other companies' statements."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, find, heads, line, one, row, rows, statement

from converter.find import find as find_all
from converter.find.statements.periods.known import Known
from converter.grammar.misread import respelt_title
from converter.read import read

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
DAYS = [heads("December 31,", "December 31,"), heads("1998", "1997")]
YEARS = [heads("Years Ended", "Years Ended"), *DAYS]
FOOT = "\nThe accompanying notes are an integral part of these statements.\n\n                    5\n<PAGE>\n\n"
NAME = f"{'HARBOR MILLS':^80}\n"
BALANCE, INCOME, CASHFLOW = (
    statement("", head, table) for head, table in ((DAYS, BALANCE_ROWS), (YEARS, INCOME_ROWS), (YEARS, CASHFLOW_ROWS))
)


def kinds(text: str) -> list[str]:
    return [each.kind for each in find(text, ANNUAL)]


def title_codes(text: str) -> list[str]:
    codes = [each.code for each in find_all(read(text.encode(), "filing.txt")).findings]
    return [code for code in codes if code in ("find.statement-unread", "find.look-alike-alone")]


@pytest.mark.parametrize("name", ["", NAME])
@pytest.mark.parametrize("foot", ["\n\n", FOOT])
def test_three_statements_without_titles(name: str, foot: str) -> None:
    text = foot.join(name + each for each in (BALANCE, INCOME, CASHFLOW))
    assert kinds(text) == ["balance_sheet", "income", "cashflow"]
    assert all(figure.period and figure.period.start for figure in row(one(text, "income", ANNUAL), "Net sales"))


@pytest.mark.parametrize("title", ["CONSOLIDTED STATEMENTS OF INOCME", "Operations", "How We Fared"])
def test_an_income_statement_of_an_unknown_title_behind_a_balance_sheet(title: str) -> None:
    text = FOOT.join([statement("BALANCE SHEETS", DAYS, BALANCE_ROWS), statement(title, YEARS, INCOME_ROWS), CASHFLOW])
    assert kinds(text) == ["balance_sheet", "income", "cashflow"]
    assert len([each for each in one(text, "balance_sheet", ANNUAL).rows if each.figures]) == sum(len(each) > 1 for each in BALANCE_ROWS)


def test_a_balance_sheet_without_a_title_behind_a_statement_of_income() -> None:
    table = [("ASSETS",), *BALANCE_ROWS]
    text = "\n\n".join([statement("STATEMENTS OF INCOME", YEARS, INCOME_ROWS), statement("", DAYS, table)])
    assert kinds(text) == ["income", "balance_sheet"]


def test_the_number_of_a_page_begins_no_statement() -> None:
    text = f"ITEM 8. FINANCIAL STATEMENTS\n\n                  4\n<PAGE>\n\n{BALANCE}"
    assert one(text, "balance_sheet", ANNUAL).rows[0].label == "Current assets:"


def test_lengths_of_time_below_the_days_of_a_balance_sheet_are_no_days() -> None:
    more = [("Receipts", "$ 70", "$ 60"), ("Outlays", "50", "40"), ("Left over", "20", "20")]
    rest = [each for each in BALANCE_ROWS if "Total liabilities and" not in each[0]]
    text = statement("BALANCE SHEETS", DAYS, rest) + "\n".join(["", *YEARS, rows(more), ""])
    told = one(text, "balance_sheet", ANNUAL)
    assert {figure.period for figure in row(told, "Receipts")} == {None}
    assert all(figure.period for figure in row(told, "Long-term debt"))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("CONSOLIDTED STATEMENTS OF INOCME", "CONSOLIDATED STATEMENTS OF INCOME"),
        ("Consolidated Statments of Operatons", "Consolidated Statements of Operations"),
        ("BALANCE SHEEETS", "BALANCE SHEETS"),
        ("Statement of Operation", "Statement of Operation"),
        ("Changing Position of Incomes", "Changing Position of Incomes"),
    ],
)
def test_slips_of_the_pen(printed: str, meant: str) -> None:
    assert respelt_title(printed) == meant


def test_a_title_set_wide_is_as_formal_as_the_parents() -> None:
    parents = "CONDENSED FINANCIAL INFORMATION OF THE REGISTRANT (PARENT COMPANY ONLY)"
    own = statement("C O N S O L I D A T E D   B A L A N C E   S H E E T S", DAYS, BALANCE_ROWS)
    other = statement("CONDENSED BALANCE SHEETS", DAYS, [(each[0], *("7" for _ in each[1:])) for each in BALANCE_ROWS])
    text = f"{own}\nNOTES TO FINANCIAL STATEMENTS\n\nSCHEDULE I\n{parents:^80}\n{other}"
    told = one(text, "balance_sheet", ANNUAL)
    assert row(told, "Long-term debt")[0].number.value == 1100
    assert told.title.value == "CONSOLIDATED BALANCE SHEETS"


@pytest.mark.parametrize("above", ["CONDENSED FINANCIAL INFORMATION OF REGISTRANT (PARENT COMPANY ONLY)", "PRO FORMA BALANCE SHEETS"])
def test_what_follows_a_look_alike_without_a_title_is_one_too(above: str) -> None:
    own = statement("CONSOLIDATED BALANCE SHEETS", DAYS, BALANCE_ROWS)
    other = f"{above:^80}\n{statement('BALANCE SHEETS', DAYS, BALANCE_ROWS)}\n\n{INCOME}\n\n{CASHFLOW}"
    assert kinds(f"{own}\nITEM 14. EXHIBITS AND SCHEDULES\n\n{other}") == ["balance_sheet"]


def test_a_title_in_two_lines_goes_on_under_one_in_one() -> None:
    page, rest = CASHFLOW_ROWS[:4], CASHFLOW_ROWS[4:]
    first = statement("", YEARS, page).lstrip("\n")
    before = statement("STATEMENTS OF INCOME", YEARS, INCOME_ROWS)
    text = f"{before}\nCONSOLIDATED STATEMENTS\nOF CASH FLOWS\n{first}{FOOT}"
    text += statement("CONSOLIDATED STATEMENTS OF CASH FLOWS (CONTINUED)", YEARS, rest)
    told = one(text, "cashflow", ANNUAL)
    assert told.title.value == "CONSOLIDATED STATEMENTS OF CASH FLOWS"
    assert row(told, "Depreciation")
    assert row(told, "Purchases of equipment")


SMALL = [
    line("Net income", "$ 1,000", "$ 800"),
    "  Translation gains",
    line("    (losses)", "20", "(10)"),
    "  Effective portion of cash flow",
    line("    hedges", "5", "4"),
    line("Comprehensive income", "$ 1,025", "$ 794"),
]


def test_a_label_that_wraps_behind_cash_flow_is_no_title() -> None:
    text = statement("STATEMENTS OF COMPREHENSIVE INCOME", YEARS, []) + "\n".join([*SMALL, ""])
    labels = [each.label for each in one(text, "comprehensive", ANNUAL).rows]
    assert labels == ["Net income", "Translation gains (losses)", "Effective portion of cash flow hedges", "Comprehensive income"]


def test_labels_right_of_the_figures_tell_a_statement() -> None:
    table = [("Net earnings", "$ 1,000", "$ 800"), ("Gains of the mills abroad", "20", "(10)"), ("Pension costs of all mills", "5", "4")]
    table += [("Comprehensive income", "$ 1,025", "$ 794")]
    lines = [f"{'1998':>12}{'1997':>12}", f"{'-------':>12}{'-------':>12}"]
    lines += [f"{first:>12}{second:>12}   {label}" for label, first, second in table]
    text = FOOT.join([statement("BALANCE SHEETS", DAYS, BALANCE_ROWS), statement("STATEMENTS OF COMPREHENSIVE INCOME", lines, [])])
    assert kinds(text) == ["balance_sheet", "comprehensive"]


def test_what_bears_a_title_and_is_left_out_is_told() -> None:
    strange = [("Apples", "$ 70", "$ 60"), ("Pears", "50", "40"), ("Plums", "20", "20"), ("Cherries", "9", "8")]
    text = FOOT.join([statement("BALANCE SHEETS", DAYS, BALANCE_ROWS), statement("STATEMENTS OF COMPREHENSIVE INCOME", YEARS, strange)])
    assert title_codes(text) == ["find.statement-unread"]
    assert title_codes(FOOT.join([text, statement("STATEMENTS OF COMPREHENSIVE INCOME", YEARS, []) + "\n".join([*SMALL, ""])])) == []


@pytest.mark.parametrize("title", ["PRO FORMA STATEMENTS OF INCOME", "STATEMENTS OF INCOME BY SEGMENTS"])
def test_a_look_alike_that_stands_alone_is_told_to_be_left_out(title: str) -> None:
    """A release whose only statement of income was taken for a look-alike said nothing of it."""
    text = FOOT.join([statement("BALANCE SHEETS", DAYS, BALANCE_ROWS), statement(title, YEARS, INCOME_ROWS)])
    assert kinds(text) == ["balance_sheet"]
    assert title_codes(text) == ["find.look-alike-alone"]
    assert title_codes(FOOT.join([text, statement("STATEMENTS OF INCOME", YEARS, INCOME_ROWS)])) == []


FUNDS = [
    ("SOURCE OF FUNDS:",),
    ("  Net income", "$ 1,000", "$ 800"),
    ("  Depreciation", "300", "250"),
    ("    Funds from operations", "1,300", "1,050"),
    ("APPLICATION OF FUNDS:",),
    ("  Additions to properties", "900", "800"),
    ("  Increase in working capital", "400", "250"),
    ("    Total application", "1,300", "1,050"),
]


def test_a_funds_statement_stands_where_a_cash_flow_does() -> None:
    """Until 1987: it explains working capital and speaks of no cash."""
    sheet = statement("BALANCE SHEETS", DAYS, BALANCE_ROWS)
    assert kinds(FOOT.join([sheet, statement("STATEMENTS OF CHANGES IN FINANCIAL POSITION", YEARS, FUNDS)])) == [
        "balance_sheet",
        "cashflow",
    ]
    uses = [
        ("Sources of funds:",),
        ("Loan", "$ 900", "$ 800"),
        ("Uses of funds:",),
        ("Purchase of mill", "800", "700"),
        ("Fees", "100", "100"),
    ]
    assert kinds(FOOT.join([sheet, statement("The offering", YEARS, uses)])) == ["balance_sheet"]


@pytest.mark.parametrize("mark", ["NOTE D -- LONG-TERM LEASES", "Note 4 - Leases"])
def test_notes_are_numbered_or_lettered(mark: str) -> None:
    rents = "\n".join([line("1977", "$ 904", "$ 118"), line("1978", "888", "104"), line("1979", "802", "86")])
    text = FOOT.join(
        [statement("BALANCE SHEETS", DAYS, BALANCE_ROWS), statement("STATEMENTS OF CHANGES IN FINANCIAL POSITION", YEARS, FUNDS)]
    )
    (found,) = [each for each in find(f"{text}\n{mark}\n\n{rents}\n") if each.kind == "cashflow"]
    assert found.rows[-1].label == "Total application"


def test_the_equity_half_of_a_combined_statement_is_none_of_the_earnings() -> None:
    """As drugstores print it: no title, no more figures in a row than there are years above, but heads of components."""
    table = [
        *INCOME_ROWS,
        ("",),
        ("                 Common Stock      Paid-in      Retained",),
        ("SHAREHOLDERS' EQUITY   Shares   Amount   Capital",),
    ]
    years = [f"{'':40}{'1998':>12}{'1997':>12}{'1996':>12}"]
    three = [(label, *figures, *figures[-1:]) if figures else (label,) for label, *figures in table]
    equity = f"Balance, December 31, 1996  {'9,220,412':>12}{'$15.4':>10}{'$ --':>10}{'$268.1':>12}\nNet income {'1,150':>61}\n"
    text = statement("STATEMENTS OF INCOME AND SHAREHOLDERS' EQUITY", years, three).rstrip()
    found = one(f"{text}\n{equity}", "income", ANNUAL)
    assert [each.label for each in found.rows if each.figures] == [each[0].strip() for each in INCOME_ROWS if len(each) > 1]
