"""The dimensions of reports: classes of stock, exchanges."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from converter.taxonomy.rows import rows

CLASS_OF_STOCK = "gaap:StatementClassOfStockAxis"
EXCHANGE = "dei:EntityListingsExchangeAxis"


class Member(Struct, frozen=True):
    """A member of an axis. ``words`` are the ways in which filings name it, lower case; ``parent`` is "" for the domain itself."""

    name: str
    parent: str
    label: str
    words: tuple[str, ...]


class Dimensions:
    """Axes and their members, loaded when first asked for."""

    @cached_property
    def _members(self) -> dict[str, tuple[Member, ...]]:
        found: dict[str, list[Member]] = {}
        for axis, member, parent, label, words in rows("dimensions.csv"):
            prefix, _, local = axis.rpartition(":")
            prefix = prefix or "gaap"
            above = f"{prefix}:{parent}" if parent else ""
            said = tuple(words.split("|")) if words else ()
            found.setdefault(f"{prefix}:{local}", []).append(Member(f"{prefix}:{member}", above, label, said))
        return {axis: tuple(members) for axis, members in found.items()}

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], str]:
        return {(axis, words): member.name for axis, members in self._members.items() for member in members for words in member.words}

    @property
    def axes(self) -> tuple[str, ...]:
        return tuple(self._members)

    def members(self, axis: str = CLASS_OF_STOCK) -> tuple[Member, ...]:
        """The members of an axis, its domain first; () for an axis that is not ours."""
        return self._members.get(axis, ())

    def member_named(self, words: str, axis: str = CLASS_OF_STOCK) -> str | None:
        """The QName of the member that a filing's words name, None where no standard member fits exactly."""
        plain = " ".join(re.sub(r"[^a-z0-9-]+", " ", words.lower()).split())
        return self._by_words.get((axis, plain))
