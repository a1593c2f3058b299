"""Tables whose labels hold the first figures: a converter drew the first column of figures into the column of labels, in every row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.grammar.dates import YEAR
from converter.patterns import regex
from converter.read.markdown.figures import figures_in, trailing_figures
from converter.read.markdown.heads import head_kind, heads_in, is_year
from converter.read.markdown.items import Item, piece_of

_LEAST_ROWS, _SHARE, _AMOUNTS = 4, 0.7, 0.3
"""Of the rows with figures: with labels that end in one, and in one that can be nothing but an amount."""
_ENDS = frozenset("0123456789)-–—")
_AMOUNT = regex(r".*(?:,\d{3}|\$|\.\d)|\(\d+\)|[-–—]+")
_LEADERS = ("..", ". .")
_NEXT_LABEL = regex(r"(?<!\S)(?!(?:and|of|in|at|to|for|by|from|the|or)\s)[a-z][\w'’-]*[),.]?\s([A-Z][a-z])")
"""A capital behind a word in small letters: labels are in sentence case, and the next one begins."""
_LAST_HEAD = regex(rf"\s({YEAR})$")


def parted_labels(rows: Sequence[list[Item]]) -> list[list[Item]] | None:
    """The rows with the last figure of each label in a column of its own before the others; None where hardly each label ends in one."""
    filled = [row for row in rows if any(item.number is not None for item in row if item.left > 0)]
    labelled = [row[0] for row in filled if _may_be_glued(row[0])]
    if len(labelled) < _LEAST_ROWS or len(labelled) < _SHARE * len(filled):
        return None
    found = [label.text[start:] for label in labelled if (start := _figure_start(label.text)) is not None]
    if len(found) < _SHARE * len(filled) or sum(1 for text in found if _AMOUNT.match(text)) < _AMOUNTS * len(filled):
        return None
    first = next(at for at, row in enumerate(rows) if row in filled)
    return [_parted(row, at < first) for at, row in enumerate(rows)]


def parted_label(item: Item, count: int) -> list[Item]:
    """The labels of ``count`` rows that ran together, told apart by their capitals; all of it where that does not tell so many."""
    starts = [match.start(1) for match in _NEXT_LABEL.finditer(item.text)]
    if len(starts) != count - 1 or item.printed != item.text or item.end - item.start != len(item.text):
        return [item]
    bounds = pairwise([0, *starts, len(item.text)])
    return [piece_of(item, item.text, item.start, item.text[begin:end], begin, end) for begin, end in bounds]


def with_figures_apart(rows: list[list[Item]], count: int) -> list[list[Item]]:
    """The rows of a table with ``count`` columns, some of whose cells hold all figures of their row: there ``— 58`` and ``58 -`` are a nil
    and an amount, where no full row shows that a dash and a blank are a minus, and ``283 (48)`` two amounts, where most rows have but one
    cell."""
    glued = sum(1 for row in rows for item in row if item.left > 0 and len(item.pieces) == item.figures == count)
    if count < _LEAST_FIGURES or glued < _LEAST_GLUED:
        return rows
    if glued > sum(1 for row in rows if sum(item.left > 0 and item.number is not None for item in row) > 1):
        rows = [_with_negatives_apart(row, count) for row in rows]
    return _with_nils_apart(rows) if count == _NIL_AND_AMOUNT else rows


def _with_nils_apart(rows: list[list[Item]]) -> list[list[Item]]:
    glued = [[_NIL_BESIDE.fullmatch(item.text) is not None for item in row if item.number is not None and item.left > 0] for row in rows]
    if any(any(row) and len(row) > 1 for row in glued):
        return rows
    return [[_nil_apart(item) for item in row] if flags == [True] else row for row, flags in zip(rows, glued, strict=True)]


_LEAST_FIGURES = 2
_NIL_AND_AMOUNT = 2
_LEAST_GLUED = 2
"""The line of heads may be one."""
_NIL_BESIDE = regex(r"([-–—])\s{1,9}(?:\(?\s?\$?\s?[\d.][\d,.]*\s?\)?|\1)|[$(]?\s?[$(]?\s?[\d.][\d,.]*\s?\)?\s{1,9}-")
_MARKED = regex(r"(?<=[\d)])\s{1,9}\(\d{1,2}\)$")
"""A figure and the mark of a note, or negatives of so few digits."""


def _with_negatives_apart(row: list[Item], count: int) -> list[Item]:
    if sum(item.figures for item in row if item.left > 0) != 1:
        return row
    return [_in_pieces(item, figures_in(item.text), count) if _is_marked(item) else item for item in row]


def _is_marked(item: Item) -> bool:
    return item.number is not None and item.left > 0 and not is_year(item.text) and _MARKED.search(item.text) is not None


def _nil_apart(item: Item) -> Item:
    if item.left == 0 or not _NIL_BESIDE.fullmatch(item.text):
        return item
    return _in_pieces(item, figures_in(item.text), _NIL_AND_AMOUNT)


def _in_pieces(item: Item, spans: Sequence[tuple[int, int]], count: int) -> Item:
    if len(spans) != count or item.printed != item.text or item.end - item.start != len(item.text):
        return item
    pieces = tuple(piece_of(item, item.text, item.start, item.text[first:last], first, last) for first, last in spans)
    return replace(item, number=None, misread=False, pieces=pieces)


def _may_be_glued(item: Item) -> bool:
    return item.left == 0 and item.number is None and item.text[-1:] in _ENDS and item.printed == item.text


def _parted(row: list[Item], above: bool) -> list[Item]:
    moved = [replace(item, left=item.left + 1, right=item.right + 1) if item.left > 0 else item for item in row]
    if not row or row[0].left > 0 or row[0].printed != row[0].text or row[0].end - row[0].start != len(row[0].text):
        return moved
    label = row[0]
    cut = _head_start(label.text) if above else _figure_start(label.text)
    if cut is None:
        return moved
    behind = replace(piece_of(label, label.text, label.start, label.text[cut:], cut, len(label.text)), left=1, right=2)
    rest = label.text[:cut].rstrip()
    rest = rest.rstrip(" .") if rest.endswith(_LEADERS) else rest
    before = [replace(piece_of(label, label.text, label.start, rest, 0, len(rest)), number=None)] if rest else []
    return [*before, behind, *moved[1:]]


def _figure_start(text: str) -> int | None:
    found = trailing_figures(text) if text[-1:] in _ENDS else []
    return found[-1][0] if found and text[: found[-1][0]].strip() else None


def _head_start(text: str) -> int | None:
    """Where the head of the first column begins in what stands above the labels: all of it, or the year at its end."""
    if head_kind(text) or heads_in(text):
        return 0
    match = _LAST_HEAD.search(text)
    return match.start(1) if match else None
