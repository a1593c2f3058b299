"""``filing2xbrl validate``."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from converter.cli.common import FINDINGS, LEVELS, UNREADABLE, echo_json, fails, finding_lines, finding_object, severities_of, shown
from converter.cli.output.judged import Judged
from converter.model import Finding, Report

_REPORTS = (".json", ".xbrl", ".xml", ".xhtml", ".htm", ".html", ".zip", ".xbri", ".xbr")
_LINKBASES = ("_lab.xml", "_pre.xml", "_cal.xml", "_def.xml", "_ref.xml")
_STYLES = ("text", "json", "sarif", "junit", "github")


@dataclass(frozen=True, slots=True)
class _Checked:
    """A file and the judgement on it; ``compared`` says how often each rule that compares facts could."""

    judged: Judged
    readable: bool
    compared: tuple[tuple[str, int], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.judged.findings


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is checked with what: packages of schemas, rules by code or layer."""

    packages: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="Exit 1 at findings of this severity or above."
)
@click.option("--format", "style", type=click.Choice(_STYLES), default="text", show_default=True, help="How the findings are told.")
@click.option(
    "--taxonomy-package",
    "packages",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Schemas that the reports need.",
)
@click.option("--select", multiple=True, metavar="CODE|LAYER", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="CODE|LAYER", help="Without these rules.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], fail_on: str, style: str, **chosen: tuple[Path, ...]) -> None:
    """Check reports: xBRL-JSON, xBRL-CSV, XBRL 2.1, inline XBRL, report packages; a folder means the reports in it.

    A report is rejected for errors of structure; calculation and accounting findings are warnings. Nothing is fetched.

    Example: filing2xbrl validate reports --fail-on warning
    """
    choice = _Choice(chosen["packages"], tuple(map(str, chosen["select"])), tuple(map(str, chosen["ignore"])))
    checked = [_check(path, choice) for path in _files(paths)]
    if not checked:
        click.echo(f"filing2xbrl: no report in {', '.join(shown(path) for path in paths)}", err=True)
    _tell(checked, style, fail_on)
    codes = [0 if each.readable else UNREADABLE for each in checked]
    codes += [FINDINGS for each in checked if fails(each.findings, fail_on)]
    ctx.exit(max(codes, default=UNREADABLE))


def _files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        files.extend(_reports(path) if path.is_dir() else [path])
    return list(dict.fromkeys(files))


def _reports(folder: Path) -> list[Path]:
    """The reports of a folder: no linkbases, no schemas."""
    gathered = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return [path for path in gathered if path.suffix.lower() in _REPORTS and not path.name.endswith(_LINKBASES)]


def _check(path: Path, choice: _Choice) -> _Checked:
    from converter.check import Options, check
    from converter.load import load

    options = Options(choice.select, choice.ignore)
    data = sys.stdin.buffer.read() if path == Path("-") else None
    loaded = load(path if data is None else data, name="" if data is None else "stdin", packages=choice.packages)
    findings = list(options.apply(loaded.findings))
    compared: list[tuple[str, int]] = []
    for report in loaded.reports:
        checked = check(report, options)
        findings.extend(checked.findings)
        compared.extend(checked.compared)
    facts = sum(len(report.facts) for report in loaded.reports)
    lines = _lines(path if data is None else data, findings)
    judged = Judged(shown(path), tuple(findings), facts, lines, _filing(loaded.reports))
    return _Checked(judged, loaded.readable, tuple(compared))


def _lines(source: Path | bytes, findings: Iterable[Finding]) -> dict[str, int]:
    """The line of each fact that a finding names."""
    ids = {ident for finding in findings for ident in finding.facts}
    if not ids:
        return {}
    from converter.load.locate import fact_lines

    return fact_lines(source if isinstance(source, bytes) else source.read_bytes(), ids)


def _filing(reports: Collection[Report]) -> str:
    """The name of the filing that was converted, where the report says so."""
    return next((report.input.name for report in reports if report.input), "")


def _tell(checked: Sequence[_Checked], style: str, fail_on: str) -> None:
    judged = [each.judged for each in checked]
    if style == "text":
        for each in checked:
            for line in finding_lines(each.judged.path, each.findings):
                click.echo(line)
            click.echo(_sentence(each))
    elif style == "json":
        echo_json([_object(each) for each in checked])
    elif style == "sarif":
        from converter.cli.output.sarif import to_sarif

        click.echo(to_sarif(judged))
    elif style == "junit":
        from converter.cli.output.junit import to_junit

        click.echo(to_junit(judged, severities_of(fail_on)))
    else:
        from converter.cli.output.github import to_github

        click.echo(to_github(judged), nl=False)


def _sentence(checked: _Checked) -> str:
    errors = sum(finding.severity == "error" for finding in checked.findings)
    warnings = sum(finding.severity == "warning" for finding in checked.findings)
    made = sum(count for _, count in checked.compared)
    silent = sorted(code for code, count in checked.compared if not count)
    verdict = "could not be read" if not checked.readable else "rejected" if errors else "accepted"
    not_compared = f"; not compared: {', '.join(silent)}" if silent else ""
    counts = f"{checked.judged.facts} facts, {errors} errors, {warnings} warnings, {made} comparisons"
    return f"{checked.judged.path}: {verdict}: {counts}{not_compared}"


def _object(checked: _Checked) -> dict[str, object]:
    return {
        "report": checked.judged.path,
        "readable": checked.readable,
        "facts": checked.judged.facts,
        "findings": [finding_object(finding) for finding in checked.findings],
        "compared": dict(checked.compared),
    }
