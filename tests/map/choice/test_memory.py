"""What one statement says, and another says otherwise."""

from __future__ import annotations

from collections.abc import Callable

from mapper_runs import report

from converter.model import Filing, Period, Report, Statement

Build = Callable[..., Statement]

INCOME = """
Net sales | 900,000 800,000
Cost of goods sold | 600,000 550,000
Depreciation | 120,400 110,700
Income before income taxes | 179,600 139,300
Income taxes | 60,000 40,000
Net income | 119,600 99,300
"""


def _concepts(report: Report, label: str, statement: str = "cashflow") -> set[str]:
    return {fact.concept for fact in report.facts if fact.label == label and fact.statement == statement}


def _both(cashflow: str, statement: Build, filing: Filing, year: Callable[[int], Period]) -> Report:
    periods = [year(1996), year(1995)]
    return report(filing, statement("income", INCOME, periods), statement("cashflow", cashflow, periods))


def test_what_has_another_number_is_another_thing(statement: Build, filing: Filing, year: Callable[[int], Period]) -> None:
    # The cash flow counts the depreciation of the whole business, the income statement that of one line: both are told.
    told = _both(
        """
Operating activities:
  Net income | 119,600 99,300
  Depreciation | 131,900 124,300
  Net cash provided by operating activities | 251,500 223,600
""",
        statement,
        filing,
        year,
    )
    assert _concepts(told, "Depreciation", "income") == {"gaap:Depreciation"}
    assert len(_concepts(told, "Depreciation")) == 1
    assert "gaap:Depreciation" not in _concepts(told, "Depreciation")
    assert not told.findings


def test_a_misprint_is_a_finding(statement: Build, filing: Filing, year: Callable[[int], Period]) -> None:
    told = _both(
        """
Operating activities:
  Net income | 119,600 99,300
  Depreciation | 124,000 110,700
  Net cash provided by operating activities | 243,600 210,000
""",
        statement,
        filing,
        year,
    )
    assert [finding.code for finding in told.findings] == ["map.disagreement"]


def test_a_statement_that_agrees_in_nothing_tells_nothing(statement: Build, filing: Filing, year: Callable[[int], Period]) -> None:
    # Every number is another one: its columns are of other periods than they seem.
    told = _both(
        """
Operating activities:
  Net income | 45,300 61,700
  Depreciation | 31,900 24,300
  Net cash provided by operating activities | 77,200 86,000
""",
        statement,
        filing,
        year,
    )
    assert {finding.code for finding in told.findings} == {"map.disagreement"}
    assert not _concepts(told, "Depreciation")


def test_a_cash_flow_begins_with_any_profit(statement: Build, filing: Filing, year: Callable[[int], Period]) -> None:
    periods = [year(1993), year(1992)]
    income = """
Income before income taxes | 179,600 139,300
Income taxes | 60,000 40,000
Income before cumulative effect of accounting changes | 119,600 99,300
Cumulative effect of accounting changes | - (20,400)
Net income | 119,600 78,900
"""
    flows = """
Operating activities:
  Income before cumulative effect of accounting changes | 119,600 99,300
  Depreciation | 20,400 30,700
  Net cash provided by operating activities | 140,000 130,000
"""
    told = report(filing, statement("income", income, periods), statement("cashflow", flows, periods))
    assert [fact.concept for fact in told.facts if fact.value == "99300000"] == [
        "gaap:IncomeLossBeforeExtraordinaryItemsAndCumulativeEffectOfChangeInAccountingPrinciple"
    ]
    assert not told.unmapped
