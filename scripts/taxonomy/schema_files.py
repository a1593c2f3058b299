"""Layouts of the taxonomy's schemas and linkbases: which elements, labels and arcs stand in which file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from converter.model import Concept
from converter.taxonomy import CLASS_OF_STOCK, ENTRY_POINT, EXCHANGE, NAMESPACES, TAXONOMY_BASE, load_taxonomy
from converter.version import TAXONOMY_VERSION
from converter.write.render import render

TREES = f"{TAXONOMY_VERSION}-trees"

PUBLISHED = TAXONOMY_BASE.removesuffix(f"{TAXONOMY_VERSION}/")
NOTICE = (
    "Element names, labels and properties of gaap and dei are those of the us-gaap and dei taxonomies: "
    "(c) Financial Accounting Foundation and XBRL US, see NOTICE; the SEC's dei taxonomy is a work of the US government."
)
TYPES = {"perShare": "dtr:perShareItemType", "percent": "dtr:percentItemType", "domain": "dtr:domainItemType"}
"""Types of the Data Type Registry; all others are XBRL 2.1's own."""


GAAP_LABELS = f"gaap-{TAXONOMY_VERSION}_lab.xml"
LABEL_ROLES = ("total", "periodStart", "periodEnd")


@dataclass(frozen=True)
class Element:
    """The declaration of a concept, axis or member (XBRL 2.1, 5.1.1; Dimensions 1.0, 2.5)."""

    name: str
    type: str
    period_type: str
    balance: str = ""
    abstract: bool = False
    group: str = "xbrli:item"


@dataclass(frozen=True)
class Role:
    """A ``link:roleType``."""

    id: str
    uri: str
    definition: str
    used_on: tuple[str, ...]


DIMENSIONS = {
    "gaap": Role("ClassOfStock", f"{TAXONOMY_BASE}role/ClassOfStock", "0001 - Disclosure - Classes of stock", ("definitionLink",)),
    "dei": Role("Exchange", f"{TAXONOMY_BASE}role/Exchange", "0002 - Disclosure - Exchanges", ("definitionLink",)),
}
"""By the prefix of the axes."""
AXIS_LABELS = {CLASS_OF_STOCK: "Class of Stock [Axis]", EXCHANGE: "Entity Listings, Exchange [Axis]"}


def text(template: str, **layout: Any) -> bytes:
    return b"".join(render(template, {"notice": NOTICE, **layout}))


def local(qname: str) -> str:
    return qname.partition(":")[2]


def ident(qname: str) -> str:
    return qname.replace(":", "_")


def href(qname: str, folder: str = "") -> str:
    return f"{folder}{qname.partition(':')[0]}-{TAXONOMY_VERSION}.xsd#{ident(qname)}"


def element(concept: Concept) -> Element:
    kind = TYPES.get(concept.type, f"xbrli:{concept.type}ItemType")
    return Element(local(concept.name), kind, concept.period_type, concept.balance, concept.abstract)


def axes(prefix: str) -> list[str]:
    return [axis for axis in load_taxonomy().dimensions.axes if axis.startswith(f"{prefix}:")]


def dimension_elements(prefix: str) -> Iterator[Element]:
    dimensions = load_taxonomy().dimensions
    for axis in axes(prefix):
        yield Element(local(axis), "xbrli:stringItemType", "duration", abstract=True, group="xbrldt:dimensionItem")
        for member in dimensions.members(axis):
            yield Element(local(member.name), TYPES["domain"], "duration", abstract=True)


def elements(prefix: str) -> list[Element]:
    taxonomy = load_taxonomy()
    found = [element(concept) for name, concept in taxonomy.concepts.items() if name.startswith(f"{prefix}:")]
    if prefix == "gaap":
        found += map(element, taxonomy.headings.values())
    found += dimension_elements(prefix)
    return sorted(found, key=lambda each: each.name)


def labels(prefix: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Standard and total labels of the concepts with a prefix, of axes and members."""
    taxonomy = load_taxonomy()
    found: dict[str, list[tuple[str, str]]] = {}
    for name, concept in taxonomy.concepts.items():
        if name.startswith(f"{prefix}:"):
            others = [(f"{role}Label", each) for role in LABEL_ROLES for each in taxonomy.labels.get((name, role), ())]
            found[name] = [("label", concept.label), *others]
    for axis in axes(prefix):
        found[axis] = [("label", AXIS_LABELS[axis])]
        found.update({member.name: [("label", member.label)] for member in taxonomy.dimensions.members(axis)})
    return [(href(name), found[name]) for name in sorted(found)]


def meanings() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a positive value means, as documentation (XBRL 2.1, 5.2.2.2.2)."""
    concepts = load_taxonomy().concepts
    return [(href(name), [("documentation", f"Positive: {each.positive}.")]) for name, each in sorted(concepts.items()) if each.positive]


def common_files() -> dict[str, bytes]:
    """What reports refer to. The many labels of ``gaap`` come with the entry point alone: a report brings its own for what it presents,
    and every processor would pay for two thousand more (Arelle 0.6 s a report)."""
    files: dict[str, bytes] = {}
    for prefix, namespace in NAMESPACES.items():
        stem = f"{prefix}-{TAXONOMY_VERSION}"
        linkbases = [("label", f"{stem}_lab.xml")]
        roles = []
        if prefix == "gaap":
            linkbases.clear()
        if prefix in DIMENSIONS:
            linkbases.append(("definition", f"{stem}_def.xml"))
            roles.append(DIMENSIONS[prefix])
            files[f"{stem}_def.xml"] = dimension_linkbase(prefix, f"{stem}.xsd")
        files[f"{stem}.xsd"] = schema(namespace, prefix, elements(prefix), linkbases, roles)
        files[f"{stem}_lab.xml"] = text("taxonomy_lab.xml.j2", concepts=labels(prefix))
    documentation = f"f2x-{TAXONOMY_VERSION}_doc.xml"
    imports = [(uri, f"{prefix}-{TAXONOMY_VERSION}.xsd") for prefix, uri in NAMESPACES.items()]
    files[ENTRY_POINT] = schema(f"{TAXONOMY_BASE}f2x", "f2x", [], [("label", GAAP_LABELS), ("label", documentation)], [], imports)
    files[documentation] = text("taxonomy_lab.xml.j2", concepts=meanings())
    return {f"{TAXONOMY_VERSION}/{name}": data for name, data in files.items()}


def schema(
    namespace: str,
    prefix: str,
    declared: list[Element],
    linkbases: list[tuple[str, str]],
    roles: list[Role],
    imports: Iterable[tuple[str, str]] = (),
) -> bytes:
    return text(
        "taxonomy.xsd.j2",
        namespace=namespace,
        prefix=prefix,
        elements=declared,
        linkbases=linkbases,
        roles=roles,
        imports=list(imports),
    )


def dimension_linkbase(prefix: str, schema_name: str) -> bytes:
    """Domain and default of each axis, and its members. Two arcs between the same ends need two locators (XLink 1.0, 5.1.3)."""
    found: list[tuple[str, str]] = []
    arcs: list[tuple[str, str, str, int]] = []
    dimensions = load_taxonomy().dimensions
    for axis in axes(prefix):
        found.append((ident(axis), href(axis)))
        for order, member in enumerate(dimensions.members(axis), 1):
            found.append((ident(member.name), href(member.name)))
            if member.parent:
                arcs.append(("domain-member", ident(member.parent), ident(member.name), order))
            else:
                arcs.append(("dimension-domain", ident(axis), ident(member.name), order))
                default = f"{ident(member.name)}.default"
                found.append((default, href(member.name)))
                arcs.append(("dimension-default", ident(axis), default, order))
    return text("taxonomy_def.xml.j2", role=DIMENSIONS[prefix], schema=schema_name, locators=found, arcs=arcs)


def tree_files() -> dict[str, bytes]:
    """Each industry tree: a schema, a presentation, a calculation where it has sums; the labels of headings once for all."""
    taxonomy = load_taxonomy()
    files = {f"{TREES}/headings-{TAXONOMY_VERSION}_lab.xml": heading_labels()}
    for number, tree in enumerate(taxonomy.trees, 1):
        stem = f"{tree}-{TAXONOMY_VERSION}"
        uses = ["presentationLink", *(["calculationLink"] if taxonomy.totals(tree) else [])]
        role = Role(tree, f"{TAXONOMY_BASE}role/{tree}", f"{number:04} - Statement - {taxonomy.tree_title(tree)}", tuple(uses))
        linkbases = [("label", f"../{TAXONOMY_VERSION}/{GAAP_LABELS}"), ("label", f"headings-{TAXONOMY_VERSION}_lab.xml")]
        linkbases.append(("presentation", f"{stem}_pre.xml"))
        files[f"{TREES}/{stem}_pre.xml"] = presentation(tree, role, f"{stem}.xsd")
        if taxonomy.totals(tree):
            linkbases.append(("calculation", f"{stem}_cal.xml"))
            files[f"{TREES}/{stem}_cal.xml"] = calculation(tree, role, f"{stem}.xsd")
        imports = [(NAMESPACES["gaap"], f"../{TAXONOMY_VERSION}/gaap-{TAXONOMY_VERSION}.xsd")]
        files[f"{TREES}/{stem}.xsd"] = schema(f"{PUBLISHED}{TREES}/{tree}", "tree", [], linkbases, [role], imports)
    return files


def heading_labels() -> bytes:
    headings = load_taxonomy().headings
    up = f"../{TAXONOMY_VERSION}/"
    concepts = [(href(name, up), [("label", heading.label)]) for name, heading in sorted(headings.items())]
    return text("taxonomy_lab.xml.j2", concepts=concepts)


def locators(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(ident(name), href(name, f"../{TAXONOMY_VERSION}/")) for name in dict.fromkeys(names)]


def presentation(tree: str, role: Role, schema_name: str) -> bytes:
    lines = load_taxonomy().outline(tree)
    arcs = [(ident(line.parent), ident(line.concept), order, line.preferred) for order, line in enumerate(lines, 1) if line.parent]
    used = [name for line in lines if line.parent for name in (line.parent, line.concept)]
    return text("taxonomy_pre.xml.j2", role=role, schema=schema_name, locators=locators(used), arcs=arcs)


def calculation(tree: str, role: Role, schema_name: str) -> bytes:
    taxonomy = load_taxonomy()
    sums = [(total, part) for total in taxonomy.totals(tree) for part in taxonomy.children(total, tree)]
    arcs = [(ident(total), ident(part.concept), order, part.weight) for order, (total, part) in enumerate(sums, 1)]
    used = [name for total, part in sums for name in (total, part.concept)]
    return text("taxonomy_cal.xml.j2", role=role, schema=schema_name, locators=locators(used), arcs=arcs)


def package_files() -> dict[str, bytes]:
    """META-INF of the taxonomy package."""
    taxonomy = load_taxonomy()
    entry_points = [("Elements, labels, dimensions", f"{TAXONOMY_BASE}{ENTRY_POINT}")]
    entry_points += [(taxonomy.tree_title(tree), f"{PUBLISHED}{TREES}/{tree}-{TAXONOMY_VERSION}.xsd") for tree in taxonomy.trees]
    about = text("taxonomy_package.xml.j2", base=PUBLISHED, version=TAXONOMY_VERSION, entry_points=entry_points)
    catalog = text("taxonomy_catalog.xml.j2", base=PUBLISHED)
    return {"META-INF/taxonomyPackage.xml": about, "META-INF/catalog.xml": catalog}
