"""A region -> the rows of a table, or why it stays unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.arithmetic import SumRow
from converter.model import Finding, Place
from converter.patterns import regex
from converter.read.markdown.apart.labels import Label, labels_of
from converter.read.markdown.apart.proof import Pair, align
from converter.read.markdown.apart.regions import Apart, Token
from converter.read.markdown.field import Field, Part, RawRow
from converter.read.markdown.figures import figure
from converter.read.markdown.heads import heads_in
from converter.read.source import Source

LEAST_TOLD = 6
"""Fewer labels apart from their amounts are no statement."""
_WORDS = regex(r"\S+(?: \S+)*")


class Read(Struct, frozen=True):
    """The rows, and the line that the table begins on; ``problem`` instead of rows."""

    rows: list[RawRow]
    first: int
    problem: str = ""


def read_apart(region: Apart, lines: Sequence[str], before: Apart | None = None) -> Read:
    """The rows in the order of the labels. Each cell knows the line that it stands on. ``before`` is the region above, if that was read."""
    labels = labels_of(region.labels, lines)
    if region.problem:
        return Read([], region.first, region.problem)
    above = before.rows if before and before.columns == region.columns else []
    rows = _sum_rows([*above, *region.rows], region.columns, lines)
    found = align(labels, rows[len(above) :], rows[: len(above)])
    if found.problem:
        return Read([], region.first, found.problem)
    begin = _begin(labels, found.pairs, lines)
    raw = list(_rows(region, labels, found.pairs[begin:], lines))
    return Read([*_head_rows(region, lines), *raw], labels[begin].number)


def unread(problem: str, source: Source, region: Apart) -> Finding:
    """What is told of a region whose labels and amounts nothing brings together."""
    place = Place(source.index, "label", "", line=source.first_line + region.first)
    message = f"Labels stand in one block and their amounts in others, and these stay unread: {problem}."
    return Finding("read.labels-apart", "warning", message, "Give the table with each label and its amounts in one row.", (place,))


def joined(source: Source, region: Apart) -> Finding:
    """What is told of a region that is read: sums hold for groups of rows, and what is lost within a group shifts its rows unseen."""
    place = Place(source.index, "label", "", line=source.first_line + region.first)
    message = (
        "Labels stand in one block and their amounts in others: they were joined in their order, which the sums of the table agree with; "
        "no sum would tell a label and another row's amount that are both lost between two totals."
    )
    return Finding("read.labels-joined", "info", message, "Compare some rows within the groups with the page.", (place,))


def _sum_rows(tokens: Sequence[Sequence[Token]], columns: int, lines: Sequence[str]) -> list[SumRow]:
    numbers = [[figure(_clean(lines, token)) for token in row] for row in tokens]
    most = max((number.places for row in numbers for number in row if number), default=0)
    rows: list[SumRow] = []
    for row in numbers:
        full = len(row) == columns
        values = tuple(_units(number.value, most) if full and number else None for number in row) if full else (None,) * columns
        places = max((number.places for number in row if number and not number.dash), default=0)
        rows.append(SumRow(values, ulp=10 ** (most - places)))
    return _shortened(rows)


def _shortened(rows: Sequence[SumRow]) -> list[SumRow]:
    """Without the noughts that all amounts end in: they prove nothing."""
    values = [value for row in rows for value in row.values if value]
    divisor = 1
    while values and all(value % (divisor * 10) == 0 for value in values):
        divisor *= 10
    return [
        SumRow(tuple(None if value is None else value // divisor for value in row.values), ulp=max(1, row.ulp // divisor)) for row in rows
    ]


def _units(value: Decimal, places: int) -> int:
    return int(value.scaleb(places))


def _clean(lines: Sequence[str], token: Token) -> str:
    number, start, end = token
    return lines[number][start:end].replace("\\", "").strip("* ")


def _begin(labels: Sequence[Label], pairs: Sequence[Pair], lines: Sequence[str]) -> int:
    """The first pair of the table: what stands above its first label and a blank line is none of it."""
    first = next(at for at, (_, row) in enumerate(pairs) if row is not None)
    for at in range(first, 0, -1):
        if any(not line.strip() for line in lines[labels[at - 1].number + 1 : labels[at].number]):
            return at
    return 0


def _rows(region: Apart, labels: Sequence[Label], pairs: Sequence[Pair], lines: Sequence[str]) -> Iterator[RawRow]:
    """A row for each label; the rest of a label that wraps stands in the cell of its beginning."""
    at = 0
    while at < len(pairs):
        label, row = pairs[at]
        at += 1
        parts = [] if label is None else [labels[label]]
        while parts and at < len(pairs) and _is_rest(labels, pairs[at]):
            parts.append(labels[pairs[at][0] or 0])
            at += 1
        fields = [Field(tuple(Part(lines[part.number], part.number, 0) for part in parts), 0, 1)] if parts else []
        yield RawRow((*fields, *(_figures(region, region.rows[row], lines) if row is not None else ())))


def _is_rest(labels: Sequence[Label], pair: Pair) -> bool:
    label, row = pair
    return label is not None and row is None and labels[label].continues


def _figures(region: Apart, row: Sequence[Token], lines: Sequence[str]) -> Iterator[Field]:
    """Which columns fewer figures are of nothing tells: they stand over all."""
    full = len(row) == region.columns
    for at, (number, start, end) in enumerate(row, 1):
        part = Part(lines[number][start:end], number, start)
        yield Field((part,), at if full else 1, at + 1 if full else region.columns + 1)


def _head_rows(region: Apart, lines: Sequence[str]) -> Iterator[RawRow]:
    """A row for each line of heads: the first above the first column, and so on; or those that a line holds side by side."""
    if len(region.heads) == region.columns:
        for level in range(max(map(len, region.heads))):
            fields = [
                Field((Part(lines[heads[level - depth]], heads[level - depth], 0),), at, at + 1)
                for at, heads in enumerate(region.heads, 1)
                if (depth := max(map(len, region.heads)) - len(heads)) <= level
            ]
            yield RawRow(tuple(fields))
        return
    for number in region.heads[0]:
        yield RawRow(tuple(_heads(lines[number], number, region.columns)))


def _heads(line: str, number: int, columns: int) -> Iterator[Field]:
    """The heads of a line over equally many columns; as one over all where they do not come out even."""
    spans = [match.span() for match in _WORDS.finditer(line)]
    if len(spans) == 1:
        spans = heads_in(line) or spans
    if columns % len(spans):
        spans = [(spans[0][0], spans[-1][1])]
    width = columns // len(spans)
    for at, (start, end) in enumerate(spans):
        yield Field((Part(line[start:end], number, start),), 1 + at * width, 1 + (at + 1) * width)
