"""Concepts of all rows of a statement, chosen together."""

from __future__ import annotations

from converter.map.candidates.options import OWN, Option
from converter.map.choice.joint import Ties, choose

FIRST, SECOND = "Apples", "Pears"


def chosen(*rows: list[tuple[str, float]], keys: tuple[object, ...] = (0, 0)) -> list[str]:
    options = [[Option(name, score, 0.3) for name, score in row] for row in rows]
    ties = Ties((), keys, [{}] * len(rows), [""] * len(rows), {})
    return [each.option.concept for each in choose(options, ties)]


def test_a_row_takes_a_concept_from_one_that_has_another_nearly_as_good() -> None:
    # One after the other, the first row would give way to the second, and be a concept of the filing's own.
    assert chosen([(FIRST, 4.0), (OWN, 3.0)], [(FIRST, 4.0), (SECOND, 3.9), (OWN, 0.0)]) == [FIRST, SECOND]


def test_a_row_keeps_a_concept_where_the_other_would_gain_less_than_it_loses() -> None:
    assert chosen([(FIRST, 4.0), (OWN, 3.0)], [(FIRST, 4.0), (SECOND, 1.0), (OWN, 0.0)]) == [OWN, FIRST]


def test_rows_of_different_classes_share_a_concept() -> None:
    assert chosen([(FIRST, 4.0), (OWN, 3.0)], [(FIRST, 4.0), (SECOND, 3.9), (OWN, 0.0)], keys=("A", "B")) == [FIRST, FIRST]
