"""What writing costs, CPU microseconds a fact, the gate included:  python benchmarks/write_speed.py [FACTS]

A made-up report: facts of the common taxonomy's monetary concepts and of extension concepts, one or two places each, evidence, a printed
line for every three facts. Start-up (Jinja, tables) is left out, files go into a fresh folder each time. Exit 1 above 25 for xBRL-JSON
with schema and linkbases.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from converter.model import (
    USD,
    Concept,
    Entity,
    Evidence,
    ExtensionConcept,
    Fact,
    Input,
    Period,
    Place,
    PresentationLine,
    PresentedStatement,
    Reason,
    Report,
)
from converter.taxonomy import load_taxonomy
from converter.write import admit, to_json, write_reports, write_taxonomy

EVIDENCE = Evidence(0.97, (Reason("label exact: what it says", 2.5), Reason("sum of rows 3-9 proves it", 4.0)))
YEARS = tuple(Period(None, date(1900 + year, 12, 31)) for year in range(100))
PERIODS = 3
"""Columns of the made-up statements."""


def report(facts: int) -> Report:
    known = [name for name, concept in load_taxonomy().concepts.items() if concept.type == "monetary" and concept.period_type == "instant"]
    names = [known[line // 4 % len(known)] if line % 4 else f"x:Own{line}" for line in range(facts // PERIODS)]
    own = tuple(ExtensionConcept(Concept(name, "monetary", "instant"), f"Own {name}") for name in names if name.startswith("x:"))
    lines = tuple(PresentationLine(f"Line {number} as printed", name, 1) for number, name in enumerate(names))
    made = tuple(fact(line, column, name) for line, name in enumerate(names) for column in range(PERIODS))
    statement = PresentedStatement("balance_sheet", "Balance sheet", lines)
    entity, given = Entity("http://www.sec.gov/CIK", "0000000042"), Input("made-up.txt", 1, "0" * 64, "ascii")
    return Report("made-up", entity, made, {}, {}, given, extensions=own, presentation=(statement,))


def fact(line: int, column: int, name: str) -> Fact:
    period = YEARS[(line % 4 * PERIODS + line // 4 // 500 * 12 + column) % len(YEARS)]
    places = (Place(0, "cell", f"{line * 1000:,}", line + 1, 40 + 12 * column, 47 + 12 * column),) * (1 + column % 2)
    return Fact(f"f{line}.{column}", name, period, f"{line * 1000}", USD, -3, (), "balance_sheet", places, EVIDENCE)


def cost(work: Callable[[Path], object], facts: int) -> float:
    times = []
    for _ in range(7):
        with tempfile.TemporaryDirectory() as folder:
            write_taxonomy(Path(folder))
            begin = time.process_time()
            work(Path(folder))
            times.append(time.process_time() - begin)
    return min(times) / facts * 1e6


def main() -> int:
    made = report(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
    facts = len(admit(made).report.facts)
    if facts != len(made.facts):
        raise SystemExit(f"only {facts} of {len(made.facts)} facts pass the gate")
    xbrl_json = cost(lambda folder: write_reports([made], folder, ("xbrl-json",)), facts)
    print(f"{facts} facts, microseconds a fact")
    print(f"  gate                      {cost(lambda _: admit(made), facts):6.1f}")
    print(f"  xBRL-JSON in memory       {cost(lambda _: to_json(made), facts):6.1f}")
    print(f"  xBRL-JSON and its schema  {xbrl_json:6.1f}")
    print(f"  both formats              {cost(lambda folder: write_reports([made], folder), facts):6.1f}")
    return int(xbrl_json > 25)


if __name__ == "__main__":
    raise SystemExit(main())
