"""A report's file and what is asked of it -> `Judged`: loading, all layers of checking, and where the facts stand."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from converter.check import Options, Shelf
from converter.cli.common import shown
from converter.cli.output.judged import Judged
from converter.load.limits import MOST_BYTES
from converter.load.locate import Spot
from converter.model import Finding, Place, Report

STDIN = Path("-")


class Choice(Struct, frozen=True):
    """``packages`` hold schemas; ``source`` is the filing that the reports were made of, or a folder of filings; None compares none."""

    options: Options
    packages: tuple[Path, ...] = ()
    source: Path | None = None


def judge(path: Path, choice: Choice, shelf: Shelf | None = None) -> Judged:
    """Everything there is to say about one file; ``-`` is standard input, of which no more is read than a report may have. ``shelf``
    holds the reports of the same run that it is compared with, and takes it up."""
    from converter.validation import examine

    data = sys.stdin.buffer.read(MOST_BYTES + 1) if path == STDIN else None
    name = shown(path) if data is None else "stdin"
    examined = examine(path if data is None else data, choice.options, name=name, packages=choice.packages, shelf=shelf)
    loaded, findings, filing = examined.loaded, list(examined.findings), ""
    for report in loaded.reports:
        source = _filing(report, choice.source)
        if choice.source is not None:
            findings += choice.options.apply(_against(report, source))
        filing = filing or (report.input.name if source is None and report.input else "" if source is None else shown(source))
    return Judged(
        shown(path),
        tuple(findings),
        sum(len(report.facts) for report in loaded.reports),
        _spots(path if data is None else data, findings),
        filing,
        _sources(loaded.reports, findings),
        loaded.readable and not any(finding.code == "file.empty" for finding in loaded.findings if not loaded.reports),
        examined.compared,
    )


def _filing(report: Report, source: Path | None) -> Path | None:
    """The filing of a report: the one that was named, or the one of its name in a folder."""
    if source is not None and source.is_dir():
        name = Path(report.input.name).name if report.input else ""
        return source / name if name and (source / name).is_file() else None
    return source


def _against(report: Report, filing: Path | None) -> tuple[Finding, ...]:
    from converter.check import check_source, no_source
    from converter.pipeline import MOST_BYTES as LARGEST_FILING
    from converter.read.places import PlaceReader

    if filing is None or not filing.is_file() or filing.stat().st_size > LARGEST_FILING:
        return (no_source(shown(filing) if filing else report.input.name if report.input else ""),)
    data = filing.read_bytes()
    reader = PlaceReader(data, report.input.encoding if report.input else None)
    return check_source(report, reader.text_at, hashlib.sha256(data).hexdigest())


def _named(findings: Iterable[Finding]) -> set[str]:
    return {ident for finding in findings for ident in finding.facts}


def _spots(source: Path | bytes, findings: Iterable[Finding]) -> Mapping[str, Spot]:
    """Where each fact stands that a finding names."""
    ids = _named(findings)
    if not ids:
        return {}
    from converter.load.locate import fact_spots

    return fact_spots(source if isinstance(source, bytes) else source.read_bytes(), ids)


def _sources(reports: Iterable[Report], findings: Iterable[Finding]) -> Mapping[str, tuple[Place, ...]]:
    """Where in the filing these facts were found."""
    return dict(_places(reports, _named(findings)))


def _places(reports: Iterable[Report], ids: set[str]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for report in reports if ids else ():
        for fact in report.facts:
            if fact.id in ids and fact.sources:
                yield fact.id, fact.sources
