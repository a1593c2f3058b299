"""Headings that OCR ran into the first label below them."""

from __future__ import annotations

from datetime import date

import pytest
from filings import INCOME_ROWS, markdown, one

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")


@pytest.mark.parametrize(
    ("printed", "heading", "label"),
    [
        ("Revenues: Commissions", "Revenues:", "Commissions"),
        ("COSTS AND EXPENSES Cost of sales", "COSTS AND EXPENSES", "Cost of sales"),
        ("Operating expenses: Research (Note 3)", "Operating expenses:", "Research (Note 3)"),
        ("OTHER INCOME Interest, net", "OTHER INCOME", "Interest, net"),
    ],
)
def test_a_heading_and_the_first_label_below_it(printed: str, heading: str, label: str) -> None:
    text = "## Statements of Income\n\n" + markdown(("", "1998", "1997"), (printed, "10", "9"), *INCOME_ROWS)
    first, second = one(text, "income", ANNUAL, "page.md").rows[:2]
    assert (first.label, first.figures) == (heading, ())
    assert (second.label, second.heads[-1:], len(second.figures)) == (label, (heading,), 2)


@pytest.mark.parametrize(
    "printed",
    [
        "Less: Noncontrolling interests",
        "NET INCOME PER SHARE Basic",
        "NET INCOME Attributable to Hillside",
        "INCOME TAXES Current and deferred",
        "TOTAL REVENUES Net of interest expense",
        "Interest: Paid",
        "Revenues: net of returns",
        "Operating expenses: As reported",
    ],
)
def test_other_labels_stay_whole(printed: str) -> None:
    text = "## Statements of Income\n\n" + markdown(("", "1998", "1997"), (printed, "10", "9"), *INCOME_ROWS)
    assert one(text, "income", ANNUAL, "page.md").rows[0].label == printed
