"""``filing2xbrl facts``: the facts of reports as one table."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click
from msgspec.structs import asdict, astuple

from converter.cli.common import finding_lines, shown
from converter.exit_codes import ExitCode
from converter.load.recognise import reports_in
from converter.map.corrections.reading import guarded
from converter.write.jsontext import dumps
from converter.write.table import COLUMNS, WORDS, FactRow, fact_rows, is_number

_WORDS = frozenset(map(COLUMNS.index, WORDS))
_TEXTS = _WORDS | {COLUMNS.index("value")}


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.Path(path_type=Path))
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="The file to write. Default: standard output.")
@click.option("--format", "style", type=click.Choice(("csv", "jsonl")), default="csv", show_default=True, help="CSV or JSON lines.")
@click.option("--numbers", is_flag=True, help="Numbers only: no names, days and other texts of the cover page.")
@click.pass_context
def command(ctx: click.Context, reports: tuple[Path, ...], out: Path | None, style: str, numbers: bool) -> None:
    """Print the facts of REPORTs (a folder: the xBRL-JSON reports in it) as one table, a line for each fact.

    Columns: report, fact (its id), entity, company, statement, label (as printed), concept, dimensions, start and end (first and last
    day; an instant has no start), months, value (full units, with the concept's sign), unit, decimals, confidence, printed (the figure as
    the filing shows it), document and place (line and columns from 0, or the path of an element).

    Example: filing2xbrl facts reports --numbers --out numbers.csv
    """
    files = [file for path in reports for file in _files(path)]
    if out is not None and any(file.exists() and out.exists() and file.samefile(out) for file in files):
        raise click.UsageError(f"{shown(out)} is one of the reports: give another name")
    unread: list[Path] = []
    rows = (row for file in files for row in _rows(file, unread) if not numbers or is_number(row))
    with _opened(out) as stream:
        (_write_csv if style == "csv" else _write_json)(rows, stream)
    ctx.exit(ExitCode.UNREADABLE if unread else 0)


def _files(path: Path) -> Sequence[Path]:
    """The report itself, or those of a folder: xBRL-JSON, where there is any, for the other formats say the same again."""
    if not path.is_dir():
        return [path]
    found = reports_in(path, (".json",))[0] or reports_in(path)[0]
    if not found:
        raise click.UsageError(f"{shown(path)} holds no report: give the folder that 'filing2xbrl convert' wrote into")
    return found


def _rows(path: Path, unread: list[Path]) -> Iterator[FactRow]:
    from converter.load import load

    loaded = load(path)
    if not loaded.reports:
        unread.append(path)
        for line in finding_lines(shown(path), loaded.findings):
            click.echo(line, err=True)
        click.echo(f"{shown(path)}: no report could be read", err=True)
    for report in loaded.reports:
        yield from fact_rows(report, shown(path))


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    """The file, in UTF-8, or standard output, where what its encoding lacks is a question mark."""
    if out is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8", errors="replace", newline="") as file:
            yield file
    except OSError as error:
        raise click.UsageError(f"{shown(out)} cannot be written: {error.strerror}") from None


def _write_csv(rows: Iterable[FactRow], stream: TextIO) -> None:
    """Cells that a spreadsheet would take for formulas are quoted, where they hold words; numbers stay numbers."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in rows:
        words = _WORDS if is_number(row) else _TEXTS
        table.writerow([guarded(cell) if at in words else cell for at, cell in enumerate(astuple(row))])


def _write_json(rows: Iterable[FactRow], stream: TextIO) -> None:
    for row in rows:
        stream.write(dumps(asdict(row)).decode() + "\n")
