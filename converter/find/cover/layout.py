"""Which value belongs to which caption: what stands beside, above or below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.find.cover.page import Piece

_ROWS = 5
"""How far from its caption a value may stand."""


def caption_rows(pieces: Sequence[Piece], item: str) -> list[Piece]:
    """The captions of an item, in reading order."""
    return [piece for piece in pieces if item in piece.captions]


def meets(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand in the same columns, one above the other."""
    return one.left < other.right and other.left < one.right


def stacked(pieces: Sequence[Piece], lowest: Piece, fits: Callable[[str], str]) -> list[tuple[str, Piece]]:
    """Values of several registrants over one caption, from the top to the lowest: each right above the next, in its columns."""
    found = [(fits(lowest.text), lowest)]
    while above := next(
        (p for p in pieces if p.row == found[0][1].row - 1 and not p.is_caption and meets(p, lowest) and fits(p.text)), None
    ):
        found.insert(0, (fits(above.text), above))
    return found


def nearest(pieces: Sequence[Piece], item: str, fits: Callable[[str], str]) -> tuple[str, Piece] | None:
    """The value (as ``fits`` normalises it) that stands nearest to the first caption of ``item`` that has one within reach."""
    for caption in caption_rows(pieces, item):
        best: tuple[float, str, Piece] | None = None
        for piece in pieces:
            if piece.is_caption or abs(piece.row - caption.row) > _ROWS:
                continue
            value = fits(piece.text)
            cost = distance(caption, piece) if value else 0.0
            if value and (best is None or cost < best[0]):
                best = (cost, value, piece)
        if best:
            return best[1], best[2]
    return None


def distance(caption: Piece, piece: Piece) -> float:
    """Rows first; in a row what follows a caption, between rows what stands above it; columns that do not meet are further off."""
    rows = caption.row - piece.row
    if rows == 0:
        return 0.0 if piece.left >= caption.right else 0.5
    apart = max(caption.left - piece.right, piece.left - caption.right, 0)
    return (rows if rows > 0 else -rows * 1.6) + min(apart, 60) * 0.05


def matcher(pattern: re.Pattern[str], shape: Callable[[re.Match[str]], str] = lambda match: match[0]) -> Callable[[str], str]:
    """A ``fits`` for values that a pattern finds."""

    def fits(text: str) -> str:
        match = pattern.search(text)
        return shape(match) if match else ""

    return fits
