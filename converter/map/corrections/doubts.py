"""A report -> the rows and facts of it that a person should look at, as lines of a file of corrections without verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from converter.map.corrections.selection import NO_HEADING, ROW_STATEMENTS, heading_key, is_row, row_key
from converter.model import Fact, LeftNumber, Report


class Doubt(Struct):
    """A row (or, with ``fact``, one fact) and why it is doubtful. Selectors are as in `Correction`; the rest is for people to read:
    what it is ``now``, the least ``confidence``, the numbers as ``printed``, and what else it is ``likely`` to be."""

    entity: str
    statement: str
    label: str
    under: str = ""
    fact: str = ""
    filing: str = ""
    confidence: float | None = None
    now: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    likely: dict[str, float] = field(default_factory=dict)

    def seen(self, fact: Fact) -> None:
        """Takes in what a fact of the row says."""
        _add(self.now, fact.concept)
        for place in fact.sources[:1]:
            _add(self.printed, " ".join(place.text.split()))
        if fact.evidence is not None:
            sure = fact.evidence.confidence
            self.confidence = sure if self.confidence is None else min(sure, self.confidence)
            for other in fact.evidence.alternatives:
                self.likely[other.concept] = max(other.confidence, self.likely.get(other.concept, 0.0))


def _add(to: list[str], text: str) -> None:
    if text not in to:
        to.append(text)


_Key = tuple[str, ...]


class Doubts:
    """The doubtful rows and facts of reports, each once, in the order of the reports."""

    def __init__(self, below: float) -> None:
        self._below = below
        self._known: dict[_Key, Doubt] = {}

    def look(self, report: Report) -> None:
        """Takes in what is doubtful in a report of ours."""
        told = _told(report)
        headings = _headings(report)
        entity, filing = _entity(report), report.input.name if report.input else ""
        for fact in report.facts:
            key = _key(fact, headings, filing)
            reasons = [*self._of_fact(fact), *told.get(fact.id, ())]
            if reasons and (filing or not key[0]):
                doubt = self._known.setdefault((entity, *key), _doubt(entity, fact, key))
                for reason in reasons:
                    _add(doubt.reasons, reason)
        for fact in report.facts:
            known = self._known.get((entity, *_key(fact, headings, filing)))
            if known is not None:
                known.seen(fact)
        for left in report.unmapped:
            self._left(entity, left)

    def _of_fact(self, fact: Fact) -> Iterator[str]:
        sure = fact.evidence.confidence if fact.evidence is not None else 0.0
        if sure < self._below:
            yield f"confidence below {self._below:g}"
        if fact.concept.startswith("x:") and sure < 1:
            yield "no standard concept"

    def _left(self, entity: str, left: LeftNumber) -> None:
        if left.statement not in ROW_STATEMENTS or not left.label:
            return
        key = (entity, "", "", left.statement, row_key(left.label), "")
        doubt = self._known.setdefault(key, Doubt(entity, left.statement, " ".join(left.label.split())))
        _add(doubt.reasons, f"unmapped: {left.reason}")
        _add(doubt.printed, " ".join(left.place.text.split()))

    def all(self) -> Sequence[Doubt]:
        return tuple(self._known.values())


def _told(report: Report) -> dict[str, list[str]]:
    """What findings say of facts, by id."""
    told: dict[str, list[str]] = {}
    for finding in report.findings:
        for ident in finding.facts:
            told.setdefault(ident, []).append(f"{finding.code}: {finding.message}")
    return told


def _headings(report: Report) -> dict[tuple[str, str], set[str]]:
    """The headings under which rows of one label stand, by statement."""
    found: dict[tuple[str, str], set[str]] = {}
    for fact in report.facts:
        if is_row(fact):
            found.setdefault((fact.statement or "", row_key(fact.label)), set()).add(heading_key(fact.heading))
    return found


def _key(fact: Fact, headings: dict[tuple[str, str], set[str]], filing: str) -> _Key:
    """(fact's id and filing or "" both, statement, label, heading where the label alone does not tell)."""
    if not is_row(fact):
        return (fact.id, filing, fact.statement or "", "", "")
    row = fact.statement or "", row_key(fact.label)
    return ("", "", *row, (heading_key(fact.heading) or NO_HEADING) if len(headings[row]) > 1 else "")


def _doubt(entity: str, fact: Fact, key: _Key) -> Doubt:
    ident, filing, statement, _, under = key
    label, heading = " ".join(fact.label.split()), " ".join(fact.heading.split())
    return Doubt(entity, statement, label, (heading or NO_HEADING) if under else "", ident, filing)


def _entity(report: Report) -> str:
    """What the company is recognised by in later filings: not the hash of this one where there is a name."""
    entity = report.entity
    if report.input is None or not entity.identifier.startswith(report.input.sha256[:16]):
        return entity.identifier
    said = next((fact.value for fact in report.facts if fact.concept == "dei:EntityRegistrantName"), None)
    return entity.name or said or entity.identifier
