"""Thousands parted by blanks in the cells of a table: ``12 345``. One cell does not tell it from two figures; all of a table do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from converter.grammar.numbers import parse_figure
from converter.read.markdown.field import RawRow
from converter.read.markdown.items import Item

_BEFORE = r"(?:\\(?:text|math)[a-z]{2}\s?\{|[\s*\\$\u2212\u2013(-])*"
_BEHIND = r"[)\s*$}-]*"
_PARTED = re.compile(rf"{_BEFORE}\d{{1,3}}(?:\s\d{{3}})+(?:\.\d+)?(?:{_BEHIND}|\s?C[Rr])")
_OTHERWISE = re.compile(rf"{_BEFORE}(?:\d{{1,3}}(?:,\d{{3}})+|(?!(?:19|20)\d\d\D)\d{{4,}})(?:\.\d+)?{_BEHIND}")
_FIGURES = re.compile(r"[\s*\\$\d().-]+")
_SEVERAL = re.compile(r"\d[)*]?\s[\s$(\\-]*\d")
_LEAST, _TIMES = 3, 4


def are_parted(rows: Iterable[RawRow]) -> bool:
    """Whether several cells show it, and few have thousands parted otherwise, or digits and blanks that this does not explain."""
    seen = otherwise = 0
    for row in rows:
        for field in row.fields:
            for part in field.parts if field.left > 0 else ():
                if _PARTED.fullmatch(part.raw):
                    seen += 1
                elif _OTHERWISE.fullmatch(part.raw) or (_FIGURES.fullmatch(part.raw) and _SEVERAL.search(part.raw.strip())):
                    otherwise += 1
    return seen >= max(_LEAST, otherwise * _TIMES)


def joined(items: Sequence[Item]) -> list[Item]:
    """The cells of a row with their thousands together."""
    return [_joined(item) for item in items]


def _joined(item: Item) -> Item:
    if item.left == 0 or not _PARTED.fullmatch(item.text):
        return item
    number = parse_figure(re.sub(r"(?<=\d)\s(?=\d)", ",", item.text))
    if number is None:
        return item
    return item._replace(number=replace(number, printed=item.text), misread=True, pieces=(), levels=(), stack=())
