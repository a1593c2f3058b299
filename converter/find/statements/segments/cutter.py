"""Where a statement begins and ends in the stream of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from converter.find.statements.lines.line import Line, as_meant
from converter.find.statements.lines.pages import is_page_number
from converter.find.statements.lines.stream import lines_of
from converter.find.statements.segments.above import PARENTS, RIVALS_ABOVE, rival_above
from converter.find.statements.segments.abreast import one_by_one
from converter.find.statements.segments.borders import (
    begins_equity,
    begins_other,
    begins_untitled,
    heads_of_their_own,
    is_at_foot,
    is_first_heading,
    is_foreign,
    is_inner,
    is_of_page,
    is_running_head,
    label_of_figures,
    parted_at_last_figures,
)
from converter.find.statements.segments.complete import is_beyond
from converter.find.statements.segments.segment import Segment, holds_marks, is_head
from converter.find.statements.segments.telling import may_hold
from converter.find.statements.segments.titles import (
    CONTINUED,
    Title,
    as_read,
    begins_title,
    ends_statements,
    ends_title,
    introduced_rival,
    introduces_others,
    is_nearer,
    read_title,
    rival_of,
)
from converter.grammar.dates import MONTH, find_years
from converter.grammar.periods import read_head
from converter.grammar.scales import find_scale
from converter.model import Document, Paragraph, Table
from converter.patterns import regex

_OTHERS = "companies that are not consolidated"
_HEADS_NOTE = regex(r"(?:note\s+)?\(?(?:\d{1,2}|[a-z])\)?\s?[.):–—-]\s{0,4}(?=[a-z])|note\s+\d|schedule\s+[ivx]+\b", re.IGNORECASE)
_MOST_BACK, _LONGEST_HEADING = 12, 120
_MOST_CAPTIONS = 12
"""Lines between a title and its rows; where more stood below a heading, it was one of a text."""
LEAST_ROWS = 3
"""Rows with figures that make a statement; of the rest of one that goes on, any."""
_EXHIBIT = regex(r"exhibit\s+\d[\w.()-]{0,8}", re.IGNORECASE)
_FAR_RIGHT = 40
_LONGEST_HEADS = 600
_SEVERAL = 2
"""Columns that a statement has: beside them a lone small number is the page's."""
_AMOUNT = regex(r"\$\s?[\d.]")


def _rival_above(heads: Sequence[Line], first: Line) -> str:
    """The look-alike that a line above the first row names, if that is no head of a later column's own, and no part of a label: one that
    goes on begins, or is followed by, a line in lower case."""
    figures = first.figures
    below = pairwise((*heads, first))
    lines = (line for line, after in below if len(line.cells) == 1 and not line.text[:1].islower() and not after.text[:1].islower())
    alone = (line for line in lines if len(figures) < 2 or line.cells[0].left < figures[0].right)
    return next((rival for line in alone if (rival := rival_of(line.text))), "")


def _tells_short_years(line: Line) -> bool:
    """ "95  94  93": nothing but years next to each other, their centuries left out."""
    words = line.text.split()
    if len(words) < 2 or not all(len(word) == 2 and word.isdecimal() for word in words):
        return False
    return {(int(here) - int(there)) % 100 for here, there in pairwise(words)} in ({1}, {99})


def _with_years(line: Line) -> Line:
    cells = tuple(replace(cell, text=" ".join(f"'{year}" for year in cell.text.split()), number=None) for cell in line.cells)
    return replace(line, cells=cells, text=" ".join(cell.text for cell in cells))


class Cutter:
    """Cuts a stream into segments. One pass; each line is looked at once or twice."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.segments: list[Segment] = []
        self.current: Segment | None = None
        self.notes = False
        self.loose: list[Line] = []
        self.parents = False
        """Within a note or a schedule of the parent company alone."""
        self.others = False
        """Within the notes, below words that speak of the statements of others, in short."""
        self.begun: Line | None = None
        """A line that a title may begin in: "CONSOLIDATED STATEMENTS OF"."""

    def cut(self) -> list[Segment]:
        for index, block in enumerate(self.document.blocks):
            if self.current is None and isinstance(block, Table) and block.text and not may_hold(block) and not self._heads_next(index):
                self.loose = []
                continue
            lines = lines_of(self.document, index)
            for line in one_by_one(list(lines)) if isinstance(block, Table) else lines:
                self._take(line)
        self._end()
        return [segment for segment in self.segments if segment.continues or segment.figured >= LEAST_ROWS]

    def _heads_next(self, index: int) -> bool:
        """Whether a table holds nothing but the heads of the next one: few words, one of them of a period, no amounts."""
        first, *more = self.document.blocks[index : index + 2]
        if not more or len(first.text) > _LONGEST_HEADS or not isinstance(more[0], Table) or more[0].geometry != "grid":
            return False
        return not _AMOUNT.search(first.text) and not read_head(first.text).is_empty and may_hold(more[0])

    def _take(self, line: Line) -> None:
        title = read_title(line)
        if self.notes and line.table < 0 and line.text:
            self.others = introduces_others(line.text) or (self.others and not (line.heading and title is None))
        begun, self.begun = self.begun, line if title is None and begins_title(line) else None
        if begun is not None and (title is None or ends_title(begun, line)) and (whole := read_title(_joined(begun, line))):
            self._begin(_joined(begun, line), whole)
        elif title:
            self._begin(line, title)
        elif line.prose or (ends_statements(line) and not self._is_exhibit_mark(line)):
            self._stop(line)
        elif self.current is None:
            self._outside(line)
        elif not self.current.rows:
            self._head(line)
        else:
            self._body(line)

    def _begin(self, line: Line, title: Title) -> None:
        line = as_read(as_meant(line), title)
        current = self.current
        if current and not current.rows and not current.heads and len(current.captions) <= _MOST_CAPTIONS:
            if current.kind == title.kind or current.title is None:
                current.captions.append(line)
                current.rival = "" if is_nearer(title, current.rival) else current.rival or title.rival
                return
            if (current.kind and title.kind == "comprehensive") or (title.kind == "income" and current.kind == "comprehensive"):
                current.captions.append(line)
                return
        if current and (current.rows or current.heads) and is_inner(line, title, current):
            (current.rows if current.rows else current.heads).append(line)
            return
        # A title without rows (in an index) stands above the lines that lead to this one.
        before = (current.rows or current.captions[1:]) if current else self.loose
        # What stands above figures was their label: "Pro forma weighted average", "shares outstanding  3,950,000".
        _, since = parted_at_last_figures(list(before[-3:]))
        between = [item for item in since if not item.has_figures and not item.rule]
        loose = [item for item in between if len(item.text) < _LONGEST_HEADING]
        above = self._heads_above(line)
        self._look_back(before)
        self.parents = self.parents and "consolidated" not in line.text.lower()
        self._end()
        rival = (
            title.rival
            or (PARENTS if self.parents else "")
            or (_OTHERS if self.others else "")
            or self._introduced(line)
            or rival_above(between, line, current)
        )
        lead = " ; ".join(item.text for item in loose if not _is_foot(item, before))
        self.current = Segment(line, title.kind, rival, lead, [line], after_notes=self.notes)
        self.current.heads.extend(map(as_meant, above))
        self.current.above = len(above)
        self.current.continues = bool(CONTINUED.search(line.text))
        beside = line.cells[1:] if len(line.cells) > 1 and read_title(replace(line, cells=line.cells[:1], text=line.cells[0].text)) else ()
        if beside:
            # The heads of the columns stand on the title's own line.
            self.current.heads.append(replace(line, cells=beside, text=" ".join(cell.text for cell in beside)))

    def _introduced(self, title: Line) -> str:
        """The look-alike that the text right above a title, and no table between, says it is."""
        block, above = self.document.blocks[title.block], self.document.blocks[max(0, title.block - 1)]
        if title.page_break or block is above or not isinstance(above, Paragraph) or not (rival := introduced_rival(above.text)):
            return ""
        return rival if block.text.split(None, 2)[:2] == title.text.split(None, 2)[:2] else ""

    def _look_back(self, lines: Sequence[Line]) -> None:
        """The last heading of a note or schedule among the lines before a title or a text tells whether what follows is the parent's."""
        for line in reversed(lines[-_MOST_BACK:]):
            if line.has_figures and not is_head(line):
                return
            if _HEADS_NOTE.match(line.text) and len(line.text) < _LONGEST_HEADING:
                self.parents = rival_of(line.text) == PARENTS
                return

    def _heads_above(self, title: Line) -> list[Line]:
        """The lines of the title's own table that stand above it: its heads."""
        if title.table < 0 or (title.geometry != "grid" and len(title.cells) < 2):
            return []
        lines = self.current.rows if self.current else self.loose
        above: list[Line] = []
        while lines and lines[-1].table == title.table and (not lines[-1].has_figures or is_head(lines[-1])):
            head = read_head(lines[-1].text)
            silent = head.is_empty and not head.ended and not _MONTHS.fullmatch(lines[-1].text.strip())
            if title.geometry == "characters" and (_is_first((above or [title])[0]) or silent):
                break
            above.insert(0, lines.pop())
        return above

    def _is_exhibit_mark(self, line: Line) -> bool:
        """ "Exhibit 99(a)" beside or below a title is the page's own mark."""
        begun = self.current is not None and not self.current.rows
        return begun and bool(line.cells) and line.cells[0].left > _FAR_RIGHT and bool(_EXHIBIT.fullmatch(line.text.strip()))

    def _stop(self, line: Line) -> None:
        if line.prose and self.current and not self.current.rows:
            # A short introduction between title and table: what it says of periods still counts.
            self.current.captions.append(Line((), line.text[:300]))
            return
        self.others = self.notes and introduces_others(line.text)
        self._look_back([*(self.current.rows if self.current else self.loose)[-_MOST_BACK:], *([] if line.prose else [line])])
        self._end()
        self.parents = self.parents and (line.prose or rival_of(line.text) == PARENTS)
        if not line.prose and rival_of(line.text):
            # It names the look-alike that follows: an untitled table is told by what stands above it.
            self.loose = [line]
        if not line.prose and line.text.lower().startswith(("notes to", "condensed notes", "note 1", "summary of")):
            self.notes = True

    def _outside(self, line: Line) -> None:
        if line.has_figures and line.table >= 0 and not is_head(line) and not is_page_number(line, _SEVERAL):
            self.current = Segment(None, None, "", after_notes=self.notes)
            tables = heads_of_their_own(self.loose, line)
            for item in map(as_meant, self.loose[-14:]):
                (self.current.heads if item.table in tables else self.current.captions).append(item)
            self.current.rival = rival_of(self.current.caption_text) or rival_of(" ".join(item.text for item in self.current.heads))
            self.current.rival = self.current.rival or (_OTHERS if self.others else "")
            self.current.rows.append(line)
            self.loose = []
        else:
            self.loose.append(line)
            if len(self.loose) > 40:
                del self.loose[:20]

    def _head(self, line: Line) -> None:
        current, line = self.current, as_meant(line)
        assert current is not None
        if _tells_short_years(line) and read_head(" ".join([current.caption_text, *(head.text for head in current.heads)])).month_days:
            current.heads.append(_with_years(line))
        elif current.heads and is_page_number(line, _SEVERAL):
            return
        elif line.has_figures and not is_head(line) and not holds_marks(line):
            current.rival = current.rival or _rival_above(current.heads[current.above :], line)
            current.rows.append(line)
        elif line.table >= 0 or is_first_heading(line, current):
            _append(current.heads, line)
        else:
            _append(current.captions, line)
            current.rival = current.rival or rival_of(line.text)

    def _body(self, line: Line) -> None:
        current = self.current
        assert current is not None
        if is_head(line) and not label_of_figures(line):
            before, between = parted_at_last_figures(current.rows)
            last = before[-1].table if before else line.table
            new_table = line.table != last
            foreign = [item for item in between if not is_at_foot(item, last) and is_foreign(item, current, new_table)]
            if foreign or (current.title is None and new_table):
                current.rows[:] = before
                self._end()
                self.loose = [*between, line]
                return
            current.rows[:] = [*before, *(item for item in between if not is_running_head(item, current))]
        if begins_equity(line, current):
            self._end()
            self._outside(line)
            return
        if begins_other(line, current) or is_beyond(line, current):
            current.rows[:], between = parted_at_last_figures(current.rows)
            self._end()
            self.loose = between
            self._outside(line)
            if self.current and current.rival in RIVALS_ABOVE:
                # The next statement of the parent company, or of what would have been.
                self.current.rival = self.current.rival or current.rival
            return
        if begins_untitled(line, current):
            current.rows[:], between = parted_at_last_figures(current.rows)
            self._end()
            self.current = Segment(None, None, current.rival, after_notes=self.notes)
            self.current.heads.extend([*between, line])
            return
        of_page = line.table < 0 and is_of_page(line.text)
        apart = current.title is None and line.table != current.rows[-1].table and line.geometry == "grid"
        if apart and not of_page and not self._is_rest(line, current):
            self._end()
            self._outside(line)
            return
        current.rows.append(line)

    def _is_rest(self, line: Line, current: Segment) -> bool:
        """Whether a table is the rest of the one above it, cut by OCR or the end of a page: nothing but the page's own lines between them,
        no heads, and as many figures beside most labels. ``line`` is its first."""
        before, between = parted_at_last_figures(current.rows)
        last = before[-1].table if before else -1
        apart = [item for item in between if item.table != last]
        if min(last, line.table) < 0 or not all(is_of_page(item.text) or is_running_head(item, current) for item in apart):
            return False
        rows = list(lines_of(self.document, line.table))
        first = next((index for index, row in enumerate(rows) if row.has_figures), len(rows))
        headed = any(is_head(row) or not read_head(row.text).is_empty for row in rows[: first + 1])
        return not headed and _figures_a_row(rows) == _figures_a_row(list(takewhile(lambda row: row.table == last, reversed(before)))) > 1

    def _end(self) -> None:
        if self.current and self.current.rows:
            self.current.index = len(self.segments)
            self.segments.append(self.current)
        self.current = None
        self.loose = []


def _is_foot(line: Line, before: Sequence[Line]) -> bool:
    """Whether a line right below figures, on their page, says what they are counted in: it is of them, not of the title that follows."""
    at = next((index for index in range(len(before) - 1, 0, -1) if before[index] is line), 0)
    below = at > 0 and before[at - 1].has_figures and not is_head(before[at - 1])
    return below and not line.page_break and find_scale(line.text) is not None


def _is_first(line: Line) -> bool:
    """What stands above it does not belong to it: it was the foot of a page, or another table."""
    return line.blank_before or line.page_break


def _figures_a_row(rows: Sequence[Line]) -> int:
    """How many figures most rows of a table have."""
    counts = Counter(len(row.figures) for row in rows if row.has_figures)
    return counts.most_common(1)[0][0] if counts else 0


_MONTHS = regex(rf"(?:{MONTH}\.?\s*)+", re.IGNORECASE)
"""Months whose days stand in the line below."""


_TORN_LIST = regex(rf"(?:\b{MONTH}\.?(?:\s\d{{1,2}},)?|\d{{4}},|\band)$", re.IGNORECASE)
_REST_OF_LIST = regex(rf"(?:{MONTH}\.?\s+)?(?:\d{{1,2}},?\s+)?(?:19|20)\d\d(?:,?\s+and\s+(?:19|20)\d\d)?[.,]?", re.IGNORECASE)
"""Periods that a caption lists, broken within a date: "Years ended December 27, 1997, December 28, 1996 and December", "30, 1995"."""


def _append(lines: list[Line], line: Line) -> None:
    """A line below others, or the end of the last one where a list of periods was broken."""
    last = lines[-1] if lines else None
    broken = last is not None and len(last.cells) == len(line.cells) == 1 and _REST_OF_LIST.fullmatch(line.text.strip())
    if last is not None and broken and _TORN_LIST.search(last.text.rstrip()) and find_years(last.text):
        text = f"{last.text.rstrip()} {line.text.strip()}"
        lines[-1] = replace(last, cells=(replace(last.cells[0], text=text),), text=text)
    else:
        lines.append(line)


def _joined(first: Line, second: Line) -> Line:
    return replace(second, cells=(*first.cells, *second.cells), text=f"{first.text} {second.text}", heading=first.heading)
