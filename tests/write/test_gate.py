from datetime import date
from pathlib import Path
from typing import Any

import pytest
import samples
from msgspec.structs import replace

from converter.model import Entity, Fact, Period
from converter.write import admit, write_reports


def test_a_good_report_passes_unchanged() -> None:
    report = samples.small()
    assert admit(report).report is report


def test_repeated_ids_and_facts_are_refused() -> None:
    report = samples.small()
    again = replace(report.facts[0], id="f99")
    same_id = Fact(
        "f3", "gaap:Revenues", replace(samples.YEAR, start=samples.BEFORE.end), "1", samples.USD, 0, (), "income", (samples.cell("1", 5),)
    )
    admitted = admit(replace(report, facts=(*report.facts, again, same_id)))
    assert admitted.report.facts == report.facts
    assert len(admitted.facts) == len(report.facts)
    assert [left.code for left in admitted.report.unmapped[1:]] == ["repeated-fact", "repeated-id"]
    assert [finding.code for finding in admitted.report.findings[1:]] == ["write.repeated-fact", "write.repeated-id"]
    assert admit(admitted.report).report is admitted.report


def test_a_sum_with_a_gap_is_no_arc() -> None:
    report = samples.small()
    admitted = admit(replace(report, facts=report.facts[1:])).report
    assert [each.total for each in admitted.calculations] == ["gaap:GrossProfit"]
    assert admitted.findings[-1].code == "write.sum"


def test_what_was_admitted_is_not_looked_at_twice(tmp_path: Path, standin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    admitted = admit(samples.small())
    monkeypatch.setattr("converter.write.reports.admit", lambda report: pytest.fail("looked at twice"))
    assert write_reports([admitted], tmp_path, ("xbrl-json",))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": "1,000"}, "no value of type monetary"),
        ({"period": samples.YEAR}, "wants a period of type instant"),
        ({"unit": samples.SHARES}, "no unit of type monetary"),
        ({"decimals": None}, "needs decimals"),
        ({"id": "3rd"}, "NCName"),
        ({"concept": "gaap:NoSuchThing"}, "no concept"),
        ({"concept": "x:NotDeclared"}, "x:NotDeclared is not declared"),
        ({"dimensions": (("gaap:StatementClassOfStockAxis", "x:NotDeclared"),)}, "x:NotDeclared is not declared"),
        ({"concept": "x:DividendRate"}, "bears no unit"),
        ({"period": Period(None, date.max)}, "no period"),
    ],
)
def test_facts_that_do_not_fit_are_refused_and_told(changes: dict[str, Any], reason: str) -> None:
    report = samples.small()
    bad = replace(report.facts[0], **{"id": "bad", "period": Period(None, date(1999, 12, 31)), **changes})
    admitted = admit(replace(report, facts=(bad, *report.facts))).report
    assert admitted.facts == report.facts
    assert reason in admitted.unmapped[-1].reason
    assert admitted.unmapped[-1].place == bad.sources[0]
    assert reason in admitted.findings[-1].message


def test_text_that_xml_cannot_hold_is_refused() -> None:
    report = samples.small()
    facts = tuple(replace(fact, value="Moon\x0c Inc.") if fact.id == "f14" else fact for fact in report.facts)
    admitted = admit(replace(report, facts=facts)).report
    assert "XML" in admitted.findings[-1].message
    strange = replace(report, entity=Entity("https://filing2xbrl.org/entity", "1-\x01"))
    assert admit(strange).report.facts == ()
