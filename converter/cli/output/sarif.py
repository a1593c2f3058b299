"""SARIF 2.1.0: the report is the physical location, the filing's places are related ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from converter.check.catalogue import Entry, catalogue
from converter.cli.common import json_text
from converter.cli.output.judged import Judged
from converter.model import Finding, Place
from converter.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(judged: Sequence[Judged]) -> str:
    """One run with the rules that were broken and a result per finding."""
    found = {finding.code for each in judged for finding in each.findings}
    known = [entry for entry in catalogue() if entry.code in found]
    positions = {entry.code: position for position, entry in enumerate(known)}
    driver = {"name": "filing2xbrl", "version": __version__, "rules": [_rule(entry) for entry in known]}
    results = [_result(each, finding, positions) for each in judged for finding in each.findings]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json_text(log) + "\n"


def _rule(entry: Entry) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": entry.code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.text},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"layer": entry.layer, "sameAs": entry.spec},
    }
    if entry.hint:
        rule["help"] = {"text": entry.hint}
    return rule


def _result(judged: Judged, finding: Finding, positions: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [_location(judged, finding)],
    }
    if finding.code in positions:
        result["ruleIndex"] = positions[finding.code]
    if judged.filing:
        result["relatedLocations"] = [_related(judged.filing, place) for place in judged.in_filing(finding)]
    return result


def _location(judged: Judged, finding: Finding) -> dict[str, Any]:
    line = judged.line(finding)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(judged.path)}}
    if line:
        excerpt = next(iter(judged.excerpts(finding)), "")
        physical["region"] = {"startLine": line} | ({"snippet": {"text": excerpt}} if excerpt else {})
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.facts:
        location["logicalLocations"] = [{"name": ident, "kind": "element"} for ident in finding.facts]
    return location


def _related(filing: str, place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(filing)}}
    if place.line:
        physical["region"] = {"startLine": place.line, **_columns(place)}
    related: dict[str, Any] = {"physicalLocation": physical, "message": {"text": place.text}}
    if place.path:
        related["logicalLocations"] = [{"fullyQualifiedName": place.path, "kind": "element"}]
    return related


def _columns(place: Place) -> dict[str, int]:
    if place.start is None or place.end is None or place.end <= place.start:
        return {}
    return {"startColumn": place.start + 1, "endColumn": place.end + 1}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"))
