"""Tables of wikis (MediaWiki, DokuWiki, Textile) and of AsciiDoc: marks of their own, at times a line a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_MOST_LINES = 20_000
_MOST_FIELDS = 400
_CELL = regex(r"\|\||!!")
_ATTRIBUTES = regex(r"""(?:\s*[\w-]{1,20}\s?=\s?(?:"[^"|]{0,200}"|[^\s|"]{1,80}+))++\s*\|(?!\|)""")
_SPAN = regex(r"""\bcolspan\s?=\s?["']?(\d{1,3})""", re.IGNORECASE)
_BARS = frozenset("|^")
_BAR = regex(r"(?<!\\)[|^]")
_STYLE = regex(r"(?:_?(?:\\(\d{1,2}))?(?:/\d{1,2})?[<>=~^]{0,2})(?<![|\s])\.\s")
_STRONG = regex(r"'{2,5}")
_ASCIIDOC_CELL = regex(r"(?:^|(?<=\s))(?:(\d{1,2})(?:\.\d{1,2})?\+|\d{1,2}\*)?[<^>.]{0,4}[adehlmsv]?\|(?!\|)")
_COLUMNS = regex(r"""\bcols\s?=\s?["']?([^"'\]\n]{1,200})""")
_TIMES = regex(r"(\d{1,2})\*")


def wiki_end(lines: Sequence[str], at: int) -> int:
    """Behind the ``|}`` that closes the table of line ``at``; where nothing does, the last line that may belong to it."""
    for number in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[number].lstrip()
        if line.startswith("|}"):
            return number + 1
        if not line and not "".join(lines[number + 1 : number + 2]).lstrip().startswith(("|", "!")):
            return number
    return min(len(lines), at + _MOST_LINES)


def wiki_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """Rows of MediaWiki: ``|-`` begins one, ``|`` and ``||`` a cell, ``!`` and ``!!`` a head, ``|+`` the caption."""
    fields: list[Field] = []
    column = 0
    for number in range(first + 1, last):
        line = lines[number].rstrip()
        start = len(line) - len(line.lstrip())
        mark = line[start : start + 2]
        if mark in ("|-", "|+", "|}"):
            if fields:
                yield RawRow(tuple(fields))
            fields, column = [], 0
            if mark == "|+" and line[start + 2 :].strip():
                yield RawRow((Field((Part(line[start + 2 :], number, start + 2),), 0, 1),))
        elif mark[:1] in ("|", "!"):
            for field in _cells(line, number, start + 1, column, mark[0] == "!"):
                column = field.right
                if field.parts:
                    fields.append(field)
    if fields:
        yield RawRow(tuple(fields))


def _cells(line: str, number: int, start: int, column: int, header: bool) -> Iterator[Field]:
    for match in [*_CELL.finditer(line, start), None][:_MOST_FIELDS]:
        end = match.start() if match else len(line)
        begin, width = start, 1
        if attributes := _ATTRIBUTES.match(line, start, end):
            span = _SPAN.search(attributes[0])
            begin, width = attributes.end(), max(1, min(int(span[1]), 100)) if span else 1
        text = _STRONG.sub(lambda strong: " " * len(strong[0]), line[begin:end])
        yield Field((Part(text, number, begin),) if text.strip() else (), column, column + width, header)
        column += width
        start = match.end() if match else end


def barred_end(lines: Sequence[str], at: int) -> int:
    """Behind the last line between bars or carets, as the rows of DokuWiki and Textile are."""
    end = at
    while end < len(lines) and lines[end].strip()[:1] in _BARS and lines[end].rstrip()[-1:] in _BARS:
        end += 1
    return end if end > at else 0


def barred_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """Rows of DokuWiki (carets before heads) or Textile (``_.`` before heads, ``>.`` before what stands at the right)."""
    for number in range(first, last):
        line = lines[number].rstrip()
        edges = [match.start() for match in _BAR.finditer(line)]
        fields: list[Field] = []
        column = 0
        for begin, end in pairwise([*edges, len(line)] if edges[-1] < len(line) - 1 else edges):
            style = _STYLE.match(line, begin + 1, end)
            width = max(1, min(int(style[1] or 1), 100)) if style else 1
            start = style.end() if style else begin + 1
            if line[start:end].strip():
                fields.append(Field((Part(line[start:end], number, start),), column, column + width, line[begin] == "^"))
            column += width
        if fields:
            yield RawRow(tuple(fields))


def asciidoc_end(lines: Sequence[str], at: int) -> int:
    """Behind the second ``|===``."""
    for number in range(at + 1, min(len(lines), at + _MOST_LINES)):
        if lines[number].startswith("|==="):
            return number + 1
    return 0


def asciidoc_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """Rows of AsciiDoc: a cell begins at ``|`` with what says its width or style before; as many make a row as the table has columns."""
    cells = [cell for number in range(first + 1, last - 1) for cell in _asciidoc_cells(lines[number], number)]
    width = _columns(lines, first, last)
    fields: list[Field] = []
    column = 0
    for part, span in cells:
        if part.raw.strip():
            fields.append(Field((part,), column, column + span))
        column += span
        if column >= width:
            if fields:
                yield RawRow(tuple(fields))
            fields, column = [], 0
    if fields:
        yield RawRow(tuple(fields))


def _asciidoc_cells(line: str, number: int) -> Iterator[tuple[Part, int]]:
    found = list(_ASCIIDOC_CELL.finditer(line))
    for match, after in zip(found, [*found[1:], None], strict=False):
        end = after.start() if after else len(line)
        yield Part(line[match.end() : end], number, match.end()), int(match[1] or 1)


def _columns(lines: Sequence[str], first: int, last: int) -> int:
    """How many columns the line above says, else the cells of the first line that has several, else those up to the first blank line."""
    said = _COLUMNS.search(lines[first - 1]) if first else None
    if said:
        times = _TIMES.match(said[1].strip())
        return int(times[1]) if times else said[1].count(",") + 1
    count = 0
    for number in range(first + 1, last - 1):
        here = sum(span for _, span in _asciidoc_cells(lines[number], number))
        if here > 1 or (count and not here):
            return here or count
        count += here
    return max(1, count)
