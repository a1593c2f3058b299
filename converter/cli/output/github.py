"""Workflow commands of GitHub Actions: annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from converter.cli.output.judged import Judged

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(judged: Sequence[Judged]) -> str:
    """One command a finding."""
    return "".join(_command(each, number) for each in judged for number in range(len(each.findings)))


def _command(judged: Judged, number: int) -> str:
    finding = judged.findings[number]
    line = judged.line(finding)
    where = f"file={_property(judged.path)}" + (f",line={line}" if line else "") + f",title={_property(finding.code)}"
    text = f"{finding.message} {finding.hint}".strip()
    return f"::{_LEVELS[finding.severity]} {where}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
