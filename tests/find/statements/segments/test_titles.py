"""Titles of statements, told from sentences and from headings that only speak of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from filings import CASHFLOW_ROWS, INCOME_ROWS, balance, find, heads, rows, statement

import converter
from converter.find.statements.segments.titles import rival_of, title_of, together


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Harbor Incorporated and Subsidiaries Consolidated Balance Sheets", "balance_sheet"),
        ("CONSOLIDATED STATEMENTS OF OPERATIONS (Unaudited)", "income"),
        ("Quillfeather Company - Statement of Cash Flows", "cashflow"),
        ("SHAREHOLDERS' EQUITY STATEMENTS", "equity"),
        ("CONSOLIDATED STATEMENT OF REDEEMABLE NONCONTROLLING INTEREST", "equity"),
        ("Statements of Operations Thousands of dollars, except for per share amounts", "income"),
        ("Consolidated profit and loss account", "income"),
        ("STATEMENTS OF DISTRIBUTABLE INCOME", "income"),
        ("B A L A N C E  S H E E T S", "balance_sheet"),
        ("C O N D E N S E D S T A T E M E N T O F I N C O M E ( L O S S )", "income"),
        ("S T A T E M E N T S O F S H A R E H O L D E R S' E Q U I T Y", "equity"),
        ("Statements of Revenues, Expenses and Changes in Fund Balance", "income"),
        ("Consolidated statement of recognised income and expense", "comprehensive"),
        ("STATEMENTS OF CHANGES IN TRUST CORPUS", "equity"),
    ],
)
def test_titles(text: str, kind: str) -> None:
    title = title_of(text)
    assert title is not None
    assert title.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Consolidated balance sheets are incorporated by reference",
        "Consolidated Statements of Income incorporated herein",
        "Amounts recognized in the consolidated balance sheets",
        "Notes to Consolidated Statements of Cash Flows",
    ],
)
def test_sentences_are_none(text: str) -> None:
    assert title_of(text) is None


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("Reconciliation of net loss to net cash used in operating activities", ""),
        ("Reconciliation of net income to adjusted net income", "non-GAAP"),
        ("Reconciliation of net cash provided to free cash flow", "non-GAAP"),
    ],
)
def test_the_second_page_of_a_direct_cash_flow_is_no_look_alike(text: str, rival: str) -> None:
    assert rival_of(text) == rival


def test_what_is_set_wide_is_put_together_only_where_titles_have_its_words() -> None:
    assert together("  S T A T E M E N T S  O F  C A S H  F L O W S  ( U N A U D I T E D )") == "STATEMENTS OF CASH FLOWS ( UNAUDITED )"
    assert together("A B C D E F G H") == "A B C D E F G H"
    assert together("Statements of cash flows") == "Statements of cash flows"


def test_a_page_under_a_title_set_wide() -> None:
    assert [each.kind for each in find(balance("B A L A N C E   S H E E T S"))] == ["balance_sheet"]


@pytest.mark.parametrize("rule", ["=====", "---", "~~"])
def test_a_title_within_a_rule(rule: str) -> None:
    found = find(balance(f"{rule} CONSOLIDATED BALANCE SHEETS {rule}"))
    assert [(each.kind, each.title.value) for each in found] == [("balance_sheet", "CONSOLIDATED BALANCE SHEETS")]
    assert found[0].scale_reason == "in thousands"


def test_notes_within_a_rule_end_a_statement() -> None:
    page = f"{balance()}=== Notes to Consolidated Financial Statements ===\n{heads('1998', '1997')}\nLand {'110':>49}{'120':>14}\n"
    assert find(page)[0].rows[-1].label == "Total liabilities and stockholders' equity"


def test_the_bullet_of_a_list_is_no_rule() -> None:
    assert title_of("- Consolidated Balance Sheets -") is None


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("CONDENSED CONSOLIDATED STATEMENTS OF CASH", "FLOWS (Unaudited)", "cashflow"),
        ("Statements of Consolidated Cash", "Flows", "cashflow"),
        ("Statement of Financial", "Condition", "balance_sheet"),
        ("CONSOLIDATED BALANCE", "SHEETS", "balance_sheet"),
    ],
)
def test_a_title_goes_on_below_where_its_words_do(first: str, second: str, kind: str) -> None:
    title = f"{first}\n{' ' * 30}{second}"
    text = balance(title) if kind == "balance_sheet" else balance() + "\f" + statement(title, [heads("1998", "1997")], CASHFLOW_ROWS)
    assert find(text)[-1].kind == kind


def test_no_row_of_a_table_has_more_fields_than_its_head() -> None:
    package = Path(converter.__file__).parent
    for path in sorted(package.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            head = next(rows)
            assert {len(row) for row in rows} <= {len(head)}, path.name


@pytest.mark.parametrize(
    ("title", "rival"),
    [
        ("CONSOLIDATED STATEMENTS OF CONDITION", ""),
        ("Consolidated Average Statements of Condition", "average balances"),
        ("CONSOLIDATED STATEMENTS OF CONDITION - DAILY AVERAGES", "average balances"),
        ("CONSOLIDATED STATEMENTS OF INCOME BY QUARTER", "quarterly data"),
        ("QUARTERLY CONSOLIDATED STATEMENTS OF INCOME", "quarterly data"),
        ("CONSOLIDATED STATEMENTS OF INCOME, EXCLUDING UNUSUAL ITEMS", "another basis"),
        ("Consolidated Statements of Income, taxable-equivalent basis", "another basis"),
        ("BALANCE SHEETS WITH FINANCE SUBSIDIARY ON EQUITY BASIS", "another basis"),
    ],
)
def test_statements_of_averages_quarters_and_other_bases(title: str, rival: str) -> None:
    found = title_of(title)
    assert found is not None
    assert found.rival == rival


def test_a_flush_left_title_at_the_top_of_a_page_is_no_label_that_wraps() -> None:
    head = "<PAGE>\nQuillfeather Company\nConsolidated Results of Operations\n(in thousands)\n"
    page = "\n".join([head, heads("Years Ended"), heads("June 30, 1998", "June 30, 1997"), rows(INCOME_ROWS)])
    assert [each.title.value for each in find(f"{balance()}\n{page}")] == [
        "CONSOLIDATED BALANCE SHEETS",
        "Consolidated Results of Operations",
    ]
