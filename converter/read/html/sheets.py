"""What a page's style sheets say of its elements, put into their ``style`` attributes, below what these say themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from lxml import etree
from msgspec import Struct

from converter.read.html.css import Compound, Declaration, Rule, is_for_screens, rules_of
from converter.read.html.styles import READ

_MOST_OF_KEY = 200
"""Selectors that end alike, more than any page needs: the time grows with them."""
_TYPE = "text/css"
_BACKGROUNDS = frozenset({"background", "background-color"})
_Rank: TypeAlias = tuple[bool, int, int, int, int]
"""Of a declaration: important, then how many ids, classes and names its selector has, then where it stands."""
_Kind: TypeAlias = tuple[str, str | None, str | None]
"""An element's name, id and classes: all that a selector asks of one element."""


class _Node(Struct, eq=False):
    """Elements that selectors of the same beginning lead to, and what is said of them."""

    compound: Compound
    above: _Node | None
    directly: bool
    weight: tuple[int, int, int]
    said: dict[str, tuple[_Rank, str]]


def follow_sheets(root: etree._Element) -> None:
    """Gives each element of the page what its sheets say of it. Nothing where there are none; sheets for paper are for paper."""
    texts = [sheet.text for sheet in root.iter("style") if sheet.text and _is_for_screens(sheet)]
    if not texts:
        return
    nodes = _nodes([rule for text in texts for rule in rules_of(text, READ)])
    if nodes:
        _Walk(nodes).walk(root)


def _is_for_screens(sheet: etree._Element) -> bool:
    return (sheet.get("type") or _TYPE).strip().lower() == _TYPE and is_for_screens(sheet.get("media") or "")


def _nodes(rules: Sequence[Rule]) -> list[_Node]:
    """A node for each beginning of a selector. White is not taken for unseen where a ground may be filled that nobody knows of."""
    unsure = any(declaration.name in _BACKGROUNDS for rule in rules if not rule.steps for declaration in rule.declarations)
    known: dict[tuple[_Node | None, bool, Compound], _Node] = {}
    for order, rule in enumerate(rules):
        node: _Node | None = None
        for step in rule.steps:
            key = node, step.directly, step.compound
            found = known.get(key)
            if found is None:
                found = known[key] = _Node(step.compound, node, step.directly, _weight(node, step.compound), {})
            node = found
        if node is not None:
            _say(node, (each for each in rule.declarations if not (unsure and each.name == "color")), order)
    return list(known.values())


def _weight(above: _Node | None, compound: Compound) -> tuple[int, int, int]:
    ids, classes, tags = above.weight if above else (0, 0, 0)
    return ids + bool(compound.id), classes + len(compound.classes), tags + bool(compound.tag)


def _say(node: _Node, declarations: Iterator[Declaration], order: int) -> None:
    for each in declarations:
        rank = (each.important, *node.weight, order)
        if each.name not in node.said or rank >= node.said[each.name][0]:
            node.said[each.name] = rank, each.value


class _Walk:
    """Goes through a page once. A node that others lead on from is open while an element that it leads to is."""

    def __init__(self, nodes: Sequence[_Node]) -> None:
        self._inner = frozenset(node.above for node in nodes if node.above)
        self._by_key: defaultdict[str, list[_Node]] = defaultdict(list)
        for node in nodes:
            self._by_key[_key(node.compound)].append(node)
        for key in [key for key, mine in self._by_key.items() if len(mine) > _MOST_OF_KEY]:
            del self._by_key[key]
        self._asked: dict[_Kind, list[_Node]] = {}
        self._texts: dict[tuple[tuple[_Node, ...], bool], tuple[str, str]] = {}

    def walk(self, root: etree._Element) -> None:
        opened: Counter[_Node] = Counter()
        stack: list[Sequence[_Node]] = [()]
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "end":
                for node in stack.pop():
                    opened[node] -= 1
                continue
            asked = self._asked_of(element)
            found = tuple(node for node in asked if _leads_on(node, opened, stack[-1])) if asked else ()
            if found:
                self._say(element, found)
            inner = [node for node in found if node in self._inner] if self._inner else ()
            for node in inner:
                opened[node] += 1
            stack.append(inner)

    def _asked_of(self, element: etree._Element) -> list[_Node]:
        """The nodes to which an element of its kind may belong."""
        kind = element.tag, element.get("id"), element.get("class")
        if kind not in self._asked:
            self._asked[kind] = list(self._matching(*kind))
        return self._asked[kind]

    def _matching(self, tag: str, name: str | None, said: str | None) -> Iterator[_Node]:
        classes = frozenset((said or "").split())
        for key in (f"#{name}", *sorted(f".{each}" for each in classes), tag, ""):
            for node in self._by_key.get(key, ()):
                asked = node.compound
                if asked.tag in ("", tag) and asked.id in ("", name) and asked.classes <= classes:
                    yield node

    def _say(self, element: etree._Element, found: tuple[_Node, ...]) -> None:
        key = found, not len(element)
        if key not in self._texts:
            self._texts[key] = _text_of(*key)
        below, above = self._texts[key]
        if below or above:
            element.set("style", ";".join(filter(None, (below, element.get("style"), above))))


def _leads_on(node: _Node, opened: Counter[_Node], parent: Sequence[_Node]) -> bool:
    """Whether the node leads to an element of its kind, by what is open around it."""
    return node.above is None or (node.above in parent if node.directly else opened[node.above] > 0)


def _key(compound: Compound) -> str:
    """One thing that an element must have to be meant."""
    if compound.id:
        return f"#{compound.id}"
    return f".{min(compound.classes)}" if compound.classes else compound.tag


def _text_of(nodes: Sequence[_Node], is_leaf: bool) -> tuple[str, str]:
    """What is said of an element: below its own words, and above them. Letters of no size around others hide gaps, not those letters."""
    said: dict[str, tuple[_Rank, str]] = {}
    for node in nodes:
        for name, (rank, value) in node.said.items():
            if (is_leaf or name != "font-size") and (name not in said or rank > said[name][0]):
                said[name] = rank, value
    ordered = sorted(said.items(), key=lambda item: item[1][0])
    below, above = (";".join([f"{name}:{value}" for name, (rank, value) in ordered if rank[0] is important]) for important in (False, True))
    return below, above
