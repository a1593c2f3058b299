"""Lines and paragraphs longer than any that a filing has: only their beginning is read, so that no input can hang a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.model import Block, Finding, Paragraph, Place
from converter.read.source import Source

LONGEST = 100_000
"""Characters. The longest paragraph met in filings has some 20,000."""


def clip_lines(source: Source) -> tuple[Source, tuple[Finding, ...]]:
    """The source with its long lines cut: lines and columns of what is left stay what they were."""
    if not _has_long_line(source.text):
        return source, ()
    lines = source.text.split("\n")
    number = source.first_line + next(index for index, line in enumerate(lines) if len(line) > LONGEST)
    text = "\n".join(line[:LONGEST] for line in lines)
    return replace(source, text=text), (_finding("line", f"{max(map(len, lines)):,}", Place(source.index, "cell", "", line=number)),)


def clip_runs(source: Source) -> Source:
    """A page's source with its long runs of text cut, tags left alone, so that the parser need not hold them several times over; the
    paragraphs are still too long, and `clip_paragraphs` will say so."""
    if not _has_long_line(source.text):
        return source
    lines = (line if len(line) <= LONGEST else "<".join(map(_clip_run, line.split("<"))) for line in source.text.split("\n"))
    return replace(source, text="\n".join(lines))


def _clip_run(piece: str) -> str:
    """``piece`` is a tag without its ``<``, and the text up to the next one."""
    if len(piece) <= LONGEST:
        return piece
    tag, end, text = piece.partition(">")
    return f"{tag}{end}{text[: LONGEST + 1]}"


def _has_long_line(text: str) -> bool:
    """Leaps from line end to line end, as far as a line may reach: no look at each line."""
    position = 0
    while position + LONGEST < len(text):
        end = text.rfind("\n", position, position + LONGEST + 1)
        if end < 0:
            return True
        position = end + 1
    return False


def clip_paragraphs(blocks: Sequence[Block], document: int) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    """The blocks of a page with their long paragraphs cut."""
    long = [block for block in blocks if isinstance(block, Paragraph) and len(block.text) > LONGEST]
    if not long:
        return blocks, ()
    place = Place(document, "cell", "", path=long[0].segments[0].path if long[0].segments else None)
    return list(_clipped(blocks)), (_finding("paragraph", f"more than {LONGEST:,}", place),)


def _clipped(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) > LONGEST:
            segments = [
                replace(segment, text=segment.text[: LONGEST - segment.offset]) for segment in block.segments if segment.offset < LONGEST
            ]
            yield replace(block, text=block.text[:LONGEST], segments=segments)
        else:
            yield block


def _finding(what: str, length: str, place: Place) -> Finding:
    return Finding(
        "read.too-long",
        "warning",
        f"A {what} has {length} characters; only its first {LONGEST:,} are read.",
        "No filing has such lines: see whether its line ends were lost.",
        (place,),
    )
