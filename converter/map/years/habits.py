"""Habits of a company, applied to the rows of one of its filings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log

from msgspec.structs import replace

from converter.map.candidates.options import Option
from converter.map.choice.joint import Chosen
from converter.map.corrections.selection import ROW_STATEMENTS, heading_key, row_key
from converter.map.corrections.telling import severity_and_hint
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.mapped import Mapped
from converter.map.told import Told, Untold
from converter.model import Entity, Fact, Finding, Habit, Reason, Statement

STRENGTH = 5.0
"""What the other filings weigh, in nats: less than what the clues of a row can say together."""
FROM_AFAR = -4.0
"""Where a row's own words do not lead to the concept at all."""


class Kept(Told, frozen=True):
    """What the company's other filings say of a row: it leans that way, and stays free."""

    concept: str
    told: str
    belief: float

    def options(self, known: list[Option]) -> list[Option]:
        if any(option.concept == self.concept for option in known):
            return [replace(o, score=o.score + STRENGTH) if o.concept == self.concept else o for o in known]
        best = max((option.score for option in known), default=0.0)
        return [Option(self.concept, best + STRENGTH + FROM_AFAR, 0.0), *known]

    def keeps(self, chosen: Chosen) -> bool:
        """Whether the row has the others' concept."""
        return chosen.option.concept == self.concept

    def settled(self, chosen: Chosen) -> Chosen | None:
        """The belief is the row's own again: the others' is told by a reason."""
        if not self.keeps(chosen):
            return None
        own = chosen.belief * exp(-STRENGTH)
        return replace(chosen, belief=own / (own + 1 - chosen.belief))

    def unswayed(self, chosen: Chosen) -> Chosen:
        """The voice of the others is taken from their concept again, which the row did not take."""
        swayed = next((share for concept, share in chosen.others if concept == self.concept), 0.0)
        rest = 1 - swayed * (1 - exp(-STRENGTH))
        others = tuple((name, share * (exp(-STRENGTH) if name == self.concept else 1) / rest) for name, share in chosen.others)
        return replace(chosen, belief=chosen.belief / rest, others=others)

    def reasons(self, found: tuple[Reason, ...], chosen: Chosen) -> tuple[Reason, ...]:
        """With the others the row is believed as much as they are, not more: most of what they go by is the same label."""
        if not self.keeps(chosen) or not self.told:
            return found
        more = _log_odds(self.belief) - sum(reason.weight for reason in found)
        return (*found, Reason(f"the row has the same concept in {self.told}", round(max(0.0, more), 2)))


def _log_odds(belief: float) -> float:
    belief = min(0.99, max(0.01, belief))
    return log(belief / (1 - belief))


class WithHabits(Untold):
    """What is known beforehand, and of the other rows what the company's other filings say."""

    def __init__(self, habits: Iterable[Habit], entity: Entity, known: Untold) -> None:
        super().__init__()
        self._known = known
        self.findings, self.ignored = known.findings, known.ignored
        self._habits = {(each.statement, each.key, each.heading): each for each in habits if each.entity == entity.identifier}

    def rows(self, statements: Sequence[Statement]) -> tuple[list[Statement], list[dict[int, Told]]]:
        passed, told = self._known.rows(statements)
        return passed, [{**dict(_kept(self._habits, statement)), **mine} for statement, mine in zip(statements, told, strict=True)]

    def heard(self, mapped: Sequence[Mapped], told: Sequence[Mapping[int, Told]]) -> None:
        self._known.heard(mapped, told)
        for outcome, mine in zip(mapped, told, strict=True):
            self.findings += _disagreements(outcome, mine)

    def drafts(self, drafts: list[Draft], extensions: Extensions) -> list[Draft]:
        return self._known.drafts(drafts, extensions)

    def cover(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return self._known.cover(facts)


def _kept(known: Mapping[tuple[str, str, str], Habit], statement: Statement) -> Iterator[tuple[int, Told]]:
    for index, row in enumerate(statement.rows):
        if row.figures and statement.kind in ROW_STATEMENTS:
            heading = heading_key(row.heads[-1]) if row.heads else ""
            habit = known.get((statement.kind, row_key(row.label), heading))
            if habit is not None:
                yield index, Kept(habit.concept, habit.told, habit.belief)


def _disagreements(mapped: Mapped, told: Mapping[int, Told]) -> Iterator[Finding]:
    """Rows whose own filing speaks louder than the others."""
    for verdict in mapped.verdicts:
        kept = told.get(verdict.line.index)
        if not isinstance(kept, Kept) or kept.keeps(verdict.chosen) or not kept.told:
            continue
        severity, hint = severity_and_hint("years.disagreement")
        other = f"gaap:{kept.concept}" if kept.concept else "a concept of the filing's own"
        text = f"the row {verdict.line.row.label!r} is {verdict.concepts[0]} here and {other} in {kept.told}"
        yield Finding("years.disagreement", severity, text, hint, tuple(figure.place for figure in verdict.line.row.figures[:1]))
