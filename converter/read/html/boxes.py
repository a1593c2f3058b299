"""Boxes with a place of their own: where their lines begin, how high these are, and how wide the box is, as far as styles say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from converter.patterns import regex
from converter.read.html.tree import content

_LENGTH = regex(r"(\d{0,6}\.?\d{1,6})\s*(px|pt|em|in|cm|mm|%)?")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, "mm": 3.78}
"""A length without a unit is one of pixels, as browsers of the time took it."""
_OF_LETTERS = {"": 1.0, "em": 1.0, "%": 0.01}
_COLLAPSED = " \t\n\r\f"
_LETTER = 0.35
"""Of a line's height, the usual width of a letter in letters of different widths."""


class Box(Struct, frozen=True):
    """Lengths are in the units of its place; 0 where nothing is said. ``breaks`` are offsets in its text content."""

    breaks: list[int]
    line_height: float
    is_said: bool
    """Whether the height of a line is said, and not that of the box alone."""
    width: float
    alignment: str
    wraps: bool
    """Whether a browser breaks lines that are longer than the box is wide."""

    @property
    def lines(self) -> int:
        return len(self.breaks) + 1

    def line_at(self, offset: int) -> int:
        """The number of the line on which a character of the box's text content stands, from 0."""
        return bisect_right(self.breaks, offset)

    def may_break(self, letters: int, line_height: float) -> bool:
        """Whether a browser may break a line of so many letters."""
        return self.wraps and 0 < self.width < letters * line_height * _LETTER


def box_of(element: etree._Element) -> Box:
    """What is known of an element whose own style gives it a place."""
    own = _declared(element.get("style") or "")
    inherited = _inherited(element)
    breaks = list(_breaks(element))
    unit = _unit(own.get("top", ""))
    height = _height(inherited.get("line-height", ""), inherited.get("font-size", ""))
    said = height > 0
    if not said and breaks:
        height = _pixels(own.get("height", "")) / (len(breaks) + 1)
    across = _PIXELS.get(_unit(own.get("left", "")), 0.0)
    return Box(
        breaks,
        height / _PIXELS[unit] if unit in _PIXELS else 0.0,
        said and unit in _PIXELS,
        _pixels(own.get("width", "")) / across if across else 0.0,
        inherited.get("text-align", element.get("align", "").lower()),
        inherited.get("white-space", "normal") not in ("nowrap", "pre"),
    )


def _breaks(element: etree._Element) -> Iterator[int]:
    """Where lines end; a last ``<br>`` with nothing behind it begins none."""
    if next(element.iter("br"), None) is None:
        return
    position, last = 0, len(content(element).rstrip(_COLLAPSED))
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag == "br" and position < last:
                yield position
            position += len(node.text or "")
        elif node is not element:
            position += len(node.tail or "")


def _inherited(element: etree._Element) -> dict[str, str]:
    """What the element's style and those around it say, the nearest first; only what passes from outer elements to inner ones."""
    found: dict[str, str] = {}
    for each in (element, *element.iterancestors()):
        if style := each.get("style"):
            for name, value in _declared(style).items():
                if name in _PASSED_ON:
                    found.setdefault(name, value)
    return found


_PASSED_ON = frozenset({"line-height", "font-size", "text-align", "white-space"})


@lru_cache(maxsize=5_000)
def _declared(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style[:5_000].lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _height(line: str, letters: str) -> float:
    """In pixels: as it is said, or as so many times the height of the letters."""
    match = _LENGTH.fullmatch(line)
    if not match:
        return 0.0
    if match[2] and match[2] in _PIXELS:
        return float(match[1]) * _PIXELS[match[2]]
    return float(match[1]) * _OF_LETTERS[match[2] or ""] * _pixels(letters)


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _PIXELS.get(match[2] or "", 0.0) if match else 0.0


def _unit(length: str) -> str:
    match = _LENGTH.fullmatch(length.lstrip("-"))
    return (match[2] or "") if match else "?"
