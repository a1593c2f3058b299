"""Counts where the companies of the dev corpus put a concept, and what right above and below it: order.tsv for `candidates/order.py`.

    python scripts/build_order.py CORPUS OUT [--folds 5]

Only concepts count, no labels and no numbers. A line for each kind of statement and concept: its companies, its sections, the concepts
below it and above it, by the number of their line; each with how much likelier it is there than elsewhere, in tenths of nats, as if
`order.TRUST` companies more had been counted that do as all do. ``--folds`` writes OUT/fold_0/order.tsv and so on besides, without the
companies of each fold: what is said of a filing must not have been counted in it. The same input gives the same tables.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from labelled import Truth, filings, fold_of

from converter.find import FindOptions, find
from converter.map.candidates.options import OWN
from converter.map.candidates.order import TRUST
from converter.map.rows.lines import Line, group_of, lines_of
from converter.read import read
from converter.taxonomy import load_taxonomy

NEAR = 0.1
"""The share of a statement's concepts that may stand beside one at all."""

Companies = dict[tuple[str, ...], set[str]]


@dataclass
class Counts:
    """Companies by (group, concept), (group, concept, section) and (group, concept, concept below); rows by group and section."""

    concepts: Companies = field(default_factory=lambda: defaultdict(set))
    sections: Companies = field(default_factory=lambda: defaultdict(set))
    pairs: Companies = field(default_factory=lambda: defaultdict(set))
    rows: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    companies: set[str] = field(default_factory=set)

    def add(self, group: str, company: str, sections: list[str], concepts: list[str]) -> None:
        self.companies.add(company)
        for section, concept in zip(sections, concepts, strict=True):
            if concept:
                self.rows[group][section] += 1
                self.concepts[group, concept].add(company)
                self.sections[group, concept, section].add(company)
        for above, below in pairwise(concepts):
            if above and below:
                self.pairs[group, above, below].add(company)


def concept_of(line: Line, kind: str, truth: Truth) -> str:
    """The concept of ours that a row is by the truth, "" where it is none or nobody could say."""
    votes = truth.concepts(line, kind)[0] if line.words else Counter()
    best = votes.most_common(1)[0][0] if votes and "?" not in votes else OWN
    return best if load_taxonomy().concept(f"gaap:{best}") else ""


def count(corpus: Path) -> Counts:
    counts = Counts()
    for _, _, path, truth in filings(corpus):
        for statement in find(read(path.read_bytes(), path.name), FindOptions()).statements:
            if statement.registrant == 0 and statement.kind != "equity":
                lines = lines_of(statement)
                concepts = [concept_of(line, statement.kind, truth) for line in lines]
                counts.add(group_of(statement), truth.company, [line.section for line in lines], concepts)
    return counts


def lift(companies: int, there: int, usual: float) -> int:
    """Tenths of nats by which ``there`` of some companies are more than usual."""
    return round(10 * log((there + TRUST * usual) / (companies + TRUST) / usual))


def table(counts: Counts, without: set[str]) -> str:
    """The lines, with the companies of ``without`` taken off."""

    def left(companies: set[str]) -> int:
        return len(companies - without)

    total = len(counts.companies - without)
    keys = sorted((pair for pair, companies in counts.concepts.items() if left(companies)), key=lambda pair: f"{pair[0]} {pair[1]}\t")
    number = {key: n for n, key in enumerate(keys)}
    found: dict[tuple[str, ...], list[list[str]]] = {key: [[], [], []] for key in keys}
    for (group, concept, section), companies in sorted(counts.sections.items()):
        if left(companies):
            rows = counts.rows[group]
            usual = rows[section] / rows.total()
            found[group, concept][0].append(f"{section}:{lift(left(counts.concepts[group, concept]), left(companies), usual)}")
    for (group, above, below), companies in sorted(counts.pairs.items()):
        if left(companies):
            for at, concept, other in ((1, above, below), (2, below, above)):
                usual = NEAR * (left(counts.concepts[group, other]) + 0.5) / total
                value = lift(left(counts.concepts[group, concept]), left(companies), usual)
                found[group, concept][at].append(f"{number[group, other]}:{value}")
    lines = ("\t".join([" ".join(key), str(left(counts.concepts[key])), *(" ".join(each) for each in found[key])]) for key in keys)
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    counts = count(args.corpus)
    (args.out / "order.tsv").write_text(table(counts, set()), "utf-8")
    for fold in range(args.folds):
        folder = args.out / f"fold_{fold}"
        folder.mkdir(exist_ok=True)
        (folder / "order.tsv").write_text(table(counts, {c for c in counts.companies if fold_of(c, args.folds) == fold}), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
