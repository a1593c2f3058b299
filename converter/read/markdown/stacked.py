"""A cell a line: the label, then each figure on a line of its own, row after row (what OCR without layout writes)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.read.markdown.field import Field, Part, RawRow
from converter.read.markdown.figures import figure
from converter.read.markdown.inline import clean

_LONGEST_LABEL = 110
_LONGEST_FIGURE = 24
_LEAST_ROWS = 3
_MOST_LABELS = 4


def may_start(lines: Sequence[str], at: int) -> bool:
    """Cheap: a short line of words, and the next two that are not blank are figures."""
    if len(lines[at]) > _LONGEST_LABEL:
        return False
    following: list[str] = []
    for line in lines[at + 1 : at + 6]:
        if line.strip():
            following.append(line)
            if len(following) == 2:
                break
    return len(following) == 2 and all(map(is_figure_line, following)) and not is_figure_line(lines[at])


def is_figure_line(line: str) -> bool:
    """The line is a figure and nothing else."""
    text = line.strip(" *")
    return 0 < len(text) < _LONGEST_FIGURE and text[0] in "0123456789$(.-–—_\\SΨ" and figure(clean(text).text.strip()) is not None


def stacked_rows(lines: Sequence[str], at: int) -> tuple[list[RawRow], int]:
    """The rows from line ``at`` on and the line behind the last; none where fewer than three have equally many figures."""
    rows: list[RawRow] = []
    labels: list[int] = []
    figures: list[int] = []
    end = number = at
    for number in range(at, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if is_figure_line(line):
            figures.append(number)
            continue
        if figures:
            rows.extend(_rows(lines, labels, figures))
            end, labels, figures = number, [], []
        if (
            len(line) > _LONGEST_LABEL
            or line.lstrip().startswith(("#", "|", "<", "```", "\\begin"))
            or "\t" in line
            or len(labels) >= _MOST_LABELS
        ):
            break
        labels.append(number)
    if figures:
        rows.extend(_rows(lines, labels, figures))
        end = number + 1
    counts = Counter(sum(1 for field in row.fields if field.left > 0) for row in rows)
    counts.pop(0, None)
    count, times = counts.most_common(1)[0] if counts else (0, 0)
    return (rows, end) if count > 1 and times >= _LEAST_ROWS else ([], at)


def _rows(lines: Sequence[str], labels: Sequence[int], figures: Sequence[int]) -> list[RawRow]:
    """Headings as rows of their own, the last line of words with the figures."""
    rows = [RawRow((_field(lines, number, 0),)) for number in labels[:-1]]
    fields = [_field(lines, labels[-1], 0)] if labels else []
    fields.extend(_field(lines, number, at + 1) for at, number in enumerate(figures))
    return [*rows, RawRow(tuple(fields))]


def _field(lines: Sequence[str], number: int, column: int) -> Field:
    return Field((Part(lines[number], number, 0),), column, column + 1)
