"""How far columns reach for the heads over them: as far as the heads that stand one above each."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements.heads.pieces import head_pieces, shape
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line
from converter.grammar.periods import read_head
from converter.model import Cell


def widened(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> list[ColumnSpan]:
    """The columns as wide as the heads and rules that stand one above each: "March 27, 1999" reaches further than "3,240"."""
    wide = [ColumnSpan(span.left, span.right, span.edge, span.cells) for span in spans]
    for line in heads:
        cells = [cell for cell in line.cells if cell.right > spans[0].left - slack(spans, "characters")]
        if len(cells) != len(spans) or any(
            cell.right - cell.left > 2.5 * (span.right - span.left) + 8 for cell, span in zip(cells, spans, strict=True)
        ):
            continue
        for cell, span in zip(cells, wide, strict=True):
            span.left, span.right = min(span.left, cell.left), max(span.right, cell.right)
    return wide


def drifted(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> Sequence[ColumnSpan]:
    """Heads of a grid whose colspans do not add up stand beside their columns, the further the more. Where one line of them has a head
    for each column, its cells tell where the columns are for the lines above it."""
    for line in reversed(heads):
        cells = [cell for cell in line.cells if _tells_of_a_column(cell, spans)]
        if line.rule or len(cells) != len(spans):
            continue
        if all(cell.right > span.left and cell.left < span.right for cell, span in zip(cells, spans, strict=True)):
            return spans
        return [ColumnSpan(cell.left, cell.right, cell.right, span.cells) for cell, span in zip(cells, spans, strict=True)]
    return spans


def _tells_of_a_column(cell: Cell, spans: Sequence[ColumnSpan]) -> bool:
    """Whether a head of a grid stands above the columns, or tells of a period before them: then it drifted to the left."""
    if cell.right > spans[0].left:
        return not is_over_labels(cell, spans, "grid")
    return cell.left > 0 and not read_head(cell.text).is_empty


def is_over_labels(cell: Cell, spans: Sequence[ColumnSpan], geometry: str) -> bool:
    """A cell of a grid that begins in the label column and reaches no further than the first column of figures."""
    return geometry == "grid" and len(spans) > 1 and cell.left == 0 and spans[0].left > 0 and cell.right <= spans[0].right


def slack(spans: Sequence[ColumnSpan], geometry: str) -> int:
    """How far a head may end before its first column begins: the heads of narrow figures stick out to the left."""
    if geometry == "grid":
        return 0
    return 1 if len(spans) < 2 else max(1, (spans[1].right - spans[0].right) // 4)


def heads_of_all(line: Line, columns: int) -> list[Cell]:
    """The heads of a text's line that has one for each of several columns, all of a kind ("1998  1997", "June 30,  June 30,"), behind words
    over the labels at most: their order tells the columns, wherever they stand. Empty for any other line."""
    before, cells = line.cells[: len(line.cells) - columns], list(line.cells[-columns:])
    if not 1 < columns == len(cells) or len(before) > 1:
        return []
    kind = shape(cells[0].text)
    if not any(kind) or any(shape(cell.text) != kind for cell in cells) or any(shape(cell.text) == kind for cell in before):
        return []
    return cells if len(head_pieces(cells, "characters", columns)) == columns else []


def slid_in_text(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> Sequence[ColumnSpan]:
    """The columns; where a line that has a head for each of them begins left of them all, they are where its heads are: those that
    span several stand over these."""
    for line in reversed(heads):
        cells = [] if line.rule else heads_of_all(line, len(spans))
        if cells and cells[0].right <= spans[0].left - slack(spans, "characters"):
            return [ColumnSpan(cell.left, cell.right, cell.right, span.cells) for cell, span in zip(cells, spans, strict=True)]
    return spans
