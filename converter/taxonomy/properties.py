"""The ``f2x`` properties of facts: what they look like, for the JSON Schema and for the check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

OWN_PROPERTIES = ("f2x:statement", "f2x:label", "f2x:heading", "f2x:source", "f2x:period", "f2x:evidence")
STATEMENTS = ("balance_sheet", "income", "comprehensive", "cashflow", "equity", "other", "cover", "prose", "schedule")
PLACE_KINDS = ("cell", "label", "sentence", "cover", "header", "schedule")

_TEXT = frozenset({str})
_EVIDENCE_MAY = frozenset({"confidence", "reasons", "alternatives"})
_PLACE_MAY = frozenset({"document", "kind", "text", "line", "start", "end", "path"})


def explain_properties(body: Mapping[str, Any], sound: object = None) -> str:
    """What the schema refuses in the ``f2x`` properties of a fact, "" where they fit. ``sound`` is evidence that was found to fit before:
    the facts of a row share it."""
    if "f2x:statement" in body and body["f2x:statement"] not in STATEMENTS:
        return f"no statement: {body['f2x:statement']!r}"
    if not isinstance(body.get("f2x:label", ""), str) or not isinstance(body.get("f2x:heading", ""), str):
        return "f2x:label or f2x:heading is no text"
    days = body.get("f2x:period", [])
    if type(days) is not list or not _TEXT.issuperset(map(type, days)):
        return "f2x:period is no list of texts"
    if "f2x:source" in body:
        places = body["f2x:source"]
        if not isinstance(places, list) or not places or not all(map(is_place, places)):
            return "f2x:source is no list of places"
    if "f2x:evidence" not in body or (sound is not None and body["f2x:evidence"] is sound):
        return ""
    return "" if is_evidence(body["f2x:evidence"]) else "f2x:evidence is no evidence"


def is_place(place: object) -> bool:
    """A place as conventions have it: document, kind and text, and how to find it."""
    if type(place) is not dict:
        return False
    get = place.get
    if type(get("document")) is type(get("line")) is int:
        # What ours have: the path of a cell, or the columns of a line.
        if len(place) == 5 and type(get("path")) is str:
            return place["document"] >= 0 < place["line"] and _is_named(place)
        if len(place) == 6 and type(get("start")) is type(get("end")) is int:
            return place["document"] >= 0 < place["line"] and place["start"] >= 0 <= place["end"] and _is_named(place)
    return place.keys() <= _PLACE_MAY and _is_named(place) and isinstance(get("path", ""), str) and _is_counted(place)


def _is_named(place: Mapping[str, Any]) -> bool:
    return isinstance(place.get("text"), str) and place.get("kind") in PLACE_KINDS and "document" in place


def _is_counted(place: Mapping[str, Any]) -> bool:
    get = place.get
    return is_count(get("document", 0)) and is_count(get("line", 1), 1) and is_count(get("start", 0)) and is_count(get("end", 0))


def is_evidence(evidence: object) -> bool:
    """Confidence from 0 to 1, reasons with weights, runners-up."""
    if not isinstance(evidence, dict) or "confidence" not in evidence or not _EVIDENCE_MAY.issuperset(evidence):
        return False
    reasons, others = evidence.get("reasons", []), evidence.get("alternatives", [])
    if not isinstance(reasons, list) or not isinstance(others, list) or not is_share(evidence["confidence"]):
        return False
    for each in reasons:
        if not _is_pair(each, "text", "weight") or not is_number(each["weight"]):
            return False
    return all(_is_pair(each, "concept", "confidence") and is_share(each["confidence"]) for each in others)


def _is_pair(value: object, text: str, number: str) -> bool:
    return type(value) is dict and len(value) == 2 and isinstance(value.get(text), str) and number in value


def is_number(value: object) -> bool:
    """JSON has no infinity and no NaN."""
    return (type(value) is float and isfinite(value)) or type(value) is int


def is_share(value: object) -> bool:
    return is_number(value) and 0 <= value <= 1  # type: ignore[operator]


def is_count(value: object, least: int = 0) -> bool:
    return (type(value) is int or (type(value) is float and value.is_integer())) and value >= least
