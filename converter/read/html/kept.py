"""Elements whose blanks are kept as in a ``<pre>``, because their style says so: ``white-space: pre``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from converter.patterns import regex
from converter.read.html.styles import style_of
from converter.read.html.tags import is_inline
from converter.read.html.tree import content

_SAYS_SO = regex(r"white-space\s{0,3}:\s{0,3}pre\s{0,3}(?:[;!}\"']|$)", re.IGNORECASE)
"""``pre-wrap`` keeps blanks in running text, which tells no columns."""


def kept_elements(root: etree._Element, text: str) -> frozenset[etree._Element]:
    """The outermost of them; ``text`` is the page's source."""
    if not ("white-space" in text or "WHITE-SPACE" in text) or not _SAYS_SO.search(text):
        return frozenset()
    found: set[etree._Element] = set()
    for element in root.iter():
        style = element.get("style")
        if style and _SAYS_SO.search(style) and _is_text(element) and not any(above in found for above in element.iterancestors()):
            found.add(element)
    return frozenset(found)


def _is_text(element: etree._Element) -> bool:
    """Whether an element may be read as text: no part of a table, none around one, no piece with a place of its own, and within a line
    only what breaks it."""
    if element.tag in _OF_TABLES or style_of(element.get("style")).place or next(element.iter("table"), None) is not None:
        return False
    return not is_inline(element.tag) or "\n" in content(element).strip() or next(element.iter("br"), None) is not None


_OF_TABLES = frozenset({"html", "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})


def pre_elements(element: etree._Element, kept: frozenset[etree._Element]) -> Iterator[etree._Element]:
    """Each ``<pre>`` in an element, and what is kept like one."""
    return (each for each in element.iter() if each.tag == "pre" or each in kept) if kept else element.iter("pre")
