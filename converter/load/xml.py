"""XML from strangers: no entities, no DTD, no network, no huge trees."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from converter.load.limits import MOST_TAGS
from converter.load.log import Log

_DOCTYPE = re.compile(rb"<\s*!\s*DOCTYPE[^>\[]*(\[)?")
_HEAD = 64 * 1024


def parse_xml(data: bytes, log: Log, name: str, *, doctype: bool = False) -> etree._Element | None:
    """The root of an XML file, or None with a finding. ``doctype`` lets a DOCTYPE without declarations of its own pass (XHTML)."""
    if not _safe(data, log, name, doctype):
        return None
    if data.count(b"<") > MOST_TAGS:
        log.say("file.too-large", f"{name} has more elements than any report.")
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        log.say("xml.syntax", f"{name} is not well-formed XML: {_without_place(error)}.", line=getattr(error, "lineno", None))
        return None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and (not doctype or dtd.entities()):
        log.say("xml.doctype-refused", f"{name} declares a document type or entities of its own.")
        return None
    return root


def _without_place(error: Exception) -> str:
    """What is wrong; the parser says twice where."""
    return str(error).partition(" (<string>")[0]


def _safe(data: bytes, log: Log, name: str, doctype: bool) -> bool:
    head = data[:_HEAD]
    if b"\x00" in head[:200]:
        head = head.replace(b"\x00", b"")
    found = _DOCTYPE.search(head)
    if found is None or (doctype and not found.group(1)):
        return True
    log.say("xml.doctype-refused", f"{name} declares a document type, which may hide entities.")
    return False


def line_of(element: etree._Element) -> int | None:
    """The line of a file that an element starts on."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else None


def split(tag: str) -> tuple[str, str]:
    """Namespace and local name of a tag as lxml gives it."""
    if tag[0] != "{":
        return "", tag
    namespace, _, local = tag[1:].partition("}")
    return namespace, local


def expand(element: etree._Element, qname: str) -> str | None:
    """A QName in content as a Clark name, by the prefixes in scope; None where its prefix is not declared."""
    prefix, colon, local = qname.strip().rpartition(":")
    namespace = element.nsmap.get(prefix or None)
    if namespace is None:
        return None if colon else local
    return f"{{{namespace}}}{local}"
