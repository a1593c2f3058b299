"""How the XBRL filers of 2009-2010 tagged their labels: counts of filers by statement, label and concept.

The mapper's tables are learned from such counts; the product itself does not read them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from reference import STATISTICS

from converter.patterns import regex

_PIECES = {"balance_sheet": 1, "income": 1, "comprehensive": 1, "cashflow": 2}
"""Into how many files a statement's counts are split: none is larger than a megabyte."""
STATEMENTS = tuple(_PIECES)
CUSTOM = "custom"
"""Stands for a filer's own concept: many of these say that a label has no standard concept."""
OTHER = "other"
"""Stands for standard concepts that are not in the tables."""
KEY_LENGTH = 80

_APOSTROPHES = str.maketrans({"'": None, "\u2019": None, "\u2018": None, "`": None, "&": " and "})
_NUMBERS = regex(r"\d[\d,./]*")
_NO_WORD = regex(r"[^a-z0-9]+")

Tagged = tuple[str, int]
"""A concept (`gaap:...`, `CUSTOM`, `OTHER`) and the number of filers that gave it to a label."""


def label_key(label: str) -> str:
    """A label as the counts know it: lower case, no punctuation, ``and`` for ``&``, every number 0, at most 80 characters.

    Order of words is kept, so "(increase) decrease in" and "increase (decrease) in" differ."""
    plain = _NUMBERS.sub("0", label.lower().translate(_APOSTROPHES))
    return _NO_WORD.sub(" ", plain).strip()[:KEY_LENGTH].rstrip()


class LabelCounts:
    """Counts by label. A statement's table is read when first asked for (1 ms) and searched in place (some 10 us a label).

    ``subtract`` takes filers away, by (statement, `label_key`, concept): for measuring on companies that are counted in the tables."""

    def __init__(self, subtract: Mapping[tuple[str, str, str], int] | None = None) -> None:
        self._subtract = subtract or {}
        self._data: dict[str, bytes] = {}

    @cached_property
    def _concepts(self) -> list[str]:
        return (STATISTICS / "counts_concepts.txt").read_text("utf-8").split()

    @cached_property
    def _usage(self) -> dict[tuple[str, str], tuple[int, int]]:
        with (STATISTICS / "usage.csv").open(encoding="utf-8", newline="") as lines:
            return {(row["statement"], row["concept"]): (int(row["as_is"]), int(row["negated"])) for row in csv.DictReader(lines)}

    def lookup(self, statement: str, label: str) -> list[Tagged]:
        """Concepts that filers gave to a label in a statement, most filers first; [] for a label that nobody used there."""
        key = label_key(label)
        line = self._line(self._statement(statement), f"{key}\t".encode()) if key else None
        return self._entries(statement, key, line.decode()) if line else []

    def labels(self, statement: str) -> Iterator[tuple[str, list[Tagged]]]:
        """All keys of a statement with their counts, in alphabetical order."""
        for line in self._statement(statement).decode().splitlines():
            key, _, codes = line.partition("\t")
            entries = self._entries(statement, key, codes)
            if entries:
                yield key, entries

    def filers(self, statement: str, concept: str) -> int:
        """How many filers have a concept in a statement."""
        as_is, negated = self._usage.get((statement, concept), (0, 0))
        return max(as_is, negated)

    def _statement(self, statement: str) -> bytes:
        data = self._data.get(statement)
        if data is None:
            pieces = (STATISTICS / f"counts_{statement}.{piece}.tsv" for piece in range(1, _PIECES.get(statement, 0) + 1))
            data = self._data[statement] = b"".join(piece.read_bytes() for piece in pieces)
        return data

    @staticmethod
    def _line(data: bytes, prefix: bytes) -> bytes | None:
        """The rest of the line that starts with prefix, by bisection over the sorted lines."""
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", 0, (low + high) // 2) + 1
            end = data.find(b"\n", start)
            line = data[start:end]
            if line.startswith(prefix):
                return line[len(prefix) :]
            if line < prefix:
                low = end + 1
            else:
                high = start
        return None

    def _entries(self, statement: str, key: str, codes: str) -> list[Tagged]:
        names = self._concepts
        fields = codes.split(" ")
        entries = [(names[int(code)], int(count)) for code, count in zip(fields[::2], fields[1::2], strict=True)]
        if not self._subtract:
            return entries
        less = ((concept, filers - self._subtract.get((statement, key, concept), 0)) for concept, filers in entries)
        return sorted((entry for entry in less if entry[1] > 0), key=lambda entry: (-entry[1], entry[0]))


@lru_cache(maxsize=1)
def load_label_counts() -> LabelCounts:
    """The counts that lie beside this file."""
    return LabelCounts()
