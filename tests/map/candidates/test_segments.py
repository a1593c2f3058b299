"""What is of a part of the business is not told as the whole's. Builders and makers with a finance company print both one below the other,
each with revenues and a profit of its own; partnerships end what they paid out in a bare total."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from mapper_runs import report, values

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
YEAR = Period(date(1997, 1, 1), date(1997, 12, 31))
TWO = """
HOMEBUILDING:
  Revenues | 20,800
  Cost of sales | 17,000
  Selling, general and administrative | 2,200
   | 19,200
  Homebuilding operating income | 1,600
FINANCIAL SERVICES:
  Revenues | 1,000
  Expenses | 600
  Financial services operating income | 400
Income before income taxes | 2,000
Income taxes | 800
Net income | 1,200
"""
ONE = """
Revenues | 9,000
Cost of revenues | 7,000
Income before income taxes | 2,000
Income taxes | 800
Net income | 1,200
"""


def told(report_values: dict[str, list[str]]) -> set[str]:
    return {value for name, amounts in report_values.items() if name.startswith("gaap:") for value in amounts}


def test_revenues_and_profits_of_a_segment_are_none_of_the_whole(statement: Builder, filing: Filing) -> None:
    found = values(report(filing, statement("income", TWO, [YEAR])))
    assert told(found).isdisjoint(["20800000", "1000000", "19200000", "1600000", "600000", "400000"])
    assert found["gaap:NetIncomeLoss"] == ["1200000"]


def test_sides_are_no_segments(statement: Builder, filing: Filing) -> None:
    text = TWO.replace("HOMEBUILDING:", "Continuing operations:").replace("FINANCIAL SERVICES:", "Discontinued operations:")
    assert "20800000" in told(values(report(filing, statement("income", text, [YEAR]))))


@pytest.mark.parametrize("heading", ["Distributions:", "Dividends declared:", "Net income allocated to:", "Depreciation:"])
def test_a_bare_total_of_what_is_not_earned_is_no_revenue(statement: Builder, filing: Filing, heading: str) -> None:
    found = values(report(filing, statement("income", f"{ONE}{heading}\n  East | 310\n  West | 20\n  TOTAL | 330", [YEAR])))
    assert "330000" not in found.get("gaap:Revenues", [])
    assert "330000" not in told(found) or heading == "Depreciation:"


def test_what_partners_are_paid_is_no_income_of_theirs(statement: Builder, filing: Filing) -> None:
    below = "Distributions:\n  Limited partners | 310\n  General partner | 20\n"
    assert told(values(report(filing, statement("income", ONE + below, [YEAR])))).isdisjoint(["310000", "20000"])
