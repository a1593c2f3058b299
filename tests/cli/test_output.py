"""SARIF, JUnit and GitHub annotations."""

from __future__ import annotations

import json
import re

from cli_runs import ROOT
from jsonschema import Draft4Validator
from lxml import etree

from converter.cli.output import Judged
from converter.cli.output.github import to_github
from converter.cli.output.junit import to_junit
from converter.cli.output.render import render
from converter.cli.output.sarif import to_sarif
from converter.cli.output.text import to_text
from converter.load.locate import Spot
from converter.model import Finding, Place

FIXTURES = ROOT / "tests" / "cli" / "schemas"
FINDINGS = (
    Finding("xbrl.value", "error", "Fact f1 has the value '<1,000>'\nand 5 % more.", "Write it plainly.", facts=("f1",)),
    Finding("calculation.inconsistent", "warning", "A sum fails.", places=(Place(0, "cell", "1,000", 7, 3, 8),), facts=("f2",)),
    Finding("json.syntax", "error", "No JSON.", places=(Place(0, "report", "", 12),)),
    Finding("duplicates.complete", "info", "Twice."),
    Finding("own.code", "info", "Unknown to the catalogue \x01."),
)
SPOTS = {"f1": Spot(3, '"f1": {"value": "<1,000>"}'), "f2": Spot(9, '"f2": {}')}
SOURCES = {"f1": (Place(0, "cell", "1,000", path="/html/body/p"),)}
JUDGED = [
    Judged(
        "out/a b,#1.json",
        FINDINGS,
        5,
        SPOTS,
        "filings/a.txt",
        SOURCES,
        compared=(("accounting.equation", 0), ("calculation.x", 2)),
        known=1,
    ),
    Judged("good.json", (), 7),
]


FIRST = {"startLine": 3, "snippet": {"text": '"f1": {"value": "<1,000>"}'}}


def test_text() -> None:
    lines = to_text(JUDGED[0]).splitlines()
    assert lines[0].startswith("out/a b,#1.json:3: error: Fact f1 has the value '<1,000>'")
    assert lines[2:4] == ['    report  "f1": {"value": "<1,000>"}', "    filing  filings/a.txt /html/body/p: 1,000"]
    assert lines[5:7] == ['    report  "f2": {}', "    filing  filings/a.txt:7:4: 1,000"]
    assert lines[-1] == (
        "out/a b,#1.json: rejected: 5 facts, 2 errors, 1 warning, 1 known, 2 comparisons; not compared: accounting.equation"
    )
    assert to_text(JUDGED[1]) == "good.json: accepted: 7 facts, 0 errors, 0 warnings, 0 comparisons\n"
    assert "could not be read" in to_text(Judged("x", (), readable=False))


def test_text_of_many_ends_with_a_summary() -> None:
    assert render(JUDGED, "text", "error").splitlines()[-2:] == [
        "1 of 2 accepted: 12 facts.",
        "5 findings: 1 calculation.inconsistent, 1 duplicates.complete, 1 json.syntax, 1 own.code, 1 xbrl.value.",
    ]
    assert len(render(JUDGED[1:], "text", "error").splitlines()) == 1


def test_github() -> None:
    lines = to_github(JUDGED).splitlines()
    assert lines[0] == (
        "::error file=out/a b%2C#1.json,line=3,title=xbrl.value::Fact f1 has the value '<1,000>'%0Aand 5 %25 more. Write it plainly."
    )
    assert lines[2].startswith("::error file=out/a b%2C#1.json,line=12,title=json.syntax::")
    assert lines[3] == "::notice file=out/a b%2C#1.json,title=duplicates.complete::Twice."
    assert lines[5].startswith("filing2xbrl: out/a b,#1.json: rejected: 5 facts, ")
    assert lines[6].startswith("filing2xbrl: good.json: accepted: 7 facts, ")
    assert len(lines) == 7


def test_github_is_told_nothing_by_names_and_numbers() -> None:
    """A file's name and a report's text are whoever's pull request it is."""
    finding = Finding("xbrl.value", "error", "Bad %0A\r\n::set-env name=PATH::x", "Or\n::add-mask::y")
    told = to_github([Judged("a\n::error::b:,%.json", (finding,))])
    commands = [line for line in re.split("[\r\n]", told) if line.lstrip().startswith("::")]
    (command,) = commands
    assert command.startswith("::error file=a%0A%3A%3Aerror%3A%3Ab%3A%2C%25.json,title=xbrl.value::Bad %250A%0D%0A::set-env")


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
    assert first["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "out/a%20b%2C%231.json"}, "region": FIRST}
    assert first["relatedLocations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/html/body/p"
    assert second["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 4, "endColumn": 9}


def test_sarif_is_what_its_schema_says() -> None:
    schema = json.loads((FIXTURES / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    validator = Draft4Validator(schema)
    log = json.loads(to_sarif(JUDGED))
    assert not list(validator.iter_errors(log))
    assert not list(validator.iter_errors(json.loads(to_sarif([]))))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(log))


def test_junit_opens_in_a_reader() -> None:
    schema = etree.XMLSchema(etree.parse(FIXTURES / "jenkins-junit.xsd"))
    for judged in (JUDGED, JUDGED[1:]):
        schema.assertValid(etree.fromstring(to_junit(judged).encode()))
