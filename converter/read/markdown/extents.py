"""How far the tables of a notation reach, told from the lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.patterns import regex
from converter.read.markdown.tabs import split_csv
from converter.read.markdown.tabular import BEGIN
from converter.read.markdown.tags import Region

_TABLE_TAG = regex(r"<(/?)table\b[^<>]{0,1000}>?", re.IGNORECASE)
TABULAR_END = regex(r"\\end\s{0,2}\{(?:tabular|tabularx|tabulary|tabu|longtable|array|longtabu|supertabular)\*?\}")
_VALUES = regex(r";\s*[$(\\]{0,3}\s?\d[\d,.]*\)?\s*(?:;|$)")
_MOST_LINES = 20_000
_LONGEST_HEADING = 100
_LEAST_LATEX_ROWS = 3
_LATEX_RULES = frozenset({"\\hline", "\\toprule", "\\midrule", "\\bottomrule"})


_BARE = regex(r'(?:[^,"\s\d](?:[^,"]{0,300}[^,"\d])?|"[^"]{0,300}")?(?:,(?:[^,"\s][^,"]{0,60}|"[^"]{0,60}")?){1,30}')
"""A line of values parted by commas, quoted where they hold one. A first value that ends in a digit is half of a figure."""


def csv_mark(lines: Sequence[str], at: int) -> str:
    """What parts the values of two lines that begin with a quoted one, or three of equally many values parted by semicolons with figures
    among them, or by commas without a blank behind any; "" where nothing does."""
    three = lines[at : at + 3]
    if len(three) > 1 and all(
        line.lstrip(" [-").startswith('"') and ('","' in line or '", "' in line or '";"' in line) for line in three[:2]
    ):
        return ";" if '";"' in three[0] else ","
    if len(three) < 3:
        return ""
    if ";" in three[0] and _equally_many(three, ";") > 2 and sum(1 for line in three if _VALUES.search(line)) > 1:
        return ";"
    return "," if all(map(_BARE.fullmatch, three)) and _equally_many(three, ",") else ""


def _equally_many(lines: Sequence[str], mark: str) -> int:
    """How many values each of the lines has; 0 where they differ."""
    widths = {len(split_csv(line, mark)) for line in lines}
    return widths.pop() if len(widths) == 1 else 0


_ENTITY = regex(r"&\w{2,8};")
_REST = regex(r"\d{3}[^\d]")


def fence_mark(lines: Sequence[str]) -> str:
    """What parts equally many values in most of the lines of a fence, or ""."""
    if len(lines) < 2 or any("   " in line.strip() for line in lines):
        return ""
    # Bars part values where quotes stand around these; other tables with bars have readers of their own.
    for mark in "|;," if all('"|' in line or '|"' in line for line in lines[:3]) else ";,":
        rows = [split_csv(_ENTITY.sub(" ", line) if "&" in line else line, mark) for line in lines[:40]]
        widths = [len(row) for row in rows]
        common = max(set(widths), key=widths.count)
        if common > 1 and widths.count(common) * 3 >= len(widths) * 2 and sum(map(_cuts_figures, rows)) * 2 < widths.count(common):
            return mark
    return ""


def _cuts_figures(values: Sequence[tuple[int, str]]) -> bool:
    """Whether a mark stands between the thousands of a figure: behind it are three digits and more than a value's end."""
    texts = [text for _, text in values]
    return any(before[-1:].isdigit() and _REST.match(behind) is not None for before, behind in pairwise(texts))


def spaced_end(lines: Sequence[str], at: int, mark: str) -> int:
    """Behind the last of a table's rows that stand in paragraphs of their own, three of them at least; 0 where they do not. A short line
    without ``mark`` between two of them is a heading."""
    if any(mark not in line or line.isspace() for line in lines[at : at + 5 : 2]) or any(map(str.strip, lines[at + 1 : at + 6 : 2])):
        return 0
    end, size = at + 5, len(lines)
    if end > size:
        return 0
    while end + 1 < size and not lines[end].strip():
        heading = len(lines[end + 1]) < _LONGEST_HEADING and mark in "".join(lines[end + 3 : end + 4]) and not lines[end + 2].strip()
        if mark not in lines[end + 1] and not (heading and lines[end + 1].strip() and lines[end + 1][0] not in "#*"):
            break
        end += 2
    return end


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


def latex_rows_end(lines: Sequence[str], at: int) -> int:
    """Behind the last of three rows of a tabular or more that begin on line ``at``, 0 where there are none."""
    end = at
    while end < len(lines) and _is_latex_row(lines[end]):
        end += 1
    return end if end - at >= _LEAST_LATEX_ROWS else 0


def _is_latex_row(line: str) -> bool:
    bare = line.strip()
    return bare in _LATEX_RULES or ("&" in bare and bare.removesuffix("\\hline").rstrip().endswith("\\\\"))


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
