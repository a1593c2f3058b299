"""Sentences that state the scale of all amounts once, and those that speak of one table, note or section."""

from __future__ import annotations

import pytest

from converter.grammar.general_scale import find_general_scale


@pytest.mark.parametrize(
    ("text", "scope", "power"),
    [
        (
            "All amounts in the financial statements and tables that follow are stated in thousands, except per share amounts unless "
            "otherwise indicated.",
            "statements",
            3,
        ),
        ("The consolidated financial statements are presented in thousands of U.S. dollars.", "statements", 3),
        ("The accompanying financial statements and notes are expressed in thousands of dollars, except share data.", "statements", 3),
        (
            "All dollar and share amounts in the financial statements and tables in these notes, except per-share amounts, are presented "
            "in millions unless otherwise indicated.",
            "statements",
            6,
        ),
        ("In these financial statements, amounts are in millions of U.S. dollars.", "statements", 6),
        ("The Company reports its financial statements in thousands.", "statements", 3),
        ("(Dollars in thousands, except per share amounts, unless otherwise noted)", "all", 3),
        ("Unless otherwise indicated, all amounts are in thousands of U.S. dollars.", "all", 3),
        ("Dollar amounts in this annual report are in millions unless otherwise stated.", "all", 6),
        ("All monetary amounts herein are in thousands.", "all", 3),
        ("Amounts presented throughout this report are in millions, except per share data.", "all", 6),
        ("(000's omitted in all dollar amounts)", "all", 3),
        ("Dollars are in thousands except where otherwise indicated.", "all", 3),
        ("We operate 31 kilns. All references to dollars are in thousands.", "all", 3),
    ],
)
def test_sentences_for_all_amounts(text: str, scope: str, power: int) -> None:
    found, scale = find_general_scale(text)
    assert scale is not None
    assert (found, scale.power) == (scope, power)


@pytest.mark.parametrize(
    "text",
    [
        "All amounts in the table are expressed in millions, except per share data",
        "All dollar amounts referenced in this Item 2 are in thousands, except per share amounts",
        "The following table sets forth revenues (in thousands):",
        "The amounts in this note are in thousands unless otherwise noted.",
        "All dollar amounts in the tables below are stated in millions of U.S. dollars",
        "In the following discussion, all amounts are in millions.",
        "Amounts recognized in the consolidated financial statements consist of (in millions):",
        "A reconciliation of amounts reported in the financial statements is as follows (in thousands, unless otherwise noted)",
        "All amounts have been rounded to the nearest thousand in the financial statements.",
        "The financial statements are presented in U.S. dollars.",
        "Unless otherwise noted, the lease costs of $4,200 in thousands are amounts of one year.",
        "Pro forma amounts are in thousands unless otherwise indicated.",
    ],
)
def test_what_speaks_of_a_part_or_of_no_scale(text: str) -> None:
    assert find_general_scale(text) == ("", None)
