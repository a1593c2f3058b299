"""What a schedule's head got wrong, mended by the statements of the same filing: a multiplier left out, a wrong period type.

No concepts here: a value of three digits and more that stands in a statement with the same digits and the same last day is
the same number far more often than not; two such values that agree settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from converter.model import Period, Schedule, ScheduleItem, Statement

_LEAST_VALUE = 100
_LEAST_WITNESSES = 2

_Seen = dict[tuple[date, Decimal], set[tuple[int, Period]]]


def settle(schedule: Schedule, statements: Sequence[Statement]) -> Schedule:
    """The schedule with the scale and the duration that the statements prove; itself where they prove nothing."""
    seen = _figures(statements, {item.period.end for item in schedule.items})
    if not seen:
        return schedule
    shift = _shift(schedule.items, seen)
    items = tuple(replace(item, scale=item.scale + shift) if _is_scaled(item) else item for item in schedule.items)
    span = _span(items, seen)
    if span is not None:
        items = tuple(item if item.period.is_instant else replace(item, period=span) for item in items)
    return replace(schedule, items=items)


def _figures(statements: Sequence[Statement], ends: set[date]) -> _Seen:
    """By last day and digits: the scales and periods under which the statements print the value."""
    seen: _Seen = {}
    for statement in statements:
        for row in statement.rows:
            for figure in row.figures:
                if figure.ignored or figure.period is None or figure.scale is None or figure.period.end not in ends:
                    continue
                value = abs(figure.number.value)
                if value >= _LEAST_VALUE:
                    seen.setdefault((figure.period.end, value.normalize()), set()).add((figure.scale, figure.period))
    return seen


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
