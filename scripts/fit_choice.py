"""Fits how much each clue of `converter/map/candidates/clues.py` counts, on filings whose concepts are known.

    python scripts/fit_choice.py CORPUS OUT --tables TABLES [--folds 5]

CORPUS holds parts (fsds, modern, gold) with forms and truth/<id>.json. TABLES holds learned tables from which the labels of these very
companies are subtracted (`train_labels.py --without`, `build_traits.py --without`, `build_order.py --folds`): clues that a filing's own
labels gave would be trusted too much. Writes weights.tsv: a conditional logit over each row's options. Says how good weights are that
were fitted without the company of the row, and writes heldout_0.tsv and so on: the weights without each fold's companies. Needs numpy,
which the converter itself never imports. The same input gives the same tables.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from labelled import Truth, filings, fold_of, use_tables

from converter.find import FindOptions, find
from converter.map import MapOptions, map_stated, statement
from converter.map.candidates import options, readings
from converter.map.candidates.clues import WHOLE, Clue, era, industry_clues, own_place_clues, place_clues
from converter.map.candidates.options import OWN
from converter.map.choice import joint
from converter.map.choice.joint import RIVAL, Board
from converter.read import read
from converter.taxonomy import load_taxonomy

MOST_FACTS = 4
"""A row of many columns is still one row."""


@dataclass(frozen=True)
class Sample:
    """A row: its options with their clues, the place of the right one, and for whom it counts."""

    clues: list[list[Clue]]
    right: int
    accepted: frozenset[int]
    told: list[str]
    facts: int
    company: str
    part: str


def samples(corpus: Path, folder: Path, folds: int, step: int = 1) -> Iterator[Sample]:
    """The rows of all filings whose concepts are known, by tables that have not counted the filing's company."""
    for fold in range(folds):
        use_tables(folder / f"fold_{fold}", folder)
        for part, _, path, truth in filings(corpus, step):
            if fold_of(truth.company, folds) == fold:
                yield from _samples_of(path, truth, part)


def _samples_of(path: Path, truth: Truth, part: str) -> Iterator[Sample]:
    filing = read(path.read_bytes(), path.name)
    seen: list[tuple[object, ...]] = []
    with _watched(seen):
        map_stated(find(filing, FindOptions()), filing, load_taxonomy(), MapOptions(path.stem))
    for kind, registrant, lines, group, setting, board in seen:
        if registrant == 0:
            for i, line in enumerate(lines):
                made = _sample(i, line, kind, group, setting, board, truth, part)
                if made is not None:
                    yield made


class _watched:  # noqa: N801
    """Keeps what the mapper knew of each statement when it chose."""

    def __init__(self, seen: list[tuple[object, ...]]) -> None:
        self.seen = seen

    def __enter__(self) -> None:
        self.before = statement._choose, joint.choose, statement.lines_of

        def lines_of(each):
            self.now = each
            return self.before[2](each)

        def choose_rows(lines, group, taxonomy, memory, sums, equal, setting, *rest):
            self.args = lines, group, setting
            return self.before[0](lines, group, taxonomy, memory, sums, equal, setting, *rest)

        def choose(rows, ties):
            board = Board(rows, ties)
            board.sweep()
            self.seen.append((self.now.kind, self.now.registrant, *self.args, board))
            return self.before[1](rows, ties)

        statement._choose, joint.choose, statement.lines_of = choose_rows, choose, lines_of

    def __exit__(self, *_: object) -> None:
        statement._choose, joint.choose, statement.lines_of = self.before


def _sample(i, line, kind, group, setting, board, truth, part) -> Sample | None:
    votes, accepted, facts = truth.concepts(line, kind)
    if not votes or "?" in votes or not line.words or {"basic", "diluted"} <= set(line.words):
        return None
    right = votes.most_common(1)[0][0]
    names = [option.concept for option in board.rows[i]]
    if OWN not in names:
        return None
    label = readings.readings(
        group, *options._reading(line), line.words, line.kind, line.instant, setting.year, load_taxonomy(), line.section in WHOLE
    )
    read_as = {each.name: each.clues for each in label.readings}
    arcs = board.arcs(i, board.rows[i]) if i in board.parts or i in board.totals else [[] for _ in names]
    beside = board.neighbours(i)
    clues = []
    for k, name in enumerate(names):
        mine: list[Clue] = [*board.standing(i, name), *board.heading(i, name)]
        if name == OWN:
            mine += [*label.own, *own_place_clues(line.section)]
        else:
            mine += [
                *read_as.get(name, ()),
                *place_clues(group, name, line.section, era(setting.year), label.case),
                *board.company(name),
                *industry_clues(group, name, setting.industry, era(setting.year), label.case),
                *arcs[k],
            ]
            mine += options.row_clues(name, line, group, load_taxonomy(), setting, options.printed_sides(line))
            mine += beside[k]
            if board.rival(i, k):
                mine.append((RIVAL, 1.0))
        clues.append(mine)
    at = names.index(right) if right in names else len(names) - 1
    good = {k for k, name in enumerate(names) if name in accepted and name != OWN} | ({at} if names[at] == right else set())
    return Sample(clues, at, frozenset(good), names, facts, truth.company, part)


class Matrix:
    """Samples as arrays: rows, options, clues."""

    def __init__(self, rows: list[Sample]) -> None:
        self.rows = rows
        used = Counter(name for row in rows for name in {name for option in row.clues for name, _ in option})
        self.names = sorted(name for name, n in used.items() if n >= 20)
        at = {name: i for i, name in enumerate(self.names)}
        width = max(len(row.clues) for row in rows)
        self.x = np.zeros((len(rows), width, len(self.names)), np.float32)
        self.open = np.zeros((len(rows), width), bool)
        self.y = np.zeros((len(rows), width), np.float32)
        for r, row in enumerate(rows):
            self.y[r, row.right] = 1
            for k, option in enumerate(row.clues):
                self.open[r, k] = True
                for name, value in option:
                    if name in at:
                        self.x[r, k, at[name]] += value
        self.weight = np.array([min(MOST_FACTS, row.facts) for row in rows], np.float32)

    def chances(self, weights: np.ndarray, rows: np.ndarray) -> np.ndarray:
        scores = np.where(self.open[rows], self.x[rows] @ weights, -1e9)
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        return powers / powers.sum(1, keepdims=True)


FIXED = {"own: basic and diluted": -4.0}
"""Not learned: the house tells two facts where filers made one of their own."""


def fit(data: Matrix, rows: np.ndarray, ridge: float = 1.0, steps: int = 250) -> np.ndarray:
    """Weights of the highest likelihood, held near 0 by a ridge (Adam, full batch)."""
    weights = np.zeros(len(data.names), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    x, y, w = data.x[rows], data.y[rows], data.weight[rows]
    for step in range(1, steps + 1):
        miss = (data.chances(weights, rows) - y) * w[:, None]
        gradient = np.einsum("rk,rkc->c", miss, x) + ridge * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        rate = 0.05 if step < 0.6 * steps else 0.015 if step < 0.85 * steps else 0.005
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return weights


def report(data: Matrix, chances: np.ndarray) -> None:
    """Of the truth's standard concepts, how many are told; of those told, how many are right; by facts."""
    best = chances.argmax(1)
    for part in sorted({row.part for row in data.rows}):
        tally: Counter[str] = Counter()
        for row, k in zip(data.rows, best, strict=True):
            if row.part == part:
                told = row.told[k] != OWN
                tally["standard"] += row.facts * (row.told[row.right] != OWN or row.right not in row.accepted)
                tally["told"] += row.facts * told
                tally["right"] += row.facts * (told and int(k) in row.accepted)
        print(f"{part}: recall {tally['right'] / tally['standard']:.3f} precision {tally['right'] / tally['told']:.3f}")


def write(path: Path, names: list[str], weights: np.ndarray) -> None:
    found = {**dict(zip(names, map(float, weights), strict=True)), **FIXED}
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(found.items()) if abs(weight) >= 0.01]
    path.write_text("\n".join(["clue\tweight", *lines]) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--step", type=int, default=1, help="every so many-th filing")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    data = Matrix(list(samples(args.corpus, args.tables, args.folds, args.step)))
    everyone = np.arange(len(data.rows))
    print(len(data.rows), "rows", len(data.names), "clues")
    folds = np.array([fold_of(row.company, args.folds) for row in data.rows])
    chances = np.zeros(data.open.shape, np.float32)
    for fold in range(args.folds):
        weights = fit(data, everyone[folds != fold])
        chances[folds == fold] = data.chances(weights, everyone[folds == fold])
        write(args.out / f"heldout_{fold}.tsv", data.names, weights)
    report(data, chances)
    write(args.out / "weights.tsv", data.names, fit(data, everyone))
    return 0


if __name__ == "__main__":
    sys.exit(main())
