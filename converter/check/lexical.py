"""Values as XML Schema part 2 writes them, by the concept's type."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

from converter.model.concept import DECIMAL_TYPES, INTEGER_TYPES
from converter.patterns import regex

DECIMAL = regex(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
INTEGER = regex(r"[+-]?\d+", re.ASCII)
_FLOAT = regex(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN", re.ASCII)
_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_DATE = regex(rf"-?(\d{{4,9}})-(\d\d)-(\d\d){_ZONE}", re.ASCII)
_MOMENT = regex(rf"-?(\d{{4,9}})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?{_ZONE}", re.ASCII)
_TIME = regex(rf"(\d\d):(\d\d):(\d\d)(?:\.\d+)?{_ZONE}", re.ASCII)
_BLANKS = " \t\r\n"

_BOUNDS = {
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}


def _is_integer(text: str, low: int | None, high: int | None) -> bool:
    if INTEGER.fullmatch(text) is None or len(text) > 400:
        return INTEGER.fullmatch(text) is not None and low is None and high is None
    value = int(text)
    return (low is None or value >= low) and (high is None or value <= high)


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and _exists(found.group(1), found.group(2), found.group(3))


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(2000 + int(year) % 400, int(month), int(day))
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    return found is not None and _exists(*found.group(1, 2, 3)) and _is_clock(*found.group(4, 5, 6))


def _is_time(text: str) -> bool:
    found = _TIME.fullmatch(text)
    return found is not None and _is_clock(*found.group(1, 2, 3))


def _is_clock(hour: str, minute: str, second: str) -> bool:
    if (hour, minute, second) == ("24", "00", "00"):
        return True
    try:
        time(int(hour), int(minute), int(second))
    except ValueError:
        return False
    return True


def _pattern(expression: str) -> Callable[[str], bool]:
    compiled = re.compile(expression + _ZONE, re.ASCII)
    return lambda text: compiled.fullmatch(text) is not None


def _is_month_day(text: str) -> bool:
    found = re.fullmatch(rf"--(\d\d)-(\d\d){_ZONE}", text, re.ASCII)
    return found is not None and _exists("2000", found.group(1), found.group(2))


_CHECKS: dict[str, Callable[[str], bool]] = {
    "float": lambda text: _FLOAT.fullmatch(text) is not None,
    "double": lambda text: _FLOAT.fullmatch(text) is not None,
    "boolean": lambda text: text in ("true", "false", "1", "0"),
    "date": _is_date,
    "dateTime": lambda text: _is_moment(text) or _is_date(text),
    "time": _is_time,
    "gYear": _pattern(r"-?\d{4,9}"),
    "gYearMonth": _pattern(r"-?\d{4,9}-(?:0[1-9]|1[0-2])"),
    "gMonthDay": _is_month_day,
    "gMonth": _pattern(r"--(?:0[1-9]|1[0-2])"),
    "gDay": _pattern(r"---(?:0[1-9]|[12]\d|3[01])"),
    "language": lambda text: re.fullmatch(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*", text) is not None,
    "anyURI": lambda text: re.search(r"""[\s<>"{}|\\^`]""", text) is None,
    "hexBinary": lambda text: re.fullmatch(r"(?:[0-9a-fA-F]{2})*", text) is not None,
    "Name": lambda text: re.fullmatch(r"[^\W\d][\w.:\-]*", text) is not None,
    "NCName": lambda text: re.fullmatch(r"[^\W\d][\w.\-]*", text) is not None,
    "QName": lambda text: re.fullmatch(r"(?:[^\W\d][\w.\-]*:)?[^\W\d][\w.\-]*", text) is not None,
}


def fits(type_: str, value: str) -> bool:
    """Whether a lexical value is one of a type; True for types of text and for types that are not known."""
    text = value.strip(_BLANKS)
    if type_ in INTEGER_TYPES:
        return _is_integer(text, *_BOUNDS.get(type_, (None, None)))
    if type_ in DECIMAL_TYPES:
        return DECIMAL.fullmatch(text) is not None
    known = _CHECKS.get(type_)
    return known is None or known(text)


def collapsed(type_: str, value: str) -> str:
    """A value with its white space as the type has it: strings keep theirs (XML Schema, 4.3.6)."""
    return value if type_ in ("string", "normalizedString", "domain") else " ".join(value.split())


def obeys(facet: tuple[str, str], type_: str, value: str) -> bool:
    """Whether a value of a type keeps to a facet (XML Schema, 4.3); True where it cannot be told."""
    name, limit = facet
    text = collapsed(type_, value)
    if name in _LENGTHS:
        return not limit.isdecimal() or _LENGTHS[name](len(text), int(limit))
    if type_ not in DECIMAL_TYPES or DECIMAL.fullmatch(text) is None or DECIMAL.fullmatch(limit) is None:
        return True
    if name == "fractionDigits":
        return len(text.partition(".")[2].rstrip("0")) <= int(limit)
    if name == "totalDigits":
        return len(text.lstrip("+-").replace(".", "").strip("0")) <= int(limit)
    return _BOUNDARIES[name](Decimal(text), Decimal(limit)) if name in _BOUNDARIES else True


_LENGTHS: dict[str, Callable[[int, int], bool]] = {
    "length": lambda length, limit: length == limit,
    "minLength": lambda length, limit: length >= limit,
    "maxLength": lambda length, limit: length <= limit,
}
_BOUNDARIES: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "minInclusive": lambda value, limit: value >= limit,
    "maxInclusive": lambda value, limit: value <= limit,
    "minExclusive": lambda value, limit: value > limit,
    "maxExclusive": lambda value, limit: value < limit,
}
