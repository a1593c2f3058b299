"""The gate before writing: nothing leaves that our own JSON Schema refuses or that would make the report invalid XBRL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.model import Concept, Fact, Finding, LeftNumber, Report
from converter.taxonomy.shape import report_shape
from converter.write.namespaces import EXTENSION_PREFIX
from converter.write.properties import JsonObject
from converter.write.sums import holding_sums
from converter.write.xbrl_json import fact_objects
from converter.write.xmltext import is_xml

_OWN = f"{EXTENSION_PREFIX}:"


class Admitted(Struct, frozen=True):
    """A report of which everything may be written, and its facts as xBRL-JSON objects."""

    report: Report
    facts: Sequence[JsonObject]


def admit(report: Report) -> Admitted:
    """Refuse facts that do not fit the schema (`schemas/report.schema.json`), that repeat an id, or that say again what another fact says
    (EFM 6.5.12): they become unmapped numbers and a finding each. Refuse sums that do not hold. A report that has passed once passes
    again unchanged."""
    objects = fact_objects(report)
    refused = _refused(report, objects)
    if refused:
        report, objects = _without(report, objects, refused)
    if report.calculations:
        report = _with_sums_that_hold(report)
    return Admitted(report, objects)


def _refused(report: Report, objects: Sequence[JsonObject]) -> dict[int, tuple[str, str]]:
    """Position of each fact that may not be written -> code and reason."""
    refused: dict[int, tuple[str, str]] = {}
    ids: set[str] = set()
    told: set[tuple[str, ...]] = set()
    explain = report_shape().explain_fact
    own = {extension.concept.name: extension.concept for extension in report.extensions}
    legible = is_xml(report.entity.identifier)
    for position, (fact, body) in enumerate(zip(report.facts, objects, strict=True)):
        key = tuple(body["dimensions"].values())
        if fact.id in ids:
            refused[position] = "repeated-id", f"the id {fact.id} belongs to another fact"
        elif key in told:
            refused[position] = "repeated-fact", "another fact has the same concept, period, unit and dimensions"
        elif reason := explain(fact.id, body) or _explain_own(fact, body, own) or _explain_text(fact, legible):
            refused[position] = "schema", reason
        else:
            ids.add(fact.id)
            told.add(key)
    return refused


def _explain_own(fact: Fact, body: JsonObject, own: Mapping[str, Concept]) -> str:
    """A concept or member of the filing's own must be declared, and a fact fit the declaration (XBRL 2.1, 4.6)."""
    declared = own.get(fact.concept)
    if declared is None and fact.concept.startswith(_OWN):
        return f"{fact.concept} is not declared"
    for _, member in fact.dimensions:
        if member.startswith(_OWN) and member not in own:
            return f"{member} is not declared"
    return report_shape().explain_own(declared, body) if declared is not None else ""


def _explain_text(fact: Fact, legible: bool) -> str:
    """XML cannot hold every character that JSON can. ``legible``: it can hold who the report is of."""
    if legible and (fact.unit is not None or fact.value is None or is_xml(fact.value)):
        return ""
    return "a character that XML does not know"


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
    totals = ", ".join(sorted({each.total for each in bad}))
    told = Finding(
        "write.sum",
        "info",
        f"{len(bad)} printed sums are not in the calculation linkbase ({totals}): a part is no fact, or it does not hold in every period",
    )
    return replace(report, calculations=tuple(good), findings=(*report.findings, told))
