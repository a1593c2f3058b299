"""Layout of an XBRL 2.1 instance: contexts and units deduplicated, only those that facts use (EFM 6.5.7, 6.5.8, 6.5.11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from converter.model import PURE, Entity, Fact, Period, Report, Unit
from converter.model.period import FOREVER
from converter.write.jsontext import dumps
from converter.write.names import local_name, reference
from converter.write.namespaces import used_namespaces
from converter.write.properties import JsonObject, finding_object, input_object, left_object, software_object
from converter.write.render import render
from converter.write.xmltext import instruction

ContextKey: TypeAlias = tuple[Period, tuple[tuple[str, str], ...], Entity]

_ALWAYS = {
    "link": "http://www.xbrl.org/2003/linkbase",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


class ContextLayout(Struct, frozen=True):
    """One ``xbrli:context``. ``start`` is empty for an instant, both are empty for "forever"."""

    id: str
    scheme: str
    identifier: str
    start: str
    end: str
    members: tuple[tuple[str, str], ...]


class UnitLayout(Struct, frozen=True):
    """One ``xbrli:unit``."""

    id: str
    numerator: str
    denominator: str


def instance_chunks(report: Report, facts: Sequence[JsonObject], stem: str) -> Iterator[bytes]:
    """The instance in UTF-8, in pieces. ``facts`` are the facts' xBRL-JSON objects: their ``f2x`` properties go into the instance too."""
    taken = {fact.id for fact in report.facts}
    contexts, context_ids = _contexts(report, taken)
    units, unit_ids = _units(report, taken)
    layout = {
        "namespaces": sorted({**used_namespaces(report), **_ALWAYS}.items()),
        "schema": reference(f"{stem}.xsd"),
        "about": list(_about(report)),
        "contexts": contexts,
        "units": units,
        "facts": _facts(report, facts, context_ids, unit_ids),
    }
    return render("instance.xbrl.j2", layout)


def _contexts(report: Report, taken: set[str]) -> tuple[list[ContextLayout], list[str]]:
    """The contexts, in the order of their first use, and the id of each fact's."""
    found: dict[ContextKey, ContextLayout] = {}
    ids: list[str] = []
    for fact in report.facts:
        key = _context_key(fact, report.entity)
        context = found.get(key)
        if context is None:
            context = found[key] = _context(key, _free_id(_context_id(key), taken))
        ids.append(context.id)
    return list(found.values()), ids


def _context_key(fact: Fact, entity: Entity) -> ContextKey:
    return fact.period, fact.dimensions, fact.entity or entity


def _context(key: ContextKey, ident: str) -> ContextLayout:
    period, members, entity = key
    start = "" if period.start is None or period == FOREVER else period.start.isoformat()
    end = "" if period == FOREVER else period.end.isoformat()
    return ContextLayout(ident, entity.scheme, entity.identifier, start, end, members)


def _context_id(key: ContextKey) -> str:
    period, members, _ = key
    first = f"AsOf_{period.end}" if period.start is None else f"From_{period.start}_to_{period.end}"
    return "_".join((first, *(local_name(member) for _, member in members)))


def _free_id(wanted: str, taken: set[str]) -> str:
    """An id that no fact, context or unit bears yet (they share one space of names)."""
    ident, count = wanted, 1
    while ident in taken:
        count += 1
        ident = f"{wanted}_{count}"
    taken.add(ident)
    return ident


def _units(report: Report, taken: set[str]) -> tuple[list[UnitLayout], list[str]]:
    """The units, in the order of their first use, and the id of each fact's, "" where it has none."""
    found: dict[Unit, UnitLayout] = {}
    ids: list[str] = []
    for fact in report.facts:
        unit = _unit_of(fact, report)
        if unit is not None and unit not in found:
            ident = "_per_".join(local_name(measure) for measure in (unit.numerator, unit.denominator) if measure)
            found[unit] = UnitLayout(_free_id(ident, taken), unit.numerator, unit.denominator)
        ids.append(found[unit].id if unit is not None else "")
    return list(found.values()), ids


def _unit_of(fact: Fact, report: Report) -> Unit | None:
    """A number without a unit is pure (OIM 1.0, 3.4); XML wants to be told."""
    if fact.unit is not None:
        return fact.unit
    concept = report.concepts.get(fact.concept)
    return PURE if concept is not None and concept.is_numeric else None


FactRow: TypeAlias = tuple[str, str, str, str, str, str | None, int | None, str]


def _facts(report: Report, objects: Sequence[JsonObject], contexts: Sequence[str], units: Sequence[str]) -> Iterator[FactRow]:
    """Tuples, unpacked by the template: attribute access would cost more than the markup."""
    from markupsafe import Markup

    for fact, body, context, unit in zip(report.facts, objects, contexts, units, strict=True):
        properties = {"id": fact.id, **{key: value for key, value in body.items() if key[:4] == "f2x:"}}
        told = Markup(instruction(dumps(properties))) if len(properties) > 1 else ""
        yield told, fact.concept, fact.id, context, unit, fact.value, fact.decimals, fact.language


def _about(report: Report) -> Iterator[tuple[str, str]]:
    """Target and content of the processing instructions about the report as a whole."""
    from markupsafe import Markup

    def said(target: str, item: JsonObject) -> tuple[str, str]:
        return target, Markup(instruction(dumps(item)))

    if report.input is not None:
        yield said("f2x-input", input_object(report.input))
    yield said("f2x-software", software_object())
    for left in report.unmapped:
        yield said("f2x-unmapped", left_object(left))
    for left in report.ignored:
        yield said("f2x-ignored", left_object(left))
    for finding in report.findings:
        yield said("f2x-finding", finding_object(finding))
