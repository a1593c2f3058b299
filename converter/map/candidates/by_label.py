"""Which concepts a row's label may mean, with their probability."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp
from operator import add

from msgspec import Struct

from converter.map.rows.labels import bag, features
from converter.map.tables import Group, WordModel, word_model

KEEP = 10
TRUST = 2.0
"""So many filers of a label weigh as much as the word model."""
KNOWN_WELL = 10
"""Where so many filers used a label, its words have nothing to add."""
CUSTOM = "custom"
"""The class of labels for which filers made a concept of their own."""


class Candidate(Struct, frozen=True):
    """``concept`` is a local name of the standard taxonomy or `CUSTOM`; ``exact`` counts the filers that gave this very label to it."""

    concept: str
    chance: float
    exact: int = 0


@lru_cache(maxsize=1 << 10)
def filers_of(group: Group, tokens: tuple[str, ...], counted: bool) -> Mapping[int, int]:
    """How many filers gave a label to a concept, by the concept's number. ``counted`` as in `candidates`."""
    model, label = word_model(group), bag(tokens)
    filers = model.label(label)
    if not counted:
        for concept, weight in model.other_times(label).items():
            filers[concept] = filers.get(concept, 0) + weight
    return filers


@lru_cache(maxsize=1 << 14)
def candidates(group: Group, tokens: tuple[str, ...], head: tuple[str, ...] = (), counted: bool = False) -> tuple[Candidate, ...]:
    """The likeliest concepts of a label, best first. ``head`` are the words of the heading that it stands under: they count for less.
    ``counted`` where the report is of the years that the counts are of, so that labels of other times do not matter."""
    model, filers = word_model(group), filers_of(group, tokens, counted)
    total = sum(filers.values())
    chances = _by_words(model, tokens, head) if total < KNOWN_WELL else {}
    if total:
        trust = total / (total + TRUST)
        chances = {c: (1 - trust) * p for c, p in chances.items()}
        for concept, n in filers.items():
            chances[concept] = chances.get(concept, 0.0) + trust * n / total
    best = sorted([(-p, c) for c, p in chances.items() if p > LEAST])[:KEEP]
    return tuple([Candidate(model.concepts[c], -p, filers.get(c, 0)) for p, c in best])


HEAD_WEIGHT = 0.15
LEAST = 1e-3
_FIELD, _FAINT = 40, 8.0


def _by_words(model: WordModel, tokens: tuple[str, ...], head: tuple[str, ...]) -> dict[int, float]:
    """What the word model says of a label."""
    scores: dict[int, float] = {}
    before = scores.get
    for feature in features(tokens):
        for concept, weight in model.word(feature).items():
            scores[concept] = before(concept, 0.0) + weight
    for word in head:
        weights = model.word(word)
        for concept in weights.keys() & scores.keys():
            scores[concept] += HEAD_WEIGHT * weights[concept]
    return _softmax(scores, model.bias)


def _softmax(scores: Mapping[int, float], bias: list[int]) -> dict[int, float]:
    """Chances of the strongest concepts, of those that a word speaks for or against. Scores and bias are in tenths of nats."""
    if not scores:
        return {}
    values = list(map(add, map(bias.__getitem__, scores), scores.values()))
    top = max(values)
    least = top - 10 * _FAINT
    raw = sorted([(value, c) for value, c in zip(values, scores, strict=True) if value > least], reverse=True)[:_FIELD]
    powers = [(c, exp((value - top) / 10)) for value, c in raw]
    total = sum([power for _, power in powers])
    return {c: power / total for c, power in powers}
