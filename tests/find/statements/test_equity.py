"""Statements of equity: balances by component and day, whatever way the statement is turned."""

from __future__ import annotations

from datetime import date

import pytest
from filings import CASHFLOW_ROWS, balance, find, heads, line, one, rows, statement

from converter.find.statements.components.balances import is_balance
from converter.find.statements.periods.known import Known
from converter.model import Statement

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEAD = [
    line("", "Common Stock", "", "", ""),
    line("", "", "", "Retained", ""),
    line("", "Shares", "Amount", "Earnings", "Total"),
]
ROWS = [
    ("Balance, January 1, 1997", "510", "$ 900", "$ 1,200", "$ 2,100"),
    ("Net income", "", "", "800", "800"),
    ("Cash dividends ($.25 per share)", "", "", "(400)", "(400)"),
    ("Balance, December 31, 1997", "510", "900", "1,600", "2,500"),
    ("Exercise of 7,300 options", "7", "100", "", "100"),
    ("Net income for the year ended",),
    ("  December 31, 1998", "", "", "1,000", "1,000"),
    ("Cash dividends ($.30 per share)", "", "", "(600)", "(600)"),
    ("Balance, December 31, 1998", "517", "$ 1,000", "$ 2,000", "$ 3,000"),
]
TITLE = "CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY"


def balances(found: Statement, column: int) -> list[tuple[str, str]]:
    return [
        (str(figure.period.end), figure.number.printed)
        for row in found.rows
        for figure in row.figures
        if figure.column == column and figure.period and not figure.ignored
    ]


def test_components_side_by_side() -> None:
    found = one(statement(TITLE, HEAD, ROWS), "equity", ANNUAL)
    assert [column.head.split()[-1] for column in found.columns] == ["Shares", "Amount", "Earnings", "Total"]
    assert balances(found, 3) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]


def test_share_counts_and_movements_are_left_out_with_a_reason() -> None:
    found = one(statement(TITLE, HEAD, ROWS), "equity", ANNUAL)
    left = {figure.reason for row in found.rows for figure in (*row.figures, *row.in_label) if figure.ignored}
    assert left == {
        "a column of share counts",
        "a movement of equity: its balances alone are read",
        "inside the label of a movement of equity",
    }
    assert all(figure.ignored or figure.period for row in found.rows for figure in row.figures)


def test_years_side_by_side() -> None:
    table = [
        ("Common stock:",),
        ("  Balance, beginning of year", "900", "900"),
        ("  Stock issued", "100", "--"),
        ("  Balance, end of year", "1,000", "900"),
        ("Retained earnings:",),
        ("  Balance at January 1", "1,600", "1,200"),
        ("  Net income", "1,000", "800"),
        ("  Dividends", "(600)", "(400)"),
        ("  Balance at December 31", "2,000", "1,600"),
        ("Total stockholders' equity", "$ 3,000", "$ 2,500"),
    ]
    found = one(statement(TITLE, [heads("1998", "1997")], table), "equity", ANNUAL)
    assert [row.instant for row in found.rows if row.figures] == ["start", "", "end", "start", "", "", "end", "end"]
    assert balances(found, 0)[-1] == ("1998-12-31", "$ 3,000")
    assert balances(found, 1)[2] == ("1996-12-31", "1,200")


def test_a_day_whose_year_begins_the_row() -> None:
    table = [("Balance at June 30,",), ("1997", "510", "900", "1,600", "2,500"), *ROWS[4:8], ("Balance at June 30,",)]
    table += [("1998", "517", "1,000", "2,000", "3,000")]
    found = one(statement(TITLE, HEAD, table), "equity", ANNUAL)
    assert balances(found, 3) == [("1997-06-30", "2,500"), ("1998-06-30", "3,000")]


def test_a_page_goes_on_in_the_order_of_the_columns_before() -> None:
    text = statement(TITLE, HEAD, ROWS[:4]) + "\n<PAGE>\n" + statement(f"{TITLE} (CONTINUED)", [], ROWS[4:])
    found = one(text, "equity", ANNUAL)
    assert len(found.columns) == 4
    assert [day for day, _ in balances(found, 3)] == ["1996-12-31", "1997-12-31", "1998-12-31"]


def test_the_other_half_of_a_wide_statement_has_columns_of_its_own() -> None:
    left = statement(
        TITLE, [heads("Common", "Retained"), heads("Stock", "Earnings")], [(row[0], *row[2:4]) for row in ROWS if len(row) > 1]
    )
    right = statement(
        f"{TITLE} (CONTINUED)", [heads("Treasury", ""), heads("Stock", "Total")], [(row[0], *row[3:]) for row in ROWS if len(row) > 1]
    )
    found = one(left + right, "equity", ANNUAL)
    assert [column.head for column in found.columns] == ["Common Stock", "Retained Earnings", "Treasury Stock", "Total"]
    assert balances(found, 3)[-1] == ("1998-12-31", "$ 3,000")


def test_a_panel_below_under_heads_of_its_own() -> None:
    """The rest of the columns stand below the first ones, under the same title: the opening balance comes again."""
    first = [each[:4] for each in ROWS]
    second = [(each[0], each[4]) if len(each) > 1 else each for each in ROWS]
    below = [line("", "Total"), line("", "Stockholders'"), line("", "Equity"), *rows(second).splitlines()]
    text = statement(TITLE, [each[:-14] for each in HEAD], first) + "\n".join(below) + "\n"
    found = one(text, "equity", ANNUAL)
    assert [column.head for column in found.columns][-1] == "Total Stockholders' Equity"
    assert balances(found, len(found.columns) - 1) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]


def test_a_title_alone_makes_no_statement_of_equity() -> None:
    table = [("Shares sold", "12", "11"), ("Shares bought", "300", "290"), ("Options", "4", "3")]
    assert find(statement(TITLE, [heads("1998", "1997")], table), ANNUAL) == []


def test_other_statements_beside_it() -> None:
    text = balance() + "\n" + statement(TITLE, HEAD, ROWS)
    assert [each.kind for each in find(text, ANNUAL)] == ["balance_sheet", "equity"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Balance, December 31, 2002", True),
        ("BALANCES AT JANUARY 1, 1995 (as restated)", True),
        ("Stockholders' equity, January 1, 1995", True),
        ("Balance at beginning of period", True),
        ("Net income for 1995", False),
        ("Adoption of a new standard, January 1, 2002", False),
        ("Total comprehensive income", False),
    ],
)
def test_what_says_that_a_row_is_a_balance(label: str, expected: bool) -> None:
    assert is_balance(label) == expected


def test_a_statement_of_equity_without_a_title_ends_the_cash_flow() -> None:
    table = [("Balance at July 1, 1998", "1", "2", "3", "4", "10"), ("Net income", "", "", "5", "", "5")]
    text = statement("STATEMENTS OF CASH FLOWS", [heads("1998", "1997")], CASHFLOW_ROWS) + "\nInterests and others\n\n" + rows(table)
    found = one(text, "cashflow", ANNUAL)
    assert len(found.columns) == 2
    assert found.rows[-1].label.startswith("Cash at end of")


def test_rows_that_are_dates_alone() -> None:
    table = [(row[0].removeprefix("Balance, "), *row[1:]) for row in ROWS]
    found = one(statement(TITLE, HEAD, table), "equity", ANNUAL)
    assert balances(found, 3) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]


def test_a_balance_whose_label_points_to_a_note() -> None:
    table = [*ROWS[:-1], ("Balance, December 31, 1998",), ("  (as restated, see Note 13)", *ROWS[-1][1:])]
    found = one(statement(TITLE, HEAD, table), "equity", ANNUAL)
    assert balances(found, 3)[-1] == ("1998-12-31", "$ 3,000")


def test_a_panel_below_whose_days_are_broken_over_two_lines() -> None:
    """The year of the closing balance before is a line's label too; it opens no panel."""
    cut = {"Balance, January 1, 1997": "1997", "Balance, December 31, 1997": "1997", "Balance, December 31, 1998": "1998"}

    def broken(table: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        return [part for row in table for part in ([(row[0][:-4].strip(),), (" " + cut[row[0]], *row[1:])] if row[0] in cut else [row])]

    first = broken([each[:4] for each in ROWS])
    second = broken([(each[0], each[4]) if len(each) > 1 else each for each in ROWS])
    below = [line("", "Total"), line("", "Stockholders'"), line("", "Equity"), *rows(second).splitlines()]
    text = statement(TITLE, [each[:-14] for each in HEAD], first) + "\n".join(below) + "\n"
    found = one(text, "equity", ANNUAL)
    assert [column.head for column in found.columns][-1] == "Total Stockholders' Equity"
    days = ["1996-12-31", "1997-12-31", "1998-12-31"]
    assert balances(found, 2) == list(zip(days, ["$ 1,200", "1,600", "$ 2,000"], strict=True))
    assert balances(found, len(found.columns) - 1) == list(zip(days, ["$ 2,100", "2,500", "$ 3,000"], strict=True))


@pytest.mark.parametrize("length", ["Six Months Ended June 30, 1998", ""])
def test_blocks_of_other_periods_below_each_other_share_their_columns(length: str) -> None:
    """The heads come again above the balances of the longer period, in the same table."""

    def row(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    def block(span: str, opening: str, amounts: tuple[str, str, str]) -> str:
        head = row(span, "Common Stock", "Retained Earnings", "Total")
        stock, earned, total = amounts
        body = row(f"Balance as of {opening}", stock, earned, total) + row("Net income", "", "100", "100")
        return head + body + row("Balance as of June 30, 1998", "$1,000", "$2,000", "$3,000")

    table = block("Three Months Ended June 30, 1998", "March 31, 1998", ("$1,000", "$1,900", "$2,900"))
    table += block(length, "December 31, 1997", ("$1,000", "$1,800", "$2,800"))
    text = f"<html><body><p><b>{TITLE}</b></p><p>(in thousands)</p><table>{table}</table></body></html>"
    found = one(text, "equity", Known(date(1998, 6, 30), (12, 31), "10-Q"), "filing.htm")
    assert [column.head for column in found.columns] == ["Common Stock", "Retained Earnings", "Total"]
    assert balances(found, 2) == [
        ("1998-03-31", "$2,900"),
        ("1998-06-30", "$3,000"),
        ("1997-12-31", "$2,800"),
        ("1998-06-30", "$3,000"),
    ]


def test_a_period_that_all_columns_stand_under_names_none_of_them() -> None:
    head = [heads("", "Three Months Ended March 31, 1998", "", width=14), *HEAD]
    table = [("Balance, December 31, 1997", *ROWS[3][1:]), ("Net income", "", "", "500", "500"), ("Balance, March 31, 1998", *ROWS[-1][1:])]
    found = one(statement(TITLE, head, table), "equity", Known(date(1998, 3, 31), (12, 31), "10-Q"))
    assert all("Months" not in column.head for column in found.columns)


def test_years_with_shares_and_amounts() -> None:
    table = [
        ("Common stock:",),
        ("  Balance, beginning of year", "900", "$ 900", "900", "$ 900"),
        ("  Stock issued", "100", "100", "--", "--"),
        ("  Balance, end of year", "1,000", "1,000", "900", "900"),
        ("Retained earnings:",),
        ("  Balance, beginning of year", "", "1,600", "", "1,200"),
        ("  Net income", "", "1,000", "", "800"),
        ("  Balance, end of year", "", "2,600", "", "2,000"),
        ("Total stockholders' equity", "", "$ 3,600", "", "$ 2,900"),
    ]
    head = [heads("", "1998" + 8 * " ", "", "1997" + 8 * " "), heads("Shares", "Amount", "Shares", "Amount")]
    found = one(statement(TITLE, head, table), "equity", ANNUAL)
    assert balances(found, 0) == balances(found, 2) == []
    assert balances(found, 1)[-1] == ("1998-12-31", "$ 3,600")
    assert balances(found, 3)[:2] == [("1996-12-31", "$ 900"), ("1997-12-31", "900")]


MIDYEAR = Known(date(1998, 6, 30), (12, 31), "10-Q", (date(1998, 6, 30), date(1997, 12, 31)))


@pytest.mark.parametrize(
    ("printed", "known", "told"),
    [
        ("April 1, 1998", MIDYEAR, "1998-03-31"),
        ("January 1, 1998", MIDYEAR, "1997-12-31"),
        ("January 1, 1998", Known(date(1998, 7, 3), (12, 31), "10-Q", (date(1998, 7, 3), date(1998, 1, 2))), "1998-01-01"),
        ("April 1, 1998", Known(), "1998-03-31"),
    ],
)
def test_the_first_day_of_a_quarter_is_the_close_of_the_one_before(printed: str, known: Known, told: str) -> None:
    table = [(f"Balance, {printed}", *ROWS[3][1:]), ("Net income", "", "", "500", "500"), ("Balance, June 30, 1998", *ROWS[-1][1:])]
    if known.days and known.days[0].day == 3:
        table[-1] = ("Balance, July 3, 1998", *ROWS[-1][1:])
    found = one(statement(TITLE, HEAD, table), "equity", known)
    assert balances(found, 3)[0] == (told, "2,500")


def test_the_first_day_that_weeks_end_on_stays() -> None:
    """Years that end on the Sunday nearest to the year's end: one of them ended on the first of January."""
    table = [
        ("Balance, January 1, 1995", *ROWS[0][1:]),
        ("Net income", "", "", "800", "800"),
        ("Balance, December 31, 1995", *ROWS[3][1:]),
        ("Net income", "", "", "500", "500"),
        ("Balance, December 29, 1996", *ROWS[-1][1:]),
    ]
    found = one(statement(TITLE, HEAD, table), "equity", Known(date(1996, 12, 29), (12, 29), "10-K"))
    assert balances(found, 3)[0] == ("1995-01-01", "$ 2,100")


def test_what_a_new_rule_made_of_a_balance_on_the_next_day_is_left_out() -> None:
    table = [
        *ROWS[:4],
        ("Adoption of a new rule", "", "", "(200)", "(200)"),
        ("Balance, January 1, 1998", "510", "900", "1,400", "2,300"),
        *ROWS[4:],
    ]
    found = one(statement(TITLE, HEAD, table), "equity", ANNUAL)
    assert balances(found, 3) == [("1996-12-31", "$ 2,100"), ("1997-12-31", "2,500"), ("1998-12-31", "$ 3,000")]
    reasons = {figure.reason for row in found.rows if row.label == "Balance, January 1, 1998" for figure in row.figures if figure.column}
    assert reasons == {"a balance as it was adjusted on the day after"}


def test_a_head_alone_on_its_line_stands_over_its_own_column() -> None:
    head = [
        line("", "", "", "Accumulated", ""),
        f"{'Common Stock':>63}{'Other':>19}",
        f"{'-' * 20:>68}  {'Comprehensive':>13}",
        line("", "Shares", "Amount", "Income ", "Total"),
    ]
    found = one(statement(TITLE, head, ROWS), "equity", ANNUAL)
    assert [column.head for column in found.columns] == [
        "Common Stock Shares",
        "Common Stock Amount",
        "Accumulated Other Comprehensive Income",
        "Total",
    ]


def test_a_rule_below_several_heads_joins_none() -> None:
    head = [*HEAD[1:], "  ".join(["", " " * 44, "-" * 46])]
    found = one(statement(TITLE, head, ROWS), "equity", ANNUAL)
    assert [column.head.split()[-1] for column in found.columns] == ["Shares", "Amount", "Earnings", "Total"]


def test_a_column_of_amounts_in_dollars_counts_no_shares() -> None:
    head = [heads("Common", "Treasury", "Retained", ""), heads("Shares", "Shares", "Earnings", "Total")]
    marked = [(row[0], *(f"$ {cell}" if cell[:1] == "5" else cell for cell in row[1:2]), *row[2:]) for row in ROWS]
    table = [(*row[:2], *(cell.strip("$ ") for cell in row[2:3]), *row[3:]) for row in marked]
    found = one(statement(TITLE, head, table), "equity", ANNUAL)
    assert [bool(column.ignored) for column in found.columns] == [False, True, False, False]
    assert balances(found, 0)[-1] == ("1998-12-31", "$ 517")
    dashes = [(row[0], *("$ --" if cell else "" for cell in row[1:2]), *row[2:]) for row in ROWS]
    assert not one(statement(TITLE, head, dashes), "equity", ANNUAL).columns[0].ignored


@pytest.mark.parametrize("said", ["Accumulated Other Comprehensive (Loss) Income", "Accumulated Other Comprehensive Income (Loss), Net"])
def test_a_head_that_turns_the_words_of_gains_and_losses_is_the_same_column(said: str) -> None:
    def row(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    body = (
        row("Balance as of {0}", "$1,000", "$(20)", "$980")
        + row("Net income", "", "1", "1")
        + row("Balance as of {1}", "$1,000", "$(19)", "$981")
    )
    first = row("", "Common Stock", "Accumulated Other Comprehensive Loss", "Total") + body.format("December 31, 1996", "December 31, 1997")
    second = row("", "Common Stock", said, "Total") + body.format("December 31, 1997", "December 31, 1998").replace("(20)", "(19)")
    page = f"<html><body><p><b>{TITLE}</b></p><p>(in thousands)</p><table>{first}</table><table>{second}</table></body></html>"
    found = one(page, "equity", ANNUAL, "filing.htm")
    assert len(found.columns) == 3


def test_heads_that_come_again_in_a_text_are_the_statements_own() -> None:
    head = [
        line("", "", "", "Accumulated", ""),
        line("THREE MONTHS ENDED", " Common Stock", "", "Other", ""),
        line("JUNE 30, 1998", "Shares", "Amount", "Income", "Total"),
    ]
    first = [("Balance as of March 31,",), ("  1998", *ROWS[3][1:]), ROWS[1], ("Balance as of June 30, 1998", *ROWS[-1][1:])]
    second = [("Balance as of December 31,",), ("  1997", *ROWS[0][1:]), ROWS[1], ("Balance as of June 30, 1998", *ROWS[-1][1:])]
    again = "\n".join(each.replace("THREE", "SIX") for each in head)
    text = statement(TITLE, head, first) + "\n" + again + "\n" + rows(second) + "\n"
    found = one(text, "equity", Known(date(1998, 6, 30), (12, 31), "10-Q"))
    assert [column.head for column in found.columns][1:] == ["Common Stock Amount", "Accumulated Other Income", "Total"]
    assert [day for day, _ in balances(found, 3)] == ["1998-03-31", "1998-06-30", "1997-12-31", "1998-06-30"]


def test_a_component_that_hardly_moves_is_a_column() -> None:
    def row(label: str, *cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (label, *cells)) + "</tr>"

    head = row("", "Common Stock", "Capital Surplus", "Retained Earnings", "Treasury Stock", "Total")
    moves = "".join(row(f"Movement {number}", "", "", "10", "(1)", "9") for number in range(20))
    first = row("Balance, December 31, 1997", "$900", "$28", "$1,500", "$(100)", "$2,328")
    last = row("Balance, December 31, 1998", "$900", "$28", "$1,700", "$(120)", "$2,508")
    page = f"<html><body><p><b>{TITLE}</b></p><p>(in thousands)</p><table>{head}{first}{moves}{last}</table></body></html>"
    found = one(page, "equity", ANNUAL, "filing.htm")
    assert [column.head for column in found.columns] == [
        "Common Stock",
        "Capital Surplus",
        "Retained Earnings",
        "Treasury Stock",
        "Total",
    ]
    assert balances(found, 1) == [("1997-12-31", "$28"), ("1998-12-31", "$28")]


def test_an_inner_column_of_years_side_by_side_is_none_of_balances() -> None:
    def row(label: str, *cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (label, *cells)) + "</tr>"

    table = row("", "1998", "", "1997", "") + row("Common stock:")
    table += row("Balance at beginning of year", "", "$900", "", "$900") + row("Balance at end of year", "", "1,000", "", "900")
    table += row("Retained earnings:") + row("Balance at beginning of year", "", "1,600", "", "1,200")
    table += row("Net income", "1,000", "1,000", "800", "800") + row("Translation", "(20)", "", "(30)", "")
    table += row("Comprehensive income", "$980", "", "$770", "") + "".join(row(f"Movement {n}", "", "1", "", "1") for n in range(30))
    table += row("Balance at end of year", "", "2,609", "", "2,009") + row("Total stockholders' equity", "", "$3,609", "", "$2,909")
    page = f"<html><body><p><b>{TITLE}</b></p><p>Years ended December 31 (in thousands)</p><table>{table}</table></body></html>"
    found = one(page, "equity", ANNUAL, "filing.htm")
    told = {figure.number.printed: str(figure.period.end) for row in found.rows for figure in row.figures if figure.period}
    assert (told["2,609"], told["1,200"]) == ("1998-12-31", "1996-12-31")
