"""Loads the tables of this room, once, on first use."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from converter.resources import table

Group = str
"""``balance``, ``income`` or ``cashflow``: the kinds of statement that share a vocabulary."""

GROUPS: dict[str, Group] = {
    "balance_sheet": "balance",
    "income": "income",
    "comprehensive": "income",
    "cashflow": "cashflow",
    "equity": "balance",
}


def _lines(name: str) -> list[str]:
    return table("map", f"tables/{name}").read_text("utf-8").splitlines()


def _pairs(text: str) -> dict[int, int]:
    numbers = map(int, text.replace(":", " ").split(" "))
    return dict(zip(numbers, numbers, strict=True))


class WordModel:
    """Which words of a label speak for which concept (`scripts/train_labels.py`). Entries are parsed when first asked for.
    ``bias`` and weights are in tenths of nats."""

    __slots__ = ("_labels", "_others", "_parsed", "_words", "bias", "concepts")

    def __init__(self, group: Group) -> None:
        lines = _lines(f"words_{group}.tsv")
        self.concepts: tuple[str, ...] = tuple(lines[0].split("\t"))
        self.bias: list[int] = list(map(int, lines[1].split("\t")))
        self._words = lines
        self._labels = _lines(f"labels_{group}.tsv")
        self._others = _lines(f"supplement_{group}.tsv")
        self._parsed: dict[str, dict[int, int]] = {}

    def word(self, feature: str) -> Mapping[int, int]:
        """Number of a concept -> weight in tenths of nats, for each concept that the feature speaks for or against."""
        found = self._parsed.get(feature)
        if found is None:
            text = found_in(self._words, feature, 2)
            found = _pairs(text) if text else {}
            self._parsed[feature] = found
        return found

    def label(self, key: str) -> dict[int, int]:
        """Number of a concept -> filers, for a label that filers used, by its words."""
        text = found_in(self._labels, key)
        return _pairs(text) if text else {}

    def other_times(self, key: str) -> dict[int, int]:
        """Number of a concept -> weight in filers, for a label of other times than the counts', by its words."""
        text = found_in(self._others, key)
        return _pairs(text) if text else {}


def found_in(lines: list[str], key: str, first: int = 0) -> str:
    """The rest of the line that begins with a key, in lines that are sorted by their keys; "" where there is none.
    Start-up pays for no index."""
    start = f"{key}\t"
    at = bisect_left(lines, start, first)
    return lines[at][len(start) :] if at < len(lines) and lines[at].startswith(start) else ""


@cache
def word_model(group: Group) -> WordModel:
    return WordModel(group)


class Trait(Struct, frozen=True):
    """``direction`` is how a concept counts in the total of its section (1, -1, 0 unknown); ``negated`` the share of filers that print
    it with its sign flipped (None unknown); ``sections`` where filers place it, with shares; ``filers`` of 2009 and 2010, ``early`` how
    much more the first and largest of them used it (log), ``today``'s filers; ``companies`` the kinds of companies in whose trees alone
    it stands (c, b, i, s, r; "" for all)."""

    direction: int = 0
    negated: float | None = None
    sections: Mapping[str, float] = {}
    filers: int = 0
    early: float = 0.0
    today: int = 0
    companies: str = ""

    def share(self, section: str) -> float:
        return self.sections.get(section, 0.0)


UNKNOWN = Trait()


@cache
def _trait_lines() -> dict[str, str]:
    return {line[: line.index("\t", line.index("\t") + 1)]: line for line in _lines("traits.tsv")}


@lru_cache(maxsize=1 << 14)
def trait(group: Group, concept: str) -> Trait:
    """What is known of a concept (local name) in a kind of statement."""
    line = _trait_lines().get(f"{group}\t{concept}")
    if line is None:
        return UNKNOWN
    _, _, direction, negated, where, filers, early, today, companies = line.split("\t")
    sections = {name: int(share) / 100 for name, _, share in (item.partition(":") for item in where.split(" "))} if where else {}
    return Trait(
        {"+": 1, "-": -1}.get(direction, 0),
        int(negated) / 100 if negated else None,
        sections,
        int(filers),
        int(early) / 10,
        int(today),
        companies,
    )


@cache
def _arc_lines() -> dict[str, str]:
    return dict(line.split("\t") for line in _lines("arcs.tsv"))


@lru_cache(maxsize=1 << 12)
def children(parent: str) -> dict[str, int]:
    """Concepts that count in a total, by official or filers' calculation trees, with their weight."""
    text = _arc_lines().get(parent)
    return {name: int(weight) for name, _, weight in (item.partition(":") for item in text.split(" "))} if text else {}


@cache
def _leaning_lines(name: str) -> list[str]:
    return _lines(name)


@cache
def businesses() -> tuple[str, ...]:
    """The kinds of business that `leanings` tells apart."""
    return tuple(_leaning_lines("industry_words.tsv")[0].split("\t")[1].split(" "))


@lru_cache(maxsize=1 << 13)
def leanings(name: str, key: str) -> tuple[int, ...]:
    """How much more often than on average each of the `businesses` uses something, in tenths of nats; () where nothing is known
    (`scripts/build_industries.py`)."""
    text = found_in(_leaning_lines(name), key, 1)
    return tuple(map(int, text.split(" "))) if text else ()


@cache
def order_lines() -> list[str]:
    """What `order` reads, sorted by kind of statement and concept."""
    return _lines("order.tsv")


@cache
def rules(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a hand-written table (tab-separated, one head line, ``#`` comments)."""
    return tuple(tuple(line.split("\t")) for line in _lines(name)[1:] if line and not line.startswith("#"))
