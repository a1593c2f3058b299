"""First pages whose names, years, states and addresses stand in lines of their own, and lists of registrants without a header."""

from __future__ import annotations

from converter.find.cover import find_cover
from converter.read import read


def _said(page: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for item in find_cover(read(page.encode(), "a.txt")):
        said.setdefault(item.item, item.value)
    return said


def test_a_year_whose_end_stands_in_the_next_line() -> None:
    said = _said(
        "FORM 10-K405\n\nFor the fiscal year\nended December 31, 1997                      Commission file number   0-19496\n\n"
        "EXAMPLE INCOME FUND\n(Exact name of registrant as specified in its charter)\n"
    )
    assert (said["document_type"], said["period_end"]) == ("10-K405", "1997-12-31")


def test_what_stands_in_parentheses_below_a_name_is_none() -> None:
    said = _said(
        "FORM 8-K\nDate of report (Date of earliest event reported)  January 5, 2000\n\n      EXAMPLE MORTGAGE ACCEPTANCE CORP.\n"
        "  (as depositor under the Pooling Agreement, dated as of December\n   1, 1999, providing for the issuance of Certificates,\n"
        "                       Series 1999-4)\n     (Exact name of registrant as specified in its charter)\n"
    )
    assert said["registrant_name"] == "EXAMPLE MORTGAGE ACCEPTANCE CORP."


def test_the_state_below_the_words_of_its_laws() -> None:
    said = _said(
        "FORM 10-K\nFor the year ended December 31, 1997              Commission file number 1-1234\n\n     EXAMPLE BANCORPORATION\n"
        "Incorporated under the laws of                  I.R.S. Employer Identification\n"
        "Alabama                                         No. 63-1593897\n\n"
        "417 North 20th Street, Birmingham, Alabama 35203     Telephone: (205) 944-1300\n"
    )
    assert (said["state_of_incorporation"], said["irs_number"]) == ("AL", "63-1593897")
    assert (said["street1"], said["city"], said["zip_code"]) == ("417 North 20th Street", "Birmingham", "35203")


def test_a_list_of_registrants_without_a_header_tells_them_apart() -> None:
    page = (
        "FORM 10-K\nFor the fiscal year ended December 31, 1996\n\n"
        "Commission     Registrant;                              I.R.S. Employer\n"
        "File Number    State of Incorporation;                  Identification No.\n"
        "               Address; and Telephone Number\n\n"
        "1-2671         EXAMPLE VALLEY POWER SYSTEM, INC.        13-5531602\n"
        "               (A Maryland Corporation)\n               10 Sample Pike\n               Hagerstown, Maryland  21740\n"
        "               Telephone (301) 790-3400\n\n"
        "1-5164         SAMPLE POWER COMPANY                     13-5229392\n"
        "               (An Ohio Corporation)\n               13 Other Avenue\n               Fairmont, West Virginia 26554\n\n"
        "Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "                                                      Name of each exchange\n"
        "Registrant           Title of each class              on which registered\n\n"
        "Example Valley       Common Stock,                    New York Stock Exchange\n"
        "Power System, Inc.    $2 par value                    Chicago Stock Exchange\n\n"
        "Sample Power         Cumulative Preferred Stock,\nCompany               $100 par value:\n"
        "                       4.50%, Series C                American Stock Exchange\n\n"
        "                         Aggregate market value           Number of shares\n"
        "                         of voting stock held by          of common stock\n"
        "                         nonaffiliates at                 outstanding at\n"
        "                         February 6, 1997                 February 6, 1997\n\n"
        "Example Valley\nPower System, Inc.       $3,713,402,150                   121,840,327\n"
        "Sample Power Company     None. (a)                        5,891,000\n\n"
        "(a) All such common stock is held by Example Valley Power System, Inc., the\n    parent company.\n"
    )
    said = _said(page)
    assert (said["public_float"], said["shares_outstanding"]) == ("3713402150", "121840327")
    items = find_cover(read(page.encode(), "a.txt"))
    assert [item.value for item in items if item.item == "security_title"] == ["Common Stock, $2 par value"]
    assert [item.value for item in items if item.item == "shares_outstanding"] == ["121840327"]


def test_where_mail_goes_is_no_part_of_the_address() -> None:
    said = _said(
        "FORM 10-K\nFor the fiscal year ended May 28, 1995\n\nEXAMPLE MILLS, INC.\n"
        "(Exact name of registrant as specified in its charter)\n\n"
        "Number One Example Boulevard\nMinneapolis, MN                                  55426\n"
        "(Mail:  P.O. Box 1113)                     (Mail:  55440)\n"
        "(Address of principal                         (Zip Code)\nexecutive offices)\n"
    )
    assert (said["street1"], said["zip_code"]) == ("Number One Example Boulevard", "55426")


def test_a_foreign_issuers_name_above_the_words_of_its_translation() -> None:
    """Reports of foreign private issuers give their name in English alone."""
    page = (
        "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 6-K\n\nReport of Foreign Private Issuer\nFor the month of July, 2006\n\n"
        "EXAMPLE NETWORKS LTD.\n(Translation of Registrant's Name into English)\n\n30 Mill Street, Example, Israel\n"
    )
    assert _said(page)["registrant_name"] == "EXAMPLE NETWORKS LTD."
