"""What loading has to say: findings whose severity and hint stand in ``codes.tsv``."""

from __future__ import annotations

from functools import cache
from typing import cast

from msgspec import Struct, field

from converter.model import Finding, Place, Severity
from converter.resources import table

_MOST_OF_A_CODE = 1000


class Code(Struct, frozen=True):
    """A row of ``codes.tsv``: one thing that can be wrong with the structure of a report."""

    code: str
    severity: Severity
    spec: str
    title: str
    hint: str


@cache
def codes() -> dict[str, Code]:
    """All codes that loading gives, by code."""
    lines = table("load", "codes.tsv").read_text("utf-8").splitlines()[1:]
    return {code.code: code for code in map(_code, lines)}


def _code(line: str) -> Code:
    code, severity, spec, title, hint = line.split("\t")
    return Code(code, cast(Severity, severity), spec, title, hint)


class Log(Struct):
    """Collects findings while a report is loaded; after a thousand of one code only their number."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def say(self, code: str, message: str, *, fact: str = "", path: str = "", line: int | None = None) -> None:
        """One finding; ``path`` and ``line`` tell where it stands in the report's file."""
        count = self.counts[code] = self.counts.get(code, 0) + 1
        if count > _MOST_OF_A_CODE:
            return
        row = codes()[code]
        places = (Place(0, "report", path, line=line, path=path or None),) if path or line else ()
        self.findings.append(Finding(code, row.severity, message, row.hint, places, (fact,) if fact else ()))

    def result(self) -> tuple[Finding, ...]:
        """All of them, the summaries of the overlong ones at the end."""
        over = [(code, count - _MOST_OF_A_CODE) for code, count in self.counts.items() if count > _MOST_OF_A_CODE]
        return (*self.findings, *(Finding(code, codes()[code].severity, f"{count} more of these are not listed.") for code, count in over))
