"""The text of one cell: lines at its breaks, figures rid of raised footnote marks, indent, weight."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from converter.grammar.numbers import parse_figure
from converter.patterns import regex
from converter.read.html.styles import PLAIN, Style, style_of
from converter.read.html.tags import BOLD, INDENTED, UNREAD, is_inline
from converter.read.html.tree import content
from converter.read.squeeze import Squeezed

# Control characters, which a tree never holds: around a raised mark, and for a blank that the page does not have.
_MARK, _INSERTED = "\0", "\1"
_COLLAPSED = " \t\n\r\f"
_LONGEST_DASH = 4
_DEEPEST = 200
"""Elements nested deeper than this are read as bare text."""
_BLACK = frozenset({"#000000", "#000", "black", "BLACK", "Black", "000000"})
_WHITE = regex(r"white|#?fff(?:fff)?", re.IGNORECASE)
_FRACTION_REST = regex(r"\s*[/⁄]\s*\d?")


class CellText(Struct, frozen=True):
    """``text`` is clean, with a line feed at each break; ``printed`` is the same with nothing left out. ``spans`` are start and end of
    each line in the cell's text content, white space squeezed, where there are several. ``line_above`` and ``line_below`` are borders,
    ``ruled`` is a rule (``<hr>``) inside."""

    text: str
    printed: str
    spans: tuple[tuple[int, int], ...] = ()
    bold: bool = False
    indent: int = 0
    line_above: bool = False
    line_below: bool = False
    ruled: bool = False
    hard: str = ""
    """The text as it stands where blanks in it do not collapse."""
    blank_below: int = 0
    """Blank lines below the last one of ``text``."""


EMPTY = CellText("", "")
_SPECIAL = frozenset({"br", "hr", "sup", "pre", *UNREAD, *INDENTED})


def read_cell(cell: etree._Element) -> CellText:
    """Reads a ``<td>`` or ``<th>`` (or whatever stands in a cell's stead)."""
    return _plain_cell(cell) or _Reader().read(cell)


def _plain_cell(cell: etree._Element) -> CellText | None:
    """Most cells: one text inside elements that hold nothing else. None where there is more to see."""
    element, tag = cell, cell.tag
    indent, bold, above, below = 0.0, tag == "th", False, False
    while True:
        attribute = element.get("style")
        if attribute:
            style = style_of(attribute)
            if style is not PLAIN:
                if style.hidden or style.white or style.raised:
                    return None
                bold = bold if style.bold is None else style.bold
                indent += style.indent
                above, below = above or style.line_above, below or style.line_below
        text = element.text
        count = len(element)
        if not count:
            break
        if count > 1 or (text and (not text.isspace() or "\xa0" in text)):
            return None
        element = element[0]
        tag = element.tag
        if tag in _SPECIAL or element.get("color") or ((tail := element.tail) and not tail.isspace()):
            return None
        bold = bold or tag in BOLD
    if not text or text.isspace():
        if tag == "img" and (shown := _dash_of(element)):
            return CellText(shown, shown, (), bold, 0, above, below)
        black = cell.get("bgcolor") in _BLACK
        return EMPTY if not (above or below or black) else CellText("", "", line_above=above, line_below=below, ruled=black)
    if text[0] == "\xa0":
        indent += len(text) - len(text.lstrip("\xa0 "))
    hard = text if "\xa0\xa0" in text else ""
    text = " ".join(text.split())
    return CellText(text, text, (), bold, max(0, round(indent)), above, below, hard=hard)


def _dash_of(image: etree._Element) -> str:
    """What stands in for an image of a dash."""
    said = (image.get("alt") or "").strip()
    number = parse_figure(said) if 0 < len(said) <= _LONGEST_DASH else None
    return said if number is not None and number.dash else ""


class _Reader:
    """Goes through a cell's elements once."""

    def __init__(self) -> None:
        self.offset = 0
        self.lines: list[tuple[list[str], int]] = []
        self.pieces: list[str] = []
        self.start = 0
        self.notes: list[str] = []
        self.unbold = self.typed = self.leads = False
        self.indent = 0.0
        self.line_above = self.line_below = self.ruled = False

    def read(self, cell: etree._Element) -> CellText:
        style = style_of(cell.get("style"))
        self._frame(style)
        if style.hidden:
            return EMPTY
        self._element(cell, bool(style.bold) or cell.tag in BOLD, 0)
        self._end_line()
        return self._result(cell)

    def _frame(self, style: Style) -> None:
        self.line_above |= style.line_above
        self.line_below |= style.line_below
        if not self.lines and not self._has_text():
            self.indent += style.indent

    def _has_text(self) -> bool:
        return any(piece.strip() for piece in self.pieces)

    def _element(self, element: etree._Element, bold: bool, depth: int) -> None:
        self._text(element.text, bold)
        for child in element:
            self._child(child, bold, depth)
            self._text(child.tail, bold)

    def _child(self, child: etree._Element, bold: bool, depth: int) -> None:
        tag = child.tag
        if tag == "br":
            self._end_line()
            return
        if tag == "hr":
            self.ruled = True
            return
        text = child.get("style")
        style = style_of(text) if text else PLAIN
        if tag in UNREAD or style.hidden or is_unseen(child, style):
            self._skip(child)
        elif tag == "sup" or style.raised:
            self._raised(child)
        else:
            if tag == "pre":
                self.typed = True
                self._begin_pre(child)
            self._inner(child, tag, style, bold, depth)
            self.typed = self.typed and tag != "pre"

    def _inner(self, child: etree._Element, tag: str, style: Style, bold: bool, depth: int) -> None:
        inline = is_inline(tag)
        if not inline:
            self._part()
            self._frame(style)
            self.indent += INDENTED.get(tag, 0)
        inside = style.bold if style.bold is not None else bold or tag in BOLD
        before = len(self.lines)
        if depth < _DEEPEST:
            self._element(child, inside, depth + 1)
        else:
            self._text(content(child), inside)
        if not inline:
            self._part()
            if tag == "tr" and len(self.lines) == before:
                # A row of nothing or of a rule: the columns beside have one too.
                self._end_line()

    def _text(self, text: str | None, bold: bool) -> None:
        if not text:
            return
        if self.leads:
            self.leads, text = False, text[1:]
            self.offset += 1
            self.start = self.offset
        if self.typed:
            for line in text.split("\n")[:-1]:
                self.pieces.append(line)
                self.offset += len(line) + 1
                self._end_line()
            text = text[text.rfind("\n") + 1 :]
        self.pieces.append(text)
        self.offset += len(text)
        if not bold and not self.unbold and text.strip():
            self.unbold = True

    def _begin_pre(self, element: etree._Element) -> None:
        """A line feed right behind the tag is none, as for a browser: lines of another ``<pre>`` stand beside these."""
        self.leads = (element.text or "").startswith("\n")

    def _skip(self, element: etree._Element) -> None:
        """Text that nobody sees parts nothing, but counts for the offsets."""
        self.offset += len(content(element))

    def _raised(self, element: etree._Element) -> None:
        """A raised mark is the label's, never digits of the figure before it; a raised numerator is a figure."""
        text = content(element)
        tail = element.tail or _next_text(element)
        if text.strip().isdigit() and _FRACTION_REST.match(tail):
            self.pieces.append(_INSERTED + text)
        else:
            self.pieces.append(_MARK + text + _MARK)
        self.offset += len(text)

    def _part(self) -> None:
        """The bound of a block: a new line, where the last one has anything in it."""
        if any(self.pieces) and ("\xa0" in "".join(self.pieces) or self._has_text()):
            self._end_line()
        else:
            self.pieces, self.start = [], self.offset

    def _end_line(self) -> None:
        self.lines.append((self.pieces, self.start))
        self.pieces, self.start = [], self.offset

    def _result(self, cell: etree._Element) -> CellText:
        raw = ["".join(pieces) for pieces, _ in self.lines]
        # What ends with a line break has no line behind it, unless a blank holds it.
        blank_below = -1 if raw and not raw[-1].strip(_COLLAPSED) else 0
        while raw and not raw[-1].strip():
            raw.pop()
            blank_below += 1
        if not raw:
            return CellText("", "", (), False, 0, self.line_above, self.line_below, self.ruled)
        first = next((line for line in raw if line.strip()), "")
        indent = self.indent + (len(first) - len(first.lstrip("\xa0 \n\t")) if first[0] == "\xa0" else 0)
        shown = [line.replace(_MARK, "").replace(_INSERTED, "") for line in raw]
        starts = [start for _, start in self.lines]
        # Blank lines above keep figures beside the labels that they belong to.
        printed = "\n".join(" ".join(line.split()) for line in shown)
        text = "\n".join(_clean(line) for line in raw)
        indent = max(0, round(indent))
        spans = _spans(cell, shown, starts) if len(shown) > 1 else ()
        hard = shown[0] if len(shown) == 1 and "\xa0\xa0" in shown[0] else ""
        return CellText(text, printed, spans, not self.unbold, indent, self.line_above, self.line_below, self.ruled, hard, blank_below)


def _spans(cell: etree._Element, lines: list[str], starts: list[int]) -> tuple[tuple[int, int], ...]:
    """Where lines that start at these offsets of the cell's text content stand once its white space is squeezed."""
    squeezed = Squeezed(content(cell))
    spans = []
    for line, start in zip(lines, starts, strict=False):
        bare = line.strip()
        first = start + len(line) - len(line.lstrip())
        spans.append((squeezed.at(first), squeezed.at(first + len(bare) - 1) + 1) if bare else (0, 0))
    return tuple(spans)


def _clean(line: str) -> str:
    """A line without its footnote marks where it is a figure then; else the marks stand behind a blank."""
    line = line.replace(_INSERTED, " ")
    if _MARK not in line:
        return " ".join(line.split())
    parts = line.split(_MARK)
    bare = " ".join("".join(parts[::2]).split())
    if parse_figure(bare) is not None:
        return bare
    marked = (f" {part} " if number % 2 and part.strip() else part for number, part in enumerate(parts))
    return " ".join("".join(marked).split())


def _next_text(element: etree._Element) -> str:
    following = element.getnext()
    return "" if following is None else content(following)


def is_unseen(element: etree._Element, style: Style) -> bool:
    """White text on a white page."""
    if not style.white and not _WHITE.fullmatch(element.get("color") or ""):
        return False
    for outer in (element, *element.iterancestors()):
        colour = outer.get("bgcolor")
        if colour and not _WHITE.fullmatch(colour):
            return False
        if style_of(outer.get("style")).filled or outer.tag == "body":
            return outer.tag == "body" and not style_of(outer.get("style")).filled
    return True
