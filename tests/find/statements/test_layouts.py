"""Where titles, heads and rows stand: grids of HTML and markdown, untitled tables, stacked halves, pages."""

from __future__ import annotations

from datetime import date

import pytest
from filings import (
    BALANCE_ROWS,
    CASHFLOW_ROWS,
    INCOME_ROWS,
    WIDTH,
    balance,
    find,
    heads,
    html,
    line,
    markdown,
    one,
    periods,
    row,
    rows,
    spanned,
    statement,
    values,
)

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
INNER = [
    ("Current assets:",),
    ("Cash", "$ 1,200", ""),
    ("Accounts receivable", "800", ""),
    ("Total current assets", "", "2,000"),
    ("Equipment, net", "", "3,000"),
    ("Total assets", "", "$ 5,000"),
    ("Accounts payable", "$ 900", ""),
    ("Notes payable", "1,100", ""),
    ("Total liabilities", "", "2,000"),
    ("Stockholders' equity", "", "3,000"),
    ("Total liabilities and stockholders' equity", "", "$ 5,000"),
]


def test_a_title_in_the_first_row_of_its_table() -> None:
    text = "<html>" + html(("Consolidated Balance Sheets", "", ""), ("", "Dec. 31, 1998", "Dec. 31, 1997"), *BALANCE_ROWS) + "</html>"
    assert periods(one(text, "balance_sheet", None, "page.htm")) == ["at 1998-12-31", "at 1997-12-31"]


def test_untitled_tables_are_told_apart_by_their_rows() -> None:
    notes = ("Stores", "12", "11"), ("Workers", "300", "290"), ("Square feet", "4,000", "3,900")
    text = "# News\n\n" + markdown(("", "1998", "1997"), *INCOME_ROWS) + markdown(("", "1998", "1997"), *notes)
    text += markdown(("", "December 31, 1998", "December 31, 1997"), *BALANCE_ROWS)
    assert [each.kind for each in find(text, ANNUAL, "news.md")] == ["income", "balance_sheet"]


def test_untitled_look_alikes_by_the_words_above() -> None:
    text = "Pro forma results\n\n" + markdown(("", "1998", "1997"), *INCOME_ROWS)
    assert find(text, ANNUAL, "news.md") == []


def test_rows_that_lost_their_empty_cells() -> None:
    table = [(label, "", *figures) if index % 2 and figures else (label, *figures) for index, (label, *figures) in enumerate(BALANCE_ROWS)]
    text = "# Balance Sheets\n\n" + markdown(("", "December 31, 1998", "December 31, 1997"), *table)
    found = one(text, "balance_sheet", None, "page.md")
    assert {tuple(figure.column for figure in each.figures) for each in found.rows if each.figures} == {(0, 1)}


def test_income_and_comprehensive_income_under_one_title() -> None:
    more = [("Comprehensive income:",), ("Foreign currency translation", "50", "40"), ("Comprehensive income", "1,050", "840")]
    table = [*INCOME_ROWS, *more]
    found = one(statement("CONSOLIDATED STATEMENTS OF INCOME AND COMPREHENSIVE INCOME", [heads("1998", "1997")], table), "income", ANNUAL)
    assert values(found, "Comprehensive income")[0] == "1050000 iso4217:USD"


def test_a_comprehensive_statement_of_its_own() -> None:
    table = [("Net income", "1,000", "800"), ("Unrealized gains", "50", "40"), ("Comprehensive income", "1,050", "840")]
    text = statement("CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME", [heads("1998", "1997")], table)
    assert [each.kind for each in find(text, ANNUAL)] == ["comprehensive"]


def test_the_notes_end_a_statement() -> None:
    text = balance() + "\n                NOTES TO FINANCIAL STATEMENTS\n\n" + rows([("Stores", "12", "11"), ("Workers", "300", "290")])
    assert one(text, "balance_sheet").rows[-1].label.startswith("Total liabilities and")


def test_an_appendix_of_pictures_ends_a_statement() -> None:
    text = (
        balance() + "\n            Appendix of graphic material\n\n" + rows([("Picture Number 2", "9.1", "8.2"), ("Total", "12.2", "11.1")])
    )
    assert one(text, "balance_sheet").rows[-1].label.startswith("Total liabilities and")


@pytest.mark.parametrize(
    ("label", "figure", "expected"),
    [
        ("Dividends declared per common share", ".10", "0.10 iso4217:USD/xbrli:shares"),
        ("Earnings per share (in cents)", "12.5", "0.125 iso4217:USD/xbrli:shares"),
        ("Effective tax rate", "33.3%", "0.333 "),
        ("GAAP combined ratio", "100.3", "1.003 "),
        ("Shares used in computing net income per share", "2,000", "2000000 xbrli:shares"),
        ("Preferred dividends", "10", "10000 iso4217:USD"),
        ("Gain on sale of shares", "10", "10000 iso4217:USD"),
        ("Shares issued to employees", "$ 10", "10000 iso4217:USD"),
        ("Average shares outstanding", "$ 2,000", "2000000 xbrli:shares"),
        ("Sales of pipe (in millions)", "9", "9000000 iso4217:USD"),
    ],
)
def test_measures_by_label(label: str, figure: str, expected: str) -> None:
    text = statement("STATEMENTS OF INCOME", [heads("1998", "1997")], [*INCOME_ROWS, (label, figure, figure)])
    assert values(one(text, "income", ANNUAL), label) == [expected] * 2


@pytest.mark.parametrize(
    ("label", "figure", "unit"),
    [
        ("Common shares outstanding", "2,000", "xbrli:shares"),
        ("Book value per share", "15.25", "iso4217:USD/xbrli:shares"),
        ("Treasury shares, at cost", "(20)", "iso4217:USD"),
        ("Common shares", "200", "iso4217:USD"),
        ("Number of preferred shares", "200", "xbrli:shares"),
        ("Shares exchangeable into common stock", "200", "iso4217:USD"),
        ("Shares outstanding", "200", "xbrli:shares"),
        ("Treasury shares held", "200", "xbrli:shares"),
        ("Shares exchangeable into common stock", "$ 200", "iso4217:USD"),
        ("Equity to assets", "60%", ""),
    ],
)
def test_measures_on_a_balance_sheet(label: str, figure: str, unit: str) -> None:
    text = statement("BALANCE SHEETS", [heads("1998", "1997")], [*BALANCE_ROWS, (label, figure, figure)], "(in thousands)")
    assert {each.unit.oim() for each in row(one(text, "balance_sheet", ANNUAL), label) if each.unit} == {unit}


def test_a_cash_flow_without_a_period_has_no_facts() -> None:
    found = one(statement("STATEMENTS OF CASH FLOWS", [heads("Alpha", "Beta")], CASHFLOW_ROWS), "cashflow")
    assert all(figure.period is None for each in found.rows for figure in each.figures)


def test_a_pro_forma_column_does_not_count() -> None:
    table = [(*each, *each[-1:]) if len(each) > 1 else each for each in BALANCE_ROWS[:-1]]
    found = one(statement("BALANCE SHEETS", [heads("", "", "Pro Forma"), heads("1998", "1997", "1998")], table), "balance_sheet", ANNUAL)
    assert [column.reason for column in found.columns if column.ignored] == ["a pro forma or consolidating column"]


def test_of_reported_and_restated_columns_the_restated_count() -> None:
    table = [(*each, *each[-1:]) if len(each) > 1 else each for each in BALANCE_ROWS]
    head = [heads("", "As Reported", "As Restated"), heads("1998", "1997", "1997")]
    found = one(statement("BALANCE SHEETS", head, table), "balance_sheet", ANNUAL)
    assert [column.ignored for column in found.columns] == [False, True, False]


def test_a_blank_line_of_figures_that_lost_its_columns() -> None:
    table = [*BALANCE_ROWS[:3], ("Deferred charges", "", "50"), *BALANCE_ROWS[3:]]
    charges = row(one(statement("BALANCE SHEETS", [heads("1998", "1997")], table), "balance_sheet", ANNUAL), "Deferred charges")
    assert [(figure.column, int(figure.number.value)) for figure in charges] == [(1, 50)]


def test_a_ragged_grid_places_few_figures_in_order() -> None:
    ragged = [(label, *[""] * (index % 2), *figures) if figures else (label,) for index, (label, *figures) in enumerate(BALANCE_ROWS)]
    table = [*ragged[:3], ("Deferred charges", "", "", "50"), *ragged[3:]]
    found = one("# Balance Sheets\n\n" + markdown(("", "1998", "1997"), *table), "balance_sheet", ANNUAL, "page.md")
    assert [figure.column for figure in row(found, "Deferred charges")] == [1]


def test_a_statement_of_financial_data_with_a_title_in_two_lines() -> None:
    text = f"{'CONSOLIDATED BALANCE SHEETS':^80}\n" + balance(title="BALANCE SHEETS OF THE COMPANY")
    assert periods(one(text, "balance_sheet")) == ["at 1998-12-31", "at 1997-12-31"]


def broken_anew(lines: list[str], width: int) -> str:
    """Lines broken at a width, without the blanks at the break, a blank line behind each: what a mailer did to a page."""
    pieces = [piece.rstrip() for each in lines for piece in (each[:width], each[width:]) if piece.strip()]
    return "\n\n".join(pieces)


def test_rows_whose_figures_were_broken_off_to_the_next_line() -> None:
    table = [line(*each) for each in INCOME_ROWS]
    head = [
        "Statements of Income",
        "Peregrine Glass Works",
        line("Years ended March 31,", "98", "97", "96"),
        "In thousands, except per share",
        "",
    ]
    text = broken_anew([*head, *(f"{each}{'100':>14}" for each in table)], WIDTH + 4)
    found = one(text, "income")
    assert periods(found) == ["1997-04-01 1998-03-31", "1996-04-01 1997-03-31", "1995-04-01 1996-03-31"]
    assert [each.label for each in found.rows if each.figures][:2] == ["Net sales", "Cost of sales"]
    assert [len(each.figures) for each in found.rows] == [3] * len(INCOME_ROWS)


def test_a_scale_in_digits_on_a_line_of_its_own_begins_no_rows() -> None:
    text = "CONSOLIDATED BALANCE SHEET\n($000)\n" + heads("12/31/98", "12/31/97") + "\n" + rows(BALANCE_ROWS) + "\n"
    found = one(text, "balance_sheet")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert values(found, "Accounts receivable") == ["800000 iso4217:USD", "700000 iso4217:USD"]


def test_thousands_above_the_columns() -> None:
    text = "<html><p>Consolidated Balance Sheets</p>"
    text += html(("", "Dec. 31, 1998", "Dec. 31, 1997"), ("", "$000", "$000"), *BALANCE_ROWS) + "</html>"
    assert values(one(text, "balance_sheet", None, "page.htm"), "Accounts receivable") == ["800000 iso4217:USD", "700000 iso4217:USD"]


def test_items_and_their_sums_in_a_column_each() -> None:
    text = "<html><p>BALANCE SHEET</p><p>December 31, 1998</p>" + html(*INNER) + "</html>"
    found = one(text, "balance_sheet", None, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1998-12-31"]
    assert values(found, "Cash") == ["1200 iso4217:USD"]
    assert values(found, "Total assets") == ["5000 iso4217:USD"]


def test_a_balance_sheet_whose_totals_have_no_labels() -> None:
    table = [("ASSETS", "", ""), ("Cash", "1,200", "1,000"), ("Inventories", "800", "700"), ("", "2,000", "1,700")]
    text = "<html><p><b>BALANCE SHEETS</b></p>" + html(("", "12/31/98", "12/31/97"), *table) + "</html>"
    assert periods(one(text, "balance_sheet", None, "page.htm")) == ["at 1998-12-31", "at 1997-12-31"]


def test_what_a_note_below_the_statement_takes_apart() -> None:
    note = [("(1) Includes stock-based compensation as follows:", "", ""), ("Cost of sales", "11", "12"), ("Selling expenses", "21", "22")]
    text = "<html><p>Statements of Income</p>" + html(("", "1998", "1997"), *INCOME_ROWS, *note) + "</html>"
    found = one(text, "income", ANNUAL, "page.htm")
    assert values(found, "Cost of sales") == ["5000 iso4217:USD", "4500 iso4217:USD"]
    assert {figure.reason for each in found.rows[-2:] for figure in each.figures} == {"stands in a note below the statement"}


def test_balances_of_equity_in_a_statement_of_income() -> None:
    more = [
        ("Retained earnings:", "", ""),
        ("Balance at beginning of year", "4,000", "3,600"),
        ("Dividends declared", "(500)", "(400)"),
        ("Balance at end of year", "4,500", "4,000"),
        ("Net assets, end of year", "4,500", "4,000"),
        ("Dividends per share at end of year", ".25", ".20"),
    ]
    text = "<html><p>Statements of Income and Retained Earnings</p>" + html(
        ("", "1998", "1997"), *INCOME_ROWS[:-2], *more, *INCOME_ROWS[-2:]
    )
    found = one(text + "</html>", "income", ANNUAL, "page.htm")
    ends = {
        each.label: [str(figure.period.start or figure.period.end) for figure in each.figures if figure.period]
        for each in found.rows
        if each.figures
    }
    assert ends["Balance at beginning of year"] == ["1997-12-31", "1996-12-31"]
    assert ends["Balance at end of year"] == ends["Net assets, end of year"] == ["1998-12-31", "1997-12-31"]
    assert ends["Dividends declared"] == ends["Dividends per share at end of year"] == ["1998-01-01", "1997-01-01"]
    assert ends["Net income per share"] == ["1998-01-01", "1997-01-01"]


def test_numbers_of_lines_before_the_labels() -> None:
    table = [(str(index + 38), *each) for index, each in enumerate(INCOME_ROWS)]
    text = "<html><p>Statements of Income</p>" + html(("Line", "", "1998", "1997"), *table) + "</html>"
    found = one(text, "income", ANNUAL, "page.htm")
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]
    assert values(found, "Net sales") == ["9000 iso4217:USD", "8000 iso4217:USD"]


@pytest.mark.parametrize(
    "lines", [("CONSOLIDATED", "STATEMENTS", "OF INCOME"), ("Harbor Corp.", "Consolidated Statements of", "Income and Retained Earnings")]
)
def test_a_title_over_several_lines(lines: tuple[str, ...]) -> None:
    title = "".join(f"<p><b>{each}</b></p>" for each in lines)
    text = "<html>" + title + html(("", "1998", "1997"), *INCOME_ROWS[:-4]) + "</html>"
    assert periods(one(text, "income", ANNUAL, "page.htm")) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


def test_a_balance_sheet_in_the_form_of_an_account() -> None:
    """Assets on the left, liabilities and equity beside them; a rule of one side stands in a line of the other."""
    left = [*BALANCE_ROWS[:5], ("", "-------", "-------"), ("    Total assets", "$ 5,000", "$ 4,500")]
    right = [*BALANCE_ROWS[6:12], ("    Total liabilities and equity", "$ 5,000", "$ 4,500")]
    lines = [f"{line(*one):<72}{line(*other)}" for one, other in zip(left, right, strict=True)]
    head = f"{line('ASSETS', '1998', '1997'):<72}{line('LIABILITIES AND EQUITY', '1998', '1997')}"
    found = one("\n".join(["CONSOLIDATED BALANCE SHEETS", "December 31, 1998 and 1997", "", head, *lines, ""]), "balance_sheet")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    told = [each.label for each in found.rows if each.figures]
    assert told[:4] == ["Cash and cash equivalents", "Accounts receivable", "Total current assets", "Property and equipment, net"]
    assert told[4:] == [
        "Total assets", "Accounts payable", "Total current liabilities", "Long-term debt", "Total liabilities", "Stockholders' equity",
        "Total liabilities and equity",
    ]  # fmt: skip
    assert values(found, "Long-term debt") == ["1100 iso4217:USD", "1200 iso4217:USD"]


def test_numbers_of_lines_before_the_labels_are_no_side_of_an_account() -> None:
    numbered = [f"{number if figures else '':>3}  {line(label, *figures)}" for number, (label, *figures) in enumerate(BALANCE_ROWS)]
    rule, head = "-" * 73, f"     {heads('1998', '1997')}"
    text = "\n".join([f"{'CONSOLIDATED BALANCE SHEETS':^80}", f"{'(in thousands)':^80}", "", rule, head, rule, *numbered, ""])
    found = one(text, "balance_sheet", ANNUAL)
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert [len(each.figures) for each in found.rows if each.figures] == [2] * sum(len(each) > 1 for each in BALANCE_ROWS)


def test_a_grid_in_the_form_of_an_account() -> None:
    left = [*BALANCE_ROWS[:5], ("Total assets", "$ 5,000", "$ 4,500")]
    right = [*BALANCE_ROWS[6:11], ("Total liabilities and equity", "$ 5,000", "$ 4,500")]
    sides = [(*one, *[""] * (3 - len(one)), *other) for one, other in zip(left, right, strict=True)]
    page = html(("ASSETS", "1998", "1997", "LIABILITIES AND EQUITY", "1998", "1997"), *sides)
    found = one(
        f"<html><p>CONSOLIDATED BALANCE SHEETS</p><p>December 31, 1998 and 1997</p>{page}</html>", "balance_sheet", None, "page.htm"
    )
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert [each.label for each in found.rows if each.figures][-3:] == [
        "Long-term debt",
        "Total liabilities",
        "Total liabilities and equity",
    ]
    assert values(found, "Long-term debt") == ["1100 iso4217:USD", "1200 iso4217:USD"]
    assert values(found, "Accounts receivable")[1] is not None


def test_headings_in_paragraphs_between_the_heads_and_the_rows() -> None:
    page = html(("", "1998", "1997")) + "<p><b>ASSETS</b></p><p>(Unaudited)</p><p>CURRENT ASSETS:</p>" + html(*BALANCE_ROWS[1:5])
    page += "<p><b>LIABILITIES</b></p>" + html(*BALANCE_ROWS[6:12])
    found = one(
        f"<html><p>CONSOLIDATED BALANCE SHEETS</p><p>December 31, 1998 and 1997</p>{page}</html>", "balance_sheet", None, "page.htm"
    )
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert [each.label for each in found.rows if not each.figures][:2] == ["ASSETS", "CURRENT ASSETS:"]


def test_another_table_whose_name_stands_over_its_columns() -> None:
    other = spanned(("Harbor Corp.<br>SEGMENT INFORMATION<br>(In thousands)", 3)) + "<tr><td></td><td>1998</td><td>1997</td></tr>"
    rest = html(("Glass", "6,000", "5,000"), ("Brick", "3,000", "3,000"), ("Total", "9,000", "8,000"))
    text = "<html><p>Statements of Income</p>" + html(("", "1998", "1997"), *INCOME_ROWS) + rest.replace("<table>", "<table>" + other)
    assert len(one(text + "</html>", "income", ANNUAL, "page.htm").rows) == len(INCOME_ROWS)


def test_a_profit_and_loss_account_of_pounds() -> None:
    rows_ = [("Turnover", "9,000", "8,000"), ("Distribution costs", "(3,000)", "(2,900)"), ("Administrative expenses", "(1,000)", "(900)"),
             ("Profit on ordinary activities before taxation", "5,000", "4,200"), ("Taxation", "(1,500)", "(1,200)"),
             ("Profit for the financial year", "3,500", "3,000")]  # fmt: skip
    found = one(statement("PROFIT AND LOSS ACCOUNT", [heads("1998", "1997"), heads("(pound)000", "(pound)000")], rows_), "income", ANNUAL)
    assert values(found, "Taxation") == ["-1500000 iso4217:GBP", "-1200000 iso4217:GBP"]


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("For the Years Ended June 30, 1998 and 1997 Lamp 1998 Annual Report", "1998-06-30"),
        ("Form 10-K for the Year Ended June 30, 1998", "1998-12-31"),
    ],
)
def test_the_head_of_the_page_runs_into_the_caption(report: str, told: str) -> None:
    """OCR joins the two in one cell; what the report's name says of its own period is no column's."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in INCOME_ROWS)
    heads = "<tr><th></th><th>1998</th><th>1997</th></tr><tr><td></td><td colspan=2>(in thousands)</td></tr>"
    page = f"# STATEMENTS OF INCOME\n\n<table><caption>{report}</caption>{heads}{rows}</table>\n"
    found = one(page, "income", ANNUAL, "filing.md")
    assert [str(column.period.end) for column in found.columns if column.period][:1] == [told]


@pytest.mark.parametrize("foot", [("1998 Annual Report", "45"), ("45", "", ""), ("45", "", "Lamp 1998 Form 10-K"), ("Page", "45")])
def test_the_foot_of_a_page_within_a_statement(foot: tuple[str, ...]) -> None:
    """A table of nothing but the page's number and the report's name."""
    first, second = ("", "Dec. 31, 1998", "Dec. 31, 1997"), BALANCE_ROWS[6:]
    text = "<html><p>Consolidated Balance Sheets</p>" + html(first, *BALANCE_ROWS[:6]) + html(foot) + html(*second) + "</html>"
    found = one(text, "balance_sheet", None, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert [each.label for each in found.rows if each.figures] == [row[0].strip() for row in BALANCE_ROWS if len(row) > 1]


def test_a_row_in_a_table_of_its_own_is_no_foot() -> None:
    tables = "".join(html(each) for each in BALANCE_ROWS)
    text = "<html><p>Consolidated Balance Sheets</p>" + html(("", "Dec. 31, 1998", "Dec. 31, 1997")) + tables + "</html>"
    assert len([each for each in one(text, "balance_sheet", None, "page.htm").rows if each.figures]) == 11


def test_a_label_that_ends_in_item_is_no_item_of_the_form() -> None:
    table = [
        *INCOME_ROWS[:6],
        ("Income before extraordinary",),
        ("  item . . . . . . . .", "1,000", "800"),
        ("Extraordinary loss", "12", "--"),
        ("Net income", "$ 988", "$ 800"),
        *INCOME_ROWS[7:],
    ]
    found = one(statement("STATEMENTS OF INCOME", [heads("1998", "1997")], table), "income", ANNUAL)
    assert [figure.number.printed for figure in row(found, "Net income")] == ["$ 988", "$ 800"]


def test_marks_of_pages_between_the_halves_of_a_balance_sheet() -> None:
    head = (("", "December 31,", ""), ("", "1998", "1997"))
    text = (
        "<p><b>CONSOLIDATED BALANCE SHEETS</b></p>"
        + html(*head, *[((*each, "", "")[:3]) for each in BALANCE_ROWS[:6]])
        + "<p align=center>F-3</p><hr><p>Table of Contents</p>"
        + html(*head, *[((*each, "", "")[:3]) for each in BALANCE_ROWS[6:]])
    )
    found = one(text, "balance_sheet", ANNUAL, "filing.htm")
    assert found.rows[-1].label == BALANCE_ROWS[-1][0].strip()
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]


def test_what_was_reported_before_stands_beside_what_is_so_now() -> None:
    head = [("", "1998", "", "1997", ""), ("", "As Reported", "As Restated", "As Reported", "As Restated")]
    table = [(label, *(x for figure in figures for x in ("1", figure))) for label, *figures in INCOME_ROWS[:7]]
    found = one("<p><b>STATEMENTS OF INCOME</b></p>" + html(*head, *table), "income", ANNUAL, "filing.htm")
    assert [column.ignored for column in found.columns] == [True, False, True, False]
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


@pytest.mark.parametrize("heading", ["", "Pro forma data (unaudited):"])
def test_pro_forma_rows_below_an_income_statement(heading: str) -> None:
    label = "Net income" if heading else "Pro forma net income"
    table = [*INCOME_ROWS, *([(heading,)] if heading else []), (f"  {label}", "$ 600", "$ 500")]
    found = one(statement("STATEMENTS OF INCOME", [heads("1998", "1997")], table), "income", ANNUAL)
    assert [(figure.ignored, figure.reason[:9]) for figure in found.rows[-1].figures] == [(True, "pro forma")] * 2
    assert not any(figure.ignored for each in found.rows[:-1] for figure in each.figures)


def test_what_was_reported_before_is_not_told_where_nothing_dates_what_is_so_now() -> None:
    head = [("", "1998 As Reported", "Change", "As Restated")]
    table = [(label, "9", "1", figure) for label, figure, _ in INCOME_ROWS[:7]]
    found = one("<p><b>STATEMENTS OF INCOME</b></p>" + html(*head, *table), "income", ANNUAL, "filing.htm")
    assert [column.ignored for column in found.columns] == [True, True, False]


def test_a_pro_forma_table_below_with_heads_of_its_own() -> None:
    said = "Pro forma amounts assuming the change in method\nis applied retroactively:\n"
    again = f"{said}\n{heads('1998', '1997')}\n{line('Net income', '$ 600', '$ 500')}\n"
    found = one(statement("STATEMENTS OF INCOME", [heads("1998", "1997")], INCOME_ROWS) + again, "income", ANNUAL)
    assert [figure.ignored for figure in found.rows[-1].figures] == [True, True]
    assert [figure.ignored for figure in row(found, "Net income")] == [False, False]


def test_amounts_in_a_footnote_are_none_of_the_statement() -> None:
    table = [*INCOME_ROWS, ("(a) Includes excise taxes; the amount of such taxes is $746.3 and $691.0.",)]
    found = one(statement("STATEMENTS OF INCOME", [heads("1998", "1997")], table), "income", ANNUAL)
    assert [(figure.number.printed, figure.ignored) for each in found.rows for figure in each.in_label] in (
        [],
        [("$746.3", True), ("$691.0", True)],
    )


def test_a_footnote_that_wraps_before_its_amounts() -> None:
    """Releases say below the statement which costs leave out an item; a line breaks between the words and what they count."""
    note = (
        "\n(B) Excluded from: cost of sales $210 and $188; research and development\n"
        "    $5,110 and $4,204; sales, general and administrative $3,884 and $2,718.\n</PRE><HR><PRE>\n"
    )
    page = statement("STATEMENTS OF INCOME", [heads("1998", "1997")], INCOME_ROWS) + note + f"{'EXAMPLE LOOMS, INC.':^80}\n" + balance()
    found = one(f"<PRE>\n{page}</PRE>", "income", ANNUAL, name="page.htm")
    assert [each.number.printed for row in found.rows for each in row.in_label if not each.ignored] == []


def test_a_heading_whose_first_row_wraps() -> None:
    table = [
        *INCOME_ROWS[:7],
        ("Primary earnings per common share",),
        ("  Before cumulative effect of",),
        ("    accounting changes", "$ .52", "$ .40"),
        ("  Cumulative effect of changes", "(.02)", "-"),
        ("  Total", "$ .50", "$ .40"),
    ]
    found = one(statement("STATEMENTS OF INCOME", [heads("1998", "1997")], table), "income", ANNUAL)
    assert [(each.label, each.heads) for each in found.rows[-3:]] == [
        ("Before cumulative effect of accounting changes", ("Primary earnings per common share",)),
        ("Cumulative effect of changes", ("Primary earnings per common share",)),
        ("Total", ("Primary earnings per common share",)),
    ]


def test_torn_heads_of_a_further_page_that_end_on_the_same_days() -> None:
    """A transition period beside whole years: the lengths of the page before hold where the days are the same."""
    year, month = "Fiscal Year Ended", "One Month Ended"
    days = ("September 30, 2009", "September 30, 2008", "September 30, 2007", "August 31, 2007")
    heads = [f"{length} {day}" for length, day in zip((year, year, month, year), days, strict=True)]
    table = [(label, *(["100", "200", "30", "400"] if figures else [])) for label, *figures in INCOME_ROWS]
    torn = (("", "", "One Month", "", "Year"), ("", year, year, "Ended", "Ended"), ("", *days))
    text = f"# Consolidated Statements of Income\n\n{markdown(('', *heads), *table[:6])}Table of Contents\n\n"
    text += f"# Consolidated Statements of Income (Continued)\n\n{markdown(*torn, *table[6:])}"
    found = one(text, "income", Known(date(2009, 9, 30), (9, 30), "10-K"), "page.md")
    assert periods(found) == ["2008-10-01 2009-09-30", "2007-10-01 2008-09-30", "2007-09-01 2007-09-30", "2006-09-01 2007-08-31"]


def test_a_further_page_with_fewer_columns_that_end_on_the_same_days() -> None:
    """A column of the first page has no period: the second page's are its own."""
    days = ("September 30, 2009", "August 31, 2009")
    heads = ("", f"Fiscal Year Ended {days[0]}", f"One Month Ended {days[1]}", "")
    table = [(label, *(["100", "30", "7"] if figures else [])) for label, *figures in INCOME_ROWS]
    text = f"# Consolidated Statements of Income\n\n{markdown(heads, *table[:6])}Table of Contents\n\n"
    again = [(label, *(["100", "30"] if figures else [])) for label, *figures in INCOME_ROWS[6:]]
    text += f"# Consolidated Statements of Income (Continued)\n\n{markdown(('', *days), *again)}"
    found = one(text, "income", Known(date(2009, 9, 30), (9, 30), "10-K"), "page.md")
    assert periods(found)[:2] == ["2008-10-01 2009-09-30", "2009-08-01 2009-08-31"]


def test_whole_heads_of_a_further_page_say_their_own_lengths() -> None:
    """In another order than on the page before."""
    three, twelve = (f"{length} Ended December 31," for length in ("Three Months", "Twelve Months"))
    table = [(label, *(["100", "200", "30", "400"] if figures else [])) for label, *figures in INCOME_ROWS]
    first = ("", f"{three} 2005", f"{three} 2004", f"{twelve} 2005", f"{twelve} 2004")
    second = ("", f"{twelve} 2005", f"{twelve} 2004", f"{three} 2005", f"{three} 2004")
    text = f"# Consolidated Statements of Income\n\n{markdown(first, *table[:6])}Table of Contents\n\n"
    text += f"# Consolidated Statements of Income (Continued)\n\n{markdown(second, *table[6:])}"
    found = one(text, "income", Known(date(2005, 12, 31), (12, 31), "10-K"), "page.md")
    row = found.rows[-1]
    assert [figure.period.days > 300 for figure in row.figures if figure.period] == [True, True, False, False]
