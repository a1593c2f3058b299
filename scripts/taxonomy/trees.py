"""Builds the trees of calculations and presentations by industry from the official linkbases and the hand-made arcs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch

from reference import HAND_MADE, Reference, local, rows

LEAST_FILERS_OF_SHORTCUT = 2
SHORTCUTS = "filers"
"""The tree of arcs that filers use in statements of any industry: knowledge for the mapper, no entry point."""


@dataclass(frozen=True)
class Plan:
    """A tree: its presentation role and the calculation role from which its arcs are taken."""

    name: str
    presentation: str
    calculation: str
    title: str


PLANS = (
    Plan("balance_sheet-classified", "sfp-cls", "sfp-cls", "Balance sheet, classified"),
    Plan("balance_sheet-bank", "sfp-dbo", "sfp-dbo", "Balance sheet of banks and thrifts"),
    Plan("balance_sheet-insurance", "sfp-ibo", "sfp-dbo", "Balance sheet of insurers"),
    Plan("balance_sheet-broker", "sfp-sbo", "sfp-dbo", "Balance sheet of brokers and dealers"),
    Plan("balance_sheet-reit", "sfp-ucreo", "sfp-dbo", "Balance sheet of real estate investment trusts"),
    Plan("balance_sheet-utility", "sfp-cls", "sfp-cls", "Balance sheet of utilities"),
    Plan("income-industrial", "soi", "soi", "Income statement with gross margin"),
    Plan("income-nature", "soi-egm", "soi", "Income statement, costs by nature"),
    Plan("income-bank", "soi-int", "soi", "Income statement of banks and thrifts"),
    Plan("income-insurance", "soi-ins", "soi", "Income statement of insurers"),
    Plan("income-broker", "soi-sbi", "soi", "Income statement of brokers and dealers"),
    Plan("income-reit", "soi-reit", "soi", "Income statement of real estate investment trusts"),
    Plan("income-utility", "soi-egm", "soi", "Income statement of utilities"),
    Plan("comprehensive", "soc", "soc", "Statement of comprehensive income"),
    Plan("cashflow-indirect", "scf-indir", "scf-indir", "Cash flow statement, indirect method"),
    Plan("cashflow-direct", "scf-dir", "scf-dir", "Cash flow statement, operating part by the direct method"),
    Plan("cashflow-bank", "scf-dbo", "scf-indir", "Cash flow statement of banks and thrifts"),
    Plan("cashflow-insurance", "scf-inv", "scf-indir", "Cash flow statement of insurers"),
    Plan("cashflow-broker", "scf-sbo", "scf-indir", "Cash flow statement of brokers and dealers"),
    Plan("cashflow-reit", "scf-re", "scf-indir", "Cash flow statement of real estate companies"),
    Plan("equity", "sheci", "sheci", "Statement of changes in equity"),
)


@dataclass
class Outline:
    """An ordered forest: children by parent, "" holding the roots."""

    children: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def lines(self, parent: str = "") -> Iterator[tuple[str, str, str]]:
        """Parent, child, preferred label, in the order of reading."""
        for child, preferred in self.children.get(parent, []):
            yield parent, child, preferred
            yield from self.lines(child)

    def parent_of(self, name: str) -> str | None:
        return next((parent for parent, kids in self.children.items() if any(kid == name for kid, _ in kids)), None)

    def insert(self, name: str, after: str, before: str) -> None:
        """Puts an item behind one sibling, or else in front of another, or else at the end."""
        parent = self.parent_of(after) if after else self.parent_of(before)
        kids = self.children[parent or ""]
        place = [kid for kid, _ in kids]
        at = place.index(after) + 1 if after in place else place.index(before) if before in place else len(kids)
        kids.insert(at, (name, ""))


def hand_arcs(tree: str) -> list[dict[str, str]]:
    """The arcs of arcs.csv for a tree, one child each: what the official linkbases of today no longer have."""
    chosen = [row for row in rows(HAND_MADE / "arcs.csv", ",") if any(fnmatch(tree, form) for form in row["tree"].split())]
    return [{**row, "child": child} for row in chosen for child in row["children"].split()]


def presentation(reference: Reference, plan: Plan, wanted: set[str]) -> Outline:
    """The official presentation without the items that are not in the tables, with the hand-made ones put in."""
    arcs: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for row in reference.table("pres_arcs.tsv"):
        if row["role"] == plan.presentation:
            arcs[local(row["parent"])].append((float(row["order"]), local(row["child"]), row["preferred_label"]))
    outline = Outline()
    all_children = {child for kids in arcs.values() for _, child, _ in kids}
    seen: set[str] = set()
    for root in [name for name in arcs if name not in all_children]:
        _copy(root, "", "", arcs, wanted, reference, outline, seen)
    for row in hand_arcs(plan.name):
        if row["child"] not in seen:
            outline.insert(row["child"], row["after"], row["parent"])
            seen.add(row["child"])
    _drop_empty_headings(outline, wanted)
    return outline


def _copy(
    name: str,
    preferred: str,
    parent: str,
    arcs: dict[str, list[tuple[float, str, str]]],
    wanted: set[str],
    reference: Reference,
    outline: Outline,
    seen: set[str],
) -> None:
    """Copies a branch; an item that is not kept hands its children up."""
    if name in seen:
        return
    keep = name in wanted or reference.others.get(name, {}).get("type") == "abstract"
    if keep:
        seen.add(name)
        outline.children[parent].append((name, preferred))
    for _, child, label in sorted(arcs.get(name, []), key=lambda arc: arc[0]):
        _copy(child, label, name if keep else parent, arcs, wanted, reference, outline, seen)


def _drop_empty_headings(outline: Outline, wanted: set[str]) -> None:
    """Takes out headings under which nothing is left."""
    changed = True
    while changed:
        changed = False
        for parent, kids in list(outline.children.items()):
            kept = [(kid, label) for kid, label in kids if kid in wanted or outline.children.get(kid)]
            if len(kept) != len(kids):
                outline.children[parent] = kept
                changed = True


Arc = tuple[str, str, int]


def calculation(reference: Reference, plan: Plan, wanted: set[str], present: set[str], fits: Callable[[str, str, int], bool]) -> list[Arc]:
    """Arcs among the items of the tree; an item that is missing hands its parts to its parent with the product of the weights."""
    arcs: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in reference.table("calc_arcs.tsv"):
        if row["role"] == plan.calculation:
            arcs[local(row["parent"])].append((local(row["child"]), int(float(row["weight"]))))
    for row in hand_arcs(plan.name):
        if row["weight"]:
            arcs[row["parent"]].append((row["child"], int(row["weight"])))
    found: dict[tuple[str, str], int] = {}
    for parent in sorted(arcs):
        if parent in present:
            for child, weight in _parts(parent, 1, arcs, wanted & present, frozenset([parent])):
                if child != parent and fits(parent, child, weight):
                    found.setdefault((parent, child), weight)
    return without_double_counting([(parent, child, weight) for (parent, child), weight in found.items()])


def _parts(
    name: str, weight: int, arcs: dict[str, list[tuple[str, int]]], keep: set[str], path: frozenset[str]
) -> Iterator[tuple[str, int]]:
    for child, sign in arcs.get(name, []):
        if child in keep:
            yield child, weight * sign
        elif child not in path:
            yield from _parts(child, weight * sign, arcs, keep, path | {child})


def without_double_counting(arcs: list[Arc]) -> list[Arc]:
    """Drops an arc whose child is reached by a longer way too, and an arc that closes a circle."""
    below: dict[str, set[str]] = defaultdict(set)
    for parent, child, _ in arcs:
        below[parent].add(child)
    kept = [arc for arc in arcs if not _reached(arc[0], arc[1], below) and not _is_below(arc[0], arc[1], below)]
    return sorted(kept)


def _reached(parent: str, child: str, below: dict[str, set[str]]) -> bool:
    return any(_is_below(child, other, below) for other in below[parent] if other != child)


def _is_below(name: str, top: str, below: dict[str, set[str]]) -> bool:
    open_, seen = [top], {top}
    while open_:
        for child in below.get(open_.pop(), ()):
            if child == name:
                return True
            if child not in seen:
                seen.add(child)
                open_.append(child)
    return False


def shortcuts(reference: Reference, wanted: set[str], fits: Callable[[str, str, int], bool]) -> list[tuple[str, str, int, int]]:
    """Arcs that filers use in their statements, with the number of filers; 0 for those of old that were put in by hand."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for row in reference.table("calc_arcs_by_filers.tsv"):
        parent, child, weight, filers = local(row["parent"]), local(row["child"]), int(float(row["weight"])), int(row["filers_statement"])
        if parent in wanted and child in wanted and filers >= LEAST_FILERS_OF_SHORTCUT and fits(parent, child, weight):
            found.setdefault((parent, child), (weight, filers))
    for row in hand_arcs(SHORTCUTS):
        found.setdefault((row["parent"], row["child"]), (int(row["weight"]), 0))
    return sorted((parent, child, weight, filers) for (parent, child), (weight, filers) in found.items())
