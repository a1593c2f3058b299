"""Lines of a label and its figures with no more than a blank between them, each a paragraph, or a line of one: what is left of tables that
went through a PDF. The reader of markdown knows such lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from converter.model import Block, Finding, Paragraph, Place
from converter.read.html.moved import Locate, moved
from converter.read.ragged import ragged
from converter.read.source import Source

_LEAST = 8
"""So many such lines are no chance."""
_PAGE = Paragraph("<PAGE>", ())


def with_bare_rows(blocks: Sequence[Block], document: int) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    """The blocks of a page, tables of such lines read, and what could not be read of them."""
    result: list[Block] = []
    findings: list[Finding] = []
    found = False
    for _, run in groupby(blocks, type):
        mine = list(run)
        texts = [block for block in mine if isinstance(block, Paragraph)]
        if are_bare([text.text for text in texts]):
            read, told = _read(texts, document)
            result.extend(read)
            findings.extend(told)
            found = True
        else:
            result.extend(mine)
    return (result, tuple(findings)) if found else (blocks, ())


def are_bare(texts: Sequence[str], least: int = _LEAST) -> bool:
    """Whether several lines end in figures that single blanks part, not below each other but by chance."""
    if len(texts) < least:
        return False
    torn, in_columns = ragged(texts)
    return torn >= least and torn > in_columns


def _read(paragraphs: Sequence[Paragraph], document: int) -> tuple[list[Block], list[Finding]]:
    from converter.read.markdown import markdown_read

    lines = list(_with_pages(paragraphs))

    def locate(line: int, column: int) -> tuple[str, int]:
        segments = lines[line - 1].segments
        if not segments:
            return "", 0
        segment = segments[max(0, bisect_right(segments, column, key=attrgetter("offset")) - 1)]
        return segment.path or "", (segment.start or 0) + column - segment.offset

    text = "\n".join([line.text for line in lines])
    blocks, told = markdown_read(Source(document, text, 1))
    read = [each for block in blocks for each in _as_they_were(block, lines, partial(moved, locate=locate))]
    return read, [replace(finding, places=tuple(_place(place, locate) for place in finding.places)) for finding in told]


def _with_pages(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with a mark where a page ends."""
    for paragraph in paragraphs:
        if paragraph.page_break:
            yield _PAGE
        yield paragraph


def _as_they_were(block: Block, lines: Sequence[Paragraph], place: Callable[[Block], Block]) -> Iterator[Block]:
    """A table; or each line of a text as the paragraph that it is in the page."""
    if not isinstance(block, Paragraph):
        yield place(block)
        return
    for at, number in enumerate(dict.fromkeys(segment.line for segment in block.segments)):
        own = lines[(number or 1) - 1]
        if own is not _PAGE:
            yield replace(own, page_break=True) if block.page_break and not at else own


def _place(place: Place, locate: Locate) -> Place:
    path, start = locate(place.line or 1, place.start or 0)
    return replace(place, line=None, path=path, start=start, end=start + (place.end or 0) - (place.start or 0))
