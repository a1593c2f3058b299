"""Figures of columns whose digits OCR read as letters (``l,094``, ``2O.2``), or whose comma as a point (``12.023`` among whole numbers)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from converter.model import Number
from converter.patterns import regex
from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

# Letters alone are no figure: there is a digit beside each of these, or the point or comma of one. What it begins with is told first: so
# most characters of a line are passed over at once.
_SUSPECT = regex(r"[lIOo|\d,S](?:(?<=[lIOo|])[\d,.]|(?<=[\d,])\.?[lIOoSBZ]|(?<=\sS)\s)")
_POINT = regex(r"\d\.\d{3}(?!\d)")
_END = r"(?=\s?[)\]}]?%?(?:\s\s|\s[$S|]|\s*$))"
_LETTERED = regex(
    rf"(?<![^\s$(])(?:[\dlIOoSBZ]{{1,3}}(?:,[\dlIOoSBZ]{{3}})+(?:\.[\dlIOo]{{1,3}})?|[\dlIOo|]{{0,4}}(?:\.[\dlIOo]{{1,2}})?){_END}"
)
_POINTED = regex(rf"(?<![^\s$(])[1-9]\d{{0,2}}(?:\.\d{{3}})+{_END}")
_WORD = regex(r"[$(]*(?=[\dlIOo|SBZ.,]*[lIOo|SBZ])(?=[\dlIOo|SBZ.,]*\d)[\dlIOo|SBZ][\dlIOo|SBZ.,]*[)%]*")
_DIGITS = str.maketrans("lI|OoSBZ", "11100582")
_DOLLAR = regex(r"(?<=[\d)\s]\s)S(?=\s{1,12}\(?[\d.])")
_LEAST_AT_EDGE = 2
_LEAST_WHOLE, _TIMES = 6, 4
_LEAST_BESIDE = 100


def is_misread(word: str) -> bool:
    """Whether a word is a figure but for letters that look like digits: a piece of it is no figure."""
    return _WORD.fullmatch(word) is not None


def may_be_misread(line: TextLine) -> bool:
    """A cheap test."""
    return line.kind not in (kinds.RULE, kinds.PLAIN) and "\t" not in line.raw and _SUSPECT.search(line.raw) is not None


def with_digits(line: TextLine, edges: Counter[int]) -> TextLine:
    """The line with digits for letters where a figure that ends a column is misread, and with its dollar signs. ``edges`` are the ends of
    well-read figures."""
    return _with(line, _DOLLAR.sub("$", _mended(line.raw, _LETTERED, _as_digits, edges)))


def with_comma(line: TextLine, beside: Iterable[Number], edges: Counter[int]) -> TextLine:
    """The line with commas for points, where a whole number ``beside`` it shows that it has no places behind a point."""
    if "\t" in line.raw or not _POINT.search(line.raw):
        return line
    others = [number for number in beside if not number.dash and number.places != _PLACES]
    if not others or any(number.places or abs(number.value) < _LEAST_BESIDE for number in others):
        return line
    return _with(line, _mended(line.raw, _POINTED, lambda text: text.replace(".", ","), edges))


def counts_whole(numbers: Iterable[Number]) -> bool:
    """Whether a table counts in whole numbers: many have commas and no places behind a point, few have three, and hardly one has others."""
    found = [number for number in numbers if not number.dash]
    whole = sum(1 for number in found if "," in number.printed and not number.places)
    three = sum(1 for number in found if number.places == _PLACES)
    return whole >= _LEAST_WHOLE and whole >= three * _TIMES > 0


_PLACES = 3


def _mended(raw: str, pattern: re.Pattern[str], meant: Callable[[str], str], edges: Counter[int]) -> str:
    def mend(match: re.Match[str]) -> str:
        at = match.end()
        sure = edges[at] + edges[at - 1] + edges[at + 1] >= _LEAST_AT_EDGE
        return meant(match[0]) if sure and match.start() else match[0]

    return pattern.sub(mend, raw)


def _as_digits(text: str) -> str:
    """Half of it at least was read as digits."""
    changed = sum(map(str.isalpha, text)) + text.count("|")
    return text.translate(_DIGITS) if changed * 2 <= len(text) and any(map(str.isdigit, text)) else text


def _with(line: TextLine, raw: str) -> TextLine:
    return replace(line, raw=raw, printed=line.printed or line.raw) if raw != line.raw else line
