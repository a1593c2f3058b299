"""Notations of tables that few filings have. Their readers are loaded when a line shows what may be theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from converter.read.markdown.field import RawRow

_ENDS = frozenset("0123456789)-–—%_\"'*AaLlRr]>;,:")
"""What a figure, a year, a remark or a nil mark ends in, quoted or not."""
_PLACES = ("{|", "|===", "* - ", "- - ")
_LONGEST = 600
_MOST_ABOVE, _MOST_HEADS = 2, 6


class Found(NamedTuple):
    """The table stands on the lines ``first`` to ``end`` (half-open)."""

    first: int
    end: int
    rows: Callable[[], Iterable[RawRow]]


def shows_rare(line: str) -> bool:
    """Cheap: the line may be the first of such a table."""
    if len(line) <= _LONGEST and line.rstrip()[-1] in _ENDS:
        return True
    return any(place in line for place in _PLACES)


def rare_table(lines: Sequence[str], at: int, pending: Sequence[int]) -> Found | None:
    """The table that begins on line ``at``, or above it on lines that are ``pending``: a label, heads."""
    bare = lines[at].strip()
    if bare.startswith(("{|", "|===", "* - ", "- - ")):
        return _framed(lines, at, bare)
    from converter.read.markdown import keyed, marked

    if keyed.may_be_keyed(bare) and (end := keyed.keyed_end(lines, at)):
        above = _right_above(pending, at, _MOST_ABOVE) if keyed.needs_label(lines[at]) else []
        first = at - len(list(takewhile(lambda number: keyed.is_label(lines[number]), above)))
        return Found(first, end, partial(keyed.keyed_rows, lines, first, end))
    if marked.may_be_marked(bare):
        mark, end = marked.marked_end(lines, at)
        if mark:
            first = at - len(list(takewhile(lambda number: mark in lines[number], _right_above(pending, at, _MOST_HEADS))))
            return Found(first, end, partial(marked.marked_rows, lines, first, end, mark))
    return None


def _right_above(pending: Sequence[int], at: int, most: int) -> list[int]:
    """The pending lines that stand right above line ``at``, the nearest first."""
    return [number for distance, number in enumerate(reversed(pending[-most:]), 1) if number == at - distance]


def _framed(lines: Sequence[str], at: int, bare: str) -> Found | None:
    from converter.read.markdown import listed, wiki

    readers: tuple[tuple[str, Callable[[Sequence[str], int], int], Callable[[Sequence[str], int, int], Iterable[RawRow]]], ...] = (
        ("{|", wiki.wiki_end, wiki.wiki_rows),
        ("|===", wiki.asciidoc_end, wiki.asciidoc_rows),
        ("", listed.listed_end, listed.listed_rows),
    )
    for mark, ends, rows in readers:
        if bare.startswith(mark):
            end = ends(lines, at)
            return Found(at, end, partial(rows, lines, at, end)) if end else None
    return None
