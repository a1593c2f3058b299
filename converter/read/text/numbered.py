"""Pages whose lines are numbered in the margin: the numbers go before anything else is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_LEAST = 12
_DIGITS = 3
_MARGIN = 6
_MARKS = ".:)"
"""What may stand behind a number."""


def without_line_numbers(region: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines of a region; without the numbers of those that count on from line to line, and without what held nothing else."""
    for place in (_before, _behind):
        numbered = _runs(region, place) if _may_run(region, place) else {}
        if numbered:
            region = _bare(region, numbered)
    return region


_Place = Callable[[str], tuple[int, int] | None]


def _before(raw: str) -> tuple[int, int] | None:
    """Where a number in the left margin stands."""
    bare = raw.lstrip()
    number = bare[: _DIGITS + 1].partition(" ")[0].rstrip(_MARKS)
    start = len(raw) - len(bare)
    end = start + len(number)
    return (start, end) if number.isdecimal() and start < _MARGIN and not raw[end : end + 2].strip(_MARKS + " ") else None


def _behind(raw: str) -> tuple[int, int] | None:
    """Where a number behind everything else stands."""
    bare = raw.rstrip()
    number = bare[-_DIGITS:].rpartition(" ")[2]
    end = len(bare)
    start = end - len(number)
    return (start, end) if number.isdecimal() and start > 1 and raw[start - 2 : start].isspace() else None


def _may_run(region: Sequence[TextLine], place: _Place) -> bool:
    """A look at every so many lines, of which one at least stands in each long run, and at the next line."""
    for index in range(0, len(region) - 1, _LEAST - 1):
        number = _number(region[index].raw, place)
        if number is not None and _number(region[index + 1].raw, place) == number + 1:
            return True
    return False


def _number(raw: str, place: _Place) -> int | None:
    span = place(raw)
    return int(raw[span[0] : span[1]]) if span else None


def _runs(region: Sequence[TextLine], place: _Place) -> dict[int, tuple[int, int]]:
    """Index of each line that a long run of numbers counts, with where its number stands."""
    found: dict[int, tuple[int, int]] = {}
    run: dict[int, tuple[int, int]] = {}
    last = 0
    for index, line in enumerate(region):
        span = place(line.raw)
        number = int(line.raw[span[0] : span[1]]) if span else 0
        if span is None or number != last + 1:
            found.update(run if len(run) >= _LEAST else {})
            run = {}
        if span:
            run[index] = span
        last = number
    found.update(run if len(run) >= _LEAST else {})
    return found


def _without(raw: str, start: int, end: int) -> str:
    """The line with its number, and the mark behind it, blank."""
    end += raw[end : end + 1] in tuple(_MARKS)
    return (raw[:start] + " " * (end - start) + raw[end:]).rstrip()


def _bare(region: Sequence[TextLine], numbered: dict[int, tuple[int, int]]) -> list[TextLine]:
    out: list[TextLine] = []
    blank = False
    for index, line in enumerate(region):
        span = numbered.get(index)
        raw = line.raw if span is None else _without(line.raw, *span)
        if raw:
            out.append(replace(line, raw=raw, kind=kinds.classify(raw) if span else line.kind, blank_before=line.blank_before or blank))
        blank = not raw
    return out
