"""What a validation found, for people: a line per finding, and under it what the report and the filing say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.cli.common import by_code, finding_line
from converter.cli.output.judged import Judged
from converter.model import Finding, Place
from converter.wording import counted

_MOST = 4
"""Excerpts under one finding."""


def to_text(judged: Judged) -> str:
    """All findings on a file, and the sentence that sums them up."""
    return "".join(f"{line}\n" for finding in judged.findings for line in _lines(judged, finding)) + f"{sentence(judged)}\n"


def summary(judged: Sequence[Judged]) -> str:
    """How many of many files were accepted, and what was found how often."""
    good = sum(_verdict(each) == "accepted" for each in judged)
    found = [finding for each in judged for finding in each.findings]
    total = f"{good:,} of {len(judged):,} accepted: {counted(sum(each.facts for each in judged), 'fact')}."
    return f"{total}\n{by_code(found)}\n" if found else f"{total}\n"


def _lines(judged: Judged, finding: Finding) -> Iterator[str]:
    yield finding_line(judged.path, judged.line(finding), finding)
    for excerpt in judged.excerpts(finding)[:_MOST]:
        yield f"    report  {excerpt}"
    for place in judged.in_filing(finding)[:_MOST]:
        yield f"    filing  {_where(judged.filing, place)}: {place.text}"


def _where(filing: str, place: Place) -> str:
    if place.line is None:
        return f"{filing} {place.path or ''}".strip()
    column = "" if place.start is None else f":{place.start + 1}"
    return f"{filing}:{place.line}{column}"


def sentence(judged: Judged) -> str:
    """The verdict on a file, with what was counted; no line end."""
    errors = sum(finding.severity == "error" for finding in judged.findings)
    warnings = sum(finding.severity == "warning" for finding in judged.findings)
    made = sum(count for _, count in judged.compared)
    silent = sorted(code for code, count in judged.compared if not count)
    known = f", {judged.known} known" if judged.known else ""
    not_compared = f"; not compared: {', '.join(silent)}" if silent else ""
    counts = ", ".join((counted(judged.facts, "fact"), counted(errors, "error"), counted(warnings, "warning")))
    return f"{judged.path}: {_verdict(judged)}: {counts}{known}, {counted(made, 'comparison')}{not_compared}"


def _verdict(judged: Judged) -> str:
    if not judged.readable:
        return "could not be read"
    return "rejected" if any(finding.severity == "error" for finding in judged.findings) else "accepted"
