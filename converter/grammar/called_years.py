"""Years that a head calls, instead of naming them: "this year", "last year"."""

from __future__ import annotations

import re

from converter.patterns import regex

_CALLED = (
    regex(r"\b(?:this|current)(?:\s+fiscal)?(?:\s+years?(?:['’]s)?\b|$)", re.IGNORECASE),
    regex(
        r"\b(?:last|prior|previous|preceding)(?:\s+fiscal)?(?:\s+years?(?:['’]s)?\b|$)|\byears?\s+(?:ago|earlier)\b",
        re.IGNORECASE,
    ),
)
"""How heads call this year and the one before; the bare adjective closes a head ("Quarter Current") or is all of it."""


def years_back(text: str) -> int | None:
    """0 for this year, 1 for the last one; None where a head calls neither, or both."""
    called = [years for years, words in enumerate(_CALLED) if words.search(text.strip())]
    return called[0] if len(called) == 1 else None
