"""How well the accounting layer tells good reports from damaged ones.

    python benchmarks/accounting_alarms.py [--truths 81] [--tries 6] [--facts-only] [--show] [--corpus FOLDER]
    python benchmarks/accounting_alarms.py --reports FOLDER

Good reports are made of so many truths of the corpus (``tests/truths.py``), with the sums that they print as linkbase, or with nothing
but their facts (``--facts-only``); or they are converted reports (``--reports``). Counted are reports with an alarm (a warning or error;
``--show`` prints them). Then one number at a time is damaged: times or by a thousand, one digit, or the sign. Noticed is what
brings a warning that was not there. Inside are the numbers of sums that the filing proves: that it prints and that hold in all columns,
found by the numbers alone; of a wrong digit inside that was not noticed, the table says whether rounding would explain it too.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import truths

from converter.check import Options, check
from converter.load import load
from converter.model import Fact, Report

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
LAYERS = Options(select=("accounting", "calculation", "xbrl", "duplicates"))
KINDS = ("scale", "digit", "sign")
Alarm = tuple[str, tuple[str, ...]]


def alarms(subject: Report) -> dict[Alarm, str]:
    """Codes and facts of the warnings and errors, with their sentences."""
    found = check(subject, LAYERS).findings
    return {(finding.code, finding.facts): finding.message for finding in found if finding.severity != "info"}


def damaged(fact: Fact, kind: str, chance: random.Random) -> Fact | None:
    """The fact with a mistake of a kind; None where it is nothing."""
    text = fact.value or ""
    value = Decimal(text or "0")
    digits = [place for place, sign in enumerate(text) if sign.isdigit()]
    if not value or not digits:
        return None
    if kind == "scale":
        return replace(fact, value=f"{value * 1000:f}" if chance.random() < 0.5 else f"{value / 1000:f}")
    if kind == "sign":
        return replace(fact, value=f"{-value:f}")
    last = len(text) if fact.decimals is None or fact.decimals >= 0 else len(text) + fact.decimals
    place = chance.choice([at for at in digits if at < last] or digits[:1])
    digit = str((int(text[place]) + chance.randint(1, 9)) % 10)
    return replace(fact, value=f"{text[:place]}{digit}{text[place + 1 :]}")


@dataclass
class Tally:
    """Damage done and noticed, by kind and place."""

    made: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    rounding: int = 0

    def try_on(self, clean: Report, inside: frozenset[str], before: set[Alarm], tries: int, chance: random.Random) -> None:
        """Damages one number of the report at a time."""
        numbers = [place for place, fact in enumerate(clean.facts) if fact.unit is not None and fact.value]
        for where in ("inside", "outside"):
            of = [place for place in numbers if (clean.facts[place].id in inside) == (where == "inside")]
            for kind in KINDS:
                for _ in range(tries if of else 0):
                    place = chance.choice(of)
                    worse = damaged(clean.facts[place], kind, chance)
                    if worse is not None:
                        facts = (*clean.facts[:place], worse, *clean.facts[place + 1 :])
                        self._count(f"{kind} {where}", clean.facts[place], worse, set(alarms(replace(clean, facts=facts))) - before)

    def _count(self, name: str, good: Fact, worse: Fact, new: set[Alarm]) -> None:
        self.made[name] += 1
        self.noticed[name] += bool(new)
        if not new and name == "digit inside":
            change = abs(Decimal(good.value or 0) - Decimal(worse.value or 0))
            self.rounding += change < Decimal(10).scaleb(-(good.decimals or 0))

    def tell(self) -> None:
        print("| damage | noticed | of | share |\n|---|---|---|---|")
        rows = {name: [name] for name in sorted(self.made)}
        rows["**scale and digit inside**"] = ["scale inside", "digit inside"]
        rows["**all others**"] = [name for name in self.made if name not in rows["**scale and digit inside**"]]
        for name, of in rows.items():
            noticed, made = sum(self.noticed[each] for each in of), sum(self.made[each] for each in of)
            print(f"| {name} | {noticed} | {made} | {noticed / made if made else 0:.3f} |")
        print(f"digits inside that were not noticed and are wrong in the last place only: {self.rounding}")


def of_truths(corpus: Path, count: int, facts_only: bool) -> Iterator[tuple[str, Report, frozenset[str]]]:
    """(name, good report, ids of the facts inside sums)."""
    for name, truth in truths.chosen(corpus, count):
        report = truths.report_of(truth)
        if facts_only:
            report = replace(report, calculations=(), facts=tuple(replace(fact, statement=None) for fact in report.facts))
        yield name, report, truths.inside_sums(truth)


def of_folder(folder: Path) -> Iterator[tuple[str, Report, frozenset[str]]]:
    """The same of converted reports; inside is what their own linkbase adds up."""
    for path in sorted(folder.rglob("*.json")):
        for report in load(path).reports:
            summed = truths.summed(report)
            yield path.stem, report, frozenset(fact.id for fact in report.facts if fact.concept in summed and not fact.dimensions)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--truths", type=int, default=81)
    parser.add_argument("--tries", type=int, default=6)
    parser.add_argument("--facts-only", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--reports", type=Path, help="a folder of converted reports, to be taken instead of the truths")
    chosen = parser.parse_args()
    chance, tally = random.Random(1), Tally()
    reports = alarmed = 0
    by_code: Counter[str] = Counter()
    given = of_folder(chosen.reports) if chosen.reports else of_truths(chosen.corpus, chosen.truths, chosen.facts_only)
    for name, clean, inside in given:
        found = alarms(clean)
        reports, alarmed = reports + 1, alarmed + bool(found)
        by_code.update({code for code, _ in found})
        for (code, _), message in found.items() if chosen.show else ():
            print(name, code, message[:300])
        tally.try_on(clean, inside, set(found), chosen.tries, chance)
    print(f"{reports} good reports, {alarmed} with an alarm ({alarmed / max(reports, 1):.3f}): {dict(by_code)}")
    tally.tell()


if __name__ == "__main__":
    main()
