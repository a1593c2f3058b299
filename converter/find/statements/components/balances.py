"""Which rows of a statement of equity are balances, and of what day."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from converter import resources
from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.periods.known import Known
from converter.grammar.dates import find_dates
from converter.grammar.periods import floats
from converter.patterns import regex

BALANCE = regex(r"(?:(?<!\W)\W++)?balances?\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_DAY = timedelta(days=1)
_FORMERLY = frozenset({"previously", "reported"})
FORMERLY = "a balance as it was reported before"
ADJUSTED = "a balance as it was adjusted on the day after"


class BalanceDay(Struct, frozen=True):
    """The day of a row that is a balance, None where nothing tells it; ``reason`` why the balance is left out all the same."""

    day: date | None = None
    reason: str = ""


@cache
def balance_words() -> frozenset[str]:
    """What a row that is a balance says beside its day."""
    with resources.table("find/statements/components", "balance_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


@lru_cache(maxsize=1 << 10)
def is_balance(label: str) -> bool:
    """Whether a row's words say that it is a balance, and nothing else: "Balance, December 31, 2002", "January 1, 1995"."""
    found = find_dates(label)
    rest = label.lower()
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    words = set(_WORD.findall(rest))
    return words <= balance_words() and (bool(found) or bool(BALANCE.match(label)) or bool(words & {"balance", "balances"}))


def balance_days(rows: Sequence[DraftRow], known: Known) -> list[BalanceDay]:
    """The day of each row that is a balance. Where some rows are called balances, one that only names a day is none: "Net income for the
    year ended / December 31, 2002". What opens a year or a quarter on its first day is the balance of the day before."""
    named = any(BALANCE.match(row.label) for row in rows)
    printed = [_printed(row.label) if is_balance(row.label) and (not named or "balance" in row.label.lower()) else None for row in rows]
    ends = _Ends.of([*known.days, *(day for day in printed if day)], known)
    closing = {day: row for row, day in zip(rows, printed, strict=True) if day and not _is_former(row)}
    return [_told(row, day, ends, closing) for row, day in zip(rows, printed, strict=True)]


def _printed(label: str) -> date | None:
    days = {each.day for each in find_dates(label)}
    return days.pop() if len(days) == 1 else None


class _Ends(Struct, frozen=True):
    """The days that years and quarters end on, but for those that may be the first of the next. ``floating`` where they are no months'
    ends; ``weekday`` the one that all of them share, or -1."""

    days: frozenset[date]
    sheets: frozenset[date]
    floating: bool
    weekday: int

    @classmethod
    def of(cls, days: Sequence[date], known: Known) -> _Ends:
        ends = frozenset(day for day in days if day.day > 1)
        weekdays = {day.weekday() for day in ends}
        return cls(ends, frozenset(known.days), any(map(floats, ends)), weekdays.pop() if len(weekdays) == 1 else -1)

    def are_before(self, day: date) -> bool:
        """Whether a year or a quarter ended on the day before."""
        eve = day - _DAY
        if day in self.sheets:
            return False
        if not self.floating:
            return day.day == 1
        return eve.weekday() == self.weekday if self.weekday >= 0 else eve in self.days


def _told(row: DraftRow, day: date | None, ends: _Ends, closing: Mapping[date, DraftRow]) -> BalanceDay:
    if day is None or _is_former(row):
        return BalanceDay(day, FORMERLY if day else "")
    if "inception" in row.label.lower() or not ends.are_before(day):
        return BalanceDay(day)
    eve = day - _DAY
    # What a rule that was adopted on the next day made of the closing balance is not what the day before closed with.
    adjusted = eve in closing and _differ(closing[eve], row)
    return BalanceDay(eve, ADJUSTED if adjusted else "")


def _is_former(row: DraftRow) -> bool:
    return set(_WORD.findall(row.label.lower())) >= _FORMERLY


def _differ(row: DraftRow, other: DraftRow) -> bool:
    amounts = {column: cell.number.value for column, cell in row.cells if cell.number}
    return any(cell.number and amounts.get(column, cell.number.value) != cell.number.value for column, cell in other.cells)
