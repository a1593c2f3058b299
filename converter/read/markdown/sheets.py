"""What is printed beside the cells of a table: letters or numbers of columns above them, numbers or bullets of rows before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.patterns import regex
from converter.read.markdown.field import RawRow

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST = 2
_LEAST_MARKED = 4
_BEGINNING = regex(
    r"\s{0,8}(?:[-*•+](?:\s+|$)|(?:row|line|item)\s+(\d{1,4})\s?[:.)]\s*|(\d{1,4})[.)](?:\s+|$)|(?:header|columns?|heads?|headings?)\s?:\s*)",
    re.IGNORECASE,
)
_FIRST = ("0", "1")


def without_references(rows: list[RawRow]) -> list[RawRow]:
    """The rows without ``A B C`` or ``0 1 2`` above them, and without the numbers before them where these stand there."""
    if not rows or not _is_reference(rows[0]):
        return _without_beginnings(rows)
    rows = rows[1:]
    if not _are_numbered(rows):
        return rows
    return [
        replace(row, fields=tuple(replace(field, left=field.left - 1, right=field.right - 1) for field in row.fields if field.left > 0))
        for row in rows
    ]


def _is_reference(row: RawRow) -> bool:
    """Every column's letter, or its number from nought on, in order."""
    fields = row.fields
    if len(fields) < _LEAST or not fields[0].parts or fields[0].parts[0].raw.strip() not in ("0", "A"):
        return False
    texts = _texts(row)
    return texts == list(_LETTERS[: len(texts)]) or texts == [str(at) for at in range(len(texts))]


def _are_numbered(rows: Sequence[RawRow]) -> bool:
    """Every row begins with its number."""
    firsts = [row.fields[0].parts[0].raw.strip(" *") if row.fields and row.fields[0].left == 0 else "" for row in rows]
    begin = next((int(first) for first in firsts[:1] if first in _FIRST), None)
    return begin is not None and len(firsts) > _LEAST and all(first == str(begin + at) for at, first in enumerate(firsts))


def _without_beginnings(rows: list[RawRow]) -> list[RawRow]:
    """The rows without what every one of them begins with: a bullet, its number in order ("Row 1:", "1.")."""
    if len(rows) < _LEAST_MARKED or not all(map(_beginning, rows[1:_LEAST_MARKED])):
        return rows
    found = list(map(_beginning, rows))
    if not all(found[1:]):
        return rows
    numbers = [int(match[1] or match[2]) for match in found if match and (match[1] or match[2])]
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return rows
    return [_shortened(row, match.end()) if match else row for row, match in zip(rows, found, strict=True)]


def _beginning(row: RawRow) -> re.Match[str] | None:
    return _BEGINNING.match(row.fields[0].parts[0].raw) if row.fields and row.fields[0].left == 0 and row.fields[0].parts else None


def _shortened(row: RawRow, size: int) -> RawRow:
    """The row without the first ``size`` characters of its first field."""
    first, *others = row.fields
    part = first.parts[0]
    rest = replace(part, raw=part.raw[size:], start=part.start + size)
    shorter = [replace(first, parts=(rest, *first.parts[1:]), whole=None)] if rest.raw.strip() or len(first.parts) > 1 else []
    return replace(row, fields=(*shorter, *others))


def _texts(row: RawRow) -> list[str]:
    return [" ".join(part.raw.strip() for part in field.parts) for field in row.fields]
