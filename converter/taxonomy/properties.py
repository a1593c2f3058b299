"""The ``f2x`` properties of facts: what they look like, for the JSON Schema and for the check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STATEMENTS = ("balance_sheet", "income", "comprehensive", "cashflow", "equity", "other", "cover", "prose", "schedule")
PLACE_KINDS = ("cell", "label", "sentence", "cover", "header", "schedule")

_PLACE_NEEDS = frozenset({"document", "kind", "text"})
_PLACE_COUNTS = ("document", "start", "end")
_PLACE_MAY = frozenset({"document", "kind", "text", "line", "start", "end", "path"})


def explain_properties(body: Mapping[str, Any]) -> str:
    """What the schema refuses in the ``f2x`` properties of a fact, "" where they fit."""
    if "f2x:statement" in body and body["f2x:statement"] not in STATEMENTS:
        return f"no statement: {body['f2x:statement']!r}"
    if "f2x:source" in body:
        places = body["f2x:source"]
        if not isinstance(places, list) or not places or not all(map(is_place, places)):
            return "f2x:source is no list of places"
    if "f2x:evidence" in body and not is_evidence(body["f2x:evidence"]):
        return "f2x:evidence is no evidence"
    return ""


def is_place(place: object) -> bool:
    """A place as conventions have it: document, kind and text, and how to find it."""
    if not isinstance(place, dict) or not _PLACE_NEEDS <= place.keys() <= _PLACE_MAY:
        return False
    texts = isinstance(place["text"], str) and isinstance(place.get("path", ""), str)
    return (
        texts
        and place["kind"] in PLACE_KINDS
        and all(is_count(place.get(name, 0)) for name in _PLACE_COUNTS)
        and is_count(place.get("line", 1), 1)
    )


def is_evidence(evidence: object) -> bool:
    """Confidence from 0 to 1, reasons with weights, runners-up."""
    if not isinstance(evidence, dict) or not {"confidence"} <= evidence.keys() <= {"confidence", "reasons", "alternatives"}:
        return False
    reasons, others = evidence.get("reasons", []), evidence.get("alternatives", [])
    if not isinstance(reasons, list) or not isinstance(others, list) or not is_share(evidence["confidence"]):
        return False
    return all(_is_pair(each, "text", "weight") and is_number(each["weight"]) for each in reasons) and all(
        _is_pair(each, "concept", "confidence") and is_share(each["confidence"]) for each in others
    )


def _is_pair(value: object, text: str, number: str) -> bool:
    return isinstance(value, dict) and value.keys() == {text, number} and isinstance(value[text], str)


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_share(value: object) -> bool:
    return is_number(value) and 0 <= value <= 1  # type: ignore[operator]


def is_count(value: object, least: int = 0) -> bool:
    whole = is_number(value) and value == int(value)  # type: ignore[call-overload]
    return whole and value >= least  # type: ignore[operator]
