"""What the labels of a statement speak for: the markers of each kind (markers.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile
from typing import cast

from msgspec import Struct

from converter import resources
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.ordinals import ORDINAL_STARTS, ordinal_of
from converter.find.statements.segments.segment import Segment
from converter.model import Cell, StatementKind
from converter.patterns import holds_one, regex


class _Marker(Struct, frozen=True):
    """A pattern and its weight. One of the words that it ``needs``, where it has such, stands in all that it finds: most labels have none,
    and are not gone through."""

    pattern: re.Pattern[str]
    weight: int
    needs: tuple[str, ...]

    def occurs(self, labels: str) -> bool:
        return (not self.needs or holds_one(labels, self.needs)) and self.pattern.search(labels) is not None


@cache
def _markers() -> dict[StatementKind, list[_Marker]]:
    """Each kind's markers, for labels in lower case behind a line's end each: that is what ``^`` stands for."""
    markers: dict[StatementKind, list[_Marker]] = {}
    with resources.table("find/statements/segments", "markers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            needs = tuple(filter(None, row["needs"].split("|")))
            marker = _Marker(regex(row["pattern"].replace("^", r"\n")), int(row["weight"]), needs)
            markers.setdefault(cast(StatementKind, row["kind"]), []).append(marker)
    return markers


LEAST_UNTITLED = 8
"""What labels alone have to weigh to tell a kind."""


def kind_so_far(segment: Segment) -> StatementKind | None:
    """The kind that a segment's title told, or else its rows do."""
    if segment.kind is not None:
        return segment.kind
    scores = content_scores([segment])
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= LEAST_UNTITLED else None


def content_scores(chain: Sequence[Segment]) -> dict[StatementKind, int]:
    """How much the labels speak for each kind: the sum of weights of the markers that occur."""
    return label_scores(_labels(chain))


def content_score(chain: Sequence[Segment], kind: StatementKind, wrapped: bool = False) -> int:
    """The same for one kind alone. ``wrapped``: lines without figures begin the label of the next one."""
    return _score(_labels(chain, wrapped).lower(), kind)


def _labels(chain: Sequence[Segment], wrapped: bool = False) -> str:
    """The labels of segments, each behind a line's end."""
    lines = [line for segment in chain for line in (*segment.heads, *segment.rows[:150]) if not line.rule]
    return "\n" + "".join([" ".join(_without_number(line).split()) + (" " if wrapped and not line.has_figures else "\n") for line in lines])


def label_scores(labels: str) -> dict[StatementKind, int]:
    """The same for labels alone, each behind a line's end."""
    labels = labels.lower()
    return {kind: _score(labels, kind) for kind in _markers()}


def _score(lower: str, kind: StatementKind) -> int:
    return sum([marker.weight for marker in _markers()[kind] if marker.occurs(lower)])


def _without_number(line: Line) -> str:
    """A line's text without the number that may stand before its label, or the figures left of it."""
    if len(line.cells) > 1 and line.cells[0].number is not None:
        return " ".join([cell.text for cell in dropwhile(_is_figure, line.cells)])
    return line.text[len(ordinal_of(line.text)) :] if line.text[:1] in ORDINAL_STARTS else line.text


def _is_figure(cell: Cell) -> bool:
    return cell.number is not None
