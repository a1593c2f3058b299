"""Which side of a gain or a loss a label counts as positive: "Other (income) expense" counts the expense."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from converter.map.tables import rules
from converter.patterns import regex

_TOKEN = regex(r"[a-z]+|[()]")
_NEAR = 2
"""Words from a side to the other that belongs to it: "gains and losses", but not "losses recognized in earnings"."""
_LONGEST_ASIDE = 3
"""Words in parentheses that still are the label's other side; longer ones explain something."""


class Side(Struct, frozen=True):
    """``sign`` is 1 where a positive amount is a gain (an increase) by the label's words, -1 where it is a loss (a decrease), 0 where they
    do not tell; ``both``: the label names the other side too, so it was written with care for the sign. ``even``: it names both alike,
    neither in parentheses ("income/expense"), and which of them is positive is a habit."""

    sign: int = 0
    both: bool = False
    even: bool = False


NEITHER = Side()


@cache
def sign_words(role: str) -> frozenset[str]:
    """The words of one role (`tables/sign_words.tsv`)."""
    return frozenset(word for name, words in rules("sign_words.tsv") if name == role for word in words.split())


def side_of(label: str) -> Side:
    """Whether the label counts gains or losses."""
    return _side(label, sign_words("gain"), sign_words("loss"))


def change_of(label: str) -> Side:
    """Whether the label counts increases or decreases: "(Increase) decrease in ..." is how changes of assets are printed."""
    return _side(label, sign_words("up"), sign_words("down"))


def way_of(label: str) -> Side:
    """Whether the label counts what is paid (1) or what is received: "Cash paid (received) for ..."."""
    return _side(label, sign_words("out"), sign_words("in"))


def _side(label: str, up: frozenset[str], down: frozenset[str]) -> Side:
    """The side that stands outside parentheses, the first one where there are several."""
    words = _TOKEN.findall(label.lower())
    if up.isdisjoint(words) and down.isdisjoint(words):
        return NEITHER
    outside, inside = _parted(words, up, down)
    if not outside:
        return Side(next(iter(inside.values())) * -1, True) if inside else NEITHER
    at, sign = next(iter(outside.items()))
    beside = any(other == -sign and there - at <= _NEAR for there, other in outside.items())
    return Side(sign, beside or -sign in inside.values(), beside and not inside)


def _parted(words: Iterable[str], up: frozenset[str], down: frozenset[str]) -> tuple[dict[int, int], dict[int, int]]:
    """The sides named outside and inside of short parentheses, by the number of the word."""
    outside: dict[int, int] = {}
    inside: dict[int, int] = {}
    aside: dict[int, int] = {}
    depth = opened = 0
    for at, token in enumerate(words):
        if token == "(":
            depth, aside, opened = depth + 1, {}, at
        elif token == ")":
            depth = max(0, depth - 1)
            if at - opened - 1 <= _LONGEST_ASIDE:
                inside |= aside
            aside = {}
        elif token in up or token in down:
            (aside if depth else outside)[at] = 1 if token in up else -1
    return outside, inside
