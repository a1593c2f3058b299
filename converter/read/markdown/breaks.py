"""Line breaks (``<br>``) within the cells of one row: of each cell, or of the row, which then is several."""

from __future__ import annotations

import re

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_BREAK = regex(r"<br\s{0,2}/?>", re.IGNORECASE)
_MOST_LINES = 2_000


def filled_lines(whole: Part) -> tuple[Part, ...]:
    """A field cut at its line breaks, blank lines left out."""
    return tuple(part for part in _lines(whole) if part.raw.strip()) or (whole,)


def _lines(whole: Part) -> list[Part]:
    parts: list[Part] = []
    position = 0
    for match in _BREAK.finditer(whole.raw):
        parts.append(Part(whole.raw[position : match.start()], whole.line, whole.start + position))
        position = match.end()
    return [*parts, Part(whole.raw[position:], whole.line, whole.start + position)]


def rows_of_lines(row: RawRow) -> list[RawRow]:
    """The rows that stand in one, where all of its cells, the label too, have equally many lines; else the row as it is. Headings among the
    labels ("Other income:") may have no line of figures."""
    if len(row.fields) < 2 or row.fields[0].left > 0 or any(field.whole is None for field in row.fields):
        return [row]
    lines = [_lines(field.whole) for field in row.fields if field.whole is not None]
    lines = _beside_headings(lines)
    height = len(lines[0])
    if not 2 <= height <= _MOST_LINES or any(len(each) != height for each in lines):
        return [row]
    return [_at(row, lines, index) for index in range(height)]


def _beside_headings(lines: list[list[Part]]) -> list[list[Part]]:
    """The lines of each cell, with a blank one beside each label that ends in a colon where these are just what the figures lack."""
    labels, heights = lines[0], {len(each) for each in lines[1:]}
    heads = [part.raw.rstrip(" *_").endswith(":") for part in labels]
    height = min(heights)
    if len(heights) > 1 or height < _LEAST_FIGURES or height + sum(heads) != len(labels) or not all(part.raw.strip() for part in labels):
        return lines
    return [labels, *(_spread(each, heads) for each in lines[1:])]


_LEAST_FIGURES = 2
"""One below one are a label of two lines."""


def _spread(figures: list[Part], heads: list[bool]) -> list[Part]:
    rest = iter(figures)
    return [Part("", figures[0].line, figures[0].start) if head else next(rest) for head in heads]


def _at(row: RawRow, lines: list[list[Part]], index: int) -> RawRow:
    fields = zip(row.fields, (each[index] for each in lines), strict=True)
    filled = tuple(Field((part,), field.left, field.right, field.header) for field, part in fields if part.raw.strip())
    return RawRow(filled, row.rule_above and index == 0, row.latex)
