"""Layout of the filing's own statements: as printed, line by line, headings as abstract concepts."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TypeAlias

from msgspec import Struct

from converter.model import PresentationLine, PresentedStatement, Report
from converter.patterns import regex
from converter.write.names import local_name
from converter.write.namespaces import EXTENSION_PREFIX
from converter.write.roles import LABEL_ROLES, STANDARD_LABEL, STATEMENT_ROLES, TERSE_LABEL, Role
from converter.write.xmltext import xml_text

Arc: TypeAlias = tuple[str, str, int, str]
"""Parent, child, order, preferred label role ("" for the standard label)."""

_WORD = regex("[A-Za-z0-9]+")
_LONGEST_NAME = 80


class Network(Struct, frozen=True):
    """One statement: its role, kind and arcs."""

    role: Role
    kind: str
    arcs: tuple[Arc, ...]


class Names:
    """Local names of the filing's own namespace, each given once."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken

    def free(self, wanted: str) -> str:
        """The wanted name, with a number where it is taken."""
        name, count = wanted, 1
        while name in self.taken:
            count += 1
            name = f"{wanted}{count}"
        self.taken.add(name)
        return name


class Presented:
    """What the statements add to the filing's taxonomy. ``abstracts`` maps an abstract concept to its label, ``labels`` a concept and
    label role to the words that were printed (the first where several were)."""

    def __init__(self) -> None:
        self.networks: list[Network] = []
        self.abstracts: dict[str, str] = {}
        self.labels: dict[tuple[str, str], str] = {}


def present(report: Report, namespace: str, standard_labels: Mapping[str, str]) -> Presented:
    """Lay out the printed statements: headings, and lines of which the report has facts. ``standard_labels`` are the filing's own concepts'
    standard labels: a line that prints just these words needs no label of its own."""
    out = Presented()
    told = {fact.concept for fact in report.facts}
    names = Names({local_name(extension.concept.name) for extension in report.extensions})
    role_names = Names(set())
    shown = [each for each in report.presentation if any(line.concept in told for line in each.lines)]
    for position, statement in enumerate(shown, 1):
        role = _role(statement, position, namespace, role_names)
        arcs = _Tree(out, names, standard_labels, report).arcs(role.id, statement, told)
        out.networks.append(Network(role, statement.kind, arcs))
    return out


def _role(statement: PresentedStatement, position: int, namespace: str, names: Names) -> Role:
    ident, title = STATEMENT_ROLES.get(statement.kind, ("Statement", "Statement"))
    ident = names.free(ident)
    definition = f"{position:04} - Statement - {xml_text(statement.title) or title}"
    return Role(ident, f"{namespace}/role/{ident}", definition, ("presentationLink", "calculationLink"))


class _Tree:
    """Arcs of one statement: a line's parent is the nearest heading above it that stands further left."""

    def __init__(self, out: Presented, names: Names, standard_labels: Mapping[str, str], report: Report) -> None:
        self._out = out
        self._names = names
        self._standard_labels = standard_labels
        self._report = report
        self._arcs: dict[tuple[str, str, str], int] = {}
        self._children: dict[str, int] = {}

    def arcs(self, role_id: str, statement: PresentedStatement, told: Set[str]) -> tuple[Arc, ...]:
        """A concept printed twice under one heading with one role of label is one arc (two would be equivalent, XBRL 2.1, 3.5.3.9.7.4)."""
        title = xml_text(statement.title) or STATEMENT_ROLES.get(statement.kind, ("", "Statement"))[1]
        stack = [(-1, self._abstract(role_id, title))]
        for line in statement.lines:
            while len(stack) > 1 and stack[-1][0] >= line.depth:
                stack.pop()
            parent = stack[-1][1]
            if line.concept in told:
                self._add(parent, line.concept, self._label_role(line))
            elif not line.concept:
                heading = self._abstract(camel(line.label) or "Heading", line.label)
                self._add(parent, heading, "")
                stack.append((line.depth, heading))
        return tuple((parent, child, order, role) for (parent, child, role), order in self._arcs.items())

    def _add(self, parent: str, child: str, role: str) -> None:
        if (parent, child, role) not in self._arcs:
            order = self._children[parent] = self._children.get(parent, 0) + 1
            self._arcs[parent, child, role] = order

    def _abstract(self, name: str, label: str) -> str:
        qname = f"{EXTENSION_PREFIX}:{self._names.free(f'{name}Abstract')}"
        self._out.abstracts[qname] = xml_text(label) or name
        return qname

    def _label_role(self, line: PresentationLine) -> str:
        """The role under which the printed words are found. Plain lines of standard concepts take the terse label: the standard one is
        the common taxonomy's. A total without words takes the concept's own."""
        printed = xml_text(line.label)
        role = LABEL_ROLES.get(line.role, "")
        if not role:
            if not printed or printed == self._standard_labels.get(line.concept):
                return ""
            role = TERSE_LABEL
        self._out.labels.setdefault((line.concept, role), printed or self._words(line.concept))
        return role

    def _words(self, qname: str) -> str:
        known = self._report.concepts.get(qname)
        return self._standard_labels.get(qname) or xml_text(known.label if known else "") or local_name(qname)


def camel(text: str) -> str:
    """``"Current assets:"`` -> ``CurrentAssets``: a part of an NCName, ASCII letters and digits, or "" where the text has none."""
    words = _WORD.findall(text)
    name = "".join(word[0].upper() + (word[1:].lower() if word.isupper() else word[1:]) for word in words)[:_LONGEST_NAME]
    return f"N{name}" if name[:1].isdigit() else name


def printed_labels(presented: Presented, standard_labels: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Concept -> (role, words), own concepts first, each list in the order of roles."""
    found: dict[str, list[tuple[str, str]]] = {}
    for qname, text in (*standard_labels.items(), *presented.abstracts.items()):
        found.setdefault(qname, []).append((STANDARD_LABEL, text))
    for (qname, role), text in presented.labels.items():
        found.setdefault(qname, []).append((role, text))
    return found
