"""The dev corpus as the fits see it: filings, their truths, and the folds that keep a company's own numbers from what is measured on it."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from converter.map import tables
from converter.map.candidates import clues, options, order, readings
from converter.map.candidates.options import OWN
from converter.map.choice import joint
from converter.map.facts.amounts import amount
from converter.map.rows.lines import Line, is_live

SETS = (("fsds", "text"), ("modern", "html2000"), ("gold", "text"), ("gold", "html"))
START_TOLERANCE = 10
_CACHED = (
    tables.rules,
    tables.order_lines,
    clues.weights,
    readings.readings,
    order.order,
    options._place_score,
    options._own_place,
    joint._company_score,
    joint._standing_score,
    joint._heading_score,
)
"""All that remembers what the tables of a fold said."""
_SHIPPED = tables._lines


def use_tables(*folders: Path, weights: Path | None = None) -> None:
    """From now on the mapper reads each table from the first of the folders that has it, else the one that is shipped."""

    def lines(name: str) -> list[str]:
        path = next((folder / name for folder in folders if (folder / name).exists()), None)
        if weights and name == "weights.tsv":
            path = weights
        return path.read_text("utf-8").splitlines() if path else _SHIPPED(name)

    tables._lines = lines
    for cached in _CACHED:
        cached.cache_clear()


def filings(corpus: Path, step: int = 1) -> Iterator[tuple[str, str, Path, Truth]]:
    """(part, form, path, truth) of all filings that the fits read."""
    for part, form in SETS:
        for path in sorted((corpus / part / form).iterdir())[::step]:
            yield part, form, path, _truth(corpus / part / "truth" / f"{path.stem}.json")


def fold_of(company: str, folds: int) -> int:
    return int(hashlib.md5(company.encode()).hexdigest(), 16) % folds


class Truth:
    """The facts of a filing by their numbers."""

    def __init__(self, path: Path) -> None:
        document = json.loads(path.read_text("utf-8"))
        self.company = str(document.get("cik") or path.stem)
        self.facts: dict[tuple[Decimal, str, date], list[dict[str, str]]] = defaultdict(list)
        for fact in (*document["facts"], *({**f, "label": "", "also": "1"} for f in document.get("alternatives", ()))):
            end = date.fromisoformat(fact.get("instant") or fact["end"])
            self.facts[abs(Decimal(fact["value"])), fact["unit"], end].append(fact)

    def concepts(self, line: Line, kind: str) -> tuple[Counter[str], set[str], int]:
        """What the figures of a row are by the truth: concepts with votes, all that the scorer accepts, and the figures found."""
        votes: Counter[str] = Counter()
        accepted: set[str] = set()
        found = 0
        label = _letters(line.row.label)
        for figure in line.row.figures:
            if not is_live(figure) or figure.period is None or figure.scale is None or figure.unit is None:
                continue
            unit = "/".join(part.split(":")[-1] for part in figure.unit.oim().split("/")) if figure.unit.oim() else "pure"
            value = abs(amount(figure.number, figure.scale))
            there = [f for f in self.facts.get((value, unit, figure.period.end), ()) if _same_start(f, figure.period.start)]
            accepted |= {_name(f) for f in there}
            there = [f for f in there if "also" not in f]
            if not there:
                continue
            found += 1
            here = [f for f in there if f["statement"] == kind] or there
            alike = [f for f in here if _letters(f["label"]) == label] or here
            for name in {_name(f) for f in alike}:
                votes[name] += 1 / len(alike)
        return votes, accepted, found


_truth = cache(Truth)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def _name(fact: dict[str, str]) -> str:
    """A standard concept's local name, `OWN` for the filer's own, "?" where nobody could say."""
    prefix, _, local = (fact["concept"] or "").rpartition(":")
    return local if prefix == "us-gaap" else OWN if prefix else "?"


def _same_start(fact: dict[str, str], start: date | None) -> bool:
    if "instant" in fact or start is None:
        return "instant" in fact and start is None
    return abs((date.fromisoformat(fact["start"]) - start).days) <= START_TOLERANCE
