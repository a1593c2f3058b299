"""The concept of every row of a statement, chosen for the whole statement at once.

Each row has options: concepts with a score in nats, and the option to need a concept of its own. Scores begin with the label's chance and the section;
rows that a sum ties together, and statements that print the same number, then speak for or against options until nothing changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from converter.arithmetic import ProvenSum
from converter.map.candidates import CUSTOM, candidates, log_chance
from converter.map.lines import Line
from converter.map.tables import Group, children, rules, trait
from converter.taxonomy import Taxonomy

OWN = ""
"""The option of a concept of the filing's own."""
SECTION_FLOOR = 0.03
SECTION_WEIGHT = 0.8
ARC_BONUS, ARC_MALUS = 1.0, -0.4
SAME_NUMBER, OTHER_NUMBER = 2.5, -3.0
TWICE = -4.0
SWEEPS = 3
_TYPES = {"monetary": "monetary", "perShare": "perShare", "shares": "shares", "pure": "pure"}


@dataclass(frozen=True, slots=True)
class Option:
    """``concept`` is a local name, or `OWN`. ``chance`` is what the label alone gives, ``exact`` the filers of this very label."""

    concept: str
    score: float
    chance: float
    exact: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The outcome for one row: the option, its share of belief, the runners-up, and what spoke for it."""

    option: Option
    belief: float
    others: tuple[tuple[str, float], ...]
    arcs: float = 0.0
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Ties:
    """What other rows and statements know: ``sums`` by position of rows, ``rivals`` tells rows that cannot share a concept,
    ``seen(row, concept)`` is 1 where an earlier statement gave the concept the row's numbers, -1 other numbers, 0 nothing."""

    sums: Sequence[ProvenSum]
    keys: Sequence[object]
    seen: Sequence[Mapping[str, int]]


def options(line: Line, group: Group, taxonomy: Taxonomy, year: int) -> list[Option]:
    """What a row's label may mean among the concepts of its type and period type, best first."""
    head = line.heads[-1] if line.heads else ()
    found: dict[str, Option] = {}
    own = 0.02
    for candidate in candidates(group, line.words, head):
        if candidate.concept == CUSTOM:
            own += candidate.chance
            continue
        name = _of_year(candidate.concept, year, taxonomy)
        if not _fits(name, line, taxonomy):
            continue
        score = log_chance(candidate.chance) + _section(group, name, line.section)
        option = Option(name, score, candidate.chance, candidate.exact)
        if name not in found or found[name].score < score:
            found[name] = option
    ranked = sorted(found.values(), key=lambda o: (-o.score, o.concept))
    return [*ranked, Option(OWN, log(own) + OWN_OFFSET, own)]


OWN_OFFSET = -0.5


def _of_year(concept: str, year: int, taxonomy: Taxonomy) -> str:
    """The element that took a concept's place before the report's year, where there is one."""
    last, successor = _eras().get(concept, (9999, concept))
    return successor if year > last and f"gaap:{successor}" in taxonomy.concepts else concept


def _eras() -> dict[str, tuple[int, str]]:
    if not _ERAS:
        _ERAS.update({concept: (int(last), successor) for concept, last, successor in rules("eras.tsv")})
    return _ERAS


_ERAS: dict[str, tuple[int, str]] = {}


def _fits(name: str, line: Line, taxonomy: Taxonomy) -> bool:
    concept = taxonomy.concept(f"gaap:{name}")
    if concept is None or concept.abstract:
        return False
    kind = "pure" if concept.type == "percent" else concept.type
    return kind == line.kind and (concept.period_type == "instant") == line.instant


def _section(group: Group, concept: str, section: str) -> float:
    """How well a concept fits the part of the statement that the row stands in."""
    where = trait(group, concept).sections
    if not section or not where or section == "sp":
        return 0.0
    share = sum(part for name, part in where if name == section)
    return SECTION_WEIGHT * log(max(share, SECTION_FLOOR))


def choose(rows: Sequence[list[Option]], ties: Ties) -> list[Chosen]:
    """The options with the highest joint score that a few sweeps over the rows find."""
    totals: dict[int, list[ProvenSum]] = {}
    parts: dict[int, list[ProvenSum]] = {}
    for each in ties.sums:
        totals.setdefault(each.total, []).append(each)
        for part, _ in each.parts:
            parts.setdefault(part, []).append(each)
    linked = [[_link(option.concept, ties.seen[i]) for option in mine] for i, mine in enumerate(rows)]
    now = [max(range(len(mine)), key=lambda k: mine[k].score + linked[i][k]) for i, mine in enumerate(rows)]
    scores: list[list[float]] = [[] for _ in rows]
    for _ in range(SWEEPS):
        changed = False
        holders = _holders(rows, now, ties)
        for i, mine in enumerate(rows):
            scores[i] = [
                option.score + linked[i][k] + _arcs(option.concept, i, rows, now, totals, parts) + _twice(option.concept, i, rows, now, ties, holders, scores)
                for k, option in enumerate(mine)
            ]
            best = max(range(len(mine)), key=lambda k: scores[i][k])
            if best != now[i]:
                _move(holders, i, mine[now[i]].concept, mine[best].concept, ties)
                now[i] = best
                changed = True
        if not changed:
            break
    _settle(rows, now, scores, ties)
    return [_chosen(i, mine, now[i], scores[i], linked[i], rows, now, totals, parts) for i, mine in enumerate(rows)]


def _link(concept: str, seen: Mapping[str, int]) -> float:
    known = seen.get(concept, 0)
    return SAME_NUMBER if known > 0 else OTHER_NUMBER if known < 0 else 0.0


def _holders(rows: Sequence[list[Option]], now: Sequence[int], ties: Ties) -> dict[tuple[str, object], set[int]]:
    held: dict[tuple[str, object], set[int]] = {}
    for i, mine in enumerate(rows):
        held.setdefault((mine[now[i]].concept, ties.keys[i]), set()).add(i)
    return held


def _move(held: dict[tuple[str, object], set[int]], i: int, old: str, new: str, ties: Ties) -> None:
    held.get((old, ties.keys[i]), set()).discard(i)
    held.setdefault((new, ties.keys[i]), set()).add(i)


def _twice(
    concept: str,
    i: int,
    rows: Sequence[list[Option]],
    now: Sequence[int],
    ties: Ties,
    holders: Mapping[tuple[str, object], set[int]],
    scores: Sequence[list[float]],
) -> float:
    """A concept that another row holds costs what that row would lose."""
    if concept == OWN:
        return 0.0
    rivals = holders.get((concept, ties.keys[i]), set()) - {i}
    return TWICE if rivals else 0.0


def _arcs(
    concept: str,
    i: int,
    rows: Sequence[list[Option]],
    now: Sequence[int],
    totals: Mapping[int, list[ProvenSum]],
    parts: Mapping[int, list[ProvenSum]],
) -> float:
    """Whether the calculation trees know the sums that the row stands in."""
    if concept == OWN:
        return 0.0
    score = 0.0
    for each in parts.get(i, ()):
        total = rows[each.total][now[each.total]].concept
        known = children(total) if total else {}
        if known:
            score += ARC_BONUS if concept in known else ARC_MALUS
    for each in totals.get(i, ()):
        known = children(concept)
        mine = [rows[part][now[part]].concept for part, _ in each.parts]
        named = [name for name in mine if name]
        if named:
            share = sum(name in known for name in named) / len(named)
            score += 2 * ARC_BONUS * share + (ARC_MALUS if share == 0 else 0.0)
    return score


def _settle(rows: Sequence[list[Option]], now: list[int], scores: Sequence[list[float]], ties: Ties) -> None:
    """No two rows of a statement keep one concept: the one with the greater margin does, the other takes its next free option."""
    order = sorted(range(len(rows)), key=lambda i: -_margin(scores[i], now[i]))
    taken: set[tuple[str, object]] = set()
    for i in order:
        ranked = sorted(range(len(rows[i])), key=lambda k: (k != now[i], -scores[i][k]))
        for k in ranked:
            concept = rows[i][k].concept
            if concept == OWN or (concept, ties.keys[i]) not in taken:
                now[i] = k
                break
        if rows[i][now[i]].concept != OWN:
            taken.add((rows[i][now[i]].concept, ties.keys[i]))


def _margin(scores: list[float], best: int) -> float:
    return scores[best] - max((s for k, s in enumerate(scores) if k != best), default=-9.0)


def _chosen(
    i: int,
    mine: list[Option],
    best: int,
    scores: list[float],
    linked: list[float],
    rows: Sequence[list[Option]],
    now: Sequence[int],
    totals: Mapping[int, list[ProvenSum]],
    parts: Mapping[int, list[ProvenSum]],
) -> Chosen:
    top = max(scores)
    powers = [exp(max(-30.0, score - top)) for score in scores]
    total = sum(powers)
    ranked = sorted(range(len(mine)), key=lambda k: -powers[k])
    others = tuple((mine[k].concept, powers[k] / total) for k in ranked if k != best and mine[k].concept != OWN)[:3]
    arcs = _arcs(mine[best].concept, i, rows, now, totals, parts)
    return Chosen(mine[best], powers[best] / total, others, arcs, linked[best])


def doubtful(chosen: Chosen, least: float) -> Chosen:
    """The row's own concept instead of a standard one that is believed in too little."""
    if chosen.option.concept == OWN or chosen.belief >= least:
        return chosen
    return replace(chosen, option=Option(OWN, chosen.option.score, chosen.option.chance))
