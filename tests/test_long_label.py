"""A label that repeats itself without end takes no time to speak of, and loses no number."""

from __future__ import annotations

import time

import pytest

from converter import convert
from converter.find.statements.rows.in_label import numbers_in_label
from converter.model import Cell, Place, Unit

PAGE = """\
                         BALANCE SHEETS
                         (in thousands)

                                   1998        1997

Cash                              1,200       1,000
  Total assets                    2,000       1,900

{label}        500         600
Equity                            1,500       1,300
"""


@pytest.mark.parametrize("times", [150, 2000])
def test_numbers_in_a_long_label(times: int) -> None:
    begin = time.process_time()
    convert(PAGE.format(label="Common stock: $.001 par on " * times).encode(), name="long.txt")
    assert time.process_time() - begin < 5


def test_a_number_of_forty_thousand_digits_in_a_label() -> None:
    begin = time.process_time()
    convert(PAGE.format(label=f"Receivables, net of allowances of $3,{'5' * 40_000} and $96").encode(), name="long.txt")
    assert time.process_time() - begin < 5


def test_a_long_label_that_its_place_does_not_show() -> None:
    """Where the place holds other characters, its numbers are looked for there once, not as often as the label has them."""
    text = "paid 12 shares on " * 5000
    cell = Cell(text, 0, len(text), Place(0, "label", "paid a dozen shares on " * 5000, 1, 0, len(text)))
    begin = time.process_time()
    told = numbers_in_label([cell], [], [], None, Unit("iso4217:USD"))
    assert time.process_time() - begin < 3
    assert len(told) == 5000


@pytest.mark.parametrize("times", [2, 20, 200])
def test_no_number_of_a_long_label_is_lost(times: int) -> None:
    page = PAGE.format(label="Common stock, 7,123 shares issued and " * times).replace("1998 ", "June 30, 1998 ", 1)
    (report,) = convert(page.encode(), name="long.txt").reports
    places = {place for fact in report.facts for place in fact.sources} | {left.place for left in (*report.unmapped, *report.ignored)}
    assert sum(place.text == "7,123" for place in places) == times
    assert {"500", "600"} <= {place.text for place in places}
    assert all(left.reason for left in (*report.unmapped, *report.ignored))


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Land held for 1,250 stores", "a number inside a label whose words name no amount of a column"),
        ("Long-term debt           7", "stands before the columns: the number of a note or a line"),
        ("Allowances of $44, $45 and $46", "a number inside a label whose words name no amount of a column"),
    ],
)
def test_numbers_of_a_label_that_are_no_amounts_are_listed(label: str, reason: str) -> None:
    page = PAGE.replace("1998        1997", "06/30/98    06/30/97").replace("{label}        500", f"{label:<35}500")
    (report,) = convert(page.encode(), name="short.txt").reports
    assert {left.reason for left in report.ignored} == {reason}
