"""Which columns the numbers inside a label tell of."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find.statements.rows.in_label import numbers_in_label
from converter.model import Cell, Column, Period, Place, currency_unit

JUNE = [Column("1999", Period(None, date(1999, 6, 30))), Column("1998", Period(None, date(1998, 6, 30)))]
QUARTER = [Column("Mar", Period(None, date(1999, 3, 27))), Column("Sep", Period(None, date(1998, 9, 26)))]


def told(label: str, columns: list[Column] = JUNE) -> dict[str, str]:
    """The numbers with the years (of columns of several months: the months) that they tell of."""
    by_month = columns is QUARTER
    cell = Cell(label, 0, len(label), Place(0, "cell", label, line=1, start=0, end=len(label)))
    out: dict[str, str] = {}
    for figure in numbers_in_label([cell], (), columns, None, currency_unit("USD")):
        if figure.period:
            end = f"{figure.period.end:%b}" if by_month else str(figure.period.end.year)
            out[figure.number.printed] = " ".join(filter(None, (out.get(figure.number.printed, ""), end)))
    return out


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Common stock, issued 5,123 and 5,100 shares", {"5,123": "1999", "5,100": "1998"}),
        ("Common stock, 5,123 and 5,100 shares issued in 1998 and 1999, respectively", {"5,123": "1998", "5,100": "1999"}),
        ("Common stock, issued: 1998 - 5,123; 1999 - 5,100", {"5,123": "1998", "5,100": "1999"}),
        ("Common stock, issued: 1998, 5,123 shares; 1999, none", {"5,123": "1998"}),
        (
            "Common stock, 7,000 shares authorized, issued: 1998, 5,123; 1999, 5,100",
            {"7,000": "1999 1998", "5,123": "1998", "5,100": "1999"},
        ),
        ("Common stock (issued 5,100; 5,123 in 1998)", {"5,100": "1999", "5,123": "1998"}),
        ("Treasury stock, 400 shares at June 30, 1999 and 1998", {"400": "1999 1998"}),
        ("Treasury stock, 5,100 shares (5,123 in 1998)", {"5,100": "1999", "5,123": "1998"}),
        ("Treasury stock, 5,100 (1998-5,123) shares", {"5,100": "1999", "5,123": "1998"}),
        ("Common stock--5,100 and 5,123 shares outstanding", {"5,100": "1999", "5,123": "1998"}),
        ("Bonds (cost: $36 - 1999, $29 - 1998)", {"$36": "1999", "$29": "1998"}),
        ("Common stock, authorized 9,000 shares; 5,100 shares issued", {"9,000": "1999 1998", "5,100": "1999 1998"}),
        (
            "Common stock, 9,000 authorized, 5,100 shares issued and 4,900 outstanding at June 30, 1999, 5,200 shares issued and 5,000"
            " outstanding at June 30, 1998",
            {"9,000": "1999 1998", "5,100": "1999", "4,900": "1999", "5,200": "1998", "5,000": "1998"},
        ),
        ("Common stock, 5,123 and 4,900 shares at June 30, 1998 and 1997", {"5,123": "1998"}),
        ("Time deposits of $100,000 and over", {}),
        ("Deposits in excess of $100,000", {}),
        ("Common stock, 9,100, 9,000 and 8,900 shares", {}),
    ],
)
def test_columns_by_the_dates_beside_numbers(label: str, expected: dict[str, str]) -> None:
    assert told(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Common stock, 5,100 shares issued at March 27, 1999 (5,000 at September 26, 1998)", {"5,100": "Mar", "5,000": "Sep"}),
        ("Common stock, 5,100 shares issued at 3/27/99; 5,000 shares issued at 9/26/98", {"5,100": "Mar", "5,000": "Sep"}),
        ("Bonds (fair value: March - $50; September - $60)", {"$50": "Mar", "$60": "Sep"}),
        ("Common stock, 5,100 shares outstanding at March 28, 1999", {"5,100": "Mar"}),
    ],
)
def test_columns_by_their_days_and_months(label: str, expected: dict[str, str]) -> None:
    assert told(label, QUARTER) == expected


def test_a_date_may_be_parted_by_the_end_of_a_line() -> None:
    lines = ("Receivables, less allowance of $93 ($91 at September", "26, 1998)")
    cells = [Cell(text, 0, len(text), Place(0, "cell", text, line=n, start=0, end=len(text))) for n, text in enumerate(lines)]
    found = numbers_in_label(cells, (), QUARTER, None, currency_unit("USD"))
    assert [(figure.number.printed, figure.column) for figure in found] == [("$93", 0), ("$91", 1)]


def test_a_label_of_too_many_counts_tells_nothing() -> None:
    label = "Common stock, issued " + ", ".join(f"class {letter} {n},500 shares" for n, letter in enumerate("ABCDEFGHIJK", 1))
    assert told(label) == {}
