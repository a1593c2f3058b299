"""HTML tables within markdown: lxml reads the fragment, an offset that is put into each start tag tells where the cell stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow

_TAG = regex(r"<(/?)(table|thead|tbody|tfoot|tr|td|th|row|cell|entry|caption)\b[^<>]{0,1000}>", re.IGNORECASE)
_BREAK = regex(r"<br\s{0,3}/?>|</p>|</div>|</li>", re.IGNORECASE)
_CELLS = ("td", "th", "cell", "entry")
"""The last two are those of TEI and of CALS, which have rows too."""
_OFFSET = "data-f2x"
_MOST_SPAN = 200
_MOST_COLUMNS = 2_000


class Region:
    """Lines ``first`` to ``last`` (half-open) of the document, from column ``start`` of the first to column ``end`` of the last.

    ``offset`` is added to the index of a line."""

    def __init__(self, lines: Sequence[str], first: int, last: int, start: int = 0, end: int | None = None, offset: int = 0) -> None:
        texts = list(lines[first:last])
        if end is not None:
            texts[-1] = texts[-1][:end]
        texts[0] = texts[0][start:]
        self.first = first + offset
        self.start = start
        self.text = "\n".join(texts)
        self._begins = [0]
        for text in texts[:-1]:
            self._begins.append(self._begins[-1] + len(text) + 1)

    def parts(self, first: int, last: int) -> tuple[Part, ...]:
        """The characters ``first`` to ``last`` of the region as parts, one a line, blank ones left out."""
        parts = []
        text = self.text[first:last]
        position = first
        for piece in text.split("\n"):
            if piece and not piece.isspace():
                parts.append(self._part(piece, position))
            position += len(piece) + 1
        return tuple(parts)

    def _part(self, text: str, position: int) -> Part:
        row = bisect_right(self._begins, position) - 1
        column = position - self._begins[row] + (self.start if row == 0 else 0)
        return Part(text, self.first + row, column)


def tag_rows(region: Region) -> list[RawRow]:
    """The rows of all tables of the region, nested ones after the row that holds them."""
    from lxml import etree

    spans, marked = _marked(region.text)
    root = etree.fromstring(f"<div>{marked}</div>", etree.HTMLParser(remove_comments=True, no_network=True, huge_tree=False))
    if root is None:
        return []
    rows: list[RawRow] = []
    taken: dict[int, int] = {}
    table = None
    for row in root.iter("tr", "row", "caption"):
        if row.tag == "caption":
            rows.extend(_caption(row, spans, region))
            continue
        if (around := next(row.iterancestors("table"), None)) is not table:
            taken, table = {}, around
        rows.append(RawRow(tuple(_fields(row, spans, region, taken))))
    return rows


def _marked(text: str) -> tuple[dict[int, int], str]:
    """Ends of the contents by their starts, and the text with each cell's start put into its tag."""
    out: list[str] = []
    ends: dict[int, int] = {}
    position = opened = 0
    for match in _TAG.finditer(text):
        if opened:
            ends[opened] = match.start()
            opened = 0
        if not match[1] and match[2].lower() in (*_CELLS, "caption"):
            opened = match.end()
            out.append(f'{text[position : match.end(2)]} {_OFFSET}="{opened}"')
            position = match.end(2)
    if opened:
        ends[opened] = len(text)
    out.append(text[position:])
    return ends, "".join(out)


def _caption(caption: object, ends: dict[int, int], region: Region) -> Iterator[RawRow]:
    """Each line of a caption is a row: a title may stand there."""
    start = int(caption.get(_OFFSET, "0") or 0)  # type: ignore[attr-defined]
    for part in _broken(region, start, ends[start]) if start in ends else ():
        yield RawRow((Field((part,), 0, 1),))


def _fields(row: object, ends: dict[int, int], region: Region, taken: dict[int, int]) -> Iterator[Field]:
    """Fields of one ``<tr>``. ``taken`` counts, by column, the rows that a cell from above still covers."""
    column = 0
    here: dict[int, int] = {}
    for cell in row:  # type: ignore[attr-defined]
        if cell.tag not in _CELLS:
            continue
        while taken.get(column, 0) > 0 and column < _MOST_COLUMNS:
            column += 1
        width, height = _span(cell.get("colspan")), _span(cell.get("rowspan"))
        if height > 1:
            here.update(dict.fromkeys(range(column, column + width), height))
        start = int(cell.get(_OFFSET, "0") or 0)
        if start in ends:
            parts = _broken(region, start, ends[start])
            whole = region.parts(start, ends[start]) if len(parts) > 1 or _BREAK.search(region.text, start, ends[start]) else ()
            if parts:
                yield Field(parts, column, column + width, cell.tag == "th", whole[0] if len(whole) == 1 else None)
        column += width
    for key in list(taken):
        taken[key] -= 1
        if taken[key] <= 0:
            del taken[key]
    for key, height in here.items():
        taken[key] = height - 1


def _broken(region: Region, start: int, end: int) -> tuple[Part, ...]:
    """The content, cut at line breaks."""
    parts: list[Part] = []
    position = start
    for match in _BREAK.finditer(region.text, start, end):
        parts.extend(region.parts(position, match.start()))
        position = match.end()
    parts.extend(region.parts(position, end))
    return tuple(parts)


def _span(text: str | None) -> int:
    digits = (text or "").strip().strip("\\\"'")
    return max(1, min(int(digits), _MOST_SPAN)) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
