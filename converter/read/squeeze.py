"""White space squeezed, also where one line is a whole book."""

from __future__ import annotations

_PIECE = 200_000


def squeeze(text: str) -> str:
    """``text`` with each run of white space as one blank and none at the ends. In bounded memory: words are counted in pieces."""
    if len(text) <= _PIECE:
        return " ".join(text.split())
    pieces: list[str] = []
    position = 0
    while position < len(text):
        stop = text.find(" ", position + _PIECE)
        stop = len(text) if stop < 0 else stop
        pieces.append(" ".join(text[position:stop].split()))
        position = stop
    return " ".join(piece for piece in pieces if piece)
