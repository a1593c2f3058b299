"""Classes of facts: what period, unit and value a concept of each type bears in our xBRL-JSON.

The one place from which ``schemas/report.schema.json`` is generated and by which `shape` judges. Patterns are written so that
Python, ECMAScript and Rust read them alike: no ``\\d`` (Unicode digits), and an end that does not forgive a line feed.
"""

from __future__ import annotations

from msgspec import Struct

END = r"$(?!\n)"
_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_MIDNIGHT = f"{_DAY}T00:00:00"

NAME = r"[A-Za-z_][A-Za-z0-9_.-]*"
"""An NCName of ours: ASCII is enough."""
QNAME = f"^{NAME}:{NAME}{END}"
PROPERTY = f"^{NAME}:[^\\s]+{END}"
"""The name of an extension property (xBRL-JSON 1.0, 4)."""
ENTITY = f"^(?:cik:[0-9]{{10}}|(?!cik:){NAME}:[^\\s]+){END}"
LANGUAGE = f"^[a-z]{{2,8}}(?:-[a-z0-9]{{1,8}})*{END}"

PERIODS = {"instant": f"^{_MIDNIGHT}{END}", "duration": f"^{_MIDNIGHT}/{_MIDNIGHT}{END}"}
ANY_PERIOD = f"^{_MIDNIGHT}(?:/{_MIDNIGHT})?{END}"

DECIMAL = f"^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?{END}"
_INTEGER = f"^-?(?:0|[1-9][0-9]*){END}"
UNIT = f"^{NAME}:[^\\s/]+(?:/{NAME}:[^\\s/]+)?{END}"


class ValueClass(Struct, frozen=True):
    """Pattern of the value, and of the unit where one is required; ``unit`` "" forbids one. Numeric facts need ``decimals``."""

    value: str
    unit: str = ""
    numeric: bool = False


_PLAIN = f"^[^\\t\\r\\n]+{END}"
VALUES = {
    "monetary": ValueClass(DECIMAL, f"^iso4217:[A-Z]{{3}}{END}", True),
    "perShare": ValueClass(DECIMAL, f"^iso4217:[A-Z]{{3}}/xbrli:shares{END}", True),
    "shares": ValueClass(DECIMAL, f"^xbrli:shares{END}", True),
    "percent": ValueClass(DECIMAL, "", True),
    "pure": ValueClass(DECIMAL, "", True),
    "decimal": ValueClass(DECIMAL, "", True),
    "integer": ValueClass(_INTEGER, "", True),
    "string": ValueClass(r"[^\s]"),
    "normalizedString": ValueClass(_PLAIN),
    "date": ValueClass(f"^{_DAY}{END}"),
    "boolean": ValueClass(f"^(?:true|false){END}"),
    "gMonthDay": ValueClass(f"^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]){END}"),
    "gYear": ValueClass(f"^[0-9]{{4}}{END}"),
}
"""By type of `converter.model.Concept`: every type that concepts.csv uses."""

LANGUAGE_TYPES = frozenset({"string", "normalizedString"})
"""Types whose facts may bear a language (OIM 1.0, 3.4)."""


def class_name(type_: str, period_type: str) -> str:
    """The name of a class in the schema: ``monetary-instant``."""
    return f"{type_}-{period_type}"
