"""Notations of tables that few filings have. Their readers are loaded when a line shows what may be theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import takewhile

from msgspec import Struct

from converter.read.markdown.field import RawRow
from converter.read.markdown.paragraphs import heading_level

_ENDS = frozenset("0123456789)-–—%_\"'*AaLlRr]>;,:")
"""What a figure, a year, a remark or a nil mark ends in, quoted or not."""
_OPENINGS = ("{|", "|===", "* - ", "- - ", "^ ", "|_.", "===", "---")
_LONGEST = 600
_MOST_ABOVE, _MOST_HEADS = 2, 6
_LEAST_FRAME = 10
_FIGURE_STARTS = frozenset("0123456789$(<[-–—nN\"'*\\")
_BARE = frozenset("^~#@!;&¦·•→")
"""Marks that need no blank beside them: no figure and hardly a label holds one."""
_BULLETS = frozenset("-*+>–—")
_LOOK_AHEAD, _LEAST_LIKE = 5, 2
_MARKS = (
    *("::", "->", "=>", "--", "¦", "→", "·", "•", "^", "~", "#", "@", "!", ";", "&", ">", "\\"),
    *("/", ":", "*", "+", "=", "_", "–", "—", "-", ","),
)
"""What may part fields, the least likely in a label first."""

Reader = Callable[[Sequence[str], int, int], Iterable[RawRow]]


class Found(Struct, frozen=True):
    """The table stands on the lines ``first`` to ``end`` (half-open)."""

    first: int
    end: int
    rows: Callable[[], Iterable[RawRow]]


def shows_rare(line: str) -> bool:
    """Cheap: the line may be the first of such a table."""
    if len(line) <= _LONGEST and line.rstrip()[-1] in _ENDS:
        return True
    return line.lstrip().startswith(_OPENINGS)


def rare_table(lines: Sequence[str], at: int, pending: Sequence[int]) -> Found | None:
    """The table that begins on line ``at``, or above it on lines that are ``pending``: a label, heads."""
    bare = lines[at].strip()
    if bare.startswith(_OPENINGS) and (found := _framed(lines, at, bare)):
        return found
    if _may_be_keyed(bare) and (found := _keyed(lines, at, bare, pending)):
        return found
    if bare[0] in "-*•+" and (":" in bare or "**" in bare) and (found := _outlined(lines, at)):
        return found
    marks = _shared_marks(lines, at)
    return _marked(lines, at, pending, marks) if marks else None


def _may_be_keyed(bare: str) -> bool:
    """A year, and behind the last colon (or what stands for it) a figure or nothing; or the year at the end, within parentheses."""
    if "19" not in bare and "20" not in bare:
        return False
    behind = bare[max(bare.rfind(":"), bare.rfind("=")) + 1 :].lstrip(" ")
    return (len(behind) < len(bare) and (not behind or behind[0] in _FIGURE_STARTS)) or (bare[-1] == ")" and bare[-5:-1].isdigit())


def _keyed(lines: Sequence[str], at: int, bare: str, pending: Sequence[int]) -> Found | None:
    from converter.read.markdown.keyed import is_keyed, is_label, keyed_end, keyed_rows, needs_label

    end = keyed_end(lines, at) if is_keyed(bare) else 0
    if not end:
        return None
    above = _right_above(pending, at, _MOST_ABOVE) if needs_label(lines[at]) else []
    first = at - len(list(takewhile(lambda number: is_label(lines[number]), above)))
    return Found(first, end, partial(keyed_rows, lines, first, end))


def _outlined(lines: Sequence[str], at: int) -> Found | None:
    from converter.read.markdown.outlined import outlined_end, outlined_rows

    end = outlined_end(lines, at)
    return Found(at, end, partial(outlined_rows, lines, at, end)) if end else None


def _shared_marks(lines: Sequence[str], at: int) -> list[str]:
    """The marks that the line has in common with two of the next, none where another notation shows."""
    line = lines[at]
    if "|" in line or "\t" in line or "<t" in line or heading_level(line):
        return []
    following = lines[at + 1 : at + 1 + _LOOK_AHEAD]
    found = [mark for mark in _MARKS if mark in line and (mark in _BARE or _stands_alone(mark, line))]
    return [mark for mark in found if sum(1 for text in following if mark in text) >= _LEAST_LIKE]


def _stands_alone(mark: str, line: str) -> bool:
    if mark == ",":
        return line[0] == ":" or line.rpartition(": ")[2][:1] in _FIGURE_STARTS
    return f" {mark} " in line or (mark not in _BULLETS and (line.startswith(mark) or line.endswith(mark)))


def _marked(lines: Sequence[str], at: int, pending: Sequence[int], marks: Sequence[str]) -> Found | None:
    from converter.read.markdown.marked import Mark, marked_end, marked_rows

    for text in marks:
        mark = Mark(text, text in _BARE)
        end = marked_end(lines, at, mark)
        if end:
            first = at - len(list(takewhile(lambda number, text=text: text in lines[number], _right_above(pending, at, _MOST_HEADS))))  # type: ignore[misc]
            return Found(first, end, partial(marked_rows, lines, first, end, mark))
    return None


def _right_above(pending: Sequence[int], at: int, most: int) -> list[int]:
    """The pending lines that stand right above line ``at``, the nearest first."""
    return [number for distance, number in enumerate(reversed(pending[-most:]), 1) if number == at - distance]


def _framed(lines: Sequence[str], at: int, bare: str) -> Found | None:
    """What begins with a mark that nothing else begins with."""
    through = bare.startswith(("===", "---")) and " " not in bare
    if through and len(bare) < _LEAST_FRAME:
        return None
    from converter.read.markdown import listed, ruled, wiki

    if through:
        end = ruled.framed_end(lines, at)
        return Found(at, end, partial(ruled.framed_rows, lines, at, end)) if end else None

    readers: tuple[tuple[tuple[str, ...], Callable[[Sequence[str], int], int], Reader], ...] = (
        (("{|",), wiki.wiki_end, wiki.wiki_rows),
        (("|===",), wiki.asciidoc_end, wiki.asciidoc_rows),
        (("^ ", "|_."), wiki.barred_end, wiki.barred_rows),
        (("===", "---"), ruled.ruled_end, ruled.ruled_rows),
        (("",), listed.listed_end, listed.listed_rows),
    )
    for marks, ends, rows in readers:
        if bare.startswith(marks):
            end = ends(lines, at)
            return Found(at, end, partial(rows, lines, at, end)) if end else None
    return None
