"""What a stage has to say about what it met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from converter.model.place import Place

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence with the numbers in it, and a hint what to do. ``code`` is stable: ``layer.what-is-wrong``."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    places: tuple[Place, ...] = ()
    facts: tuple[str, ...] = ()
    """Ids of the facts of the report that are concerned."""
