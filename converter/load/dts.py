"""The schemas and linkbases that a report refers to, and theirs in turn (XBRL 2.1, 3.2)."""

from __future__ import annotations

from functools import partial

from lxml import etree
from msgspec import Struct, field

from converter.load.library import Library, is_standard, is_web
from converter.load.limits import MOST_DOCUMENTS
from converter.load.linkbase import Arcs, read_linkbase
from converter.load.log import Log
from converter.load.names import Names
from converter.load.schema import DIMENSION, HYPERCUBE, ITEM, LINK, TUPLE, XLINK, XS, Declaration, Declarations, read_schema
from converter.load.structure import LINKBASE_ARCROLE
from converter.load.taxonomy_rules import check_declarations, check_links, check_sums
from converter.load.xml import line_of, parse_xml
from converter.model import CalculationSum, Concept
from converter.taxonomy.dimensions import Dimensions
from converter.taxonomy.namespaces import NAMESPACES, TAXONOMY_BASE

_UNREAD = ("/labelLinkbaseRef", "/referenceLinkbaseRef", "/presentationLinkbaseRef")
_OURS = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


class Taxonomies(Struct):
    """What the documents of a report's taxonomy declare.

    ``ours`` holds the prefixes of our own taxonomy that are referred to: their concepts come from its tables, not from files.
    ``incomplete`` is set where a document is missing: then an unknown concept is no error of the report's.
    """

    declarations: Declarations = field(default_factory=Declarations)
    arcs: Arcs = field(default_factory=Arcs)
    namespaces: set[str] = field(default_factory=set)
    ours: set[str] = field(default_factory=set)
    incomplete: bool = False
    linkbases: set[str] = field(default_factory=set)
    """The locations of the linkbases."""
    log: Log = field(default_factory=Log)

    def concept(self, namespace: str, local: str, names: Names) -> Concept | None:
        """The concept of a name, under its prefix in this report; None where nothing declares it as an item or dimension."""
        if namespace in _OURS:
            return self._our_concept(namespace, local)
        declaration = self.declarations.elements.get(f"{{{namespace}}}{local}")
        if declaration is None:
            return None
        return self._declared(declaration, f"{names.prefixes.get(namespace, '')}:{local}")

    def _our_concept(self, namespace: str, local: str) -> Concept | None:
        prefix = _OURS[namespace]
        if prefix not in self.ours:
            return None
        from converter.taxonomy import load_taxonomy

        taxonomy = load_taxonomy()
        name = f"{prefix}:{local}"
        return taxonomy.concept(name) or _dimensional(name, taxonomy.dimensions)

    def _declared(self, declaration: Declaration, name: str) -> Concept | None:
        head = self.declarations.head(declaration.name)
        if head not in (ITEM, DIMENSION, HYPERCUBE):
            return None
        kind = self.declarations.base(declaration.type)
        if head == DIMENSION:
            kind = "typedAxis" if declaration.typed else "axis"
        elif head == HYPERCUBE:
            kind = "table"
        facets = self.declarations.bounds(declaration.type)
        if any(facet == "pattern" for facet, _ in facets):
            self.log.say("load.facets", f"The type of {name} restricts its values by a pattern; that is not checked.")
        return Concept(
            name=name,
            type=kind,
            period_type="instant" if declaration.period_type == "instant" else "duration",
            balance="debit" if declaration.balance == "debit" else "credit" if declaration.balance == "credit" else "",
            abstract=declaration.abstract,
            nillable=declaration.nillable,
            values=self.declarations.values(declaration.type),
            facets=tuple((facet, value) for facet, value in facets if facet != "pattern"),
        )

    def is_default(self, axis: str, member: str, names: Names) -> bool:
        """Whether a member, both by QName in the report, is what a dimension means where it is left out (XBRL Dimensions 1.0, 2.7.1)."""
        prefix, _, local = axis.partition(":")
        if prefix in self.ours:
            from converter.taxonomy import load_taxonomy

            members = load_taxonomy().dimensions.members(axis)
            return bool(members) and members[0].name == member
        default = self.arcs.defaults.get(f"{{{names.namespaces.get(prefix, '')}}}{local}")
        return default is not None and _qname(default, names) == member

    def is_tuple(self, namespace: str, local: str) -> bool:
        """Whether an element is a tuple."""
        return self.declarations.head(f"{{{namespace}}}{local}") == TUPLE

    def is_fact(self, name: str) -> bool:
        """Whether an element (Clark name) is declared as an item or a tuple."""
        return self.declarations.head(name) in (ITEM, TUPLE)

    def calculations(self, names: Names) -> tuple[CalculationSum, ...]:
        """All sums of all roles, in the order of role and total."""
        return self.arcs.sums(lambda name: _qname(name, names))


def _dimensional(name: str, dimensions: Dimensions) -> Concept | None:
    """An axis or member of our own taxonomy as a concept."""
    if name in dimensions.axes:
        return Concept(name, "axis", "duration", abstract=True)
    is_member = any(name == member.name for axis in dimensions.axes for member in dimensions.members(axis))
    return Concept(name, "domain", "duration") if is_member else None


def _qname(name: str, names: Names) -> str:
    namespace, _, local = name[1:].partition("}")
    return f"{names.prefixes.get(namespace) or names.prefix(namespace, 'ns')}:{local}"


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
