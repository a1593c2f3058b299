"""What releases print beside their statements."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, find, html, one, statement
from filings import heads as typed_heads

from converter.find.statements.segments.titles import title_of

HEADS = ("", "Oct. 30, 2004", "Nov. 1, 2003")
STORES = html(("Stores at the beginning", "312", "300"), ("Opened", "12", "14"), ("Stores at the end", "324", "314"))


def _page(*parts: str) -> str:
    return f"<html><p>LANTERN STORES, INC.</p><p>CONSOLIDATED STATEMENTS OF INCOME</p><p>(in thousands)</p>{''.join(parts)}</html>"


@pytest.mark.parametrize("name", ["<p><b>LANTERN STORES, INC.</b></p><p><b>STORE DATA</b></p>", "<p><b>Store data</b></p>"])
def test_a_table_of_another_name_below_dates_in_one_cell_each(name: str) -> None:
    other = STORES.replace("<table>", "<table><tr><td></td><td>Oct. 30, 2004</td><td>Nov. 1, 2003</td></tr>")
    found = one(_page(html(HEADS, *INCOME_ROWS), name, other), "income", name="page.htm")
    assert len(found.rows) == len(INCOME_ROWS)


def test_a_table_whose_name_stands_in_its_first_row() -> None:
    other = STORES.replace("<table>", "<table><tr><td>STORE DATA</td></tr><tr><td></td><td>Q3'05</td><td>Q3'04</td></tr>")
    assert len(one(_page(html(HEADS, *INCOME_ROWS), other), "income", name="page.htm").rows) == len(INCOME_ROWS)


def test_a_length_of_time_below_a_balance_sheet_begins_another_table() -> None:
    other = STORES.replace("<table>", "<table><tr><td></td><td>13 weeks ended Oct. 30, 2004</td><td>13 weeks ended Nov. 1, 2003</td></tr>")
    page = _page(html(HEADS, *BALANCE_ROWS), other).replace("STATEMENTS OF INCOME", "BALANCE SHEETS")
    assert len(one(page, "balance_sheet", name="page.htm").rows) == len(BALANCE_ROWS)


@pytest.mark.parametrize("between", ["", "<p>-more-</p>", "<p>LANTERN STORES, INC.</p>", "<p>(Unaudited)</p>"])
def test_the_heads_again_above_the_rest_of_a_statement(between: str) -> None:
    page = _page(html(HEADS, *INCOME_ROWS[:5]), between, html(HEADS, *INCOME_ROWS[5:]))
    assert len([row for row in one(page, "income", name="page.htm").rows if row.figures]) == len(INCOME_ROWS)


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("Condensed Consolidated Statement of Operations and Related Financial Highlights", ""),
        ("Consolidated Balance Sheets and Other Selected Data", ""),
        ("Consolidated Statements of Income and Funds from Operations", ""),
        ("Condensed Consolidated Statements of Operations and Adjusted EBITDA", ""),
        ("Statements of Operations with Reconciliation to Adjusted Net Income", ""),
        ("Statements of Operations and Pro Forma Reconciliation", ""),
        ("Statements of Income and Supplemental Non-GAAP Information", ""),
        ("Supplementary Income Statement Information", "supplementary schedule"),
        ("Adjusted Statement of Operations and EBITDA", "non-GAAP"),
        ("Reconciliation of the Statement of Operations and Funds from Operations", "non-GAAP"),
        ("Pro Forma Statement of Operations and Selected Data", "pro forma"),
        ("Selected Balance Sheet and Operating Data", "selected data"),
    ],
)
def test_what_a_title_names_beside_the_statement(text: str, rival: str) -> None:
    title = title_of(text)
    assert title is not None
    assert title.rival == rival


def test_the_nearer_of_two_titles_names_the_table() -> None:
    """A release heads all that it gives of a balance sheet as selected, and gives it whole."""
    above, title = "<h1>SELECTED BALANCE SHEET DATA</h1>", "<h1>CONDENSED CONSOLIDATED BALANCE SHEETS</h1>"
    table = html(HEADS, *BALANCE_ROWS)
    assert [each.kind for each in find(f"<html>{above}{title}{table}</html>", name="page.htm")] == ["balance_sheet"]
    short = html(HEADS, *BALANCE_ROWS[:6], BALANCE_ROWS[9])
    assert find(f"<html>{above}<h1>Balance Sheet Data:</h1>{short}</html>", name="page.htm") == []


TOTALS_BARE = [row if "otal" not in row[0] or "current" in row[0] else ("", *row[1:]) for row in BALANCE_ROWS]


@pytest.mark.parametrize("title", ["", "FINANCIAL POSITION", "Balance Sheet Highlights", "ASSETS AND LIABILITIES"])
@pytest.mark.parametrize("rows", [BALANCE_ROWS, TOTALS_BARE])
def test_a_balance_sheet_under_any_title(title: str, rows: list[tuple[str, ...]]) -> None:
    """Releases call it as they like, and print its totals without labels: both sides come to the same."""
    found = find(f"<html><p>LANTERN STORES</p><p>{title}</p>{html(HEADS, *rows)}</html>", name="page.htm")
    assert [each.kind for each in found] == ["balance_sheet"]


def test_half_a_balance_sheet_with_bare_totals_is_none() -> None:
    assert find(f"<html><p>FINANCIAL POSITION</p>{html(HEADS, *TOTALS_BARE[:-1])}</html>", name="page.htm") == []


@pytest.mark.parametrize("title", ["SUMMARY OF CASH FLOWS", "Selected cash flow information"])
def test_a_whole_cash_flow_under_any_title(title: str) -> None:
    rows = [("Net income", "900", "800"), ("Depreciation", "90", "80"), *CASHFLOW_ROWS[:-1]]
    rows += [("Cash at beginning of period", "1,000", "900"), ("Cash at end of period", "$ 1,200", "$ 1,000")]
    heads = ("", "Year ended<br>October 31, 2004", "Year ended<br>October 31, 2003")
    assert [each.kind for each in find(f"<html><p>{title}</p>{html(heads, *rows)}</html>", name="page.htm")] == ["cashflow"]
    assert find(f"<html><p>{title}</p>{html(heads, *rows[:4], *rows[-1:])}</html>", name="page.htm") == []


@pytest.mark.parametrize(
    "title", ["", "FINANCIAL HIGHLIGHTS", "SUMMARY OF OPERATIONS", "Earnings Summary", "CONSOLIDATED FINANCIAL RESULTS"]
)
@pytest.mark.parametrize(
    "rows",
    [
        [("Net income per common share:",), ("  Basic", "$ .50", "$ .40"), ("  Diluted", "$ .49", "$ .39")],
        [("EPS - basic", "$ .50", "$ .40")],
    ],
)
def test_an_income_statement_under_any_title(title: str, rows: list[tuple[str, ...]]) -> None:
    heads = ("", "Year ended<br>October 31, 2004", "Year ended<br>October 31, 2003")
    table = [("Net sales, stores", "9,000", "8,000"), ("Net sales, mail", "900", "800"), *INCOME_ROWS[:-2], *rows]
    found = find(f"<html><p>LANTERN STORES</p><p>{title}</p>{html(heads, *table)}</html>", name="page.htm")
    assert [each.kind for each in found] == ["income"]


def test_an_income_statement_without_taxes_under_any_title() -> None:
    """Real estate trusts and partnerships pay none."""
    heads = ("", "Year ended<br>October 31, 2004", "Year ended<br>October 31, 2003")
    rows = [("Revenues:",), ("Rents", "$ 9,000", "$ 8,000"), ("Recoveries", "1,000", "900"), ("", "10,000", "8,900"), ("Expenses:",)]
    rows += [("Operating", "4,000", "3,900"), ("Interest", "1,000", "900"), ("General", "2,000", "1,800"), ("", "7,000", "6,600")]
    rows += [
        ("Net income", "$ 3,000", "$ 2,300"),
        ("Net income per share", "$ .30", "$ .23"),
        ("Average shares outstanding", "10,000", "10,000"),
    ]
    found = find(f"<html><p>RESULTS IN SHORT</p>{html(heads, *rows)}</html>", name="page.htm")
    assert [each.kind for each in found] == ["income"]


def test_a_heading_of_the_text_further_up_says_nothing_of_a_title() -> None:
    """A release explains its own measures right above its statements."""
    text = (
        "The Company tells measures which exclude the amortization of what it bought, and what it pays in stock. These are none of GAAP's."
    )
    above = f"<p>Use of Pro Forma Financial Information</p><p>{text}</p><p>LANTERN STORES</p>"
    found = find(f"<html>{above}<p>STATEMENTS OF INCOME</p>{html(HEADS, *INCOME_ROWS)}</html>", name="page.htm")
    assert [each.kind for each in found] == ["income"]


def test_highlights_stand_in_for_the_statement_that_a_release_has_not() -> None:
    title = "<html><p>LANTERN EXPRESS CORP. FINANCIAL HIGHLIGHTS</p><p>Years ended October 31</p>"
    heads = ("", "Year Ended October 31, 2004", "Year Ended October 31, 2003")
    highlights = title + html(heads, *INCOME_ROWS, ("Operating income", "1,500", "1,200")) + "</html>"
    assert [each.kind for each in find(highlights, name="page.htm")] == ["income"]
    few = title + html(heads, *INCOME_ROWS[-3:]) + "</html>"
    assert find(few, name="page.htm") == []
    both = highlights.replace("</html>", "<p>CONSOLIDATED STATEMENTS OF INCOME</p>" + html(heads, *INCOME_ROWS))
    assert [each.title.value for each in find(both, name="page.htm")] == ["CONSOLIDATED STATEMENTS OF INCOME"]


def test_heads_in_a_table_of_their_own_above_one_without_a_title() -> None:
    head = html(("", "Three months ended<br>Oct. 31, 2004", "Three months ended<br>Oct. 31, 2003"))
    page = f"<html><p>Results were these:</p>{head}{html(*INCOME_ROWS)}</html>"
    found = one(page, "income", name="page.htm")
    assert [column.period.end.year for column in found.columns if column.period] == [2004, 2003]
    assert len(found.rows) == len(INCOME_ROWS)


def test_another_table_whose_heads_are_one_of_their_own() -> None:
    other = "<p>STORE DATA</p>" + html(HEADS) + STORES
    assert len(one(_page(html(HEADS), html(*INCOME_ROWS), other), "income", name="page.htm").rows) == len(INCOME_ROWS)


def test_a_statement_without_a_title_is_told_wherever_the_lines_of_the_source_end() -> None:
    table = html(("", "Year ended Oct. 31, 2004", "Year ended Oct. 31, 2003"), *INCOME_ROWS).replace("per share", "per\n      share")
    assert [each.kind for each in find(f"<html><p>Results were these:</p>{table}</html>", name="page.htm")] == ["income"]


@pytest.mark.parametrize(
    "title",
    ["CONSOLIDATED OPERATING RESULTS", "Consolidated Earnings Information", "Consolidated Statements of Current and Retained Earnings"],
)
def test_what_statements_of_income_are_called_too(title: str) -> None:
    found = title_of(title)
    assert found is not None
    assert (found.kind, found.rival) == ("income", "")


@pytest.mark.parametrize("name", ["Sales by region (in thousands)", "Other key metrics"])
@pytest.mark.parametrize("dates", [HEADS[1:], ("2004", "2003")])
def test_another_tables_name_on_the_line_of_its_heads(name: str, dates: tuple[str, ...]) -> None:
    other = STORES.replace("<table>", "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in (name, *dates)) + "</tr>")
    found = one(_page("<p>Year ended Dec. 31,</p>", html(("", *dates), *INCOME_ROWS), other), "income", name="page.htm")
    assert len(found.rows) == len(INCOME_ROWS)


@pytest.mark.parametrize("label", ["(In thousands)", "Per share data"])
def test_the_years_again_beside_a_scale_or_a_heading_of_the_statement(label: str) -> None:
    page = _page(html((label, "2004", "2003"), *INCOME_ROWS[:6]), html((label, "2004", "2003"), *INCOME_ROWS[6:]))
    found = one(page.replace("INCOME</p>", "INCOME</p><p>Year ended Dec. 31,</p>"), "income", name="page.htm")
    assert len([row for row in found.rows if row.figures]) == len(INCOME_ROWS)


def test_another_table_named_before_years_beside_a_scale() -> None:
    other = STORES.replace("<table>", "<table><tr><td>(In thousands)</td><td>2004</td><td>2003</td></tr>")
    page = _page("<p>Year ended Dec. 31,</p>", html(("", "2004", "2003"), *INCOME_ROWS), "<p><b>Sales of lamps</b></p>", other)
    assert len(one(page, "income", name="page.htm").rows) == len(INCOME_ROWS)


def test_pro_forma_heads_below_a_statement_begin_another_table() -> None:
    other = html(("", "Actual", "Pro forma"), *BALANCE_ROWS[1:4])
    page = _page(html(HEADS, *BALANCE_ROWS), other).replace("STATEMENTS OF INCOME", "BALANCE SHEETS")
    assert len(one(page, "balance_sheet", name="page.htm").rows) == len(BALANCE_ROWS)


def test_a_table_of_another_name_in_typed_text() -> None:
    page = statement("CONSOLIDATED STATEMENTS OF INCOME", [typed_heads("Oct. 30, 2004", "Nov. 1, 2003")], INCOME_ROWS)
    rows = [("Stores at the beginning", "312", "300"), ("Opened", "12", "14"), ("Stores at the end", "324", "314")]
    other = statement("STORE DATA", [typed_heads("Oct. 30, 2004", "Nov. 1, 2003")], rows, caption="")
    found = one(f"<html><pre>{page}</pre><pre>{other}</pre></html>", "income", name="page.htm")
    assert len(found.rows) == len(INCOME_ROWS)
