"""One pass over the lines: which of them are tables and of which notation, which are paragraphs, which are page furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from converter.model import Block, Finding, Row, Table
from converter.patterns import regex
from converter.read.lazy import LazySequence
from converter.read.markdown.aligned import aligned_end, as_printed, is_ragged, mended, straightened
from converter.read.markdown.apart.regions import Apart, regions
from converter.read.markdown.apart.rows import LEAST_TOLD, joined, read_apart, unread
from converter.read.markdown.extents import TABULAR_END, LazyRegion, csv_mark, fence_mark, latex_end, latex_rows_end, spaced_end, tags_end
from converter.read.markdown.field import RawRow
from converter.read.markdown.held import Held
from converter.read.markdown.jsons import MOST_LINES, begins_json, json_end, json_rows
from converter.read.markdown.lines import headed, is_element, narrowed, unescaped, unquoted, with_parentheses
from converter.read.markdown.otsl import END as OTSL_END
from converter.read.markdown.otsl import START as OTSL_START
from converter.read.markdown.otsl import otsl_rows
from converter.read.markdown.pages import is_page_break, is_page_number
from converter.read.markdown.paragraphs import heading_level, paragraph
from converter.read.markdown.rare import rare_table, shows_rare
from converter.read.markdown.rows import table_rows
from converter.read.markdown.specks import without_specks
from converter.read.markdown.stacked import is_head_line, may_start, stacked_rows
from converter.read.markdown.tabs import BARS, CORNERS, count_pipes, csv_rows, is_frame, is_pipe_rule, pipe_rows, split_csv, tab_rows
from converter.read.markdown.tabular import BEGIN, tabular_rows
from converter.read.markdown.tags import Region, tag_rows
from converter.read.markdown.torn import is_strewn, looks_torn, torn_rows
from converter.read.markdown.unspaced import is_line_of_heads, may_stand_above, unspaced_end, unspaced_rows
from converter.read.source import Source

_TABLE_START = regex(r"<table\b", re.IGNORECASE)
_WRAPPER = regex(r"(?:\s|</?(?:html|body|div|center|p|table|thead|tbody)\b[^<>]{0,300}>)*", re.IGNORECASE)
_FENCE = regex(r"\s{0,3}(`{3,}|~{3,})\s*([\w-]*)")
_ENVIRONMENT = regex(
    r"\s*\\(?:begin|end)\{(?:table\*?|center|figure\*?|threeparttable|landscape)\}(?:\[[^\]]{0,20}\])?|\s*\\centering|\s*(?:\$\$|\\[\[\]])\s*$"
)
_CAPTION = regex(r"\\caption\*?\s{0,2}(?:\[[^\]\n]{0,100}\])?\{")
_LIST = regex(r"\s{0,6}(?:[-*+•]\s+|\d{1,2}[.)]\s+)\S")

RegionRows = Callable[[Region], "Sequence[RawRow] | Iterator[RawRow]"]
RawRows = Callable[[], "Sequence[RawRow] | Iterator[RawRow]"]


class Scanner(Held):
    """The document's lines, as they are ``printed`` and without specks, and how far they are read. Nothing closes what JSON opens before
    line ``unclosed``, and no cells a line make a table before line ``unstacked``. ``apart_before`` is the last region of labels apart, if
    it was read."""

    def __init__(self, source: Source) -> None:
        text = with_parentheses(unescaped(narrowed(source.text)))
        self.printed = [headed(unquoted(line.rstrip("\r"))) for line in text.split("\n")]
        super().__init__(source, without_specks(self.printed))
        self.unclosed = self.unstacked = 0
        self.apart_before: Apart | None = None
        self.apart = {region.first: region for region in regions(self.lines)}
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
            return self._stacked(at)
        return self._torn(at, line) if looks_torn(line) else None

    def _table(self, make: RawRows) -> None:
        self.flush()
        source, before, heading = self.source, self.table_before(), self.heading()

        def rows() -> Sequence[Row]:
            return table_rows(make(), source, before.rows if before else (), heading)

        self.put(Table(LazySequence(rows), "grid", page_break=self.page))

    def _take(self, rows: RegionRows, at: int, end: int, begin: int = 0, column: int | None = None) -> int:
        """Lines ``at`` to ``end`` as a table that ``rows`` reads, from column ``begin`` of the first to ``column`` of the last."""
        region = LazyRegion(self.lines, at, end, begin, column)
        self._table(lambda: rows(region()))
        return end

    def _apart(self, region: Apart) -> int:
        """Labels in one block, amounts in others: rows where sums prove which are whose, else running text and a finding."""
        found = read_apart(region, self.lines, self.apart_before)
        self.apart_before = None if found.problem else region
        self._hold(region.first, found.first)
        if found.problem:
            if len(region.labels) >= LEAST_TOLD:
                self.findings.append(unread(found.problem, self.source, region))
            return self._hold(found.first, region.end)
        self._table(lambda: found.rows)
        self.findings.append(joined(self.source, region))
        self.floor = region.end
        return region.end

    def _hold(self, first: int, end: int) -> int:
        """Lines that are read as nothing but text."""
        for number in range(first, end):
            if self.lines[number].strip():
                self.pending.append(number)
            else:
                self.flush()
        return end

    # Each notation.

    def _rare(self, at: int) -> int | None:
        found = rare_table(self.lines, at, self.pending)
        if found is None:
            return None
        del self.pending[len(self.pending) - (at - found.first) :]
        self._table(lambda: tuple(found.rows()))
        return found.end

    def _tabs(self, at: int, line: str) -> int:
        """Lines with tabs, single lines without that stand right between two with, and rows that lost their tabs."""
        lines, end = self.lines, at + 1
        size = len(lines)
        while end < size and lines[end].strip() and ("\t" in lines[end] or self._goes_on(end)):
            end += 1
        if end == at + 1 and (spaced := spaced_end(lines, at, "\t")):
            end = spaced
        elif is_strewn(lines, at, end):
            self.pending.extend(range(at, end))
            return end
        self._table(lambda: tab_rows(lines, at, end))
        return end

    def _goes_on(self, at: int) -> bool:
        line = self.lines[at]
        if looks_torn(line):
            return True
        return len(line) < 160 and at + 1 < len(self.lines) and "\t" in self.lines[at + 1] and not heading_level(line)

    def _pipes(self, at: int, line: str) -> int | None:
        lines, size = self.lines, len(self.lines)
        count = count_pipes(line)
        boxed = line.lstrip()[:1] in CORNERS and is_pipe_rule(line)
        following = lines[at + 1] if at + 1 < size else ""
        leading = line.lstrip()[:1] in tuple(BARS)
        if leading and count > 1 and (spaced := spaced_end(lines, at, "|")):
            self._table(lambda: pipe_rows(lines, at, spaced))
            return spaced
        if not boxed and not (leading and count > 1) and not is_pipe_rule(following) and count_pipes(following) != count:
            return None
        if not boxed and not leading and "|" not in following:
            return None
        end = at + 1
        while end < size and lines[end].strip() and (count_pipes(lines[end]) or is_pipe_rule(lines[end])):
            if not leading and not boxed and not is_pipe_rule(lines[end]) and heading_level(lines[end]):
                break
            end += 1
        if not boxed and not leading and end - at < 2:
            return None
        if is_frame(lines, at, end):
            self.flush()
            self._delegate(at, end)
        else:
            self._table(lambda: pipe_rows(lines, at, end))
        return end

    def _stacked(self, at: int) -> int | None:
        rows, end = stacked_rows(self.lines, at)
        if not rows:
            self.unstacked = end
            return None
        first = self.heads_above(is_head_line, at)
        headed, last = stacked_rows(self.lines, first) if first < at else ([], at)
        if last >= end:
            rows, end = headed, last
            self.reclaim(first)
        self._table(lambda: rows)
        return end

    def _otsl(self, at: int, line: str) -> int:
        """To ``</otsl>``, or as long as lines have cells."""
        start = OTSL_START.search(line)
        begin = start.start() if start else 0
        end = at
        while not OTSL_END.search(self.lines[end]) and end + 1 < len(self.lines) and OTSL_START.search(self.lines[end + 1]):
            end += 1
        return self._take(otsl_rows, at, end + 1, begin)

    def _torn(self, at: int, line: str) -> int | None:
        """Rows without their fields; those that follow go into the same table."""
        rows = torn_rows(line, at)
        if not rows:
            return None
        if len(rows) == 1 and (last := unspaced_end(self.lines, at)) is not None:
            return self._unspaced(at, last)
        end = at + 1
        for number in range(at + 1, len(self.lines)):
            text = self.lines[number]
            if text.strip():
                more = torn_rows(text, number) if looks_torn(text) else []
                if not more:
                    break
                rows.extend(more)
                end = number + 1
        self._table(lambda: rows)
        return end

    def _unspaced(self, at: int, end: int) -> int:
        """The lines right above are its heads, or labels."""
        lines, printed, source, first = self.lines, self.printed, self.source, at
        while self.pending and self.pending[-1] == first - 1 and may_stand_above(lines[first - 1]):
            first = self.pending.pop()
        first = self.heads_above(is_line_of_heads, first)
        self.reclaim(first)
        self.flush()
        self.put(Table(LazySequence(lambda: unspaced_rows(lines, printed, first, end, source)), "characters", page_break=self.page))
        return end

    def _csv(self, at: int, line: str) -> int | None:
        mark = csv_mark(self.lines, at)
        if not mark:
            return None
        lines, end = self.lines, at + 1
        while end < len(lines) and lines[end].strip() and len(split_csv(lines[end], mark)) > 1:
            end += 1
        self._table(lambda: csv_rows(lines, at, end, mark))
        return end

    def _tagged(self, at: int, line: str) -> int | None:
        if _TABLE_START.search(line):
            return self._tags(at, line)
        return self._otsl(at, line) if OTSL_START.search(line) else None

    def _tags(self, at: int, line: str) -> int:
        """From ``<table`` to its ``</table>``; without one, to a blank line that no tag follows."""
        start = _TABLE_START.search(line)
        begin = start.start() if start else 0
        before = line[:begin]
        if _WRAPPER.fullmatch(before) is None:
            self._part_line(at, 0, begin)
        end, column = tags_end(self.lines, at, begin)
        self._take(tag_rows, at, end + 1, begin, column)
        rest = self.lines[end][column:] if column is not None else ""
        if rest and _WRAPPER.fullmatch(rest) is None and column is not None:
            if _TABLE_START.search(rest):
                self.lines[end] = " " * column + rest
                return end
            self._part_line(end, column, len(self.lines[end]))
        return end + 1

    def _part_line(self, at: int, start: int, end: int) -> None:
        """What stands on a line before or behind a table, as a paragraph."""
        self.flush()
        blanked = " " * start + self.lines[at][start:end]
        block = paragraph([0], [blanked], Source(self.source.index, "", self.source.first_line + at), self.page)
        if block is not None:
            self.put(block)

    def _latex(self, at: int, line: str) -> int | None:
        if _ENVIRONMENT.match(line) and BEGIN.search(line) is None:
            self.flush()
            return at + 1
        caption = _CAPTION.search(line)
        begin = BEGIN.search(line)
        if caption and (begin is None or caption.start() < begin.start()):
            stop = begin.start() if begin else len(line)
            closing = line.rfind("}", caption.end(), stop)
            self._part_line(at, caption.end(), closing if closing > 0 else stop)
            if begin is None:
                return at + 1
        if begin is None:
            last = latex_rows_end(self.lines, at)
            return self._take(tabular_rows, at, last) if last else None
        end, column = latex_end(self.lines, at, begin.end())
        self._take(tabular_rows, at, end + 1, begin.start(), column)
        rest = self.lines[end][TABULAR_END.search(self.lines[end], column).end() :] if column is not None else ""  # type: ignore[union-attr]
        if column is not None and (BEGIN.search(rest) or _CAPTION.search(rest)):
            self.lines[end] = " " * (len(self.lines[end]) - len(rest)) + rest
            return end
        return end + 1

    def _fence(self, at: int, line: str) -> int | None:
        """A fence is taken off; what stands in it is read like the rest, lines of comma separated values and of blanks more readily."""
        match = _FENCE.match(line)
        if match is None:
            return None
        self.flush()
        end = next((n for n in range(at + 1, len(self.lines)) if self.lines[n].strip().startswith(match[1])), len(self.lines))
        inside = self.lines[at + 1 : end]
        filled = [line for line in inside if line.strip()]
        mark = ("" if match[2].lower() == "json" else fence_mark(filled)) or ("," if match[2].lower() in ("csv", "tsv") else "")
        if mark:
            if not any("\t" in line for line in filled):
                self._fenced_csv(at + 1, end, mark)
                return end + 1
        elif (
            filled
            and match[2].lower() != "json"
            and not any("|" in line or "\t" in line or "<t" in line or "\\begin" in line for line in filled)
        ):
            self._delegate(at + 1, end)
            return end + 1
        self.lines[at] = ""
        if end < len(self.lines):
            self.lines[end] = ""
        return at + 1

    def _fenced_csv(self, first: int, end: int, mark: str) -> None:
        lines = [line if line.strip() else "" for line in self.lines]
        self._table(
            lambda: (row for row in csv_rows(lines, first, end, mark) if any(part.raw.strip() for f in row.fields for part in f.parts))
        )

    def _json(self, at: int, line: str) -> int | None:
        end = json_end(self.lines, at) if at >= self.unclosed else 0
        if not end:
            if begins_json(self.lines, at):
                self.unclosed = max(self.unclosed, at + MOST_LINES)
            return None
        return self._take(json_rows, at, end)

    def _aligned(self, at: int, line: str) -> int | None:
        """A stretch of lines set in columns by blanks goes to the reader of plain text."""
        last = aligned_end(self.lines, at)
        if last is None:
            return None
        if is_ragged(self.lines[at:last]) and (end := unspaced_end(self.lines, at)) is not None:
            return self._unspaced(at, end)
        self.flush()
        self._delegate(at, last)
        return last

    def _delegate(self, first: int, end: int) -> None:
        from converter.read.text import text_blocks

        lines = self.lines[first:end]
        text = "\n".join([mended(line) for line in lines])
        source = Source(self.source.index, text, self.source.first_line + first)
        for block in text_blocks(source):
            self.put(straightened(block, self.table_before("characters"), lambda row: as_printed(row, lines, source.first_line)))


_NOTATIONS: tuple[tuple[tuple[str, ...], Callable[[Scanner, int, str], int | None]], ...] = (
    (("<",), Scanner._tagged),
    (("\t",), Scanner._tabs),
    (("|", "│", "+-", "+=", "──", "══", "━━"), Scanner._pipes),
    (("\\", "$$"), Scanner._latex),
    (("```", "~~~"), Scanner._fence),
    (("[", "{"), Scanner._json),
    (('"', ";", ","), Scanner._csv),
    (("  ", "..", ". ."), Scanner._aligned),
)
"""What a line of each notation holds, and who takes it; the first that does wins."""
