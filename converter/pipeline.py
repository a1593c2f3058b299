"""Bytes and options -> `Conversion`: the order of the rooms, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter.find import FindOptions, find
from converter.given import read_given
from converter.knowing import cik_of, confidence_of, currency_of, day_of, encoding_of, month_day_of, scale_of
from converter.map import MapOptions, map_stated
from converter.model import Correction, Filing, Finding, Habit, Report, Stated, Statement
from converter.quiet import no_collector
from converter.read import read
from converter.taxonomy import load_taxonomy
from converter.witness import witness
from converter.write import DEFAULT_FORMATS, Admitted, admit, write_reports

Given = TypeVar("Given")
MOST_BYTES = 200_000_000
"""EDGAR takes no larger submission."""
TOO_LARGE = f"larger than any filing (at most {MOST_BYTES:,} bytes are read)"


class Conversion(Struct, frozen=True):
    """One filing, converted: a report for each registrant, and what was read and found on the way.

    The reports have passed the gate of `converter.write`: what they hold is what will be written."""

    admitted: tuple[Admitted, ...]
    filing: Filing
    stated: Stated
    findings: tuple[Finding, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(each.report for each in self.admitted)

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.stated.statements

    @property
    def readable(self) -> bool:
        """False where the input held no text at all (exit code 3)."""
        return any(document.blocks for document in self.filing.documents)

    def write(self, directory: Path | str, to: Sequence[str] = DEFAULT_FORMATS, *, taxonomy: bool = True) -> list[Path]:
        """Write the reports into a folder, whole or not at all, and say which files these are.

        Raises `converter.write.WriteError` where the folder cannot be written, ValueError for an unknown format."""
        return write_reports(self.admitted, directory, to, taxonomy=taxonomy)


def convert(
    source: Path | str | bytes,
    *,
    name: str = "stdin",
    cik: str | int | None = None,
    encoding: str | None = None,
    period_end: date | None = None,
    fiscal_year_end: tuple[int, int] | None = None,
    scale: int | str | None = None,
    currency: str = "",
    min_confidence: float = 0.0,
    corrections: Sequence[Correction] = (),
    habits: Sequence[Habit] = (),
) -> Conversion:
    """Convert one filing: a path, or its bytes with a ``name`` (whose stem names the files).

    ``cik`` is the first registrant's where the filing does not say it; ``period_end`` and ``fiscal_year_end`` (month, day) are taken
    before what the filing says, and so are ``scale`` (the power of ten of the statements' money, or its word: 3 or ``thousands``) and
    ``currency`` (its ISO 4217 code); facts with less than ``min_confidence`` become unmapped numbers; ``corrections`` are a person's
    (`read_corrections`), ``habits`` what the company's other filings say (`converter.bulk` finds them).

    Raises ValueError where one of these makes no sense, OSError where the path cannot be read; bad content never raises, it gives
    findings.
    """
    encoding, currency = _checked(encoding, encoding_of), _checked(currency, currency_of) or ""
    period_end, fiscal_year_end = _checked(period_end, day_of), _checked(fiscal_year_end, month_day_of)
    power = None if scale is None else scale_of(scale)
    data, name = (source, name) if isinstance(source, bytes) else (_bytes_of(Path(source)), Path(source).name)
    find_options = FindOptions(period_end, fiscal_year_end, power, currency)
    map_options = MapOptions(
        stem=Path(name).stem or name,
        cik=None if cik in (None, "") else cik_of(cik),
        min_confidence=confidence_of(min_confidence),
        corrections=tuple(corrections),
        habits=tuple(habits),
    )
    with no_collector():
        return _convert(data, name, encoding, find_options, map_options)


def _checked(given: Given | None, check: Callable[[Given], Given]) -> Given | None:
    """What was given, as the rooms take it; nothing stays nothing."""
    return check(given) if given else None


def _convert(data: bytes, name: str, encoding: str | None, find_options: FindOptions, map_options: MapOptions) -> Conversion:
    filing = read(data, name, encoding=encoding)
    stated = find(filing, find_options)
    admitted = tuple(_reports(filing, stated, map_options)) if filing.documents else ()
    findings = (*filing.findings, *stated.findings, *(finding for each in admitted for finding in each.report.findings))
    return Conversion(admitted, filing, stated, tuple(dict.fromkeys(findings)))


def _bytes_of(path: Path) -> bytes:
    return read_given(path, MOST_BYTES, TOO_LARGE)


def _reports(filing: Filing, stated: Stated, options: MapOptions) -> Iterator[Admitted]:
    """A report says all that was found of its filing: who reads it later has no log (conventions.md)."""
    for report in map_stated(stated, filing, load_taxonomy(), options):
        said = tuple(dict.fromkeys((*filing.findings, *stated.findings, *report.findings)))
        yield admit(witness(replace(report, findings=said), stated))


__all__ = ["DEFAULT_FORMATS", "Conversion", "convert"]
