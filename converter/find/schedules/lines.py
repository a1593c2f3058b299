"""Lines of a schedule: ``<TAG>`` and the values behind it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.model import Block, Document, Paragraph, Place, Row, Table
from converter.patterns import regex

_TAG = regex(r"\s*<(?P<tag>[A-Z][A-Z0-9&/_-]{1,40})>\s*", re.IGNORECASE)
_VALUE = regex(r"\S+")
_UNTAGGED = regex(r"\W*[A-Za-z][A-Za-z&/().,' -]{2,50}?[\s:.]{1,60}\(?\$?\s?\(?\d[\d,]*(?:\.\d+)?\)?\s*")
"""Words and one figure: "CASH   1,234"."""
_OPENING = frozenset({"$", "(", "$(", "($"})
# Marks of the tagged text table and of the envelope, none of a schedule's own tags.
_LAYOUT = frozenset({"S", "C", "TABLE", "CAPTION", "PAGE", "FN", "TEXT", "TYPE", "SEQUENCE", "DESCRIPTION", "FILENAME", "DOCUMENT"})
_LAST_BLOCKS = 3
_SIGNS = ("<ARTICLE>", "<MULTIPLIER>", "<PERIOD-TYPE>", "<TOTAL-ASSETS>", "<FISCAL-YEAR-END>")


class TagLine(Struct, frozen=True):
    """A tag in capitals and the values that stand behind it on its line, one for each column."""

    tag: str
    values: tuple[Place, ...]
    words: str
    """All that stands behind the tag, blanks squeezed."""


def is_schedule(document: Document) -> bool:
    """An exhibit of type EX-27, or a document that shows the tags of a schedule in its text."""
    kind = document.type.upper()
    if kind.startswith("EX-27"):
        return True
    if kind.startswith("EX-"):
        return False
    last = len(document.blocks) - _LAST_BLOCKS
    return any(_has_signs(block, index == 0 or index >= last) for index, block in enumerate(document.blocks))


def _has_signs(block: Block, look: bool) -> bool:
    """Paragraphs are cheap to look into; of tables only those where a schedule would stand: at a document's start or end."""
    if isinstance(block, Paragraph):
        return "<" in block.text and any(sign in block.text.upper() for sign in _SIGNS)
    return look and any(row.cells and row.cells[0].text.upper().startswith(_SIGNS) for row in block.rows)


def tag_lines(document: Document) -> Iterator[TagLine]:
    """The tagged lines of a document, from top to bottom."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _line(_row_pieces(row))
        else:
            for segment in block.segments:
                place = Place(document.index, "schedule", segment.text, segment.line, segment.start, None, segment.path)
                yield from _line([place])


def untagged_lines(document: Document) -> Iterator[Place]:
    """The lines of a schedule that end in a figure behind words and have no tag: nothing says what they are."""
    for block in document.blocks:
        if isinstance(block, Table):
            pieces = [_row_pieces(row) for row in block.rows]
        else:
            pieces = [[Place(document.index, "schedule", each.text, each.line, each.start, None, each.path)] for each in block.segments]
        for line in pieces:
            text = " ".join(piece.text for piece in line)
            if _UNTAGGED.fullmatch(text) and "<" not in text:
                yield line[0]


def _row_pieces(row: Row) -> list[Place]:
    return [replace(cell.place, kind="schedule") for cell in row.cells]


def _line(pieces: Sequence[Place]) -> Iterator[TagLine]:
    match = _TAG.match(pieces[0].text) if pieces else None
    if match is None or match["tag"].upper() in _LAYOUT:
        return
    behind = [piece for piece in (_cut(pieces[0], match.end(), len(pieces[0].text)), *pieces[1:]) if piece.text]
    values = tuple(part for piece in behind for part in _values(piece))
    yield TagLine(match["tag"].upper(), values, " ".join(" ".join(piece.text.split()) for piece in behind))


def _values(piece: Place) -> Iterator[Place]:
    """Words that stand behind a tag, taken apart at blanks; an opening mark stays with what follows."""
    held = -1
    for match in _VALUE.finditer(piece.text):
        start = match.start() if held < 0 else held
        held = -1
        if match[0] in _OPENING:
            held = start
        else:
            yield _cut(piece, start, match.end())


def _cut(place: Place, start: int, end: int) -> Place:
    """Characters ``start`` to ``end`` of a place's text as a place of their own."""
    text = place.text[start:end].rstrip()
    if place.start is None:
        return Place(place.document, "schedule", text, place.line, None, None, place.path)
    return Place(place.document, "schedule", text, place.line, place.start + start, place.start + start + len(text), place.path)
