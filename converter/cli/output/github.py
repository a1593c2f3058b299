"""Workflow commands of GitHub Actions: annotations beside the lines of a pull request, and for the log a sentence a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.cli.output.judged import Judged
from converter.cli.output.text import sentence
from converter.model import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(judged: Sequence[Judged]) -> str:
    """One command a finding, then what is to be said of the file."""
    return "".join(line for each in judged for line in _lines(each))


def _lines(judged: Judged) -> Iterator[str]:
    for finding in judged.findings:
        yield _command(judged, finding)
    yield f"filing2xbrl: {' '.join(sentence(judged).split())}\n"


def _command(judged: Judged, finding: Finding) -> str:
    line = judged.line(finding)
    where = f"file={_property(judged.path)}" + (f",line={line}" if line else "") + f",title={_property(finding.code)}"
    text = f"{finding.message} {finding.hint}".strip()
    return f"::{_LEVELS[finding.severity]} {where}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
