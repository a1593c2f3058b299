"""Our verdicts beside the referee's on damaged reports, as a table.

    python benchmarks/agreement.py [--all]

Takes the good report of ``tests/lamp.py`` as xBRL-JSON and as an XBRL 2.1 instance and damages it in every way of
``tests/lamp_mutants.py``. Prints those on which we and Arelle differ (all of them with ``--all``) and the counts. About a quarter of
a minute.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import lamp
import lamp_mutants
from referee import run_arelle

from converter.check import check
from converter.load import load


def ours(path: Path) -> tuple[set[str], set[str]]:
    """Codes of our errors, and of our calculation findings."""
    loaded = load(path)
    findings = [*loaded.findings, *(finding for report in loaded.reports for finding in check(report).findings)]
    errors = {finding.code for finding in findings if finding.severity == "error"}
    return errors, {finding.code for finding in findings if finding.code == "calculation.inconsistent"}


def theirs(path: Path) -> tuple[set[str], set[str]]:
    """The same of Arelle; where it fails itself, the failure counts as an error."""
    try:
        messages = run_arelle(path).messages
    except (AttributeError, TypeError) as error:
        return {f"failed: {type(error).__name__}"}, set()
    errors = {code for level, code, _ in messages if level.lower() in ("error", "critical", "fatal") or code == "arelle:duplicateFacts"}
    return errors, {code for _, code, _ in messages if code.startswith("calc11e:inconsistentCalculation")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    counts: Counter[str] = Counter()
    mutants = [("good", ".json", lamp.json_text()), ("good", ".xbrl", lamp.INSTANCE)]
    mutants += [(name, ".json", text) for name, text in lamp_mutants.json_mutants()]
    mutants += [(name, ".xbrl", text) for name, text in lamp_mutants.xml_mutants()]
    with tempfile.TemporaryDirectory() as folder:
        lamp.write_taxonomy(Path(folder))
        for name, suffix, text in mutants:
            path = Path(folder) / f"mutant{suffix}"
            path.write_text(text, "utf-8")
            (we, our_sums), (they, their_sums) = ours(path), theirs(path)
            verdict = "both reject" if we and they else "only we reject" if we else "only Arelle rejects" if they else "both accept"
            counts[verdict] += 1
            counts["sums agree" if bool(our_sums) == bool(their_sums) else "sums differ"] += 1
            if chosen.all or verdict.startswith("only") or bool(our_sums) != bool(their_sums):
                both = f"ours: {', '.join(sorted(we | our_sums))}; Arelle: {', '.join(sorted(they | their_sums))}"
                print(f"{suffix[1:]:5} {name:40} {verdict:20} {both}")
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
