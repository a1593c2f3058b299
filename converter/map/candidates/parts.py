"""Rows of a statement that are one of several: none of them is the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.map.candidates.clues import era
from converter.map.rows.lines import Line


def parts_of_heading(lines: Sequence[Line]) -> frozenset[int]:
    """The rows below "Discontinued operations:" and the like that share it with another: none of them is the whole."""
    told = [(line.index, line.heads) for line in lines if line.heads and _is_part(line)]
    alike = Counter(heads for _, heads in told)
    return frozenset(index for index, heads in told if alike[heads] > 1)


def _is_part(line: Line) -> bool:
    """Whether a row stands below such a heading. "Basic" and "Diluted" are no parts, nor is what a heading per share lists."""
    if line.kind == "perShare" and not _PER_SHARE.isdisjoint((*line.words, *line.heads[-1])):
        return False
    return line.kind in ("monetary", "perShare") and is_of_heading(line.words, line.heads[-1])


_PER_SHARE = frozenset({"basic", "before", "diluted", "per", "primary", "share"})


def parts_of_balance(lines: Sequence[Line], year: int) -> frozenset[int]:
    """The rows of a balance sheet that are not all of what they are like. Of their accruals filers of 2009 and later call any so."""
    return before_depreciation(lines) | (one_of_accrued(lines) if era(year) == "legacy" else frozenset())


def before_depreciation(lines: Sequence[Line]) -> frozenset[int]:
    """The rows that stand right above accumulated depreciation, or above what customers paid beforehand: none of them is net of it."""
    return frozenset(line.index for line, below in pairwise(lines) if "net" not in line.words and _is_taken_off(below.words))


_TAKEN_OFF = frozenset({"accumulated", "depreciation"})
_PAID_BEFOREHAND = frozenset({"advance", "billing", "progress"})


def one_of_accrued(lines: Sequence[Line]) -> frozenset[int]:
    """The rows that say what was accrued ("Accrued rent") in a balance sheet with other rows of what was: none of them is all of it."""
    told = [line for line in lines if "accrued" in line.words[:2] and line.instant]
    parts = frozenset(line.index for line in told if line.words[0] == "accrued" and not _ALL_ACCRUED.issuperset(line.words[:2]))
    return parts if len(told) > 1 else frozenset()


_ALL_ACCRUED = frozenset({"accrued", "account", "and", "charge", "cost", "current", "expense", "item", "liability", "operating", "other"})


def _is_taken_off(words: tuple[str, ...]) -> bool:
    """Whether a row by its first words is taken off the row above."""
    return _TAKEN_OFF.issubset(words[:4]) or (words[:1] == ("less",) and not _PAID_BEFOREHAND.isdisjoint(words))


def is_of_heading(tokens: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether a row is a part of what its heading says: "Income taxes" of "Cumulative effect of accounting changes for:" are no taxes of
    the year. The net income below them is of no heading."""
    if tokens[:1] == ("net",) or not _OF_THE_YEAR.isdisjoint(tokens):
        return False
    return any(words <= set(head) and words.isdisjoint(tokens) for words in _BELOW_TAXES)


_OF_THE_YEAR = frozenset({"before", "continuing", "total"})
_BELOW_TAXES = (frozenset({"cumulative", "effect"}), frozenset({"extraordinary"}), frozenset({"discontinued"}))
