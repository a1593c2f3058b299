"""Raw rows of any notation -> the model's rows: fields cleaned, figures parted and merged, full rows brought into the table's columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from converter.grammar.dates import MONTH, YEAR
from converter.model import Cell, Number, Row
from converter.patterns import regex
from converter.read.grid import RawCell, RowMarks, grid_row
from converter.read.markdown.breaks import rows_of_lines
from converter.read.markdown.columns import ItemRow, Layout, Span, figures_of, full_count, heights_of, part_levels, settle
from converter.read.markdown.field import RawRow
from converter.read.markdown.figures import GHOSTS
from converter.read.markdown.fives import with_fives
from converter.read.markdown.glued import parted_label, parted_labels, with_figures_apart
from converter.read.markdown.heads import head_kind, is_spanning, is_year
from converter.read.markdown.items import Item, item_of
from converter.read.markdown.labels import with_whole_labels
from converter.read.markdown.sheets import without_references
from converter.read.markdown.thousands import apart, are_dotted, are_parted, joined, swapped
from converter.read.source import Source

_PAGE_NUMBER = regex(r"(?:[A-Z]-?)?\d{1,3}|[-–—]\s?(?:[A-Z]-)?\d{1,3}\s?[-–—]|Page \d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_HEAD = regex(rf"^(?:{YEAR})\b(?!,)|\b(?:{MONTH})\b\.?\s+\d|months|weeks|quarter|years?\s+ended", re.IGNORECASE)
_MADE_NAME = regex(r"[\s*]*(?:Col(?:umn)?[ _]?\d{1,2}|Unnamed: ?\d{1,2}(?:_level_\d)?)[\s*]*", re.IGNORECASE)
_THREE_PLACES = regex(r"[$(\s]*[1-9]\d{0,2}\.\d{3}\)?")


def table_rows(raw: Iterable[RawRow], source: Source, before: Sequence[Row] = (), heading: RawRow | None = None) -> tuple[Row, ...]:
    """The rows of one table. A page number in a row of its own at the end is left out.

    ``before`` are the rows of the table that this one may go on: without heads of its own it takes that one's columns.
    ``heading`` is the paragraph above where it is nothing but heads: they are the table's where it has none and as many columns."""
    lines: list[tuple[ItemRow, bool]] = []
    raw = without_references([line for row in _without_made_names(raw) for line in rows_of_lines(row)])
    together = joined if are_parted(raw) else swapped if are_dotted(raw) else None
    for row in raw:
        items = together(_items(row)) if together else _items(row)
        lines.extend((line, row.rule_above and at == 0) for at, line in enumerate(_unstacked(items)) if line)
    lines = _without_page_number(lines)
    lines = [(line, above) for line, (_, above) in zip(with_fives([line for line, _ in lines]), lines, strict=True)]
    if parted := parted_labels([line for line, _ in lines]):
        lines = [(line, above) for line, (_, above) in zip(parted, lines, strict=True)]
    layout = Layout([line for line, _ in lines])
    if layout.count > 1 and together is None:
        lines = [(apart(line, layout.count) if figures_of(line) == 1 else line, above) for line, above in lines]
    single = with_figures_apart(with_whole_labels([line for line, _ in lines], layout), layout.count)
    lines = [(line, above) for line, (_, above) in zip(single, lines, strict=True)]
    if heading is not None:
        lines = [*((line, False) for line in _head_rows(heading, lines, layout)), *lines]
    if layout.count > 1:
        lines = [(short, above and at == 0) for line, above in lines for at, short in enumerate(_parted(line, layout))]
    lines = [(short, above and at == 0) for line, above in lines for at, short in enumerate(part_levels(line, layout))]
    settled = settle([line for line, _ in lines], layout)
    rows = [_row(line, source, above) for line, (_, above) in zip(settled, lines, strict=True)]
    return tuple(_continued(_spread(list(_mended(_snapped(rows)))), before))


def _without_made_names(raw: Iterable[RawRow]) -> Iterator[RawRow]:
    """The rows without the names that a tool gave to columns that have none: "Col2", "Unnamed: 3"."""
    for at, row in enumerate(raw):
        made = [field for field in row.fields if _MADE_NAME.fullmatch(" ".join(part.raw.strip() for part in field.parts))] if not at else []
        yield replace(row, fields=tuple(field for field in row.fields if field not in made)) if made else row


def _items(row: RawRow) -> ItemRow:
    items = [item for item in (item_of(field, row.latex) for field in row.fields) if item]
    # A cell that was merged over the whole row may be printed in each of its columns.
    whole = len(items) > 1 and items[0].left == 0 and items[0].number is None and all(item.text == items[0].text for item in items)
    return [replace(items[0], right=items[-1].right)] if whole else items


def _head_rows(heading: RawRow, lines: Sequence[tuple[ItemRow, bool]], layout: Layout) -> list[ItemRow]:
    """The heads of the paragraph above, where they fit the columns of a table without heads."""
    if any(_HEAD.search(item.text) for line, _ in lines[:4] for item in line if item.left > 0 and not line[0].text[:1].isalpha()):
        return []
    items = [item for item in (item_of(field, heading.latex) for field in heading.fields) if item]
    counts = [len(item.levels[-1]) if item.levels else len(item.pieces) for item in items]
    if not any(counts):
        return _evenly(items, layout) if len(items) > 1 else []
    fits = min(counts) > 1 and layout.spans_of(counts[-1]) and not any(counts[-1] % count for count in counts)
    return [[item] for item in items] if fits else []


def _evenly(heads: Sequence[Item], layout: Layout) -> list[ItemRow]:
    """Heads that stood on lines of their own: a row for each kind, over equally many columns; none where one does not come out even."""
    rows: list[ItemRow] = []
    for _, run in groupby(heads, lambda item: head_kind(item.text)):
        items = list(run)
        width, rest = divmod(layout.count, len(items))
        if rest or not layout.spans:
            return []
        spans = [(layout.spans[at * width][0], layout.spans[(at + 1) * width - 1][1]) for at in range(len(items))]
        rows.append([replace(item, left=left, right=right) for item, (left, right) in zip(items, spans, strict=True)])
    return rows


def _without_page_number(lines: list[tuple[ItemRow, bool]]) -> list[tuple[ItemRow, bool]]:
    """Without a page number in a row of its own at the end."""
    if len(lines) > 1:
        last = lines[-1][0]
        if len(last) == 1 and last[0].left > 0 and _PAGE_NUMBER.fullmatch(last[0].text):
            return lines[:-1]
    return lines


def _unstacked(items: ItemRow) -> list[ItemRow]:
    """Figures one below the other in the cells of one row: a row each, where all such cells have equally many."""
    heights = {len(item.stack) for item in items if item.is_column}
    if len(heights) != 1 or any(item.number is not None for item in items if item.left > 0 and not item.stack):
        return [items]
    height = heights.pop()
    rows: list[ItemRow] = [[] for _ in range(height)]
    for item in items:
        for line, piece in zip(rows, item.stack if len(item.stack) == height else (replace(item, stack=()),), strict=False):
            line.append(piece)
    return rows


def _parted(line: ItemRow, layout: Layout) -> list[ItemRow]:
    """Rows that OCR ran together: as many cells as the table has columns, each with equally many figures."""
    height = heights_of(line, layout.count)
    if not height:
        return [line]
    labels = [part for item in line if item.left == 0 for part in parted_label(item, height)]
    figures = [item for item in line if item.left > 0]
    return [[*labels[at : at + 1], *(item.pieces[at] for item in figures)] for at in range(height)]


def _row(items: ItemRow, source: Source, rule_above: bool) -> Row:
    cells: list[RawCell] = []
    ghosts: dict[int, str] = {}
    numbers: dict[tuple[int, int], Number] = {}
    for position, item in enumerate(items):
        text = item.text
        if len(text) == 1 and (text in GHOSTS or text == "S") and position + 1 < len(items) and items[position + 1].number is not None:
            if text != "S":
                ghosts[item.left] = text
            text = "$"
        elif item.number is not None and item.misread:
            numbers[item.line + source.first_line, item.start] = item.number
            text = _plain(item.number)
        cells.append(_raw_cell(item, text, source))
    row = grid_row(cells, source.index, RowMarks(rule_above=rule_above))
    if not ghosts and not numbers:
        return row
    return replace(row, cells=tuple(_restored(cell, ghosts, numbers) for cell in row.cells))


def _raw_cell(item: Item, text: str, source: Source) -> RawCell:
    return RawCell(
        text,
        item.left,
        item.right,
        item.line + source.first_line,
        item.start,
        item.end,
        header=item.header,
        bold=item.bold,
        indent=item.indent if item.left == 0 else 0,
        printed=item.printed,
        label=item.label,
    )


def _plain(number: Number) -> str:
    """A spelling of the number that the grid's rules take."""
    digits = f"{abs(number.value):f}"
    return f"({digits})" if number.negative else digits


def _restored(cell: Cell, ghosts: dict[int, str], numbers: dict[tuple[int, int], Number]) -> Cell:
    """Misread marks are shown again, and the number is what was made of the misread text."""
    number = cell.number
    if number is None:
        return cell
    found = numbers.get((cell.place.line or 0, cell.place.start or 0))
    if found is not None:
        value = number.value if number.negative and not found.negative else found.value
        shown = replace(found, value=value, negative=value < 0 or found.negative)
        return replace(cell, text=found.printed, number=shown)
    ghost = ghosts.get(cell.left)
    if ghost is not None:
        return replace(cell, text=cell.text.replace("$", ghost, 1), number=replace(number, currency=ghost))
    return cell


def _figures(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.number is not None and (cell.left > 0 or len(row.cells) == 1)]


def _snapped(rows: list[Row]) -> list[Row]:
    """Rows with as many figures (or heads) as the table has columns stand in these columns, whatever fields got lost."""
    spans = figure_spans(rows)
    return [_snap(row, spans) for row in rows] if len(spans) > 1 else rows


def _spread(rows: list[Row]) -> list[Row]:
    """A span of time or a day without its year stands over all columns of its share, though its cell is over one of them."""
    spans = figure_spans(rows)
    if len(spans) < 2:
        return rows
    out = list(rows)
    for at, row in enumerate(rows[:8]):
        if any(cell.number is not None and not is_year(cell.text) for cell in row.cells if cell.left > 0):
            break
        heads = [cell for cell in row.cells if cell.left > 0]
        if heads and len(heads) < len(spans) and len(spans) % len(heads) == 0 and all(is_spanning(cell.text) for cell in heads):
            out[at] = replace(row, cells=tuple(_over(row.cells, heads, spans)))
    return out


def _over(cells: Sequence[Cell], heads: Sequence[Cell], spans: Sequence[Span]) -> Iterator[Cell]:
    share = len(spans) // len(heads)
    groups = [(spans[at * share][0], spans[at * share + share - 1][1]) for at in range(len(heads))]
    fits = len(heads) == 1 or all(head.left < right and left < head.right for head, (left, right) in zip(heads, groups, strict=True))
    for cell in cells:
        if fits and cell in heads:
            left, right = groups[heads.index(cell)]
            yield replace(cell, left=left, right=right)
        else:
            yield cell


def figure_spans(rows: Sequence[Row]) -> tuple[Span, ...]:
    """Where the figures of full rows stand, in most of these."""
    counts = Counter(tuple((cell.left, cell.right) for cell in _figures(row)) for row in rows)
    by_count: Counter[int] = Counter()
    for spans, times in counts.items():
        if spans:
            by_count[len(spans)] += times
    full = full_count(by_count)
    return max(((times, spans) for spans, times in counts.items() if len(spans) == full), default=(0, ()))[1] if full else ()


def _continued(rows: list[Row], before: Sequence[Row]) -> list[Row]:
    """A table that was cut in two: the second half has no heads, and its columns are those of the first."""
    if not before or _has_heads(rows):
        return rows
    here, there = figure_spans(rows), figure_spans(before)
    if len(here) != len(there) or here == there:
        return rows
    return [replace(row, cells=tuple(_moved(cell, here, there) for cell in row.cells)) for row in rows]


def _has_heads(rows: Sequence[Row]) -> bool:
    """Years, dates or spans of time above the first figures that are none."""
    for row in rows[:8]:
        if any(_HEAD.search(cell.text) for cell in row.cells if cell.left > 0):
            return True
        if any(cell.number is not None for cell in row.cells):
            return False
    return False


def _moved(cell: Cell, here: tuple[Span, ...], there: tuple[Span, ...]) -> Cell:
    over = [at for at, (left, right) in enumerate(here) if cell.left < right and left < cell.right]
    if cell.left == 0 or len(over) != 1:
        return cell
    left, right = there[over[0]]
    return replace(cell, left=left, right=right)


def _snap(row: Row, spans: tuple[Span, ...]) -> Row:
    cells = _figures(row)
    if not cells:
        cells = [cell for cell in row.cells if cell.left > 0 and len(cell.text) < 60]
    if len(cells) != len(spans) or all(_fits(cell, at, spans) for at, cell in enumerate(cells)):
        return row
    moved = {id(cell): replace(cell, left=left, right=right) for cell, (left, right) in zip(cells, spans, strict=True)}
    return replace(row, cells=tuple(moved.get(id(cell), cell) for cell in row.cells))


def _fits(cell: Cell, at: int, spans: tuple[Span, ...]) -> bool:
    """The cell overlaps its own column and no other."""
    return all((cell.left < right and left < cell.right) == (position == at) for position, (left, right) in enumerate(spans))


def _mended(rows: list[Row]) -> Iterator[Row]:
    """``358.122`` beside ``1,022,466`` is a comma misread: hardly a figure of the table has three places, and its row is of whole ones."""
    figures = [cell.number for row in rows for cell in row.cells if cell.number is not None and not cell.number.dash]
    odd = sum(1 for number in figures if number.places == 3)
    if not odd or odd * 8 > len(figures):
        yield from rows
        return
    for row in rows:
        whole = any(cell.number is not None and "," in cell.text and cell.number.places == 0 for cell in row.cells)
        yield replace(row, cells=tuple(map(_comma, row.cells))) if whole else row


def _comma(cell: Cell) -> Cell:
    number = cell.number
    if number is None or number.places != 3 or number.percent or not _THREE_PLACES.fullmatch(cell.text):
        return cell
    return replace(cell, number=replace(number, value=number.value.scaleb(3).quantize(1), places=0))
