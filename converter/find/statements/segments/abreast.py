"""Two statements side by side in one table, each with its title, its labels and its columns: the left one is read before the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from converter.find.statements.lines.half import half_of, label_behind
from converter.find.statements.lines.line import Line
from converter.find.statements.segments.titles import has_title_words, title_of

_FIRST_LINES = 12
"""A table's titles stand among so many of its first lines."""
_LEAST = 5
"""Lines with a label and figures on each side."""


def one_by_one(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a table; where it holds two statements side by side, those of the left one and then those of the right one."""
    margin = _second_title(lines)
    if margin is None:
        return lines
    figured = [line for line in lines if line.has_figures]
    behind = Counter(left for line in figured if (left := label_behind(line, line.figures[0].right)) is not None)
    margin = min([margin, *(left for left, _ in behind.most_common(1))])
    sides = [[half for line in lines if (half := half_of(line, margin, right))] for right in (False, True)]
    if any(sum(1 for half in side if half.has_figures and half.cells[0].number is None) < _LEAST for side in sides):
        return lines
    return [half for side in sides for half in side]


def _second_title(lines: Sequence[Line]) -> int | None:
    """Where the title of another statement than the first one begins on the same line."""
    for line in islice(lines, _FIRST_LINES):
        if len(line.cells) < 2 or line.has_figures or line.geometry != "grid" or not has_title_words(line.text):
            continue
        titles = [(cell, title) for cell in line.cells if (title := title_of(cell.text, line.heading))]
        for (_, here), (cell, there) in pairwise(titles):
            if here.kind != there.kind:
                return cell.left
    return None
