"""What is known of rows and facts beforehand: nothing, what a person's corrections say (`corrections.Orders`), or what the company's other
filings say (`years.habits`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from converter.map.candidates.options import Option
from converter.map.choice.joint import Chosen
from converter.model import Fact, Finding, LeftNumber, Reason, Statement

if TYPE_CHECKING:
    from converter.map.facts.drafts import Draft
    from converter.map.facts.extensions import Extensions
    from converter.map.mapped import Mapped


class Told(Struct, frozen=True):
    """What is known of one row beforehand. This one says nothing."""

    @property
    def by_hand(self) -> bool:
        """Whether a person says so: then no other thing of the filing has its concept."""
        return False

    @property
    def turn(self) -> Literal[1, -1, 0]:
        """1 where the values have the printed sign, -1 where it is turned, 0 where nothing is said."""
        return 0

    def options(self, known: list[Option]) -> list[Option]:
        """What the row may mean; ``known`` is what it would without."""
        return known

    def settled(self, chosen: Chosen) -> Chosen | None:
        """The outcome where the row keeps the chosen concept, however little its own words speak for it; else None."""
        return None

    def unswayed(self, chosen: Chosen) -> Chosen:
        """An outcome that does not settle, believed as it would be if nothing had been said."""
        return chosen

    def names(self, chosen: Chosen) -> bool:
        """Whether the row is this one concept and no other besides."""
        return False

    def reasons(self, found: tuple[Reason, ...], chosen: Chosen) -> tuple[Reason, ...]:
        """Why the row's facts are believed; ``found`` are the reasons without, the label's first."""
        return found


class ByHand(Told, frozen=True):
    """A person's correction. ``concept`` is a local name, `options.OWN`, or None where nothing is said of it; ``where`` is the file and
    line that say it."""

    concept: str | None
    sign: Literal[1, -1, 0]
    reason: Reason
    where: str

    @property
    def by_hand(self) -> bool:
        return True

    @property
    def turn(self) -> Literal[1, -1, 0]:
        return self.sign

    def options(self, known: list[Option]) -> list[Option]:
        return known if self.concept is None else [Option(self.concept, 0.0, 1.0)]

    def settled(self, chosen: Chosen) -> Chosen | None:
        return None if self.concept is None else chosen

    def names(self, chosen: Chosen) -> bool:
        return bool(self.concept)

    def reasons(self, found: tuple[Reason, ...], chosen: Chosen) -> tuple[Reason, ...]:
        return (self.reason, *(found if self.concept is None else found[1:]))


NOTHING = Told()


class Untold:
    """Nothing is known beforehand: all stays as it is. ``findings`` and ``ignored`` grow while the report is made."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.ignored: list[LeftNumber] = []

    def rows(self, statements: Sequence[Statement]) -> tuple[list[Statement], list[dict[int, Told]]]:
        """The statements without the rows that are no facts, and what is told of the others, by statement and number of the row."""
        return list(statements), [{} for _ in statements]

    def heard(self, mapped: Sequence[Mapped], told: Sequence[Mapping[int, Told]]) -> None:
        """Looks whether the outcome speaks against what was told."""

    def drafts(self, drafts: list[Draft], extensions: Extensions) -> list[Draft]:
        """Drafts with what is told of single facts."""
        return drafts

    def cover(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """Facts of the cover page, likewise. They are the last: what was told of no fact is now known."""
        return facts
