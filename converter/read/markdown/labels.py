"""Figures in the column of labels that are a torn label's own: ``(cost: 2009 - $6,106;``, below it ``2008 -``, below it ``$7,288)`` and
the row's figures."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from converter.grammar.dates import YEAR
from converter.patterns import regex
from converter.read.markdown.columns import ItemRow, Layout
from converter.read.markdown.heads import is_year
from converter.read.markdown.items import Item

_LEAST_COLUMNS = 2
"""A figure of a single column may have lost the blank cell before it."""
_OF_LABEL = regex(rf";|(?:{YEAR})\s?[-–—:]|^[^()]*\)")
"""What figures that lost their columns do not hold between them."""


def with_whole_labels(rows: Sequence[ItemRow], layout: Layout) -> list[ItemRow]:
    """The rows; what goes on below a line without figures in the column of labels is no figure, where labels of full rows stand in it:
    alone, or before as many figures as there are columns. A year alone above all figures may be a head."""
    if layout.count < _LEAST_COLUMNS or not layout.spans or layout.spans[0][0] == 0 or not _stand_beside_figures(rows, layout.count):
        return list(rows)
    out: list[ItemRow] = []
    begun = told = False
    for row in rows:
        if begun and _holds_figures(row[0], layout) and _is_label(row, layout.count) and (told or not is_year(row[0].text)):
            row = [replace(row[0], number=None, misread=False, pieces=(), label=True), *row[1:]]
        begun = len(row) == 1 and row[0].left == 0 and not row[0].figures
        told = told or any(item.number is not None and not is_year(item.text) for item in row)
        out.append(row)
    return out


def _stand_beside_figures(rows: Sequence[ItemRow], count: int) -> bool:
    """Whether most full rows have their label in the first column, and no figure: labels may stand above figures of all columns."""
    full = [row[0] for row in rows if len(row) == count + 1 and row[0].left == 0 and all(item.number is not None for item in row[1:])]
    return sum(1 for item in full if not item.figures) * 2 > len(full)


def _holds_figures(item: Item, layout: Layout) -> bool:
    return item.left == 0 and item.right <= layout.spans[0][0] and item.figures > 0


def _is_label(row: ItemRow, count: int) -> bool:
    if len(row) == 1:
        return row[0].figures == 1 or _OF_LABEL.search(row[0].text) is not None
    return len(row) == count + 1 and all(item.number is not None for item in row[1:])
