"""Fits the confidence on rows of companies that the weights of the choice have not seen, and says how far it can be trusted.

    python scripts/fit_confidence.py CORPUS HELDOUT OUT --tables TABLES [--caution first=-0.5]

HELDOUT is what ``fit_choice.py --folds 5`` wrote: weights without each fold's companies. Writes confidence.tsv: a logistic regression of
"number and concept are right" on what `choice/reasons.py` knows. ``--caution`` adds to what was fitted for an era, so that facts
told with 0.9 and more are right as often as wanted. Prints the reliability of confidences that were fitted without the fold. Needs numpy.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from labelled import Truth, filings, fold_of, use_tables

from converter.find import FindOptions, find
from converter.map import MapOptions, map_stated, statement
from converter.map.choice.reasons import LONG_LABEL, logit
from converter.read import read
from converter.taxonomy import load_taxonomy

FOLDS = 5
NAMES = ("base", "belief", "first", "later", "per share", "long")


@dataclass(frozen=True)
class Outcome:
    """A row with a standard concept: what is known of it, how many of its facts are right, and of how many."""

    part: str
    form: str
    fold: int
    known: tuple[float, ...]
    right: int
    facts: int


def outcomes(corpus: Path, heldout: Path, folder: Path) -> Iterator[Outcome]:
    for fold in range(FOLDS):
        use_tables(folder / f"fold_{fold}", folder, weights=heldout / f"heldout_{fold}.tsv")
        for part, form, path, truth in filings(corpus):
            if fold_of(truth.company, FOLDS) == fold:
                for known, right, facts in _of_filing(path, truth):
                    yield Outcome(part, form, fold, known, right, facts)


def _of_filing(path: Path, truth: Truth) -> Iterator[tuple[tuple[float, ...], int, int]]:
    filing = read(path.read_bytes(), path.name)
    stated = find(filing, FindOptions())
    seen = []
    before = statement.reasons_for

    def reasons_for(chosen, line, when, sign, by_sum, proven):
        seen.append((chosen, line, when))
        return before(chosen, line, when, sign, by_sum, proven)

    statement.reasons_for = reasons_for
    map_stated(stated, filing, load_taxonomy(), MapOptions(path.stem))
    statement.reasons_for = before
    for chosen, line, when in seen:
        name = chosen.option.concept
        votes, accepted, facts = truth.concepts(line, "")
        if name and facts and "?" not in votes:
            known = (
                1.0,
                logit(chosen.belief),
                float(when == "first"),
                float(when == "later"),
                float(line.kind == "perShare"),
                float(len(line.words) >= LONG_LABEL),
            )
            yield known, facts * (name in accepted), facts


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Newton's method."""
    found = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weight * (p - y)) + ridge * found
        bend = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(found))
        found -= np.linalg.solve(bend, slope)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("heldout", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--caution", action="append", default=[], metavar="ERA=LOGODDS")
    args = parser.parse_args()
    rows = list(outcomes(args.corpus, args.heldout, args.tables))
    x = np.array([row.known for row in rows])
    y = np.array([row.right / row.facts for row in rows])
    weight = np.array([float(row.facts) for row in rows])
    fold = np.array([row.fold for row in rows])
    cautions = {name: float(value) for name, _, value in (each.partition("=") for each in args.caution)}
    caution = np.array([cautions.get(name, 0.0) for name in NAMES])
    told = np.zeros(len(rows))
    for f in range(FOLDS):
        told[fold == f] = 1 / (1 + np.exp(-x[fold == f] @ (fit(x[fold != f], y[fold != f], weight[fold != f]) + caution)))
    reliability(rows, told)
    found = fit(x, y, weight)
    lines = [f"{name}\t{value:.2f}" for name, value in zip(NAMES, found, strict=True)]
    lines += ["legacy\t0", *(f"caution: {name}\t{cautions.get(name, 0.0):.2f}" for name in ("first", "later", "legacy"))]
    (args.out / "confidence.tsv").write_text("\n".join(["reason\tweight", *lines]) + "\n", "utf-8")
    return 0


def reliability(rows: list[Outcome], told: np.ndarray) -> None:
    bins: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for row, p in zip(rows, told, strict=True):
        tally = bins[row.part, row.form][min(9, int(round(float(p), 2) * 10))]
        tally[0] += row.right
        tally[1] += row.facts
    for (part, form), each in sorted(bins.items()):
        total = sum(n for _, n in each.values())
        shown = "  ".join(f"{edge / 10:.1f}: {right / n:.3f} of {n}" for edge, (right, n) in sorted(each.items(), reverse=True))
        print(f"{part}/{form}: {shown}; 0.9 and more: {each[9][1] / total:.3f} of all")


if __name__ == "__main__":
    sys.exit(main())
