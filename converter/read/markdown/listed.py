"""Tables as lists in a list: an item a row, an item of it a cell (``* - Cash`` and ``  - 1,234`` below)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_ROW = regex(r"(\s{0,12}[-*+•])\s{1,3}[-*+•](?:\s|$)")
_CELL = regex(r"\s{2,14}[-*+•](?:\s|$)")
_LEAST_ROWS = 3


def listed_end(lines: Sequence[str], at: int) -> int:
    """Behind the last of three rows or more that begin on line ``at``; 0 where there are fewer."""
    rows, end = 0, at
    first = _ROW.match(lines[at])
    if first is None:
        return 0
    for number in range(at, len(lines)):
        line = lines[number]
        if line.startswith(first[1]) and _ROW.match(line):
            rows += 1
        elif not _CELL.match(line):
            if line.strip() or not any(map(_ROW.match, lines[number + 1 : number + 2])):
                break
            continue
        end = number + 1
    return end if rows >= _LEAST_ROWS else 0


def listed_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """The rows; an empty item is an empty cell."""
    fields: list[Field] = []
    column = 0
    opening = _ROW.match(lines[first])
    mark = opening[1] if opening else ""
    for number in range(first, last):
        line = lines[number]
        match = _ROW.match(line) if line.startswith(mark) else None
        if match:
            if fields:
                yield RawRow(tuple(fields))
            fields, column = [], 0
        match = match or _CELL.match(line)
        if match is None:
            continue
        if line[match.end() :].strip():
            fields.append(Field((Part(line[match.end() :], number, match.end()),), column, column + 1))
        column += 1
    if fields:
        yield RawRow(tuple(fields))
