"""Element paths as lxml's ``getpath`` writes them, but a whole family at a time: asking for one path after another is quadratic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from converter.patterns import regex

_PLAIN = regex(r"[a-z][a-z0-9]*")


class Paths:
    """Paths of the elements of one tree; those once computed are kept."""

    def __init__(self, root: etree._Element) -> None:
        self._known: dict[etree._Element, str] = {root: f"/{root.tag}"}

    def of(self, element: etree._Element) -> str:
        """The path of ``element`` from the root; following it by XPath leads to this element alone."""
        known = self._known
        chain = []
        while element not in known:
            chain.append(element)
            parent = element.getparent()
            if parent is None:
                return f"/{element.tag}"
            element = parent
        for child in reversed(chain):
            known.update(zip(element, self.of_children(element), strict=True))
            element = child
        return known[element]

    def of_children(self, parent: etree._Element) -> list[str]:
        """The paths of all children of ``parent``, in order. A number is left out where a name stands once; an element whose name
        is no plain word (``ix:nonfraction``) is ``*[n]``."""
        names = [child.tag for child in parent]
        step = self.step_to(parent, names)
        return [f"{step}[{position}]" for position in range(1, len(names) + 1)] if step else self.of_mixed(parent, names)

    def of_mixed(self, parent: etree._Element, names: Sequence[str]) -> list[str]:
        """The same for children of several ``names``, or of a single one."""
        return list(_mixed(self.of(parent), names))

    def step_to(self, parent: etree._Element, names: Sequence[str]) -> str:
        """What the paths of the children begin with, up to their number, where all of several have one ``name``; else ""."""
        one = len(names) > 1 and len(set(names)) == 1 and _PLAIN.fullmatch(names[0])
        return f"{self.of(parent)}/{names[0]}" if one else ""


def _mixed(base: str, names: Sequence[str]) -> Iterator[str]:
    total, seen = Counter(names), Counter[str]()
    for position, name in enumerate(names, 1):
        seen[name] += 1
        if not _PLAIN.fullmatch(name):
            yield f"{base}/*[{position}]"
        else:
            yield f"{base}/{name}[{seen[name]}]" if total[name] > 1 else f"{base}/{name}"
