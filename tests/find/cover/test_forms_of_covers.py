"""First pages that leave captions out, fill in blanks, list registrants, or say their period in other words."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.read import read


def _said(page: str, name: str = "a.txt") -> dict[str, str]:
    said: dict[str, str] = {}
    for item in find_cover(read(page.encode(), name)):
        said.setdefault(item.item, item.value)
    return said


def test_values_typed_over_blanks() -> None:
    said = _said(
        "FORM 10-QSB\n\n___X___  QUARTERLY REPORT\n\nFor the quarterly period ended ___June 30, 2001___\n\n"
        "Commission file number ___0-26517___\n\n          ___EXAMPLE HOLDINGS, INC.___\n"
        "(Exact name of small business issuer as specified in its charter)\n\n"
        "         ___Florida___                          ___65-0773383___\n"
        "(State of incorporation)              (IRS Employer Identification No.)\n\n"
        "    ___2500 Example Trail North, Suite 400, Boca Raton, FL 33431___\n         (Address of principal executive offices)\n\n"
        "                  ___(561) 322-6100___\n               (Issuer's telephone number)\n"
    )
    assert said["period_end"] == "2001-06-30"
    assert (said["registrant_name"], said["state_of_incorporation"]) == ("EXAMPLE HOLDINGS, INC.", "FL")
    assert (said["file_number"], said["irs_number"], said["local_phone"]) == ("0-26517", "65-0773383", "322-6100")
    assert (said["city"], said["state"], said["zip_code"]) == ("Boca Raton", "FL", "33431")


def test_a_transition_period_ends_with_its_last_day() -> None:
    said = _said(
        "FORM 10-K\n( ) ANNUAL REPORT\nFor the fiscal year ended ________\n\n(X) TRANSITION REPORT\n"
        "For the transition period from July 1, 1997 to December 31, 1997\n\n"
        "EXAMPLE STORES, INC.\n(Exact name of registrant as specified in its charter)\n"
    )
    assert (said["period_start"], said["period_end"]) == ("1997-07-01", "1997-12-31")


_TRANSITION = "( ) ANNUAL REPORT\n(X) TRANSITION REPORT\nFor the transition period {}\n\nCommission file number 0-19903\n"
_NAMED = "EXAMPLE STORES, INC.\n(Exact name of registrant as specified in its charter)\n\n"


@pytest.mark.parametrize(
    "span",
    ["from July 1, 1997 to December 31, 1997", "beginning July 1, 1997 and ending December 31, 1997", "from 7/1/97 through 12/31/97"],
)
def test_years_of_the_statements_below_do_not_end_a_transition_period(span: str) -> None:
    said = _said("FORM 10-K\n" + _TRANSITION.format(span) + _NAMED + "Selected Data\n\nYear ended June 30, 1997\n")
    assert (said["period_start"], said["period_end"]) == ("1997-07-01", "1997-12-31")


@pytest.mark.parametrize(("filed", "end"), [("19970630", "1997-06-30"), ("19971231", "1997-12-31"), ("19980331", "1997-06-30")])
def test_the_header_tells_which_of_two_periods_a_report_is_of(filed: str, end: str) -> None:
    header = f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD OF REPORT:\t{filed}\n</SEC-HEADER>\n"
    page = "For the fiscal year ended June 30, 1997\n" + _TRANSITION.format("from July 1, 1997 to December 31, 1997") + _NAMED
    said = _said(f"{header}<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nFORM 10-K\n{page}</TEXT>\n</DOCUMENT>\n")
    assert said["period_end"] == end


def test_a_page_without_captions() -> None:
    said = _said(
        "FORM 10-Q\nFor the quarterly period ended September 30, 1997\n\nCommission file number 0-19903\n\n"
        "                 EXAMPLE NETWORKS, INC.\n                (A Delaware Corporation)\n\n"
        "       I.R.S. Employer Identification #77-0294597\n\n              980 Sample Avenue\n"
        "            Los Gatos, CA  95030-2375\n              Telephone (408) 399-8200\n"
    )
    assert (said["registrant_name"], said["state_of_incorporation"]) == ("EXAMPLE NETWORKS, INC.", "DE")
    assert (said["street1"], said["city"], said["state"], said["zip_code"]) == ("980 Sample Avenue", "Los Gatos", "CA", "95030-2375")
    assert (said["area_code"], said["local_phone"]) == ("408", "399-8200")


def test_a_caption_cut_in_three_columns() -> None:
    said = _said(
        "FORM 8-K\nDate of Report: September 17, 1997\n\nEXAMPLE CORPORATION\n(Exact name of registrant as specified in its charter)\n\n"
        "   North Carolina           1-10000                   56-0898180\n"
        "   (State of           (Commission File No.)         (IRS Employer\n"
        "    Incorporation)                               Identification No.)\n"
    )
    assert (said["state_of_incorporation"], said["file_number"], said["irs_number"]) == ("NC", "1-10000", "56-0898180")


def test_a_table_of_registrants_tells_the_first() -> None:
    said = _said(
        "<p>FORM 10-Q</p><p>For the quarterly period ended September 30, 2003</p><table><tr><td>Commission<br>File Number</td>"
        "<td>Exact name of registrant as specified in its charter;<br>State of Incorporation; Address; and Telephone Number</td>"
        "<td>IRS Employer<br>Identification Number</td></tr>"
        "<tr><td>1-14756</td><td>Example Corporation<br>(Missouri Corporation)<br>1901 Sample Avenue<br>St. Louis, Missouri 63103<br>"
        "(314) 621-3222</td><td>43-1723446</td></tr><tr><td>1-2967</td><td>Other Electric Company<br>(Illinois Corporation)<br>"
        "7 Other Street<br>Peoria, Illinois 61602<br>(309) 621-3222</td><td>43-0559760</td></tr></table>",
        "a.htm",
    )
    assert (said["registrant_name"], said["state_of_incorporation"]) == ("Example Corporation", "MO")
    assert (said["street1"], said["city"], said["state"], said["zip_code"]) == ("1901 Sample Avenue", "St. Louis", "MO", "63103")
    assert (said["file_number"], said["irs_number"], said["area_code"]) == ("1-14756", "43-1723446", "314")


def test_a_name_on_two_lines() -> None:
    said = _said(
        "FORM 8-K\nDate of report (Date of earliest event reported)  December 1, 1999\n\n           EASTERN HEALTHCARE\n"
        "        REAL ESTATE INVESTMENT TRUST, INC.\n        ----------------------\n"
        "     (Exact Name of Registrant as Specified in Charter)\n"
    )
    assert said["registrant_name"] == "EASTERN HEALTHCARE REAL ESTATE INVESTMENT TRUST, INC."


@pytest.mark.parametrize(
    ("lines", "street", "city", "state", "zip_code"),
    [
        ("1150 15th Street, N.W. Washington, D.C.   20071", "1150 15th Street, N.W.", "Washington", "DC", "20071"),
        ("1200 17th Street, Floor 15 Denver, Colorado   80202", "1200 17th Street, Floor 15", "Denver", "CO", "80202"),
        ("300 Sample Road, P.O. Box 28512, Columbus, Ohio   43228", "300 Sample Road, P.O. Box 28512", "Columbus", "OH", "43228"),
        ("1 Example Park Exeter, New Hampshire   03833", "1 Example Park", "Exeter", "NH", "03833"),
        ("12 Oak Street Park Ridge, Illinois   60068", "12 Oak Street", "Park Ridge", "IL", "60068"),
        ("590 Madison Avenue, 37th Floor New York, New York   10022", "590 Madison Avenue, 37th Floor", "New York", "NY", "10022"),
        ("12880 Railway Ave., #35, Richmond, B.C.   V7E 6G4", "12880 Railway Ave., #35", "Richmond", "A1", "V7E 6G4"),
        (
            "77 Beale Street, P.O. Box 770000 San Francisco, California   94177",
            "77 Beale Street, P.O. Box 770000",
            "San Francisco",
            "CA",
            "94177",
        ),
    ],
)
def test_addresses(lines: str, street: str, city: str, state: str, zip_code: str) -> None:
    said = _said(
        "FORM 10-Q\nFor the quarterly period ended June 30, 1997\n\nEXAMPLE COMPANY\n"
        f"(Exact name of registrant as specified in its charter)\n\n{lines}\n(Address of principal executive offices)   (Zip Code)\n"
    )
    assert (said["street1"], said["city"], said["state"], said["zip_code"]) == (street, city, state, zip_code)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Common Stock, no par value\n(Title of class)", "Common Stock, no par value"),
        ("(Title of class)\n   Common Stock, no par value", "Common Stock, no par value"),
        ("Title of Each Class: Units of Limited Partnership Interest", "Units of Limited Partnership Interest"),
        (
            "Title of Each Class                Name of Exchange on which Registered\nCOMMON STOCK, PAR VALUE $.01           NONE",
            "COMMON STOCK, PAR VALUE $.01",
        ),
        ("COMMON STOCK--NO PAR VALUE\n(INCLUDING PURCHASE RIGHTS)", "COMMON STOCK--NO PAR VALUE (INCLUDING PURCHASE RIGHTS)"),
        ("Common Stock,\n$.05 par value", "Common Stock, $.05 par value"),
        ("None", ""),
    ],
)
def test_securities_of_section_12g(lines: str, title: str) -> None:
    page = (
        "FORM 10-K\nFor the fiscal year ended June 30, 1997\n\nEXAMPLE COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
        f"Securities registered under Section 12(g) of the Act:\n\n{lines}\n\nIndicate by check mark whether the registrant\n"
    )
    assert _said(page).get("security_12g", "") == title


def test_a_heading_of_classes_is_no_part_of_the_class_above() -> None:
    page = (
        "FORM 10-K\nFor the fiscal year ended June 30, 1997\n\nEXAMPLE COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
        "Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "Title of each class                    Name of each exchange on which registered\n"
        "Common Stock, no par value                    New York Stock Exchange\nFirst Mortgage Bonds:\n"
        "   8 1/8% Series due 2023                     New York Stock Exchange\n"
        "   7% Series due 2006                         Not listed\n"
    )
    titles = [item.value for item in find_cover(read(page.encode(), "a.txt")) if item.item == "security_title"]
    assert titles == ["Common Stock, no par value", "8 1/8% Series due 2023"]


def test_the_question_is_no_answer() -> None:
    said = _said(
        "<p>FORM 10-Q</p><p>For the quarterly period ended September 30, 2008</p><p>EXAMPLE INC.</p>"
        "<p>(Exact name of registrant as specified in its charter)</p>"
        "<p>Indicate by check mark whether the registrant is a large accelerated filer, accelerated filer or non-accelerated filer:</p>"
        "<p>Large accelerated filer &#9744; Accelerated filer &#9744; Non-accelerated filer &#9746;</p>",
        "a.htm",
    )
    assert said["filer_category"] == "Non-accelerated Filer"


HEAD = "<p>FORM 10-K</p><p>For the fiscal year ended January 31, 2004</p><p>EXAMPLE INC.<br>(Exact name of registrant as specified)</p>"


def test_lines_in_cells_of_securities_are_classes_of_their_own() -> None:
    page = (
        f"{HEAD}<p>Securities registered pursuant to Section 12(b) of the Act:</p><table><tr><td><u>Title of each class</u><br>"
        "Class A Common Stock, $.01 par value<br>8% Convertible Debentures due 2009</td><td>Name of each exchange on which registered<br>"
        "New York Stock Exchange<br>American Stock Exchange</td></tr></table><p>Securities registered pursuant to Section 12(g): None</p>"
    )
    found = [item for item in find_cover(read(page.encode(), "a.htm")) if item.item in ("security_title", "exchange")]
    assert [(item.group, item.value) for item in found] == [
        (1, "Class A Common Stock, $.01 par value"), (1, "NYSE"), (2, "8% Convertible Debentures due 2009"), (2, "American Stock Exchange"),
    ]  # fmt: skip
    assert {item.place.text for item in found} >= {"8% Convertible Debentures due 2009", "American Stock Exchange"}


def test_an_exchange_that_has_no_code_takes_nothing_from_the_others() -> None:
    page = (
        f"{HEAD}<p>Securities registered pursuant to Section 12(b) of the Act:</p><table><tr><td>Title of each class</td>"
        "<td>Name of each exchange on which registered</td></tr><tr><td>Common Shares, no par</td><td>American Stock Exchange</td></tr>"
        "<tr><td>value</td><td>Toronto Stock Exchange</td></tr></table>"
    )
    said = _said(page, "a.htm")
    assert (said["security_title"], said["exchange"]) == ("Common Shares, no par value", "American Stock Exchange")


def test_an_address_in_lines_of_a_cell() -> None:
    page = (
        f"{HEAD}<table><tr><td>British Columbia, Canada<br>(State of<br>incorporation)</td><td>98-0400000<br>"
        "(I.R.S. Employer<br>Identification Number)</td></tr><tr><td>Example House<br>570 Sample Street<br>"
        "Vancouver, British Columbia, Canada<br>(Address of principal executive offices)</td><td>V6C 3P1<br>(Zip Code)</td></tr></table>"
    )
    said = _said(page, "a.htm")
    assert (said["street1"], said["street2"], said["city"]) == ("Example House", "570 Sample Street", "Vancouver")
    assert (said["state"], said["zip_code"], said["state_of_incorporation"]) == ("A1", "V6C 3P1", "A1")


def test_a_transition_period_set_in_columns() -> None:
    said = _said(
        "FORM 10-K\n(X) TRANSITION REPORT\nFor the transition period from    July 1, 1997     to     December 31, 1997\n\n"
        "EXAMPLE STORES, INC.\n(Exact name of registrant as specified in its charter)\n"
        "   INCORPORATED IN VERMONT                   03-0110000\n(STATE OR OTHER JURISDICTION OF            (I.R.S. EMPLOYER\n"
        "INCORPORATION OR ORGANIZATION)            IDENTIFICATION NO.)\n"
    )
    assert (said["period_end"], said["state_of_incorporation"]) == ("1997-12-31", "VT")


def test_a_telephone_number_below_the_heads_of_a_list_of_registrants() -> None:
    said = _said(
        "FORM 10-Q\nFor the quarterly period ended September 30, 1995\n\n"
        "Commission   Registrant; State of Incorporation;        IRS Employer\n"
        "File Number  Address; and Telephone Number              Identification No.\n"
        "-----------  -----------------------------------        ------------------\n\n"
        "1-9999       EXAMPLE POWER CORPORATION                  31-1400000\n             (An Ohio Corporation)\n"
        "             139 East Sample Street\n             Cincinnati, Ohio 45202\n             (513) 421-9500\n"
    )
    assert (said["registrant_name"], said["area_code"], said["local_phone"]) == ("EXAMPLE POWER CORPORATION", "513", "421-9500")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Incorporated in Missouri       IRS Employer Identification No. 43-1000000", "MO"),
        ("Kingdom of Denmark\n(Jurisdiction of incorporation or organization)", "G7"),
    ],
)
def test_where_a_registrant_was_formed(words: str, code: str) -> None:
    page = "FORM 10-K\nFor the fiscal year ended June 30, 1998\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
    assert _said(f"{page}{words}\n")["state_of_incorporation"] == code


def test_a_list_of_registrants_in_cells_of_lines() -> None:
    page = (
        "<p>FORM 8-K</p><p>Date of report: November 3, 2004</p><table><tr><td>Commission<br>File Number</td><td>Exact Name of Registrant as"
        " Specified in its Charter;<br>State of Incorporation; Address of Principal<br>Executive Offices; and Telephone Number</td>"
        "<td>IRS Employer<br>Identification No.</td></tr><tr><td>1-16169</td><td>EXAMPLE ENERGY CORPORATION<br>(a Pennsylvania corporation)"
        "<br>10 South Sample Street<br>P.O. Box 805379<br>Chicago, Illinois 60680-5379<br>(312) 394-7398</td><td>23-2990000</td></tr>"
        "<tr><td>333-85496</td><td>EXAMPLE GENERATION COMPANY, LLC<br>(a Pennsylvania limited liability company)<br>300 Sample Way<br>"
        "Kennett Square, Pennsylvania 19348<br>(610) 765-8200</td><td>23-3060000</td></tr></table>"
    )
    said = _said(page, "a.htm")
    assert (said["street1"], said["street2"], said["city"]) == ("10 South Sample Street", "P.O. Box 805379", "Chicago")
    assert (said["state"], said["zip_code"], said["local_phone"]) == ("IL", "60680-5379", "394-7398")


def test_a_list_of_registrants_below_heads_of_four_lines() -> None:
    filer = "\nFILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE ENERGY CORP\n\t\tCENTRAL INDEX KEY:\t\t\t0000999901\n"
    page = (
        f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-Q\nCONFORMED PERIOD OF REPORT:\t19990331\n{filer}\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\nFORM 10-Q\nFor the quarterly period ended March 31, 1999\n\n"
        "Commission      Exact name of registrant as specified        IRS Employer\n"
        "File Number     in its charter, state of incorporation,      Identification\n"
        "                address of principal executive offices       Number\n"
        "                and telephone number\n\n"
        "1-3523          EXAMPLE ENERGY CORPORATION                   48-0000001\n                (A Kansas Corporation)\n"
        "                818 Sample Avenue\n                Topeka, Kansas 66612\n                (785) 575-6300\n</TEXT>\n</DOCUMENT>\n"
    )
    said = _said(page)
    assert (said["registrant_name"], said["street1"], said["city"]) == ("EXAMPLE ENERGY CORPORATION", "818 Sample Avenue", "Topeka")


def test_a_sentence_below_a_class_is_no_part_of_its_title() -> None:
    page = (
        "FORM 10-K\nFor the fiscal year ended June 30, 1998\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
        "Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "Title of each class                 Name of each exchange on which registered\n"
        "Class A Common Stock                New York Stock Exchange\n\n"
        "Class B stock is not publicly listed for trade on any exchange or market\n"
        "system. However, Class B stock is convertible into Class A stock.\n"
    )
    assert _said(page)["security_title"] == "Class A Common Stock"


def test_a_row_with_a_symbol_of_its_own_is_a_class_whatever_its_first_line_says() -> None:
    page = (
        "FORM 10-K\nFor the fiscal year ended June 30, 2021\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
        "Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "        Title of each class           Trading Symbol(s)      Name of each exchange on which\n"
        "                                                                       registered\n"
        "    Common Stock, $0.01 par value             EXC              New York Stock Exchange\n"
        "3.600% Example Sample Holdings, Inc.          EXC25            New York Stock Exchange\n"
        "            notes due 2025\n"
    )
    titles = [item.value for item in find_cover(read(page.encode(), "a.txt")) if item.item == "security_title"]
    assert titles == ["Common Stock, $0.01 par value", "3.600% Example Sample Holdings, Inc. notes due 2025"]


def test_a_line_set_wide_says_the_period() -> None:
    said = _said(
        "FORM 10-K\n\n(X)  Annual Report  Pursuant to Section 13 or 15(d) of the  Securities  Exchange\n"
        "     Act of 1934 For the fiscal year ended  December  31, 1998\n     Commission File Number: 0-7800\n\n"
        "                         EXAMPLE STOCK TRUST\n             (Exact name of registrant as specified in its charter)\n"
        "              Wisconsin                39-6153000\n        (State of organization)        (I.R.S. employer number)\n"
        "              Registrant's telephone number, including area code:\n                                  414-224-2300\n"
    )
    assert said["period_end"] == "1998-12-31"


def test_the_form_of_a_company_is_no_name() -> None:
    said = _said(
        "FORM 10-Q/A\nFor the quarterly period ended March 31, 1998\n\n"
        "            EXAMPLE HOUSING INCOME FUND II,\n\n            A MICHIGAN LIMITED PARTNERSHIP\n"
        "        (Exact name of registrant as specified in its charter)\n\n"
        "     MICHIGAN                                38-2702800\n(State of other jurisdiction of        (I.R.S. employer\n"
        "incorporation or organization)          identification number)\n"
    )
    assert (said["registrant_name"], said["state_of_incorporation"]) == ("EXAMPLE HOUSING INCOME FUND II", "MI")


def test_an_amended_form_with_a_hyphen() -> None:
    said = _said(
        "Form 10Q-A\n\nFor the quarterly period ended March 31, 1998\n\nExample Corporation\n"
        "(Exact name of registrant as specified in its charter)\n"
    )
    assert (said["document_type"], said["amendment_flag"]) == ("10-Q/A", "true")


@pytest.mark.parametrize("said", ["(Debtor-in-Possession)", "(A Development Stage Company)", "DEBTOR-IN-POSSESSION"])
def test_what_is_said_of_a_company_below_its_name_is_no_name(said: str) -> None:
    page = f"FORM 10-Q\n\n          EXAMPLE STORES, INC.\n          {said}\n(Exact name of registrant as specified in its charter)\n"
    assert _said(page)["registrant_name"] == "EXAMPLE STORES, INC."


def test_a_name_far_below_the_caption_of_a_list_of_registrants() -> None:
    filer = "\nFILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE PLAINS CORP\n\t\tCENTRAL INDEX KEY:\t\t\t0000999901\n"
    page = (
        f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-Q\nCONFORMED PERIOD OF REPORT:\t19950331\n{filer}\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\nFORM 10-Q\nFor the quarterly period ended March 31, 1995\n\n"
        "             Exact Name of Registrant\n             as specified in its charter\n"
        "Commission   State of Incorporation               IRS Employer\n"
        "File Number  Address and Telephone Number         Identification No.\n"
        "- ---------------------------------------------------------------------\n"
        "  1-9911     EXAMPLE PLAINS CORPORATION             42-0000001\n             (An Iowa Corporation)\n"
        "             300 Sample Avenue, Des Moines, Iowa 50309\n             (515) 555-2000\n</TEXT>\n</DOCUMENT>\n"
    )
    assert _said(page)["registrant_name"] == "EXAMPLE PLAINS CORPORATION"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("         SAMPLE MILLS AND EXAMPLE\n              INCORPORATED", "SAMPLE MILLS AND EXAMPLE INCORPORATED"),
        ("      THE SAMPLE MILLS AND EXAMPLE\n         COMPANY OF SPRING HILL", "THE SAMPLE MILLS AND EXAMPLE COMPANY OF SPRING HILL"),
        ('          EXAMPLE MILLS, INC.\n            d/b/a "Sample"', "EXAMPLE MILLS, INC."),
        ("       E X A M P L E   M I L L S ,   I N C .", "EXAMPLE MILLS, INC."),
        ("     EXAMPLE MILLS, INC.             1-4321", "EXAMPLE MILLS, INC."),
    ],
)
def test_names_in_two_lines_and_set_wide(lines: str, name: str) -> None:
    page = f"FORM 10-K\n\n{lines}\n     (Exact name of registrant as specified in its charter)\n\n   100 Sample Street, Dayton, Ohio\n"
    assert _said(page)["registrant_name"] == name


def test_a_name_that_goes_on_below_its_caption() -> None:
    filer = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tEXAMPLE TIDEWATER BANKSHARES\n\t\tCENTRAL INDEX KEY:\t\t11\n"
    page = (
        f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\n{filer}</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nFORM 10-K\n\n"
        "Exact Name of Registrant as Specified in its Charter: EXAMPLE TIDEWATER\nBANKSHARES\n\nState of Incorporation: Ohio\n"
    )
    assert _said(page)["registrant_name"] == "EXAMPLE TIDEWATER BANKSHARES"


def test_of_names_side_by_side_the_first_caption_has_its_own() -> None:
    said = _said(
        "FORM 10-K\n\nEXAMPLE MILLS, INC.                    SAMPLE FINANCE CORP.\n"
        "(Exact name of registrant as           (Exact name of registrant as\n"
        "specified in its charter)              specified in its charter)\n"
    )
    assert said["registrant_name"] == "EXAMPLE MILLS, INC."


@pytest.mark.parametrize(
    "lines",
    [
        "Date of Report: March 3, 1998\nDate of earliest event reported: February 27, 1998",
        "Date of Report                       March 3, 1998\n(Date of Earliest Event Reported:    February 27, 1998)",
        "Date of Report (Date of\nearliest event reported): February 27, 1998",
    ],
)
def test_the_earliest_event_on_a_line_of_its_own(lines: str) -> None:
    assert (
        _said(f"FORM 8-K\n\n{lines}\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n")["period_end"] == "1998-02-27"
    )


def _of_each(page: str, name: str = "a.txt") -> list[dict[str, str]]:
    """The first value of each item of each of two registrants."""
    said: list[dict[str, str]] = [{}, {}]
    for item in find_cover(read(page.encode(), name)):
        said[item.registrant].setdefault(item.item, item.value)
    return said


FILERS = (
    "<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-Q\nCONFORMED PERIOD OF REPORT:\t20010630\n"
    "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tEXAMPLE ENERGY INC\n\t\tCENTRAL INDEX KEY:\t\t11\n"
    "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tSAMPLE POWER CO\n\t\tCENTRAL INDEX KEY:\t\t12\n"
    "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\nFORM 10-Q\nFor the quarterly period ended June 30, 2001\n\n"
)


def test_each_of_a_list_of_registrants_has_its_own() -> None:
    first, second = _of_each(
        f"{FILERS}Commission   Registrant; State of Incorporation;      IRS Employer\n"
        "File Number  Address; and Telephone Number            Identification No.\n"
        "-----------  -----------------------------------      ------------------\n"
        "1-4372       EXAMPLE ENERGY, INC.                     52-0179280\n             (Maryland)\n             100 Sample Street\n"
        "             P.O. Box 900\n             Baltimore, Maryland 21202\n             Telephone (410) 892-1580\n\n"
        "1-4373       SAMPLE POWER COMPANY                     52-0179281\n             (a Delaware corporation)\n"
        "             200 Sample Street\n             Wilmington, Delaware 19801\n             Telephone (302) 892-1581\n\n"
        "As of July 31, 2001, (i) the number of shares of Example Energy, Inc. common\nstock outstanding was 86,300,100 ($.01 par value)"
        " and (ii) all of the\n85,900,200 outstanding shares of Sample Power Company common stock were held by\nExample Energy, Inc.\n"
    )
    wanted = (
        "registrant_name",
        "state_of_incorporation",
        "file_number",
        "irs_number",
        "street1",
        "city",
        "state",
        "zip_code",
        "local_phone",
    )
    assert [first[item] for item in wanted] == [
        "EXAMPLE ENERGY, INC.", "MD", "1-4372", "52-0179280", "100 Sample Street", "Baltimore", "MD", "21202", "892-1580",
    ]  # fmt: skip
    assert [second[item] for item in wanted] == [
        "SAMPLE POWER COMPANY", "DE", "1-4373", "52-0179281", "200 Sample Street", "Wilmington", "DE", "19801", "892-1581",
    ]  # fmt: skip
    assert first["street2"] == "P.O. Box 900"
    assert (first["shares_outstanding"], second["shares_outstanding"]) == ("86300100", "85900200")


def test_values_of_two_registrants_one_over_the_other() -> None:
    first, second = _of_each(
        f"{FILERS}                 EXAMPLE ENERGY INC\n                 SAMPLE POWER CO\n"
        "  (Exact names of registrants as specified in their charters)\n\n"
        "          Maryland                          52-2040001\n          Delaware                          52-2090002\n"
        "(State or other jurisdiction of     (I.R.S. Employer Identification\nincorporation or organization)                  Nos.)\n"
    )
    assert (first["state_of_incorporation"], first["irs_number"]) == ("MD", "52-2040001")
    assert (second["state_of_incorporation"], second["irs_number"]) == ("DE", "52-2090002")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["EXAMPLE ENERGY, INC.", "SAMPLE POWER COMPANY"], ("EXAMPLE ENERGY, INC.", "SAMPLE POWER COMPANY")),
        (["SAMPLE POWER COMPANY", "EXAMPLE ENERGY, INC."], ("EXAMPLE ENERGY, INC.", "SAMPLE POWER COMPANY")),
        (["EXAMPLE ENERGY HOLDINGS, INC.", "SAMPLE POWER COMPANY"], ("EXAMPLE ENERGY INC", "SAMPLE POWER COMPANY")),
        (["EXAMPLE ENERGY HOLDINGS, INC.", "SAMPLE ELECTRIC COMPANY"], ("EXAMPLE ENERGY INC", "SAMPLE POWER CO")),
        (["EXAMPLE ENERGY HOLDINGS, INC."], ("EXAMPLE ENERGY HOLDINGS, INC.", "SAMPLE POWER CO")),
        (["SAMPLE POWER COMPANY"], ("EXAMPLE ENERGY INC", "SAMPLE POWER COMPANY")),
    ],
)
def test_each_of_two_registrants_bears_its_own_name(lines: list[str], names: tuple[str, str]) -> None:
    """In whichever order they stand; a name that the header spells otherwise is nobody's where two stand one over the other."""
    stack = "\n".join(f"{line:^60}" for line in lines)
    first, second = _of_each(f"{FILERS}{stack}\n  (Exact names of registrants as specified in their charters)\n")
    assert (first["registrant_name"], second["registrant_name"]) == names


def test_names_of_sister_partnerships_differ_in_their_last_letter() -> None:
    filers = FILERS.replace("EXAMPLE ENERGY INC", "EXAMPLE WELL PROGRAM 86-A LTD").replace(
        "SAMPLE POWER CO", "EXAMPLE WELL PROGRAM 86-B LTD"
    )
    first, second = _of_each(
        f"{filers}              EXAMPLE WELL PROGRAM 86-A, LTD.\n              EXAMPLE WELL PROGRAM 86-B, LTD.\n"
        "  (Exact names of registrants as specified in their charters)\n\n"
        "At July 31, 2001 Example Well Program 86-A, Ltd. had 48,870 units outstanding\nand Example Well Program 86-B, Ltd. "
        "had 51,204 units outstanding.\n"
    )
    assert (first["registrant_name"], second["registrant_name"]) == ("EXAMPLE WELL PROGRAM 86-A, LTD.", "EXAMPLE WELL PROGRAM 86-B, LTD.")
    assert (first["shares_outstanding"], second["shares_outstanding"]) == ("48870", "51204")


def test_addresses_side_by_side_are_of_two_registrants() -> None:
    first, _ = _of_each(
        f"{FILERS}EXAMPLE ENERGY, INC.                    SAMPLE POWER COMPANY\n"
        "(Exact name of registrant)              (Exact name of registrant)\n\n"
        "100 Sample Street                       200 Sample Street\nBaltimore, Maryland 21202               Wilmington, Delaware 19801\n"
        "(Address of principal                   (Address of principal\nexecutive offices)                      executive offices)\n"
    )
    assert (first["street1"], first["city"], first["state"], first["zip_code"]) == ("100 Sample Street", "Baltimore", "MD", "21202")


@pytest.mark.parametrize(
    ("lines", "street", "city", "zip_code", "country"),
    [
        ("22 Sample Street, London, England              SW1A 1RD", "22 Sample Street", "London", "SW1A 1RD", "GB"),
        ("Sample House, 2 Example Street\nHamilton HM 11, Bermuda", "Sample House, 2 Example Street", "Hamilton", "HM 11", "BM"),
        ("5 Sample Street, Example Park, Jerusalem 91450, Israel", "5 Sample Street, Example Park", "Jerusalem", "91450", "IL"),
        ("Samplestrasse 4\nCH-8022 Zurich, Switzerland", "Samplestrasse 4", "Zurich", "CH-8022", "CH"),
        ("Sample House, 4 Example Quay, Dublin 2, Ireland", "Sample House, 4 Example Quay", "Dublin 2", None, "IE"),
    ],
)
def test_addresses_abroad_have_a_country_and_no_state(lines: str, street: str, city: str, zip_code: str | None, country: str) -> None:
    said = _said(
        "FORM 10-K\n\nEXAMPLE LTD.\n(Exact name of registrant as specified in its charter)\n\n"
        f"{lines}\n(Address of principal executive offices)   (Zip Code)\n"
    )
    assert [said.get(item) for item in ("street1", "city", "state", "zip_code", "country")] == [street, city, None, zip_code, country]


def test_the_header_of_a_company_abroad_names_its_country() -> None:
    filer = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tEXAMPLE LTD\n\t\tCENTRAL INDEX KEY:\t\t11\n\tBUSINESS ADDRESS:\n"
    page = f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\n{filer}\t\tCITY:\t\tHAMILTON\n\t\tSTATE:\t\tD0\n</SEC-HEADER>\n"
    said = _said(f"{page}<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nFORM 10-K\n")
    assert (said.get("country"), said.get("state")) == ("BM", None)


@pytest.mark.parametrize("printed", ["(410) 892-1580", "410: 892-1580", "[410] 892-1580", "Area Code 410  892-1580"])
def test_telephone_numbers(printed: str) -> None:
    said = _said(
        "FORM 10-K\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
        f"  Telephone number, including area code              {printed}\n"
    )
    assert (said["area_code"], said["local_phone"]) == ("410", "892-1580")


def test_a_savings_bank_is_of_the_united_states_and_no_other_company() -> None:
    top = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 10-K\n\n"
    page = top + "{}\n(State of incorporation)      (I.R.S. Employer Identification No.)\n"
    said = _said(page.format("     United States               52 0179280"))
    assert (said["state_of_incorporation"], said["irs_number"]) == ("X1", "52-0179280")
    assert "state_of_incorporation" not in _said(page.format("     Atlantis                    52-0179280"))


def test_the_rest_of_a_caption_in_three_lines_is_no_street() -> None:
    said = _said(
        "FORM 10-Q\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
        "     Ohio                       7372                       91-1000001\n"
        "  (State or other         (Primary Standard            (I.R.S. Employer\n"
        "  jurisdiction of         Industrial Classi-           Identification No.)\n  incorporation)          fication Code No.)\n\n"
        "      26 Sample Avenue, Suite 4000, Dayton, OH 45401\n   (Address of registrant's principal executive offices)\n"
    )
    assert (said["street1"], said["city"]) == ("26 Sample Avenue, Suite 4000", "Dayton")


@pytest.mark.parametrize(
    "boxes",
    [
        "Large accelerated filer [ ] Accelerated filer [X] Non-accelerated filer [ ]",
        "[ ] Large accelerated filer [X] Accelerated filer [ ] Non-accelerated filer",
    ],
)
def test_boxes_in_the_paragraph_of_their_question(boxes: str) -> None:
    question = (
        "Indicate by check mark whether the registrant is a large accelerated filer, an accelerated filer, or a non-accelerated filer."
    )
    said = _said(
        f"<p>FORM 10-K</p><p>EXAMPLE INC.<br>(Exact name of registrant as specified in its charter)</p><p>{question} {boxes}</p>", "a.htm"
    )
    assert said["filer_category"] == "Accelerated Filer"
