"""Forty ways to damage a report of ours: the sample of the default run, the same on truths of the corpus where it is there.

``benchmarks/agreement.py --truths 30`` runs all and prints the table of docs/validation.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import samples
import truth_mutants
import truths

from converter.check import Options
from converter.cli.judge import Choice, judge
from converter.model import Report
from converter.write import write_reports

HARMLESS = {
    "excess digits",
    "again with the same value",
    "again, rounded",
    "broken sum",
    "swapped sign",
    "shifted scale",
    "one digit",
}
"""Ways that leave valid XBRL."""
OF_SUMS = {"broken sum", "swapped sign", "shifted scale", "one digit"}


def mutants(report: Report, folder: Path, suffix: str, seed: int = 7) -> list[tuple[str, Path]]:
    """Every damage of a report, written."""
    write_reports([report], folder)
    good = (folder / f"{report.stem}{suffix}").read_bytes()
    found = []
    for number, (way, data) in enumerate(truth_mutants.mutants(good, seed, truths.summed(report))):
        path = folder / f"mutant{number}{suffix}"
        path.write_bytes(data)
        found.append((way, path))
    return found


def codes(path: Path, severity: str = "error") -> set[str]:
    return {finding.code for finding in judge(path, Choice(Options())).findings if finding.severity == severity}


@pytest.mark.parametrize("suffix", [".json", ".xbrl"])
def test_each_damage_of_a_small_report_is_found(tmp_path: Path, suffix: str) -> None:
    for way, path in mutants(samples.small(), tmp_path, suffix):
        assert bool(codes(path)) == (way not in HARMLESS), way
        if way in OF_SUMS - {"swapped sign"}:
            assert codes(path, "warning"), way


@pytest.mark.arelle
@pytest.mark.parametrize("suffix", [".json", ".xbrl"])
def test_what_the_referee_rejects_we_reject(tmp_path: Path, suffix: str) -> None:
    from referee import run_arelle

    for way, path in mutants(samples.small(), tmp_path, suffix)[::7]:
        theirs = {code for level, code, _ in run_arelle(path).messages if level.lower() == "error" or code == "arelle:duplicateFacts"}
        assert not theirs or codes(path), (way, theirs)


@pytest.mark.corpus
def test_reports_made_of_truths(shared: Path, tmp_path: Path) -> None:
    for number, (name, truth) in enumerate(truths.chosen(shared / "corpus", 4)):
        report = truths.report_of(truth, f"report{number}")
        for way, path in mutants(report, tmp_path / str(number), (".json", ".xbrl")[number % 2], number):
            assert bool(codes(path)) == (way not in HARMLESS), (name, way)
            if way in OF_SUMS:
                assert "calculation.inconsistent" in codes(path, "warning"), (name, way)
        for suffix in (".json", ".xbrl"):
            assert codes(tmp_path / str(number) / f"{report.stem}{suffix}") == set()
