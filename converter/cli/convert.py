"""``filing2xbrl convert``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from converter.bulk import InputError, Job, Outcome, convert_many, gather, keep_habits
from converter.cli.better import OVERRIDES_HELP, better_options, chosen_corrections, chosen_values, corrections_option, read_overrides
from converter.cli.common import (
    LEVELS,
    GivenFile,
    by_code,
    echo_json,
    fails,
    finding_lines,
    shown,
)
from converter.exit_codes import ExitCode
from converter.wording import counted

_STDIN = Path("stdin")
_FEW = 5


class Unwritable(click.ClickException):
    """The folder for the results cannot be written: nothing was converted."""

    exit_code = ExitCode.USAGE


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--out", "directory", type=click.Path(path_type=Path), default=Path(), show_default="the current folder", help="Folder for the results."
)
@click.option(
    "--to", "to", default="xbrl,xbrl-json", show_default=True, metavar="FORMAT[,FORMAT]", help="Formats; see 'filing2xbrl list formats'."
)
@better_options
@click.option("--overrides", metavar="FILE", type=GivenFile(), help=OVERRIDES_HELP)
@corrections_option
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Drop facts whose confidence is below this (0 to 1); they are listed as unmapped.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="never", show_default=True, help="Exit 1 at findings of this severity or above."
)
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True, help="Output format of the summary."
)
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """Convert filings (text, HTML, OCR'd markdown, EDGAR submissions) to XBRL.

    PATH is a file, a folder (the files in it), or - for standard input. Each filing gives <stem>.json, <stem>.xbrl and its own
    schema and linkbases; the common taxonomy goes into taxonomy/ beside them.

    Example: filing2xbrl convert 0000950123-97-001234.txt --out reports
    """
    debug = bool(ctx.obj)
    data = _of_stdin(ctx) if Path("-") in paths else None
    try:
        inputs = gather([path for path in paths if path != Path("-")], options["directory"])
        if data is not None and inputs.files:
            raise InputError("standard input goes alone: give - or paths, not both")
        job = _job(options, (_STDIN,) if data is not None else inputs.files)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    for line in inputs.skipped:
        click.echo(line, err=True)
    files = (_STDIN,) if data is not None else inputs.files
    if not files:
        click.echo(f"filing2xbrl: no file to convert in {', '.join(map(shown, paths))}", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    outcomes = _run(files, job, options["jobs"], data)
    _tell_unused(job, outcomes)
    _tell(outcomes, options["style"], debug)
    ctx.exit(_code(outcomes, options["fail_on"]))


def _of_stdin(ctx: click.Context) -> bytes:
    """Standard input, of which no more is read than a filing may have."""
    from converter.pipeline import MOST_BYTES, TOO_LARGE

    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        click.echo(f"stdin: error: {TOO_LARGE}", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    return data


def _job(options: dict[str, Any], files: Sequence[Path]) -> Job:
    """The options as a job. Raises ValueError with a sentence where one makes no sense."""
    from converter.write import formats

    names = tuple(name.strip() for name in options["to"].split(",") if name.strip())
    known = [each.name for each in formats()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise ValueError(f"--to: no such format: {', '.join(unknown) or 'none given'} (there are {', '.join(known)})")
    chosen = {**chosen_values(options), **chosen_corrections(options), "min_confidence": options["min_confidence"]}
    overrides, notes = read_overrides(options["overrides"], files) if options["overrides"] else ({}, ())
    for note in notes:
        click.echo(note, err=True)
    return Job(options["directory"], names, chosen, overrides, compared=len(files) > 1)


def _tell_unused(job: Job, outcomes: Sequence[Outcome]) -> None:
    """Corrections that were for no filing of the run: another year's filing, another company, or a mistyped one."""
    given = job.options.get("corrections", ())
    used = frozenset[str]().union(*(outcome.corrected for outcome in outcomes))
    unused = [each for each in given if each.where not in used]
    if unused:
        shown = [f"{each.where} ({' '.join(filter(None, (each.entity, each.filing)))})" for each in unused[:_FEW]]
        more = ", ..." if len(unused) > _FEW else ""
        verb = "is" if len(unused) == 1 else "are"
        click.echo(
            f"{len(unused)} of {counted(len(given), 'correction')} {verb} for no filing of this run: {', '.join(shown)}{more}", err=True
        )


def _run(files: Sequence[Path], job: Job, jobs: int, data: bytes | None) -> list[Outcome]:
    from converter.write import WriteError

    try:
        return keep_habits(list(_with_progress(convert_many(files, job, jobs, data), len(files))), job, jobs)
    except WriteError as error:
        raise Unwritable(f"{error.strerror}: {error.filename}" if error.strerror else str(error)) from None


def _with_progress(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """A progress bar where there is more than one file and a terminal to show it on."""
    if count < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, "Converting", total=count, console=Console(stderr=True))


def _tell(outcomes: Sequence[Outcome], style: str, debug: bool) -> None:
    for outcome in outcomes:
        name = shown(outcome.path)
        if outcome.error and not outcome.findings:
            click.echo(f"{name}: error: {outcome.error}", err=True)
        if outcome.trace and debug:
            click.echo(outcome.trace, err=True)
        for line in finding_lines(name, outcome.findings):
            click.echo(line, err=True)
    if style == "json":
        echo_json([_object(outcome) for outcome in outcomes])
        return
    for outcome in outcomes:
        if not outcome.error:
            click.echo(_sentence(outcome))
    if len(outcomes) > 1:
        _sum_up(outcomes)


def _sum_up(outcomes: Sequence[Outcome]) -> None:
    """How much of many files was converted, and what was found how often, the most frequent first."""
    good = [outcome for outcome in outcomes if not outcome.error]
    facts, unmapped = sum(each.facts for each in good), sum(each.unmapped for each in good)
    bare = sum(not each.statements for each in good)
    without = f", {bare:,} without statements" if bare else ""
    click.echo(f"{len(good):,} of {len(outcomes):,} converted{without}: {facts:,} facts, {unmapped:,} unmapped.")
    found = [finding for outcome in outcomes for finding in outcome.findings]
    if found:
        click.echo(by_code(found))


def _sentence(outcome: Outcome) -> str:
    kinds = ", ".join(kind.replace("_", " ") for kind in outcome.statements) or "none"
    return (
        f"{shown(outcome.path)}: statements: {kinds}; {outcome.facts} facts, {outcome.unmapped} unmapped, {outcome.ignored} ignored, "
        f"{counted(len(outcome.findings), 'finding')}, {outcome.seconds:.2f} s -> {', '.join(shown(file) for file in outcome.files)}"
    )


def _object(outcome: Outcome) -> dict[str, object]:
    from converter.write.properties import finding_object

    return {
        "input": shown(outcome.path),
        "error": outcome.error or None,
        "statements": list(outcome.statements),
        "facts": outcome.facts,
        "unmapped": outcome.unmapped,
        "ignored": outcome.ignored,
        "findings": [finding_object(finding) for finding in outcome.findings],
        "seconds": round(outcome.seconds, 3),
        "files": [shown(file) for file in outcome.files],
    }


def _code(outcomes: Sequence[Outcome], level: str) -> int:
    """The highest that applies (conventions, Findings and exit codes)."""
    codes = [0, *(outcome.code for outcome in outcomes)]
    if any(fails(outcome.findings, level) for outcome in outcomes):
        codes.append(ExitCode.FINDINGS)
    return max(codes)
