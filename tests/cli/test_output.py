"""SARIF, JUnit and GitHub annotations."""

from __future__ import annotations

import json

from lxml import etree

from converter.cli.output import Judged, to_github, to_junit, to_sarif
from converter.model import Finding, Place

FINDINGS = (
    Finding("xbrl.value", "error", "Fact f1 has the value '<1,000>'\nand 5 % more.", "Write it plainly.", facts=("f1",)),
    Finding("calculation.inconsistent", "warning", "A sum fails.", places=(Place(0, "cell", "1,000", 7, 3, 8),), facts=("f2",)),
    Finding("json.syntax", "error", "No JSON.", places=(Place(0, "report", "", 12),)),
    Finding("duplicates.complete", "info", "Twice."),
    Finding("own.code", "info", "Unknown to the catalogue \x01."),
)
JUDGED = [Judged("out/a b,#1.json", FINDINGS, 5, {"f1": 3, "f2": 9}, "filings/a.txt"), Judged("good.json", (), 7)]


def test_github() -> None:
    lines = to_github(JUDGED).splitlines()
    assert lines[0] == (
        "::error file=out/a b%2C#1.json,line=3,title=xbrl.value::Fact f1 has the value '<1,000>'%0Aand 5 %25 more. Write it plainly."
    )
    assert lines[2].startswith("::error file=out/a b%2C#1.json,line=12,title=json.syntax::")
    assert lines[3] == "::notice file=out/a b%2C#1.json,title=duplicates.complete::Twice."
    assert len(lines) == 5


def test_junit() -> None:
    root = etree.fromstring(to_junit(JUDGED).encode())
    assert root.tag == "testsuites"
    assert [suite.get("failures") for suite in root] == ["2", "0"]
    assert [suite.get("tests") for suite in root] == ["6", "1"]
    failure = root[0].find("testcase[@name='xbrl.value']/failure")
    assert failure is not None
    assert "a b,#1.json:3: error" in (failure.text or "")
    all_failing = etree.fromstring(to_junit(JUDGED, frozenset(["error", "warning", "info"])).encode())
    assert all_failing[0].get("failures") == "5"


def test_sarif() -> None:
    log = json.loads(to_sarif(JUDGED))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "note", "note"]
    for result in run["results"]:
        assert "ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == result["ruleId"]
    first, second = run["results"][:2]
    assert first["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "out/a%20b%2C%231.json"}, "region": {"startLine": 3}}
    assert second["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 4, "endColumn": 9}
