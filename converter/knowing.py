"""What a person knows better than a filing says, checked: the command and the Python API take the same.

Each function takes what was given and gives what the rooms take, or raises ValueError with a sentence that says what would do."""

from __future__ import annotations

from datetime import date, datetime

from converter.grammar.currencies import currency_codes

SCALES = {"units": 0, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
_GREATEST_SCALE = 12


def cik_of(given: str | int) -> str:
    """Up to ten digits; a number has lost its leading zeros, which are none of its meaning."""
    text = str(given)
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise ValueError(f"{given} is no CIK: give up to ten digits")
    return text


def day_of(given: str | date) -> date:
    """A date, or one as text (ISO 8601)."""
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError(f"{given} is no day: write it as 1997-12-31") from None


def month_day_of(given: str | tuple[int, int]) -> tuple[int, int]:
    """Month and day, or both as text: ``12-31``."""
    text = given if isinstance(given, str) else "-".join(map(str, given))
    try:
        day = datetime.strptime(f"2000-{text}", "%Y-%m-%d")
    except ValueError:
        raise ValueError(f"{text} is no month and day: write it as 12-31") from None
    return day.month, day.day


def scale_of(given: str | int) -> int:
    """A power of ten, or its word: 3 or ``thousands``."""
    if isinstance(given, int):
        if not 0 <= given <= _GREATEST_SCALE:
            raise ValueError(f"{given} is no scale: give the power of ten, as 3 for thousands")
        return given
    if given.lower() not in SCALES:
        raise ValueError(f"{given} is no scale: give one of {', '.join(SCALES)}")
    return SCALES[given.lower()]


def currency_of(given: str) -> str:
    """A code of ISO 4217, also one of the past."""
    if given.upper() not in currency_codes():
        raise ValueError(f"{given} is no currency's code: give three letters of ISO 4217, as USD or DEM")
    return given.upper()


def encoding_of(given: str) -> str:
    """A text encoding that Python knows."""
    try:
        "".encode(given)
    except (LookupError, ValueError):
        raise ValueError(f"Python knows no encoding {given}") from None
    return given


def confidence_of(given: float) -> float:
    """From 0 to 1."""
    if not 0 <= given <= 1:
        raise ValueError(f"{given} is no confidence: give a number from 0 to 1")
    return given
