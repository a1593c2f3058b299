"""Converts the dev corpus as if its companies had never been seen: each filing by tables and weights without its own company.

    python scripts/convert_heldout.py CORPUS OUT --tables TABLES --heldout HELDOUT [--folds 5]

TABLES is what fit_choice.py reads (labels and traits without the dev companies, fold_0/order.tsv and so on), HELDOUT the folder where it
wrote heldout_0.tsv and so on. OUT gets a folder of reports for each part and form (``OUT/fsds-text``), for ``score.py``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from labelled import filings, fold_of, use_tables

from converter import convert


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--heldout", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    for fold in range(args.folds):
        use_tables(args.tables / f"fold_{fold}", args.tables, weights=args.heldout / f"heldout_{fold}.tsv")
        for part, form, path, truth in filings(args.corpus):
            if fold_of(truth.company, args.folds) == fold:
                convert(path).write(args.out / f"{part}-{form}", to=("xbrl-json",))
    return 0


if __name__ == "__main__":
    sys.exit(main())
