"""How the files of a report are called, and how one refers to another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import quote_from_bytes

from converter.model import Report

SEC_SCHEME = "http://www.sec.gov/CIK"


def file_stems(reports: Iterable[Report]) -> list[str]:
    """The stem of each report's files: its own. Where another registrant of the filing has it already, the first one's with the CIK at
    its end, or ``r2``, ``r3`` ... without a CIK (or with one that another has too)."""
    stems: list[str] = []
    for position, report in enumerate(reports, 1):
        stem = report.stem
        if stem in stems and report.entity.scheme == SEC_SCHEME:
            stem = f"{stems[0]}.{report.entity.identifier}"
        stems.append(stem if stem not in stems else f"{stems[0]}.r{position}")
    return stems


def reference(name: str) -> str:
    """A relative reference (RFC 3986, 4.2) to a file of this name in the same folder: every byte but letters, digits and ``-._~`` encoded,
    so that blanks, ``#``, ``%``, a colon or any script work."""
    return quote_from_bytes(os.fsencode(name), safe="")


def local_name(qname: str) -> str:
    """``gaap:Assets`` -> ``Assets``."""
    return qname.partition(":")[2]


def prefix_of(qname: str) -> str:
    """``gaap:Assets`` -> ``gaap``."""
    return qname.partition(":")[0]


def element_id(qname: str) -> str:
    """The ``id`` of a concept's declaration: ``gaap_Assets``."""
    return qname.replace(":", "_", 1)


def legible(name: str) -> str:
    """A file's name as Unicode text, bytes that are none replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
