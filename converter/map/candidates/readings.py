"""What the words of a row may mean in a year: concepts, with the clues that the label alone gives."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from msgspec import Struct

from converter.map.candidates.by_label import CUSTOM, Candidate, candidates, filers_of
from converter.map.candidates.clues import (
    FIRST_XBRL_YEARS,
    LIKENESS,
    Clue,
    Others,
    Wording,
    era,
    label_clues,
    own_clues,
    weigh,
    wording,
)
from converter.map.candidates.vintages import as_of, kin_of
from converter.map.tables import Group, trait, word_model
from converter.taxonomy import Taxonomy

WELL_KNOWN = 10
"""Where so many filers used a label, its single words tell nothing more."""
COUNTED = ("perShare", "shares")


class Reading(Struct, frozen=True):
    """A concept that a label may mean in a year, with the clues that the label gives."""

    name: str
    chance: float
    exact: int
    clues: tuple[Clue, ...]
    score: float


class Label(Struct, frozen=True):
    """What a label may mean, and what speaks for a concept of the filing's own. ``case`` is that of its `Wording`."""

    case: str
    readings: tuple[Reading, ...]
    own: tuple[Clue, ...]
    own_score: float
    own_chance: float


@lru_cache(maxsize=1 << 13)
def readings(
    group: Group,
    tokens: tuple[str, ...],
    head: tuple[str, ...],
    full: tuple[str, ...],
    kind: str,
    instant: bool,
    year: int,
    taxonomy: Taxonomy,
    whole: bool = False,
) -> Label:
    """What the words of a row (``full``: as printed) may mean; ``head`` are those of its heading that count for less. ``whole`` in a
    balance sheet that does not part what is current from what is not."""
    found: dict[str, Reading] = {}
    wanted = kind, instant
    counted = year in FIRST_XBRL_YEARS
    filers = sum(filers_of(group, tokens, counted).values())
    said = wording(group, tokens, head, filers)
    custom = 0.0
    for candidate in candidates(group, tokens, head, counted):
        if candidate.concept == CUSTOM:
            custom += candidate.chance
            continue
        name = as_of(candidate.concept, year, taxonomy)
        if not name or kind_of(name, taxonomy) != wanted:
            continue
        if name not in found or found[name].chance < candidate.chance:
            found[name] = _read(candidate, name, said, taxonomy)
    for each in tuple(found.values()):
        for name in kin_of(each.name, group, year):
            if kind_of(name, taxonomy) == wanted and (name not in found or found[name].chance < each.chance):
                found[name] = _read(Candidate(name, each.chance, each.exact), name, said, taxonomy, (("kin", 1.0),))
    if whole and _SAYS_PART.isdisjoint(full):
        _make_whole(found, said, year, taxonomy)
    own = own_clues(said, kind, era(year), full, custom, filers, _others(found.values()))
    own += [("own: strange words", _strange(group, tokens, filers)), ("own: basic and diluted", float(_is_twin(kind, full)))]
    return Label(said.case, tuple(found.values()), tuple(own), weigh(own), custom)


def _make_whole(found: dict[str, Reading], said: Wording, year: int, taxonomy: Taxonomy) -> None:
    """What filers that part their balance sheets call the current or the noncurrent part is the whole where nothing is parted."""
    moved: dict[str, list[Reading]] = {}
    for part in tuple(found.values()):
        name = _whole_of(part.name, year, taxonomy)
        if name:
            moved.setdefault(name, []).append(part)
            del found[part.name]
    for name, parts in moved.items():
        own = found.get(name)
        chance, exact = (own.chance, own.exact) if own else (0.0, 0)
        told = Candidate(name, min(1.0, chance + sum([each.chance for each in parts])), exact + sum([each.exact for each in parts]))
        found[name] = _read(told, name, said, taxonomy, (("whole of a part", told.chance - chance),))


_SAYS_PART = frozenset({"current", "noncurrent"})
_PARTS = ("Noncurrent", "Current")


@lru_cache(maxsize=1 << 10)
def _whole_of(name: str, year: int, taxonomy: Taxonomy) -> str:
    """The concept of the whole that a concept is the current or the noncurrent part of: the one that more filers use; "" for none."""
    base = next((name.removesuffix(part) for part in _PARTS if name.endswith(part)), "")
    wholes = [whole for whole in (base, f"{base}CurrentAndNoncurrent") if base and kind_of(whole, taxonomy) == kind_of(name, taxonomy)]
    used = [(*_users(whole, year), whole) for whole in wholes if as_of(whole, year, taxonomy) == whole]
    filers, today, whole = max(used, default=(0, 0, ""))
    return whole if filers or today else ""


def _users(name: str, year: int) -> tuple[int, int]:
    """The filers of 2009 and 2010, and where it matters today's."""
    known = trait("balance", name)
    return known.filers, known.today if era(year) == "later" else 0


def _others(found: Collection[Reading]) -> Others:
    likest = max([each.clues[LIKENESS][1] for each in found], default=0.0)
    return Others(len(found), max([each.chance for each in found], default=0.0), likest)


def _is_twin(kind: str, full: tuple[str, ...]) -> bool:
    return kind in COUNTED and {"basic", "diluted"} <= set(full)


def _read(candidate: Candidate, name: str, label: Wording, taxonomy: Taxonomy, more: tuple[Clue, ...] = ()) -> Reading:
    clues = (*label_clues(candidate, name, label, taxonomy), *more)
    return Reading(name, candidate.chance, candidate.exact, clues, weigh(clues))


def _strange(group: Group, tokens: tuple[str, ...], filers: int) -> float:
    """The share of words that the word model does not know."""
    if filers >= WELL_KNOWN or not tokens:
        return 0.0
    model = word_model(group)
    return sum([not model.word(word) for word in tokens]) / len(tokens)


@lru_cache(maxsize=1 << 12)
def kind_of(name: str, taxonomy: Taxonomy) -> tuple[str, bool]:
    """The kind of value of a standard concept, and whether it is of an instant; ("", False) for what is none."""
    concept = taxonomy.concept(f"gaap:{name}")
    if concept is None or concept.abstract:
        return "", False
    return "pure" if concept.type == "percent" else concept.type, concept.period_type == "instant"
