"""Others' schemas: element declarations and the derivation of their types (XBRL 2.1, 5.1.1)."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from converter.load.names import XBRLI
from converter.load.xml import expand

XS = "http://www.w3.org/2001/XMLSchema"
XBRLDT = "http://xbrl.org/2005/xbrldt"
XLINK = "http://www.w3.org/1999/xlink"
LINK = "http://www.xbrl.org/2003/linkbase"

ITEM, TUPLE = f"{{{XBRLI}}}item", f"{{{XBRLI}}}tuple"
DIMENSION, HYPERCUBE = f"{{{XBRLDT}}}dimensionItem", f"{{{XBRLDT}}}hypercubeItem"
_HEADS = frozenset({ITEM, TUPLE, DIMENSION, HYPERCUBE})
_DEEPEST = 50
_FACETS = frozenset(
    f"{{{XS}}}{name}"
    for name in (
        *("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "totalDigits", "fractionDigits"),
        *("length", "minLength", "maxLength", "pattern"),
    )
)


class Declaration(Struct, frozen=True):
    """A global element of a schema; names in Clark notation, "" where the schema does not say."""

    name: str
    type: str
    head: str
    """Its substitution group."""
    period_type: str
    balance: str
    abstract: bool
    nillable: bool
    typed: bool
    """A typed dimension (XBRL Dimensions 1.0, 2.5.2)."""


class Declarations(Struct):
    """All that the schemas of a report declare."""

    elements: dict[str, Declaration] = field(default_factory=dict)
    by_id: dict[tuple[str, str], str] = field(default_factory=dict)
    """(location of the schema, id) to the element's name."""
    bases: dict[str, str] = field(default_factory=dict)
    """A type to the type that it is derived from."""
    enumerations: dict[str, frozenset[str]] = field(default_factory=dict)
    """A type to the only values that it lists."""
    facets: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """A type to the facets that it adds: (name, value)."""
    roles: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    """Elements and ids that are declared again in their schema."""
    ids: set[tuple[str, str]] = field(default_factory=set)
    """(location of the schema, id) of everything that has one."""

    def head(self, name: str) -> str:
        """The specification's substitution group that an element belongs to in the end, or ""."""
        for _ in range(_DEEPEST):
            if name in _HEADS:
                return name
            declaration = self.elements.get(name)
            if declaration is None or not declaration.head:
                return ""
            name = declaration.head
        return ""

    def values(self, type_name: str) -> frozenset[str]:
        """The only values of a type: those of the nearest type in its derivation that lists any."""
        for _ in range(_DEEPEST):
            if type_name in self.enumerations or type_name not in self.bases:
                return self.enumerations.get(type_name, frozenset())
            type_name = self.bases[type_name]
        return frozenset()

    def bounds(self, type_name: str) -> tuple[tuple[str, str], ...]:
        """All facets of a type, its own and those of what it is derived from."""
        found: list[tuple[str, str]] = []
        for _ in range(_DEEPEST):
            found += self.facets.get(type_name, _standard_facets(type_name))
            if type_name not in self.bases:
                break
            type_name = self.bases[type_name]
        return tuple(found)

    def base(self, type_name: str) -> str:
        """The specification's type that a type is derived from in the end, as its local name without ``ItemType``."""
        for _ in range(_DEEPEST):
            known = _standard_type(type_name)
            if known:
                return known
            if type_name not in self.bases:
                return ""
            type_name = self.bases[type_name]
        return ""


_DTR = ("http://www.xbrl.org/dtr/type/", "https://www.xbrl.org/dtr/type/")
_DTR_NUMBERS = {
    "perShareItemType": "perShare",
    "percentItemType": "percent",
    "noDecimalsMonetaryItemType": "monetary",
    "nonNegativeMonetaryItemType": "monetary",
    "nonNegativeNoDecimalsMonetaryItemType": "monetary",
}
_DTR_TEXTS = frozenset(
    (
        "escapedItemType",
        "xmlItemType",
        "xmlNodesItemType",
        "textBlockItemType",
        "nonemptyURIItemType",
        "guidanceItemType",
        "SQNameItemType",
        "SQNamesItemType",
        "prefixedContentItemType",
        "noLangStringItemType",
        "noLangTokenItemType",
        "gYearListItemType",
    )
)


_DTR_FACETS = {
    "noDecimalsMonetaryItemType": (("fractionDigits", "0"),),
    "nonNegativeMonetaryItemType": (("minInclusive", "0"),),
    "nonNegativeNoDecimalsMonetaryItemType": (("minInclusive", "0"), ("fractionDigits", "0")),
}


def _standard_facets(type_name: str) -> tuple[tuple[str, str], ...]:
    namespace, _, local = type_name[1:].partition("}")
    return _DTR_FACETS.get(local, ()) if namespace.startswith(_DTR) else ()


def _standard_type(type_name: str) -> str:
    namespace, _, local = type_name[1:].partition("}")
    if namespace == XBRLI and local.endswith("ItemType"):
        return local.removesuffix("ItemType")
    if not namespace.startswith(_DTR) or not local.endswith("ItemType"):
        return ""
    if local == "domainItemType":
        return "domain"
    return "string" if local in _DTR_TEXTS else _DTR_NUMBERS.get(local, "decimal")


def read_schema(root: etree._Element, location: str, into: Declarations) -> str:
    """Takes up a schema's declarations; gives its target namespace."""
    target = root.get("targetNamespace", "")
    names: set[str | None] = set()
    for child in root:
        tag = child.tag
        if tag == f"{{{XS}}}element":
            _element(child, target, location, into)
            if child.get("name") in names:
                into.twice.append(f"{{{target}}}{child.get('name')}")
            names.add(child.get("name"))
        elif tag in (f"{{{XS}}}complexType", f"{{{XS}}}simpleType") and child.get("name"):
            _type(child, f"{{{target}}}{child.get('name')}", into)
    for each in root.iterfind(".//*[@id]"):
        key = location, each.get("id", "")
        if key in into.ids:
            into.twice.append(key[1])
        into.ids.add(key)
    for role in root.iter(f"{{{LINK}}}roleType"):
        into.roles.add(role.get("roleURI", ""))
    return target


def _element(element: etree._Element, target: str, location: str, into: Declarations) -> None:
    local = element.get("name")
    if local is None:
        return
    name = f"{{{target}}}{local}"
    type_name = expand(element, element.get("type", "")) or ""
    inline = element.find(f"{{{XS}}}complexType")
    if not element.get("type") and inline is not None:
        type_name = f"{name}#type"
        _type(inline, type_name, into)
    into.elements[name] = Declaration(
        name=name,
        type=type_name,
        head=expand(element, element.get("substitutionGroup", "")) or "",
        period_type=element.get(f"{{{XBRLI}}}periodType", ""),
        balance=element.get(f"{{{XBRLI}}}balance", ""),
        abstract=element.get("abstract") in ("true", "1"),
        nillable=element.get("nillable") in ("true", "1"),
        typed=element.get(f"{{{XBRLDT}}}typedDomainRef") is not None,
    )
    if element.get("id"):
        into.by_id[(location, element.get("id", ""))] = name


def _type(element: etree._Element, name: str, into: Declarations) -> None:
    for derivation in element.iter(f"{{{XS}}}restriction", f"{{{XS}}}extension"):
        base = expand(derivation, derivation.get("base", ""))
        listed = frozenset(value.get("value", "") for value in derivation.iterchildren(f"{{{XS}}}enumeration"))
        if listed:
            into.enumerations[name] = listed
        facets = [(child.tag, child.get("value", "")) for child in derivation if isinstance(child.tag, str)]
        known = tuple((tag.partition("}")[2], value) for tag, value in facets if tag in _FACETS)
        if known:
            into.facets[name] = known
        if base:
            into.bases[name] = base
        return
