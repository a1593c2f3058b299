"""Rows of a statement of income that are neither money nor shares: per cents without their mark, ratios, counts of people and things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from converter.model import Number
from converter.patterns import regex

Neither = Literal["pure", "times", "untold"]
"""Per cents; how many times one is the other; what has a unit that no statement tells: heads, stores, barrels."""

_PER_CENT = regex(
    r"\b(?:combined|loss(?:es)?|expenses?|claims?|benefits?|efficiency|payout)\s+ratio$|^return\s+on\s+(?:\w+\s+){0,3}(?:assets|equity|capital|sales)\b",
    re.IGNORECASE,
)
_PARTS_OF = regex(r"\W{0,2}(?:%|per\s?cent(?:age)?s?)\s(?:of|to)\b", re.IGNORECASE)
_TIMES = regex(r"\b(?:current|quick)\s+ratio$|\bratio\s+of\s+earnings\s+to\b.{0,30}\bcharges\b", re.IGNORECASE)
_RATIO = regex(r"\bratio\b", re.IGNORECASE)
_NUMBER_OF = regex(r"^\W*(?:(?:average|total|approximate)\s+){0,2}number\s+of\b", re.IGNORECASE)
_OF_STOCK = regex(r"\b(?:shares?|units?|stock|interests?|ads|adss|receipts|securities|warrants|options|certificates)\b", re.IGNORECASE)
_THINGS = regex(
    r"^\W*(?:(?:average|total|full[\s-]time|equivalent)\s+){0,2}"
    r"(?:employees|customers|subscribers|stores|restaurants|(?:share|stock|unit)holders|holders)(?:\s+of\s+record)?(?:\s+at\b.{0,30})?$",
    re.IGNORECASE,
)
_MEASURED = regex(
    r"\b(?:barrels|tons|tonnes|gallons|kilowatt[\s-]?hours|kwh|mwh|square\s+feet|acres|ounces|bushels|mcf|mmcf|bcf|bbls?)\b", re.IGNORECASE
)
_IN_UNITS = regex(
    r"\((?:in\s+)?(?:\$\s?)?(?:(?:thousands|millions|000s?)\s+(?:of\s+)?)?(?:\$?/|per\s+)?(?:net\s+|equivalent\s+|short\s+|metric\s+|m{1,2}\s?|b\s?)?"
    r"(?:[mb]?cfe?|mmcfe?|bbls?|barrels|boe|[km]{0,2}boe|mmbtu|therms?|dth|[kmg]wh|tons?|tonnes?|gallons?|ounces?|oz|pounds?|lbs?|bushels?"
    r"|square\s+f(?:ee|oo)t|acres?|miles?|kilowatt[\s-]?hours?)\b[^()]{0,20}\)",
    re.IGNORECASE,
)
"""A quantity or a price, whose unit the label or heading names: "(MMcf)", "(per Bbl)"."""
_MONEY = regex(r"\b(?:income|earnings|revenues?|expenses?|costs?|taxes|profit|price)\b", re.IGNORECASE)
_HIGHEST_RATIO = 1000
_RATE = regex(
    r"\b(?:rates?|margins?|yields?|spreads?|turnover|coverage)(?:\s?\(\w{1,2}\))?\W*$|\breturn\s+on\b"
    r"|\bto\s+(?:total\s+)?(?:(?:share|stock)holders'?\s+)?(?:equity|capital(?:ization)?|assets|sales)\W*$|^\W*average\s.{0,30}\brates?\b",
    re.IGNORECASE,
)
_RATES = regex(r"\b(?:rates?|ratios?|yields?|margins?|percentages?)\W*$", re.IGNORECASE)
"""Headings of them: "Average rates:"."""
_EFFECT = regex(r"\b(?:effects?|changes?|due|impact)\b", re.IGNORECASE)


def neither(label: str, numbers: Sequence[Number], behind: bool, heading: str = "") -> Neither | None:
    """What such a row is; None for money and shares. ``numbers`` are its figures but for dashes; ``behind`` is whether amounts per share
    stand above: what a statement counts beside money comes last, and "Customers" further up are revenue. ``heading`` is the nearest."""
    if numbers and ("(" in label or "(" in heading) and (_IN_UNITS.search(label) or _IN_UNITS.search(heading)):
        return "untold"
    if not numbers or any(number.currency for number in numbers):
        return None
    if all(number.percent for number in numbers) or _PARTS_OF.match(label):
        return "pure"
    if all(number.places and abs(number.value) < _HIGHEST_RATIO for number in numbers):
        if _PER_CENT.search(label):
            return "pure"
        if _RATIO.search(label):
            return "times" if _TIMES.search(label) else "untold"
        if behind and (_is_rate(label) or _RATES.search(heading)):
            return "untold"
    if _NUMBER_OF.match(label):
        return None if _OF_STOCK.search(label) else "untold"
    return "untold" if behind and (_THINGS.match(label) or (_MEASURED.search(label) and not _MONEY.search(label))) else None


def _is_rate(label: str) -> bool:
    """Rates, margins and the like, which no statement's unit is for; what their changes come to is money."""
    return _RATE.search(label) is not None and _EFFECT.search(label) is None
