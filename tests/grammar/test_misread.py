"""Words and digits of heads that OCR misread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.grammar.misread import mended, mended_label, mended_title


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Decernber 31, 2OO9", "December 31, 2009"),
        ("DECEMBCR 3l, l998", "DECEMBER 31, 1998"),
        ("June 3O, 20 09", "June 30, 2009"),
        ("l2 Monlhs Ended Junc 30,", "12 Months Ended June 30,"),
        ("Thrce Months Ended", "Three Months Ended"),
        ("(1n thousancls, except per share data)", "(In thousands, except per share data)"),
        ("(ln rnillions)", "(In millions)"),
        ("IN TH0USANDS", "IN THOUSANDS"),
        ("(In mil-lions)", "(In millions)"),
        ("Three Mont hs Endcd", "Three Months Ended"),
        ("THIRTEEN WE EKS END ED", "THIRTEEN WEEKS ENDED"),
        ("Decern ber 31, 2009", "December 31, 2009"),
        ("(In thou sands, ex cept per sha re amounts)", "(In thousands, except per share amounts)"),
        ("Fiscal Year s Ended J une 30,", "Fiscal Years Ended June 30,"),
    ],
)
def test_what_must_have_been_printed(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "December 31, 2009 and 2008",
        "Three Months Ended June 30,",
        "(In thousands, except per share data)",
        "Note 10, 2009",
        "1,998 shares of Class B",
        "$2009l",
        "A nice date to match",
        "2009 l998x",
        "Year 5 Month 5",
        "Mont  hs",
        "at the end of the year",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert mended(text) == text


@given(st.text(max_size=60))
def test_mended_once_is_mended(text: str) -> None:
    assert mended(mended(text)) == mended(text)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("CONSOL1DATED BA1ANCE SHEETS", "CONSOLIDATED BALANCE SHEETS"),
        ("Consolidated Staternents of Incorne", "Consolidated Statements of Income"),
        ("CONSOLIDATED STATEMENTS OF lNCOME", "CONSOLIDATED STATEMENTS OF INCOME"),
        ("C ONSOLIDATED B ALANCE S HEETS", "CONSOLIDATED BALANCE SHEETS"),
        ("Consoli- dated State- ments of Earnings", "Consolidated Statements of Earnings"),
        ("Consolidated Statements of Earnings", "Consolidated Statements of Earnings"),
        ("Exhibit A Balance Sheet", "Exhibit A Balance Sheet"),
    ],
)
def test_titles(printed: str, meant: str) -> None:
    assert mended_title(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Cash and Cash Equivalents, 8eginning of Year", "Cash and Cash Equivalents, beginning of Year"),
        ("Casb and due from banks at beqinning of year", "Cash and due from banks at beginning of year"),
        ("CASH AT cnd OF PERIOD", "CASH AT end OF PERIOD"),
        ("Bas1c and d1luted", "Basic and diluted"),
    ],
)
def test_words_of_labels(printed: str, meant: str) -> None:
    assert mended_label(printed) == meant


@pytest.mark.parametrize(
    "text", ["401(k) plan, Class 1a and 8b", "Iraq and Qatar", "1st and 2nd lien", "Cost of basic tolls", "(Rule 10b-5)"]
)
def test_labels_that_are_right_stay(text: str) -> None:
    assert mended_label(text) == text
