"""Nil marks are nought with the decimals of their column."""

from __future__ import annotations

from collections.abc import Callable

from mapper_runs import report

from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]


def decimals(found: object, concept: str, value: str) -> set[int | None]:
    return {fact.decimals for fact in found.facts if fact.concept == concept and fact.value == value}  # type: ignore[attr-defined]


def test_a_nil_mark_has_the_decimals_of_its_row_or_column(statement: Builder, filing: Filing, year: When) -> None:
    text = """
Revenues | 1,200.5 1,100.5
Cost of revenues | 900.5 800.5
Interest expense | - -
Net income | 300.0 300.0
Basic earnings per share | .115 - | eps
"""
    found = report(filing, statement("income", text, [year(1999), year(1998)]))
    assert decimals(found, "gaap:InterestExpense", "0") == {-2}
    assert decimals(found, "gaap:EarningsPerShareBasic", "0") == {3}
