"""What a schedule's head got wrong, mended by the statements of the same filing: a multiplier left out, a wrong period type, an end
that is some days off.

No concepts here: a value of three digits and more that stands in a statement with the same digits and the same last day is
the same number far more often than not; two such values that agree settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from converter.model import Period, Schedule, ScheduleItem, Statement

_LEAST_VALUE = 100
_LEAST_WITNESSES = 2
_DAYS_OFF = 4

_Seen = dict[tuple[date, Decimal], set[tuple[int, Period]]]


def settle(schedule: Schedule, statements: Sequence[Statement]) -> Schedule:
    """The schedule with the scale and the duration that the statements prove; itself where they prove nothing."""
    seen = _figures(statements)
    if not seen:
        return schedule
    items = _moved(schedule.items, seen)
    shift = _shift(items, seen)
    items = tuple(replace(item, scale=item.scale + shift) if _is_scaled(item) else item for item in items)
    span = _span(items, seen)
    if span is not None:
        items = tuple(item if item.period.is_instant else replace(item, period=span) for item in items)
    return replace(schedule, items=items)


def _figures(statements: Sequence[Statement]) -> _Seen:
    """By last day and digits: the scales and periods under which the statements print the value."""
    seen: _Seen = {}
    for statement in statements:
        for row in statement.rows:
            for figure in row.figures:
                value = abs(figure.number.value)
                if value >= _LEAST_VALUE and not figure.ignored and figure.period is not None and figure.scale is not None:
                    seen.setdefault((figure.period.end, value.normalize()), set()).add((figure.scale, figure.period))
    return seen


def _moved(items: tuple[ScheduleItem, ...], seen: _Seen) -> tuple[ScheduleItem, ...]:
    """The items at the end that the statements show, where theirs is some days off and no number stands there."""
    days = sorted({day for day, _ in seen})
    votes: Counter[date] = Counter()
    for item in items:
        value = abs(item.number.value).normalize()
        votes.update(day for day in days if abs((day - item.period.end).days) <= _DAYS_OFF and (day, value) in seen)
    if not votes or any(item.period.end in votes for item in items):
        return items
    day, count = votes.most_common(1)[0]
    return tuple(_ending(item, day) for item in items) if count >= _LEAST_WITNESSES else items


def _ending(item: ScheduleItem, day: date) -> ScheduleItem:
    """The item with its last day moved; what begins far before (a balance at the start) stays."""
    if abs((day - item.period.end).days) > _DAYS_OFF:
        return item
    return replace(item, period=Period(item.period.start, day, (*item.period.evidence, "statements")))


def _is_scaled(item: ScheduleItem) -> bool:
    return not item.unit.denominator and item.unit.numerator.startswith("iso4217:")


def _matches(item: ScheduleItem, seen: _Seen) -> Iterable[tuple[int, Period]]:
    return seen.get((item.period.end, abs(item.number.value).normalize()), ())


def _shift(items: Sequence[ScheduleItem], seen: _Seen) -> int:
    """How many powers of ten the schedule lies below the statements, where it has no multiplier of its own."""
    votes: Counter[int] = Counter()
    for item in items:
        if _is_scaled(item) and item.scale == 0:
            votes.update({scale for scale, period in _matches(item, seen) if period.is_instant == item.period.is_instant})
    if not votes:
        return 0
    scale, count = votes.most_common(1)[0]
    return scale if scale > 0 and count >= _LEAST_WITNESSES and count > votes[0] else 0


def _span(items: Sequence[ScheduleItem], seen: _Seen) -> Period | None:
    """The duration under which the statements print the schedule's amounts, where most agree on one."""
    votes: Counter[Period] = Counter()
    for item in items:
        if _is_scaled(item) and not item.period.is_instant:
            votes.update({period for scale, period in _matches(item, seen) if not period.is_instant and scale == item.scale})
    if not votes:
        return None
    (period, count), *others = votes.most_common(2)
    tied = bool(others) and others[0][1] == count
    return period if count >= _LEAST_WITNESSES and not tied else None
