"""Rows that end in figures: set in columns, or each behind the other wherever the line takes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from converter.patterns import regex

FIGURE = r"(?:\$ {0,2})?\(?(?:\$ {0,2})?(?:\.?\d[\d,.]*+ ?\)?|[-–—]{1,2}(?=\s|$))"
_FIGURES = regex(rf"[\d)\-–—](?P<gap> +){FIGURE}$")
_ENDS = frozenset("0123456789)-–—")
_MAY_END = _ENDS | {" ", "\r"}
_ROW_END = 60
_ENOUGH, _NARROW = 60, 3
"""So many rows tell of all; so many blanks at most are a gap between words."""


def ragged(lines: Iterable[str]) -> tuple[int, int]:
    """How many rows end in figures that a few blanks part and not where the row above ends; and how many do else: they stand in columns.
    The first rows tell."""
    edges: list[tuple[int, bool]] = []
    for line in lines:
        if line[-1:] not in _MAY_END:
            continue
        bare = line.rstrip()
        if bare[-1:] in _ENDS and (match := _FIGURES.search(bare[-_ROW_END:])) and "\t" not in bare:
            edges.append((len(bare) - (bare[-1] == ")"), len(match["gap"]) <= _NARROW))
            if len(edges) == _ENOUGH:
                break
    torn = sum(1 for (before, _), (edge, narrow) in pairwise(edges) if narrow and abs(edge - before) > 1)
    return torn, max(0, len(edges) - 1) - torn


def ends_in_figures(line: str) -> bool:
    """Whether blanks of any kind part the last figure of a line from another before it."""
    return line[-1:] in _ENDS and _FIGURES.search(" ".join(line[-_ROW_END:].split())) is not None
