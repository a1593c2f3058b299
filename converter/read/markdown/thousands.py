"""Thousands parted by blanks or points in cells: ``12 345``, ``12.345,6``. One cell does not tell them; all of a table do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.patterns import regex
from converter.read.markdown.field import RawRow
from converter.read.markdown.figures import figure
from converter.read.markdown.items import Item, piece_of

_BEFORE = r"(?:\\(?:text|math)[a-z]{2}\s?\{|[\s*\\$\u2212\u2013({\[-])*"
_BEHIND = r"(?:[)\s*$}\]-]*|\((?:[a-z]|\d)\)|<sup>[^<]{0,6}</sup>)"
_PARTED = regex(rf"{_BEFORE}[\dlIO]{{1,3}}(?:\s[\dlIO]{{3}})+(?:\.\d+)?(?:{_BEHIND}|\s?C[Rr])")
_OTHERWISE = regex(rf"{_BEFORE}(?:\d{{1,3}}(?:,\d{{3}})+|(?!(?:19|20)\d\d(?:\D|$))\d{{4,}})(?:\.\d+)?{_BEHIND}")
_COMMAS = regex(r"[\s*\\$(]{0,6}\d{1,3}(?:,\d{3})+\)?[\s*\\$(]{1,6}\d")
_ONE = regex(r"(?:[$({\[\u2212\u2013-]\s?)*\d{1,3}(?:\s\d{3})*(?:\.\d+)?\s?[)\]}]?(?=\s|$)\s*|[-\u2013\u2014]{1,2}(?=\s|$)\s*")
_GROUPS = regex(r"\d{1,3}(?: \d{3})+")
_FIGURES = regex(r"[\s*\\$\d().-]+")
_SEVERAL = regex(r"\d[)*]?\s[\s$(\\-]*\d")
_NOT_DOTTED = regex(
    rf"{_BEFORE}(?:\d*\.(?:\d{{1,2}}|\d{{4,}})|0?\.\d{{3}}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?!(?:19|20)\d\d(?:\D|$))\d{{4,}}){_BEHIND}"
)
_TELLING = regex(rf"{_BEFORE}(?:\d{{1,3}}|\d+,\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?){_BEHIND}")
_CONTINENTAL = regex(rf"{_BEFORE}(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d{{1,3}},\d{{1,2}})(?:{_BEHIND}|\s?C[Rr])")
_SWAPPED = str.maketrans(".,", ",.")
_LEAST, _TIMES, _LONGEST = 3, 4, 30


def are_parted(rows: Iterable[RawRow]) -> bool:
    """Whether several cells show it, and few have thousands parted otherwise, or digits and blanks that this does not explain."""
    seen = otherwise = 0
    for row in rows:
        for field in row.fields:
            for part in field.parts if field.left > 0 else ():
                if _PARTED.fullmatch(part.raw):
                    seen += 1
                elif (
                    _OTHERWISE.fullmatch(part.raw)
                    or ("," in part.raw and _COMMAS.match(part.raw))
                    or (_FIGURES.fullmatch(part.raw) and _SEVERAL.search(part.raw.strip()) and not _side_by_side(part.raw.strip()))
                ):
                    otherwise += 1
    return seen >= max(_LEAST, otherwise * _TIMES)


def are_dotted(rows: Iterable[RawRow]) -> bool:
    """Whether points part the thousands: several cells show it, hardly one has a point for anything else, and one at least would not be
    printed so if three places stood behind the point (``567``, ``0,12``, ``1.234.567``)."""
    seen = otherwise = 0
    told = False
    for row in rows:
        for field in row.fields:
            for part in field.parts if field.left > 0 else ():
                raw = part.raw
                if ("." in raw or "," in raw) and len(raw) < _LONGEST and _CONTINENTAL.fullmatch(raw):
                    seen += 1
                elif len(raw) < _LONGEST and _NOT_DOTTED.fullmatch(raw):
                    otherwise += 1
                told = told or (len(raw) < _LONGEST and _TELLING.fullmatch(raw) is not None)
    return told and seen >= max(_LEAST, otherwise * _TIMES)


def swapped(items: Sequence[Item]) -> list[Item]:
    """The cells of a row with commas between thousands, and points before decimals."""
    return [_swapped(item) for item in items]


def _swapped(item: Item) -> Item:
    if item.left == 0 or not _CONTINENTAL.fullmatch(item.text):
        return item
    number = parse_figure(item.text.translate(_SWAPPED))
    return replace(item, number=replace(number, printed=item.text), misread=True, pieces=(), levels=(), stack=()) if number else item


def joined(items: Sequence[Item]) -> list[Item]:
    """The cells of a row with their thousands together."""
    return [_joined(item) for item in items]


def apart(items: Sequence[Item], count: int) -> list[Item]:
    """The cells of a row, which is to have ``count`` figures, where blanks part no thousands: ``162 184`` is two of them."""
    return [
        _apart(item) if item.number is not None and item.text.count(" ") == count - 1 and _GROUPS.fullmatch(item.text) else item
        for item in items
    ]


def _apart(item: Item) -> Item:
    if item.left == 0 or item.end - item.start != len(item.text) or item.printed != item.text:
        return item
    pieces = tuple(piece_of(item, item.printed, item.start, word[0], *word.span()) for word in re.finditer(r"\S+", item.text))
    return replace(item, number=None, pieces=pieces)


def _side_by_side(text: str) -> list[tuple[int, int]]:
    """Where the figures of a cell stand, each as long as groups of three digits go on; nothing where none has such groups, or where it
    holds anything else."""
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        match = _ONE.match(text, position)
        if match is None or match.end() == position:
            return []
        found.append((position, position + len(match[0].rstrip())))
        position = match.end()
    return found if len(found) > 1 and any(" " in text[start:end].strip("$({[)]}- ") for start, end in found) else []


def _joined(item: Item) -> Item:
    if item.left == 0:
        return item
    if not _PARTED.fullmatch(item.text):
        spans = _side_by_side(item.text) if item.end - item.start == len(item.text) == len(item.printed) else []
        pieces = [piece_of(item, item.printed, item.start, item.text[a:b], a, b) for a, b in spans]
        return replace(item, pieces=tuple(map(_joined, pieces)), number=None) if pieces else item
    number = figure(re.sub(r"(?<=[\dlIO])\s(?=[\dlIO])", ",", item.text))
    if number is None:
        return item
    return replace(item, number=replace(number, printed=item.text), misread=True, pieces=(), levels=(), stack=())
