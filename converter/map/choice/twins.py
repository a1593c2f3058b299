"""One row for two concepts: "basic and diluted"."""

from __future__ import annotations

from functools import cache

from converter.map.rows.lines import Line
from converter.map.tables import rules
from converter.taxonomy import Taxonomy


@cache
def _twins() -> dict[str, tuple[str, ...]]:
    return {basic: tuple(diluted.split(" ")) for basic, diluted in rules("twins.tsv")}


def twins_of(concept: str, line: Line, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The concepts that a row gives facts of: both where it says basic and diluted, else the one."""
    if not _says_both(line):
        return (concept,)
    for basic, others in _twins().items():
        both = others if len(others) > 1 else (basic, *others)
        if concept == basic or concept in others:
            known = tuple(name for name in both if f"gaap:{name}" in taxonomy.concepts)
            return known or (concept,)
    return (concept,)


def _says_both(line: Line) -> bool:
    """Whether a row says basic and diluted; where it says neither, the nearest heading that names a side."""
    return next((named == _SIDES for said in (line.words, *reversed(line.heads)) if (named := _SIDES.intersection(said))), False)


_SIDES = frozenset({"basic", "diluted"})


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((basic, others[0]) for basic, others in _twins().items() if len(others) == 1)


@cache
def sides_per_share(side: str) -> dict[str, str]:
    """Concept of the other side -> its twin of this side ("basic" or "diluted"), for all pairs of the table."""
    return dict(_pairs()) if side == "diluted" else {diluted: basic for basic, diluted in _pairs()}


def twin_of(concept: str) -> str:
    """The diluted concept of a basic one and the other way round, "" where there is none."""
    return sides_per_share("diluted").get(concept) or sides_per_share("basic").get(concept, "")
