"""``filing2xbrl inspect``: what was understood of a filing, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from converter.cli.better import better_options, chosen_corrections, chosen_values, corrections_option
from converter.cli.common import finding_lines
from converter.exit_codes import ExitCode
from converter.model import Fact, Figure, LeftNumber, Place, Report, Statement, StatementRow
from converter.pipeline import Conversion, convert

_LABEL = 46
_Key = tuple[object, ...]


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--rows/--no-rows", default=True, show_default=True, help="Show the rows of statements.")
@better_options
@corrections_option
@click.pass_context
def command(ctx: click.Context, /, path: Path, rows: bool, **better: Any) -> None:
    """Show what was understood of the filing PATH: documents, statements, columns with periods, rows with what became of them."""
    try:
        chosen = {**chosen_values(better), **chosen_corrections(better)}
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        conversion = convert(path, **chosen)
    except OSError as error:
        click.echo(f"{path}: error: {error.strerror or error}", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    for line in _lines(conversion, rows):
        click.echo(line)
    for line in finding_lines(path.name, conversion.findings):
        click.echo(line, err=True)
    ctx.exit(0 if conversion.readable else ExitCode.UNREADABLE)


def _lines(conversion: Conversion, rows: bool) -> Iterator[str]:
    given = conversion.filing.input
    yield f"{given.name}: {given.size:,} bytes{given.encoding and f', {given.encoding}'}"
    for document in conversion.filing.documents:
        about = f"{document.type or '(no type)'}, {document.format}, {len(document.blocks)} blocks {document.description}"
        yield f"  document {document.index}: {about}".rstrip()
    for report in conversion.reports:
        yield f"  registrant: {report.entity.name or '(no name)'} ({report.entity.identifier}), {len(report.facts)} facts"
    fates = _fates(conversion.reports)
    for statement in conversion.statements:
        yield ""
        yield from _statement(statement, fates, rows)
    yield from _cover(conversion.reports)
    yield from _left(conversion.reports)


def _key(place: Place) -> _Key:
    return place.document, place.line, place.start, place.path, place.text


def _fates(reports: Iterable[Report]) -> dict[_Key, list[str]]:
    """For each place: the facts that it became, or why it became none."""
    fates: dict[_Key, list[str]] = {}
    for report in reports:
        for fact in report.facts:
            for place in fact.sources:
                fates.setdefault(_key(place), []).append(_fact_words(fact))
        for verb, left in (("unmapped", report.unmapped), ("ignored", report.ignored)):
            for number in left:
                fates.setdefault(_key(number.place), []).append(f"{verb}: {number.reason}")
    return fates


def _fact_words(fact: Fact) -> str:
    sure = f" {fact.evidence.confidence:.2f}" if fact.evidence else ""
    members = "".join(f" [{member.rpartition(':')[2]}]" for _, member in fact.dimensions)
    return f"{fact.concept}{members}{sure}"


def _statement(statement: Statement, fates: dict[_Key, list[str]], rows: bool) -> Iterator[str]:
    scale = f", {statement.scale_reason}" if statement.scale_reason else ""
    yield f"{statement.kind.replace('_', ' ')}: {statement.title.value or '(no title)'} (document {statement.document}{scale})"
    for index, column in enumerate(statement.columns):
        period = column.period
        when = "no period" if period is None else f"{period.start} to {period.end}" if period.start else f"at {period.end}"
        why = f"  [{column.reason}]" if column.reason else f"  [{'; '.join(period.evidence)}]" if period and period.evidence else ""
        yield f"  column {index}: {column.head or '(no head)'}: {'left out' if column.ignored else when}{why}"
    for row in statement.rows if rows else ():
        yield from _row(row, len(statement.columns), fates)


def _row(row: StatementRow, columns: int, fates: dict[_Key, list[str]]) -> Iterator[str]:
    label = ("  " * min(row.depth, 4) + row.label)[:_LABEL]
    shown = [""] * columns
    for figure in row.figures:
        shown[figure.column] = _printed(figure)
    cells = "".join(f"{text:>16}" for text in shown)
    words = list(dict.fromkeys(word for figure in row.figures for word in fates.get(_key(figure.place), ["lost"])))
    yield f"    {label:{_LABEL}}{cells}   {' / '.join(words)}".rstrip()
    for printed, key in dict.fromkeys((figure.number.printed, _key(figure.place)) for figure in row.in_label):
        became = dict.fromkeys(fates.get(key, ["lost"]))
        yield f"      in the label: {printed}: {' / '.join(became)}"


def _printed(figure: Figure) -> str:
    unit = (
        ""
        if figure.unit is None
        else {"xbrli:shares": " sh", "xbrli:pure": ""}.get(figure.unit.numerator, "/sh" if figure.unit.denominator else "")
    )
    return f"{figure.number.printed.replace(' ', '')}{unit}"


def _cover(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        facts = [fact for fact in report.facts if fact.statement == "cover"]
        if facts:
            yield ""
            yield "cover:"
            for fact in facts:
                yield f"    {fact.concept:44} {fact.value}"


def _left(reports: Iterable[Report]) -> Iterator[str]:
    left: list[tuple[str, LeftNumber]] = [
        (verb, number)
        for report in reports
        for verb, some in (("unmapped", report.unmapped), ("ignored", report.ignored))
        for number in some
    ]
    if left:
        yield ""
        yield f"no facts: {len(left)} numbers"
    for (verb, label, reason), row in groupby(left, lambda each: (each[0], each[1].label, each[1].reason)):
        yield f"    {verb}: {', '.join(number.place.text for _, number in row)} ({label or 'no label'}): {reason}"
