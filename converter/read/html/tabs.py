"""Lines with tab stops (Word's ``mso-tab-count``): the figure behind the k-th tab stands in the k-th column, whatever blanks a page has
for the tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct

from converter.grammar.numbers import parse_figure
from converter.grammar.periods import read_head
from converter.patterns import regex
from converter.read.grid import is_figure_piece

TAB = "\v"
"""A tab stop in a line's text; a page never holds this character."""
Typeset: TypeAlias = tuple[str, list[int]]
"""A line's text, and the offset of each of its characters."""
_TABS = regex(r"\v+")
_RULE = regex(r"[-=_–— ]{2,}")
_YEAR = regex(r"(?:19|20)\d\d")
_LONGEST_HEAD = 60
_LEAST_ROWS = 2
_APART = 3
_Span: TypeAlias = tuple[int, int]


class _Line(Struct, frozen=True):
    """``label`` and ``pieces`` are spans of the text; ``tabs`` tells how many lead to each piece."""

    label: _Span
    pieces: list[_Span]
    tabs: list[int]
    is_row: bool
    is_head: bool


def with_tabs(text: str, tabs: int) -> str:
    """A tab's blanks, as many characters of which the first are its stops; what else is written there stays as it is."""
    stops = min(tabs, len(text))
    return TAB * stops + text[stops:] if text.isspace() else text


def set_by_tabs(lines: Sequence[Typeset]) -> list[Typeset]:
    """The lines, each table of them with its columns below each other where tabs tell them without doubt; else tabs are blanks."""
    result = [(text.replace(TAB, " "), offsets) for text, offsets in lines]
    for table in _tables([_line(text) for text, _ in lines]):
        columns = _columns(list(table.values()))
        for at, line in table.items() if columns else ():
            result[at] = _set(line, lines[at], columns)
    return result


def _tables(lines: Sequence[_Line | None]) -> Iterator[dict[int, _Line]]:
    """Heads and the rows below them, by their numbers."""
    table: dict[int, _Line] = {}
    rows = False
    for at, line in enumerate(lines):
        if line is None:
            continue
        if rows and not line.is_row:
            yield table
            table, rows = {}, False
        table[at] = line
        rows = rows or line.is_row
    yield table


def _line(text: str) -> _Line | None:
    """The line, told by its tabs; None where it has none but before its first word."""
    if TAB not in text:
        return None
    stops = [match.span() for match in _TABS.finditer(text)]
    starts = [0, *(end for _, end in stops)]
    label, *pieces = (_bare(text, start, end) for start, end in zip(starts, [*(start for start, _ in stops), len(text)], strict=True))
    tabs = [end - start for start, end in stops]
    said = [text[start:end] for start, end in pieces]
    if label[0] == label[1] and _are_words(said[0]) and (len(said) == 1 or _are_figures(said[1:])):
        label, pieces, said, tabs = pieces[0], pieces[1:], said[1:], tabs[1:]
        if not pieces:
            return None
    bare = label[0] == label[1]
    heads = all(map(_is_head, said))
    is_row = _are_figures(said) and not (bare and heads)
    is_head = not is_row and (heads or (bare and max(map(len, said)) <= _LONGEST_HEAD))
    return _Line(label, pieces, tabs, is_row, is_head)


def _bare(text: str, start: int, end: int) -> _Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return (first, first + len(piece.strip())) if piece.strip() else (end, end)


def _is_head(said: str) -> bool:
    return len(said) <= _LONGEST_HEAD and (bool(_YEAR.fullmatch(said)) or not read_head(said).is_empty)


def _are_words(said: str) -> bool:
    return bool(said) and not _are_figures([said]) and not _is_head(said)


def _are_figures(said: Sequence[str]) -> bool:
    """Whether pieces are figures, or rules below them; some may be left out."""
    if all(_RULE.fullmatch(piece) for piece in said):
        return True
    return all(not piece or is_figure_piece(piece) for piece in said) and any(parse_figure(piece) is not None for piece in said)


def _columns(table: Sequence[_Line]) -> list[int]:
    """Where the label and each column end; nothing where tabs may have served to reach a place: a line of something else stands among them,
    figures are left out though not all rows go from one to the next by one tab, or heads do not part the columns evenly."""
    rows = [line for line in table if line.is_row]
    count = max((len(line.pieces) for line in rows), default=0)
    full = [line for line in rows if len(line.pieces) == count]
    if len(full) < _LEAST_ROWS or not all(line.is_row or line.is_head for line in table):
        return []
    if len(full) < len(rows) and any(sum(line.tabs) > count for line in rows):
        return []
    if any(len(line.pieces) > count or count % len(line.pieces) for line in table if line.is_head):
        return []
    widths = [_APART] * count
    for line in table:
        if line.is_row or len(line.pieces) == count:
            for (_, column), (start, end) in zip(_columns_of(line, count), line.pieces, strict=True):
                widths[column - 1] = max(widths[column - 1], end - start + _APART)
    return list(accumulate(widths, initial=max(end - start for start, end in (line.label for line in table))))


def _columns_of(line: _Line, count: int) -> list[_Span]:
    """The columns of each piece: one behind each tab; heads have equal shares."""
    if line.is_row and sum(line.tabs) <= count:
        return [(column - 1, column) for column in accumulate(line.tabs)]
    share = count // len(line.pieces)
    return [(at * share, at * share + share) for at in range(len(line.pieces))]


def _set(line: _Line, typeset: Typeset, ends: Sequence[int]) -> Typeset:
    """Figures, and a head for each column, end where the column ends; other heads stand in the middle of theirs."""
    text, offsets = typeset
    start, end = line.label
    said, places = text[start:end], offsets[start:end]
    for (first, last), (start, end) in zip(_columns_of(line, len(ends) - 1), line.pieces, strict=True):
        free = ends[last] - (end - start)
        begin = free if last - first == 1 else (ends[first] + _APART + free) // 2
        gap = max(begin - len(said), bool(said))
        said += " " * gap + text[start:end]
        places = [*places, *[offsets[min(start, len(offsets) - 1)]] * gap, *offsets[start:end]]
    return said, places
