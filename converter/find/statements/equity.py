"""Statements of equity: a column for each component and dated balances below each other, or the components below each other with a
column for each year. Only the balances are read; what moved them is told by the other statements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.find.statements.components.balances import BALANCE, BalanceDay, balance_days, balance_words, is_balance
from converter.find.statements.components.panels import COMPONENT, parted_at_label
from converter.find.statements.heads.assignment import ColumnHead
from converter.find.statements.heads.span import ColumnSpan
from converter.find.statements.lines.line import Line, is_year
from converter.find.statements.parts import Part
from converter.find.statements.periods.from_heads import resolve
from converter.find.statements.periods.known import Known
from converter.find.statements.rows.dashes import dashes_of
from converter.find.statements.rows.drafting import heads_of
from converter.find.statements.rows.in_label import numbers_in_label, strays_of
from converter.find.statements.rows.instants import Instant, at_end_of, by_day
from converter.find.statements.segments.segment import Segment, is_head
from converter.grammar.dates import find_dates
from converter.grammar.periods import read_head
from converter.grammar.scales import ScaleStatement
from converter.model import Column, Figure, Period, StatementRow, currency_unit
from converter.patterns import regex

_OPENS = regex(r"\b(?:beginning|opening|start)\b", re.IGNORECASE)
_CLOSES = regex(r"\b(?:end|ending|closing)\b", re.IGNORECASE)
_TOTAL = regex(
    r"total (?:(?:share|stock)(?:holder|owner)s?\W{0,2}s?|shareowners\W?|partners\W?|members\W?) (?:equity|deficit|capital).{0,12}", re.I
)
_COUNTS = regex(
    r"(?:(?:no\.?|number) of |of )?(?:treasury |common |preferred )?(?:stock )?shares(?: (?:issued|outstanding))?"
    r"|shares of (?:common|preferred|treasury) stock|number",
    re.IGNORECASE,
)
_AMOUNTS = regex(r"(?:dollar )?amounts?", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_EITHER = frozenset({"income", "gain", "gains", "loss", "losses", "net"})
MOVEMENT = "a movement of equity: its balances alone are read"
_IN_LABEL = "inside the label of a movement of equity"
_NO_DAY = "nothing tells the day of this balance"


def with_labels(segment: Segment) -> Segment:
    """A segment whose labels are where rows have them: a year that begins a row ends the day of a balance, and the last lines above
    the first figures are that row's label."""
    heads, labels = parted_at_label(segment.heads)
    rows = [_year_as_label(line) for line in segment.rows]
    return replace(segment, heads=heads, rows=[*labels, *rows])


def _year_as_label(line: Line) -> Line:
    first = line.cells[0] if line.cells else None
    if first is None or first.number is None or not is_year(first.number):
        return line
    if is_head(line) and len(line.cells) > 1 and not any(COMPONENT.search(cell.text) for cell in line.cells[1:]):
        return line
    return replace(line, cells=(replace(first, number=None), *line.cells[1:]))


def add_equity(
    part: Part, columns: list[Column], before: Sequence[StatementRow], known: Known, scale: ScaleStatement | None
) -> list[StatementRow]:
    """The rows of a part of the statement; the columns that it has beyond the pages before (whose rows are ``before``) are added to
    ``columns``."""
    by_year = _is_by_year(part.heads)
    periods: Sequence[Period | None] = resolve(part.heads, part.captions, "equity", known) if by_year else [None] * len(part.spans)
    heads = part.heads if by_year else _of_components(part.heads)
    own = [_column(head, period, span, part.currency) for head, period, span in zip(heads, periods, part.spans, strict=True)]
    days = balance_days(part.rows, known)
    told = {figure.period.end for row in before for figure in row.figures if figure.period}
    places = _places(columns, own, told.isdisjoint(each.day for each in days if each.day))
    reading = _Reading(part, columns, places, scale, days)
    return [reading.row(index, depth, above) for index, (depth, above) in enumerate(heads_of(part.rows))]


def _is_by_year(heads: Sequence[ColumnHead]) -> bool:
    """Whether the columns are periods, each of them one column, or one of shares and one of amounts."""
    said = [" ".join(head.pieces[:-1] if _is_share_or_amount(head) else head.pieces) for head in heads]
    dated = [text for text in said if not read_head(text).is_empty and not COMPONENT.search(text)]
    return len(dated) * 2 > len(heads)


def _is_share_or_amount(head: ColumnHead) -> bool:
    return bool(head.pieces) and (_COUNTS.fullmatch(head.pieces[-1]) is not None or _AMOUNTS.fullmatch(head.pieces[-1]) is not None)


def _of_components(heads: Sequence[ColumnHead]) -> list[ColumnHead]:
    """The heads without the periods that stand over them: they name none of the components."""
    return [ColumnHead([piece for piece in head.pieces if not _is_period(piece)], head.places) for head in heads]


def _is_period(piece: str) -> bool:
    return not read_head(piece).is_empty and not COMPONENT.search(piece)


def _column(head: ColumnHead, period: Period | None, span: ColumnSpan, currency: str) -> Column:
    marked = any(cell.number.currency or (cell.number.dash and "$" in cell.text) for _, cell in span.cells if cell.number)
    counts = not marked and bool(head.pieces) and _COUNTS.fullmatch(head.pieces[-1]) is not None
    reason = "a column of share counts" if counts else "" if period else "a component of equity"
    return Column(head.text, period, counts, reason, tuple(head.places), currency)


def _places(columns: list[Column], own: Sequence[Column], further: bool) -> list[int]:
    """Where the columns of a page stand among those of the pages before. A page without heads of its own that tells of ``further``
    days goes on in their order."""
    if further and len(columns) == len(own) and not any(column.head for column in own):
        return list(range(len(own)))
    places: list[int] = []
    for column in own:
        key = _key(column)
        same = [i for i, other in enumerate(columns) if _key(other) == key and i not in places]
        places.append(same[0] if same else len(columns))
        if not same:
            columns.append(column)
    return places


def _key(column: Column) -> tuple[frozenset[str], Period | None]:
    """What columns of the same component share: one page has an "accumulated loss", where the next one has an "accumulated gain (loss)"."""
    return frozenset(_WORD.findall(column.head.lower())) - _EITHER, column.period


class _Reading(Struct, frozen=True):
    """What a part's rows are read by. ``days`` are the rows' days, ``places`` where the part's columns stand among the statement's."""

    part: Part
    columns: Sequence[Column]
    places: Sequence[int]
    scale: ScaleStatement | None
    days: Sequence[BalanceDay]

    def row(self, index: int, depth: int, above: tuple[str, ...]) -> StatementRow:
        row, currency = self.part.rows[index], currency_unit(self.part.currency)
        told = [self.columns[place] for place in self.places]
        instant: Instant = "" if all(column.period is None for column in told) else _instant(row.label, told)
        power = self.scale.power if self.scale else 0
        figures = []
        for column, cell in row.cells:
            period, ignored, reason = self._fate(index, told[column], instant)
            if cell.number is not None:
                figures.append(Figure(cell.number, cell.place, self.places[column], period, currency, power, ignored, reason))
        inside = numbers_in_label(row.labels, (), told, self.scale, currency)
        passed = [replace(each, column=0, ignored=True, reason=_IN_LABEL) for each in inside]
        beside = (*strays_of(row.strays, self.part.spans[0].left), *dashes_of(row))
        places = tuple(cell.place for cell in row.labels)
        return StatementRow(row.label, tuple(figures), depth, above, places, (*passed, *beside), instant, row.ruled)

    def _fate(self, index: int, column: Column, instant: Instant) -> tuple[Period | None, bool, str]:
        """The day of a figure, whether it is left out, and why."""
        label = self.part.rows[index].label
        if column.ignored:
            return None, True, column.reason
        if column.period is not None:
            return (at_end_of(column.period, instant), False, "") if instant else (None, True, MOVEMENT)
        told = self.days[index]
        day = told.day
        if not is_balance(label) or (day is None and find_dates(label)):
            return None, True, MOVEMENT
        if day is None or told.reason:
            return None, bool(told.reason), told.reason or _NO_DAY
        return Period(None, day, (f'row "{label[:80]}"',)), False, ""


def _instant(label: str, columns: Sequence[Column]) -> Instant:
    if _TOTAL.fullmatch(label.lower()):
        return "end"
    words = set(_WORD.findall(label.lower()))
    if not (BALANCE.search(label) or words <= balance_words() or "equity" in words):
        return ""
    if _OPENS.search(label):
        return "start"
    if _CLOSES.search(label):
        return "end"
    return by_day(label.lower(), columns) if BALANCE.search(label) else ""
