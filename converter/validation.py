"""A file of reports -> what is to be said against it: the order of the rooms, and nothing else. Conversions need none of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from converter.check import Options, Shelf, check, check_schema
from converter.check.across import MISTAKE_CODE
from converter.load import Loaded, load
from converter.model import Finding, Report


class Validation(Struct, frozen=True):
    """A file of reports, judged: what was read of it, what was found, and how often each rule that compares facts could."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    compared: tuple[tuple[str, int], ...] = ()


def validate(source: Path | str | Report) -> tuple[Finding, ...]:
    """Judge a report: a path in any format that `load` reads, or a `Report`. Nothing is fetched. Bad content gives findings."""
    if isinstance(source, Report):
        return check(source).findings
    return examine(Path(source)).findings


def examine(
    source: Path | bytes, options: Options | None = None, *, name: str = "", packages: Sequence[Path] = (), shelf: Shelf | None = None
) -> Validation:
    """All layers of checking of a file, or of bytes with a name, as far as the ``options`` ask for them. ``packages`` hold schemas that
    it needs. ``shelf`` holds the reports of the same run that it is compared with, and takes it up under its ``name``."""
    options = options or Options()
    loaded = load(source, name=name if isinstance(source, bytes) else "", packages=packages)
    findings = [*options.apply(loaded.findings), *options.apply(check_schema(loaded.json))]
    compared: list[tuple[str, int]] = []
    for report in loaded.reports:
        checked = check(report, options)
        findings += checked.findings
        compared += checked.compared
        if shelf is not None and options.wants(MISTAKE_CODE):
            findings += options.apply(shelf.compare(report, name))
            compared.append((MISTAKE_CODE, shelf.compared))
    return Validation(loaded, tuple(findings), tuple(compared))
