"""Tables whose rows are lines: their cells stand between tabs, bars, commas or blanks, on lines of their own, or lost what parted them.

Each reader takes the table that begins at a line, and gives the line behind it; None where none begins."""

from __future__ import annotations

from converter.model import Table
from converter.read.lazy import LazySequence
from converter.read.markdown.aligned import aligned_end, is_ragged
from converter.read.markdown.extents import csv_mark, spaced_end
from converter.read.markdown.paragraphs import heading_level
from converter.read.markdown.stacked import is_head_line, stacked_rows
from converter.read.markdown.tabs import BARS, CORNERS, count_pipes, csv_rows, is_frame, is_pipe_rule, pipe_rows, split_csv, tab_rows
from converter.read.markdown.taking import Taking
from converter.read.markdown.torn import is_strewn, looks_torn, torn_rows
from converter.read.markdown.unspaced import is_line_of_heads, may_stand_above, unspaced_end, unspaced_rows


def tabs(scan: Taking, at: int, line: str) -> int:
    """Lines with tabs, single lines without that stand right between two with, and rows that lost their tabs."""
    lines, end = scan.lines, at + 1
    size = len(lines)
    while end < size and lines[end].strip() and ("\t" in lines[end] or _goes_on(scan, end)):
        end += 1
    if end == at + 1 and (spaced := spaced_end(lines, at, "\t")):
        end = spaced
    elif is_strewn(lines, at, end):
        scan.pending.extend(range(at, end))
        return end
    scan.table(lambda: tab_rows(lines, at, end))
    return end


def _goes_on(scan: Taking, at: int) -> bool:
    line = scan.lines[at]
    if looks_torn(line):
        return True
    return len(line) < 160 and at + 1 < len(scan.lines) and "\t" in scan.lines[at + 1] and not heading_level(line)


def pipes(scan: Taking, at: int, line: str) -> int | None:
    lines, size = scan.lines, len(scan.lines)
    count = count_pipes(line)
    boxed = line.lstrip()[:1] in CORNERS and is_pipe_rule(line)
    following = lines[at + 1] if at + 1 < size else ""
    leading = line.lstrip()[:1] in tuple(BARS)
    if leading and count > 1 and (spaced := spaced_end(lines, at, "|")):
        scan.table(lambda: pipe_rows(lines, at, spaced))
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
        scan.flush()
        scan.delegate(at, end)
    else:
        scan.table(lambda: pipe_rows(lines, at, end))
    return end


def csv(scan: Taking, at: int, line: str) -> int | None:
    mark = csv_mark(scan.lines, at)
    if not mark:
        return None
    lines, end = scan.lines, at + 1
    while end < len(lines) and lines[end].strip() and len(split_csv(lines[end], mark)) > 1:
        end += 1
    scan.table(lambda: csv_rows(lines, at, end, mark))
    return end


def aligned(scan: Taking, at: int, line: str) -> int | None:
    """A stretch of lines set in columns by blanks goes to the reader of plain text."""
    last = aligned_end(scan.lines, at)
    if last is None:
        return None
    if is_ragged(scan.lines[at:last]) and (end := unspaced_end(scan.lines, at)) is not None:
        return _unspaced(scan, at, end)
    scan.flush()
    scan.delegate(at, last)
    return last


def stacked(scan: Taking, at: int) -> int | None:
    rows, end = stacked_rows(scan.lines, at)
    if not rows:
        scan.unstacked = end
        return None
    first = scan.heads_above(is_head_line, at)
    headed, last = stacked_rows(scan.lines, first) if first < at else ([], at)
    if last >= end:
        rows, end = headed, last
        scan.reclaim(first)
    scan.table(lambda: rows)
    return end


def torn(scan: Taking, at: int, line: str) -> int | None:
    """Rows without their fields; those that follow go into the same table."""
    rows = torn_rows(line, at)
    if not rows:
        return None
    if len(rows) == 1 and (last := unspaced_end(scan.lines, at)) is not None:
        return _unspaced(scan, at, last)
    end = at + 1
    for number in range(at + 1, len(scan.lines)):
        text = scan.lines[number]
        if text.strip():
            more = torn_rows(text, number) if looks_torn(text) else []
            if not more:
                break
            rows.extend(more)
            end = number + 1
    scan.table(lambda: rows)
    return end


def _unspaced(scan: Taking, at: int, end: int) -> int:
    """The lines right above are its heads, or labels."""
    lines, printed, source, first = scan.lines, scan.printed, scan.source, at
    while scan.pending and scan.pending[-1] == first - 1 and may_stand_above(lines[first - 1]):
        first = scan.pending.pop()
    first = scan.heads_above(is_line_of_heads, first)
    scan.reclaim(first)
    scan.flush()
    scan.put(Table(LazySequence(lambda: unspaced_rows(lines, printed, first, end, source)), "characters", page_break=scan.page))
    return end
