"""OTSL, the tags that document models write tables in: ``<fcel>Cash<fcel>1,234<nl>``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from converter.patterns import regex
from converter.read.markdown.field import Field, RawRow
from converter.read.markdown.tags import Region

START = regex(r"<(?:otsl|fcel|ched|ecel|rhed|srow)>", re.IGNORECASE)
END = regex(r"</otsl>", re.IGNORECASE)
_TOKEN = regex(r"<(fcel|ecel|lcel|ucel|xcel|ched|rhed|srow|nl|/?otsl|/?loc_\d{1,4}|/?caption)>", re.IGNORECASE)
_FILLED = frozenset({"fcel", "ched", "rhed", "srow"})
_CELLS = _FILLED | {"ecel", "lcel", "ucel", "xcel"}


def otsl_rows(region: Region) -> Iterator[RawRow]:
    """Rows end at ``<nl>``; ``<lcel>`` makes the cell to its left one column wider, ``<ucel>`` belongs to the one above."""
    fields: list[Field] = []
    column = 0
    opened, begin = "", 0
    for match in [*_TOKEN.finditer(region.text), None]:
        end = match.start() if match else len(region.text)
        kind = match[1].lower() if match else "nl"
        if kind.lstrip("/").startswith("loc_"):
            begin = match.end() if match and not region.text[begin:end].strip() else begin
            continue
        if opened:
            parts = region.parts(begin, end)
            if parts:
                fields.append(Field(parts, column, column + 1, opened == "ched"))
            column += 1
        opened, begin = "", match.end() if match else end
        if kind in _FILLED:
            opened = kind
        elif kind in _CELLS:
            if kind == "lcel" and fields and fields[-1].right == column:
                fields[-1] = replace(fields[-1], right=column + 1)
            column += 1
        elif kind == "nl":
            if fields:
                yield RawRow(tuple(fields))
            fields, column = [], 0
