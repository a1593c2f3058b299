"""Where concepts of the filing's own belong, as the sums of the report prove it: their balance, and the standard concept around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from converter.map.facts.extensions import PREFIX
from converter.model import CalculationSum, Concept, ExtensionConcept
from converter.model.concept import Balance

_OTHER_SIDE: dict[str, Balance] = {"debit": "credit", "credit": "debit"}
Neighbours: TypeAlias = Mapping[str, Sequence[tuple[str, int]]]
"""Concept -> the totals that it is a part of and its own parts, with the weights between them."""


def placed(
    own: Iterable[ExtensionConcept], sums: Sequence[CalculationSum], concepts: Mapping[str, Concept]
) -> tuple[ExtensionConcept, ...]:
    """The own concepts with balance and anchor, each where a sum proves it; "" is an honest answer (conventions.md, Concepts)."""
    balances = _balances(sums, concepts)
    wider = {part: each for each in reversed(sums) for part in _narrower(each)}
    totals = {each.total for each in sums}
    made = []
    for each in own:
        name = each.concept.name
        anchor = "" if name in totals else _anchor(each.concept, wider, concepts)
        made.append(replace(each, concept=replace(each.concept, balance=balances.get(name, "")), anchor=anchor))
    return tuple(made)


def _balances(sums: Sequence[CalculationSum], concepts: Mapping[str, Concept]) -> dict[str, Balance]:
    """Balances of own concepts. What is added to a total has its balance, what is taken away the other one (XBRL 2.1, 5.1.1.2); so own
    concepts tied by sums have all of them a balance or, where two standard concepts contradict each other, none."""
    tied = _tied(sums)
    found: dict[str, Balance] = {}
    seen: set[str] = set()
    for name in tied:
        if name in seen or not _is_own(name):
            continue
        sides, asked = _sides(name, tied, concepts)
        seen |= sides.keys()
        if len(asked) == 1:
            balance = asked.pop()
            found.update({each: balance if side > 0 else _OTHER_SIDE[balance] for each, side in sides.items() if side})
    return found


def _tied(sums: Iterable[CalculationSum]) -> Neighbours:
    tied: dict[str, list[tuple[str, int]]] = {}
    for each in sums:
        for part, weight in each.parts:
            tied.setdefault(part, []).append((each.total, weight))
            tied.setdefault(each.total, []).append((part, weight))
    return tied


def _sides(start: str, tied: Neighbours, concepts: Mapping[str, Concept]) -> tuple[dict[str, int], set[Balance]]:
    """The own concepts that sums tie to one of them, with 1 for its side and -1 for the other; and which balances the standard concepts
    around them ask of its side. Two own concepts on both sides of each other ask for both."""
    sides, asked, waiting = {start: 1}, set[Balance](), [start]
    while waiting:
        name = waiting.pop()
        for other, weight in tied[name]:
            side = sides[name] * weight
            if not _is_own(other):
                concept = concepts.get(other)
                if concept is not None and concept.balance:
                    asked.add(concept.balance if side > 0 else _OTHER_SIDE[concept.balance])
            elif other not in sides:
                sides[other] = side
                waiting.append(other)
            elif sides[other] != side:
                asked |= {"debit", "credit"}
    return sides, asked


def _narrower(each: CalculationSum) -> Iterator[str]:
    """The parts of a total that lie within it. A cash flow is a part of the flows of its section whichever way it goes; costs that are
    taken from revenues are no part of the profit, nor are the revenues."""
    if each.statement == "cashflow":
        yield from (part for part, _ in each.parts)
    elif each.statement == "balance_sheet" or all(weight > 0 for _, weight in each.parts):
        yield from (part for part, weight in each.parts if weight > 0)


def _anchor(concept: Concept, wider: Mapping[str, CalculationSum], concepts: Mapping[str, Concept]) -> str:
    """The next wider standard concept of the same type and period type, or "": subtotals of the filing's own on the way are passed."""
    name, passed = concept.name, set[str]()
    while name in wider and name not in passed:
        passed.add(name)
        name = wider[name].total
        total = concepts.get(name)
        if total is not None and not _is_own(name):
            return name if (total.type, total.period_type) == (concept.type, concept.period_type) else ""
    return ""


def _is_own(name: str) -> bool:
    return name.startswith(f"{PREFIX}:")
