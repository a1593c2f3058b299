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
