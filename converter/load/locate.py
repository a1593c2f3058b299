"""Where facts stand in a report's file: for findings that a person reads, after the checking."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

_JSON_KEY = re.compile(rb'"([^"\\\n]{1,200})"[ \t\r\n]{0,100}:[ \t\r\n]{0,100}\{')
_XML_ID = re.compile(rb"""\sid[ \t\r\n]{0,100}=[ \t\r\n]{0,100}["']([^"'<\n]{1,200})["']""")
_LONGEST = 160
_FURTHEST = 2000
"""How many bytes before its id a fact's element may begin."""


class Spot(Struct, frozen=True):
    """A line, from 1, and what is written from the fact on, cut where it is long."""

    line: int
    excerpt: str


def fact_spots(data: bytes, ids: Collection[str]) -> dict[str, Spot]:
    """Spot by fact id; ids that the file does not spell out are left out. ``data`` is xBRL-JSON, XBRL 2.1 or inline XBRL."""
    if not ids:
        return {}
    is_json = data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    wanted = {ident.encode("utf-8", "replace") for ident in ids}
    found: dict[str, Spot] = {}
    line, at = 1, 0
    for match in (_JSON_KEY if is_json else _XML_ID).finditer(data):
        ident = match.group(1)
        if ident in wanted:
            line, at = line + data.count(b"\n", at, match.start(1)), match.start(1)
            opened = -1 if is_json else data.rfind(b"<", max(0, at - _FURTHEST), at)
            start = match.start() if opened < 0 else opened
            found.setdefault(ident.decode(), Spot(line, _excerpt(data, start)))
    return found


def _excerpt(data: bytes, start: int) -> str:
    text = " ".join(data[start : start + 4 * _LONGEST].partition(b"\n")[0].decode("utf-8", "replace").split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."
