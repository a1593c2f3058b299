"""What a sentence says of the scale of all amounts: "All amounts in the financial statements are stated in thousands"."""

from __future__ import annotations

import re
from typing import Literal

from converter.grammar.scales import ScaleStatement, find_scale
from converter.patterns import regex

Scope = Literal["statements", "all", ""]
"""What a sentence speaks of: the financial statements, all amounts of the filing, or neither."""

_STEMS = ("thousand", "million", "billion", "000")
_SENTENCE = regex(r"(?<=[a-z\d)\"”]\.) (?=[A-Z(\"“])|(?<=[a-z\d)];) |[•·]")
_LONGEST_SENTENCE = 600
_AMOUNTS = r"(?:amounts?|dollars?|figures?|numbers?|values?|\$)"
_IN_WORDS = r"in\s(?:\S+\s){0,3}?\W?(?:thousand|million|billion|\$?000)"
_OF_STATEMENTS = regex(
    rf"\bfinancial\s+statements\b(?:.{{0,160}}?[\s,])?(?:are|is|been)\s(?:\w+\s){{0,3}}?{_IN_WORDS}"
    rf"|\bfinancial\s+statements\s+(?:stated\s+|expressed\s+)?{_IN_WORDS}",
    re.IGNORECASE,
)
_OF_ALL = regex(
    rf"\ball\s+(?:[\w$.,/()-]+\s+){{0,5}}?{_AMOUNTS}"
    r"|\b(?:unless|except\s+(?:as|where))\s+(?:\w+\s+)?(?:noted|indicated|stated|specified|shown|disclosed|mentioned)\b"
    rf"|{_AMOUNTS}.{{0,60}}\b(?:throughout|herein|in\s+this\s+(?:\w+\s+)?(?:report|document|filing|form)\b)",
    re.IGNORECASE,
)
_OF_MONEY = regex(rf"{_AMOUNTS}|^\W*in\s", re.IGNORECASE)
_PLACE = r"(?:tables?|notes?|discussion|section|schedule|chart|analysis|exhibit|column|graph|paragraph|example|summary|item\s+[2-7]\w?)"
_OF_A_PLACE = regex(
    rf"\b(?:this|the|these|each|following|above|below|preceding)\s+(?:\w+\s+)?{_PLACE}\b|\b{_PLACE}\s+(?:above|below)\b|\bmd&a\b"
    r"|\bmanagement.s\s+discussion\b|\bpro\s+forma\b",
    re.IGNORECASE,
)
_INTRODUCES = regex(r"\bas\s+follows\b|\b(?:consist|compris)\w*\s+of\b|:\W*$", re.IGNORECASE)
"""What leads to one table."""
_AN_AMOUNT = regex(r"\d,\d{3}(?!,?000)(?!['’]s)|\$\s?\d+(?:\.\d+)?\s+(?:thousand|million|billion)|\d{5}")
"""A sentence with amounts of its own is about these."""


def may_state_scale(text: str) -> bool:
    """A cheap test that all texts with a scale pass."""
    lower = text.lower()
    return sum([stem in lower for stem in _STEMS]) > 0


def find_general_scale(text: str) -> tuple[Scope, ScaleStatement | None]:
    """What the first such sentence of a text says of the scale of the financial statements, or of all amounts. What is said of one table,
    one note or the discussion does not count."""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        if len(sentence) > _LONGEST_SENTENCE or not may_state_scale(sentence):
            continue
        scope = _scope(sentence)
        scale = find_scale(sentence) if scope else None
        if scale is not None and scale.power:
            return scope, scale
    return "", None


def _scope(sentence: str) -> Scope:
    if _AN_AMOUNT.search(sentence) or _INTRODUCES.search(sentence):
        return ""
    if _OF_STATEMENTS.search(sentence):
        return "statements"
    elsewhere = _OF_A_PLACE.search(sentence) or not _OF_MONEY.search(sentence)
    return "all" if _OF_ALL.search(sentence) and not elsewhere else ""
