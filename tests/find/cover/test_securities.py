"""Lists of securities registered: titles of several lines, several exchanges, columns of registrants, captions beside and below."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.find.cover.tables import listed_on
from converter.model import CoverItem
from converter.read import read

TOP = "FORM 10-K\nFor the fiscal year ended June 30, 1997\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n\n"
SECTION = "Securities registered pursuant to Section 12(b) of the Act:\n\n"
HEAD = "      Title of each class                 Name of each exchange on which registered\n"
FILER = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t{}\n\t\tCENTRAL INDEX KEY:\t\t{}\n"


def _items(page: str, name: str = "a.txt") -> list[CoverItem]:
    return [item for item in find_cover(read(page.encode(), name)) if item.group]


def _told(page: str, name: str = "a.txt") -> dict[str, list[str]]:
    """Exchanges by title."""
    told: dict[str, list[str]] = {}
    for item in _items(page, name):
        listed = told.setdefault(item.security, [])
        if item.item == "exchange":
            listed.append(item.value)
    return told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "Common Stock, $1 par value                New York Stock Exchange\n"
            "Warrants to Purchase\n"
            "Common Stock                              New York Stock Exchange\n",
            {"Common Stock, $1 par value": ["NYSE"], "Warrants to Purchase Common Stock": ["NYSE"]},
        ),
        (
            "Common Shares, no par value               New York Stock Exchange\n"
            "                                          Toronto Stock Exchange\n"
            "                                          Montreal Exchange\n",
            {"Common Shares, no par value": ["NYSE", "Toronto Stock Exchange", "Montreal Exchange"]},
        ),
        (
            "Common Stock, $2 par value                New York, Chicago and\n"
            "                                          Pacific Stock Exchanges\n",
            {"Common Stock, $2 par value": ["NYSE", "Chicago Stock Exchange", "Pacific Stock Exchange"]},
        ),
        (
            "Common Stock, $2 par value                New York Stock Exchange\n"
            "Series A Purchase Rights for\n  Preferred Stock                         New York Stock Exchange\n",
            {"Common Stock, $2 par value": ["NYSE"], "Series A Purchase Rights for Preferred Stock": ["NYSE"]},
        ),
        (
            "9 1/2% Sinking Fund Debentures\n  due March 1, 2011                       New York Stock Exchange\n"
            "Common Stock, $2 par value                New York Stock Exchange\n",
            {"9 1/2% Sinking Fund Debentures due March 1, 2011": ["NYSE"], "Common Stock, $2 par value": ["NYSE"]},
        ),
        (
            "Common Stock, $2 par value                American Stock Exchange and\n"
            "                                          Boston Stock Exchange\n"
            "11 1/4% Subordinated\n   Debentures due 2001                    American Stock Exchange\n",
            {
                "Common Stock, $2 par value": ["American Stock Exchange", "Boston Stock Exchange"],
                "11 1/4% Subordinated Debentures due 2001": ["American Stock Exchange"],
            },
        ),
        (
            "$3.10 Convertible Preferred               New York Stock Exchange and\n"
            "  Stock, Series C                         Pacific Stock Exchange\n",
            {"$3.10 Convertible Preferred Stock, Series C": ["NYSE", "Pacific Stock Exchange"]},
        ),
        (
            "Common Stock, par value                   New York Stock Exchange\n$.10\n"
            "Preferred Stock Purchase Rights           New York Stock Exchange\n",
            {"Common Stock, par value $.10": ["NYSE"], "Preferred Stock Purchase Rights": ["NYSE"]},
        ),
        (
            "                                          The Nasdaq Stock Market\nCommon Stock, $2 par value\n"
            "                                          The Nasdaq Stock Market\n1.5% Notes due 2011\n",
            {"Common Stock, $2 par value": ["NASDAQ"], "1.5% Notes due 2011": ["NASDAQ"]},
        ),
        (
            "6% Notes due April 2, 2001                New York Stock Exchange\n\n"
            "As of December 31, 1996, there were outstanding 1,300,000 shares of the\nregistrant's common stock.\n",
            {"6% Notes due April 2, 2001": ["NYSE"]},
        ),
        (
            "EXAMPLE MILLS CORPORATION\nCommon Stock, $2 par value                New York Stock Exchange\n",
            {"Common Stock, $2 par value": ["NYSE"]},
        ),
    ],
)
def test_classes(rows: str, told: dict[str, list[str]]) -> None:
    assert _told(f"{TOP}{SECTION}{HEAD}{rows}") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Common Stock, $2 par value                Not listed; formerly New York Stock Exchange\n", {}),
        (
            "Common Stock, $2 par value                Not listed; formerly\n"
            "                                          New York Stock Exchange\n"
            "Warrants                                  American Stock Exchange\n",
            {"Warrants": ["American Stock Exchange"]},
        ),
        (
            "Common Stock, $2 par value                None (delisted from the American\n"
            "                                          Stock Exchange in May 1996)\n",
            {},
        ),
        (
            "Common Stock, $2 par value                New York Stock Exchange (application pending)\n"
            "Warrants                                  American Stock Exchange\n",
            {"Warrants": ["American Stock Exchange"]},
        ),
        (
            "Common Stock, $2 par value                New York Stock Exchange (formerly on the\n"
            "                                          American Stock Exchange)\n",
            {"Common Stock, $2 par value": ["NYSE"]},
        ),
        (
            "Common Stock, $2 par value                Pacific Stock Exchange\n"
            "Warrants                                  To be listed on the Pacific\n"
            "                                          Stock Exchange\n",
            {"Common Stock, $2 par value": ["Pacific Stock Exchange"]},
        ),
        ("Common Stock, $2 par value                NASDAQ OTC Bulletin Board\n", {"Common Stock, $2 par value": []}),
        ("Common Stock, $2 par value                OTC Bulletin Board\n", {"Common Stock, $2 par value": []}),
    ],
)
def test_no_exchange_of_what_is_not_listed_now(rows: str, told: dict[str, list[str]]) -> None:
    assert _told(f"{TOP}{SECTION}{HEAD}\n{rows}") == told


def test_a_third_exchange_is_of_the_class_right_above_it_not_of_the_next() -> None:
    rows = (
        "Common Stock, $2 par value                New York Stock Exchange\n"
        "                                          Pacific Stock Exchange\n\n"
        "Cumulative Preferred Stock,\n"
        " $9 par value                             American Stock Exchange\n"
    )
    assert _told(f"{TOP}{SECTION}{HEAD}\n{rows}")["Common Stock, $2 par value"] == ["NYSE", "Pacific Stock Exchange"]


@pytest.mark.parametrize(
    "lines",
    [
        "     Title of each class:  Common Stock, $2 par value\n     Name of each exchange on which registered:  New York Stock Exchange\n",
        "          Common Stock, $2 par value\n            (Title of Class)\n\n          New York Stock Exchange\n"
        "     (Name of exchange on which registered)\n",
        "     Class of Security:               Registered on\n\nCommon Stock, $2 par value       New York Stock Exchange\n",
        "Common Stock, $2 par value\n\n   New York Stock Exchange\n",
        "Title of each class Common Stock, $2 par value Name of each exchange on which registered New York Stock Exchange\n",
    ],
)
def test_captions_beside_below_and_none(lines: str) -> None:
    assert _told(f"{TOP}{SECTION}{lines}") == {"Common Stock, $2 par value": ["NYSE"]}


def test_a_sentence_of_an_exchange_that_was() -> None:
    assert _told(f"{TOP}{SECTION.rstrip()} Common Stock, $2 par value, formerly listed on the New York Stock Exchange\n\n") == {}


def test_a_sentence_that_names_the_exchange() -> None:
    page = f"{TOP}{SECTION.rstrip()} Common Stock, $2 par\nvalue, registered on the New York Stock Exchange\n"
    assert _told(page) == {"Common Stock, $2 par value": ["NYSE"]}


def test_two_classes_in_one_line_are_none() -> None:
    line = "Common Stock, $2 par value American Stock Exchange 9% Notes due 2001 American Stock Exchange\n"
    assert _told(f"{TOP}{SECTION}{HEAD.strip()}\n\n{line}") == {}


def test_exchanges_in_lines_of_a_cell_and_in_rows_of_their_own() -> None:
    page = (
        "<p>FORM 10-K</p><p>For the fiscal year ended January 31, 2004</p><p>EXAMPLE INC.<br>(Exact name of registrant as specified)</p>"
        "<p>Securities registered pursuant to Section 12(b) of the Act:</p><table><tr><td>Title of each class</td>"
        "<td>Name of each exchange on which registered</td></tr><tr><td>Common Stock, $2 par value</td><td>New York Stock Exchange<br>"
        "Chicago Stock Exchange</td></tr><tr><td></td><td>Pacific Stock Exchange</td></tr>"
        "<tr><td>8% Subordinated</td><td></td></tr><tr><td>Debentures due 2010</td><td>New York Stock Exchange</td></tr></table>"
    )
    assert _told(page, "a.htm") == {
        "Common Stock, $2 par value": ["NYSE", "Chicago Stock Exchange", "Pacific Stock Exchange"],
        "8% Subordinated Debentures due 2010": ["NYSE"],
    }


def test_a_column_of_registrants_and_a_heading_tell_whose_a_class_is() -> None:
    filers = FILER.format("EXAMPLE CO", "11") + FILER.format("SAMPLE POWER CO", "12")
    header = f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\n{filers}</SEC-HEADER>\n"
    column = (
        "     Registrant           Title of each class               Name of each exchange\n"
        "                                                             on which registered\n"
        "Example Co.               Common Stock, $2 par value        New York Stock Exchange\n"
        "Sample Power Company      First Mortgage Bonds, 8% Series   New York Stock Exchange\n"
        "Other Gas Company         Preferred Stock, $9 Series        New York Stock Exchange\n"
    )
    heading = (
        f"{HEAD}Example Co.:\nCommon Stock, $2 par value                New York Stock Exchange\n"
        "Sample Power Company:\nFirst Mortgage Bonds, 8% Series           New York Stock Exchange\n"
    )
    for rows in (column, heading):
        page = f"{header}<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n{TOP}{SECTION}{rows}"
        titles = [(item.registrant, item.value) for item in _items(page) if item.item == "security_title"]
        assert titles == [(0, "Common Stock, $2 par value"), (1, "First Mortgage Bonds, 8% Series")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("New York and Pacific Stock Exchanges", ("NYSE", "Pacific Stock Exchange")),
        ("New York Stock Exchange, Inc.", ("NYSE",)),
        ("The NYSE Amex", ("NYSE American",)),
        ("New York, Sample City", ()),
        ("New York Stock Exchange (Symbol: EXC)", ("NYSE",)),
    ],
)
def test_names_of_exchanges(text: str, codes: tuple[str, ...]) -> None:
    assert listed_on(text) == codes


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            "Common Stock, $2 par value\nPreferred Share Purchase Rights\n(Title of class)",
            ["Common Stock, $2 par value", "Preferred Share Purchase Rights"],
        ),
        ("Class A Unit\n(Title of Class)\nClass B Unit\n(Title of Class)", ["Class A Unit", "Class B Unit"]),
        ("Title of each class        Number of shares outstanding\n\nCommon Stock, $2 par           1,304,221", ["Common Stock, $2 par"]),
        ("Units of Limited\nPartnership Interest\n(Title of class)", ["Units of Limited Partnership Interest"]),
        ("PARTNERSHIP INTERESTS\nAND ASSIGNEE INTERESTS THEREIN", ["PARTNERSHIP INTERESTS AND ASSIGNEE INTERESTS THEREIN"]),
        ("Common Stock, $2 par value\n\nThe registrant has no market for its common stock.", ["Common Stock, $2 par value"]),
        (
            "Common Stock, $2 par value       NASDAQ National Market\n(Title of class)          (Name of exchange)",
            ["Common Stock, $2 par value"],
        ),
        ("Preferred Stock, $9 Series\n\n(1) As of December 31, 1997.", ["Preferred Stock, $9 Series"]),
        ("Other Holdings, L.P.: Units of limited partnership interest", []),
        (
            "Class A Common Stock, $.50 par value\n7 1/4% Convertible Subordinated\n  Debentures due 2006",
            ["Class A Common Stock, $.50 par value", "7 1/4% Convertible Subordinated Debentures due 2006"],
        ),
        ("Common Stock, $2 par value\n10% of which is held by affiliates", ["Common Stock, $2 par value"]),
    ],
)
def test_titles_of_section_12g(lines: str, titles: list[str]) -> None:
    page = f"{TOP}Securities registered pursuant to Section 12(g) of the Act:\n\n{lines}\n\nIndicate by check mark whether\n"
    found = [item for item in find_cover(read(page.encode(), "a.txt")) if item.item == "security_12g"]
    assert [item.value for item in found] == titles
    assert [item.security for item in found] == (titles if len(titles) > 1 else [""] * len(titles))


def test_two_columns_without_heads() -> None:
    """Media companies list notes and stock without the form's heads, the symbol behind the exchange."""
    page = (
        "<p>FORM 10-K</p><p>Example Co.</p><p>(Exact name of registrant as specified in its charter)</p>"
        "<p>SECURITIES REGISTERED PURSUANT TO SECTION 12(b) OF THE ACT:</p><table>"
        "<tr><td>2.0% Exchangeable Debentures due 2029</td><td>New York Stock Exchange</td></tr>"
        "<tr><td>6.625% Notes due 2056</td><td>New York Stock Exchange</td></tr>"
        "<tr><td>Class A Common Stock, $0.01 par value</td><td>Nasdaq Stock Market<br>(Nasdaq symbol: EXMP)</td></tr></table>"
        "<p>SECURITIES REGISTERED PURSUANT TO SECTION 12(g) OF THE ACT:</p><p>NONE</p>"
    )
    assert _told(page, "a.htm") == {
        "2.0% Exchangeable Debentures due 2029": ["NYSE"],
        "6.625% Notes due 2056": ["NYSE"],
        "Class A Common Stock, $0.01 par value": ["NASDAQ"],
    }
    assert [item.value for item in _items(page, "a.htm") if item.item == "trading_symbol"] == ["EXMP"]


def test_a_title_that_begins_with_the_name_of_another_registrant() -> None:
    """Utilities that file together, without the header that lists them."""
    page = (
        "FORM 10-K\n\nCommission        Registrant; State of Incorporation;         I.R.S. Employer\n"
        "File Number       Address; and Telephone Number              Identification No.\n\n"
        "1-9513            EXAMPLE WEST CORPORATION                   38-2726431\n\n"
        "1-5611            SAMPLE POWER COMPANY                       38-0442310\n\n"
        f"{SECTION}{HEAD}\nEXAMPLE WEST: Common Stock                 New York Stock Exchange\n"
        "SAMPLE POWER: 9% Notes, due 2025           New York Stock Exchange\n"
    )
    assert _told(page) == {"Common Stock": ["NYSE"]}
    assert [item.value for item in find_cover(read(page.encode(), "a.txt")) if item.item == "other_registrant"] == ["SAMPLE POWER COMPANY"]
