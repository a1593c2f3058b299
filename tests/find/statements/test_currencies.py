"""Statements in other currencies than dollars, in two side by side, and what a person says of scale and currency."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, balance, find, heads, html, line, one, row, spanned, values

from converter.find.statements.periods.known import Known


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


def test_a_head_over_columns_names_currency_and_scale() -> None:
    """Japanese filers' tables: the dollars of a translation beside "Yen (millions)"."""
    over = spanned(("", 1), ("Yen (millions)", 2))
    table = html(("", "March 31, 2004", "March 31, 2003"), *BALANCE_ROWS).replace("$ ", "").replace("<table>", f"<table>{over}")
    found = one(f"<p><b>CONSOLIDATED BALANCE SHEETS</b></p>{table}", "balance_sheet", name="a.htm")
    assert values(found, "Total assets") == ["5000000000 iso4217:JPY", "4500000000 iso4217:JPY"]


def test_a_head_that_names_the_translations_currency() -> None:
    page = balance(head=("December 31,", "1998", "1998", "1997"), caption="(in thousands of euros)")
    page = page.replace(heads("1998", "1998", "1997"), heads("1998", "1998", "1997") + "\n" + heads("U.S. Dollars", "", ""))
    wider = "\n".join(f"{each}{each.split()[-1]:>14}" if each[-1:].isdigit() and "," in each[-6:] else each for each in page.split("\n"))
    assert values(one(wider, "balance_sheet"), "Total assets")[:2] == ["5000000 iso4217:USD", "4500000 iso4217:EUR"]


def test_a_caption_above_one_column_is_of_all() -> None:
    page = "\n".join(
        [
            f"{'BALANCE SHEETS':^80}",
            f"{'December 31, 1998':^80}",
            f"{'(In Euros)':^110}",
            heads("U.S. Dollars", "", width=16),
            heads("1998", "1998", width=16),
            line("Cash", "600", "1,000", width=16),
            line("Accounts receivable", "1,200", "2,000", width=16),
            line("    Total assets", "1,800", "3,000", width=16),
            line("Total liabilities", "600", "1,000", width=16),
            line("Stockholders' equity", "1,200", "2,000", width=16),
            line("    Total liabilities and stockholders' equity", "1,800", "3,000", width=16),
        ]
    )
    assert values(one(page, "balance_sheet"), "Total assets") == ["1800 iso4217:USD", "3000 iso4217:EUR"]


def test_heads_alone_tell_the_currency() -> None:
    page = balance(head=("December 31,", "1998 Rmb", "1997 Rmb"))
    assert values(one(page, "balance_sheet"), "Total assets") == ["5000000 iso4217:CNY", "4500000 iso4217:CNY"]


def test_a_person_knows_scale_and_currency_better() -> None:
    known = Known(scale=6, currency="CAD")
    (found,) = find(balance(), known)
    assert values(found, "Total assets") == ["5000000000 iso4217:CAD", "4500000000 iso4217:CAD"]
    assert {figure.scale for figure in row(found, "Total assets")} == {6}
    assert found.scale_reason == "--scale"


@pytest.mark.parametrize("mark", ["US$ (1)", "US$(1)", "US$<sup>(1)</sup>"])
def test_a_note_at_the_mark_of_the_translations_currency(mark: str) -> None:
    """Releases of foreign issuers say in a note at what rate the convenience translation was made."""
    dates = ("", "Dec. 31, 1997", "Dec. 31, 1998", "Dec. 31, 1998")
    table = [(*each, each[-1].replace("$ ", "")) if len(each) > 1 else each for each in BALANCE_ROWS]
    page = "<p>BALANCE SHEETS</p><p>(in thousands)</p>" + html(dates, ("", "RMB", "RMB", mark), *table)
    found = one(page.replace("$ ", ""), "balance_sheet", name="page.htm")
    told = values(found, "Total assets")
    assert told[:2] == ["5000000 iso4217:CNY", "4500000 iso4217:CNY"]


def test_a_page_breaks_within_the_heads() -> None:
    """What a page runs on with stands in the table where HTML was made page by page."""
    table = [(*each, each[-1]) if len(each) > 1 else each for each in BALANCE_ROWS]
    foot = '<tr><td colspan="4">7<br>Table of Contents</td></tr>'
    heads_ = html(("", "Yen", "Yen", "U.S. dollars"))[7:-9]
    page = "<p>BALANCE SHEETS</p><p>(in thousands)</p><table>" + heads_ + foot
    page += html(("", "Dec. 31, 1998", "Dec. 31, 1997", "Dec. 31, 1998"), *table)[7:]
    found = one(page.replace("$ ", ""), "balance_sheet", name="page.htm")
    assert values(found, "Total assets")[:2] == ["5000000 iso4217:JPY", "4500000 iso4217:JPY"]
