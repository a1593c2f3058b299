"""Heads assigned to columns by overlap, from the top line down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.find.statements.columns import ColumnSpan
from converter.find.statements.stream import Line
from converter.model import Cell, Place


@dataclass(slots=True)
class ColumnHead:
    """The pieces of text above a column, top first."""

    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


def assign_heads(heads: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str) -> tuple[list[ColumnHead], list[str]]:
    """-> a head for each column, and the texts of the head lines that belong to none (captions over the label column or over all)."""
    out = [ColumnHead() for _ in spans]
    captions: list[str] = []
    if not spans:
        return out, [line.text for line in heads]
    for position, line in enumerate(heads):
        if line.rule:
            continue
        rules = _rules_below(heads, position)
        cells = [cell for cell in line.cells if cell.right > spans[0].left - _slack(spans, geometry)]
        captions.extend(cell.text for cell in line.cells if cell not in cells)
        if cells:
            _assign(_pieces(cells, spans), spans, rules, out, captions, geometry)
    return out, captions


def _slack(spans: Sequence[ColumnSpan], geometry: str) -> int:
    """How far a head may end before its first column begins: the heads of narrow figures stick out to the left."""
    if geometry == "grid":
        return 0
    return 1 if len(spans) < 2 else max(1, (spans[1].right - spans[0].right) // 4)


def _rules_below(heads: Sequence[Line], position: int) -> list[Cell]:
    """The rule line right below a head line: it tells how far a spanning head reaches."""
    if position + 1 < len(heads) and heads[position + 1].rule:
        return list(heads[position + 1].cells)
    return []


def _pieces(cells: list[Cell], spans: Sequence[ColumnSpan]) -> list[Cell]:
    return [cell for cell in cells if any(character.isalnum() or character == "%" for character in cell.text)]


def _assign(cells: list[Cell], spans: Sequence[ColumnSpan], rules: list[Cell], out: list[ColumnHead], captions: list[str], geometry: str) -> None:
    if len(cells) == 1 and _is_caption(cells[0], spans, geometry):
        captions.append(cells[0].text)
        return
    for index, span in enumerate(spans):
        cell = _head_of(span, cells, spans, rules, geometry)
        if cell is not None:
            out[index].pieces.append(cell.text)
            out[index].places.append(cell.place)


def _is_caption(cell: Cell, spans: Sequence[ColumnSpan], geometry: str) -> bool:
    """A line that begins well to the left of the columns and reaches into them is a title or sentence, no head."""
    if geometry == "grid":
        return cell.left == 0 and cell.right > spans[0].left and len(spans) > 1 and cell.right - cell.left > 1 and cell.left < spans[0].left
    return cell.left < spans[0].left - 12 and cell.right > spans[0].left and len(cell.text) > 24


def _head_of(span: ColumnSpan, cells: list[Cell], spans: Sequence[ColumnSpan], rules: list[Cell], geometry: str) -> Cell | None:
    best, best_score = None, -1.0e9
    for cell in cells:
        left, right = _reach(cell, rules)
        overlap = min(right, span.right) - max(left, span.left)
        score = float(overlap) if overlap > 0 else -_gap(left, right, span)
        if score > best_score:
            best, best_score = cell, score
    if best is None:
        return None
    return best if best_score > 0 or -best_score <= _farthest(cells, spans, geometry) else None


def _reach(cell: Cell, rules: list[Cell]) -> tuple[int, int]:
    centre = (cell.left + cell.right) / 2
    for rule in rules:
        if rule.left <= centre <= rule.right:
            return min(cell.left, rule.left), max(cell.right, rule.right)
    return cell.left, cell.right


def _gap(left: int, right: int, span: ColumnSpan) -> float:
    return max(left - span.right, span.left - right, 0) + abs((left + right) / 2 - span.centre) / 100


def _farthest(cells: list[Cell], spans: Sequence[ColumnSpan], geometry: str) -> float:
    """How far from a column its head may stand: about a column's width where heads span several, less where each has its own."""
    if len(spans) < 2:
        return 12 if geometry == "characters" else 3
    pitch = (spans[-1].edge - spans[0].edge) / (len(spans) - 1)
    if len(cells) >= len(spans):
        return pitch * 0.6
    return pitch * max(1.1, len(spans) / (2 * len(cells)))
