"""The JSON Schema layer: the fast verdict and the reference agree, and failures are explained."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import samples

from converter.check.schema import check_schema, reference
from converter.write import to_json


def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(to_json(samples.small()))
    return document


def test_a_report_of_ours_fits() -> None:
    assert check_schema(to_json(samples.small())) == ()


DAMAGE: dict[str, Callable[[dict[str, Any]], object]] = {
    "value": lambda doc: doc["facts"]["f1"].update(value="1,000"),
    "period": lambda doc: doc["facts"]["f1"]["dimensions"].update(period="2000-07-01T00:00:00/2001-07-01T00:00:00"),
    "unit": lambda doc: doc["facts"]["f1"]["dimensions"].pop("unit"),
    "decimals": lambda doc: doc["facts"]["f1"].update(decimals="-3"),
    "concept": lambda doc: doc["facts"]["f1"]["dimensions"].update(concept="gaap:Nothing"),
    "source": lambda doc: doc["facts"]["f1"].update({"f2x:source": "line 5"}),
    "statement": lambda doc: doc["facts"]["f1"].update({"f2x:statement": "poem"}),
    "no object": lambda doc: doc["facts"].update(f1="600"),
    "no facts": lambda doc: doc.update(facts=[]),
    "input": lambda doc: doc.update({"f2x:input": "moon.txt"}),
    "unmapped": lambda doc: doc.update({"f2x:unmapped": {}}),
    "taxonomy": lambda doc: doc["documentInfo"].update(taxonomy=[]),
    "top": lambda doc: doc.update(comment="x"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_refused_as_the_reference_does(name: str) -> None:
    document = _document()
    DAMAGE[name](document)
    findings = check_schema(json.dumps(document).encode())
    assert not reference().is_valid(document)
    assert findings
    assert all(finding.code == "schema.invalid" and finding.severity == "error" for finding in findings)


def test_reports_of_others_and_no_json_are_not_judged() -> None:
    assert check_schema(b'{"documentInfo": {"namespaces": {}}}') == ()
    assert check_schema(b"{") == ()
    assert check_schema(b"[]") == ()
