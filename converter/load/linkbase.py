"""Calculation and dimension linkbases (XBRL 2.1, 5.2.5; Calculations 1.1, 4; XBRL Dimensions 1.0, 2.7)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from msgspec import Struct, field

from converter.load.log import Log
from converter.load.schema import LINK, XLINK
from converter.model import CalculationSum

SUMMATION = frozenset({"http://www.xbrl.org/2003/arcrole/summation-item", "https://xbrl.org/2023/arcrole/summation-item"})
HYPERCUBES = frozenset({"http://xbrl.org/int/dim/arcrole/all", "http://xbrl.org/int/dim/arcrole/notAll"})
REQUIRES = "http://www.xbrl.org/2003/arcrole/requires-element"
UNCHECKED = frozenset({"http://www.xbrl.org/2003/arcrole/essence-alias", "http://www.xbrl.org/2003/arcrole/similar-tuples"})
DIMENSION_DEFAULT = "http://xbrl.org/int/dim/arcrole/dimension-default"


class Arcs(Struct):
    """What the linkbases say, names in Clark notation."""

    summations: dict[tuple[str, str, str], tuple[str, int, str]] = field(default_factory=dict)
    """(role, total, part) to (weight, priority, use)."""
    hypercubes: bool = False
    """Whether some say which dimensions a concept may bear."""
    defaults: dict[str, str] = field(default_factory=dict)
    """A dimension to its default member."""
    requires: set[tuple[str, str]] = field(default_factory=set)
    """(concept, the concept that its facts ask for)."""

    def sums(self, qname: Callable[[str], str]) -> tuple[CalculationSum, ...]:
        """The sums with weights 1 and -1 under the report's prefixes; others stay out (`read_linkbase` has told)."""
        parts: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for (role, total, part), (weight, _, use) in self.summations.items():
            if use != "prohibited":
                parts.setdefault((role, qname(total)), []).append((qname(part), int(float(weight))))
        return tuple(CalculationSum(role, total, tuple(of)) for (role, total), of in parts.items())


def read_linkbase(root: etree._Element, target: Callable[[str], str | None], into: Arcs, log: Log) -> None:
    """Takes up the arcs that checks need. ``target`` finds the element that a locator's reference points to."""
    for link in root.iterchildren(f"{{{LINK}}}calculationLink", f"{{{LINK}}}definitionLink"):
        locators = _locators(link, target)
        for arc in link.iterchildren(f"{{{LINK}}}calculationArc", f"{{{LINK}}}definitionArc"):
            _arc(arc, link.get(f"{{{XLINK}}}role", ""), locators, into, log)


def _locators(link: etree._Element, target: Callable[[str], str | None]) -> dict[str, list[str]]:
    locators: dict[str, list[str]] = {}
    for locator in link.iterchildren(f"{{{LINK}}}loc"):
        name = target(locator.get(f"{{{XLINK}}}href", ""))
        if name is not None:
            locators.setdefault(locator.get(f"{{{XLINK}}}label", ""), []).append(name)
    return locators


def _arc(arc: etree._Element, role: str, locators: dict[str, list[str]], into: Arcs, log: Log) -> None:
    arcrole = arc.get(f"{{{XLINK}}}arcrole", "")
    if arcrole in UNCHECKED:
        log.say("load.arcs", f"The taxonomy has arcs of the role {arcrole}; they are not checked.")
    if arcrole in HYPERCUBES and not into.hypercubes:
        into.hypercubes = True
        log.say("load.hypercubes", "The taxonomy says which dimensions a concept may bear; that is not checked.")
    for source in locators.get(arc.get(f"{{{XLINK}}}from", ""), ()):
        for part in locators.get(arc.get(f"{{{XLINK}}}to", ""), ()):
            if arcrole == DIMENSION_DEFAULT:
                into.defaults[source] = part
            elif arcrole == REQUIRES and arc.get("use") != "prohibited":
                into.requires.add((source, part))
            elif arcrole in SUMMATION:
                _summation(arc, (role, source, part), into, log)


def _summation(arc: etree._Element, key: tuple[str, str, str], into: Arcs, log: Log) -> None:
    weight, use = arc.get("weight", "").strip(), arc.get("use", "optional")
    priority = int(arc.get("priority", "0")) if arc.get("priority", "0").lstrip("-").isdecimal() else 0
    if not _is_one(weight):
        if _number(weight):
            log.say("linkbase.weight", f"The calculation arc from {key[1]} to {key[2]} has the weight {weight}.")
        else:
            log.say("linkbase.arc", f"The calculation arc from {key[1]} to {key[2]} has the weight {weight!r}.")
        return
    known = into.summations.get(key)
    if known is None or (priority, use == "prohibited") >= (known[1], known[2] == "prohibited"):
        into.summations[key] = (weight, priority, use)


def _is_one(weight: str) -> bool:
    return _number(weight) in (1.0, -1.0)


def _number(weight: str) -> float:
    """0 for what is none: a weight may not be 0 either."""
    try:
        return float(weight)
    except ValueError:
        return 0.0
