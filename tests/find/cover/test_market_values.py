"""The public float where a sentence has several amounts, where a note gives their scale, and where the stock is another company's."""

from __future__ import annotations

import pytest

from converter.find.cover import find_cover
from converter.read import read

TOP = (
    "FORM 10-K\nFor the fiscal year ended December 31, 1998\n\n"
    "EXAMPLE CORPORATION\n(Exact name of registrant as specified in its charter)\n\n"
)


def _told(words: str, item: str) -> list[tuple[str, int | None]]:
    filing = read((TOP + words).encode(), name="a.txt")
    return [(each.value, each.decimals) for each in find_cover(filing) if each.item == item]


@pytest.mark.parametrize(
    "words",
    [
        "Assuming that affiliates hold $12,000,000, the aggregate market value held by non-affiliates was $88,000,000.",
        "The aggregate market value of the voting stock was $100,000,000, of which $88,000,000 was held by non-affiliates.",
        "The aggregate market value of the voting stock was $100,000,000 (7,000,000 shares), of which $88,000,000 is\n"
        "held by nonaffiliates.",
        "The aggregate market value of the stock held by non-affiliates was $88,000,000 and of that held by affiliates was $12,000,000.",
        "The aggregate market value held by non-affiliates, excluding $12,000,000 held by officers and directors, was $88,000,000.",
        "The aggregate market value of the stock held by non-affiliates was $88,000,000 of a total of $100,000,000.",
        "The aggregate market value of all stock was $100,000,000; that held by persons other than affiliates was $88,000,000.",
        "The aggregate market value of the stock, at a price of $125,500 per share, held by non-affiliates was $88,000,000.",
        "The aggregate market value of the stock held by non-affiliates was $88,000,000, based on the\nclosing price, $125,500 per share.",
        "The aggregate market value held by non-affiliates (all officers and directors are deemed affiliates) was $88,000,000.",
        "Assuming that officers and holders of 10%, who hold shares with a value of $12,000,000, are affiliates, the aggregate\n"
        "market value of the voting stock held by non-affiliates on May 3, 1999 was $88,000,000.",
        "The aggregate market value of the stock on May 3, 1999 was $100,000,000.\n"
        "The aggregate market value of the stock held by non-affiliates on May 3, 1999 was $88,000,000.",
        "such filing requirements for the past 90 days. Yes X No __ Aggregate market value of common stock held by non-affiliates as of\n"
        "May 3, 1999: $88,000,000",
        "The aggregate market value of the stock held by non-affiliates was: Common Stock, $1 par value $88,000,000.",
        "As of May 3, 1999, the aggregate market value of the stock was $100,000,000 and, excluding $12,000,000 held by affiliates, the\n"
        "aggregate market value of the stock held by non-affiliates of the registrant was $88,000,000, based on a price of $8.64.",
    ],
)
def test_what_non_affiliates_hold_is_the_float(words: str) -> None:
    assert _told(words, "public_float") == [("88000000", 0)]


@pytest.mark.parametrize(
    "words",
    [
        "The aggregate market value of the stock was $100,000,000 on May 3, 1999 and $88,000,000 on June 3, 1999.",
        "The aggregate market value of the stock held by affiliates was $12,000,000.",
        "The aggregate market value of the common stock held by non-affiliates on May 3 and June 3, 1999 was $88,000,000 and $77,000,000,\n"
        "respectively.",
        "Aggregate market value:\n\nHeld by affiliates             $ 12,000,000\nHeld by non-affiliates           88,000,000\n"
        "                               ------------\nTotal                          $100,000,000",
        "The aggregate market value of the stock held by non-affiliates was in excess of $88,000,000.",
        "There are outstanding 4,500,000 shares with an aggregate market value of $100,000,000, of which shares with a value of\n"
        "$12,000,000 are owned by affiliates.",
        "Aggregate market value of the voting stock held by non-affiliates: None. All of the registrant's common stock is owned by\n"
        "Other Holdings, Inc., whose common stock had an aggregate market value of $940,000,000 on May 3, 1999.",
        "None of the registrant's common stock is held by non-affiliates; all is held by Other Corp., whose aggregate market value\n"
        "held by non-affiliates is $940,000,000.",
        "All of the outstanding common stock of the registrant is held by Other Corp. The aggregate market value of Other Corp.'s\n"
        "stock held by its non-affiliates was $940,000,000.",
        "The aggregate market value of the stock held by non-affiliates of the registrant's parent was $940,000,000.",
        "The aggregate market value of the stock held by non-affiliates (in thousands) was $88,000,000,000.",
    ],
)
def test_a_float_that_cannot_be_told_is_none(words: str) -> None:
    assert _told(words, "public_float") == []


@pytest.mark.parametrize(
    ("words", "decimals"),
    [
        ("Aggregate market value held by non-affiliates at May 3, 1999 (in thousands): $88,000", -3),
        ("Aggregate market value held by non-affiliates at May 3, 1999 (thousands): $88,000", -3),
        ("The aggregate market value held by non-affiliates on May 3, 1999 was approximately $88,000 (000's).", -3),
        ("The aggregate market value of the stock held by non-affiliates on May 3, 1999 was, in thousands, $88,000.", -3),
        ("The aggregate market value held by non-affiliates on May 3, 1999 was $88.0 (in millions).", -5),
        ("The aggregate market value held by non-affiliates on May 3, 1999 was $88,000,000 (7,000 thousands of shares).", 0),
    ],
)
def test_a_note_of_scale_beside_an_amount(words: str, decimals: int) -> None:
    assert _told(words, "public_float") == [("88000000", decimals)]


def test_two_classes_with_their_values_in_one_order() -> None:
    words = (
        "The aggregate market value of the Class A and Class B Common Stock held by non-affiliates at May 3, 1999 was\n"
        "$88,000,000 and $12,000,000, respectively."
    )
    filing = read((TOP + words).encode(), name="a.txt")
    told = [(each.value, each.security) for each in find_cover(filing) if each.item == "public_float"]
    assert told == [("88000000", "class a common"), ("12000000", "class b common")]


def test_an_own_value_stands_though_one_holder_has_all_of_another_class() -> None:
    words = (
        "All of the Class B Common Stock is held by Other Corp. The aggregate market value of the Class A Common Stock held by\n"
        "non-affiliates was $88,000,000.\n"
    )
    assert _told(words, "public_float") == [("88000000", 0)]


@pytest.mark.parametrize(
    ("words", "count", "decimals"),
    [
        ("The number of shares of common stock outstanding (000's) as of May 3, 1999 was 6,152.", "6152000", -3),
        ("Number of shares of common stock outstanding as of May 3, 1999: 6,152 (in thousands)", "6152000", -3),
        (
            "Class                 Outstanding at May 3, 1999\n                          (in thousands)\n"
            "Common Stock               6,152.5",
            "6152500",
            -2,
        ),
        (
            "Indicate the number of shares outstanding of each of the issuer's classes of common stock (in thousands of shares).\n\n"
            "Common Stock, no par value, May 3, 1999                6,152",
            "6152000",
            -3,
        ),
        ("As of May 3, 1999 there were 6,152 thousand shares of common stock outstanding.", "6152000", -3),
        ("The number of outstanding shares of the common stock, as of May 3, 1999 was 6.1 million.", "6100000", -5),
        ("Common shares outstanding (in millions) at May 3, 1999: 6.1", "6100000", -5),
        ("The number of shares of common stock outstanding on May 3, 1999 was 6,152,041.", "6152041", 0),
    ],
)
def test_numbers_of_shares_in_thousands(words: str, count: str, decimals: int) -> None:
    assert _told(words, "shares_outstanding") == [(count, decimals)]


@pytest.mark.parametrize(
    "words",
    [
        "The number of shares of common stock outstanding (in thousands) as of May 3, 1999 was 61,520,410.",
        "The aggregate market value held by non-affiliates was $88,000 (in thousands). At May 3, 1999 there were 6,152,041 shares.",
    ],
)
def test_a_note_of_thousands_makes_no_count_that_nobody_has(words: str) -> None:
    assert _told(words, "shares_outstanding") in ([], [("6152041", 0)])


def test_a_table_of_the_market_value_and_the_number_of_shares() -> None:
    page = (
        "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 1998</p><p>EXAMPLE CORPORATION<br>(Exact name of registrant as specified"
        " in its charter)</p><table><tr><td></td><td></td><td>(in thousands)</td></tr><tr><td>Aggregate market value of common stock held"
        " by non-affiliates at May 3, 1999</td><td>$</td><td>88,000</td></tr></table><table><tr><td>Number of shares of common stock"
        " outstanding at May 3, 1999</td><td></td><td>7,654,321</td></tr></table>"
    )
    told = {item.item: item.value for item in find_cover(read(page.encode(), name="a.htm"))}
    assert (told["public_float"], told["shares_outstanding"]) == ("88000000", "7654321")


def test_market_value_and_number_of_shares_in_one_row() -> None:
    words = (
        "                        Shares outstanding        Aggregate market value\n"
        "Class                   at May 3, 1999            held by non-affiliates\n"
        "Common Stock            7,654,321                 $88,000,000\n"
    )
    assert (_told(words, "public_float"), _told(words, "shares_outstanding")) == ([("88000000", 0)], [("7654321", 0)])


VALUE = "The aggregate market value of the stock held by non-affiliates on May 3, 1999 was $88,000,000"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (based on the closing price\non that date), and there were 7,654,321 shares of Common Stock outstanding.", "7654321"),
        (", on which\ndate 7,654,321 shares of Common Stock were outstanding.", "7654321"),
        ("; 7,654,321 shares of\nCommon Stock were outstanding at that date.", "7654321"),
        (", and the registrant had 7,654,321\nshares of its common stock issued and outstanding.", "7654321"),
        (" based\non 7,654,321 shares of Common Stock outstanding.", ""),
        (", and 7,654,321 shares held by\nthem were outstanding.", ""),
        (", and 7,654,321 shares of Common\nStock outstanding were held by them.", ""),
    ],
)
def test_a_count_of_all_shares_behind_the_market_value(behind: str, expected: str) -> None:
    filing = read((TOP + VALUE + behind).encode(), name="a.txt")
    told = {item.item: (item.value, str(item.as_of)) for item in find_cover(filing) if item.item in ("shares_outstanding", "public_float")}
    counted = {"shares_outstanding": (expected, "1999-05-03")} if expected else {}
    assert told == {"public_float": ("88000000", "1999-05-03"), **counted}


def test_that_date_is_the_one_before_it_in_the_sentence() -> None:
    """Not the end of the fiscal year, which stands above."""
    words = "The aggregate market value of the 4,500,000 shares held by non-affiliates on May 3, 1999 was $88,000,000 on that date."
    filing = read((TOP + words).encode(), name="a.txt")
    assert [str(item.as_of) for item in find_cover(filing) if item.item == "public_float"] == ["1999-05-03"]
