"""What every notation of tables comes down to: fields with their grid columns and the characters that they stand at."""

from __future__ import annotations

from msgspec import Struct


class Part(Struct, frozen=True):
    """A piece of a field that stands on one line: its raw text, the line (index into the document's lines) and column of its start."""

    raw: str
    line: int
    start: int


class Field(Struct, frozen=True):
    """One field of a row: raw parts (one a line), grid columns half-open, and whether the notation marks it as a head."""

    parts: tuple[Part, ...]
    left: int
    right: int
    header: bool = False
    whole: Part | None = None
    """All of it with the line breaks (``<br>``) that part it, where it stands on one line."""


class RawRow(Struct, frozen=True):
    """A row as the notation has it. ``rule_above`` where it draws a line above. ``latex`` where braces and ``~`` are mark-up."""

    fields: tuple[Field, ...]
    rule_above: bool = False
    latex: bool = False
