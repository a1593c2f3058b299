"""What a page adds to the lines of a statement: its number, and what runs at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.lines.line import Line, is_year
from converter.grammar.companies import ends_in_company
from converter.model import Cell
from converter.patterns import regex

_OF_PAGES = r"(?:\sof\s\d{1,3}(?:\spages?)?)"
_PAGE = regex(rf"\W{{0,3}}page\s+(?:[A-Z]-?)?\d{{1,3}}{_OF_PAGES}?\W{{0,3}}", re.IGNORECASE)
_LONGEST_PAGE = 24
_ENDS_IN_COUNT = regex(rf"{_OF_PAGES}\W{{0,3}}$", re.IGNORECASE)
_SET_OFF = regex(r"[-–—(\[ ]{0,6}(?:[A-Z]{1,2}\s?-\s?)?\d{1,3}[-–—)\]. ]{0,6}")
"""A page's number between marks: "-- 5 --", "[5]", "F - 5"."""
FORM, REPORT = r"form\s+(?:10|20|40|8|6)-?[kqf]", r"(?:annual|quarterly|interim)\s+report"
"""What a report is called, as patterns."""
_REPORT = regex(rf"\b(?:{FORM}\w*|{REPORT}\b.*|page)\W*$", re.IGNORECASE)
_OF_FORM = regex(rf"{FORM}\b", re.IGNORECASE)
_ENDS_IN_PAGE = regex(r"\bpage\s?$", re.IGNORECASE)
_MOST_DIGITS = 3
"""Of a page's number."""
_LONGEST_PART = 2
"""Letters before it: "F", "FS"."""


def is_foot(cells: Sequence[Cell]) -> bool:
    """The foot of a page: its number, and what the report is called: "1998 Annual Report | 45"."""
    numbers = [cell for cell in cells if cell.number is not None]
    if len(numbers) != 1 or not numbers[0].text.isdecimal() or len(numbers[0].text) > _MOST_DIGITS:
        return False
    return all(_REPORT.search(cell.text) for cell in cells if cell.number is None)


def names_report(text: str) -> bool:
    """Whether a line ends in what the report is called, and a page's number perhaps: "EXAMPLE 1998 Annual Report 45"."""
    return _REPORT.search(_ENDS_IN_COUNT.sub("", text).rstrip("0123456789 ")) is not None


def names_page(text: str) -> bool:
    """ "Page 7", "Page 4 of 20"."""
    return len(text) < _LONGEST_PAGE and _PAGE.fullmatch(text) is not None


def is_page_number(line: Line, columns: int) -> bool:
    """A lone small bare number on a line of a statement with several columns, "F-7", or "Page 7"."""
    if names_page(line.text) or (line.page_break and columns > 1 and _SET_OFF.fullmatch(line.text)):
        return True
    if columns < 2 or len(line.cells) != 1:
        return False
    part, _, number = line.cells[0].text.strip("- ").rpartition("-")
    return number.isdigit() and len(number) <= _MOST_DIGITS and (not part or (part.isupper() and len(part) <= _LONGEST_PART))


def is_running(line: Line, column_of: dict[int, int], below: Sequence[Line]) -> bool:
    """A name with the number of its page beside it: "Page 7", or a bare number that stands in no column or ends the page."""
    if (line.blank_before and len(line.cells) > 1 and is_foot(line.cells)) or _ends_in_page(line.cells):
        return True
    if (line.page_break or any(each.page_break for each in below)) and _runs_at_edge(line, column_of):
        return True
    if len(line.cells) != 2:
        return False
    for cell, other in (line.cells, line.cells[::-1]):
        if other.number is None and cell.number is None and len(cell.text) < _LONGEST_PAGE and _PAGE.fullmatch(cell.text):
            return True
        if (
            other.number is None
            and cell.number is not None
            and cell.text.isdigit()
            and len(cell.text) <= _MOST_DIGITS
            and (line.blank_before or line.page_break)
        ):
            apart = id(cell) not in column_of
            return (apart and (line.page_break or not below)) or any(each.page_break for each in below)
    return False


def _runs_at_edge(line: Line, column_of: dict[int, int]) -> bool:
    """Whether the first or last line of a page is none of its table's: the name of the company or report, the page's number set off, or
    left of a name."""
    text = line.text
    if _SET_OFF.fullmatch(text):
        # Of a lone column it may be the amount: a total without a label.
        return len(set(column_of.values())) > 1 or not any(id(cell) in column_of for cell in line.cells)
    if _OF_FORM.match(text) or names_page(text) or names_report(text):
        return True
    if not line.has_figures:
        return ends_in_company(text)
    first, *others = line.cells
    named = any(cell.number is None for cell in others) and all(cell.number is None or is_year(cell.number) for cell in others)
    return named and id(first) not in column_of and first.text.isdecimal() and len(first.text) <= _MOST_DIGITS


def _ends_in_page(cells: Sequence[Cell]) -> bool:
    """ "RUN DATE 02-11-10 | PAGE | 1": what runs at a page's head is told by the word before its only number."""
    if len(cells) < 2 or cells[-1].number is None or cells[-2].number is not None or not _ENDS_IN_PAGE.search(cells[-2].text):
        return False
    return cells[-1].text.isdecimal() and len(cells[-1].text) <= _MOST_DIGITS and all(cell.number is None for cell in cells[:-1])


def is_dashed(line: Line) -> bool:
    """ "- 5 -" alone on a line, or a small bare number in a cell of a grid that reaches from the labels over the columns."""
    if len(line.cells) != 1:
        return False
    text = line.cells[0].text
    if line.geometry == "grid" and text.isdigit() and len(text) <= _MOST_DIGITS:
        return line.cells[0].left == 0 and line.cells[0].right > 1
    return text[:1] == "-" == text[-1:] and text.strip("- ").isdigit()
