"""Which concepts a row's label may mean, with their probability."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from converter.map.labels import features
from converter.map.tables import Group, word_model

KEEP = 12
TRUST = 2.0
"""So many filers of a label weigh as much as the word model."""
CUSTOM = "custom"
"""The class of labels for which filers made a concept of their own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``concept`` is a local name of the standard taxonomy or `CUSTOM`; ``exact`` counts the filers that gave this very label to it."""

    concept: str
    chance: float
    exact: int = 0


@lru_cache(maxsize=1 << 14)
def candidates(group: Group, tokens: tuple[str, ...], head: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """The likeliest concepts of a label, best first. ``head`` are the words of the heading that it stands under: they count for less."""
    model = word_model(group)
    scores: dict[int, float] = {}
    for feature in features(tokens):
        for concept, weight in model.word(feature):
            scores[concept] = scores.get(concept, 0.0) + weight
    for word in head:
        for concept, weight in model.word(word):
            if concept in scores:
                scores[concept] += HEAD_WEIGHT * weight
    chances = _softmax(scores, model.bias)
    filers = dict(model.label(" ".join(tokens)))
    known = sum(filers.values())
    if known:
        trust = known / (known + TRUST)
        chances = {c: (1 - trust) * p for c, p in chances.items()}
        for concept, n in filers.items():
            chances[concept] = chances.get(concept, 0.0) + trust * n / known
    best = sorted(chances.items(), key=lambda item: (-item[1], item[0]))[:KEEP]
    return tuple(Candidate(model.concepts[c], p, filers.get(c, 0)) for c, p in best if p > 1e-5)


HEAD_WEIGHT = 0.3


def _softmax(scores: dict[int, float], bias: list[float]) -> dict[int, float]:
    if not scores:
        return {}
    raw = {c: bias[c] + score for c, score in scores.items()}
    top = max(raw.values())
    powers = {c: exp(value - top) for c, value in raw.items()}
    total = sum(powers.values())
    return {c: power / total for c, power in powers.items()}


def log_chance(chance: float) -> float:
    return log(max(chance, 1e-6))
