"""The header of an EDGAR submission: ``KEY:   value`` lines of the dissemination form, or ``<KEY>value`` tags of the daily feed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from converter.model import Filer, Header, Place, Text
from converter.patterns import regex
from converter.resources import table

# "]" is what is left of an industry that was torn over two lines.
_COLON = regex(r"[\]\s]*([A-Z][A-Z0-9 ./()&'-]{1,60}):(.*)")
_TAG = regex(r"\s*<([A-Z][A-Z0-9-]{1,40})>(.*)")
_OF_FILING = frozenset({"accession", "form", "period", "filed"})
_ADDRESS = frozenset({"street1", "street2", "city", "state", "zip_code", "phone"})


class _Entry(Struct, frozen=True):
    kind: str
    name: str
    value: Text | None


class _Block:
    """A registrant's block while it is read: the first value of a field stays, an address is taken whole from one place."""

    def __init__(self) -> None:
        self.fields: dict[str, Text] = {}
        self.mail: dict[str, Text] = {}

    def filer(self) -> Filer:
        address = {} if _ADDRESS & self.fields.keys() else self.mail
        values: dict[str, Any] = {**address, **self.fields}
        return Filer(**values)


def read_header(lines: list[str], first_line: int = 1) -> Header:
    """The header that ``lines`` hold; ``first_line`` is the line of the file on which they begin. Values are as printed, each with its
    place. Every FILER, ISSUER and SUBJECT COMPANY is a registrant; who filed on their behalf, and former names, are not."""
    filing: dict[str, Any] = {}
    blocks: list[_Block] = []
    section = ""
    block: _Block | None = None
    for entry in _entries(lines, first_line):
        if entry.kind == "section":
            section = entry.name
            if section in ("registrant", "other"):
                block = _Block() if section == "registrant" else None
                blocks.extend([block] if block else [])
            elif section == "company" and not blocks and block is None:
                block = _Block()
                blocks.append(block)
        elif entry.name in _OF_FILING:
            filing.setdefault(entry.name, entry.value)
        elif block is not None and section != "former" and entry.value is not None:
            (block.mail if section == "mail" else block.fields).setdefault(entry.name, entry.value)
    return Header(**filing, filers=_distinct(blocks))


def _entries(lines: list[str], first_line: int) -> Iterator[_Entry]:
    table_ = _keys()
    for number, line in enumerate(lines, first_line):
        match = _TAG.match(line) or _COLON.match(line)
        known = table_.get(match[1].strip()) if match else None
        if match is None or known is None:
            continue
        kind, name = known
        value = _value(match, number)
        if kind == "section" and value is None:
            yield _Entry(kind, name, None)
        elif kind == "value" and value is not None:
            yield _Entry(kind, name, value)


def _value(match: re.Match[str], line: int) -> Text | None:
    printed = match[2].strip()
    if not printed:
        return None
    start = match.start(2) + match[2].index(printed)
    return Text(printed, Place(0, "header", printed, line, start, start + len(printed)))


def _distinct(blocks: list[_Block]) -> tuple[Filer, ...]:
    """One filer per CIK, in the order of the header; blocks without name and CIK say nothing."""
    filers: list[Filer] = []
    seen: set[str] = set()
    for filer in (block.filer() for block in blocks):
        key = filer.cik.value.lstrip("0") if filer.cik else (filer.name.value if filer.name else "")
        if key and key not in seen:
            seen.add(key)
            filers.append(filer)
    return tuple(filers)


@lru_cache(maxsize=1)
def _keys() -> dict[str, tuple[str, str]]:
    with table("read", "header.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: (row["kind"], row["name"]) for row in csv.DictReader(file)}
