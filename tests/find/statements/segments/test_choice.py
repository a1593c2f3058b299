"""Which tables are the registrant's primary statements."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, balance, find, heads, line, one, statement

from converter.find.statements import find_statements
from converter.find.statements.periods.known import Known
from converter.find.statements.segments.titles import rival_of, title_of
from converter.model import Finding
from converter.read import read

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CONSOLIDATED BALANCE SHEETS", "balance_sheet"),
        ("Statement of Financial Condition", "balance_sheet"),
        ("CONSOLIDATED STATEMENT OF BALANCED SHEET", "balance_sheet"),
        ("Statements of Consolidated Earnings", "income"),
        ("STATEMENTS OF OPERATIONS (UNAUDITED)", "income"),
        ("INCOME STATEMENTS", "income"),
        ("CONSOLIDATED CONDITION (unaudited)", "balance_sheet"),
        ("STATEMENTS OF CASH RECEIPTS AND DISBURSEMENTS", "cashflow"),
        ("Table of Contents EXAMPLE, INC. CONSOLIDATED STATEMENTS OF OPERATIONS (In thousands, except per share amounts)", "income"),
        ("CASH FLOWS STATEMENTS", "cashflow"),
        ("Consolidated Statements of Changes in Financial Position", "cashflow"),
        ("CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME (LOSS)", "comprehensive"),
        ("Consolidated Statements of Stockholders' Equity", "equity"),
    ],
)
def test_titles(title: str, kind: str) -> None:
    found = title_of(title)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("first", ["Securities available-for-sale, at estimated", "Investments in unconsolidated", "Segment receivables,"])
def test_the_first_label_is_no_look_alike_where_it_goes_on(first: str) -> None:
    table = [(first,), ("  companies and others at fair value", "800", "700"), *BALANCE_ROWS[1:]]
    assert [each.kind for each in find(statement("CONSOLIDATED BALANCE SHEETS", HEADS, table), ANNUAL)] == ["balance_sheet"]


@pytest.mark.parametrize(
    "text",
    [
        "The following table should be read with the balance sheets",
        "Index to Financial Statements and Balance Sheets",
        "Notes to consolidated statements of income",
        "Note 8 - Comprehensive Income",
        "Amounts recognized in the balance sheets consist of:",
        "Off-Balance Sheet Arrangements",
        "Company's financial position or results of operations.",
        "consolidated statements of income",
        "Net sales",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert title_of(text) is None


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("Pro Forma Statements of Income", "pro forma"),
        ("(PARENT COMPANY ONLY)", "parent company only"),
        ("Condensed Consolidating Balance Sheet", "consolidating"),
        ("Selected Financial Data", "selected data"),
        ("PRODUCTION DATA", "selected data"),
        ("Quarterly results (unaudited)", "quarterly data"),
        ("Average balances and rates", "average balances"),
        ("Balance Sheets", ""),
    ],
)
def test_look_alikes_by_name(text: str, rival: str) -> None:
    assert rival_of(text) == rival


def test_a_pro_forma_statement_beside_the_real_one_is_left_out() -> None:
    text = (
        statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
        + "\n"
        + statement("PRO FORMA STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
    )
    assert one(text, "income", ANNUAL).title.value == "CONSOLIDATED STATEMENTS OF INCOME"


def test_a_label_above_the_last_figures_names_no_look_alike_on_the_next_page() -> None:
    table = [*INCOME_ROWS, ("Pro forma data:",), ("  Pro forma net income", "900", "700"), ("  Pro forma weighted average",)]
    first = statement("STATEMENTS OF INCOME", HEADS, [*table, ("    shares outstanding", "3,950", "3,950")])
    after = "<PAGE>\n" + f"{'HARBOR LOOMS, INC.':^80}" + "\n" + statement("STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    assert [each.kind for each in find(first.rstrip() + "\n" + after, ANNUAL)] == ["income", "cashflow"]


def test_results_of_operations_give_way_to_the_statement() -> None:
    text = (
        statement("RESULTS OF OPERATIONS", HEADS, INCOME_ROWS) + "\n" + statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
    )
    assert one(text, "income", ANNUAL).title.value == "CONSOLIDATED STATEMENTS OF INCOME"


def test_a_parent_only_statement_in_the_notes_is_left_out() -> None:
    notes = "                NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
    text = balance() + "\n" + notes + balance(title="CONDENSED BALANCE SHEETS")
    assert one(text, "balance_sheet").title.value == "CONSOLIDATED BALANCE SHEETS"


def test_interim_statements_behind_annual_ones_stay() -> None:
    notes = "                NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
    text = balance() + "\n" + notes + balance(title="BALANCE SHEETS", head=("", "June 30, 1999", "December 31, 1998"))
    assert [each.title.value for each in find(text)] == ["CONSOLIDATED BALANCE SHEETS", "BALANCE SHEETS"]


def test_another_registrants_statement_is_not_told_as_ours() -> None:
    text = balance() + "\n" + balance()
    assert len(find(text)) == 1


def test_statements_of_a_release_beside_those_of_the_report() -> None:
    """An additional exhibit tells other quarters, or another company's year, under titles as formal."""

    def filing(kind: str) -> str:
        release = statement("CONSOLIDATED BALANCE SHEETS", [heads("1996", "1995")], BALANCE_ROWS)
        documents = ((kind, balance()), ("EX-99.A", release))
        return "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n" for kind, text in documents)

    assert [each.document for each in find(filing("10-K405"))] == [0]
    assert [each.document for each in find(filing("8-K"))] == [0, 1]


def test_a_table_of_the_discussion_stands_for_no_statement_in_an_exhibit() -> None:
    table = statement("RESULTS OF OPERATIONS", HEADS, INCOME_ROWS, caption="(in millions)")
    own = statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
    text = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n" for kind, page in (("10-K", table), ("EX-99", own)))
    assert [(each.document, each.title.value) for each in find(text) if each.kind == "income"] == [(1, "CONSOLIDATED STATEMENTS OF INCOME")]


def test_two_filers_have_a_statement_each() -> None:
    header = (
        "<SEC-HEADER>\nFILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tHILLSIDE POWER CO\n\t\tCENTRAL INDEX KEY:\t\t0000000011\n"
        "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tVALLEY GAS CO\n\t\tCENTRAL INDEX KEY:\t\t0000000012\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n"
    )
    text = (
        header
        + "                  VALLEY GAS COMPANY\n"
        + balance()
        + "\n                  HILLSIDE POWER COMPANY\n"
        + balance()
        + "</TEXT>\n</DOCUMENT>\n"
    )
    assert [each.registrant for each in find(text)] == [1, 0]


def test_a_subsidiary_that_is_not_consolidated_stands_beside_its_parent() -> None:
    header = (
        "<SEC-HEADER>\nFILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tVALLEY ENERGY INC\n\t\tCENTRAL INDEX KEY:\t\t0000000011\n"
        "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tVALLEY GAS CO\n\t\tCENTRAL INDEX KEY:\t\t0000000012\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n"
    )
    parent = "                  VALLEY ENERGY, INC. AND SUBSIDIARIES\n" + balance()
    child = "\n                  VALLEY GAS COMPANY\n" + balance(title="BALANCE SHEETS")
    assert [each.registrant for each in find(f"{header}{parent}{child}</TEXT>\n</DOCUMENT>\n")] == [0, 1]


def test_a_statement_without_a_title_is_told_by_its_rows() -> None:
    text = "\n".join([heads("1998", "1997"), *statement("", [], BALANCE_ROWS).split("\n")[3:]])
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet"]


def test_a_release_with_data_tables_only_gives_them() -> None:
    text = statement("CONSOLIDATED STATEMENTS OF OPERATIONS DATA", HEADS, INCOME_ROWS)
    assert [each.kind for each in find(text, ANNUAL)] == ["income"]


def test_a_table_of_contents_is_no_statement() -> None:
    text = (
        "Consolidated Balance Sheets ............................ 3\nConsolidated Statements of Income "
        "...................... 4\nNotes ................ 5\n"
    )
    assert find(text) == []


def test_an_equity_statement_that_follows_is_cut_off() -> None:
    table = [*INCOME_ROWS, ("Balance at December 31, 1997", "700", "600"), ("Dividends", "(50)", "(40)")]
    found = one(statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, table), "income", ANNUAL)
    assert found.rows[-1].label == "Average shares outstanding"


def test_titles_within_a_cash_flow_are_rows() -> None:
    table = [*CASHFLOW_ROWS, ("SUPPLEMENTAL DISCLOSURES OF CASH FLOW INFORMATION:",), ("Interest paid", "80", "90")]
    found = one(statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, table), "cashflow", ANNUAL)
    assert found.rows[-1].label == "Interest paid"


def test_five_years_beside_the_statement_of_two_are_selected_data() -> None:
    years = ("1998", "1997", "1996", "1995", "1994")
    table = [(label, *(figures[:1] or ("",)) * 5) if figures else (label,) for label, *figures in INCOME_ROWS]
    text = (
        statement("INCOME STATEMENT", [heads(*years)], table, "Years ended December 31, (in thousands)")
        + "\n\n"
        + balance()
        + "\n"
        + statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS, "Years ended December 31, (in thousands)")
    )
    assert one(text, "income", ANNUAL).title.value == "CONSOLIDATED STATEMENTS OF INCOME"


def test_a_quarterly_statement_is_the_one_where_there_is_no_other() -> None:
    """Releases of banks: five quarters side by side."""
    quarterly = statement(
        "QUARTERLY CONSOLIDATED STATEMENTS OF INCOME", [heads("Mar. 31, 1998", "Dec. 31, 1997")], INCOME_ROWS, "For the Quarter Ended"
    )
    [found] = find(quarterly)
    assert (found.kind, len(found.rows)) == ("income", len(INCOME_ROWS))
    annual = statement("CONSOLIDATED STATEMENTS OF INCOME", [heads("1998", "1997")], INCOME_ROWS, "Years ended December 31 (in thousands)")
    assert [each.title.value for each in find(f"{annual}\n\n{quarterly}")] == ["CONSOLIDATED STATEMENTS OF INCOME"]


def test_five_years_are_the_statement_where_there_is_no_other() -> None:
    years = ("1998", "1997", "1996", "1995", "1994")
    table = [(label, *(figures[:1] or ("",)) * 5) if figures else (label,) for label, *figures in INCOME_ROWS]
    assert one(statement("INCOME STATEMENT", [heads(*years)], table, "Years ended December 31, (in thousands)"), "income", ANNUAL)


@pytest.mark.parametrize("more", ["(continued)", "(CONT'D)", "- concluded"])
def test_the_last_rows_of_a_statement_on_a_page_of_their_own_belong_to_it(more: str) -> None:
    first = statement("BALANCE SHEETS", HEADS, BALANCE_ROWS[:-2])
    rest = statement(f"BALANCE SHEETS {more}", HEADS, BALANCE_ROWS[-2:])
    assert len(one(f"{first}\n<PAGE>\n{rest}", "balance_sheet", ANNUAL).rows) == len(BALANCE_ROWS)


def test_a_first_label_that_wraps_names_no_look_alike() -> None:
    table = [("Bonds for sale,",), ("  at estimated",), ("  fair value", "$ 2,000", "$ 1,700"), *BALANCE_ROWS[4:]]
    assert one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)


@pytest.mark.parametrize(("first", "next_"), [("ACME LOOMS", "ACME LOOMS"), ("", "Acme Looms, Inc.")])
def test_the_next_page_bears_the_companys_name_and_the_heads_again(first: str, next_: str) -> None:
    def table(rows: list[tuple[str, ...]]) -> str:
        return "\n".join("| " + " | ".join((*row, "", "")[:3]) + " |" for row in [("", "1998", "1997"), ("---",) * 3, *rows])

    title = "## CONSOLIDATED STATEMENTS OF INCOME\n\nYears ended December 31\n\n(In thousands)"
    text = "\n\n".join([first, title, table(INCOME_ROWS[:4]), "---", next_, table(INCOME_ROWS[4:]), "See notes."])
    assert len(one(text, "income", ANNUAL).rows) == len(INCOME_ROWS)


def test_a_few_rows_that_go_on_nothing_are_no_statement() -> None:
    assert not find(statement("BALANCE SHEETS (continued)", HEADS, BALANCE_ROWS[-2:]), ANNUAL)


def test_a_statement_of_comprehensive_loss_or_income() -> None:
    table = [
        ("Net income", "$ 1,000", "$ 800"),
        ("Loom hedges", "(40)", "30"),
        ("Mill pensions", "(20)", "10"),
        ("Total comprehensive (loss) income", "940", "840"),
    ]
    assert len(one(statement("STATEMENTS OF COMPREHENSIVE INCOME", HEADS, table), "comprehensive", ANNUAL).rows) == 4


def test_a_cash_flow_whose_title_slipped_is_no_page_of_the_balance_sheet() -> None:
    slipped = statement("CONSOLIDATED STATEMENT        Hill Mills, Inc.\nOF RETAINED EARNINGS", HEADS, CASHFLOW_ROWS)
    found = find(balance(title="CONSOLIDATED BALANCE SHEETS") + slipped, ANNUAL)
    assert [each.kind for each in found] == ["balance_sheet", "cashflow"]


def test_notes_in_small_letters_end_a_statement() -> None:
    after = (
        "                      Notes to Financial Statements\n\nNOTE 1.  Policies\nThe effect of rates on\nassets, $419 million, was 12\n"
    )
    found = one(balance() + after, "balance_sheet")
    assert found.rows[-1].label == "Total liabilities and stockholders' equity"


def test_activities_that_wrap_tell_a_cash_flow() -> None:
    table = [
        ("Cash flows from operating",),
        (" activities (Note 15)", "6,862", "5,753"),
        ("Cash flows from investing",),
        (" activities",),
        (" Acquisitions of companies", "(336)", "(461)"),
        (" Other", "(69)", "389"),
        ("Net increase in", "", ""),
        (" cash", "200", "300"),
    ]
    assert [each.kind for each in find(statement("CONSOLIDATED STATEMENT OF CASH FLOWS", HEADS, table), ANNUAL)] == ["cashflow"]


def test_a_look_alike_in_capitals_ends_a_statement() -> None:
    quarters = [("1998",), ("Net sales", "2,100", "2,300", "4,600"), ("Net income", "200", "300", "500")]
    text = "\n".join(["SUPPLEMENTAL QUARTERLY DATA (UNAUDITED)", heads("1st Qtr", "2nd Qtr", "Year"), *[line(*row) for row in quarters]])
    income = statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
    assert one(income + text, "income", ANNUAL).rows[-1].label == "Average shares outstanding"


def test_a_fund_has_a_statement_of_operations() -> None:
    table = [
        ("Interest", "402", "330"),
        ("Total investment income", "402", "330"),
        ("Management fee", "110", "100"),
        ("Total expenses", "110", "100"),
        ("Net investment income", "292", "230"),
    ]
    assert one(statement("STATEMENTS OF OPERATIONS", HEADS, table), "income", ANNUAL)


@pytest.mark.parametrize("number", ["", "8  ", "8.  ", "Note 8 - "])
def test_quarterly_data_and_market_prices_end_a_statement(number: str) -> None:
    quarters = [("Net sales", "2,100", "2,300", "2,200", "2,400"), ("Net income", "200", "300", "200", "300")]
    heading = f"{number}Quarterly Financial Data (Unaudited)"
    days = heads("April 30,", "July 31,", "October 31,", "January 31,")
    prices = ["Market Price of Common Stock", line("April 30", "26.00", "23.13"), line("July 31", "27.50", "23.00")]
    text = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    found = one("\n".join([text, "", heading, "", days, *[line(*row) for row in quarters], *prices]), "cashflow", ANNUAL)
    assert found.rows[-1].label == "Cash at end of year"
    assert len(found.columns) == 2


def test_an_untitled_table_of_quarters_stays_a_look_alike() -> None:
    quarters = [*INCOME_ROWS]
    text = "\n".join(["8.  Quarterly Financial Data (Unaudited)", "", heads("First", "Second"), *[line(*row) for row in quarters]])
    assert find(text, ANNUAL) == []


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("NOTE 15 - PARENT COMPANY FINANCIAL INFORMATION", ["balance_sheet"]),
        ("(15) Condensed Financial Information of Parent Company Only", ["balance_sheet"]),
        ("NOTE 15 - CASH FLOWS OF PREDECESSOR", ["balance_sheet", "cashflow"]),
    ],
)
def test_statements_of_the_parent_alone_within_its_note(heading: str, kinds: list[str]) -> None:
    flows = statement("STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    sheet = statement("BALANCE SHEETS", HEADS, BALANCE_ROWS)
    text = balance() + f"\n{heading}\n\nThe condensed statements follow, and they are to be read with the others.\n\n" + sheet + flows
    assert [each.kind for each in find(text, ANNUAL)] == kinds


def test_another_note_ends_the_parents() -> None:
    flows = statement("STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    text = balance() + "\nNOTE 15 - PARENT COMPANY ONLY\n\nNothing to tell here.\n\nNOTE 16 - CASH\n\n" + flows
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet", "cashflow"]


@pytest.mark.parametrize(("title", "count"), [("SELECTED FINANCIAL INFORMATION", 0), ("STATEMENTS OF INCOME", 1)])
def test_five_years_without_a_statements_title_are_selected_data(title: str, count: int) -> None:
    table = [(each[0], *(each[1:2] * 5)) for each in INCOME_ROWS]
    years = [line("", "1998", "1997", "1996", "1995", "1994")]
    assert len(find(statement(title, years, table), ANNUAL)) == count


SUMMARIZED = [
    ("Revenue", "1,848", "2,579"),
    ("Gross profit", "307", "513"),
    ("Operating loss", "(194)", "(91)"),
    ("Net loss", "(214)", "(148)"),
]


@pytest.mark.parametrize(
    "said",
    [
        "The following table presents summarized consolidated financial information for Quarry Inc.",
        "Condensed financial statements of the joint ventures, which are accounted for by the equity method, follow:",
    ],
)
@pytest.mark.parametrize("title", ["Statement of operations information", "CONDENSED STATEMENTS OF OPERATIONS"])
def test_what_the_notes_say_of_companies_that_are_not_consolidated(said: str, title: str) -> None:
    notes = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n\nNOTE 4: Investments\n\n" + said + "\n\n"
    later = [heads("Nine months ended", "Year ended", width=20), heads("September 30, 1997", "December 31, 1996", width=20)]
    text = balance() + "\n" + notes + statement(title, later, SUMMARIZED, width=20)
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet"]


def test_summarized_words_of_another_note_do_not_matter() -> None:
    notes = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\nSummarized information regarding the options is below.\n\n"
    income_text = statement("CONSOLIDATED STATEMENTS OF INCOME", HEADS, INCOME_ROWS)
    assert [each.kind for each in find(balance() + "\n" + notes + income_text, ANNUAL)] == ["balance_sheet", "income"]


def test_a_subsidiarys_statements_that_no_header_names_are_a_finding() -> None:
    own = "\n" + f"{'HARBOR LOOMS, INC.':^80}" + "\n" + balance()
    theirs = "\n" + f"{'QUILL YARN CORPORATION':^80}" + "\n" + balance("BALANCE SHEETS").replace("5,000", "4,900").replace("3,000", "2,900")
    findings: list[Finding] = []
    found = find_statements(read((own + theirs).encode(), "filing.txt"), ANNUAL, findings)
    assert [each.title.value for each in found] == ["CONSOLIDATED BALANCE SHEETS"]
    (finding,) = findings
    assert finding.code == "find.other-company"
    assert "QUILL YARN CORPORATION" in finding.message
    assert len(finding.places) == 1
    again: list[Finding] = []
    find_statements(read((own + theirs.replace("QUILL YARN CORPORATION", "HARBOR LOOMS INC")).encode(), "filing.txt"), ANNUAL, again)
    assert again == []


FILED_BY = """<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	10-K
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			{0}
		CENTRAL INDEX KEY:			0000000001
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<TEXT>
"""


def _named(name: str, title: str, assets: str) -> str:
    return "\n" + f"{name:^80}" + "\n" + balance(title).replace("5,000", assets)


@pytest.mark.parametrize(
    ("filer", "own"),
    [
        ("HARBOR STEEL CO", "HARBOR STEEL COMPANY AND SUBSIDIARIES"),
        ("HARBOR STEEL INC /DE/", "Harbor Steel, Inc."),
        ("STEEL HARBOR CORP", "HARBOR STEEL CORPORATION"),
    ],
)
@pytest.mark.parametrize("other", ["HARBOR HOLDINGS, INC.", "HARBOR STEEL CANADA, INC.", "QUILL STEEL COMPANY"])
@pytest.mark.parametrize("first", [True, False])
def test_a_name_that_is_only_like_the_registrants_is_anothers(filer: str, own: str, other: str, first: bool) -> None:
    """A parent, a subsidiary and a namesake, before the registrant's own statement or under a more formal title."""
    mine, theirs = _named(own, "BALANCE SHEETS", "5,000"), _named(other, "CONSOLIDATED BALANCE SHEETS", "4,900")
    text = FILED_BY.format(filer) + (theirs + mine if first else mine + theirs) + "</TEXT>\n</DOCUMENT>\n"
    findings: list[Finding] = []
    (found,) = find_statements(read(text.encode(), "filing.txt"), ANNUAL, findings)
    assert found.title.value == "BALANCE SHEETS"
    assert not any(own in finding.message for finding in findings)


def test_where_no_statement_bears_the_very_name_a_like_one_may_be_the_registrants() -> None:
    text = (
        FILED_BY.format("HARBOR STEEL HOLDINGS CORP") + _named("HARBOR STEEL, INC.", "BALANCE SHEETS", "5,000") + "</TEXT>\n</DOCUMENT>\n"
    )
    findings: list[Finding] = []
    assert len(find_statements(read(text.encode(), "filing.txt"), ANNUAL, findings)) == 1
    assert findings == []


@pytest.mark.parametrize(
    ("filer", "own", "variant"),
    [
        ("SMITH A O CORP", "A. O. SMITH CORPORATION", "A.O. SMITH CORPORATION"),
        ("MINNESOTA QUILLS & MANUFACTURING CO", "MINNESOTA QUILLS & MANUFACTURING COMPANY", "MINNESOTA QUILLS & MFG. COMPANY"),
        ("HARBOR LANTERN GROUP INC", "HARBOR LANTERN GROUP, INC.", "HARBOR LANTERN, INC."),
    ],
)
def test_pages_of_other_periods_stay_under_a_name_in_other_letters(filer: str, own: str, variant: str) -> None:
    def page(name: str, length: str) -> str:
        two = [heads(length, length, width=20), heads("June 30, 1998", "June 30, 1997", width=20)]
        return "\n" + f"{name:^80}" + "\n" + statement("CONSOLIDATED STATEMENTS OF INCOME", two, INCOME_ROWS, width=20)

    text = FILED_BY.format(filer) + page(own, "Three Months Ended") + page(variant, "Six Months Ended") + "</TEXT>\n</DOCUMENT>\n"
    known = Known(date(1998, 6, 30), (12, 31), "10-Q")
    found = find_statements(read(text.encode(), "filing.txt"), known)
    assert sorted(period.days for each in found for column in each.columns if (period := column.period)) == [91, 91, 181, 181]


def _set_of(name: str, formal: str) -> str:
    """A balance sheet and a cash flow statement under one name."""
    over = "\n" + f"{name:^80}" + "\n"
    return over + balance(f"{formal}BALANCE SHEETS") + over + statement(f"{formal}STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)


@pytest.mark.parametrize(
    ("filer", "own", "other"),
    [
        ("HARBOR LOOM PARTNERS LP", "HARBOR LOOM PARTNERS, L.P.", "QUILL YARN FUND 12-B"),
        ("HARBOR LOOM PARTNERS LP", "HARBOR LOOM PARTNERS, L.P., A CALIFORNIA LIMITED PARTNERSHIP", "Quill Yarn Joint Venture"),
        ("HARBOR LOOM FUND II", "HARBOR LOOM FUND II", "QUILL YARN TOWER"),
        ("HARBOR FUND 12-B LTD", "HARBOR FUND 12-B, LTD.", "HARBOR FUND 12-BCD VENTURE"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_registrants_name_goes_before_that_of_its_venture(filer: str, own: str, other: str, first: bool) -> None:
    """The venture's statements are consolidated, and its name tells no legal form."""
    mine, theirs = _set_of(own, ""), _set_of(other, "CONSOLIDATED ").replace("5,000", "4,900")
    text = FILED_BY.format(filer) + (theirs + mine if first else mine + theirs) + "</TEXT>\n</DOCUMENT>\n"
    findings: list[Finding] = []
    found = find_statements(read(text.encode(), "filing.txt"), ANNUAL, findings)
    assert [each.title.value for each in found] == ["BALANCE SHEETS", "STATEMENTS OF CASH FLOWS"]
    (finding,) = findings
    assert finding.code == "find.other-company"
    assert other in finding.message


@pytest.mark.parametrize("running", ["1998 REPORT TO HOLDERS", "FINANCIAL STATEMENTS", "See accompanying notes."])
def test_a_running_head_of_consolidated_statements_is_no_name(running: str) -> None:
    """Where the registrant's name stands over one statement alone, or what runs stands over its own too, nothing tells another company."""
    mine, consolidated = _named("HARBOR LOOMS, INC.", "BALANCE SHEETS", "4,900"), _set_of(running, "CONSOLIDATED ")
    text = FILED_BY.format("HARBOR LOOMS INC") + consolidated + mine + "</TEXT>\n</DOCUMENT>\n"
    assert [each.title.value for each in find(text, ANNUAL)] == ["CONSOLIDATED BALANCE SHEETS", "CONSOLIDATED STATEMENTS OF CASH FLOWS"]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("SUMMARIZED STATEMENTS OF CASH FLOWS", ["balance_sheet", "cashflow"]),
        ("STATEMENTS OF CHANGES IN CASH", ["balance_sheet", "cashflow"]),
        ("SELECTED CASH FLOW DATA", ["balance_sheet"]),
    ],
)
def test_a_summarized_statement_stands_in_for_the_one_that_is_missing(title: str, kinds: list[str]) -> None:
    """Quarterly reports of partnerships call their statements so."""
    page = balance() + "\n" + statement(title, [heads("1998", "1997")], CASHFLOW_ROWS)
    assert [each.kind for each in find(page, ANNUAL)] == kinds


def test_a_summarized_statement_gives_way_to_the_statement() -> None:
    other = [(label, *(figure.replace("1,", "2,") for figure in figures)) for label, *figures in CASHFLOW_ROWS]
    page = balance() + "\n" + statement("SUMMARIZED STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], other)
    page += "\n" + statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], CASHFLOW_ROWS)
    assert [each.title.value for each in find(page, ANNUAL) if each.kind == "cashflow"] == ["STATEMENTS OF CASH FLOWS"]
