"""Thousands parted by blanks or points: ``12 345   6.789``. One line does not tell them from other figures; all lines of a table do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from converter.patterns import regex
from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_GROUPS = r"\d{1,3}(?: \d{3})+(?:\.\d+)?"
_SHUT = r"(?:\s?[)\]>}]|-|\s?C[Rr])?"
_FIGURE = regex(rf"(?:(?<=\s\s)|(?<=[$(\[<{{\t−–-])|(?<=[$([<{{−–-]\s)){_GROUPS}(?={_SHUT}(?:\s\s|\t|\s\$|$))")
_TWO = regex(rf"\d{_SHUT}(?:\s\s|\t|\s\$)[\s$(\[<{{−–-]*{_GROUPS}{_SHUT}\s*$")
_OTHERWISE = regex(r"(?:\d,\d{3}|\s\d{4,})[)\]>}-]?\s*$")
_YEAR = regex(r"\b(?:19|20)\d\d\s*$")
_DOTTED = regex(r"(?:^|[\s$(\[<{-])(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3},\d{1,2})[)\]>}-]?\s*$")
_NOT_DOTTED = regex(r"(?:\d,\d{3}|\d\.\d{1,2}|\s\d{4,}|(?<!\d)\.\d+)[)\]>}-]?\s*$")
_TELLING = regex(r"(?:\s\d{1,3}|\d,\d{1,2}|\d\.\d{3}\.\d{3})[)\]>}-]?\s*$")
_CONTINENTAL = regex(r"(?<![\w.,])\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,2})?|,\d{1,2})(?![\w.,%])")
_SWAPPED = str.maketrans(".,", ",.")
_LEAST, _MOST, _TIMES, _TAIL, _TWO_FIGURES = 3, 6, 4, 16, 60
_CLOSING = " )]>}-"


def with_thousands(region: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines; where the figures of a table stand behind wide gaps and have blanks between groups of three digits, with commas there
    (``printed`` keeps what the file has)."""
    if not _are_parted(region):
        return [_swapped(line) if line.kind == kinds.ROW else line for line in region] if _are_dotted(region) else region
    return [_joined(line) if line.kind == kinds.ROW else line for line in region]


def _are_parted(region: Sequence[TextLine]) -> bool:
    """Whether several lines show it, and no more of them have thousands that are parted otherwise."""
    seen = otherwise = 0
    for line in region:
        if line.kind == kinds.ROW:
            tail = line.raw[-_TAIL:]
            if _OTHERWISE.search(tail) and not _YEAR.search(tail):
                otherwise += 1
                if otherwise > seen + _MOST:
                    return False
            seen += " " in tail and _TWO.search(line.raw[-_TWO_FIGURES:]) is not None
    return seen >= _LEAST and seen >= otherwise


def _are_dotted(region: Sequence[TextLine]) -> bool:
    """Whether points part the thousands in several lines, and in no more of them anything else; and one line at least would not be
    printed so if three places stood behind the point (``567``, ``0,12``, ``1.234.567``)."""
    if sum(1 for line in region if _ends_dotted(line.raw.rstrip(_CLOSING))) < _LEAST:
        return False
    tails = [line.raw[-_TAIL:] for line in region if line.kind == kinds.ROW]
    seen = sum(1 for tail in tails if _DOTTED.search(tail))
    otherwise = sum(1 for tail in tails if _NOT_DOTTED.search(tail) and not _DOTTED.search(tail))
    return seen >= max(_LEAST, otherwise * _TIMES) and any(map(_TELLING.search, tails))


def _ends_dotted(text: str) -> bool:
    """Cheap: a point before the last three characters, or a comma before the last two or one."""
    return text[-4:-3] == "." or text[-3:-2] == "," or text[-2:-1] == ","


def _swapped(line: TextLine) -> TextLine:
    raw = _CONTINENTAL.sub(lambda match: match[0].translate(_SWAPPED), line.raw)
    return replace(line, raw=raw, printed=line.raw) if raw != line.raw else line


def _joined(line: TextLine) -> TextLine:
    raw = _FIGURE.sub(lambda match: match[0].replace(" ", ","), line.raw)
    return replace(line, raw=raw, printed=line.raw) if raw != line.raw else line
