"""The ``f2x`` properties: where a fact comes from, why it is believed, and what became of the other numbers.

The same objects stand in xBRL-JSON as properties and in XBRL 2.1 as processing instructions. Keys without a value are left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from converter.model import Evidence, Fact, Finding, Input, LeftNumber, Place
from converter.version import TAXONOMY_VERSION, __version__
from converter.write.names import legible

JsonObject: TypeAlias = dict[str, Any]


def place_object(place: Place) -> JsonObject:
    """A place as conventions have it: document, kind, text, then line, start, end or path."""
    out: JsonObject = {"document": place.document, "kind": place.kind, "text": place.text}
    if place.line is not None:
        out["line"] = place.line
    if place.start is not None:
        out["start"] = place.start
    if place.end is not None:
        out["end"] = place.end
    if place.path is not None:
        out["path"] = place.path
    return out


def evidence_object(evidence: Evidence) -> JsonObject:
    """Confidence to four places: more would be noise of the machine's arithmetic."""
    out: JsonObject = {
        "confidence": round(evidence.confidence, 4),
        "reasons": [{"text": reason.text, "weight": round(reason.weight, 3)} for reason in evidence.reasons],
    }
    if evidence.alternatives:
        out["alternatives"] = [{"concept": other.concept, "confidence": round(other.confidence, 4)} for other in evidence.alternatives]
    return out


def fact_properties(fact: Fact, evidence: JsonObject | None) -> JsonObject:
    """``f2x:statement``, ``f2x:label``, ``f2x:heading``, ``f2x:source``, ``f2x:period`` (what its days were read from) and
    ``f2x:evidence`` of a fact. ``evidence`` is the object of its evidence: the facts of a row share it."""
    out: JsonObject = {}
    if fact.statement is not None:
        out["f2x:statement"] = fact.statement
    if fact.label:
        out["f2x:label"] = fact.label
    if fact.heading:
        out["f2x:heading"] = fact.heading
    if fact.sources:
        out["f2x:source"] = [place_object(place) for place in fact.sources]
    if fact.period.evidence:
        out["f2x:period"] = list(fact.period.evidence)
    if evidence is not None:
        out["f2x:evidence"] = evidence
    return out


def left_object(left: LeftNumber) -> JsonObject:
    """A number that became no fact, with the code and the sentence that say why."""
    out: JsonObject = {"code": left.code, "reason": left.reason, "label": left.label}
    if left.statement:
        out["statement"] = left.statement
    out["place"] = place_object(left.place)
    return out


def finding_object(finding: Finding) -> JsonObject:
    """A finding: code, severity, message, then hint, facts (ids) and places where there are any."""
    out: JsonObject = {"code": finding.code, "severity": finding.severity, "message": finding.message}
    if finding.hint:
        out["hint"] = finding.hint
    if finding.facts:
        out["facts"] = list(finding.facts)
    if finding.places:
        out["places"] = _places(finding.places)
    return out


def _places(places: Iterable[Place]) -> list[JsonObject]:
    return [place_object(place) for place in places]


def input_object(given: Input) -> JsonObject:
    """The file that the report was made from."""
    return {"name": legible(given.name), "bytes": given.size, "sha256": given.sha256, "encoding": given.encoding}


def software_object() -> JsonObject:
    """Who made the report, with which taxonomy."""
    return {"name": "filing2xbrl", "version": __version__, "taxonomy": TAXONOMY_VERSION}
