"""Figures at the ends of lines that are a torn label's own: ``Bonds (cost: $6,106 in 2009 and``, below it ``$7,288) 6,895 6,065``."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from converter.model import Cell, Row

_NEARLY = 10
_MOST_LINES = 8
"""Lines of a label."""
_LISTING = (",", ";")


def with_whole_labels(rows: Sequence[Row], full: int) -> list[Row]:
    """The rows, ``full`` of whose figures are a whole row's, each with the figures that its label goes on with: those in a parenthesis that
    it or the lines above opened, the one behind a comma, those right behind it where others stand apart. Whole rows stay as they are."""
    apart = _are_apart([row for row in rows if len(_figures(row)) == full])
    out: list[Row] = []
    depth = lines = 0
    for row in rows:
        own = _of_label(row, depth, full, apart)
        row = _joined(row, own) if own else row
        out.append(row)
        lines = 0 if _figures(row) else lines + 1
        depth = max(0, depth + _depth(row)) if 0 < lines < _MOST_LINES else 0
    return out


def _of_label(row: Row, depth: int, full: int, apart: bool) -> int:
    """How many figures of a row are its label's own; ``depth`` parentheses are open above it."""
    figures = _figures(row)
    label = row.cells[0] if row.cells and row.cells[0].number is None else None
    if not figures or len(figures) == full or len(figures) + (label is not None) != len(row.cells):
        return 0
    if depth + _depth(row) - sum(map(_cell_depth, figures)) > 0:
        closing = next((at for at, cell in enumerate(figures, 1) if _cell_depth(cell) < 0), len(figures))
        return closing if len(figures) - closing in (0, full) else 0
    if label is None or len(figures) not in (full + 1, *range(full)):
        return 0
    beside = figures[0].left - label.right == 1
    return 1 if label.text.endswith(_LISTING) or (apart and beside) else 0


def _figures(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.number is not None]


def _depth(row: Row) -> int:
    return sum(map(_cell_depth, row.cells))


def _cell_depth(cell: Cell) -> int:
    return cell.text.count("(") - cell.text.count(")")


def _are_apart(rows: Sequence[Row]) -> bool:
    """Whether more than a blank parts labels and figures in nearly all rows."""
    gaps = [row.cells[1].left - row.cells[0].right for row in rows if len(row.cells) > 1 and row.cells[0].number is None]
    return sum(1 for gap in gaps if gap > 1) * _NEARLY > len(gaps) * (_NEARLY - 1)


def _joined(row: Row, own: int) -> Row:
    """The row with so many of its figures in its label."""
    labelled = row.cells[0].number is None
    cells = row.cells[: own + labelled]
    first, last = cells[0], cells[-1]
    printed = "".join(_behind(before, cell) for before, cell in zip((None, *cells), cells, strict=False))
    place = replace(first.place, kind="label", text=printed, end=last.place.end)
    label = replace(first, text=" ".join([cell.text for cell in cells]), right=last.right, place=place, number=None)
    return replace(row, cells=(label, *row.cells[own + labelled :]))


def _behind(before: Cell | None, cell: Cell) -> str:
    gap = (cell.place.start or 0) - (before.place.end or 0) if before is not None else 0
    return " " * gap + cell.place.text
