"""Blocks that the text reader made of text inside a page: lines and columns become element paths and offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from converter.model import Block, Cell, Paragraph, Place, Row, Segment
from converter.read.lazy import LazySequence
from converter.read.squeeze import squeeze

Locate: TypeAlias = Callable[[int, int], tuple[str, int]]
"""Line (from 1) and column of a character that is not white -> the path of its element, and its offset in that element's text
content, white space squeezed."""


def moved(block: Block, locate: Locate) -> Block:
    """The same block with places of the page, worked out on first use."""
    if isinstance(block, Paragraph):
        segments = list(_squeezed(block))
        text = " ".join(segment.text for segment in segments)
        return replace(block, text=text, segments=LazySequence(partial(_segments, segments, locate)))
    return replace(block, rows=LazySequence(partial(_rows, block.rows, locate)))


def _squeezed(paragraph: Paragraph) -> Iterator[Segment]:
    position = 0
    for segment in paragraph.segments:
        text = squeeze(segment.text)
        yield replace(segment, offset=position, text=text)
        position += len(text) + 1


def _segments(segments: list[Segment], locate: Locate) -> list[Segment]:
    result = []
    for segment in segments:
        path, start = locate(segment.line or 1, segment.start or 0)
        result.append(replace(segment, line=None, start=start, path=path))
    return result


def _rows(rows: Sequence[Row], locate: Locate) -> list[Row]:
    return [replace(row, cells=tuple(_cell(cell, locate) for cell in row.cells)) for row in rows]


def _cell(cell: Cell, locate: Locate) -> Cell:
    place = cell.place
    line, first, last = place.line or 1, place.start or 0, place.end or 0
    path, start = locate(line, first)
    end = locate(line, last - 1)[1] + 1 if last > first else start
    return replace(cell, place=Place(place.document, place.kind, place.text, None, start, end, path))
