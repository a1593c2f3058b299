"""Labels of concepts: the standard one, and the words that filers use most."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from concepts import clean_label
from reference import Reference, rows

COMMON_WORDS = 3
LEAST_FILERS = 3


def label_rows(reference: Reference, gaap: list[str], folder: Path) -> list[list[str]]:
    """``total`` for every concept that is a sum, ``periodStart`` and ``periodEnd`` for balances in flows, ``common`` as filers print
    it, the most frequent first."""
    totals = {row["parent"] for row in rows(folder / "calculations.csv", ",")}
    balances = {row["child"] for row in rows(folder / "presentation.csv", ",") if row["preferred_label"] == "periodEndLabel"}
    totals |= {row["child"] for row in rows(folder / "presentation.csv", ",") if row["preferred_label"] == "totalLabel"}
    printed = common_labels(reference)
    found = []
    for name in gaap:
        qname = f"gaap:{name}"
        label = clean_label(reference.elements[name]["label"])
        if qname in totals:
            found.append([qname, "total", "en", label if label.startswith("Total") else f"Total {label}"])
        if qname in balances:
            found += [[qname, "periodStart", "en", f"{label}, Beginning Balance"], [qname, "periodEnd", "en", f"{label}, Ending Balance"]]
        found += [[qname, "common", "en", text] for text in printed.get(name, [])]
    return found


def common_labels(reference: Reference) -> dict[str, list[str]]:
    """The labels that most filers print for a concept, most frequent first."""
    counted: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in reference.table("label_concept_counts.tsv"):
        if int(row["filers"]) >= LEAST_FILERS and not any(letter.isdigit() for letter in row["label"]):
            counted[row["concept"]].append((-int(row["filers"]), row["label"]))
    return {concept: list(dict.fromkeys(text for _, text in sorted(pairs)))[:COMMON_WORDS] for concept, pairs in counted.items()}
