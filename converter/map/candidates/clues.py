"""What speaks for and against a concept, as named numbers. `tables/weights.tsv` says how much each counts (`scripts/fit_choice.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import log, log1p

from msgspec import Struct

from converter.map.candidates.by_label import Candidate
from converter.map.candidates.industry import Industry, affinity
from converter.map.candidates.order import order
from converter.map.rows.labels import words
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


KNOWN_WELL = 9.5
"""So many filers of a label, and its counts say more than its words: clues of the two kinds of labels are weighed apart."""


class Wording(Struct, frozen=True):
    """A label: the kind of statement and how well it is known (``case``), the words that tell it from others, those that its heading
    adds, whether it ends in others ("and other"), and whether filers used it."""

    case: str
    telling: frozenset[str]
    above: frozenset[str]
    and_other: bool
    known: bool


def wording(group: Group, tokens: tuple[str, ...], head: tuple[str, ...], filers: int) -> Wording:
    """``filers`` are those that used the label."""
    level = "no filer" if not filers else "few filers" if filers < KNOWN_WELL else "many filers"
    words_of_row = frozenset(tokens)
    above = frozenset(head) - _GENERIC - words_of_row
    return Wording(f"{group}, {level}", words_of_row - _GENERIC, above, ("and", "other") in pairwise(tokens), filers > 0)


LIKENESS = 3
"""Where the likeness stands among the clues of a label."""


def label_clues(candidate: Candidate, name: str, label: Wording, taxonomy: Taxonomy) -> list[Clue]:
    """What a label says of a concept. ``name`` is what the candidate is called in the report's year."""
    by_chance, by_filers, by_likeness = _clues_of(label.case)
    chance, own = log(candidate.chance), _own_words(name, taxonomy)
    found = [
        (by_chance, chance),
        ("chance squared", chance * chance),
        (by_filers, log1p(candidate.exact)),
        (by_likeness, _likeness(label.telling, own)),
    ]
    if label.above:
        found.append(("heading", max([len(label.above & words) for words in own], default=0) / len(label.above)))
    if label.known and not candidate.exact:
        found.append(("no filer of this label", 1.0))
    if name != candidate.concept:
        found.append(("name of another year", 1.0))
    if label.and_other and "Other" not in name:
        found.append(("not the others", 1.0))
    return found


@cache
def _clues_of(case: str) -> tuple[str, str, str]:
    """The names of the clues that are weighed apart for each case of label."""
    return f"chance: {case}", f"filers: {case}", f"likeness: {case}"


def _likeness(mine: frozenset[str], own: Iterable[frozenset[str]]) -> float:
    """The share of words that a row's label and the concept's own label or name have in common."""
    most = 0.0
    for other in own:
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


def place_clues(group: Group, name: str, section: str, when: str, case: str) -> list[Clue]:
    """How a concept fits the part of the statement that the row stands in, and the time. ``case`` is the label's (`Wording`)."""
    known, counted = trait(group, name), order(group, name)
    found = _section(case, name, section, known)
    if counted.companies:
        found.append((f"found in its section: {case}", counted.sections.get(section, counted.unseen)))
        found.append((f"found: {when}", log1p(counted.companies)))
    else:
        found.append(("never found", 1.0))
    if not known.sections:
        found.append(("no section known", 1.0))
    if when == "first":
        return [*found, ("first: large filers", known.early), ("first: filers", log1p(known.filers))]
    if when == "later":
        today = ("later: filers today", log1p(known.today)) if known.today else ("later: no filer today", 1.0)
        return [*found, today, ("later: filers", log1p(known.filers))]
    return [*found, ("legacy: filers", log1p(known.filers)) if known.filers else ("legacy: no filer", 1.0)]


def _section(case: str, name: str, section: str, known: Trait) -> list[Clue]:
    if section in WHOLE:
        if name.endswith(("Current", "Noncurrent")):
            return [("parted in a whole", 1.0)]
        share = sum([known.share(part) for part in WHOLE[section]])
    elif section and section != "sp":
        share = known.share(section)
    else:
        return []
    return [(f"section: {case}", log(max(share, SECTION_FLOOR)))] if known.sections else []


@cache
def needs() -> dict[str, tuple[str, int, frozenset[str]]]:
    """concept -> clue, first year, words of other labels that it makes sense beside (`tables/needs.tsv`)."""
    return {concept: (clue, int(first), frozenset(words.split(" "))) for concept, first, words, clue in rules("needs.tsv")}


class Others(Struct, frozen=True):
    """The standard concepts that a label may mean: how many, the chance of the likeliest, and the likeness of the likest."""

    number: int
    chance: float
    likeness: float


def own_clues(label: Wording, kind: str, when: str, tokens: tuple[str, ...], custom: float, filers: int, others: Others) -> list[Clue]:
    """What the label says for a concept of the filing's own. ``custom`` is its chance by the label, ``filers`` are those of the label."""
    case = label.case
    return [
        ("own", 1.0),
        (f"own: {case}", 1.0),
        (f"own: chance, {case}", log(custom + 1e-3)),
        ("own: chance of another", log(others.chance + 1e-3)),
        ("own: likeness of another", others.likeness),
        (f"own: {min(MANY_OTHERS, others.number)} others", 1.0),
        ("own: filers", log1p(filers)),
        ("own: words", float(len(tokens))),
        (f"own: {kind}", 1.0),
        (f"own: {when}", 1.0),
        ("own: under a heading", float(bool(label.above))),
        *((f"own: says {word}", 1.0) for word in _TELLING_OF_OWN if word in tokens),
    ]


MANY_OTHERS = 3
_TELLING_OF_OWN = ("and", "net", "other", "total")


def own_place_clues(section: str) -> list[Clue]:
    """How likely a row of a part of the statement needs a concept of the filing's own."""
    return [(f"own: in {section}", 1.0)] if section else []


def industry_clues(group: Group, name: str, industry: Industry, when: str, case: str) -> list[Clue]:
    """Whether businesses like the report's use a concept more than others do. ``case`` is the label's (`Wording`)."""
    liked = affinity(group, name, industry)
    if not liked:
        return []
    return [(f"industry: {case}", liked), ("later: industry", liked)] if when == "later" else [(f"industry: {case}", liked)]


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
