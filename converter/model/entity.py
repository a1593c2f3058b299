"""Whom a fact is about."""

from __future__ import annotations

from msgspec import Struct


class Entity(Struct, frozen=True):
    """XBRL 2.1, 4.7.3. ``scheme`` is ``http://www.sec.gov/CIK`` with a ten-digit identifier, or our own."""

    scheme: str
    identifier: str
    name: str = ""
