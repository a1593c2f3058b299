"""The facts of a report as rows of a table, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from converter.model import Entity, Fact, Place, Report
from converter.model.period import FOREVER
from converter.write.names import legible
from converter.write.namespaces import scheme_prefixes

_NAME = "dei:EntityRegistrantName"
_DAYS_OF_A_MONTH = 30.44


class FactRow(Struct, frozen=True):
    """A fact, flat. The fields are the columns, in their order; what is not known is "" or None.

    ``start`` and ``end`` are the first and the last day (ISO 8601), an instant has no ``start``; ``months`` tells a quarter from the year
    to date. ``value`` is in full units with the concept's sign, ``printed`` the figure as the filing shows it; ``place`` is line and
    columns of it (from 0), or the path of an element."""

    report: str
    fact: str
    entity: str
    company: str
    statement: str
    label: str
    concept: str
    dimensions: str
    start: str
    end: str
    months: int | None
    value: str
    unit: str
    decimals: int | None
    confidence: float | None
    printed: str
    document: int | None
    place: str


COLUMNS = FactRow.__struct_fields__
WORDS = ("report", "company", "label", "printed")
"""Columns that hold words of strangers: a spreadsheet may take them for formulas."""


def fact_rows(report: Report, name: str) -> Iterator[FactRow]:
    """The facts of the report of this file name, in their order."""
    prefixes = scheme_prefixes([report.entity, *(fact.entity for fact in report.facts if fact.entity)], report.namespaces)
    names = {_key(fact.entity or report.entity): fact.value or "" for fact in reversed(report.facts) if fact.concept == _NAME}
    for fact in report.facts:
        entity = fact.entity or report.entity
        yield _row(fact, name, f"{prefixes[entity.scheme]}:{entity.identifier}", names.get(_key(entity), entity.name))


def is_number(fact: FactRow) -> bool:
    """Whether it is a number: texts and days of the cover page have neither unit nor decimals."""
    return bool(fact.unit) or fact.decimals is not None


def _key(entity: Entity) -> tuple[str, str]:
    return entity.scheme, entity.identifier


def _row(fact: Fact, name: str, entity: str, company: str) -> FactRow:
    start, end, months = _period(fact)
    place = fact.sources[0] if fact.sources else None
    return FactRow(
        legible(name),
        fact.id,
        entity,
        company,
        fact.statement or "",
        fact.label,
        fact.concept,
        " ".join(f"{axis}={member}" for axis, member in fact.dimensions),
        start,
        end,
        months,
        fact.value or "",
        fact.unit.oim() if fact.unit else "",
        fact.decimals,
        round(fact.evidence.confidence, 4) if fact.evidence else None,
        place.text if place else "",
        place.document if place else None,
        _where(place) if place else "",
    )


def _period(fact: Fact) -> tuple[str, str, int | None]:
    period = fact.period
    if period == FOREVER:
        return "", "", None
    if period.start is None:
        return "", period.end.isoformat(), None
    return period.start.isoformat(), period.end.isoformat(), round(period.days / _DAYS_OF_A_MONTH)


def _where(place: Place) -> str:
    where = place.path or ("" if place.line is None else str(place.line))
    return where if place.start is None else f"{where}:{place.start}-{place.end}"
