"""What a scan has taken so far: blocks, and lines held for a paragraph. Heads among them are given back to the table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter.grammar.scales import find_scale
from converter.model import Block, Paragraph, Table
from converter.read.markdown.field import Field, Part, RawRow
from converter.read.markdown.heads import is_head, may_be_heads
from converter.read.markdown.paragraphs import paragraph
from converter.read.source import Source

_MOST_BETWEEN = 4
_LONGEST_BETWEEN = 140
"""Lines between the halves of a table that was cut in two: a heading, a page's furniture."""
_LONGEST_HEADS, _MOST_HEADS = 300, 8
_MOST_ABOVE, _MOST_LABELS, _LONGEST_LABEL = 16, 6, 110


class Held:
    """``pending`` are the lines of a paragraph that may go on. ``page`` where a page break stands before the next block. ``floor`` is the
    line behind the last table."""

    def __init__(self, source: Source, lines: list[str]) -> None:
        self.source = source
        self.lines = lines
        self.blocks: list[Block] = []
        self.pending: list[int] = []
        self.page = False
        self.floor = 0

    def flush(self) -> None:
        """The held lines become a paragraph."""
        if self.pending:
            block = paragraph(self.pending, self.lines, self.source, self.page)
            self.pending = []
            if block is not None:
                self.put(block)

    def put(self, block: Block) -> None:
        """A block that is read."""
        self.blocks.append(block)
        self.page = False

    def heads_above(self, heads: Callable[[str], bool], at: int) -> int:
        """The first of the heads right above line ``at``, with few labels between; ``at`` without any."""
        return _heads_above(self.lines, self.floor, at, heads)

    def reclaim(self, first: int) -> None:
        """Takes the lines from ``first`` on back from paragraphs."""
        while self.blocks and (numbers := self._numbers(self.blocks[-1])) and max(numbers) >= first:
            self.page = self.blocks.pop().page_break or self.page
            if min(numbers) < first:
                self.pending = sorted({number for number in numbers if number < first})
                self.flush()
                break
        self.pending = [number for number in self.pending if number < first]

    def _numbers(self, block: Block) -> list[int]:
        """The lines of a paragraph; none of a table."""
        return [] if isinstance(block, Table) else [(segment.line or 0) - self.source.first_line for segment in block.segments]

    def heading(self) -> RawRow | None:
        """What stands right above as a row, where it is short and nothing but heads: lines of several, or several of one each."""
        found: list[int] = []
        several = False
        for block in reversed(self.blocks[-_MOST_HEADS:]):
            numbers = set(self._numbers(block))
            if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_HEADS:
                break
            if found and find_scale(block.text):
                continue
            single = all(is_head(self.lines[number]) for number in numbers)
            if single and several:
                break
            if not single:
                if not all(may_be_heads(self.lines[number].strip(" *#")) for number in numbers):
                    break
                several = True
            found.extend(numbers)
        fields = [self._line_field(number) for number in sorted(found)]
        return RawRow(tuple(fields)) if fields else None

    def _line_field(self, number: int) -> Field:
        line = self.lines[number]
        start = len(line) - len(line.lstrip("# "))
        return Field((Part(line[start:], number, start),), 1, 2)

    def table_before(self, geometry: str = "grid") -> Table | None:
        """The table that the next one may go on: nothing but a short line or two between them."""
        for block in reversed(self.blocks[-1 - _MOST_BETWEEN :]):
            if isinstance(block, Table):
                return block if block.geometry == geometry else None
            if len(block.text) > _LONGEST_BETWEEN:
                return None
        return None


def _heads_above(lines: Sequence[str], floor: int, at: int, heads: Callable[[str], bool]) -> int:
    first, labels = at, 0
    for number in range(at - 1, max(floor, at - 2 * _MOST_ABOVE) - 1, -1):
        line = lines[number].strip()
        if not line:
            continue
        if heads(line):
            first, labels = number, 0
            continue
        labels += 1
        if labels > _MOST_LABELS or len(line) > _LONGEST_LABEL or line.endswith(".") or line[0] in "#|<":
            break
    return first
