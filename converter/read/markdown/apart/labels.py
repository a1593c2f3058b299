"""What the lines of a block of labels may be: a row's label, a heading, the rest of the label above."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.scales import find_scale
from converter.patterns import regex

NEVER = 99
"""A cost that nothing pays."""
_SURELY = 8
_MARKED = 1
_TOTAL = regex(r"(?:less:?\s+)?(?:sub-?)?total\b|.{1,100},\s+total$", re.IGNORECASE)
_TOTAL_WORD = regex(r"\b(?:sub-?)?total\b", re.IGNORECASE)
_CLOSES = regex(r"(?:net\s+)?cash\s+(?:flows?\s+)?\(?(?:provided|used|from|flows?)\b", re.IGNORECASE)
_MAY_BE_SUM = regex(
    r"\b(?:gross|profit|margin|net (?:income|loss|earnings|sales|revenues?|assets|increase|decrease|change|cash|interest|property)"
    r"|(?:income|loss|earnings|deficit)\b.{0,40}\b(?:before|from|after|operations|attributable|available|applicable|per)"
    r"|operating (?:income|loss|earnings)|(?<!accumulated other )comprehensive|end of|(?:in|de)crease in cash"
    r"|equity|deficit|capitali[sz]ation)\b|,? net$|^net\b|^balance\b",
    re.IGNORECASE,
)
_PER_SHARE = regex(r"\bper (?:common )?share\b(?! data)", re.IGNORECASE)
_OF_STOCK = regex(r"\b(?:par|stated) value|\bauthori[sz]ed\b|\bshares used\b|\bused (?:in|to)\b", re.IGNORECASE)
"""What tells of a value per share in words, or of shares."""
_SENTENCE = regex(r"(?:the\s+)?(?:accompanying|see)\b.{0,300}\b(?:notes|statements)\b", re.IGNORECASE)
_NOTE = regex(r"\s?\(notes? \w[^()]{0,20}\)$", re.IGNORECASE)
"""Where a label sends its reader."""
_WORD = regex(r"[A-Za-z][A-Za-z'’-]*")
_REMARK = regex(r"\([^()]{0,120}\)")
_DANGLES = regex(r"(?:\b(?:and|or|of|to|in|for|from|by|the|with|on|at|than|as|per)|[,;(/&–—-])\s*$", re.IGNORECASE)
_SIDE = regex(r"(?:current )?assets|(?:current )?liabilities(?: and .{3,60})?", re.IGNORECASE)
"""What names a side of the balance sheet."""
_CAPTION = regex(r"(?:cash flows (?:from|provided by|used in) )?(?:operating|investing|financing) activities", re.IGNORECASE)
"""What no more than names a part of the statement of cash flows."""
_MAY_LACK = regex(r"(?:revenues?|costs|expenses)(?: and .{3,40})?|.{0,30}\b(?:commitments|contingenc|contingent)\b.{0,40}", re.IGNORECASE)
"""What has an amount in some statements and none in others."""
_UNDER_HEADING = frozenset(["basic", "diluted", "primary", "fully diluted", "assuming dilution"])
"""What a heading above completes."""
_EQUITY = regex(r".{0,60}\b(?:equity|deficit|investment)", re.IGNORECASE)
_STOCK = regex(r"(?:common|preferred|capital|class \w) (?:stock|shares?)\b", re.IGNORECASE)
"""What stands right below the heading of equity."""
_NET = regex(r",? net$", re.IGNORECASE)
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
    per_share: bool = False
    continues: bool = False
    """It may be the rest of the label above."""
    gap: bool = False
    """A blank line follows within the block: a sum without a label may stand there."""


def is_sentence(text: str) -> bool:
    """Running text or the note at a statement's foot: no label."""
    return _SENTENCE.match(text) is not None or (text.endswith(".") and len(text.split()) > 6)


def labels_of(numbers: Sequence[int], lines: Sequence[str]) -> list[Label]:
    """The lines of a block, told by what they look like beside one another."""
    texts = [_NOTE.sub("", lines[number].strip().strip("*").strip()) for number in numbers]
    looks = _Looks(texts)
    found: list[Label] = []
    for at, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        continues = at > 0 and _continues(texts[at - 1], text)
        total = _TOTAL.match(text) is not None
        row, none = (0, NEVER) if total else looks.costs(text, texts[at + 1] if at + 1 < len(texts) else "", continues)
        if continues and text.endswith(":"):
            _make_heading(found)
        closes = total or _CLOSES.match(text) is not None
        may_be_sum = closes or _MAY_BE_SUM.search(text) is not None
        if continues and may_be_sum:
            found[-1] = replace(found[-1], may_be_sum=True)
        per_share = _PER_SHARE.search(text) is not None and not _OF_STOCK.search(text)
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
        self._sums = {_summed(text) for text in texts if _TOTAL.match(text)}
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
            or _SIDE.fullmatch(text)
            or (continues and self._small and _begins_small(text))
        ):
            return _SURELY, 0
        bare = _bare(text)
        capital = text in self._capitals
        heads = (_bare(below) in _UNDER_HEADING and bare not in _UNDER_HEADING) or (_EQUITY.fullmatch(text) and _STOCK.match(below))
        # A heading is not followed by its total.
        summed = bare in self._sums and _summed(below) != bare
        if continues or heads or summed or _CAPTION.fullmatch(text) or (capital and not _MAY_BE_SUM.search(text)):
            return _MARKED, 0
        return (0, _MARKED) if capital or text in self._titles or _MAY_LACK.fullmatch(text) else (0, NEVER)


def _is_remark(text: str) -> bool:
    """ "(In thousands)", "(Unaudited)"."""
    return _REMARK.fullmatch(text) is not None or (find_scale(text) is not None and len(text.split()) < 8)


def _summed(text: str) -> str:
    """What a total says that it is the total of."""
    return _bare(_TOTAL_WORD.sub("", text))


def _bare(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", text.lower()).strip()


def _continues(above: str, text: str) -> bool:
    """The line begins in small letters, or the one above ends in a word that nothing ends in."""
    return text[:1].islower() or text[:1] in ")&" or _DANGLES.search(above) is not None or above.count("(") > above.count(")")


def _few(texts: Sequence[str], is_so: Callable[[str], bool]) -> set[str]:
    """The texts that are so; none where many are: what most have is no mark."""
    some = {text for text in texts if is_so(text) and not _TOTAL.match(text)}
    return some if len(some) * _FEW <= len(texts) else set()


def _begins_small(text: str) -> bool:
    return text[:1].islower()


def _in_title_case(text: str) -> bool:
    """ "Liabilities and Stockholders' Equity": two long words and more, each with a capital."""
    long = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return len(long) > 1 and all(word[0].isupper() for word in long) and not any(map(str.isdigit, text)) and not text.isupper()
