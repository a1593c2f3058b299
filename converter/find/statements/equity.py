"""Statements of equity: a column for each component and dated balances below each other, or the components below each other with a
column for each year. Only the balances are read; what moved them is told by the other statements."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from converter import resources
from converter.find.statements.draft import DraftRow
from converter.find.statements.heads import ColumnHead
from converter.find.statements.in_label import numbers_in_label, strays_of
from converter.find.statements.instants import Instant, at_end_of, by_day
from converter.find.statements.known import Known
from converter.find.statements.line import Line, is_year
from converter.find.statements.parts import Part
from converter.find.statements.periods import resolve
from converter.find.statements.rows import heads_of
from converter.find.statements.segment import Segment, is_head
from converter.grammar.dates import find_dates
from converter.grammar.periods import read_head
from converter.grammar.scales import ScaleStatement
from converter.model import Column, Figure, Period, StatementRow, currency_unit
from converter.patterns import regex

_BALANCE = regex(r"(?:(?<!\W)\W++)?balances?\b", re.IGNORECASE)
_OPENS = regex(r"\b(?:beginning|opening|start)\b", re.IGNORECASE)
_CLOSES = regex(r"\b(?:end|ending|closing)\b", re.IGNORECASE)
_TOTAL = regex(
    r"total (?:(?:share|stock)(?:holder|owner)s?\W{0,2}s?|shareowners\W?|partners\W?|members\W?) (?:equity|deficit|capital).{0,12}", re.I
)
_COUNTS = regex(r"(?:(?:no\.?|number) of )?(?:treasury |common )?shares(?: issued)?|number", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_COMPONENT = regex(
    r"\b(?:stock|shares?|paid|capital|earnings|retained|deficit|total|income|treasury|comprehensive|equity|interests?|units?|adjustments?)\b",
    re.I,
)
MOVEMENT = "a movement of equity: its balances alone are read"
_IN_LABEL = "inside the label of a movement of equity"
_FORMERLY = "a balance as it was reported before"
_NO_DAY = "nothing tells the day of this balance"


@cache
def _balance_words() -> frozenset[str]:
    """What a row that is a balance says beside its day."""
    with resources.table("find/statements", "balance_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


def with_labels(segment: Segment) -> Segment:
    """A segment whose labels are where rows have them: a year that begins a row ends the day of a balance, and the last lines above
    the first figures are that row's label."""
    cut = next((index for index in range(len(segment.heads) - 1, -1, -1) if _BALANCE.match(segment.heads[index].text)), len(segment.heads))
    if any(len(line.cells) > 1 for line in segment.heads[cut:]):
        cut = len(segment.heads)
    rows = [_year_as_label(line) for line in segment.rows]
    return replace(segment, heads=segment.heads[:cut], rows=[*segment.heads[cut:], *rows])


def _year_as_label(line: Line) -> Line:
    first = line.cells[0] if line.cells else None
    if first is None or first.number is None or not is_year(first.number) or (is_head(line) and len(line.cells) > 1):
        return line
    return replace(line, cells=(replace(first, number=None), *line.cells[1:]))


def add_equity(
    part: Part, columns: list[Column], before: Sequence[StatementRow], known: Known, scale: ScaleStatement | None
) -> list[StatementRow]:
    """The rows of a part of the statement; the columns that it has beyond the pages before (whose rows are ``before``) are added to
    ``columns``."""
    by_year = _is_by_year(part.heads)
    periods: Sequence[Period | None] = resolve(part.heads, part.captions, "equity", known) if by_year else [None] * len(part.spans)
    own = [_column(head, period, part.currency) for head, period in zip(part.heads, periods, strict=True)]
    days = _days(part.rows)
    told = {figure.period.end for row in before for figure in row.figures if figure.period}
    places = _places(columns, own, told.isdisjoint(day for day in days if day))
    reading = _Reading(part, columns, places, scale, days)
    return [reading.row(index, depth, above) for index, (depth, above) in enumerate(heads_of(part.rows))]


def _is_by_year(heads: Sequence[ColumnHead]) -> bool:
    dated = [head for head in heads if not read_head(head.text).is_empty and not _COMPONENT.search(head.text)]
    return len(dated) * 2 > len(heads)


def _column(head: ColumnHead, period: Period | None, currency: str) -> Column:
    counts = bool(head.pieces) and _COUNTS.fullmatch(head.pieces[-1]) is not None
    reason = "" if period else "a column of share counts" if counts else "a component of equity"
    return Column(head.text, period, counts, reason, tuple(head.places), currency)


def _places(columns: list[Column], own: Sequence[Column], further: bool) -> list[int]:
    """Where the columns of a page stand among those of the pages before. A page without heads of its own that tells of ``further``
    days goes on in their order."""
    if further and len(columns) == len(own) and not any(column.head for column in own):
        return list(range(len(own)))
    places: list[int] = []
    for column in own:
        same = [i for i, other in enumerate(columns) if (other.head, other.period) == (column.head, column.period) and i not in places]
        places.append(same[0] if same else len(columns))
        if not same:
            columns.append(column)
    return places


class _Reading(Struct, frozen=True):
    """What a part's rows are read by. ``days`` are the rows' days, ``places`` where the part's columns stand among the statement's."""

    part: Part
    columns: Sequence[Column]
    places: Sequence[int]
    scale: ScaleStatement | None
    days: Sequence[date | None]

    def row(self, index: int, depth: int, above: tuple[str, ...]) -> StatementRow:
        row, currency = self.part.rows[index], currency_unit(self.part.currency)
        told = [self.columns[place] for place in self.places]
        instant: Instant = "" if all(column.period is None for column in told) else _instant(row.label, told)
        power = self.scale.power if self.scale else 0
        figures = []
        for column, cell in row.cells:
            period, ignored, reason = self._fate(index, told[column], instant)
            if cell.number is not None:
                figures.append(Figure(cell.number, cell.place, self.places[column], period, currency, power, ignored, reason))
        inside = numbers_in_label(row.labels, (), told, self.scale, currency)
        passed = [replace(each, column=0, ignored=True, reason=_IN_LABEL) for each in inside]
        beside = strays_of(row.strays, self.part.spans[0].left)
        places = tuple(cell.place for cell in row.labels)
        return StatementRow(row.label, tuple(figures), depth, above, places, (*passed, *beside), instant, row.ruled)

    def _fate(self, index: int, column: Column, instant: Instant) -> tuple[Period | None, bool, str]:
        """The day of a figure, whether it is left out, and why."""
        label = self.part.rows[index].label
        if column.ignored:
            return None, True, column.reason
        if column.period is not None:
            return (at_end_of(column.period, instant), False, "") if instant else (None, True, MOVEMENT)
        day = self.days[index]
        if not is_balance(label) or (day is None and find_dates(label)):
            return None, True, MOVEMENT
        if day is None:
            return None, False, _NO_DAY
        if {"previously", "reported"} <= set(_WORD.findall(label.lower())):
            return None, True, _FORMERLY
        return Period(None, day, (f'row "{label[:80]}"',)), False, ""


def _days(rows: Sequence[DraftRow]) -> list[date | None]:
    """The day of each row that is a balance. Where some rows are called balances, one that only names a day is none: "Net income for the
    year ended / December 31, 2002". What opens a year on its first day is the balance of the day before."""
    named = any(_BALANCE.match(row.label) for row in rows)
    days = [_day(row.label) if is_balance(row.label) and (not named or "balance" in row.label.lower()) else None for row in rows]
    ends = {(day.month, day.day) for day in days if day}
    return [_eve(day) if day and day.day == 1 and (_eve(day).month, _eve(day).day) in ends else day for day in days]


def _eve(day: date) -> date:
    return day - timedelta(days=1)


@lru_cache(maxsize=1 << 10)
def is_balance(label: str) -> bool:
    """Whether a row's words say that it is a balance, and nothing else: "Balance, December 31, 2002", "January 1, 1995"."""
    found = find_dates(label)
    rest = label.lower()
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    words = set(_WORD.findall(rest))
    return words <= _balance_words() and (bool(found) or bool(_BALANCE.match(label)) or bool(words & {"balance", "balances"}))


def _day(label: str) -> date | None:
    days = {each.day for each in find_dates(label)}
    return days.pop() if len(days) == 1 else None


def _instant(label: str, columns: Sequence[Column]) -> Instant:
    if _TOTAL.fullmatch(label.lower()):
        return "end"
    words = set(_WORD.findall(label.lower()))
    if not (_BALANCE.search(label) or words <= _balance_words() or "equity" in words):
        return ""
    if _OPENS.search(label):
        return "start"
    if _CLOSES.search(label):
        return "end"
    return by_day(label.lower(), columns) if _BALANCE.search(label) else ""
