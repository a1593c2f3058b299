"""A row of a statement in the making."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field

from converter.grammar.misread import mended_label
from converter.model import Cell


class DraftRow(Struct):
    """A row in the making. ``cells`` are (column, cell); ``strays`` are figures of its lines that stand in no column; ``indent`` where
    its first label line begins. ``parted`` where a rule or a page's end lies between it and the line above. ``marked`` where its columns
    have marks that are no amount: "*", "N/A". ``dashes`` stand in its columns beside a heading, or a label that goes on to its amounts."""

    labels: list[Cell] = field(default_factory=list)
    cells: list[tuple[int, Cell]] = field(default_factory=list)
    strays: list[Cell] = field(default_factory=list)
    indent: int = 0
    ruled: bool = False
    blank_before: bool = False
    parted: bool = False
    marked: bool = False
    dashes: list[Cell] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether it says something of the columns: no heading, and no line of a label that goes on."""
        return bool(self.cells) or self.marked

    @property
    def label(self) -> str:
        return join_labels(tuple([cell.text for cell in self.labels]))


@lru_cache(maxsize=1 << 10)
def join_labels(pieces: tuple[str, ...]) -> str:
    """Pieces of a label as one line; a hyphen that parts a word at a line's end goes, and so do leaders; words that OCR misread are as they
    must have been printed. Remembered: each step that looks at a row asks for its label anew, because labels grow while rows are put
    together."""
    text = ""
    for piece in pieces:
        piece = _without_leader(" ".join(piece.split()))
        if text.endswith("-") and len(text) > 1 and text[-2].islower() and piece[:1].islower():
            text = text[:-1] + piece
        else:
            text = f"{text} {piece}" if text else piece
    return mended_label(text.strip(" ."))


def _without_leader(text: str) -> str:
    """A line without the dots that a blank parts from its last word."""
    bare = text.rstrip(" .")
    return bare + text[len(bare) :].partition(" ")[0]
