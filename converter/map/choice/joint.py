"""The concept of every row of a statement, chosen for the whole statement at once.

Each row has options: concepts with a score in nats, and the option to need a concept of its own. Scores begin with the label's chance and
the section; rows that a sum ties together, rows beside one another, statements that print the same number, and the kind of company then
speak for or against options until nothing changes, and rows that gave way to others are asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from math import exp

from msgspec import Struct

from converter.arithmetic import ProvenSum
from converter.map.candidates.clues import Clue, company_clues, kind_of_company, weigh, weights
from converter.map.candidates.options import CHANGES, OWN, Option
from converter.map.candidates.order import NOWHERE, order
from converter.map.tables import Group, children

SWEEPS = 2


class Chosen(Struct, frozen=True):
    """The outcome for one row: the option, its share of belief, the runners-up, and what spoke for it."""

    option: Option
    belief: float
    others: tuple[tuple[str, float], ...]
    arcs: float = 0.0
    linked: float = 0.0
    nearest: str = ""
    """The likeliest standard concept, chosen or not."""


class Ties(Struct, frozen=True):
    """What other rows and statements know. ``sums`` by position of rows; rows with the same of ``keys`` cannot share a concept; ``seen`` is
    1 where an earlier statement gave a concept the row's numbers, -1 where it gave others; ``sections`` of the rows;
    ``natures`` of all concepts that are options; ``group`` is the statement's."""

    sums: Sequence[ProvenSum]
    keys: Sequence[object]
    seen: Sequence[Mapping[str, int]]
    sections: Sequence[str]
    natures: Mapping[str, str]
    group: Group = ""
    under: Sequence[str] = ()
    """What the heading of each row says that it is (`sections.parts_of_operations`)."""


def choose(rows: Sequence[list[Option]], ties: Ties) -> list[Chosen]:
    """The options with the highest joint score that a few sweeps over the rows find."""
    board = Board(rows, ties)
    board.sweep()
    board.trade()
    alone = [board.alone(i) for i in range(len(rows))]
    board.settle(alone)
    return [board.chosen(i, scores) for i, scores in enumerate(alone)]


class Board:
    """The rows' options, and which of them each row has now."""

    __slots__ = ("_alone", "_kind", "_rival", "_tied", "base", "held", "keys", "now", "parts", "rows", "ties", "totals", "under")

    def __init__(self, rows: Sequence[list[Option]], ties: Ties) -> None:
        self.rows, self.ties = rows, ties
        self.under = ties.under or [""] * len(rows)
        self.totals: dict[int, list[ProvenSum]] = {}
        self.parts: dict[int, list[ProvenSum]] = {}
        for each in ties.sums:
            self.totals.setdefault(each.total, []).append(each)
            for part, _ in each.parts:
                self.parts.setdefault(part, []).append(each)
        self._tied = [self._rows_tied(i) for i in range(len(rows))]
        self._alone: list[tuple[list[int], list[float]] | None] = [None] * len(rows)
        self._rival = weights().get(RIVAL, 0.0)
        self._kind = kind_of_company(ties.group, [mine[0].concept for mine in rows if mine and mine[0].concept])
        self.base = [self._fixed(i) for i in range(len(rows))]
        self.now = [scores.index(max(scores)) for scores in self.base]
        numbers: dict[object, int] = {}
        self.keys = [numbers.setdefault(key, len(numbers)) for key in ties.keys]
        self.held: dict[tuple[str, int], int] = {}
        for i, key in enumerate(self.keys):
            self._hold(self.concept(i), key, 1)

    def _rows_tied(self, i: int) -> tuple[int, ...]:
        """The rows whose concepts speak for or against those of a row: of its sums, and beside it."""
        tied = {each.total for each in self.parts.get(i, ())} | {part for each in self.totals.get(i, ()) for part, _ in each.parts}
        return tuple(tied | {there for there in (i - 1, i + 1) if 0 <= there < len(self.rows)})

    def concept(self, i: int) -> str:
        """What the row is held to be now."""
        return self.rows[i][self.now[i]].concept

    def _fixed(self, i: int) -> list[float]:
        """The scores of a row's options, whatever the other rows are."""
        group, kind, under = self.ties.group, self._kind, self.under[i]
        is_total, is_part, seen = self._stands(i)
        found: list[float] = []
        for option in self.rows[i]:
            concept = option.concept
            score = _company_score(group, concept, *kind) + _standing_score(concept, is_total, is_part, seen.get(concept, 0))
            if under:
                score += _heading_score(under, concept, self.ties.natures.get(concept, ""))
            found.append(option.score + score)
        return found

    def company(self, concept: str) -> list[Clue]:
        """Whether the kind of company that the statement looks like has such a concept."""
        return company_clues(self.ties.group, concept, *self._kind) if concept != OWN else []

    def heading(self, i: int, concept: str) -> list[Clue]:
        """Whether the row's heading speaks of such things."""
        return heading_clues(self.under[i], concept, self.ties.natures.get(concept, ""))

    def standing(self, i: int, concept: str) -> list[Clue]:
        """What the row's sums, and its number in other statements, say of a concept."""
        is_total, is_part, seen = self._stands(i)
        return standing_clues(concept, is_total, is_part, seen.get(concept, 0))

    def _stands(self, i: int) -> tuple[bool, bool, Mapping[str, int]]:
        return i in self.totals, i in self.parts, self.ties.seen[i]

    def sweep(self) -> None:
        """Each row takes its best option, given the others', until none changes or a few times."""
        for _ in range(SWEEPS):
            if not self._once():
                break

    def _once(self) -> bool:
        changed = False
        for i, mine in enumerate(self.rows):
            if len(mine) == 1:
                continue
            scores = self.rivalled(i, self.alone(i))
            best = scores.index(max(scores))
            if best != self.now[i]:
                self._move(i, best)
                changed = True
        return changed

    def trade(self) -> None:
        """A row takes a concept from another one where all together gain: in a sweep the row above gives way, whichever fits better."""
        for _ in range(SWEEPS):
            if not sum(self._takes(i, k) for i, mine in enumerate(self.rows) if len(mine) > 1 for k in self._wanted(i)):
                break

    def _wanted(self, i: int) -> list[int]:
        """The options that a row would rather have, were they not another row's."""
        scores = self.alone(i)
        now = scores[self.now[i]]
        return [k for k, score in enumerate(scores) if score > now and self.rival(i, k)]

    def _takes(self, i: int, k: int) -> bool:
        """Whether a row took the concept of an option from the one row that had it, which took its next best."""
        key, concept = self.keys[i], self.rows[i][k].concept
        holders = [j for j, other in enumerate(self.keys) if j != i and other == key and self.concept(j) == concept]
        if len(holders) != 1 or k == self.now[i]:
            return False
        j = holders[0]
        affected = {i, j, *self._tied[i], *self._tied[j]}
        before, worth = (self.now[i], self.now[j]), self._worth(affected)
        self._move(i, k)
        scores = self.rivalled(j, self.alone(j))
        self._move(j, scores.index(max(scores)))
        if self.concept(j) != concept and self._worth(affected) > worth:
            return True
        self._move(i, before[0])
        self._move(j, before[1])
        return False

    def _worth(self, rows: Iterable[int]) -> float:
        return sum([self.alone(i)[self.now[i]] for i in rows])

    def _move(self, i: int, k: int) -> None:
        key = self.keys[i]
        self._hold(self.concept(i), key, -1)
        self._hold(self.rows[i][k].concept, key, 1)
        self.now[i] = k

    def _hold(self, concept: str, key: int, more: int) -> None:
        self.held[concept, key] = self.held.get((concept, key), 0) + more

    def rival(self, i: int, k: int) -> bool:
        """Whether another row has the concept of a row's option."""
        concept = self.rows[i][k].concept
        return concept != OWN and self.held.get((concept, self.keys[i]), 0) > (k == self.now[i])

    def rivalled(self, i: int, scores: Sequence[float]) -> list[float]:
        """The scores of a row's options, less for what other rows have."""
        key, held, now, less = self.keys[i], self.held.get, self.now[i], self._rival
        return [
            score + less if option.concept and held((option.concept, key), 0) > (k == now) else score
            for k, (option, score) in enumerate(zip(self.rows[i], scores, strict=True))
        ]

    def alone(self, i: int) -> list[float]:
        """The scores of a row's options, but for what rows with the same concept take away."""
        if not self._tied[i]:
            return self.base[i]
        state = [self.now[there] for there in self._tied[i]]
        known = self._alone[i]
        if known is None or known[0] != state:
            known = self._alone[i] = state, self._with_ties(i)
        return known[1]

    def _with_ties(self, i: int) -> list[float]:
        scores = self.base[i]
        if i in self.parts or i in self.totals:
            scores = [score + weigh(clues) for score, clues in zip(scores, self.arcs(i, self.rows[i]), strict=True)]
        for clue, lifts, unseen in self._beside(i):
            weight = weights().get(clue, 0.0)
            scores = [
                score + weight * lifts.get(option.concept, unseen) if option.concept else score
                for option, score in zip(self.rows[i], scores, strict=True)
            ]
        if self.ties.sections[i] == "op":
            scores = [score + weigh(self._likes(option.concept, i)) for option, score in zip(self.rows[i], scores, strict=True)]
        return scores

    def arcs(self, i: int, mine: Sequence[Option]) -> list[list[Clue]]:
        """Whether the calculation trees know the sums that the row stands in, for each of its options that are asked for."""
        above = [known for each in self.parts.get(i, ()) if (known := children(self.concept(each.total)))]
        below = [named for each in self.totals.get(i, ()) if (named := [name for part, _ in each.parts if (name := self.concept(part))])]
        return [self._arcs_of(option.concept, above, below, self.ties.group) if option.concept != OWN else [] for option in mine]

    @staticmethod
    def _arcs_of(concept: str, above: Sequence[Mapping[str, int]], below: Sequence[Sequence[str]], group: Group) -> list[Clue]:
        inside_of, known_parts = _clues_of_sums(group)
        found: list[Clue] = []
        if above:
            inside = sum([concept in known for known in above])
            if inside:
                found.append((inside_of, 1.0))
            if inside < len(above):
                found.append(("does not count in its total", 1.0))
        if below:
            known = children(concept)
            shares = [sum([name in known for name in named]) / len(named) for named in below]
            found.append((known_parts, max(shares)))
            if min(shares) == 0:
                found.append(("no part is known", 1.0))
        return found

    def neighbours(self, i: int) -> list[list[Clue]]:
        """What the rows right above and below say of each option of a row."""
        found: list[list[Clue]] = []
        for option in self.rows[i]:
            clues = [(clue, lifts.get(option.concept, unseen)) for clue, lifts, unseen in self._beside(i)] if option.concept else []
            found.append([*clues, *self._likes(option.concept, i)] if self.ties.sections[i] == "op" else clues)
        return found

    def _beside(self, i: int) -> list[tuple[str, Mapping[str, float], float]]:
        """Of the rows right above and below: the clue, what is how much likelier beside it, and what all else is."""
        group = self.ties.group
        above = order(group, self.concept(i - 1)) if i else NOWHERE
        below = order(group, self.concept(i + 1)) if i + 1 < len(self.rows) else NOWHERE
        both = ((BELOW, above, above.below), (ABOVE, below, below.above))
        return [(clue, lifts, counted.unseen) for clue, counted, lifts in both if counted.companies]

    def _likes(self, concept: str, i: int) -> list[Clue]:
        """In the operating part of a cash flow, changes of working capital stand together, and other adjustments above them."""
        if concept == OWN:
            return []
        natures = self.ties.natures
        mine = natures.get(concept, "") in CHANGES
        score = 0
        for there in (i - 1, i + 1):
            if 0 <= there < len(self.rows) and self.ties.sections[there] == "op":
                other = self.concept(there)
                nature = natures.get(other, "")
                if other and nature not in _TOTAL_NATURES:
                    score += 1 if (nature in CHANGES) == mine else -1
        return [("beside its like", float(score))]

    def settle(self, alone: Sequence[list[float]]) -> None:
        """No two rows keep one concept: the one with the greater margin does, the other takes its next free option."""
        order = sorted(range(len(self.rows)), key=lambda i: -_margin(alone[i], self.now[i]))
        taken: set[tuple[str, int]] = set()
        for i in order:
            key = self.keys[i]
            if (self.concept(i), key) in taken:
                self._move(i, self._next_free(i, alone[i], taken))
            if self.concept(i) != OWN:
                taken.add((self.concept(i), key))

    def _next_free(self, i: int, scores: Sequence[float], taken: Set[tuple[str, int]]) -> int:
        """The best option of a row that no row has taken; what it has now where all are."""
        key = self.keys[i]
        free = [k for k, option in enumerate(self.rows[i]) if (option.concept, key) not in taken]
        return max(free, key=scores.__getitem__, default=self.now[i])

    def _nearest(self, ranked: Sequence[tuple[str, float]]) -> str:
        """The likeliest concept of the likeliest nature: what a row counts is surer than what it is."""
        shares: dict[str, float] = {}
        for concept, power in ranked:
            nature = self.ties.natures.get(concept, "")
            shares[nature] = shares.get(nature, 0.0) + power
        best = max(shares, key=lambda nature: shares[nature], default="")
        return next((concept for concept, _ in ranked if self.ties.natures.get(concept, "") == best), "")

    def chosen(self, i: int, alone: Sequence[float]) -> Chosen:
        """The outcome for a row, with its share of belief."""
        mine, best, scores = self.rows[i], self.now[i], self.rivalled(i, alone)
        top = max(scores)
        powers = [exp(max(-30.0, score - top)) for score in scores]
        total = sum(powers)
        ranked = sorted(range(len(mine)), key=lambda k: -powers[k])
        others = tuple([(mine[k].concept, powers[k] / total) for k in ranked if k != best and mine[k].concept != OWN][:3])
        nearest = self._nearest([(mine[k].concept, powers[k]) for k in ranked if mine[k].concept != OWN])
        arcs = weigh(self.arcs(i, mine[best : best + 1])[0]) if i in self.parts or i in self.totals else 0.0
        linked = self.ties.seen[i].get(mine[best].concept, 0) if self.ties.seen[i] else 0
        return Chosen(mine[best], powers[best] / total, others, arcs, linked, nearest)


def standing_clues(concept: str, is_total: bool, is_part: bool, seen: int) -> list[Clue]:
    """Totals are sums, and parts are not; a number that another statement prints for a concept is its number."""
    if concept == OWN:
        return [("own: a sum", float(is_total)), ("own: in a sum", float(is_part))]
    found: list[Clue] = [("same number elsewhere" if seen > 0 else "other number elsewhere", 1.0)] if seen else []
    parts = len(children(concept))
    if is_total:
        return found if parts else [*found, ("a sum that has no parts", 1.0)]
    return [*found, ("a total that is no sum", 1.0)] if parts >= MANY_PARTS else found


def heading_clues(under: str, concept: str, nature: str) -> list[Clue]:
    """In the operating part of a cash flow, changes of working capital stand under a heading of their own, and so do other adjustments."""
    if not under or nature in _TOTAL_NATURES:
        return []
    what = "own:" if concept == OWN else "a change" if nature in CHANGES else "no change"
    return [(f"{what} under {under}", 1.0)]


@lru_cache(maxsize=1 << 10)
def _heading_score(under: str, concept: str, nature: str) -> float:
    return weigh(heading_clues(under, concept, nature))


@lru_cache(maxsize=1 << 13)
def _standing_score(concept: str, is_total: bool, is_part: bool, seen: int) -> float:
    return weigh(standing_clues(concept, is_total, is_part, seen))


@lru_cache(maxsize=1 << 13)
def _company_score(group: Group, concept: str, kind: str, sureness: float) -> float:
    return weigh(company_clues(group, concept, kind, sureness)) if concept != OWN else 0.0


@cache
def _clues_of_sums(group: Group) -> tuple[str, str]:
    return f"counts in its total: {group}", f"its parts are known: {group}"


RIVAL, BELOW, ABOVE = "another row has it", "below the row above", "above the row below"
MANY_PARTS = 5
_TOTAL_NATURES = frozenset({"net_cash", "income"})


def _margin(scores: Sequence[float], best: int) -> float:
    return scores[best] - max([s for k, s in enumerate(scores) if k != best], default=-9.0)
