"""An instant or a duration, in whole days."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct


class Period(Struct, frozen=True, eq=False):
    """``start`` is None for an instant; ``start`` and ``end`` are both inside the period.

    ``evidence`` says in words what each end was read from; it takes no part in equality.
    """

    start: date | None
    end: date
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"period starts {self.start} after it ends {self.end}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def is_instant(self) -> bool:
        return self.start is None

    @property
    def days(self) -> int:
        """Length in days, 0 for an instant."""
        return 0 if self.start is None else (self.end - self.start).days + 1

    def as_instant(self) -> Period:
        """The instant at the end of this period."""
        return self if self.start is None else Period(None, self.end, self.evidence)

    def oim(self) -> str:
        """xBRL-JSON 1.0, 3.3: midnight after the last day; durations ``start/end``."""
        end = f"{self.end + timedelta(days=1)}T00:00:00"
        return end if self.start is None else f"{self.start}T00:00:00/{end}"


FOREVER = Period(date.min, date.max)
"""The period of a fact without one (XBRL 2.1, 4.7.2; OIM 1.0, 3.4). Never in a report of ours."""
