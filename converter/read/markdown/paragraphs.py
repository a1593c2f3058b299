"""Lines that are no table: paragraphs and headings, mark-up gone, each run of characters with its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Paragraph, Segment
from converter.patterns import regex
from converter.read.markdown.inline import Clean, clean
from converter.read.source import Source

_HEADING = regex(r"\s{0,3}(#{1,6})\s+|\s{0,3}(?:<h([1-6])[^<>]{0,200}>)", re.IGNORECASE)
_SHORT = 240
_LONGEST_GAP = 12
_QUOTE = regex(r"\s*>+\s?")


def heading_level(line: str) -> int:
    """1 to 6 for a heading, else 0."""
    match = _HEADING.match(line)
    if match is None:
        return 0
    return len(match[1]) if match[1] else int(match[2])


def behind_heading(line: str) -> int:
    """Where the text of a heading begins; 0 where the line is none."""
    match = _HEADING.match(line)
    return match.end() if match else 0


def paragraph(numbers: Sequence[int], lines: Sequence[str], source: Source, page_break: bool = False) -> Paragraph | None:
    """The paragraph of the lines with these indices; None where nothing is printed on them.

    Segments may touch where mark-up was taken out between them: `Segment.offset` tells where each begins.
    """
    segments: list[Segment] = []
    offset = 0
    bold = bool(numbers)
    level = heading_level(lines[numbers[0]]) if numbers else 0
    for number in numbers:
        line = lines[number]
        begin = _start(line, level)
        cleaned = clean(line[begin:])
        bold = bold and cleaned.bold
        for text, column in _runs(cleaned, line[begin:]):
            shown = text.replace("\t", " ").replace("\n", " ")
            lead = len(shown) - len(shown.lstrip()) if _starts(segments, source.first_line + number) else 0
            shown = shown[lead:]
            if not shown or shown.isspace():
                offset += len(shown)
                continue
            segments.append(Segment(offset, shown, source.first_line + number, begin + column + lead))
            offset += len(shown)
        if segments and segments[-1].line == source.first_line + number:
            segments[-1] = _trimmed(segments[-1])
            offset = segments[-1].offset + len(segments[-1].text) + 1
    if not segments:
        return None
    left = segments[0].start or 0
    return Paragraph(_text(segments), tuple(segments), level, bold, 0 if level else left if lines[numbers[0]][:1] == " " else 0, page_break)


def _runs(cleaned: Clean, raw: str) -> Iterator[tuple[str, int]]:
    """Text and column of each run of characters. Where a short line lost nothing but marks between words, blanks stand for them and
    the line stays one run."""
    runs = [(cleaned.text[first:last], cleaned.raw(first)) for first, last in cleaned.pieces()]
    out: list[tuple[str, int]] = []
    for text, column in runs:
        if out and raw.startswith(text, column):
            before, begin = out[-1]
            gap = column - begin - len(before)
            if gap == 0:
                out[-1] = (before + text, begin)
                continue
            if 0 < gap <= _LONGEST_GAP and len(raw) < _SHORT and not (before[-1:].isalnum() and text[:1].isalnum()) and before[-1:] != "&":
                out[-1] = (before + " " * gap + text, begin)
                continue
        out.append((text, column))
    yield from out


def _start(line: str, level: int) -> int:
    """Where the text begins behind ``##``, ``>`` or a list's mark."""
    if level:
        return behind_heading(line)
    quote = _QUOTE.match(line)
    return quote.end() if quote else 0


def _starts(segments: list[Segment], line: int) -> bool:
    return not segments or segments[-1].line != line


def _trimmed(segment: Segment) -> Segment:
    text = segment.text.rstrip()
    return segment if text == segment.text else Segment(segment.offset, text, segment.line, segment.start)


def _text(segments: Sequence[Segment]) -> str:
    out: list[str] = []
    size = 0
    for segment in segments:
        if segment.offset > size:
            out.append(" " * (segment.offset - size))
            size = segment.offset
        out.append(segment.text)
        size += len(segment.text)
    return "".join(out)
