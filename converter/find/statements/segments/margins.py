"""What stands at the right end of a title's line, as printed pages are set: the company's name, or the number of the page."""

from __future__ import annotations

import re

from msgspec.structs import replace

from converter.find.statements.lines.line import Line
from converter.grammar.companies import ends_in_company
from converter.patterns import regex

_PAGE = regex(r"\d{1,3}")
_STATEMENT = regex(r"\b(?:statements?|sheets?)\b", re.IGNORECASE)
_SEVERAL = 2
_GAP = "   "


def left_of_margin(text: str) -> str:
    """A line of text without the name or number that stands apart at its end."""
    text = text.rstrip()
    left, _, right = text.rpartition(_GAP)
    right = right.strip()
    return left if left.strip() and (ends_in_company(right) or _PAGE.fullmatch(right)) else text


def without_margin(line: Line) -> Line:
    """A line without its last cell, where that is a company's name, or a number at the top of a page: in a list of contents it tells of
    another one."""
    if len(line.cells) < _SEVERAL:
        return line
    last = line.cells[-1].text.strip()
    of_page = line.page_break and _PAGE.fullmatch(last) and _STATEMENT.search(line.text)
    if not of_page and not ends_in_company(last):
        return line
    cells = line.cells[:-1]
    return replace(line, cells=cells, text=" ".join([cell.text for cell in cells]))
