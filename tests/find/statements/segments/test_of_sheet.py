"""A sheet saved as a page: its columns' heads stand once, above what comes first."""

from __future__ import annotations

from datetime import date

from filings import BALANCE_ROWS, INCOME_ROWS, find, html, one

from converter.find.statements.periods.known import Known

QUARTER = Known(date(1998, 12, 31), (12, 31), "8-K")
RATIOS = [("Return on assets", "1.1%", "0.9%"), ("Return on equity", "12.0%", "9.8%")]
HEADS = [("", "Quarter ended", ""), ("", "December 31, 1998", "December 31, 1997")]
TITLE = ("CONSOLIDATED STATEMENTS OF INCOME", "", "")


def test_heads_above_ratios_are_those_of_the_statement_below_in_the_same_table() -> None:
    """A bank's release: ratios first, its statement of income in the same sheet, without heads of its own."""
    found = one(f"<html><p>MILL BANK</p>{html(*HEADS, *RATIOS, TITLE, *INCOME_ROWS)}</html>", "income", QUARTER, name="page.htm")
    assert [column.period and column.period.end.year for column in found.columns] == [1998, 1997]
    assert [each.label for each in found.rows if each.figures] == [each[0] for each in INCOME_ROWS]


def test_selected_data_in_one_table_get_no_heads_where_the_statements_have_theirs() -> None:
    title = ("BALANCE SHEETS", "", "")
    selected = html(("", "1998", "1997"), *RATIOS, title, *BALANCE_ROWS[:4], ("Dividend rate", "48", "46"), ("High", "79", "70"))
    page = f"<html><p>TEN YEARS IN SHORT</p>{selected}<p>BALANCE SHEETS</p>{html(HEADS[1], *BALANCE_ROWS)}</html>"
    labels = [each.label for statement in find(page, QUARTER, name="page.htm") for each in statement.rows]
    assert labels.count("Cash and cash equivalents") == 1
    assert "High" not in labels
