"""What the words of heads and captions name beside periods and scales."""

from __future__ import annotations

import re

from converter.grammar.dates import MONTH
from converter.patterns import regex

_LEAST_LETTERS = 5
_OF_HEADS = regex(
    rf"\b(?:{MONTH}|(?:one|two|three|four|six|eight|nine|twelve|thirteen|fourteen|sixteen|twenty|thirty|forty|fifty)(?:th)?|first|second|third"
    r"|fourth|hal(?:f|ves)|quarters?|months?|weeks?|years?|days?|periods?|fiscal|calendar|transition|end(?:ed|ing)?|to\s+date|through|from"
    r"|inception|the|and|for|as|of|at|in|except|per|shares?|data|amounts?|dollars?|thousands?|millions?|predecessor|successor|historical|company"
    r"|(?:un)?audited|consolidated|condensed|restated|notes?)\b",
    re.IGNORECASE,
)


def names_something(text: str) -> bool:
    """Whether words say more than a period, a scale or how the amounts are told."""
    return sum(map(str.isalpha, _OF_HEADS.sub("", text))) >= _LEAST_LETTERS
