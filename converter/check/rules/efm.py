"""Habits that EDGAR asks for (EDGAR Filer Manual, 6.5), of use everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.facts import when
from converter.check.registry import Found, rule
from converter.check.subject import Subject
from converter.model import FOREVER, Fact

_CIK = "http://www.sec.gov/CIK"


@rule("efm.exact", "warning", spec="XBRL 2.1, 4.6.5", hint="State decimals: -3 for amounts in thousands, 2 for cents.")
def exact(subject: Subject) -> Iterator[Found]:
    """A number that claims to be exact, without decimals or with INF.

    Figures of statements are rounded; a fact that says otherwise makes sums fail and duplicates contradict."""
    for concept, facts in subject.declared():
        if concept.type in ("monetary", "perShare"):
            for fact in facts:
                if fact.decimals is None and fact.value is not None:
                    yield Found(
                        f"Fact {fact.id} of {concept.name} has the value {fact.value[:40]} and no decimals: that means exact.", (fact.id,)
                    )


@rule("efm.identifier", "warning", spec="EFM 6.5.1, 6.5.2", hint="A CIK has ten digits, with zeros in front.")
def identifier(subject: Subject) -> Iterator[Found]:
    """An identifier of the SEC's scheme that is no CIK of ten digits."""
    entity = subject.report.entity
    if entity.scheme == _CIK and not (len(entity.identifier) == 10 and entity.identifier.isascii() and entity.identifier.isdigit()):
        yield Found(f"The report's entity is {entity.identifier!r} of the scheme {_CIK}.")


@rule("efm.one-entity", "warning", spec="EFM 6.5.3", hint="Write one report per entity.")
def one_entity(subject: Subject) -> Iterator[Found]:
    """Facts of more than one entity."""
    others = {fact.entity.identifier: fact.id for fact in subject.report.facts if fact.entity is not None}
    for name, fact_id in others.items():
        yield Found(f"The report is about {subject.report.entity.identifier}, but fact {fact_id} about {name}.", (fact_id,))


@rule("efm.forever", "warning", spec="EFM 6.5.38", hint="Give the fact the period that it holds for.")
def forever(subject: Subject) -> Iterator[Found]:
    """A fact without a period."""
    for fact in subject.report.facts:
        if fact.period is FOREVER:
            yield Found(f"Fact {fact.id} of {fact.concept} has no period.", (fact.id,))


@rule("efm.domain-fact", "warning", spec="EFM 6.5.25", hint="Report the line item with this member as its dimension.")
def domain_fact(subject: Subject) -> Iterator[Found]:
    """A fact of a concept that is a member of a dimension."""
    for concept, facts in subject.declared():
        if concept.type == "domain" and not concept.abstract:
            for fact in facts:
                yield Found(f"Fact {fact.id} gives a value to {concept.name}, which is a member of a dimension.", (fact.id,))


@rule("efm.overlap", "warning", spec="EFM 6.5.9", hint="A period ends on the last day of one year and the next starts on the day after.")
def overlap(subject: Subject) -> Iterator[Found]:
    """Two periods that overlap by a single day."""
    first: dict[object, Fact] = {}
    for fact in subject.report.facts:
        first.setdefault(fact.period, fact)
    starts = {fact.period.start: fact for fact in first.values() if fact.period.start is not None and fact.period is not FOREVER}
    for fact in first.values():
        other = starts.get(fact.period.end)
        if other is not None and fact.period.start is not None and other.period.days > 1 and fact.period.days > 1:
            periods = f"{when(fact.period)} ({fact.id}) and {when(other.period)} ({other.id})"
            yield Found(f"Two periods share the day {fact.period.end}: {periods}.", (fact.id, other.id))
