"""Blocks of amounts per share: a heading says for all rows below it whether they are basic or diluted."""

from __future__ import annotations

from collections.abc import Sequence

from converter.map.lines import Line
from converter.map.options import Option
from converter.map.twins import sides_per_share

_SIDES = frozenset({"basic", "diluted"})
_EARNED = frozenset({"income", "loss", "earnings"})


def with_blocks(lines: Sequence[Line], rows: Sequence[list[Option]]) -> list[list[Option]]:
    """The options of all rows. Below a heading of one side the concepts of the other side give way to their twins: "Income from
    discontinued operations" alone tells no side, and its counts are filers' habits."""
    return [_turned(_earned(line, mine), _side(line)) if line.kind == "perShare" else mine for line, mine in zip(lines, rows, strict=True)]


def _earned(line: Line, options: list[Option]) -> list[Option]:
    """What a row calls income is none of the dividends that its heading speaks of ("per share after preferred dividends")."""
    if _EARNED.isdisjoint(line.words) or "dividend" in line.words:
        return options
    return [option for option in options if "Dividends" not in option.concept]


def _side(line: Line) -> str:
    """The one side that the nearest heading names, "" where the row names one itself or no heading does."""
    if not _SIDES.isdisjoint(line.words):
        return ""
    named = next((found for head in reversed(line.heads) if (found := _SIDES.intersection(head))), frozenset())
    return next(iter(named)) if len(named) == 1 else ""


def _turned(options: list[Option], side: str) -> list[Option]:
    if not side:
        return options
    twins = sides_per_share(side)
    best: dict[str, Option] = {}
    for option in options:
        concept = twins.get(option.concept, option.concept)
        turned = option if concept == option.concept else Option(concept, option.score, option.chance, option.exact)
        if concept not in best or best[concept].score < turned.score:
            best[concept] = turned
    return sorted(best.values(), key=lambda option: -option.score)
