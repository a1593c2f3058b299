"""Corrections of single facts, by the id that a report gave them, and of what sentences say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from converter.arithmetic import confidence
from converter.map.corrections.fitting import OWN_WORD, misfit
from converter.map.corrections.selection import row_key
from converter.map.corrections.telling import finding_of, reason_of, refusal_of
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.facts.names import fact_id
from converter.map.rows.lines import value_kind
from converter.model import Correction, Evidence, Fact, Finding, LeftNumber
from converter.taxonomy import Taxonomy

_PREFIXES = {"cover": ("dei",), "schedule": ("ex27",)}


class FactOrders:
    """``findings`` tell what did not fit; ``ignored`` are the numbers that are no facts."""

    def __init__(self, corrections: Iterable[Correction], taxonomy: Taxonomy) -> None:
        mine = list(corrections)
        self._ids = {each.fact: each for each in mine if each.fact}
        self._said = {row_key(each.label): each for each in mine if not each.fact}
        self._taxonomy = taxonomy
        self._seen: set[Correction] = set()
        self.findings: list[Finding] = []
        self.ignored: list[LeftNumber] = []

    def drafts(self, drafts: Iterable[Draft], extensions: Extensions) -> Iterator[Draft]:
        """The drafts, corrected."""
        for draft in drafts:
            correction = self._of(draft)
            if correction is None:
                yield draft
            elif correction.ignore:
                self.ignored.append(LeftNumber(draft.place, draft.label, "corrected", refusal_of(correction), draft.statement))
            else:
                yield self._corrected(draft, correction, extensions)

    def _of(self, draft: Draft) -> Correction | None:
        plain = fact_id(draft.concept, draft.period, draft.dimensions)
        found = self._ids.get(plain) or self._ids.get(fact_id(draft.concept, draft.period, draft.dimensions, draft.unit.oim()))
        if found is None and draft.statement == "prose":
            found = self._said.get(row_key(draft.label))
        if found is not None:
            self._seen.add(found)
        return found

    def _corrected(self, draft: Draft, correction: Correction, extensions: Extensions) -> Draft:
        kind, instant = value_kind(draft.unit), draft.period.is_instant
        prefixes = _PREFIXES.get(draft.statement, ("gaap",))
        wrong = misfit(correction, kind, instant, _named(draft.label, draft.place.text), self._taxonomy, (draft.place,), prefixes)
        if wrong is not None:
            self.findings.append(wrong)
            return draft
        concept = correction.concept or draft.concept
        if correction.concept == OWN_WORD:
            concept = extensions.concept(draft.label, draft.heading, draft.statement, kind, instant)
        value = draft.value if draft.value is None else _signed(draft.value, correction)
        return replace(draft, concept=concept, value=value, reasons=(reason_of(correction),), alternatives=(), by_hand=True)

    def cover(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The cover's facts, corrected."""
        for fact in facts:
            correction = self._ids.get(fact.id)
            if correction is None:
                yield fact
                continue
            self._seen.add(correction)
            if correction.ignore:
                reason = refusal_of(correction)
                self.ignored += [LeftNumber(place, fact.label, "corrected", reason, "cover") for place in fact.sources]
            else:
                yield self._corrected_cover(fact, correction)

    def _corrected_cover(self, fact: Fact, correction: Correction) -> Fact:
        known = self._taxonomy.concepts[fact.concept]
        kind, instant = "pure" if known.type == "percent" else known.type, fact.period.is_instant
        wrong = misfit(correction, kind, instant, _named(fact.label, fact.value or ""), self._taxonomy, fact.sources[:1], ("dei",))
        if wrong is None and correction.concept == OWN_WORD:
            wrong = finding_of(
                "corrections.unknown-concept", correction.where, "facts of the cover page have no concepts of the filing's own"
            )
        if wrong is not None:
            self.findings.append(wrong)
            return fact
        name = correction.concept or fact.concept
        value = fact.value if fact.unit is None or fact.value is None else f"{_signed(Decimal(fact.value), correction):f}"
        reasons = (reason_of(correction),)
        evidence = Evidence(confidence(reason.weight for reason in reasons), reasons)
        return replace(fact, id=fact_id(name, fact.period, fact.dimensions), concept=name, value=value, evidence=evidence)

    def unseen(self) -> Iterator[Finding]:
        """What is told of facts that the report does not have."""
        for correction in self._ids.values():
            if correction not in self._seen:
                yield finding_of("corrections.fact-not-found", correction.where, f"the report has no fact {correction.fact}")


def _named(label: str, text: str) -> str:
    return f"{text} ({label!r})" if label else text


def _signed(value: Decimal, correction: Correction) -> Decimal:
    return -abs(value) if correction.sign == "negative" else abs(value) if correction.sign == "positive" else value
