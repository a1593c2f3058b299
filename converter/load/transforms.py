"""Transformations of inline XBRL (Transformation Rules Registries 1 to 5, and the SEC's): printed text to a lexical value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from converter.patterns import regex
from converter.resources import table

Transform = Callable[[str], str | None]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOKEN = regex(r"[A-Za-z]+|\d+")


def _separated(point: str, between: str, in_threes: bool = False) -> Transform:
    """A number with a point and what may stand between its digits; ``in_threes`` where only between groups of three."""
    groups = re.compile(rf"\d{{1,3}}(?:[{re.escape(between)}]?\d{{3}})*", re.ASCII) if in_threes else None
    gone = str.maketrans("", "", between)

    def transform(text: str) -> str | None:
        whole, found, fraction = text.strip().partition(point)
        if groups is not None and not groups.fullmatch(whole):
            return None
        whole, fraction = whole.translate(gone), fraction.translate(_BLANKS)
        if not (whole + fraction).isdecimal() or not (whole + fraction).isascii() or (found and not fraction):
            return None
        return f"{whole or '0'}.{fraction}" if fraction else whole

    return transform


_BLANKS = str.maketrans("", "", " \u00a0")
_APOSTROPHES = "'`´’′"
_DASHES = frozenset("-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\ufe58\ufe63\uff0d")


def _dash(text: str) -> str | None:
    return "0" if text.strip() in _DASHES else None


def _unit_decimal(text: str) -> str | None:
    found = re.fullmatch(r"([\d.,\s]++)[^\d.,\s]++\s*+(\d{1,2})\s*+[^\d.,\s]*+", text)
    whole = re.sub(r"\D", "", found.group(1)) if found else ""
    return f"{whole}.{int(found.group(2)):02d}" if found and whole else None


def _fixed(value: str) -> Transform:
    return lambda text: value


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return next((number for number, name in enumerate(_MONTHS, 1) if word.lower().startswith(name)), None)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) > 2 else 2000 + year


def _dates(order: str) -> Transform:
    """A date whose parts come in an order such as ``mdy``; ``my`` and ``md`` leave the day or the year out."""

    def transform(text: str) -> str | None:
        tokens = [token for token in _TOKEN.findall(text) if token.lower() not in ("st", "nd", "rd", "th", "of", "the", "and")]
        if len(tokens) != len(order):
            return None
        parts = dict(zip(order, tokens, strict=True))
        return _written(parts)

    return transform


def _written(parts: dict[str, str]) -> str | None:
    month = _month(parts["m"])
    if month is None or not all(parts[part].isdecimal() for part in parts if part != "m"):
        return None
    try:
        year = _year(parts["y"]) if "y" in parts else 2000
        day = date(year, month, int(parts.get("d", "1")))
    except ValueError:
        return None
    if "y" not in parts:
        return f"--{day:%m-%d}"
    return f"{day.year:04d}-{day:%m}" if "d" not in parts else f"{day.year:04d}-{day:%m-%d}"


_WORDS = {
    name: number
    for number, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {name: 10 * number for number, name in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _number_words(text: str) -> str | None:
    total = group = 0
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return None
    if words in (["no"], ["none"], ["nil"]):
        return "0"
    for word in words:
        if word in _WORDS:
            group += _WORDS[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in _POWERS:
            total, group = total + (group or 1) * _POWERS[word], 0
        elif word not in ("and", "a"):
            return None
    return str(total + group)


def _count(prefix: str, suffix: str) -> Transform:
    def transform(text: str) -> str | None:
        number = text.strip() if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text) else _number_words(text)
        return None if number is None else f"{prefix}{number}{suffix}"

    return transform


def _named(names: str, transform: Transform) -> dict[str, Transform]:
    return dict.fromkeys(names.split(), transform)


_KNOWN: dict[str, Transform] = {
    "num-dot-decimal": _separated(".", ", \u00a0"),
    "num-dot-decimal-apos": _separated(".", f", \u00a0{_APOSTROPHES}"),
    "num-comma-decimal": _separated(",", ". \u00a0"),
    "num-comma-decimal-apos": _separated(",", f". \u00a0{_APOSTROPHES}"),
    "numdotdecimal": _separated(".", ", \u00a0", True),
    "numcommadecimal": _separated(",", ". \u00a0", True),
    "numcommadot": _separated(".", ",", True),
    "numdotcomma": _separated(",", ".", True),
    "numspacedot": _separated(".", " \u00a0", True),
    "numspacecomma": _separated(",", " \u00a0", True),
    "numcomma": _separated(",", ""),
    **_named("num-unit-decimal numunitdecimal", _unit_decimal),
    **_named("zerodash numdash", _dash),
    "fixed-zero": _fixed("0"),
    **_named("fixed-true booleantrue", _fixed("true")),
    **_named("fixed-false booleanfalse", _fixed("false")),
    **_named("fixed-empty nocontent", _fixed("")),
    **_named(
        "date-month-day-year date-monthname-day-year-en datemonthdayyear datemonthdayyearen datelongus dateshortus dateslashus",
        _dates("mdy"),
    ),
    **_named(
        "date-day-month-year date-day-monthname-year-en datedaymonthyear datedaymonthyearen datelonguk dateshortuk dateslasheu datedoteu",
        _dates("dmy"),
    ),
    **_named("date-year-month-day date-year-monthname-day-en dateyearmonthdayen", _dates("ymd")),
    **_named("date-monthname-year-en date-month-year datemonthyear datemonthyearen datelongmonthyear dateshortmonthyear", _dates("my")),
    **_named("date-year-month date-year-monthname-en dateyearmonthen datelongyearmonth dateshortyearmonth", _dates("ym")),
    **_named("date-month-day date-monthname-day-en datemonthday datemonthdayen datelongmonthday dateshortmonthday", _dates("md")),
    **_named("date-day-month date-day-monthname-en datedaymonth datedaymonthen datelongdaymonthuk dateshortdaymonthuk", _dates("dm")),
    **_named("numwordsen", _number_words),
    **_named("durday", _count("P", "D")),
    **_named("durmonth", _count("P", "M")),
    **_named("duryear", _count("P", "Y")),
    **_named("durweek", _count("P", "W")),
}


_REGISTRY = "http://www.xbrl.org/inlineXBRL/transformation/"
_REGISTRIES = {"2010-04-20": "1", "2011-07-31": "2", "2015-02-26": "3", "2020-02-12": "4", "2022-02-16": "5"}
_IN_2008 = "http://www.xbrl.org/2008/inlineXBRL/transformation"
_STANDARD = regex(r"https?://www\.(?:xbrl|w3)\.org/")


def _unread(text: str) -> str | None:
    return None


UNKNOWN: Transform = _unread
"""What stands for transformations that exist, or may exist, and are not known here."""


@cache
def _registered() -> dict[str, str]:
    """The registries that have a name, by name."""
    rows = table("load", "transforms.tsv").read_text("utf-8").splitlines()[1:]
    return dict(row.split("\t", 1) for row in rows)


def transform(namespace: str, name: str) -> Transform | None:
    """The transformation of a name; None for one that its registry does not have, `UNKNOWN` for one that is not known here: of the
    registries, of the SEC's, of anybody's own."""
    registry = "1" if namespace == _IN_2008 else _REGISTRIES.get(namespace.removeprefix(_REGISTRY), "")
    if registry:
        if registry not in _registered().get(name, ""):
            return None
        return _KNOWN.get(name, UNKNOWN)
    return None if not namespace or _STANDARD.match(namespace) else _KNOWN.get(name, UNKNOWN)
