"""Statements against each other: numbers that two of them must share, and scales that contradict one another."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from converter.model import Fact, Figure, Finding, Place, Reason, Statement
from converter.resources import table
from converter.witness.testimony import Stands, Testimony, agree, power_of_ten

_SAME, _CONTRADICTED = 0.8, -1.5
# Digits that two statements have in common by chance are few and short.
_LEAST_VALUE = 1000
_LEAST_SHARED = 2


def hear_twins(facts: Iterable[Fact], stands: Stands, said: Testimony) -> None:
    """Concepts that have one value in nearly every filing: equal numbers speak for both, a thousandfold one is a wrong scale."""
    for fact in facts:
        for name in _twins().get(fact.concept, ()):
            other = stands.of(name, fact)
            if other is None or stands.of(fact.concept, fact) is not fact:
                continue
            if agree(fact, other):
                said.say(fact, Reason(f"equals {name.partition(':')[2]}", _SAME))
                said.say(other, Reason(f"equals {fact.concept.partition(':')[2]}", _SAME))
            elif power_of_ten(fact, other):
                said.findings.append(_contradiction(fact, other))


def hear_scales(statements: Sequence[Statement], facts: Sequence[Fact], said: Testimony) -> None:
    """Two statements that print the same digits for the same day, at different scales: one scale is wrong."""
    digits = [(statement, _digits(statement)) for statement in statements]
    for (one, mine), (other, theirs) in combinations(digits, 2):
        if one.registrant != other.registrant:
            continue
        shared = [key for key in mine if key in theirs and mine[key].scale != theirs[key].scale]
        if len(shared) < _LEAST_SHARED or any(key in theirs and mine[key].scale == theirs[key].scale for key in mine):
            continue
        places = tuple(place for key in shared[:3] for place in (mine[key].place, theirs[key].place))
        said.findings.append(_scales(one, other, mine[shared[0]], theirs[shared[0]], len(shared), places))
        _doubt(facts, {figure.place for figures in (mine, theirs) for figure in figures.values()}, said)


def _digits(statement: Statement) -> dict[tuple[object, Decimal], Figure]:
    """The amounts of a statement by last day and digits."""
    found: dict[tuple[object, Decimal], Figure] = {}
    for row in statement.rows:
        for figure in row.figures:
            value = abs(figure.number.value)
            live = not figure.ignored and figure.scale is not None and figure.period is not None and figure.unit is not None
            if live and figure.period and figure.unit and not figure.unit.denominator and value >= _LEAST_VALUE:
                found.setdefault((figure.period.end, value.normalize()), figure)
    return found


def _doubt(facts: Iterable[Fact], places: set[Place], said: Testimony) -> None:
    for fact in facts:
        if not places.isdisjoint(fact.sources):
            said.say(fact, Reason("another statement prints the same digits at another scale", _CONTRADICTED))


def _scales(one: Statement, other: Statement, mine: Figure, theirs: Figure, count: int, places: tuple[Place, ...]) -> Finding:
    return Finding(
        "witness.scale",
        "warning",
        f"{one.kind} is read at 10^{mine.scale} and {other.kind} at 10^{theirs.scale}, yet {count} numbers have the same digits "
        f"({mine.place.text} and {theirs.place.text})",
        "One of the two scales is wrong; --scale sets it.",
        places,
    )


def _contradiction(fact: Fact, other: Fact) -> Finding:
    return Finding(
        "witness.scale",
        "warning",
        f"{fact.concept.partition(':')[2]} is {fact.value} and {other.concept.partition(':')[2]} is {other.value}: a power of ten apart",
        "One of the two is read at a wrong scale; --scale sets it.",
        (*fact.sources[:1], *other.sources[:1]),
        (fact.id, other.id),
    )


@lru_cache(maxsize=1)
def _twins() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    with table("witness", "twins.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            one, other = f"gaap:{row['one']}", f"gaap:{row['other']}"
            found[one] = (*found.get(one, ()), other)
    return found
