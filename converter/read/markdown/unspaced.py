"""Tables of which a PDF's text layer or an OCR left lines alone: each row on its line, single blanks between label and figures."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.grammar.dates import MONTH, YEAR
from converter.model import Cell, Place, Row
from converter.patterns import regex
from converter.read.markdown.columns import full_count
from converter.read.markdown.figures import figure, figures_in, trailing_figures
from converter.read.markdown.heads import is_spanning, may_be_heads
from converter.read.markdown.own import with_whole_labels
from converter.read.markdown.pages import is_page_break, is_page_number
from converter.read.markdown.paragraphs import heading_level
from converter.read.markdown.specks import without_blanks, without_excess
from converter.read.markdown.torn import looks_torn, torn_rows
from converter.read.source import Source

_LEAST_ROWS = 4
"""So many rows of two figures and more make a table; fewer stand in running text by chance."""
_MOST_LABELS = 8
"""Lines without figures between two rows: headings, labels that wrap, a page's furniture."""
_LONGEST = 180
_LONGEST_ABOVE, _LONGEST_HEADS = 120, 300
_DATE_TAIL = regex(rf"(?:\b(?:{MONTH})\b\.?\s+[\dlIO]{{1,2}},?|\b[A-Z0][A-Za-z]{{2,9}}\s[\dlIO]{{1,2}},)\s+(?:{YEAR})\)?$", re.IGNORECASE)
_GOES_ON = regex(r"(?:\d\S{0,2}\s+and|\b(?:note|no\.?))\s+$", re.IGNORECASE)
"""A label that ends so goes on with the figure behind it: "of $41 and $47"."""
_DASHES = "-–—_"
_DATED = regex(rf"\b(?:{MONTH})\b\.?\s+(?:[12]?\d|3[01])$|\bin\s+(?:{YEAR})\)?$", re.IGNORECASE)
"""The same: "Cash at January 1", "(1,500 shares in 2008)"."""
_MONTH = regex(rf"\b(?:{MONTH})\b", re.IGNORECASE)
_DATES = regex(
    rf"\b(?:{MONTH})\b\.?|(?<![\d,]){YEAR}(?!,?\d)|(?<!\d)(?<!\d,)[0-3lIO]?[\dlIO](?!\d|,\d{{3}}(?!\d)),?|[\s,;()]|ended|and|to|as|of|at|\*",
    re.IGNORECASE,
)
_YEARS = regex(rf"^.{{0,60}}\b{YEAR}\s+{YEAR}$")
_OTHER_NOTATION = regex(r"\t|\||<t[dr]|\\(?:begin|hline)|&[^\n]{0,200}\\\\")
_RULE = r"(?:\$\s?+)?(?:-{3,}+|_{3,}+|={2,}+|–{3,}+|—{3,}+|―{3,}+|─{3,}+|━{3,}+)"
_RULES = regex(rf"{_RULE}(?:\s++{_RULE})*+")
_SEVERAL = regex(r"\S\s+\S")
_LEAD = regex(r"(?:[*\s]|&(?:nbsp|ensp|emsp|thinsp);)*")
"""What stands before a label: the marks of bold and an indentation."""


def unspaced_end(lines: Sequence[str], at: int) -> int | None:
    """The line behind the table whose first row stands at line ``at``; None where too few rows follow."""
    rows, labels, end = 0, 0, at
    for number in range(at, len(lines)):
        line = lines[number]
        if _is_rule(lines, number):
            continue
        if _ends(line):
            break
        if looks_torn(line) and len(torn_rows(line, number)) == 1:
            rows += 1
        elif not _trailing(line):
            labels += 1
            if labels > _MOST_LABELS:
                break
            continue
        labels, end = 0, number + 1
    return end if rows >= _LEAST_ROWS else None


def _is_rule(lines: Sequence[str], number: int) -> bool:
    """Whether a line is nothing but rules over columns: two and more, or one between lines that say something. A lone one between blank
    lines ends a page."""
    line = lines[number].strip()
    if _RULES.fullmatch(line) is None:
        return False
    return _SEVERAL.search(line) is not None or all("".join(lines[at : at + 1]).strip() for at in (number - 1, number + 1) if at >= 0)


def may_stand_above(line: str) -> bool:
    """Whether a line right above such a table may be one of its heads or labels: short, and no sentence."""
    short = len(line) < _LONGEST_ABOVE or (len(line) < _LONGEST_HEADS and may_be_heads(line))
    return short and not line.rstrip().endswith(".") and not _ends(line)


def is_line_of_heads(line: str) -> bool:
    """The line tells the periods of the columns: days, years at its end, a length of time."""
    return is_spanning(line) or may_be_heads(line) or _YEARS.search(line) is not None


def _ends(line: str) -> bool:
    """Whether a line is none of such a table: running text, a heading, another notation."""
    long = len(line) > _LONGEST and not looks_torn(line) and not (len(line) < _LONGEST_HEADS and may_be_heads(line))
    return long or heading_level(line) > 0 or is_page_break(line) or _OTHER_NOTATION.search(line) is not None


def unspaced_rows(lines: Sequence[str], printed: Sequence[str], first: int, end: int, source: Source) -> list[Row]:
    """A row for each line that says something, its cells where they stand in the line, which the file has as ``printed``. A figure that
    lost its line ends the row above, but where most rows have no more figures than that one."""
    found = [(number, row) for number in range(first, end) if (row := _row(lines, printed, number, number > first, source)) is not None]
    rows = [(number, row) for (number, _), row in zip(found, without_excess([row for _, row in found]), strict=True) if row.cells]
    counts = Counter(len(_figures(row)) for number, row in rows if not is_page_number(lines[number]))
    full = full_count(counts)
    mended = with_whole_labels([row for _, row in rows], full)
    rows = [(number, row) for (number, _), row in zip(rows, mended, strict=True)]
    out: list[Row] = []
    for number, row in rows:
        above = out[-1] if out else None
        if above is not None and counts[len(_figures(above))] <= counts[full] and _ends_above(row, above, full):
            out[-1] = replace(above, cells=(*above.cells, *_moved(row.cells, above.cells[-1].right + 1)))
        elif not is_page_number(lines[number]):
            out.append(row)
    return _from_margin(out)


def _from_margin(rows: list[Row]) -> list[Row]:
    """The rows with columns that count from the page's margin: what stands there is a label, or a head of none of the columns."""
    margin = min((row.cells[0].left for row in rows if row.cells), default=0)
    return [replace(row, cells=tuple([_shifted(cell, margin) for cell in row.cells])) for row in rows] if margin else rows


def _shifted(cell: Cell, by: int) -> Cell:
    return replace(cell, left=cell.left - by, right=cell.right - by, indent=cell.indent - by)


def _figures(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.number is not None]


def _ends_above(row: Row, above: Row, full: int) -> bool:
    """Whether a row is nothing but the figures that the one right above it lacks."""
    here, there = len(_figures(row)), len(_figures(above))
    return 0 < here == len(row.cells) and 0 < there < len(above.cells) and here + there == full and not row.blank_before


def _moved(cells: Sequence[Cell], left: int) -> Iterator[Cell]:
    """The cells from the column ``left`` on; where they stand in the file they know still."""
    for cell in cells:
        width = cell.right - cell.left
        yield replace(cell, left=left, right=left + width)
        left += width + 1


def _row(lines: Sequence[str], printed: Sequence[str], number: int, inside: bool, source: Source) -> Row | None:
    """The row of a line that says something; ``inside`` where the line above may be blank."""
    if not lines[number].strip() or _is_rule(lines, number):
        return None
    return Row(tuple(_cells(lines[number], printed[number], number, source)), blank_before=inside and not lines[number - 1].strip())


def _cells(line: str, printed: str, number: int, source: Source) -> Iterator[Cell]:
    figures = _trailing(line)
    label_end = len(line[: figures[0][0]].rstrip()) if figures else len(line.rstrip())
    lead = _LEAD.match(line, 0, label_end)
    start = lead.end() if lead else 0
    for left, right in [(start, label_end), *figures]:
        text = without_blanks(line[left:right].strip("* "))
        if text:
            text = html.unescape(text) if "&" in text else text
            value = figure(text) if left >= label_end else None
            place = Place(source.index, "cell" if value else "label", printed[left:right], source.first_line + number, left, right)
            yield Cell(text, left, right, place, value, left)


def _trailing(line: str) -> list[tuple[int, int]]:
    """The figures at a line's end; not those that end its label ("of $41 and $47"), and none in a line of nothing but dates."""
    if _MONTH.search(line) and not _DATES.sub("", line):
        return []
    figures = figures_in(line) or trailing_figures(line)
    while figures and (dated := _of_label(line, figures)):
        figures = figures[dated:]
    return figures


def _of_label(line: str, figures: Sequence[tuple[int, int]]) -> int:
    """How many of the figures are the label's own: the year or day of a date that it ends in, both where the day was misread ("3O,")."""
    first, end = figures[0]
    if _DATE_TAIL.search(line[:end][-40:]) or (line[first] not in _DASHES and _GOES_ON.search(line[:first][-12:])):
        return 1
    if len(figures) > 1 and _DATE_TAIL.search(line[: figures[1][1]][-40:]):
        return 2
    return 1 if _DATED.search(line[: figures[0][1]][-40:]) else 0
