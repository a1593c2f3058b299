"""Heads over their columns: torn, touching, drifted, spanning, without their century or their cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from filings import (
    BALANCE_ROWS,
    INCOME_ROWS,
    WIDTH,
    balance,
    heads,
    html,
    markdown,
    one,
    periods,
    rows,
    spanned,
    statement,
    values,
)

from converter.find.statements.lines.line import Line
from converter.find.statements.periods.known import Known
from converter.find.statements.segments.segment import is_head
from converter.model import Cell, Number, Place

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")


def test_a_title_inside_the_table_below_its_heads() -> None:
    text = "<html>" + html(("", "1998", "1997"), ("<b>CONSOLIDATED STATEMENTS OF INCOME</b>", "", ""), *INCOME_ROWS) + "</html>"
    assert periods(one(text, "income", ANNUAL, "page.htm")) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


def test_heads_in_a_table_of_their_own() -> None:
    text = "<html><p>Consolidated Balance Sheets</p>" + html(("", "Dec. 31, 1998", "Dec. 31, 1997")) + html(*BALANCE_ROWS) + "</html>"
    assert periods(one(text, "balance_sheet", None, "page.htm")) == ["at 1998-12-31", "at 1997-12-31"]


def test_days_and_their_years_in_cells_beside_each_other() -> None:
    lines = [(each[0], "$", each[1].strip("$ "), "$", each[2].strip("$ ")) if len(each) > 1 else each for each in BALANCE_ROWS]
    table = html(("", "December 31,", "1998", "June 30,", "1997"), *lines)
    found = one(f"<html><p>Consolidated Balance Sheets</p>{table}", "balance_sheet", None, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1997-06-30"]


def test_stacked_halves_have_their_own_lengths() -> None:
    first = [f"{'Three Months Ended June 30,':>70}", heads("1998", "1997")]
    second = "\n".join(["", f"{'Six Months Ended June 30,':>70}", heads("1998", "1997"), rows(INCOME_ROWS)])
    found = one(statement("CONSOLIDATED STATEMENTS OF INCOME", first, INCOME_ROWS) + second, "income", QUARTER)
    lengths = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
    assert periods(found) == lengths
    assert [each.figures[0].column for each in found.rows if each.label == "Net sales"] == [0, 2]


def test_dates_without_a_comma_are_one_head_above_figures_that_end_there() -> None:
    lines = [heads("As of", "As of"), heads("Sept. 30 1998", "Dec. 31 1997")]
    found = one(statement("CONSOLIDATED BALANCE SHEETS", lines, BALANCE_ROWS), "balance_sheet")
    assert periods(found) == ["at 1998-09-30", "at 1997-12-31"]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{'September December':>68}", heads("30,", "31,"), heads("1998", "1997")],
        [f"{'September December':>68}", f"{'30, 1998 31, 1997':>68}"],
        [heads("9.30.1998", "12.31.1997")],
    ],
)
def test_dates_in_narrow_columns(lines: list[str]) -> None:
    found = one(statement("CONSOLIDATED BALANCE SHEETS", lines, BALANCE_ROWS), "balance_sheet")
    assert periods(found) == ["at 1998-09-30", "at 1997-12-31"]


def test_a_head_across_two_years_in_one_cell() -> None:
    table = markdown(("", "Three Months Ended June 30, 1998 1997", ""), *INCOME_ROWS)
    found = one("# Consolidated Statements of Income\n\n" + table, "income", QUARTER, "page.md")
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]


def test_a_month_that_was_torn_from_its_day() -> None:
    table = [(each[0], "", *each[1:]) if len(each) > 1 else each for each in BALANCE_ROWS]
    text = "# Consolidated Balance Sheets\n\n" + markdown(("", "", "June 30, 1998", "December 31, 1997"), *table)
    assert periods(one(text, "balance_sheet", None, "page.md")) == ["at 1998-06-30", "at 1997-12-31"]


def test_an_exhibits_mark_between_title_and_heads() -> None:
    text = balance().replace("(in thousands)", f"{'Exhibit 99(b)':>70}\n(in thousands)", 1)
    assert one(text, "balance_sheet").title.value.strip() == "CONSOLIDATED BALANCE SHEETS"


def test_a_foot_and_a_running_head_are_no_rows() -> None:
    head = [heads("December 31,", "December 31,"), heads("1998", "1997")]
    foot = "   See accompanying notes.\n\n<PAGE>\n                    BLUE HERON TOOLS\n"
    rest = statement("CONSOLIDATED BALANCE SHEETS (Continued)", head, BALANCE_ROWS[6:])
    text = balance().split("Current liabilities:")[0] + foot + rest
    labels = [each.label for each in one(text, "balance_sheet").rows]
    assert "BLUE HERON TOOLS" not in labels
    assert not any("accompanying" in label for label in labels)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("Q2 1998", "Q2 1997"), ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]),
        (("Second Quarter 1998", "Second Quarter 1997"), ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]),
        (("3 Months Ended 6/30/98", "3 Months Ended 6/30/97"), ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]),
        (("Jan. 1, 1998 to June 30, 1998", "Jan. 1, 1997 to June 30, 1997"), ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]),
    ],
)
def test_heads_of_quarters(head: tuple[str, ...], expected: list[str]) -> None:
    text = "# Consolidated Statements of Income\n\n" + markdown(("", *head), *INCOME_ROWS)
    assert periods(one(text, "income", QUARTER, "page.md")) == expected


def test_a_quarters_income_without_a_length_is_three_months_by_habit() -> None:
    text = statement("CONSOLIDATED STATEMENTS OF INCOME", [heads("1998", "1997")], INCOME_ROWS)
    assert periods(one(text, "income", QUARTER)) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]


def test_a_length_in_a_cell_before_its_years() -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    text = "# Consolidated Statements of Income\n\n"
    text += markdown(("", "Three Months Ended June 30,", "1998", "1997", "Six Months Ended June 30,", "1998", "1997"), *table)
    found = one(text, "income", QUARTER, "page.md")
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_heads_that_reach_over_columns_without_saying_how_far() -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    top = ("", "Three Months Ended", "", "Six Months Ended", ""), ("", "June 30, 1998", "June 30, 1997", "June 30, 1998", "June 30, 1997")
    found = one("# Consolidated Statements of Income\n\n" + markdown(*top, *table), "income", None, "page.md")
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_a_head_with_a_wide_blank_inside() -> None:
    text = statement("STATEMENTS OF INCOME", [f"{'SIX  MONTHS ENDED JUNE  30,':>68}", heads("1998", "1997")], INCOME_ROWS)
    assert periods(one(text, "income")) == ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_days_side_by_side_with_one_blank_between() -> None:
    text = statement("BALANCE SHEETS", [f"{'June 30, December 31,':>68}", heads("1998", "1997")], BALANCE_ROWS)
    assert periods(one(text, "balance_sheet")) == ["at 1998-06-30", "at 1997-12-31"]


def test_fiscal_years_before_and_after_in_whole_weeks() -> None:
    text = balance(head=("", "2022", "2021"), caption="January 1, 2023 and January 2, 2022 (in thousands)")
    assert periods(one(text, "balance_sheet")) == ["at 2023-01-01", "at 2022-01-02"]


def test_dashes_before_a_label_under_a_heading_that_counts_shares() -> None:
    table = [*INCOME_ROWS[:-1], ("Weighted average number of common shares",), ("- - basic and diluted", "842,407", "811,200")]
    text = statement("STATEMENTS OF INCOME", [heads("1998", "1997")], table, "")
    assert values(one(text, "income", ANNUAL), "- - basic and diluted") == ["842407 xbrli:shares", "811200 xbrli:shares"]


def test_a_currency_mark_in_the_column_of_labels_is_no_part_of_its_column() -> None:
    """An unlabelled total; the head of the labels is none of the figures'."""
    table = [("(Dollars in millions)<br>December 31,", "1998", "1997"), *BALANCE_ROWS[:5], ("$", "5,000", "$ 4,500"), *BALANCE_ROWS[6:]]
    found = one(f"<html><p>CONSOLIDATED BALANCE SHEETS</p>{html(*table)}</html>", "balance_sheet", None, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]


def test_notes_that_heads_point_to_are_no_row() -> None:
    text = statement(
        "STATEMENTS OF INCOME", [heads("1998", "1997"), heads("AS RESTATED,", ""), heads("SEE NOTE 13", "SEE NOTE 13")], INCOME_ROWS
    )
    assert one(text, "income", ANNUAL).rows[0].label == "Net sales"


def test_years_without_their_century() -> None:
    text = statement(
        "STATEMENTS OF INCOME", [f"{'Years ended June 30':<40}", heads("01", "00", "99")], [(*each, "100") for each in INCOME_ROWS]
    )
    assert [period[-10:] for period in periods(one(text, "income"))] == ["2001-06-30", "2000-06-30", "1999-06-30"]


def test_years_without_their_century_in_one_line_of_running_text() -> None:
    """OCR leaves no columns in a line above the table."""
    table = [(*each, "100") for each in INCOME_ROWS if len(each) > 1]
    text = "## Statements of Income\n\n## Years ended June 30\n\n95 94 93\n\nIn thousands.\n\n" + html(*table)
    assert [period[-10:] for period in periods(one(text, "income", name="page.md"))] == ["1995-06-30", "1994-06-30", "1993-06-30"]


def test_a_spanning_head_that_sits_over_the_column_of_notes() -> None:
    table = [(each[0], str(index + 2) if index % 3 else "", *each[1:]) if len(each) > 1 else each for index, each in enumerate(INCOME_ROWS)]
    text = "# Consolidated Statements of Income\n\n"
    text += markdown(("", "Six Months Ended June 30,", "", ""), ("", "", "1998", "1997"), *table)
    found = one(text, "income", Known(date(1998, 6, 30), (12, 31), "10-Q"), "page.md")
    assert [column.reason for column in found.columns if column.ignored] == ["a column of note numbers"]
    assert periods(found) == ["1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_heads_of_two_lines_run_together_above_the_table() -> None:
    text = "## Consolidated Balance Sheets\n\nJune 30, December 31, 1998 1997 (In thousands) (Unaudited)\n\n" + markdown(
        ("", "", ""), *BALANCE_ROWS
    )
    assert periods(one(text, "balance_sheet", None, "page.md")) == ["at 1998-06-30", "at 1997-12-31"]


def test_days_and_years_in_paragraphs_of_their_own() -> None:
    heads_above = "June 30, December 31,\n\n1998 1997\n\n(Unaudited)\n\n"
    text = "Consolidated Balance Sheets\n\n(In thousands)\n\n" + heads_above + markdown(("", "", ""), *BALANCE_ROWS)
    assert periods(one(text, "balance_sheet", None, "page.md")) == ["at 1998-06-30", "at 1997-12-31"]


def test_years_that_lost_their_columns() -> None:
    table = [(*each, "100") if len(each) > 1 else each for each in INCOME_ROWS]
    top = ("", "Years ended May 31, 1997 1998", "", ""), ("", "", "", "1999")
    found = one("# Statements of Income\n\n" + markdown(*top, *table), "income", None, "page.md")
    assert [period[-10:] for period in periods(found)] == ["1997-05-31", "1998-05-31", "1999-05-31"]


def test_heads_that_touch() -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    head = " " * WIDTH + "Three Months Ended July 1,Six Months Ended July 1,".center(4 * 11)
    text = statement("STATEMENTS OF INCOME", [head, heads("1998", "1997", "1998", "1997", width=11)], table, width=11)
    found = periods(one(text, "income"))
    assert [each.partition(" ")[2] for each in found] == ["1998-07-01", "1997-07-01"] * 2
    assert found[0].startswith("1998-04")
    assert found[2].startswith("1998-01")


@pytest.mark.parametrize("head", [("Three Months Ended June 30,", "Six Months Ended June 30,"), ("June 30,", "June 30,")])
def test_heads_over_the_first_of_their_columns_span_what_the_years_below_say(head: tuple[str, str]) -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    above = [heads("Three Months", "", "Six Months", "", width=26)] if head[0] == head[1] else []
    top = [*above, heads(head[0], "", head[1], "", width=26), heads("1998", "1997", "1998", "1997", width=26)]
    text = statement("STATEMENTS OF INCOME", top, table, width=26)
    lengths = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
    assert periods(one(text, "income")) == lengths


def test_headings_that_name_a_term_are_no_heads_of_a_page() -> None:
    """ "Due within one year" tells no period: what stands between the heads and the first figures is kept."""
    head = heads("Dec. 31, 1998", "Dec. 31, 1997")
    debts = [
        ("LIABILITIES",),
        ("Current liabilities",),
        ("  Debt due within one year",),
        ("    Banks", "$ 900", "$ 800"),
        *BALANCE_ROWS[8:],
    ]
    text = f"BALANCE SHEETS\n\n{head}\n\n{rows(BALANCE_ROWS[:6])}\n<PAGE>\nBALANCE SHEETS (continued)\n\n{head}\n\n{rows(debts)}\n"
    told = [each.label for each in one(text, "balance_sheet").rows]
    assert told[6:10] == ["LIABILITIES", "Current liabilities", "Debt due within one year", "Banks"]


def test_heads_whose_colspans_fall_short_of_their_columns() -> None:
    body = "".join(
        "<tr><td>{}</td>{}</tr>".format(label, "".join(f"<td></td><td>$</td><td>{each}</td><td></td>" for each in (*figures, "100")))
        for label, *figures in ((row[0], *(each.lstrip("$ ") for each in row[1:])) for row in INCOME_ROWS)
    )
    top = spanned(("", 1), ("Year Ended June 30,", 6), ("Six Months Ended", 3)) + spanned(
        ("", 1), ("1998", 3), ("1997", 3), ("Dec. 31, 1998", 3)
    )
    text = f"<html><p>Statements of Income</p><table>{top}{body}</table></html>"
    assert periods(one(text, "income", Known(), "page.htm")) == [
        "1997-07-01 1998-06-30",
        "1996-07-01 1997-06-30",
        "1998-07-01 1998-12-31",
    ]


def test_a_label_that_names_years_at_the_top_of_a_page_is_no_head() -> None:
    head = heads("Dec. 31, 1998", "Dec. 31, 1997")
    stock = [
        ("Common stock, authorized 600,000 shares",),
        ("in 1998 and 1997; outstanding 9,100 shares in",),
        ("1998 and 9,300 shares in 1997", "$ 900", "$ 800"),
        *BALANCE_ROWS[8:],
    ]
    text = f"BALANCE SHEETS\n\n{head}\n\n{rows(BALANCE_ROWS[:6])}\n<PAGE>\nBALANCE SHEETS (continued)\n\n{head}\n\n{rows(stock)}\n"
    told = [each.label for each in one(text, "balance_sheet").rows]
    assert "Common stock, authorized 600,000 shares in 1998 and 1997; outstanding 9,100 shares in 1998 and 9,300 shares in 1997" in told


@pytest.mark.parametrize(
    "top",
    [
        ("1998", "1997"),
        ('<td colspan="3">December 31, 1998</td><td colspan="3">December 31, 1997</td>',),
        ("December 31, 1998", "December 31, 1997"),
    ],
)
def test_heads_of_a_row_that_lost_its_empty_cells(top: tuple[str, ...]) -> None:
    """Nothing stands over the labels: the heads slide to the left, and still belong to the columns in their order."""
    head = "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in top)
    table = html(*BALANCE_ROWS).replace("<table>", f"<table><tr>{head}</tr>")
    found = one(f"<html><p>Consolidated Balance Sheets</p><p>December 31</p>{table}</html>", "balance_sheet", ANNUAL, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert values(found, "Accounts receivable")[0].startswith("800")


def test_lengths_that_lost_how_many_columns_they_span() -> None:
    rows = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    table = html(("Three Months Ended June 30,", "Six Months Ended June 30,"), ("1998", "1997", "1998", "1997"), *rows)
    found = one(f"<html><p>Consolidated Statements of Income</p>{table}</html>", "income", QUARTER, "page.htm")
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]


def test_heads_that_drifted_away_from_the_second_page() -> None:
    first = spanned(("", 1), ("", 1), ("Dec. 31, 1998", 2), ("", 1), ("Dec. 31, 1997", 2))
    second = spanned(("", 1), ("Dec. 31, 1998", 2), ("Dec. 31, 1997", 2))

    def page(head: str, table: list[tuple[str, ...]], blanks: str) -> str:
        cells = ["".join(f"<td></td><td>$</td><td>{each.lstrip('$ ')}</td>" for each in row[1:]) for row in table]
        body = "".join(f"<tr><td>{row[0]}</td>{blanks}{each}</tr>" for row, each in zip(table, cells, strict=True))
        return f"<p><b>Consolidated Balance Sheets</b></p><table>{head}{body}</table>"

    text = "<html>" + page(first, BALANCE_ROWS[:6], "") + page(second, BALANCE_ROWS[6:], "<td></td>") + "</html>"
    found = one(text, "balance_sheet", None, "page.htm")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert values(found, "Accounts payable") == ["900 iso4217:USD", "800 iso4217:USD"]


@pytest.mark.parametrize(
    ("columns", "ends"),
    [
        (
            ["March 31,", "Dec. 31,", "Sept. 30,", "June 30,", "March 31,"],
            ["2004-03-31", "2003-12-31", "2003-09-30", "2003-06-30", "2003-03-31"],
        ),
        (["1st Qtr", "4th Qtr", "3rd Qtr", "2nd Qtr", "1st Qtr"], ["2004-03-31", "2003-12-31", "2003-09-30", "2003-06-30", "2003-03-31"]),
        (["March 31,", "June 30,", "Dec. 31,", "March 31,"], ["2003-03-31", "2003-06-30", "2003-12-31", "2004-03-31"]),
    ],
)
def test_years_over_as_many_quarters_as_fall_into_them(columns: list[str], ends: list[str]) -> None:
    years = ["2004", "2003"] if ends[0].startswith("2004") else ["2003", "2004"]
    of_first = sum(end.startswith(years[0]) for end in ends)
    centres = [WIDTH + 14 * of_first // 2, WIDTH + 14 * (of_first + len(columns)) // 2]
    top = " " * (centres[0] - 2) + years[0] + " " * (centres[1] - centres[0] - 4) + years[1]
    table = [(each[0], *(each[1:] * 3)[: len(columns)]) for each in INCOME_ROWS]
    text = statement("STATEMENTS OF INCOME", [heads("Quarter ended"), top, heads(*columns)], table)
    found = one(text, "income", Known(date(2004, 3, 31), (12, 31), "10-Q"))
    assert [str(column.period.end) for column in found.columns if column.period] == ends


def test_a_number_of_thousands_of_digits_is_no_day() -> None:
    digits = "1" * 6000
    number = Number(digits, Decimal(1), 0, False, False, False, "")
    cell = Cell(digits, 10, 6010, Place(0, "cell", digits, 1, 10, 6010), number)
    assert not is_head(Line((cell,), f"March {digits}"))


def test_two_periods_beside_each_other_that_end_a_line_below() -> None:
    table = html(
        ("", "Period from", "Period from"), ("", "May 1, 2005 to", "January 1, 2005 to"), ("", "December 31,", "April 30,"),
        ("", "2005", "2005"), *INCOME_ROWS,
    )  # fmt: skip
    found = one(f"<html><p>CONSOLIDATED STATEMENTS OF INCOME</p>{table}</html>", "income", name="page.htm")
    assert periods(found) == ["2005-05-01 2005-12-31", "2005-01-01 2005-04-30"]


def test_one_head_of_two_breaks_after_the_month() -> None:
    """ "September / 30, / 2003" beside "December 31, / 2002": nothing but a blank parts the day from the next month."""
    torn = [f"{'September':>{WIDTH + 14}}", f"{'30, December 31,':>{WIDTH + 27}}", heads("2003", "2002", width=13)]
    found = one(statement("CONSOLIDATED BALANCE SHEETS", torn, BALANCE_ROWS, width=13), "balance_sheet")
    assert periods(found) == ["at 2003-09-30", "at 2002-12-31"]


def test_a_month_alone_above_a_title_on_the_line_of_the_years() -> None:
    above = [heads("", "December"), heads("June 30,", "31,")]
    title = f"{'CONSOLIDATED BALANCE SHEETS':<{WIDTH}}{'2003':>14}{'2002':>14}"
    found = one("\n".join(["EXAMPLE CORP.", "", *above, title, "(IN THOUSANDS)", rows(BALANCE_ROWS), ""]), "balance_sheet")
    assert periods(found) == ["at 2003-06-30", "at 2002-12-31"]


SMALL = [
    (label, "3" if at % 4 == 1 else "", *(figure.replace(",", ".") for figure in figures))
    for at, (label, *figures) in enumerate(BALANCE_ROWS)
]


def test_the_number_of_a_page_in_a_cell_as_wide_as_the_table_is_in_no_column() -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in [("", "", "1998", "1997"), *SMALL])
    text = f"<html><p>Balance Sheets</p><p>December 31,</p><table>{cells}<tr><td colspan=4>4</td></tr></table></html>"
    assert periods(one(text, "balance_sheet", None, "page.htm")) == ["at 1998-12-31", "at 1997-12-31"]


def test_years_alone_above_a_page_with_a_column_of_notes() -> None:
    heads_of = [("", "Three Months Ended June 30,", "", "Six Months Ended June 30,", ""), ("", "1998", "1997", "1998", "1997")]
    rows_of = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    first, second = rows_of[:5], [(label, "7" if at in (1, 3) else "", *figures) for at, (label, *figures) in enumerate(rows_of[5:])]
    text = f"<html><p>Statements of Income</p>{html(*heads_of, *first)}<p>4</p><hr>{html(('', '', *heads_of[1][1:]), *second)}</html>"
    found = one(text, "income", QUARTER, "page.htm")
    per_share = next(row for row in found.rows if row.label == "Net income per share")
    assert [str(figure.period and figure.period.start) for figure in per_share.figures] == [
        "1998-04-01",
        "1997-04-01",
        "1998-01-01",
        "1997-01-01",
    ]


def test_the_head_of_a_column_since_inception_hangs_over_the_one_beside_it() -> None:
    rows_since = [(*each, each[2]) if len(each) == 3 else each for each in INCOME_ROWS]
    years = ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31", "1991-03-12 1998-12-31"]
    for blanks in (0, 1, 2):
        wide = [
            " " * (WIDTH + 30 - blanks) + "March 12, 1991",
            " " * WIDTH + "   Years ended".ljust(30 - blanks) + "(inception) to",
            " " * WIDTH + "  December 31,".ljust(30) + "December 31,",
            heads("1998", "1997", "1998"),
        ]
        text = statement("STATEMENTS OF OPERATIONS", wide, rows_since)
        assert periods(one(text, "income", ANNUAL)) == years, blanks
