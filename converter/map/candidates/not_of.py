"""What a row is not, by words that rule a concept out (`not_of.tsv`)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from converter.map.rows.lines import Line
from converter.map.tables import rules

_ANY = "*"
"""Stands for the words of any row: only words that it has not rule it out."""


class _Rule(Struct, frozen=True):
    kind: str
    words: frozenset[str]
    without: frozenset[str]
    where: str
    concepts: tuple[str, ...]


@cache
def _by_word() -> dict[str, list[_Rule]]:
    """The rules by one of their words."""
    found: dict[str, list[_Rule]] = {}
    for kind, words, without, where, concepts in rules("not_of.tsv"):
        rule = _Rule(kind, frozenset(words.split()), frozenset(without.split()), where, tuple(concepts.split()))
        found.setdefault(words.split()[-1], []).append(rule)
    return found


def is_ruled_out(concept: str, parts: tuple[str, ...]) -> bool:
    """Whether a concept is one of those."""
    return any(concept == part[1:] if part[0] == "=" else part in concept for part in parts)


def ruled_out(line: Line, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Parts of the names of concepts that a row is none of. ``vocabulary``: the words of all the filing's labels."""
    found = [rule for word in (_ANY, *line.words, *_of_heads(line, "heads")) for rule in _by_word().get(word, ()) if rule.kind == line.kind]
    return tuple({part for rule in found if _holds(rule, line, vocabulary) for part in rule.concepts}) if found else ()


def _holds(rule: _Rule, line: Line, vocabulary: frozenset[str]) -> bool:
    if rule.where == "filing":
        return rule.words <= vocabulary and rule.without.isdisjoint(vocabulary)
    said = {_ANY, *line.words, *_of_heads(line, rule.where)}
    return rule.where in ("row", "head", "heads", line.section) and rule.words <= said and rule.without.isdisjoint(said)


def _of_heads(line: Line, where: str) -> tuple[str, ...]:
    """The words of the headings that a rule looks at: of the nearest one, of all, of none."""
    counted = {"head": line.heads[-1:], "heads": line.heads}.get(where, ())
    return tuple(word for heading in counted for word in heading)
