"""Plain text to blocks: what is a table, where its cells are, and that nothing slows it down."""

from __future__ import annotations

import time

import pytest

from converter.model import Cell, Paragraph, Table
from converter.read.source import Source
from converter.read.text import text_blocks


def table(text: str) -> Table:
    tables = [block for block in text_blocks(Source(0, text)) if isinstance(block, Table)]
    assert len(tables) == 1
    return tables[0]


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table(text).rows if not row.rule]


def figures(cells: tuple[Cell, ...]) -> list[int]:
    return [int(cell.number.value) for cell in cells if cell.number]


def test_columns_by_gaps() -> None:
    assert texts("Cash        1,234     2,345\nOther       (567)        --\n") == [["Cash", "1,234", "2,345"], ["Other", "(567)", "--"]]


def test_bars_between_columns_are_blanks() -> None:
    rule = "------------|----------"
    lines = ["            1996  |     1995", f"        {rule}", "Cash    $    1,234|$  2,345", "Other        (567)|      --"]
    lines += ["Debt         9,000|    8,000", f"        {rule}", "Total        9,667|   10,345", f"        {rule.replace('-', '=')}"]
    text = "\n".join(lines)
    assert texts(text)[1:3] == [["Cash", "$    1,234", "$  2,345"], ["Other", "(567)", "--"]]
    assert ["Form", "1|a"] in texts("Form    1|a\nCash    1,234   2,345\nOther      567   1,000\n")


def test_a_dollar_apart_belongs_to_its_figure() -> None:
    assert texts("Cash     $    1,234   $ 2,345\nTotal    $ (1,234)   $(2,345)\n") == [
        ["Cash", "$    1,234", "$ 2,345"],
        ["Total", "$ (1,234)", "$(2,345)"],
    ]


@pytest.mark.parametrize("mark", ["DM", "SFr.", "CAN$", "£"])
def test_a_currency_apart_belongs_to_its_figure(mark: str) -> None:
    assert texts(f"Cash      {mark}   1,234   {mark}   2,345\nOther          567        678\n")[0] == [
        "Cash",
        f"{mark}   1,234",
        f"{mark}   2,345",
    ]


def test_a_currency_where_labels_stand_is_the_label() -> None:
    assert texts("Yen        1,234     2,345\nDM         (567)        --\n") == [["Yen", "1,234", "2,345"], ["DM", "(567)", "--"]]


def test_the_mark_of_the_next_column_is_no_part_of_this_one() -> None:
    assert texts("Cash     $   723 $      1,257 $   1,912\nOther        771       1,280     1,483\n")[0] == [
        "Cash",
        "$   723",
        "$      1,257",
        "$   1,912",
    ]


def test_underscores_that_touch_a_figure_are_a_rule() -> None:
    rows = "Costs           __$ 8,990   __$ 8,037   _$ (7,442)\nSales             $_9,700       9,601       $_8,453\n"
    rows += "Other               1,000       1,000        1,000\n"
    assert texts(rows)[:2] == [["Costs", "$ 8,990", "$ 8,037", "$ (7,442)"], ["Sales", "$_9,700", "9,601", "$_8,453"]]
    assert [number for row in table(rows).rows for number in figures(row.cells)] == [8990, 8037, -7442, 9700, 9601, 8453, 1000, 1000, 1000]


def test_an_underscore_before_a_gap_is_a_nil_mark() -> None:
    assert texts("Costs               _       8,037\nSales           9,700       1,200\n")[0] == ["Costs", "_", "8,037"]


@pytest.mark.parametrize("leader", ["............", ". . . . . . ", "____________"])
def test_leaders_are_no_text(leader: str) -> None:
    assert texts(f"Cash {leader}   1,234     2,345\nOther {leader}   1,000     2,000\n")[0] == ["Cash", "1,234", "2,345"]


def test_tabs_stand_at_columns_of_eight_and_places_count_them_as_one() -> None:
    rows = table("Cash\t\t1,234\t2,345\nOther\t\t567\t890\n").rows
    cash = rows[0].cells[1]
    assert (cash.left, cash.right) == (16, 21)
    assert (cash.place.start, cash.place.end) == (6, 11)


def test_touching_columns_part_at_parentheses() -> None:
    rows = "Cash      1,234   (329,003)(1,208,585)\nOther     2,345(1,671)(8)\nSum       3,579   (330,674)(1)  (9,000)(a)\n"
    assert texts(rows) == [
        ["Cash", "1,234", "(329,003)", "(1,208,585)"],
        ["Other", "2,345", "(1,671)(8)"],
        ["Sum", "3,579", "(330,674)(1)", "(9,000)(a)"],
    ]


def test_touching_columns_part_at_the_group_of_three() -> None:
    assert texts("Cash        1,234,5672,345,678\nOther           1,000    2,000\n")[0] == ["Cash", "1,234,567", "2,345,678"]


def test_several_figures_with_single_blanks_between() -> None:
    assert texts("Sales        22,993 9% 21,183 38%\nCosts        11,000 4% 10,000 10%\n")[0] == ["Sales", "22,993", "9%", "21,183", "38%"]


def test_a_label_that_touches_its_figure_is_split_where_a_column_ends() -> None:
    rows = [
        ("Cash", 500, 400),
        ("Accounts receivable", 600, 500),
        ("Accrued wages and other benefit", 120, 130),
        ("Notes due in the year of", 7, 8),
    ]
    text = "".join(f"{label:<31} {first:>3}      {second:>3}\n" for label, first, second in rows)
    assert texts(text)[2] == ["Accrued wages and other benefit", "120", "130"]


def test_a_number_that_ends_a_label_elsewhere_stays_in_it() -> None:
    text = (
        "Cash                             500      400\nOther                            600      "
        "500\nNotes due 2003                   120      130\n"
    )
    assert texts(text)[2] == ["Notes due 2003", "120", "130"]


AMOUNTS = f"{'Lease operating':<30}{'1,330':>10}{'1,118':>14}\n{'Production tax':<30}{'118':>10}{'204':>14}\n"


@pytest.mark.parametrize(
    ("label", "amount"),
    [
        ("Depreciation and amortization of it", "222,330"),
        ("Cost of the lost (and found) ones", "$1,402.6"),
        ("Net loss of all the limited partner", "(139,560)"),
    ],
)
def test_an_amount_that_a_long_label_moved_to_the_right_is_its_columns(label: str, amount: str) -> None:
    line = f"{label} {amount}"
    assert 40 < len(line.rstrip(")")) <= 44, "not at the edge of the column, and near it"
    assert texts(f"{AMOUNTS}{line:<45}{'240':>9}\n")[2] == [label, amount, "240"]
    # No row has a column there beside this one's.
    assert texts(f"{AMOUNTS}{line:<45}{'240':>12}\n")[2] == [line, "240"]


@pytest.mark.parametrize("label", ["Notes due in instalments until Oct. 1998", "Preferred stock of the class of 5,000 units 12"])
def test_a_number_of_a_long_label_is_no_amount(label: str) -> None:
    assert texts(f"{AMOUNTS}{label:<45}{'240':>9}\n")[2] == [label, "240"]


def test_a_footnote_mark_is_no_amount_where_a_few_figures_of_another_table_end() -> None:
    """A graph's years stand above the statement: some end where the label with its mark does."""
    graph = "  1986    1987  1988\n   327     451   502\n   104     110   122\n\n"
    labels = ["Cash", "Stocks", "Receivables", "Taxes receivable (1)", "Prepaid", "Land", "Buildings", "Machinery", "Tools", "Leases"]
    rows = "".join(f"{label:<34}{1_200 + index:>10,}{1_100 + index:>10,}\n" for index, label in enumerate(labels))
    assert ["Taxes receivable (1)", "1,203", "1,103"] in texts(graph + rows)


def test_a_footnote_mark_set_off_from_its_label_is_none_of_the_figures() -> None:
    rows = [("Net income", "(1)"), ("Depreciation", ""), ("DIVIDENDS PAID", "(2)"), ("Long-term debt repaid", "(1)"), ("Other", "")]
    text = "".join(f"{label + '  ' + mark:<34}{1_174 + at:>10,}{1_007 + at:>10,}\n" for at, (label, mark) in enumerate(rows))
    assert [row[-2:] for row in texts(text)] == [[f"{1_174 + at:,}", f"{1_007 + at:,}"] for at in range(5)]
    assert [len(row) for row in texts(text)] == [3] * 5


def test_a_small_loss_right_behind_a_long_label_is_an_amount() -> None:
    rows = "".join(f"{label:<30}{51 + at:>6}{884 + at:>8}\n" for at, label in enumerate(["Sales", "Costs", "Wages", "Rent"]))
    assert texts(rows + "Loss before income taxes      (5)   (884)\n")[-1][-2:] == ["(5)", "(884)"]


def test_an_amount_of_one_in_a_column_of_its_own_is_split_from_its_label() -> None:
    rows = "".join(f"{label:<22}{figure:>5}{1_100:>10,}\n" for label, figure in [("Land", "12"), ("Buildings", "4"), ("Rent", "(3)")] * 3)
    assert ["Other gains and losses", "(1)", "1,100"] in texts(rows + "Other gains and losses (1)     1,100\n")


def test_a_date_is_not_split_from_its_day() -> None:
    text = (
        "                  Three Months Ended March 31\n                     2010         2009\nSales               "
        "1,000          900\nCosts                 500           31\n"
    )
    assert texts(text)[0] == ["Three Months Ended March 31"]


@pytest.mark.parametrize("label", ["restricted shares in 1998", "at a cost of $14 in 1998)"])
def test_a_year_that_ends_a_torn_label_is_not_split_from_it(label: str) -> None:
    text = "Cash                             500      400\nDebt                             600      500\n"
    assert texts(f"{text}{label:>36}\nUnits                            120      130\n")[2] == [label]


def test_rules_are_rows_of_their_own() -> None:
    rows = table("Cash      1,234   2,345\n        -------  ------\nTotal     1,234   2,345\n        =======  ======\n").rows
    assert [row.rule for row in rows] == [False, True, False, True]


def test_dash_escaped_rules() -> None:
    rows = table("- ------------------------\nCash      1,234   2,345\n- ------------------------\nTotal     1,234   2,345\n").rows
    assert [row.rule for row in rows] == [True, False, True, False]


def test_sgml_tags_are_blanked() -> None:
    rows = texts(
        "<TABLE>\n<CAPTION>\n                  1998    1997\n<S>               <C>     <C>\nCash              1,234 "
        "  2,345\nOther               100     200\n</TABLE>\n"
    )
    assert ["Cash", "1,234", "2,345"] in rows
    assert not any("<" in cell for row in rows for cell in row)


def test_a_page_mark_is_told() -> None:
    rows = table("Cash      1,234   2,345\nOther       100     200\n<PAGE>\nDebt      1,234   2,345\n").rows
    assert [row.page_break for row in rows] == [False, False, True]


def test_prose_between_tables_parts_them() -> None:
    prose = "\n".join(["The Company believes that its cash is sufficient to meet the needs of all its businesses for"] * 4)
    blocks = text_blocks(Source(0, f"Cash     1,234   2,345\nOther    1,000   2,000\n\n{prose}\n\nDebt     5   6\nNotes    7   8\n"))
    assert [type(block) for block in blocks] == [Table, Paragraph, Table]


def test_a_centred_line_below_prose_begins_something_else() -> None:
    text = (
        "the quarterly report of the company on file with the commission and the risk factors therein.\n                 Balance Sheets\n"
    )
    assert [block.text for block in text_blocks(Source(0, text)) if isinstance(block, Paragraph)][-1] == "Balance Sheets"


def test_places_read_back_from_the_file() -> None:
    text = "A title\n\nCash\t1,234   (2,345)\nOther ......   $ 100     200\n\nSome more words of the company.\n"
    lines = text.split("\n")
    source = Source(3, text, first_line=11)
    seen = 0
    for block in text_blocks(source):
        pieces = (
            [(cell.place.line, cell.place.start, cell.place.end, cell.text) for row in block.rows for cell in row.cells]
            if isinstance(block, Table)
            else [(part.line, part.start, (part.start or 0) + len(part.text), part.text) for part in block.segments]
        )
        for line, start, end, words in pieces:
            assert line is not None
            assert lines[line - 11][start:end] == words
            seen += 1
    assert seen >= 8


def test_a_table_tells_what_it_says() -> None:
    assert "Cash" in table("Cash     1,234   2,345\nOther    1,000   2,000\n").text


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000_000,
        "1 " * 1_000_000,
        "- " * 1_000_000,
        "." * 2_000_000 + "\n" + "_" * 2_000_000,
        "a  1\n" * 100_000,
        "\n" * 500_000,
        "$ " * 500_000,
        ("-" * 120 + "\n") * 20_000,
        "(" * 1_000_000,
        "Receivables  " + "(" * 90_000 + "a 5)",
        "Receivables  5" + "%" * 90_000 + "x5)",
        "Receivables  " + "_" * 90_000 + "x",
    ],
    ids=[
        "one word",
        "figures",
        "dashes",
        "leaders",
        "rows",
        "blank lines",
        "marks",
        "rules",
        "parentheses",
        "a figure of them",
        "percents",
        "a gap of rules",
    ],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    for block in text_blocks(Source(0, text)):
        if isinstance(block, Table):
            list(block.rows)
    assert time.process_time() - begin < 30, "seconds, under coverage on a slow machine"


def test_long_dashes_are_rules() -> None:
    text = "\n".join(
        ["Sales of lamps       11,203      9,117", "                   ————————    ———————", "Cost of lamps         8,405      7,310"]
    )
    assert [row.rule for row in table(text).rows] == [False, True, False]


def test_a_blank_behind_the_point_of_a_price() -> None:
    text = "Basic                          $ 0. 58   ( 1. 20 )\nDiluted                        $ 0.57       1.18\n"
    assert texts(text)[0] == ["Basic", "$ 0. 58", "( 1. 20 )"]


def test_what_may_be_places_is_not_split_from_its_point() -> None:
    text = "Cash                             500      400\nDebt                             600      500\n"
    assert texts(f"{text}{'Dividends paid on each 1. 20':>36}\nUnits                            120      130\n")[2] == [
        "Dividends paid on each 1. 20"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Sales for 1998 were $148.1 million.",
        "Earnings per share were $.46 in 1998.",
        "     Sales for 1998 were $148.1 million, compared with\n$139.7 million in 1997.",
    ],
)
def test_a_short_sentence_with_an_amount_above_a_table_is_none_of_it(told: str) -> None:
    """The last words of a release stand right above its first statement."""
    paragraph, below = text_blocks(
        Source(0, f"{told}\n\n          STATEMENTS OF INCOME\n\nSales      148,110   139,690\nCosts       98,110    99,690\n")
    )
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == " ".join(told.split())
    assert isinstance(below, Table)
    assert below.rows[0].cells[0].text == "STATEMENTS OF INCOME"


def test_a_short_sentence_between_headings_above_a_table_is_none_of_it() -> None:
    """A discussion of one paragraph, the heading of the next item and its first statement."""
    blocks = text_blocks(
        Source(
            0,
            "RESULTS OF OPERATIONS\n\nNet sales for 1998 increased 6.0% to $148.1 million from $139.7 million in\n1997.\n\n"
            "ITEM 8.  FINANCIAL STATEMENTS\n\n          STATEMENTS OF INCOME\n\nSales      148,110   139,690\nCosts       98,110    99,690",
        )
    )
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Table]
    assert blocks[1].text.endswith("in 1997.")
    assert blocks[2].rows[0].cells[0].text.startswith("ITEM 8.")


def test_a_tab_of_one_column_parts_as_others_do() -> None:
    """Reports of small companies, written with a word processor: "Gross profit" ends where the next column begins."""
    rows = table("   Gross profit\t1,700,117\t1,499,787\n   Net earnings\t400,118\t390,204\n").rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Gross profit", "1,700,117", "1,499,787"],
        ["Net earnings", "400,118", "390,204"],
    ]
    assert (rows[0].cells[1].place.start, rows[0].cells[1].place.end) == (16, 25)


@pytest.mark.parametrize("mark", [";", ","])
def test_what_a_label_counts_before_it_goes_on_is_no_amount(mark: str) -> None:
    columns = [("Cash", "4,204,117", "2,804,118"), ("Notes", "1,204,117", "1,804,118"), ("  authorized", "2,804,117", "2,804,117")]
    lines = [f"{label:<28}{one:>10}{two:>14}" for label, one, two in columns]
    lines.insert(2, f"Common stock, no par{mark} 20,000,000".rjust(38))
    assert texts("\n".join(lines))[2] == [f"Common stock, no par{mark} 20,000,000"]


def test_a_last_row_right_above_the_text_of_the_next_page_stays_in_its_table() -> None:
    rows = "Increase in cash                  -         -\nCash, beginning of period         -         -\n\n"
    prose = "The mills are owned by the company, which buys their yarn and sells it\nto others; none of it is stored, and none is lost.\n"
    last = "Cash, end of period          $    -    $    -\nSee notes.\n"
    first, second = text_blocks(Source(0, f"{rows}{last}<PAGE>\n{prose * 4}"))
    assert isinstance(first, Table)
    assert [row.cells[0].text for row in first.rows][-2:] == ["Cash, end of period", "See notes."]
    assert isinstance(second, Paragraph)


def test_a_title_above_a_table_stays_its_own() -> None:
    for title in ("Amounts are in thousands of dollars.", "Shares, par value $1 each"):
        (whole,) = text_blocks(Source(0, f"{title}\n\nSales      148,110   139,690\nCosts       98,110    99,690\n"))
        assert isinstance(whole, Table)
