"""Tables whose columns rules show (``=====  ===  ===`` above and below), as reStructuredText has them, or Pandoc (between two rules drawn
through, with blank lines between rows of several lines)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_RULE = regex(r"\s{0,8}(?:={2,}(?:\s{1,4}={2,})+|-{2,}(?:\s{1,4}-{2,})+)\s*")
_THROUGH = regex(r"\s{0,8}-{10,}")
_MOST_HEADS = 6
_RUN = regex(r"[=-]+")
_MOST_LINES = 2_000
_MOST_FIELDS = 100


def ruled_end(lines: Sequence[str], at: int) -> int:
    """Behind the last rule that is like that of line ``at``, with nothing between but lines and single blank ones; 0 without a second."""
    rule = lines[at].rstrip()
    if _RULE.fullmatch(rule) is None:
        return 0
    end = 0
    for number in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[number].rstrip()
        if line == rule:
            end = number + 1
        elif not line and (end == number or not "".join(lines[number + 1 : number + 2]).strip()):
            break
    return end


def framed_end(lines: Sequence[str], at: int) -> int:
    """Behind the rule drawn through that closes what one opens on line ``at``; 0 where none does, or no rule within shows columns."""
    frame = lines[at].rstrip()
    if _THROUGH.fullmatch(frame) is None or _columns_rule(lines, at) is None:
        return 0
    blank = 0
    for number in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[number].rstrip()
        blank = 0 if line else blank + 1
        if line == frame:
            return number + 1
        if blank > 1:
            break
    return 0


def _columns_rule(lines: Sequence[str], at: int) -> int | None:
    """The line of the rule with gaps below the heads."""
    return next((number for number in range(at + 1, min(len(lines), at + _MOST_HEADS)) if _RULE.fullmatch(lines[number])), None)


def framed_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """The lines of heads; then what stands between two blank lines as one row, its fields of several lines."""
    rule = _columns_rule(lines, first)
    if rule is None:
        return
    starts = [match.start() for match in _RUN.finditer(lines[rule])][:_MOST_FIELDS]
    for number in range(first + 1, rule):
        yield RawRow(tuple(_fields(lines[number].rstrip(), number, starts)))
    begun: list[Field] = []
    for number in range(rule + 1, last):
        line = lines[number].rstrip()
        if line and number < last - 1:
            begun = _joined(begun, list(_fields(line, number, starts)))
        elif begun:
            yield RawRow(tuple(begun))
            begun = []


def _joined(above: Sequence[Field], below: Sequence[Field]) -> list[Field]:
    """The fields of a row with those of its next line below them."""
    joined = {field.left: field for field in above}
    for field in below:
        old = joined.get(field.left)
        parts = (*old.parts, *field.parts) if old else field.parts
        joined[field.left] = Field(parts, field.left, max(old.right, field.right) if old else field.right)
    return [joined[left] for left in sorted(joined)]


def ruled_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """The lines cut where the rule has its gaps; what goes on over a gap stands over both columns. ``\\`` alone is an empty field."""
    starts = [match.start() for match in _RUN.finditer(lines[first])][:_MOST_FIELDS]
    for number in range(first, last):
        line = lines[number].rstrip()
        if not line or _RULE.fullmatch(line):
            continue
        yield RawRow(tuple(_fields(line, number, starts)))


def _fields(line: str, number: int, starts: Sequence[int]) -> Iterator[Field]:
    """The line cut at the gaps that it leaves free."""
    column = 0
    while column < len(starts):
        after = column + 1
        while after < len(starts) and line[starts[after] - 1 : starts[after]].strip() and line[starts[after] :]:
            after += 1
        text = line[starts[column] : starts[after] if after < len(starts) else len(line)]
        if text.strip(" \\"):
            yield Field((Part(text, number, starts[column]),), column, after)
        column = after
