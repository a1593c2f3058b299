"""XBRL 2.1, area by area of the conformance suite: right, wrong, or told to be unchecked; and Arelle says the same."""

from __future__ import annotations

from pathlib import Path

import kites
import pytest
from kites import CASES, INVALID, OPEN, VALID, Case

from converter.check import check
from converter.load import load

NAMES = [f"{case.area}: {case.name}" for case in CASES]


def verdict(path: Path) -> str:
    """Ours. Nothing of what is not checked may pass without a word."""
    loaded = load(path)
    findings = [*loaded.findings, *(finding for report in loaded.reports for finding in check(report).findings)]
    if any(finding.severity == "error" for finding in findings):
        return INVALID
    return OPEN if any(finding.code.startswith("load.") for finding in findings) else VALID


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kite")
    kites.write_taxonomy(folder)
    return folder


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_our_verdict(folder: Path, case: Case) -> None:
    path = folder / "case.xbrl"
    path.write_text(case.text(), "utf-8")
    assert verdict(path) == case.verdict


@pytest.mark.arelle
@pytest.mark.parametrize("case", CASES[::5], ids=NAMES[::5])
def test_the_referees_verdict(folder: Path, case: Case) -> None:
    from referee import run_arelle

    path = folder / "judged.xbrl"
    path.write_text(case.text(), "utf-8")
    levels = {level.lower() for level, _, _ in run_arelle(path, validateXmlOim=False, calcs="xbrl21").messages}
    assert case.verdict == OPEN or ("error" in levels or "inconsistency" in levels) == (case.verdict == INVALID)
