"""What `write` writes, `load` reads, and `check` has nothing against."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples
from msgspec.structs import replace

from converter.check import check
from converter.load import load
from converter.model import Fact
from converter.write import write_reports


def plain(fact: Fact) -> Fact:
    """A fact without where it comes from: the instance says that in processing instructions."""
    return replace(fact, statement=None, sources=(), evidence=None)


@pytest.mark.parametrize("stem", ["moon", "a b#1%41"])
def test_both_formats_come_back(tmp_path: Path, stem: str) -> None:
    report = replace(samples.small(), stem=stem)
    write_reports([report], tmp_path)
    oim, xml = load(tmp_path / f"{stem}.json"), load(tmp_path / f"{stem}.xbrl")
    assert not oim.findings
    assert not xml.findings
    assert oim.reports[0].facts == report.facts
    assert [plain(fact) for fact in xml.reports[0].facts] == [plain(fact) for fact in report.facts]
    assert (oim.reports[0].input, oim.reports[0].unmapped, oim.reports[0].ignored) == (report.input, report.unmapped, report.ignored)


def test_check_finds_no_error_in_either(tmp_path: Path) -> None:
    write_reports([samples.small()], tmp_path)
    for name in ("moon.json", "moon.xbrl"):
        findings = check(load(tmp_path / name).reports[0]).findings
        assert not [finding for finding in findings if finding.severity == "error"], name
