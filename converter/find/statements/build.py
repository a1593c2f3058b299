"""Segments to statements: columns, periods, units, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from converter.find.statements.beside import (
    are_lengths_below_days,
    continued,
    is_funds_from_operations,
    is_headings_note,
    is_pro_forma,
    of_columns_told,
    with_heads_of,
    with_one_basis,
)
from converter.find.statements.consolidating import consolidated_only
from converter.find.statements.equity import add_equity, with_labels
from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.part_columns import columns_of, periods_of, place_column, told_of_all, years_beside_notes
from converter.find.statements.parts import Part, parts_of
from converter.find.statements.periods.anchors import with_anchor
from converter.find.statements.periods.first_days import may_need_beginnings, told_beginnings, with_notes
from converter.find.statements.periods.known import Known
from converter.find.statements.periods.long_periods import told_long_periods
from converter.find.statements.periods.year_ends import printed_year_ends, year_ends_of_equity
from converter.find.statements.rows.asides import without_asides
from converter.find.statements.rows.both_ends import with_both_ends
from converter.find.statements.rows.commas import with_commas
from converter.find.statements.rows.dashes import dashes_of
from converter.find.statements.rows.drafting import heads_of
from converter.find.statements.rows.in_label import LONGEST_LABEL, counts_of_labels, numbers_in_label, strays_of, told_power
from converter.find.statements.rows.instants import Instant, at_end_of, equity_row, instant_row
from converter.find.statements.rows.measures import measure_rows, tells_measure
from converter.find.statements.rows.other_basis import without_other_bases
from converter.find.statements.rows.units import RowUnit, unit_rows
from converter.find.statements.scales import common_scale, scale_of
from converter.find.statements.segments.choose import CONSOLIDATING, Found, candidates, choose, found_in
from converter.find.statements.segments.lesser import lesser, told_otherwise
from converter.find.statements.segments.of_sheet import with_heads_of_sheet
from converter.find.statements.segments.others import left_out, likenesses, own_first
from converter.find.statements.segments.segment import Segment
from converter.find.statements.segments.unread import unread_statements
from converter.find.statements.side_by_side import told_apart
from converter.grammar.currencies import find_currency, mark_currency
from converter.grammar.periods import floats
from converter.grammar.scales import ScaleStatement
from converter.model import (
    Cell,
    Column,
    Document,
    Figure,
    Filing,
    Finding,
    Period,
    Place,
    Statement,
    StatementKind,
    StatementRow,
    Table,
    Text,
    Unit,
    currency_unit,
)
from converter.patterns import regex

_NO_PLACE = Place(0, "label", "")
_BALANCE = regex(
    r"balances?,?\s+(?:as\s+of|at|beginning|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_NOTE = regex(r"(?:\((?:\d|[a-z]|\*{1,3})\)|\*{1,3}|\d\))\s?\S.*\bfollow(?:s|ing)\b|\*{1,3}\s?[a-z][^:]{0,120}:$", re.IGNORECASE)
_SAYS_OF_MARK = regex(r"(\((?:\d|[a-z])\))\s?[a-z][^:]{0,120}:$", re.IGNORECASE)
_FOOTNOTE = regex(r"\((?:\d{1,2}|[a-z]|\*{1,3})\)\s?\S|\*{1,3}\s?\S", re.IGNORECASE)
_LEAST_BEFORE_NOTE = 6
_DATED = {"balance_sheet": 0, "equity": 1}
"""What a head's words say of the whole statement."""
_PRO_FORMA = "pro forma: what would have been is no fact of the statements"
_FUNDS = "funds from operations: a measure beside the statement"
_IN_NOTE = "stands in a note below the statement"
_SHORTENED = 160
"""Characters kept of a text that is too long for a label."""


def find_statements(filing: Filing, known: Known, findings: list[Finding] | None = None) -> tuple[Statement, ...]:
    """The registrant's primary statements, in the order they stand. ``findings`` takes what is said of those of other companies."""
    filers = [filer.name.value for filer in filing.header.filers if filer.name]
    findings = [] if findings is None else findings
    unread: list[Found] = []
    found = own_first(candidates(with_heads_of_sheet(found_in(filing.documents, unread))), filers, findings)
    segments = [segment for _, chain, _ in found for segment in chain]
    scale = common_scale(segments) or known.counted
    known = with_anchor(_with_first_days(filing.documents, segments, known), segments)
    built: dict[int, Statement] = {}
    # Balance sheets first, then statements of equity: their days tell where the durations of the others begin.
    order = sorted(range(len(found)), key=lambda index: _DATED.get(found[index][2], len(_DATED)))
    dated = sum(1 for _, _, kind in found if kind in _DATED)
    for position, index in enumerate(order):
        if position == dated:
            known = _with_the_texts_word(filing.documents, known)
        document, chain, kind = found[index]
        statement = build(document, chain, kind, _with_year_ends(filing.documents, known) if kind == "balance_sheet" else known, scale)
        if statement:
            built[index] = statement
            if kind == "balance_sheet" and not (chain[0].after_notes and known.days):
                days = tuple(column.period.end for column in statement.columns if column.period)
                known = replace(known, days=tuple(dict.fromkeys((*known.days, *days))))
            elif kind == "equity":
                known = replace(known, days=(*known.days, *year_ends_of_equity(statement, known.days)))
    complete = [(found[index], built[index]) for index in sorted(built)]
    giving_way = likenesses([found for found, _ in complete], filers) | lesser(complete, filers)
    chosen = tuple(choose(complete, filers, giving_way))
    findings.extend(left_out(complete, chosen, filers))
    findings.extend(told_otherwise(complete, chosen, giving_way, findings))
    findings.extend(unread_statements(unread, chosen))
    return tuple(one for statement in chosen for one in told_apart(statement, filers))


def _with_year_ends(documents: Sequence[Document], known: Known) -> Known:
    """What the running text says of the days that years end on, for balance sheets with years alone over their columns."""
    end = known.period_end
    if end is None or known.days or not (known.annual and floats(end)):
        return known
    return replace(known, days=(end, *printed_year_ends(documents, (end,))))


def _with_the_texts_word(documents: Sequence[Document], known: Known) -> Known:
    """What the running text says of years that do not end with a month."""
    if not any(floats(day) for day in known.days):
        return known
    return replace(known, days=(*known.days, *printed_year_ends(documents, known.days)), long=told_long_periods(documents))


def _with_first_days(documents: Sequence[Document], segments: Sequence[Segment], known: Known) -> Known:
    """What captions and the running text say of the first days of periods, where a head or caption may not."""
    said = [" ; ".join(line.text for line in (*segment.captions, *segment.heads)) for segment in segments]
    if not any(may_need_beginnings(text) for text in said):
        return known
    texts = (block.text for document in documents for block in document.blocks if not isinstance(block, Table))
    return replace(known, begun=told_beginnings(said, texts))


def _notes_below(segment: Segment) -> list[str]:
    """The lines below the last figures."""
    below = takewhile(lambda line: not line.has_figures, reversed(segment.rows))
    return [line.text for line in below if line.text]


def build(
    document: Document, chain: Sequence[Segment], kind: StatementKind, known: Known, common: ScaleStatement | None
) -> Statement | None:
    """The pages of one statement as a statement, or None where it has no columns."""
    columns: list[Column] = []
    rows: list[StatementRow] = []
    scale: ScaleStatement | None = None
    currency = ""
    previous: list[Period | None] = []
    told: list[Period] = []
    before: Part | None = None
    # A scale at the foot stands on the last page, and holds for the first.
    stated = next((read for segment in chain if (read := scale_of(segment))), None)
    borrowed = common.power if common and stated is None and known.scale is None else None
    common = stated or common
    known = replace(known, begun=with_notes(known.begun, [note for segment in chain for note in _notes_below(segment)]))
    for segment in chain:
        rows = _without_foot(rows)
        scale = scale_of(segment) or scale or common
        for number, part in enumerate(parts_of(with_labels(segment) if kind == "equity" else segment)):
            if not part.spans:
                continue
            said = find_currency(part.captions) or find_currency(segment.lead) or find_currency(told_of_all(part))
            currency = known.currency or said or currency or _marked(part)
            borrowed = borrowed if part.scale is None else None
            part = replace(part, currency=currency or "USD")
            if kind == "equity":
                rows.extend(add_equity(part, columns, rows, known, _told(known, scale or part.scale)))
                continue
            again = continued(part, previous, told) or (years_beside_notes(part, told) if number else [])
            previous = again or periods_of(part, kind, known, previous, number > 0)
            previous = with_one_basis(previous, [head.text for head in part.heads]) if None in previous else previous
            previous = [None] * len(previous) if kind == "balance_sheet" and are_lengths_below_days(part, columns) else previous
            before = with_heads_of(before, part)
            own = columns_of(before, previous)
            own = consolidated_only(part, own, kind, known) if chain[0].rival == CONSOLIDATING else own
            told = [column.period for column in own if column.period is not None and not column.ignored] or told
            places: list[int] = []
            for column in own:
                places.append(place_column(columns, column, places))
            rows.extend(_rows(part, columns, places, kind, _told(known, _nearest(part.scale, scale)), rows))
    rows = _without_equity(rows) if kind in ("income", "comprehensive") else with_both_ends(rows) if kind == "cashflow" else rows
    rows = without_asides(without_other_bases(rows)) if kind == "income" else rows
    while rows and not _says_amounts(rows[-1]):
        rows.pop()
    if not columns:
        return None
    title = chain[0].title
    place = title.cells[0].place if title and title.cells else _NO_PLACE
    return Statement(
        kind,
        Text(title.text if title else "", place),
        document.index,
        tuple(columns),
        tuple(rows),
        0,
        _scale_reason(known, scale),
        borrowed,
    )


def _told(known: Known, read: ScaleStatement | None) -> ScaleStatement | None:
    """The scale that a person gives before the one read; what the caption says of shares in full stays."""
    if known.scale is None:
        return read
    return ScaleStatement(known.scale, 0 if read and read.shares == 0 and read.power else None, "--scale")


def _nearest(own: ScaleStatement | None, above: ScaleStatement | None) -> ScaleStatement | None:
    """The scale above the columns before the caption's; what that one says of shares holds for both."""
    if own is None or above is None or own.power != above.power or own.shares is not None:
        return own or above
    return replace(own, shares=above.shares)


def _scale_reason(known: Known, read: ScaleStatement | None) -> str:
    told = _told(known, read)
    return told.text if told else ""


def _marked(part: Part) -> str:
    """The currency of the marks on most of the marked figures, where it is none of dollars as such."""
    marks = [cell.number.currency for span in part.spans for _, cell in span.cells if cell.number and cell.number.currency]
    codes = [code for mark in marks if (code := mark_currency(mark)) and code != "USD"]
    return codes[0] if codes and codes.count(codes[0]) * 2 > len(marks) else ""


def _without_foot(rows: list[StatementRow]) -> list[StatementRow]:
    """A page without its foot and the next one's running head: no rows of a statement. A heading with a colon, or of amounts per share
    or counts of them, may end a page."""
    end = len(rows)
    while end and not _says_amounts(rows[end - 1]) and not rows[end - 1].label.endswith(":") and not tells_measure(rows[end - 1].label):
        end -= 1
    return rows[:end]


def _says_amounts(row: StatementRow) -> bool:
    """Whether there are figures in a row's columns, or amounts of money in its label and nothing else: "Net of taxes of $8 and $4"."""
    marks = [each.number.currency for each in row.in_label]
    return bool(row.figures) or (len(marks) > 1 and all(marks))


def _without_equity(rows: list[StatementRow]) -> list[StatementRow]:
    """A statement of equity that follows without a title of its own begins with its opening balance."""
    opens = (index for index, row in enumerate(rows) if index > 3 and _BALANCE.match(row.label) and row.figures and not row.instant)
    first = next(opens, len(rows))
    return rows[:first]


def _rows(
    part: Part,
    columns: Sequence[Column],
    places: Sequence[int],
    kind: StatementKind,
    scale: ScaleStatement | None,
    before: Sequence[StatementRow],
) -> list[StatementRow]:
    """The rows of a part; ``before`` are the statement's rows above it, in tables of their own."""
    part = replace(part, rows=with_commas(part.rows, kind, before))
    heads = heads_of(part.rows)
    currency = currency_unit(part.currency)
    amounts = of_columns_told(part.rows, columns, places)
    measures = measure_rows(amounts, heads, kind, before)
    units = unit_rows(amounts, measures, scale, currency, 0, before)
    out: list[StatementRow] = []
    closed = footnote = False
    noted = any(_is_note(each, before) for each in takewhile(lambda row: not row.figures, reversed(before)))
    assumed = any(is_pro_forma(row.label, (), kind) for row in takewhile(lambda row: not row.figures, reversed(before)))
    counted = told_power(each for row in before for each in row.in_label)
    if counted is None and kind == "balance_sheet":
        counted = counts_of_labels([(row.labels, [cell.number.value for _, cell in row.cells if cell.number]) for row in part.rows], scale)
    for row, (depth, above), unit in zip(part.rows, heads, units, strict=True):
        instant = _instant(row, above, columns, kind, closed)
        closed = closed or instant == "end"
        noted = noted or (not row.cells and _is_note(row, out))
        figures = tuple(_figure(cell, places[column], columns, unit, instant) for column, cell in row.cells)
        figures = tuple(replace(figure, ignored=True, reason=_IN_NOTE) for figure in figures) if noted else figures
        footnote = not row.cells and ((footnote and not row.blank_before) or _is_footnote(row, len(before) + len(out)))
        if assumed or is_pro_forma(row.label, above, kind):
            figures = tuple(replace(figure, ignored=True, reason=_PRO_FORMA) for figure in figures)
        elif is_funds_from_operations(row.label, above, kind):
            figures = tuple(replace(figure, ignored=True, reason=_FUNDS) for figure in figures)
        if is_headings_note(row, places):
            figures = tuple(replace(figure, ignored=True, reason="the number of a note beside a heading") for figure in figures)
        values = [cell.number.value for _, cell in row.cells if cell.number]
        inside = numbers_in_label(row.labels, values, [columns[place] for place in places], scale, currency, counted)
        here = told_power(inside)
        counted = counted if here is None else here
        inside = tuple(replace(figure, ignored=True, reason=_IN_NOTE) for figure in inside) if footnote else inside
        inside += (*strays_of(row.strays, part.spans[0].left), *dashes_of(row))
        inside = tuple(replace(figure, column=places[figure.column]) for figure in inside)
        label = row.label if len(row.label) <= LONGEST_LABEL else row.label[:_SHORTENED] + " ..."
        out.append(StatementRow(label, figures, depth, above, tuple(cell.place for cell in row.labels), inside, instant, row.ruled))
    return out


def _instant(row: DraftRow, above: tuple[str, ...], columns: Sequence[Column], kind: StatementKind, closed: bool) -> Instant:
    if kind == "cashflow":
        return instant_row(row, above, columns, closed)
    return equity_row(row, above, columns) if kind in ("income", "comprehensive") else ""


def _is_note(row: DraftRow | StatementRow, before: Sequence[StatementRow]) -> bool:
    """ "(1) Stock-based compensation is allocated as follows:" below a statement, or "(1) Stock-based compensation:" where a label above
    bears the mark: what follows takes its amounts apart, under the same labels."""
    if len(before) <= _LEAST_BEFORE_NOTE:
        return False
    marked = _SAYS_OF_MARK.match(row.label)
    return bool(_NOTE.match(row.label)) or (marked is not None and any(marked[1] in each.label[1:] for each in before))


def _is_footnote(row: DraftRow, above: int) -> bool:
    """ "(B) Excluded from: cost of revenues $210 and $188" below a statement; its further lines are what goes on without a blank line."""
    return above > _LEAST_BEFORE_NOTE and _FOOTNOTE.match(row.label) is not None


def _figure(cell: Cell, column: int, columns: Sequence[Column], unit: RowUnit, instant: Instant) -> Figure:
    assert cell.number is not None
    found = columns[column]
    period = found.period
    if period and instant:
        period = at_end_of(period, instant)
    counted = _in_currency(unit.unit, found.currency) if unit.unit else None
    return Figure(cell.number, cell.place, column, period, counted, unit.scale, found.ignored, found.reason or unit.reason)


def _in_currency(unit: Unit, code: str) -> Unit:
    """Money of a column in the column's currency."""
    return Unit(f"iso4217:{code}", unit.denominator) if unit.numerator.startswith("iso4217:") else unit
