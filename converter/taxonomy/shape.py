"""The shape of our xBRL-JSON, checked by hand: the same verdicts on facts as ``schemas/report.schema.json``, some hundred times faster."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from converter.model import Concept
from converter.taxonomy.classes import (
    ANY_PERIOD,
    DECIMAL,
    END,
    ENTITY,
    LANGUAGE,
    LANGUAGE_TYPES,
    NAME,
    PERIODS,
    PROPERTY,
    QNAME,
    UNIT,
    VALUES,
)
from converter.taxonomy.namespaces import NAMESPACES
from converter.taxonomy.properties import OWN_PROPERTIES, explain_properties
from converter.taxonomy.taxonomy import Taxonomy, load_taxonomy

CORE = frozenset({"concept", "entity", "period", "unit", "language"})
_NAMES = frozenset({"value", "decimals", "dimensions", "links", *OWN_PROPERTIES})
"""What a fact consists of: all other names are looked at."""
_REMEMBERED = 5000
"""Strings known to be good: periods, units and entities come again in every fact."""

_ID = f"^{NAME}{END}"


class _Searches(dict[str, Callable[[str], object]]):
    """Pattern -> its search, compiled when first needed: a small report needs half of them."""

    def __missing__(self, pattern: str) -> Callable[[str], object]:
        found = self[pattern] = re.compile(pattern).search
        return found


_find = _Searches()


class Shape:
    """Judges facts as xBRL-JSON objects."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._rules: dict[str, tuple[str, str] | None] = {}
        self._good: set[tuple[str, str]] = set()
        self._sound: object = None

    def fits_fact(self, ident: str, body: Mapping[str, Any]) -> bool:
        """Whether the schema accepts the fact ``ident: body``."""
        return not self.explain_fact(ident, body)

    def explain_fact(self, ident: str, body: Mapping[str, Any]) -> str:
        """What the schema refuses in a fact, in words; "" where it fits."""
        dimensions = body.get("dimensions")
        if not isinstance(dimensions, dict):
            return "a fact needs dimensions"
        concept = dimensions.get("concept")
        if not isinstance(concept, str):
            return "a fact needs a concept"
        refused = (
            ("" if _find[_ID](ident) else f"the id {ident!r} is no NCName")
            or self._frame(body)
            or self._dimensions(dimensions)
            or self._content(concept, dimensions, body)
            or explain_properties(body, self._sound)
        )
        if not refused:
            self._sound = body.get("f2x:evidence")
        return refused

    def _frame(self, body: Mapping[str, Any]) -> str:
        if "value" not in body:
            return "a fact needs a value"
        value = body["value"]
        if value is not None and not isinstance(value, str):
            return "a value is text or null"
        if "decimals" in body and (value is None or not _is_whole(body["decimals"])):
            return "decimals are a whole number, and a nil fact has none"
        if "links" in body and not isinstance(body["links"], dict):
            return "links are an object"
        if not _NAMES.issuperset(body):
            for name in body:
                if name not in _NAMES and not self._known(PROPERTY, name):
                    return f"the property {name!r} has no prefix"
        return ""

    def _known(self, pattern: str, text: object) -> bool:
        """Whether a text fits a pattern; what fitted once is remembered."""
        if not isinstance(text, str):
            return False
        key = (pattern, text)
        if key in self._good:
            return True
        if not _find[pattern](text):
            return False
        if len(self._good) < _REMEMBERED:
            self._good.add(key)
        return True

    def _dimensions(self, dimensions: Mapping[str, Any]) -> str:
        if not self._known(ENTITY, dimensions.get("entity")):
            return f"no entity: {dimensions.get('entity')!r}"
        if not self._known(ANY_PERIOD, dimensions.get("period")):
            return f"no period: {dimensions.get('period')!r}"
        if "unit" in dimensions and not self._known(UNIT, dimensions["unit"]):
            return f"no unit: {dimensions['unit']!r}"
        if "language" in dimensions and not self._known(LANGUAGE, dimensions["language"]):
            return f"no language: {dimensions['language']!r}"
        if len(dimensions) > 3:
            for axis, member in dimensions.items():
                if axis not in CORE and not (self._known(QNAME, axis) and self._known(QNAME, member)):
                    return f"no dimension with an explicit member: {axis!r}: {member!r}"
        return ""

    def _content(self, concept: str, dimensions: Mapping[str, Any], body: Mapping[str, Any]) -> str:
        if concept not in self._rules:
            self._rules[concept] = self._rule(concept)
        rule = self._rules[concept]
        if rule is None:
            return f"no concept: {concept!r}"
        kind, period = rule
        if not kind:
            return _loose(dimensions, body)
        return _strict(kind, period, dimensions, body)

    def explain_own(self, concept: Concept, body: Mapping[str, Any]) -> str:
        """What does not fit in a fact of a filing's own concept, "" where it fits. The schema cannot know its type; its declaration does.
        The fact is one that the schema accepts."""
        return _strict(concept.type, concept.period_type, body["dimensions"], body) if concept.type in VALUES else ""

    def _rule(self, concept: str) -> tuple[str, str] | None:
        """Type and period type; two empty texts for a concept of another taxonomy; None for a name that must not be used."""
        if concept.partition(":")[0] in NAMESPACES:
            known = self._taxonomy.concepts.get(concept)
            return (known.type, known.period_type) if known else None
        return ("", "") if _find[QNAME](concept) else None


def _is_whole(value: object) -> bool:
    """JSON Schema counts 1.0 among the integers, and no boolean."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def _strict(kind: str, period: str, dimensions: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    rule, value, unit = VALUES[kind], body["value"], dimensions.get("unit")
    if not _find[PERIODS[period]](dimensions["period"]):
        return f"the concept wants a period of type {period}, not {dimensions['period']}"
    if value is not None and not _find[rule.value](value):
        return f"no value of type {kind}: {value!r}"
    if rule.unit and (unit is None or not _find[rule.unit](unit)):
        return f"no unit of type {kind}: {unit!r}"
    if not rule.unit and "unit" in dimensions:
        return f"a value of type {kind} bears no unit"
    if rule.numeric and value is not None and "decimals" not in body:
        return "a number needs decimals"
    if not rule.numeric and "decimals" in body:
        return f"a value of type {kind} has no decimals"
    if "language" in dimensions and kind not in LANGUAGE_TYPES:
        return f"a value of type {kind} has no language"
    return ""


def _loose(dimensions: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """A concept that the tables do not know: a unit or decimals make it a number."""
    value = body["value"]
    if "unit" not in dimensions and "decimals" not in body:
        return ""
    if value is not None and not _find[DECIMAL](value):
        return f"no number: {value!r}"
    if value is not None and "decimals" not in body:
        return "a number needs decimals"
    return "a number has no language" if "language" in dimensions else ""


@lru_cache(maxsize=1)
def report_shape() -> Shape:
    """The shape of the taxonomy that this distribution ships."""
    return Shape(load_taxonomy())
