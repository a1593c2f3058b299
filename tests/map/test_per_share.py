"""Basic and diluted rows that differ in nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.map.choice import Chosen
from converter.map.lines import lines_of
from converter.map.options import OWN, Option
from converter.map.per_share import with_pairs
from converter.model import Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]

BASIC, DILUTED = "EarningsPerShareBasic", "EarningsPerShareDiluted"
OPTIONS = [
    [Option(name, 0.0, 0.3) for name in (BASIC, "IncomeLossFromContinuingOperationsPerBasicShare", OWN)],
    [Option(name, 0.0, 0.3) for name in (DILUTED, "IncomeLossFromContinuingOperationsPerDilutedShare", OWN)],
]
PAIR = """
Earnings per share:
  {} | 2.10 1.80 | eps
  {} | 2.00 1.70 | eps
"""


def outcome(concept: str, belief: float) -> Chosen:
    return Chosen(Option(concept, 0.0, 0.3), belief, ())


@pytest.mark.parametrize(
    ("basic", "diluted", "told"),
    [
        ((BASIC, 0.8), (OWN, 0.5), (BASIC, DILUTED)),
        ((OWN, 0.9), (DILUTED, 0.8), (BASIC, DILUTED)),
        ((BASIC, 0.8), ("IncomeLossFromContinuingOperationsPerDilutedShare", 0.6), (BASIC, DILUTED)),
        ((OWN, 0.8), (OWN, 0.5), (OWN, OWN)),
    ],
)
def test_the_surer_of_a_pair_tells_what_both_are(
    statement: Builder, year: When, basic: tuple[str, float], diluted: tuple[str, float], told: tuple[str, str]
) -> None:
    lines = lines_of(statement("income", PAIR.format("Basic", "Diluted"), [year(2009), year(2008)]))
    found = with_pairs(lines, OPTIONS, [outcome(*basic), outcome(*diluted)], [0, 0])
    assert tuple(each.option.concept for each in found) == told
    assert len({each.belief for each in found}) == 1 or told == (OWN, OWN)


@pytest.mark.parametrize(
    ("labels", "keys"), [(("Basic", "Diluted, pro forma"), [0, 0]), (("Basic", "Basic"), [0, 0]), (("Basic", "Diluted"), [0, 1])]
)
def test_what_is_no_pair_stays_as_it_is(statement: Builder, year: When, labels: tuple[str, str], keys: list[int]) -> None:
    lines = lines_of(statement("income", PAIR.format(*labels), [year(2009), year(2008)]))
    chosen = [outcome(BASIC, 0.8), outcome(OWN, 0.5)]
    assert with_pairs(lines, OPTIONS, chosen, keys) == chosen


def test_a_row_takes_no_concept_that_it_cannot_mean(statement: Builder, year: When) -> None:
    lines = lines_of(statement("income", PAIR.format("Basic", "Diluted"), [year(2009), year(2008)]))
    chosen = [outcome(BASIC, 0.8), outcome(OWN, 0.5)]
    assert with_pairs(lines, [OPTIONS[0], OPTIONS[1][2:]], chosen, [0, 0]) == chosen
