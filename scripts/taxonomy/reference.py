"""Reads the reference tables (../shared/reference) from which the tables of converter/taxonomy are built."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HAND_MADE = ROOT / "scripts" / "taxonomy" / "tables"
TABLES = ROOT / "converter" / "taxonomy"
STATISTICS = ROOT / "scripts" / "taxonomy" / "statistics"


def names(path: Path) -> list[str]:
    """The lines of a hand-made list, without comments and blanks."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def rows(path: Path, delimiter: str = "\t") -> Iterator[dict[str, str]]:
    """The rows of a table with a header. The reference tables know no quoting."""
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter, quoting=quoting)


def write(path: Path, header: list[str], lines: list[list[str]]) -> None:
    """A CSV table with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)
    print(f"{path.name}: {len(lines)} rows, {path.stat().st_size} bytes")


class Reference:
    """The reference tables, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def table(self, name: str) -> Iterator[dict[str, str]]:
        return rows(self.folder / name)

    @cached_property
    def elements(self) -> dict[str, dict[str, str]]:
        """Items by name; the properties that the reference lacks are filled from the hand-made overrides."""
        found = {row["name"]: row for row in self.table("usgaap_elements.tsv") if row["prefix"] in ("us-gaap", "dei")}
        for row in rows(HAND_MADE / "overrides.tsv"):
            element = found[row["name"]]
            element.update({key: row[key] for key in ("type", "balance", "period") if not element[key]})
        return found

    @cached_property
    def others(self) -> dict[str, dict[str, str]]:
        """Headings, axes, members by name."""
        return {row["name"]: row for row in self.table("usgaap_elements_other.tsv")}

    @cached_property
    def filers(self) -> Counter[str]:
        """How many filers of 2009-2010 used a concept in the statement that uses it most."""
        counts: Counter[str] = Counter()
        for row in self.table("concept_freq.tsv"):
            counts[row["concept"]] = max(counts[row["concept"]], int(row["filers"]))
        return counts

    @cached_property
    def filers_in_arcs(self) -> Counter[str]:
        """How many of 220 later filers have a concept in the calculation of a statement."""
        counts: Counter[str] = Counter()
        for row in self.table("calc_arcs_by_filers.tsv"):
            for end in (row["parent"], row["child"]):
                name = local(end)
                counts[name] = max(counts[name], int(row["filers_statement"]))
        return counts

    def items_of(self, role: str) -> set[str]:
        """All names in the official presentation of a role, headings included."""
        return {local(row[end]) for row in self.table("pres_arcs.tsv") if row["role"] == role for end in ("parent", "child")}


def local(name: str) -> str:
    """The name of a us-gaap element without its prefix, "" for one of another taxonomy."""
    prefix, _, rest = name.partition(":")
    return rest if prefix == "us-gaap" else ""
