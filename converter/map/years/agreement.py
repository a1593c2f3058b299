"""What several filings of one company say of their rows -> the habits that each of them should keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from msgspec import Struct

from converter.map.candidates.vintages import as_of
from converter.map.years.rows import Rows
from converter.map.years.said import RowSaid, Said
from converter.model import Habit
from converter.taxonomy import Taxonomy

FLOOR = 0.02
"""The belief in a concept that a filing does not think of."""
_FEW = 3


class _Told(Struct, frozen=True):
    """A row, and the year of the filing that says it."""

    row: RowSaid
    year: int


def agree(said: Iterable[Said], taxonomy: Taxonomy) -> list[tuple[Said, tuple[Habit, ...]]]:
    """The habits for each filing of one company that does not keep all of them already. The order of ``said`` plays no part.

    Rows are one row where they bear one name and no number that both print speaks against it, or where the numbers that both print
    (last year's column in the one, this year's in the other) are the same and no other row's. Then the concept with the highest joint
    belief is the row's in all of them."""
    filings = sorted(said, key=lambda each: each.order)
    rows = Rows(filings)
    habits: list[list[Habit]] = [[] for _ in filings]
    broken: set[int] = set()
    for group in rows.groups():
        told = [_Told(rows.row(spot), filings[spot[0]].year) for spot in group]
        winner = _winner(told, taxonomy)
        backers = {
            filings[number].name: each.row.beliefs[0][1]
            for (number, _), each in zip(group, told, strict=True)
            if _same(winner, _chosen(each), taxonomy)
        }
        belief = sum(backers.values()) / len(backers)
        for (number, _), each in zip(group, told, strict=True):
            concept = _in_filing(winner, each, taxonomy)
            if concept is not None:
                others = [name for name in backers if name != filings[number].name]
                habits[number].append(Habit(filings[number].entity, *each.row.name, concept, _shown(others), belief))
                if concept != each.row.concept:
                    broken.add(number)
    return [(filings[number], tuple(habits[number])) for number in sorted(broken)]


def _shown(names: Sequence[str]) -> str:
    return ", ".join(names[:_FEW]) + (f" and {len(names) - _FEW} more" if len(names) > _FEW else "")


Candidate = tuple[str, int]
"""A concept, and the year whose taxonomy it is of."""


def _chosen(told: _Told) -> Candidate:
    return told.row.concept, told.year


def _winner(told: Sequence[_Told], taxonomy: Taxonomy) -> Candidate:
    """The concept that one of the filings chose and all of them together believe most."""
    candidates = dict.fromkeys(map(_chosen, told))
    joint = {each: sum(log(max(FLOOR, _belief(each, one, taxonomy))) for one in told) for each in candidates}
    return max(candidates, key=lambda each: (joint[each], each[1], each[0]))


def _belief(candidate: Candidate, told: _Told, taxonomy: Taxonomy) -> float:
    return max((share for name, share in told.row.beliefs if _same(candidate, (name, told.year), taxonomy)), default=0.0)


def _same(one: Candidate, other: Candidate, taxonomy: Taxonomy) -> bool:
    """Whether two concepts are one, or one takes the other's place in its year."""
    (a, in_a), (b, in_b) = one, other
    return a == b or (bool(a and b) and (as_of(a, in_b, taxonomy) == b or as_of(b, in_a, taxonomy) == a))


def _in_filing(winner: Candidate, told: _Told, taxonomy: Taxonomy) -> str | None:
    """The winner's name in a filing's year; None where that year has none, or where an older year had several in its place."""
    known = next((name for name, _ in told.row.beliefs if _same(winner, (name, told.year), taxonomy)), None)
    if known is not None or not winner[0]:
        return known if known is not None else ""
    name = as_of(winner[0], told.year, taxonomy) if told.year > winner[1] else winner[0]
    return name if name and taxonomy.in_force(f"gaap:{name}", told.year) else None
