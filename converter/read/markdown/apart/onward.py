"""A region with those right below it: some tools write a block of labels and its blocks of amounts group by group, and the sum of a group
stands in the next one."""

from __future__ import annotations

from collections.abc import Sequence

from converter.read.markdown.apart.labels import is_sentence
from converter.read.markdown.apart.regions import Apart, Token, ends_labels, figures_of, is_of_figures, says
from converter.read.markdown.pages import is_page_number

_MOST_LABELS = 40
_MOST_GROUPS = 60


def with_groups_below(region: Apart, lines: Sequence[str]) -> Apart | None:
    """The region and the groups of labels and amounts that follow with nothing else between, in as many columns; None where none does.
    A group of one row is one too: the total that stands alone."""
    top = region.alone or region
    labels, rows, end = [*top.labels], [*top.rows], top.end
    if top.problem:
        return None
    for _ in range(_MOST_GROUPS):
        group = _group(lines, end, top.columns)
        if group is None:
            break
        below, amounts, end = group
        labels += below
        rows += amounts
    return Apart(labels, top.heads, rows, top.columns, end) if end > top.end else None


def _group(lines: Sequence[str], begin: int, columns: int) -> tuple[list[int], list[list[Token]], int] | None:
    """The labels on the lines from ``begin``, the rows of their amounts, and the line behind."""
    labels, at = _labels(lines, begin)
    figures: list[list[Token]] = []
    end = at
    while at < len(lines) and (is_of_figures(lines[at]) or not says(lines[at])):
        if found := figures_of(lines[at]):
            figures.append([(at, *span) for span in found])
            end = at + 1
        at += 1
    rows = _rows(figures, columns)
    return (labels, rows, end) if 0 < len(rows) <= len(labels) else None


def _labels(lines: Sequence[str], begin: int) -> tuple[list[int], int]:
    """The lines that may be labels, and the first line of amounts; no lines where something else stands between."""
    labels: list[int] = []
    for number in range(begin, len(lines)):
        line = lines[number]
        if not says(line):
            continue
        if is_page_number(line) and not labels:
            break
        if is_of_figures(line):
            return labels, number
        if is_sentence(line.strip()) or ends_labels(line, bool(labels)) or len(labels) == _MOST_LABELS:
            break
        labels.append(number)
    return [], begin


def _rows(figures: Sequence[list[Token]], columns: int) -> list[list[Token]]:
    """Rows as they stand, or made of one column below the other; none where they do not come out even."""
    wide = {len(tokens) for tokens in figures}
    if wide == {columns}:
        return list(figures)
    height, rest = divmod(len(figures), columns)
    if wide != {1} or rest:
        return []
    return [[figures[column * height + row][0] for column in range(columns)] for row in range(height)]
