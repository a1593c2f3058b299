"""Whose shares a count counts, on the cover of several registrants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.grammar.companies import LEGAL_FORMS
from converter.patterns import regex

_WORD = regex(r"[a-z0-9]+")
_FORMS = LEGAL_FORMS - {"lp"} | {"the", "of", "and"}
"""Of a trust and its operating partnership, each a registrant, "L.P." is all that tells which."""
_STATE = regex(r"/[a-z]{2,3}/?\s*\Z")
"""What EDGAR puts behind a name: "EXAMPLE CO /DE/"."""
_LONGER = regex(r" (?!(?:Inc|Corp|Co|Company|Ltd|L)\b)(?:[A-Z][a-z]{1,15} ){1,3}(?:Company|Corporation|Incorporated|Inc\b|Corp\b|Co\b)")
"""Behind a name where it is the beginning of another company's: "Example" of "Example Chemical Company"."""
_AND = regex(r"\s*(?:,|and|,\s*and|&)\s*")
_HOLDS = regex(r"\b(?:held|owned)\s(?:[a-z]{2,12}\s){0,2}by\s(?:the\s)?\Z", re.IGNORECASE)
"""Before the name of who has the shares: it is not whose stock they are."""
_MOST_WORDS = 4
_NEAR = 60


def owners_of(words: str, counts: Sequence[re.Match[str]], names: Sequence[str]) -> list[int | None]:
    """For each count the index of the name that stands before it (behind the count before), or, where none stands before the first,
    of the one right behind it; None where none does."""
    spans = _spans(words, names)
    if not spans or not counts:
        return [None] * len(counts)
    starts = [0, *(count.end() for count in counts)]
    before = [_last(spans, start, count.start()) for start, count in zip(starts, counts, strict=False)]
    if before[0] is not None:
        return _paired(words, counts, before) if len(names) == 1 else _kept(_claimed(spans, counts, before))
    behind = _kept([_first(spans, count.end(), count.end() + _NEAR) for count in counts])
    # A name behind the last count alone is what follows: the head of the next page.
    return behind if behind[0] is not None else [None] * len(counts)


def _paired(words: str, counts: Sequence[re.Match[str]], owners: Sequence[int | None]) -> list[int | None]:
    """Counts with nothing but "and" between them have one owner: "was 1,234 and 5,678, respectively"."""
    paired = list(owners)
    for at in range(1, len(paired)):
        if paired[at] is None and _AND.fullmatch(words, counts[at - 1].end(), counts[at].start()):
            paired[at] = paired[at - 1]
    return paired


def _claimed(spans: Sequence[tuple[int, int, int]], counts: Sequence[re.Match[str]], owners: Sequence[int | None]) -> list[int | None]:
    """A later count without a name before it belongs to the one right behind it, where that is no name of the next count's."""
    claimed = list(owners)
    for at, count in enumerate(counts):
        behind = _first(spans, count.end(), count.end() + _NEAR) if owners[at] is None else None
        if behind is not None and (at + 1 == len(counts) or owners[at + 1] != behind):
            claimed[at] = behind
    return claimed


def named(words: str, names: Sequence[str]) -> int | None:
    """The index of the first name that words tell."""
    spans = _spans(words, names)
    return spans[0][2] if spans else None


def begun(words: str, names: Sequence[str]) -> int | None:
    """The index of the one name, of several, that words begin: "Example West" of "Example West Capital Corporation"."""
    said = [word for word in _WORD.findall(words.lower()) if word not in _FORMS]
    fits = [
        index
        for index, name in enumerate(names)
        if said and [w for w in _WORD.findall(name.lower()) if w not in _FORMS][: len(said)] == said
    ]
    return fits[0] if len(fits) == 1 and len(names) > 1 else None


def whose(line: str, names: Sequence[str]) -> int | None:
    """The index of the name that a line is and nothing else, whatever its form of company; None where it is none of them."""
    mine = _letters(line)
    return next((index for index, name in enumerate(names) if mine and mine == _letters(name)), None)


def _letters(name: str) -> str:
    """The letters and digits of a name without its form of company, and without the state that EDGAR puts behind it."""
    return "".join(word for word in _WORD.findall(_STATE.sub("", name.lower())) if word not in _FORMS)


def _kept(owners: Sequence[int | None]) -> list[int | None]:
    """A count without a name counts what the one before it does: another class of the same stock."""
    kept: list[int | None] = []
    for owner in owners:
        kept.append(kept[-1] if owner is None and kept else owner)
    return kept


def _spans(words: str, names: Sequence[str]) -> list[tuple[int, int, int]]:
    """Start, end and index of each name in the words; names count by their first words, without the form of company."""
    said = [(match[0], match.start(), match.end()) for match in _WORD.finditer(words.lower()) if match[0] not in _FORMS]
    keys = _keys(names)
    spans = []
    for at in range(len(said)):
        fits = [(len(key), index) for index, key in enumerate(keys) if key and [word for word, _, _ in said[at : at + len(key)]] == key]
        if fits:
            length, index = max(fits, key=lambda fit: (fit[0], -fit[1]))
            if not (_LONGER.match(words, said[at + length - 1][2]) or _HOLDS.search(words, max(0, said[at][1] - _NEAR), said[at][1])):
                spans.append((said[at][1], said[at + length - 1][2], index))
    return spans


def _keys(names: Sequence[str]) -> list[list[str]]:
    """The first words of each name, or all of them where the first are also another's: "Royalty Program 86-A" and "86-B"."""
    whole = [[word for word in _WORD.findall(name.lower()) if word not in _FORMS] for name in names]
    first = [words[:_MOST_WORDS] for words in whole]
    return [words if first.count(key) > 1 else key for words, key in zip(whole, first, strict=True)]


def _last(spans: Sequence[tuple[int, int, int]], start: int, end: int) -> int | None:
    return next((index for left, right, index in reversed(spans) if start <= left and right <= end), None)


def _first(spans: Sequence[tuple[int, int, int]], start: int, end: int) -> int | None:
    return next((index for left, _, index in spans if start <= left <= end), None)
