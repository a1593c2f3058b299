"""What a text that states a scale speaks of: all statements, all amounts, or nothing but the table beside it."""

from __future__ import annotations

import csv
import re
from enum import IntEnum
from functools import cache

from converter.grammar.scales import ScaleStatement, find_scale
from converter.patterns import holds_one, regex
from converter.resources import table

_LONGEST = 400
_HINTS = ("thou", "mil", "bil", "000")
_WORD = regex(r"[a-z]+")
_NOTES = regex(r"\bnotes?\s+(?:to|on)\s+(?:the\s+)?(?:\w+\s+){0,3}?financial\s+statements|\bfinancial\s+statement\s+schedules?")
_STATEMENTS = regex(r"\bstatements\b")
_SAYS = regex(
    r"\bfinancial\s+statements\b[^.]{0,160}?\b(?:are|is|were|been)\s+(?:presented|expressed|stated|shown|reported|rounded|prepared)\b[^.]{0,80}"
)
"""A sentence with other words beside: "The accompanying financial statements of the partnership are stated in thousands"."""
_SENTENCE = (
    frozenset(("all", "throughout", "unless")), frozenset(("amounts", "figures", "dollars", "values", "data", "numbers")),
    frozenset(("are", "is", "been")),
)  # fmt: skip
"""One word of each makes a sentence of all amounts; what is said to hold unless otherwise noted is said of all of them."""
_MANY = regex(r"\b(?:all|unless\s+otherwise|throughout|tables|tabular|notes|schedules)\b")
_OF_TABLES = regex(r"\b(?:tables?|tabular|notes|schedules)\b")
_OF_REPORT = regex(r"\b(?:in|throughout)\s+this\s+(?:\w+\s+){0,2}(?:report|form|document|filing|release)\b")
_OF_SHARES = regex(r"\W*shares\b", re.IGNORECASE)
_AMOUNT = regex(r"[$£€¥]\s?(?!000)\d|\d\s*(?:thousand|million|billion)|:\s*$", re.IGNORECASE)
"""An amount, or the end of what leads to a table."""


class Reach(IntEnum):
    """How far a statement of scale reaches by its words alone."""

    TABLE = 0
    """Nothing but a scale: it is of what it stands beside."""
    TABLES = 1
    """All amounts of what follows: a caption or heading of more than one table."""
    AMOUNTS = 2
    """All amounts, in a sentence."""
    STATEMENTS = 3
    """The financial statements, by name."""
    REPORT = 4
    """All amounts of the report that says it."""


@cache
def _words() -> frozenset[str]:
    """A text of these words alone states how amounts are counted, and nothing else."""
    with table("find/scales", "words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


def may_state_scale(text: str) -> bool:
    """A cheap test that all texts pass which state a scale."""
    return holds_one(text.lower(), _HINTS)


def read_scale(text: str) -> tuple[ScaleStatement, Reach] | None:
    """The scale that a text states if it states nothing else, or states it of the financial statements, and how far it reaches."""
    if len(text) > _LONGEST or not may_state_scale(text) or text.lstrip()[:1].islower() or _AMOUNT.search(text) or _OF_SHARES.match(text):
        return None
    lower = " ".join(text.lower().split())
    scale = find_scale(text)
    if scale is None or not scale.power:
        return None
    bare = _NOTES.sub("notes", lower)
    if not _words().issuperset(_WORD.findall(bare)):
        said = _SAYS.search(bare)
        stated = find_scale(said[0]) if said and may_state_scale(said[0]) else None
        return (scale, Reach.STATEMENTS) if stated and stated.power == scale.power else None
    return scale, _reach(bare)


def _reach(bare: str) -> Reach:
    if _STATEMENTS.search(bare):
        return Reach.STATEMENTS
    if _OF_REPORT.search(bare) and _MANY.search(bare):
        return Reach.REPORT
    words = set(_WORD.findall(bare))
    if all(words & each for each in _SENTENCE) and not _OF_TABLES.search(bare):
        return Reach.AMOUNTS
    return Reach.TABLES if _MANY.search(bare) else Reach.TABLE
