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
from converter.read.markdown.heads import head_kind, is_spanning, is_year
from converter.read.markdown.inline import clean

_LONGEST_LABEL, _LONGEST_FIGURE = 110, 24
_LONGEST_ABOVE = 400
"""Characters of a label right above its figures: one of stock counts shares of both dates."""
_LEAST_ROWS = 3
_WHOLE = ("date", "time")
"""Kinds of heads that tell a period without another."""
_MOST_LABELS = 6
_STARTS = frozenset("0123456789$(.-–—_\\SΨ")
_MARKS = frozenset(["$", "\\$", "%", ")", ")%", "%)"])
"""Marks that stand on a line of their own beside their figure; a parenthesis that a figure opens is known without its end."""
_OTHER_NOTATION = ("#", "|", "<", "```", "\\begin")
_PAGE = regex(r"[-–—]\s?\d{1,4}\s?[-–—]|[A-Z]{1,2}-\d{1,4}|page\s\d{1,4}(?:\sof\s\d{1,4})?|\d{1,4}", re.IGNORECASE)


_REMARK, _SEVERAL = "remark", 2
Head = tuple[int, ...]
"""The lines of a head."""


class _Row(Struct, frozen=True):
    """The lines of words, and the lines of figures behind them."""

    labels: list[int]
    figures: list[int]


def may_start(lines: Sequence[str], at: int) -> bool:
    """Cheap: a line of words, short or no sentence, and the next two that say something are figures, and no years."""
    size = len(lines[at])
    return size <= _LONGEST_ABOVE and (size <= _LONGEST_LABEL or lines[at].rstrip()[-1:] != ".") and _stands_above_figures(lines, at)


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


def is_head_line(line: str) -> bool:
    """The line is the head of a column or of several, and nothing else."""
    return bool(_kind(line))


def is_figure_line(line: str) -> bool:
    """The line is a figure and nothing else."""
    text = line.strip(" *")
    return 0 < len(text) < _LONGEST_FIGURE and text[0] in _STARTS and figure(clean(text).text.strip()) is not None


def stacked_rows(lines: Sequence[str], at: int) -> tuple[list[RawRow], int]:
    """The rows from line ``at`` on and the line behind the last figure; no rows where fewer than three have equally many
    figures. Where several in a row have more than those before, another table begins."""
    heads, body, end = _read(lines, at)
    if cut := _first_of_more(body, len(_levels(lines, heads)[-1]) if heads else 0):
        body = body[:cut]
        end = body[-1].figures[-1] + 1
    count, times = _count(body)
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
        if _kind(line) and not figures and (not body or _kind(_next(lines, number))):
            if body:
                break
            heads.append(number)
            continue
        if (_of_page(lines, labels, number, line) and not figures) or (figures and line[0].isalpha() and _PAGE.fullmatch(line)):
            continue
        if is_figure_line(line):
            figures.append(number)
            end = number + 1
            continue
        if figures:
            body.append(_Row(labels, figures))
            labels, figures = [], []
        if _is_too_long(lines, number) or line.startswith(_OTHER_NOTATION) or "\t" in line or len(labels) >= _MOST_LABELS:
            break
        labels.append(number)
    if figures:
        body.append(_Row(labels, figures))
    return heads, body, end


def _count(body: Sequence[_Row]) -> tuple[int, int]:
    """How many columns there are, and how many rows show it: most have as many figures. Where several side by side have more, that is no
    chance: a sum without a label makes one row longer."""
    counts = Counter(len(row.figures) for row in body if row.figures and row.labels)
    runs = [(size, sum(1 for _ in run)) for size, run in groupby(body, lambda row: len(row.figures))]
    longest = max((size for size, times in runs if times >= _LEAST_ROWS), default=0)
    return (longest, counts[longest]) if longest in counts else counts.most_common(1)[0] if counts else (0, 0)


def _first_of_more(body: Sequence[_Row], told: int) -> int:
    """The first of several rows side by side with equally many figures, and more than as many rows before them; 0 where none is.
    One row alone may have a sum without a label below it, and rows with as many as heads are ``told`` are no others."""
    usual = at = 0
    for size, run in groupby(body, lambda row: len(row.figures)):
        times = sum(1 for _ in run)
        if times >= _LEAST_ROWS:
            if 1 < usual < size != told:
                return at
            usual = max(usual, size)
        at += times
    return 0


def _is_too_long(lines: Sequence[str], number: int) -> bool:
    size = len(lines[number].strip())
    return size > _LONGEST_LABEL and not (size <= _LONGEST_ABOVE and _stands_above_figures(lines, number))


def _next(lines: Sequence[str], number: int) -> str:
    return next((line for line in lines[number + 1 : number + 4] if line.strip()), "")


def _of_page(lines: Sequence[str], labels: Sequence[int], number: int, line: str) -> bool:
    """The number of a page: alone behind a sentence, as the note at a statement's foot is, or between dashes."""
    if not _PAGE.fullmatch(line):
        return False
    return not line.isdigit() or bool(labels and lines[labels[-1]].rstrip().endswith(".") and not is_figure_line(_next(lines, number)))


def _head_rows(lines: Sequence[str], heads: Sequence[int], count: int) -> Iterator[RawRow]:
    """A row for each level of heads, each over equally many columns; what cannot be is a line of words, and so is a whole date alone: it
    is no column's, and not that of all. Fewer remarks than columns are words: they stand between heads that they part."""
    remarks = [number for number in heads if _kind(lines[number]) == _REMARK]
    if len(remarks) % count:
        yield from (RawRow((_field(lines, number, 0, 1),)) for number in remarks)
        heads = [number for number in heads if number not in remarks]
    levels = _levels(lines, heads)
    kinds = [_kind_of(lines, level[0]) for level in levels]
    for kind, level in zip(kinds, levels, strict=True):
        if count % len(level) or (len(level) == 1 and kind in _WHOLE) or len(set(kinds)) < len(kinds):
            yield from (RawRow((_field(lines, number, 0, 1),)) for head in level for number in head)
            continue
        width = count // len(level)
        yield RawRow(tuple(_head_field(lines, head, 1 + at * width, 1 + (at + 1) * width) for at, head in enumerate(level)))


def _levels(lines: Sequence[str], heads: Sequence[int]) -> list[list[Head]]:
    """Heads of one kind each, from the top. Where each span of time has its days and years behind it, the first kind comes again and the
    others with it, in the same order."""
    runs = [(kind, list(run)) for kind, run in groupby(_whole_dates(lines, heads), lambda head: _kind_of(lines, head))]
    again = [at for at, (kind, _) in enumerate(runs) if kind == runs[0][0]]
    size = again[1] if len(again) > 1 else len(runs)
    shapes = [(kind, len(run)) for kind, run in runs]
    whole = size * len(again)
    if shapes[:whole] != shapes[:size] * len(again):
        return [run for _, run in runs]
    return [[head for _, run in runs[at:whole:size] for head in run] for at in range(size)] + [run for _, run in runs[whole:]]


def _whole_dates(lines: Sequence[str], heads: Sequence[int]) -> list[Head]:
    """The heads, each of one line; of two where each day has its year on the next line, and no year is without: those are dates."""
    kinds = [_kind(lines[number]) for number in heads]
    days = [at for at, kind in enumerate(kinds) if kind == "day"]
    years = [at for at, kind in enumerate(kinds) if kind == "year"]
    if len(days) < _SEVERAL or years != [at + 1 for at in days]:
        return [(number,) for number in heads]
    return [(number, heads[at + 1]) if at in days else (number,) for at, number in enumerate(heads) if at not in years]


def _kind_of(lines: Sequence[str], head: Head) -> str:
    return "date" if len(head) > 1 else _kind(lines[head[0]])


def _kind(line: str) -> str:
    """What kind of head a line is; of a span of time or day with its year, which `head_kind` does not know, ``time``."""
    if kind := head_kind(line):
        return kind
    text = line.strip(" *#")
    return "time" if text[-1:].isdigit() and is_year(text[-4:]) and is_spanning(text[:-4].rstrip(" ,")) else ""


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


def _head_field(lines: Sequence[str], head: Head, left: int, right: int) -> Field:
    return Field(tuple(Part(lines[number], number, 0) for number in head), left, right)
