"""Rows that say again what a row above says: net income before and after the shares of others, or once more above what is per share.
In a balance sheet the same number comes again on the other side, and is another concept there; so it is in another part of a cash flow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.map.rows.lines import Line


def repeated(lines: Sequence[Line], equal: Mapping[int, int]) -> dict[int, int]:
    """Row -> the first row above with the same words, in the same part, at the same end of the period, and the same figures in all
    columns. ``equal`` leads from a row to the first with the same figures. A total without words says again what has its figures: net
    income and its shares."""
    first: dict[tuple[int, str, str, tuple[str, ...]], int] = {}
    found: dict[int, int] = {}
    for i, line in enumerate(lines):
        if not line.words and i in equal and _tells(line):
            found[i] = equal[i]
            continue
        if _sums_up_again(lines, i, equal):
            found[i] = equal[i]
            continue
        part = line.section if line.section in _PARTS else ""
        above = first.setdefault((equal.get(i, i), line.row.instant, part, line.words), i)
        if above != i and line.words:
            found[i] = above
    return found


def _sums_up_again(lines: Sequence[Line], i: int, equal: Mapping[int, int]) -> bool:
    """ "Net income" below "Amounts attributable to the company:" is what "Net income attributable to the company" above says; "Total cash
    and restricted cash" below what it consists of is the closing balance above."""
    if i not in equal or not _tells(lines[i]):
        return False
    line, above = lines[i], lines[equal[i]]
    if line.instant != above.instant or line.row.instant != above.row.instant:
        return False
    if line.row.instant == "end":
        return "cash" in line.words and "cash" in above.words and "total" in line.words
    return {"net", "income"} <= set(line.words) <= set(above.words) and "attributable" in above.words


def _tells(line: Line) -> bool:
    """Whether a row's figures have so many digits that another row has them for a reason."""
    return sum(len(str(abs(figure.number.value))) for figure in line.row.figures if not figure.ignored) >= _MANY_DIGITS


_MANY_DIGITS = 6
_PARTS = frozenset({"op", "iv", "fi"})
"""Of a cash flow: what is taken off in one is added in another."""
