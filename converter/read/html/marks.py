"""What stands beside or behind a figure and is none of it: footnote marks ``(1)`` in cells of their own, the ``$`` of the next column."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.read.html.glued import Read

_LONGEST_MARK = 4
SIGNS = frozenset("$£¥€")


def with_marks(rows: list[Read]) -> list[Read]:
    """The rows of a table; ``(1)`` is no figure where it stands right behind a figure or a label, and its column has neither a head nor
    anything but such marks, in half of the rows of figures at most."""
    columns = _columns(rows)
    if not columns:
        return rows
    return [[(replace(raw, label=True), text) if raw.left in columns and raw.text else (raw, text) for raw, text in row] for row in rows]


def _columns(rows: list[Read]) -> set[int]:
    """Where the columns of nothing but marks begin."""
    marks = Counter(raw.left for row in rows for raw, _ in row if raw.left and _is_mark(raw.text))
    if not marks:
        return set()
    figures = 0
    for row in rows:
        filled = [raw for raw, _ in row if raw.text]
        for before, raw in zip([None, *filled], filled, strict=False):
            if raw.left in marks and not (_is_mark(raw.text) and before is not None and before.right == raw.left):
                del marks[raw.left]
        said = [parse_figure(raw.text) is not None and not _is_mark(raw.text) for raw in filled]
        figures += any(said) and not said[0]
    return {left for left, count in marks.items() if count * 2 <= figures}


def _is_mark(text: str) -> bool:
    """A number of one or two digits in parentheses."""
    return text[:1] == "(" and len(text) <= _LONGEST_MARK and text[-1] == ")" and text[1:-1].isdecimal()


def without_sign_behind(text: str) -> str:
    """A figure without the ``$`` behind it, which is the next column's, or its own as some write it."""
    bare = text[:-1].rstrip()
    return bare if parse_figure(bare.replace(" ", "")) is not None else text
