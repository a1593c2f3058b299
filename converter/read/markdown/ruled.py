"""Tables whose columns rules show (``=====  ===  ===`` above and below), as reStructuredText has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_RULE = regex(r"\s{0,8}(?:={2,}(?:\s{1,4}={2,})+|-{2,}(?:\s{1,4}-{2,})+)\s*")
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


def ruled_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """The lines cut where the rule has its gaps; what goes on over a gap stands over both columns. ``\\`` alone is an empty field."""
    starts = [match.start() for match in _RUN.finditer(lines[first])][:_MOST_FIELDS]
    for number in range(first, last):
        line = lines[number].rstrip()
        if not line or _RULE.fullmatch(line):
            continue
        fields: list[Field] = []
        column = 0
        while column < len(starts):
            after = column + 1
            while after < len(starts) and line[starts[after] - 1 : starts[after]].strip() and line[starts[after] :]:
                after += 1
            text = line[starts[column] : starts[after] if after < len(starts) else len(line)]
            if text.strip(" \\"):
                fields.append(Field((Part(text, number, starts[column]),), column, after))
            column = after
        yield RawRow(tuple(fields))
