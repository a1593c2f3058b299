"""Where the scale of the statements is stated: above one, at its foot, on another one, or once for all in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from converter.find.statements.segments.segment import Segment
from converter.grammar.general_scale import Scope, find_general_scale, may_state_scale
from converter.grammar.scales import ScaleStatement, find_scale
from converter.model import Document, Paragraph, Table
from converter.patterns import regex

_LONGEST_FOOT = 100
_LONGEST_HEADING = 170
_HEADS_ALL = regex(r"\W*(?:item\s+8\b|(?:condensed\s+)?notes\s+to\s+(?:the\s+)?(?:\w+\s+){0,4}financial\s+statements\b)", re.IGNORECASE)
"""The headings below which a line speaks of all statements: Item 8, the notes."""
_OF_SCALE = regex(
    r"\W*(?:(?:all|tabular|dollar|amounts?|dollars?|information|expressed|stated|in|thousands|millions|000.s)\b|\$)(?:\D|000){0,110}$",
    re.IGNORECASE,
)
"""A line that says nothing but what all amounts are in."""


def common_scale(segments: Sequence[tuple[Document, Segment]]) -> ScaleStatement | None:
    """The scale that the statements state, for those of them that state none; else that which the documents' sentences state for all."""
    stated = next((scale for _, segment in segments if (scale := scale_of(segment))), None)
    if stated is not None:
        return stated
    documents = {document.index: document for document, _ in segments}
    return next((scale for document in documents.values() if (scale := _told_once(document))), None)


def scale_of(segment: Segment) -> ScaleStatement | None:
    above = segment.caption_text + " ; " + " ; ".join(line.text for line in segment.heads)
    return find_scale(above) or find_scale(segment.lead) or _scale_below(segment)


def _scale_below(segment: Segment) -> ScaleStatement | None:
    """What the lines below the last figures say: "(In thousands)" may stand at the foot. A lone number there is the page's."""
    foot = takewhile(lambda line: not line.has_figures or len(line.cells) == 1, reversed(segment.rows))
    said = (find_scale(line.text) for line in foot if 0 < len(line.text) < _LONGEST_FOOT)
    return next((scale for scale in said if scale), None)


def _told_once(document: Document) -> ScaleStatement | None:
    """What sentences and the lines below headings say for all amounts: those of the financial statements before those of anything else.
    Where they contradict one another, none of them counts."""
    said: dict[Scope, list[ScaleStatement]] = {}
    for scope, scale in _general(document):
        said.setdefault(scope, []).append(scale)
    scales = said.get("statements") or said.get("all") or []
    return scales[0] if len({scale.power for scale in scales}) == 1 else None


def _general(document: Document) -> Iterator[tuple[Scope, ScaleStatement]]:
    below = False
    for text in _passages(document):
        heads = _HEADS_ALL.match(text)
        if may_state_scale(text):
            scope, scale = find_general_scale(text)
            rest = text[heads.end() :] if heads else text
            if scale is None and (heads or below) and len(text) < _LONGEST_HEADING and _OF_SCALE.match(rest):
                scope, scale = "statements", find_scale(rest)
            if scale is not None and scale.power:
                yield scope, scale
        below = bool(heads) and len(text) < _LONGEST_HEADING


def _passages(document: Document) -> Iterator[str]:
    """The paragraphs, and those that a table took in: lines of one cell, parted by blank lines. What is no words is empty."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif may_state_scale(block.text) or not block.text:
            yield from _in_table(block)
        else:
            yield ""


def _in_table(table: Table) -> Iterator[str]:
    lines: list[str] = []
    for row in table.rows:
        alone = len(row.cells) == 1 and row.cells[0].number is None and not row.rule
        if lines and (row.blank_before or not alone or table.geometry == "grid"):
            yield " ".join(lines)
            lines = []
        if alone:
            lines.append(row.cells[0].text)
        else:
            yield ""
    yield " ".join(lines)
