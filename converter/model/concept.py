"""A concept of a taxonomy."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Balance = Literal["", "debit", "credit"]
PeriodType = Literal["instant", "duration"]


class Concept(Struct, frozen=True):
    """``name`` is a QName such as ``gaap:Assets``. ``type`` is a class of values: ``monetary``, ``perShare``, ``shares``, ``pure``,
    ``percent``, ``integer``, ``decimal``, ``string``, ``normalizedString``, ``date``, ``boolean``, ``gMonthDay``, ``gYear``,
    ``gYearMonth`` ... Of others' concepts it is the base type's name without ``ItemType``; ``axis``, ``typedAxis`` and ``table`` are
    no items with values. ``positive`` says in words what a positive value means. Years are open ("") where the reference does not know
    an end (XBRL 2.1, 5.1.1)."""

    name: str
    type: str
    period_type: PeriodType
    balance: Balance = ""
    abstract: bool = False
    label: str = ""
    positive: str = ""
    first_year: str = ""
    last_year: str = ""
    nillable: bool = True
    values: frozenset[str] = frozenset()
    """The only values that its type lists; empty where it lists none."""
    facets: tuple[tuple[str, str], ...] = ()
    """What else its type asks of values: (facet of XML Schema such as ``minInclusive``, its value)."""

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC_TYPES


INTEGER_TYPES = frozenset(
    {
        "integer",
        "long",
        "int",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    }
)
TEXT_TYPES = frozenset({"string", "normalizedString", "domain", "token", "anyURI", ""})
"""Types whose facts may bear a language (OIM 1.0, 3.4); "" is a type that is not known."""
DECIMAL_TYPES = INTEGER_TYPES | {"monetary", "perShare", "shares", "pure", "percent", "decimal"}
"""Types whose values are decimal numbers (Calculations 1.1, 4)."""
NUMERIC_TYPES = DECIMAL_TYPES | {"float", "double", "fraction"}
