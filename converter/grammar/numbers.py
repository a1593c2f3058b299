"""Figures as they are printed: signs, marks, fractions, nil marks."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from converter.grammar.currencies import CURRENCY_MARKS
from converter.model import Number
from converter.patterns import regex

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_MARKS = r"(?:\s?\((?:[a-z]{1,2}|[A-Z]|\d{1,2})\)|\s?\[\d{1,2}\]|\s?[*†‡]{1,3}|\s?<F\d{1,2}>)*"

# Nine of ten figures; the next pattern takes them too, in twice the time.
_PLAIN = regex(r"(\$)? {0,9}(\()?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?(2)\)|)")
# The ordinary figure; everything rarer is tried after it.
_FIGURE = regex(
    rf"""(?P<open>[(\[<{{])?\s*+(?:(?P<sign>[-‑–—−+])\s*+)?(?:(?P<currency>{CURRENCY_MARKS})\s*+)?(?:(?P<inner>[(\[<{{]|[-‑–−])\s*+)?
    (?P<digits>{_DIGITS})(?P<fraction>[ -]\d{{1,2}}/\d{{1,2}})?
    \s*+(?:(?P<percent>%)\s*+)?(?:(?P<close>[)\]>}}])\s*+)?(?P<percent2>%)?(?P<trailing>-|\s?C[Rr])?{_MARKS}""",
    re.VERBOSE,
)
_BARE_FRACTION = regex(r"(?P<open>\()?(?P<currency>\$)?\s*(?P<fraction>\d{1,2}/\d{1,2})\s*(?P<percent>%)?(?P<close>\))?")
_NIL = regex(
    rf"(?:{CURRENCY_MARKS})?\s*+(?:\(\s*+)?(?:[-‑–—−‒―_]{{1,4}}|-\s-(?:\s-)?|[–—]\s[–—]|-{{1,2}}\s?0\s?-{{1,2}}|nil|NIL|Nil)\s*+(?:\)\s*+)?(?P<percent>%)?{_MARKS}"
)
_EUROPEAN = regex(
    rf"(?P<open>\()?\s*+(?:(?P<currency>{CURRENCY_MARKS})\s*+)?(?P<digits>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?)\s*(?P<close>\))?"
)
_TWO_POINTS = regex(
    rf"(?P<open>\()?\s*+(?:(?P<currency>{CURRENCY_MARKS})\s*+)?(?P<inner>\()?(?P<digits>\d{{1,3}}(?:[.,]\d{{3}}){{1,3}}\.\d{{1,2}})\s?(?P<close>\))?"
)
"""A comma that OCR read as a point, and the point: "2.149.3"."""
_CENTS = regex(
    rf"(?P<open>\()?\s*+(?:(?P<first>¢)\s*+)?(?P<digits>\d{{1,3}}(?:\.\d+)?)\s?(?(first)|(?P<mark>[¢pc]))\s*(?P<close>\))?{_MARKS}"
)
_GROUPED = regex(
    rf"(?P<open>[(−–-])?\s*+(?:(?P<currency>{CURRENCY_MARKS})\s*+)?(?P<inner>[(−–-])?\s*+"
    r"(?P<digits>\d{1,3}(?:['’]\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.|\d{1,3}(?:[.,]\d{3}){1,3},\d{3})\s*(?P<close>\))?(?P<behind>-)?"
)
"""Thousands parted by apostrophes; a whole number with the stop of a sentence, or one whose first comma OCR read as a point:
"2.149,300"."""
_MAY_BE_GROUPED = regex(r"\D*+\d{1,3}(?:[.,'’]\d{3})++[.,\d\s)-]*+")
"""What the patterns of groups find, without a look at the marks: labels with numbers in them are asked too."""
_STRAY_BLANK = regex(r"\d\s,|,\s\d|,\d{1,2}\s\d{1,2}(?!\d)")
_BLANK_BEHIND_POINT = regex(r"(?:[$(]\s?){0,3}\d{1,3}\.\s\d{2,3}\s?\)?")
"""A price that a blank parts: "$ 0. 58", "( 1. 245 )"."""
_SPACED_DIGITS = regex(r"[($\d,.\s)%-]+")
_HAS_DIGIT = regex(r"\d")
_YEAR_TO_NUMBER = regex(r"(?:19|20)\d\d\s{1,4}-")
"""The year of the number behind it: "Issued: 1995 -  16,303,000 shares"."""
_NOUGHTS = frozenset({"000", "000,000", "000000"})
"""What amounts are counted in: "($000)". No figure is printed so."""
_STOPPED_MARKS = ("$.", "($.")
"""A speck behind the mark: "$. 12,000". Before digits alone it may be the point: "$. 12"."""


@lru_cache(maxsize=1 << 11)
def parse_figure(text: str) -> Number | None:
    """The figure that the whole of ``text`` is, or None.

    Takes currency marks, parentheses, brackets and dashes as signs, fractions (``8 1/2``), per cent signs, footnote marks behind
    the figure, and nil marks (``-``, ``--``, ``-0-``, ``nil``: zero, with `Number.dash`). An opening parenthesis without its
    partner is a negative figure too. Blanks, ``N/A`` or a scale (``($000)``) are no figures. What was read last is kept: a cell is asked
    for several times on its way, and the same small figures stand in many.
    """
    stripped = text.strip()
    if not stripped:
        return None
    plain = _PLAIN.fullmatch(stripped)
    if plain:
        return _plain(stripped, *plain.groups())
    if not _HAS_DIGIT.search(stripped) or stripped.replace(" ", "").replace("--", "-") == "-0-":
        return _nil(stripped)
    match = _FIGURE.fullmatch(stripped)
    if match:
        return _figure(stripped, match)
    return _rare(stripped)


def _plain(printed: str, dollar: str | None, opening: str | None, whole: str, part: str | None) -> Number | None:
    if whole in _NOUGHTS:
        return None
    value = Decimal(whole.replace(",", "") + part if part else whole.replace(",", ""))
    return Number(printed, -value if opening else value, len(part) - 1 if part else 0, bool(opening), False, False, dollar or "")


def _nil(stripped: str) -> Number | None:
    match = _NIL.fullmatch(stripped)
    if not match:
        return None
    return Number(stripped, Decimal(0), dash=True, percent=bool(match["percent"]))


def _figure(printed: str, match: re.Match[str]) -> Number | None:
    opening, inner = match["open"], match["inner"]
    closing = match["close"]
    if closing and (match["trailing"] == "-" or not (opening or (inner and inner in "([<{"))):
        return None
    digits = match["digits"].replace(",", "")
    if digits in _NOUGHTS or _YEAR_TO_NUMBER.fullmatch(printed):
        return None
    value = Decimal(digits)
    places = len(digits) - digits.index(".") - 1 if "." in digits else 0
    if match["fraction"]:
        part = _fraction(match["fraction"][1:])
        if part is None:
            return None
        value += part
        places = max(places, _places(part))
    sign = match["sign"]
    negative = bool(opening or inner or match["trailing"] or (sign and sign != "+"))
    return Number(
        printed,
        -value if negative else value,
        places,
        negative,
        percent=bool(match["percent"] or match["percent2"]),
        currency=match["currency"] or "",
    )


def _rare(stripped: str) -> Number | None:
    if stripped.startswith(_STOPPED_MARKS):
        joined = _FIGURE.fullmatch(stripped.replace(".", "", 1))
        return _figure(stripped, joined) if joined and (joined["inner"] or not joined["digits"].isdecimal()) else None
    grouped = _MAY_BE_GROUPED.fullmatch(stripped) is not None
    match = _EUROPEAN.fullmatch(stripped) if grouped else None
    if match:
        digits = match["digits"].replace(".", "").replace(",", ".")
        value = Decimal(digits)
        places = len(digits) - digits.index(".") - 1 if "." in digits else 0
        return Number(stripped, -value if match["open"] else value, places, bool(match["open"]), currency=match["currency"] or "")
    match = _CENTS.fullmatch(stripped) or (_GROUPED.fullmatch(stripped) or _TWO_POINTS.fullmatch(stripped) if grouped else None)
    if match:
        return _unusual(stripped, match)
    match = _BARE_FRACTION.fullmatch(stripped)
    if match:
        part = _fraction(match["fraction"])
        if part is None:
            return None
        negative = bool(match["open"])
        return Number(
            stripped, -part if negative else part, _places(part), negative, percent=bool(match["percent"]), currency=match["currency"] or ""
        )
    if _BLANK_BEHIND_POINT.fullmatch(stripped):
        joined = _FIGURE.fullmatch(stripped.replace(" ", ""))
        return _figure(stripped, joined) if joined else None
    if _STRAY_BLANK.search(stripped) and _SPACED_DIGITS.fullmatch(stripped):
        joined = _FIGURE.fullmatch(stripped.replace(" ", ""))
        if joined and "," in joined["digits"]:
            return _figure(stripped, joined)
    return None


def _unusual(printed: str, match: re.Match[str]) -> Number:
    groups = match.groupdict()
    digits = re.sub(r"[^\d.]|\.(?=.*[.,])", "", match["digits"]).rstrip(".")
    places = len(digits) - digits.index(".") - 1 if "." in digits else 0
    value = Decimal(digits)
    currency = groups.get("currency") or ("¢" if groups.get("mark") or groups.get("first") else "")
    negative = any(groups.get(sign) for sign in ("open", "inner", "behind"))
    return Number(printed, -value if negative else value, places, negative, currency=currency)


def _fraction(text: str) -> Decimal | None:
    top, _, bottom = text.partition("/")
    if not int(bottom) or int(bottom) not in _DENOMINATORS or int(top) >= int(bottom):
        return None
    return Decimal(int(top)) / Decimal(int(bottom))


# Prices and rates were quoted in these; 5/31 is a date.
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64})


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(4, -exponent) if isinstance(exponent, int) and exponent < 0 else 0
