"""Dashes in the columns that are no amounts: beside headings, and beside labels that go on to their amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.rows.wraps import RESTS
from converter.model import Figure
from converter.patterns import regex

_WORD = regex(r"[a-z]+")
_HEADINGS = frozenset({"current", "noncurrent", "assets", "liabilities", "equity"})
"""What headings of a balance sheet say, and no item of it."""
_MOST_LINES = 12
_OWNERS = frozenset({"stockholders", "shareholders", "s"})
_GOES_ON = regex(r"[a-z(]")
_TOTAL = regex(r"total\s+", re.IGNORECASE)
_NOTHING = "a dash beside a heading or a label that goes on: no amount"


def set_dashes_apart(rows: Sequence[DraftRow]) -> None:
    """Takes the dashes that are no amounts off their rows, in place. A label with a colon is a heading where none of them has an amount."""
    dashed = {index for index, row in enumerate(rows) if row.labels and row.cells and _is_dashed(row)}
    if not dashed:
        return
    amounts = [row for index, row in enumerate(rows) if row.labels and row.cells and index not in dashed]
    colons = any(_ends_in_colon(row) for row in amounts)
    totals = {_telling(_TOTAL.sub("", row.label)) for row in amounts if _TOTAL.match(row.label)} - {frozenset()}
    for index in dashed:
        row, below = rows[index], list(takewhile(lambda each: not each.filled, rows[index + 1 : index + 1 + _MOST_LINES]))
        end = index + 1 + len(below)
        heads = (_ends_in_colon(row) and not colons) or _telling(row.label) in totals
        if end < len(rows) and (heads or (not RESTS.match(row.labels[0].text) and _goes_on(below, rows[end]))):
            row.dashes, row.cells = [cell for _, cell in row.cells], []


def _is_dashed(row: DraftRow) -> bool:
    return all(cell.number is not None and cell.number.dash for _, cell in row.cells)


def _ends_in_colon(row: DraftRow) -> bool:
    return row.labels[-1].text.rstrip(" .").endswith(":")


def _telling(label: str) -> frozenset[str]:
    """The words of a heading of a balance sheet; nothing where it says more."""
    said = frozenset(_WORD.findall(label.lower())) - _OWNERS
    return said if said <= _HEADINGS else frozenset()


def _goes_on(below: Sequence[DraftRow], amounts: DraftRow) -> bool:
    """Whether a label goes on over the lines ``below`` it to the ``amounts``, whose own words begin none: "2000, respectively"."""
    if not amounts.labels or any(row.parted or row.blank_before for row in (*below, amounts)):
        return False
    begun = (row.labels[0].text for row in below if row.labels)
    return RESTS.match(amounts.labels[0].text) is not None and all(_GOES_ON.match(text) or RESTS.match(text) for text in begun)


def dashes_of(row: DraftRow) -> tuple[Figure, ...]:
    """What became of a row's dashes that are no amounts."""
    return tuple(Figure(cell.number, cell.place, 0, None, None, None, True, _NOTHING) for cell in row.dashes if cell.number)
