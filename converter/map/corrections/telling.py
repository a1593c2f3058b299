"""What is told of a correction: reasons of facts, and findings where it does not fit."""

from __future__ import annotations

from functools import cache

from converter.arithmetic import BY_HAND
from converter.model import Correction, Finding, Place, Reason, Severity
from converter.resources import table


def reason_of(correction: Correction) -> Reason:
    """Why a corrected fact is believed."""
    return Reason(f"corrected by {correction.where}{_noted(correction)}", BY_HAND)


def refusal_of(correction: Correction) -> str:
    """Why a number is no fact."""
    return f"no fact, says {correction.where}{_noted(correction)}"


def _noted(correction: Correction) -> str:
    return f": {' '.join(correction.note.split())}" if correction.note else ""


def finding_of(code: str, where: str, what: str, hint: str = "", places: tuple[Place, ...] = (), facts: tuple[str, ...] = ()) -> Finding:
    """A finding that begins with the file and line that are wrong; the hint is the catalogue's unless there is a better one."""
    severity, usual = severity_and_hint(code)
    return Finding(code, severity, f"{where}: {what}", hint or usual, places, facts)


def severity_and_hint(code: str) -> tuple[Severity, str]:
    """What the catalogue says of a code."""
    return _codes()[code]


@cache
def _codes() -> dict[str, tuple[Severity, str]]:
    rows = [line.split("\t") for line in table("map", "corrections/codes.tsv").read_text("utf-8").splitlines()[1:]]
    return {code: ("warning" if severity == "warning" else "info", hint) for code, severity, _, _, hint in rows}
