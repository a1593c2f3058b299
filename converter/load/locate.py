"""The lines of a report's file on which facts stand: for findings that a person reads, after the checking."""

from __future__ import annotations

import re
from collections.abc import Collection

_JSON_KEY = re.compile(rb'"([^"\\\n]{1,200})"[ \t\r\n]{0,100}:[ \t\r\n]{0,100}\{')
_XML_ID = re.compile(rb"""\sid[ \t\r\n]{0,100}=[ \t\r\n]{0,100}["']([^"'<\n]{1,200})["']""")


def fact_lines(data: bytes, ids: Collection[str]) -> dict[str, int]:
    """Line by fact id, from 1; ids that the file does not spell out are left out. ``data`` is xBRL-JSON, XBRL 2.1 or inline XBRL."""
    if not ids:
        return {}
    pattern = _JSON_KEY if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _XML_ID
    wanted = {ident.encode() for ident in ids}
    found: dict[str, int] = {}
    line, at = 1, 0
    for match in pattern.finditer(data):
        ident = match.group(1)
        if ident in wanted:
            line, at = line + data.count(b"\n", at, match.start(1)), match.start(1)
            found.setdefault(ident.decode(), line)
    return found


def excerpt(data: bytes, line: int, longest: int = 160) -> str:
    """A line of a file, cut where it is long."""
    lines = data.split(b"\n", line)
    text = lines[line - 1].decode("utf-8", "replace").strip() if 0 < line <= len(lines) else ""
    return text if len(text) <= longest else f"{text[:longest]} ..."
