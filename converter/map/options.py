"""What a row may mean: concepts that its label, kind, section and printed sides allow, with a score in nats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from converter.map.candidates import CUSTOM, candidates
from converter.map.lines import Line
from converter.map.tables import Group, Trait, rules, trait
from converter.taxonomy import Taxonomy

OWN = ""
"""The option of a concept of the filing's own."""
SECTION_FLOOR, SECTION_WEIGHT = 0.03, 0.5
UNPARTED = -1.0
AND_OTHER = -0.7
"""A row of one thing and others is not the one thing."""
WRONG_SIDE = -2.5
MISSING, PRESENT = -3.0, 1.0
OWN_LEAST, OWN_OFFSET = 0.02, -0.5
MOST_OPTIONS, HOPELESS = 8, 7.0
FIRST_XBRL_YEARS = range(2009, 2011)
"""Reports of these years bear the elements of their own taxonomy; older ones take the nearest element of any year."""


@dataclass(frozen=True, slots=True)
class Option:
    """``concept`` is a local name, or `OWN`. ``chance`` is what the label alone gives, ``exact`` the filers of this very label."""

    concept: str
    score: float
    chance: float
    exact: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What a whole report says to each of its rows: its year, the words of all its labels, and those of the row's own statement."""

    year: int
    vocabulary: frozenset[str]
    local: frozenset[str] = frozenset()


def options(line: Line, group: Group, taxonomy: Taxonomy, setting: Setting) -> list[Option]:
    """Concepts of the row's type and period type, best first, and last the option of an own concept."""
    tokens, head = _reading(line)
    both = line.kind in _COUNTED and {"basic", "diluted"} <= set(line.words)
    own = 0.0001 if both else OWN_LEAST
    and_other = "and other" in " ".join(tokens)
    found: dict[str, Option] = {}
    for candidate in candidates(group, tokens, head):
        if candidate.concept == CUSTOM:
            own += candidate.chance
            continue
        name = as_of(candidate.concept, setting.year, taxonomy)
        if not name or _kind(name, taxonomy) != (line.kind, line.instant):
            continue
        score = log(candidate.chance) + _section(group, name, line.section) + _needed(name, setting) + _sided(group, name, line, taxonomy)
        if and_other and "Other" not in name:
            score += AND_OTHER
        if name not in found or found[name].score < score:
            found[name] = Option(name, score, candidate.chance, candidate.exact)
    ranked = sorted(found.values(), key=lambda o: (-o.score, o.concept))[:MOST_OPTIONS]
    return [*(o for o in ranked if o.score > ranked[0].score - HOPELESS), Option(OWN, log(own) + OWN_OFFSET, own)]


_COUNTED = ("perShare", "shares")


def _reading(line: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a row that count, and those of its heading that count for less."""
    tokens, head = line.words, line.heads[-1] if line.heads else ()
    if line.kind not in _COUNTED:
        return tokens, head
    if len(tokens) < 4:
        # "Basic" and "Net income" say little; what is counted stands in the heading.
        tokens, head = (*head, *tokens) if head != tokens[: len(head)] else tokens, ()
    if len(tokens) > 3 and tokens[-3:-1] == ("class", "common"):
        # The class is told by a dimension (`classes`).
        tokens = tokens[:-3]
    if {"basic", "diluted"} <= set(tokens):
        # Told as two facts (`twins`), so it reads as the first of them.
        tokens = tuple([word for word in tokens if word not in ("diluted", "and")])
    return tokens, head


@lru_cache(maxsize=1 << 13)
def as_of(concept: str, year: int, taxonomy: Taxonomy) -> str:
    """The element that filers of the report's year use in a concept's place, and readers of older reports call it.
    "" where the taxonomy of the year had none."""
    name = next((successor for first, last, successor in _eras().get(concept, ()) if first <= year <= last), concept)
    if f"gaap:{name}" not in taxonomy.concepts:
        name = concept
    if year in FIRST_XBRL_YEARS and not taxonomy.in_force(f"gaap:{name}", year):
        name = _forerunners().get(name, name)
        return name if taxonomy.in_force(f"gaap:{name}", year) else ""
    return name


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


@lru_cache(maxsize=1 << 12)
def _kind(name: str, taxonomy: Taxonomy) -> tuple[str, bool]:
    """The kind of value of a standard concept, and whether it is of an instant; ("", False) for what is none."""
    concept = taxonomy.concept(f"gaap:{name}")
    if concept is None or concept.abstract:
        return "", False
    return "pure" if concept.type == "percent" else concept.type, concept.period_type == "instant"


@lru_cache(maxsize=1 << 14)
def _section(group: Group, concept: str, section: str) -> float:
    """How well a concept fits the part of the statement that the row stands in."""
    known = trait(group, concept)
    if section in _WHOLE:
        return UNPARTED if concept.endswith(("Current", "Noncurrent")) else _fit(sum(known.share(part) for part in _WHOLE[section]), known)
    return 0.0 if section == "sp" else _fit(known.share(section), known) if section else 0.0


def _fit(share: float, known: Trait) -> float:
    return SECTION_WEIGHT * log(max(share, SECTION_FLOOR)) if known.sections else 0.0


_WHOLE = {"ua": ("ca", "na"), "ul": ("cl", "nl")}


@cache
def _needs() -> dict[str, tuple[int, frozenset[str]]]:
    return {concept: (int(first), frozenset(words.split(" "))) for concept, first, words in rules("needs.tsv")}


def _needed(concept: str, setting: Setting) -> float:
    """Some concepts make sense only beside others: net income "including the minority" where a minority is spoken of."""
    first, words = _needs().get(concept, (0, frozenset()))
    if not words:
        return 0.0
    if setting.year < first or not words & setting.vocabulary:
        return MISSING
    return PRESENT if words & setting.local else 0.0


def _sided(group: Group, concept: str, line: Line, taxonomy: Taxonomy) -> float:
    """Cash that comes in is not printed in parentheses, and cash that goes out mostly is."""
    if group != "cashflow" or line.section not in ("iv", "fi"):
        return 0.0
    nature = taxonomy.nature(f"gaap:{concept}")
    if nature not in ("inflow", "outflow"):
        return 0.0
    values = [f.number.value for f in line.row.figures if not f.ignored]
    below, above = sum(v < 0 for v in values), sum(v > 0 for v in values)
    if nature == "inflow":
        return WRONG_SIDE if below > above else 0.0
    return WRONG_SIDE / 2 if above > below else 0.0
