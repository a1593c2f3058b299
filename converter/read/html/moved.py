"""Blocks that the text reader made of text inside a page: lines and columns become element paths and offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from converter.model import Block, Cell, Paragraph, Place, Row, Segment
from converter.read.lazy import LazySequence

Locate: TypeAlias = Callable[[int, int], tuple[str, int]]
"""Line (from 1) and column of a character -> the path of the element that it stands in, and its offset in that element's text."""


def moved(block: Block, locate: Locate) -> Block:
    """The same block with places of the page, worked out on first use."""
    if isinstance(block, Paragraph):
        return replace(block, segments=LazySequence(partial(_segments, block, locate)))
    return replace(block, rows=LazySequence(partial(_rows, block.rows, locate)))


def _segments(paragraph: Paragraph, locate: Locate) -> list[Segment]:
    return [piece for segment in paragraph.segments for piece in _pieces(segment, locate)]


def _pieces(segment: Segment, locate: Locate) -> Iterator[Segment]:
    """A segment, parted at blanks that the page has more of than a browser shows: offsets count those too."""
    line, column = segment.line or 1, segment.start or 0
    text = segment.text
    path, start = locate(line, column)
    begin, last = 0, start
    for position in range(1, len(text)):
        offset = locate(line, column + position)[1]
        if offset != last + 1 and text[position - 1] == " ":
            yield replace(segment, offset=segment.offset + begin, text=text[begin : position - 1], line=None, start=start, path=path)
            begin, start = position, offset
        last = offset
    yield replace(segment, offset=segment.offset + begin, text=text[begin:], line=None, start=start, path=path)


def _rows(rows: Sequence[Row], locate: Locate) -> list[Row]:
    return [replace(row, cells=tuple(_cell(cell, locate) for cell in row.cells)) for row in rows]


def _cell(cell: Cell, locate: Locate) -> Cell:
    place = cell.place
    line, first, last = place.line or 1, place.start or 0, place.end or 0
    path, start = locate(line, first)
    end = locate(line, last - 1)[1] + 1 if last > first else start
    return replace(cell, place=Place(place.document, place.kind, place.text, None, start, end, path))
