"""Counts which words and which concepts each kind of business uses more than others, for `converter/map/candidates/industry.py`.

    python scripts/build_industries.py OUT

Reads ``wordings/<business>.tsv`` (see wordings/README.md). Writes industry_words.tsv and industry_concepts.tsv: for each business, in
tenths of nats, how much more often it uses the word, or the concept in that kind of statement, than the businesses do on average. The same
input gives the same tables.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from converter.map.rows.labels import words

BUSINESSES = ("bank", "broker", "consumer", "insurer", "manufacturing", "oil", "realestate", "technology", "transport", "utility")
LEAST_USES = 12
"""A word that fewer labels have tells nothing."""
TELLING_WORD, TELLING_CONCEPT = 7, 4
MOST, LEAST = 25, -15
"""Tenths of nats."""
CUSTOM = "custom"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    folder = Path(__file__).resolve().parent / "wordings"
    of_words: dict[str, Counter[str]] = defaultdict(Counter)
    of_concepts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    labels: Counter[Hashable] = Counter()
    for business in BUSINESSES:
        with (folder / f"{business}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                labels[business] += 1
                for word in set(words(row["label"])):
                    of_words[word][business] += 1
                if row["concept"] != CUSTOM:
                    labels[row["group"], business] += 1
                    of_concepts[row["group"], row["concept"]][business] += 1
    telling = {word: _weights(uses, labels, 50) for word, uses in of_words.items() if uses.total() >= LEAST_USES}
    _write(args.out / "industry_words.tsv", "word", {key: found for key, found in telling.items() if max(found) >= TELLING_WORD})
    used = {key: _weights(uses, {b: labels[key[0], b] for b in BUSINESSES}, 20) for key, uses in of_concepts.items()}
    named = {" ".join(key): found for key, found in used.items() if max(map(abs, found)) >= TELLING_CONCEPT}
    _write(args.out / "industry_concepts.tsv", "concept", named)
    return 0


def _weights(uses: Counter[str], labels: Mapping[Any, int], prior: int) -> tuple[int, ...]:
    """How much more often than on average each business uses something, in tenths of nats."""
    rates = [(uses[business] + 1) / (labels[business] + prior) for business in BUSINESSES]
    mean = sum(rates) / len(rates)
    return tuple(max(LEAST, min(MOST, round(10 * log(rate / mean)))) for rate in rates)


def _write(path: Path, head: str, table: Mapping[str, Sequence[int]]) -> None:
    """First the businesses; sorted, since the converter looks keys up where they stand."""
    lines = [f"{key}\t{' '.join(map(str, found))}" for key, found in sorted(table.items())]
    path.write_text("\n".join([f"{head}\t{' '.join(BUSINESSES)}", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
