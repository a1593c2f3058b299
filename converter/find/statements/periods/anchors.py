"""Which day the newest of numbered quarters ends on, where no cover and no text tells it: a supplement's statement of income has the year
to date beside its quarters ("3rd Qtr | Nine Months Ended September 30,"), and its balance sheet has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from converter.find.statements.periods.known import Known
from converter.find.statements.segments.segment import Segment
from converter.grammar.dates import day_of
from converter.grammar.periods import Head, read_head

_MONTHS_OF_A_QUARTER = 3


def with_anchor(known: Known, segments: Sequence[Segment]) -> Known:
    """The same with the number and last day of the newest quarter, where the heads of one statement tell it and those of no other another
    one."""
    if known.newest is not None:
        return known
    told = {each for segment in segments if segment.kind != "balance_sheet" for each in _anchors(segment)}
    return replace(known, anchor=told.pop()) if len(told) == 1 else known


def _anchors(segment: Segment) -> Iterator[tuple[int, date]]:
    """A length of as many months as the first or last numbered quarter has since its year began, and the day in the newest year on which
    it ends."""
    heads = [read_head(cell.text) for line in segment.heads for cell in line.cells]
    numbers = [head.quarter for head in heads if head.quarter]
    years = [year for head in heads for year in (*head.years, *(day.year for day in head.dates))]
    for head in heads if numbers and years else ():
        quarter = _quarter_ended(head)
        day = day_of(max(years), *head.month_days[0]) if quarter in (numbers[0], numbers[-1]) else None
        if day:
            yield quarter, day


def _quarter_ended(head: Head) -> int:
    """The number of the quarter that a head's year to date or year ends with, or 0."""
    months = {span.months for span in head.spans}
    if not head.ended or head.quarter or len(set(head.month_days)) != 1 or len(months) != 1:
        return 0
    quarters, rest = divmod(months.pop(), _MONTHS_OF_A_QUARTER)
    return quarters if rest == 0 and 1 <= quarters <= 4 else 0
