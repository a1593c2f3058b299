"""EX-27 financial data schedules: the filer's own extract of its statements, normalised for the quirks that they show."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from converter.find.schedules.lines import TagLine, is_schedule, tag_lines, untagged_lines
from converter.find.schedules.periods import duration, months_of, schedule_date
from converter.find.schedules.settle import settle
from converter.grammar.numbers import parse_figure
from converter.model import (
    PURE,
    SHARES,
    USD,
    Document,
    Filing,
    Finding,
    Number,
    Period,
    Place,
    Schedule,
    ScheduleItem,
    Statement,
    Unit,
    currency_unit,
    per_share,
)
from converter.resources import table

_POWERS = {1: 0, 10: 1, 100: 2, 1_000: 3, 10_000: 4, 100_000: 5, 1_000_000: 6, 1_000_000_000: 9}
_MULTIPLIER_WORDS = {"THOUSAND": 3, "THOUSANDS": 3, "MILLION": 6, "MILLIONS": 6, "BILLION": 9, "ONE": 0}


class _Tag(Struct, frozen=True):
    """What a value is: ``period`` instant, duration or start (a balance at the start), ``unit`` money, shares, per_share or percent."""

    period: str
    unit: str


def find_schedules(filing: Filing, statements: Sequence[Statement] = ()) -> tuple[Schedule, ...]:
    """The schedules of a filing, one for each column of values. Where statements are given, a multiplier that was left out and
    a wrong period type are mended by them. A value whose period is not known is left out."""
    found: list[Schedule] = []
    for document in filing.documents:
        if is_schedule(document):
            for lines in _split(tag_lines(document)):
                found.extend(_schedules(lines, document, filing))
    return tuple(settle(schedule, statements) for schedule in found)


def unread_lines(filing: Filing) -> Iterator[Finding]:
    """Values in schedules that no tag names."""
    for document in filing.documents:
        lines = list(untagged_lines(document)) if document.type.upper().startswith("EX-27") else []
        if lines:
            message = f"{len(lines)} lines of a financial data schedule ({document.type}) have a value and no tag; they are not read"
            yield Finding("find.schedule-untagged", "info", message, "Tags stand before their values: <CASH> 1,234.", tuple(lines[:5]))


def _split(lines: Iterator[TagLine]) -> Iterator[list[TagLine]]:
    """One document may hold several schedules: a new one starts at ``<ARTICLE>``, or where a head tag comes a second time."""
    current: list[TagLine] = []
    seen: set[str] = set()
    for line in lines:
        starts = line.tag == "ARTICLE" or (line.tag in {"PERIOD-TYPE", "PERIOD-END"} and line.tag in seen)
        if starts and seen & _known().keys():
            yield current
            current, seen = [], set()
        current.append(line)
        seen.add(line.tag)
    if seen & _known().keys():
        yield current


def _schedules(lines: Sequence[TagLine], document: Document, filing: Filing) -> Iterator[Schedule]:
    heads = {line.tag: line for line in reversed(lines)}
    registrant = _registrant(heads, filing)
    ends = [schedule_date(place.text) for place in heads["PERIOD-END"].values] if "PERIOD-END" in heads else []
    columns = max(1, sum(1 for end in ends if end is not None))
    if registrant is None:
        return
    for column in range(columns):
        end = ends[column] if column < len(ends) and ends[column] is not None else filing.header.period_date
        if end is None:
            continue
        items = tuple(_items(lines, heads, column, columns, end))
        if items:
            yield Schedule(document.index, _word(heads, "ARTICLE", 0), items, registrant)


def _items(lines: Sequence[TagLine], heads: dict[str, TagLine], column: int, columns: int, end: date) -> Iterator[ScheduleItem]:
    months = months_of(_word(heads, "PERIOD-TYPE", column) or _word(heads, "PERIOD-TYPE", 0))
    span = duration(end, months, schedule_date(_word(heads, "PERIOD-START", column)))
    scale = _scale(heads)
    money = _money(heads)
    for line in lines:
        tag = _known().get(line.tag)
        place = _value_of(line, column, columns)
        number = parse_figure(place.text) if place is not None else None
        period = _period(tag, end, span) if tag else None
        if tag is None or place is None or number is None or period is None:
            continue
        unit, power = _measure(tag, money, scale)
        yield ScheduleItem(line.tag, _plain(number), power, unit, period, place)


def _value_of(line: TagLine, column: int, columns: int) -> Place | None:
    """The value of a column; in a schedule of one column the last figure of the line, in one of several only a full line tells."""
    figures = [place for place in line.values if parse_figure(place.text) is not None]
    if columns == 1:
        return figures[-1] if figures else None
    return figures[column] if len(figures) == columns else None


def _period(tag: _Tag, end: date, span: Period | None) -> Period | None:
    if tag.period == "instant":
        return Period(None, end, ("<PERIOD-END>",))
    if tag.period == "duration" or span is None or span.start is None:
        return span if tag.period == "duration" else None
    return Period(None, date.fromordinal(span.start.toordinal() - 1), span.evidence)


def _measure(tag: _Tag, money: Unit, scale: int) -> tuple[Unit, int]:
    """Per-share values and ratios are printed in full whatever the multiplier says; so are counts of shares more often than not,
    but there the multiplier's word stands."""
    if tag.unit == "per_share":
        return per_share(money), 0
    if tag.unit == "percent":
        return PURE, -2
    return (SHARES if tag.unit == "shares" else money), scale


def _plain(number: Number) -> Number:
    """The number without footnote marks in what was printed."""
    printed = number.printed.split("<F")[0].rstrip()
    return Number(printed, number.value, number.places, number.negative, number.dash, number.percent, number.currency)


def _scale(heads: dict[str, TagLine]) -> int:
    words = _word(heads, "MULTIPLIER", 0)
    number = parse_figure(words) if words else None
    if number is not None:
        return _POWERS.get(int(number.value), 0)
    return _MULTIPLIER_WORDS.get(words.upper().strip("()"), 0)


def _money(heads: dict[str, TagLine]) -> Unit:
    words = heads["CURRENCY"].words.strip().lower() if "CURRENCY" in heads else ""
    if not words:
        return USD
    for name, code in _currencies():
        if name in words:
            return currency_unit(code)
    return currency_unit(words.upper()) if len(words) == 3 and words.isalpha() else USD


def _word(heads: dict[str, TagLine], tag: str, column: int) -> str:
    values = heads[tag].values if tag in heads else ()
    return values[column].text if column < len(values) else ""


def _registrant(heads: dict[str, TagLine], filing: Filing) -> int | None:
    """The filer that ``<CIK>`` names; None where a filing of several names none of them."""
    ciks = [filer.cik.value.lstrip("0") if filer.cik else "" for filer in filing.header.filers]
    named = _word(heads, "CIK", 0).lstrip("0")
    if named and named in ciks:
        return ciks.index(named)
    return 0 if len(ciks) < 2 or not named else None


@lru_cache(maxsize=1)
def _known() -> dict[str, _Tag]:
    with table("find", "schedules/tags.csv").open(encoding="utf-8", newline="") as lines:
        return {row["tag"]: _Tag(row["period"], row["unit"]) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _currencies() -> tuple[tuple[str, str], ...]:
    with table("find", "schedules/currencies.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["words"], row["code"]) for row in csv.DictReader(lines))
