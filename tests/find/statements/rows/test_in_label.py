"""Numbers inside labels: allowances, par values, counts of shares."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, heads, html, one, statement

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
HEADS = [heads("1998", "1997")]


def in_label(label: str, *figures: str, caption: str = "(in thousands, except per share data)") -> list[tuple[str, str, int | None]]:
    table = [*BALANCE_ROWS[:2], (label, *figures), *BALANCE_ROWS[3:]]
    text = statement("BALANCE SHEETS", HEADS, [], caption) + "\n".join(
        f"{each[0]:<100}" + "".join(f"{figure:>14}" for figure in each[1:]) for each in table
    )
    found = one(text.replace(HEADS[0], " " * 60 + HEADS[0]), "balance_sheet", ANNUAL)
    inside = next(each.in_label for each in found.rows if each.label.startswith(label[:20]))
    return [(figure.number.printed, str(figure.period.end if figure.period else None), figure.scale) for figure in inside]


@pytest.mark.parametrize("mark", ["$", "US$", "U.S.$"])
def test_allowances_one_for_each_column(mark: str) -> None:
    assert in_label(f"Accounts receivable, less allowances of {mark}69 and {mark}81, respectively", "800", "700") == [
        ("$69", "1998-12-31", 3),
        ("$81", "1997-12-31", 3),
    ]


def test_allowances_dated_by_year() -> None:
    found = in_label("Accounts receivable, less reserve of $57 in 1997 and $63 in 1998", "800", "700")
    assert found == [("$57", "1997-12-31", 3), ("$63", "1998-12-31", 3)]


def test_par_values_and_share_counts() -> None:
    found = in_label("Common stock, $.01 par value; 20,000,000 shares authorized; 5,123,456 and 5,100,000 issued (Note 3)", "51", "51")
    assert found == [
        ("$.01", "1998-12-31", 0),
        ("$.01", "1997-12-31", 0),
        ("20,000,000", "1998-12-31", 0),
        ("20,000,000", "1997-12-31", 0),
        ("5,123,456", "1998-12-31", 0),
        ("5,100,000", "1997-12-31", 0),
    ]


def test_par_value_times_shares_proves_their_scale() -> None:
    found = in_label("Common stock, $1 par value, 900,000 shares authorized; 312,917 and 313,724 issued", "312,917", "313,724")
    assert {scale for printed, _, scale in found if printed.startswith("31")} == {3}


def test_numbers_that_are_no_amounts_are_passed_over() -> None:
    assert in_label("Notes payable, 8 1/2% due 2003 (Note 4)", "800", "700") == []
    assert in_label("45. Treasury stock, at cost", "800", "700") == []


@pytest.mark.parametrize(
    "label",
    [
        "Accounts receivable, net of allowance (2)",
        "Equipment, net of accumulated depreciation [4]",
        "Equipment, less accumulated depreciation (2 and 14)",
        "Preferred stock, shares issued (see 9)",
    ],
)
def test_a_small_number_alone_in_parentheses_is_a_notes(label: str) -> None:
    assert in_label(label, "800", "700") == []


def test_a_small_number_in_parentheses_behind_of_is_an_amount() -> None:
    assert in_label("Accounts receivable, net of allowances of (41) and (47)", "800", "700") == [
        ("(41)", "1998-12-31", 3),
        ("(47)", "1997-12-31", 3),
    ]


def test_share_counts_follow_the_labels_above() -> None:
    common = ("Common stock, $.01 par value; 20,000,000 shares authorized; 5,123,456 issued", "51", "51")
    table = [*BALANCE_ROWS[:-2], common, ("Treasury stock, 12,500 shares at cost", "(70)", "(70)"), *BALANCE_ROWS[-2:]]
    text = statement("BALANCE SHEETS", [], [], "(in thousands)") + "\n".join(
        f"{each[0]:<100}" + "".join(f"{figure:>14}" for figure in each[1:]) for each in [("", "Dec. 31, 1998", "Dec. 31, 1997"), *table]
    )
    found = one(text, "balance_sheet", ANNUAL)
    inside = [figure for each in found.rows for figure in each.in_label if figure.number.printed == "12,500"]
    assert [figure.scale for figure in inside] == [0, 0]


def test_the_scale_of_a_number_may_stand_on_the_next_line() -> None:
    table = [
        *BALANCE_ROWS[:2],
        ("  Receivables, less allowances of $69",),
        ("    million and $81 million, respectively", "800", "700"),
        *BALANCE_ROWS[3:],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    inside = next(each.in_label for each in found.rows if each.in_label)
    assert [(figure.number.printed, figure.scale) for figure in inside] == [("$69", 6), ("$81", 6)]


def test_a_count_in_billions_is_no_par_value() -> None:
    found = in_label("Common stock, $.01 par value, authorized 3.6 billion shares", "51", "51")
    assert ("3.6", "1998-12-31", 9) in found
    assert [scale for printed, _, scale in in_label("Common stock, $1 par, authorized 900.5 shares", "51", "51") if printed == "900.5"] == [
        3
    ] * 2


def test_numbers_in_lines_of_a_wrapped_label_are_no_column() -> None:
    """They stand one below the other, and beside no figure of the columns."""
    table = [
        *BALANCE_ROWS[:-2],
        ("Preferred stock; authorized     500,000",),
        ("  shares, none issued", "--", "--"),
        ("Common stock; authorized     9,500,000",),
        ("  shares, issued and outstanding", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert len(found.columns) == 2
    assert found.rows[-2].label == "Common stock; authorized 9,500,000 shares, issued and outstanding"


def test_nought_between_dashes_is_a_count() -> None:
    label = "Preferred stock, $.001 par value; 4,110,000 and -0- shares issued and outstanding in 1998 and 1997"
    assert in_label(label, "4,110", "--", caption="")[2:] == [("4,110,000", "1998-12-31", 0), ("-0-", "1997-12-31", 0)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("[a] Net of deferred taxes of $8 and $4, respectively", [("$8", "1998-12-31"), ("$4", "1997-12-31")]),
        ("The company sold 2,000 shares at $8 and $4", []),
    ],
)
def test_amounts_of_money_in_a_note_that_ends_a_statement(note: str, expected: list[tuple[str, str]]) -> None:
    text = "<html><p>Consolidated Balance Sheets (in thousands)</p>" + html(("", "Dec. 31, 1998", "Dec. 31, 1997"), *BALANCE_ROWS, (note,))
    found = one(text + "</html>", "balance_sheet", ANNUAL, "page.htm")
    assert [(each.number.printed, str(each.period and each.period.end)) for row in found.rows[12:] for each in row.in_label] == expected


def test_amounts_dated_by_month() -> None:
    text = statement("BALANCE SHEETS", [heads("March 31,", "June 30,"), heads("1998", "1997")], BALANCE_ROWS).replace(
        "  Accounts receivable  ", "  Bonds (value: March - $9; June - $7)"
    )
    found = one(text, "balance_sheet", Known(date(1998, 3, 31), (6, 30), "10-Q"))
    inside = next(each.in_label for each in found.rows if each.label.startswith("Bonds"))
    assert [(figure.number.printed, str(figure.period.end)) for figure in inside if figure.period] == [
        ("$9", "1998-03-31"),
        ("$7", "1997-06-30"),
    ]


def test_counts_behind_years_on_a_line_of_their_own() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock, par value $1; shares issued:",),
        ("  1998 - 3,000,000; 1997 - 2,500,000", "3,000", "2,500"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    counts = [(figure.number.printed, str(figure.period.end)[:4]) for figure in found.rows[-2].in_label[2:] if figure.period]
    assert counts == [("3,000,000", "1998"), ("2,500,000", "1997")]


def test_one_label_proves_how_all_count_shares() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Preferred stock, $.01 par value, 500,000 shares authorized", "-", "-"),
        ("Common stock, $.01 par value, 300,000,000 shares issued", "3,000", "3,000"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    assert {figure.scale for figure in found.rows[-3].in_label if figure.number.printed == "500,000"} == {0}


def test_counts_with_a_day_each_in_a_label_that_wraps_within_a_date() -> None:
    table = [
        *BALANCE_ROWS[:-2],
        ("Common stock, no par value; 20,000,000",),
        ("  shares authorized; 5,123,456 shares issued and outstanding at December",),
        ("  31, 1998 (5,100,000 shares at December",),
        ("  31, 1997)", "51", "51"),
        BALANCE_ROWS[-1],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    counts = [(figure.number.printed, str(figure.period.end)[:4]) for figure in found.rows[-2].in_label if figure.period]
    assert counts == [("20,000,000", "1998"), ("20,000,000", "1997"), ("5,123,456", "1998"), ("5,100,000", "1997")]


def test_one_count_for_the_days_of_two_columns() -> None:
    found = in_label("Preferred stock, 50,400 shares issued and outstanding as of December 31, 1998 and 1997, respectively", "504", "506")
    assert found == [("50,400", "1998-12-31", 3), ("50,400", "1997-12-31", 3)]


def test_a_parenthesis_around_words_is_no_sign() -> None:
    """ "($2,110 and $1,870)": the parenthesis is the label's, and no number is negative."""
    found = in_label("Routes, less accumulated amortization ($110 and $87)", "800", "700")
    assert found == [("$110", "1998-12-31", 3), ("$87", "1997-12-31", 3)]


def test_a_word_may_be_tied_to_its_number() -> None:
    found = in_label("Common stock, authorized-30,000,000 shares; issued-10,107,359 and 10,090,859 shares", "51", "51")
    assert [printed for printed, *_ in found] == ["30,000,000", "30,000,000", "10,107,359", "10,090,859"]


def test_round_thousands_that_exceed_their_row_are_in_full() -> None:
    found = in_label("Loans, net of allowance for losses of $1,234,000 and $1,111,000", "800", "700")
    assert [scale for *_, scale in found] == [0, 0]
    assert in_label("Loans, net of allowance for losses of $1,000", "8,000", "7,000")[0][2] == 3


def test_dollars_and_cents_among_thousands_are_no_amounts() -> None:
    assert in_label("Preferred stock, $2.88 cumulative series, liquidation preference of $50 a share", "800", "700") == [
        ("$50", "1998-12-31", 0),
        ("$50", "1997-12-31", 0),
        ("$2.88", "None", None),
    ]


def test_a_count_with_a_word_of_its_own_says_nothing_of_others() -> None:
    common = ("Common stock, $.01 par value; 1 billion shares authorized", "51", "51")
    treasury = ("Treasury stock, 2,735 and 2,380 shares", "(40)", "(30)")
    table = [*BALANCE_ROWS[:-2], common, treasury, *BALANCE_ROWS[-2:]]
    text = statement("BALANCE SHEETS", [], [], "(in thousands, except per share data)") + " " * 100 + HEADS[0].strip() + "\n"
    text += "\n".join(f"{each[0]:<90}" + "".join(f"{figure:>14}" for figure in each[1:]) for each in table)
    found = one(text, "balance_sheet", ANNUAL)
    inside = {figure.number.printed: figure.scale for each in found.rows for figure in each.in_label}
    assert inside == {"$.01": 0, "1": 9, "2,735": 3, "2,380": 3}


def test_a_number_alone_on_a_line_of_a_label_that_wraps() -> None:
    stock = [("Common stock, $.01 par;",), ("  312,922 and",), ("  309,487",), ("  issued", "3,589", "3,544")]
    table = [*BALANCE_ROWS[:-2], *stock, *BALANCE_ROWS[-2:]]
    found = one(statement("BALANCE SHEETS", HEADS, table, "(in thousands, except per share data)"), "balance_sheet", ANNUAL)
    assert [each.label for each in found.rows if "Common" in each.label] == ["Common stock, $.01 par; 312,922 and 309,487 issued"]


def test_places_of_a_fraction_are_no_year() -> None:
    """Futures funds count units to the fourth place."""
    found = in_label("General partner (198.2044 and 203.4419 Unit equivalents)", "322", "344", caption="")
    assert [(printed, day) for printed, day, _ in found] == [("198.2044", "1998-12-31"), ("203.4419", "1997-12-31")]


def test_interests_of_partners_are_counted_like_units() -> None:
    assert in_label("Limited partners (30,112 Interests)", "322", "344", caption="")[0] == ("30,112", "1998-12-31", 0)


@pytest.mark.parametrize(
    ("label", "figures", "scale"),
    [
        ("Preferred shares, $25 liquidation preference; 2,300,000 shares issued and outstanding", ("57,500", "57,500"), 0),
        ("Preferred shares, liquidation value $50, 200,000 shares issued and outstanding", ("--", "--"), 0),
        ("Preferred shares, liquidation preference $500; 1,000,000 shares issued and outstanding", ("480", "480"), 3),
        ("Preferred shares, $900 aggregate liquidation preference; 1,000,000 shares issued", ("10,000", "10,000"), 3),
    ],
)
def test_a_preference_in_liquidation_is_a_shares_where_it_is_nothing_beside_its_row(
    label: str, figures: tuple[str, str], scale: int
) -> None:
    """Real estate trusts leave out "per share"."""
    assert in_label(label, *figures)[0][2] == scale


def test_par_value_in_another_currency_and_counts_by_their_days() -> None:
    """Chinese filers: two columns in renminbi, the newest once more in dollars; par value in dollars."""
    table = [
        ("", "Dec. 31, 1997", "Dec. 31, 1998", "Dec. 31, 1998"),
        ("", "RMB", "RMB", "US$"),
        *((*row, "90") if len(row) > 2 else row for row in BALANCE_ROWS[:-2]),
        (
            "Ordinary shares (US$0.0001 par value; 500,000 shares authorized; 8,240,120 and 8,911,436 shares issued and outstanding as of "
            "December 31, 1997 and December 31, 1998, respectively)",
            *("68", "68", "10"),
        ),
    ]
    text = "<html><p>Consolidated Balance Sheets (in thousands of renminbi)</p>" + html(*table) + "</html>"
    found = one(text, "balance_sheet", ANNUAL, "page.htm").rows[-1].in_label
    assert {each.unit.oim() for each in found if each.number.printed == "$0.0001" and each.unit} == {"iso4217:USD/xbrli:shares"}
    assert [(each.number.printed, str(each.period and each.period.end)) for each in found][-2:] == [
        ("8,240,120", "1997-12-31"),
        ("8,911,436", "1998-12-31"),
    ]


def test_the_rest_of_a_label_in_title_case_holds_its_amounts() -> None:
    """A release whose lines keep no indents."""
    table = [
        *BALANCE_ROWS[:2],
        ("Receivables, Less Allowance for Doubtful",),
        ("Accounts of $69 and $81", "800", "700"),
        *BALANCE_ROWS[3:],
    ]
    found = one(statement("BALANCE SHEETS", HEADS, table), "balance_sheet", ANNUAL)
    row = next(each for each in found.rows if each.in_label)
    assert row.label == "Receivables, Less Allowance for Doubtful Accounts of $69 and $81"
