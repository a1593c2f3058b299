"""Statements in other currencies than dollars, in two side by side, and what a person says of scale and currency."""

from __future__ import annotations

from filings import balance, find, heads, line, one, row, values

from converter.find.statements.periods import Known


def test_the_caption_says_the_currency() -> None:
    found = one(balance(caption="(in thousands of pounds sterling)"), "balance_sheet")
    assert values(found, "Total assets") == ["5000000 iso4217:GBP", "4500000 iso4217:GBP"]


def test_marks_on_the_figures_say_the_currency() -> None:
    found = one(balance().replace("$ ", "£ "), "balance_sheet")
    assert values(found, "Accounts receivable") == ["800000 iso4217:GBP", "700000 iso4217:GBP"]


def test_dollars_are_those_of_the_united_states() -> None:
    assert values(one(balance(), "balance_sheet"), "Total assets") == ["5000000 iso4217:USD", "4500000 iso4217:USD"]


def test_a_translation_stands_beside_the_currency_of_the_books() -> None:
    page = "\n".join(
        [
            f"{'CONSOLIDATED BALANCE SHEETS':^80}",
            f"{'(in millions)':^80}",
            "",
            heads("Dec. 31, 1998", "Dec. 31, 1998", "Dec. 31, 1997", width=16),
            heads("U.S.$", "DM", "DM", width=16),
            line("Cash and cash equivalents", "600", "1,000", "900", width=16),
            line("Accounts receivable", "1,200", "2,000", "1,800", width=16),
            line("    Total assets", "1,800", "3,000", "2,700", width=16),
            line("Total liabilities", "600", "1,000", "900", width=16),
            line("Stockholders' equity", "1,200", "2,000", "1,800", width=16),
            line("    Total liabilities and stockholders' equity", "1,800", "3,000", "2,700", width=16),
        ]
    )
    found = one(page, "balance_sheet")
    assert values(found, "Total assets") == ["1800000000 iso4217:USD", "3000000000 iso4217:DEM", "2700000000 iso4217:DEM"]


def test_a_person_knows_scale_and_currency_better() -> None:
    known = Known(scale=6, currency="CAD")
    (found,) = find(balance(), known)
    assert values(found, "Total assets") == ["5000000000 iso4217:CAD", "4500000000 iso4217:CAD"]
    assert {figure.scale for figure in row(found, "Total assets")} == {6}
    assert found.scale_reason == "--scale"
