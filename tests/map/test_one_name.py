"""Rows that two statements print in the same words with the same numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mapper_runs import report

from converter.model import Filing, Period, Report, Statement

Build = Callable[..., Statement]
When = Callable[[int], Period]

INCOME = """
Net sales | 900,000 800,000
Cost of goods sold | 600,000 550,000
{} | {}
Income before income taxes | {}
Income taxes | 60,000 40,000
Net income | {}
"""
CASHFLOW = """
Operating activities:
  Net income | {}
  Adjustments to reconcile net income to net cash:
    Depreciation | 31,900 24,300
    {} | {}
  Net cash provided by operating activities | {}
"""


def _told(label: str, cost: str, results: tuple[str, str, str], cash: str, statement: Build, filing: Filing, year: When) -> Report:
    periods = [year(1996), year(1995)]
    income = statement("income", INCOME.format(label, cost, results[0], results[1]), periods)
    return report(filing, income, statement("cashflow", CASHFLOW.format(results[1], label, cash, results[2]), periods))


def _facts(found: Report, label: str) -> set[tuple[str, str | None, str]]:
    return {(fact.concept, fact.value, fact.statement) for fact in found.facts if fact.label == label}


LOOMS = ("279,600 239,700", "219,600 199,700", "271,900 234,300")


@pytest.mark.parametrize("label", ["Weavers' loom bequest of the mill", "Loss on looms of the weavers' bequest"])
def test_the_same_row_has_one_concept_and_one_sign(label: str, statement: Build, filing: Filing, year: When) -> None:
    found = _facts(_told(label, "20,400 10,300", LOOMS, "20,400 10,300", statement, filing, year), label)
    assert {name[:2] for name, _, _ in found} == {"x:"}
    assert len({name for name, _, _ in found}) == 1
    assert {value for _, value, _ in found} == {"20400000", "10300000"}


@pytest.mark.parametrize(("cash", "same"), [("20,400 10,300", True), ("20,400 11,300", False)])
def test_a_standard_concept_of_one_of_them_is_the_others(cash: str, same: bool, statement: Build, filing: Filing, year: When) -> None:
    label = "ESOP compensation expense"
    found = _facts(_told(label, "20,400 10,300", LOOMS, cash, statement, filing, year), label)
    assert ({name for name, _, _ in found} == {"gaap:EmployeeStockOwnershipPlanESOPCompensationExpense"}) == same


def test_what_a_label_calls_a_loss_counts_positive_in_both(statement: Build, filing: Filing, year: When) -> None:
    # Printed below nought where it is taken off, above where it is added back.
    label, results = "Losses on the weavers' guaranty contracts", LOOMS
    found = _facts(_told(label, "(20,400) (10,300)", results, "20,400 10,300", statement, filing, year), label)
    assert {value for _, value, _ in found} == {"20400000", "10300000"}
    assert len({name for name, _, _ in found}) == 1


@pytest.mark.parametrize(
    ("cash_label", "cash", "same"),
    [
        ("Weavers' loom bequest of the mill, net", "20,400 10,300", True),
        ("Weavers' loom bequest of the mill, net", "20,400 --", False),
        ("Weavers' loom pension of the mill, net", "20,400 10,300", False),
    ],
)
def test_words_that_say_little_part_no_row_from_itself(
    cash_label: str, cash: str, same: bool, statement: Build, filing: Filing, year: When
) -> None:
    label, periods = "Weavers' loom bequest of the mill", [year(1996), year(1995)]
    income = statement("income", INCOME.format(label, "20,400 10,300", *LOOMS[:2]), periods)
    flows = statement("cashflow", CASHFLOW.format(LOOMS[1], cash_label, cash, LOOMS[2]), periods)
    found = report(filing, income, flows)
    names = {fact.concept for fact in found.facts if fact.label in (label, cash_label) and fact.value != "0"}
    assert (len(names) == 1) == same


def test_a_row_without_figures_in_one_of_two_printings_parts_no_row_from_itself(statement: Build, filing: Filing, year: When) -> None:
    label = "Weavers' loom bequest of the mill"
    rows = ("Net sales | 900,000\nMill fire{}{} | 20,400\nOther loom charges | 9,000\n", "Income before income taxes | 279,600\n")
    first = statement("income", rows[0].format("\n  ", label) + rows[1], [year(1996)])
    last = statement("income", rows[0].format(" | 1,000\n", label) + rows[1], [year(1995)])
    found = report(filing, first, last)
    assert len({fact.concept for fact in found.facts if fact.label == label}) == 1
