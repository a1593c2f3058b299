"""Rows without a label: a sum that holds tells what they are, or nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from converter.arithmetic import ProvenSum
from converter.map.lines import Line
from converter.map.options import OWN, Option
from converter.map.tables import Group, children, rules
from converter.taxonomy import Taxonomy

_SECOND_TOTAL = 3.0


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
        if name == "Assets" and score > 0 and position in equal.values():
            score += _SECOND_TOTAL
        if score > 0:
            found.append(Option(name, score - 3.0, min(0.5, score / 4)))
    return [*sorted(found, key=lambda o: (-o.score, o.concept)), Option(OWN, -2.2, 0.1)]


def _coverage(name: str, each: ProvenSum, rows: Sequence[list[Option]]) -> float:
    known = children(name)
    best = [rows[part][0].concept for part, _ in each.parts if rows[part]]
    named = [concept for concept in best if concept]
    if name.endswith("Noncurrent") and any(concept.endswith("Current") for concept in named):
        return 0.0
    return 3.0 * sum(concept in known for concept in named) / len(each.parts) if named else 0.0


def _is(rows: Sequence[list[Option]], position: int, concept: str) -> bool:
    return bool(rows[position]) and rows[position][0].concept == concept


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
