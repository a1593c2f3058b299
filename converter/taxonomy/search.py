"""Finds concepts for a person's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter.model import Concept
from converter.patterns import regex

_WORDS = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def search(query: str, concepts: Iterable[Concept], common: Mapping[str, tuple[str, ...]]) -> list[Concept]:
    """Concepts all of whose asked-for words begin words of their name or labels. Exact names and labels first, then short names."""
    asked = _WORDS.findall(query.replace("&", "")) if query != query.lower() else query.lower().split()
    words = [word.lower() for word in asked if word != ":"]
    plain = query.strip().lower()
    found = []
    for concept in concepts:
        texts = (concept.label.lower(), *common.get(concept.name, ()))
        local = concept.name.partition(":")[2]
        exact = plain in (concept.name.lower(), local.lower()) or plain in texts
        if exact or _has_all(words, local, texts):
            found.append((not exact, len(local), concept.name, concept))
    return [concept for *_, concept in sorted(found, key=lambda hit: hit[:3])]


def _has_all(words: list[str], local: str, texts: tuple[str, ...]) -> bool:
    have = [word.lower() for word in _WORDS.findall(local)]
    for text in texts:
        have += text.split()
    return bool(words) and all(any(word.startswith(part) for word in have) for part in words)
