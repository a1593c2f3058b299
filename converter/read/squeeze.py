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


class Squeezed:
    """Where characters of a text stand once its white space is squeezed. Cheap for positions that come in ascending order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._restart()

    def _restart(self) -> None:
        self._position = self._letters = self._words = 0

    def at(self, position: int) -> int:
        """The offset in ``squeeze(text)`` of the character, not white, that stands at ``position`` of the text."""
        if position < self._position:
            self._restart()
        self._advance(position)
        inside = position > 0 and not self._text[position - 1].isspace()
        return self._letters + self._words - inside

    def _advance(self, position: int) -> None:
        """Counts letters, and words begun, up to ``position``."""
        text = self._text
        while self._position < position:
            start = self._position
            stop = min(position, start + _PIECE)
            words = text[start:stop].split()
            goes_on = bool(words) and start > 0 and not text[start].isspace() and not text[start - 1].isspace()
            self._letters += sum(map(len, words))
            self._words += len(words) - goes_on
            self._position = stop
