"""How far the tables of a notation reach, told from the lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.read.markdown.tabs import split_csv
from converter.read.markdown.tabular import BEGIN
from converter.read.markdown.tags import Region

_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]{0,1000}>?", re.IGNORECASE)
TABULAR_END = re.compile(r"\\end\s{0,2}\{(?:tabular|tabularx|tabulary|tabu|longtable|array|longtabu|supertabular)\*?\}")
_VALUES = re.compile(r";\s*[$(\\]{0,3}\d[\d,.]*\)?\s*;")
_MOST_LINES = 20_000


_BARE = re.compile(r'(?:[^,"\s\d](?:[^,"]{0,300}[^,"\d])?|"[^"]{0,300}")?(?:,(?:[^,"\s][^,"]{0,60}|"[^"]{0,60}")?){1,30}')
"""A line of values parted by commas, quoted where they hold one. A first value that ends in a digit is half of a figure."""


def is_csv(lines: Sequence[str], at: int) -> bool:
    """Two lines of quoted values, or three of equally many values parted by semicolons with figures among them, or by commas without
    a blank behind any."""
    three = lines[at : at + 3]
    if len(three) > 1 and all(
        line.lstrip(" [").startswith('"') and ('","' in line or '", "' in line or '";"' in line) for line in three[:2]
    ):
        return True
    counts = {line.count(";") for line in three}
    if len(three) == 3 and len(counts) == 1 and counts.pop() > 1 and sum(1 for line in three if _VALUES.search(line)) > 1:
        return True
    return len(three) == 3 and all(map(_BARE.fullmatch, three)) and len({len(split_csv(line)) for line in three}) == 1


def looks_like_csv(lines: Sequence[str]) -> bool:
    """Whether most of the lines of a fence have equally many values."""
    if len(lines) < 2 or any("   " in line.strip() for line in lines):
        return False
    widths = [len(split_csv(line)) for line in lines[:40]]
    common = max(set(widths), key=widths.count)
    return common > 1 and widths.count(common) * 3 >= len(widths) * 2


def tags_end(lines: Sequence[str], at: int, begin: int) -> tuple[int, int | None]:
    """The line on which the table that begins here ends, and where on it; None where nothing closes it."""
    depth = 0
    for number in range(at, min(len(lines), at + _MOST_LINES)):
        line = lines[number]
        if "<" in line:
            for match in _TABLE_TAG.finditer(line, begin if number == at else 0):
                depth += -1 if match[1] else 1
                if depth <= 0:
                    return number, match.end()
        elif not line.strip() and number + 1 < len(lines) and not lines[number + 1].lstrip().startswith("<"):
            return max(at, number - 1), None
    return min(len(lines), at + _MOST_LINES) - 1, None


def latex_end(lines: Sequence[str], at: int, begin: int) -> tuple[int, int | None]:
    """Where the tabular that begins here ends: a nested one ends before."""
    depth = 1
    for number in range(at, min(len(lines), at + _MOST_LINES)):
        line = lines[number]
        if "\\" not in line:
            continue
        position = begin if number == at else 0
        marks = [(m.start(), 1) for m in BEGIN.finditer(line, position)] + [(m.start(), -1) for m in TABULAR_END.finditer(line, position)]
        for column, step in sorted(marks):
            depth += step
            if depth == 0:
                return number, column
    return min(len(lines), at + _MOST_LINES) - 1, None


class LazyRegion:
    """A region that is made when somebody looks at its rows."""

    __slots__ = ("_end", "_first", "_last", "_lines", "_start")

    def __init__(self, lines: Sequence[str], first: int, last: int, start: int, end: int | None) -> None:
        self._lines = list(lines[first:last])
        self._first = first
        self._last = last
        self._start = start
        self._end = end

    def __call__(self) -> Region:
        return Region(self._lines, 0, len(self._lines), self._start, self._end, self._first)
