"""A file and what is to be said about it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from converter.load.locate import Spot
from converter.model import Finding, Place


class Judged(Struct, frozen=True):
    """``path`` as the user gave it. ``spots`` says where in it the facts stand that findings name, ``sources`` where in the filing;
    ``filing`` is the path of the filing that the report was made of, where it is known. ``compared`` says how often each rule that
    compares facts could; ``known`` counts the findings left out because a baseline knows them."""

    path: str
    findings: tuple[Finding, ...]
    facts: int = 0
    spots: Mapping[str, Spot] = field(default_factory=dict)
    filing: str = ""
    sources: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    readable: bool = True
    compared: tuple[tuple[str, int], ...] = ()
    known: int = 0

    def line(self, finding: Finding) -> int | None:
        """Where in the report's file a finding stands."""
        told = next((place.line for place in finding.places if place.kind == "report" and place.line), None)
        return told or next((self.spots[ident].line for ident in finding.facts if ident in self.spots), None)

    def excerpts(self, finding: Finding) -> tuple[str, ...]:
        """What the report's file says of each fact that a finding names."""
        return tuple(self.spots[ident].excerpt for ident in finding.facts if ident in self.spots)

    def in_filing(self, finding: Finding) -> tuple[Place, ...]:
        """The places in the filing: the finding's own, else the first of each of its facts."""
        own = tuple(place for place in finding.places if place.kind != "report")
        return own or tuple(self.sources[ident][0] for ident in finding.facts if self.sources.get(ident))
