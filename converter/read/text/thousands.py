"""Thousands parted by blanks: ``12 345   6 789``. One line does not tell them from figures side by side; all lines of a table do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_GROUPS = r"\d{1,3}(?: \d{3})+(?:\.\d+)?"
_SHUT = r"(?:\s?[)\]>}]|-|\s?C[Rr])?"
_FIGURE = re.compile(rf"(?:(?<=\s\s)|(?<=[$(\[<{{\t-])|(?<=[$([<{{]\s)){_GROUPS}(?={_SHUT}(?:\s\s|\t|$))")
_TWO = re.compile(rf"\d{_SHUT}(?:\s\s|\t)[\s$(\[<{{-]*{_GROUPS}{_SHUT}\s*$")
_OTHERWISE = re.compile(r"(?:\d,\d{3}|\s\d{4,})[)\]>}-]?\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\s*$")
_LEAST, _MOST, _TAIL, _TWO_FIGURES = 3, 6, 16, 60


def with_thousands(region: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines; where the figures of a table stand behind wide gaps and have blanks between groups of three digits, with commas there
    (``printed`` keeps what the file has)."""
    if not _are_parted(region):
        return region
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


def _joined(line: TextLine) -> TextLine:
    raw = _FIGURE.sub(lambda match: match[0].replace(" ", ","), line.raw)
    return replace(line, raw=raw, printed=line.raw) if raw != line.raw else line
