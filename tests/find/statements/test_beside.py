"""What stands above or beside columns by chance: a note, the foot of a page, a head over the middle one."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, find, html, line, markdown, one, periods, row, rows, statement

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


def test_a_note_above_a_column_does_not_make_it_pro_forma() -> None:
    note = ("", "Note 7: Reduction of the tax benefit relating to the pro forma adjustments above", "")
    title = ("", "Condensed Consolidated Balance Sheets", "")
    found = one(
        markdown(note, ("above.",), title, ("", "December 31, 1998", "December 31, 1997"), *BALANCE_ROWS), "balance_sheet", name="a.md"
    )
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]


def test_the_length_over_the_middle_one_of_three_years_holds_for_all() -> None:
    table = [(*each, each[-1]) if len(each) > 1 else each for each in CASHFLOW_ROWS]
    text = "STATEMENTS OF CASH FLOWS\n\n" + markdown(("", "1997", "FOR YEARS ENDED DECEMBER 31, 1998 (IN THOUSANDS)", "1999"), *table)
    found = one(text, "cashflow", Known(fiscal_year_end=(12, 31)), name="a.md")
    assert periods(found) == ["1997-01-01 1997-12-31", "1998-01-01 1998-12-31", "1999-01-01 1999-12-31"]


def test_the_foot_of_a_page_is_no_head_of_the_next() -> None:
    before = f"{'BALANCE SHEETS':^80}\n\n{line('', '12/31/1998', '12/31/1997')}\n{rows(BALANCE_ROWS)}"
    lines = [("", "Three months", "Nine months"), ("STATEMENTS OF INCOME", "ended", "ended"), ("(in thousands)", "9/30/1998", "9/30/1998")]
    heads = "\n".join(line(*each) for each in lines)
    text = f"{before}\n\n{'1998 3Q FORM 10-Q 21':>80}\n\n\n<PAGE>\n\n{heads}\n{rows(INCOME_ROWS)}"
    found = next(each for each in find(text) if each.kind == "income")
    assert periods(found) == ["1998-07-01 1998-09-30", "1998-01-01 1998-09-30"]


def test_a_heading_at_the_foot_of_a_table_goes_on_in_the_next() -> None:
    head = ("", "12 months ended December 31, 1998", "12 months ended December 31, 1997")
    first, second = CASHFLOW_ROWS[:5], CASHFLOW_ROWS[5:]
    upper = [(each[0].upper(),) if each[0].endswith("activities:") else each for each in first]
    upper[-1] = ("INVESTING ACTIVITIES",)
    text = f"STATEMENTS OF CASH FLOWS\n\n(In thousands)\n\n{markdown(head, *upper)}12\n\nEXAMPLE CORP\n\n{markdown(head, *second)}"
    found = one(text, "cashflow", Known(fiscal_year_end=(12, 31)), name="a.md")
    assert len([each for each in found.rows if each.figures]) == sum(len(each) > 1 for each in CASHFLOW_ROWS)


def test_per_cents_go_on_without_heads() -> None:
    """After the end of a page the columns are those of the page before, where they have no heads of their own: changes are no amounts."""
    table = [(*each, "12.5") if len(each) > 1 else each for each in INCOME_ROWS]
    top = ["STATEMENTS OF INCOME", "(In thousands)", "", line("", "1998", "1997", "% Chg.")]
    text = "\n".join([*top, rows(table[:5]), "", "    4", "<PAGE>", "STATEMENTS OF INCOME (CONTINUED)", "", rows(table[5:]), ""])
    found = one(text, "income", Known(fiscal_year_end=(12, 31), period_end=date(1998, 12, 31), form="10-K"))
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]
    assert [figure.ignored for figure in row(found, "Provision for income taxes")] == [False, False, True]


@pytest.mark.parametrize("mark", ["%", "Percent"])
@pytest.mark.parametrize("word", ["Chg.", "Change", ""])
def test_a_mark_on_a_line_of_its_own_is_of_one_column(mark: str, word: str) -> None:
    """As releases of banks set "% / Chg." at the right of each pair of years, above the line that has the years."""
    table = [(*each, "12.5", *each[1:], "9.5") if len(each) > 1 else each for each in INCOME_ROWS]
    spanners = f"{'':48}{'Three Months Ended June 30,':<42}{'Six Months Ended June 30,'}"
    heads = [spanners, line("", "", "", mark, "", "", mark), line("", "1998", "1997", word, "1998", "1997", word)]
    text = "\n".join(["STATEMENTS OF INCOME", "(In thousands)", "", *heads, rows(table), ""])
    found = one(text, "income", Known(fiscal_year_end=(12, 31), period_end=date(1998, 6, 30), form="10-Q"))
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
    assert [figure.ignored for figure in row(found, "Cost of sales")] == [False, False, True] * 2


def test_a_column_with_marks_of_money_is_none_of_per_cents() -> None:
    found = one(f"<p>STATEMENTS OF INCOME</p>{html(('', '1998', '% 1997'), *INCOME_ROWS)}", "income", ANNUAL, "page.htm")
    assert [figure.ignored for figure in row(found, "Cost of sales")] == [False, False]


PARTS = [
    ("Net sales", "100.0%", "100.0%", "$318.4", "$302.1"),
    ("Cost of sales", "78.9", "79.8", "251.2", "241.0"),
    ("Gross profit", "21.1", "20.2", "67.2", "61.1"),
    ("Selling expenses", "11.0", "11.5", "34.9", "34.7"),
    ("Operating income", "10.1", "8.7", "32.3", "26.4"),
    ("Income taxes", "5.4", "5.1", "17.2", "15.4"),
    ("Net income", "4.7%", "3.6%", "$15.1", "$11.0"),
]
CAPTION = "Year ended December 31, (dollars in millions)"


def test_parts_of_sales_before_the_amounts_are_per_cents_whatever_their_heads() -> None:
    text = statement("STATEMENTS OF INCOME", [line("", "1999", "1998", "1999", "1998")], PARTS, CAPTION)
    found = one(text, "income", Known(date(1999, 12, 31), (12, 31), "10-K"))
    assert periods(found) == ["1999-01-01 1999-12-31", "1998-01-01 1998-12-31"]
    assert [str(each.number.value) for each in row(found, "Cost of sales") if not each.ignored] == ["251.2", "241.0"]


def test_an_amount_of_a_hundred_makes_no_column_of_parts() -> None:
    amounts = [(label, first.rstrip("%"), str(round(float(second.rstrip("%")) * 1.3, 1))) for label, first, second, *_ in PARTS]
    text = statement("STATEMENTS OF INCOME", [line("", "1999", "1998")], amounts, CAPTION)
    assert len(periods(one(text, "income", Known(date(1999, 12, 31), (12, 31), "10-K")))) == 2


def test_a_column_of_per_cents_of_revenues() -> None:
    table = [
        (label, *amounts, *(part.replace("100.0", "").rstrip("%") for part in (first, second))) for label, first, second, *amounts in PARTS
    ]
    heads = [line("", "", "", "Percent of", "Percent of"), line("", "1999", "1998", "Sales 1999", "Sales 1998")]
    found = one(statement("STATEMENTS OF INCOME", heads, table, CAPTION), "income", Known(date(1999, 12, 31), (12, 31), "10-K"))
    assert [column.reason for column in found.columns] == ["", "", "a per cent column", "a per cent column"]


def test_funds_from_operations_below_the_income_are_no_part_of_the_statement() -> None:
    table = [
        *INCOME_ROWS,
        ("Funds from operations (a):",),
        ("  Net income", "$ 1,000", "$ 800"),
        ("  Depreciation of real property", "3,090", "2,304"),
        ("  Funds from operations", "$ 4,090", "$ 3,104"),
        ("  Funds from operations per share", "$ 2.05", "$ 1.55"),
    ]
    text = statement("STATEMENTS OF INCOME", [line("", "1998", "1997")], table)
    found = one(text, "income", Known(date(1998, 12, 31), (12, 31), "10-K"))
    assert [row.label for row in found.rows if row.figures and all(each.ignored for each in row.figures)] == [
        "Net income",
        "Depreciation of real property",
        "Funds from operations",
        "Funds from operations per share",
    ]


@pytest.mark.parametrize("heading", ["Excluding restructuring charge:", "CASH BASIS (excluding goodwill):", "As originally reported:"])
def test_a_profit_that_comes_again_with_other_amounts_is_on_another_basis(heading: str) -> None:
    again = [(heading,), ("  Net income", "$ 1,200", "$ 800"), ("  Per share", "$ .60", "$ .40")]
    text = statement("STATEMENTS OF INCOME", [line("", "1998", "1997")], [*INCOME_ROWS, *again])
    found = one(text, "income", Known(date(1998, 12, 31), (12, 31), "10-K"))
    assert [all(each.ignored for each in row.figures) for row in found.rows if row.label in ("Net income", "Per share")] == [
        False,
        True,
        True,
    ]


def test_a_profit_that_comes_again_with_its_amounts_begins_another_statement_of_the_same() -> None:
    again = [("Comprehensive income:",), ("  Net income", "$ 1,000", "$ 800"), ("  Foreign currency translation", "9", "8")]
    text = statement("STATEMENTS OF INCOME", [line("", "1998", "1997")], [*INCOME_ROWS, *again])
    found = one(text, "income", Known(date(1998, 12, 31), (12, 31), "10-K"))
    assert not any(each.ignored for row in found.rows for each in row.figures)


def test_what_is_earned_for_diluted_shares_is_on_no_other_basis() -> None:
    again = [("Assuming full dilution:",), ("  Net income", "$ 1,010", "$ 810"), ("  Net income per share", "$ .48", "$ .39")]
    text = statement("STATEMENTS OF INCOME", [line("", "1998", "1997")], [*INCOME_ROWS, *again])
    found = one(text, "income", Known(date(1998, 12, 31), (12, 31), "10-K"))
    assert not any(each.ignored for row in found.rows for each in row.figures)
