"""A scale said once, apart from the statements: where it counts for all of them, and where it does not."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, heads, statement
from silent import COVER, ITEM, NOTES, PAGE, PROSE, STATEMENTS, TABLE, YEARS, powers, stated

from converter.find import find
from converter.find.scales.said import scales_said
from converter.find.scales.wording import Reach, read_scale
from converter.read import read

BEFORE = [
    "All dollar amounts in the financial statements that follow are stated in thousands, except amounts per share.",
    "(Tabular dollar and share amounts in thousands, except per share data)",
    "Dollars and shares in thousands, except per share amounts, unless\notherwise noted",
    "(In thousands, except per share amounts)",
    "Dollars in thousands",
    "(Expressed in thousands of United States dollars, except per share amounts; applies to all statements)",
    "Throughout this annual report all dollar amounts are in thousands.",
    "(000's omitted)",
]


@pytest.mark.parametrize("words", BEFORE)
def test_at_the_head_of_the_financial_section_on_the_page_before(words: str) -> None:
    found = stated(f"{COVER}{PROSE}{ITEM}\n     {words}\n\n{PAGE}{STATEMENTS}")
    assert [each.kind for each in found.statements] == ["balance_sheet", "income", "cashflow"]
    assert powers(found) == {3}
    assert found.findings == ()


def test_on_the_line_of_the_heading() -> None:
    assert powers(stated(f"{COVER}{ITEM.rstrip()} (in millions, except per share amounts)\n{PAGE}{STATEMENTS}")) == {6}


def test_in_the_first_note() -> None:
    note = NOTES.format("All amounts in the financial statements and notes are in thousands, except per share amounts. ")
    assert powers(stated(f"{COVER}{ITEM}{PAGE}{STATEMENTS}{note}")) == {3}
    assert powers(stated(f"{COVER}{ITEM}{PAGE}{STATEMENTS}{NOTES.format('All dollar amounts are in thousands. ')}")) == {3}


TABLE_OF_FIRST_PAGE = "Spindles at year end:\n\n" + heads("1998", "1997") + "\n" + heads("40,118", "39,204") + "\n"


@pytest.mark.parametrize(
    "words",
    [
        "(All dollar amounts in this report are in thousands unless otherwise indicated.)",
        "All dollar amounts are in thousands.",
        "Dollar amounts are expressed in thousands unless otherwise noted.",
        "NOTE: Dollars in thousands throughout this report except per share amounts",
    ],
)
def test_on_the_first_page_before_a_table(words: str) -> None:
    """A telephone company's 10-K, whose first page counts its lines; no statement says thousands."""
    assert powers(stated(f"{COVER}\n{words}\n\n{TABLE_OF_FIRST_PAGE}{PAGE}{STATEMENTS}")) == {3}


@pytest.mark.parametrize("words", ["(Dollars in thousands)", "All dollar amounts in this table are in thousands."])
def test_what_is_said_above_a_table_of_the_first_page_is_of_that_table(words: str) -> None:
    assert powers(stated(f"{COVER}\n{words}\n\n{TABLE_OF_FIRST_PAGE}{PAGE}{STATEMENTS}")) == {0}


def test_of_the_report_within_an_item() -> None:
    item = "ITEM 1. BUSINESS\n\nAll dollar amounts in this annual report are in thousands.\n"
    assert powers(stated(f"{COVER}{item}{PROSE}{TABLE}{PAGE}{STATEMENTS}")) == {3}


def test_at_the_foot_of_a_page_that_only_its_number_ends() -> None:
    first, rest = STATEMENTS.split(PAGE, 1)
    assert powers(stated(f"{COVER}{ITEM}{PAGE}{first}\n(In thousands)\n\nSee accompanying notes.\n\n\n   Page 5 of 58\n\n\n{rest}")) == {3}


NOT_OF_THEM = [
    f"{PROSE}{TABLE}(In thousands)\n{PAGE}{STATEMENTS}",
    f"{PROSE}\nThe following table shows sales by region (in thousands):\n{PAGE}{STATEMENTS}",
    f"\nAll dollar amounts in this discussion are in thousands.\n{PROSE}{PROSE}{PROSE}{PAGE}{STATEMENTS}",
    f"{ITEM}{PAGE}{STATEMENTS}{NOTES.format('')}\nNOTE 2 - INVENTORIES\n(Dollars in thousands)\n{TABLE}",
    f"{ITEM}{PAGE}{STATEMENTS}{NOTES.format('')}\n(All amounts in thousands)\n{TABLE}",
    f"{ITEM}{PAGE}{STATEMENTS}{NOTES.format('All tables in these notes are in thousands. ')}",
    f"{ITEM}\nSales of $4 million are included in the financial statements that are presented here.\n{PAGE}{STATEMENTS}",
    f"{ITEM}{PAGE}{STATEMENTS}{NOTES.format('')}\nITEM 14. EXHIBITS\n\nAll dollar amounts are in thousands.\n{TABLE}",
]


@pytest.mark.parametrize("text", NOT_OF_THEM)
def test_what_is_said_of_one_table_reaches_no_other(text: str) -> None:
    found = stated(COVER + text)
    assert powers(found) == {0}
    assert [each.code for each in found.findings] == ["find.no-scale"]


def test_a_statements_own_scale_wins() -> None:
    own = STATEMENTS.replace("CONSOLIDATED BALANCE SHEETS", "CONSOLIDATED BALANCE SHEETS (in millions)", 1)
    assert powers(stated(f"{COVER}{ITEM}\nAll amounts in the financial statements are in thousands.\n{PAGE}{own}")) == {6}


def test_two_that_disagree_multiply_nothing_and_tell_nothing_in_full() -> None:
    note = NOTES.format("All amounts in the financial statements and notes are in millions. ")
    found = stated(f"{COVER}{ITEM}\nAll amounts in the financial statements are in thousands.\n{PROSE}{PAGE}{STATEMENTS}{note}")
    assert powers(found) == set()
    figures = [each for statement in found.statements for row in statement.rows for each in row.figures]
    assert {each.unit.oim() for each in figures if each.unit} == {"iso4217:USD/xbrli:shares"}
    assert all(each.reason for each in figures if each.unit is None)
    (finding,) = found.findings
    assert finding.code == "find.scale-contradicted"
    assert "10^3 and 10^6" in finding.message
    assert finding.places[0].line is not None


def test_a_head_of_one_column_is_no_word_of_all() -> None:
    filing = read(
        f"{COVER}{statement('CONSOLIDATED BALANCE SHEETS', [heads('', '(IN THOUSANDS)'), *YEARS], BALANCE_ROWS, '')}".encode(), "a.txt"
    )
    assert scales_said(filing.documents, find(filing).statements) == ()


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA (in millions, except per share amounts)", Reach.STATEMENTS),
        ("The financial statements of the Mill Partnership are presented in thousands of dollars.", Reach.STATEMENTS),
        ("Throughout, all dollar amounts are in thousands.", Reach.AMOUNTS),
        ("All amounts in this annual report on Form 10-K are in thousands.", Reach.REPORT),
        ("Dollar amounts are in thousands unless otherwise noted.", Reach.AMOUNTS),
        ("NOTES TO CONSOLIDATED FINANCIAL STATEMENTS (in thousands)", Reach.TABLES),
        ("(Dollars in thousands)", Reach.TABLE),
        ("SELECTED FINANCIAL DATA (in thousands)", None),
        ("(option amounts are in thousands)", None),
        ("shares in thousands", None),
        ("All amounts are in U.S. dollars", None),
        ("Losses in the financial statements are reported, about $3 in thousands", None),
    ],
)
def test_how_far_words_reach(text: str, reach: Reach | None) -> None:
    read_so = read_scale(text)
    assert (read_so[1] if read_so else None) == reach
