"""What a stage has to say about what it met."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from converter.model.place import Place

Severity = Literal["error", "warning", "info"]


class Finding(Struct, frozen=True):
    """One sentence with the numbers in it, and a hint what to do. ``code`` is stable: ``layer.what-is-wrong``."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    places: tuple[Place, ...] = ()
    facts: tuple[str, ...] = ()
    """Ids of the facts of the report that are concerned."""
