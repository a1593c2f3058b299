"""Which words of a first page say what form the filing is: those of a cover, or a heading; no sentence that names another filing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.find.cover.tables import captions
from converter.patterns import regex

_OF_COVERS = frozenset({"registrant_name", "state_of_incorporation", "file_number", "irs_number", "address"})
"""Captions that nothing but a cover has."""
_HEADING = regex(
    r"[^\w.,;]*(?:(?:(?:19|20)\d\d\s+)?(?:annual|quarterly|current|transition)\s+report\s+(?:on\s+|under\s+|of\s+)?)?"
    r"form\s+\d{1,2}-?\s?[a-z]{1,2}(?:\d{2,3}|sb)?(?:\s?[/-]\s?a)?\b[^\w.,;]*(?:\([^()]{1,40}\)\W*)?",
    re.IGNORECASE,
)
_LONGEST = 90


def has_cover(lines: Iterable[str]) -> bool:
    """Whether lines have a caption that a cover has."""
    return any(not _OF_COVERS.isdisjoint(captions(line)) for line in lines)


def names_form(line: str) -> bool:
    """Whether a line is the heading of a form: "Form 10-Q", in capitals with more behind it; "the Annual Report on Form 10-K" is none."""
    plain = line.strip()
    match = _HEADING.match(plain) if len(plain) <= _LONGEST else None
    return match is not None and (match.end() == len(plain) or ("FORM" in match[0] and plain[-1] not in ".,;"))
