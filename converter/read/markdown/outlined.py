"""Tables as an outline, as language models transcribe pages: ``- Cash: $ 45 | $ 20`` and ``**Total assets** 37,372 | 36,403``, headings in
bold between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

Extent = tuple[int, int]
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:(?<=\d)\.\d+|(?<!\d)\.\d+|(?<=\d))"
_DASHES = r"(?:\\?\$\s?)?(?:-0-|[-–—]{1,3}(?![\d.(]))|[Nn](?:il|IL)\b|[Nn]/?[Aa]\b"
_VALUE = rf"(?:{_DASHES}|[-–—]?\(?[-–—]?(?:US)?\\?\$?\s?\(?{_DIGITS}(?:\s?\))?(?:\s?%)?(?:\*(?!\*)|†)?)"
_BETWEEN = r"(?:\s{0,4}\|\s*|\s{0,4};\s+|,\s+|\s{1,4}[/·]\s+|\s{1,4}[—–]\s+)"
_FIGURES = regex(rf"\s*+(?>{_VALUE})(?:(?>{_BETWEEN})(?>{_VALUE}))*+(?:\*\*|__)?\s*+")
_BULLET = regex(r"\s{0,12}[-*+•]\s+")
_WITHOUT_LABEL = regex(r"\s{0,12}[-*+•]\s+:\s*")
_ENDS_LABEL = regex(r":\s*(?:\*\*|__)?|(?:\*\*|__)\s*:?")
_MOST_ENDS = 8
"""Colons and marks of bold in a label and behind it."""
_PIPES = regex(r"\s*\|(?P<cells>.*)\|\s*")
_RULE = regex(r"[\s|:-]+")
_FIGURE, _BETWEEN_FIGURES = regex(_VALUE), regex(_BETWEEN)
_LEAST_ROWS, _MOST_HEADINGS, _MOST_BLANK, _MOST_SINGLE = 2, 3, 2, 12
_LONGEST, _LONGEST_HEADING = 600, 160
_ENDS = frozenset("0123456789)%*_-–—AaLl")
"""What a figure or a nil mark ends in, in bold or not."""


class _Line(Struct, frozen=True):
    """Where the label and the figures of a line stand; a heading has none."""

    label: Extent
    figures: list[Extent]


def outlined_end(lines: Sequence[str], at: int) -> int:
    """Behind the last row of the outline that begins with a row on line ``at``; 0 where fewer than two rows have several figures."""
    if _row(lines[at]) is None:
        return 0
    rows, end, headings, blank, seen = 0, at, 0, 0, 0
    for number in range(at, len(lines)):
        text = lines[number]
        if not text or text.isspace():
            blank += 1
            if blank > _MOST_BLANK:
                break
            continue
        row = _filled(text)
        if row is None and (_heading(text) is None or (headings := headings + 1) > _MOST_HEADINGS) and not _is_rule(text):
            break
        blank = 0
        if row is not None:
            rows, end, headings, seen = rows + (len(row.figures) > 1), number + 1, 0, seen + 1
            if seen > _MOST_SINGLE and rows < _LEAST_ROWS:
                break
    return end if rows >= _LEAST_ROWS else 0


def outlined_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """A row for each line; where it has fewer figures than the others nothing tells their columns: they stay in its label."""
    read = [
        (number, found)
        for number in range(first, last)
        if lines[number].strip() and (found := _filled(lines[number]) or _heading(lines[number]))
    ]
    counts = Counter(len(line.figures) for _, line in read if len(line.figures) > 1)
    usual = max(counts, key=lambda count: (counts[count], count))
    for number, line in read:
        text = lines[number]
        start, end = line.label
        if 0 < len(line.figures) < usual:
            yield RawRow((Field((Part(text[start : line.figures[-1][1]], number, start),), 0, 1),))
            continue
        fields = [Field((Part(text[start:end], number, start),), 0, 1)] if end > start else []
        fields += [Field((Part(text[a:b], number, a),), at, at + 1) for at, (a, b) in enumerate(line.figures, 1)]
        yield RawRow(tuple(fields))


def _filled(text: str) -> _Line | None:
    """A line that holds figures, however it sets them."""
    return _row(text) or _piped(text) or _bare(text)


def _row(text: str) -> _Line | None:
    if len(text) > _LONGEST or text.rstrip()[-1:] not in _ENDS:
        return None
    begin = _begin(text)
    for end in islice(_ENDS_LABEL.finditer(text, begin), _MOST_ENDS):
        if end.start() > begin and _FIGURES.fullmatch(text, end.end()):
            label = _stripped(text, begin, end.start())
            return (
                _Line(label, _parted(text, end.end()))
                if any(map(str.isalpha, text[slice(*label)])) and "|" not in text[slice(*label)]
                else None
            )
    return None


def _begin(text: str) -> int:
    """Behind the bullet and the mark of bold."""
    bullet = _BULLET.match(text)
    begin = bullet.end() if bullet else len(text) - len(text.lstrip())
    return begin + 2 * text.startswith(("**", "__"), begin)


def _parted(text: str, begin: int) -> list[Extent]:
    found: list[Extent] = []
    while (figure := _FIGURE.match(text, begin)) and figure.end() > begin:
        found.append(_stripped(text, *figure.span()))
        mark = _BETWEEN_FIGURES.match(text, figure.end())
        if mark is None:
            break
        begin = mark.end()
    return found


def _bare(text: str) -> _Line | None:
    """``- : $ 45 | $ 20``: an item without a label, of several figures."""
    begun = _WITHOUT_LABEL.match(text)
    if begun is None or _FIGURES.fullmatch(text, begun.end()) is None:
        return None
    figures = _parted(text, begun.end())
    return _Line((begun.end(), begun.end()), figures) if len(figures) > 1 else None


def _piped(text: str) -> _Line | None:
    """``| Fuel | 509 | 1,291 |``: a label and nothing but figures."""
    match = _PIPES.fullmatch(text)
    if match is None:
        return None
    cells = [cell.span() for cell in re.finditer(r"[^|]+", text[: match.end("cells")])]
    stripped = [_stripped(text, *cell) for cell in cells]
    label, *figures = stripped
    if len(figures) < 2 or not all(a == b or _FIGURE.fullmatch(text[a:b]) for a, b in figures) or not any(b > a for a, b in figures):
        return None
    return _Line(label, figures)


def _heading(text: str) -> _Line | None:
    """A line in bold, or an item without figures."""
    bare = text.strip(" :")
    bold = bare.startswith(("**", "__")) and bare.endswith(("**", "__"))
    item = _BULLET.match(text) is not None and not any(map(str.isdigit, text))
    label = _stripped(text, _begin(text), len(text.rstrip(" :") if bold else text.rstrip()))
    inside = text[slice(*label)]
    return _Line(label, []) if (bold or item) and 1 < len(inside) < _LONGEST_HEADING and not {"|", "*"}.intersection(inside) else None


def _is_rule(text: str) -> bool:
    return "|" in text and _RULE.fullmatch(text) is not None


def _stripped(text: str, begin: int, end: int) -> Extent:
    while begin < end and text[begin] in " *_\t":
        begin += 1
    while end > begin and text[end - 1] in " *_\t":
        end -= 1
    return begin, end
