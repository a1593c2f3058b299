"""Units of numeric facts."""

from __future__ import annotations

from msgspec import Struct


class Unit(Struct, frozen=True):
    """``numerator`` and ``denominator`` are measures such as ``iso4217:USD``, ``xbrli:shares``, ``xbrli:pure``."""

    numerator: str
    denominator: str = ""

    def oim(self) -> str:
        """The unit in xBRL-JSON's string form; empty for pure numbers, which bear no unit there."""
        if self == PURE:
            return ""
        return f"{self.numerator}/{self.denominator}" if self.denominator else self.numerator


USD = Unit("iso4217:USD")
SHARES = Unit("xbrli:shares")
PURE = Unit("xbrli:pure")


def currency_unit(code: str) -> Unit:
    """The unit of an ISO 4217 code such as ``DEM``."""
    return Unit(f"iso4217:{code}")


def per_share(currency: Unit) -> Unit:
    """Currency per share."""
    return Unit(currency.numerator, SHARES.numerator)
