"""A figure as it is printed."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Number(Struct, frozen=True):
    """A printed figure: ``"$(4,617)"`` is printed, -4617 is its value; nothing is scaled yet.

    ``value`` carries the printed sign marks (parentheses, minus, angle brackets); a dash or "nil" is 0 with ``dash`` set.
    ``places`` counts the digits after the decimal point (a fraction such as ``8 1/2`` is 8.5 with one place).
    ``percent`` is set where a per cent sign belongs to the figure. ``currency`` is the currency mark printed with it, or "".
    """

    printed: str
    value: Decimal
    places: int = 0
    negative: bool = False
    dash: bool = False
    percent: bool = False
    currency: str = ""
