"""Heads folded over two lines where those of other columns are not: "Six Months" above "Ended", beside "Quarter Ended"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from converter.find.statements.heads.pieces import head_pieces, shape
from converter.find.statements.lines.line import Line
from converter.model import Cell


def folded_heads(pieces: Sequence[Cell], below: Sequence[Line], columns: int, geometry: str) -> list[Cell | None]:
    """A line's ``pieces``, fewer than the columns, each over the one column whose head, in the first line ``below``, it completes to what
    the heads of the others say; empty for any other line."""
    line = next(dropwhile(lambda line: line.rule, below), None)
    if line is None or not 0 < len(pieces) < columns <= len(line.cells):
        return []
    under = head_pieces(list(line.cells[len(line.cells) - columns :]), geometry, columns)
    if len(under) != columns:
        return []
    over = [_alone_over(head, pieces) for head in under]
    if [piece for piece in over if piece is not None] != list(pieces):
        return []
    whole = {shape(f"{piece.text} {head.text}" if piece else head.text) for piece, head in zip(over, under, strict=True)}
    completed = {shape(head.text) for piece, head in zip(over, under, strict=True) if piece}
    return over if len(whole) == 1 and not completed & whole else []


def _alone_over(head: Cell, pieces: Sequence[Cell]) -> Cell | None:
    """The piece that stands over a head; None where none does."""
    return next((piece for piece in pieces if piece.left < head.right and head.left < piece.right), None)
