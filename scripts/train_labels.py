"""Learns which words of a label speak for which concept, and writes the tables that `converter/map/candidates` reads.

    python scripts/train_labels.py REFERENCE OUT [--without SHARE.tsv] [--epochs N]

REFERENCE is the folder with label_concept_counts.tsv, label_concept_single_*.tsv and usgaap_elements.tsv. Beside the counts it learns from
the labels in ``wordings/``, which nobody counted: each weighs as much as one filer, and only where fewer than three filers used it. A
softmax over words, pairs of words and ends of labels, one for each kind of statement; needs numpy, which the converter itself never
imports. The same input gives the same tables.
``--without`` subtracts the filers of that table: for measuring on the companies of the dev corpus, never for shipping.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from converter.map.rows.labels import bag, features, words

GROUPS = {"balance_sheet": "balance", "income": "income", "comprehensive": "income", "cashflow": "cashflow"}
TREES = {"balance_sheet": "balance", "income": "income", "comprehensive": "income", "cashflow": "cashflow"}
NATURES = {
    **dict.fromkeys(("asset", "contra_asset", "liability", "contra_liability", "equity", "contra_equity", "deficit"), ("balance",)),
    **dict.fromkeys(("revenue", "expense", "income", "gain_loss", "loss", "tax", "per_share", "oci", "oci_loss", "oci_tax"), ("income",)),
    "capitalized": ("income",),
    **dict.fromkeys(("inflow", "outflow", "net_cash", "net_inflow", "net_outflow", "increase_asset", "increase_liability"), ("cashflow",)),
    **dict.fromkeys(("reconciling", "income_item", "noncash"), ("cashflow",)),
}
NAME_WORD = re.compile(r"(?<=[a-z])([A-Z])")
FILES = ("label_concept_counts", "label_concept_single_balance", "label_concept_single_income", "label_concept_single_cashflow")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_counts(reference: Path, without: Path | None) -> dict[str, dict[tuple[str, ...], Counter[str]]]:
    """group -> words of a label -> concept -> filers."""
    share: Counter[tuple[str, str, str]] = Counter()
    for row in rows(without) if without else ():
        share[row["statement"], row["label"], row["concept"]] += int(row["dev_filers"])
    counts: dict[str, dict[tuple[str, ...], Counter[str]]] = {group: defaultdict(Counter) for group in dict.fromkeys(GROUPS.values())}
    for name in FILES:
        for row in rows(reference / f"{name}.tsv"):
            filers = int(row["filers"]) - share[row["statement"], row["label"], row["concept"]]
            tokens = words(row["label"])
            if filers > 0 and tokens:
                counts[GROUPS[row["statement"]]][tokens][row["concept"]] += filers
    return counts


def taxonomy_labels(taxonomy: Path) -> dict[str, dict[tuple[str, ...], Counter[str]]]:
    """Our taxonomy's own labels and names, so that an element that no filer of the counts used can be chosen at all."""
    found: dict[str, dict[tuple[str, ...], Counter[str]]] = {group: defaultdict(Counter) for group in dict.fromkeys(GROUPS.values())}
    where: dict[str, set[str]] = defaultdict(set)
    for name in ("presentation.csv", "calculations.csv"):
        for row in table(taxonomy / name):
            for end in (row["parent"], row["child"]):
                if row["tree"].split("-")[0] in TREES:
                    where[end].add(TREES[row["tree"].split("-")[0]])
    texts: dict[str, list[str]] = defaultdict(list)
    for row in table(taxonomy / "labels.csv"):
        if row["role"] == "common":
            texts[row["concept"]].append(row["label"])
    for row in table(taxonomy / "concepts.csv"):
        prefix, _, local = row["name"].partition(":")
        if prefix != "gaap":
            continue
        for text in (row["label"], NAME_WORD.sub(r" \1", local), *texts[row["name"]]):
            for group in where[row["name"]] or NATURES.get(row["nature"], ()):
                if words(text):
                    found[group][words(text)][local] = 1
    return found


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def supplement(path: Path) -> dict[str, dict[tuple[str, ...], Counter[str]]]:
    """Labels of other times than the counts', by hand: group, label, concept, weight in filers."""
    found: dict[str, dict[tuple[str, ...], Counter[str]]] = {group: defaultdict(Counter) for group in dict.fromkeys(GROUPS.values())}
    for row in rows(path):
        found[row["group"]][words(row["label"])][row["concept"]] += int(row["weight"])
    return found


WELL_COUNTED = 3
"""Where so many filers used a label, what they called it says more than what others would."""


NOT_READ = ("transport",)
"""Many of its lines got their concept by rules that nobody read again: it tells businesses apart (`build_industries.py`), no more."""


def wordings(folder: Path, counts: dict[str, dict[tuple[str, ...], Counter[str]]]) -> dict[str, dict[tuple[str, ...], Counter[str]]]:
    """Labels as companies of many kinds word them (see wordings/README.md), without those that the counts know well."""
    found: dict[str, dict[tuple[str, ...], Counter[str]]] = {group: defaultdict(Counter) for group in dict.fromkeys(GROUPS.values())}
    for path in sorted(folder.glob("*.tsv")):
        for row in rows(path) if path.stem not in NOT_READ else ():
            tokens = words(row["label"])
            if tokens and sum(counts[row["group"]].get(tokens, Counter()).values()) < WELL_COUNTED:
                found[row["group"]][tokens][row["concept"]] += 1
    return found


def train(
    samples: list[tuple[tuple[str, ...], Counter[str], float]], epochs: int
) -> tuple[list[str], dict[str, int], np.ndarray, np.ndarray]:
    classes = sorted({concept for _, counts, _ in samples for concept in counts})
    of = {name: i for i, name in enumerate(classes)}
    seen = Counter(feature for tokens, _, _ in samples for feature in features(tokens))
    vocabulary = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= 2))}
    weights = np.zeros((len(vocabulary), len(classes)), np.float32)
    squares = np.full((len(vocabulary), 1), 1e-2, np.float32)
    bias = np.zeros(len(classes), np.float32)
    for _, counts, weight in samples:
        total = sum(counts.values())
        for concept, n in counts.items():
            bias[of[concept]] += weight * n / total
    bias = np.log(bias + 0.1)
    random = np.random.default_rng(7)
    encoded = [([vocabulary[f] for f in features(tokens) if f in vocabulary], counts, weight) for tokens, counts, weight in samples]
    for _epoch in range(epochs):
        order = random.permutation(len(encoded))
        for start in range(0, len(order), 256):
            batch = [encoded[i] for i in order[start : start + 256]]
            used = sorted({f for ids, _, _ in batch for f in ids})
            column = {f: i for i, f in enumerate(used)}
            x = np.zeros((len(batch), len(used)), np.float32)
            y = np.zeros((len(batch), len(classes)), np.float32)
            w = np.array([weight for _, _, weight in batch], np.float32)[:, None]
            for line, (ids, counts, _) in enumerate(batch):
                for f in ids:
                    x[line, column[f]] = 1
                total = sum(counts.values())
                for concept, n in counts.items():
                    y[line, of[concept]] = n / total
            mine = weights[used]
            logits = x @ mine + bias
            logits -= logits.max(1, keepdims=True)
            p = np.exp(logits)
            p /= p.sum(1, keepdims=True)
            gradient = x.T @ ((p - y) * w) + 2e-3 * mine
            squares[used] += (gradient**2).sum(1, keepdims=True)
            weights[used] = mine - 0.5 * gradient / np.sqrt(squares[used])
    return classes, vocabulary, weights, bias


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--floor", type=float, default=0.25, help="weights nearer to 0 are not written")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    room = Path(__file__).resolve().parent.parent / "converter"
    extra, own = taxonomy_labels(room / "taxonomy"), supplement(room / "map" / "tables" / "supplement.tsv")
    counts_of = read_counts(args.reference, args.without)
    worded = wordings(Path(__file__).resolve().parent / "wordings", counts_of)
    for group, counts in counts_of.items():
        counted = {tokens: Counter(concepts) for tokens, concepts in counts.items()}
        for tokens, concepts in (*worded[group].items(), *own[group].items()):
            counts[tokens].update(concepts)
        for tokens, concepts in extra[group].items():
            if tokens not in counts:
                counts[tokens].update(concepts)
                counted[tokens] = Counter(concepts)
        filers = Counter()
        for concepts in counts.values():
            filers.update(concepts)
        official = {c for concepts in extra[group].values() for c in concepts}
        kept = {c for c, n in filers.items() if n >= 3 or c in official}
        samples = []
        for tokens, concepts in sorted(counts.items()):
            mine = Counter({c: n for c, n in concepts.items() if c in kept})
            if mine:
                samples.append((tokens, mine, float(np.log2(1 + sum(mine.values())))))
        classes, vocabulary, weights, bias = train(samples, args.epochs)
        write_words(args.out / f"words_{group}.tsv", classes, vocabulary, weights, bias, args.floor)
        write_labels(args.out / f"labels_{group}.tsv", counted, classes)
        write_labels(args.out / f"supplement_{group}.tsv", own[group], classes)
        print(group, len(samples), "labels", len(classes), "concepts", len(vocabulary), "features")
    return 0


def write_words(path: Path, classes: list[str], vocabulary: dict[str, int], weights: np.ndarray, bias: np.ndarray, floor: float) -> None:
    """First line: the concepts. Second: their bias. Then feature, and ``concept:weight`` (weight in tenths) for each weight that
    matters."""
    lines = ["\t".join(classes), "\t".join(str(round(float(b) * 10)) for b in bias)]
    for feature, i in sorted(vocabulary.items()):
        row = weights[i]
        strong = np.flatnonzero(np.abs(row) >= floor)
        strong = strong[np.argsort(-np.abs(row[strong]))][:40]
        if len(strong):
            lines.append(feature + "\t" + " ".join(f"{c}:{round(float(row[c]) * 10)}" for c in sorted(strong)))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_labels(path: Path, counts: dict[tuple[str, ...], Counter[str]], classes: list[str]) -> None:
    """Label (its words), and ``concept:filers`` for each concept that filers gave it; concept by its number in the words table."""
    of = {name: i for i, name in enumerate(classes)}
    bags: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, concepts in counts.items():
        bags[bag(tokens)].update(concepts)
    lines = []
    for text, concepts in sorted(bags.items()):
        mine = [(of[c], n) for c, n in sorted(concepts.items(), key=lambda item: (-item[1], item[0]))[:12] if c in of]
        if text and mine and (sum(n for _, n in mine) >= 2 or text.count(" ") <= 5):
            lines.append(text + "\t" + " ".join(f"{c}:{n}" for c, n in mine))
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
