"""Heads assigned to columns by overlap, from the top line down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from converter.find.statements.heads.block import dates_in_order, is_torn
from converter.find.statements.heads.extents import drifted, heads_of_all, is_over_labels, slack, slid_in_text, widened
from converter.find.statements.heads.folded import folded_heads
from converter.find.statements.heads.groups import groups_of_years, runs_of_years
from converter.find.statements.heads.pairs import as_one, columns_a_date
from converter.find.statements.heads.pieces import head_pieces, rejoined, shape
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line
from converter.grammar.dates import YEAR
from converter.grammar.periods import read_head
from converter.grammar.scales import find_scale
from converter.model import Cell, Place
from converter.patterns import regex

_RULE_MARKS = "-=_"
_SHORTEST_RULE = 3


class ColumnHead(Struct):
    """The pieces of text above a column, top first."""

    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


def heads_in_order(heads: Sequence[Line], columns: int) -> tuple[list[ColumnHead], list[str]]:
    """As `assign_heads`, where order alone tells the columns apart: a line has a head for each, or for each of equally many."""
    out = [ColumnHead() for _ in range(columns)]
    captions: list[str] = []
    for line in heads:
        pieces = head_pieces(rejoined(line.cells, 3), "characters", columns)
        while pieces and (len(pieces) > columns or find_scale(f"({pieces[0].text})")) and read_head(pieces[0].text).is_empty:
            captions.append(pieces.pop(0).text)
        if pieces and columns % len(pieces) == 0 and not _lists_periods(pieces[0].text, columns):
            place_heads(_evenly(pieces, columns), out)
        else:
            captions.extend(piece.text for piece in pieces)
    return out, captions


def assign_heads(heads: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str) -> tuple[list[ColumnHead], list[str]]:
    """-> a head for each column, and the texts of the head lines that belong to none (captions over the label column or over all)."""
    if not spans:
        return [], [line.text for line in heads]
    if geometry == "grid":
        return _assign_lines(heads, drifted(heads, spans), geometry)
    heads = [line if line.rule else replace(line, cells=tuple(rejoined(line.cells, 3))) for line in heads]
    size = columns_a_date(spans)
    if size > 1 and _most_heads(heads, spans) <= len(spans) // size:
        shared, captions = assign_heads(heads, as_one(spans, size), geometry)
        return [ColumnHead([*head.pieces], [*head.places]) for head in shared for _ in range(size)], captions
    return _assign_lines(heads, widened(heads, slid_in_text(heads, spans)), geometry)


def _assign_lines(heads: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str) -> tuple[list[ColumnHead], list[str]]:
    out = [ColumnHead() for _ in spans]
    captions: list[str] = []
    groups = groups_of_years(heads, len(spans))
    runs = runs_of_years(heads, len(spans))
    for position, line in enumerate(heads):
        if line.rule:
            continue
        rules = _rules_below(heads, position)
        if geometry == "grid" and (parted := _year_in_label(line, len(spans))):
            caption, *years = parted
            captions.append(caption.text)
            place_heads(years, out)
            continue
        if _placed_in_order(line, spans, out, captions, geometry):
            continue
        cells = [
            cell for cell in line.cells if cell.right > spans[0].left - slack(spans, geometry) and not is_over_labels(cell, spans, geometry)
        ]
        captions.extend(cell.text for cell in line.cells if cell not in cells)
        if cells:
            pieces = head_pieces(cells, geometry, len(spans))
            if own := folded_heads(pieces, heads[position + 1 :], len(spans), geometry):
                place_heads(own, out)
            elif lengths := _lengths_over(line, groups, geometry, len(spans)):
                place_heads(_evenly(lengths, len(spans)), out)
            elif 1 < len(pieces) == len(runs) and all(_is_year(piece) for piece in pieces):
                place_heads([piece for piece, size in zip(pieces, runs, strict=True) for _ in range(size)], out)
            elif underlines := _underlines(cells, heads[position - 1 : position]):
                beside = sorted([*pieces, *underlines], key=lambda cell: cell.left)
                place_heads([cell if cell in pieces else None for cell in by_centres(beside, spans)], out)
            else:
                _assign(pieces, spans, rules, out, captions, geometry)
    if geometry == "grid" and any(head.pieces for head in out) and not are_whole(out):
        for head, text in zip(out, dates_in_order(heads, spans[0].left, len(spans)), strict=False):
            head.pieces = [text]
    return out, captions


def _underlines(cells: Sequence[Cell], above: Sequence[Line]) -> list[Cell]:
    """The rules on a line of heads that stand below heads of the line ``above``: their columns have these for heads, and not what is
    printed beside them."""
    rules = [cell for cell in cells if len(cell.text) >= _SHORTEST_RULE and not cell.text.strip(_RULE_MARKS)]
    centres = [(cell.left + cell.right) / 2 for line in above for cell in line.cells if not line.rule] if rules else []
    return [rule for rule in rules if any(rule.left <= centre <= rule.right for centre in centres)]


def _most_heads(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> int:
    """How many heads stand side by side over the columns."""
    first = spans[0].left - slack(spans, "characters")
    return max((sum(cell.right > first for cell in line.cells) for line in heads if not line.rule), default=0)


def _placed_in_order(line: Line, spans: Sequence[ColumnSpan], out: list[ColumnHead], captions: list[str], geometry: str) -> bool:
    """Whether a line's heads go to the columns by their order alone, and went there; what stands over the labels is a caption."""
    own = _slid(line, spans) if geometry == "grid" else heads_of_all(line, len(spans))
    if own and geometry == "characters":
        captions.extend(cell.text for cell in line.cells[: -len(spans)])
    place_heads(own, out)
    return bool(own)


def _lengths_over(line: Line, groups: int, geometry: str, columns: int) -> list[Cell]:
    """A line's heads that are lengths, one for each of several ``groups`` of years, wherever they stand. Empty for any other line."""
    pieces = head_pieces(list(line.cells), geometry, columns) if groups > 1 else []
    return pieces if len(pieces) == groups and all(_is_length(piece) for piece in pieces) else []


def are_whole(heads: Sequence[ColumnHead]) -> bool:
    """Whether each head tells one day, all of them one length or none, and no two the same."""
    if any(is_torn(head.text) for head in heads):
        return False
    told = [read_head(head.text) for head in heads]
    alike = len({(each.spans, each.month_days, each.dates, each.years) for each in told}) < len(told)
    return not alike and all(len(each.years) + len(each.dates) == 1 for each in told) and {len(each.spans) for each in told} in ({0}, {1})


def _slid(line: Line, spans: Sequence[ColumnSpan]) -> list[Cell | None]:
    """The heads of a grid's row that lost its empty cells, or how many columns a cell spans: lengths, days or years, all alike, that begin
    where the labels stand, or end before the figures begin. Their order holds; where they stand does not."""
    cells = rejoined(line.cells, 2)
    if len(cells) < 2 or len(spans) % len(cells) or (cells[0].left > 0 and cells[0].right > spans[0].left):
        return []
    periods = [cell for cell in cells if cell.text.strip() != "%"]
    shapes = {shape(cell.text) for cell in periods}
    if len(shapes) != 1 or not any(shapes.pop()) or len(cells) not in (len(periods), len(spans)):
        return []
    return _evenly(cells, len(spans))


def _year_in_label(line: Line, columns: int) -> list[Cell]:
    """What stands over the labels, and the columns' years, the first of which ran into it: "Year ended June 30 2000 | 2001 | 2002"."""
    label, *others = line.cells or (None,)
    match = _LAST_YEAR.search(label.text) if label is not None and label.left == 0 else None
    if match is None or label is None or len(others) != columns - 1 or not others or not all(_is_year(cell) for cell in others):
        return []
    years = [int(match[1]), *(read_head(cell.text).years[0] for cell in others)]
    if {here - there for here, there in pairwise(years)} not in ({1}, {-1}) or len(read_head(label.text).years) > 1:
        return []
    return [replace(label, text=label.text[: match.start()]), replace(label, text=match[1]), *others]


_LAST_YEAR = regex(rf"\s({YEAR})$")


def _is_year(cell: Cell) -> bool:
    head = read_head(cell.text)
    return len(head.years) == 1 and not (head.spans or head.month_days or head.dates)


def _is_length(cell: Cell) -> bool:
    head = read_head(cell.text)
    return bool(head.spans or head.quarter or head.to_date or head.month_days) and not head.years and not head.dates


def _rules_below(heads: Sequence[Line], position: int) -> list[Cell]:
    """The rule line right below a head line: it tells how far a spanning head reaches."""
    if position + 1 < len(heads) and heads[position + 1].rule:
        return list(heads[position + 1].cells)
    return []


def _assign(
    cells: list[Cell], spans: Sequence[ColumnSpan], rules: list[Cell], out: list[ColumnHead], captions: list[str], geometry: str
) -> None:
    stated = [cell for cell in cells if find_scale(f"({cell.text})") and read_head(cell.text).is_empty]
    captions.extend(cell.text for cell in stated)
    cells = [cell for cell in cells if cell not in stated]
    if len(cells) == 1 and (is_caption(cells[0], spans, geometry) or _lists_periods(cells[0].text, len(spans))):
        captions.append(cells[0].text)
        return
    if geometry == "characters" and all(_MARK.fullmatch(cell.text.strip()) for cell in cells):
        chosen = by_centres(cells, spans, spread=False)
    elif geometry == "grid" and _lost_reach(cells, spans):
        chosen = _evenly(cells, len(spans))
    else:
        chosen = _by_overlap(cells, spans, rules) if geometry == "grid" or len(rules) == len(cells) else by_centres(cells, spans)
    place_heads(chosen, out)


_MARK = regex(r"[%$]|per\s?cent(?:age)?|pct\.?|(?:chg|change|variance|increase|incr?)\.?", re.IGNORECASE)
"""What stands over a single column, however far the next head is."""


def place_heads(chosen: Sequence[Cell | None], out: list[ColumnHead]) -> None:
    """Adds a line's heads to those of the columns."""
    for index, cell in enumerate(chosen):
        if cell is not None:
            out[index].pieces.append(cell.text)
            out[index].places.append(cell.place)


def _lists_periods(text: str, columns: int) -> bool:
    """ "March 31, 2003 and 2002" over several columns names them all: no column's own head."""
    head = read_head(text)
    return columns > 1 and len(head.dates) + len(head.years) > 1


def is_caption(cell: Cell, spans: Sequence[ColumnSpan], geometry: str) -> bool:
    """A line that begins well to the left of the columns and reaches into them is a title or sentence, no head."""
    if geometry == "grid":
        return cell.left == 0 and cell.right > spans[0].left and len(spans) > 1 and cell.right - cell.left > 1 and cell.left < spans[0].left
    return cell.left < spans[0].left - 12 and cell.right > spans[0].left and len(cell.text) > 24


def _lost_reach(cells: list[Cell], spans: Sequence[ColumnSpan]) -> bool:
    """Spanning heads in single cells, each for as many columns: OCR tools write how far a head reaches only by where it begins."""
    return 1 < len(cells) < len(spans) and len(spans) % len(cells) == 0 and all(_can_span(cell) for cell in cells)


def _evenly(cells: list[Cell], columns: int) -> list[Cell | None]:
    share = columns // len(cells)
    return [cells[index // share] for index in range(columns)]


def _by_overlap(cells: list[Cell], spans: Sequence[ColumnSpan], rules: list[Cell]) -> list[Cell | None]:
    """Each column takes the head that it overlaps most; where none does, the nearest, if each column can have one of its own."""
    out: list[Cell | None] = []
    for span in spans:
        overlaps = [(min(right, span.right) - max(left, span.left), cell) for cell in cells for left, right in [_reach(cell, rules)]]
        most = max(overlaps, key=lambda item: item[0], default=(0, None))
        out.append(most[1] if most[0] > 0 else None)
    if len(cells) == len(spans) and len({id(cell) for cell in out if cell is not None}) < len(spans):
        return list(cells)
    return _filled(out) if any(out) else by_centres(cells, spans)


def _filled(out: list[Cell | None]) -> list[Cell | None]:
    """Where the source lost how far a spanning head reaches, it goes on to the next head: "Three Months Ended" over but one column."""
    filled: list[Cell | None] = []
    for cell in out:
        last = filled[-1] if filled else None
        filled.append(last if cell is None and last is not None and _can_span(last) else cell)
    return filled


def _can_span(cell: Cell) -> bool:
    head = read_head(cell.text)
    return (
        cell.right - cell.left == 1
        and not head.years
        and not head.dates
        and bool(head.spans or head.month_days or head.ended or head.to_date)
    )


def _reach(cell: Cell, rules: list[Cell]) -> tuple[int, int]:
    centre = (cell.left + cell.right) / 2
    for rule in rules:
        if rule.left <= centre <= rule.right:
            return min(cell.left, rule.left), max(cell.right, rule.right)
    return cell.left, cell.right


def by_centres(cells: list[Cell], spans: Sequence[ColumnSpan], spread: bool = True) -> list[Cell | None]:
    """Heads stand centred over the columns that they name: the partition of the columns into runs whose centres fit best.

    A column without a head costs less than a head far off its centre; found by dynamic programming over heads and columns. Where heads do
    not ``spread``, a column without one costs nothing, but each further column of a head does."""
    if len(cells) == len(spans):
        return list(cells)
    if len(cells) > len(spans):
        return _nearest(cells, spans)
    pitch = (spans[-1].centre - spans[0].centre) / max(1, len(spans) - 1) or 8.0
    bare, further = (0.4 * pitch, 0.0) if spread else (0.0, 0.4 * pitch)
    usual = len(spans) / len(cells) if len(cells) > 1 and spread else 0.0
    count = len(spans)
    best: list[tuple[float, tuple[tuple[int, int], ...]]] = [(index * bare, ()) for index in range(count + 1)]
    for placed, cell in enumerate(cells):
        centre = (cell.left + cell.right) / 2
        following: list[tuple[float, tuple[tuple[int, int], ...]]] = [(1e9, ())] * (count + 1)
        for end in range(1, count + 1):
            skipped = (following[end - 1][0] + bare, following[end - 1][1])
            runs = [
                (
                    best[begin][0] + _misfit(spans[begin:end], centre, usual, pitch) + further * (end - begin - 1),
                    (*best[begin][1], (begin, end)),
                )
                for begin in range(end)
                if len(best[begin][1]) == placed
            ]
            following[end] = min([skipped, *runs], key=lambda item: item[0])
        best = following
    out: list[Cell | None] = [None] * count
    for cell, (begin, end) in zip(cells, best[count][1], strict=False):
        out[begin:end] = [cell] * (end - begin)
    return out


def _misfit(run: Sequence[ColumnSpan], centre: float, usual: float, pitch: float) -> float:
    """How ill a head at ``centre`` fits a run of columns: off its middle, and (a little) of another size than its neighbours' runs."""
    off = 2 * abs((run[0].centre + run[-1].centre) / 2 - centre)
    return off + 0.3 * pitch * (len(run) - usual) ** 2 if usual else off


def _nearest(cells: list[Cell], spans: Sequence[ColumnSpan]) -> list[Cell | None]:
    return [min(cells, key=lambda cell: abs((cell.left + cell.right) / 2 - span.centre)) for span in spans]
