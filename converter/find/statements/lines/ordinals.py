"""Numbers of lines ("1.", "(12)") before the labels of a statement: no part of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.find.statements.lines.draft import DraftRow
from converter.model import Cell, Place

_LEAST = 5
_LONGEST = 5
_MARKS = ".)"
ORDINAL_STARTS = frozenset("0123456789(")


def without_ordinals(rows: Sequence[DraftRow]) -> None:
    """Takes the numbers off the labels where most of them have one and they count up."""
    labelled = [row for row in rows if row.labels]
    if sum([row.labels[0].text[0] in ORDINAL_STARTS for row in labelled]) < _LEAST:
        return
    counted = [(row, number) for row in labelled if (number := ordinal_of(row.labels[0].text))]
    if len(counted) < _LEAST or len(counted) * 3 < len(labelled) * 2:
        return
    steps = sum(int(_bare(here)) < int(_bare(there)) for (_, here), (_, there) in pairwise(counted))
    if steps * 10 < (len(counted) - 1) * 9:
        return
    for row, number in counted:
        label = row.labels[0]
        rest = label.text[len(number) :].lstrip()
        row.labels[:1] = [_behind(label, rest)] if rest else []
        row.indent = row.labels[0].indent if row.labels else row.indent


def ordinal_of(text: str) -> str:
    """ "12." of "12. Net sales", "(3)" of "(3)"; "" where there is none."""
    number = text.partition(" ")[0]
    return number if number and len(number) <= _LONGEST and number[-1] in _MARKS and _bare(number).isdecimal() else ""


def _bare(number: str) -> str:
    return number.lstrip("(").rstrip(_MARKS)


def _behind(label: Cell, rest: str) -> Cell:
    """The label without its number, at its own characters."""
    place = label.place
    cut = len(place.text) - len(rest)
    moved = Place(place.document, place.kind, rest, place.line, (place.start or 0) + cut, (place.start or 0) + len(place.text), place.path)
    in_characters = label.right - label.left == len(label.text)
    left = label.right - len(rest) if in_characters else label.left
    return replace(label, text=rest, left=left, place=moved if place.text.endswith(rest) else place)
