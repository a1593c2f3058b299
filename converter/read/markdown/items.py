"""Fields of a row, cleaned: what each says, whether it is a figure, and what several things it may hold side by side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.model import Number
from converter.patterns import regex
from converter.read.markdown.field import Field, Part
from converter.read.markdown.figures import GHOSTS, figure, figures_in
from converter.read.markdown.heads import head_levels, heads_in
from converter.read.markdown.inline import Clean, clean

# A mark behind a figure that belongs to the next one: ``562,135 $``.
_NEXT_MARK = regex(r"(?<=[\d)])\s*\$$")
_LEADERS = regex(r"^(?:\.{2,}|(?:\. ){2,})\s*(?=[$(\d.])")
_TAIL = regex(r"(?<=[\w)])(?:\s{0,3}\.){3,}\s{0,9}$|(?<=[\w)])\.\.\s{0,9}$")
_FIGURE_START = regex(rf"[\d$(.\-–—_<\[S{GHOSTS}£€¥*'`|~lOI:]")


class Item(Struct, frozen=True):
    """A field or a piece of one. ``start`` and ``end`` are columns of the line with index ``line``, ``printed`` what stands there.

    ``pieces`` where it holds several figures or heads side by side; ``stack`` are the lines that breaks part it into; ``misread``
    where ``text`` alone does not say its number; ``levels`` are rows of heads that were run together; a ``label`` is no figure, whatever
    it says."""

    text: str
    left: int
    right: int
    line: int
    start: int
    end: int
    printed: str
    number: Number | None = None
    misread: bool = False
    header: bool = False
    bold: bool = False
    indent: int = 0
    pieces: tuple[Item, ...] = ()
    stack: tuple[Item, ...] = ()
    levels: tuple[tuple[Item, ...], ...] = ()
    label: bool = False

    @property
    def is_column(self) -> bool:
        """Figures one below the other."""
        return bool(self.stack) and all(line.number is not None for line in self.stack)

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
    return replace(_joined(found, field.whole), stack=tuple(found))


def _joined(found: Sequence[Item], whole: Part | None) -> Item:
    """Parts of one field as one text; its place is as much of it as stands on the first line."""
    first = found[0]
    same = [item for item in found if item.line == first.line]
    text = " ".join(item.text for item in found)
    bold = all(item.bold for item in found)
    end = same[-1].end
    printed = " ".join(whole.raw[first.start - whole.start : end - whole.start].split()) if whole else first.printed
    if whole is None and len(same) > 1:
        end = first.end
    number = figure(text) if first.number is not None or first.text in "($" else None
    return replace(first, text=text, end=end, printed=printed, number=number, bold=bold, pieces=(), misread=number is not None)


def _item(part: Part, field: Field, latex: bool) -> Item | None:
    cleaned = clean(part.raw, latex)
    text = cleaned.text.rstrip()
    if text.endswith("."):
        text = _TAIL.sub("", text).rstrip()
    if " / " in text and _is_pair(text):
        text = text.replace(" / ", "   ")
    squeezed = " ".join(text.split())
    if not squeezed:
        return None
    lead = 0 if text[0] == squeezed[0] else len(text) - len(text.lstrip())
    start, end = cleaned.raw(lead), cleaned.raw(len(text) - 1) + 1
    printed = " ".join(part.raw[start:end].split())
    number, misread, levels, spans = None, False, [], []
    figure_like = _FIGURE_START.match(squeezed) is not None
    if figure_like:
        squeezed, number, misread = _read(squeezed)
    if number is None:
        levels = head_levels(text) if field.left > 0 else []
        spans = [] if levels else heads_in(text) or (figures_in(text) if figure_like else [])
    item = Item(
        squeezed,
        field.left,
        field.right,
        part.line,
        part.start + start,
        part.start + end,
        printed,
        number,
        misread,
        field.header,
        cleaned.bold,
        lead,
    )
    if levels:
        return replace(item, levels=tuple(_pieces(item, part, text, cleaned, level) for level in levels))
    return replace(item, pieces=_pieces(item, part, text, cleaned, spans)) if len(spans) > 1 else item


def _is_pair(text: str) -> bool:
    """ "2009 / 2008", and the figures of both years below; no day and no fraction."""
    parts = text.split(" / ")
    numbers = [parse_figure(part) for part in parts]
    if len(parts) != 2 or not all(numbers):
        return False
    return any(number is not None and (abs(number.value) >= _LEAST_OF_PAIR or number.places > 0 or number.currency) for number in numbers)


_LEAST_OF_PAIR = 100


def _read(text: str) -> tuple[str, Number | None, bool]:
    """The text without a mark that belongs to the next figure, its number, and whether it took mending to get it."""
    number = parse_figure(text)
    if number is not None and number.currency not in GHOSTS:
        return text, number, False
    if number is not None and not number.currency:
        return text, number, False
    shorter = _NEXT_MARK.sub("", text) if text.endswith("$") else _LEADERS.sub("", text)
    if shorter and shorter != text:
        number = parse_figure(shorter)
        if number is not None:
            return shorter, number, False
    number = figure(shorter)
    return (shorter, number, True) if number is not None else (text, None, False)


def _pieces(item: Item, part: Part, text: str, cleaned: Clean, spans: list[tuple[int, int]]) -> tuple[Item, ...]:
    raw = cleaned.raw
    return tuple(piece_of(item, part.raw, part.start, text[first:last], raw(first), raw(last - 1) + 1) for first, last in spans)


def piece_of(item: Item, raw: str, offset: int, text: str, start: int, end: int) -> Item:
    """A piece of an item: ``text`` as cleaned, ``start`` and ``end`` in ``raw``, which begins at column ``offset``."""
    squeezed = " ".join(text.split())
    printed = " ".join(raw[start:end].split())
    squeezed, number, misread = _read(squeezed)
    return replace(
        item,
        text=squeezed,
        start=offset + start,
        end=offset + end,
        printed=printed,
        number=number,
        misread=misread,
        pieces=(),
        stack=(),
        levels=(),
    )
