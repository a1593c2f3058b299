"""``<PRE>``: text inside a page. The text reader reads it; its lines and columns become offsets into the element's text."""

from __future__ import annotations

from lxml import etree

from converter.model import Block
from converter.read.html.moved import moved
from converter.read.html.paths import Paths
from converter.read.html.tree import content
from converter.read.source import Source
from converter.read.squeeze import Squeezed


def pre_blocks(element: etree._Element, document: int, paths: Paths) -> list[Block]:
    """The blocks of a ``<PRE>`` with the geometry of text; places carry the element's path, and start and end in its text content."""
    from converter.read.text import text_blocks

    text, starts = _lines(element)

    squeezed = Squeezed(content(element))

    def locate(line: int, column: int) -> tuple[str, int]:
        return paths.of(element), squeezed.at(starts[line - 1] + column)

    return [moved(block, locate) for block in text_blocks(Source(document, text, 1))]


def _lines(element: etree._Element) -> tuple[str, list[int]]:
    """The text with a line feed at every ``<br>``, and where in the element's text content each of its lines begins."""
    if next(element.iter("br"), None) is None:
        text = content(element)
        pieces = text.split("\n")
        breaks = [1] * len(pieces)
    else:
        text = "".join(_with_breaks(element))
        pieces, breaks = _split(text)
        text = "\n".join(pieces)
    starts, position = [], 0
    for piece, width in zip(pieces, breaks, strict=True):
        starts.append(position)
        position += len(piece) + width
    return text.replace("\xa0", " "), starts


def _with_breaks(element: etree._Element) -> list[str]:
    """The text pieces in document order; NUL, which a page never holds, for each ``<br>``."""
    pieces = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces.append("\0" if node.tag == "br" else node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    return pieces


def _split(text: str) -> tuple[list[str], list[int]]:
    """Lines parted by line feeds (one character of the content) and breaks (none; one and the line feed behind it are one end)."""
    pieces: list[str] = []
    widths: list[int] = []
    for line in text.split("\n"):
        parts = line.split("\0")
        if len(parts) > 1 and not parts[-1].strip():
            parts[-2:] = ["".join(parts[-2:])]
        pieces.extend(parts)
        widths.extend([0] * (len(parts) - 1))
        widths.append(1)
    return pieces, widths
