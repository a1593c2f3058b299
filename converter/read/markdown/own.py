"""Figures at the ends of lines that are a torn label's own: ``Bonds (cost: $6,106 in 2009 and``, below it ``$7,288) 6,895 6,065``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from converter.model import Cell, Row
from converter.read.markdown.columns import usual_around

_NEARLY = 10
_MOST_LINES = 8
"""Lines of a label."""
_MOST_CLOSING = 5
"""Those of a whole row, and of its label below it."""
_LISTING = (",", ";", " and")


def with_whole_labels(rows: Sequence[Row], full: int) -> list[Row]:
    """The rows, ``full`` of whose figures are a whole row's, each with the figures that its label goes on with: those in a parenthesis that
    it or the lines above opened, the one behind a comma or "and", those right behind it where others stand apart. Whole rows stay as they
    are; one may open a parenthesis that the lines below it close."""
    apart = _are_apart([row for row in rows if len(_figures(row)) == full])
    counts = [len(_figures(row)) for row in rows]
    out: list[Row] = []
    depth = lines = 0
    for at, row in enumerate(rows):
        whole = _whole_count(counts, at, full)
        own = _in_parentheses(row, depth, whole) or _behind_label(row, whole, apart)
        row = _joined(row, own) if own else row
        out.append(row)
        lines = 0 if _figures(row) else lines + 1
        depth = max(0, depth + _depth(row)) if 0 < lines < _MOST_LINES else _left_open(rows[at : at + _MOST_CLOSING], whole)
    return out


def _whole_count(counts: Sequence[int], at: int, full: int) -> int:
    """How many figures a whole row has in the place of row ``at``: pages have columns of their own."""
    usual = usual_around(counts, at) if 0 < counts[at] != full else 0
    return usual if usual > 1 else full


def _left_open(rows: Sequence[Row], full: int) -> int:
    """How many parentheses the label of a whole row leaves open that lines below it close, before the next whole row."""
    if len(_figures(rows[0])) != full or rows[0].cells[0].number is not None or _cell_depth(rows[0].cells[0]) <= 0:
        return 0
    opened = depth = _cell_depth(rows[0].cells[0])
    for row in takewhile(lambda each: len(_figures(each)) != full, rows[1:]):
        depth += _depth(row)
        if depth <= 0:
            return opened
    return 0


def _in_parentheses(row: Row, depth: int, full: int) -> int:
    """How many figures of a row stand in parentheses that its label opens, or ``depth`` of them above it."""
    figures = _figures(row)
    if not _is_line(row, figures) or len(figures) == full or depth + _depth(row) - sum(map(_cell_depth, figures)) <= 0:
        return 0
    closing = next((at for at, cell in enumerate(figures, 1) if _cell_depth(cell) < 0), len(figures))
    return closing if len(figures) - closing in (0, full) else 0


def _behind_label(row: Row, full: int, apart: bool) -> int:
    """Whether the first figure of a row goes on with its label."""
    figures = _figures(row)
    if not _is_line(row, figures) or row.cells[0].number is not None or len(figures) not in (full + 1, *range(full)):
        return 0
    beside = figures[0].left - row.cells[0].right == 1
    return 1 if row.cells[0].text.endswith(_LISTING) or (apart and beside) else 0


def _is_line(row: Row, figures: Sequence[Cell]) -> bool:
    """Whether a row is figures and nothing else but a label before them."""
    return bool(figures) and len(figures) + (row.cells[0].number is None) == len(row.cells)


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
