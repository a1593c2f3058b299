"""From an element path back to the text that a reader sees there."""

from __future__ import annotations

from lxml import etree

from converter.patterns import regex
from converter.read.html.cells import read_cell
from converter.read.html.tree import content
from converter.read.squeeze import squeeze

# Nothing but steps of names and numbers: a path of a report that somebody sends is not evaluated as they please.
_PATH = regex(r"(?:/(?:[a-z][a-z0-9]*|\*)(?:\[\d{1,7}\])?)+")


def text_of_path(root: object, path: str, start: int | None, end: int | None) -> str | None:
    """The text of the element at ``path``, or characters ``start`` to ``end`` of its text content, white space squeezed; None where
    there is no such element."""
    if not isinstance(root, etree._Element) or not _PATH.fullmatch(path):
        return None
    found = root.getroottree().xpath(path)
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], etree._Element):
        return None
    if start is None and end is None:
        return read_cell(found[0]).printed
    text = squeeze(content(found[0]))
    first, last = start or 0, len(text) if end is None else end
    return text[first:last] if 0 <= first <= last <= len(text) else None
