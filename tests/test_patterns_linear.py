"""No pattern takes more than linear time, whatever a filing holds: each is tried on runs of what it is made of, with an end that fails."""

from __future__ import annotations

import re
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from pattern_attacks import Used, attacks, used_patterns

_SHORT, _LONG = 3_000, 12_000
_QUICK = 0.003
"""Seconds of CPU that nothing linear needs for the short text; what needs more is measured again, and for the long one too."""
_SUSPECT, _MOST_TIMES = 0.05, 9
"""Linear is 4 times as long for the long text, quadratic 16 times; a quadratic one needs 0.15 seconds and more."""
_AT_ONCE = 0.2
"""Seconds, on a slow machine too, for what is not linear on the longest that it is given."""
_ENOUGH = 1.0
_TRIES = 3
"""A busy machine makes one measurement in thousands look quadratic; what is so is so each time."""

BOUNDED = {
    "find.cover.securities._PLAIN": (150, "a title and its exchange on one line: `_LONGEST_LINE`"),
    "find.cover.floats._NO_FLOAT": (160, "the words right before an amount: `_BEFORE_AMOUNT`"),
    "find.sentences.roles.WORD": (2_000, "a sentence has at most 2,000 characters: `_LONGEST_SENTENCE`"),
    "read.markdown.keyed._TURNED": (600, "a line of keys and values has at most 600 characters: `_LONGEST`"),
}
"""Patterns that are not linear, the longest text that their callers give them, and why it is no longer. They are quick on that."""


class _TooLongError(Exception):
    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TooLongError


@contextmanager
def _limited() -> Iterator[None]:
    """Ends what does not end by itself, by its own CPU time."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _ENOUGH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(compiled: re.Pattern[str], method: str, text: str) -> float:
    begin = time.process_time()
    if method == "finditer":
        deque(compiled.finditer(text), 0)
    else:
        getattr(compiled, method)(text)
    return time.process_time() - begin


def _best(compiled: re.Pattern[str], method: str, text: str) -> float:
    return min(_seconds(compiled, method, text) for _ in range(3))


def _is_linear(compiled: re.Pattern[str], method: str, before: str, unit: str) -> bool:
    short, long = (f"{before}{(unit * size)[:size]}\0" for size in (_SHORT, _LONG))
    try:
        with _limited():
            if _seconds(compiled, method, short) < _QUICK or (least := _best(compiled, method, short)) < _QUICK:
                return True
            most = _best(compiled, method, long)
            return most < _SUSPECT or most < _MOST_TIMES * least
    except _TooLongError:
        return False


def _complaint(used: Used) -> str | None:
    """The first attack that it does not withstand."""
    compiled = re.compile(used.pattern, used.flags)
    for before, unit in attacks(used.pattern, used.flags):
        for method in sorted(used.methods):
            if not any(_is_linear(compiled, method, before, unit) for _ in range(_TRIES)):
                return f"{used.where} {method} {before!r} + {unit!r} * n: {used.pattern}"
    return None


_USED = used_patterns()
_ROOMS = ("find.cover", "find.sentences", "find.statements", "grammar", "map", "read.markdown", "read")


def _room(where: str) -> str:
    return next((room for room in _ROOMS if where.startswith(room)), "others")


def test_all_patterns_are_tried() -> None:
    assert len(_USED) > 450
    assert {_room(used.where) for used in _USED} == {*_ROOMS, "others"}


@pytest.mark.parametrize("room", [*_ROOMS, "others"])
def test_every_pattern_is_linear(room: str) -> None:
    tried = [used for used in _USED if _room(used.where) == room and used.where not in BOUNDED]
    assert not [complaint for used in tried if (complaint := _complaint(used))]


@pytest.mark.parametrize("where", BOUNDED)
def test_what_is_not_linear_is_quick_on_the_longest_that_it_is_given(where: str) -> None:
    (used,) = (used for used in _USED if used.where == where)
    assert _complaint(used), "it is linear: it needs no exception"
    compiled = re.compile(used.pattern, used.flags)
    size = BOUNDED[where][0]
    slow = [
        (before, unit)
        for before, unit in attacks(used.pattern, used.flags)
        for method in used.methods
        if _best(compiled, method, f"{before}{(unit * size)[:size]}\0") > _AT_ONCE
    ]
    assert not slow


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [(r"\s+x", 0), (r"(?:a|a)+$", 0), (r"a*a*b", 0), (r"\bexcept\b.*\bshares\b", 0), (r"x\s*,?\s*y", re.IGNORECASE)],
)
def test_what_is_not_linear_is_found(pattern: str, flags: int) -> None:
    assert _complaint(Used("here", pattern, flags, frozenset({"search"})))


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s+x", r"\b(?:a|b)+$", r"(?<!a)a*b", r"x(?:\s*,)?\s*y"])
def test_what_is_linear_is_not_complained_of(pattern: str) -> None:
    assert not _complaint(Used("here", pattern, 0, frozenset({"search"})))
