"""What a row is not, by words that rule a concept out (`not_of.tsv`)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from converter.map.rows.lines import Line
from converter.map.tables import rules


class _Rule(Struct, frozen=True):
    words: frozenset[str]
    without: frozenset[str]
    where: str
    concepts: tuple[str, ...]


@cache
def _by_word(kind: str) -> dict[str, list[_Rule]]:
    """The rules for a kind of value, by one of their words."""
    found: dict[str, list[_Rule]] = {}
    for mine, words, without, where, concepts in rules("not_of.tsv"):
        if mine == kind:
            rule = _Rule(frozenset(words.split()), frozenset(without.split()), where, tuple(concepts.split()))
            found.setdefault(words.split()[-1], []).append(rule)
    return found


def is_ruled_out(concept: str, parts: tuple[str, ...]) -> bool:
    """Whether a concept is one of those."""
    return any(concept == part[1:] if part[0] == "=" else part in concept for part in parts)


def ruled_out(line: Line, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Parts of the names of concepts that a row is none of. ``vocabulary``: the words of all the filing's labels."""
    row, by_word = frozenset(line.words), _by_word(line.kind)
    all_heads = row.union(*line.heads)
    found = [rule for word in all_heads if word in by_word for rule in by_word[word]]
    if not found:
        return ()
    # What a rule looks at: the row alone, in whatever section or in one of them, the nearest heading too, all headings, the filing.
    said = {
        line.section: row, "row": row, "head": row.union(*line.heads[-1:]), "heads": all_heads, "filing": vocabulary,
    }  # fmt: skip
    return tuple({part for rule in found if _holds(rule, said.get(rule.where)) for part in rule.concepts})


def _holds(rule: _Rule, said: frozenset[str] | None) -> bool:
    return said is not None and rule.words <= said and rule.without.isdisjoint(said)
