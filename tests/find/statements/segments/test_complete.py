"""What stands below a statement's last line under a heading of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, html, line, one, row, statement
from filings import heads as typed_heads

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
DATED = typed_heads("1998", "1997")
OTHER = f"{line('Northern mills', '$ 600', '$ 500')}\n{line('Southern mills', '300', '200')}\n{line('  Combined', '$ 900', '$ 700')}\n"
CASH_AT_END = ("Cash at end of year", "$ 1,200", "$ 1,000")


@pytest.mark.parametrize("name", ["POOLING OF INTERESTS\n\nSeparate results of the mills (in thousands):", "Mills combined"])
@pytest.mark.parametrize("again", ["", f"{DATED}\n"])
def test_a_table_of_another_name_below_a_complete_balance_sheet(name: str, again: str) -> None:
    text = statement("BALANCE SHEETS", [DATED], BALANCE_ROWS) + f"\n{name}\n\n{again}{OTHER}"
    assert row(one(text, "balance_sheet", ANNUAL), "Total liabilities and stockholders' equity")
    assert len([each for each in one(text, "balance_sheet", ANNUAL).rows if each.figures]) == sum(len(each) > 1 for each in BALANCE_ROWS)


@pytest.mark.parametrize("name", ["Asset quality data:", "Selected ratios", "CREDIT QUALITY DATA", "Statistics"])
@pytest.mark.parametrize("as_text", [True, False])
def test_what_is_reckoned_from_a_balance_sheet_stands_below_it_in_the_same_table(name: str, as_text: bool) -> None:
    """Releases of banks and small companies set it below the last total, without a blank line or a table of its own."""
    more = [(name,), ("Days sales outstanding", "71", "72"), ("Loans not accruing", "410", "380")]
    page = f"<html><p>BALANCE SHEETS</p>{html(_YEARS, *BALANCE_ROWS, *more)}</html>"
    text = statement("BALANCE SHEETS", [DATED], [*BALANCE_ROWS, *more]) if as_text else page
    found = one(text, "balance_sheet", ANNUAL, name="filing.txt" if as_text else "page.htm")
    assert found.rows[-1].label == BALANCE_ROWS[-1][0].strip()


def test_commitments_within_the_table_do_not_end_a_balance_sheet() -> None:
    more = [("Commitments and other information",), ("Shares outstanding", "410", "380")]
    found = one(statement("BALANCE SHEETS", [DATED], [*BALANCE_ROWS, *more]), "balance_sheet", ANNUAL)
    assert found.rows[-1].label == "Shares outstanding"


def test_total_liabilities_alike_an_item_close_no_balance_sheet() -> None:
    rows = [
        ("Cash", "$ 28"),
        ("Total assets", "$ 28"),
        ("Current liabilities",),
        ("Accrued expenses", "18"),
        ("Total current liabilities", "18"),
    ]
    rows += [("Total liabilities", "18"), ("",), ("SHAREHOLDERS' INTEREST",), ("Common stock", "4"), ("Surplus", "6"), ("Total", "$ 28")]
    found = one(statement("BALANCE SHEET", [typed_heads("1998")], rows), "balance_sheet", ANNUAL)
    assert found.rows[-1].label == "Total"


def test_a_table_of_another_name_below_the_cash_at_the_end() -> None:
    rows = [*CASHFLOW_ROWS[:-1], CASH_AT_END]
    more = f"\nStandardized Measure of Future Revenues\n\n{DATED}\n{OTHER}"
    text = statement("STATEMENTS OF CASH FLOWS", [DATED], rows)
    assert one(text + more, "cashflow", ANNUAL).rows[-1].label == "Cash at end of year"
    paid = f"\nSupplemental disclosures of cash flow information:\n\n{line('  Interest paid', '$ 60', '$ 50')}\n"
    assert one(text + paid, "cashflow", ANNUAL).rows[-1].label == "Interest paid"


@pytest.mark.parametrize("label", ["Balance at end of year", "Balance, end of year"])
def test_a_balance_at_the_end_closes_a_cash_flow(label: str) -> None:
    """Condensed cash flows of releases do not say cash again; a manager's funds stand right below, in billions."""
    rows = [*CASHFLOW_ROWS[:-2], ("Balance at beginning of year", "$ 1,000", "$ 900"), (label, *CASH_AT_END[1:])]
    text = statement("STATEMENTS OF CASH FLOWS", [DATED], rows)
    found = one(text + f"\nFunds Managed by Discipline (in billions)\n\n{DATED}\n{OTHER}", "cashflow", ANNUAL)
    assert found.rows[-1].label == label


@pytest.mark.parametrize("name", ["Selected non-cash items:", "Summary of cash paid:", "Supplemental data:"])
def test_what_moved_no_cash_right_below_the_cash_at_the_end(name: str) -> None:
    rows = [*CASHFLOW_ROWS[:-1], CASH_AT_END, (name,), ("  Notes given for land", "$ 60", "$ 50")]
    assert one(statement("STATEMENTS OF CASH FLOWS", [DATED], rows), "cashflow", ANNUAL).rows[-1].label == "Notes given for land"


def test_quarterly_data_right_below_the_cash_at_the_end() -> None:
    """Annual reports to shareholders: months without days stand over its columns, and no blank line above its name."""
    months = f"{'':20}November    February     May     August    Fiscal Year"
    rows = (
        f"{label:<20}{one:>8}{two:>13}{one:>9}{two:>9}{whole:>12}"
        for label, one, two, whole in (("Sales", 466, 541, 2014), ("Profit", 12, 15, 54))
    )
    other = "\n".join(["SUMMARY OF QUARTERLY RESULTS (UNAUDITED)", f"{'Quarter Ended':^60}", months, *rows])
    text = statement("STATEMENTS OF CASH FLOWS", [DATED], [*CASHFLOW_ROWS[:-1], CASH_AT_END])
    found = one(f"{text.rstrip()}\n{other}\n", "cashflow", ANNUAL)
    assert found.rows[-1].label == CASH_AT_END[0]


def test_words_of_another_basis_below_the_cash_at_the_end() -> None:
    """What is reconciled there is no cash, and no schedule of the statement's."""
    page = f"<html><p>STATEMENTS OF CASH FLOWS</p><p>(in thousands)</p>{html(_YEARS, *CASHFLOW_ROWS[:-1], CASH_AT_END)}"
    page += "<p><b>Reconciliation of Net Income to Adjusted EBITDA (Unaudited)</b><br>(In thousands)</p>"
    page += html(
        ("", "Thirteen Weeks Ended<br>October 3, 1998", "Thirteen Weeks Ended<br>October 4, 1997"),
        ("Net income", "1,150", "870"),
        ("Income taxes", "604", "502"),
        ("Adjusted EBITDA", "1,754", "1,372"),
    )
    assert one(f"{page}</html>", "cashflow", ANNUAL, name="page.htm").rows[-1].label == CASH_AT_END[0]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("OPERATING RESULTS SUMMARY - YEARS ENDED DECEMBER 31", True),
        ("SUPPLEMENTAL OIL AND GAS INFORMATION (Unaudited)", True),
        ("Supplemental Information on Oil and Gas Producing Activities (Unaudited)", True),
        ("Supplemental information on cash flows", False),
        ("(6)  SUPPLEMENTARY QUARTERLY INFORMATION (UNAUDITED)", True),
        ("(5) INCOME TAXES", True),
        ("(5)  INCOME TAXES\n\nThe tax return of the mills differs from these statements:", True),
        ("Supplemental schedule of noncash investing activities", False),
    ],
)
def test_words_and_heads_again_below_what_was_paid_begin_another_table(words: str, ends: bool) -> None:
    """The cash at the end is not the last row of most cash flows: what was paid for interest and taxes stands below it."""
    rows = [*CASHFLOW_ROWS[:-1], CASH_AT_END, ("",), ("Interest paid", "$ 60", "$ 50")]
    more = f"\n<PAGE>\n{words}\n\n{DATED}\n{OTHER}"
    found = one(statement("STATEMENTS OF CASH FLOWS", [DATED], rows) + more, "cashflow", ANNUAL)
    assert (found.rows[-1].label == "Interest paid") is ends


def test_a_numbered_note_on_a_page_of_its_own_ends_a_statement_without_heads_of_dates() -> None:
    more = f"\n<PAGE>\n6.  Properties (cont'd)\n\nThe lives of the mills:\n\n{typed_heads('Cost', 'Written off')}\n{OTHER}"
    found = one(statement("STATEMENTS OF CASH FLOWS", [DATED], [*CASHFLOW_ROWS[:-1], CASH_AT_END]) + more, "cashflow", ANNUAL)
    assert found.rows[-1].label == CASH_AT_END[0]


def test_a_schedule_of_investments_below_a_balance_sheet_is_none_of_it() -> None:
    """A fund's filing names each of its loans and shares, and what it paid for them, in columns without dates."""
    loans = html(("Company", "Cost", "Fair value"), ("Alder Fasteners, senior debt", "$ 610", "$ 590"), ("Total", "$ 610", "$ 590"))
    named = "<p>CONSOLIDATED SCHEDULES OF INVESTMENTS<br>DECEMBER 31, 1998</p>"
    found = one(f"<html><p>BALANCE SHEETS</p>{html(_YEARS, *BALANCE_ROWS)}{named}{loans}</html>", "balance_sheet", ANNUAL, name="page.htm")
    assert found.rows[-1].label == BALANCE_ROWS[-1][0].strip()


def test_a_note_of_any_number_ends_a_statement() -> None:
    text = statement("STATEMENTS OF INCOME", [DATED], INCOME_ROWS) + f"\nNote 2 - Fresh start reporting\n\n{OTHER}"
    assert len(one(text, "income", ANNUAL).rows) == len(INCOME_ROWS)


@pytest.mark.parametrize(
    "name",
    ["<p>Segment information (in 000's):</p>", "<p><b>Statutory and segment data</b></p>", "<p>SELECTED QUARTERLY DATA (Unaudited)</p>"],
)
@pytest.mark.parametrize("dated", [True, False])
def test_a_paragraph_names_the_look_alike_below(name: str, dated: bool) -> None:
    other = html(("", "1998", "1997") if dated else ("", "Personal", "Commercial"), ("Mills", "600", "500"), ("Stores", "300", "200"))
    page = f"<html><p>STATEMENTS OF INCOME</p><p>(in thousands)</p>{html(('', '1998', '1997'), *INCOME_ROWS)}{name}{other}</html>"
    assert len(one(page, "income", ANNUAL, name="page.htm").rows) == len(INCOME_ROWS)


def test_marks_of_notes_below_the_dates_are_no_figures() -> None:
    heads = [typed_heads("June 30,", "Dec. 31,"), DATED, typed_heads("(unaudited)", "(1)")]
    found = one(statement("BALANCE SHEETS", heads, BALANCE_ROWS), "balance_sheet", ANNUAL)
    assert found.rows[0].label == "Current assets:"


def test_a_star_before_words_with_a_colon_takes_an_amount_apart() -> None:
    text = statement("STATEMENTS OF INCOME", [DATED], INCOME_ROWS)
    text += f"\n* Selling expenses of the two mills:\n{line('  Northern', '$ 600', '$ 500')}\n{line('  Southern', '300', '200')}\n"
    found = one(text, "income", ANNUAL)
    assert [figure.ignored for each in found.rows[-2:] for figure in each.figures] == [True] * 4


LIKE = [("Net sales", "$ 9,600", "$ 8,700"), ("Gross profit", "4,400", "3,900"), ("Net income", "$ 1,150", "$ 870")]
_YEARS = ("", "1998", "1997")


def _page_of_two(words: str, *below: tuple[str, ...], rows: Sequence[tuple[str, ...]] = INCOME_ROWS) -> str:
    title = "<p>CONSOLIDATED STATEMENTS OF INCOME</p><p>(in thousands, except per share data)</p>"
    return f"<html>{title}{html(_YEARS, *rows)}<p>{words}</p>{html(_YEARS, *below)}</html>"


@pytest.mark.parametrize(
    "words",
    [
        "Unaudited pro forma results, as if the mill had been acquired on January 1, 1997, are as follows (in thousands):",
        "Had the mill been acquired on January 1, 1997, the Company would have told:",
        "Results excluding restructuring charges (in thousands):",
        "Results of discontinued operations for the years ended December 31:",
        "Summary results of the Weaving division (in thousands)",
        "Weaving Division:",
    ],
)
def test_words_and_heads_again_below_the_bottom_line_begin_another_table(words: str) -> None:
    found = one(_page_of_two(words, *LIKE), "income", ANNUAL, name="page.htm")
    assert [each.label for each in found.rows] == [each[0] for each in INCOME_ROWS]


def test_words_and_heads_again_below_the_bottom_line_in_a_text() -> None:
    words = "If the mill had been acquired on January 1, 1997, the Company's results\nwould have been (in thousands):"
    text = statement("STATEMENTS OF INCOME", [DATED], INCOME_ROWS) + f"\n{words}\n\n{DATED}\n"
    text += "\n".join(line(*each) for each in LIKE) + "\n"
    assert len(one(text, "income", ANNUAL).rows) == len(INCOME_ROWS)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "CONSOLIDATED STATEMENTS OF INCOME (continued)",
        "F-4",
        "HARBOR LOOMS, INC.",
        "(Dollars in thousands, except per share data)",
        "For the years ended December 31, 1998 and 1997",
        "Fifty-two weeks ended (Year-to-Date)",
        "Expressed in thousands of U.S. dollars",
        "HARBOR LOOMS 1998 ANNUAL REPORT 17",
        "Page 4 of 20",
        "(1) Some amounts of the year before were reclassified.",
        "The accompanying notes are an integral part of these statements.",
        "Notes are an integral part of these financial statements.",
        "Net income per share:",
    ],
)
@pytest.mark.parametrize("at", [4, 7])
def test_a_statement_goes_on_behind_what_says_nothing_of_another_table(words: str, at: int) -> None:
    found = one(_page_of_two(words, *INCOME_ROWS[at:], rows=INCOME_ROWS[:at]), "income", ANNUAL, name="page.htm")
    assert [each.label for each in found.rows if each.figures] == [each[0] for each in INCOME_ROWS]


@pytest.mark.parametrize(("label", "ignored"), [("Selling expenses (2)", True), ("Selling expenses", False)])
def test_a_mark_of_a_label_before_words_with_a_colon_takes_its_amount_apart(label: str, ignored: bool) -> None:
    """Elsewhere "(2)" numbers an item of the statement."""
    table = [(label, *row[1:]) if row[0] == "Selling expenses" else row for row in INCOME_ROWS]
    text = statement("STATEMENTS OF INCOME", [DATED], table)
    text += f"\n(2) Selling expenses:\n{line('  Northern', '$ 600', '$ 500')}\n{line('  Southern', '300', '200')}\n"
    found = one(text, "income", ANNUAL)
    assert [figure.ignored for each in found.rows[-2:] for figure in each.figures] == [ignored] * 4


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("<p><b>(14) Regulatory Capital</b></p><p>The following table sets forth the capital of the bank (in thousands):</p>", True),
        ("<p>Cost of goods in the segments is as follows:</p>", True),
        ("<p>RECONCILIATION OF NON-GAAP MEASURES</p>", True),
        ("<p>Adjusted for the split of 1998</p>", False),
        ("<p>Diluted EPS is calculated using the following:</p>", False),
        ("<p>(continued)</p>", False),
    ],
)
def test_notes_below_the_bottom_line_are_none_of_the_statement(words: str, ends: bool) -> None:
    """Their rows bear the labels of the statement's own, and heads only where they have other ones."""
    title = "<p><b>STATEMENTS OF INCOME</b></p><p>(in thousands, except per share data)</p>"
    more = html(("Cost of sales", "94", "178"), ("Selling expenses", "604", "1,301"), ("Total", "698", "1,479"))
    page = f"<html>{title}{html(_YEARS, *INCOME_ROWS)}{words}{more}</html>"
    found = one(page, "income", ANNUAL, name="page.htm")
    assert (found.rows[-1].label == INCOME_ROWS[-1][0]) is ends


def test_words_of_another_basis_end_a_balance_sheet_that_is_not_whole() -> None:
    """A release of which OCR left the half of a balance sheet: what is reconciled below has no heads of its own that were read."""
    half = html(_YEARS, *BALANCE_ROWS[6:-1])
    other = html(("GAAP net income", "81", "72"), ("Income taxes", "38", "-"), ("Adjusted EBITDA", "119", "72"))
    page = (
        f"<html><p>BALANCE SHEETS</p><p>(in thousands)</p>{half}<p>Reconciliation of GAAP Net Income to Adjusted EBITDA</p>{other}</html>"
    )
    assert [row.label for row in one(page, "balance_sheet", ANNUAL, name="page.htm").rows][-1] == BALANCE_ROWS[-2][0]
