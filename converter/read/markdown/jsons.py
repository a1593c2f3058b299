"""Tables as JSON, or as Python prints the same: a list of rows (lists of strings) or of records, whose keys are the columns' heads; or an
object that holds the heads beside the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.field import Field, RawRow
from converter.read.markdown.tags import Region

# A string that nothing closes ends with its line: no look at a character is in vain.
_TOKEN = regex(r""""(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|[\[\]{}:]|(?:null|None)\b|-?\d[\d.]*""")
_OPENS = regex(r"\s*\[\s*(?:$|[\[{])")
_OBJECT = regex(r"""\s*\{\s*(?:$|["'](?:columns|headers?|heads?|thead)["']\s*:)""", re.IGNORECASE)
_HEADS = regex(r"""\s*["'](?:columns|headers?|heads?|thead)["']\s*:""", re.IGNORECASE)
_NUMBERS_OF_ROWS = "index"
"""What stands beside columns and rows and is none of them."""
_ROW = regex(r"""\s*[\[{]\s*(?:$|["'\]}]|(?:null|None)\b)""")
_QUOTES = frozenset("\"'")
_NONE = frozenset({"null", "None"})
MOST_LINES = 20_000
_MOST_FIELDS = 400


def json_end(lines: Sequence[str], at: int) -> int:
    """Behind the last line of the list of rows or records that begins on line ``at``; 0 where none does, or nothing closes it."""
    if not begins_json(lines, at):
        return 0
    depth = 0
    for number in range(at, min(len(lines), at + MOST_LINES)):
        for match in _TOKEN.finditer(lines[number]):
            token = match[0]
            if token in "[{":
                depth += 1
            elif token in "]}":
                depth -= 1
                if depth <= 0:
                    return number + 1
    return 0


def begins_json(lines: Sequence[str], at: int) -> bool:
    """Whether a line opens a list, and a row in it, or an object with heads."""
    if _OBJECT.match(lines[at]):
        rest = lines[at].strip()[1:].lstrip() or next(iter(lines[at + 1 : at + 2]), "")
        return _HEADS.match(rest) is not None
    if not _OPENS.match(lines[at]):
        return False
    rest = lines[at].strip()[1:].lstrip() or next(iter(lines[at + 1 : at + 2]), "")
    return _ROW.match(rest) is not None


def json_rows(region: Region) -> Iterator[RawRow]:
    """The rows; those of records with their keys above them."""
    keys: list[tuple[int, int]] = []
    values: list[tuple[int, int] | None] = []
    told = False
    depth = 0
    object_of_rows, name = _OBJECT.match(region.text) is not None, ""
    for match in _TOKEN.finditer(region.text):
        token = match[0]
        if token in "[{":
            depth += 1
            keys, values = [], []
        elif token in "]}":
            depth -= 1
            if values and (depth == 1 or (object_of_rows and depth)) and name != _NUMBERS_OF_ROWS:
                if keys and not told:
                    yield _row(region, [None, *keys[1:]])
                told = told or bool(keys)
                yield _row(region, values)
            values = []
        elif token == ":":
            key = values.pop() if values else None
            if key is not None:
                keys.append(key)
        elif depth >= 2:
            opened = token[0] in _QUOTES
            closed = opened and len(token) > 1 and token[-1] == token[0]
            values.append(None if token in _NONE else (match.start() + opened, match.end() - closed))
        elif token[0] in _QUOTES:
            name = token.strip("\"'").lower()


def _row(region: Region, spans: Sequence[tuple[int, int] | None]) -> RawRow:
    filled = [(column, region.parts(*span)) for column, span in enumerate(spans[:_MOST_FIELDS]) if span]
    return RawRow(tuple(Field(parts, column, column + 1) for column, parts in filled if parts))
