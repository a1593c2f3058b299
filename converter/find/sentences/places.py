"""Where in the file the characters of a paragraph stand."""

from __future__ import annotations

from bisect import bisect_right

from converter.model import Paragraph, Place, Segment
from converter.patterns import regex

_WORD = regex(r"\S+")
_DIGIT = regex(r"\d")


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text with single blanks, and where each of its characters stood (empty where nothing was squeezed)."""
    if "  " not in text:
        return text, []
    origins: list[int] = []
    for word in _WORD.finditer(text):
        origins.extend(range(word.start(), word.end() + 1))
    return " ".join(text.split()), origins


def place_of(paragraph: Paragraph, document: int, start: int, end: int) -> Place | None:
    """The figure's characters. Mark-up may part a figure into segments: those that touch are one place, else the digits' own counts.
    None where the figure is spread over two lines."""
    offsets = [segment.offset for segment in paragraph.segments]
    pieces = [
        _piece(segment, start, end) for segment in paragraph.segments[bisect_right(offsets, start) - 1 : bisect_right(offsets, end - 1)]
    ]
    if len({(piece.line, piece.path) for piece in pieces}) != 1:
        return None
    joined = pieces[0]
    for piece in pieces[1:]:
        joined = _joined(joined, piece) or (piece if _DIGIT.search(piece.text) else joined)
    last = None if joined.start is None else joined.start + len(joined.text)
    return Place(document, "sentence", joined.text, joined.line, joined.start, last, joined.path)


def _piece(segment: Segment, start: int, end: int) -> Segment:
    """What a segment holds of the characters ``start`` to ``end`` of its paragraph."""
    first = max(0, start - segment.offset)
    text = segment.text[first : max(0, end - segment.offset)]
    return Segment(start, text, segment.line, None if segment.start is None else segment.start + first, segment.path)


def _joined(one: Segment, other: Segment) -> Segment | None:
    """Two pieces that touch in the file, as one."""
    if one.start is None or other.start != one.start + len(one.text):
        return None
    return Segment(one.offset, one.text + other.text, one.line, one.start, one.path)
