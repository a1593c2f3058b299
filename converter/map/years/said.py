"""A report -> what it says of its rows, in few bytes, to be compared with other filings of the company."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from converter.map.corrections.selection import heading_key, is_row, row_key
from converter.map.corrections.telling import reason_of
from converter.map.rows.lines import value_kind
from converter.model import Correction, Fact, Report

When: TypeAlias = tuple[int, int]
"""First and last day of a period by their numbers; of an instant the first is 0."""
Name: TypeAlias = tuple[str, str, str]
"""Statement, what the label comes to, and the heading likewise."""
_PREFIXES = ("gaap:", "x:")
_OWN = 0.4
"""The belief in a concept of the filing's own: less than in any standard one that is told, for it only says that none was found."""
_UNTHOUGHT = 0.05
"""What is left to concepts that are not among the runners-up, beside the runners-up."""


class RowSaid(Struct, frozen=True):
    """``beliefs`` by local name of a concept ("" one of the filing's own), the chosen one first; ``values`` without signs."""

    name: Name
    kind: str
    instant: bool
    beliefs: tuple[tuple[str, float], ...]
    values: dict[When, str]

    @property
    def concept(self) -> str:
        return self.beliefs[0][0]


class Said(Struct, frozen=True):
    """What one filing says of one company's rows. ``year`` is that of its latest period; ``order`` tells filings apart wherever they
    stand in a run."""

    entity: str
    name: str
    sha256: str
    latest: When
    year: int
    rows: tuple[RowSaid, ...]

    @property
    def order(self) -> tuple[When, str, str]:
        return self.latest, self.sha256, self.name


def said_by(report: Report, corrections: Iterable[Correction] = ()) -> Said | None:
    """None where the report is known by its content alone, so that no other can be the same company's, or says nothing of rows.

    What ``corrections`` say of one filing alone is not said to others."""
    given = report.input
    if given is None or report.entity.identifier.startswith(given.sha256[:16]):
        return None
    apart = {reason_of(each).text for each in corrections if each.filing}
    facts = [fact for fact in report.facts if is_row(fact) and fact.concept.startswith(_PREFIXES) and not _bears(fact, apart)]
    if not facts:
        return None
    latest = max(fact.period.end for fact in facts)
    return Said(report.entity.identifier, given.name, given.sha256, (0, latest.toordinal()), latest.year, tuple(_rows(facts)))


def _bears(fact: Fact, reasons: set[str]) -> bool:
    return bool(reasons) and fact.evidence is not None and any(reason.text in reasons for reason in fact.evidence.reasons)


def _rows(facts: Iterable[Fact]) -> Iterable[RowSaid]:
    """Rows of one concept; one that means two ("basic and diluted") is settled by its words, and one that gives different concepts
    in two places cannot be told by its name."""
    found: dict[Name, list[Fact]] = {}
    for fact in facts:
        found.setdefault((fact.statement or "", row_key(fact.label), heading_key(fact.heading)), []).append(fact)
    for name, mine in found.items():
        first = mine[0]
        if all(fact.concept == first.concept and fact.dimensions == first.dimensions for fact in mine):
            kind = value_kind(first.unit) if first.unit else ""
            yield RowSaid(
                name, kind, first.period.is_instant, _beliefs(mine), {_when(fact): (fact.value or "").lstrip("-") for fact in mine}
            )


def _when(fact: Fact) -> When:
    return 0 if fact.period.start is None else fact.period.start.toordinal(), fact.period.end.toordinal()


def _beliefs(facts: list[Fact]) -> tuple[tuple[str, float], ...]:
    """The concept with the confidence of its best fact; what that leaves is shared among the runners-up as they were."""
    best = max((fact.evidence for fact in facts if fact.evidence), key=lambda evidence: evidence.confidence, default=None)
    chosen = _local(facts[0].concept)
    if best is None:
        return ((chosen, 0.5),)
    told = best.confidence if chosen else min(best.confidence, _OWN)
    others = [(_local(other.concept), other.confidence) for other in best.alternatives if _local(other.concept) != chosen]
    share = (1 - told) / (sum(confidence for _, confidence in others) + _UNTHOUGHT)
    return ((chosen, told), *((name, confidence * share) for name, confidence in others))


def _local(concept: str) -> str:
    prefix, _, local = concept.partition(":")
    return local if prefix == "gaap" else ""


def packed(said: Said) -> bytes:
    """A run over many files keeps this of each."""
    return zlib.compress(pickle.dumps(said), 1)


def unpacked(data: bytes) -> Said:
    """Takes only what `packed` gave in this run."""
    found: Said = pickle.loads(zlib.decompress(data))
    return found
