"""Plain text -> blocks: tables by geometry, paragraphs of the rest. One pass over the lines; only table regions are looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from converter.model import Block, Paragraph, Row, Segment, Table
from converter.patterns import regex
from converter.read.lazy import LazySequence
from converter.read.source import Source
from converter.read.text import lines as kinds
from converter.read.text.cells import rows_of
from converter.read.text.line import TextLine
from converter.read.text.numbered import without_line_numbers
from converter.read.text.plain import plain
from converter.read.text.running import Running, without_page_numbers
from converter.read.text.spacing import APART, PROSE_WIDTH, Group, is_double_spaced, with_whole_sentences
from converter.read.text.wrapped import unwrapped

# Two lines of running text in a row are prose; a region of fewer rows than this is no table.
_LEAST_ROWS = 2
_LONGEST_REGION = 600
_CENTRED = 16
_MAY_RUN = frozenset({kinds.ROW, kinds.GAPPED})
_LONGEST_NUMBER = 3
"""Digits of a page's number, if nothing stands behind it."""
_FEW_LINES = 2
_AMOUNT = regex(r" [a-z]+ \$\.?\d")


def text_blocks(source: Source) -> Sequence[Block]:
    """The blocks of a text document, in order. Tables hold their titles, heads and notes too: `find` tells them apart."""
    blocks: list[Block] = []
    region: list[Group] = []
    lines = plain(source.text).split("\n")
    running = Running(lines)
    length = 0
    for group in with_whole_sentences(list(_groups(lines, running))):
        prose = _is_prose(group)
        if prose or length > _LONGEST_REGION:
            blocks.extend(_close(region, source, running))
            region, length = [], 0
        if prose:
            blocks.append(_paragraph(group, source))
        else:
            region.append(group)
            length += len(group.lines)
    blocks.extend(_close(region, source, running))
    return blocks


def _groups(lines: Sequence[str], running: Running) -> Iterator[Group]:
    group = Group()
    classify = kinds.classify
    for number, line in enumerate(lines):
        kind = classify(line)
        if group.lines and (kind == kinds.BLANK or (kind == kinds.PAGE and group.rows)):
            # The text of the next page may stand right below a statement's last row.
            yield group
            group = Group()
        if kind == kinds.BLANK:
            continue
        if group.lines and (line[:_CENTRED].isspace() or line.isupper()):
            page = group.lines.pop() if group.lines[-1][2] == kinds.PAGE and len(group.lines) > 1 else None
            breaks = _breaks_off(group.lines[-1][1], line) and (page is not None or line[:_CENTRED].isspace())
            if breaks:
                yield group
                group = Group()
            if page is not None:
                group.lines.append(page)
        if kind == kinds.PLAIN:
            group.plain += len(line) > PROSE_WIDTH and len(line.strip()) > PROSE_WIDTH
        elif kind == kinds.ROW:
            group.rows += 1
        elif kind == kinds.PAGE:
            running.pages.append(number)
        if kind in _MAY_RUN and " " in line[-_LONGEST_NUMBER - 1 :]:
            running.see(number, line)
        group.lines.append((number, line.rstrip("\r\n\f"), kind))
    if group.lines:
        yield group


def _breaks_off(above: str, line: str) -> bool:
    """A centred line right below running text begins something else; so does one in capitals at the head of the next page."""
    return len(line) < 90 and above[:1].isalpha()


def _is_prose(group: Group) -> bool:
    """Running text: mostly plain, long lines, two of them at least, and hardly a figure at a line's end."""
    if len(group.lines) == 1:
        return group.plain == 1 and len(group.lines[0][1].strip()) > 66
    return group.plain >= 2 and group.rows <= len(group.lines) // 6 and group.plain * 2 >= len(group.lines) - 1


def _tells(group: Group) -> bool:
    """A sentence or two with an amount, too short to be known as prose by its lines: the last of a release, right above its tables."""
    if group.rows or len(group.lines) > _FEW_LINES or not group.lines[-1][1].rstrip().endswith("."):
        return False
    text = " ".join(line.strip() for _, line, kind in group.lines if kind == kinds.PLAIN)
    return _AMOUNT.search(text) is not None and text[0].isupper()


def _close(region: list[Group], source: Source, running: Running) -> Iterator[Block]:
    """A region is one table where it has rows enough, else paragraphs. Short sentences with amounts above its rows are none of it, nor
    is what stands above them."""
    above = takewhile(lambda group: not group.rows, region)
    told = max((number for number, group in enumerate(above, 1) if _tells(group)), default=0)
    for group in region[:told]:
        yield _paragraph(group, source)
    region = region[told:]
    if sum(group.rows for group in region) >= _LEAST_ROWS:
        yield _table(region, source, running)
    else:
        for group in region:
            yield _paragraph(group, source)


def _table(region: list[Group], source: Source, running: Running) -> Table:
    first_page = region[0].lines[0][2] == kinds.PAGE

    def make() -> tuple[Row, ...]:
        lines = without_page_numbers(list(_text_lines(region, source)), running.lines(), source.first_line)
        return rows_of(unwrapped(without_line_numbers(lines)), source.index)

    return Table(
        LazySequence(make), "characters", page_break=first_page, text="\n".join([line for group in region for _, line, _ in group.lines])
    )


def _text_lines(region: list[Group], source: Source) -> Iterator[TextLine]:
    page = False
    above = region[0].lines[0][0] - APART
    double = is_double_spaced(region)
    for group in region:
        blank = not double or group.lines[0][0] - above >= APART
        above = group.lines[-1][0]
        for number, line, kind in group.lines:
            if kind == kinds.PAGE:
                page = True
            if kind == kinds.TAG:
                kind = kinds.PLAIN
            yield TextLine(line, source.first_line + number, kind, blank, page)
            blank = False
            page = page and kind == kinds.PAGE


def _paragraph(group: Group, source: Source) -> Paragraph:
    """Long running text is read as a whole, if at all: where its lines stand is told only to who asks."""
    untagged = [(number, _untagged(line) if kind in (kinds.PAGE, kinds.TAG) else line) for number, line, kind in group.lines]
    lines = [(number, line, text) for number, line in untagged if (text := line.strip())]
    left = _indent(lines[0][1]) if lines else 0
    page = any(kind == kinds.PAGE for _, _, kind in group.lines)
    segments = LazySequence(lambda: list(_segments(lines, source.first_line)), len(lines))
    return Paragraph(" ".join([text for _, _, text in lines]), segments, left=left, page_break=page)


def _segments(lines: list[tuple[int, str, str]], first_line: int) -> Iterator[Segment]:
    offset = 0
    for number, line, text in lines:
        yield Segment(offset, text, first_line + number, _indent(line))
        offset += len(text) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _untagged(line: str) -> str:
    """The line with a leading tag blanked, its columns kept."""
    end = line.find(">") + 1
    return " " * end + line[end:]
