"""What earlier statements of a report said: a concept keeps its number from statement to statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from converter.map.amounts import amount
from converter.map.drafts import Draft
from converter.map.lines import Line, is_live
from converter.model import Period


class Memory:
    """Numbers by concept and period."""

    def __init__(self) -> None:
        self._said: dict[str, dict[Period, Decimal]] = {}

    def learn(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            if draft.value is not None and not draft.dimensions and draft.concept.startswith("gaap:"):
                self._said.setdefault(draft.concept[5:], {}).setdefault(draft.period, draft.value)

    def compare(self, line: Line, concepts: Iterable[str]) -> Mapping[str, int]:
        """1 for a concept that was given the row's very numbers, -1 for one that was given others; concepts not met are left out."""
        found: dict[str, int] = {}
        for concept in concepts:
            said = self._said.get(concept)
            if not said:
                continue
            same = other = 0
            for figure in line.row.figures:
                if not is_live(figure) or figure.period is None or figure.scale is None:
                    continue
                known = said.get(figure.period)
                if known is None:
                    continue
                if abs(known) == abs(amount(figure.number, figure.scale)):
                    same += bool(known)
                else:
                    other += 1
            if same or other:
                found[concept] = 1 if same > other else -1
        return found
