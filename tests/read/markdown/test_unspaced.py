"""Lines of label and figures with single blanks between: what a PDF's text layer leaves of a table."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.places import PlaceReader
from converter.read.source import Source

BALANCE = """\
(In thousands) 1998 1997
Current assets:
Cash and cash equivalents $ 1,200 $ 1,000
Accounts receivable, less allowances of $41 and $47 800 700
Deposits 50
Property and equipment, net (Note 3) 3,000 2,800
 5,050 4,500
Balance at December 31, 1998 (1,100) —
"""


def tables(text: str) -> list[Table]:
    return [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]


def printed(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_each_line_is_a_row() -> None:
    (table,) = tables(f"BALANCE SHEETS\n\n{BALANCE}\nSee the notes.\n")
    assert table.geometry == "characters"
    assert printed(table) == [
        ["(In thousands)", "1998", "1997"],
        ["Current assets:"],
        ["Cash and cash equivalents", "$ 1,200", "$ 1,000"],
        ["Accounts receivable, less allowances of $41 and $47", "800", "700"],
        ["Deposits", "50"],
        ["Property and equipment, net (Note 3)", "3,000", "2,800"],
        ["5,050", "4,500"],
        ["Balance at December 31, 1998", "(1,100)", "—"],
    ]


def test_every_cell_stands_where_it_says() -> None:
    text = f"# BALANCE SHEETS\n\n{BALANCE}"
    (table,) = tables(text)
    reader = PlaceReader(text.encode())
    assert all(reader.text_at(cell.place) == cell.place.text for row in table.rows for cell in row.cells)


def test_a_page_that_is_indented() -> None:
    text = "".join(f"   {line}" for line in BALANCE.splitlines(keepends=True))
    (plain,), (indented,) = tables(BALANCE), tables(text)
    columns = [[[(cell.text, cell.left, cell.right, cell.indent) for cell in row.cells] for row in each.rows] for each in (plain, indented)]
    assert columns[0] == columns[1]
    reader = PlaceReader(text.encode())
    assert all(reader.text_at(cell.place) == cell.place.text for row in indented.rows for cell in row.cells)


def test_a_line_of_nothing_but_marks_says_nothing() -> None:
    assert len(tables(BALANCE.replace("Deposits 50\n", "Deposits 50\n* *\n"))[0].rows) >= len(tables(BALANCE)[0].rows)


def test_figures_are_numbers_and_labels_none() -> None:
    (table,) = tables(BALANCE)
    cash = table.rows[2]
    assert [cell.number is not None for cell in cash.cells] == [False, True, True]
    assert [str(cell.number.value) for cell in table.rows[7].cells if cell.number] == ["-1100", "0"]


@pytest.mark.parametrize("end", ["## NOTES", "| Debt | 1 |", "\f", "This sentence goes on for longer than any row of a table does, " * 4])
def test_it_ends_where_something_else_begins(end: str) -> None:
    first, *_ = tables(f"{BALANCE}{end}\nStores 1,234 5,678\n")
    assert printed(first)[-1][0] == "Balance at December 31, 1998"


def test_a_few_such_lines_are_no_table_of_their_own_kind() -> None:
    assert [table.geometry for table in tables("Sales were strong.\n\nNet sales 9,000 8,000\nNet income 1,000 900\n")] == ["grid"]


def test_a_page_number_is_no_row() -> None:
    (table,) = tables(BALANCE.replace("Deposits 50\n", "\n- 7 -\n\nDeposits 50\n"))
    assert ["- 7 -"] not in printed(table)
    assert len(table.rows) == 8


@pytest.mark.parametrize("mark", ["-", " CR"])
def test_marks_of_negatives_behind_figures(mark: str) -> None:
    rows = [
        f"&nbsp;&nbsp;Tools &amp; dies 1,519{mark} 12",
        f"Loss 78{mark} 151{mark}",
        f"Costs (Note 3) 5 6{mark}",
        f"Other 1,234{mark} 7{mark}",
    ]
    (table,) = tables("\n".join(["CASH FLOWS", "", *rows, "", "See notes."]))
    values = [[str(cell.number.value) for cell in row.cells if cell.number] for row in table.rows]
    assert values == [["-1519", "12"], ["-78", "-151"], ["5", "-6"], ["-1234", "-7"]]
    assert table.rows[0].cells[0].text == "Tools & dies"


def test_rows_with_long_labels_stay_in_the_table() -> None:
    label = (
        "Common stock, $1 par value; authorized 5,000,000 shares; issued and outstanding as of the day of this report " + "and before " * 8
    )
    (table,) = tables(f"Cash 1,000 900\nDebt 2,000 1,900\n{label}3,300 2,200\nEquity 5,000 4,000\nTotal 9,000 8,000\n")
    assert printed(table)[2] == [label.strip(), "3,300", "2,200"]


def test_long_lines_of_heads_stand_above_the_table() -> None:
    heads = " ".join(f"{months} Months Ended June 30, {year}" for months in ("Three", "Six") for year in (2009, 2008))
    rows = "Sales 1,000 1,900 2,000 1,900\nCosts 1,800 1,700 1,600 1,500\nTax 1,050 1,040 1,090 1,080\nNet 1,150 1,160 1,310 1,320\n"
    (table,) = tables(f"STATEMENTS OF INCOME\n\n{heads}\n{rows}")
    assert printed(table)[0] == [heads]


@pytest.mark.parametrize(("row", "figures"), [("Assets held for sale 8 -", ["8", "-"]), ("Pension benefits 1 (61)", ["1", "(61)"])])
def test_what_stands_behind_a_blank_is_a_figure_of_its_own(row: str, figures: list[str]) -> None:
    (table,) = tables(f"Cash 1,000 900\nDebt 2,000 1,900\n{row}\nEquity 5,000 4,000\nTotal 9,000 8,000\n")
    assert printed(table)[2][1:] == figures


def test_figures_that_lost_their_line_end_the_row_above() -> None:
    rows = "Cash 1,000 1,900 1,800\nDebt 2,000 1,900\n1,800\nLoans 7,000 6,000 5,000\nOther 3\nEquity 5,500 4,400 3,300\n"
    (table,) = tables(f"{rows}Total 9,000 8,000 7,000\n12\n")
    assert printed(table)[1:4] == [["Debt", "2,000", "1,900", "1,800"], ["Loans", "7,000", "6,000", "5,000"], ["Other", "3"]]
    figures = table.rows[1].cells[1:]
    assert [cell.place.line for cell in figures] == [2, 2, 3]
    assert all(here.right <= there.left for here, there in pairwise(figures))


def test_the_number_of_a_page_ends_no_row_where_most_have_fewer_figures() -> None:
    rows = "".join(f"Loan {letter}, net of tax of $4,000 {at},500 {at},600\n" for at, letter in enumerate("abcd", 1))
    owned = "".join(f"Asset {letter} {at},100 {at},200\n" for at, letter in enumerate("abcdef", 1))
    (table,) = tables(f"{owned}{rows}Total 9,000 8,000\n3\n")
    assert printed(table)[-1] == ["Total", "9,000", "8,000"]


def test_heads_of_rows_that_blank_lines_part() -> None:
    heads = ["BALANCE SHEETS", "JUNE 30, DECEMBER 31,", "(In thousands) 1998 1997", "ASSETS"]
    blocks = markdown_blocks(Source(0, "\n\n".join([*heads, *BALANCE.split("\n")[1:]]), 1))
    assert [block.text for block in blocks if not isinstance(block, Table)] == ["BALANCE SHEETS"]
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert printed(table)[:3] == [["JUNE 30, DECEMBER 31,"], ["(In thousands)", "1998", "1997"], ["ASSETS"]]


@pytest.mark.parametrize("gap", ["  ", "   ", " ...... "])
def test_gaps_that_set_no_columns(gap: str) -> None:
    rows = ["Cash", "Accounts receivable, net", "Property", "Long-term debt and leases", "Total"]
    text = "\n".join(f"{label}{gap}{(at + 1) ** 5 * 1_001:,}{'  ' if gap.isspace() else ' '}\u2014" for at, label in enumerate(rows))
    (table,) = tables(f"# BALANCE SHEETS\n\n{text}\n")
    assert [[cell.number is not None for cell in row.cells] for row in table.rows] == [[False, True, True]] * 5


@pytest.mark.parametrize("rule", ["_____ _____", "------ ------", "====== ======", "—————— ——————", "$ ----- $ -----", "-----"])
def test_a_rule_over_the_figures_is_no_row_and_ends_nothing(rule: str) -> None:
    lines = BALANCE.splitlines()
    (table,) = tables("\n".join([*lines[:4], rule, *lines[4:]]) + "\n")
    assert printed(table) == printed(tables(BALANCE)[0])


def test_a_rule_between_pages_ends_the_table() -> None:
    assert len(tables(f"{BALANCE}\n-----\n\n{BALANCE}")) == 2


def test_nil_marks_are_no_rule() -> None:
    (table,) = tables(f"{BALANCE}Preferred stock, none issued or\noutstanding -- --\n")
    assert printed(table)[-1] == ["outstanding", "--", "--"]


@pytest.mark.parametrize("label", ["Cash at January 1", "shares in 2008", "Restricted shares (25 in 2008)", "Due on September 30"])
@pytest.mark.parametrize("gap", [" ", "   "])
def test_the_day_or_year_that_ends_a_label_is_no_figure(label: str, gap: str) -> None:
    rows = ["Cash{0}1,000{0}900", "Debt{0}2,000{0}1,900", label + "{0}6,219{0}5,984", "Equity{0}4,400{0}550", "Total{0}9,000{0}8"]
    (table,) = tables("\n".join(rows).format(gap) + "\n")
    assert printed(table)[2] == [label, "6,219", "5,984"]


def test_a_figure_right_behind_a_label_is_its_own_where_more_blanks_part_others() -> None:
    torn = ["Common stock, no par, issued 368,841,539", "common and 673,491 restricted shares, 15", "of which are the trust's   6   59"]
    rows = [f"Row {'of them ' * at}{each}   1,{at}00   9{at}" for at, each in enumerate("abcde", 1)]
    (table,) = tables("\n".join([*rows, *torn, "Equity   5,000   4,000"]) + "\n")
    assert printed(table)[5:] == [[torn[0]], [torn[1]], ["of which are the trust's", "6", "59"], ["Equity", "5,000", "4,000"]]
    reader = PlaceReader("\n".join([*rows, *torn]).encode())
    assert reader.text_at(table.rows[5].cells[0].place) == torn[0]


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (["Bonds (cost: 1998-$6,106; 1997", "-$7,288) 6,895 6,065"], ["-$7,288)", "6,895", "6,065"]),
        (["Bonds (cost: 1998-$6,106;", "1997 -$7,288) 6,895 6,065"], ["1997 -$7,288)", "6,895", "6,065"]),
        (["Loans (includes $479 in bonds at December 31,", "1997) 6,895 6,065"], ["1997)", "6,895", "6,065"]),
        (["Loans (includes $479 in bonds at", "December 31, 1997) 6,895 6,065"], ["December 31, 1997)", "6,895", "6,065"]),
        (["Shares (authorized, 10,000,000", "shares; none issued) 6,895 6,065"], ["shares; none issued)", "6,895", "6,065"]),
        (["Common stock, no par value; authorized, 10,000,000", "shares of which 6,895 6,065"], ["shares of which", "6,895", "6,065"]),
    ],
)
def test_figures_within_a_torn_label(torn: list[str], whole: list[str]) -> None:
    table = printed(tables("\n".join(["Cash 1,000 900", "Debt 2,000 1,900", *torn, "Equity 5,000 4,000", "Total 9,000 8,000"]) + "\n")[0])
    assert table[2:4] == [[torn[0]], whole]


def test_a_parenthesis_that_nothing_closes_takes_no_whole_row() -> None:
    rows = "Cash 1,000 900\nDebt (in bonds 2,000 1,900\nLoans 3,000 2,900\nEquity (5,000 4,000\nTotal 9,000 8,000\n"
    assert [len(row) for row in printed(tables(rows)[0])] == [3] * 5


_WHOLE = "Cash 1,000 1,900\nDebt 2,000 1,900\nLand 1,700 1,800\n{}\nEquity 5,500 4,400\nTotal 9,000 8,000\n"


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        ("Selling, general and 731 936\nadministrative (Note 6)", ["Selling, general and", "731", "936"]),
        ("Plant, machines, 731 936\nand tools", ["Plant, machines,", "731", "936"]),
        ("Interest (Note — —\n7)", ["Interest (Note", "—", "—"]),
        ("Stores, less allowances of $41 and $47 731 936", ["Stores, less allowances of $41 and $47", "731", "936"]),
        ("Stores, bearing at most and 47 731 936", ["Stores, bearing at most and 47", "731", "936"]),
    ],
)
def test_a_label_goes_on_with_no_figure_of_a_whole_row(lines: str, cells: list[str]) -> None:
    (table,) = tables(_WHOLE.format(lines))
    assert printed(table)[3] == cells


def test_a_parenthesis_of_a_whole_row_closes_below_it() -> None:
    (table,) = tables(_WHOLE.format("Receivables (less allowance of 2,847 2,804\ndoubtful accounts of $121\nmillion and $103 million)"))
    assert printed(table)[3:6] == [
        ["Receivables (less allowance of", "2,847", "2,804"],
        ["doubtful accounts of $121"],
        ["million and $103 million)"],
    ]


def test_a_parenthesis_that_nothing_closes_opens_no_label() -> None:
    (table,) = tables(_WHOLE.format("Receivables (gross 2,847 2,804\nDeposits 121"))
    assert printed(table)[4] == ["Deposits", "121"]


def test_pages_of_two_columns_among_those_of_three() -> None:
    wide = "".join(f"Sales {letter} {at},100 {at},200 {at},300\n" for at, letter in enumerate("abcdefgh", 1))
    (table,) = tables(f"{wide}{_WHOLE.format('Plant, machines, 731 936')}")
    assert printed(table)[11] == ["Plant, machines,", "731", "936"]
