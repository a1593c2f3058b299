"""What earlier statements of a report said: a concept keeps its number from statement to statement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.map.candidates.options import OWN, Option
from converter.map.choice.joint import Chosen
from converter.map.facts.amounts import amount, decimals_of
from converter.map.facts.drafts import Draft
from converter.map.rows.labels import words
from converter.map.rows.lines import Line, is_live
from converter.model import Figure, Period


class Memory:
    """Numbers by concept and period."""

    def __init__(self) -> None:
        self._said: dict[str, dict[Period, Draft]] = {}
        self._called: dict[tuple[str, ...], list[Draft]] = {}

    def learn(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            if draft.value is not None and not draft.dimensions and draft.concept.startswith("gaap:"):
                self._said.setdefault(draft.concept[5:], {}).setdefault(draft.period, draft)
                self._called.setdefault(words(draft.label), []).append(draft)

    def compare(self, line: Line, concepts: Iterable[str]) -> Mapping[str, int]:
        """1 for a concept that was given the row's very numbers, -1 for one that was given others; concepts not met are left out."""
        found: dict[str, int] = {}
        for concept in concepts:
            if concept not in self._said:
                continue
            same = other = 0
            for mine, _, known in self._pairs(line, concept):
                if abs(mine) == abs(known.value or 0):
                    same += bool(mine)
                else:
                    other += 1
            if same or other:
                found[concept] = 1 if same > other else -1
        return found

    def named(self, line: Line, kind: str) -> list[str]:
        """The concepts with names that begin with ``kind`` that were given a row's very numbers."""
        known = [concept for concept in self._said if concept.startswith(kind)]
        return [concept for concept, same in self.compare(line, known).items() if same > 0]

    def same_row(self, line: Line) -> str:
        """The concept of the row of an earlier statement with the same words and the same numbers, at least one of them not nought;
        "" where there is none."""
        live = [figure for figure in line.row.figures if is_live(figure)]
        known = self._called.get(line.words, ())
        called = {self._called_by(known, figure) for figure in live} if known else ()
        return called.pop() if len(called) == 1 and any(figure.number.value for figure in live) else ""

    @staticmethod
    def _called_by(known: Iterable[Draft], figure: Figure) -> str:
        """The concept of the first of the drafts that says a live figure of its period, whatever the signs."""
        value = abs(amount(figure.number, figure.scale or 0))
        return next((d.concept[5:] for d in known if d.period == figure.period and abs(d.value or 0) == value), "")

    def kept_apart(self, lines: Sequence[Line], found: Sequence[Chosen], told: Collection[int]) -> list[Chosen]:
        """The choices of all rows, without those that an earlier statement contradicts: whatever a row is called, it is not what has
        another number there. Rows of ``told`` stay. A statement that agrees with the earlier ones in less than it contradicts them is
        of other periods than it seems, or on another basis, and tells nothing."""
        same = [1 in self.compare(line, [each.option.concept]).values() for line, each in zip(lines, found, strict=True)]
        other = [
            i not in told and each.option.concept != OWN and self._is_other(line, each.option.concept)
            for i, (line, each) in enumerate(zip(lines, found, strict=True))
        ]
        if sum(other) > sum(same):
            return list(found)
        held = {each.option.concept for each in found}
        return [self._apart(line, each, held) if is_other else each for line, each, is_other in zip(lines, found, other, strict=True)]

    def _apart(self, line: Line, chosen: Chosen, held: Collection[str]) -> Chosen:
        """What a row is if it is not what it seemed: the next that it may well be, else a concept of the filing's own."""
        for name, share in chosen.others[:1]:
            if share >= _MAY_WELL_BE and 2 * share > 1.0 - chosen.belief and name not in held and not self._is_other(line, name):
                return replace(chosen, option=replace(chosen.option, concept=name), belief=share / (1.0 - chosen.belief), linked=0.0)
        return replace(chosen, option=Option(OWN, chosen.option.score, chosen.option.chance), linked=0.0)

    def _is_other(self, line: Line, concept: str) -> bool:
        """Whether a row is another thing than what an earlier statement called so: its number is another one, and not but misprinted."""
        pairs = list(self._pairs(line, concept))
        others = [pair for pair in pairs if not _agree(*pair)]
        return len(others) == len(pairs) > 1 or not all(_is_misprint(*pair) for pair in others)

    def _pairs(self, line: Line, concept: str) -> Iterator[tuple[Decimal, int, Draft]]:
        """The row's numbers with their decimals, beside what says the concept's for the same periods."""
        said = self._said.get(concept)
        if not said:
            return
        for figure in line.row.figures:
            if is_live(figure) and figure.period in said and figure.scale is not None:
                yield amount(figure.number, figure.scale), decimals_of(figure.number, figure.scale), said[figure.period]


def _agree(mine: Decimal, places: int, known: Draft) -> bool:
    """Whether two numbers are one within the rounding of either, whatever their signs."""
    apart = abs(abs(mine) - abs(known.value or Decimal(0)))
    return not apart or (places != known.decimals and 2 * apart <= Decimal(1).scaleb(-min(places, known.decimals)))


def _is_misprint(mine: Decimal, places: int, known: Draft) -> bool:
    """Whether two numbers have so many digits in common, place by place, that one may be misprinted; or the last digit is another."""
    one, other = (int(abs(value).scaleb(min(places, known.decimals))) for value in (mine, known.value or Decimal(0)))
    a, b = str(one), str(other)
    return abs(one - other) == 1 or (len(a) == len(b) and 2 * sum(x == y for x, y in zip(a, b, strict=True)) > len(a))


_MAY_WELL_BE = 0.2
"""What the next likely concept of a row must have of the belief, and most of what is left: where the likeliest is ruled out, less is a
guess."""
