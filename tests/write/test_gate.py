from dataclasses import replace
from pathlib import Path

import pytest
import samples

from converter.model import Fact
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
