"""Heads that come again among the rows of a statement: stacked halves, further pages, the second table of a balance sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.lines.line import Line
from converter.find.statements.lines.pages import FORM, REPORT
from converter.find.statements.segments.segment import is_head
from converter.grammar.dates import MONTH
from converter.grammar.periods import read_head
from converter.model import Cell
from converter.patterns import regex

_MOST_TRIED = 3
"""Rows with figures below heads, one of which has a figure in each column."""
_MOST_BELOW = 12
"""Lines below heads that have these rows."""
_LONGEST_HEAD = 40
_PIECES = regex(
    rf"(?:(?:for|the|ended|ending|fiscal|months?|weeks?|quarters?|years?|periods?|\(?unaudited\)?|{MONTH}\.?|\d{{1,2}},?"
    r"|three|six|nine|twelve|thirteen|twenty-?|thirty-?|forty-?|fifty-?|two|four|eight)(?:\s+|$))+",
    re.IGNORECASE,
)
"""A line of heads that are folded: "Ended     Ended" says no period by itself."""


_DAY = regex(r"[0-3]?\d,?")
_MONTHS = regex(rf"(?:{MONTH}\.?(?:\s+|$))+", re.IGNORECASE)
_REPORT = regex(rf"\b(?:{FORM}|{REPORT})\b", re.IGNORECASE)


def without_report(text: str) -> str:
    """What a line among the heads says before it names the report, where that is a whole date: OCR runs the head of the page into the
    caption. Else the line runs at the head of pages, and the report's period is no column's ("Form 10-Q for the quarter ended June 30")."""
    report = _REPORT.search(text)
    if report is None:
        return text
    before = text[: report.start()]
    return before if read_head(before).dates else ""


def heads_back(body: list[Line]) -> list[Line]:
    """The lines of heads that stand above a repeated line of years or days, taken off the rows."""
    begin = _begin(body)
    heads = body[begin:]
    del body[begin:]
    return heads


def are_days(body: Sequence[Line], line: Line, heads: Sequence[Line]) -> bool:
    """Whether what stands below the first heads is a day for each year of a ``line`` and no amount, its month among the ``heads`` right
    above or between: "December   December", "31   31", "2009   2008"."""
    figured = [row for row in body if row.has_figures]
    if len(figured) != 1 or not all(row.rule or row is figured[0] for row in body) or len(figured[0].cells) != len(line.figures):
        return False
    days = all(cell.number and _DAY.fullmatch(cell.text) for cell in figured[0].cells)
    return days and any(not head.rule and _MONTHS.fullmatch(head.text.strip()) for head in heads)


def _begin(body: Sequence[Line]) -> int:
    """Where the heads at the end of rows begin."""
    begin = len(body)
    while begin and not body[begin - 1].has_figures and _says_period(body[begin - 1]):
        begin -= 1
    return begin


def _says_period(line: Line) -> bool:
    return line.rule or not read_head(line.text).is_empty or _PIECES.fullmatch(line.text.strip()) is not None


def heads_on(rows: Sequence[Line], index: int, heads: list[Line]) -> int:
    """Adds the lines of heads from an ``index`` on; -> where the rows go on."""
    while index < len(rows) and (is_head(rows[index]) or (not rows[index].has_figures and _says_period(rows[index]))):
        heads.append(rows[index])
        index += 1
    return index


def are_days_over_columns(rows: Sequence[Line], index: int) -> bool:
    """Whether a line has whole days or years over the columns of the rows below, none of them a figure: "June 30, 2009   June 30, 2008"."""
    line = rows[index]
    if line.rule or line.has_figures:
        return False
    cells = [cell for cell in line.cells if cell.text.strip()]
    if not cells or not all(map(_tells_day, cells)):
        return False
    days = sum(len(head.dates) + len(head.years) for head in (read_head(cell.text) for cell in cells))
    below = [row.figures for row in rows[index + 1 : index + 1 + _MOST_BELOW] if row.has_figures and not is_head(row)][:_MOST_TRIED]
    return any(len(figures) in (len(cells), days) and cells[0].right > figures[0].left for figures in below)


def tells_anew(line: Line, body: Sequence[Line], told: str) -> bool:
    """Whether a line of days and the heads above it, the last of ``body``, tell what ``told`` (all that is said above these rows) does
    not: another day or length. The same heads once more are those of a further page."""
    block = " ".join([*(each.text for each in body[_begin(body) :]), line.text])
    return not _tellings(block) <= _tellings(told)


def _tells_day(cell: Cell) -> bool:
    if len(cell.text) > _LONGEST_HEAD or not any(map(str.isdigit, cell.text)):
        return False
    head = read_head(cell.text)
    return bool(head.dates or head.years)


def _tellings(text: str) -> set[object]:
    head = read_head(text)
    years = {day.year for day in head.dates} | set(head.years)
    return {*head.spans, *head.month_days, *years}
