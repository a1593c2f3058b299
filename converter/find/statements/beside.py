"""What stands beside amounts: numbers of notes, per cents, changes; no facts themselves, and no witnesses of what amounts are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.find.statements.heads.of_whole import tells_parts
from converter.find.statements.heads.pairs import columns_a_date
from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.parts import Part
from converter.grammar.periods import read_head
from converter.model import Column, Period, StatementKind
from converter.patterns import regex

_LONGEST_HEAD = 60
"""What is longer above a column is a note or a title that stands there by chance."""
_CHANGES = frozenset(["change", "chg", "variance", "increase", "decrease", "difference"])
_SUBTITLE = regex(r"\b(?:increase|decrease|change)s?\)?\s+in\s+(?:the\s+)?(?:cash|funds|working\s+capital|net\s+assets)\b")
"""What a whole statement tells, set over its columns: "Increase (Decrease) in Cash"."""
_LEAST_COLUMNS, _MOST_NOTES = 2, 40
"""Beside a heading of so many columns a lone number below that is a note's."""


def is_no_money(part: Part, index: int) -> tuple[bool, str]:
    """Columns of per cents, changes, notes: by their figures and their heads."""
    numbers = [cell.number for _, cell in part.spans[index].cells if cell.number and not cell.number.dash]
    head = " ".join(piece for piece in part.heads[index].pieces if len(piece) <= _LONGEST_HEAD).lower()
    if (numbers and sum(number.percent for number in numbers) * 2 > len(numbers)) or (
        _says_per_cent(head) and not any(number.currency for number in numbers)
    ):
        return True, "a per cent column"
    if any(number.value == _WHOLE for number in numbers) and tells_parts(part.spans, index):
        return True, "a per cent column: each is a part of an amount beside it"
    words = set(head.replace(".", " ").replace("(", " ").replace(")", " ").split())
    if words & _CHANGES and not _SUBTITLE.search(head):
        return True, "a column of changes"
    if words & {"note", "notes", "page"} and read_head(head).is_empty:
        return True, "a column of notes"
    if "gaap" in head and _says_no_gaap(head) and not all(_says_no_gaap(other.text) for other in part.heads if other.pieces):
        return True, "the head says that these are no amounts by GAAP"
    if "forma" in words or "pro-forma" in words or "adjustments" in words or "eliminations" in words:
        return True, "a pro forma or consolidating column"
    if index == 0 and len(part.spans) > 2 and not head and all(number.places == 0 and abs(number.value) < 40 for number in numbers):
        return True, "a column of note numbers"
    return False, ""


def _says_per_cent(head: str) -> bool:
    return head.strip() in ("%", "percent") or "% " in head + " " or ("cent" in head and _PER_CENT_OF.search(head) is not None)


_WHOLE = 100
_PER_CENT_OF = regex(r"\bper\s?cent(?:age)?s?\s(?:of|to)\b")


def _says_no_gaap(head: str) -> bool:
    return _NO_GAAP.search(head) is not None


_NO_GAAP = regex(r"\bnon[\s-]{0,3}gaap\b", re.IGNORECASE)


def continued(part: Part, previous: Sequence[Period | None], told: Sequence[Period]) -> list[Period | None]:
    """The periods of a table without heads that goes on with the one before, but has other columns of notes and per cents beside the
    same columns of amounts, or more or fewer columns for items and sums under the same dates; empty for any other."""
    if not told or len(previous) == len(part.spans) or any(head.pieces for head in part.heads):
        return []
    amounts = [index for index in range(len(part.spans)) if not is_no_money(part, index)[0]]
    dates = list(told)
    if len(amounts) != len(told):
        size = columns_a_date([part.spans[index] for index in amounts])
        dates = [period for period in dict.fromkeys(told) for _ in range(size)]
    if len(amounts) != len(dates):
        return []
    periods = dict(zip(amounts, dates, strict=True))
    return [periods.get(index) for index in range(len(part.spans))]


def with_heads_of(before: Part | None, part: Part) -> Part:
    """A part without heads that has as many columns as the one before it, with the heads of that: they tell what is no amount."""
    if before is None or len(before.spans) != len(part.spans) or any(head.pieces for head in part.heads):
        return part
    return replace(part, heads=before.heads)


def with_one_basis(periods: list[Period | None], heads: Sequence[str]) -> list[Period | None]:
    """ "2004" over the first of "As Reported | As Restated" is over both."""
    bases = [_BASIS.search(head) for head in heads]
    out = list(periods)
    for index in range(1, len(out)):
        here, left = bases[index], bases[index - 1]
        if out[index] is None and here and left and here[0].lower() != left[0].lower() and read_head(heads[index]).is_empty:
            out[index] = out[index - 1]
    return out


def are_lengths_below_days(part: Part, before: Sequence[Column]) -> bool:
    """Whether heads tell lengths of time ("Years Ended December 31, 1998") below columns of days alone: no day's amounts stand there."""
    if not before or any(_tells_length(column.head) for column in before):
        return False
    heads = [head.text for head in part.heads if head.pieces]
    return bool(heads) and all(map(_tells_length, heads))


def _tells_length(text: str) -> bool:
    head = read_head(text)
    return bool(head.spans) and head.ended


def is_superseded(head: str, others: Sequence[str]) -> bool:
    """Whether a column is what was reported before, and one of the ``others`` (of unknown periods) what is so now."""
    basis = _BASIS.search(head)
    return bool(basis and basis["old"]) and any((other := _BASIS.search(each)) is not None and other["new"] for each in others)


_BASIS = regex(
    r"(?P<old>\bas\s+(?:previously\s+|originally\s+)?(?:reported|filed|stated))|(?P<new>\bas\s+(?:restated|revised))", re.IGNORECASE
)


def is_pro_forma(label: str, headings: Sequence[str], kind: StatementKind) -> bool:
    """Whether a row below a statement of income tells what would have been: as if taxed, as if converted."""
    return kind != "balance_sheet" and any(_PRO_FORMA.search(text) for text in (label, *headings) if "orma" in text or "ORMA" in text)


def is_funds_from_operations(label: str, headings: Sequence[str], kind: StatementKind) -> bool:
    """Whether a row below a statement of income tells what real estate trusts measure beside it, which is no part of it."""
    return kind == "income" and any(_FUNDS.search(text) for text in (label, *headings) if "und" in text or "UND" in text or "FFO" in text)


_FUNDS = regex(r"\bfunds\s+(?:available\s+)?(?:from|for)\s+(?:operations|distribution)\b|\bFFO\b", re.IGNORECASE)
_PRO_FORMA = regex(r"\bpro[\s-]{0,2}forma\b", re.IGNORECASE)


def of_columns_told(rows: Sequence[DraftRow], columns: Sequence[Column], places: Sequence[int]) -> Sequence[DraftRow]:
    """The rows without the numbers of notes and per cents: what a row measures, and how many shares it counts, they do not tell."""
    if not any(columns[place].ignored for place in places):
        return rows
    told = [[(at, cell) for at, cell in row.cells if not columns[places[at]].ignored] for row in rows]
    return [replace(row, cells=cells or row.cells) for row, cells in zip(rows, told, strict=True)]


def is_headings_note(row: DraftRow, places: Sequence[int]) -> bool:
    """ "Weighted average shares outstanding:" with a lone small number beside it, where there are columns."""
    if len(row.cells) != 1 or len(places) < _LEAST_COLUMNS or not row.label.endswith(":"):
        return False
    number = row.cells[0][1].number
    return number is not None and not (number.places or number.negative or number.currency) and 0 < number.value < _MOST_NOTES
