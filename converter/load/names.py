"""Prefixes: a namespace has one prefix in a report, and ours have always the same one."""

from __future__ import annotations

from converter.taxonomy.namespaces import NAMESPACES, PROPERTIES

XBRLI = "http://www.xbrl.org/2003/instance"
ISO4217 = "http://www.xbrl.org/2003/iso4217"
OIM = "https://xbrl.org/2021"

STANDARD = {namespace: prefix for prefix, namespace in NAMESPACES.items()} | {
    XBRLI: "xbrli",
    ISO4217: "iso4217",
    OIM: "xbrl",
    PROPERTIES: "f2x",
}


class Names:
    """Gives each namespace its prefix: ours and the specification's the standard one, others the first that was seen for them."""

    def __init__(self) -> None:
        self.prefixes: dict[str, str] = dict(STANDARD)
        self.namespaces: dict[str, str] = {prefix: namespace for namespace, prefix in STANDARD.items()}
        self._used: dict[str, str] = {}

    def prefix(self, namespace: str, wish: str) -> str:
        """The prefix of a namespace; ``wish`` is what the document calls it."""
        prefix = self.prefixes.get(namespace)
        if prefix is None:
            prefix = self._free(wish or "ns")
            self.prefixes[namespace] = prefix
            self.namespaces[prefix] = namespace
        self._used[prefix] = namespace
        return prefix

    def _free(self, wish: str) -> str:
        prefix, number = wish, 1
        while prefix in self.namespaces:
            number += 1
            prefix = f"{wish}{number}"
        return prefix

    def used(self) -> dict[str, str]:
        """Prefix to namespace of all that were asked for."""
        return dict(sorted(self._used.items()))
