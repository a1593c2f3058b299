"""A file and what is to be said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from converter.model import Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """``path`` as the user gave it. ``lines`` holds the line of each fact that a finding names (`load.locate.fact_lines`);
    ``filing`` is the path of the filing that the report was made of, where it is known."""

    path: str
    findings: tuple[Finding, ...]
    facts: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    filing: str = ""

    def line(self, finding: Finding) -> int | None:
        """Where in the report's file a finding stands."""
        told = next((place.line for place in finding.places if place.kind == "report" and place.line), None)
        return told or next((self.lines[ident] for ident in finding.facts if ident in self.lines), None)
