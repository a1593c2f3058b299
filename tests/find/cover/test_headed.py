"""The registrant's name of releases and annual reports without a cover."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.read import read

_YEARS = "                  1998      1997\n"
_SHEET = f"{{}}\n           CONSOLIDATED BALANCE SHEETS\n\n{_YEARS}Cash          1,200     1,000\nTotal assets  1,200     1,000\n\n"
_INCOME = f"{{}}\n           CONSOLIDATED STATEMENTS OF INCOME\n\n{_YEARS}Net sales     9,120     8,110\nNet income      120       110\n\n"
_RELEASE = "DAYTON, Ohio, April 3, 1999 - {} (NYSE: SWK) today announced results for the year.\n\n"


def _names(page: str) -> list[str]:
    return [item.value for item in find_cover(read(page.encode(), "a.txt")) if item.item == "registrant_name"]


@pytest.mark.parametrize(
    ("sheet", "income", "names"),
    [
        ("SAMPLE WORKS, INC. AND SUBSIDIARIES", "SAMPLE WORKS, INC.", ["SAMPLE WORKS, INC."]),
        ("Sample Works Company", "Sample Works Company", ["Sample Works Company"]),
        ("SAMPLE WORKS, INC.", "KETTLE IMAGING CORPORATION", []),
        ("SAMPLE WORKS, INC.", "1998 Annual Report", []),
        ("results of the Company.", "results of the Company.", []),
    ],
)
def test_a_name_above_the_statements(sheet: str, income: str, names: list[str]) -> None:
    """Annual reports to shareholders: one name above all statements is theirs, two are nobody's."""
    assert _names(_SHEET.format(sheet) + _INCOME.format(income)) == names


@pytest.mark.parametrize(("announcer", "names"), [("Sample Works", ["SAMPLE WORKS, INC."]), ("Kettle Imaging Corp.", [])])
def test_a_name_above_one_statement_is_that_of_who_announces(announcer: str, names: list[str]) -> None:
    """Releases of two statements, of which the second begins without the name."""
    assert _names(_RELEASE.format(announcer) + _INCOME.format("SAMPLE WORKS, INC.") + _SHEET.format("")) == names


def test_a_cover_is_asked_first() -> None:
    cover = "FORM 10-K\n\nKETTLE IMAGING CORPORATION\n(Exact name of registrant as specified in its charter)\n\n"
    assert _names(cover + _SHEET.format("SAMPLE WORKS, INC.") + _INCOME.format("SAMPLE WORKS, INC.")) == ["KETTLE IMAGING CORPORATION"]
