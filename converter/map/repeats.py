"""Rows that say again what a row above says: net income before and after the shares of others, or once more above what is per share.
In a balance sheet the same number comes again on the other side, and is another concept there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.map.lines import Line


def repeated(lines: Sequence[Line], equal: Mapping[int, int]) -> dict[int, int]:
    """Row -> the first row above with the same words, at the same end of the period, and the same figures in all columns. ``equal`` leads
    from a row to the first with the same figures."""
    first: dict[tuple[int, str, tuple[str, ...]], int] = {}
    found: dict[int, int] = {}
    for i, line in enumerate(lines):
        above = first.setdefault((equal.get(i, i), line.row.instant, line.words), i)
        if above != i and line.words:
            found[i] = above
    return found
