"""Profits on another basis than the statement's. Filers of the nineties printed "cash earnings", "core earnings" and EBITDA per share below
their statements of income; where the statement's own row said neither basic nor diluted, theirs passed for the standard concept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from mapper_runs import report, values

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
YEAR = Period(date(1997, 1, 1), date(1997, 12, 31))
INCOME = """
Revenues | 9,000
Cost of revenues | 6,000
Selling expenses | 1,500
Amortization of goodwill | 300
Income before income taxes | 1,200
Income taxes | 400
Net income | 800
Net income per share | .80 | eps
"""


@pytest.mark.parametrize(
    "below",
    [
        "Cash earnings per share:\n  Basic | 1.10 | eps\n  Diluted | 1.05 | eps",
        "Cash basis:\n  Basic | 1.10 | eps\n  Diluted | 1.05 | eps",
        "Earnings per share before goodwill amortization:\n  Basic | 1.10 | eps\n  Diluted | 1.05 | eps",
        "Excluding nonrecurring items:\n  Basic earnings per share | 1.10 | eps\n  Diluted earnings per share | 1.05 | eps",
        "EBITDA per share | 1.10 | eps",
        "Core net income per share | 1.10 | eps",
        "Operating earnings per share:\n  Basic | 1.10 | eps\n  Diluted | 1.05 | eps",
        "Cash earnings | 1,100\nPer share - basic | 1.10 | eps\nPer share - diluted | 1.05 | eps",
        "Ongoing earnings | 1,100",
    ],
)
def test_what_is_earned_on_another_basis_has_a_concept_of_its_own(statement: Builder, filing: Filing, below: str) -> None:
    found = values(report(filing, statement("income", INCOME + below, [YEAR])))
    told = {value for name, amounts in found.items() if name.startswith("gaap:") for value in amounts}
    assert found["gaap:NetIncomeLoss"] == ["800000"]
    assert told.isdisjoint(["1.10", "1.05", "1100000"])


@pytest.mark.parametrize(
    ("below", "concept"),
    [
        ("Cash dividends per share | 1.10 | eps", "CommonStockDividendsPerShareCashPaid"),
        ("EBITDA | 1,100\nEarnings per share:\n  Basic | .81 | eps\n  Diluted | .79 | eps", "EarningsPerShareDiluted"),
        ("Per share, adjusted for stock split:\n  Basic | .81 | eps\n  Diluted | .79 | eps", "EarningsPerShareDiluted"),
    ],
)
def test_what_only_sounds_so_keeps_its_concept(statement: Builder, filing: Filing, below: str, concept: str) -> None:
    """Dividends are paid in cash; an EBITDA above a block per share is none of what the block's heading says."""
    text = INCOME.replace("Net income per share | .80 | eps\n", "") + below
    assert f"gaap:{concept}" in values(report(filing, statement("income", text, [YEAR])))


def test_a_casino_earns_no_rent(statement: Builder, filing: Filing) -> None:
    """What a label is like must give way to the section that it stands in."""
    text = "Revenues:\n  Casino | 6,000\n  Rooms | 3,000\n  Total revenues | 9,000\n" + INCOME.replace("Revenues | 9,000\n", "")
    found = values(report(filing, statement("income", text, [YEAR])))
    assert not [name for name in found if "Lease" in name]
