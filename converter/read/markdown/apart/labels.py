"""What the lines of a block of labels may be: a row's label, a heading, the rest of the label above."""

from __future__ import annotations

import re
from itertools import pairwise
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.scales import find_scale
from converter.patterns import regex

NEVER = 99
"""A cost that nothing pays."""
_SURELY = 8
_MARKED = 1
_TOTAL = regex(r"(?:less:?\s+)?total\b", re.IGNORECASE)
_CLOSES = regex(r"(?:net\s+)?cash\s+(?:flows?\s+)?\(?(?:provided|used|from|flows?)\b", re.IGNORECASE)
_MAY_BE_SUM = regex(
    r"\b(?:total|net|gross|income|loss|losses|profit|margin|earnings|equity|deficit|deficiency|assets|balance|cash|end|increase|decrease"
    r"|change|comprehensive|before|after|capital|capitalization|surplus|sub-?total)\b",
    re.IGNORECASE,
)
_SENTENCE = regex(r"(?:the\s+)?(?:accompanying|see)\b.{0,300}\b(?:notes|statements)\b", re.IGNORECASE)
_WORD = regex(r"[A-Za-z][A-Za-z'’-]*")
_REMARK = regex(r"\([^()]{0,120}\)")
_DANGLES = regex(r"(?:\b(?:and|or|of|to|in|for|from|by|the|with|on|at|than|as|per)|[,;(/&–—-])\s*$", re.IGNORECASE)
_CAPTION = regex(r"(?:assets|liabilities(?: and .{3,60})?|(?:revenues?|costs|expenses)(?: and .{3,40})?)", re.IGNORECASE)
"""What no more than names a side of a statement."""
_SMALL = 3
_FEW = 3
"""One label in so many at most may be set apart by its letters: what most are is no mark."""


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
    continues: bool = False
    """It may be the rest of the label above."""
    gap: bool = False
    """A blank line follows within the block: a sum without a label may stand there."""


def is_sentence(text: str) -> bool:
    """Running text or the note at a statement's foot: no label."""
    return _SENTENCE.match(text) is not None or (text.endswith(".") and len(text.split()) > 6)


def labels_of(numbers: Sequence[int], lines: Sequence[str]) -> list[Label]:
    """The lines of a block, told by what they look like beside one another."""
    texts = [lines[number].strip().strip("*").strip() for number in numbers]
    totals = {_bare(_TOTAL.sub("", text, count=1)) for text in texts if _TOTAL.match(text)}
    capitals, titles = _few(texts, _in_capitals), _few(texts, _in_title_case)
    found: list[Label] = []
    for number, text in zip(numbers, texts, strict=True):
        above = found[-1] if found else None
        continues = above is not None and _continues(above.text, text)
        named = text in capitals or _bare(text) in totals or _CAPTION.fullmatch(text) is not None
        total = _TOTAL.match(text) is not None
        row, none = (0, NEVER) if total else _costs(text, named or continues, text in titles)
        if above is not None and continues and text.endswith(":"):
            found[-1] = replace(above, row=_SURELY, none=0)
        closes = total or _CLOSES.match(text) is not None
        found.append(Label(number, text, row, none, total, closes, closes or _MAY_BE_SUM.search(text) is not None, continues))
    return [replace(label, gap=after.number > label.number + 1) for label, after in pairwise([*found, found[-1]])]


def _costs(text: str, marked: bool, title: bool) -> tuple[int, int]:
    if text.endswith(":") or is_sentence(text) or _is_remark(text):
        return _SURELY, 0
    if marked:
        return _MARKED, 0
    return (0, _MARKED) if title else (0, NEVER)


def _is_remark(text: str) -> bool:
    """"(In thousands)", "(Unaudited)"."""
    return _REMARK.fullmatch(text) is not None or (find_scale(text) is not None and len(text.split()) < 8)


def _bare(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", text.lower()).strip()


def _continues(above: str, text: str) -> bool:
    """The line begins in small letters, or the one above ends in a word that nothing ends in."""
    return text[:1].islower() or text[:1] in ")&" or _DANGLES.search(above) is not None or above.count("(") > above.count(")")


def _few(texts: Sequence[str], is_so: Callable[[str], bool]) -> set[str]:
    """The texts that are so; none where many are: what most have is no mark."""
    some = {text for text in texts if is_so(text) and not _TOTAL.match(text)}
    return some if len(some) * _FEW <= len(texts) else set()


def _in_capitals(text: str) -> bool:
    return text.isupper() and not _MAY_BE_TOTAL_IN_CAPITALS.match(text)


_MAY_BE_TOTAL_IN_CAPITALS = regex(r"(?:NET|GROSS|INCOME|LOSS|CASH|BALANCE|EARNINGS|INCREASE|DECREASE|PROFIT|COMPREHENSIVE)\b")


def _in_title_case(text: str) -> bool:
    """"Liabilities and Stockholders' Equity": two long words and more, each with a capital."""
    long = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return len(long) > 1 and all(word[0].isupper() for word in long) and not any(map(str.isdigit, text)) and not text.isupper()
