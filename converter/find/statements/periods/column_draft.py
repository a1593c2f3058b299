"""A column whose period is being told."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from converter.grammar.periods import Head, Span


class Draft(Struct):
    """What is known of one column so far."""

    head: Head
    end: date | None = None
    start: date | None = None
    year: int = 0
    span: Span | None = None
    partial: bool = False
    """A period that is no whole year, by its head or caption: where no first day is told, it has no length."""
    why: list[str] | None = None

    def because(self, text: str) -> None:
        self.why = [*(self.why or []), text]
