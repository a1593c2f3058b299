"""What loading gives."""

from __future__ import annotations

from msgspec import Struct

from converter.model import Finding, Report


class Loaded(Struct, frozen=True):
    """The reports of a file and what is wrong with their structure.

    ``reports`` is empty where nothing could be read. ``readable`` is False where there was no file or no text at all (exit code 3).
    ``json`` is the bytes of an xBRL-JSON report, for the JSON Schema check.
    """

    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    json: bytes = b""
