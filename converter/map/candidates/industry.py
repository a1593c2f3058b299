"""What kind of business a report is of, by the words of its labels, and which concepts that business uses more than others."""

from __future__ import annotations

from collections.abc import Collection
from math import exp
from operator import add

from converter.map.tables import Group, businesses, leanings

Industry = tuple[tuple[int, int], ...]
"""The likely businesses, by their number in the tables, and the share of each in tenths."""

_TEMPER = 40.0
"""Tenths of nats. The words of labels come together: four of them say what one would alone."""
_OF_WORDS, _OF_CONCEPTS = "industry_words.tsv", "industry_concepts.tsv"


def industry_of(vocabulary: Collection[str]) -> Industry:
    """The likely businesses of a report whose labels have these words; none where no word tells."""
    scores = [0] * len(businesses())
    for word in vocabulary:
        if weights := leanings(_OF_WORDS, word):
            scores = list(map(add, scores, weights))
    if not any(scores):
        return ()
    top = max(scores)
    powers = [exp((score - top) / _TEMPER) for score in scores]
    total = sum(powers)
    shares = [round(10 * power / total) for power in powers]
    return tuple((number, share) for number, share in enumerate(shares) if share)


def affinity(group: Group, concept: str, industry: Industry) -> float:
    """How much more these businesses use a concept than all do, in nats; 0 where nothing is known."""
    known = leanings(_OF_CONCEPTS, f"{group} {concept}")
    return sum([share * known[number] for number, share in industry]) / 100 if known else 0.0
