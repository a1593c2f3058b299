"""Covers in the words of their typists: numbers in pieces, streets without "Street", codes beside the wrong line; and pages that only name
a form."""

from __future__ import annotations

import pytest

from converter.find.context import filing_context
from converter.find.cover import find_cover
from converter.read import read

_TOP = "FORM 10-K\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"


def _said(page: str, name: str = "a.txt") -> dict[str, str]:
    said: dict[str, str] = {}
    for item in find_cover(read(page.encode(), name)):
        said.setdefault(item.item, item.value)
    return said


_RELEASE = (
    "EXAMPLE REPORTS SECOND QUARTER 2005 RESULTS\n\nDAYTON, Ohio, August 4, 2005 - Example Co. today announced results for the quarter\n"
    "ended June 30, 2005.\n\nThese statements are forward-looking and involve risks, as described in the Company's\n{}\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "Annual Report on Form 10-K for the year ended December 31, 2004.",
        "Annual Report on Form 10-K.",
        "Form 10-K for the year ended December 31, 2004, and in other reports.",
    ],
)
def test_a_release_that_names_a_report_is_none(said: str) -> None:
    """Releases without a header name the annual report in their last paragraph."""
    page = _RELEASE.format(said)
    assert "document_type" not in _said(page)
    assert (filing_context(read(page.encode(), "a.txt")).form, _said(page)["fiscal_year_end"]) == ("", "--12-31")


@pytest.mark.parametrize(
    "heading", ["FORM 10-Q", "Form 10-Q/A", "QUARTERLY REPORT ON FORM 10-Q", "FORM 10-Q FOR THE QUARTER ENDED JUNE 30, 2005"]
)
def test_a_heading_says_the_form_without_a_cover(heading: str) -> None:
    """Reports that begin with their first item."""
    page = f"{heading}\n\nPART I. FINANCIAL INFORMATION\n\nItem 1. Financial Statements\n"
    assert _said(page)["document_type"].startswith("10-Q")
    assert filing_context(read(page.encode(), "a.txt")).form.startswith("10-Q")


@pytest.mark.parametrize(
    ("lines", "street1", "street2"),
    [
        ("1111 Louisiana\nHouston, Texas                                  77002", "1111 Louisiana", None),
        (
            "397 North Example Parkway East          77002\n        Suite 375                (zip code)\nHouston, Texas",
            "397 North Example Parkway East",
            "Suite 375",
        ),
        (
            "1 Example Loop\n  Houston                   (77002,[Zip Code])\nTexas,[Address of\nprincipal executive offices]",
            "1 Example Loop",
            None,
        ),
    ],
)
def test_streets_that_are_states_and_codes_beside_the_first_line(lines: str, street1: str, street2: str | None) -> None:
    """Streets of Houston bear names of states; small companies set the code beside the street."""
    said = _said(f"{_TOP}{lines}\n(Address of principal executive offices)\n")
    assert (said.get("street1"), said.get("street2"), said["city"], said["zip_code"]) == (street1, street2, "Houston", "77002")


def test_a_caption_behind_a_rule_in_the_cell_of_an_address() -> None:
    """Early HTML parts value and caption by a rule in one cell."""
    said = _said(
        "<p>FORM 8-K</p><p>Example Co.</p><hr>(Exact name of registrant as specified in its charter)<table><tr>"
        "<td>1 Example Square<br>P. O. Box 4407<br>Macon, Georgia<hr>(Address of principal executive offices)</td>"
        "<td>31208<hr>(Zip Code)</td></tr></table>",
        "a.htm",
    )
    assert (said["street1"], said["street2"], said["city"]) == ("1 Example Square", "P. O. Box 4407", "Macon")


@pytest.mark.parametrize(
    "lines",
    [
        "Sample City, Heilongjiang Province\nPeople's Republic of China 150090",
        "Sample City, Heilongjiang Province 150090\nP.R. China",
        "Sample City, Heilongjiang Province, PRC 150090",
    ],
)
def test_addresses_in_china(lines: str) -> None:
    """Chinese companies that came to the market by a reverse merger."""
    said = _said(f"{_TOP}No. 888 Example Road, Sample District\n{lines}\n(Address of principal executive offices)\n")
    assert [said.get(item) for item in ("street1", "city", "state", "zip_code", "country")] == [
        "No. 888 Example Road, Sample District",
        "Sample City",
        None,
        "150090",
        "CN",
    ]


def test_the_country_of_a_province() -> None:
    said = _said(f"{_TOP}885 Example Street, Vancouver, British Columbia, Canada V6C 3E8\n(Address of principal executive offices)\n")
    assert (said["state"], said["country"], said["zip_code"]) == ("A1", "CA", "V6C 3E8")


@pytest.mark.parametrize(
    "printed", ["( 702    ) 431 - 7714", "(Area Code 702)\n                    431-7714", "702-431-7714 (voice) 702-431-7799 (facsimile)"]
)
def test_telephone_numbers_in_pieces(printed: str) -> None:
    said = _said(f"{_TOP}                    {printed}\n(Registrant's telephone number, including area code)\n")
    assert (said["area_code"], said["local_phone"].replace(" ", "")) == ("702", "431-7714")


@pytest.mark.parametrize("words", ["IRS Employee Identification No.", "I.R.S. Employer I. D. Number"])
def test_the_service_and_its_number_in_other_words(words: str) -> None:
    """Typing errors that hundreds of small filers share."""
    address = "  Address:  One Example Parkway\n            Goshen, Indiana 46527\n"
    said = _said(f"{_TOP}State of Incorporation:  Indiana      {words}:  35-1150732\n{address}")
    assert (said["irs_number"], said.get("street1")) == ("35-1150732", "One Example Parkway")


@pytest.mark.parametrize("heads", ["Commission", "COMMISSION"])
def test_words_of_a_caption_below_one_another(heads: str) -> None:
    """Utilities' current reports list their registrants below heads of three lines."""
    said = _said(
        f"FORM 8-K\n\nDate of Report: October 15, 1996\n\n{heads:17}Name of Registrant, State of          IRS Employer\n"
        "File             Incorporation, Address and            Identification\n"
        "Number           Telephone Number                      Number\n\n"
        "1-3526           The Example Company                   58-0690070\n                 (A Delaware Corporation)\n"
    )
    assert (said["file_number"], said["irs_number"]) == ("1-3526", "58-0690070")


def test_a_month_is_the_period_of_a_foreign_issuers_report() -> None:
    """Reports on Form 6-K name a month and no day."""
    said = _said("FORM 6-K\n\nFor the month of November 2002\n\nEXAMPLE S.A.\n(Exact name of registrant as specified in its charter)\n")
    assert (said["period_start"], said["period_end"]) == ("2002-11-01", "2002-11-30")


@pytest.mark.parametrize(
    ("boxes", "category"),
    [
        (("☐", "☐", "☐", "☒"), "Smaller Reporting Company"),
        (("☐", "☐", "☒", "☒"), "Non-accelerated Filer"),
        (("☐", "☒", "☐", "☐"), "Accelerated Filer"),
        (("☐", "☐", "☐", "☐"), None),
    ],
)
def test_four_boxes(boxes: tuple[str, ...], category: str | None) -> None:
    """Covers since 2008 have a box for smaller reporting companies."""
    cells = [f"<td>{name}</td><td>{box}</td>" for name, box in zip(_FILERS, boxes, strict=True)]
    said = _said(
        "<p>FORM 10-K</p><p>Example Co.</p><p>(Exact name of registrant as specified in its charter)</p>"
        f"<table><tr>{cells[0]}{cells[1]}</tr><tr>{cells[2]}{cells[3]}</tr></table>",
        "a.htm",
    )
    assert said.get("filer_category") == category


_FILERS = ("Large accelerated filer", "Accelerated filer", "Non-accelerated filer", "Smaller reporting company")
