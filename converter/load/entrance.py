"""Finds out what a file is and has it read."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from converter.given import read_given
from converter.load.library import Library
from converter.load.limits import MOST_BYTES
from converter.load.loaded import Loaded
from converter.load.log import Log
from converter.load.names import XBRLI
from converter.load.recognise import SUFFIXES
from converter.model import Report
from converter.quiet import no_collector

_XHTML = "http://www.w3.org/1999/xhtml"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def load(source: Path | bytes, *, name: str = "", packages: Sequence[Path] = ()) -> Loaded:
    """Reads a report from a file, or from bytes with a name (whose references then resolve nowhere but in packages).

    Schemas come from beside the file, from its own package or from the taxonomy ``packages``; nothing is fetched. Bad input never
    raises: it gives findings, and reports only where something could be read.
    """
    log = Log()
    library = Library(log)
    for package in packages:
        from converter.load.package import add_taxonomy_package

        add_taxonomy_package(package, library)
    data = _bounded(source, log) if isinstance(source, bytes) else _read(source, log)
    if data is None:
        return Loaded((), log.result(), readable=bool(log.counts.get("file.too-large")))
    name = name or (source.name if isinstance(source, Path) else "stdin")
    location = f"disk!{source.absolute().as_posix()}" if isinstance(source, Path) else f"nowhere!{name}"
    with no_collector():
        reports, json = _load(data, location, name, library)
    return Loaded(tuple(reports), log.result(), json=json)


def _bounded(data: bytes, log: Log) -> bytes | None:
    if len(data) <= MOST_BYTES:
        return data
    log.say("file.too-large", f"The input has {len(data):,} bytes; at most {MOST_BYTES:,} are read.")
    return None


def _read(path: Path, log: Log) -> bytes | None:
    try:
        return read_given(path, MOST_BYTES, "too large")
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.EFBIG:
            log.say("file.too-large", f"{path.name} has more than {MOST_BYTES:,} bytes, which are the most that are read.")
            return None
        log.say("file.unreadable", f"{path.name} cannot be read: {getattr(error, 'strerror', None) or error}.")
        return None


def _load(data: bytes, location: str, name: str, library: Library) -> tuple[list[Report], bytes]:
    if data[:4] in _ZIP:
        from converter.load.archive import open_archive
        from converter.load.package import load_package

        archive = open_archive(data, name, library.log)
        return ([] if archive is None else load_package(archive, name, library, load_document)), b""
    report = load_document(data, location, name, library)
    return ([] if report is None else [report]), data if _is_json(data) else b""


def load_document(data: bytes, location: str, name: str, library: Library) -> Report | None:
    """One file that is no package: told by its first character, not by its name."""
    if not data.strip():
        library.log.say("file.empty", f"{name} is empty.")
        return None
    stem = stem_of(name)
    if _is_json(data):
        from converter.load.json_report import load_json

        return load_json(data, location, stem, library)
    if _begins_as_text(data):
        library.log.say("file.unknown", f"{name} is neither JSON nor XML nor a zip archive.")
        return None
    from lxml import etree

    from converter.load.xml import line_of, parse_xml

    root = parse_xml(data, library.log, name, doctype=True)
    if root is None:
        return None
    info: Any = root.getroottree().docinfo
    if info.doctype and not str(root.tag).startswith(f"{{{_XHTML}}}"):
        library.log.say("xml.doctype-refused", f"{name} declares a document type; only pages may.")
        return None
    if root.tag == f"{{{XBRLI}}}xbrl":
        from converter.load.instructions import with_properties
        from converter.load.xbrl21 import load_instance

        return with_properties(load_instance(root, location, stem, library), data)
    if str(root.tag).startswith(f"{{{_XHTML}}}"):
        from converter.load.inline import load_inline

        entity = next(root.iter(etree.Entity), None)
        if entity is not None:
            library.log.say(
                "xml.syntax", f"{name} uses {entity.text}, which nothing there declares: write its number.", line=line_of(entity)
            )
        return load_inline(root, location, stem, library)
    library.log.say("file.unknown", f"{name} is XML, but neither XBRL nor inline XBRL: its root is {root.tag}.")
    return None


def _first(data: bytes) -> bytes:
    """The first byte that is no blank, b"" where there is none near the beginning."""
    return data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]


def _is_json(data: bytes) -> bool:
    return _first(data) in (b"{", b"[")


def _begins_as_text(data: bytes) -> bool:
    """A table or a filing, perhaps: XML begins with a tag, in UTF-16 after a byte order mark or with a null byte beside it."""
    first = _first(data)
    return first != b"<" and b" " < first < b"\x7f"


def stem_of(name: str) -> str:
    """A file's name without the suffix of a report."""
    base = name.rpartition("/")[2]
    suffix = next((suffix for suffix in SUFFIXES if base.lower().endswith(suffix)), "")
    return base[: len(base) - len(suffix)] if suffix else base
