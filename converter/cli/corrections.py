"""``filing2xbrl corrections``: a template with the rows and facts that a person should look at."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from converter.cli.common import finding_lines, shown
from converter.exit_codes import ExitCode
from converter.load.recognise import reports_in
from converter.map.corrections.doubts import Doubt, Doubts
from converter.map.corrections.reading import FOR_PEOPLE, SELECTORS, VERDICTS, guarded

_FEW = 4


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.Path(path_type=Path))
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="The file to write; else it goes to standard output.")
@click.option(
    "--below", type=click.FloatRange(0, 1), default=0.8, show_default=True, help="Facts with a confidence below this are doubtful."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def command(ctx: click.Context, reports: tuple[Path, ...], out: Path | None, below: float, force: bool) -> None:
    """Write a table of the rows and facts of xBRL-JSON REPORTs (of a folder: those in it) that a person should look at.

    The table is for 'convert --corrections'. Doubtful is what has little confidence or no standard concept, is unmapped, or what a
    finding names. Fill in concept, sign or ignore where you know better; a line without a verdict changes nothing.

    Example: filing2xbrl corrections reports/0000950123-97-001234.json --out corrections.csv
    """
    doubts = Doubts(below)
    for path in reports:
        for report in _reports_in(path) if path.is_dir() else [path]:
            _look(ctx, report, doubts)
    text = _table(doubts.all())
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        with out.open("w" if force else "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{out} is there already, perhaps with verdicts; give another name, or --force") from None
    except OSError as error:
        raise click.UsageError(f"{out} cannot be written: {error.strerror}") from None
    click.echo(f"{out}: {len(doubts.all())} rows and facts to look at")


def _reports_in(folder: Path) -> list[Path]:
    """The xBRL-JSON reports of a folder; other JSON is told in a line each."""
    reports, others = reports_in(folder, (".json",))
    for path in others:
        click.echo(f"{shown(path)}: skipped, no report", err=True)
    if not reports:
        raise click.UsageError(f"{folder} holds no xBRL-JSON: give the folder that 'filing2xbrl convert' wrote into")
    return reports


def _look(ctx: click.Context, path: Path, doubts: Doubts) -> None:
    from converter.load import load

    loaded = load(path)
    if not loaded.reports:
        for line in finding_lines(shown(path), loaded.findings):
            click.echo(line, err=True)
        click.echo(f"{shown(path)}: no report could be read: give the .json that 'filing2xbrl convert' wrote", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    for report in loaded.reports:
        doubts.look(report)


def _table(doubts: Iterable[Doubt]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*SELECTORS, *VERDICTS, *FOR_PEOPLE))
    writer.writerows([guarded(cell) for cell in _cells(doubt)] for doubt in doubts)
    return text.getvalue()


def _cells(doubt: Doubt) -> Iterator[str]:
    yield from (doubt.entity, doubt.filing, doubt.statement, doubt.label, doubt.under, doubt.fact)
    yield from ("" for _ in VERDICTS)
    yield " ".join(doubt.now)
    yield "" if doubt.confidence is None else f"{doubt.confidence:.2f}"
    yield _some(doubt.printed, "  ")
    yield _some(doubt.reasons, "; ")
    ranked = sorted(doubt.likely.items(), key=lambda item: (-item[1], item[0]))
    yield _some([f"{concept} ({share:.2f})" for concept, share in ranked], " ")


def _some(texts: list[str], between: str) -> str:
    return between.join(texts[:_FEW]) + (f"{between}..." if len(texts) > _FEW else "")
