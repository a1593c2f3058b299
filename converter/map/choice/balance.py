"""The identity of a balance sheet: assets are liabilities and equity. Two equal totals are the one and the other, whatever their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.map.candidates.clues import WHOLE
from converter.map.candidates.options import OWN, Option
from converter.map.choice.identities import led
from converter.map.rows.lines import Line

_ASSETS, _OTHER_SIDE = "Assets", "LiabilitiesAndStockholdersEquity"
_SIDES = frozenset({_ASSETS, _OTHER_SIDE})


def with_balance_identity(lines: Sequence[Line], rows: Sequence[list[Option]], equal: Mapping[int, int]) -> list[list[Option]]:
    """The options of all rows. Of two rows that are equal in all columns, the first a side's total by its label ("total" alone may be
    either) and the second too or the last of all, the first is the assets' and the second the other side's: assets come first."""
    out = [_permitted(line, mine) for line, mine in zip(lines, rows, strict=True)]
    for later, first in sorted(equal.items()):
        if _is_side(_best(out, first), lines[first], "liability") and (
            later == len(lines) - 1 or _is_side(_best(out, later) or _OTHER_SIDE, lines[later], "asset")
        ):
            out[first], out[later] = led(rows[first], _ASSETS), led(rows[later], _OTHER_SIDE)
            break
    return out


def _permitted(line: Line, options: list[Option]) -> list[Option]:
    """The options that a row's first words do not rule out: what is due to others is not due from them."""
    if _is_net(line):
        return [option for option in options if option.concept not in _SIDES]
    other = _OTHER_WAY.get(line.words[:2])
    return [option for option in options if not option.concept.startswith(other)] if other else options


def cash_in_one_place(lines: Sequence[Line], rows: Sequence[list[Option]]) -> list[list[Option]]:
    """The options of all rows. Where a balance sheet lists the cash of each business under a heading of its own, none of it is all cash:
    "Cash" of the mills, and "Cash" of the bank. What stands below "Assets" alone is the company's; segregated cash is apart."""
    heads: dict[tuple[str, ...], set[tuple[tuple[str, ...], ...]]] = {}
    for line in lines:
        if line.section in WHOLE and line.heads and "cash" in line.words:
            heads.setdefault(line.words, set()).add(line.heads)
    parts = {words for words, said in heads.items() if len(said) > 1}
    if not parts:
        return list(rows)
    return [
        [option for option in mine if not option.concept.startswith("Cash")]
        if line.heads and line.words in parts and not _OF_ALL.issuperset(line.heads[-1])
        else mine
        for line, mine in zip(lines, rows, strict=True)
    ]


_OF_ALL = frozenset({"asset", "current", "total"})
"""Words of headings that are of no business."""
_OTHER_WAY: dict[tuple[str, ...], str] = {("due", "to"): "DueFrom", ("due", "from"): "DueTo"}


def _is_net(line: Line) -> bool:
    """ "Net assets" are what is left of the assets, not their sum."""
    return line.words[:2] == ("net", "asset") or line.words[:3] == ("total", "net", "asset")


def net_again(lines: Sequence[Line], equal: Mapping[int, int]) -> dict[int, int]:
    """Rows without words that say net assets again: the sum of what a fund's consist of."""
    return {i: above for i, above in equal.items() if not lines[i].words and _is_net(lines[above])}


def _is_side(concept: str, line: Line, other: str) -> bool:
    """Whether a row may be the total of a side, and no word says that it is the other one's."""
    return concept in _SIDES and other not in line.words


def _best(rows: Sequence[list[Option]], position: int) -> str:
    return rows[position][0].concept if rows[position] else OWN
