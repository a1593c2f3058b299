"""Rows whose fields are parted by tabs, pipes, or the commas of CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.breaks import filled_lines
from converter.read.markdown.field import Field, Part, RawRow

_PIPE = regex(r"(?<!\\)[|│┃║]")
_PIPE_RULE = regex(r"[\s|+:=\u2500-\u257f-]{3,}")
_RULES = "-=─━═╌┄"
CORNERS = ("+", "┌", "╔", "┏", "╒", "╓", "╭")
"""What a table in a box begins with, and its bars."""
BARS = "|│┃║"
_GAPPED = regex(r"\S {3,}[$(\d]")
_EDGES, _LEAST_GAPPED = 2, 3
_MOST_FIELDS = 400


def tab_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """Rows of the lines ``first`` to ``last`` (half-open); a field's grid column is the number of tabs before it."""
    for number in range(first, last):
        yield _row(lines[number].split("\t"), number, 0)


def pipe_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """Rows of a pipe table, with or without pipes at the edges. A rule marks the rows before it as heads, and is left out."""
    heads = _head_rows(lines, first, last)
    ruled = False
    for number in range(first, last):
        line = lines[number]
        if is_pipe_rule(line):
            ruled = True
            continue
        start, text = _without_edges(line)
        yield _row(_PIPE.split(text), number, start, header=number < heads, rule_above=ruled and number > heads + 1)
        ruled = False


def csv_rows(lines: Sequence[str], first: int, last: int, mark: str) -> Iterator[RawRow]:
    """Rows of values parted by ``mark``, quotes left out of the field."""
    for number in range(first, last):
        fields = []
        for column, (start, text) in enumerate(split_csv(lines[number], mark)):
            if text.strip(" ]"):
                fields.append(Field((Part(text, number, start),), column, column + 1))
        yield RawRow(tuple(fields[:_MOST_FIELDS]))


def split_csv(line: str, mark: str) -> list[tuple[int, str]]:
    """Start and text of each value of a line of CSV; a ``mark`` within quotes parts none."""
    found: list[tuple[int, str]] = []
    size = len(line)
    position = size - len(line.lstrip(" [-")) if line.lstrip().startswith(("[", "- [")) else 0
    while position <= size and len(found) < _MOST_FIELDS:
        start = position + len(line[position:]) - len(line[position:].lstrip(" "))
        if line.startswith('"', start):
            end = _closing_quote(line, start + 1)
            found.append((start + 1, line[start + 1 : end]))
            end = line.find(mark, end)
        else:
            end = line.find(mark, position)
            found.append((position, line[position : end if end >= 0 else size]))
        if end < 0:
            break
        position = end + 1
    return found


def _closing_quote(line: str, start: int) -> int:
    end = line.find('"', start)
    while end >= 0 and line.startswith('""', end):
        end = line.find('"', end + 2)
    return end if end >= 0 else len(line)


def is_pipe_rule(line: str) -> bool:
    """``|---|---:|``, ``--- | ---``, ``+----+----+``."""
    text = line.strip()
    return bool(_PIPE_RULE.fullmatch(text)) and any(mark in text for mark in _RULES)


def count_pipes(line: str) -> int:
    return len(_PIPE.findall(line))


def is_frame(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether bars stand at both edges of all lines and nowhere else, and blanks part what is between: a frame around columns."""
    if count_pipes(lines[first]) > _EDGES:
        return False
    inner = [line.strip().strip(BARS) for line in lines[first:last] if not is_pipe_rule(line)]
    gapped = sum(1 for text in inner if _GAPPED.search(text))
    return gapped >= _LEAST_GAPPED and not any(map(count_pipes, inner))


def _head_rows(lines: Sequence[str], first: int, last: int) -> int:
    """The line of the first rule, where rows stand above it and it does not open the table."""
    for number in range(first, min(last, first + 12)):
        if is_pipe_rule(lines[number]):
            if number > first:
                return number
            if lines[number].lstrip().startswith(CORNERS):
                return next((n for n in range(number + 1, min(last, number + 12)) if _parts_heads(lines[n])), first)
            return first
    return first


def _parts_heads(line: str) -> bool:
    """A rule that is drawn with heavier lines than those between rows."""
    return any(mark in line for mark in "=═╇╈") and is_pipe_rule(line)


def _without_edges(line: str) -> tuple[int, str]:
    start = len(line) - len(line.lstrip())
    text = line.strip()
    if _PIPE.match(text):
        start, text = start + 1, text[1:]
    if text and _PIPE.match(text[-1]) and not text.endswith("\\|"):
        text = text[:-1]
    return start, text


def _row(texts: Sequence[str], line: int, start: int, header: bool = False, rule_above: bool = False) -> RawRow:
    fields = []
    for column, text in enumerate(texts[:_MOST_FIELDS]):
        if text and not text.isspace():
            quoted = text[0] == text[-1] == '"' and len(text) > 1
            whole = Part(text[1:-1], line, start + 1) if quoted else Part(text, line, start)
            parts = filled_lines(whole) if "<" in text else (whole,)
            fields.append(Field(parts, column, column + 1, header, None if parts[0] is whole else whole))
        start += len(text) + 1
    return RawRow(tuple(fields), rule_above)
