"""Prefixes and namespaces that a report uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter.model import Entity, Report
from converter.taxonomy import NAMESPACES
from converter.write.names import SEC_SCHEME

OWN_SCHEME = "https://filing2xbrl.org/entity"
EXTENSION_PREFIX = "x"

_KNOWN = {**NAMESPACES, "iso4217": "http://www.xbrl.org/2003/iso4217", "xbrli": "http://www.xbrl.org/2003/instance"}
_SCHEME_PREFIXES = {SEC_SCHEME: "cik", OWN_SCHEME: "entity"}


def extension_namespace(report: Report) -> str:
    """The namespace of the filing's own concepts: as the report says, else from the hash of its input."""
    known = report.namespaces.get(EXTENSION_PREFIX)
    digest = report.input.sha256[:16] if report.input else "unknown"
    return known or f"https://filing2xbrl.org/filing/{digest}"


def used_namespaces(report: Report) -> dict[str, str]:
    """Prefix -> namespace of concepts, members, axes and measures of the report's facts, sorted. A prefix that nobody declares is left
    out: the referee and our own check say so."""
    known = {**_KNOWN, **report.namespaces, EXTENSION_PREFIX: extension_namespace(report)}
    return {prefix: known[prefix] for prefix in sorted(_prefixes(report)) if prefix in known}


def _prefixes(report: Report) -> set[str]:
    names = {fact.concept for fact in report.facts}
    # Most facts share their unit with others: it is told by which object it is, faster than by what it says.
    units = {id(fact.unit): fact.unit for fact in report.facts}
    names.update(measure for unit in units.values() if unit for measure in (unit.numerator, unit.denominator))
    names.update(name for dimensions in {fact.dimensions for fact in report.facts} for pair in dimensions for name in pair)
    return {prefix for prefix, colon, _ in [name.partition(":") for name in names] if colon}


def scheme_prefixes(entities: Iterable[Entity], taken: Mapping[str, str]) -> dict[str, str]:
    """Scheme -> prefix, for entities in xBRL-JSON (OIM 1.0, 3.4: the scheme is the namespace of the identifier)."""
    by_uri = {uri: prefix for prefix, uri in taken.items()}
    found: dict[str, str] = {}
    for scheme in sorted({entity.scheme for entity in entities}):
        prefix = by_uri.get(scheme) or _SCHEME_PREFIXES.get(scheme, "scheme")
        while prefix in found.values() or taken.get(prefix, scheme) != scheme:
            prefix += "0"
        found[scheme] = prefix
    return found
