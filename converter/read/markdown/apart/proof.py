"""Which amount is whose: the one way to give each row of amounts a label, in order, under which totals stand on sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from converter.arithmetic import ProvenSum, SumRow, equal_rows, find_sums
from converter.read.markdown.apart.labels import MARKED, NEVER, Label

_MOST_SPARE = 80
"""Labels without an amount in one statement, at most."""
_OFF = 2
_DROP = 1
_UNLABELLED = 1
_CERTAIN_BITS = 20.0
_ENOUGH = 2
_NEAR = 2

Pair = tuple[int | None, int | None]
"""A label and a row of amounts; a heading has no row, a sum may have no label."""


class Alignment(Struct, frozen=True):
    """``pairs`` from top to bottom; none where ``problem`` says why there is none."""

    pairs: tuple[Pair, ...]
    problem: str = ""


class _Way(Struct, frozen=True):
    """The cheapest ways to a point: their cost, how many there are (two stands for more), the last step of one of them."""

    cost: int
    ways: int
    step: str = ""
    state: int = 0
    """How the way stood before its last step."""


_Ways = dict[tuple[int, int], _Way]
"""By how many rows are taken, and by what the last step did."""
_TAKEN, _RESTED, _DROPPING, _DROPPED = _STATES = range(4)
"""What the last step did: it gave a row its label or none, left out a label that may have no amount, or one above the first amount that
does not look like such a label (running text, a title): such are left out up to a blank line, and then are dropped."""
_NO_WAY = _Way(NEVER * 1000, 0)


def align(labels: Sequence[Label], rows: Sequence[SumRow], before: Sequence[SumRow] = ()) -> Alignment:
    """The pairs of labels and rows, or why there is no telling. ``before`` are the rows of the page before, in the same columns: what the
    totals of this one add up may stand there."""
    spare = len(labels) - len(rows)
    if not -_MOST_SPARE < spare < _MOST_SPARE:
        return Alignment((), f"{len(labels)} labels cannot be those of {len(rows)} amounts")
    sums = _sums(rows)
    sums = {**_sums_of_pages(before, rows), **sums}
    if not sums:
        return Alignment((), "no amount is the sum of others")
    pairs = _Search(labels, rows, sums).pairs()
    if pairs:
        sums = {**_told_sums(labels, rows, pairs), **sums}
    return _Search(labels, rows, sums).result()


class _Sum(Struct, frozen=True):
    """``parts`` are the rows that it is made of, ``certain`` that nobody prints such a row by chance and without saying that it is a sum:
    what is left when some are taken from others is."""

    parts: tuple[int, ...]
    certain: bool


_Sums = dict[int, _Sum]


def _sums(rows: Sequence[SumRow], totals: set[int] | None = None) -> _Sums:
    """The rows that are sums of others, or the same as one that is."""
    found = {proof.total: _of(proof) for proof in find_sums(rows, totals=totals) if proof.broken is None}
    return {**{row: _Sum((above,), False) for row, above in equal_rows(rows).items() if above in found}, **found}


def _sums_of_pages(before: Sequence[SumRow], rows: Sequence[SumRow]) -> _Sums:
    """The rows that are sums of rows on both pages."""
    first = len(before)
    found = _sums([*before, *rows]) if before else {}
    return {
        total - first: _Sum(tuple(part - first for part in proof.parts if part >= first), proof.certain)
        for total, proof in found.items()
        if total >= first and min(proof.parts) < first
    }


def _of(proof: ProvenSum) -> _Sum:
    added = all(weight > 0 for _, weight in proof.parts)
    return _Sum(tuple(row for row, _ in proof.parts), added and proof.bits >= _CERTAIN_BITS)


def _told_sums(labels: Sequence[Label], rows: Sequence[SumRow], pairs: Sequence[Pair]) -> _Sums:
    """The sums that are found where no row but one that may be told to be a sum takes others; then with the groups left out whose
    totals their signs do not let prove: what these totals add up to."""
    told = {row for label, row in pairs if row is not None and (label is None or labels[label].may_be_sum)}
    found = _sums(rows, told)
    kept: list[int] = []
    group = 0
    for label, row in pairs:
        if row is None:
            group = len(kept)
            continue
        closes = label is not None and labels[label].closes
        if closes and row not in found:
            del kept[group:]
        kept.append(row)
        if closes or row in found:
            group = len(kept)
    less = _sums([rows[row] for row in kept], {at for at, row in enumerate(kept) if row in told})
    return {**{kept[at]: _Sum(tuple(kept[part] for part in proof.parts), False) for at, proof in less.items()}, **found}


class _Search:
    def __init__(self, labels: Sequence[Label], rows: Sequence[SumRow], sums: _Sums) -> None:
        self.labels, self.rows, self.sums = labels, rows, sums
        self.coarsest = max(row.ulp for row in rows)

    def result(self) -> Alignment:
        last, steps = self._best()
        if not last.ways or last.cost >= NEVER:
            return Alignment((), f"{len(self.labels)} labels, {len(self.rows)} amounts, and nothing tells which labels have none")
        if last.ways > 1:
            return Alignment((), "the sums hold in more than one arrangement of labels and amounts")
        pairs = self._back(steps)
        holding, unproven, against = self._told(pairs)
        if against or not holding or holding < unproven or (holding < _ENOUGH and not self._covers_most()):
            return Alignment((), f"{holding} totals stand on sums, {unproven} on none, and {against} sums or headings speak against it")
        return Alignment(tuple(pairs))

    def pairs(self) -> list[Pair]:
        """One of the cheapest ways, proven or not."""
        last, steps = self._best()
        return self._back(steps) if last.ways and last.cost < NEVER else []

    def _best(self) -> tuple[_Way, list[_Ways]]:
        """From the top: after each label, each number of rows taken and what the last step did."""
        steps: list[_Ways] = [{(0, _RESTED): _Way(0, 1)}]
        for label in self.labels:
            after: _Ways = {}
            for (row, state), way in steps[-1].items():
                self._leave_out(after, label, row, state, way)
                if row < len(self.rows) and state != _DROPPING:
                    _offer(after, (row + 1, _TAKEN), way, label.row + self._off(label, row), "row", state)
            steps.append(self._unlabelled(after, label))
        ends = [steps[-1].get((len(self.rows), state), _NO_WAY) for state in _STATES]
        cost = min(end.cost for end in ends)
        return _Way(cost, min(2, sum(end.ways for end in ends if end.cost == cost))), steps

    def _leave_out(self, after: _Ways, label: Label, row: int, state: int, way: _Way) -> None:
        dropping = state in (_DROPPING, _DROPPED)
        if label.none < NEVER:
            to = _RESTED if not dropping or row else _DROPPED if label.gap or state == _DROPPED else _DROPPING
            _offer(after, (row, to), way, 0 if dropping else label.none, "none", state)
        elif row == 0 and not label.total:
            _offer(after, (row, _DROPPED if label.gap else _DROPPING), way, 0 if dropping else _DROP, "none", state)

    def _unlabelled(self, ways: _Ways, label: Label) -> _Ways:
        """With the ways on which the next row is a sum that has no label: a blank line stands for it."""
        for row in range(1, len(self.rows)):
            way = ways.get((row, _TAKEN))
            if way is not None and label.gap and row in self.sums:
                _offer(ways, (row + 1, _TAKEN), way, _UNLABELLED, "bare", _TAKEN)
        return ways

    def _off(self, label: Label, row: int) -> int:
        """Whether a total stands on no sum, or a sum at what is none."""
        if label.total:
            return 0 if row in self.sums else _OFF
        return _OFF if not label.may_be_sum and self._is_certain(row) else 0

    def _is_certain(self, row: int) -> bool:
        return row in self.sums and self.sums[row].certain

    def _covers_most(self) -> bool:
        """Whether the sums and what they are made of are at least half of the rows."""
        covered = {row for total, proof in self.sums.items() for row in (total, *proof.parts)}
        return len(covered) * 2 >= len(self.rows)

    def _back(self, steps: list[_Ways]) -> list[Pair]:
        at, row = len(self.labels), len(self.rows)
        state = min(_STATES, key=lambda state: steps[at].get((row, state), _NO_WAY).cost)
        pairs: list[Pair] = []
        while at:
            way = steps[at][row, state]
            if way.step == "bare":
                row -= 1
                pairs.append((None, row))
            else:
                at -= 1
                row -= way.step == "row"
                pairs.append((at, row if way.step == "row" else None))
            state = way.state
        return pairs[::-1]

    def _told(self, pairs: Sequence[Pair]) -> tuple[int, int, int]:
        """How many totals stand on sums, how many on amounts that nothing proves, and what cannot be: a heading has an amount, a sum has a
        label that is none, what is per share is whole where others are not, or a total stands beside the row that is its sum."""
        holding = unproven = against = 0
        named = {row: self.labels[label] for label, row in pairs if label is not None and row is not None}
        for row, label in named.items():
            holding += label.may_be_sum and row in self.sums
            unproven += label.total and row not in self.sums
            against += self._is_heading(label) or self._is_others(named, row) or (label.per_share and self._is_whole(row))
            if label.total and row not in self.sums:
                against += any(self._is_free_sum(named, row + by) for by in (-2, -1, 1, 2))
        return holding, unproven, against

    def _is_heading(self, label: Label) -> bool:
        """Whether a label with an amount looks like a heading. Among as many labels as amounts one that is but marked does not."""
        return label.row > (MARKED if len(self.labels) == len(self.rows) else 0)

    def _is_others(self, named: Mapping[int, Label], row: int) -> bool:
        """Whether a sum stands at a label that is none; where there are as many labels as amounts, only if one beside it misses a sum."""
        if not self._is_certain(row) or named[row].may_be_sum:
            return False
        near = [by for by in range(row - _NEAR, row + _NEAR + 1) if by in named and named[by].may_be_sum and by not in self.sums]
        return len(self.labels) != len(self.rows) or bool(near)

    def _is_whole(self, row: int) -> bool:
        """The amounts of the row have no places though others have, and are no nil marks."""
        return self.rows[row].ulp == self.coarsest > 1 and any(self.rows[row].values)

    def _is_free_sum(self, named: Mapping[int, Label], row: int) -> bool:
        return row in self.sums and row in named and not named[row].may_be_sum


def _offer(ways: _Ways, to: tuple[int, int], way: _Way, cost: int, step: str, state: int) -> None:
    cost += way.cost
    there = ways.get(to)
    if there is None or cost < there.cost:
        ways[to] = _Way(cost, way.ways, step, state)
    elif cost == there.cost:
        ways[to] = _Way(cost, min(2, there.ways + way.ways), there.step, there.state)
