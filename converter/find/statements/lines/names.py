"""What the words of heads and captions name beside periods and scales."""

from __future__ import annotations

import re

from converter.grammar.dates import MONTH
from converter.grammar.scales import find_scale
from converter.patterns import regex

_LEAST_LETTERS = 5
_NUMBER = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)(?:th)?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_OF_HEADS = regex(
    rf"\b(?:{MONTH}|{_NUMBER}|first|second|third|hal(?:f|ves)|quarters?|months?|weeks?|years?|days?|dates?|periods?|fiscal|calendar|transition"
    r"|cumulative|since|during|end(?:ed|ing)?|to|through|from|inception|the|and|for|as|of|at|in|per|shares?|data|amounts?|dollars?|predecessor"
    r"|successor|historical|company|(?:un)?audited|consolidated|condensed|restated|notes?)\b",
    re.IGNORECASE,
)
_STATED = regex(r"\W*(?:(?:all\s+)?(?:amounts?|figures?)\s+)?(?:are\s+)?(?:expressed|stated|presented)\s+in\b", re.IGNORECASE)
"""How a caption begins that tells the currency."""


def names_something(text: str) -> bool:
    """Whether words say more than a period, a scale or how the amounts are told."""
    if _STATED.match(text):
        return False
    scale = find_scale(text)
    said = text.partition(scale.text)[0] if scale else text
    return sum(map(str.isalpha, _OF_HEADS.sub("", said))) >= _LEAST_LETTERS
