"""One pass over the lines: which of them are tables and of which notation, which are paragraphs, which are page furniture."""

from __future__ import annotations

from collections.abc import Callable

from converter.model import Block, Finding
from converter.patterns import regex
from converter.read.markdown.apart.onward import with_groups_below
from converter.read.markdown.apart.regions import Apart, regions
from converter.read.markdown.apart.rows import LEAST_TOLD, joined, read_apart, unread
from converter.read.markdown.enclosed import fence, json, latex, tagged
from converter.read.markdown.lined import aligned, csv, pipes, stacked, tabs, torn
from converter.read.markdown.lines import is_element, without_leaders
from converter.read.markdown.pages import is_page_break, is_page_number
from converter.read.markdown.paragraphs import heading_level
from converter.read.markdown.rare import rare_table, shows_rare
from converter.read.markdown.stacked import may_start
from converter.read.markdown.taking import Taking
from converter.read.markdown.torn import looks_torn
from converter.read.source import Source

_LIST = regex(r"\s{0,6}(?:[-*+•]\s+|\d{1,2}[.)]\s+)\S")


class Scanner(Taking):
    """``unled`` are the lines without leaders at their ends; ``apart_before`` is the last region of labels apart, if it was read;
    ``findings`` what is to be said of tables not read."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.apart_before: Apart | None = None
        self.unled = [without_leaders(line) for line in self.lines]
        self.apart = {region.first: region for region in regions(self.unled)}
        self.findings: list[Finding] = []

    def run(self) -> list[Block]:
        position, size = 0, len(self.lines)
        while position < size:
            position = self._step(position)
        self.flush()
        return self.blocks

    def _step(self, at: int) -> int:
        """Takes what begins at line ``at``; the line to go on with."""
        line = self.lines[at]
        if not line or line.isspace():
            self.flush()
            return at + 1
        if self.apart and (region := self.apart.pop(at, None)) is not None:
            return self._apart(region)
        found = self._table_at(at, line)
        if found is not None:
            self.floor = found
            return found
        if is_page_break(line) or is_page_number(line):
            self.flush()
            self.page = True
            return at + 1
        if heading_level(line) or is_element(line):
            self.flush()
            self.pending.append(at)
            self.flush()
        elif _LIST.match(line) and self.pending:
            self.flush()
            self.pending.append(at)
        else:
            self.pending.append(at)
        return at + 1

    def _table_at(self, at: int, line: str) -> int | None:
        """The line behind the table that begins here; None where none does."""
        if shows_rare(line) and (end := self._rare(at)) is not None:
            return end
        for marks, take in _NOTATIONS:
            if any(mark in line for mark in marks):
                found = take(self, at, line)
                if found is not None:
                    return found
        if at >= self.unstacked and may_start(self.lines, at):
            return stacked(self, at)
        return torn(self, at, line) if looks_torn(line) else None

    def _apart(self, region: Apart) -> int:
        """Labels in one block, amounts in others: rows where sums prove which are whose, else running text and a finding."""
        found = read_apart(region, self.unled, self.apart_before)
        more = with_groups_below(region, self.unled)
        if more and not (all_of_it := read_apart(more, self.unled, self.apart_before)).problem:
            region, found = more, all_of_it
        self.apart_before = None if found.problem else region
        self.hold(region.first, found.first)
        if found.problem:
            if len(region.labels) >= LEAST_TOLD:
                self.findings.append(unread(found.problem, self.source, region))
            return self.hold(found.first, region.end)
        self.table(lambda: found.rows)
        self.findings.append(joined(self.source, region))
        self.floor = region.end
        return region.end

    def _rare(self, at: int) -> int | None:
        found = rare_table(self.lines, at, self.pending)
        if found is None:
            return None
        del self.pending[len(self.pending) - (at - found.first) :]
        self.table(lambda: tuple(found.rows()))
        return found.end


_NOTATIONS: tuple[tuple[tuple[str, ...], Callable[[Taking, int, str], int | None]], ...] = (
    (("<",), tagged),
    (("\t",), tabs),
    (("|", "│", "+-", "+=", "──", "══", "━━"), pipes),
    (("\\", "$$"), latex),
    (("```", "~~~"), fence),
    (("[", "{"), json),
    (('"', ";", ","), csv),
    (("  ", "..", ". ."), aligned),
)
"""What a line of each notation holds, and who takes it; the first that does wins."""
