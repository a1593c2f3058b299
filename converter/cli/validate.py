"""``filing2xbrl validate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from glob import glob
from pathlib import Path
from typing import Any, cast

import click
from msgspec import Struct

from converter.check import Options, Shelf
from converter.cli.common import LEVELS, GivenFile, fails, shown
from converter.cli.judge import STDIN, Choice, judge
from converter.cli.output import Judged, render
from converter.cli.output.render import STYLES
from converter.cli.settings import Settings, find_settings
from converter.exit_codes import ExitCode
from converter.load.recognise import OURS, reports_in
from converter.model import Severity

_SEVERITIES = ("error", "warning", "info")
_FILE = GivenFile()
_NO_REPORT = ("xml.syntax", "file.unknown")
_NAMES = "CODE|LAYER[,...]"


class _Asked(Struct, frozen=True):
    """What the command line and the configuration ask for together."""

    choice: Choice
    fail_on: str
    style: str
    also: tuple[tuple[str, Path], ...]
    baseline: Path | None


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--fail-on", type=click.Choice(LEVELS), show_default="error", help="Exit 1 at findings of this severity or above.")
@click.option("--format", "style", type=click.Choice(STYLES), show_default="text", help="Output format of the findings.")
@click.option("--also", multiple=True, metavar="FORMAT=FILE", help="Also write the findings in this format into this file.")
@click.option(
    "--taxonomy-package",
    "packages",
    multiple=True,
    type=GivenFile(exists=True),
    help="A zip of schemas that the reports need; may be given several times.",
)
@click.option("--source", type=GivenFile(exists=True), help="The filing, or a folder of filings, to compare facts with.")
@click.option("--select", multiple=True, metavar=_NAMES, help="Only these rules; a layer is the part of a code before the point.")
@click.option("--ignore", multiple=True, metavar=_NAMES, help="Leave these rules out. Of two names that fit, the longer one decides.")
@click.option("--severity", multiple=True, metavar="CODE=LEVEL", help="Another severity (error, warning, info) of a code or layer.")
@click.option("--baseline", type=_FILE, help="A file of known findings, which are not reported again.")
@click.option("--write-baseline", is_flag=True, help="Write all findings into the file of --baseline, and exit 0.")
@click.option("--config", type=_FILE, help="The configuration; else filing2xbrl.toml or pyproject.toml here or above.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], config: Path | None, write_baseline: bool, **given: Any) -> None:
    """Check reports: xBRL-JSON, xBRL-CSV, XBRL 2.1, inline XBRL, report packages; a folder means the reports in it, - standard input.

    A report is rejected for errors of structure; calculation and accounting findings are warnings. Nothing is fetched. "Not compared"
    names the rules whose facts a report does not have. 'filing2xbrl list rules' names all codes.

    Example: filing2xbrl validate reports --fail-on warning
    """
    asked = _asked(given, find_settings("validate", config))
    if write_baseline and asked.baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE, or 'baseline' in the configuration")
    files = _files(paths)
    shelf = Shelf() if len(files) > 1 else None
    judged = [judge(path, asked.choice, shelf) for path in files]
    if not judged:
        searched = ", ".join(shown(path) for path in paths)
        click.echo(f"filing2xbrl: no report in {searched}; folders in folders are not searched: give them too, or a pattern (*)", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    for each in judged:
        if (
            not each.path.endswith(OURS)  # what no filing is named: there the finding says all
            and any(finding.code in _NO_REPORT for finding in each.findings)
            and not each.facts
            and each.readable
        ):
            click.echo(f"filing2xbrl: {each.path} is no report; if it is a filing, 'filing2xbrl convert' makes one of it", err=True)
    if asked.baseline is not None and write_baseline:
        _write_baseline(asked.baseline, judged, asked.choice.options)
        return
    if asked.baseline is not None:
        judged = _without_known(judged, asked.baseline, asked.choice.options)
    for style, file in asked.also:
        _write(file, render(judged, style, asked.fail_on))
    click.echo(render(judged, asked.style, asked.fail_on), nl=False)
    ctx.exit(max(_code(each, asked.fail_on) for each in judged))


def _code(judged: Judged, fail_on: str) -> int:
    return ExitCode.UNREADABLE if not judged.readable else ExitCode.FINDINGS if fails(judged.findings, fail_on) else 0


def _asked(given: dict[str, Any], settings: Settings) -> _Asked:
    """The command line goes before the configuration; severities of both hold, the command line's first."""
    of_file = settings.values
    told = {name: _listed(given[name]) for name in ("select", "ignore")}
    severities = dict(map(_severity, _listed(given["severity"])))
    _refuse_unknown({*told["select"], *told["ignore"], *severities}, "")
    _refuse_unknown({*of_file.get("select", ()), *of_file.get("ignore", ()), *of_file.get("severity", ())}, f"{settings.file}: ")
    select, ignore = (told[name] or tuple(of_file.get(name, ())) for name in ("select", "ignore"))
    options = Options(select, ignore, tuple({**of_file.get("severity", {}), **severities}.items()))
    packages = given["packages"] or of_file.get("taxonomy-packages", ())
    _refuse_no_packages(packages)
    choice = Choice(options, tuple(packages), given["source"] or of_file.get("source"))
    return _Asked(
        choice,
        given["fail_on"] or of_file.get("fail-on", "error"),
        given["style"] or of_file.get("format", "text"),
        tuple(map(_also, given["also"])),
        given["baseline"] or of_file.get("baseline"),
    )


def _listed(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())


def _severity(text: str) -> tuple[str, Severity]:
    code, _, level = text.rpartition("=")
    if not code or level not in _SEVERITIES:
        raise click.UsageError(f"--severity {text}: write CODE=LEVEL, where the level is error, warning or info")
    return code, cast(Severity, level)


def _also(text: str) -> tuple[str, Path]:
    style, _, file = text.partition("=")
    if style not in STYLES or not file:
        raise click.UsageError(f"--also {text}: write FORMAT=FILE, where the format is {', '.join(STYLES[:-1])} or {STYLES[-1]}")
    return style, Path(file)


def _refuse_unknown(names: set[str], where: str) -> None:
    """A code that is spelt wrong would silently check nothing, or ignore nothing."""
    if not names:
        return
    from converter.check.catalogue import LAYERS, catalogue

    known = {*LAYERS, *(entry.code for entry in catalogue() if not entry.converting)}
    for name in sorted(names - known):
        near = get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise click.UsageError(f"{where}no rule and no layer is named {name!r}; {hint}'filing2xbrl list rules' names all")


def _refuse_no_packages(packages: Iterable[Path]) -> None:
    """What is no package would reject every report of the run."""
    from zipfile import is_zipfile

    for package in packages:
        if not is_zipfile(package):
            raise click.UsageError(f"--taxonomy-package {shown(package)}: no zip file; give the package as it was published")


def _files(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(file for path in paths for file in _of(path)))


def _of(path: Path) -> Iterator[Path]:
    """The files that a path means: itself, the reports of a folder, what a pattern fits that the shell has not expanded."""
    if path.is_dir():
        yield from _reports(path)
    elif path != STDIN and not path.exists() and any(mark in str(path) for mark in "*?["):
        for fitting in sorted(glob(str(path), recursive=True)):
            yield from _of(Path(fitting))
    else:
        yield path


def _reports(folder: Path) -> list[Path]:
    """The reports of a folder; what only has a suffix of theirs is told in a line each."""
    reports, others = reports_in(folder)
    for path in others:
        click.echo(f"{shown(path)}: skipped, no report", err=True)
    return reports


def _write_baseline(path: Path, judged: Sequence[Judged], options: Options) -> None:
    from converter.cli.baseline import write_baseline

    click.echo(f"{shown(path)}: {write_baseline(path, judged, options)} findings are known from now on")


def _without_known(judged: Sequence[Judged], path: Path, options: Options) -> list[Judged]:
    from converter.cli.baseline import read_baseline, without_known

    fresh, gone = without_known(judged, path, read_baseline(path), options)
    if gone:
        click.echo(f"filing2xbrl: {gone} findings of {shown(path)} were not found again: --write-baseline forgets them", err=True)
    return fresh


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8", errors="backslashreplace")
    except OSError as error:
        raise click.UsageError(f"--also: {shown(path)} cannot be written: {error.strerror}") from None
