"""Fields of a row, cleaned: what each says, whether it is a figure, and what several things it may hold side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.model import Number
from converter.read.markdown.field import Field, Part
from converter.read.markdown.figures import GHOSTS, figure, figures_in
from converter.read.markdown.heads import heads_in
from converter.read.markdown.inline import clean

# A mark behind a figure that belongs to the next one: ``562,135 $``.
_NEXT_MARK = re.compile(r"(?<=[\d)])\s*\$$")
_FIGURE_START = re.compile(rf"[\d$(.\-–—_<\[S{GHOSTS}£€¥*'`|~lOI:]")


@dataclass(frozen=True, slots=True)
class Item:
    """A field or a piece of one. ``pieces`` where it holds several figures or heads side by side; ``stack`` where it is figures one
    below the other. ``start`` and ``end`` are columns of the line with index ``line``."""

    text: str
    left: int
    right: int
    line: int
    start: int
    end: int
    printed: str
    number: Number | None = None
    header: bool = False
    bold: bool = False
    indent: int = 0
    pieces: tuple[Item, ...] = ()
    stack: tuple[Item, ...] = ()

    @property
    def figures(self) -> int:
        """How many figures it holds."""
        if self.number is not None:
            return 1
        return sum(1 for piece in self.pieces if piece.number is not None)


def item_of(field: Field, latex: bool) -> Item | None:
    """The field, cleaned; None where mark-up was all it held."""
    found = [item for item in (_item(part, field, latex) for part in field.parts) if item]
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    figures = sum(1 for item in found if item.number is not None)
    stack = tuple(found) if figures == len(found) and figures > 1 else ()
    return replace(_joined(found), stack=stack)


def _joined(found: Sequence[Item]) -> Item:
    """Parts of one field as one text; its place is as much of it as stands on the first line."""
    first = found[0]
    same = [item for item in found if item.line == first.line]
    text = " ".join(item.text for item in found)
    bold = all(item.bold for item in found)
    printed = " ".join(item.printed for item in same)
    number = figure(text) if first.number is not None or first.text in "($" else None
    return replace(first, text=text, end=same[-1].end, printed=printed, number=number, bold=bold, pieces=())


def _item(part: Part, field: Field, latex: bool) -> Item | None:
    cleaned = clean(part.raw, latex)
    text = cleaned.text.rstrip()
    squeezed = " ".join(text.split())
    if not squeezed:
        return None
    lead = len(text) - len(text.lstrip())
    start, end = cleaned.raw(lead), cleaned.raw(len(text) - 1) + 1
    printed = " ".join(part.raw[start:end].split())
    item = Item(squeezed, field.left, field.right, part.line, part.start + start, part.start + end, printed, None, field.header, cleaned.bold, lead)
    if not _FIGURE_START.match(squeezed):
        return replace(item, pieces=_pieces(item, part, cleaned.text, cleaned.raw, heads_in(cleaned.text)))
    number = figure(squeezed)
    if number is None and squeezed.endswith("$"):
        shorter = _NEXT_MARK.sub("", squeezed)
        number = figure(shorter) if shorter else None
        if number is not None:
            item = replace(item, text=shorter)
    if number is not None:
        return replace(item, number=number)
    spans = figures_in(cleaned.text)
    return replace(item, pieces=_pieces(item, part, cleaned.text, cleaned.raw, spans if len(spans) > 1 else heads_in(cleaned.text)))


def _pieces(item: Item, part: Part, text: str, raw: object, spans: list[tuple[int, int]]) -> tuple[Item, ...]:
    return tuple(piece_of(item, part.raw, part.start, text[first:last], raw(first), raw(last - 1) + 1) for first, last in spans)  # type: ignore[operator]


def piece_of(item: Item, raw: str, offset: int, text: str, start: int, end: int) -> Item:
    """A piece of an item: ``text`` as cleaned, ``start`` and ``end`` in ``raw``, which begins at column ``offset``."""
    squeezed = " ".join(text.split())
    printed = " ".join(raw[start:end].split())
    return replace(
        item, text=squeezed, start=offset + start, end=offset + end, printed=printed, number=figure(squeezed), pieces=(), stack=()
    )
