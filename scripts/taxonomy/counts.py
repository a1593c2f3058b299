"""Packs the label statistics of the reference into the small tables of scripts/taxonomy/statistics."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from label_counts import CUSTOM, OTHER, STATEMENTS, label_key
from reference import Reference, write

SINGLES = ("label_concept_single_balance.tsv", "label_concept_single_income.tsv", "label_concept_single_cashflow.tsv")
LINES_A_FILE = 15_000
"""Keeps every file below a megabyte."""
Counted = dict[str, dict[str, Counter[str]]]


def write_counts(reference: Reference, wanted: set[str], folder: Path) -> None:
    """counts_<statement>.tsv, counts_concepts.txt, usage.csv."""
    counted = _read(reference, wanted)
    frequency: Counter[str] = Counter()
    for labels in counted.values():
        for concepts in labels.values():
            frequency.update(concepts.keys())
    order = sorted(frequency, key=lambda name: (-frequency[name], name))
    _save(folder / "counts_concepts.txt", order)
    codes = {name: index for index, name in enumerate(order)}
    for statement in STATEMENTS:
        lines = sorted(_lines(counted[statement], codes), key=str.encode)
        pieces = -(-len(lines) // LINES_A_FILE)
        for piece in range(pieces):
            _save(folder / f"counts_{statement}.{piece + 1}.tsv", lines[piece * LINES_A_FILE : (piece + 1) * LINES_A_FILE])
    write_usage(reference, wanted, folder)


def _read(reference: Reference, wanted: set[str]) -> Counted:
    counted: Counted = defaultdict(lambda: defaultdict(Counter))
    for name in ("label_concept_counts.tsv", *SINGLES):
        for row in reference.table(name):
            concept = row["concept"]
            known = f"gaap:{concept}" if concept in wanted else CUSTOM if concept == CUSTOM else OTHER
            counted[row["statement"]][label_key(row["label"])][known] += int(row["filers"])
    return counted


def _lines(labels: dict[str, Counter[str]], codes: dict[str, int]) -> list[str]:
    found = []
    for key, concepts in labels.items():
        entries = sorted(concepts.items(), key=lambda entry: (-entry[1], entry[0]))
        if key and not _tail(concepts):
            found.append(f"{key}\t" + " ".join(f"{codes[concept]} {filers}" for concept, filers in entries))
    return found


def _tail(concepts: Counter[str]) -> bool:
    """One filer's label for a concept that we do not have: it teaches nothing and makes up much of the long tail."""
    return concepts.total() == 1 and OTHER in concepts


def _save(path: Path, lines: list[str]) -> None:
    path.write_bytes(("\n".join(lines) + "\n").encode())
    print(f"{path.name}: {len(lines)} rows, {path.stat().st_size} bytes")


def write_usage(reference: Reference, wanted: set[str], folder: Path) -> None:
    found = [
        [row["statement"], f"gaap:{row['concept']}", row["filers_as_is"], row["filers_negated"]]
        for row in reference.table("negating_counts.tsv")
        if row["concept"] in wanted
    ]
    write(folder / "usage.csv", ["statement", "concept", "as_is", "negated"], sorted(found))
