"""The element names that reading knows; any other name (``page``, ``document`` ...) parts paragraphs."""

from __future__ import annotations

from typing import Final

_PHRASES = "a abbr acronym bdo cite code del dfn em ins kbd label q samp strong var wbr"
_LETTERS = "b basefont big font i img input nobr s small span strike sub sup tt u"
_FOOTNOTES = "f1 f2 f3 f4 f5 f6 f7 f8 f9"
INLINE: Final = frozenset(f"{_PHRASES} {_LETTERS} {_FOOTNOTES}".split())
BOLD: Final = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
UNREAD: Final = frozenset({"script", "style", "head", "title", "noscript", "select", "textarea", "object", "ix:header", "xml"})
INDENTED: Final = {"blockquote": 4, "dir": 4, "ul": 4, "ol": 4, "dl": 2, "dd": 4}
CELLS: Final = frozenset({"td", "th"})


def is_inline(tag: str) -> bool:
    """Whether text goes on over the element's bounds; inline XBRL's elements (``ix:nonfraction``) are as their content is."""
    return tag in INLINE or tag.startswith("ix:non") or tag == "ix:continuation"
