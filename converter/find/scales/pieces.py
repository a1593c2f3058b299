"""A document as a run of texts and of amounts, to see what stands between what."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from converter.find.scales.wording import may_state_scale
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.stream import lines_of
from converter.find.statements.segments.segment import is_head
from converter.model import Document, Paragraph, Place

_MOST_LINES = 8
"""Of a text between tables; of a longer run each line is a text of its own."""


class Piece(Struct, frozen=True):
    """``lines`` of a text and their ``places``, or ``amounts``: the places of the figures of a row."""

    lines: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    amounts: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def pieces_of(document: Document) -> Iterator[Piece]:
    """The texts and rows of amounts of a document, in order. Rules, heads of columns and numbers of pages are neither."""
    run: list[Line] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield from _text(run)
            run = []
            yield from _paragraph(document, index, block)
            continue
        for line in lines_of(document, index):
            apart = line.blank_before or line.page_break or line.rule or line.has_figures or line.geometry == "grid"
            if apart or len(run) == _MOST_LINES:
                yield from _text(run)
                run = []
            if line.has_figures:
                if len(line.cells) > 1 and not is_head(line):
                    yield Piece(amounts=tuple(cell.place for cell in line.figures))
            elif line.text.strip() and not line.rule:
                run.append(line)
    yield from _text(run)


def _text(run: list[Line]) -> Iterator[Piece]:
    if run:
        yield Piece(tuple([line.text for line in run]), tuple([cell.place for line in run for cell in line.cells]))


def _paragraph(document: Document, index: int, block: Paragraph) -> Iterator[Piece]:
    lines = list(lines_of(document, index))
    if not any(line.prose for line in lines):
        yield from _text(lines)
        return
    # What says nothing of scale need not be found again: its lines may not be laid out yet.
    first = next(iter(block.segments), None) if may_state_scale(block.text) else None
    places = (Place(document.index, "sentence", first.text, first.line, first.start, None, first.path),) if first else ()
    yield Piece((block.text,), places)
