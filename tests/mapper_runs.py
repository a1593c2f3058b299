"""Statements through the whole mapper, for its tests."""

from __future__ import annotations

from converter.map import MapOptions, map_stated
from converter.model import Filing, Report, Stated, Statement
from converter.taxonomy import load_taxonomy


def report(filing: Filing, *statements: Statement, **options: object) -> Report:
    return map_stated(Stated(statements), filing, load_taxonomy(), MapOptions("sample", **options))[0]  # type: ignore[arg-type]


def values(found: Report) -> dict[str, list[str | None]]:
    by: dict[str, list[str | None]] = {}
    for fact in found.facts:
        if fact.statement != "cover":
            by.setdefault(fact.concept, []).append(fact.value)
    return by
