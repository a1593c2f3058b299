"""A report as xBRL-JSON (OIM xBRL-JSON 1.0). One fact, number or finding a line: small, and legible in a diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from converter.model import Fact, Report
from converter.model.period import FOREVER, Period
from converter.taxonomy import PROPERTIES
from converter.write.jsontext import dumps
from converter.write.names import reference
from converter.write.namespaces import scheme_prefixes, used_namespaces
from converter.write.properties import (
    JsonObject,
    evidence_object,
    fact_properties,
    finding_object,
    input_object,
    left_object,
    software_object,
)

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"


def to_json(report: Report, stem: str = "") -> bytes:
    """The report as xBRL-JSON in UTF-8. ``stem`` names its files where it is not the first registrant's (see `names.file_stems`).

    The report is taken as it is: `gate.admit` says beforehand what of it may be written."""
    return b"".join(json_chunks(report, fact_objects(report), stem or report.stem))


def json_chunks(report: Report, facts: Sequence[JsonObject], stem: str) -> Iterator[bytes]:
    """The document in pieces. ``facts`` are the objects of the report's facts, in order (`fact_objects`)."""
    yield b'{\n"documentInfo": ' + dumps(document_info(report, stem))
    if report.input is not None:
        yield b',\n"f2x:input": ' + dumps(input_object(report.input))
    yield b',\n"f2x:software": ' + dumps(software_object())
    yield b',\n"facts": {'
    separator = b"\n"
    for fact, body in zip(report.facts, facts, strict=True):
        yield separator + dumps(fact.id) + b": " + dumps(body)
        separator = b",\n"
    yield b"\n}"
    yield from _listed("f2x:unmapped", map(left_object, report.unmapped))
    yield from _listed("f2x:ignored", map(left_object, report.ignored))
    yield from _listed("f2x:findings", map(finding_object, report.findings))
    yield b"\n}\n"


def _listed(name: str, items: Iterable[JsonObject]) -> Iterator[bytes]:
    lines = b",\n".join(map(dumps, items))
    yield b',\n"%s": [%s]' % (name.encode(), b"\n" + lines + b"\n" if lines else b"")


def document_info(report: Report, stem: str) -> JsonObject:
    """xBRL-JSON 1.0, 2.2: the entry point is the report's own schema, in the same folder."""
    used = used_namespaces(report)
    namespaces = used | {prefix: scheme for scheme, prefix in _scheme_prefixes(report, used).items()}
    namespaces["f2x"] = PROPERTIES
    return {"documentType": DOCUMENT_TYPE, "namespaces": dict(sorted(namespaces.items())), "taxonomy": [reference(f"{stem}.xsd")]}


def _scheme_prefixes(report: Report, used: Mapping[str, str]) -> dict[str, str]:
    entities = {report.entity, *(fact.entity for fact in report.facts if fact.entity is not None)}
    return scheme_prefixes(entities, {**report.namespaces, **used})


def fact_objects(report: Report) -> list[JsonObject]:
    """The object of each fact, in the report's order (xBRL-JSON 1.0, 5.1)."""
    prefixes = _scheme_prefixes(report, used_namespaces(report))
    periods: dict[Period, str] = {FOREVER: ""}
    entity = f"{prefixes[report.entity.scheme]}:{report.entity.identifier}"
    weighed = {id(fact.evidence): fact.evidence for fact in report.facts if fact.evidence is not None}
    evidence = {ident: evidence_object(each) for ident, each in weighed.items()}
    return [
        _fact_object(fact, entity if fact.entity is None else _entity(fact, prefixes), periods, evidence.get(id(fact.evidence)))
        for fact in report.facts
    ]


def _entity(fact: Fact, prefixes: dict[str, str]) -> str:
    assert fact.entity is not None
    return f"{prefixes[fact.entity.scheme]}:{fact.entity.identifier}"


def _fact_object(fact: Fact, entity: str, periods: dict[Period, str], evidence: JsonObject | None) -> JsonObject:
    dimensions: dict[str, str] = {"concept": fact.concept, "entity": entity}
    period = periods.get(fact.period)
    if period is None:
        period = periods[fact.period] = oim_period(fact.period)
    if period:
        dimensions["period"] = period
    unit = fact.unit.oim() if fact.unit is not None else ""
    if unit:
        dimensions["unit"] = unit
    if fact.language:
        dimensions["language"] = fact.language.lower()
    if fact.dimensions:
        dimensions.update(fact.dimensions)
    out: dict[str, Any] = {"value": fact.value}
    if fact.decimals is not None:
        out["decimals"] = fact.decimals
    out["dimensions"] = dimensions
    out.update(fact_properties(fact, evidence))
    return out


def oim_period(period: Period) -> str:
    """As xBRL-JSON has it; a period that ends on the last day a calendar knows has no day after, and comes out as no valid period."""
    try:
        return period.oim()
    except OverflowError:
        return f"{period.end}"
