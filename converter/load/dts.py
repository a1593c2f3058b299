"""The schemas and linkbases that a report refers to, and theirs in turn (XBRL 2.1, 3.2)."""

from __future__ import annotations

from functools import partial

from lxml import etree

from converter.load.library import Library, is_standard, is_web
from converter.load.limits import MOST_DOCUMENTS
from converter.load.linkbase import read_linkbase
from converter.load.schema import LINK, XLINK, XS, read_schema
from converter.load.structure import LINKBASE_ARCROLE
from converter.load.taxonomies import Taxonomies
from converter.load.taxonomy_rules import check_declarations, check_links, check_sums
from converter.load.xml import line_of, parse_xml
from converter.taxonomy.namespaces import NAMESPACES, TAXONOMY_BASE

_UNREAD = ("/labelLinkbaseRef", "/referenceLinkbaseRef", "/presentationLinkbaseRef")
_OURS = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


class _Walk:
    """Follows the references from document to document, each once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.log = library.log
        self.found = Taxonomies(log=self.log)
        self.linkbases: list[tuple[str, etree._Element]] = []
        self._seen: set[str] = set()
        self._waiting: list[tuple[str, str]] = []
        self._schemas: set[str] = set()

    def add(self, base: str, href: str) -> None:
        location = self.library.resolve(base, href)
        if location not in self._seen and not is_standard(location):
            self._seen.add(location)
            self._waiting.append((location, href))

    def is_read(self, location: str) -> bool:
        """Whether a location holds a schema whose declarations were taken up."""
        return location in self._schemas

    def run(self) -> None:
        while self._waiting:
            location, href = self._waiting.pop(0)
            if self._is_ours(location):
                continue
            if len(self._seen) > MOST_DOCUMENTS:
                self.found.incomplete = True
                self.log.say("dts.too-many", f"The taxonomy has more than {MOST_DOCUMENTS:,} documents.")
                return
            self._document(location, href)

    def _is_ours(self, location: str) -> bool:
        """Our own taxonomy by its web address: known without a file."""
        if not location.startswith(TAXONOMY_BASE):
            return False
        name = location.rpartition("/")[2]
        known = next((prefix for prefix in NAMESPACES if name.startswith(prefix)), None)
        self.found.ours.update([known] if known else NAMESPACES)
        return True

    def _document(self, location: str, href: str) -> None:
        data = self.library.read(location)
        if data is None:
            self.found.incomplete = True
            code = "dts.unreachable" if is_web(location) else "dts.missing"
            self.log.say(code, f"The taxonomy document {href} is not there.", path=href)
            return
        root = parse_xml(data, self.log, href)
        if root is None:
            self.found.incomplete = True
        elif root.tag == f"{{{XS}}}schema":
            self._schema(root, location)
        elif root.tag == f"{{{LINK}}}linkbase":
            self._linkbase(root, location)
        else:
            self.found.incomplete = True
            self.log.say("dts.not-taxonomy", f"{href} is neither a schema nor a linkbase.", path=href)

    def _schema(self, root: etree._Element, location: str) -> None:
        target = root.get("targetNamespace", "")
        self.found.namespaces.add(target)
        if target in _OURS:
            self.found.ours.add(_OURS[target])
        else:
            read_schema(root, location, self.found.declarations)
            self._schemas.add(location)
        for reference in root.iterchildren(f"{{{XS}}}import", f"{{{XS}}}include"):
            self._schema_reference(location, reference)
        for reference in root.iter(f"{{{LINK}}}linkbaseRef"):
            self._linkbase_reference(location, reference)

    def _schema_reference(self, location: str, reference: etree._Element) -> None:
        href, namespace = reference.get("schemaLocation"), reference.get("namespace", "")
        if href and namespace in _OURS and self.library.has(self.library.resolve(location, href)):
            self.found.ours.add(_OURS[namespace])
            self.found.namespaces.add(namespace)
        elif href:
            self.add(location, href)

    def _linkbase_reference(self, location: str, reference: etree._Element) -> None:
        """Labels, references and presentations say nothing that is checked: it is enough that they are there."""
        href = reference.get(f"{{{XLINK}}}href", "")
        if reference.get(f"{{{XLINK}}}arcrole") != LINKBASE_ARCROLE:
            self.log.say("linkbase.role", f"The reference to {href} has not the arcrole of linkbases.", line=line_of(reference))
        unread = reference.get(f"{{{XLINK}}}role", "").endswith(_UNREAD)
        if not (unread and self.library.has(self.library.resolve(location, href))):
            self.add(location, href)

    def _linkbase(self, root: etree._Element, location: str) -> None:
        self.linkbases.append((location, root))
        self.found.linkbases.add(location)
        for locator in root.iter(f"{{{LINK}}}loc"):
            self.add(location, locator.get(f"{{{XLINK}}}href", ""))


def discover(library: Library, base: str, hrefs: list[str]) -> Taxonomies:
    """The taxonomy that a document at ``base`` refers to by ``hrefs``. Findings of missing documents go to the library's log."""
    walk = _Walk(library)
    for href in hrefs:
        walk.add(base, href)
    walk.run()
    for location, root in walk.linkbases:
        target = partial(_target, walk, location)
        read_linkbase(root, target, walk.found.arcs, library.log)
        check_links(root, partial(_is_there, walk, location), library.log)
    if walk.found.declarations.elements:
        check_declarations(walk.found, library.log)
    check_sums(walk.found, library.log)
    return walk.found


def _target(walk: _Walk, base: str, href: str) -> str | None:
    """The element that a locator points to, in Clark notation."""
    fragment = _fragment(href)
    location = walk.library.resolve(base, href)
    name = walk.found.declarations.by_id.get((location, fragment))
    return name or _our_element(fragment)


def _is_there(walk: _Walk, base: str, href: str) -> bool:
    """Whether a locator's reference leads to something: of schemas that were read, their ids tell."""
    location, fragment = walk.library.resolve(base, href), _fragment(href)
    if not walk.is_read(location):
        return True
    return bool(fragment) and (location, fragment) in walk.found.declarations.ids


def _fragment(href: str) -> str:
    """The id of a reference, also where it is written as ``#element(id)`` (XBRL 2.1, 3.5.4)."""
    fragment = href.strip().partition("#")[2]
    return fragment[8:-1] if fragment.startswith("element(") and fragment.endswith(")") else fragment


def _our_element(fragment: str) -> str | None:
    prefix, mark, local = fragment.partition("_")
    return f"{{{NAMESPACES[prefix]}}}{local}" if mark and prefix in NAMESPACES else None
