"""Element paths as lxml's ``getpath`` writes them, but a whole family at a time: asking for one path after another is quadratic."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

_PLAIN = re.compile(r"[a-z][a-z0-9]*")


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
        base = self.of(parent)
        names = [child.tag for child in parent]
        total = Counter(names)
        seen: Counter[str] = Counter()
        paths = []
        for position, name in enumerate(names, 1):
            seen[name] += 1
            if not isinstance(name, str) or not _PLAIN.fullmatch(name):
                paths.append(f"{base}/*[{position}]")
            else:
                paths.append(f"{base}/{name}[{seen[name]}]" if total[name] > 1 else f"{base}/{name}")
        return paths
