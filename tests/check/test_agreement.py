"""We and the referee agree on damaged reports: what Arelle rejects we reject, and a good report passes both.

The default run takes every sixth mutant; ``benchmarks/agreement.py`` runs all and prints the table.
"""

from __future__ import annotations

from pathlib import Path

import lamp
import lamp_mutants as mutants
import pytest

from converter.check import check
from converter.load import load
from converter.model import Finding

MUTANTS = [(".json", *mutant) for mutant in mutants.json_mutants()] + [(".xbrl", *mutant) for mutant in mutants.xml_mutants()]
NAMES = [f"{suffix[1:]}: {name}" for suffix, name, _ in MUTANTS]

STRICTER = {
    "a concept as axis",
    "entity with a blank",
    "id is empty",
    "namespace is a number",
    "empty identifier",
    "DOCTYPE",
}
"""What Arelle 2.47 lets pass and the specifications do not (or we refuse for safety)."""


def our_findings(path: Path) -> list[Finding]:
    loaded = load(path)
    return [*loaded.findings, *(finding for report in loaded.reports for finding in check(report).findings)]


def rejects(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lamp")
    lamp.write_taxonomy(folder)
    return folder


@pytest.mark.parametrize(("name", "text"), [("good.json", lamp.json_text()), ("good.xbrl", lamp.INSTANCE)])
def test_good_reports_pass(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")
    assert [finding for finding in our_findings(folder / name) if finding.severity == "error"] == []


HARMLESS = {
    "own attribute",
    "time zone",
    "comment in a value",
    "blanks around a value",
    "midnight",
    "a concept as member",
    "own property",
    "own member at the top",
    "own member of documentInfo",
    "no period for a duration",
    "same value again",
    "exact and rounded",
    "the title again",
    "three values, all close",
    "promise kept",
    "weaker promise kept",
    "byte order mark",
    "two titles in two languages",
    "unused context",
    "forever",
    "precision",
    "broken sum",
    "sum off by two",
    "digit in a sum",
    "sign in a sum",
    "scale in a sum",
    "excess digits",
    "no facts",
}


@pytest.mark.parametrize(("suffix", "name", "text"), MUTANTS, ids=NAMES)
def test_damage_is_found(folder: Path, suffix: str, name: str, text: str) -> None:
    path = folder / f"mutant{suffix}"
    path.write_text(text, "utf-8")
    findings = our_findings(path)
    assert rejects(findings) == (name not in HARMLESS), findings


@pytest.mark.arelle
@pytest.mark.parametrize(("suffix", "name", "text"), MUTANTS[::6], ids=NAMES[::6])
def test_the_referee_agrees(folder: Path, suffix: str, name: str, text: str) -> None:
    from referee import run_arelle

    path = folder / f"judged{suffix}"
    path.write_text(text, "utf-8")
    findings = our_findings(path)
    try:
        verdict = run_arelle(path)
    except (AttributeError, TypeError):  # the referee itself fails on some contexts
        assert rejects(findings)
        return
    they_reject = any(level.lower() == "error" or code == "arelle:duplicateFacts" for level, code, _ in verdict.messages)
    assert rejects(findings) == they_reject or (name in STRICTER and not they_reject), (verdict.messages, findings)
    they_find = any(code.startswith("calc11e:inconsistentCalculation") for code in verdict.codes)
    assert they_find == any(finding.code == "calculation.inconsistent" for finding in findings)
