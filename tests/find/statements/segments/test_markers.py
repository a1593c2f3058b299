"""What labels speak for."""

from __future__ import annotations

import pytest

from converter.find.statements.segments.markers import label_scores


@pytest.mark.parametrize(
    ("label", "weight"),
    [
        ("operating activities", 3),
        ("operations:", 3),
        ("cash from investing activities", 3),
        ("financing", 3),
        ("sources of working capital", 1),
        ("funds were provided by", 1),
        ("uses of funds", 1),
        ("decrease in working capital", 1),
        ("land and buildings", 0),
    ],
)
def test_words_that_a_marker_needs_stand_in_what_it_finds(label: str, weight: int) -> None:
    """Cash flows of older filings tell of funds and working capital: patterns that are slow where none of these words stands."""
    assert label_scores(f"\n{label}\n")["cashflow"] == weight
