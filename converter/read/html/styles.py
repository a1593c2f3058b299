"""What a ``style`` attribute says that matters for reading: hidden, bold, indented, ruled, on a new page."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from msgspec import Struct

from converter.patterns import regex

_LENGTH = regex(r"(-?\d{0,6}\.?\d{1,6})\s*(px|pt|em|ex|in|cm|mm|%)?")
# Widths of a character of ten points; EDGAR's pages know no other measure.
_PER_CHARACTER = {"px": 0.3, "pt": 0.4, "em": 4.0, "ex": 2.0, "in": 28.8, "cm": 11.3, "mm": 1.13, "%": 2.0, "": 0.3}
_INDENTS = frozenset({"padding-left", "margin-left", "text-indent"})
_BOXES = "display float width position top bottom left padding margin white-space visibility"
_LETTERS = "font font-family font-size font-weight color vertical-align background background-color"
_EDGES = "page-break-before page-break-after break-before break-after border-{0} border-{0}-style border-{0}-width"
READ: Final = _INDENTS.union(f"{_BOXES} {_LETTERS} {_EDGES.format('top')} {_EDGES.format('bottom')}".split())
"""The properties that say something to a reader."""
_NO_LINE = regex(r"\b(?:none|hidden|white)\b|(?<![\d.])0(?:\.0+)?(?:px|pt|em)?(?![\d.])|#fff(?:fff)?\b")
_LINE = regex(r"\b(?:solid|double|dashed|dotted|groove|ridge|inset|outset)\b|\d(?:px|pt)")
_WHITE = regex(r"(?:white|#fff|#ffffff|rgb\(255, ?255, ?255\))")
_TABS = regex(r"\d{1,2}")
_NIL = regex(r"0(?:\.0+)?(?:px|pt|em|%)?")


class Style(Struct, frozen=True):
    """``bold`` is None where nothing is said. ``indent`` is in characters. ``line_above``/``line_below`` are borders that show."""

    hidden: bool = False
    bold: bool | None = None
    white: bool = False
    raised: bool = False
    indent: float = 0.0
    line_above: bool = False
    line_below: bool = False
    break_before: bool = False
    break_after: bool = False
    filled: bool = False
    """A background that is not white."""
    typed: bool | None = None
    """Set in a typewriter's letters, where columns are made of blanks; None where no font is named."""
    floats: bool = False
    """To the left: what comes next stands beside it, not below."""
    beside: bool = False
    """A box that may stand in a row with others, as a cell of a table does."""
    width: float = 0.0
    """Of such a box, in whatever unit; 0 where nothing is said."""
    place: tuple[float, float] | None = None
    """How far from the page's top and left it stands, whatever stands around it."""
    tabs: int = 0
    """Word's tab stops that its blanks stand for."""


PLAIN = Style()


@lru_cache(maxsize=20_000)
def style_of(text: str | None) -> Style:
    """The meaning of a ``style`` attribute's text."""
    if not text or len(text) > 5_000:
        return PLAIN
    values: dict[str, str] = {}
    indents: dict[str, float] = {}
    for declaration in text.lower().split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.partition("!")[0].strip()
        values[name] = value
        if name in _INDENTS:
            indents[name] = _length(value)
        elif name in ("padding", "margin"):
            indents[f"{name}-left"] = _left_of_four(value)
    style = _style(values, sum(indents.values()))
    return PLAIN if style == PLAIN else style


def _style(values: dict[str, str], indent: float) -> Style:
    get = values.get
    weight = get("font-weight", "")
    font = get("font", "")
    background = get("background-color", "") or get("background", "")
    beside = get("float") in ("left", "right") or get("display") in ("table-cell", "inline-block")
    return Style(
        get("display") == "none" or get("visibility") in ("hidden", "collapse") or bool(_NIL.fullmatch(get("font-size", ""))),
        _is_bold(weight or ("bold" if "bold" in font else "")),
        bool(_WHITE.fullmatch(get("color", ""))),
        get("vertical-align") in ("super", "text-top") or (get("position") == "relative" and get("top", "").startswith("-")),
        indent,
        _shows(values, "top"),
        _shows(values, "bottom"),
        "always" in get("page-break-before", "") or get("break-before") == "page",
        "always" in get("page-break-after", "") or get("break-after") == "page",
        bool(background) and not _WHITE.fullmatch(background) and background not in ("transparent", "none", "inherit"),
        is_typewriter(get("font-family", "")) if "font-family" in values else None,
        get("float") == "left",
        beside,
        _number(get("width", "")) if beside else 0.0,
        _place(values) if values.get("position") == "absolute" else None,
        int(tabs[0]) if (tabs := _TABS.match(get("mso-tab-count", ""))) else 0,
    )


def _place(values: dict[str, str]) -> tuple[float, float] | None:
    """From the top, or from the bottom up: pages of one make all count alike."""
    if "left" not in values or not ("top" in values or "bottom" in values):
        return None
    return _number(values["top"]) if "top" in values else -_number(values["bottom"]), _number(values["left"])


def is_typewriter(fonts: str) -> bool:
    """Whether the first of these fonts gives every letter the same width."""
    return fonts.lstrip(" '\"").lower().startswith(("courier", "monospace", "lucida console", "consolas"))


def _is_bold(weight: str) -> bool | None:
    if not weight:
        return None
    return weight in ("bold", "bolder") or (len(weight) < 6 and weight.isdecimal() and int(weight) >= 600)


def _shows(values: dict[str, str], side: str) -> bool:
    """A border of that side which is drawn. Single properties (style, width, colour) come after the short form."""
    said = " ".join(values[name] for name in (f"border-{side}", f"border-{side}-style", f"border-{side}-width") if name in values)
    return bool(said) and bool(_LINE.search(said)) and not _NO_LINE.search(said)


def _left_of_four(value: str) -> float:
    sides = value.split()
    if not 1 <= len(sides) <= 4 or len(sides) == 1:
        return 0.0
    return _length(sides[3] if len(sides) == 4 else sides[1])


def _number(value: str) -> float:
    match = _LENGTH.match(value)
    return float(match[1]) if match else 0.0


def _length(value: str) -> float:
    match = _LENGTH.match(value)
    return float(match[1]) * _PER_CHARACTER[match[2] or ""] if match else 0.0
