"""What inline XBRL 1.1 asks of its own elements: their attributes, their places, and what continues what. The page around them is not
checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml import etree

from converter.load.log import Log
from converter.load.names import XBRLI
from converter.load.xml import line_of, split
from converter.patterns import regex

_ELEMENTS = frozenset(
    [
        "continuation",
        "denominator",
        "exclude",
        "footnote",
        "fraction",
        "header",
        "hidden",
        "nonFraction",
        "nonNumeric",
        "numerator",
        "references",
        "relationship",
        "resources",
        "tuple",
    ]
)
_ATTRIBUTES = {
    "nonFraction": frozenset(
        ["contextRef", "decimals", "format", "id", "name", "order", "precision", "scale", "sign", "target", "tupleRef", "unitRef"]
    ),
    "nonNumeric": frozenset(["contextRef", "continuedAt", "escape", "format", "id", "name", "order", "target", "tupleRef"]),
    "continuation": frozenset(["continuedAt", "id"]),
}
_IN_2008 = frozenset(["footnoteRefs"])
"""Inline XBRL 1.0 alone."""
_LEXICAL = {
    "sign": (regex(r"-"), 'only "-"'),
    "scale": (regex(r"[+-]?\d+", re.ASCII), "only an integer"),
    "escape": (regex(r"true|false|0|1"), "only true or false"),
}
_HEADER = ("hidden", "references", "resources")
"""What an `ix:header` holds, in this order."""
_HOLD_EXCLUDED = frozenset(["continuation", "footnote", "nonNumeric"])


class InlineRules:
    """Checks all elements of inline XBRL of a page."""

    def __init__(self, root: etree._Element, namespace: str, log: Log) -> None:
        self._root, self._ix, self._log = root, namespace, log
        self._more = _IN_2008 if "/2008/" in namespace else frozenset[str]()
        self._continued: Counter[str] = Counter()
        self._continuations: dict[str, etree._Element] = {}
        self._begun: list[str] = []
        """What is continued of facts and footnotes."""
        self._targets: dict[str, etree._Element] = {}
        self._documents: set[str] = set()
        self._ids: set[str] = set()
        self._by_name: dict[str, Callable[[etree._Element], None]] = {
            "nonFraction": self._number,
            "nonNumeric": self._text,
            "footnote": self._begins,
            "continuation": self._continuation,
            "exclude": self._excluded,
            "header": self._header,
            "references": self._references,
        }

    def check(self) -> None:
        """Each element, then what refers to what."""
        elements = list(self._root.iter(f"{{{self._ix}}}*"))
        for element in elements:
            name = split(str(element.tag))[1]
            if name not in _ELEMENTS:
                self._say("inline.element", f"The page holds ix:{name}, which inline XBRL does not know.", element)
            self._ids.add(element.get("id", ""))
            self._attributes(element, name)
            rule = self._by_name.get(name)
            if rule is not None:
                rule(element)
        self._declarations()
        self._chains()
        self._relationships()
        for target, element in self._targets.items():
            if target not in self._documents:
                self._say("inline.target", f"A fact is of the target document {target!r}, which no ix:references describes.", element)

    def _say(self, code: str, message: str, element: etree._Element) -> None:
        self._log.say(code, message, fact=element.get("id", "") if element.get("name") else "", line=line_of(element))

    def _attributes(self, element: etree._Element, name: str) -> None:
        known = _ATTRIBUTES.get(name)
        if known is None:
            return
        for attribute in map(str, element.attrib):
            if not attribute.startswith("{") and attribute not in known and attribute not in self._more:
                self._say("inline.attribute", f"An ix:{name} has the attribute {attribute}.", element)
        for attribute, (pattern, wanted) in _LEXICAL.items():
            value = element.get(attribute)
            if value is not None and not pattern.fullmatch(value.strip() if attribute != "sign" else value):
                self._say("inline.attribute", f"An ix:{name} has {attribute}={value[:60]!r}; {wanted} is.", element)
        if "order" in element.attrib and "tupleRef" not in element.attrib and not self._within(element, frozenset(["tuple"])):
            self._say("inline.attribute", f"An ix:{name} has an order and stands in no tuple.", element)

    def _within(self, element: etree._Element, names: frozenset[str]) -> bool:
        return any(split(str(each.tag)) == (self._ix, name) for each in element.iterancestors() for name in names)

    def _number(self, element: etree._Element) -> None:
        """Text, or one other number and nothing beside it (10.1.1)."""
        self._target(element)
        if not len(element):
            return
        texts = [element.text, *(child.tail for child in element)]
        other = len(element) > 1 or element[0].tag != element.tag
        if other or any((text or "").strip() for text in texts):
            self._say("inline.content", "An ix:nonFraction holds something else than a number.", element)

    def _text(self, element: etree._Element) -> None:
        self._target(element)
        self._begins(element)

    def _begins(self, element: etree._Element) -> None:
        self._points_on(element)
        self._begun.append(element.get("continuedAt", ""))

    def _target(self, element: etree._Element) -> None:
        target = element.get("target")
        if target is not None:
            self._targets.setdefault(target, element)

    def _points_on(self, element: etree._Element) -> None:
        following = element.get("continuedAt")
        if following is not None:
            self._continued[following] += 1

    def _continuation(self, element: etree._Element) -> None:
        self._continuations[element.get("id", "")] = element
        self._points_on(element)

    def _excluded(self, element: etree._Element) -> None:
        if not self._within(element, _HOLD_EXCLUDED):
            self._say("inline.element", "An ix:exclude stands in nothing that it could be left out of.", element)

    def _header(self, element: etree._Element) -> None:
        names = [split(str(child.tag))[1] for child in element if split(str(child.tag))[0] == self._ix]
        places = [_HEADER.index(name) for name in names if name in _HEADER]
        if places != sorted(places):
            self._say("inline.element", f"An ix:header holds {', '.join(names)}; the order is {', '.join(_HEADER)}.", element)

    def _references(self, element: etree._Element) -> None:
        self._documents.add(element.get("target", ""))

    def _declarations(self) -> None:
        """Contexts and units stand in the resources, where they are not loose in the page."""
        for element in self._root.iter(f"{{{XBRLI}}}context", f"{{{XBRLI}}}unit"):
            above = element.getparent()
            if above is None or split(str(above.tag)) != (self._ix, "resources"):
                name = split(str(element.tag))[1]
                self._say("inline.element", f"The {name} {element.get('id')} stands outside of ix:resources.", element)

    def _chains(self) -> None:
        """Each continuation continues one thing, and that begins with text (4.1.1)."""
        for name, count in self._continued.items():
            if name not in self._continuations:
                self._log.say("inline.continuation", f"The continuation {name} is not there.", path=name)
            elif count > 1:
                self._say("inline.continuation", f"The continuation {name} continues {count} things.", self._continuations[name])
        reached: set[str] = set()
        for at in self._begun:
            while at in self._continuations and at not in reached:
                reached.add(at)
                at = self._continuations[at].get("continuedAt", "")
        for name, element in self._continuations.items():
            if name not in reached:
                what = "itself, or what does so" if self._continued[name] else "nothing"
                self._say("inline.continuation", f"The continuation {name} continues {what}.", element)

    def _relationships(self) -> None:
        for element in self._root.iter(f"{{{self._ix}}}relationship"):
            for name in f"{element.get('fromRefs', '')} {element.get('toRefs', '')}".split():
                if name not in self._ids:
                    self._say("inline.relationship", f"An ix:relationship names {name}, which is not there.", element)
