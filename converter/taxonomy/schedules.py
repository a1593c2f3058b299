"""The tags of EX-27 financial data schedules."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from converter.taxonomy.rows import rows


class ScheduleTag(Struct, frozen=True):
    """A tag as an article of Regulation S-X defines it: its ``ex27`` concept, the ``gaap`` concept that means the same ("" where
    none does), and others that filers also put there (``near``)."""

    tag: str
    concept: str
    gaap: str
    near: tuple[str, ...]


class ScheduleTags:
    """All known tags, loaded when first asked for."""

    @cached_property
    def _tags(self) -> dict[tuple[str, str], ScheduleTag]:
        found: dict[tuple[str, str], ScheduleTag] = {}
        for tag, concept, articles, _type, _period, _balance, _label, gaap, also in rows("ex27.csv"):
            near = tuple(f"gaap:{name}" for name in also.split())
            entry = ScheduleTag(tag, f"ex27:{concept}", f"gaap:{gaap}" if gaap else "", near)
            for article in articles.split():
                found[tag, article] = entry
            found.setdefault((tag, ""), entry)
        return found

    def tag(self, tag: str, article: str = "") -> ScheduleTag | None:
        """A tag by its printed name (``PP&E``), in an article (``5``, ``BD``) where that makes a difference; None where unknown."""
        name = tag.upper()
        return self._tags.get((name, article.upper())) or self._tags.get((name, ""))
