"""A scale that is stated once for statements which state none themselves."""

from __future__ import annotations

import pytest
from filings import balance

from converter.find import find
from converter.read import read

SENTENCE = (
    "All amounts in the financial statements and tables that follow are stated in thousands, except per share amounts unless "
    "otherwise indicated."
)


def _scale(*around: str) -> int | None:
    before, after = (*around, "")[:2]
    page = f"{before}\n\n{balance(caption='')}\n\n{after}\n"
    [sheet] = find(read(page.encode(), "filing.txt")).statements
    return sheet.rows[1].figures[0].scale


@pytest.mark.parametrize(
    "before",
    [
        f"ITEM 8. FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA\n\n{SENTENCE}\n\nThe Lamp Company",
        f"{SENTENCE}\n\nIndex\n\nReport of management\n\nReport of auditors\n\nSelected matters\n\nOther matters",
        "ITEM 8. FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA\n\n(Amounts in thousands)\n\nOne\n\nTwo\n\nThree\n\nFour",
    ],
    ids=["right above", "far above", "below the item's heading"],
)
def test_a_scale_told_once_before_the_statements(before: str) -> None:
    assert _scale(before) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "The financial statements below are expressed in thousands of U.S. dollars,\nexcept per share amounts, which are in dollars.",
        "The financial statements below are expressed in thousands of U.S. dollars,\nexcept per share amounts, which are in dollars, and"
        " share counts, which\nare in full.",
    ],
)
def test_a_sentence_that_says_what_is_in_dollars(sentence: str) -> None:
    assert _scale(f"ITEM 8. FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA\n\n{sentence}") == 3


def test_a_scale_told_once_at_the_head_of_the_notes() -> None:
    assert _scale("", f"NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n{SENTENCE}") == 3


@pytest.mark.parametrize(
    "before",
    [
        "The following table sets forth our sales, all amounts in thousands unless otherwise noted.",
        "In this discussion all amounts are in thousands.",
    ],
    ids=["a table's", "the discussion's"],
)
def test_a_scale_of_something_else_is_not_the_statements(before: str) -> None:
    assert _scale(f"{before}\n\nOne\n\nTwo\n\nThree\n\nFour") == 0
