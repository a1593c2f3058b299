"""Trees by industry: how concepts add up, and in which order statements show them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from msgspec import Struct

from converter.taxonomy.rows import rows

SHORTCUTS = "filers"
"""The tree of sums that filers of any industry use, shortcuts included; it counts some things twice and is no entry point."""


class Part(Struct, frozen=True):
    """A summand: the other end of an arc, its weight (1 or -1), and how many filers use the arc (0 where the official tree has it)."""

    concept: str
    weight: int
    filers: int = 0


class TreeLine(Struct, frozen=True):
    """A line of a presentation. ``preferred`` is "", "totalLabel" or "periodEndLabel"; roots have depth 0."""

    concept: str
    parent: str
    depth: int
    preferred: str


class Trees:
    """Calculation and presentation trees, loaded when first asked for."""

    @cached_property
    def titles(self) -> dict[str, str]:
        """Title by tree, in the order of statements. A tree is named ``statement-industry`` (``income-bank``)."""
        return dict(rows("trees.csv"))

    @cached_property
    def _down(self) -> dict[str, dict[str, list[Part]]]:
        found: dict[str, dict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
        for tree, parent, child, weight, filers in rows("calculations.csv"):
            found[tree][parent].append(Part(child, int(weight), int(filers or 0)))
        return found

    @cached_property
    def _outlines(self) -> dict[str, tuple[TreeLine, ...]]:
        found: dict[str, list[TreeLine]] = defaultdict(list)
        depths: dict[tuple[str, str], int] = {}
        for tree, parent, child, preferred in rows("presentation.csv"):
            depth = depths[tree, parent] + 1 if parent else 0
            depths[tree, child] = depth
            found[tree].append(TreeLine(child, parent, depth, preferred))
        return {tree: tuple(outline) for tree, outline in found.items()}

    def children(self, concept: str, tree: str) -> tuple[Part, ...]:
        """The parts of a total in one tree, in printed order."""
        return tuple(self._down.get(tree, {}).get(concept, ()))

    def totals(self, tree: str) -> tuple[str, ...]:
        """The concepts of a tree that have parts."""
        return tuple(self._down.get(tree, ()))

    def outline(self, tree: str) -> tuple[TreeLine, ...]:
        """The presentation of a tree from top to bottom."""
        return self._outlines.get(tree, ())
