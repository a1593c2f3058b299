"""The lines of a document while they are scanned, and how what was found among them is put among the blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from converter.model import Row, Table
from converter.read.lazy import LazySequence
from converter.read.markdown.aligned import as_printed, mended, straightened
from converter.read.markdown.extents import LazyRegion
from converter.read.markdown.field import RawRow
from converter.read.markdown.held import Held
from converter.read.markdown.lines import headed, narrowed, unescaped, unquoted, with_parentheses
from converter.read.markdown.paragraphs import paragraph
from converter.read.markdown.rows import table_rows
from converter.read.markdown.specks import without_specks
from converter.read.markdown.tags import Region
from converter.read.source import Source

RegionRows = Callable[[Region], "Sequence[RawRow] | Iterator[RawRow]"]
RawRows = Callable[[], "Sequence[RawRow] | Iterator[RawRow]"]


class Taking(Held):
    """The document's lines, as they are ``printed`` and without specks. Nothing closes what JSON opens before line ``unclosed``, and no
    cells a line make a table before line ``unstacked``."""

    def __init__(self, source: Source) -> None:
        text = with_parentheses(unescaped(narrowed(source.text)))
        self.printed = [headed(unquoted(line.rstrip("\r"))) for line in text.split("\n")]
        super().__init__(source, without_specks(self.printed))
        self.unclosed = self.unstacked = 0

    def table(self, make: RawRows) -> None:
        """A table whose rows ``make`` reads when they are looked at."""
        self.flush()
        source, before, heading = self.source, self.table_before(), self.heading()

        def rows() -> Sequence[Row]:
            return table_rows(make(), source, before.rows if before else (), heading)

        self.put(Table(LazySequence(rows), "grid", page_break=self.page))

    def take(self, rows: RegionRows, at: int, end: int, begin: int = 0, column: int | None = None) -> int:
        """Lines ``at`` to ``end`` as a table that ``rows`` reads, from column ``begin`` of the first to ``column`` of the last."""
        region = LazyRegion(self.lines, at, end, begin, column)
        self.table(lambda: rows(region()))
        return end

    def hold(self, first: int, end: int) -> int:
        """Lines that are read as nothing but text."""
        for number in range(first, end):
            if self.lines[number].strip():
                self.pending.append(number)
            else:
                self.flush()
        return end

    def part_line(self, at: int, start: int, end: int) -> None:
        """What stands on a line before or behind a table, as a paragraph."""
        self.flush()
        blanked = " " * start + self.lines[at][start:end]
        block = paragraph([0], [blanked], Source(self.source.index, "", self.source.first_line + at), self.page)
        if block is not None:
            self.put(block)

    def delegate(self, first: int, end: int) -> None:
        """Lines set in columns by blanks go to the reader of plain text."""
        from converter.read.text import text_blocks

        lines = self.lines[first:end]
        text = "\n".join([mended(line) for line in lines])
        source = Source(self.source.index, text, self.source.first_line + first)
        for block in text_blocks(source):
            self.put(straightened(block, self.table_before("characters"), lambda row: as_printed(row, lines, source.first_line)))
