"""Our verdicts beside the referee's on damaged reports, as a table.

    python benchmarks/agreement.py [--all]
    python benchmarks/agreement.py --truths 30 [--from N --to M] [--corpus FOLDER]

Without ``--truths``: the good report of ``tests/lamp.py`` as xBRL-JSON and as an XBRL 2.1 instance, damaged in every way of
``tests/lamp_mutants.py``; a quarter of a minute. With it: good reports made of so many truths of the corpus, every other one as
xBRL-JSON and as an instance, each damaged in every way of ``tests/truth_mutants.py``; half a second for each of the 1,200 files.
Prints those on which we and Arelle differ (all of them with ``--all``) and the counts, by way of damage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import lamp
import lamp_mutants
import truth_mutants
import truths
from referee import run_arelle

from converter.check import Options
from converter.cli.judge import Choice, judge
from converter.write import write_reports

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ASKED = Choice(Options())


def ours(path: Path) -> tuple[set[str], int]:
    """Codes of our errors, and how many sums we call inconsistent."""
    findings = judge(path, ASKED).findings
    errors = {finding.code for finding in findings if finding.severity == "error"}
    return errors, sum(finding.code == "calculation.inconsistent" for finding in findings)


def theirs(path: Path) -> tuple[set[str], int]:
    """The same of Arelle; where it fails itself, the failure counts as an error."""
    try:
        messages = run_arelle(path).messages
    except (AttributeError, IndexError, TypeError) as error:
        return {f"failed: {type(error).__name__}"}, 0
    errors = {code for level, code, _ in messages if level.lower() in ("error", "critical", "fatal") or code == "arelle:duplicateFacts"}
    return errors, sum(code.startswith("calc11e:inconsistentCalculation") for _, code, _ in messages)


@dataclass
class Table:
    """Verdicts by way of damage."""

    show_all: bool
    rows: dict[str, Counter[str]] = field(default_factory=dict)

    def judge(self, of: str, name: str, path: Path) -> None:
        (we, our_sums), (they, their_sums) = ours(path), theirs(path)
        verdict = "both reject" if we and they else "only we reject" if we else "only Arelle rejects" if they else "both accept"
        row = self.rows.setdefault(name, Counter())
        row.update([verdict, "sums missed" if our_sums < their_sums else "sums"])
        row["inconsistent sums"] += their_sums
        if self.show_all or verdict.startswith("only") or our_sums < their_sums:
            both = f"ours: {', '.join(sorted(we))}, {our_sums} sums; Arelle: {', '.join(sorted(they))}, {their_sums} sums"
            print(f"{of} {name:36} {verdict:20} {both}", flush=True)

    def tell(self) -> None:
        columns = ("both reject", "both accept", "only we reject", "only Arelle rejects", "inconsistent sums", "sums missed")
        print("| damage | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
        for name, row in self.rows.items():
            print(f"| {name} | " + " | ".join(str(row[column]) for column in columns) + " |")
        total = sum(self.rows.values(), Counter())
        print("| **all** | " + " | ".join(str(total[column]) for column in columns) + " |")


def lamps(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Every damage of the lamp."""
    lamp.write_taxonomy(folder)
    mutants = [("good", ".json", lamp.json_text()), ("good", ".xbrl", lamp.INSTANCE)]
    mutants += [(name, ".json", text) for name, text in lamp_mutants.json_mutants()]
    mutants += [(name, ".xbrl", text) for name, text in lamp_mutants.xml_mutants()]
    for name, suffix, text in mutants:
        path = folder / f"mutant{suffix}"
        path.write_text(text, "utf-8")
        yield suffix[1:], name, path


def of_truths(folder: Path, corpus: Path, count: int, first: int, last: int) -> Iterator[tuple[str, str, Path]]:
    """Every damage of good reports made of truths."""
    for number, (name, truth) in list(enumerate(truths.chosen(corpus, count)))[first:last]:
        report = truths.report_of(truth, f"report{number}")
        write_reports([report], folder)
        for suffix in (".json", ".xbrl"):
            yield f"{name}{suffix}", "(none)", folder / f"report{number}{suffix}"
        suffix = (".json", ".xbrl")[number % 2]
        path = folder / f"mutant{suffix}"
        good = (folder / f"report{number}{suffix}").read_bytes()
        for way, data in truth_mutants.mutants(good, number, truths.summed(report)):
            path.write_bytes(data)
            yield f"{name}{suffix}", way, path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--truths", type=int, default=0)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=1000)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    chosen = parser.parse_args()
    table = Table(chosen.all)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = of_truths(folder, chosen.corpus, chosen.truths, chosen.first, chosen.last) if chosen.truths else lamps(folder)
        for of, way, path in files:
            table.judge(of, way, path)
    table.tell()


if __name__ == "__main__":
    main()
