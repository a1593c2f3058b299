"""The one place where reasons become a confidence."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

LOWEST, HIGHEST = 0.01, 0.99


def confidence(weights: Iterable[float]) -> float:
    """Log-odds of the reasons -> probability, two places, never quite 0 or 1."""
    total = max(-20.0, min(20.0, sum(weights)))
    return round(max(LOWEST, min(HIGHEST, 1 / (1 + exp(-total)))), 2)
