"""The scale of figures in a sentence: "(in thousands)" beside them or over their column."""

from __future__ import annotations

import re

from converter.grammar.scales import find_scale
from converter.patterns import regex

_NOTE = regex(
    r"\([^()\d]{2,40}\)|\(\s?(?:in\s+)?\$?0{3}(?:,?0{3})?['’]?s?(?:\s+omitted)?\s?\)|\b0{3}['’]?s?\s+omitted\b"
    r"|\bin\s+(?:thousands|millions)\b(?!,?\s+except)|\b(?:thousands|millions)\s+of\s+(?:shares|units|dollars)\b",
    re.IGNORECASE,
)
_OF_SHARES, _OF_MONEY = regex(r"\b(?:shares|units)\b", re.IGNORECASE), regex(r"\$|dollars", re.IGNORECASE)
_BARE_FIGURE = regex(r"(?<![$\d.,])\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?\s*\Z")
_MONEY_FIGURE = regex(r"\$\s{0,3}\d[\d,.]{0,20}\s*\Z")
_LONGEST_FIGURE = 30
_MARKS = ("thous", "mill", "000")


def power_of_money(words: str) -> int:
    """The power of ten that a note gives amounts of money."""
    return _power(words, _OF_SHARES, _BARE_FIGURE)


def power_of_counts(words: str) -> int:
    """The power of ten that a note gives numbers of shares."""
    return _power(words, _OF_MONEY, _MONEY_FIGURE)


def _power(words: str, others: re.Pattern[str], behind_others: re.Pattern[str]) -> int:
    """Of the first note that neither names what is of another kind nor stands right behind a figure of it."""
    if not any(mark in words.lower() for mark in _MARKS):
        return 0
    for note in _NOTE.finditer(words):
        stated = find_scale(f"({note[0].strip('()')})")
        if stated is None or others.search(note[0]) or behind_others.search(words, max(0, note.start() - _LONGEST_FIGURE), note.start()):
            continue
        return stated.power
    return 0
