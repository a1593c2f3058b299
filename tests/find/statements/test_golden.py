"""Whole filings: all that is found in them, in a form that can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converter.find import find
from converter.model import Figure, Period, Statement
from converter.read import read

GOLDEN = Path(__file__).parent / "golden"


def _days(period: Period | None) -> str:
    return "?" if period is None else f"{period.start or 'at'}..{period.end}" if period.start else f"at {period.end}"


def _value(figure: Figure, plain: Period | None) -> str:
    if figure.ignored:
        return f"[{figure.number.printed}]"
    unit = figure.unit.oim().replace("iso4217:", "").replace("xbrli:", "") if figure.unit else "?"
    text = "?" if figure.scale is None else f"{figure.number.value.scaleb(figure.scale):f}"
    return f"c{figure.column} {text} {unit}" + ("" if figure.period == plain else f" {_days(figure.period)}")


def lines(statement: Statement) -> Iterator[str]:
    """A statement as text: title and scale, a line for each column, each row; ``[..]`` is ignored, ``#`` is in a label."""
    yield f"{statement.kind}: {statement.title.value} / {statement.scale_reason or 'no scale'}"
    for number, column in enumerate(statement.columns):
        yield f"c{number} {_days(column.period)} <{column.head}>" + (f" ignored: {column.reason}" if column.ignored else "")
    for row in statement.rows:
        marks = "".join((row.instant and f" ={row.instant}", " _" if row.ruled else ""))
        figures = [_value(figure, statement.columns[figure.column].period) for figure in row.figures]
        yield f"{'  ' * row.depth}{row.label or '(no label)'}{marks} | {' | '.join(figures)}".rstrip(" |")
        for figure in row.in_label:
            yield f"{'  ' * row.depth}  # {figure.number.printed}: {_value(figure, statement.columns[figure.column].period)}"
    yield ""


@pytest.mark.parametrize("name", ["annual.txt", "quarter.txt", "release.md", "report.htm", "startup.txt"])
def test_golden(name: str, golden: Callable[[Path, str], None]) -> None:
    stated = find(read((GOLDEN / name).read_bytes(), name))
    found = [line for statement in stated.statements for line in lines(statement)]
    golden(GOLDEN / f"{name}.golden", "\n".join(found))
