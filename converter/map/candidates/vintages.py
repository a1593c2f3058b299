"""What a concept is called in the taxonomy of a report's year (`tables/eras.tsv`), and what later filers call it (`tables/kin.tsv`)."""

from __future__ import annotations

from functools import cache, lru_cache

from converter.map.candidates.clues import FIRST_XBRL_YEARS
from converter.map.tables import Group, rules
from converter.taxonomy import Taxonomy


@lru_cache(maxsize=1 << 13)
def as_of(concept: str, year: int, taxonomy: Taxonomy) -> str:
    """The element that filers of the report's year use in a concept's place, and readers of older reports call it.
    "" where the taxonomy of the year had none."""
    name = concept
    for first, last, successor in _eras().get(concept, ()):
        if first <= year <= last:
            name = successor
            break
    if f"gaap:{name}" not in taxonomy.concepts:
        name = concept
    if year < FIRST_XBRL_YEARS[0] and _is_of_later_rules(name, taxonomy):
        return _forerunners().get(name, "")
    if year in FIRST_XBRL_YEARS and not taxonomy.in_force(f"gaap:{name}", year):
        name = _forerunners().get(name, name)
        return name if taxonomy.in_force(f"gaap:{name}", year) else ""
    return name


def _is_of_later_rules(name: str, taxonomy: Taxonomy) -> bool:
    """Whether an element came with rules that no older report knew: rights to use what is leased, contracts with customers."""
    concept = taxonomy.concept(f"gaap:{name}")
    return concept is not None and bool(concept.first_year) and int(concept.first_year) >= _LATER_RULES


_LATER_RULES = 2014


@cache
def _eras() -> dict[str, tuple[tuple[int, int, str], ...]]:
    """What takes a concept's place, from a year to a year."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for concept, first, last, successor in rules("eras.tsv"):
        found.setdefault(concept, []).append((int(first), int(last), successor))
    return {concept: tuple(each) for concept, each in found.items()}


@cache
def _forerunners() -> dict[str, str]:
    return {successor: concept for concept, each in reversed(_eras().items()) for first, _, successor in each if first > 2010}


@cache
def _kin_table() -> dict[str, tuple[int, str, tuple[str, ...]]]:
    return {concept: (int(first), group, tuple(kin.split(" "))) for concept, first, group, kin in rules("kin.tsv")}


def kin_of(concept: str, group: Group, year: int) -> tuple[str, ...]:
    """What else filers of later years than the counts' call what they called by a concept."""
    first, only, kin = _kin_table().get(concept, (0, "", ()))
    return kin if year >= first and only in ("", group) else ()
