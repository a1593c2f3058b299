"""Statements from a few lines of text, for tests of the mapper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from converter.grammar.numbers import parse_figure
from converter.model import (
    PURE,
    SHARES,
    USD,
    Column,
    Document,
    Figure,
    Filer,
    Filing,
    Header,
    Input,
    Number,
    Period,
    Place,
    Stated,
    Statement,
    StatementRow,
    Text,
    Unit,
    per_share,
)
from converter.model.stated import StatementKind

UNITS = {"usd": USD, "shares": SHARES, "eps": per_share(USD), "pure": PURE}


def place(text: str, line: int) -> Place:
    return Place(0, "cell", text, line, 40, 40 + len(text))


def _row(text: str, line: int, periods: Sequence[Period], scale: int, heads: list[tuple[int, str]]) -> StatementRow:
    """``label | figures | unit | instant``; a line without figures is a heading for the deeper lines below it."""
    depth = (len(text) - len(text.lstrip())) // 2
    parts = [part.strip() for part in text.split("|")]
    while heads and heads[-1][0] >= depth:
        heads.pop()
    above = tuple(label for _, label in heads)
    if len(parts) == 1:
        heads.append((depth, parts[0]))
        return StatementRow(parts[0], (), depth, above)
    unit: Unit = UNITS[parts[2]] if len(parts) > 2 and parts[2] in UNITS else USD
    instant = parts[-1] if parts[-1] in ("start", "end") else ""
    figures = []
    for column, printed in enumerate(parts[1].split()[: len(periods)]):
        number = parse_figure(printed)
        if number is None:
            continue
        period = periods[column]
        if instant and period.start is not None:
            period = Period(None, period.end if instant == "end" else date.fromordinal(period.start.toordinal() - 1))
        scaled = 0 if unit.denominator or unit == PURE else scale
        figures.append(Figure(number, place(printed, line), column, period, unit, scaled))
    return StatementRow(parts[0], tuple(figures), depth, above, instant=instant)  # type: ignore[arg-type]


Builder = Callable[..., Statement]


@pytest.fixture
def statement() -> Builder:
    """``statement(kind, text, periods, scale=3)``: a row a line, indent by two blanks."""

    def build(kind: StatementKind, text: str, periods: Sequence[Period], scale: int = 3, registrant: int = 0) -> Statement:
        heads: list[tuple[int, str]] = []
        lines = [line for line in text.splitlines() if line.strip()]
        rows = tuple(_row(line, number, periods, scale, heads) for number, line in enumerate(lines, 1))
        columns = tuple(Column(str(period.end), period) for period in periods)
        return Statement(kind, Text(f"STATEMENT OF {kind.upper()}", place("title", 0)), 0, columns, rows, registrant)

    return build


@pytest.fixture
def filing() -> Filing:
    """A filing without text whose header knows one filer."""
    return Filing(
        Input("sample.txt", 10, "ab" * 32, "utf-8"),
        Header(filers=(Filer(name=Text("SAMPLE MILLS CO", place("SAMPLE MILLS CO", 1)), cik=Text("0000123456", place("0000123456", 2))),)),
        (Document(0, "10-K", "text", ()),),
    )


@pytest.fixture
def year() -> Callable[[int], Period]:
    return lambda n: Period(date(n, 1, 1), date(n, 12, 31))


@pytest.fixture
def day() -> Callable[[int], Period]:
    return lambda n: Period(None, date(n, 12, 31))


@pytest.fixture
def label_number() -> Callable[..., Figure]:
    """A number inside a label."""

    def build(printed: str, unit: str, before: str = "", after: str = "", scale: int = 0, column: int = 0) -> Figure:
        number = parse_figure(printed)
        assert isinstance(number, Number)
        where = Place(0, "label", printed, 9, 3, 3 + len(printed))
        return Figure(number, where, column, Period(None, date(1996, 12, 31)), UNITS[unit], scale, before=before, after=after)

    return build


__all__ = ["Stated"]
