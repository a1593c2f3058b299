"""What stands beside or behind a figure and is none of it: footnote marks ``(1)`` in cells of their own, the ``$`` of the next column; and
words for no amount in a column of figures."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.read.grid import RawCell, is_figure_piece
from converter.read.html.glued import Read

_LONGEST_MARK, _MOST_NOTES = 4, 20
_CLOSERS = ")]>}%"
_NOTHING = frozenset({"none", "None", "NONE"})
_LEAST_FIGURES = 3
SIGNS = frozenset("$£¥€")


def with_marks(rows: list[Read]) -> list[Read]:
    """The rows of a table, their marks told apart: ``(1)`` is no figure where it stands right behind a figure or a label, and its column
    has neither a head nor anything but such marks, in half of the rows of figures at most."""
    rows = _with_nothing(rows)
    columns = _columns(rows)
    if not columns:
        return rows
    return [[(replace(raw, label=True), text) if raw.left in columns and raw.text else (raw, text) for raw, text in row] for row in rows]


def _with_nothing(rows: list[Read]) -> list[Read]:
    """ "none" among the figures of a column is a nil mark there."""
    if not any(raw.text in _NOTHING for row in rows for raw, _ in row):
        return rows
    figures = Counter(edge for row in rows for raw, _ in row if parse_figure(raw.text) is not None for edge in (raw.left, -raw.right))
    return [[(_nil(raw) if raw.text in _NOTHING and _stands_in(raw, figures) else raw, text) for raw, text in row] for row in rows]


def _stands_in(raw: RawCell, figures: Counter[int]) -> bool:
    return raw.left > 0 and max(figures[raw.left], figures[-raw.right]) >= _LEAST_FIGURES


def _nil(raw: RawCell) -> RawCell:
    return replace(raw, text="nil", printed=raw.printed or raw.text)


def _columns(rows: list[Read]) -> set[int]:
    """Where the columns of nothing but marks begin."""
    marks = Counter(raw.left for row in rows for raw, _ in row if raw.text[:1] == "(" and raw.left and _is_mark(raw.text))
    if not marks:
        return set()
    figures = 0
    for row in rows:
        filled = [raw for raw, _ in row if raw.text]
        for before, raw in zip([None, *filled], filled, strict=False):
            if raw.left in marks and not (_is_mark(raw.text) and before is not None and _may_be_noted(before, raw.left)):
                del marks[raw.left]
        said = [parse_figure(raw.text) is not None and not _is_mark(raw.text) for raw in filled]
        figures += any(said) and not said[0]
    return {left for left, count in marks.items() if count * 2 <= figures}


def _is_mark(text: str) -> bool:
    """The number of a note in parentheses."""
    return text[:1] == "(" and len(text) <= _LONGEST_MARK and text[-1] == ")" and text[1:-1].isdecimal() and int(text[1:-1]) <= _MOST_NOTES


def _may_be_noted(raw: RawCell, edge: int) -> bool:
    """Whether words or a whole figure end there: behind a ``$`` stands an amount."""
    whole = parse_figure(raw.text) is not None or not is_figure_piece(raw.text) or raw.text[0] in _CLOSERS
    return raw.right == edge and whole


def without_sign_behind(text: str) -> str:
    """A figure without the ``$`` behind it, which is the next column's, or its own as some write it."""
    bare = text[:-1].rstrip()
    return bare if parse_figure(bare.replace(" ", "")) is not None else text
