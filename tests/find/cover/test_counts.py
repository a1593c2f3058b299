"""Shares outstanding and public float in the wordings of first pages."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.find.cover.counts import COUNT
from converter.find.cover.owners import owners_of
from converter.read import read

HEAD = """FORM 10-K
For the fiscal year ended December 31, 1998
Commission file number 0-12345

                    EXAMPLE CORPORATION
   (Exact name of registrant as specified in its charter)

    Delaware                          12-3456789
(State of incorporation)     (I.R.S. Employer Identification No.)

"""


def _told(words: str, item: str) -> list[tuple[str, str, str]]:
    filing = read((HEAD + words).encode(), name="a.txt")
    return [(each.value, f"{each.as_of}", each.security) for each in find_cover(filing) if each.item == item]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Class                                Outstanding at May 3, 1999\n"
            "Common Stock, $.10 par value              67,990,143 shares\n"
            "Class B Common Stock, $.10 par value      13,145,218 shares",
            [("67990143", "1999-05-03", "common"), ("13145218", "1999-05-03", "class b common")],
        ),
        (
            "Number of shares outstanding as of May 3, 1999: Class A -- 31,004,117; Class B -- 9,288,401.",
            [("31004117", "1999-05-03", "class a common"), ("9288401", "1999-05-03", "class b common")],
        ),
        (
            "The number of shares outstanding of common stock, as of May 3, 1999 was 3,811,209 Class A common shares, and 402,115 Class B\n"
            "common shares.",
            [("3811209", "1999-05-03", "class a common"), ("402115", "1999-05-03", "class b common")],
        ),
        (
            "At May 3, 1999, the number of shares outstanding of the registrant's Class A common stock and Class B common stock was\n"
            "12,398,854 and 162,861,743, respectively.",
            [("12398854", "1999-05-03", "class a common"), ("162861743", "1999-05-03", "class b common")],
        ),
        (
            "At May 3, 1999 there were 23,321,045 shares of Common Stock and 50,400 shares of Series A 8% Preferred Stock outstanding.",
            [("23321045", "1999-05-03", "")],
        ),
        (
            "Indicate the number of shares outstanding of each class of common stock, as of May 3, 1999.\n\n"
            "Common Stock without par value -- 60,015,620 shares.",
            [("60015620", "1999-05-03", "")],
        ),
        ("907,966,327\nNumber of shares of common stock outstanding as of May 3, 1999", [("907966327", "1999-05-03", "")]),
        (
            "There were 24,513,008 shares of Common Stock issued and 20,111,222 outstanding on May 3, 1999, 4,401,786 in treasury.",
            [("20111222", "1999-05-03", "")],
        ),
        (
            "Shares outstanding at May 3, 1999: 366,460,780 (excluding 20,579,088 shares held by consolidated subsidiaries).",
            [("366460780", "1999-05-03", "")],
        ),
        (
            "On May 3, 1999, there were 86,457,201 shares of the registrant's\nCommon Stock outstanding.",
            [("86457201", "1999-05-03", "")],
        ),
        (
            "As of May 3, 1999, the number of shares of the Registrant's Class A\nCommon Stock outstanding was 100,691,171 and the\n"
            "number of shares of the Registrant's Class B Common Stock outstanding was 181,531,604.",
            [("100691171", "1999-05-03", "class a common"), ("181531604", "1999-05-03", "class b common")],
        ),
        (
            "The aggregate market value of the voting stock held by non-affiliates on May 3, 1999 was $9,128,000.\n\n"
            "5,934,228 shares of common stock were outstanding at the close of business on\nMay 3, 1999.",
            [("5934228", "1999-05-03", "")],
        ),
        (
            "At May 3, 1999 there were 7,654,321 shares of common stock outstanding, of which 2,000,000 were held by non-affiliates.",
            [("7654321", "1999-05-03", "")],
        ),
        ("As of May 3, 1999 there were 7,654,321 shares of common stock issued, 45,678 of which were held in treasury.", []),
        (
            "At May 3, 1999 there were 7,654,321 shares of common stock outstanding, of which 2,000,000 were held by affiliates.",
            [("7654321", "1999-05-03", "")],
        ),
        *(
            (f"At May 3, 1999 there were 9,000,000 shares of common stock {words}.", [("7654321", "1999-05-03", "")])
            for words in (
                "issued, of which 7,654,321 were outstanding",
                "issued, including 7,654,321 outstanding",
                "authorized, of which 7,654,321 were issued and outstanding",
            )
        ),
        (
            "As of May 3, 1999, there were 7,654,321 shares of common stock outstanding held by 1,250 holders of record.",
            [("7654321", "1999-05-03", "")],
        ),
        (
            "As of May 3, 1999, the Registrant had 7,654,321 shares of Common Stock outstanding, and 250,000 warrants.",
            [("7654321", "1999-05-03", "")],
        ),
        (
            "The number of shares of common stock outstanding at May 3, 1999 and 1998 was 7,654,321 and 7,500,000, respectively.",
            [("7654321", "1999-05-03", "")],
        ),
        (
            "The number of shares outstanding of common stock as of May 3, 1999 was 7,654,321, and as of May 3, 1998 was 7,500,000.",
            [("7654321", "1999-05-03", "")],
        ),
        (
            "The number of shares of common stock outstanding as of May 3, 1999 was one thousand (1,000), all held by the parent.",
            [("1000", "1999-05-03", "")],
        ),
        (
            "The aggregate market value of the voting stock held by non-affiliates on May 3, 1999 was $9,128,000.\n\n"
            "                    909,287,300\n  Number of shares of common stock outstanding as of May 3, 1999",
            [("909287300", "1999-05-03", "")],
        ),
        ("On May 3, 1999, the registrant had 7.65 million shares of common stock outstanding.", [("7650000", "1999-05-03", "")]),
        (
            "The number of shares outstanding of Voting Common Stock and Non-Voting Common Stock as of May 3, 1999 was\n"
            "4,000,001 and 3,654,320.",
            [("4000001", "1999-05-03", "voting common stock"), ("3654320", "1999-05-03", "non-voting common stock")],
        ),
        ("At May 3, 1999, there were 100 shares of common stock outstanding, all held by the parent.", [("100", "1999-05-03", "")]),
        ("As of May 3, 1999 there were outstanding 4505000 shares of common stock.", [("4505000", "1999-05-03", "")]),
        (
            "Shares outstanding May 3, 1999: Example Corporation 71,700,551 shares; Other Corporation 1,972,052 shares",
            [("71700551", "1999-05-03", "")],
        ),
        (
            "As of May 3, 1999, there were 1,363,367,318 shares of Class A common stock, 766,113,842 shares of Class A Special common\n"
            "stock and 9,444,375 shares of Class B common stock outstanding.",
            [
                ("1363367318", "1999-05-03", "class a common"),
                ("766113842", "1999-05-03", "class a special common"),
                ("9444375", "1999-05-03", "class b common"),
            ],
        ),
        (
            "The number of shares of common stock outstanding as of May 3, 1999 was one hundred (100), all held by the parent.",
            [("100", "1999-05-03", "")],
        ),
    ],
)
def test_shares(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(words, "shares_outstanding") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The issuer's revenues for its most recent fiscal year: $10,361,283\n\n"
            "As of May 3, 1999, the aggregate market value of the voting stock held by non-affiliates was $1,845,000.",
            [("1845000", "1999-05-03", "")],
        ),
        (
            "Aggregate market value held by non-affiliates as of May 3, 1999: $8,102 million\n\n"
            "Common Stock outstanding as of June 1, 1999: 417,098,771",
            [("8102000000", "1999-05-03", "")],
        ),
        (
            "As of the close of business on May 3, 1999, the registrant had 17,412,007 shares of Common Stock outstanding. The aggregate\n"
            "market value of the voting stock held by non-affiliates on that date was approximately $102,330,000.",
            [("102330000", "1999-05-03", "")],
        ),
        (
            "Aggregate market value of common stock held by non-affiliates at May 3, 1999 (in thousands) . . . . $ 150,321",
            [("150321000", "1999-05-03", "")],
        ),
        (
            "The aggregate market value of the Class A stock held by non-affiliates on May 3, 1999 was $811,322,900, and of Class B stock\n"
            "$204,311,000.",
            [("811322900", "1999-05-03", "class a common"), ("204311000", "1999-05-03", "class b common")],
        ),
        (
            "The aggregate market value of Class A Common Stock held by non-affiliates on May 3, 1999 was $8,000,789.\n"
            "The aggregate market value of Class B Common Stock held by non-affiliates on that date was $2,456,000.",
            [("8000789", "1999-05-03", "class a common"), ("2456000", "1999-05-03", "class b common")],
        ),
        (
            "Aggregate market value of the voting stock held by non-affiliates as of May 3, 1999:\n\n"
            "     Class A Common Stock           $8,000,789\n     Class B Common Stock            2,456,000\n"
            "                                    ----------\n                                   $10,456,789",
            [("10456789", "1999-05-03", ""), ("8000789", "1999-05-03", "class a common"), ("2456000", "1999-05-03", "class b common")],
        ),
        (
            "State the aggregate market value of the voting stock held by non-affiliates computed by reference to the price at which the\n"
            "stock was sold, as of a specified date within the past 60 days. (See definition of affiliate in Rule 12b-2.)\n\n"
            "      As of May 3, 1999 .............................. $1,412,388",
            [("1412388", "1999-05-03", "")],
        ),
        ("The aggregate market value of the stock held by non-affiliates as of May 3, 1999 was Cdn. $123,456,789.", []),
        ("The aggregate market value of the stock held by non-affiliates as of May 3, 1999 was C$123,456,789.", []),
        (
            "The aggregate market value of the stock held by non-affiliates as of the last business day of the registrant's most recently\n"
            "completed second fiscal quarter was approximately $430 million.",
            [("430000000", "1998-06-30", "")],
        ),
        (
            "As of May 3, 1999, the aggregate market value of the Class A common stock and Class A Special common stock held by\n"
            "non-affiliates was $41.712 billion and $24.018 billion, respectively.",
            [("41712000000", "1999-05-03", "class a common"), ("24018000000", "1999-05-03", "class a special common")],
        ),
    ],
)
def test_float(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(words, "public_float") == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Example Power Corp"], [0, None]),
        (["EXAMPLE POWER CORP", "SAMPLE GAS & ELECTRIC CO"], [0, 1]),
        (["Other Inc"], [None, None]),
    ],
)
def test_counts_are_those_of_the_registrant_named_before_them(names: list[str], expected: list[int | None]) -> None:
    words = (
        "Example Power Corporation 1,234,567 shares at May 3, 1999 The Sample Gas & Electric Company 7,654,321 shares (all held by Example"
        " Power Corporation)"
    )
    assert owners_of(words, list(COUNT.finditer(words)), names) == expected


def test_a_name_that_begins_another_ones_owns_no_count_of_that() -> None:
    words = "Example Inc. had 1,234,567 shares outstanding at May 3, 1999. The Example Chemical Company had 7,654,321 shares outstanding."
    assert owners_of(words, list(COUNT.finditer(words)), ["Example Inc."]) == [0, None]


def test_a_second_class_is_of_the_registrant_named_behind_the_first() -> None:
    words = "There were 1,234,567 shares of Example Corporation Class A common stock and 7,654,321 shares of Class B common stock."
    assert owners_of(words, list(COUNT.finditer(words)), ["EXAMPLE CORP", "OTHER LLC"]) == [0, 0]


def test_the_head_of_the_next_page_owns_no_count() -> None:
    words = "Class A Common Stock 2,234,567 shares Class B Common Stock outstanding as $0.01 par value of 1,234,567 EXAMPLE CORP FORM 10-Q"
    assert owners_of(words, list(COUNT.finditer(words)), ["EXAMPLE CORP"]) == [None, None]


def test_counts_with_nothing_but_and_between_them_have_one_owner() -> None:
    words = "Example Corp: the shares outstanding of the Class A and Class B Common Stock were 1,234,567 and 7,654,321, respectively."
    assert owners_of(words, list(COUNT.finditer(words)), ["EXAMPLE CORP"]) == [0, 0]


def test_who_holds_the_shares_owns_no_count() -> None:
    words = "245,237,559 shares; Sample Electric Company 144,500,000 shares, all of which are held by Example Energy Inc."
    assert owners_of(words, list(COUNT.finditer(words)), ["EXAMPLE ENERGY INC", "SAMPLE ELECTRIC COMPANY"]) == [1, 1]
    head = "Common stock outstanding: Example Energy, Inc.\n"
    assert owners_of(head + words, list(COUNT.finditer(head + words)), ["EXAMPLE ENERGY INC", "SAMPLE ELECTRIC COMPANY"]) == [0, 1]


def test_a_count_goes_on_with_the_name_in_the_line_above() -> None:
    words = "Common Stock outstanding at May 3, 1999:  Example Corporation, Inc.\n7,654,321 shares; Other Company 144,500,000 shares."
    assert _told(words, "shares_outstanding") == [("7654321", "1999-05-03", "")]
