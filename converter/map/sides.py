"""Which side of a gain or a loss a label counts as positive: "Other (income) expense" counts the expense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from converter.map.tables import rules

_TOKEN = re.compile(r"[a-z]+|[()]")
_LONGEST_ASIDE = 3
"""Words in parentheses that still are the label's other side; longer ones explain something."""


@dataclass(frozen=True, slots=True)
class Side:
    """``sign`` is 1 where a positive amount is a gain by the label's words, -1 where it is a loss, 0 where they do not tell; ``both``:
    the label names the other side too, so it was written with care for the sign."""

    sign: int = 0
    both: bool = False


NEITHER = Side()


@cache
def sign_words(role: str) -> frozenset[str]:
    """The words of one role (`tables/sign_words.tsv`)."""
    return frozenset(word for name, words in rules("sign_words.tsv") if name == role for word in words.split())


def side_of(label: str) -> Side:
    """The side that stands outside parentheses, the first one where there are several."""
    outside, inside = _parted(label.lower())
    if outside:
        return Side(outside[0], -outside[0] in inside or -outside[0] in outside)
    return Side(-inside[0], True) if inside else NEITHER


def _parted(label: str) -> tuple[list[int], list[int]]:
    """The sides named outside and inside of short parentheses."""
    outside: list[str] = []
    inside: list[str] = []
    aside: list[str] = []
    depth = 0
    for token in _TOKEN.findall(label):
        if token == "(":
            depth, aside = depth + 1, []
        elif token == ")":
            depth = max(0, depth - 1)
            inside += aside if len(aside) <= _LONGEST_ASIDE else []
            aside = []
        else:
            (aside if depth else outside).append(token)
    return _sides(outside), _sides(inside)


def _sides(words: list[str]) -> list[int]:
    gain, loss = sign_words("gain"), sign_words("loss")
    return [1 if word in gain else -1 for word in words if word in gain or word in loss]
