"""Signs that a person gave, against the sums that the statement prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from converter.arithmetic import ProvenSum
from converter.map.mapped import Mapped, Verdict
from converter.map.rows.lines import group_of
from converter.map.signs import turning
from converter.map.told import ByHand, Told
from converter.taxonomy import Taxonomy


def contradicted(mapped: Mapped, told: Mapping[int, Told], taxonomy: Taxonomy) -> Iterator[tuple[ByHand, Verdict, Verdict]]:
    """Rows whose given sign more sums speak against than for, each with a row of such a sum: the total, or of a total its first part."""
    for position, verdict in enumerate(mapped.verdicts):
        given = told.get(verdict.line.index)
        if not isinstance(given, ByHand) or not given.sign:
            continue
        votes = [vote for each in mapped.sums for vote in _votes(position, each, mapped, taxonomy)]
        if sum(vote for vote, _ in votes) < 0:
            yield given, verdict, next(other for vote, other in votes if vote < 0)


def _votes(position: int, proof: ProvenSum, mapped: Mapped, taxonomy: Taxonomy) -> Iterator[tuple[float, Verdict]]:
    """1 where a row of the sum agrees with the sign at the position, -1 where it does not; of a total all parts have one voice."""
    parts = dict(proof.parts)
    total = mapped.verdicts[proof.total]
    if position in parts:
        yield _agree(mapped.verdicts[position], total, parts[position], mapped, taxonomy), total
    elif position == proof.total:
        for part, weight in proof.parts:
            other = mapped.verdicts[part]
            yield _agree(other, total, weight, mapped, taxonomy) / len(parts), other


def _agree(part: Verdict, total: Verdict, weight: int, mapped: Mapped, taxonomy: Taxonomy) -> int:
    return part.sign * total.sign * weight * _direction(part, mapped, taxonomy) * _direction(total, mapped, taxonomy)


def _direction(verdict: Verdict, mapped: Mapped, taxonomy: Taxonomy) -> int:
    """0 where it is not known what a positive value does: such a row has no say."""
    name = verdict.concepts[0]
    if not name.startswith("gaap:"):
        return 0
    return turning.direction(group_of(mapped.statement), name[5:], taxonomy.nature(name), taxonomy.concept(name))
