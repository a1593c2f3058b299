"""What the labels of a statement speak for: the markers of each kind (markers.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile
from typing import cast

from converter import resources
from converter.find.statements.lines.line import Line
from converter.find.statements.lines.ordinals import ORDINAL_STARTS, ordinal_of
from converter.find.statements.segments.segment import Segment
from converter.model import Cell, StatementKind


@cache
def _markers() -> dict[StatementKind, list[tuple[re.Pattern[str], int]]]:
    """Each kind's patterns with their weights, for labels in lower case behind a line's end each: that is what ``^`` stands for."""
    markers: dict[StatementKind, list[tuple[re.Pattern[str], int]]] = {}
    with resources.table("find/statements/segments", "markers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pattern = re.compile(row["pattern"].replace("^", r"\n"))
            markers.setdefault(cast(StatementKind, row["kind"]), []).append((pattern, int(row["weight"])))
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


def content_scores(chain: Sequence[Segment], wrapped: bool = False) -> dict[StatementKind, int]:
    """How much the labels speak for each kind: the sum of weights of the markers that occur. ``wrapped``: lines without figures begin the
    label of the next one."""
    lines = [line for segment in chain for line in (*segment.heads, *segment.rows[:150]) if not line.rule]
    labels = "\n"
    labels += "".join([" ".join(_without_number(line).split()) + (" " if wrapped and not line.has_figures else "\n") for line in lines])
    return label_scores(labels)


def label_scores(labels: str) -> dict[StatementKind, int]:
    """The same for labels alone, each behind a line's end."""
    labels = labels.lower()
    return {kind: sum(weight for pattern, weight in patterns if pattern.search(labels)) for kind, patterns in _markers().items()}


def _without_number(line: Line) -> str:
    """A line's text without the number that may stand before its label, or the figures left of it."""
    if len(line.cells) > 1 and line.cells[0].number is not None:
        return " ".join([cell.text for cell in dropwhile(_is_figure, line.cells)])
    return line.text[len(ordinal_of(line.text)) :] if line.text[:1] in ORDINAL_STARTS else line.text


def _is_figure(cell: Cell) -> bool:
    return cell.number is not None
