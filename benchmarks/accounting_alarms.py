"""How well the accounting layer tells good reports from damaged ones, on reports made of the truths of the corpus.

    python benchmarks/accounting_alarms.py [CORPUS] [--every N] [--show]

Good reports: false alarms per report (codes and messages with ``--show``). Damage: one number at a time is scaled by a thousand, changes
a digit, or its sign; counted is what share of these brings a finding that was not there before. The truths know no linkbase, so this is
what the rules see without the filing's own sums; ``--reports`` takes converted reports with theirs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from converter.check import Options, check
from converter.load import load
from converter.model import SHARES, USD, Concept, Entity, Fact, Period, Report, per_share
from converter.taxonomy import load_taxonomy

LAYERS = Options(select=("accounting", "calculation", "xbrl", "duplicates"))
UNITS = {"USD": USD, "shares": SHARES, "USD/shares": per_share(USD)}


def truths(folder: Path, every: int) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*/truth/*.json"))[::every]:
        truth = json.loads(path.read_text("utf-8"))
        if truth.get("complete") and truth.get("facts"):
            yield f"{path.parent.parent.name}/{path.stem}", truth


def _decimals(values: list[str]) -> int:
    """What the digits of most numbers allow."""
    zeros = [len(value) - len(value.rstrip("0")) for value in values if "." not in value and value.strip("-0")]
    return -next((places for places in (6, 5, 3) if zeros and sum(count >= places for count in zeros) >= 0.95 * len(zeros)), 0)


def report(truth: dict[str, Any]) -> Report:
    """The truth's facts as a report of ours."""
    raw = [fact for fact in truth["facts"] if fact.get("unit") in UNITS]
    common = _decimals([str(fact["value"]) for fact in raw if fact["unit"] == "USD"])
    facts: dict[tuple[str, Period], Fact] = {}
    concepts: dict[str, Concept] = {}
    for number, item in enumerate(raw):
        name = (item.get("concept") or f"x:Line{number}").replace("us-gaap:", "gaap:").replace("custom:", "x:")
        period = Period(None, date.fromisoformat(item["instant"])) if item.get("instant") else _duration(item)
        concept = load_taxonomy().concept(name)
        if period is None or (concept is not None and (concept.period_type == "instant") != period.is_instant):
            continue
        value = str(item["value"])
        decimals = common if item["unit"] == "USD" else len(value.partition(".")[2]) or (2 if item["unit"] == "USD/shares" else 0)
        facts.setdefault((name, period), Fact(f"f{number}", name, period, value, UNITS[item["unit"]], decimals))
        if concept is not None:
            concepts[name] = concept
    return Report("truth", Entity("http://www.sec.gov/CIK", "0000000001"), tuple(facts.values()), {}, concepts)


def _duration(item: dict[str, Any]) -> Period | None:
    try:
        return Period(date.fromisoformat(item["start"]), date.fromisoformat(item["end"]))
    except (KeyError, TypeError, ValueError):
        return None


def alarms(subject: Report) -> set[tuple[str, tuple[str, ...]]]:
    return {(finding.code, finding.facts) for finding in check(subject, LAYERS).findings if finding.severity != "info"}


def damaged(fact: Fact, kind: str, chance: random.Random) -> Fact | None:
    value = Decimal(fact.value or "0")
    digits = [place for place, sign in enumerate(fact.value or "") if sign.isdigit() and (fact.value or "").strip("-0.")]
    if not value or not digits:
        return None
    if kind == "scale":
        return replace(fact, value=f"{value * 1000:f}" if chance.random() < 0.5 else f"{value / 1000:f}")
    if kind == "sign":
        return replace(fact, value=f"{-value:f}")
    place = chance.choice(
        [at for at in digits if fact.decimals is None or fact.decimals >= 0 or at < len(fact.value or "") + fact.decimals] or digits[:1]
    )
    text = list(fact.value or "")
    text[place] = str((int(text[place]) + chance.randint(1, 9)) % 10)
    return replace(fact, value="".join(text))


class Tally:
    """Damage done and noticed, by kind."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        self.noticed: Counter[str] = Counter()

    def try_on(self, clean: Report, tries: int, chance: random.Random) -> None:
        """Damages one number of the report at a time."""
        before = alarms(clean)
        summed = {name for total in clean.calculations for name in (total.total, *(part for part, _ in total.parts))}
        numbers = [place for place, fact in enumerate(clean.facts) if fact.unit is not None and fact.value]
        for kind in ("scale", "digit", "sign"):
            for _ in range(tries // 3 if numbers else 0):
                place = chance.choice(numbers)
                worse = damaged(clean.facts[place], kind, chance)
                if worse is not None:
                    name = f"{kind}, {'inside' if worse.concept in summed else 'outside'} the report's sums"
                    self.made[name] += 1
                    facts = (*clean.facts[:place], worse, *clean.facts[place + 1 :])
                    self.noticed[name] += bool(alarms(replace(clean, facts=facts)) - before)

    def tell(self) -> None:
        for kind, count in sorted(self.made.items()):
            print(f"{kind}: {self.noticed[kind]} of {count} noticed ({self.noticed[kind] / count:.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "corpus")
    parser.add_argument("--every", type=int, default=8)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--tries", type=int, default=12)
    parser.add_argument("--reports", type=Path, help="a folder of converted reports, to be taken instead of the truths")
    chosen = parser.parse_args()
    chance, tally = random.Random(1), Tally()
    good = false = 0
    by_code: Counter[str] = Counter()
    for name, clean in _loaded(chosen.reports) if chosen.reports else _made(chosen.corpus, chosen.every):
        found = [finding for finding in check(clean, LAYERS).findings if finding.severity != "info"]
        good, false = good + 1, false + bool(found)
        by_code.update({finding.code for finding in found})
        for finding in found if chosen.show else ():
            print(name, finding.code, finding.message[:250])
        tally.try_on(clean, chosen.tries, chance)
    print(f"{good} reports, {false} with an alarm: {dict(by_code)}")
    tally.tell()


def _made(corpus: Path, every: int) -> Iterator[tuple[str, Report]]:
    return ((name, report(truth)) for name, truth in truths(corpus, every))


def _loaded(folder: Path) -> Iterator[tuple[str, Report]]:
    return ((path.stem, of) for path in sorted(folder.rglob("*.json")) for of in load(path).reports if of.facts)


if __name__ == "__main__":
    main()
