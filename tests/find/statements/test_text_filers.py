"""What filers of 1993 to 2002 printed: pages that end in running text, notes and schedules behind statements, headings beside labels."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, balance, find, heads, income, line, one, statement

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]
TEXT = (
    "All balances presented above with the exception of cash and of inventories\nrepresent transactions with related parties of the firm,\n"
    "which are described in the notes to these statements and elsewhere herein.\n" * 4
)


@pytest.mark.parametrize("title", ["CONSOLIDATED STATEMENTS OF INCOME", f"{'Consolidated Statements of Income':^80}"])
def test_a_title_right_below_the_text_of_the_page_before(title: str) -> None:
    page = "\n".join(line(*row) for row in INCOME_ROWS)
    caption = f"{'($ in thousands, except share and per share amounts)':^80}"
    found = find(f"{balance()}\n{TEXT}<PAGE>\n{title}\n{caption}\n\n{HEADS[0]}\n{page}\n", ANNUAL)
    assert [(each.kind, each.title.value) for each in found][1:] == [("income", title.strip())]


SCHEDULE = "\n".join([line("Land", "4,110", "3,900"), line("Buildings", "30,110", "29,000"), line("Equipment", "5,220", "4,110")])


@pytest.mark.parametrize(
    "name",
    [
        f"{'SCHEDULE III':>78}",
        "Schedule II - Valuation and Qualifying Accounts",
        f"{'Real Estate and Accumulated Depreciation':^78}",
        f"16. UNITED STATES ACCOUNTING PRINCIPLES\n\n{HEADS[0]}",
        f"Financial and Statistical Data of Airlines\n\n{HEADS[0]}",
        f"Funds from Operations\n\nThe following table presents the calculation of Funds from Operations:\n\n{HEADS[0]}",
    ],
)
def test_what_follows_a_statement_is_none_of_its_rows(name: str) -> None:
    cashflow = statement("STATEMENTS OF CASH FLOWS", HEADS, CASHFLOW_ROWS)
    found = one(f"{cashflow}\n{name}\n\n{SCHEDULE}\n", "cashflow", ANNUAL)
    assert found.rows[-1].label == "Cash at end of year"


def test_shares_of_two_years_below_each_other() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock, $1 par value",),
        ("  Authorized:       50,000,000 shares",),
        ("  Issued:   1998 -  16,303,000 shares",),
        ("            1997 -  17,099,000 shares", "16,303", "17,099"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    row = found.rows[-2]
    assert row.label.startswith("Common stock, $1 par value Authorized: 50,000,000 shares")
    counts = [
        (each.number.printed, each.period.end.year) for each in row.in_label if each.period and each.number.printed[:2] in ("16", "17")
    ]
    assert counts == [("16,303,000", 1998), ("17,099,000", 1997)]


SIDE_HEADS = [
    ("Operating Revenues  Rail and other", "$ 9,000", "$ 8,000"),
    ("Operating Expenses  Salaries and wages", "5,000", "4,500"),
    ("                    Fuel and", "", ""),
    ("                    utilities (Note 4)", "2,500", "2,300"),
    ("                    Total", "7,500", "6,800"),
    ("Income              Operating Income", "1,500", "1,200"),
    ("                    Income Taxes", "500", "400"),
    ("                    Income from Contin.", "", ""),
    ("                    Operations", "1,000", "800"),
    ("Net Income", "$ 1,000", "$ 800"),
    ("Per Share           Income from Contin.", "", ""),
    ("                    Operations", "$ .50", "$ .40"),
    ("                    Net Income", "$ .50", "$ .40"),
]


def test_headings_in_a_column_of_their_own_left_of_the_labels() -> None:
    found = one(income([row if any(row[1:]) else row[:1] for row in SIDE_HEADS]), "income", ANNUAL)
    labels = [(row.label, row.heads[-1:]) for row in found.rows if row.figures]
    assert labels == [
        ("Rail and other", ("Operating Revenues",)),
        ("Salaries and wages", ("Operating Expenses",)),
        ("Fuel and utilities (Note 4)", ("Operating Expenses",)),
        ("Total", ("Operating Expenses",)),
        ("Operating Income", ("Income",)),
        ("Income Taxes", ("Income",)),
        ("Income from Contin. Operations", ("Income",)),
        ("Net Income", ()),
        ("Income from Contin. Operations", ("Per Share",)),
        ("Net Income", ("Per Share",)),
    ]


def test_a_label_of_three_lines_on_a_page_with_a_centred_foot() -> None:
    table = [
        *INCOME_ROWS[:3],
        ("Equipment and incentive",),
        ("   management fees to General",),
        ("   Partner", "2,500", "2,300"),
        *INCOME_ROWS[4:],
    ]
    found = one(f"{income(table)}\n{'See accompanying notes.':^76}\n\n{'EXAMPLE CASH DISTRIBUTION FUND':^76}\n", "income", ANNUAL)
    assert found.rows[3].label == "Equipment and incentive management fees to General Partner"


def test_a_label_in_capitals_that_goes_on_with_of() -> None:
    table = [
        *[(label.upper(), *figures) for label, *figures in INCOME_ROWS[:4]],
        ("INCOME BEFORE TAXES AND CUMULATIVE EFFECT",),
        ("  OF CHANGE IN ACCOUNTING", "1,500", "1,200"),
        ("  Provision for income taxes", "500", "400"),
        ("NET INCOME", "1,000", "800"),
    ]
    found = one(income(table), "income", ANNUAL)
    assert found.rows[4].label == "INCOME BEFORE TAXES AND CUMULATIVE EFFECT OF CHANGE IN ACCOUNTING"


def test_partners_capital_at_a_day_is_a_balance() -> None:
    table = [
        ("Partners' capital (deficiency)",),
        (" at October 31, 1997", "115,400", "(4,060)"),
        ("Net income", "1,901", "211"),
        ("Partners' capital (deficiency)",),
        (" at October 31, 1998", "117,301", "(3,849)"),
    ]
    text = statement("STATEMENTS OF PARTNERS' CAPITAL", [heads("Limited", "General"), heads("partners", "partners")], table)
    found = one(text, "equity", ANNUAL)
    assert {figure.period.end for row in found.rows for figure in row.figures if figure.period} == {date(1997, 10, 31), date(1998, 10, 31)}


def test_changes_in_net_assets_are_no_rows_of_the_balance_sheet() -> None:
    table = [
        ("Net assets at beginning of year", "39,660", "61,110"),
        ("Interest income", "904", "1,660"),
        ("Net assets at end of year", "29,004", "39,660"),
    ]
    page = statement("STATEMENTS OF CHANGES IN NET ASSETS IN LIQUIDATION", HEADS, table)
    assert one(f"{balance()}\n{page}", "balance_sheet", ANNUAL).rows[-1].label == BALANCE_ROWS[-1][0].strip()


def test_shares_behind_a_count_are_no_par_value() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock",),
        ("  Authorized - 50,000,000 shares, no par value",),
        ("  Issued - 20,420,000 shares", "18,011", "17,433"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    units = {each.number.printed: each.unit.oim() for row in found.rows for each in row.in_label if each.unit}
    assert units["50,000,000"] == "xbrli:shares"
