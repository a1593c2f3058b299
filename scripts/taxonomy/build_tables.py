"""Builds the tables of converter/taxonomy and scripts/taxonomy/statistics from ../shared/reference and lists in scripts/taxonomy/tables.

    python scripts/taxonomy/build_tables.py [--reference ../shared/reference] [--only concepts,trees,labels,counts]

The tables are checked in, so nobody needs the reference to install or test; this script shows where each row is from and makes
the same bytes again. ``ex27.csv`` and ``dimensions.csv`` are made by hand.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import concepts
import counts
import labels
import trees
from reference import HAND_MADE, ROOT, STATISTICS, TABLES, Reference, names, write

CONCEPT_COLUMNS = ["name", "type", "balance", "period", "abstract", "nature", "first_year", "last_year", "label", "positive"]


class Build:
    """The choice of concepts, and what follows from it."""

    def __init__(self, reference: Reference, folder: Path = TABLES, statistics: Path = STATISTICS) -> None:
        self.reference = reference
        self.folder, self.statistics = folder, statistics
        self.gaap = concepts.chosen(reference)
        self.wanted = set(self.gaap)
        self.outlines = {plan.name: trees.presentation(reference, plan, self.wanted) for plan in trees.PLANS}

    def fits(self, parent: str, child: str, weight: int) -> bool:
        """XBRL 2.1, 5.1.1.2: balances that are the same want a positive weight, opposite ones a negative."""
        one, other = (self.reference.elements[name]["balance"] for name in (parent, child))
        return not one or not other or (one == other) == (weight > 0)

    def headings(self) -> list[str]:
        found = {child for outline in self.outlines.values() for _, child, _ in outline.lines()}
        return sorted(found - self.wanted)

    def write_concepts(self) -> None:
        table = concepts.meanings()
        elements = self.reference.elements
        lines = [concepts.concept_row("gaap", name, elements[name], table) for name in self.gaap]
        lines += [concepts.concept_row("dei", name, elements[name], table) for name in names(HAND_MADE / "dei.txt")]
        lines += concepts.ex27_rows(table)
        write(self.folder / "concepts.csv", CONCEPT_COLUMNS, lines)
        headings = [concepts.heading_row(name, self.reference.others[name]) for name in self.headings()]
        write(self.folder / "headings.csv", CONCEPT_COLUMNS, headings)

    def write_trees(self) -> None:
        sums: list[list[str]] = []
        lines: list[list[str]] = []
        for plan in trees.PLANS:
            outline = self.outlines[plan.name]
            order = list(outline.lines())
            lines += [[plan.name, f"gaap:{parent}" if parent else "", f"gaap:{child}", label] for parent, child, label in order]
            present = {child for _, child, _ in order}
            arcs = trees.calculation(self.reference, plan, self.wanted, present, self.fits)
            place = {child: index for index, (_, child, _) in enumerate(order)}
            arcs.sort(key=lambda arc: (place[arc[0]], place[arc[1]]))
            sums += [[plan.name, f"gaap:{parent}", f"gaap:{child}", str(weight), ""] for parent, child, weight in arcs]
        short = trees.shortcuts(self.reference, self.wanted, self.fits)
        sums += [[trees.SHORTCUTS, f"gaap:{parent}", f"gaap:{child}", str(weight), str(filers)] for parent, child, weight, filers in short]
        write(self.folder / "presentation.csv", ["tree", "parent", "child", "preferred_label"], lines)
        write(self.folder / "calculations.csv", ["tree", "parent", "child", "weight", "filers"], sums)
        write(self.folder / "trees.csv", ["tree", "title"], [[plan.name, plan.title] for plan in trees.PLANS])

    def write_labels(self) -> None:
        write(self.folder / "labels.csv", ["concept", "role", "lang", "label"], labels.label_rows(self.reference, self.gaap, self.folder))

    def write_counts(self) -> None:
        counts.write_counts(self.reference, self.wanted, self.statistics)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared" / "reference")
    parser.add_argument("--only", default="concepts,trees,labels,counts")
    options = parser.parse_args()
    build = Build(Reference(options.reference))
    for part in options.only.split(","):
        getattr(build, f"write_{part}")()


if __name__ == "__main__":
    main()
