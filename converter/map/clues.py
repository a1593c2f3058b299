"""What speaks for and against a concept, as named numbers. `tables/weights.tsv` says how much each counts (`scripts/fit_choice.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import log, log1p

from converter.map.candidates import Candidate
from converter.map.labels import words
from converter.map.tables import Group, Trait, rules, trait
from converter.taxonomy import Taxonomy

Clue = tuple[str, float]
FIRST_XBRL_YEARS = range(2009, 2011)
"""Reports of these years bear the elements of their own taxonomy; older ones take the nearest element of any year."""
SECTION_FLOOR = 0.03
KINDS_OF_COMPANIES = 5
SURE_OF_KIND = 5.0
WHOLE = {"ua": ("ca", "na"), "ul": ("cl", "nl")}
_GENERIC = frozenset(
    {"and", "as", "at", "by", "current", "for", "from", "in", "loss", "net", "noncurrent", "of", "on", "or", "to", "total", "with"}
)


@cache
def weights() -> dict[str, float]:
    """How much each clue counts, in nats."""
    return {name: float(weight) for name, weight in rules("weights.tsv")}


def weigh(clues: Sequence[Clue]) -> float:
    """What clues say together, in nats."""
    if not clues:
        return 0.0
    known = weights()
    return sum([known.get(name, 0.0) * value for name, value in clues])


def era(year: int) -> str:
    """``legacy``, ``first`` (the years of the counts) or ``later``."""
    return "first" if year in FIRST_XBRL_YEARS else "later" if year >= FIRST_XBRL_YEARS.stop else "legacy"


@dataclass(frozen=True, slots=True)
class Wording:
    """A label: the words that tell it from others, whether it ends in others ("and other"), and whether filers used it."""

    telling: frozenset[str]
    and_other: bool
    known: bool


def wording(tokens: tuple[str, ...], known: bool) -> Wording:
    return Wording(frozenset(tokens) - _GENERIC, ("and", "other") in pairwise(tokens), known)


def label_clues(candidate: Candidate, name: str, label: Wording, taxonomy: Taxonomy) -> list[Clue]:
    """What a label says of a concept. ``name`` is what the candidate is called in the report's year."""
    likeness = _likeness(label.telling, name, taxonomy)
    found = [("chance", log(candidate.chance)), ("filers", log1p(candidate.exact)), ("likeness", likeness)]
    if label.known and not candidate.exact:
        found.append(("no filer of this label", 1.0))
    if name != candidate.concept:
        found.append(("name of another year", 1.0))
    if label.and_other and "Other" not in name:
        found.append(("not the others", 1.0))
    return found


def _likeness(mine: frozenset[str], name: str, taxonomy: Taxonomy) -> float:
    """The share of words that a row's label and the concept's own label or name have in common."""
    most = 0.0
    for other in _own_words(name, taxonomy):
        common = len(mine & other)
        if common:
            most = max(most, common / (len(mine) + len(other) - common))
    return most


@lru_cache(maxsize=1 << 12)
def _own_words(name: str, taxonomy: Taxonomy) -> tuple[frozenset[str], ...]:
    concept = taxonomy.concept(f"gaap:{name}")
    label = concept.label if concept else ""
    spelt = "".join([f" {c}" if c.isupper() else c for c in name])
    return tuple(frozenset(words(text)) - _GENERIC for text in (label, spelt) if text)


def place_clues(group: Group, name: str, section: str, when: str) -> list[Clue]:
    """How a concept fits the part of the statement that the row stands in, and the time."""
    known = trait(group, name)
    found = _section(name, section, known)
    if not known.sections:
        found.append(("no section known", 1.0))
    if when == "first":
        return [*found, ("first: large filers", known.early), ("first: filers", log1p(known.filers))]
    if when == "later":
        today = ("later: filers today", log1p(known.today)) if known.today else ("later: no filer today", 1.0)
        return [*found, today, ("later: filers", log1p(known.filers))]
    return [*found, ("legacy: filers", log1p(known.filers)) if known.filers else ("legacy: no filer", 1.0)]


def _section(name: str, section: str, known: Trait) -> list[Clue]:
    if section in WHOLE:
        if name.endswith(("Current", "Noncurrent")):
            return [("parted in a whole", 1.0)]
        share = sum([known.share(part) for part in WHOLE[section]])
    elif section and section != "sp":
        share = known.share(section)
    else:
        return []
    return [("section", log(max(share, SECTION_FLOOR)))] if known.sections else []


@cache
def needs() -> dict[str, tuple[str, int, frozenset[str]]]:
    """concept -> clue, first year, words of other labels that it makes sense beside (`tables/needs.tsv`)."""
    return {concept: (clue, int(first), frozenset(words.split(" "))) for concept, first, words, clue in rules("needs.tsv")}


def own_clues(
    group: Group, kind: str, when: str, tokens: tuple[str, ...], custom: float, filers: int, strange: float, twins: bool
) -> list[Clue]:
    """What speaks for a concept of the filing's own. ``custom`` is its chance by the label, ``filers`` are those of the label,
    ``strange`` is the share of words that no label has; ``twins`` where the row says basic and diluted."""
    return [
        ("own", 1.0),
        ("own: chance", log(custom + 1e-3)),
        ("own: filers", log1p(filers)),
        ("own: no filer of this label" if not filers else "own: label known", 1.0),
        ("own: words", float(len(tokens))),
        ("own: strange words", strange),
        (f"own: {group}", 1.0),
        (f"own: {kind}", 1.0),
        (f"own: {when}", 1.0),
        ("own: basic and diluted", float(twins)),
    ]


def company_clues(group: Group, name: str, kind: str, sureness: float) -> list[Clue]:
    """Whether a concept stands in the official trees of the kind of company that the statement looks like."""
    kinds = trait(group, name).companies
    if not kinds or not kind:
        return []
    inside = kind in kinds
    special = log(KINDS_OF_COMPANIES / len(kinds)) * sureness
    return [("company: in its tree" if inside else "company: in others' trees", 1.0), ("company: special", special if inside else -special)]


def kind_of_company(group: Group, concepts: Iterable[str]) -> tuple[str, float]:
    """The kind of company by the likeliest concepts of a statement, and how sure it is, in tenths of 1; ("", 0) where nothing tells."""
    found: dict[str, float] = {}
    for name in concepts:
        kinds = trait(group, name).companies
        for kind in kinds:
            found[kind] = found.get(kind, 0.0) + log(KINDS_OF_COMPANIES / len(kinds))
    kind, strength = max(found.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    return kind, round(min(1.0, strength / SURE_OF_KIND), 1)
