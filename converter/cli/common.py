"""What commands share: severities, the rendering of findings as lines, exit codes."""

from __future__ import annotations

from collections.abc import Iterable

import click

from converter.model import Finding

LEVELS = ("error", "warning", "never")
FINDINGS, USAGE, UNREADABLE = 1, 2, 3


def fails(findings: Iterable[Finding], level: str) -> bool:
    """Whether a finding is at or above the level that fails."""
    severities = {finding.severity for finding in findings}
    return level == "error" and "error" in severities or level == "warning" and bool(severities & {"error", "warning"})


def finding_lines(name: str, findings: Iterable[Finding]) -> list[str]:
    """One line each: file, line where known, severity, code, sentence, hint."""
    lines = []
    for finding in findings:
        line = next((f":{place.line}" for place in finding.places if place.line), "")
        hint = f" ({finding.hint})" if finding.hint else ""
        lines.append(f"{name}{line}: {finding.severity}: {finding.message}{hint} [{finding.code}]")
    return lines


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding for ``--format json``."""
    found: dict[str, object] = {"code": finding.code, "severity": finding.severity, "message": finding.message}
    if finding.hint:
        found["hint"] = finding.hint
    if finding.facts:
        found["facts"] = list(finding.facts)
    places = [{key: value for key, value in place_items(place) if value is not None} for place in finding.places]
    if places:
        found["places"] = places
    return found


def place_items(place: object) -> list[tuple[str, object]]:
    return [(key, getattr(place, key)) for key in ("document", "kind", "text", "line", "start", "end", "path")]


def echo_json(value: object) -> None:
    """JSON on standard output."""
    import orjson

    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
