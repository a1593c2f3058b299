"""Pages whose lines are numbered in the margin: the numbers go before anything else is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_LEAST = 12
_DIGITS = 3
_MARGIN = 6
_MOST_LINES = 5
"""From one number to the next: those of a label, a heading, a rule."""
_MARKS = ".:)"
"""What may stand behind a number."""


def without_line_numbers(region: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines of a region; without the numbers of those that count on from line to line, and without what held nothing else. Before
    labels they count on over the lines of a label that wraps."""
    if sum(line.raw[:_MARGIN].lstrip()[:1].isdecimal() for line in region) >= _LEAST and (items := _runs(region, _before, _MOST_LINES)):
        region = _bare(region, items)
    if _may_run(region) and (lines := _runs(region, _behind, 1)):
        region = _bare(region, lines)
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


def _may_run(region: Sequence[TextLine]) -> bool:
    """Whether lines may be numbered behind all else: a look at every so many, of which one at least stands in each long run, and at the
    next line."""
    for index in range(0, len(region) - 1, _LEAST - 1):
        number = _number(region[index].raw)
        if number is not None and _number(region[index + 1].raw) == number + 1:
            return True
    return False


def _number(raw: str) -> int | None:
    span = _behind(raw)
    return int(raw[span[0] : span[1]]) if span else None


def _runs(region: Sequence[TextLine], place: _Place, reach: int) -> dict[int, tuple[int, int]]:
    """Index of each line that a long run of numbers counts, with where its number stands; each at most ``reach`` lines below the last."""
    found: dict[int, tuple[int, int]] = {}
    run: dict[int, tuple[int, int]] = {}
    last = at = 0
    for index, line in enumerate(region):
        span = place(line.raw)
        if span is None:
            continue
        number = int(line.raw[span[0] : span[1]])
        if number != last + 1 or index - at > reach:
            found.update(run if len(run) >= _LEAST else {})
            run = {}
        run[index] = span
        last, at = number, index
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
