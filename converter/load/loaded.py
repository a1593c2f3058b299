"""What loading gives."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model import Finding, Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """The reports of a file and what is wrong with their structure.

    ``reports`` is empty where nothing could be read. ``readable`` is False where there was no file or no text at all (exit code 3).
    ``json`` is the bytes of an xBRL-JSON report, for the JSON Schema check.
    """

    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    json: bytes = b""
