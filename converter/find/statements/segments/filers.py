"""Which of a filing's filers a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.grammar.companies import LEGAL_FORMS

_NAME_ENDS = frozenset(map(str.upper, LEGAL_FORMS)) | {"THE", "AND", "SUBSIDIARIES", "OF", "DE"}
"""What names are printed with or without."""


def filer_named(text: str, filers: Sequence[str]) -> int | None:
    """The index of the filer whose name stands in a text, of several the longest name's; None where none does."""
    words = f" {_words(text)} "
    found = [index for index, name in enumerate(filers) if f" {_words(name)} " in words]
    return max(found, key=lambda index: len(filers[index])) if found else None


def _words(text: str) -> str:
    """Upper-case words without marks and the ends that names are printed with or without."""
    return " ".join(word for word in re.sub(r"[^A-Z0-9& ]", "", text.upper()).split() if word not in _NAME_ENDS)
