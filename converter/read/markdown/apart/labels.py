"""What the lines of a block of labels may be: a row's label, a heading, the rest of the label above."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.scales import find_scale
from converter.patterns import regex
from converter.resources import table

NEVER = 99
"""A cost that nothing pays."""
_SURELY = 8
MARKED = 1
_WORD = regex(r"[A-Za-z][A-Za-z'’-]*")
_REMARK = regex(r"\([^()]{0,120}\)")
_DANGLES = regex(r"(?:\b(?:and|or|of|to|in|for|from|by|the|with|on|at|than|as|per)|[,;(/&–—-])\s*$", re.IGNORECASE)
_NET = regex(r",? net$", re.IGNORECASE)
_SMALL = 3
_FEW = 3
"""One label in so many at most may be set apart by its letters: what most are is no mark."""


@cache
def _that_says(what: str) -> re.Pattern[str]:
    """What labels say by their words, from the table: ``total``, ``may be a sum``, ``side`` of the balance sheet, ``caption`` that no more
    than names a part of the statement of cash flows, ``under a heading`` for what a heading above completes ..."""
    with table("read", "markdown/apart/labels.csv").open(encoding="utf-8", newline="") as file:
        patterns = [row["pattern"] for row in csv.DictReader(file) if row["says"] == what]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


class Label(Struct, frozen=True):
    """A line of the block. ``row`` is what it costs to give it an amount, ``none`` to give it none."""

    number: int
    text: str
    row: int = 0
    none: int = NEVER
    total: bool = False
    """It says that it is a total."""
    closes: bool = False
    """It ends a group of rows, whether or not their printed signs let it be their sum."""
    may_be_sum: bool = False
    per_share: bool = False
    continues: bool = False
    """It may be the rest of the label above."""
    gap: bool = False
    """A blank line follows within the block: a sum without a label may stand there."""


def is_sentence(text: str) -> bool:
    """Running text or the note at a statement's foot: no label."""
    return _that_says("sentence").match(text) is not None or (text.endswith(".") and len(text.split()) > 6)


def labels_of(numbers: Sequence[int], lines: Sequence[str]) -> list[Label]:
    """The lines of a block, told by what they look like beside one another."""
    texts = [_that_says("note").sub("", lines[number].strip().strip("*").strip()) for number in numbers]
    looks = _Looks(texts)
    found: list[Label] = []
    for at, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        continues = at > 0 and _continues(texts[at - 1], text)
        total = _that_says("total").match(text) is not None
        row, none = (0, NEVER) if total else looks.costs(text, texts[at + 1] if at + 1 < len(texts) else "", continues)
        if continues and text.endswith(":"):
            _make_heading(found)
        closes = total or _that_says("closes a group").match(text) is not None
        may_be_sum = closes or _that_says("may be a sum").search(text) is not None
        if continues and may_be_sum:
            found[-1] = replace(found[-1], may_be_sum=True)
        per_share = _that_says("per share").search(text) is not None and not _that_says("of stock").search(text)
        found.append(Label(number, text, row, none, total, closes, may_be_sum, per_share, continues))
    return [replace(label, gap=after.number > label.number + 1) for label, after in pairwise([*found, found[-1]])]


def _make_heading(labels: list[Label]) -> None:
    """The last of the labels, with those that it goes on from, is the beginning of a heading."""
    for at in range(len(labels) - 1, -1, -1):
        labels[at] = replace(labels[at], row=_SURELY, none=0)
        if not labels[at].continues:
            break


class _Looks:
    """What sets some labels of a block apart from the others."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._sums = {_summed(text) for text in texts if _that_says("total").match(text)}
        self._sums |= {_summed(_NET.sub("", text)) for text in texts if _NET.search(text)}
        self._capitals = _few(texts, str.isupper)
        self._titles = _few(texts, _in_title_case)
        # Where most labels begin so, it is no mark of a line that goes on.
        self._small = sum(map(_begins_small, texts)) * 3 < len(texts) * 2

    def costs(self, text: str, below: str, continues: bool) -> tuple[int, int]:
        """What it costs to give the label an amount, and to give it none."""
        if (
            text.endswith(":")
            or is_sentence(text)
            or _is_remark(text)
            or _that_says("side").fullmatch(text)
            or (continues and self._small and _begins_small(text))
        ):
            return _SURELY, 0
        bare = _bare(text)
        capital = text in self._capitals
        # A heading is not followed by its total.
        summed = bare in self._sums and _summed(below) != bare
        silent = capital and not _that_says("may be a sum").search(text)
        if continues or _heads(text, below) or summed or silent or _that_says("caption").fullmatch(text):
            return MARKED, 0
        return (0, MARKED) if capital or text in self._titles or _that_says("may lack an amount").fullmatch(text) else (0, NEVER)


def _heads(text: str, below: str) -> bool:
    """Whether a line is plainly the heading of the next: that one says too little alone, or is the first of the equity."""
    under = _that_says("under a heading")
    if under.fullmatch(_bare(below)) and not under.fullmatch(_bare(text)):
        return True
    return _that_says("equity").fullmatch(text) is not None and _that_says("stock").match(below) is not None


def _is_remark(text: str) -> bool:
    """ "(In thousands)", "(Unaudited)"."""
    return _REMARK.fullmatch(text) is not None or (find_scale(text) is not None and len(text.split()) < 8)


def _summed(text: str) -> str:
    """What a total says that it is the total of."""
    return _bare(_that_says("total's word").sub("", text))


def _bare(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", text.lower()).strip()


def _continues(above: str, text: str) -> bool:
    """The line begins in small letters, or the one above ends in a word that nothing ends in."""
    return text[:1].islower() or text[:1] in ")&" or _DANGLES.search(above) is not None or above.count("(") > above.count(")")


def _few(texts: Sequence[str], is_so: Callable[[str], bool]) -> set[str]:
    """The texts that are so; none where many are: what most have is no mark."""
    some = {text for text in texts if is_so(text) and not _that_says("total").match(text)}
    return some if len(some) * _FEW <= len(texts) else set()


def _begins_small(text: str) -> bool:
    return text[:1].islower()


def _in_title_case(text: str) -> bool:
    """ "Liabilities and Stockholders' Equity": two long words and more, each with a capital."""
    long = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return len(long) > 1 and all(word[0].isupper() for word in long) and not any(map(str.isdigit, text)) and not text.isupper()
