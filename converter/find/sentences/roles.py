"""The words that may stand between a measure and its figure, and what they make of the figure."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache

from converter.patterns import regex
from converter.resources import table

WORD = regex(r"\d+(?:\.\d+)?%?|[a-z&.'%-]*[a-z&%]\.?")
_TOLD = frozenset({"reported", "had", "recorded", "recognized"})


def role_of(lead: str) -> tuple[str, bool]:
    """``level``, ``to``, ``compare``, ``change`` or "" (not understood) of the words before a figure, and whether they say "more than"."""
    found = WORD.findall(lead.lower())
    kinds = [_kind(found, position) for position in range(len(found))]
    if "" in kinds:
        return "", False
    inexact = "inexact" in kinds
    if "change" in kinds:
        last = len(kinds) - 1 - kinds[::-1].index("change")
        kinds = [kind for word, kind in zip(found[last + 1 :], kinds[last + 1 :], strict=True) if word != "of"]
        if not {"level", "compare"} & set(kinds):
            return "change", inexact
    if "compare" in kinds:
        return "compare", inexact
    if "level" not in kinds:
        return ("level", inexact) if _TOLD & set(found) else ("", inexact)
    return ("to" if "to" in found else "level"), inexact


def _kind(found: Sequence[str], position: int) -> str:
    """The class of a word; "more than" is no comparison, "a rise of 5% over" is one."""
    word = found[position]
    if word[0].isdigit():
        return "filler"
    if word == "than" and position and found[position - 1] in {"more", "less"}:
        return "filler"
    if word == "over" and has_class(found[:position], "change"):
        return "compare"
    return known_words().get(word, "")


def compares(gap: str) -> bool:
    """Whether the words set what follows against what came before."""
    found = WORD.findall(gap.lower())
    return any(_kind(found, position) == "compare" for position in range(len(found))) and not {"more", "less"} & set(found)


def has_class(found: Sequence[str], kind: str) -> bool:
    known = known_words()
    return any(known.get(word) == kind for word in found)


@lru_cache(maxsize=1)
def known_words() -> dict[str, str]:
    """The class of each word that may stand between a measure and its figure."""
    return {word: kind for word, kind in _table() if kind not in ("before", "capital")}


@lru_cache(maxsize=4)
def word_list(kind: str) -> frozenset[str]:
    """``before``: words that may stand before a measure; ``capital``: words in capitals that are no names."""
    return frozenset(word for word, its in _table() if its == kind)


def _table() -> list[tuple[str, str]]:
    with table("find", "sentences/words.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["word"], row["class"]) for row in csv.DictReader(lines)]
