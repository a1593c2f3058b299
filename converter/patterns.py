"""Regular expressions that are compiled when they are first used, and the test that saves most of their uses.

A run needs about two thirds of the product's patterns, and compiling all of them took a third of its start-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Regex:
    """Stands in for a `re.Pattern`. Its methods are the compiled pattern's own from the first use on, so later uses cost nothing more."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet: a method, before the first use."""
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use. Raises `re.error` then, where the pattern is none."""
    return cast("re.Pattern[str]", _Regex(pattern, flags))


def holds_one(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words or stems stands in a text, in upper and lower case as it is. They are looked for one by one: a pattern of
    many words tries each of them at each character."""
    for word in words:  # noqa: SIM110 (a generator takes twice the time, and all lines and cells are asked)
        if word in text:
            return True
    return False
