"""Tables as an outline, as language models transcribe pages: ``- Cash: $ 45 | $ 20`` and ``**Total assets** 37,372 | 36,403``, headings in
bold between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

Extent = tuple[int, int]
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:(?<=\d)\.\d+|(?<!\d)\.\d+|(?<=\d))"
_VALUE = rf"(?:[-–—]?\(?[-–—]?\\?\$?\s?\(?{_DIGITS}(?:\s?\))?%?|-0-|[-–—]{{1,3}}|[Nn]/?[Aa]|[Nn]il)"
_BETWEEN = r"(?:\s*\|\s*|\s*;\s+|,\s+|\s+[/·]\s+|\s+[—–]\s+)"
_ROW = regex(
    r"\s*(?:[-*+•]\s+)?(?:\*\*|__)?(?P<label>[^|\s*][^|]*?)\s*(?::\s*(?:\*\*|__)?|(?:\*\*|__)\s*:?)\s*"
    rf"(?P<figures>(?>{_VALUE})(?:(?>{_BETWEEN})(?>{_VALUE}))*+)(?:\*\*|__)?\s*+"
)
_PIPES = regex(r"\s*\|(?P<cells>.*)\|\s*")
_RULE = regex(r"[\s|:-]+")
_FIGURE, _BETWEEN_FIGURES = regex(_VALUE), regex(_BETWEEN)
_HEADING = regex(r"\s*(?:[-*+•]\s+)?(?:\*\*|__)(?P<label>[^|*_]{2,120}?)(?:\*\*|__)\s*:?\s*|\s*[-*+•]\s+(?P<item>[^|\d*]{2,160})")
_LEAST_ROWS, _MOST_HEADINGS, _MOST_BLANK = 2, 3, 2
_LONGEST = 600
_GAP = " " * 20
"""Columns made of blanks are another notation."""
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
    rows, end, headings, blank = 0, at, 0, 0
    for number in range(at, len(lines)):
        text = lines[number]
        if not text or text.isspace():
            blank += 1
            if blank > _MOST_BLANK:
                break
            continue
        row = _row(text) or _piped(text)
        if row is None and (_heading(text) is None or (headings := headings + 1) > _MOST_HEADINGS) and not _is_rule(text):
            break
        blank = 0
        if row is not None:
            rows, end, headings = rows + (len(row.figures) > 1), number + 1, 0
    return end if rows >= _LEAST_ROWS else 0


def outlined_rows(lines: Sequence[str], first: int, last: int) -> Iterator[RawRow]:
    """A row for each line; where it has fewer figures than the others nothing tells their columns: they stay in its label."""
    read = [
        (number, found)
        for number in range(first, last)
        if lines[number].strip() and (found := _row(lines[number]) or _piped(lines[number]) or _heading(lines[number]))
    ]
    counts = Counter(len(line.figures) for _, line in read if line.figures)
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


def _row(text: str) -> _Line | None:
    match = _ROW.fullmatch(text) if len(text) <= _LONGEST and text.rstrip()[-1:] in _ENDS and _GAP not in text else None
    if match is None or not any(map(str.isalpha, match["label"])):
        return None
    begin, end = match.span("figures")
    marks = [mark.span() for mark in _BETWEEN_FIGURES.finditer(text, begin, end)]
    bounds = zip([begin, *(stop for _, stop in marks)], [*(start for start, _ in marks), end], strict=True)
    return _Line(match.span("label"), [_stripped(text, *bound) for bound in bounds])


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
    match = _HEADING.fullmatch(text)
    return None if match is None else _Line(match.span("label" if match["label"] else "item"), [])


def _is_rule(text: str) -> bool:
    return "|" in text and _RULE.fullmatch(text) is not None


def _stripped(text: str, begin: int, end: int) -> Extent:
    while begin < end and text[begin] in " *_\t":
        begin += 1
    while end > begin and text[end - 1] in " *_\t":
        end -= 1
    return begin, end
