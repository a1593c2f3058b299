"""What printers set at the edges of a page that parts a statement: the number, the name of the company, of the report. Found by cutting
real filings into pages anew."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, heads, statement

_YEARS = [heads("1998", "1997")]
_EDGES = [
    "Page 7 of 64 Pages",
    "Annual Report on Form 10-K                                Page 7 of 64",
    "HARBOR LOOMS INC - FORM 10-Q - Page 7",
    "Form 10-Q                Part I - Financial Information                7",
    "HARBOR LOOMS, INC. AND SUBSIDIARIES",
    "7        HARBOR LOOMS, INC. 1998",
    "7                                                     HARBOR LOOMS, INC.",
    "                              F - 7",
    "                              [7]",
    "                              (7)",
    "                              -- 7 --",
]


def _cut(text: str, at: str, edge: str, *, foot: bool) -> str:
    """The page ends above the line that begins so."""
    before, line, after = text.partition(f"\n{at}")
    assert line
    return before + (f"\n\n{edge}\n<PAGE>\n" if foot else f"\n\n<PAGE>\n{edge}\n") + line + after


@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize("edge", _EDGES)
def test_what_stands_at_the_edge_of_a_page_is_no_row(edge: str, foot: bool) -> None:
    whole = statement("CONSOLIDATED BALANCE SHEETS", _YEARS, BALANCE_ROWS, "December 31 (in thousands)")
    [sheet], [expected] = find(_cut(whole, "Long-term debt", edge, foot=foot)), find(whole)
    assert [(row.label, [figure.number.value for figure in row.figures]) for row in sheet.rows] == [
        (row.label, [figure.number.value for figure in row.figures]) for row in expected.rows
    ]


@pytest.mark.parametrize("edge", _EDGES)
def test_a_heading_holds_below_the_edge_of_a_page(edge: str) -> None:
    """The shares below it are shares, not a company's."""
    rows = [*INCOME_ROWS[:-1], ("Weighted average shares outstanding:",), ("Basic", "2,000", "2,000"), ("Diluted", "2,100", "2,050")]
    whole = statement("CONSOLIDATED STATEMENTS OF INCOME", _YEARS, rows, "Years ended December 31 (in thousands, except per share)")
    [income] = find(_cut(whole, "Basic", edge, foot=False))
    assert [(row.label, [figure.unit.numerator for figure in row.figures]) for row in income.rows[-2:]] == [
        ("Basic", ["xbrli:shares", "xbrli:shares"]),
        ("Diluted", ["xbrli:shares", "xbrli:shares"]),
    ]


def test_a_small_total_without_a_label_begins_a_page() -> None:
    """Shells: one column, and sums that nothing names. The number at the foot is the page's."""
    rows = [(label, *figures[:1]) for label, *figures in BALANCE_ROWS]
    whole = statement("BALANCE SHEET", [heads("1998")], [(label, *(f.replace(",000", "00") for f in rest)) for label, *rest in rows])
    total = f"\n{'':<40}{'350':>14}\n"
    [sheet] = find(_cut(whole.replace("\nLong-term debt", f"{total}Long-term debt"), total.strip("\n"), "", foot=True))
    assert 350 in [figure.number.value for row in sheet.rows for figure in row.figures]
