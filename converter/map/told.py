"""What is known of rows and facts beforehand: nothing, or what a person's corrections say (`corrections.Orders`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from converter.map.options import Option
from converter.model import Fact, Finding, LeftNumber, Reason, Statement

if TYPE_CHECKING:
    from converter.map.drafts import Draft
    from converter.map.extensions import Extensions
    from converter.map.statement import Mapped


@dataclass(frozen=True, slots=True)
class Told:
    """``concept`` is a local name, `options.OWN`, or None where nothing is said of it; ``sign`` 1 as printed, -1 turned, 0 nothing said;
    ``where`` is the file and line that say it."""

    concept: str | None
    sign: Literal[1, -1, 0]
    reason: Reason
    where: str

    def options(self, known: list[Option]) -> list[Option]:
        """What the row may mean then."""
        return known if self.concept is None else [Option(self.concept, 0.0, 1.0)]


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
