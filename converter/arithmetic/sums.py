"""Which printed rows are sums of rows above them.

Pure integers, no concepts, no layout. A row is explained by the rows that stand above it and that no other total has taken yet: all
added, the
first less the rest, or one of these with one row counted the other way or left out. Whatever is told holds in all columns at once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log2

from msgspec import Struct

MAX_PARTS = 48
MIN_BITS = 9.5
BARE_BITS = 4.0
"""How unlikely chance must be; less where the row has no label, which hardly anything but a sum goes without."""


class SumRow(Struct, frozen=True):
    """The values of a row, one for each column, in units of the last printed digit; None where nothing is printed.

    ``group`` tells rows that stand under the same heading. ``ulp`` is the row's rounding step in those units. ``bare``: no label."""

    values: tuple[int | None, ...]
    group: int = 0
    ulp: int = 1
    bare: bool = False


class ProvenSum(Struct, frozen=True):
    """``total`` is the sum of ``parts`` (row, weight), weights 1 or -1. ``bits`` says how unlikely chance is: 2 to the power of -bits.
    ``broken`` is the one column where the sum does not hold though it does in all others, and by how much the parts exceed the total."""

    total: int
    parts: tuple[tuple[int, int], ...]
    exact: bool
    bits: float
    broken: tuple[int, int] | None = None


def find_sums(rows: Sequence[SumRow], running: bool = True, totals: Collection[int] | None = None) -> tuple[ProvenSum, ...]:
    """Sums from top to bottom. Each row is a part of one sum at most. Time is bounded by rows times `MAX_PARTS`.

    ``running`` holds where a statement counts down from its first row (income: revenues less costs); else only a pair is a
    difference (gross less accumulated depreciation). ``totals``: only these rows may be sums."""
    longest = MAX_PARTS if running else 2
    waiting: list[int] = []
    found: list[ProvenSum] = []
    for index, row in enumerate(rows):
        if not any(row.values) or (totals is not None and index not in totals):
            waiting.append(index)
            continue
        proof = _explain(rows, waiting, index, longest)
        if proof is not None:
            found.append(proof)
            taken = {part for part, _ in proof.parts}
            waiting = [i for i in waiting if i not in taken]
        waiting.append(index)
    return tuple(found)


def _explain(rows: Sequence[SumRow], waiting: list[int], index: int, longest: int) -> ProvenSum | None:
    values = rows[index].values
    lead = max(range(len(values)), key=lambda c: abs(values[c] or 0))
    upwards = waiting[: -MAX_PARTS - 1 : -1]
    found = _plain(rows, upwards, index, lead, longest) or _bent(rows, upwards, index, lead, longest)
    if found is None and sum(1 for value in values if value) >= 2:
        return _plain(rows, upwards, index, lead, longest, forgiving=True)
    return found


def _plain(rows: Sequence[SumRow], upwards: list[int], index: int, lead: int, longest: int, forgiving: bool = False) -> ProvenSum | None:
    """All added, all taken away, or the first less the rest; rounding may leave a difference. ``forgiving``: one column may fail."""
    total = rows[index].values[lead] or 0
    running, slack = 0, rows[index].ulp
    for count, part in enumerate(upwards, 1):
        value = rows[part].values[lead] or 0
        running += value
        slack += rows[part].ulp
        if count < 2:
            continue
        half = slack // 2
        if abs(total - running) > half and abs(total + running) > half and abs(total + running - 2 * value) > half:
            continue
        for first, rest, guess in ((1, 1, running), (1, -1, 2 * value - running), (-1, -1, -running)):
            if rest < 0 < first and count > longest:
                continue
            if -half <= total - guess <= half:
                parts = [(i, rest) for i in upwards[: count - 1]] + [(part, first)]
                proof = _verify(rows, index, parts, cost=5.0 if forgiving else 1.0, forgiving=forgiving)
                if proof is not None:
                    return _with_zeros(rows, upwards, count, proof, rest)
    return None


def _bent(rows: Sequence[SumRow], upwards: list[int], index: int, lead: int, longest: int) -> ProvenSum | None:
    """As `_plain`, but one row counts the other way or not at all. Exact only."""
    total = rows[index].values[lead] or 0
    running = 0
    seen: dict[int, int] = {}
    for count, part in enumerate(upwards, 1):
        value = rows[part].values[lead] or 0
        running += value
        if count >= 3:
            for first, rest, guess in ((1, 1, running), (1, -1, 2 * value - running)):
                if rest < 0 and count > longest:
                    continue
                off = (guess - total) * rest
                for odd, weight in ((off, 0), (off // 2 if off % 2 == 0 else None, -rest)):
                    if odd is None or odd == 0 or odd not in seen:
                        continue
                    parts = [(i, weight if i == seen[odd] else rest) for i in upwards[: count - 1]] + [(part, first)]
                    proof = _verify(rows, index, [p for p in parts if p[1]], cost=4.0 + log2(count), exact=True)
                    if proof is not None:
                        return proof
        if value:
            seen.setdefault(value, part)
    return None


def _verify(
    rows: Sequence[SumRow], index: int, parts: list[tuple[int, int]], cost: float, exact: bool = False, forgiving: bool = False
) -> ProvenSum | None:
    """Whether the sum holds in every column (``forgiving``: but one), and what that is worth."""
    broken: tuple[int, int] | None = None
    bits, all_exact = -cost - log2(len(parts)), True
    half = 0 if exact else (rows[index].ulp + sum(rows[i].ulp for i, _ in parts)) // 2
    for column, total in enumerate(rows[index].values):
        guess = sum(weight * (rows[i].values[column] or 0) for i, weight in parts)
        if total is None and guess == 0:
            continue
        off = abs((total or 0) - guess)
        if off > half and forgiving and broken is None and 2 * off < abs(total or 0):
            broken = column, guess - (total or 0)
            continue
        if off > half:
            return None
        if off:
            all_exact = False
            bits -= log2(2 * half + 1)
        bits += log2(abs(total or 0) + 1) * 0.9
    least = BARE_BITS if rows[index].bare and all_exact and broken is None else MIN_BITS
    if bits < least or sum(1 for i, _ in parts if any(rows[i].values)) < 2:
        return None
    return ProvenSum(index, tuple(sorted(parts)), all_exact, bits, broken)


def _with_zeros(rows: Sequence[SumRow], upwards: list[int], count: int, proof: ProvenSum, weight: int) -> ProvenSum:
    """Rows of nothing but zeros just above belong to the sum where they stand under the same heading."""
    more = []
    group = rows[upwards[count - 1]].group
    for part in upwards[count:]:
        if any(rows[part].values) or rows[part].group != group or all(v is None for v in rows[part].values):
            break
        more.append((part, weight))
    return ProvenSum(proof.total, tuple(sorted([*more, *proof.parts])), proof.exact, proof.bits, proof.broken) if more else proof


def equal_rows(rows: Sequence[SumRow]) -> dict[int, int]:
    """Row -> the first row above with the same values in all columns (three digits at least)."""
    first: dict[tuple[int | None, ...], int] = {}
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        if max((abs(v or 0) for v in row.values), default=0) < 100:
            continue
        above = first.setdefault(row.values, index)
        if above != index:
            found[index] = above
    return found
