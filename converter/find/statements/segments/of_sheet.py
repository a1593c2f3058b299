"""The heads of a sheet that holds several statements: they stand once, above the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.find.statements.lines.line import Line
from converter.find.statements.lines.stream import lines_of
from converter.find.statements.segments.choose import Found
from converter.find.statements.segments.segment import Segment, is_head
from converter.grammar.periods import read_head


def with_heads_of_sheet(found: Sequence[Found]) -> list[Found]:
    """Gives a statement whose title is a row within a table, and that nothing above or below that title dates, the last heads above it in
    the same table. Where another of its kind is dated, it is a part of a table of selected data, and left out."""
    dated = {kind for _, chain, kind in found if not _is_undated(chain[0])}
    kept = []
    for document, chain, kind in found:
        segment = chain[0]
        if segment.title is not None and _is_undated(segment) and _is_row(segment.title, segment):
            if kind in dated:
                continue
            heads = _heads_above(lines_of(document, segment.title.table), segment.title)
            segment.heads[:0] = heads
            segment.above += len(heads)
        kept.append((document, chain, kind))
    return kept


def _is_row(title: Line, segment: Segment) -> bool:
    """Whether the title is a row of the grid that its statement stands in, below others."""
    return title.geometry == "grid" and title.table == segment.rows[0].table and segment.above == 0


def _is_undated(segment: Segment) -> bool:
    return all(read_head(line.text).is_empty for line in (*segment.captions, *segment.heads))


def _heads_above(lines: Iterable[Line], title: Line) -> list[Line]:
    """The last lines of heads one below the other, down to the first amounts below them."""
    heads: list[Line] = []
    goes_on = False
    for line in lines:
        if line.cells[:1] == title.cells[:1]:
            break
        if is_head(line) or not (line.has_figures or read_head(line.text).is_empty):
            heads = [*heads, line] if goes_on else [line]
            goes_on = True
        elif line.has_figures:
            goes_on = False
    return heads if sum(len(line.cells) for line in heads) > 1 else []
