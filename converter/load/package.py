"""Taxonomy packages and report packages (Taxonomy Packages 1.0, Report Packages 1.0)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path

from converter.load.archive import Archive, open_archive
from converter.load.library import Library
from converter.load.xml import parse_xml
from converter.model import Report

_CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_TYPES = {
    ".xbri": "https://xbrl.org/report-package/2023/xbri",
    ".xbr": "https://xbrl.org/report-package/2023/xbr",
    ".zip": "https://xbrl.org/report-package/2023",
}
_REPORTS = (".json", ".xbrl", ".xhtml", ".html", ".htm")
LoadDocument = Callable[[bytes, str, str, Library], Report | None]


def add_taxonomy_package(path: Path, library: Library) -> None:
    """Puts a taxonomy package on the library's shelves."""
    archive = open_archive(path, path.name, library.log)
    if archive is None:
        return
    if not _shelve(archive, library)[1]:
        library.log.say("package.not-taxonomy", f"{path.name} is no taxonomy package: it has no META-INF/catalog.xml in a top folder.")


def _shelve(archive: Archive, library: Library) -> tuple[str, bool]:
    """The archive's shelf, and whether it has a catalogue."""
    shelf = library.add_archive(archive)
    catalog = next((path for path in archive.members if path.count("/") == 2 and path.endswith("/META-INF/catalog.xml")), None)
    if catalog is None:
        return shelf, False
    data = archive.read(catalog, library.log)
    root = None if data is None else parse_xml(data, library.log, catalog)
    for entry in () if root is None else root.iter(f"{{{_CATALOG}}}rewriteURI", f"{{{_CATALOG}}}rewriteSystem"):
        start, prefix = entry.get("uriStartString") or entry.get("systemIdStartString") or "", entry.get("rewritePrefix", "")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(catalog), prefix))
        if start and not target.startswith(".."):
            library.add_rewrite(start, f"{shelf}!{target}/" if prefix.endswith("/") else f"{shelf}!{target}")
    return shelf, root is not None


def load_package(archive: Archive, name: str, library: Library, load_document: LoadDocument) -> list[Report]:
    """The reports of a report package; a zip of loose reports is read too, with a finding."""
    shelf, _ = _shelve(archive, library)
    tops = {path.partition("/")[0] for path in archive.members if "/" in path}
    described = next((path for path in archive.members if path.endswith("/META-INF/reportPackage.json") and path.count("/") == 2), None)
    if described is None:
        library.log.say("package.type", f"{name} has no META-INF/reportPackage.json in a top folder.")
    else:
        _check_type(archive, described, name, library)
    if len(tops) != 1 or any("/" not in path for path in archive.members):
        library.log.say("package.top-folder", f"{name} must have exactly one folder at its top.")
    reports = []
    for path in _report_paths(archive, name, library):
        data = archive.read(path, library.log)
        report = None if data is None else load_document(data, f"{shelf}!{path}", path, library)
        if report is not None:
            reports.append(report)
    return reports


def _check_type(archive: Archive, path: str, name: str, library: Library) -> None:
    from converter.load.json_text import parse_json

    data = archive.read(path, library.log)
    raw = None if data is None else parse_json(data, library.log, path)
    info = raw.get("documentInfo") if isinstance(raw, dict) else None
    found = info.get("documentType") if isinstance(info, dict) else None
    wanted = next((of for suffix, of in _TYPES.items() if name.lower().endswith(suffix)), None)
    if wanted is not None and found != wanted:
        library.log.say("package.type", f"{name} calls itself {found!r}; its extension asks for {wanted}.")


def _has_neighbour(path: str, others: list[str]) -> bool:
    """Whether a folder has a report already: then its .xml files are linkbases."""
    folder = posixpath.dirname(path)
    return any(posixpath.dirname(other) == folder for other in others)


def _report_paths(archive: Archive, name: str, library: Library) -> list[str]:
    inside = sorted(path for path in archive.members if path.count("/") >= 2 and path.split("/")[1] == "reports")
    candidates = [path for path in inside if path.lower().endswith(_REPORTS) and path.count("/") <= 3]
    candidates += [path for path in inside if path.lower().endswith(".xml") and not _has_neighbour(path, candidates)]
    direct = [path for path in candidates if path.count("/") == 2]
    chosen = direct or candidates
    if not chosen:
        what = "no report in its folder reports" if inside else "no folder reports below its top folder"
        library.log.say("package.reports", f"{name} has {what}; packages within packages are not opened.")
    if len(chosen) > 1 and name.lower().endswith((".xbri", ".xbr")):
        library.log.say("package.reports", f"{name} holds {len(chosen)} reports; its extension allows one.")
    return chosen
