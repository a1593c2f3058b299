"""Rows whose fields any one mark parts (``Cash / 1,234 / 1,100``): what is seldom told by one line is told by several alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_LEAST, _LOOK_AHEAD = 3, 8
_LONGEST, _LONGEST_HEADING, _MOST_FIELDS = 400, 100, 40
_FIGURE = r"[\s$(<\[–—-]*\d[\d.,' ]*+%?[\s)>\]–—-]*(?:CR)?|[\s$]*[-–—_0]{1,3}\s*|\s*nil\s*|\s*N/?A\s*"
_VALUE = regex(_FIGURE, re.IGNORECASE)
_AFTER_COLON = regex(rf":(?=\s(?:{_FIGURE})$)|^:(?=\s)", re.IGNORECASE)
_LISTED = regex(r"(?<=[\d)–—-]),\s+(?=[$(–—-]|\d(?!\d{3}\b))")

Extent = tuple[int, int]


class Mark(Struct, frozen=True):
    """What parts the fields. ``bare`` where it needs no blank beside it."""

    text: str
    bare: bool


def marked_end(lines: Sequence[str], at: int, mark: Mark) -> int:
    """Behind the last of the rows that begin at line ``at`` and whose fields the mark parts; 0 where it parts none."""
    sample = list(islice(_filled(lines, at), _LOOK_AHEAD))
    return _end(lines, at, mark) if len(sample) >= _LEAST and _tells(mark, sample) else 0


def marked_rows(lines: Sequence[str], first: int, last: int, mark: Mark) -> Iterator[RawRow]:
    """The rows; a label that holds the mark itself stays whole."""
    cut = {number: _fields(lines[number], mark) for number in range(first, last) if lines[number].strip()}
    colons = {number: _AFTER_COLON.search(lines[number][: fields[0][1]]) for number, fields in cut.items()}
    if sum(map(bool, colons.values())) * 2 > len(cut):
        cut = {number: _behind_colon(fields, colons[number]) for number, fields in cut.items()}
    width = Counter(map(len, cut.values())).most_common(1)[0][0]
    for number, fields in cut.items():
        line = lines[number]
        surplus = max(0, len(fields) - width) if width > 1 else 0
        fields = [(fields[0][0], fields[surplus][1]), *fields[surplus + 1 :]]
        parts = [(column, Part(line[start:end], number, start)) for column, (start, end) in enumerate(fields[:_MOST_FIELDS])]
        yield RawRow(tuple(Field((part,), column, column + 1) for column, part in parts if part.raw.strip()))


def _behind_colon(fields: list[Extent], colon: re.Match[str] | None) -> list[Extent]:
    """The label and the first figure, which a colon parts, apart."""
    return [(0, colon.start()), (colon.end(), fields[0][1]), *fields[1:]] if colon else fields


def _filled(lines: Sequence[str], at: int) -> Iterator[str]:
    """The lines from ``at`` on that are not blank, as far as they may be rows."""
    for number in range(at, min(len(lines), at + 2 * _LOOK_AHEAD)):
        line = lines[number]
        if len(line) > _LONGEST or line.startswith(("#" + " ", "##", "<", "|")):
            return
        if line and not line.isspace():
            yield line


def _tells(mark: Mark, sample: Sequence[str]) -> bool:
    """At least three of the lines, and most of them, have equally many fields, the last ones figures, and a label before these."""
    rows = [[line[start:end] for start, end in _fields(line, mark)] for line in sample]
    width, times = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0] if any(len(row) > 1 for row in rows) else (0, 0)
    if times < _LEAST or times * 2 < len(rows) or len(rows[0]) < 2:
        return False
    full = [row for row in rows if len(row) == width]
    if mark.text == "," and sum(1 for row in full if _AFTER_COLON.search(row[0])) < _LEAST - 1:
        return False
    figured = sum(1 for row in full if all(_VALUE.fullmatch(text) for text in row[1:] if text.strip()) and any(map(str.strip, row[1:])))
    labelled = sum(1 for row in full if any(map(str.isalpha, row[0])) and (width > 2 or _is_label(row[0])))
    return figured >= (_LEAST - 1 if width > 2 else _LEAST) and labelled >= _LEAST - 1


def _is_label(text: str) -> bool:
    """No half of a range (``pages 12``)."""
    return not text.rstrip()[-1:].isdigit() or _AFTER_COLON.search(text) is not None


def _end(lines: Sequence[str], at: int, mark: Mark) -> int:
    """Rows, headings of a line between them, and single blank lines."""
    end, number, size = at + 1, at + 1, len(lines)
    while number < size:
        line = lines[number]
        if len(_fields(line, mark)) > 1 and len(line) <= _LONGEST:
            end = number + 1
        elif number - end > 2 or len(line) > _LONGEST_HEADING or line.startswith(("##", "<", "|")):
            break
        number += 1
    return end


@cache
def _pattern(mark: Mark) -> re.Pattern[str]:
    quoted = re.escape(mark.text)
    if mark.text == ",":
        return _LISTED
    return re.compile(rf" ?{quoted} ?" if mark.bare else rf"(?:^|(?<=\s)){quoted}(?=\s|$)")


def _fields(line: str, mark: Mark) -> list[Extent]:
    """Start and end of each field of the line."""
    if mark.text not in line:
        return [(0, len(line))]
    found, start = [], 0
    for match in _pattern(mark).finditer(line):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(line))]
