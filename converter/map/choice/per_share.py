"""Blocks of amounts per share: a heading says for all rows below it whether they are basic or diluted; two rows that differ in nothing
else are a pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from converter.map.candidates.options import Option
from converter.map.candidates.readings import COUNTED
from converter.map.choice.joint import Chosen
from converter.map.choice.twins import sides_per_share, twin_of
from converter.map.rows.lines import Line, is_live

_SIDES = frozenset({"basic", "diluted"})
_EARNED = frozenset({"income", "loss", "earnings"})


def with_blocks(lines: Sequence[Line], rows: Sequence[list[Option]]) -> list[list[Option]]:
    """The options of all rows. Below a heading of one side the concepts of the other side give way to their twins: "Income from
    discontinued operations" alone tells no side, and its counts are filers' habits. What stands between an income before something and
    the sum of both is that something."""
    between = _between(lines)
    found = []
    for i, (line, mine, side) in enumerate(zip(lines, rows, _sides(lines), strict=True)):
        if line.kind == "perShare":
            mine = _earned(line, mine)
            mine = _part(mine) if i in between else mine
        found.append(_turned(mine, side) if line.kind in COUNTED else mine)
    return found


def _between(lines: Sequence[Line]) -> set[int]:
    """The rows per share that lead from an income before something to the one after it, in all columns."""
    found: set[int] = set()
    for start, line in enumerate(lines):
        if line.kind != "perShare" or _BEFORE.isdisjoint(line.words):
            continue
        run = _values(line)
        for i in range(start + 1, min(start + _LONGEST, len(lines))):
            if lines[i].kind != "perShare" or not _BEFORE.isdisjoint(lines[i].words):
                break
            values = _values(lines[i])
            if i > start + 1 and values == run:
                found.update(range(start + 1, i))
                break
            run = {column: value + values.get(column, Decimal(0)) for column, value in run.items()}
    return found


def _values(line: Line) -> dict[int, Decimal]:
    return {figure.column: figure.number.value for figure in line.row.figures if is_live(figure)}


_BEFORE = frozenset({"before", "continuing"})
_LONGEST = 5
"""So many rows lead at most from one income per share to the next."""


def _part(options: list[Option]) -> list[Option]:
    return [option for option in options if not option.concept.startswith(_WHOLE)]


_WHOLE = ("EarningsPerShare", "IncomeLossBefore", "IncomeLossFromContinuing", "CommonStockDividends")


def _earned(line: Line, options: list[Option]) -> list[Option]:
    """What a row calls income is none of the dividends that its heading speaks of ("per share after preferred dividends")."""
    if _EARNED.isdisjoint(line.words) or "dividend" in line.words:
        return options
    return [option for option in options if "Dividends" not in option.concept]


def _side(line: Line) -> str:
    """The one side that the nearest heading names, "" where the row names one itself or no heading does."""
    if not _SIDES.isdisjoint(line.words):
        return ""
    named = next((found for head in reversed(line.heads) if (found := _SIDES.intersection(head) or _assumed(head))), frozenset())
    return next(iter(named)) if len(named) == 1 else ""


def _assumed(head: tuple[str, ...]) -> frozenset[str]:
    """The side of "Earnings per share - assuming dilution:"."""
    return _DILUTED if _ASSUMED.issubset(head) and _NOT.isdisjoint(head) else frozenset()


_DILUTED, _ASSUMED, _NOT = frozenset({"diluted"}), frozenset({"assuming", "dilution"}), frozenset({"no", "not", "without"})


def _sides(lines: Sequence[Line]) -> list[str]:
    """The one side that the block of each row names, "" where the row names one itself or nothing does: its heading, or the rows around it
    ("Basic earnings before accounting change", "Accounting change", "Basic earnings"), or the one above it, where below the next that names
    a side the same rows come again."""
    found = [_side(line) for line in lines]
    above = -1
    for i, line in enumerate(lines):
        named = _SIDES.intersection(line.words)
        if line.kind != "perShare" or found[i] or len(named) > 1:
            above = -1
        elif named:
            if above >= 0 and _SIDES.intersection(lines[above].words) == named:
                found[above + 1 : i] = [next(iter(named))] * (i - above - 1)
            above = i
    for first, second in pairwise(_openers(lines, found)):
        middle, end = second.at, second.at + len(second.words) + 1
        if first.at + len(first.words) + 1 == middle and first.words == second.words:
            found[first.at + 1 : middle] = [first.side] * len(first.words)
            found[middle + 1 : end] = [second.side] * len(second.words)
    return found


class _Opener(Struct, frozen=True):
    """A row that names its side, and the words of the rows below it that name none: "Basic - continuing operations", "- net income"."""

    at: int
    side: str
    words: Sequence[tuple[str, ...]]


def _openers(lines: Sequence[Line], found: Sequence[str]) -> Iterator[_Opener]:
    for i, line in enumerate(lines):
        named = _SIDES.intersection(line.words)
        if line.kind == "perShare" and len(named) == 1:
            below = zip(lines[i + 1 :], found[i + 1 :], strict=True) if i + 1 < len(lines) else ()
            silent = takewhile(lambda each: each[0].kind == "perShare" and not each[1] and _SIDES.isdisjoint(each[0].words), below)
            yield _Opener(i, next(iter(named)), [each.words for each, _ in silent])


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


def with_pairs(lines: Sequence[Line], rows: Sequence[list[Option]], chosen: Sequence[Chosen], keys: Sequence[object]) -> list[Chosen]:
    """The outcomes of all rows, pairs made to agree: of a basic and a diluted row that say the same the surer one tells what both are."""
    found = list(chosen)
    last: dict[object, int] = {}
    for i, (line, side) in enumerate(zip(lines, sides := own_sides(lines), strict=True)):
        if not side:
            continue
        pair = (line.kind, keys[i], _without_side(line.words), tuple(map(_without_side, line.heads)))
        at = last.get(pair, i)
        last[pair] = i
        if sides[at] != side:
            del last[pair]
            surer, other = sorted((at, i), key=lambda k: (-bool(twin_of(found[k].option.concept)), -found[k].belief))
            found[other] = _following(found[surer], rows[other], found[other])
    return found


def _following(leader: Chosen, options: Sequence[Option], chosen: Chosen) -> Chosen:
    """The outcome of a row whose twin is known: the twin's concept and belief, where the row may mean it at all."""
    twin = twin_of(leader.option.concept)
    option = next((option for option in options if option.concept == twin), None) if twin else None
    if option is None or chosen.option.concept == twin:
        return chosen
    return replace(chosen, option=option, belief=leader.belief, nearest=twin)


def own_sides(lines: Sequence[Line]) -> list[str]:
    """The one side ("basic", "diluted") of each row that counts shares or is told per share, "" where there is none or both."""
    return [_own_side(line, side) for line, side in zip(lines, _sides(lines), strict=True)]


def _own_side(line: Line, block: str) -> str:
    """The one side that a row names itself, or its block for it."""
    if line.kind not in COUNTED:
        return ""
    named = _SIDES.intersection(line.words)
    return next(iter(named)) if len(named) == 1 else "" if named else block


def _without_side(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SIDES)
