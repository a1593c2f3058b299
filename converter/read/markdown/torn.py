"""Rows that lost their fields and stand in running text: ``Net income $1,984 $1,836``, one or several in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.grammar.dates import MONTH, YEAR
from converter.patterns import regex
from converter.read.markdown.field import Field, Part, RawRow
from converter.read.markdown.figures import TOKEN, figures_in
from converter.read.markdown.paragraphs import behind_heading

# What the end of such a line looks like, told from its last characters.
_TAIL = regex(r"(?:(?:^|[\s$\\])[$\\]{0,4}\s?\(?[$\\]{0,2}\s?\.?(?:\d[\d,.]*|[-–—]{1,2})(?:[)%\\*\s$]{0,6}|-\s?|\s?CR\s?)){2}$")
_AMOUNT = regex(r"\d,\d{3}|\.\d\d(?!\d)|[$(]\s?\d|\d-(?:\s|$)|\dCR\b|\d CR\b")
_DATE_TAIL = regex(rf"(?:\b(?:{MONTH})\b\.?\s+[\dlIO]{{1,2}},?|\b[A-Z0][A-Za-z]{{2,9}}\s[\dlIO]{{1,2}},)\s+(?:{YEAR})$", re.IGNORECASE)
_FIGURE = regex(r"\d")
_LONGEST = 600
_LONGEST_LABEL = 160
_NO_LABEL = frozenset(
    ["of", "to", "and", "from", "at", "in", "for", "ended", "or", "by", "was", "were", "than", "between", "note", "page", "item"]
)


def looks_torn(line: str) -> bool:
    """Cheap: the line ends in two figures side by side."""
    return len(line) < _LONGEST and _TAIL.search(line[-60:].rstrip()) is not None


def is_strewn(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether lines ``first`` to ``last`` (half-open) are running text with tabs strewn in: few, and none has a label and a figure."""
    if last - first > 2:
        return False
    return not any(_FIGURE.search(field) and len(field) < 40 for line in lines[first:last] for field in line.split("\t")[1:])


def torn_rows(line: str, number: int) -> list[RawRow]:
    """The rows that the line holds, each a label and equally many figures (two at least); none where it is running text."""
    runs = [_without_date(line, run) for run in _runs(line)]
    if not runs or not all(runs) or line[runs[-1][-1][1] :].strip(" *$\\"):
        return []
    if len({len(run) for run in runs}) != 1 or not all(any(_AMOUNT.search(line[a:b]) for a, b in run) for run in runs):
        return []
    rows: list[RawRow] = []
    position = behind_heading(line)
    for run in runs:
        label = line[position : run[0][0]]
        if not _is_label(label, bool(rows)):
            return []
        fields = [Field((Part(label, number, position),), 0, 1)] if label.strip(" *\\$") else []
        fields.extend(Field((Part(line[a:b], number, a),), at + 1, at + 2) for at, (a, b) in enumerate(run))
        rows.append(RawRow(tuple(fields)))
        position = run[-1][1]
    return rows


def _without_date(line: str, run: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The year of a date that the label ends in is no figure of the row."""
    return run[1:] if _DATE_TAIL.search(line[: run[0][1]][-40:]) else run


def _is_label(label: str, later: bool) -> bool:
    words = label.strip(" *#$\\").split()
    if not words:
        return not later
    if len(label) > _LONGEST_LABEL or words[-1].lower() in _NO_LABEL or words[-1][-1] in ",;=+":
        return False
    return any(character.isalpha() for character in label)


def _runs(line: str) -> Iterator[Sequence[tuple[int, int]]]:
    """Runs of two figures and more with nothing but blanks between."""
    text = line.replace("\\", " ").replace("**", "  ")
    run: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position) if not (position and text[position - 1].isalnum()) else None
        if match and match[0].strip() and figures_in(match[0]):
            run.append((position, position + len(match[0].rstrip())))
            position = match.end()
        elif text[position].isspace() or (match and match[0].strip() in ("$", "S")):
            position += 1
        else:
            if len(run) > 1:
                yield run
            run = []
            gap = text.find(" ", position)
            position = gap if gap > 0 else len(text)
    if len(run) > 1:
        yield run
