"""What covers say that was told wrong: names, days, streets and classes that are none."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.model import CoverItem
from converter.read import read

_CHARTER = "(Exact name of registrant as specified in its charter)\n\n"


def _items(page: str) -> tuple[CoverItem, ...]:
    return find_cover(read(f"FORM 10-K\n\n{page}".encode(), "a.txt"))


def _said(page: str) -> dict[str, str]:
    return {item.item: item.value for item in reversed(_items(page))}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("EXAMPLE INDUSTRIES, INC.\nAND SUBSIDIARIES", "EXAMPLE INDUSTRIES, INC."),
        ("Registrant: EXAMPLE INDUSTRIES, INC.", "EXAMPLE INDUSTRIES, INC."),
        ("E X A M P L E   I N D U S T R I E S ,  I N C .", "EXAMPLE INDUSTRIES, INC."),
    ],
)
def test_names(lines: str, name: str) -> None:
    assert _said(f"{lines}\n{_CHARTER}")["registrant_name"] == name


def test_a_day_behind_an_amount_may_be_another_ones() -> None:
    """Since 2003 covers give the market value of the second quarter's end, and some a later one beside it."""
    page = (
        f"EXAMPLE CO.\n{_CHARTER}The aggregate market value at June 30, 1999, the last business day of the second quarter, of\n"
        "voting common equity held by non-affiliates was $88.4 million, and at March 3, 2000 was $90.1 million.\n"
    )
    told = [(item.value, str(item.as_of)) for item in _items(page) if item.item == "public_float"]
    assert ("88400000", "2000-03-03") not in told


def test_preferred_stock_of_a_series_is_no_common_stock() -> None:
    """Insurers and utilities set the number of shares beside the title of each class."""
    page = (
        f"EXAMPLE CO.\n{_CHARTER}Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "                                        Outstanding at      Name of each exchange\n"
        "Title of each class                     March 3, 2000       on which registered\n\n"
        "Common Stock, $1 par value              11,204,118          New York\n"
        "Series A Preferred, $1 par value           400,000          New York\n"
    )
    assert [item.value for item in _items(page) if item.item == "shares_outstanding" and "series a" in item.security] == []


def test_the_rest_of_a_trusts_caption_is_no_street() -> None:
    """Current reports of trusts that hold loans."""
    page = (
        f"EXAMPLE LOAN TRUST 1996-A\n{_CHARTER}"
        "   New York               33-99999              13-1234567\n(State or other       (Commission           (I.R.S. Employer\n"
        " jurisdiction of       File Number           Identification No.\n  incorporation)        of Trust)             of Trust)\n\n"
        "100 Example Street, New York, New York 10001\n(Address of principal executive offices)\n"
    )
    assert (_said(page)["street1"], _said(page).get("street2")) == ("100 Example Street", None)


def test_a_number_behind_the_word_fax() -> None:
    page = f"EXAMPLE CO.\n{_CHARTER}    (847) 555-0177 Fax (847) 555-0178\n(Registrant's telephone number, including area code)\n"
    assert (_said(page)["area_code"], _said(page)["local_phone"]) == ("847", "555-0177")


def test_a_year_from_day_to_day_and_a_federal_number() -> None:
    """Filers whose years end on a weekday; small ones that name the number otherwise."""
    page = (
        f"Annual report for the period from January 3, 1999 to January 1, 2000\n\nEXAMPLE CO.\n{_CHARTER}"
        "     Republic of Liberia                    13-1234567\n(State of incorporation)          (Federal I.D. No.)\n"
    )
    said = _said(page)
    assert (said["period_start"], said["period_end"]) == ("1999-01-03", "2000-01-01")
    assert (said["state_of_incorporation"], said["irs_number"]) == ("N4", "13-1234567")
