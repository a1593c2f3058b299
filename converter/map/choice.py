"""The concept of every row of a statement, chosen for the whole statement at once.

Each row has options: concepts with a score in nats, and the option to need a concept of its own. Scores begin with the label's chance and
the section;
rows that a sum ties together, and statements that print the same number, then speak for or against options until nothing changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from converter.arithmetic import ProvenSum
from converter.map.options import OWN, Option
from converter.map.tables import children

ARC_BONUS, ARC_MALUS = 0.8, -0.4
SAME_NUMBER, OTHER_NUMBER = 2.5, -1.0
TWICE = -1.5
SWEEPS = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The outcome for one row: the option, its share of belief, the runners-up, and what spoke for it."""

    option: Option
    belief: float
    others: tuple[tuple[str, float], ...]
    arcs: float = 0.0
    linked: float = 0.0
    nearest: str = ""
    """The likeliest standard concept, chosen or not."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What other rows and statements know. ``sums`` by position of rows; rows with the same of ``keys`` cannot share a concept; ``seen`` is
    1 where an earlier statement gave a concept the row's numbers, -1 where it gave others; ``sections`` of the rows;
    ``natures`` of all concepts that are options."""

    sums: Sequence[ProvenSum]
    keys: Sequence[object]
    seen: Sequence[Mapping[str, int]]
    sections: Sequence[str]
    natures: Mapping[str, str]


def choose(rows: Sequence[list[Option]], ties: Ties) -> list[Chosen]:
    """The options with the highest joint score that a few sweeps over the rows find."""
    board = _Board(rows, ties)
    for _ in range(SWEEPS):
        if not board.sweep():
            break
    alone = [board.alone(i) for i in range(len(rows))]
    board.settle(alone)
    return [board.chosen(i, scores) for i, scores in enumerate(alone)]


class _Board:
    """The rows' options, and which of them each row has now."""

    __slots__ = ("base", "held", "now", "parts", "rows", "ties", "totals")

    def __init__(self, rows: Sequence[list[Option]], ties: Ties) -> None:
        self.rows, self.ties = rows, ties
        self.totals: dict[int, list[ProvenSum]] = {}
        self.parts: dict[int, list[ProvenSum]] = {}
        for each in ties.sums:
            self.totals.setdefault(each.total, []).append(each)
            for part, _ in each.parts:
                self.parts.setdefault(part, []).append(each)
        self.base = [
            [option.score + _link(option.concept, ties.seen[i]) + _standing(option.concept, i in self.totals) for option in mine]
            for i, mine in enumerate(rows)
        ]
        self.now = [scores.index(max(scores)) for scores in self.base]
        self.held: dict[tuple[str, object], int] = {}
        for i, key in enumerate(ties.keys):
            self._hold(self.concept(i), key, 1)

    def concept(self, i: int) -> str:
        """What the row is held to be now."""
        return self.rows[i][self.now[i]].concept

    def sweep(self) -> bool:
        """Each row takes its best option, given the others'. Whether any changed."""
        changed = False
        for i, mine in enumerate(self.rows):
            scores, key, now = self.alone(i), self.ties.keys[i], self.now[i]
            if len(mine) > 1:
                scores = [
                    score + (TWICE if option.concept and self.held.get((option.concept, key), 0) > (k == now) else 0.0)
                    for k, (option, score) in enumerate(zip(mine, scores, strict=True))
                ]
            best = scores.index(max(scores))
            if best != now:
                self._hold(mine[now].concept, key, -1)
                self._hold(mine[best].concept, key, 1)
                self.now[i], changed = best, True
        return changed

    def _hold(self, concept: str, key: object, more: int) -> None:
        self.held[concept, key] = self.held.get((concept, key), 0) + more

    def alone(self, i: int) -> list[float]:
        """The scores of a row's options, but for what rows with the same concept take away."""
        scores = self.base[i]
        if i in self.parts or i in self.totals:
            scores = [score + arcs for score, arcs in zip(scores, self._arcs(i), strict=True)]
        if self.ties.sections[i] == "op":
            scores = [score + self._beside(option.concept, i) for option, score in zip(self.rows[i], scores, strict=True)]
        return scores

    def _arcs(self, i: int) -> list[float]:
        """Whether the calculation trees know the sums that the row stands in, for each option."""
        above = [known for each in self.parts.get(i, ()) if (known := children(self.concept(each.total)))]
        below = [named for each in self.totals.get(i, ()) if (named := [name for part, _ in each.parts if (name := self.concept(part))])]
        found = []
        for option in self.rows[i]:
            score = 0.0
            if option.concept != OWN:
                for known in above:
                    score += ARC_BONUS if option.concept in known else ARC_MALUS
                for named in below:
                    known = children(option.concept)
                    share = sum([name in known for name in named]) / len(named)
                    score += 2 * ARC_BONUS * share + (ARC_MALUS if share == 0 else 0.0)
            found.append(score)
        return found

    def _beside(self, concept: str, i: int) -> float:
        """In the operating part of a cash flow, changes of working capital stand together, and other adjustments above them."""
        if concept == OWN:
            return 0.0
        natures = self.ties.natures
        mine = natures.get(concept, "") in _CHANGES
        score = 0.0
        for there in (i - 1, i + 1):
            if 0 <= there < len(self.rows) and self.ties.sections[there] == "op":
                other = self.concept(there)
                nature = natures.get(other, "")
                if other and nature not in _TOTAL_NATURES:
                    score += NEIGHBOUR if (nature in _CHANGES) == mine else -NEIGHBOUR
        return score

    def settle(self, alone: Sequence[list[float]]) -> None:
        """No two rows keep one concept: the one with the greater margin does, the other takes its next free option."""
        order = sorted(range(len(self.rows)), key=lambda i: -_margin(alone[i], self.now[i]))
        taken: set[tuple[str, object]] = set()
        for i in order:
            scores, now, key = alone[i], self.now[i], self.ties.keys[i]
            for k in sorted(range(len(scores)), key=lambda k: (k != now, -scores[k])):
                concept = self.rows[i][k].concept
                if concept == OWN or (concept, key) not in taken:
                    self.now[i] = k
                    taken.add((concept, key))
                    break

    def chosen(self, i: int, scores: Sequence[float]) -> Chosen:
        """The outcome for a row, with its share of belief."""
        mine, best = self.rows[i], self.now[i]
        top = max(scores)
        powers = [exp(max(-30.0, score - top)) for score in scores]
        total = sum(powers)
        ranked = sorted(range(len(mine)), key=lambda k: -powers[k])
        others = tuple([(mine[k].concept, powers[k] / total) for k in ranked if k != best and mine[k].concept != OWN][:3])
        nearest = next((mine[k].concept for k in ranked if mine[k].concept != OWN), "")
        tied = i in self.parts or i in self.totals
        arcs = self._arcs(i)[best] if tied else 0.0
        return Chosen(mine[best], powers[best] / total, others, arcs, _link(mine[best].concept, self.ties.seen[i]), nearest)


def _link(concept: str, seen: Mapping[str, int]) -> float:
    known = seen.get(concept, 0) if seen else 0
    return SAME_NUMBER if known > 0 else OTHER_NUMBER if known < 0 else 0.0


_CHANGES = frozenset({"increase_asset", "increase_liability"})
_TOTAL_NATURES = frozenset({"net_cash", "income"})
NEIGHBOUR = 0.5


def _standing(concept: str, is_total: bool) -> float:
    """Totals are sums, and parts are not."""
    if concept == OWN:
        return 0.0
    parts = len(children(concept))
    if is_total:
        return -LEAF_TOTAL if parts == 0 else 0.0
    return -LONE_TOTAL if parts >= 5 else 0.0


LEAF_TOTAL, LONE_TOTAL = 0.8, 0.3


def _margin(scores: Sequence[float], best: int) -> float:
    return scores[best] - max((s for k, s in enumerate(scores) if k != best), default=-9.0)
