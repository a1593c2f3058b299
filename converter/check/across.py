"""Reports of one company beside each other: the prior-year column of one is the year of another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, field

from converter.check.facts import Interval, plain, told, when
from converter.check.ledger import one_mistake
from converter.check.subject import Subject
from converter.model import Entity, Fact, Finding, Period, Report, Severity, Unit

MISTAKE_CODE, RESTATED_CODE = "accounting.prior-filing", "accounting.restated"
MISTAKE_TITLE = "A number that another report of the company gives with another digit, scale or sign"
RESTATED_TITLE = "A number that another report of the company gives otherwise"
CODES: tuple[tuple[str, Severity, str, str], ...] = (
    (MISTAKE_CODE, "warning", MISTAKE_TITLE, "Compare both with their filings: one is misread or misprinted."),
    (RESTATED_CODE, "info", RESTATED_TITLE, "Restated and reclassified numbers are so; else one is misread."),
)
_HINTS = {code: hint for code, _, _, hint in CODES}
_STANDARD = ("gaap:", "us-gaap:")
_MOST_KNOWN = 2_000_000
_Key: TypeAlias = tuple[str, Period, Unit, tuple[tuple[str, str], ...], str, str]


class Shelf(Struct):
    """What the reports say that have been looked at in this run: a fact of a standard concept, and the name of its report."""

    known: dict[_Key, tuple[Fact, Interval, str]] = field(default_factory=dict)
    compared: int = 0

    def compare(self, report: Report, name: str) -> tuple[Finding, ...]:
        """Findings on the facts of a report that others before it give too; then it is taken up. ``compared`` is how many there were."""
        self.compared = 0
        return tuple(self._findings(Subject(report), name))

    def _findings(self, subject: Subject, name: str) -> Iterator[Finding]:
        report, fresh = subject.report, {}
        for fact in report.facts:
            interval = subject.interval(fact) if fact.unit is not None and fact.concept.startswith(_STANDARD) else None
            if interval is None or fact.unit is None:
                continue
            entity: Entity = fact.entity or report.entity
            key = fact.concept.partition(":")[2], fact.period, fact.unit, fact.dimensions, entity.scheme, entity.identifier
            other = self.known.get(key)
            if other is None:
                fresh[key] = fact, interval, name
                continue
            self.compared += 1
            if not interval.meets(other[1]):
                yield _finding(fact, interval, *other)
        if len(self.known) < _MOST_KNOWN:
            self.known.update(fresh)


def _finding(fact: Fact, interval: Interval, other: Fact, theirs: Interval, name: str) -> Finding:
    slack = (interval.high - interval.low) + (theirs.high - theirs.low)
    mine, before = (interval.low + interval.high) / 2, (theirs.low + theirs.high) / 2
    mistaken = one_mistake(before - mine, slack, [mine]) or one_mistake(mine - before, slack, [before])
    code = MISTAKE_CODE if mistaken else RESTATED_CODE
    message = f"{fact.concept} for {when(fact.period)} is {told(fact)}; {name} has {plain(Decimal(other.value or 0))} ({other.id})."
    return Finding(code, "warning" if mistaken else "info", message, _HINTS[code], (), (fact.id,))
