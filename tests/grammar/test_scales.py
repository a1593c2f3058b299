"""Scales as captions state them, and what they say of shares."""

from __future__ import annotations

import pytest

from converter.grammar.scales import find_scale, scale_alone


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("MSEK", 6),
        ("(TNOK)", 3),
        ("NOK 1000", 3),
        ("(SEK 1,000)", 3),
        ("(millions of Ptas.)", 6),
        ("(Dfl. millions)", 6),
        ("(FIM million)", 6),
        ("(in thousands)", 3),
        ("(In Thousands, Except Per Share Data)", 3),
        ("(000's omitted)", 3),
        ("($000)", 3),
        ("$ in millions", 6),
        ("(Thousands of dollars)", 3),
        ("Dollars in Thousands", 3),
        ("(millions, except per share amounts)", 6),
        ("In Th$", 3),
        ("(Tabular information: Dollars in millions ...)", 6),
        ("Amounts in billions", 9),
        ("Millions, Except Per Share Amounts", 6),
        ("(expressed in U.S. dollars)", 0),
        ("(in $ thousands)", 3),
        ("IN MILLIONS", 6),
        ("000's", 3),
        ("(UNAUDITED-000's OMITTED)", 3),
        ("(Thousands of Dutch guilders, except per share amounts)", 3),
        ("(Millions of French francs)", 6),
        ("(In NLG thousands)", 3),
        ("2006 £m", 6),
        ("(EUR million)", 6),
        ("€000 €000 ; Notes", 3),
        ("RMB thousand", 3),
        ("thousands of Swiss francs", 3),
        ("(Rs. in crores)", 7),
        ("Rs. lakhs", 5),
        ("$bn", 9),
        ("(in 1,000's)", 3),
        ("(000,000's omitted)", 6),
        ("($000,000)", 6),
        ("(In 000,000s, except per share data)", 6),
        ("(In 000s)", 3),
        ("(in 1,000,000's)", 6),
        ("(in thous.)", 3),
        ("(in mill., except per share amounts)", 6),
        ("($ mil.)", 6),
        ("($ in K)", 3),
        ("(in MM)", 6),
        ("$ in M", 6),
        ("(rounded to the nearest thousand dollars)", 3),
    ],
)
def test_forms_of_a_scale(text: str, power: int) -> None:
    scale = find_scale(text)
    assert scale is not None
    assert scale.power == power


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Total assets",
        "thousands of customers",
        "(unaudited)",
        "a million reasons",
        "$ per metre",
        "stated value of NOK 1,000 each",
        "MEURICE",
        "except per share data",
    ],
)
def test_what_states_no_scale(text: str) -> None:
    assert find_scale(text) is None


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("(in thousands)", None),
        ("(in thousands, except per share data)", 3),
        ("($ in millions, except share and per share data)", 0),
        ("(in thousands, except shares)", 0),
        ("(in thousands, except share amounts)", 0),
        ("(in millions, except share amounts which are reflected in thousands and per share amounts)", 3),
        ("(expressed in U.S. dollars)", 0),
    ],
)
def test_what_a_caption_says_of_share_counts(text: str, shares: int | None) -> None:
    scale = find_scale(text)
    assert scale is not None
    assert scale.shares == shares


@pytest.mark.parametrize(
    "text",
    [
        "Basic (in dollars per share)",
        "Basic (in dollars ; per share)",
        "Dividends declared per common share (in dollars",
        "except per share amounts, which are in dollars, and share counts, which",
    ],
)
def test_dollars_per_share_are_no_scale(text: str) -> None:
    assert find_scale(text) is None


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("millions", 6), ("Thousands", 3), ("$mil", 6), ("Mil. $", 6), ("$MM", 6),
        ("(MM)", 6), ("($1,000)", 3), ("($ 1,000,000's)", 6), ("(thous.)", 3), ("(NOK 1,000)", 3), ("SEK 1000", 3), ("DKK 5,000", None),
        ("$1,000", None), ("1,000", None), ("(1,000)", None), ("millions of shares", None), ("(MM", None), ("MM)", None),
        ("Mills", None), ("MM", None),
    ],
)  # fmt: skip
def test_words_that_are_a_scale_where_nothing_stands_beside_them(text: str, power: int | None) -> None:
    scale = scale_alone(text)
    assert (scale.power if scale else None) == power
