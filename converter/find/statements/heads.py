"""Heads assigned to columns by overlap, from the top line down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter.find.statements.columns import ColumnSpan
from converter.find.statements.stream import Line
from converter.grammar.dates import MONTH, YEAR
from converter.grammar.periods import read_head
from converter.grammar.scales import find_scale
from converter.model import Cell, Place

_COUNTS = (
    "three|six|nine|twelve|thirteen|sixteen|twenty-(?:four|six|eight)|thirty-(?:six|nine)|forty|fifty-(?:two|three)"  # of months or weeks
)
_HEAD_UNIT = re.compile(
    rf"{MONTH}\.?\s+\d{{1,2}}\s?(?:,\s?(?:{YEAR})?|\b)|(?:{_COUNTS}|\d+)\s+(?:months?|weeks?)(?:\s+ended)?"
    rf"|(?:fiscal\s+)?{YEAR}|(?:first|second|third|fourth)\s+quarter"
    r"|\d\d?/\d\d?/\d\d(?:\d\d)?|ended",
    re.IGNORECASE,
)


_FOR_THE = re.compile(r"(?:for\s+)?the|for", re.IGNORECASE)
_BARE_MONTH = re.compile(rf"\b{MONTH}\.?$", re.IGNORECASE)
_TO_END = re.compile(r"\d,?\s+(?:to|through|thru)$", re.IGNORECASE)
_BARE_DAY = re.compile(r"[0-3]?\d,?")
_COUNT_WORD = re.compile(
    r"(?:for\s+the\s+)?(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d{1,2}|fiscal)", re.IGNORECASE
)
_LENGTH_WORD = re.compile(r"(?:months?|weeks?|years?|quarters?)\b", re.IGNORECASE)


@dataclass(slots=True)
class ColumnHead:
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
        pieces = _pieces(_rejoined(line.cells, 3), "characters", columns)
        while pieces and (len(pieces) > columns or find_scale(f"({pieces[0].text})")) and read_head(pieces[0].text).is_empty:
            captions.append(pieces.pop(0).text)
        if pieces and columns % len(pieces) == 0 and not _lists_periods(pieces[0].text, columns):
            _place(_evenly(pieces, columns), out)
        else:
            captions.extend(piece.text for piece in pieces)
    return out, captions


def assign_heads(heads: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str) -> tuple[list[ColumnHead], list[str]]:
    """-> a head for each column, and the texts of the head lines that belong to none (captions over the label column or over all)."""
    out = [ColumnHead() for _ in spans]
    captions: list[str] = []
    if not spans:
        return out, [line.text for line in heads]
    if geometry == "characters":
        heads = [line if line.rule else replace(line, cells=tuple(_rejoined(line.cells, 3))) for line in heads]
        spans = _widened(heads, spans)
    else:
        spans = _drifted(heads, spans)
    groups = _groups_of_years(heads, len(spans))
    for position, line in enumerate(heads):
        if line.rule:
            continue
        rules = _rules_below(heads, position)
        own = _slid(line, spans) if geometry == "grid" else []
        if own:
            _place(own, out)
            continue
        cells = [
            cell
            for cell in line.cells
            if cell.right > spans[0].left - _slack(spans, geometry) and not _is_over_labels(cell, spans, geometry)
        ]
        captions.extend(cell.text for cell in line.cells if cell not in cells)
        if cells:
            pieces = _pieces(cells, geometry, len(spans))
            if 1 < len(pieces) == groups and all(_is_length(piece) for piece in pieces):
                _place(_evenly(pieces, len(spans)), out)
            else:
                _assign(pieces, spans, rules, out, captions, geometry)
    return out, captions


def _slid(line: Line, spans: Sequence[ColumnSpan]) -> list[Cell | None]:
    """The heads of a grid's row that lost its empty cells, or how many columns a cell spans: lengths, days or years, all alike, that begin
    where the labels stand, or end before the figures begin. Their order holds; where they stand does not."""
    cells = _rejoined(line.cells, 2)
    if len(cells) < 2 or len(spans) % len(cells) or (cells[0].left > 0 and cells[0].right > spans[0].left):
        return []
    shapes = {_shape(cell.text) for cell in cells}
    return _evenly(cells, len(spans)) if len(shapes) == 1 and any(shapes.pop()) else []


def _groups_of_years(heads: Sequence[Line], columns: int) -> int:
    """ "2003  2002  2003  2002": how many times the years over the columns begin anew; so many heads span them evenly. 0 where they
    do not."""
    for line in heads:
        years = [read_head(cell.text).years or tuple(day.year for day in read_head(cell.text).dates) for cell in line.cells]
        if len(years) != columns or not all(len(each) == 1 for each in years):
            continue
        size = next((size for size in range(2, columns // 2 + 1) if columns % size == 0 and years == years[:size] * (columns // size)), 0)
        return columns // size if size and len(set(years[:size])) == size else 0
    return 0


def _is_length(cell: Cell) -> bool:
    head = read_head(cell.text)
    return bool(head.spans or head.quarter or head.to_date or head.month_days) and not head.years and not head.dates


def _widened(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> list[ColumnSpan]:
    """The columns as wide as the heads and rules that stand one above each: "March 27, 1999" reaches further than "3,240"."""
    wide = [ColumnSpan(span.left, span.right, span.edge, span.cells) for span in spans]
    for line in heads:
        cells = [cell for cell in line.cells if cell.right > spans[0].left - _slack(spans, "characters")]
        if len(cells) != len(spans) or any(
            cell.right - cell.left > 2.5 * (span.right - span.left) + 8 for cell, span in zip(cells, spans, strict=True)
        ):
            continue
        for cell, span in zip(cells, wide, strict=True):
            span.left, span.right = min(span.left, cell.left), max(span.right, cell.right)
    return wide


def _drifted(heads: Sequence[Line], spans: Sequence[ColumnSpan]) -> Sequence[ColumnSpan]:
    """Heads of a grid whose colspans do not add up stand beside their columns, the further the more. Where one line of them has a head
    for each column, its cells tell where the columns are for the lines above it."""
    for line in reversed(heads):
        cells = [cell for cell in line.cells if cell.right > spans[0].left and not _is_over_labels(cell, spans, "grid")]
        if line.rule or len(cells) != len(spans):
            continue
        if all(cell.right > span.left and cell.left < span.right for cell, span in zip(cells, spans, strict=True)):
            return spans
        return [ColumnSpan(cell.left, cell.right, cell.right, span.cells) for cell, span in zip(cells, spans, strict=True)]
    return spans


def _is_over_labels(cell: Cell, spans: Sequence[ColumnSpan], geometry: str) -> bool:
    """A cell of a grid that begins in the label column and reaches no further than the first column of figures."""
    return geometry == "grid" and len(spans) > 1 and cell.left == 0 and spans[0].left > 0 and cell.right <= spans[0].right


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


def _pieces(cells: list[Cell], geometry: str, columns: int) -> list[Cell]:
    """The cells that say something. "December 31, June 30," with but one blank between is two; in a grid where that gives each
    column its own."""
    said = [cell for cell in cells if any(character.isalnum() or character == "%" for character in cell.text)]
    said = said if geometry == "characters" else _rejoined(said, 2)
    parts = [piece for cell in said for piece in _parted(cell)]
    if len(parts) > columns and len(attached := _attached(parts)) == columns:
        return attached
    return parts if geometry == "characters" or len(parts) == columns else said


def _attached(parts: list[Cell]) -> list[Cell]:
    """ "Six Months | 2008 | 2009" in one line is a length and the years that it stands before: each year takes it on."""
    out: list[Cell] = []
    length: Cell | None = None
    for part in parts:
        head = read_head(part.text)
        bare_year = bool(head.years) and not head.spans and not head.to_date and not head.month_days
        if (head.spans or head.to_date) and not head.years and not head.dates:
            length = part
        elif bare_year and length is not None:
            out.append(Cell(f"{length.text} {part.text}", part.left, part.right, part.place, None, part.indent))
        else:
            length = None
            out.append(part)
    return out


def _rejoined(cells: Sequence[Cell], reach: int) -> list[Cell]:
    """ "NINE  MONTHS ENDED" with a wide blank is one head, so is "June | 30" where OCR split it over two cells."""
    out: list[Cell] = []
    for cell in cells:
        last = out[-1] if out else None
        if last is not None and cell.left - last.right <= reach and _is_torn(last.text, cell.text):
            out[-1] = Cell(f"{last.text} {cell.text}", last.left, cell.right, last.place, None, last.indent)
        else:
            out.append(cell)
    return out


def _is_torn(first: str, second: str) -> bool:
    if _COUNT_WORD.fullmatch(first):
        return bool(_LENGTH_WORD.match(second))
    if _FOR_THE.fullmatch(first):
        return bool(_BARE_DAY.fullmatch(second)) or bool(_COUNT_WORD.match(second))
    if _TO_END.search(first):
        return bool(read_head(second).dates)
    return bool(_BARE_MONTH.search(first) and _BARE_DAY.fullmatch(second))


def _parted(cell: Cell) -> list[Cell]:
    matches = list(_HEAD_UNIT.finditer(cell.text))
    groups = _repeated(cell.text, matches)
    if groups:
        return [_piece_of(cell, begin, end) for begin, end in groups]
    last = _last_run(cell.text, matches)
    if len(last) > 1 and last[0].start():
        return _with_prefix(cell, cell.text[: last[0].start()].strip(), [match[0].strip() for match in last])
    if len(matches) < 2 or _HEAD_UNIT.sub("", cell.text).strip(" ,") or len({_shape(match[0]) for match in matches}) > 1:
        return [cell]
    return [_piece_of(cell, match.start(), match.end()) for match in matches]


def _piece_of(cell: Cell, begin: int, end: int) -> Cell:
    width = (cell.right - cell.left) / max(1, len(cell.text))
    text = cell.text[begin:end].strip()
    return Cell(text, cell.left + round(begin * width), cell.left + round(end * width), cell.place, None, cell.indent)


def _repeated(text: str, matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Heads that touch and say the same kinds of things in the same order: "Three Months Ended June 30,Six Months Ended June 30,"."""
    if len(matches) < 4 or _HEAD_UNIT.sub("", text).strip(" ,"):
        return []
    shapes = [_shape(match[0]) for match in matches]
    for size in (2, 3):
        if len(shapes) % size == 0 and len(set(shapes[:size])) == size and shapes == shapes[:size] * (len(shapes) // size):
            return [(matches[i].start(), matches[i + size - 1].end()) for i in range(0, len(matches), size)]
    return []


def _last_run(text: str, matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """The units at the end of a head that say the same kind of thing, with nothing between them: the years in "June 30, 2009 2008"."""
    run: list[re.Match[str]] = []
    end = len(text.rstrip())
    for match in reversed(matches):
        if (match.end() < end and text[match.end() : end].strip(" ,")) or (run and _shape(match[0]) != _shape(run[0][0])):
            break
        run.insert(0, match)
        end = match.start()
    return run


def _with_prefix(cell: Cell, prefix: str, units: list[str]) -> list[Cell]:
    """ "Quarters Ended June 30, 2009 2008" in one cell is a spanning head and the years below it."""
    width = max(1, (cell.right - cell.left) // len(units))
    out = []
    for index, unit in enumerate(units):
        left = cell.left + index * width
        out.append(Cell(f"{prefix} {unit}", left, left + width, cell.place, None, cell.indent))
    return out


def _shape(text: str) -> tuple[bool, bool, bool]:
    """Heads side by side say the same kind of thing: days, years or lengths."""
    head = read_head(text)
    return bool(head.month_days), bool(head.dates or head.years), bool(head.spans)


def _assign(
    cells: list[Cell], spans: Sequence[ColumnSpan], rules: list[Cell], out: list[ColumnHead], captions: list[str], geometry: str
) -> None:
    stated = [cell for cell in cells if find_scale(f"({cell.text})") and read_head(cell.text).is_empty]
    captions.extend(cell.text for cell in stated)
    cells = [cell for cell in cells if cell not in stated]
    if len(cells) == 1 and (_is_caption(cells[0], spans, geometry) or _lists_periods(cells[0].text, len(spans))):
        captions.append(cells[0].text)
        return
    if geometry == "grid" and _lost_reach(cells, spans):
        chosen = _evenly(cells, len(spans))
    else:
        chosen = _by_overlap(cells, spans, rules) if geometry == "grid" or len(rules) == len(cells) else _by_centres(cells, spans)
    _place(chosen, out)


def _place(chosen: Sequence[Cell | None], out: list[ColumnHead]) -> None:
    for index, cell in enumerate(chosen):
        if cell is not None:
            out[index].pieces.append(cell.text)
            out[index].places.append(cell.place)


def _lists_periods(text: str, columns: int) -> bool:
    """ "March 31, 2003 and 2002" over several columns names them all: no column's own head."""
    head = read_head(text)
    return columns > 1 and len(head.dates) + len(head.years) > 1


def _is_caption(cell: Cell, spans: Sequence[ColumnSpan], geometry: str) -> bool:
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
    return _filled(out) if any(out) else _by_centres(cells, spans)


def _filled(out: list[Cell | None]) -> list[Cell | None]:
    """Where the source lost how far a spanning head reaches, it goes on to the next head: "Three Months Ended" over but one column."""
    filled: list[Cell | None] = []
    for cell in out:
        last = filled[-1] if filled else None
        filled.append(last if cell is None and last is not None and _can_span(last) else cell)
    return filled


def _can_span(cell: Cell) -> bool:
    head = read_head(cell.text)
    return cell.right - cell.left == 1 and not head.years and not head.dates and bool(head.spans or head.month_days or head.ended)


def _reach(cell: Cell, rules: list[Cell]) -> tuple[int, int]:
    centre = (cell.left + cell.right) / 2
    for rule in rules:
        if rule.left <= centre <= rule.right:
            return min(cell.left, rule.left), max(cell.right, rule.right)
    return cell.left, cell.right


def _by_centres(cells: list[Cell], spans: Sequence[ColumnSpan]) -> list[Cell | None]:
    """Heads stand centred over the columns that they name: the partition of the columns into runs whose centres fit best.

    A column without a head costs less than a head far off its centre; found by dynamic programming over heads and columns."""
    if len(cells) == len(spans):
        return list(cells)
    if len(cells) > len(spans):
        return _nearest(cells, spans)
    pitch = (spans[-1].centre - spans[0].centre) / max(1, len(spans) - 1) or 8.0
    bare = 0.4 * pitch
    usual = len(spans) / len(cells) if len(cells) > 1 else 0.0
    count = len(spans)
    best: list[tuple[float, tuple[tuple[int, int], ...]]] = [(index * bare, ()) for index in range(count + 1)]
    for placed, cell in enumerate(cells):
        centre = (cell.left + cell.right) / 2
        following: list[tuple[float, tuple[tuple[int, int], ...]]] = [(1e9, ())] * (count + 1)
        for end in range(1, count + 1):
            skipped = (following[end - 1][0] + bare, following[end - 1][1])
            runs = [
                (best[begin][0] + _misfit(spans[begin:end], centre, usual, pitch), (*best[begin][1], (begin, end)))
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
