"""Tables that marks open and close: tags, OTSL, LaTeX, JSON, and what stands within fences.

Each reader takes the table that begins at a line, and gives the line to go on with; None where none begins."""

from __future__ import annotations

import re

from converter.patterns import regex
from converter.read.markdown.extents import TABULAR_END, fence_mark, latex_end, latex_rows_end, tags_end
from converter.read.markdown.jsons import MOST_LINES, begins_json, json_end, json_rows
from converter.read.markdown.otsl import END as OTSL_END
from converter.read.markdown.otsl import START as OTSL_START
from converter.read.markdown.otsl import otsl_rows
from converter.read.markdown.tabs import csv_rows
from converter.read.markdown.tabular import BEGIN, tabular_rows
from converter.read.markdown.tags import tag_rows
from converter.read.markdown.taking import Taking

_TABLE_START = regex(r"<table\b", re.IGNORECASE)
_WRAPPER = regex(r"(?:\s|</?(?:html|body|div|center|p|table|thead|tbody)\b[^<>]{0,300}>)*", re.IGNORECASE)
_FENCE = regex(r"\s{0,3}(`{3,}|~{3,})\s*([\w-]*)")
_ENVIRONMENT = regex(
    r"\s*\\(?:begin|end)\{(?:table\*?|center|figure\*?|threeparttable|landscape)\}(?:\[[^\]]{0,20}\])?|\s*\\centering|\s*(?:\$\$|\\[\[\]])\s*$"
)
_CAPTION = regex(r"\\caption\*?\s{0,2}(?:\[[^\]\n]{0,100}\])?\{")


def tagged(scan: Taking, at: int, line: str) -> int | None:
    if _TABLE_START.search(line):
        return _tags(scan, at, line)
    return _otsl(scan, at, line) if OTSL_START.search(line) else None


def _tags(scan: Taking, at: int, line: str) -> int:
    """From ``<table`` to its ``</table>``; without one, to a blank line that no tag follows."""
    start = _TABLE_START.search(line)
    begin = start.start() if start else 0
    before = line[:begin]
    if _WRAPPER.fullmatch(before) is None:
        scan.part_line(at, 0, begin)
    end, column = tags_end(scan.lines, at, begin)
    scan.take(tag_rows, at, end + 1, begin, column)
    rest = scan.lines[end][column:] if column is not None else ""
    if rest and _WRAPPER.fullmatch(rest) is None and column is not None:
        if _TABLE_START.search(rest):
            scan.lines[end] = " " * column + rest
            return end
        scan.part_line(end, column, len(scan.lines[end]))
    return end + 1


def _otsl(scan: Taking, at: int, line: str) -> int:
    """To ``</otsl>``, or as long as lines have cells."""
    start = OTSL_START.search(line)
    begin = start.start() if start else 0
    end = at
    while not OTSL_END.search(scan.lines[end]) and end + 1 < len(scan.lines) and OTSL_START.search(scan.lines[end + 1]):
        end += 1
    return scan.take(otsl_rows, at, end + 1, begin)


def latex(scan: Taking, at: int, line: str) -> int | None:
    if _ENVIRONMENT.match(line) and BEGIN.search(line) is None:
        scan.flush()
        return at + 1
    caption = _CAPTION.search(line)
    begin = BEGIN.search(line)
    if caption and (begin is None or caption.start() < begin.start()):
        stop = begin.start() if begin else len(line)
        closing = line.rfind("}", caption.end(), stop)
        scan.part_line(at, caption.end(), closing if closing > 0 else stop)
        if begin is None:
            return at + 1
    if begin is None:
        last = latex_rows_end(scan.lines, at)
        return scan.take(tabular_rows, at, last) if last else None
    end, column = latex_end(scan.lines, at, begin.end())
    scan.take(tabular_rows, at, end + 1, begin.start(), column)
    rest = scan.lines[end][TABULAR_END.search(scan.lines[end], column).end() :] if column is not None else ""  # type: ignore[union-attr]
    if column is not None and (BEGIN.search(rest) or _CAPTION.search(rest)):
        scan.lines[end] = " " * (len(scan.lines[end]) - len(rest)) + rest
        return end
    return end + 1


def fence(scan: Taking, at: int, line: str) -> int | None:
    """A fence is taken off; what stands in it is read like the rest, lines of comma separated values and of blanks more readily."""
    match = _FENCE.match(line)
    if match is None:
        return None
    scan.flush()
    end = next((n for n in range(at + 1, len(scan.lines)) if scan.lines[n].strip().startswith(match[1])), len(scan.lines))
    inside = scan.lines[at + 1 : end]
    filled = [line for line in inside if line.strip()]
    mark = ("" if match[2].lower() == "json" else fence_mark(filled)) or ("," if match[2].lower() in ("csv", "tsv") else "")
    if mark:
        if not any("\t" in line for line in filled):
            _fenced_csv(scan, at + 1, end, mark)
            return end + 1
    elif (
        filled
        and match[2].lower() != "json"
        and not any("|" in line or "\t" in line or "<t" in line or "\\begin" in line for line in filled)
    ):
        scan.delegate(at + 1, end)
        return end + 1
    scan.lines[at] = ""
    if end < len(scan.lines):
        scan.lines[end] = ""
    return at + 1


def _fenced_csv(scan: Taking, first: int, end: int, mark: str) -> None:
    lines = [line if line.strip() else "" for line in scan.lines]
    scan.table(lambda: (row for row in csv_rows(lines, first, end, mark) if any(part.raw.strip() for f in row.fields for part in f.parts)))


def json(scan: Taking, at: int, line: str) -> int | None:
    end = json_end(scan.lines, at) if at >= scan.unclosed else 0
    if not end:
        if begins_json(scan.lines, at):
            scan.unclosed = max(scan.unclosed, at + MOST_LINES)
        return None
    return scan.take(json_rows, at, end)
