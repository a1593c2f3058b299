"""Roles that an instance refers to, and its footnotes (XBRL 2.1, 3.5.2.4, 3.5.2.5, 4.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from converter.load.library import Library, is_standard
from converter.load.log import Log
from converter.load.names import XBRLI
from converter.load.schema import LINK, XLINK
from converter.load.xml import line_of, parse_xml, split

_KINDS = {"roleRef": ("roleType", "roleURI"), "arcroleRef": ("arcroleType", "arcroleURI")}
_STANDARD = "http://www.xbrl.org/2003/"
_LINK_ROLE, _NOTE_ROLE = f"{_STANDARD}role/link", f"{_STANDARD}role/footnote"
_OF_FACT = f"{_STANDARD}arcrole/fact-footnote"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OTHERS = frozenset(["title", "documentation"])

Roles = Mapping[str, frozenset[str]]
"""What each role or arcrole that the instance refers to may be used on, by local names; nothing where its definition cannot be seen."""


class Targets:
    """The elements that addresses within a document lead to."""

    def __init__(self, library: Library, base: str) -> None:
        self._library, self._base = library, base
        self._read: dict[str, dict[str | None, etree._Element] | None] = {}

    def at(self, href: str) -> etree._Element | None:
        """None where the document has no such id. Raises LookupError where the document is not there, or one of the specifications' own."""
        location = self._library.resolve(self._base, href)
        if location not in self._read:
            data = None if is_standard(location) else self._library.read(location)
            root = None if data is None else parse_xml(data, Log(), href)
            self._read[location] = None if root is None else {element.get("id"): element for element in root.iter()}
        elements = self._read[location]
        if elements is None:
            raise LookupError(location)
        fragment = href.strip().partition("#")[2].removeprefix("element(").removesuffix(")")
        return elements.get(fragment) if fragment else None


def check_roles(references: Iterable[tuple[etree._Element, str]], target: Callable[[str], etree._Element | None], log: Log) -> Roles:
    """Each reference (with its address) names the role that the definition it leads to has, once. ``target`` gives the element that an
    address leads to; it raises LookupError where that document is not ours to see."""
    roles: dict[str, frozenset[str]] = {}
    for reference, href in references:
        name = split(str(reference.tag))[1]
        kind, attribute = _KINDS[name]
        uri = reference.get(attribute, "")
        try:
            found = target(href)
        except LookupError:
            roles[uri] = frozenset()
            continue
        if found is None or found.tag != f"{{{LINK}}}{kind}" or found.get(attribute) != uri:
            log.say("instance.role", f"The {name} of {uri!r} leads to {href}, where this role is not defined.", line=line_of(reference))
        elif uri in roles:
            log.say("instance.role", f"There are two of {name} for {uri}.", line=line_of(reference))
        used = () if found is None else (each.text or "" for each in found.iterchildren(f"{{{LINK}}}usedOn"))
        roles[uri] = frozenset(text.strip().rpartition(":")[2] for text in used)
    return roles


def check_footnotes(root: etree._Element, name: str, roles: Roles, log: Log) -> None:
    """The footnote links of an instance: facts of its own, footnotes with a language, arcs from those to these. ``name`` is its file."""
    links = [*root.iterchildren(f"{{{LINK}}}footnoteLink")]
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")} if links else {}
    for link in links:
        _Notes(link, {"", name}, by_id, roles, log).check()


class _Notes:
    """One footnote link."""

    def __init__(
        self, link: etree._Element, documents: set[str], by_id: Mapping[str | None, etree._Element], roles: Roles, log: Log
    ) -> None:
        self._link, self._documents, self._by_id, self._roles, self._log = link, documents, by_id, roles, log

    def check(self) -> None:
        self._role(self._link, "role", _LINK_ROLE)
        kinds: dict[str, set[str]] = {}
        arcs = []
        for child in self._link:
            namespace, name = split(str(child.tag))
            label = child.get(f"{{{XLINK}}}label")
            if namespace == LINK and name == "footnoteArc":
                arcs.append(child)
            elif namespace == LINK and name in ("loc", "footnote"):
                (self._locator if name == "loc" else self._note)(child)
                kinds.setdefault(label or "", set()).add(name)
                if not label:
                    self._say(f"A {name} has no xlink:label.", child)
            elif namespace == LINK and name not in _OTHERS:
                self._say(f"A footnote link holds {name}, which has no place there.", child)
        self._arcs(arcs, kinds)

    def _say(self, message: str, element: etree._Element, code: str = "instance.footnote") -> None:
        self._log.say(code, message, line=line_of(element))

    def _role(self, element: etree._Element, attribute: str, standard: str) -> None:
        """A role is the standard's for such an element, or one that the instance refers to and that may be used on it."""
        name, role = split(str(element.tag))[1], element.get(f"{{{XLINK}}}{attribute}")
        if role in (None, standard):
            return
        if role.startswith(_STANDARD):
            self._say(f"A {name} has the role {role}, which is for something else.", element)
        elif role not in self._roles:
            self._say(f"A {name} has the role {role!r}, for which the instance has no {attribute}Ref.", element, "instance.role")
        elif self._roles[role] and name not in self._roles[role]:
            self._say(f"A {name} has the role {role}, which may not be used on it.", element, "instance.role")

    def _locator(self, locator: etree._Element) -> None:
        document, _, fragment = locator.get(f"{{{XLINK}}}href", "").partition("#")
        ident = fragment.removeprefix("element(").removesuffix(")")
        fact = self._by_id.get(ident) if document in self._documents else None
        if fact is None or split(str(fact.tag))[0] in (XBRLI, LINK):
            self._say(f"A footnote is of {locator.get(f'{{{XLINK}}}href')!r}, which is no fact of this instance.", locator)

    def _note(self, note: etree._Element) -> None:
        self._role(note, "role", _NOTE_ROLE)
        if not any(each.get(_LANG) for each in (note, *note.iterancestors())):
            self._say("A footnote has no language (xml:lang).", note)

    def _arcs(self, arcs: Iterable[etree._Element], kinds: Mapping[str, set[str]]) -> None:
        seen: set[tuple[str, str, str]] = set()
        for arc in arcs:
            arcrole, start, end = (arc.get(f"{{{XLINK}}}{name}", "") for name in ("arcrole", "from", "to"))
            self._role(arc, "arcrole", _OF_FACT)
            if start not in kinds or end not in kinds:
                self._say(f"An arc leads from {start!r} to {end!r}, of which the link holds but one, or none.", arc)
            elif arcrole == _OF_FACT and (kinds[start] != {"loc"} or kinds[end] != {"footnote"}):
                self._say(f"An arc leads from {start!r} to {end!r}, which is not from a fact to a footnote.", arc)
            elif (arcrole, start, end) in seen:
                self._say(f"An arc leads from {start!r} to {end!r} again.", arc)
            seen.add((arcrole, start, end))
