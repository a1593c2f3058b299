"""EX-27 schedules -> facts of ``ex27`` concepts: the filer's own extract, never mixed with the statements' facts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from converter.map.facts.amounts import amount, decimals_of
from converter.map.facts.drafts import Draft
from converter.model import Concept, LeftNumber, Reason, Schedule, ScheduleItem
from converter.taxonomy import Taxonomy

_TAGGED = 4.0


class ScheduleDrafts(Struct):
    """``ignored`` are noughts: in a schedule they mean "not applicable" far more often than nought."""

    drafts: list[Draft] = field(default_factory=list)
    unmapped: list[LeftNumber] = field(default_factory=list)
    ignored: list[LeftNumber] = field(default_factory=list)


def schedule_drafts(schedules: Sequence[Schedule], taxonomy: Taxonomy) -> ScheduleDrafts:
    """A draft for each value of the schedules whose tag the taxonomy knows."""
    found = ScheduleDrafts()
    for schedule in schedules:
        for item in schedule.items:
            entry = taxonomy.schedule_tag(item.tag, schedule.article)
            concept = taxonomy.concept(entry.concept) if entry is not None else None
            if not item.number.value:
                found.ignored.append(_left(item, "schedule-nought", "0 in a schedule means not applicable more often than nought"))
            elif concept is None or not _fits(concept, item):
                found.unmapped.append(_left(item, "schedule-tag", "no concept of the taxonomy fits this tag, unit and period"))
            else:
                found.drafts.append(_draft(item, concept))
    return found


def _fits(concept: Concept, item: ScheduleItem) -> bool:
    kind = "perShare" if item.unit.denominator else "shares" if item.unit.numerator == "xbrli:shares" else "monetary"
    if item.unit.numerator == "xbrli:pure":
        kind = "percent" if concept.type == "percent" else "pure"
    return concept.type == kind and (concept.period_type == "instant") == item.period.is_instant


def _draft(item: ScheduleItem, concept: Concept) -> Draft:
    reason = Reason(f"the schedule's tag <{item.tag}>", _TAGGED)
    value = amount(item.number, item.scale)
    return Draft(
        concept.name, item.period, item.unit, value, decimals_of(item.number, item.scale), "schedule", item.place, concept.label, (reason,)
    )


def _left(item: ScheduleItem, code: str, reason: str) -> LeftNumber:
    return LeftNumber(item.place, f"<{item.tag}>", code, reason, "schedule")
