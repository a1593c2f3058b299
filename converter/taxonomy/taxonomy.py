"""The common taxonomy: concepts and what is known about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import cast

from converter.model import Concept
from converter.model.concept import Balance, PeriodType
from converter.taxonomy.dimensions import Dimensions
from converter.taxonomy.namespaces import NAMESPACES
from converter.taxonomy.rows import lines, row, rows
from converter.taxonomy.schedules import ScheduleTag, ScheduleTags
from converter.taxonomy.search import search
from converter.taxonomy.trees import Part, TreeLine, Trees
from converter.version import TAXONOMY_VERSION


class Concepts(Mapping[str, Concept]):
    """Concepts by QName. A row of the table becomes a `Concept` when it is first asked for: start-up pays for what it uses."""

    def __init__(self, table: str) -> None:
        self._lines = {line[: line.index(",")]: line for line in lines(table)}
        self._made: dict[str, Concept] = {}
        self._natures: dict[str, str] = {}

    def __getitem__(self, name: str) -> Concept:
        made = self.known(name)
        if made is None:
            raise KeyError(name)
        return made

    def known(self, name: str) -> Concept | None:
        """What `Mapping.get` gives, without an exception for each name that is none."""
        made = self._made.get(name)
        if made is None and name in self._lines:
            made = self._made[name] = _concept(row(self._lines[name]))
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def nature(self, name: str) -> str:
        """The kind of amount of a concept of this table, "" for any other name. The mapper asks again and again, and needs nothing else of
        most concepts."""
        known = self._natures.get(name)
        if known is None and name in self._lines:
            # It stands before all that may be quoted.
            known = self._natures[name] = self._lines[name].split(",", 6)[5]
        return known or ""


def _concept(fields: list[str]) -> Concept:
    name, type_, balance, period, abstract, _nature, first, last, label, positive = fields
    return Concept(name, type_, cast(PeriodType, period), cast(Balance, balance), abstract == "1", label, positive, first, last)


class Taxonomy:
    """Everything that is known about standard concepts; nothing about filings. Rooms get the one instance from `load_taxonomy`."""

    version = TAXONOMY_VERSION
    namespaces: Mapping[str, str] = NAMESPACES

    def __init__(self) -> None:
        self.concepts = Concepts("concepts.csv")
        """Concepts that can bear facts, by QName."""
        self.dimensions = Dimensions()
        self._trees = Trees()
        self._schedules = ScheduleTags()

    @cached_property
    def headings(self) -> Concepts:
        """Abstract headings of the presentation trees."""
        return Concepts("headings.csv")

    def concept(self, name: str) -> Concept | None:
        """A concept or heading by QName (``gaap:Assets``), None where it is not of this taxonomy."""
        known = self.concepts.known(name)
        if known is not None:
            return known
        return self.headings.known(name) if name.startswith("gaap:") else None

    def nature(self, name: str) -> str:
        """What kind of amount a concept is, "" where it is unknown: one of `NATURES`; it rules signs."""
        return self.concepts.nature(name)

    def in_force(self, name: str, year: int) -> bool:
        """Whether an element existed for reports of a year, as far as the reference knows (open starts: any year)."""
        concept = self.concept(name)
        if concept is None:
            return False
        return not (concept.first_year and year < int(concept.first_year)) and not (concept.last_year and year > int(concept.last_year))

    @property
    def trees(self) -> tuple[str, ...]:
        """Names of the trees: ``balance_sheet-classified``, ``income-bank`` ..."""
        return tuple(self._trees.titles)

    def tree_title(self, tree: str) -> str:
        return self._trees.titles[tree]

    def children(self, concept: str, tree: str) -> tuple[Part, ...]:
        """The parts of a total in a tree (see `Trees.children`); tree ``filers`` holds the sums that filers use."""
        return self._trees.children(concept, tree)

    def totals(self, tree: str) -> tuple[str, ...]:
        """The concepts that have parts in a tree."""
        return self._trees.totals(tree)

    def outline(self, tree: str) -> tuple[TreeLine, ...]:
        """A tree's presentation from top to bottom, headings included."""
        return self._trees.outline(tree)

    def schedule_tag(self, tag: str, article: str = "") -> ScheduleTag | None:
        """What a tag of an EX-27 schedule means in an article; None where unknown."""
        return self._schedules.tag(tag, article)

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Labels beside the standard one, by concept and role: ``total``, ``common`` (as filers print it, lower case)."""
        found: dict[tuple[str, str], list[str]] = {}
        for concept, role, _lang, label in rows("labels.csv"):
            found.setdefault((concept, role), []).append(label)
        return {key: tuple(texts) for key, texts in found.items()}

    def search(self, query: str) -> list[Concept]:
        """Concepts by words of their name or labels, the best first."""
        common = {name: self.labels.get((name, "common"), ()) for name in self.concepts}
        return search(query, self.concepts.values(), common)


NATURES = frozenset(
    [
        "asset",
        "contra_asset",
        "liability",
        "contra_liability",
        "equity",
        "contra_equity",
        "deficit",
        "total_credit",
        "amount",
        "revenue",
        "expense",
        "capitalized",
        "income",
        "gain_loss",
        "loss",
        "tax",
        "minority_share",
        "oci",
        "oci_loss",
        "oci_tax",
        "oci_reclass",
        "inflow",
        "outflow",
        "net_cash",
        "net_inflow",
        "net_outflow",
        "increase_asset",
        "increase_liability",
        "reconciling",
        "income_item",
        "noncash",
        "distribution",
        "equity_increase",
        "equity_decrease",
        "change",
        "per_share",
        "shares",
        "ratio",
        "count",
        "text",
        "heading",
    ]
)
"""Natures of concepts; docs/taxonomy.md says what each means for the sign."""


@lru_cache(maxsize=1)
def load_taxonomy() -> Taxonomy:
    """The taxonomy that this distribution ships; loaded once a process, its rarer tables when first used."""
    return Taxonomy()
