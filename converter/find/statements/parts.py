"""The parts of a segment: runs of rows under one set of heads."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.find.statements.come_again import are_days, are_days_over_columns, heads_back, heads_on, tells_anew, without_report
from converter.find.statements.components.heads import assign_components, names_components
from converter.find.statements.components.panels import balances_in, begins_panel, cut_panel, label_of
from converter.find.statements.halves import halves_of
from converter.find.statements.heads.assignment import ColumnHead, assign_heads, heads_in_order
from converter.find.statements.heads.columns import behind_labels, find_columns
from converter.find.statements.heads.inception import over_its_own_column
from converter.find.statements.heads.inner_sums import with_sums_below
from converter.find.statements.heads.notes import notes_apart
from converter.find.statements.heads.pairs import without_pairs
from converter.find.statements.heads.ragged import ragged_columns
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lengths_below import (
    begins_panel_of_length,
    heads_of_panel,
    is_period_over_labels,
    lengths_in_order,
    said_of_all,
    with_own_length,
)
from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.lines.line import Line, is_year
from converter.find.statements.rows.drafting import draft_rows, is_stacked
from converter.find.statements.scales import as_printed
from converter.find.statements.segments.borders import label_of_figures
from converter.find.statements.segments.segment import Segment, is_head
from converter.grammar.dates import find_years
from converter.grammar.periods import read_head
from converter.grammar.scales import ScaleStatement, find_scale
from converter.patterns import regex

_FAR = 10_000
_LASTING = ("income", "comprehensive", "cashflow")
"""Statements of lengths of time."""
_LONGEST_DATELINE = 70
_MOST_HEADS = 8
"""Lines above the first figures of a further page."""


class Part(Struct, frozen=True):
    """A run of rows under one set of heads."""

    rows: Sequence[DraftRow]
    spans: list[ColumnSpan]
    heads: list[ColumnHead]
    captions: str
    own_captions: str
    """Those that stand among the part's own heads."""
    scale: ScaleStatement | None
    geometry: str
    currency: str = "USD"
    """ISO 4217 code of what the part counts, where a column's head says no other."""


def parts_of(segment: Segment) -> list[Part]:
    """Split where heads come again: stacked halves, pages, the second table of a balance sheet; and where two sides stand beside each
    other."""
    return [part for half in halves_of(segment) for part in _parts_of(half)]


def _parts_of(segment: Segment) -> list[Part]:
    runs: list[tuple[list[Line], list[Line]]] = [(list(segment.heads), [])]
    rows = [_without_mark(line) for line in segment.rows]
    stacked = is_stacked([line for line in rows if line.geometry != "characters"], anywhere=True)
    table: int | None = None
    opening = ""
    index = 0
    while index < len(rows):
        line = rows[index]
        if runs[-1][1] and _comes_again(segment, rows, index, runs):
            if len(runs) == 1 and is_head(line) and _are_late(line, *runs[0]):
                runs[0][0].append(line)
                index += 1
                continue
            heads = heads_back(runs[-1][1])
            if len(runs) == 1 and are_days(runs[0][1], line, [*runs[0][0][-1:], *heads]):
                heads = [*runs[0][0], *runs[0][1], *heads]
                runs.clear()
            index = heads_on(rows, index, heads)
            runs.append((heads, []))
            table = None
            continue
        if segment.kind in _LASTING and begins_panel_of_length(rows, index, runs[-1], segment.captions):
            heads, body = runs[-1] if any(row.has_figures for row in runs[-1][1]) else runs.pop()
            runs.append((heads_of_panel(line, heads), [] if runs else body))
            table = None
            index += 1
            continue
        if line.has_figures:
            if segment.kind == "equity" and begins_panel(line, runs[-1][1], opening):
                runs.append(cut_panel(runs[-1][1]))
                table = None
            opening = opening or label_of(line, runs[-1][1])
            if line.geometry == "grid" and table not in (None, line.table):
                runs.append(_begun(runs[-1][1], (line.table, -1) if stacked else (line.table,)))
            table = line.table
        runs[-1][1].append(line)
        index += 1
    parts = [_part(segment, heads, body, stacked) for heads, body in runs if any(line.has_figures for line in body)]
    if segment.kind in _LASTING:
        lengths_in_order([part.heads for part in parts], said_of_all([*segment.captions, *segment.heads]))
    return parts


def _comes_again(segment: Segment, rows: Sequence[Line], index: int, runs: Sequence[tuple[list[Line], list[Line]]]) -> bool:
    """Whether a line among the rows below heads is a head of the columns: it has their years, or tells other days than these. ``runs`` are
    the heads, and the rows below each of them, so far."""
    line = rows[index]
    heads, body = runs[-1]
    if is_head(line):
        return not _is_row(line, runs[0][0])
    if segment.kind == "equity" or not are_days_over_columns(rows, index):
        return False
    return tells_anew(line, body, " ; ".join([segment.caption_text, *(head.text for head in heads)]))


def _without_mark(line: Line) -> Line:
    """A footnote in a row of its own, whose mark is no amount: "(1) | Derived from audited financial statements"."""
    if len(line.cells) != 2 or line.cells[0].number is None or line.cells[1].number is not None:
        return line
    mark, text = line.cells
    noted = _MARK.fullmatch(mark.text) and len(text.text.split()) > 1
    return replace(line, cells=(replace(mark, number=None), text)) if noted else line


_MARK = regex(r"\(\d{1,2}\)")


def _are_late(line: Line, heads: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether years, one for each column, stand below the first row or two of a grid whose heads tell none: OCR put them there."""
    figured = [row for row in body if row.has_figures]
    told = any(read_head(head.text).years or read_head(head.text).dates for head in heads)
    return line.geometry == "grid" and not told and len(figured) <= _MOST_ABOVE and len(line.figures) == len(figured[-1].figures)


_MOST_ABOVE = 2


def _begun(body: list[Line], tables: Sequence[int]) -> tuple[list[Line], list[Line]]:
    """The lines of another table (or of none, as ``tables`` says) that stand above its first figures, taken off the rows before them: its
    heads, where they tell dates over its columns in words ("Sept. 30, 1999"), else its first labels."""
    begun: list[Line] = []
    while body and body[-1].table in tables and not body[-1].has_figures:
        begun.insert(0, body.pop())
    dated = any(cell.left > 0 and not read_head(cell.text).is_empty for line in begun if not line.rule for cell in line.cells)
    return (begun, []) if dated and len(begun) <= _MOST_HEADS else ([], begun)


def _is_row(line: Line, heads: Sequence[Line]) -> bool:
    """Whether figures that may be years are amounts: beside a long label; or beside one without words of heads, which ends what the line
    above began, or where the ``heads`` of the statement rule such years out."""
    labelled = len(line.cells) > len(line.figures)
    if labelled and any(len(cell.text) > _LONGEST_LABEL_OF_HEADS for cell in line.cells if cell.number is None):
        return True
    return labelled and label_of_figures(line) and (_ENDS_LABEL.match(line.cells[0].text) is not None or not _may_be_years(line, heads))


_LONGEST_LABEL_OF_HEADS = 40
_ENDS_LABEL = regex(r"^(?:[a-z]|[^()]*\))")


def _may_be_years(line: Line, heads: Sequence[Line]) -> bool:
    """Whether the years of a line follow upon one another, and are near to those that the heads tell."""
    years = {int(abs(cell.number.value)) for cell in line.figures if cell.number is not None and is_year(cell.number)}
    told = [found.year for head in heads for found in find_years(head.text)]
    if not years or max(years) - min(years) >= len(years):
        return not years
    return not told or (max(years) <= max(told) + 1 and min(years) >= min(told) - _MOST_YEARS_BACK)


_MOST_YEARS_BACK = 10


def _part(segment: Segment, heads: list[Line], body: list[Line], stacked: bool) -> Part:
    """``stacked``: each label of the statement's tables stands above its figures; tables of few rows do not tell."""
    geometry = next(line.geometry for line in body if line.has_figures)
    # A statement of equity has more blanks than figures: what its places do not tell, order does not either.
    by_order = ragged_columns(body) if geometry == "characters" and segment.kind != "equity" else None
    spans = by_order or behind_labels(find_columns(body, geometry, balances_in(body) if segment.kind == "equity" else frozenset()), body)
    if parted := with_sums_below(body, spans):
        body, spans = parted, without_pairs(find_columns(parted, geometry))
    stacked = is_stacked(body) if geometry == "characters" else stacked
    if spans:
        heads, first_labels = _split_heads(heads, _FAR if stacked else spans[0].left)
        body = [*first_labels, *body]
    # Where labels reach over the columns, so do the lines of the title.
    over = [line for line in heads if (stacked and len(line.cells) == 1 and line.cells[0].left == 0) or is_period_over_labels(line, spans)]
    before, heads_of_columns = notes_apart([line for line in heads if line not in over], spans, geometry)
    notes = len(before)
    if by_order:
        column_heads, captions = heads_in_order(heads_of_columns, len(spans) - notes)
    elif segment.kind == "equity" and geometry == "characters" and names_components(heads_of_columns, spans[notes:]):
        column_heads, captions = assign_components(heads_of_columns, spans[notes:])
    else:
        column_heads, captions = assign_heads(heads_of_columns, spans[notes:], geometry)
    column_heads = [*before, *over_its_own_column(column_heads)]
    captions = [*filter(None, map(without_report, _as_printed(heads, over, captions)))]
    own = " ; ".join(captions)
    of_all = said_of_all([*segment.captions, *segment.heads]) if segment.kind in _LASTING else ""
    with_own_length(column_heads, captions, of_all)
    text = " ; ".join([*_titles(segment, own), *([] if _tells_day(own) else [of_all]), own])
    lead = [line for line in segment.lead.split(" ; ") if _is_dateline(line, len(column_heads))]
    if lead and not any(_tells_day(said) for said in (*(head.text for head in column_heads), text)):
        text = " ; ".join([*lead, text])
    scale = as_printed(find_scale(" ; ".join(line.text for line in heads)), body) if heads is not segment.heads else None
    below = stacked or is_stacked(body, anywhere=True)
    return Part(draft_rows(body, spans, geometry, below), spans, column_heads, text, own, scale, geometry)


def _as_printed(heads: Sequence[Line], over: Sequence[Line], captions: Sequence[str]) -> list[str]:
    """The lines ``over`` all columns and the other captions among the heads, in their order: a sentence may go on from one to the other."""
    texts, left = [], list(captions)
    for line in heads:
        for text in [line.text] if line in over else [cell.text for cell in line.cells if cell.text in left]:
            texts.append(text)
            if text in left:
                left.remove(text)
    return [*texts, *left]


def _titles(segment: Segment, own: str) -> list[str]:
    """The lines of the title; where a part's ``own`` captions tell a length and its day, without those that tell another part's."""
    said, lines = read_head(own), [line.text for line in segment.captions if line.text]
    return [text for text in lines if not read_head(text).spans] if said.spans and said.month_days else lines


def _tells_day(text: str) -> bool:
    head = read_head(text)
    return bool(head.month_days or head.dates)


def _is_dateline(line: str, columns: int) -> bool:
    """Whether a line above the title says the days of the columns and hardly more: "December 31, 1998 and 1997"."""
    return len(line) < _LONGEST_DATELINE and len(find_years(line)) >= columns and _tells_day(line)


def _split_heads(heads: list[Line], first: int) -> tuple[list[Line], list[Line]]:
    """The lines between the last head and the first figures are labels: "Revenues:", the first lines of a wrapped label."""
    cut = next((i + 1 for i in range(len(heads) - 1, -1, -1) if not _is_beside(heads[i], first)), len(heads))
    begun = len(heads)
    for i in range(len(heads) - 1, -1, -1):
        if _is_label(heads[i], first):
            begun = i
        elif i < cut or not _GOES_ON.match(heads[i].text):
            break
    return heads[:begun], [line for line in heads[begun:] if not line.rule]


# "in 2009 and 2008; issued 9,000 shares" is the second line of a label, whatever years it names.
_GOES_ON = regex(r"[a-z\d(]")


def _is_beside(line: Line, first: int) -> bool:
    """Whether a line stands where labels do, and reaches over no column; so does the rule under a heading."""
    return all(cell.right <= first or (cell.left == 0 and not line.rule) for cell in line.cells)


def _is_label(line: Line, first: int) -> bool:
    # A year in parentheses that go on below is no head: "Bonds (cost $37 in 1998".
    opens = line.text.count("(") > line.text.count(")")
    empty = opens or _AMOUNT_OF_YEAR.search(line.text) is not None or read_head(line.text).is_empty
    return _is_beside(line, first) and empty and not find_scale(line.text)


_AMOUNT_OF_YEAR = regex(r"\b(?:19|20)\d\d\s?[:–—-]{1,3}\s?(?:\$\s?\d|\d{1,3},\d{3})")
""" "1998 - $6,106;": what a label says of a year is no head."""
