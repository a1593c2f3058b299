"""Figures -> values in full units (conventions.md, Values)."""

from __future__ import annotations

from decimal import Decimal

from converter.model import Figure, Number


def amount(number: Number, scale: int) -> Decimal:
    """The number in full units, printed sign kept."""
    return number.value.scaleb(scale) if scale else number.value


def decimals_of(number: Number, scale: int) -> int:
    """What the printed digits allow: 1,234.5 in thousands -2, $.11 2."""
    return number.places - scale


def as_text(value: Decimal) -> str:
    """Decimal text without exponent; never minus nought."""
    return f"{value:f}" if value else "0"


def live_amount(figure: Figure) -> Decimal | None:
    """The figure in full units, None where its scale is not known or it is no fact."""
    return None if figure.scale is None or figure.ignored else amount(figure.number, figure.scale)
