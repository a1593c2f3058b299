"""Rows as lists of keys and values: a label, and for each column its head and its figure (``June 30, 2009: 1,234``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.grammar.dates import YEAR
from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_VALUE = (
    r"[-–—(<\[]?\s?\\?\$?\s?[(<\[]?(?:\d+(?:[,.' ]\d{3})*(?:\.\d+)?|\.\d+)%?\s?(?:[)>\]]|-|CR\b)?|\\?\$?\s?[-–—]{1,3}|-\s-|-0-|nil\b|N/?A\b"
)
_PAIR = regex(rf"""[:=]\**\s*(["']?)(?P<value>{_VALUE})\1\**(?=\s*+(?:[;,|/·]\s|[;,]?\s*$))""", re.IGNORECASE)
_TURNED = regex(
    rf"(?P<value>{_VALUE})\s\((?P<key>[^()]{{0,60}}\b(?:{YEAR})[^()]{{0,20}}(?:\([^()]{{1,20}}\))?)\)(?=\s*+(?:[;,|/]\s|[;,]?\s*$))",
    re.IGNORECASE,
)
_KEY = regex(rf"\b(?:{YEAR})(?!\d)|\b(?:current|prior|this|last|previous)\s+(?:fiscal\s+)?(?:year|quarter|period)\b", re.IGNORECASE)
_LEAD = regex(r"""[\s;,|/·>"'*]*(?:[-*+•]\s+)?["'*]*""")
_NAME = regex(
    r"\s*(?:[-*+•]\s+)?[\"'*]*(?:label|name|item|line[ _]item|caption|description|account|row|section|heading|group)[\"'*]*\s?:\s*",
    re.IGNORECASE,
)
_BULLET = regex(r"\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?")
_LEAST_RECORDS = 3
_LONGEST_KEY, _LONGEST_LABEL, _LONGEST, _LONGEST_VALUE = 80, 400, 600, 20
_MOST_BETWEEN, _MOST_PAIRS = 3, 16

Extent = tuple[int, int]


class _Line(Struct, frozen=True):
    """A line with pairs: its label (None where it stands above), and start and end of each key and value."""

    label: Extent | None
    pairs: list[tuple[Extent, Extent]]


def is_keyed(line: str) -> bool:
    """The line is pairs, with a label or without; a key alone too."""
    return _pairs(line) is not None


def keyed_end(lines: Sequence[str], at: int) -> int:
    """Behind the last line of the records that go on at line ``at``; 0 where these are fewer than three."""
    records = between = lines_of_one = 0
    end = at
    above = True
    for number in range(at, len(lines)):
        line = lines[number]
        if not line or line.isspace():
            continue
        found = _pairs(line)
        if found is not None:
            begins = above or found.label is not None
            records, lines_of_one = records + begins, 1 if begins else lines_of_one + 1
            end, between, above = number + 1, 0, False
            if lines_of_one > _MOST_PAIRS:
                break
            continue
        between += 1
        above = True
        if between > _MOST_BETWEEN or len(line) > _LONGEST_LABEL or line[0] in "#|<":
            break
    return end if records >= _LEAST_RECORDS else 0


def needs_label(line: str) -> bool:
    """The line has pairs, but no label of its own: it stands above."""
    found = _pairs(line)
    return found is not None and found.label is None


def is_label(line: str) -> bool:
    """What may be the label of the pairs below."""
    return 0 < len(line) <= _LONGEST_LABEL


def keyed_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """The keys as heads, in the order in which they come, and a row for each label."""
    read = [(number, _pairs(lines[number])) for number in range(first, last) if lines[number].strip()]
    columns: dict[str, int] = {}
    heads: list[Field] = []
    for number, line in read:
        for (start, end), _ in line.pairs if line else ():
            key = _normal(lines[number][start:end])
            if key not in columns:
                columns[key] = len(columns) + 1
                heads.append(Field((Part(lines[number][start:end], number, start),), columns[key], columns[key] + 1, True))
    yield RawRow(tuple(heads))
    row: list[Field] = []
    for number, line in read:
        text = lines[number]
        if line is None or line.label or any(columns[_normal(text[a:b])] in {field.left for field in row} for (a, b), _ in line.pairs):
            if row:
                yield RawRow(tuple(row))
            start, end = _label_extent(text) if line is None else line.label or (0, 0)
            row = [Field((Part(text[start:end], number, start),), 0, 1)] if end > start else []
        for (start, end), (begin, stop) in line.pairs if line else ():
            column = columns[_normal(text[start:end])]
            parts = (Part(text[begin:stop], number, begin),) if stop > begin else ()
            row.append(Field(parts, column, column + 1))
    if row:
        yield RawRow(tuple(row))


def _normal(key: str) -> str:
    return " ".join(key.split()).casefold()


def _label_extent(line: str) -> Extent:
    match = _NAME.match(line) or _BULLET.match(line)
    end = len(line.rstrip(" :"))
    return (match.end() if match and match.end() < end else 0), end


def _pairs(line: str) -> _Line | None:
    """The line as pairs; None where it is anything else. A key alone has an empty value."""
    bare = line.rstrip(" ")
    if bare.endswith(":"):
        start, end = _trimmed(line, 0, len(bare) - 1)
        return _Line(None, [((start, end), (end, end))]) if _is_key(line[start:end]) and ": " not in bare else None
    if len(line) > _LONGEST:
        return None
    paired = (":" in line or "=" in line) and _PAIR.search(line)
    return (_of_keys(line) if paired else _misread(line)) or (_turned(line) if "(" in line else None)


def _misread(line: str) -> _Line | None:
    """A key, and a value that hardly is one: ``June 30, 2009: l,234 .``"""
    colon = line.rfind(": ")
    start, end = _trimmed(line, 0, max(0, colon))
    value = line[colon + 2 :].strip()
    if colon < 0 or not 0 < len(value) <= _LONGEST_VALUE or not _is_key(line[start:end]) or ": " in line[start:end]:
        return None
    begin = line.index(value, colon)
    return _Line(None, [((start, end), (begin, begin + len(value)))]) if any(map(str.isdigit, value)) else None


def _of_keys(line: str) -> _Line | None:
    position, label = 0, None
    pairs: list[tuple[Extent, Extent]] = []
    for match in _PAIR.finditer(line):
        start, end = _trimmed(line, position, match.start())
        if not pairs and (colon := line.rfind(": ", start, end)) >= 0:
            label = _label_extent(line[:colon])
            start, end = _trimmed(line, colon + 1, end)
        if not _is_key(line[start:end]):
            return None
        pairs.append(((start, end), match.span("value")))
        position = match.end()
    return _Line(label, pairs) if pairs and not line[position:].strip(" ;,") else None


def _turned(line: str) -> _Line | None:
    """``Cash: 1,234 (2009), 1,100 (2008)``. What stands before the last colon is the label's, years too."""
    found = list(_TURNED.finditer(line))
    colon = line.rfind(": ")
    found = [match for match in found if match.start() > colon] or found
    if not found or line[found[-1].end() :].strip(" ;,"):
        return None
    start, end = _label_extent(line[: found[0].start()])
    gaps = [line[one.end() : other.start()].strip(" ;,|/") for one, other in pairwise(found)]
    if end <= start or any(gaps) or len(line[start:end]) > _LONGEST_LABEL:
        return None
    return _Line((start, end), [(match.span("key"), match.span("value")) for match in found])


def _trimmed(line: str, start: int, end: int) -> Extent:
    match = _LEAD.match(line, start, end)
    start = match.end() if match else start
    return start, start + len(line[start:end].rstrip(" \"'*"))


def _is_key(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_KEY and _KEY.search(text) is not None
