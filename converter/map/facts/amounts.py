"""Figures -> values in full units (conventions.md, Values)."""

from __future__ import annotations

from decimal import Decimal

from converter.model import Number


def amount(number: Number, scale: int) -> Decimal:
    """The number in full units, printed sign kept."""
    return number.value.scaleb(scale) if scale else number.value


def decimals_of(number: Number, scale: int) -> int:
    """What the printed digits allow: 1,234.5 in thousands -2, $.11 2."""
    return number.places - scale


def as_text(value: Decimal) -> str:
    """Decimal text without exponent; never minus nought."""
    return f"{value:f}" if value else "0"


def power_of_ten(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts have the same digits at scales a thousand or a million apart."""
    low, high = sorted((abs(one), abs(other)))
    return bool(low) and high / low in (Decimal(1_000), Decimal(1_000_000))
