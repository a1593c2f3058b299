"""Currencies by caption, head and mark."""

from __future__ import annotations

import pytest

from converter.grammar.currencies import find_currency, head_currency, mark_currency
from converter.grammar.scales import find_scale


@pytest.mark.parametrize(
    ("caption", "code", "power"),
    [
        ("(expressed in Canadian dollars)", "CAD", None),
        ("(in millions of Deutsche marks, except per share data)", "DEM", 6),
        ("(in thousands of pounds sterling)", "GBP", 3),
        ("(Expressed in thousands of U.S. dollars)", "USD", 3),
        ("(DM in millions)", "DEM", 6),
        ("(£ millions)", "GBP", 6),
        ("(in (pound) thousands)", "GBP", None),
        ("(French francs in thousands)", "FRF", 3),
        ("(amounts in millions of Japanese\n yen)", "JPY", 6),
        ("(in thousands of Swiss francs; U.S.$ amounts are translated)", "CHF", 3),
        ("(in thousands)", "", 3),
        ("Yen (millions) U.S. Dollars (thousands) ; For the year ended March 31,", "JPY", 6),
        ("Swiss francs (in thousands)", "CHF", 3),
        ("Korean won (billions)", "KRW", 9),
        ("Consolidated balance sheet of Sterling Yards and subsidiaries", "", None),
        ("Kroner Marks Company", "", None),
        ("", "", None),
    ],
)
def test_captions(caption: str, code: str, power: int | None) -> None:
    assert find_currency(caption) == code
    if power is not None:
        found = find_scale(caption)
        assert found is not None
        assert found.power == power


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("1998 DM", "DEM"),
        ("1998 U.S.$", "USD"),
        ("US$", "USD"),
        ("£", "GBP"),
        ("Canadian dollars", "CAD"),
        ("ADMIN", ""),
        ("U.S. Dollars (Information Only) 2000", "USD"),
        ("1997 Rmb'000", "CNY"),
        ("1999 Euros", "EUR"),
        ("Neurosurgery", ""),
    ],
)
def test_heads(head: str, code: str) -> None:
    assert head_currency(head) == code


@pytest.mark.parametrize(("mark", "code"), [("£", "GBP"), ("$", ""), ("US$", "USD"), ("Cdn$", "CAD"), ("", "")])
def test_marks(mark: str, code: str) -> None:
    assert mark_currency(mark) == code


def test_a_mark_before_what_is_counted() -> None:
    assert [head_currency(text) for text in ("2006 £m", "€000", "(pound)000", "£million", "£mark")] == ["GBP", "EUR", "GBP", "", ""]


def test_a_sign_that_ascii_lacks() -> None:
    for text, power in (("(pound)000", 3), ("1997 (pound)m", 6)):
        assert head_currency(text) == "GBP"
        found = find_scale(text)
        assert found is not None
        assert found.power == power


@pytest.mark.parametrize(
    ("caption", "code"),
    [
        ("Consolidated Income Statement ; SEK m.", "SEK"),
        ("EUR million", "EUR"),
        ("CHF in millions", "CHF"),
        ("£m", "GBP"),
        ("Income Statements ; MSEK", "SEK"),
        ("NOK 1000", "NOK"),
        ("(SEK M)", "SEK"),
        ("(Rs. in millions)", "INR"),
        ("(Canadian $000s)", "CAD"),
        ("(IR£ millions)", "IEP"),
        ("(Rupees in millions)", "INR"),
        ("a bond of NOK 1,000", ""),
        ("In millions of SEK, except per share data", "SEK"),
        ("a loan of EUR 5 million", ""),
        ("$ in millions", ""),
    ],
)
def test_a_mark_with_the_word_of_a_scale_states_the_currency(caption: str, code: str) -> None:
    assert find_currency(caption) == code
