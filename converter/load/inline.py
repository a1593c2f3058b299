"""Inline XBRL 1.1 to a report: the facts hidden in a page."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from lxml import etree

from converter.load.inline_rules import InlineRules
from converter.load.library import Library
from converter.load.names import XBRLI
from converter.load.transforms import UNKNOWN, transform
from converter.load.xbrl21 import UNREADABLE, InstanceReader
from converter.load.xml import expand, line_of, split
from converter.model import Report

_IX = ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL")
_MOST_CONTINUATIONS = 1000


class InlineReader(InstanceReader):
    """Reads ``ix:nonFraction`` and ``ix:nonNumeric`` wherever they stand; contexts, units and references come from ``ix:header``."""

    def __init__(self, root: etree._Element, location: str, library: Library, namespace: str) -> None:
        self._ix = namespace
        self._continuations = {element.get("id", ""): element for element in root.iter(f"{{{namespace}}}continuation")}
        super().__init__(root, location, library)

    def _check_ids(self) -> None:
        """Of inline XBRL's own elements: the ids of the page are the page's business."""
        self._check_unique(element for element in self.root.iter(f"{{{self._ix}}}*", f"{{{XBRLI}}}*"))
        InlineRules(self.root, self._ix, self.log).check()

    def _check_children(self) -> None:
        """A page holds whatever it likes."""

    def _check_attributes(self, element: etree._Element, fact_id: str) -> None:
        """Inline elements have attributes of their own: `InlineRules` knows them."""

    def _declarations(self, *names: str) -> list[etree._Element]:
        return [*self.root.iter(*names)]

    def _elements(self) -> list[etree._Element]:
        for name in ("fraction", "tuple", "relationship", "footnote"):
            if next(self.root.iter(f"{{{self._ix}}}{name}"), None) is not None:
                self.log.say("load.inline-not-checked", f"The report holds ix:{name}; it is not checked.")
        return [*self.root.iter(f"{{{self._ix}}}nonFraction", f"{{{self._ix}}}nonNumeric")]

    def _clark(self, element: etree._Element, fact_id: str) -> str | None:
        name = expand(element, element.get("name", ""))
        if name is None or not name.startswith("{"):
            self.log.say(
                "inline.attribute", f"Fact {fact_id} has no name, or one of an undeclared prefix.", fact=fact_id, line=line_of(element)
            )
            return None
        return name

    def _value(self, element: etree._Element, fact_id: str, nil: bool) -> str | None:
        text = self._text(element)
        is_number = split(element.tag)[1] == "nonFraction"
        name = element.get("format")
        if name:
            value = self._transformed(name, text, element, fact_id)
            if value == UNREADABLE:
                return UNREADABLE
        else:
            value = text
            if is_number and value.lstrip().startswith("-"):
                message = (
                    f"Fact {fact_id} has the text {text.strip()[:60]!r}; a number without a format has its minus in the attribute sign."
                )
                self.log.say("inline.content", message, fact=fact_id, line=line_of(element))
        if nil:
            return None
        return self._scaled(value, element, fact_id) if is_number else value

    def _transformed(self, name: str, text: str, element: etree._Element, fact_id: str) -> str:
        """The text as its format reads it; `UNREADABLE`, with a finding, where it does not."""
        clark = expand(element, name) or name
        known = transform(*split(clark))
        if known is None:
            message = f"Fact {fact_id} has the format {name}, which no registry of transformations has."
            self.log.say("inline.format", message, fact=fact_id, line=line_of(element))
            return UNREADABLE
        if known is UNKNOWN:
            self.log.say("load.inline-not-checked", f"Fact {fact_id} has the format {name}, which is not known here.", fact=fact_id)
            return UNREADABLE
        value = known(text.strip())
        if value is None:
            message = f"Fact {fact_id} has the text {text.strip()[:60]!r}, which {name} cannot read."
            self.log.say("inline.transform", message, fact=fact_id, line=line_of(element))
            return UNREADABLE
        return value

    def _text(self, element: etree._Element) -> str:
        """The text of an element and of what continues it, without what is excluded (Inline XBRL 1.1, 4)."""
        parts: list[str] = []
        at: etree._Element | None = element
        for _ in range(_MOST_CONTINUATIONS):
            if at is None:
                break
            parts += self._pieces(at)
            at = self._continuations.get(at.get("continuedAt", ""))
        return "".join(parts)

    def _pieces(self, element: etree._Element) -> list[str]:
        excluded = f"{{{self._ix}}}exclude"
        if next(element.iter(excluded), None) is None:
            return [str(piece) for piece in element.itertext()]
        pieces = [element.text or ""]
        for child in element:
            pieces += [] if child.tag == excluded else self._pieces(child)
            pieces.append(child.tail or "")
        return pieces

    def _scaled(self, text: str, element: etree._Element, fact_id: str) -> str | None:
        try:
            value = Decimal(text.strip())
            scale = int(element.get("scale") or "0")
        except (InvalidOperation, ValueError):
            return text
        if not value.is_finite() or abs(scale) > 100:
            return text
        value = value.scaleb(scale)
        return f"{-value if element.get('sign') == '-' else value:f}"


def load_inline(root: etree._Element, location: str, stem: str, library: Library) -> Report | None:
    """The report of an XHTML page with inline XBRL; None, with a finding, where the page has none."""
    namespace = next((uri for uri in _IX if next(root.iter(f"{{{uri}}}header"), None) is not None), None)
    if namespace is None:
        library.log.say("file.unknown", f"{stem} is a page without inline XBRL.")
        return None
    return InlineReader(root, location, library, namespace).report(stem)
