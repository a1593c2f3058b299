"""The one place where reasons become a confidence."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

LOWEST, HIGHEST = 0.01, 0.99
BY_HAND = 100.0
"""The weight of a person's verdict: no evidence of ours comes up against it."""


def confidence(weights: Iterable[float]) -> float:
    """Log-odds of the reasons -> probability, two places, never quite 0, and 1 only where a person said so."""
    total = max(-20.0, sum(weights))
    if total > BY_HAND / 2:
        return 1.0
    return round(max(LOWEST, min(HIGHEST, 1 / (1 + exp(-total)))), 2)
