"""Periods, units and entities as xBRL-JSON and xBRL-CSV write them (xBRL-JSON 1.0, 3; OIM Common 1.0)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from converter.model import FOREVER, PURE, Entity, Period, Unit
from converter.patterns import regex

_INSTANT = r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,20})?Z?"
_PERIOD = regex(rf"({_INSTANT})(?:/({_INSTANT}))?", re.ASCII)
_MIDNIGHT = "T00:00:00"
_NAME = r"[^\W\d][\w.\-]*"
QNAME = regex(rf"({_NAME}):({_NAME})")
NCNAME = regex(_NAME)
SQNAME = regex(rf"({_NAME}):(\S+)")
_SIDE = regex(rf"\(?{_NAME}:{_NAME}(?:\*{_NAME}:{_NAME})*\)?")


class Fault(Struct, frozen=True):
    """Why something is no period, unit or entity: a code of ``codes.tsv`` and a sentence's end."""

    code: str
    reason: str


def parse_period(text: str | None) -> Period | Fault:
    """A period dimension; None is forever. Ends are exclusive midnights there and inclusive days here."""
    if text is None:
        return FOREVER
    found = _PERIOD.fullmatch(text)
    if found is None:
        return Fault("oim.period", f"has the period {text!r}, which is no moment and no interval")
    first, second = found.group(1), found.group(2)
    if first[10:19] != _MIDNIGHT or (second or first)[10:19] != _MIDNIGHT:
        return Fault("load.time-of-day", f"has the period {text!r}, which begins or ends within a day")
    return _period(first[:10], (second or first)[:10], text)


def _period(first: str, last: str, text: str) -> Period | Fault:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last) - timedelta(days=1)
        return Period(None, end) if first == last else Period(start, end)
    except (ValueError, OverflowError) as error:
        return Fault("oim.period", f"has the period {text!r}, which is impossible: {error}")


class Prefixes:
    """The prefixes that a document declares, and what they are called in the report."""

    def __init__(self, declared: Mapping[str, str], canonical: Mapping[str, str]) -> None:
        self.declared = declared
        self.canonical = canonical

    def qname(self, text: str) -> str | Fault:
        """A QName under the report's prefixes."""
        found = QNAME.fullmatch(text)
        if found is None:
            return Fault("json.structure", f"holds {text!r} where a QName must stand")
        prefix = self.canonical.get(found.group(1))
        if prefix is None:
            return Fault("oim.prefix", f"uses the prefix {found.group(1)!r}, which namespaces does not declare")
        return f"{prefix}:{found.group(2)}"

    def entity(self, text: str | None) -> Entity | Fault:
        """An entity dimension; without one the specification's own "not applicable"."""
        if text is None:
            return Entity("https://xbrl.org/2021/entities", "NA")
        found = SQNAME.fullmatch(text)
        if found is None:
            return Fault("oim.entity", f"has the entity {text!r}, which is no scheme and identifier")
        scheme = self.declared.get(found.group(1))
        if scheme is None:
            return Fault("oim.prefix", f"uses the prefix {found.group(1)!r}, which namespaces does not declare")
        if scheme.endswith("/entities") and found.group(2) == "NA":
            return Fault("oim.entity", f"has the entity {text!r}, which is reserved for no entity")
        return Entity(scheme, found.group(2))

    def unit(self, text: str | None) -> Unit | Fault:
        """A unit dimension; without one it is pure."""
        if text is None:
            return PURE
        if text == "xbrli:pure":
            return Fault("oim.pure-unit", "has the unit xbrli:pure, which is said by leaving the unit out")
        above, slash, below = text.partition("/")
        numerator, denominator = self._side(above), self._side(below) if slash else ""
        if isinstance(numerator, Fault):
            return numerator
        return denominator if isinstance(denominator, Fault) else Unit(numerator, denominator)

    def _side(self, text: str) -> str | Fault:
        inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
        measures = inner.split("*")
        if not _SIDE.fullmatch(text) or (len(measures) > 1) != (inner is not text) or measures != sorted(measures):
            return Fault("oim.unit", f"has the unit {text!r}, which is no unit or not in alphabetical order")
        names = [self.qname(measure) for measure in measures]
        fault = next((name for name in names if isinstance(name, Fault)), None)
        return fault or "*".join(name for name in names if isinstance(name, str))
