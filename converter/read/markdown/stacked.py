"""A cell a line: heads, then the label and each figure on a line of its own, row after row (what OCR without layout writes)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow
from converter.read.markdown.figures import figure
from converter.read.markdown.heads import head_kind, is_year
from converter.read.markdown.inline import clean

_LONGEST_LABEL, _LONGEST_FIGURE = 110, 24
_LONGEST_WITHIN = 400
"""Characters of a label between rows, right above its figures: one of stock counts shares of both dates."""
_LEAST_ROWS = 3
_MOST_LABELS = 6
_STARTS = frozenset("0123456789$(.-–—_\\SΨ")
_MARKS = frozenset(["$", "\\$", "%"])
"""Marks that stand on a line of their own beside their figure."""
_OTHER_NOTATION = ("#", "|", "<", "```", "\\begin")
_PAGE = regex(r"[-–—]\s?\d{1,4}\s?[-–—]|[A-Z]{1,2}-\d{1,4}|page\s\d{1,4}(?:\sof\s\d{1,4})?|\d{1,4}", re.IGNORECASE)


class _Row(Struct, frozen=True):
    """The lines of words, and the lines of figures behind them."""

    labels: list[int]
    figures: list[int]


def may_start(lines: Sequence[str], at: int) -> bool:
    """Cheap: a short line of words, and the next two that say something are figures, and no years."""
    return len(lines[at]) <= _LONGEST_LABEL and _stands_above_figures(lines, at)


def _stands_above_figures(lines: Sequence[str], at: int) -> bool:
    following: list[str] = []
    for line in lines[at + 1 : at + 8]:
        if line.strip() and line.strip() not in _MARKS:
            following.append(line)
            if len(following) == 2:
                break
    return (
        len(following) == 2 and all(map(is_figure_line, following)) and not is_year(following[0].strip()) and not is_figure_line(lines[at])
    )


def is_figure_line(line: str) -> bool:
    """The line is a figure and nothing else."""
    text = line.strip(" *")
    return 0 < len(text) < _LONGEST_FIGURE and text[0] in _STARTS and figure(clean(text).text.strip()) is not None


def stacked_rows(lines: Sequence[str], at: int) -> tuple[list[RawRow], int]:
    """The rows from line ``at`` on and the line behind the last figure; no rows where fewer than three have equally many
    figures."""
    heads, body, end = _read(lines, at)
    counts = Counter(len(row.figures) for row in body if row.figures and row.labels)
    count, times = counts.most_common(1)[0] if counts else (0, 0)
    if count < 2 or times < _LEAST_ROWS:
        return [], end
    return [*_head_rows(lines, heads, count), *(raw for row in body for raw in _rows(lines, row, count))], end


def _read(lines: Sequence[str], at: int) -> tuple[list[int], list[_Row], int]:
    """The lines of heads, the rows, and the line behind the last figure."""
    heads: list[int] = []
    body: list[_Row] = []
    labels: list[int] = []
    figures: list[int] = []
    end = at
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if not line or line in _MARKS:
            continue
        if head_kind(line) and not figures and (not body or head_kind(_next(lines, number))):
            if body:
                break
            heads.append(number)
            continue
        if (_of_page(lines, labels, line) and not figures) or (figures and line[0].isalpha() and _PAGE.fullmatch(line)):
            continue
        if is_figure_line(line):
            figures.append(number)
            end = number + 1
            continue
        if figures:
            body.append(_Row(labels, figures))
            labels, figures = [], []
        if _is_too_long(lines, number, bool(body)) or line.startswith(_OTHER_NOTATION) or "\t" in line or len(labels) >= _MOST_LABELS:
            break
        labels.append(number)
    if figures:
        body.append(_Row(labels, figures))
    return heads, body, end


def _is_too_long(lines: Sequence[str], number: int, within: bool) -> bool:
    size = len(lines[number].strip())
    return size > _LONGEST_LABEL and not (within and size <= _LONGEST_WITHIN and _stands_above_figures(lines, number))


def _next(lines: Sequence[str], number: int) -> str:
    return next((line for line in lines[number + 1 : number + 4] if line.strip()), "")


def _of_page(lines: Sequence[str], labels: Sequence[int], line: str) -> bool:
    """The number of a page: behind a sentence, as the note at a statement's foot is, or between dashes."""
    if not _PAGE.fullmatch(line):
        return False
    return not line.isdigit() or bool(labels and lines[labels[-1]].rstrip().endswith("."))


def _head_rows(lines: Sequence[str], heads: Sequence[int], count: int) -> Iterator[RawRow]:
    """A row for each run of heads of one kind, each over equally many columns; what cannot be is a line of words."""
    for _, run in groupby(heads, lambda number: head_kind(lines[number])):
        numbers = list(run)
        if count % len(numbers):
            yield from (RawRow((_field(lines, number, 0, 1),)) for number in numbers)
            continue
        width = count // len(numbers)
        yield RawRow(tuple(_field(lines, number, 1 + at * width, 1 + (at + 1) * width) for at, number in enumerate(numbers)))


def _rows(lines: Sequence[str], row: _Row, count: int) -> Iterator[RawRow]:
    """Headings as rows of their own, the last line of words with the figures; twice as many figures are those of a sum without a label
    too, one more the number of the page. Which columns fewer figures are of, nothing tells: they
    stand over all."""
    figures = row.figures
    if len(figures) % count == 1 and len(figures) > count and _PAGE.fullmatch(lines[figures[-1]].strip()):
        figures = figures[:-1]
    yield from (RawRow((_field(lines, number, 0, 1),)) for number in row.labels[:-1])
    label = [_field(lines, number, 0, 1) for number in row.labels[-1:]]
    if len(figures) < count:
        yield RawRow((*label, *(_field(lines, number, 1, count + 1) for number in figures)))
        return
    step = count if len(figures) % count == 0 else len(figures)
    for first in range(0, len(figures), step):
        fields = (_field(lines, number, at, at + 1) for at, number in enumerate(figures[first : first + step], 1))
        yield RawRow((*label, *fields))
        label = []


def _field(lines: Sequence[str], number: int, left: int, right: int) -> Field:
    return Field((Part(lines[number], number, 0),), left, right)
