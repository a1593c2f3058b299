"""What the documents of a report's taxonomy declare, all together."""

from __future__ import annotations

from msgspec import Struct, field

from converter.load.linkbase import Arcs
from converter.load.log import Log
from converter.load.names import Names
from converter.load.schema import DIMENSION, HYPERCUBE, ITEM, TUPLE, Declaration, Declarations
from converter.model import CalculationSum, Concept
from converter.taxonomy.dimensions import Dimensions
from converter.taxonomy.namespaces import NAMESPACES

_OURS = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


class Taxonomies(Struct):
    """What the documents of a report's taxonomy declare.

    ``ours`` holds the prefixes of our own taxonomy that are referred to: their concepts come from its tables, not from files.
    ``incomplete`` is set where a document is missing: then an unknown concept is no error of the report's.
    """

    declarations: Declarations = field(default_factory=Declarations)
    arcs: Arcs = field(default_factory=Arcs)
    namespaces: set[str] = field(default_factory=set)
    ours: set[str] = field(default_factory=set)
    incomplete: bool = False
    linkbases: set[str] = field(default_factory=set)
    """The locations of the linkbases."""
    log: Log = field(default_factory=Log)

    def concept(self, namespace: str, local: str, names: Names) -> Concept | None:
        """The concept of a name, under its prefix in this report; None where nothing declares it as an item or dimension."""
        if namespace in _OURS:
            return self._our_concept(namespace, local)
        declaration = self.declarations.elements.get(f"{{{namespace}}}{local}")
        if declaration is None:
            return None
        return self._declared(declaration, f"{names.prefixes.get(namespace, '')}:{local}")

    def _our_concept(self, namespace: str, local: str) -> Concept | None:
        prefix = _OURS[namespace]
        if prefix not in self.ours:
            return None
        from converter.taxonomy import load_taxonomy

        taxonomy = load_taxonomy()
        name = f"{prefix}:{local}"
        return taxonomy.concept(name) or _dimensional(name, taxonomy.dimensions)

    def _declared(self, declaration: Declaration, name: str) -> Concept | None:
        head = self.declarations.head(declaration.name)
        if head not in (ITEM, DIMENSION, HYPERCUBE):
            return None
        kind = self.declarations.base(declaration.type)
        if head == DIMENSION:
            kind = "typedAxis" if declaration.typed else "axis"
        elif head == HYPERCUBE:
            kind = "table"
        facets = self.declarations.bounds(declaration.type)
        if any(facet == "pattern" for facet, _ in facets):
            self.log.say("load.facets", f"The type of {name} restricts its values by a pattern; that is not checked.")
        return Concept(
            name=name,
            type=kind,
            period_type="instant" if declaration.period_type == "instant" else "duration",
            balance="debit" if declaration.balance == "debit" else "credit" if declaration.balance == "credit" else "",
            abstract=declaration.abstract,
            nillable=declaration.nillable,
            values=self.declarations.values(declaration.type),
            facets=tuple((facet, value) for facet, value in facets if facet != "pattern"),
        )

    def is_default(self, axis: str, member: str, names: Names) -> bool:
        """Whether a member, both by QName in the report, is what a dimension means where it is left out (XBRL Dimensions 1.0, 2.7.1)."""
        prefix, _, local = axis.partition(":")
        if prefix in self.ours:
            from converter.taxonomy import load_taxonomy

            members = load_taxonomy().dimensions.members(axis)
            return bool(members) and members[0].name == member
        default = self.arcs.defaults.get(f"{{{names.namespaces.get(prefix, '')}}}{local}")
        return default is not None and _qname(default, names) == member

    def is_tuple(self, namespace: str, local: str) -> bool:
        """Whether an element is a tuple."""
        return self.declarations.head(f"{{{namespace}}}{local}") == TUPLE

    def is_fact(self, name: str) -> bool:
        """Whether an element (Clark name) is declared as an item or a tuple."""
        return self.declarations.head(name) in (ITEM, TUPLE)

    def calculations(self, names: Names) -> tuple[CalculationSum, ...]:
        """All sums of all roles, in the order of role and total."""
        return self.arcs.sums(lambda name: _qname(name, names))


def _dimensional(name: str, dimensions: Dimensions) -> Concept | None:
    """An axis or member of our own taxonomy as a concept."""
    if name in dimensions.axes:
        return Concept(name, "axis", "duration", abstract=True)
    is_member = any(name == member.name for axis in dimensions.axes for member in dimensions.members(axis))
    return Concept(name, "domain", "duration") if is_member else None


def _qname(name: str, names: Names) -> str:
    namespace, _, local = name[1:].partition("}")
    return f"{names.prefixes.get(namespace) or names.prefix(namespace, 'ns')}:{local}"
