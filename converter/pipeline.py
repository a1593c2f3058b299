"""Bytes and options -> `Conversion`: the order of the rooms, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from converter.find import FindOptions, find
from converter.map import MapOptions, map_stated
from converter.model import Filing, Finding, Report, Stated, Statement
from converter.read import read
from converter.taxonomy import load_taxonomy
from converter.witness import witness

DEFAULT_FORMATS = ("xbrl", "xbrl-json")


@dataclass(frozen=True, slots=True)
class Conversion:
    """One filing, converted: a report for each registrant, and what was read and found on the way."""

    reports: tuple[Report, ...]
    filing: Filing
    stated: Stated
    findings: tuple[Finding, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.stated.statements

    @property
    def readable(self) -> bool:
        """False where the input held no text at all (exit code 3)."""
        return bool(self.filing.documents)

    def write(self, directory: Path | str, to: Sequence[str] = DEFAULT_FORMATS, *, taxonomy: bool = True) -> list[Path]:
        """Write the reports into a folder, whole or not at all, and say which files these are.

        Raises `converter.write.WriteError` where the folder cannot be written, ValueError for an unknown format."""
        from converter.write import write_reports

        return write_reports(self.reports, directory, to, taxonomy=taxonomy)


def convert(
    source: Path | str | bytes,
    *,
    name: str = "stdin",
    cik: str | None = None,
    encoding: str | None = None,
    period_end: date | None = None,
    fiscal_year_end: tuple[int, int] | None = None,
    min_confidence: float = 0.0,
) -> Conversion:
    """Convert one filing: a path, or its bytes with a ``name`` (whose stem names the files).

    ``cik`` is the first registrant's where the filing does not say it; ``period_end`` and ``fiscal_year_end`` (month, day) are taken
    before what the filing says; facts with less than ``min_confidence`` become unmapped numbers. Raises OSError where the path
    cannot be read; bad content never raises, it gives findings.
    """
    data, name = (source, name) if isinstance(source, bytes) else (Path(source).read_bytes(), Path(source).name)
    filing = read(data, name, encoding=encoding)
    stated = find(filing, FindOptions(period_end, fiscal_year_end))
    options = MapOptions(stem=Path(name).stem or name, cik=cik, min_confidence=min_confidence)
    reports = tuple(witness(report, stated) for report in map_stated(stated, filing, load_taxonomy(), options)) if filing.documents else ()
    findings = (*filing.findings, *stated.findings, *(finding for report in reports for finding in report.findings))
    return Conversion(reports, filing, stated, tuple(dict.fromkeys(findings)))


def validate(source: Path | str | Report) -> tuple[Finding, ...]:
    """Judge a report: a path in any format that `load` reads, or a `Report`. Nothing is fetched. Bad content gives findings."""
    from converter.check import check

    if isinstance(source, Report):
        return check(source).findings
    from converter.load import load

    loaded = load(Path(source))
    return (*loaded.findings, *(finding for report in loaded.reports for finding in check(report).findings))


__all__ = ["DEFAULT_FORMATS", "Conversion", "convert", "validate"]

