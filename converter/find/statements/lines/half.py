"""One side of lines that say two things side by side."""

from __future__ import annotations

from msgspec.structs import replace

from converter.find.statements.lines.line import Line
from converter.model import Cell

_LEAST_LETTERS = 2
_RULE = frozenset("-=_ ")


def is_label(cell: Cell) -> bool:
    """Words, and not a mark or two letters of a note."""
    return cell.number is None and sum(map(str.isalpha, cell.text)) > _LEAST_LETTERS


def label_behind(line: Line, edge: int) -> int | None:
    """Where the label of figures begins in a line that stands right of the first ones' ``edge``: beside figures, beside a label that goes
    on below, or alone."""
    left = None
    for cell in line.cells:
        if cell.number is not None and left is not None:
            return left
        if left is None and cell.left >= edge and is_label(cell):
            left = cell.left
    return None


def half_of(line: Line, margin: int, right: bool) -> Line | None:
    """What of a line stands left or right of a margin, as a line of its own; None where nothing does."""
    edge = margin - 1 if line.geometry == "characters" else margin
    cells = [cell for cell in line.cells if (cell.left >= edge) == right]
    if not cells:
        return None
    moved = tuple(_moved(cell, margin, line, cell is line.cells[0]) for cell in cells) if right else tuple(cells)
    rule = line.rule or all(_RULE.issuperset(cell.text) for cell in moved)
    return replace(line, cells=moved, text="" if rule else " ".join([cell.text for cell in moved]), rule=rule)


def _moved(cell: Cell, margin: int, line: Line, first: bool) -> Cell:
    left = max(0, cell.left - margin)
    indent = left if line.geometry == "characters" else 0 if first else cell.indent
    return replace(cell, left=left, right=cell.right - margin, indent=indent)
