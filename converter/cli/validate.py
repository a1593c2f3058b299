"""``filing2xbrl validate``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from converter.cli.common import FINDINGS, LEVELS, UNREADABLE, echo_json, fails, finding_lines, finding_object
from converter.model import Finding

_REPORTS = (".json", ".xbrl", ".xml", ".xhtml", ".htm", ".html", ".zip", ".xbri", ".xbr")


@dataclass(frozen=True, slots=True)
class _Judged:
    path: Path
    readable: bool
    facts: int
    findings: tuple[Finding, ...]
    compared: tuple[tuple[str, int], ...]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="Exit 1 at findings of this severity or above.")
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True, help="How the findings are told.")
@click.option("--taxonomy-package", "packages", multiple=True, type=click.Path(path_type=Path, exists=True), help="Schemas that the reports need.")
@click.option("--select", multiple=True, metavar="CODE|LAYER", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="CODE|LAYER", help="Without these rules.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], fail_on: str, style: str, packages: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...]
) -> None:
    """Check reports: xBRL-JSON, xBRL-CSV, XBRL 2.1, inline XBRL, report packages; a folder means the reports in it.

    A report is rejected for errors of structure; calculation and accounting findings are warnings. Nothing is fetched.
    """
    judged = [_judge(path, packages, select, ignore) for path in _files(paths)]
    if style == "json":
        echo_json([_object(each) for each in judged])
    else:
        for each in judged:
            for line in finding_lines(str(each.path), each.findings):
                click.echo(line)
            click.echo(_sentence(each))
    codes = [0 if each.readable else UNREADABLE for each in judged]
    codes += [FINDINGS for each in judged if fails(each.findings, fail_on)]
    ctx.exit(max(codes, default=UNREADABLE))


def _files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(file for file in _reports(path))
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _reports(folder: Path) -> list[Path]:
    """The reports of a folder: no linkbases, no schemas."""
    gathered = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    linkbases = ("_lab.xml", "_pre.xml", "_cal.xml", "_def.xml", "_ref.xml")
    return [path for path in gathered if path.suffix.lower() in _REPORTS and not path.name.endswith(linkbases)]


def _judge(path: Path, packages: Sequence[Path], select: Sequence[str], ignore: Sequence[str]) -> _Judged:
    from converter.check import Options, check
    from converter.load import load

    options = Options(tuple(select), tuple(ignore))
    if path == Path("-"):
        loaded = load(sys.stdin.buffer.read(), name="stdin", packages=packages)
    else:
        loaded = load(path, packages=packages)
    findings = list(options.apply(loaded.findings))
    compared: list[tuple[str, int]] = []
    for report in loaded.reports:
        checked = check(report, options)
        findings.extend(checked.findings)
        compared.extend(checked.compared)
    return _Judged(path, loaded.readable, sum(len(report.facts) for report in loaded.reports), tuple(findings), tuple(compared))


def _sentence(judged: _Judged) -> str:
    errors = sum(finding.severity == "error" for finding in judged.findings)
    warnings = sum(finding.severity == "warning" for finding in judged.findings)
    made = sum(count for _, count in judged.compared)
    silent = sorted(code for code, count in judged.compared if not count)
    verdict = "could not be read" if not judged.readable else "rejected" if errors else "accepted"
    not_compared = f"; not compared: {', '.join(silent)}" if silent else ""
    return f"{judged.path}: {verdict}: {judged.facts} facts, {errors} errors, {warnings} warnings, {made} comparisons{not_compared}"


def _object(judged: _Judged) -> dict[str, object]:
    return {
        "report": str(judged.path),
        "readable": judged.readable,
        "facts": judged.facts,
        "findings": [finding_object(finding) for finding in judged.findings],
        "compared": dict(judged.compared),
    }


