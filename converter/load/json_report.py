"""An xBRL-JSON file to a report."""

from __future__ import annotations

from typing import Any

from converter.load.document_info import CSV_TYPE, JSON_TYPE, DocumentInfo, check_extension, read_document_info
from converter.load.dts import discover
from converter.load.json_text import parse_json
from converter.load.library import Library
from converter.load.names import Names
from converter.load.properties import read_findings, read_input, read_left
from converter.load.taxonomies import Taxonomies
from converter.load.xbrl_json import FactReader
from converter.model import Entity, Report
from converter.taxonomy.namespaces import PROPERTIES


def load_json(data: bytes, location: str, stem: str, library: Library) -> Report | None:
    """The report of an xBRL-JSON or xBRL-CSV file at a location; None, with findings, where it is none."""
    log = library.log
    raw = parse_json(data, log, stem)
    if raw is None:
        return None
    document_type = _document_type(raw)
    if document_type == CSV_TYPE:
        from converter.load.xbrl_csv import load_csv

        return load_csv(raw, location, stem, library)
    if document_type != JSON_TYPE:
        told = "no document type" if document_type is None else f"the document type {document_type!r}"
        log.say("oim.document-type", f"{stem} has {told}; {JSON_TYPE} is read.", path="/documentInfo/documentType")
        return None
    info = read_document_info(raw["documentInfo"], log)
    if info is None or not _members(raw, info, library):
        return None
    taxonomies = discover(library, info.base_url or location, list(info.taxonomy))
    return _report(raw, info, taxonomies, stem, library)


def _document_type(raw: Any) -> Any:
    info = raw.get("documentInfo") if isinstance(raw, dict) else None
    return info.get("documentType") if isinstance(info, dict) else None


def _members(raw: dict[str, Any], info: DocumentInfo, library: Library) -> bool:
    for name in raw:
        if name not in ("documentInfo", "facts"):
            check_extension(name, info.namespaces, library.log, f"/{name}")
    if isinstance(raw.get("facts", {}), dict):
        return True
    library.log.say("json.structure", "facts is no object.", path="/facts")
    return False


def _report(raw: dict[str, Any], info: DocumentInfo, taxonomies: Taxonomies, stem: str, library: Library) -> Report:
    names = Names()
    reader = FactReader(info, taxonomies, names, library.log)
    facts = reader.facts(raw.get("facts", {}))
    if info.canonical_values:
        from converter.load.canonical import check_canonical

        check_canonical(facts, reader.concepts, library.log)
    ours = next((prefix for prefix, uri in info.namespaces.items() if uri == PROPERTIES), "")
    return Report(
        stem=stem,
        entity=reader.entity or Entity("", ""),
        facts=tuple(facts),
        calculations=taxonomies.calculations(names),
        namespaces=names.used(),
        concepts=reader.concepts,
        input=read_input(raw.get(f"{ours}:input")) if ours else None,
        unmapped=read_left(raw.get(f"{ours}:unmapped")) if ours else (),
        findings=read_findings(raw.get(f"{ours}:findings")) if ours else (),
        ignored=read_left(raw.get(f"{ours}:ignored")) if ours else (),
        allowed_duplicates=info.allowed_duplicates,
    )
