"""Columns: what stands where, and what OCR ran together or lost."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source


def tables(text: str) -> list[Table]:
    return [block for block in markdown_blocks(Source(0, text)) if isinstance(block, Table)]


def figures(table: Table) -> list[list[tuple[str, int, int]]]:
    return [[(f"{cell.number.value}", cell.left, cell.right) for cell in row.cells if cell.number is not None] for row in table.rows]


def test_empty_fields_keep_columns() -> None:
    (table,) = tables("\t2009\t2008\nCosts\t\t6,527\nSales\t1,000\t900\n")
    assert figures(table)[1] == [("6527", 2, 3)]


def test_full_rows_that_lost_fields_stand_in_the_columns() -> None:
    (table,) = tables("Cash\t\\$\t100\t\\$\t200\nDebt\t\t300\t\t400\nEquity\t\t5\t\t6\nTotal\t1,498\t1,575\n")
    assert figures(table)[3] == [("1498", 2, 3), ("1575", 4, 5)]


def test_rows_that_lost_figures_stay_as_printed() -> None:
    (table,) = tables("Cash\t\t100\t\t200\nDebt\t\t300\t\t400\nOther\t289,146\t\n")
    assert figures(table)[2] == [("289146", 1, 2)]


def test_columns_without_room_are_parted_in_all_rows() -> None:
    (table,) = tables("| | 2009 2008 |\n|---|---|\n| Cash | 1,234 1,100 |\n| Debt | 12 11 |\n")
    assert figures(table)[1:] == [[("1234", 1, 2), ("1100", 2, 3)], [("12", 1, 2), ("11", 2, 3)]]


def test_columns_parted_by_slashes_in_one_cell() -> None:
    heads = "| | 3 MONTHS | 6 MONTHS |\n|---|---|---|\n| | 2009 / 2008 | 2009 / 2008 |\n"
    (table,) = tables(heads + "| Net sales | $2 / $3 | 1,400 / (1,500) |\n| Tax | 6 / 7 | 8 / 9 |\n")
    assert figures(table)[2] == [("2", 1, 2), ("3", 2, 3), ("1400", 3, 4), ("-1500", 4, 5)]


@pytest.mark.parametrize("text", ["12 / 31 / 1998", "8 1 / 2%", "5 / 6"])
def test_days_and_fractions_with_slashes_are_no_two_columns(text: str) -> None:
    (table,) = tables(f"| | {text} | {text} |\n|---|---|---|\n| Cash | 1,200 | 1,000 |\n| Debt | 100 | 90 |\n")
    assert [cell.text for cell in table.rows[0].cells] == [text, text]


def test_an_amount_and_its_per_cent_are_no_two_rows() -> None:
    rows = "".join(f"| Row {letter} | 100 | 90 |\n" for letter in "abcdef")
    (table,) = tables(f"| | 1998 | 1997 |\n|---|---|---|\n{rows}| Net income of all | 1,000 11.1% | 800 10.0% |\n")
    assert table.rows[-1].cells[0].text == "Net income of all"


def test_two_rows_run_together_are_two_rows() -> None:
    (table,) = tables("Cash\t100\t200\nDebt\t300\t400\nLoans Bonds\t1 2\t3 4\nTotal\t5\t6\n")
    assert [[value for value, _, _ in row] for row in figures(table)] == [
        ["100", "200"],
        ["300", "400"],
        ["1", "3"],
        ["2", "4"],
        ["5", "6"],
    ]


def test_label_that_swallowed_figures() -> None:
    (table,) = tables("Cash\t100\t200\nDebt\t300\t400\nTotal assets 1,400 1,500\t\t\nOther 1,250\t\t7\n")
    assert figures(table)[2] == [("1400", 1, 2), ("1500", 2, 3)]
    assert table.rows[2].cells[0].text == "Total assets"
    assert figures(table)[3][0][0] == "1250"


def test_a_label_that_swallowed_a_figure_with_places_as_the_ones_beside_it() -> None:
    (table,) = tables("Cash\t10.5\t20.1\nDebt\t30.2\t40.3\nCost of sales 515.5\t\t581.4\nNotes at 8.25\t\t7.1\nOther $ 3.1\t\t4.0\n")
    assert [[value for value, _, _ in row] for row in figures(table)[2:]] == [["515.5", "581.4"], ["7.1"], ["3.1", "4.0"]]


def test_labels_that_hold_the_first_column() -> None:
    rows = [
        "| (In thousands) 2009 | 2008 |",
        "|---|---|",
        "| ASSETS | |",
        "| Cash $ 1,234 | $ 567 |",
        "| Stock of 12 shops 9,990 | 8,880 |",
    ]
    rows += ["| Receivables ..... 120 | 130 |", "| Land and buildings 1,500 | 1,600 |", "| Goodwill | 15 |", "| Total 12,844 | 11,192 |"]
    (table,) = tables("\n".join(rows) + "\n")
    assert figures(table)[2:] == [
        [("1234", 1, 2), ("567", 2, 3)],
        [("9990", 1, 2), ("8880", 2, 3)],
        [("120", 1, 2), ("130", 2, 3)],
        [("1500", 1, 2), ("1600", 2, 3)],
        [("15", 2, 3)],
        [("12844", 1, 2), ("11192", 2, 3)],
    ]
    assert [cell.text for cell in table.rows[4].cells] == ["Receivables", "120", "130"]
    assert [cell.text for cell in table.rows[0].cells] == ["(In thousands)", "2009", "2008"]


def test_labels_that_end_in_numbers_of_their_own() -> None:
    rows = ["| | 2009 | 2008 |", "|---|---|---|", *(f"| Notes due 20{n} | 1,{n}0 | 2,{n}0 |" for n in range(11, 19))]
    (table,) = tables("\n".join(rows) + "\n")
    assert all(len(row.cells) == 3 for row in table.rows[1:])


def test_words_over_columns() -> None:
    (table,) = tables("\tParent Guarantors Other\t\t\nCash\t1\t2\t3\nDebt\t4\t5\t6\n")
    assert [(cell.text, cell.left) for cell in table.rows[0].cells] == [("Parent", 1), ("Guarantors", 2), ("Other", 3)]


def test_heads_spread_over_groups_of_columns() -> None:
    (table,) = tables("\tThree Months Ended June 30, Six Months Ended June 30,\t\t\t\nSales\t1\t2\t3\t4\nCosts\t1\t2\t3\t4\n")
    assert [(cell.left, cell.right) for cell in table.rows[0].cells] == [(1, 3), (3, 5)]


def test_halves_of_a_cut_table_share_columns() -> None:
    first, second = tables("\t\t2009\t\t2008\nCash\t\\$\t100\t\\$\t200\nDebt\t\t300\t\t400\n\nEquity:\n\nStock\t5\t6\nEarnings\t7\t\n")
    assert figures(second) == [[("5", 2, 3), ("6", 4, 5)], [("7", 2, 3)]]
    assert figures(first)[0] == [("2009", 2, 3), ("2008", 4, 5)]


def test_a_table_with_heads_of_its_own_keeps_its_columns() -> None:
    _, second = tables("\t\t2009\t\t2008\nCash\t\\$\t100\t\\$\t200\n\nOther:\n\n\t2007\t2006\nStock\t5\t6\n")
    assert figures(second)[1] == [("5", 1, 2), ("6", 2, 3)]


def test_comma_read_as_point() -> None:
    (table,) = tables("Payable\t282,106\t358.122\nDebt\t1,234\t2,345\nCash\t1,111\t2,222\nOther\t5,000\t6,000\nEPS\t1.12\t1.13\n")
    assert figures(table)[0] == [("282106", 1, 2), ("358122", 2, 3)]
    assert table.rows[0].cells[2].place.text == "358.122"


def test_rows_run_together_are_no_columns_where_most_rows_are_single() -> None:
    """Three of nine: more than chance, but the others say how many columns there are. Capitals part the labels."""
    pairs = [
        ("Inventories at cost Prepaid expenses and other", "14,064 329", "11,014 182"),
        ("Plant and tools Land", "4 3", "3 2"),
        ("A a B", "1 2", "3 4"),
    ]
    single = [(f"Row {letter}", "100", "90") for letter in "abcdef"]
    rows = [single[0], pairs[0], *single[1:3], pairs[1], *single[3:], pairs[2]]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    (table,) = tables(f"<table>{body}</table>\n")
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert told[1:3] == [["Inventories at cost", "14,064", "11,014"], ["Prepaid expenses and other", "329", "182"]]
    assert len(told) == 12
    assert {cell.left for row in table.rows for cell in row.cells if cell.number is not None} == {1, 2}


def test_names_that_a_tool_gave_to_columns_are_no_heads() -> None:
    (table,) = tables("|Cash flows:|Col2|Unnamed: 2|Jan. 31,<br>2010|\n|---|---|---|---|\n|Net income|$|448|5|\n|Column 1 tax|1|2|3|\n")
    assert [cell.text for cell in table.rows[0].cells] == ["Cash flows:", "Jan. 31, 2010"]
    assert table.rows[2].cells[0].text == "Column 1 tax"


def test_mark_that_belongs_to_the_next_figure() -> None:
    (table,) = tables("| Net income | \\$ 562,135 \\$ | | 684,762 \\$ | 606,323 |\n|---|---|---|---|---|\n| Sales | 1 | | 2 | 3 |\n")
    assert [value for value, _, _ in figures(table)[0]] == ["562135", "684762", "606323"]


def test_torn_rows_become_tables() -> None:
    text = "Net income \\$ 1,984 \\$ 1,836\n\n**Balance, December 31, 1997 5,955 $119**\n\n1,646,276 1,530,316\n"
    (table,) = tables(text)
    assert [[value for value, _, _ in row] for row in figures(table)] == [["1984", "1836"], ["5955", "119"], ["1646276", "1530316"]]
    assert table.rows[1].cells[0].text == "Balance, December 31, 1997"


def test_the_marks_of_a_heading_are_no_label() -> None:
    (table,) = tables("## Net income $ 1,984 $ 1,836\n\n## 1,646,276 1,530,316\n")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Net income", "$ 1,984", "$ 1,836"], ["1,646,276", "1,530,316"]]


def test_several_torn_rows_in_a_line() -> None:
    (table,) = tables("PRIMARY INCOME PER SHARE \\$ 0.30 \\$ 0.56 DILUTED INCOME PER SHARE \\$ 0.29 \\$ 0.53\n")
    assert len(table.rows) == 2


def test_running_text_is_not_torn() -> None:
    for text in ("Sales were 1,234 and 1,345", "It paid \\$1,984 to \\$1,836", "See pages 12 13", "Items 10, 11, 12 13"):
        (block,) = markdown_blocks(Source(0, text))
        assert isinstance(block, Paragraph)


def test_heading_torn_by_tabs_is_a_paragraph() -> None:
    (block,) = markdown_blocks(Source(0, "ITEM 7\tFINANCIAL\tSTATEMENTS"))
    assert isinstance(block, Paragraph)
    assert block.text == "ITEM 7 FINANCIAL STATEMENTS"


def test_rows_of_heads_run_together_in_two_cells() -> None:
    heads = "| | **THREE MONTHS ENDED June 26, June 28, 2004 2003** | | **NINE MONTHS ENDED June 26, June 28, 2004 2003** | |"
    (table,) = tables(f"{heads}\n|---|---|---|---|---|\n| Sales | 1 | 2 | 3 | 4 |\n| Costs | 5 | 6 | 7 | 8 |\n")
    assert [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in table.rows[:3]] == [
        [("THREE MONTHS ENDED", 1, 3), ("NINE MONTHS ENDED", 3, 5)],
        [("June 26,", 1, 2), ("June 28,", 2, 3), ("June 26,", 3, 4), ("June 28,", 4, 5)],
        [("2004", 1, 2), ("2003", 2, 3), ("2004", 3, 4), ("2003", 4, 5)],
    ]


def test_heads_in_the_paragraph_above_are_the_tables() -> None:
    table = "<table><tr><td>Cash</td><td>1</td><td>2</td></tr><tr><td>Debt</td><td>3</td><td>4</td></tr></table>"
    text = f"**March 31,<br>2010** **December 31,<br>2009**\n\n{table}"
    (found,) = tables(text)
    assert [(cell.text, cell.left) for cell in found.rows[0].cells] == [("March 31, 2010", 1), ("December 31, 2009", 2)]


def test_heads_on_lines_of_their_own_above() -> None:
    heads = "June 30,\n\nDecember 31,\n\n2009\n\n2008\n\n(Unaudited)\n"
    (table,) = tables(f"BALANCE SHEETS\n\n{heads}\n| Cash | 1,234 | 567 |\n|---|---|---|\n| Debt | 999 | 888 |\n| Stock | 2 | 3 |\n")
    assert [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in table.rows[:3]] == [
        [("June 30,", 1, 2), ("December 31,", 2, 3)],
        [("2009", 1, 2), ("2008", 2, 3)],
        [("(Unaudited)", 1, 3)],
    ]


def test_four_long_heads_in_the_paragraph_above() -> None:
    heads = [f"{count} Weeks Ended {day}" for count in ("Thirteen", "Thirty-nine") for day in ("October 3, 2009", "September 27, 2008")]
    rows = "".join(f"| {label} | 1,234 | 2,345 | 3,456 | 4,567 |\n" for label in ("Sales", "Costs", "Taxes"))
    (found,) = tables(f"{'    '.join(heads)}\n\n| | | | | |\n|---|---|---|---|---|\n{rows}")
    assert [cell.text for cell in found.rows[0].cells] == heads


def test_heads_run_together_in_aligned_text() -> None:
    text = """```
                  Years Ended December 31, 2009 2008
Sales                         $ 1,234           $ 1,100
Costs                             800               700
Net                               434               400
```
"""
    (table,) = tables(text)
    assert table.geometry == "characters"
    assert [(cell.text, cell.left) for row in table.rows[:2] for cell in row.cells] == [
        ("Years Ended December 31,", 30),
        ("2009", 30),
        ("2008", 48),
    ]


def test_years_run_together_in_aligned_text() -> None:
    lines = (
        "               2009 2008",
        "Sales          1,234      1,100",
        "Costs            800        700",
        "Net              434        400",
    )
    text = "\n".join(("```", *lines, "```"))
    (table,) = tables(text)
    assert [(cell.text, cell.left) for cell in table.rows[0].cells] == [("2009", 15), ("2008", 26)]
    assert [cell.place.start for cell in table.rows[0].cells] == [15, 20]


def test_second_half_of_an_aligned_table_stands_in_the_columns_of_the_first() -> None:
    first = (
        "               2009       2008",
        "Sales          1,234      1,100",
        "Costs            800        700",
        "Net              434        400",
    )
    second = ("Stock     5,123   6,100", "Earnings  7,200   8,300", "Other       100     200")
    _, table = tables("\n".join(("```", *first, "```", "", "Equity:", "", "```", *second, "```")))
    assert [[cell.right for cell in row.cells[1:]] for row in table.rows] == [[20, 31], [20, 31], [20, 31]]


def test_a_lone_span_of_time_stands_over_all_columns() -> None:
    lines = (
        "                  Six Months Ended",
        "               2009       2008",
        "Sales          1,234      1,100",
        "Costs            800        700",
    )
    (table,) = tables("\n".join(("```", *lines, "```")))
    assert [(cell.text, cell.left, cell.right) for cell in table.rows[0].cells] == [("Six Months Ended", 15, 31)]


def test_values_that_are_quoted_only_where_they_hold_a_comma() -> None:
    (table,) = tables('Balance sheets\n\n,1998,1997\nCash,"1,234","$1,100"\nDebt,,11\nTotal assets,999,(5)\n\nNotes, if any, follow.\n')
    assert figures(table)[1:] == [
        [("1234", 1, 2), ("1100", 2, 3)],
        [("11", 2, 3)],
        [("999", 1, 2), ("-5", 2, 3)],
    ]


def test_sentences_with_commas_are_no_values() -> None:
    assert not tables("Sales, costs, and income\nrose, fell, and rose\nagain, though, less\n")
