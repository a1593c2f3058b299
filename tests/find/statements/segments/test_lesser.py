"""Two statements of one kind and the same periods: which of them gives way, and what is said where nothing tells."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, heads, html, statement

from converter.find.statements import find_statements
from converter.find.statements.periods.known import Known
from converter.model import Finding, Statement
from converter.read import read

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]
LIKE = [
    ("Net sales", "$ 9,600", "$ 8,700"),
    ("Cost of sales", "5,200", "4,800"),
    ("Gross profit", "4,400", "3,900"),
    ("Income before income taxes", "1,800", "1,500"),
    ("Provision for income taxes", "650", "630"),
    ("Net income", "$ 1,150", "$ 870"),
]
TITLE = "CONSOLIDATED STATEMENTS OF INCOME"


def _found(text: str, name: str = "filing.txt") -> tuple[list[Statement], list[Finding]]:
    findings: list[Finding] = []
    return list(find_statements(read(text.encode(), name), ANNUAL, findings)), findings


def _sales(found: list[Statement]) -> list[str]:
    return [each.rows[0].figures[0].number.printed for each in found if each.kind == "income"]


def _grid(title: str, table: list[tuple[str, ...]]) -> str:
    return f"<p><b>{title}</b></p><p>(in thousands)</p>{html(('', '1998', '1997'), *table)}"


def test_the_statement_whose_amounts_the_others_have_goes_first() -> None:
    cash = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    text = statement(TITLE, HEADS, LIKE) + "\n<PAGE>\n" + statement(TITLE, HEADS, INCOME_ROWS) + "\n<PAGE>\n" + cash
    found, findings = _found(text)
    assert _sales(found) == ["$ 9,000"]
    assert findings == []


@pytest.mark.parametrize(
    "above", ["OLD LOOMS, INC. (PREDECESSOR)", "RESTRICTED SUBSIDIARIES", "CORE EARNINGS", "(CANADIAN GAAP)", "MANAGEMENT BASIS"]
)
@pytest.mark.parametrize("below", [False, True])
def test_a_title_that_names_another_basis_or_part_gives_way(above: str, below: bool) -> None:
    first = statement(f"{TITLE}\n{above:^80}" if below else f"{above}\n{TITLE:^80}", HEADS, LIKE)
    found, findings = _found(f"{first}\n<PAGE>\n{statement(TITLE, HEADS, INCOME_ROWS)}")
    assert _sales(found) == ["$ 9,000"]
    assert findings == []


def test_one_that_names_another_basis_is_told_where_there_is_no_other() -> None:
    text = statement(f"{TITLE}\n{'(CANADIAN GAAP)':^80}", HEADS, LIKE) + "\n<PAGE>\n" + statement("BALANCE SHEETS", HEADS, BALANCE_ROWS)
    assert _sales(_found(text)[0]) == ["$ 9,600"]


def test_nothing_tells_two_apart_but_their_order() -> None:
    found, findings = _found(statement(TITLE, HEADS, LIKE) + "\n<PAGE>\n" + statement(TITLE, HEADS, INCOME_ROWS))
    assert _sales(found) == ["$ 9,600"]
    assert [each.code for each in findings] == ["find.told-otherwise"]


def test_a_statement_that_is_printed_twice_is_no_finding() -> None:
    found, findings = _found(statement(TITLE, HEADS, INCOME_ROWS) + "\n<PAGE>\n" + statement(TITLE, HEADS, INCOME_ROWS))
    assert (_sales(found), findings) == (["$ 9,000"], [])


@pytest.mark.parametrize(
    "words",
    [
        "The following unaudited pro forma information presents results as if the mill had been acquired on January 1, 1997:",
        "Pro forma results, as if the mill had been acquired on January 1, 1997, are shown below. " + "They are no forecast. " * 20,
    ],
)
def test_a_text_introduces_the_look_alike_below_a_plain_title(words: str) -> None:
    page = f"<html><p>{words}</p>{_grid(TITLE, LIKE)}{_grid(TITLE, INCOME_ROWS)}</html>"
    assert _sales(_found(page, "page.htm")[0]) == ["$ 9,000"]
    assert _sales(_found(f"<html><p>{words}</p>{_grid(TITLE, LIKE)}</html>", "page.htm")[0]) == []


def test_a_text_that_speaks_of_a_look_alike_introduces_none() -> None:
    words = "The mill was acquired in 1997; pro forma results do not differ from those that we have told."
    assert _sales(_found(f"<html><p>{words}</p>{_grid(TITLE, INCOME_ROWS)}</html>", "page.htm")[0]) == ["$ 9,000"]


def test_the_rest_of_a_statement_under_a_title_in_other_words_gives_way_to_nothing() -> None:
    cash = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    paid = [
        ("Noncash investing activities and financing activities:",),
        ("  Interest paid", "$ 160", "$ 150"),
        ("  Purchases on credit", "420", "-"),
        ("  Taxes", "430", "310"),
    ]
    rest = statement("EXAMPLE CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, paid)
    found, _ = _found(statement(TITLE, HEADS, INCOME_ROWS) + "\n<PAGE>\n" + cash + "\n<PAGE>\n" + rest)
    assert [each.kind for each in found] == ["income", "cashflow", "cashflow"]


def test_a_quarter_gives_no_way_to_the_year_to_date() -> None:
    ended = [heads("Year ended", "Year ended", "Quarter ended"), heads(*["December 31,"] * 3), heads("1998", "1997", "1998")]
    quarter = [heads("Quarter ended"), heads("December 31,"), heads("1998")]
    long = [(*each, each[-1]) for each in INCOME_ROWS]
    cash = statement("CONSOLIDATED STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    text = statement(TITLE, quarter, [each[:2] for each in LIKE]) + "\n<PAGE>\n" + statement(TITLE, ended, long) + "\n<PAGE>\n" + cash
    assert "$ 9,600" in _sales(_found(text)[0])


SHORT = [("Net sales", "$ 9.0", "$ 8.0"), ("Costs and expenses", "7.5", "6.8"), ("Taxes", ".5", ".4"), ("Net income", "$ 1.0", "$ .8")]
SHORT_BALANCE = [
    ("Current assets", "$ 2,000", "$ 1,700"),
    ("Property and equipment, net", "3,000", "2,800"),
    ("Total assets", "$ 5,000", "$ 4,500"),
    ("Current liabilities", "$ 900", "$ 800"),
    ("Long-term debt", "1,100", "1,200"),
    ("Stockholders' equity", "3,000", "2,500"),
]


@pytest.mark.parametrize("between", ["\n<PAGE>\n", "\n\n"])
@pytest.mark.parametrize("title", [TITLE, f"CONDENSED {TITLE}"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_statement_in_short_gives_way_to_the_whole_one(title: str, between: str, order: int) -> None:
    # A release's summary in millions, and the statement in thousands on the next page under the same title.
    both = [statement(title, HEADS, SHORT, "(in millions)"), statement(TITLE, HEADS, INCOME_ROWS)]
    found, findings = _found(between.join(both[::order]))
    assert _sales(found) == ["$ 9,000"]
    assert [len(each.rows) for each in found] == [len(INCOME_ROWS)]
    assert findings == []


def test_so_does_a_balance_sheet_in_short() -> None:
    # The discussion by the management shows it condensed, pages before the statement.
    title = "CONDENSED CONSOLIDATED BALANCE SHEETS"
    text = statement(title, HEADS, SHORT_BALANCE) + "\n<PAGE>\n" + statement("CONSOLIDATED BALANCE SHEETS", HEADS, BALANCE_ROWS)
    found, _ = _found(text)
    assert [len(each.rows) for each in found] == [len(BALANCE_ROWS)]


def test_one_with_other_amounts_does_not() -> None:
    other = [(label, figures[0].replace("9", "6"), *figures[1:]) for label, *figures in SHORT]
    found, findings = _found(statement(TITLE, HEADS, other, "(in millions)") + "\n<PAGE>\n" + statement(TITLE, HEADS, INCOME_ROWS))
    assert _sales(found) == ["$ 6.0"]
    assert [finding.code for finding in findings] == ["find.told-otherwise"]
