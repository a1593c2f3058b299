"""SARIF 2.1.0: the report is the physical location, the filing's places are related ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import orjson

from converter.check.catalogue import Entry, catalogue
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
    return orjson.dumps(log, option=orjson.OPT_INDENT_2).decode() + "\n"


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
    related = [_related(judged.filing, place) for place in finding.places if place.kind != "report" and place.line]
    if related and judged.filing:
        result["relatedLocations"] = related
    return result


def _location(judged: Judged, finding: Finding) -> dict[str, Any]:
    line = judged.line(finding)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(judged.path)}}
    if line:
        physical["region"] = {"startLine": line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.facts:
        location["logicalLocations"] = [{"name": ident, "kind": "element"} for ident in finding.facts]
    return location


def _related(filing: str, place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line}
    if place.start is not None and place.end is not None and place.end > place.start:
        region |= {"startColumn": place.start + 1, "endColumn": place.end + 1}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(filing)}, "region": region}, "message": {"text": place.text}}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"))
