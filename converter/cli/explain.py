"""``filing2xbrl explain``: a fact, back to the characters of the filing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import click

from converter.cli.common import GivenFile, finding_lines, shown
from converter.exit_codes import ExitCode
from converter.model import Fact, Place, Report
from converter.patterns import regex
from converter.read.places import PlaceReader

_CONTEXT = 100
_NUMBER = regex(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?", re.ASCII)


@click.command()
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.argument("fact_id", metavar="FACT_ID")
@click.option(
    "--filing",
    type=GivenFile(exists=True, dir_okay=False),
    help="The filing; else it is looked for by name beside the report and here.",
)
@click.pass_context
def command(ctx: click.Context, report: Path, fact_id: str, filing: Path | None) -> None:
    """Tell where the fact FACT_ID of a REPORT of ours (.json, .xbrl) comes from, and why it has this concept, sign and period.

    FACT_ID may be part of a concept's name, or of a row's label: then all facts of such concepts or rows are listed.
    """
    from converter.load import load

    loaded = load(report)
    if not loaded.reports:
        for line in finding_lines(shown(report), loaded.findings):
            click.echo(line, err=True)
        click.echo(f"{shown(report)}: no report could be read: give the .json or .xbrl that 'filing2xbrl convert' wrote", err=True)
        ctx.exit(ExitCode.UNREADABLE)
    found = loaded.reports[0]
    fact = next((each for each in found.facts if each.id == fact_id), None)
    if fact is not None:
        for line in _explain(found, fact, _source(found, report, filing)):
            click.echo(line)
        return
    near = _near(found, fact_id)
    if not near:
        raise click.UsageError(
            f"{report} has no fact with the id {fact_id!r}, nor a concept or a row of such a name; "
            "'filing2xbrl inspect FILING' shows all rows"
        )
    for each in near:
        click.echo(f"{each.id}  {each.concept}  {_readable(each)}  {_period(each)}")


def _near(report: Report, words: str) -> list[Fact]:
    """The facts whose concept's name, or whose row's label, has the words in it."""
    wanted = words.lower()
    return [each for each in report.facts if wanted in each.concept.lower() or wanted in each.label.lower()]


def _readable(fact: Fact) -> str:
    """An amount with separators, as a filing prints it; a text as it is."""
    if fact.value is None:
        return "nil"
    return f"{Decimal(fact.value):,f}" if fact.unit and _NUMBER.fullmatch(fact.value) else fact.value


def _period(fact: Fact) -> str:
    return f"at {fact.period.end}" if fact.period.start is None else f"{fact.period.start} to {fact.period.end}"


def _source(report: Report, path: Path, filing: Path | None) -> bytes | None:
    """The filing's bytes, from the path given or found by its name; None where it is not there or is another one."""
    name = report.input.name if report.input else ""
    candidates = [filing] if filing else [path.parent / name, Path(name)] if name else []
    if candidates and not any(candidate.is_file() for candidate in candidates):
        click.echo(f"{name} is neither beside the report nor here: --filing FILE shows the characters", err=True)
    for candidate in candidates:
        if candidate and candidate.is_file():
            data = candidate.read_bytes()
            if not report.input or hashlib.sha256(data).hexdigest() == report.input.sha256:
                return data
            click.echo(f"{candidate} is not the filing that was converted (another hash): its characters are not shown", err=True)
    return None


def _explain(report: Report, fact: Fact, data: bytes | None) -> Iterator[str]:
    reader = PlaceReader(data, report.input.encoding if report.input else None) if data is not None else None
    yield f"{fact.id}: {fact.concept}"
    concept = report.concepts.get(fact.concept)
    if concept and concept.label:
        yield f"  concept   {concept.label} ({concept.type}, {concept.period_type}{', ' + concept.balance if concept.balance else ''})"
    if concept and concept.positive:
        yield f"  positive  {concept.positive}"
    unit = f" {fact.unit.oim()}" if fact.unit else ""
    yield f"  value     {_readable(fact)}{unit}" + (f", decimals {fact.decimals}" if fact.decimals is not None else "")
    yield f"  period    {_period(fact)}"
    yield from (f"    {each}" for each in fact.period.evidence)
    for axis, member in fact.dimensions:
        yield f"  dimension {axis} = {member}"
    name = report.input.name if report.input else "filing"
    for place in fact.sources:
        yield from _place(place, name, reader)
    if fact.evidence:
        yield f"  confidence {fact.evidence.confidence:.2f}"
        for reason in sorted(fact.evidence.reasons, key=lambda reason: -abs(reason.weight)):
            yield f"    {'+' if reason.weight >= 0 else '-'} {reason.text}"
        for other in fact.evidence.alternatives:
            yield f"    runner-up {other.concept} ({other.confidence:.2f})"


def _place(place: Place, name: str, reader: PlaceReader | None) -> Iterator[str]:
    where = place.path or f"line {place.line}"
    if place.start is not None and place.end is not None:
        where += f", columns {place.start}-{place.end}"
    yield f"  source    {name}, document {place.document}, {where} ({place.kind}): {place.text}"
    line = reader.excerpt(place) if reader else None
    if line is None:
        return
    if place.path is not None or place.start is None or place.end is None:
        yield f"            | {line[: 2 * _CONTEXT]}"
        return
    begin = max(0, place.start - _CONTEXT)
    yield f"            | {line[begin : place.end + _CONTEXT]}".replace("\t", " ")
    yield f"            | {' ' * (place.start - begin)}{'^' * max(1, place.end - place.start)}"
