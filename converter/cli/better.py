"""What a person may know better than the filing says: options of a run, or of single files in a small table."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from converter.cli.common import GivenFile
from converter.knowing import SCALES, cik_of, currency_of, day_of, encoding_of, month_day_of, scale_of

_FILE = "file"
_LONGEST_TABLE = 20_000_000

_Command = TypeVar("_Command", bound=Callable[..., Any])


def better_options(command: _Command) -> _Command:
    """The options of a run, for a command that converts."""
    for option in reversed(
        (
            click.option("--cik", help="The registrant's CIK (up to ten digits), where the filing does not say it."),
            click.option("--period-end", metavar="YYYY-MM-DD", help="The period's last day, instead of what the filing says."),
            click.option("--fiscal-year-end", metavar="MM-DD", help="The fiscal year's last day, instead of what the filing says."),
            click.option("--scale", metavar="WORD", help=f"What the statements count in ({', '.join(SCALES)}), instead of what they say."),
            click.option("--currency", metavar="CODE", help="The statements' currency (ISO 4217, as DEM), instead of what they say."),
            click.option("--encoding", help="Input encoding (default: detected)."),
        )
    ):
        command = option(command)
    return command


def chosen_values(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options given, as `converter.pipeline.convert` takes them. Raises ValueError with a sentence where one makes no sense."""
    return {name: _read(name, str(options[name])) for name in _READERS if options.get(name) is not None}


def _read(name: str, text: str) -> Any:
    try:
        return _READERS[name](text)
    except ValueError as error:
        raise ValueError(f"--{name.replace('_', '-')}: {error}") from None


corrections_option = click.option(
    "--corrections",
    metavar="FILE",
    type=GivenFile(),
    help="What a person says of rows and facts, as CSV or TOML; 'filing2xbrl corrections' writes a template.",
)


def chosen_corrections(options: Mapping[str, Any]) -> dict[str, Any]:
    """The corrections of the file given, as `converter.pipeline.convert` takes them. Raises ValueError with line and reason."""
    if not options["corrections"]:
        return {}
    from converter.map.corrections import read_corrections

    return {"corrections": read_corrections(options["corrections"])}


def read_overrides(table: Path, files: Sequence[Path]) -> tuple[dict[Path, dict[str, Any]], tuple[str, ...]]:
    """The rows of the table that tell of the files (by path as given, or by name), and notes on rows that tell of none.

    The table is CSV in UTF-8 with a head: ``file`` and any of ``period_end``, ``fiscal_year_end``, ``scale``, ``currency``,
    ``encoding``, ``cik``; an empty cell says nothing. Raises ValueError with line and reason at the first wrong row."""
    found: dict[Path, dict[str, Any]] = {}
    notes: list[str] = []
    seen: dict[str, int] = {}
    for line, row in _rows(table):
        name = row.pop(_FILE)
        if name in seen:
            raise ValueError(f"{table}:{line}: {name} stands on line {seen[name]} already")
        seen[name] = line
        try:
            values = chosen_values({key: text for key, text in row.items() if text})
        except ValueError as error:
            raise ValueError(f"{table}:{line}: {error}") from None
        meant = [path for path in files if name == path.name or os.path.normpath(name) == os.path.normpath(path)]
        for path in meant:
            found.setdefault(path, {}).update(values)
        if not meant:
            notes.append(f"{table}:{line}: no input is named {name}, the row is not used")
    return found, tuple(notes)


def _rows(table: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows with the lines they stand on, cells stripped. Raises ValueError where this is no such table."""
    import csv

    try:
        if table.stat().st_size > _LONGEST_TABLE:
            raise ValueError(f"{table}: too large for a table of overrides")
        with table.open(encoding="utf-8-sig", newline="") as lines:
            first = lines.readline()
            lines.seek(0)
            between = max(",;\t", key=first.count)  # as spreadsheets of all countries save it
            reader = csv.reader(lines, delimiter=between, strict=True)
            cells = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(cell.strip() for cell in row)]
    except OSError as error:
        raise ValueError(f"{table}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"{table}: no CSV in UTF-8: {error}") from None
    line, head = cells[0] if cells else (1, [])
    head = [name.lower().replace("-", "_").replace(" ", "_") for name in head]
    _check_head(f"{table}:{line}", head)
    rows = []
    for line, row in cells[1:]:
        if len(row) != len(head):
            raise ValueError(f"{table}:{line}: {len(row)} cells where the head has {len(head)}")
        named = dict(zip(head, row, strict=True))
        if not named[_FILE]:
            raise ValueError(f"{table}:{line}: names no file")
        rows.append((line, named))
    return rows


def _check_head(where: str, head: Sequence[str]) -> None:
    known = (_FILE, *_READERS)
    wrong = [name for name in head if name not in known]
    if wrong:
        raise ValueError(f"{where}: no such column: {', '.join(map(repr, wrong))} (there are {', '.join(known)})")
    if _FILE not in head or len(set(head)) != len(head):
        raise ValueError(f"{where}: the head names file once, and each other column at most once")


_READERS: dict[str, Callable[[str], Any]] = {
    "period_end": day_of,
    "fiscal_year_end": month_day_of,
    "scale": scale_of,
    "currency": currency_of,
    "encoding": encoding_of,
    "cik": cik_of,
}
OVERRIDES_HELP = (
    f"A CSV table of these options for single files, with the columns {', '.join((_FILE, *_READERS))}; an empty cell says nothing."
)
