"""Heads of components of equity in a text: each stands over its own column, or over those that a rule below it or its middle tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.find.statements.components.panels import COMPONENT
from converter.find.statements.heads.assignment import ColumnHead, by_centres, is_caption, place_heads
from converter.find.statements.heads.extents import slack, widened
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line
from converter.grammar.periods import read_head
from converter.grammar.scales import find_scale
from converter.model import Cell
from converter.patterns import regex

_RULE = regex(r"[-_=]{3,}+")
_SHARES, _AMOUNT = regex(r"(?:no\.?|number)?(?: of)?\s?shares", re.IGNORECASE), regex(r"amounts?|(?:par|stated) value|cost", re.IGNORECASE)
_AUDITED = regex(r"\W*(?:un)?audited\W*", re.IGNORECASE)
_COUNTED = regex(r"\W*(?:(?:no\.?|number) of )?(?:shares|amounts?|dollars)\W*", re.IGNORECASE)


def names_components(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> bool:
    """Whether the lines above the columns name components, more than shares and amounts."""
    over = (cell for line in heads for cell in line.cells if spans and cell.right > spans[0].left)
    return any(COMPONENT.search(cell.text) and not _COUNTED.fullmatch(cell.text) and read_head(cell.text).is_empty for cell in over)


def assign_components(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> tuple[list[ColumnHead], list[str]]:
    """As `heads.assign_heads`; what tells a period or a scale is a caption."""
    out = [ColumnHead() for _ in spans]
    captions: list[str] = []
    rules = [*([_rules_in(line) for line in heads[1:]]), []]
    lines = [_without_rules(line) for line in heads]
    spans = widened(lines, spans)
    for line, below in zip(lines, rules, strict=True):
        cells = [cell for cell in line.cells if _names(cell, spans)]
        captions.extend(cell.text for cell in line.cells if cell not in cells)
        ruled = _ruled(cells, below, spans)
        left = [cell for cell in cells if cell not in ruled.values()]
        if len(cells) == 1 and not ruled and is_caption(cells[0], spans, "characters"):
            captions.append(cells[0].text)
            continue
        place_heads([ruled.get(index) for index in range(len(spans))], out)
        free = [index for index in range(len(spans)) if index not in ruled]
        if left and free:
            place_heads(by_centres(left, [spans[index] for index in free], spread=False), [out[index] for index in free])
    _pair(out)
    return out, captions


def _pair(heads: list[ColumnHead]) -> None:
    """What stands over one of "Shares" and "Amount" side by side stands over both."""
    for shares, amount in pairwise(heads):
        if not (shares.pieces and amount.pieces and _SHARES.fullmatch(shares.pieces[-1]) and _AMOUNT.fullmatch(amount.pieces[-1])):
            continue
        if len(amount.pieces) == 1 < len(shares.pieces):
            amount.pieces[:0], amount.places[:0] = shares.pieces[:-1], shares.places[:-1]
        elif len(shares.pieces) == 1 < len(amount.pieces):
            shares.pieces[:0], shares.places[:0] = amount.pieces[:-1], amount.places[:-1]


def _names(cell: Cell, spans: Sequence[ColumnSpan]) -> bool:
    if cell.right <= spans[0].left - slack(spans, "characters") or not any(map(str.isalnum, cell.text)) or _AUDITED.fullmatch(cell.text):
        return False
    return not find_scale(f"({cell.text})") and (COMPONENT.search(cell.text) is not None or read_head(cell.text).is_empty)


def _without_rules(line: Line) -> Line:
    """A line of heads without the rules that run into them: "---------- Capital in" is a rule, and a head behind it."""
    if line.rule:
        return replace(line, cells=())
    return replace(line, cells=tuple(_behind_rule(cell) for cell in line.cells if not _RULE.fullmatch(cell.text)))


def _behind_rule(cell: Cell) -> Cell:
    rule = _RULE.match(cell.text)
    text = cell.text[rule.end() :].lstrip() if rule else cell.text
    return replace(cell, text=text, left=cell.left + len(cell.text) - len(text)) if rule else cell


def _rules_in(line: Line) -> list[Cell]:
    """The rules of a line, whatever stands beside them."""
    found = ((cell, _RULE.match(cell.text)) for cell in line.cells)
    return [replace(cell, text=rule[0], right=cell.left + rule.end()) for cell, rule in found if rule]


def _ruled(cells: Sequence[Cell], rules: Sequence[Cell], spans: Sequence[ColumnSpan]) -> dict[int, Cell]:
    """The head of each column that the rule right below one tells of, where it tells of several, and lies below no other head."""
    out: dict[int, Cell] = {}
    for rule in rules:
        above = [cell for cell in cells if rule.left <= (cell.left + cell.right) / 2 <= rule.right]
        under = [index for index, span in enumerate(spans) if min(rule.right, span.right) > max(rule.left, span.left)]
        if len(above) == 1 and len(under) > 1:
            out.update(dict.fromkeys(under, above[0]))
    return out
