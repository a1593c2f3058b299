"""What XBRL 2.1 and Dimensions 1.0 ask of others' schemas and linkbases, as far as they are read: declarations, arcs, sums. A report over
a taxonomy that is wrong is wrong itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from converter.load.aspects import NCNAME
from converter.load.log import Log
from converter.load.schema import DIMENSION, HYPERCUBE, ITEM, LINK, XLINK, XS, Declaration
from converter.load.taxonomies import Taxonomies
from converter.load.xml import line_of, split
from converter.patterns import regex

_LINKS = tuple(f"{{{LINK}}}{name}Link" for name in ("calculation", "definition", "presentation", "label", "reference"))
_RESOURCES = frozenset(["label", "reference", "footnote"])
_OTHERS = frozenset(["documentation", "title"])
_USES = frozenset(["optional", "prohibited"])
_INTEGER = regex(r"[+-]?\d+", re.ASCII)
_STANDARD_ROLE = "http://www.xbrl.org/2003/role/"
_STANDARD_ARCROLE = "http://www.xbrl.org/2003/arcrole/"


def check_links(root: etree._Element, is_there: Callable[[str], bool], log: Log) -> None:
    """The extended links of a linkbase (XBRL 2.1, 3.5, 5.2): roles that are declared, locators that lead somewhere, arcs that join what
    the link holds. ``is_there`` tells whether a locator's reference leads to an element."""
    roles = {each.get("roleURI", "") for each in root.iterchildren(f"{{{LINK}}}roleRef")}
    arcroles = {each.get("arcroleURI", "") for each in root.iterchildren(f"{{{LINK}}}arcroleRef")}
    for link in root.iterchildren(*_LINKS):
        role = link.get(f"{{{XLINK}}}role", "")
        if not role.startswith(_STANDARD_ROLE) and role not in roles:
            log.say("linkbase.role", f"A link has the role {role!r}, for which the linkbase has no roleRef.", line=line_of(link))
        _Link(link, arcroles, is_there, log).check()


class _Link:
    """One extended link."""

    def __init__(self, link: etree._Element, arcroles: set[str], is_there: Callable[[str], bool], log: Log) -> None:
        self._link, self._arcroles, self._is_there, self._log = link, arcroles, is_there, log

    def check(self) -> None:
        labels = {child.get(f"{{{XLINK}}}label", "") for child in self._link}
        seen: set[tuple[str, str, str]] = set()
        for child in self._link:
            namespace, name = split(str(child.tag))
            kind = child.get(f"{{{XLINK}}}type", "")
            if name.endswith("Arc") and kind == "arc":
                self._arc(child, labels, seen)
            elif name == "loc" and kind == "locator":
                self._locator(child)
            elif namespace == LINK and name not in _OTHERS and not (name in _RESOURCES and kind == "resource"):
                self._say("linkbase.element", f"A link holds {name} with xlink:type={kind!r}, which has no place there.", child)

    def _say(self, code: str, message: str, element: etree._Element) -> None:
        self._log.say(code, message, line=line_of(element))

    def _locator(self, locator: etree._Element) -> None:
        href = locator.get(f"{{{XLINK}}}href", "")
        if not self._is_there(href):
            self._say("linkbase.locator", f"A locator leads to {href}, where nothing is.", locator)

    def _arc(self, arc: etree._Element, labels: set[str], seen: set[tuple[str, str, str]]) -> None:
        ends = arc.get(f"{{{XLINK}}}from", ""), arc.get(f"{{{XLINK}}}to", "")
        arcrole = arc.get(f"{{{XLINK}}}arcrole", "")
        key = (arcrole, *ends)
        if not arcrole.startswith(_STANDARD_ARCROLE) and arcrole not in self._arcroles:
            self._say("linkbase.role", f"An arc has the role {arcrole!r}, for which the linkbase has no arcroleRef.", arc)
        if not labels.issuperset(ends):
            self._say("linkbase.arc", f"An arc leads from {ends[0]!r} to {ends[1]!r}, of which the link holds but one, or none.", arc)
        elif key in seen:
            self._say("linkbase.arc", f"An arc leads from {ends[0]!r} to {ends[1]!r} again.", arc)
        seen.add(key)
        if arc.get("use", "optional") not in _USES or not _INTEGER.fullmatch(arc.get("priority", "0").strip()):
            self._say("linkbase.arc", f"An arc has use={arc.get('use')!r} and priority={arc.get('priority')!r}.", arc)


def check_declarations(taxonomies: Taxonomies, log: Log) -> None:
    """The elements of others' schemas (XBRL 2.1, 5.1.1; Dimensions 1.0, 2.2.1, 2.5.1)."""
    declarations = taxonomies.declarations
    for name in declarations.twice:
        log.say("dts.declaration", f"{split(name)[1]} is declared twice, or has an id that stands twice.")
    for location, ident in declarations.ids:
        if not NCNAME.fullmatch(ident):
            log.say("dts.declaration", f"{ident!r} in {location.rpartition('/')[2]} is no id.")
    for each in declarations.elements.values():
        fault = _fault(each, taxonomies)
        if fault:
            log.say("dts.declaration", f"{split(each.name)[1]} {fault}.")
    for axis in taxonomies.arcs.defaults:
        if axis in declarations.elements and declarations.head(axis) != DIMENSION:
            log.say("linkbase.dimension", f"{split(axis)[1]} has a default member and is no dimension.")


def _fault(each: Declaration, taxonomies: Taxonomies) -> str:
    declarations = taxonomies.declarations
    head = declarations.head(each.name)
    if head in (DIMENSION, HYPERCUBE):
        return "" if each.abstract else "is a dimension or a hypercube and not abstract"
    if head != ITEM or each.name == ITEM:  # a taxonomy may bring a copy of the specification's schemas
        return ""
    base = declarations.base(each.type)
    if not base:
        return _no_item(each.type, taxonomies)
    if each.balance and (base != "monetary" or each.balance not in ("debit", "credit")):
        return f"is of the type {base} and has the balance {each.balance!r}"
    return ""


def _no_item(type_name: str, taxonomies: Taxonomies) -> str:
    """Of a type that leads to no item type: only where all that it leads over was read."""
    bases = taxonomies.declarations.bases
    seen: set[str] = set()
    while type_name in bases and type_name not in seen:
        seen.add(type_name)
        type_name = bases[type_name]
    namespace = split(type_name)[0] if type_name else ""
    return f"is an item of the type {split(type_name)[1]}, which is for no items" if namespace == XS else ""


def check_sums(taxonomies: Taxonomies, log: Log) -> None:
    """Sums are of numbers, weights fit the balances (5.1.1.2), and nothing is a part of itself (5.2.5.2)."""
    parts: dict[tuple[str, str], list[str]] = {}
    for (role, total, part), (weight, _, use) in taxonomies.arcs.summations.items():
        if use == "prohibited":
            continue
        parts.setdefault((role, total), []).append(part)
        fault = _misfit(taxonomies, total, part, float(weight))
        if fault:
            log.say("linkbase.calculation", f"{split(part)[1]} counts in {split(total)[1]}: {fault}.")
    for role, name in _circles(parts):
        log.say("linkbase.calculation", f"{split(name)[1]} is a part of itself in the role {role}.")


def _misfit(taxonomies: Taxonomies, total: str, part: str, weight: float) -> str:
    declarations = taxonomies.declarations
    both = [declarations.elements.get(name) for name in (total, part)]
    for each in both:
        if each is not None and declarations.base(each.type) in _NO_NUMBERS:
            return f"{split(each.name)[1]} is no number"
    balances = [each.balance for each in both if each is not None and each.balance]
    if len(balances) == 2 and (balances[0] == balances[1]) != (weight > 0):
        return f"their balances are {balances[0]} and {balances[1]}, and the weight is {weight:g}"
    return ""


_NO_NUMBERS = frozenset(["string", "normalizedString", "token", "boolean", "date", "dateTime", "domain", "QName", "anyURI", "language"])


def _circles(parts: dict[tuple[str, str], list[str]]) -> Iterable[tuple[str, str]]:
    """(role, concept) of each concept that a way over its parts leads back to; each is walked over once."""
    done: set[tuple[str, str]] = set()
    for start in parts:
        if start in done:
            continue
        way: list[tuple[tuple[str, str], list[str]]] = [(start, list(parts[start]))]
        on_way = {start}
        while way:
            here, left = way[-1]
            if not left:
                way.pop()
                on_way.discard(here)
                done.add(here)
                continue
            following = here[0], left.pop()
            if following in on_way:
                yield following
            elif following in parts and following not in done:
                way.append((following, list(parts[following])))
                on_way.add(following)
