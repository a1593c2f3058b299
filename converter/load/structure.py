"""The structure that XML Schema asks of contexts, units and references (XBRL 2.1, 4.2, 4.3, 4.7, 4.8): what may stand where, how often."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from converter.load.log import Log
from converter.load.names import XBRLI
from converter.load.schema import LINK, XLINK
from converter.load.xml import line_of, split
from converter.patterns import regex

LINKBASE_ARCROLE = "http://www.w3.org/1999/xlink/properties/linkbase"
_CONTENT = {
    "context": regex(r"entity period (?:scenario )?"),
    "entity": regex(r"identifier (?:segment )?"),
    "period": regex(r"(?:instant |forever |startDate endDate )"),
    "unit": regex(r"(?:measure )+|divide "),
    "divide": regex(r"unitNumerator unitDenominator "),
    "unitNumerator": regex(r"(?:measure )+"),
    "unitDenominator": regex(r"(?:measure )+"),
}
_ORDER = ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef")
_ATTRIBUTES = {"identifier": frozenset(["scheme"]), "context": frozenset(["id"]), "unit": frozenset(["id"])}
_NONE: frozenset[str] = frozenset()


def check_declaration(element: etree._Element, log: Log) -> None:
    """A context or unit: its id, the order and number of what it holds, no attribute and no text that has no place."""
    if element.get("id") is None:
        log.say("instance.required", f"A {split(str(element.tag))[1]} has no id.", line=line_of(element))
    _check_content(element, element.get("id", ""), log)


def _check_content(element: etree._Element, of: str, log: Log) -> None:
    name = split(str(element.tag))[1]
    pattern = _CONTENT.get(name)
    if pattern is not None:
        children = [child for child in element if isinstance(child.tag, str)]
        names = [split(str(child.tag)) for child in children]
        if any(space != XBRLI for space, _ in names) or not pattern.fullmatch("".join(f"{local} " for _, local in names)):
            held = ", ".join(local for _, local in names) or "nothing"
            log.say("instance.structure", f"The {name} of {of} holds {held}.", path=of, line=line_of(element))
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            log.say("instance.structure", f"The {name} of {of} holds text.", path=of, line=line_of(element))
        for child in children:
            _check_content(child, of, log)
    elif name == "forever" and (len(element) or (element.text or "")):
        log.say("instance.structure", f"The period of {of} is forever and has content.", path=of, line=line_of(element))
    elif name in ("segment", "scenario") and _has_text(element):
        log.say("instance.structure", f"The {name} of {of} holds text.", path=of, line=line_of(element))
    for attribute in map(str, element.attrib):
        if not attribute.startswith("{") and attribute not in _ATTRIBUTES.get(name, _NONE):
            log.say("instance.attribute", f"The {name} of {of} has the attribute {attribute}.", path=of, line=line_of(element))


def _has_text(holder: etree._Element) -> bool:
    return bool((holder.text or "").strip()) or any((child.tail or "").strip() for child in holder)


def check_segment(holder: etree._Element, of: str, is_fact: Callable[[str], bool], log: Log) -> None:
    """A segment or scenario holds no fact and no element of the specification, however deep (4.7.3.2, 4.7.4)."""
    what = split(str(holder.tag))[1]
    for element in holder.iterdescendants():
        name = str(element.tag)
        if split(name)[0] == XBRLI or is_fact(name):
            log.say("instance.segment-content", f"Context {of} holds {split(name)[1]} in its {what}.", path=of, line=line_of(element))


def check_references(root: etree._Element, log: Log) -> None:
    """References are simple links with an address, before all else and in the order of the specification."""
    latest = 0
    for element in root:
        namespace, name = split(str(element.tag))
        place = _ORDER.index(name) if namespace == LINK and name in _ORDER else len(_ORDER)
        if place < latest:
            log.say("instance.structure", f"{name} stands behind what it must stand before.", line=line_of(element))
        latest = max(latest, place)
        if place < len(_ORDER):
            check_reference(element, log)


def check_reference(element: etree._Element, log: Log) -> None:
    """One of them (3.5.1)."""
    name = split(str(element.tag))[1]
    if element.get(f"{{{XLINK}}}type") != "simple" or not element.get(f"{{{XLINK}}}href"):
        log.say("instance.required", f"{name} is no simple link with an address.", line=line_of(element))
    if name == "linkbaseRef" and element.get(f"{{{XLINK}}}arcrole") != LINKBASE_ARCROLE:
        log.say("instance.required", f"{name} has not the arcrole {LINKBASE_ARCROLE}.", line=line_of(element))
