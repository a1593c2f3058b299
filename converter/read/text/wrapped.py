"""Tables whose lines were cut at a width, as mail programs cut them: ``Net sales ...  1,2`` and below it ``34   5,678``. A line that is
full and another one that is a cut line's rest are common; a table where most full lines have such a rest below them is cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.patterns import regex
from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_LETTERS = regex(r"[A-Za-z]{2}")
_RULE = regex(r"[\s=_-]*")
_GAP = regex(r"\S\s{2,}\S")
_LEAST_WIDTH = 60
_LEAST = 4
_TIMES = 3
_MANY = 4
_SAME_EDGE = (-1, 0, 1)


def unwrapped(region: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines of a table, each whole; ``cut`` is the width they were cut at."""
    width = max((len(line.raw) for line in region), default=0)
    rests = _rests(region, width) if width >= _LEAST_WIDTH else []
    if len(rests) < _LEAST or any("\t" in line.raw for line in region):
        return region
    edges = {rest + by for rest in rests for by in _SAME_EDGE}
    out: list[TextLine] = []
    lines = 0
    for before, line in zip((None, *region), region, strict=False):
        follows = before is not None and before.line + 1 == line.line and not line.blank_before
        at_edge = len(line.raw) in edges
        is_rest = len(line.raw) <= max(edges) and not _LETTERS.search(line.raw)
        if before is not None and follows and (len(before.raw) == width or (is_rest and lines == 1)):
            out[-1] = _joined(out[-1], line.raw, width, lines)
            lines += 1
        elif not follows and at_edge and (is_rest or _GAP.search(line.raw)):
            # What stood before the cut is blank: a sum without a label, or a head.
            out.append(_joined(replace(line, raw="", line=line.line - 1), line.raw, width, 1))
            lines = 2
        else:
            out.append(line)
            lines = 1
    return out


def _rests(region: Sequence[TextLine], width: int) -> list[int]:
    """The lengths of the lines of figures below full lines; nothing where most full lines have none. A rule is none."""
    full = [(line, below) for line, below in pairwise(region) if len(line.raw) == width]
    # Where many lines are full, more than half of a line may have been cut off.
    longest = width * 3 // 4 if len(full) * _MANY >= len(region) else (width + 1) // 2
    rests = [
        len(below.raw)
        for line, below in full
        if below.line == line.line + 1 and len(below.raw) < longest and not _RULE.fullmatch(below.raw) and not _LETTERS.search(below.raw)
    ]
    return rests if len(rests) * _TIMES >= len(full) else []


def _joined(line: TextLine, rest: str, width: int, lines: int) -> TextLine:
    raw = line.raw.ljust(width * lines) + rest
    return replace(line, raw=raw, kind=kinds.classify(raw), cut=width)
