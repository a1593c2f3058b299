"""What commands share: severities, the rendering of findings as lines."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from converter.given import no_file
from converter.model import Finding
from converter.wording import counted

LEVELS = ("error", "warning", "never")


class GivenFile(click.Path):
    """The path of an option's file: of what waits for ever, or never ends, no file (a usage error)."""

    def __init__(self, *, exists: bool = False, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, exists=exists, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            kind = no_file(path)
        except (OSError, ValueError):
            return path  # whoever opens it will say why it cannot be read
        return self.fail(f"{shown(path)} is {kind}, no file", param, ctx) if kind else path


def shown(path: Path) -> str:
    """A path as text for people and JSON; bytes of its name that are no text are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def by_code(findings: Sequence[Finding]) -> str:
    """What was found how often, the most frequent first, in one line."""
    ranked = sorted(Counter(finding.code for finding in findings).items(), key=lambda item: (-item[1], item[0]))
    return f"{counted(len(findings), 'finding')}: {', '.join(f'{number:,} {code}' for code, number in ranked)}."


def severities_of(level: str) -> frozenset[str]:
    """The severities at or above the level that fails."""
    return frozenset({"error": ("error",), "warning": ("error", "warning")}.get(level, ()))


def fails(findings: Iterable[Finding], level: str) -> bool:
    """Whether a finding is at or above the level that fails."""
    failing = severities_of(level)
    return any(finding.severity in failing for finding in findings)


def finding_lines(name: str, findings: Iterable[Finding]) -> list[str]:
    """One line each, with the line of the filing where it is known."""
    return [finding_line(name, next((place.line for place in finding.places if place.line), None), finding) for finding in findings]


def finding_line(name: str, line: int | None, finding: Finding) -> str:
    """File, line where known, severity, sentence, hint, code."""
    where = f"{name}:{line}" if line else name
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{where}: {finding.severity}: {finding.message}{hint} [{finding.code}]"


def json_text(value: object) -> str:
    """JSON, in ASCII where a text holds half a character that UTF-8 cannot bear."""
    import orjson

    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except orjson.JSONEncodeError:
        import json

        return json.dumps(value, indent=2)


def echo_json(value: object) -> None:
    """JSON on standard output."""
    click.echo(json_text(value))
