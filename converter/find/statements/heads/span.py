"""One column of figures, and where a figure ends."""

from __future__ import annotations

from msgspec import Struct, field

from converter.model import Cell

_CLOSERS = ")]>}%* -CRr"


class ColumnSpan(Struct):
    """``left`` to ``right`` is the extent of its figures, ``edge`` where most digits end."""

    left: int
    right: int
    edge: int
    cells: list[tuple[int, Cell]] = field(default_factory=list)

    @property
    def rows(self) -> set[int]:
        return {row for row, _ in self.cells}

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def figure_edge(cell: Cell, geometry: str) -> int:
    """Where the digits of a figure, or a nil mark, end."""
    if geometry == "grid" or (cell.number is not None and cell.number.dash):
        return cell.right
    text = cell.text
    stripped = text.rstrip(_CLOSERS)
    return cell.right - (len(text) - len(stripped)) if stripped else cell.right
