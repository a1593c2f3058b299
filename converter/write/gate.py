"""The gate before writing: nothing leaves that our own JSON Schema refuses or that would make the report invalid XBRL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.model import Fact, Finding, LeftNumber, Report
from converter.taxonomy.shape import Shape, report_shape
from converter.write.properties import JsonObject
from converter.write.sums import holding_sums
from converter.write.xbrl_json import fact_objects


@dataclass(frozen=True, slots=True)
class Admitted:
    """A report of which everything may be written, and its facts as xBRL-JSON objects."""

    report: Report
    facts: Sequence[JsonObject]


def admit(report: Report) -> Admitted:
    """Refuse facts that do not fit the schema (`schemas/report.schema.json`), that repeat an id, or that say again what another fact says
    (EFM 6.5.12): they become unmapped numbers and a finding each. Refuse sums that do not hold. A report that has passed once passes
    again unchanged."""
    objects = fact_objects(report)
    refused = _refused(report.facts, objects, report_shape())
    if refused:
        report, objects = _without(report, objects, refused)
    if report.calculations:
        report = _with_sums_that_hold(report)
    return Admitted(report, objects)


def _refused(facts: Sequence[Fact], objects: Sequence[JsonObject], shape: Shape) -> dict[int, tuple[str, str]]:
    """Position of each fact that may not be written -> code and reason."""
    refused: dict[int, tuple[str, str]] = {}
    ids: set[str] = set()
    told: set[tuple[str, ...]] = set()
    fits = shape.fits_fact
    for position, (fact, body) in enumerate(zip(facts, objects, strict=True)):
        key = tuple(body["dimensions"].values())
        if fact.id in ids:
            refused[position] = "repeated-id", f"the id {fact.id} belongs to another fact"
        elif key in told:
            refused[position] = "repeated-fact", "another fact has the same concept, period, unit and dimensions"
        elif not fits(fact.id, body):
            refused[position] = "schema", shape.explain_fact(fact.id, body)
        else:
            ids.add(fact.id)
            told.add(key)
    return refused


def _without(report: Report, objects: Sequence[JsonObject], refused: dict[int, tuple[str, str]]) -> tuple[Report, list[JsonObject]]:
    facts = report.facts
    unmapped = [
        LeftNumber(place, "", code, f"{facts[position].concept} {facts[position].value}: {reason}", facts[position].statement or "")
        for position, (code, reason) in refused.items()
        for place in facts[position].sources
    ]
    findings = [_finding(facts[position], code, reason) for position, (code, reason) in refused.items()]
    kept = [position for position in range(len(facts)) if position not in refused]
    admitted = replace(
        report,
        facts=tuple(facts[position] for position in kept),
        unmapped=(*report.unmapped, *unmapped),
        findings=(*report.findings, *findings),
    )
    return admitted, [objects[position] for position in kept]


def _finding(fact: Fact, code: str, reason: str) -> Finding:
    return Finding(
        f"write.{code}",
        "error",
        f"{fact.concept} with the value {fact.value} was not written: {reason}",
        "The number is among the unmapped ones; please report this, it is a mistake of the program.",
        fact.sources,
    )


def _with_sums_that_hold(report: Report) -> Report:
    good, bad = holding_sums(report)
    if not bad:
        return report
    findings = [
        Finding("write.sum", "info", f"the sum of {each.total} was not written: it does not hold for every period that the report has")
        for each in bad
    ]
    return replace(report, calculations=tuple(good), findings=(*report.findings, *findings))
