"""XBRL 2.1 instances to a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lxml import etree

from converter.load.aspects import NCNAME
from converter.load.contexts import Context, qname, read_context, read_unit
from converter.load.dts import discover
from converter.load.footnotes import Targets, check_footnotes, check_roles
from converter.load.library import Library
from converter.load.names import XBRLI, Names
from converter.load.schema import LINK, XLINK
from converter.load.structure import check_declaration, check_references
from converter.load.taxonomies import Taxonomies
from converter.load.xml import line_of, split
from converter.model import Concept, Entity, Fact, Report, Unit
from converter.model.concept import TEXT_TYPES
from converter.patterns import regex

XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_FACTS = frozenset([XBRLI, LINK])
_PRECISION = regex(r"\d{1,9}|INF", re.ASCII)
_ATTRIBUTES = frozenset(["id", "contextRef", "unitRef", "decimals", "precision"])
_CHILDREN = frozenset(
    [f"{{{XBRLI}}}{name}" for name in ("context", "unit")]
    + [f"{{{LINK}}}{name}" for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef", "footnoteLink")]
)
UNREADABLE = "\x00"
"""What `_value` gives for a text that cannot be read and has been complained about; no XML holds it."""
_INTEGER = regex(r"-?\d{1,9}", re.ASCII)


class Concepts:
    """The concepts that facts use, each looked up once; unknown ones are told once too."""

    def __init__(self, taxonomies: Taxonomies, names: Names, library: Library) -> None:
        self.taxonomies = taxonomies
        self._names = names
        self._log = library.log
        self.used: dict[str, Concept] = {}
        self._known: dict[str, Concept | None] = {}

    @property
    def elements(self) -> Collection[str]:
        """The Clark names that facts have been asked for by."""
        return self._known.keys()

    def get(self, clark: str, name: str, fact: str) -> Concept | None:
        """The concept of a fact's element; None, with a finding, where the taxonomy has none."""
        if clark not in self._known:
            self._known[clark] = self.declared(clark, name)
        concept = self._known[clark]
        if concept is None:
            self._tell(clark, name, fact)
        return concept

    def declared(self, clark: str, name: str) -> Concept | None:
        """The declaration of a concept, dimension or member."""
        concept = self.taxonomies.concept(*split(clark), self._names)
        if concept is not None:
            self.used[name] = concept
        return concept

    def _tell(self, clark: str, name: str, fact: str) -> None:
        if self.taxonomies.is_tuple(*split(clark)):
            self._log.say("load.tuple", f"{name} is a tuple; it and what it holds are not checked.", fact=fact)
        elif self.taxonomies.incomplete:
            self._log.say(
                "load.unknown-concept", f"{name} is declared in no taxonomy that is there; fact {fact} is hardly checked.", fact=fact
            )
        else:
            self._log.say("xbrl.unknown-concept", f"Fact {fact} has the concept {name}, which its taxonomy does not declare.", fact=fact)


class InstanceReader:
    """Reads the children of ``xbrli:xbrl``."""

    def __init__(self, root: etree._Element, location: str, library: Library) -> None:
        self.root = root
        self.library = library
        self.log = library.log
        self.names = Names()
        references = self._declarations(f"{{{LINK}}}schemaRef", f"{{{LINK}}}linkbaseRef")
        hrefs = [_href(reference) for reference in references]
        if not any(reference.tag.endswith("schemaRef") for reference in references):
            self.log.say("instance.schema-ref", "The instance refers to no schema.", line=line_of(root))
        role_references = self._declarations(f"{{{LINK}}}roleRef", f"{{{LINK}}}arcroleRef")
        of_roles = [_href(reference) for reference in role_references]
        self.taxonomies = discover(library, location, [*hrefs, *filter(None, of_roles)])
        self.roles = check_roles(zip(role_references, of_roles, strict=True), Targets(library, location).at, self.log)
        self.name = location.rpartition("/")[2]
        for reference, href in zip(references, hrefs, strict=True):
            if reference.tag.endswith("schemaRef") and library.resolve(location, href) in self.taxonomies.linkbases:
                self.log.say("dts.not-taxonomy", f"The schemaRef to {href} leads to a linkbase.", line=line_of(reference))
        self.concepts = Concepts(self.taxonomies, self.names, library)
        self.contexts: dict[str, Context | None] = {}
        self.units: dict[str, Unit | None] = {}
        self.contexts_used: set[str] = set()
        self.entity: Entity | None = None

    def report(self, stem: str) -> Report:
        """The report; structural findings are in the library's log."""
        self._check_ids()
        self._check_children()
        for element in self._declarations(f"{{{XBRLI}}}context"):
            check_declaration(element, self.log)
            self.contexts[element.get("id", "")] = read_context(element, self.names, self.log, self.taxonomies.is_fact)
        for element in self._declarations(f"{{{XBRLI}}}unit"):
            check_declaration(element, self.log)
            self.units[element.get("id", "")] = read_unit(element, self.names, self.log)
        self._check_dimensions()
        check_footnotes(self.root, self.name, self.roles, self.log)
        facts = self._facts()
        self._check_habits()
        self._check_required()
        return Report(
            stem=stem,
            entity=self.entity or Entity("", ""),
            facts=facts,
            calculations=self.taxonomies.calculations(self.names),
            namespaces=self.names.used(),
            concepts=self.concepts.used,
        )

    def _declarations(self, *names: str) -> list[etree._Element]:
        """The elements that declare something: contexts, units, references."""
        return [*self.root.iterchildren(*names)]

    def _elements(self) -> list[etree._Element]:
        """The elements that are facts."""
        return [element for element in self.root if split(str(element.tag))[0] not in _NOT_FACTS]

    def _clark(self, element: etree._Element, fact_id: str) -> str | None:
        """The name of a fact's concept."""
        return str(element.tag)

    def _facts(self) -> tuple[Fact, ...]:
        made = (self._fact(element, element.get("id") or f"_{number}") for number, element in enumerate(self._elements()))
        return tuple(fact for fact in made if fact is not None)

    def _fact(self, element: etree._Element, fact_id: str) -> Fact | None:
        clark = self._clark(element, fact_id)
        if clark is None:
            return None
        name = qname(clark, element, self.names)
        concept = self.concepts.get(clark, name, fact_id)
        if concept is None and (not self.taxonomies.incomplete or element.get("contextRef") is None):
            return None
        context = self._context(element, fact_id)
        if context is None:
            return None
        unit = self._unit(element, fact_id)
        if concept is not None and concept.type == "fraction":
            self._check_fraction(element, fact_id)
            return None
        nil = element.get(XSI_NIL) in ("true", "1")
        self._check_attributes(element, fact_id)
        value = self._value(element, fact_id, nil)
        if value == UNREADABLE:
            return None
        decimals = self._decimals(element, fact_id, concept is not None and concept.is_numeric and not nil)
        if self.entity is None:
            self.entity = context.entity
        return Fact(
            id=fact_id,
            concept=name,
            period=context.period,
            value=value,
            unit=unit,
            decimals=decimals,
            dimensions=context.dimensions,
            language=_language(element) if concept is not None and concept.type in TEXT_TYPES else "",
            entity=None if context.entity == self.entity else context.entity,
        )

    def _check_fraction(self, element: etree._Element, fact_id: str) -> None:
        """A numerator and a denominator that is not zero (4.6.2, 5.1.1.3); more is not checked, and no fact made of it."""
        self.log.say("load.fraction", f"Fact {fact_id} is a fraction; it is not checked further.", fact=fact_id)
        names = [split(str(child.tag)) for child in element]
        nil = element.get(XSI_NIL) in ("true", "1")
        whole = not names if nil else names == [(XBRLI, "numerator"), (XBRLI, "denominator")]
        if not whole or (not nil and not (element[1].text or "").strip().strip("0.+-")):
            self.log.say("instance.content", f"Fact {fact_id} is no numerator over a denominator.", fact=fact_id, line=line_of(element))
        if element.get("decimals") is not None or element.get("precision") is not None:
            self.log.say("instance.decimals", f"Fact {fact_id} is a fraction and bears decimals.", fact=fact_id, line=line_of(element))

    def _context(self, element: etree._Element, fact_id: str) -> Context | None:
        reference = element.get("contextRef")
        if reference is None:
            self.log.say("instance.no-context", f"Fact {fact_id} names no context.", fact=fact_id, line=line_of(element))
            return None
        self.contexts_used.add(reference)
        if reference not in self.contexts:
            self.log.say(
                "instance.context",
                f"Fact {fact_id} names the context {reference}, which is not there.",
                fact=fact_id,
                line=line_of(element),
            )
        return self.contexts.get(reference)

    def _unit(self, element: etree._Element, fact_id: str) -> Unit | None:
        reference = element.get("unitRef")
        if reference is None:
            return None
        if reference not in self.units:
            self.log.say(
                "instance.unit-ref", f"Fact {fact_id} names the unit {reference}, which is not there.", fact=fact_id, line=line_of(element)
            )
        return self.units.get(reference)

    def _value(self, element: etree._Element, fact_id: str, nil: bool) -> str | None:
        if len(element) or (nil and (element.text or "")):
            what = "is nil and has a value" if nil else "holds other elements"
            self.log.say("instance.content", f"Fact {fact_id} {what}.", fact=fact_id, line=line_of(element))
        return None if nil else element.text or ""

    def _decimals(self, element: etree._Element, fact_id: str, needed: bool) -> int | None:
        text, precision = element.get("decimals"), element.get("precision")
        if precision is not None:
            if not needed:
                self.log.say(
                    "instance.decimals", f"Fact {fact_id} is nil or no number and bears precision.", fact=fact_id, line=line_of(element)
                )
            if not precision.strip("0"):
                self.log.say("load.precision", f"Fact {fact_id} bears precision={precision!r}: no digit of it counts.", fact=fact_id)
            else:
                self.log.say("load.precision", f"Fact {fact_id} bears precision={precision!r}; it is taken as exact.", fact=fact_id)
            if not _PRECISION.fullmatch(precision):
                self.log.say("instance.decimals", f"Fact {fact_id} has precision={precision!r}.", fact=fact_id, line=line_of(element))
            if text is not None:
                self.log.say("instance.decimals", f"Fact {fact_id} bears both precision and decimals.", fact=fact_id, line=line_of(element))
            return None
        if text is None:
            if needed:
                self.log.say("instance.no-decimals", f"Fact {fact_id} is a number without decimals.", fact=fact_id, line=line_of(element))
            return None
        return self._parsed_decimals(text, fact_id, element)

    def _parsed_decimals(self, text: str, fact_id: str, element: etree._Element) -> int | None:
        if text == "INF":
            if element.get(XSI_NIL) in ("true", "1"):
                self.log.say("instance.decimals", f"Fact {fact_id} is nil and bears decimals.", fact=fact_id, line=line_of(element))
            return None
        if not _INTEGER.fullmatch(text):
            self.log.say("instance.decimals", f"Fact {fact_id} has decimals={text!r}.", fact=fact_id, line=line_of(element))
            return None
        return int(text)

    def _check_ids(self) -> None:
        self._check_unique(self.root.iter())

    def _check_unique(self, elements: Iterable[etree._Element]) -> None:
        seen: set[str] = set()
        for element in elements:
            element_id = element.get("id")
            if element_id in seen:
                self.log.say("instance.id-twice", f"The id {element_id} stands twice.", path=element_id, line=line_of(element))
            if element_id is not None:
                seen.add(element_id)
                if not NCNAME.fullmatch(element_id):
                    self.log.say("instance.id", f"{element_id!r} is no id.", path=element_id, line=line_of(element))

    def _check_children(self) -> None:
        """The root holds elements that are known, in their order, and no text."""
        check_references(self.root, self.log)
        for element in self.root:
            if split(str(element.tag))[0] in _NOT_FACTS and element.tag not in _CHILDREN:
                name = split(str(element.tag))[1]
                self.log.say("instance.element", f"The instance holds {name}, which has no place there.", line=line_of(element))
        if any((text or "").strip() for text in (self.root.text, *(element.tail for element in self.root))):
            self.log.say("instance.element", "The instance holds text outside of facts.")

    def _check_attributes(self, element: etree._Element, fact_id: str) -> None:
        for name in map(str, element.attrib):
            if not name.startswith("{") and name not in _ATTRIBUTES:
                self.log.say("instance.attribute", f"Fact {fact_id} has the attribute {name}.", fact=fact_id, line=line_of(element))

    def _check_dimensions(self) -> None:
        for context_id, context in self.contexts.items():
            if context is None:
                continue
            for axis in context.typed:
                self._check_axis(axis, "typedAxis", context_id)
                self.log.say(
                    "load.typed-dimension", f"Context {context_id} has a typed dimension; its value is not checked.", path=context_id
                )
            for axis, member in context.explicit:
                self._check_axis(axis, "axis", context_id)
                self._check_member(member, context_id)
                self._check_default(axis, member, context_id)

    def _check_axis(self, axis: str, kind: str, context_id: str) -> None:
        name = qname(axis, self.root, self.names)
        concept = self.concepts.declared(axis, name)
        if (concept is None or concept.type != kind) and not self.taxonomies.incomplete:
            self.log.say(
                "xbrl.unknown-dimension",
                f"Context {context_id} has the dimension {name}, which its taxonomy does not declare so.",
                path=context_id,
            )

    def _check_member(self, member: str, context_id: str) -> None:
        name = qname(member, self.root, self.names)
        if self.concepts.declared(member, name) is None and not self.taxonomies.incomplete:
            self.log.say(
                "xbrl.unknown-member", f"Context {context_id} has the member {name}, which its taxonomy does not declare.", path=context_id
            )

    def _check_default(self, axis: str, member: str, context_id: str) -> None:
        names = qname(axis, self.root, self.names), qname(member, self.root, self.names)
        if self.taxonomies.is_default(*names, self.names):
            self.log.say(
                "xbrl.default-member", f"Context {context_id} names {names[1]}, which {names[0]} means where left out.", path=context_id
            )

    def _check_required(self) -> None:
        """Concepts whose facts ask for those of another (5.2.6.2.4)."""
        used = self.concepts.elements
        for source, needed in sorted(self.taxonomies.arcs.requires):
            if source in used and needed not in used:
                names = f"{split(source)[1]} asks for a fact of {split(needed)[1]}"
                self.log.say("linkbase.requires", f"A fact of {names}, which is not there.")

    def _check_habits(self) -> None:
        """EDGAR Filer Manual 6.5.7, 6.5.8, 6.5.11: what only this syntax can do wrong."""
        for context_id in self.contexts.keys() - self.contexts_used:
            self.log.say("efm.context-unused", f"No fact uses the context {context_id}.", path=context_id)
        for kind, known in (("context", self.contexts), ("unit", self.units)):
            first: dict[object, str] = {}
            for element_id, value in known.items():
                if value is not None and first.setdefault(value, element_id) != element_id:
                    self.log.say(f"efm.{kind}-twice", f"The {kind}s {first[value]} and {element_id} are equal.", path=element_id)


def _href(reference: etree._Element) -> str:
    """A reference's address, relative to the instance: xml:base of the reference and of the root taken in (3.3)."""
    href = reference.get(f"{{{XLINK}}}href", "")
    bases = [base for element in (reference, *reference.iterancestors()) if (base := element.get(XML_BASE))]
    if bases:
        from urllib.parse import urljoin

        for base in bases:
            href = urljoin(base, href)
    return href


def _language(element: etree._Element) -> str:
    at: etree._Element | None = element
    while at is not None:
        if at.get(XML_LANG) is not None:
            return at.get(XML_LANG, "").lower()
        at = at.getparent()
    return ""


def load_instance(root: etree._Element, location: str, stem: str, library: Library) -> Report:
    """The report of an ``xbrli:xbrl`` element."""
    return InstanceReader(root, location, library).report(stem)
