"""The properties that our own reports bear beside the specification's: where a fact stands and why it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast, get_args

from converter.model import Alternative, Evidence, Finding, Input, LeftNumber, Place, PlaceKind, Reason, Severity
from converter.model.fact import FactStatement

Properties: TypeAlias = tuple[FactStatement | None, tuple[Place, ...], Evidence | None, str, str, tuple[str, ...]]
NO_PROPERTIES: Properties = (None, (), None, "", "", ())
_STATEMENTS = frozenset(get_args(FactStatement))
_KINDS = frozenset(get_args(PlaceKind))
_SEVERITIES = frozenset(get_args(Severity))


def read_properties(fact: Mapping[str, Any], prefix: str) -> Properties:
    """Statement, sources, evidence, label, heading and what the period was read from; what is not as ours write it is left out (the JSON
    Schema check complains)."""
    statement = fact.get(f"{prefix}:statement")
    sources = fact.get(f"{prefix}:source")
    return (
        statement if statement in _STATEMENTS else None,
        read_places(sources),
        _evidence(fact.get(f"{prefix}:evidence")),
        _text(fact.get(f"{prefix}:label")),
        _text(fact.get(f"{prefix}:heading")),
        _texts(fact.get(f"{prefix}:period")),
    )


def _text(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""


def _texts(raw: Any) -> tuple[str, ...]:
    return tuple(each for each in raw if isinstance(each, str)) if isinstance(raw, list) else ()


def read_places(raw: Any) -> tuple[Place, ...]:
    """A list of places as `f2x:source` holds it."""
    return tuple(_place(place) for place in raw if isinstance(place, dict)) if isinstance(raw, list) else ()


def _place(raw: Mapping[str, Any]) -> Place:
    get = raw.get
    return Place(
        _whole(get("document")) or 0,
        cast(PlaceKind, get("kind") if get("kind") in _KINDS else "cell"),
        str(get("text", "")),
        _whole(get("line")),
        _whole(get("start")),
        _whole(get("end")),
        get("path") if isinstance(get("path"), str) else None,
    )


def _whole(raw: Any) -> int | None:
    return raw if isinstance(raw, int) else None


def _evidence(raw: Any) -> Evidence | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("confidence"), int | float):
        return None
    return Evidence(float(raw["confidence"]), tuple(_reasons(raw.get("reasons"))), tuple(_alternatives(raw.get("alternatives"))))


def _reasons(raw: Any) -> list[Reason]:
    rows = raw if isinstance(raw, list) else []
    objects = [Reason(str(row.get("text", "")), float(row.get("weight", 0))) for row in rows if isinstance(row, dict)]
    return objects or [Reason(row, 0.0) for row in rows if isinstance(row, str)]


def _alternatives(raw: Any) -> list[Alternative]:
    rows = raw if isinstance(raw, list) else []
    return [Alternative(str(row.get("concept", "")), float(row.get("confidence", 0))) for row in rows if isinstance(row, dict)]


def read_input(raw: Any) -> Input | None:
    """``f2x:input``: the filing that a report was made of."""
    if not isinstance(raw, dict):
        return None
    return Input(str(raw.get("name", "")), _whole(raw.get("bytes")) or 0, str(raw.get("sha256", "")), str(raw.get("encoding", "")))


def read_left(raw: Any) -> tuple[LeftNumber, ...]:
    """``f2x:unmapped`` or ``f2x:ignored``."""
    rows = [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []
    return tuple(_left(row) for row in rows)


def _left(row: Mapping[str, Any]) -> LeftNumber:
    places = read_places([row.get("place")])
    text = {name: str(row.get(name, "")) for name in ("label", "code", "reason", "statement")}
    return LeftNumber(places[0] if places else Place(0, "cell", ""), text["label"], text["code"], text["reason"], text["statement"])


def read_findings(raw: Any) -> tuple[Finding, ...]:
    """``f2x:findings``: what was said when the report was made."""
    rows = [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []
    return tuple(_finding(row) for row in rows)


def _finding(row: Mapping[str, Any]) -> Finding:
    severity = row.get("severity")
    facts = row.get("facts")
    return Finding(
        _text(row.get("code")),
        cast(Severity, severity if severity in _SEVERITIES else "info"),
        _text(row.get("message")),
        _text(row.get("hint")),
        read_places(row.get("places")),
        tuple(map(str, facts)) if isinstance(facts, list) else (),
    )
