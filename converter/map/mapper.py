"""What a filing states -> one report for each registrant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from converter.map.anchoring import placed
from converter.map.calculations import broken_sums, calculation_sums
from converter.map.candidates.industry import industry_of
from converter.map.candidates.options import Setting
from converter.map.choice.memory import Memory
from converter.map.cover import cover_facts
from converter.map.entity import entity_of
from converter.map.equity.balances import map_equity, presented_equity
from converter.map.facts.classes import Members
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.in_label import in_label_drafts
from converter.map.mapped import Mapped
from converter.map.merge import Merged, merge
from converter.map.one_name import one_name
from converter.map.presentation import presented
from converter.map.prose import prose_drafts
from converter.map.rows.labels import words
from converter.map.schedules import schedule_drafts
from converter.map.statement import map_statement
from converter.map.told import Told, Untold
from converter.model import Concept, Correction, Entity, ExtensionConcept, Fact, Filing, Habit, LeftNumber, Report, Stated, Statement
from converter.taxonomy import NAMESPACES, Taxonomy

EXTENSION_BASE = "https://filing2xbrl.org/filing/"
_ORDER = ("income", "balance_sheet", "comprehensive", "cashflow", "equity")
"""Statements whose labels say most come first: the others take over what they settled."""


class MapOptions(Struct, frozen=True):
    """``stem`` names the reports; ``cik`` is the first registrant's where the user gives it; facts with less than ``min_confidence``
    become unmapped. ``corrections`` are a person's, also those for other companies; ``habits`` are what the
    company's other filings say of its rows."""

    stem: str
    cik: str | None = None
    min_confidence: float = 0.0
    corrections: tuple[Correction, ...] = ()
    habits: tuple[Habit, ...] = ()


def map_stated(stated: Stated, filing: Filing, taxonomy: Taxonomy, options: MapOptions) -> tuple[Report, ...]:
    """One report for each registrant that the filing states something of, the first filer's first."""
    registrants = sorted({0, *(s.registrant for s in stated.statements), *(s.registrant for s in stated.schedules)})
    return tuple(_report(stated, filing, taxonomy, options, registrant) for registrant in registrants)


def _report(stated: Stated, filing: Filing, taxonomy: Taxonomy, options: MapOptions, registrant: int) -> Report:
    statements = [s for s in stated.statements if s.registrant == registrant]
    cover = tuple(item for item in stated.cover if item.registrant == registrant)
    entity, findings = entity_of(filing, cover, registrant, options.cik)
    extensions, members = Extensions(), Members(taxonomy)
    known = _known_before(options, entity, filing, taxonomy)
    statements, told = known.rows(statements)
    mapped = _map_all(statements, told, taxonomy, extensions, members)
    known.heard(mapped, told)
    labelled = [_labels(each, taxonomy, extensions) for each in mapped]
    drafts = known.drafts(_drafts(mapped, labelled), extensions)
    sentences = [figure for figure in stated.sentences if figure.registrant == registrant]
    scheduled = schedule_drafts([schedule for schedule in stated.schedules if schedule.registrant == registrant], taxonomy)
    prose = prose_drafts(sentences, drafts, taxonomy, extensions)
    merged = merge([*drafts, *known.drafts([*prose, *scheduled.drafts], extensions)], options.min_confidence)
    facts = (*merged.facts, *known.cover(cover_facts(cover, statements, filing, entity, taxonomy, members)))
    own = (*_used(extensions.all(), merged.facts), *members.own())
    concepts = _concepts(facts, own, taxonomy)
    sums = calculation_sums(mapped, facts, concepts)
    own = placed(own, sums, concepts)
    return Report(
        stem=_stem(options.stem, entity.identifier if entity.scheme.endswith("CIK") else "", registrant),
        entity=entity,
        facts=facts,
        namespaces=_namespaces(facts, own, filing),
        concepts={**concepts, **{each.concept.name: each.concept for each in own}},
        input=filing.input,
        unmapped=(
            *merged.unmapped,
            *(n for each in mapped for n in each.left),
            *(n for _, left, _ in labelled for n in left),
            *scheduled.unmapped,
        ),
        ignored=(
            *(n for each in mapped for n in each.ignored),
            *(n for _, _, ignored in labelled for n in ignored),
            *scheduled.ignored,
            *known.ignored,
        ),
        findings=(*findings, *merged.findings, *broken_sums(mapped, merged.facts), *known.findings),
        extensions=own,
        calculations=sums,
        presentation=tuple(presented_equity(each) if each.statement.kind == "equity" else presented(each) for each in mapped),
    )


def _known_before(options: MapOptions, entity: Entity, filing: Filing, taxonomy: Taxonomy) -> Untold:
    known = Untold()
    if options.corrections:
        from converter.map.corrections import Orders

        known = Orders(options.corrections, entity, filing.input.name, taxonomy)
    if options.habits:
        from converter.map.years.habits import WithHabits

        known = WithHabits(options.habits, entity, known)
    return known


def _map_all(
    statements: Sequence[Statement], told: Sequence[Mapping[int, Told]], taxonomy: Taxonomy, extensions: Extensions, members: Members
) -> list[Mapped]:
    """Statements in the order in which they inform each other; the result stands in the filing's order."""
    memory = Memory()
    labels = [row.label for s in statements if s.kind != "equity" for row in s.rows]
    vocabulary = frozenset(word for label in labels for word in words(label))
    setting = Setting(_year(statements), vocabulary, industry=industry_of(vocabulary))
    done: dict[int, Mapped] = {}
    for index in sorted(range(len(statements)), key=lambda i: (_ORDER.index(statements[i].kind), i)):
        if statements[index].kind == "equity":
            done[index] = map_equity(statements[index], [draft for each in done.values() for draft in each.drafts], taxonomy)
        else:
            done[index] = map_statement(statements[index], taxonomy, memory, extensions, members, setting, told[index])
    return one_name([done[index] for index in range(len(statements))], told, taxonomy)


def _year(statements: Sequence[Statement]) -> int:
    """The year of the latest period."""
    return max((c.period.end.year for s in statements for c in s.columns if c.period is not None), default=2000)


Labelled = tuple[list[Draft], list[LeftNumber], list[LeftNumber]]


def _labels(mapped: Mapped, taxonomy: Taxonomy, extensions: Extensions) -> Labelled:
    """The numbers inside the labels of a statement, headings included."""
    dimensions = {v.line.index: v.dimensions for v in mapped.verdicts}
    drafts: list[Draft] = []
    unmapped: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    for index, row in enumerate(mapped.statement.rows):
        if row.in_label:
            facts, left, passed = in_label_drafts(row, dimensions.get(index, ()), mapped.statement, taxonomy, extensions)
            drafts += facts
            unmapped += left
            ignored += passed
    return drafts, unmapped, ignored


def _drafts(mapped: Iterable[Mapped], labelled: Iterable[Labelled]) -> list[Draft]:
    return [*(d for each in mapped for d in each.drafts), *(d for drafts, _, _ in labelled for d in drafts)]


def _used(own: Iterable[ExtensionConcept], facts: Iterable[Fact]) -> tuple[ExtensionConcept, ...]:
    names = {fact.concept for fact in facts}
    return tuple(each for each in own if each.concept.name in names)


def _concepts(facts: Sequence[Fact], own: Iterable[ExtensionConcept], taxonomy: Taxonomy) -> dict[str, Concept]:
    concepts = {each.concept.name: each.concept for each in own}
    for name in _names(facts) - concepts.keys():
        known = taxonomy.concept(name)
        if known is not None:
            concepts[name] = known
    return dict(sorted(concepts.items()))


def _names(facts: Sequence[Fact]) -> set[str]:
    """The concepts, axes and members of facts."""
    dimensions = {fact.dimensions for fact in facts}
    return {fact.concept for fact in facts} | {name for pairs in dimensions for pair in pairs for name in pair}


def _namespaces(facts: Sequence[Fact], own: Sequence[ExtensionConcept], filing: Filing) -> dict[str, str]:
    used = {name.partition(":")[0] for name in _names(facts)}
    found = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix in used}
    if own:
        found["x"] = f"{EXTENSION_BASE}{filing.input.sha256[:16]}"
    return found


def _stem(stem: str, cik: str, registrant: int) -> str:
    if registrant == 0:
        return stem
    return f"{stem}.{cik}" if cik else f"{stem}.r{registrant + 1}"


__all__ = ["MapOptions", "Merged", "map_stated"]
