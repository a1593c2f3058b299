"""Rows whose label is missing or says too little: a sum that holds tells what they are, or nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from converter.arithmetic import ProvenSum
from converter.map.lines import Line, is_live
from converter.map.options import OWN, Option
from converter.map.tables import Group, children, rules
from converter.taxonomy import Taxonomy

_SECOND_TOTAL = 3.0
_PROVEN, _PROVEN_CHANCE = 4.0, 0.8
_NEAR = 6
_EXCHANGE = "EffectOfExchangeRateOnCash"
_CHANGE = "PeriodIncreaseDecrease"
_FLOWS = tuple(f"NetCashProvidedByUsedIn{flow}Activities" for flow in ("Operating", "Investing", "Financing"))


def nameless_options(
    position: int,
    line: Line,
    rows: Sequence[list[Option]],
    sums: Sequence[ProvenSum],
    equal: dict[int, int],
    group: Group,
    taxonomy: Taxonomy,
) -> list[Option]:
    """Totals that the calculation trees know over the row's parts. ``rows`` are the labelled rows' options, best first."""
    mine = [each for each in sums if each.total == position]
    found = []
    for name, of in rules("totals.tsv"):
        concept = taxonomy.concept(f"gaap:{name}")
        if of != group or concept is None or concept.type != line.kind or (concept.period_type == "instant") != line.instant:
            continue
        score = max((_coverage(name, each, rows) for each in mine), default=0.0)
        if name == "LiabilitiesAndStockholdersEquity" and position in equal and _is(rows, equal[position], "Assets"):
            score += _SECOND_TOTAL
        if score > 0:
            found.append(Option(name, score - 3.0, min(0.5, score / 4)))
    return [*sorted(found, key=lambda o: (-o.score, o.concept)), Option(OWN, -2.2, 0.1)]


def _coverage(name: str, each: ProvenSum, rows: Sequence[list[Option]]) -> float:
    known = children(name)
    best = [rows[part][0].concept for part, _ in each.parts if rows[part]]
    named = [concept for concept in best if concept]
    return 3.0 * sum(concept in known for concept in named) / len(each.parts) if named else 0.0


def _is(rows: Sequence[list[Option]], position: int, concept: str) -> bool:
    return bool(rows[position]) and rows[position][0].concept == concept


def change_in_cash(rows: Sequence[list[Option]], lines: Sequence[Line]) -> tuple[int, Option] | None:
    """The row of a cash flow that is the sum of its three flows and of exchange rates, and its concept, where no label of the statement
    tells the change in cash for sure. ``rows`` are the rows' options, best first. Three flows are known by name: one column proves it."""
    best = [mine[0].concept if mine else OWN for mine in rows]
    if any(_is_change(concept) for concept in best):
        return None
    known = [[i for i, concept in enumerate(best) if concept.startswith(flow)] for flow in _FLOWS]
    if not all(known):
        return None
    flows = [max(mine, key=lambda i: rows[i][0].score) for mine in known]
    last = max(flows)
    added = [i for i in range(last) if best[i].startswith(_EXCHANGE)]
    for i in range(last + 1, min(len(rows), last + 1 + _NEAR)):
        if rows[i] and _adds_up(lines[i], [lines[part] for part in (*flows, *added)]):
            score = max(option.score for option in rows[i])
            name = next((o.concept for o in rows[i] if _is_change(o.concept)), f"CashAndCashEquivalents{_CHANGE}")
            return i, Option(name, score + _PROVEN, _PROVEN_CHANCE)
        if best[i].startswith(_EXCHANGE):
            added.append(i)
    return None


def _is_change(concept: str) -> bool:
    return concept.startswith("Cash") and _CHANGE in concept


def _adds_up(total: Line, parts: Sequence[Line]) -> bool:
    """Whether a row is the sum of others within their rounding, in every column that has them all; at least one is not nought."""
    values = _by_column(total)
    sums = [_by_column(part) for part in parts]
    shared = [column for column in values if all(column in each for each in sums)]
    step = max((Decimal(1).scaleb(-f.number.places) for f in total.row.figures), default=Decimal(1))
    return any(values[column] for column in shared) and all(
        abs(sum(each[column] for each in sums) - values[column]) <= step * len(parts) / 2 for column in shared
    )


def _by_column(line: Line) -> dict[int, Decimal]:
    return {f.column: f.number.value for f in line.row.figures if is_live(f)}


def ghost_of(position: int, lines: Sequence[Line], proven: set[int]) -> int | None:
    """The row just above that a nameless, unproven row looks like a second, garbled reading of: as many figures, each of as many digits,
    most digits in common."""
    if position == 0 or lines[position].words or position in proven:
        return None
    here = [f.number.value for f in lines[position].row.figures]
    above = [f.number.value for f in lines[position - 1].row.figures]
    if len(here) != len(above) or not here:
        return None
    pairs = [(str(abs(a)), str(abs(b))) for a, b in zip(here, above, strict=True)]
    alike = all(len(a) == len(b) > 2 for a, b in pairs)
    common = sum(x == y for a, b in pairs for x, y in zip(a, b, strict=False))
    return position - 1 if alike and here != above and 2 * common >= sum(len(a) for a, _ in pairs) else None
