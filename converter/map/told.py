"""What is known of a row beforehand: by a person's correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from converter.map.options import OWN, Option
from converter.model import Reason


@dataclass(frozen=True, slots=True)
class Told:
    """``concept`` is a local name, `OWN`, or None where nothing is said of it; ``sign`` 1 as printed, -1 turned, 0 nothing said;
    ``where`` is the file and line that say it."""

    concept: str | None
    sign: Literal[1, -1, 0]
    reason: Reason
    where: str

    def options(self, known: list[Option]) -> list[Option]:
        """What the row may mean then."""
        return known if self.concept is None else [Option(self.concept, 0.0, 1.0)]


__all__ = ["OWN", "Told"]
