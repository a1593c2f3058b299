"""Profits on another basis than the statement's: "Cash earnings per share", "Core earnings". None is what a standard concept counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from converter.map.rows.labels import words
from converter.map.rows.lines import Line
from converter.map.tables import rules

_STRUCK = frozenset(words("per each common share unit stock basic diluted primary fully and assuming no full dilution of outstanding"))
"""The words of a row that says of the amount above it how much of that a share has, and nothing else."""


class _Rule(Struct, frozen=True):
    words: frozenset[str]
    without: frozenset[str]


@cache
def _by_word(kind: str) -> dict[str, list[_Rule]]:
    """The rules for a kind of value, by one of their words."""
    found: dict[str, list[_Rule]] = {}
    for mine, said, without in rules("other_bases.tsv"):
        if mine == kind:
            found.setdefault(said.split(" ")[0], []).append(_Rule(frozenset(said.split(" ")), frozenset(without.split(" "))))
    return found


def on_other_bases(lines: Sequence[Line]) -> frozenset[int]:
    """The rows of a statement of income that tell a profit on another basis, by their words, by a heading, or by the amount that stands
    right above and what a share has of it."""
    found: set[int] = set()
    above: tuple[str, ...] = ()
    last = -1
    for line in lines:
        if line.index != last + 1:
            above = ()
        last = line.index
        if line.kind == "monetary":
            above = line.words
            told = _tells(line.kind, line.words)
        elif line.kind == "perShare":
            struck = _STRUCK.issuperset(line.words) and _tells(line.kind, above)
            told = struck or any(_tells(line.kind, label) for label in (line.words, *line.heads))
        else:
            continue
        if told:
            found.add(line.index)
    return frozenset(found)


def _tells(kind: str, label: tuple[str, ...]) -> bool:
    rules_of = _by_word(kind)
    return any(
        rule.words.issubset(label) and rule.without.isdisjoint(label) for word in label if word in rules_of for rule in rules_of[word]
    )
