"""Which rows of one company's filings are one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from converter.map.years.said import RowSaid, Said

_LEAST_DIGITS = 4
"""Numbers of fewer digits may be the same by chance."""
_NEAR = 0.005
"""Two filings may round one number differently."""

Spot: TypeAlias = tuple[int, int]
"""Number of a filing in the order of time, and of a row in it."""


class _Group(Struct):
    """Rows that are one, and the filings that they stand in."""

    spots: list[Spot]
    filings: set[int]


class Rows:
    """The rows of filings that stand in the order of time, joined: first by their names, then by their numbers alone."""

    def __init__(self, filings: Sequence[Said]) -> None:
        self._filings = filings
        self._groups = {
            (number, row): _Group([(number, row)], {number}) for number, said in enumerate(filings) for row in range(len(said.rows))
        }
        self._join_names()
        self._join_numbers()

    def row(self, spot: Spot) -> RowSaid:
        return self._filings[spot[0]].rows[spot[1]]

    def groups(self) -> Iterator[list[Spot]]:
        """Rows that are one, where more than one filing has them."""
        for spot, group in self._groups.items():
            if len(group.spots) > 1 and spot == group.spots[0]:
                yield sorted(group.spots)

    def _join(self, one: Spot, other: Spot) -> None:
        """No two rows of a filing are one, and no number that both print may speak against it."""
        mine, theirs = self._groups[one], self._groups[other]
        if not mine.filings.isdisjoint(theirs.filings) or _compared(self.row(one), self.row(other)) < 0:
            return
        mine.spots += theirs.spots
        mine.filings |= theirs.filings
        for spot in theirs.spots:
            self._groups[spot] = mine

    def _join_names(self) -> None:
        by_name: dict[object, list[Spot]] = {}
        by_label: dict[object, list[Spot]] = {}
        for spot in self._groups:
            row = self.row(spot)
            by_name.setdefault((row.name, row.kind, row.instant), []).append(spot)
            by_label.setdefault((row.name[:2], row.kind, row.instant), []).append(spot)
        for spots in by_name.values():
            for one, other in pairwise(spots):
                self._join(one, other)
        for spots in by_label.values():
            for one, other in pairwise(spots):
                if _compared(self.row(one), self.row(other)) > 0:
                    self._join(one, other)
            for one, other in self._of_one_number(spots):
                self._join(one, other)

    def _of_one_number(self, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
        """Rows of one label that print one number of one period, however many filings lie between them."""
        known: dict[object, Spot] = {}
        for spot in spots:
            for when, value in self.row(spot).values.items():
                before = known.setdefault((when, value), spot)
                if value.strip("0.") and self._groups[before] is not self._groups[spot]:
                    yield before, spot

    def _join_numbers(self) -> None:
        """Rows of other names whose numbers of one period are the same, and no other row's of either filing."""
        by_number: dict[object, list[Spot]] = {}
        for spot in self._groups:
            row = self.row(spot)
            for when, value in row.values.items() if row.kind == "monetary" else ():
                if len(value.strip("0")) >= _LEAST_DIGITS:
                    by_number.setdefault((row.name[0], when, value), []).append(spot)
        for spots in by_number.values():
            alone = [spot for spot in spots if sum(number == spot[0] for number, _ in spots) == 1] if len(spots) < 50 else []
            for one, other in pairwise(alone):
                self._join(one, other)


def _compared(one: RowSaid, other: RowSaid) -> int:
    """1 where numbers that both print are the same, -1 where all of them differ, 0 where both print none."""
    shared = [(value, other.values[when]) for when, value in one.values.items() if when in other.values]
    told = [(float(a or 0), float(b or 0)) for a, b in shared if a.strip("0.") or b.strip("0.")]
    same = sum(abs(a - b) <= _NEAR * max(a, b) for a, b in told)
    return 1 if same else -1 if told else 0
