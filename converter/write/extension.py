"""The filing's own schema and linkbases: what its concepts are, how it calls and orders them, what adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from msgspec import Struct

from converter.model import CalculationSum, ExtensionConcept, Report
from converter.taxonomy import NAMESPACES
from converter.write.common import declaration, schema_location
from converter.write.formats import LINKBASE_KINDS
from converter.write.names import element_id, local_name, prefix_of, reference
from converter.write.namespaces import EXTENSION_PREFIX, extension_namespace, used_namespaces
from converter.write.presentation import Network, Presented, present, printed_labels
from converter.write.render import render
from converter.write.roles import DOCUMENTATION, STATEMENT_ROLES, Role, label_role_refs
from converter.write.sums import Parts, networks
from converter.write.xmltext import xml_text

Chunks: TypeAlias = Callable[[], Iterator[bytes]]
"""The content of a file, made when it is written."""

_XSD_TYPES = {
    "percent": "dtr:percentItemType",
    "perShare": "dtr:perShareItemType",
    "domain": "dtr:domainItemType",
    "member": "dtr:domainItemType",
}
"""Types of the Data Type Registry; all others are XBRL 2.1's own."""


class ElementLayout(Struct, frozen=True):
    """The declaration of an own concept (XBRL 2.1, 5.1.1)."""

    name: str
    type: str
    period_type: str
    balance: str
    abstract: bool


CalculationNetwork: TypeAlias = tuple[Role, dict[str, Parts]]


def extension_files(report: Report, stem: str) -> dict[str, Chunks]:
    """File name -> content, of the schema and those linkbases that have something to say (an empty one is not written)."""
    namespace = extension_namespace(report)
    standard = {each.concept.name: xml_text(each.label) or local_name(each.concept.name) for each in report.extensions}
    presented = present(report, namespace, standard)
    calculated, roles = _calculation_networks(report.calculations, presented, namespace)
    anchored = [each for each in report.extensions if each.anchor]
    declare = partial(declaration, own_schema=reference(f"{stem}.xsd"))
    files: dict[str, Chunks] = {}
    labels = _documented(printed_labels(presented, standard), report.extensions)
    if labels:
        files["lab"] = partial(render, "extension_lab.xml.j2", _label_layout(labels, declare))
    if presented.networks:
        files["pre"] = partial(render, "extension_pre.xml.j2", _presentation_layout(presented, stem, declare))
    if calculated:
        files["cal"] = partial(render, "extension_cal.xml.j2", _calculation_layout(calculated, stem, declare))
    if anchored:
        roles.append(_anchoring_role(namespace))
        files["def"] = partial(render, "extension_def.xml.j2", _anchor_layout(anchored, roles[-1], stem, declare))
    schema = partial(render, "extension.xsd.j2", _schema_layout(report, presented, labels, roles, sorted(files), stem))
    return {f"{stem}.xsd": schema, **{f"{stem}_{kind}.xml": chunks for kind, chunks in files.items()}}


def _schema_layout(
    report: Report, presented: Presented, labels: Iterable[str], roles: Sequence[Role], linkbases: Sequence[str], stem: str
) -> dict[str, Any]:
    namespace = extension_namespace(report)
    return {
        "prefix": EXTENSION_PREFIX,
        "namespace": namespace,
        "roles": roles,
        "linkbases": [(LINKBASE_KINDS[kind], reference(f"{stem}_{kind}.xml")) for kind in linkbases],
        "imports": _imports(report, labels),
        "elements": [*map(_element, report.extensions), *(_abstract(name) for name in presented.abstracts)],
    }


def _imports(report: Report, labels: Iterable[str]) -> list[tuple[str, str]]:
    """Namespace and location of each common schema that the report or its linkbases refer to."""
    names = {prefix_of(name) for name in labels}
    names.update(prefix_of(each.anchor) for each in report.extensions if each.anchor)
    names.update(prefix_of(line.concept) for statement in report.presentation for line in statement.lines if line.concept)
    names.update(prefix_of(name) for each in report.calculations for name in (each.total, *(part for part, _ in each.parts)))
    names.update(used_namespaces(report))
    return [(NAMESPACES[prefix], schema_location(prefix)) for prefix in sorted(names & NAMESPACES.keys())]


def _element(extension: ExtensionConcept) -> ElementLayout:
    concept = extension.concept
    kind = _XSD_TYPES.get(concept.type, f"xbrli:{concept.type}ItemType")
    abstract = concept.abstract or kind == "dtr:domainItemType"
    return ElementLayout(local_name(concept.name), kind, concept.period_type, concept.balance, abstract)


def _abstract(qname: str) -> ElementLayout:
    return ElementLayout(local_name(qname), "xbrli:stringItemType", "duration", "", True)


Declare: TypeAlias = Callable[[str], str]


def _locators(names: Iterable[str], declare: Declare) -> list[tuple[str, str]]:
    return [(element_id(name), declare(name)) for name in dict.fromkeys(names)]


def _label_layout(labels: Mapping[str, list[tuple[str, str]]], declare: Declare) -> dict[str, Any]:
    roles = {role for texts in labels.values() for role, _ in texts}
    return {
        "role_refs": label_role_refs(roles),
        "concepts": [(element_id(name), declare(name), texts) for name, texts in labels.items()],
    }


def _documented(labels: dict[str, list[tuple[str, str]]], own: Iterable[ExtensionConcept]) -> dict[str, list[tuple[str, str]]]:
    for each in own:
        if text := xml_text(each.documentation):
            labels[each.concept.name].append((DOCUMENTATION, text))
    return labels


def _presentation_layout(presented: Presented, stem: str, declare: Declare) -> dict[str, Any]:
    preferred = {arc[3] for network in presented.networks for arc in network.arcs}
    return {
        "role_refs": [*_own_role_refs((network.role for network in presented.networks), stem), *label_role_refs(preferred)],
        "networks": [_presentation_network(network, declare) for network in presented.networks],
    }


def _presentation_network(network: Network, declare: Declare) -> tuple[str, list[tuple[str, str]], list[tuple[str, str, int, str]]]:
    """Role, locators, arcs. Two arcs between the same ends (opening and closing balance) need two locators (XLink 1.0, 5.1.3)."""
    locators: dict[str, str] = {}
    arcs: list[tuple[str, str, int, str]] = []
    pairs: dict[tuple[str, str], int] = {}
    for parent, child, order, role in network.arcs:
        number = pairs[parent, child] = pairs.get((parent, child), 0) + 1
        source = element_id(parent)
        target = element_id(child) if number == 1 else f"{element_id(child)}.{number}"
        for ident, concept in ((source, parent), (target, child)):
            if ident not in locators:
                locators[ident] = declare(concept)
        arcs.append((source, target, order, role))
    return network.role.uri, list(locators.items()), arcs


def _own_role_refs(roles: Iterable[Role], stem: str) -> list[tuple[str, str]]:
    return [(role.uri, f"{reference(f'{stem}.xsd')}#{role.id}") for role in roles]


def _calculation_networks(
    sums: Sequence[CalculationSum], presented: Presented, namespace: str
) -> tuple[list[CalculationNetwork], list[Role]]:
    """Sums stand in the role of the statement that prints them; a second way to reach a total takes a role of its own."""
    roles = [network.role for network in presented.networks]
    by_role: dict[str, list[CalculationSum]] = {}
    for each in sums:
        by_role.setdefault(_statement_role(each, presented), []).append(each)
    found: list[CalculationNetwork] = []
    for ident, group in by_role.items():
        for number, network in enumerate(networks(group), 1):
            role = next((role for role in roles if role.id == ident), None) if number == 1 else None
            if role is None:
                role = _calculation_role(ident, number, len(roles) + 1, namespace)
                roles.append(role)
            found.append((role, network))
    return found, roles


def _statement_role(each: CalculationSum, presented: Presented) -> str:
    alike = [network for network in presented.networks if network.kind == each.statement]
    for network in alike:
        if any(child == each.total for _, child, _, _ in network.arcs):
            return network.role.id
    return alike[0].role.id if alike else STATEMENT_ROLES.get(each.statement, ("Statement", ""))[0]


def _calculation_role(ident: str, number: int, position: int, namespace: str) -> Role:
    name = f"{ident}Calculation" + (str(number) if number > 1 else "")
    return Role(name, f"{namespace}/role/{name}", f"{position:04} - Statement - Calculation of {ident}", ("calculationLink",))


def _calculation_layout(calculated: Sequence[CalculationNetwork], stem: str, declare: Declare) -> dict[str, Any]:
    return {
        "role_refs": _own_role_refs((role for role, _ in calculated), stem),
        "networks": [
            (
                role.uri,
                _locators((name for total, parts in network.items() for name in (total, *(part for part, _ in parts))), declare),
                [
                    (element_id(total), element_id(part), order, weight)
                    for total, parts in network.items()
                    for order, (part, weight) in enumerate(parts, 1)
                ],
            )
            for role, network in calculated
        ],
    }


def _anchoring_role(namespace: str) -> Role:
    return Role(
        "Anchoring", f"{namespace}/role/Anchoring", "9999 - Disclosure - Anchoring of the filing's own concepts", ("definitionLink",)
    )


def _anchor_layout(anchored: Sequence[ExtensionConcept], role: Role, stem: str, declare: Declare) -> dict[str, Any]:
    """ESEF's arcrole, from the registry: the standard concept is the wider one."""
    pairs = [(each.anchor, each.concept.name) for each in anchored]
    return {
        "role_refs": _own_role_refs([role], stem),
        "role": role.uri,
        "locators": _locators((name for pair in pairs for name in pair), declare),
        "arcs": [(element_id(wider), element_id(narrower), order) for order, (wider, narrower) in enumerate(pairs, 1)],
    }
