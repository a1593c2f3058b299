"""Balance and anchor of own concepts: what the report's sums prove of them, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from converter.map.anchoring import placed
from converter.model import CalculationSum, Concept, ExtensionConcept

ASSETS = Concept("gaap:AssetsCurrent", "monetary", "instant", "debit")
CLAIMS = Concept("gaap:Liabilities", "monetary", "instant", "credit")
COSTS = Concept("gaap:CostsAndExpenses", "monetary", "duration", "debit")
PROFIT = Concept("gaap:OperatingIncomeLoss", "monetary", "duration", "credit")
FLOWS = Concept("gaap:NetCashProvidedByUsedInOperatingActivities", "monetary", "duration")


@dataclass
class Case:
    own: tuple[str, ...]
    sums: tuple[tuple[str, str, dict[str, int]], ...]
    expected: dict[str, tuple[str, str]]
    """Own concept -> its balance and its anchor."""


CASES = {
    "an asset among assets": Case(("a",), (("balance_sheet", ASSETS.name, {"a": 1, "gaap:Cash": 1}),), {"a": ("debit", ASSETS.name)}),
    "an allowance taken from assets is no part of them": Case(
        ("a",), (("balance_sheet", ASSETS.name, {"a": -1, "gaap:Cash": 1}),), {"a": ("credit", "")}
    ),
    "a subtotal of the filing's own is passed, and has no anchor itself": Case(
        ("a", "sub"),
        (("balance_sheet", "sub", {"a": 1, "b": 1}), ("balance_sheet", CLAIMS.name, {"sub": 1, "gaap:Debt": 1})),
        {"a": ("credit", CLAIMS.name), "sub": ("credit", "")},
    ),
    "a subtotal's side comes from its parts too": Case(
        ("sub",), (("balance_sheet", "sub", {"gaap:Cash": 1, "gaap:Debt": -1}),), {"sub": ("debit", "")}
    ),
    "what contradicts itself has no balance": Case(
        ("a",),
        (("balance_sheet", ASSETS.name, {"a": 1, "gaap:Cash": 1}), ("balance_sheet", CLAIMS.name, {"a": 1, "gaap:Debt": 1})),
        {"a": ("", ASSETS.name)},
    ),
    "own concepts on both sides of each other have none": Case(
        ("a", "sub"),
        (
            ("balance_sheet", "sub", {"a": 1, "gaap:Cash": 1}),
            ("income", "sub", {"a": -1, "gaap:Cash": 1}),
        ),
        {"a": ("", ""), "sub": ("", "")},
    ),
    "a cost among costs": Case(("a",), (("income", COSTS.name, {"a": 1, "gaap:Wages": 1}),), {"a": ("debit", COSTS.name)}),
    "neither costs nor revenues are parts of a profit": Case(
        ("a", "b"), (("income", PROFIT.name, {"a": 1, "b": -1}),), {"a": ("credit", ""), "b": ("debit", "")}
    ),
    "a flow of cash is a part of its section, out or in": Case(
        ("a", "b"), (("cashflow", FLOWS.name, {"a": 1, "b": -1}),), {"a": ("", FLOWS.name), "b": ("", FLOWS.name)}
    ),
    "no sum, no answer": Case(("a",), (), {"a": ("", "")}),
}
KNOWN = {
    each.name: each
    for each in (
        ASSETS,
        CLAIMS,
        COSTS,
        PROFIT,
        FLOWS,
        Concept("gaap:Cash", "monetary", "instant", "debit"),
        Concept("gaap:Debt", "monetary", "instant", "credit"),
    )
}


def _own(name: str, period: Any) -> ExtensionConcept:
    return ExtensionConcept(Concept(f"x:{name}", "monetary", period, label=name), name)


def _named(name: str) -> str:
    return name if ":" in name else f"x:{name}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_sums_prove_balance_and_anchor(case: Case) -> None:
    sums = [CalculationSum(kind, _named(total), tuple((_named(p), w) for p, w in parts.items())) for kind, total, parts in case.sums]
    period = "instant" if any(kind == "balance_sheet" for kind, _, _ in case.sums) else "duration"
    own = [_own(name, period) for name in case.own]
    concepts = KNOWN | {each.concept.name: each.concept for each in own}
    made = {each.concept.name[2:]: (each.concept.balance, each.anchor) for each in placed(own, sums, concepts)}
    assert made == case.expected


def test_an_anchor_has_the_type_and_the_period_type_of_its_concept() -> None:
    own = _own("a", "duration")
    sums = [CalculationSum("balance_sheet", ASSETS.name, (("x:a", 1), ("gaap:Cash", 1)))]
    assert placed([own], sums, KNOWN | {"x:a": own.concept})[0].anchor == ""


def test_every_sum_fits_the_balances_that_it_proved() -> None:
    """XBRL 2.1, 5.1.1.2: or a processor refuses the calculation linkbase."""
    for case in CASES.values():
        sums = [CalculationSum(kind, _named(total), tuple((_named(p), w) for p, w in parts.items())) for kind, total, parts in case.sums]
        made = placed([_own(name, "instant") for name in case.own], sums, KNOWN)
        balances = {each.concept.name: each.concept.balance for each in made} | {name: c.balance for name, c in KNOWN.items()}
        for each in sums:
            for part, weight in each.parts:
                total_side, side = balances.get(each.total, ""), balances.get(part, "")
                assert not total_side or not side or (total_side == side) == (weight > 0)
