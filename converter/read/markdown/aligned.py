"""Tables set in columns by blanks, read by the reader of plain text: heads that OCR ran together are brought over their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.grammar.dates import find_dates
from converter.model import Block, Cell, Row, Table
from converter.patterns import regex
from converter.read.lazy import LazySequence
from converter.read.markdown.columns import Span, full_count
from converter.read.markdown.heads import head_levels, heads_in, is_spanning, is_year
from converter.read.markdown.paragraphs import heading_level
from converter.read.ragged import ragged

_GAPS = regex(r"\S(?: {2,}|\.{3}\s*|(?: \.){3}\s*)[$(\[\d—–-][^a-z]{0,200}$")
_WIDE = regex(r"^\s{8,}\S|\S {3,}\S")
_SPECK = regex(r"(?<=[\d)])\s?[.'’`|·_](?=\s{0,9}$)")
_MISREAD = regex(r"(?<![\w.,])[\dlIO]{1,3}(?:,[\dlIO]{3})+(?![\w])|(?<=\s\s)S(?=\s{0,9}\(?[\d.])")
_DIGITS = str.maketrans("lIOS", "110$")
_LOOK_AHEAD = 3
_LEAST_RAGGED = 3
_MOST_HEADS = 10
_MOST_OF_LABEL = 8
"""Lines of a label and its figures."""
_LONGEST_HEAD = 40


def aligned_end(lines: Sequence[str], at: int) -> int | None:
    """Behind the last line of a stretch that blanks set in columns; None where line ``at`` begins none."""
    if not _GAPS.search(lines[at][-260:]) and not _heads_follow(lines, at):
        return None
    end = last = at
    rows = blank = 0
    while end < len(lines) and blank < _LOOK_AHEAD:
        text = lines[end]
        if not text.strip():
            blank += 1
        elif _GAPS.search(text[-260:]) or _WIDE.search(text[:400]):
            if blank > 1 and rows > 1 and _GAPS.search(text[-260:]) and not any(map(str.strip, lines[end - blank : end])):
                break  # Another page: its columns may stand elsewhere.
            rows += 1 if _GAPS.search(text[-260:]) else 0
            blank, last = 0, end + 1
        elif _ends_aligned(text):
            break
        elif blank == 0 and (row := _row_of_label(lines, end)) is not None:
            end = row
            continue
        else:
            blank += 1
        end += 1
    return last if rows > 1 else None


def _row_of_label(lines: Sequence[str], at: int) -> int | None:
    """The row whose label begins on line ``at``, right below another row: nothing but short lines between them, which reach over no figures
    of its."""
    for row in range(at + 1, min(at + _MOST_OF_LABEL, len(lines))):
        figures = _GAPS.search(lines[row][-260:])
        if figures is not None:
            behind = figures[0][1:]
            left = max(0, len(lines[row]) - 260) + figures.start() + 1 + len(behind) - len(behind.lstrip(" ."))
            return row if all(len(line) < left for line in lines[at:row]) else None
        if not lines[row].strip() or _ends_aligned(lines[row]):
            return None
    return None


def is_ragged(lines: Sequence[str]) -> bool:
    """The blanks set no columns: figures stand behind one another, however long the labels are."""
    torn, columns = ragged(lines)
    return torn >= _LEAST_RAGGED and torn > 2 * columns


def mended(line: str) -> str:
    """The line as wide as it was, marks of markdown blank; ``l,234`` and ``1O,500`` are figures, ``S 97`` is one of dollars; what an OCR
    made of a speck behind the last figure is blank."""
    line = line.replace("\\$", " $").replace("**", "  ")
    if "," in line or "S" in line:
        line = _MISREAD.sub(lambda match: match[0].translate(_DIGITS), line)
    return line if line[-1:].isdigit() else _SPECK.sub(lambda speck: " " * len(speck[0]), line)


def as_printed(row: Row, lines: Sequence[str], first_line: int) -> Row:
    """The row with what the file has where figures were mended."""
    return replace(row, cells=tuple(_printed(cell, lines[(cell.place.line or first_line) - first_line]) for cell in row.cells))


def _printed(cell: Cell, line: str) -> Cell:
    """Only letters were read as digits: places are the same."""
    raw = line[cell.place.start or 0 : cell.place.end or 0]
    if cell.number is None or raw == cell.place.text or not _MISREAD.search(line):
        return cell
    return replace(cell, text=raw, place=replace(cell.place, text=raw), number=replace(cell.number, printed=raw))


def _ends_aligned(line: str) -> bool:
    return heading_level(line) > 0 or len(line) > 120 or "\t" in line or "|" in line or "<table" in line or "\\begin" in line


def _heads_follow(lines: Sequence[str], at: int) -> bool:
    """A line of heads: gaps but no figures, and figures set in columns right below."""
    if not _WIDE.search(lines[at][:400]):
        return False
    return any(_GAPS.search(line[-260:]) for line in lines[at + 1 : at + 1 + _LOOK_AHEAD])


def straightened(block: Block, before: Table | None, finish: Callable[[Row], Row] = lambda row: row) -> Block:
    """The block; a table's heads are looked at when its rows are. Without heads it stands in the columns of the table ``before``.
    ``finish`` has the last word on each row."""
    if not isinstance(block, Table):
        return block
    rows = block.rows
    return replace(block, rows=LazySequence(lambda: tuple(map(finish, _continued(list(_straight(rows)), before.rows if before else ())))))


def _continued(rows: list[Row], before: Sequence[Row]) -> list[Row]:
    """The second half of a table that was cut in two, its columns shifted to those of the first."""
    first = next((at for at, row in enumerate(rows) if any(cell.number is not None for cell in row.cells)), None)
    if not before or first is None or not _has_amounts(rows[first]) or any(_is_head(cell) for row in rows[:first] for cell in row.cells):
        return rows
    here, there = _columns(rows), _columns(before)
    if len(here) < 2 or len(here) != len(there) or here == there:
        return rows
    return [replace(row, cells=tuple(_shifted(cell, here, there) for cell in row.cells)) for row in rows]


def _is_head(cell: Cell) -> bool:
    return is_spanning(cell.text) or bool(heads_in(cell.text)) or (len(cell.text) <= _LONGEST_HEAD and bool(find_dates(cell.text)))


def _shifted(cell: Cell, here: Sequence[Span], there: Sequence[Span]) -> Cell:
    over = [at for at, (left, right) in enumerate(here) if cell.left < right and left < cell.right]
    if cell.number is None or len(over) != 1:
        return cell
    by = there[over[0]][1] - here[over[0]][1]
    return replace(cell, left=max(0, cell.left + by), right=max(0, cell.right + by))


def _straight(rows: Sequence[Row]) -> Iterator[Row]:
    columns = _columns(rows)
    if len(columns) < 2:
        yield from rows
        return
    heads = True
    for at, row in enumerate(rows):
        heads = heads and at < _MOST_HEADS and not _has_amounts(row)
        if heads and not row.rule:
            yield from _parted(row, columns)
        else:
            yield row


def _columns(rows: Sequence[Row]) -> list[Span]:
    """The extents of the figures of full rows; none where they overlap."""
    full = [cells for row in rows if _has_amounts(row) and (cells := [cell for cell in row.cells if cell.number is not None])]
    count = full_count(Counter(map(len, full)))
    columns = [
        (min(cell.left for cell in cells), max(cell.right for cell in cells))
        for cells in zip(*(cells for cells in full if len(cells) == count), strict=False)
    ]
    disjoint = all(before[1] <= after[0] for before, after in pairwise(columns))
    return columns if disjoint else []


def _has_amounts(row: Row) -> bool:
    return any(cell.number is not None and not is_year(cell.text) for cell in row.cells)


def _parted(row: Row, columns: Sequence[Span]) -> list[Row]:
    cells = list(row.cells)
    if len(cells) == 1 and is_spanning(cells[0].text):
        return [replace(row, cells=(replace(cells[0], left=columns[0][0], right=columns[-1][1]),))]
    years = [cell for cell in cells if cell.number is not None]
    if len(years) == len(columns):
        if all(cell.left < right and left < cell.right for cell, (left, right) in zip(years, columns, strict=True)):
            return [row]
        moved = [replace(cell, left=left, right=right) for cell, (left, right) in zip(years, columns, strict=True)]
        return [replace(row, cells=(*(cell for cell in cells if cell.number is None), *moved))]
    if not cells or years:
        return [row]
    last = cells[-1]
    levels = head_levels(last.text) or [spans for spans in [heads_in(last.text)] if spans]
    if not levels or len(levels[-1]) != len(columns) or last.place.start is None:
        return [row]
    parts = [tuple(_heads(last, level, columns)) for level in levels]
    above = [replace(row, cells=part) for part in parts[:-1]]
    return [*above, replace(row, cells=(*cells[:-1], *parts[-1]), blank_before=row.blank_before and not above)]


def _heads(cell: Cell, level: Sequence[Span], columns: Sequence[Span]) -> Iterator[Cell]:
    share = len(columns) // len(level)
    start = cell.place.start or 0
    for at, (first, last) in enumerate(level):
        text = cell.text[first:last]
        place = replace(cell.place, text=text, start=start + first, end=start + last)
        yield replace(cell, text=text, left=columns[at * share][0], right=columns[at * share + share - 1][1], place=place)
