"""Where a statement is complete: what stands below its last line under a heading of its own is another table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from converter.find.statements.lines.line import Line
from converter.find.statements.lines.names import names_something
from converter.find.statements.lines.pages import is_page_number
from converter.find.statements.segments.borders import (
    FOOTNOTE,
    introduces_table,
    is_at_foot,
    is_of_page,
    is_running_head,
    names_look_alike,
    runs_on_pages,
    tells_date,
)
from converter.find.statements.segments.markers import kind_so_far
from converter.find.statements.segments.segment import Segment, is_head
from converter.find.statements.segments.titles import rival_of
from converter.grammar.companies import ends_in_company
from converter.grammar.periods import read_head
from converter.patterns import regex

_END = regex(r"\bend(?:ed|ing)?\b")
_ENDS_CASH = regex(
    r"\bcash\b.{0,90}\bend(?:ing)?\b|^\W*(?:balances?\W{1,3})?(?:at\s+)?(?:the\s+)?end(?:ing)?\s+(?:of|balance)", re.IGNORECASE
)
_OTHER_SIDE = regex(r"liabilit|payable|equit|capital|deficit|corpus", re.IGNORECASE)
_GOES_ON = regex(
    r"supplement\w{0,6}\s+(?:disclos|cash|schedule|non|info\w*+(?!\s+(?:on|about|regarding|concerning)\b))|non-?\s?cash|disclosure|paid"
    r"|interest|tax|acqui|(?:invest|financ|operati)\w{1,5}\s.{0,20}activit|reconcil|adjust|consist|cash"
    r"|represented|components|commitments|conting|book\s+value|outstanding|continued|concluded",
    re.IGNORECASE,
)
"""What still belongs to a statement below its last line."""
_ASIDES = regex(r"\([^()]*\)?|\b(?:(?:un)?audited|consolidated|condensed)\b", re.IGNORECASE)
_BOTTOM = regex(r"\W*net\s+\(?(?:income|earnings|loss|profit)\b|(?:profit|\(?loss\)?)\b.{0,20}\bfor\s+the\s", re.IGNORECASE)
"""The label of a statement of income's bottom line."""
_TAIL = regex(
    r"per\s+(?:\w+\s+)?(?:share|unit)\b|\b(?:shares?|units?)\s+outstanding|dividend|distribut|retained|accumulated|comprehensive|deficit|weighted"
    r"|attributable|available\s+(?:to|for)|supplement|\b(?:continued|concluded)\b|\bnotes?\b.{0,80}\bstatements?\b",
    re.IGNORECASE,
)
"""What goes on below it, on another page too."""
_OF_BOTTOM = regex(r"\bnet\s+\(?(?:income|earnings|loss|profit)\b|\bper\s+share\b|\beps\b", re.IGNORECASE)
"""What shareholders earn is part of the face, however it is led to: "Diluted EPS is calculated using the following:"."""
_OF_INCOME = ("income", "comprehensive")
_OF_FIGURES = regex(
    r"\W*(?:(?:selected|other|operating|key|credit|capital|loan|performance|asset\s+quality|financial|supplement\w+)\s+){0,3}"
    r"(?:ratios?|statistics|metrics|asset\s+quality|(?:quality|selected|operating|performance|credit|other)\s+(?:data|information|measures))"
    r"(?:\s+(?:data|information|statistics|measures))?\W*",
    re.IGNORECASE,
)
"""A heading of what analysts reckon from a balance sheet: "Asset quality data:", "Selected ratios". No blank line need stand above it."""
_NUMBERED = regex(r"\d{1,2}\.\s+[A-Z][a-z]")
"""How the heading of a note begins: "6.  Properties (cont'd)"."""
_SUPPLEMENT = regex(r"\W*supplement", re.IGNORECASE)
_NOT_GAAP = regex(r"\bnon[\s-]*gaap\b|\breconciliation\b", re.IGNORECASE)
_MOST_BETWEEN, _LONGEST_HEADING, _LEAST_LETTERS, _LEAST_ROWS, _SEVERAL = 40, 120, 6, 3, 2


def is_beyond(line: Line, current: Segment) -> bool:
    """Whether a line holds the first figures below a complete balance sheet or cash flow and a heading that is none of the statement's, or
    below a complete balance sheet and heads of lengths of time, or below a complete statement of income or cash flows, words of another
    table and heads of its own, or what begins a note; or below a balance sheet, or a complete cash flow, and words of another basis than
    GAAP."""
    rows = current.rows
    if (
        current.kind not in (None, "balance_sheet", "cashflow", *_OF_INCOME)
        or not line.has_figures
        or not rows
        or (rows[-1].has_figures and not is_head(rows[-1]))
    ):
        return False
    # The number of a note reads as an amount: "(5) INCOME TAXES".
    between = list(takewhile(lambda row: not row.has_figures or is_head(row) or _heads_note(row), reversed(rows[-_MOST_BETWEEN:])))
    before = rows[: len(rows) - len(between)]
    if not before:
        return False
    if current.kind == "balance_sheet" and any(_leaves_gaap(row) for row in between):
        return True
    if any(map(_heads_note, between)) and any(ends(before) for ends in (ends_balance, _ends_income, has_ended_cash)):
        return True
    # What stands so below a statement of income is told as an aside of it.
    if current.kind == "cashflow" and any(_leaves_cash(row, current) for row in between) and has_ended_cash(before):
        return True
    if current.kind in _OF_INCOME:
        anew = any(map(_begins_note, between)) or _is_headed_anew(between[::-1], before[-1].table, current, _TAIL)
        return (anew or any(_reconciles(row) for row in between)) and _ends_income(before)
    if current.kind != "cashflow" and _tells_lengths(between):
        return kind_so_far(current) == "balance_sheet" and ends_balance(before)
    if current.kind == "cashflow" and _is_headed_anew(between[::-1], before[-1].table, current, _GOES_ON) and has_ended_cash(before):
        return True
    if current.kind is None or not any(_names_other(row, before[-1].table) for row in between):
        return False
    return ends_balance(before) if current.kind == "balance_sheet" else _ends_cash(before)


def _leaves_cash(line: Line, current: Segment) -> bool:
    """Whether a heading names a look-alike or another basis, and not what belongs to cash flows: "Selected non-cash items"."""
    if _leaves_gaap(line):
        return not _SUPPLEMENT.match(line.text)
    return names_look_alike(line, current) and not _GOES_ON.search(line.text)


def _is_headed_anew(between: Sequence[Line], table: int, current: Segment, goes_on: re.Pattern[str]) -> bool:
    """Whether words that name or introduce another table, and none with which the statement ``goes_on``, stand above heads of dates."""
    head = next((index for index, row in enumerate(between) if _is_dated(row, table)), 0)
    return any(_introduces(row, table, current) and not goes_on.search(_ASIDES.sub("", row.text)) for row in between[:head])


def _is_dated(row: Line, table: int) -> bool:
    """Whether dates stand over the columns of another table; those of a grid are no line of the one before."""
    return not is_at_foot(row, table) and (is_head(row) or tells_date(row))


def _introduces(line: Line, table: int, current: Segment) -> bool:
    """Whether a line set apart says more than a period, a scale, the name of a company or what runs on a page."""
    text = _ASIDES.sub("", line.text).strip()
    if line.rule or not (line.blank_before or line.page_break or line.table < 0) or is_at_foot(line, table) or _is_footnote(line):
        return False
    return names_something(text) and not (
        runs_on_pages(text) or ends_in_company(text) or is_running_head(line, current) or line.text in current.caption_text
    )


def _is_footnote(line: Line) -> bool:
    """Whether a line begins as a note at the foot does."""
    return FOOTNOTE.match(line.text) is not None and not _heads_note(line)


def _heads_note(line: Line) -> bool:
    """Whether a line is the heading of a note: at the top of a page, numbered, or in capitals behind a mark."""
    if not line.page_break:
        return False
    return (line.text.isupper() and FOOTNOTE.match(line.text) is not None) or _NUMBERED.match(line.text) is not None


def _leaves_gaap(line: Line) -> bool:
    """Whether a paragraph names what no balance sheet has: "Reconciliation of net income to adjusted EBITDA"."""
    text = _ASIDES.sub("", line.text).strip()
    return line.table < 0 and not line.has_figures and text[:1].isupper() and len(text) < _LONGEST_HEADING and rival_of(text) == "non-GAAP"


def _reconciles(line: Line) -> bool:
    """Whether a paragraph names a table of measures beside the statement; of what is but adjusted, a statement's foot may speak."""
    return _leaves_gaap(line) and _NOT_GAAP.search(line.text) is not None


def _begins_note(line: Line) -> bool:
    """Whether a line set apart is the heading of a note, "(14) Regulatory capital", or introduces a table."""
    text = line.text.strip()
    if line.rule or line.has_figures or line.table >= 0 or len(text) > _LONGEST_HEADING:
        return False
    return (line.heading and FOOTNOTE.match(text) is not None) or (introduces_table(text) and not _OF_BOTTOM.search(text))


def _ends_income(rows: Sequence[Line]) -> bool:
    """Whether the bottom line is among the rows."""
    return sum(1 for row in rows if row.has_figures) > _LEAST_ROWS and any(row.has_figures and _BOTTOM.match(row.text) for row in rows)


def _tells_lengths(rows: Sequence[Line]) -> bool:
    """Whether heads with years or dates below them tell lengths of time: "Years Ended" over "1998  1997"."""
    text = " ".join([row.text for row in rows[::-1] if not row.rule and len(row.text) < _LONGEST_HEADING])
    if not _END.search(text.lower()):
        return False
    said = read_head(text)
    return bool(said.spans and said.ended and (said.years or said.dates))


def _ends_cash(rows: Sequence[Line]) -> bool:
    """The cash at the end; its label may begin a line above."""
    return bool(_ENDS_CASH.search(" ".join(row.text for row in rows[-2:] if not row.rule)) or _ENDS_CASH.search(rows[-1].text))


def has_ended_cash(rows: Sequence[Line]) -> bool:
    """Whether the cash at the end is among the rows: what was paid, and what moved no cash, may stand below it."""
    return any(row.has_figures and _ends_cash(rows[max(0, index - 1) : index + 1]) for index, row in enumerate(rows))


def ends_balance(rows: Sequence[Line]) -> bool:
    """The total of assets came again, and all words of the other side stand between: both sides are printed."""
    end = next(
        (index for index in range(len(rows) - 1, -1, -1) if rows[index].has_figures and not is_page_number(rows[index], _SEVERAL)), -1
    )
    rows = rows[: end + 1]
    total = _amounts(rows[-1]) if rows else []
    first = next((index for index, row in enumerate(rows[:-_LEAST_ROWS]) if row.has_figures and _amounts(row) == total), None)
    other = next((index for index, row in enumerate(rows) if _OTHER_SIDE.search(row.text)), -1)
    return first is not None and first < other


def _amounts(row: Line) -> list[str]:
    return [cell.number.printed.strip("$ ") for cell in row.figures if cell.number]


def _names_other(line: Line, table: int) -> bool:
    """A short line set apart that names something: no foot of a page or table, no name of a company, none of the statement's words."""
    text = _ASIDES.sub("", line.text).strip()
    if _OF_FIGURES.fullmatch(text):
        return True
    if line.rule or is_head(line) or not (line.blank_before or line.page_break or line.table < 0) or is_at_foot(line, table):
        return False
    if len(text) > _LONGEST_HEADING or sum(map(str.isalpha, text)) < _LEAST_LETTERS or FOOTNOTE.match(line.text):
        return False
    return text[:1].isupper() and not _GOES_ON.search(text) and not is_of_page(text) and not ends_in_company(text)
