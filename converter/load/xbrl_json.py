"""xBRL-JSON 1.0 to a report. The many facts of ordinary shape take a short way; anything unusual takes a long one that explains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from converter.load.aspects import NCNAME, QNAME, Fault, Prefixes, parse_period
from converter.load.cache import Cache
from converter.load.document_info import DocumentInfo
from converter.load.log import Log
from converter.load.names import OIM, Names
from converter.load.properties import NO_PROPERTIES, Properties, read_properties
from converter.load.taxonomies import Taxonomies
from converter.model import PURE, Concept, Entity, Fact, Period, Unit
from converter.patterns import regex
from converter.taxonomy.namespaces import PROPERTIES

LANGUAGE = regex(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


class FactReader:
    """Makes facts of the members of ``facts``."""

    def __init__(self, info: DocumentInfo, taxonomies: Taxonomies, names: Names, log: Log) -> None:
        self._info = info
        self._taxonomies = taxonomies
        self._names = names
        self._log = log
        self._prefixes = Prefixes(info.namespaces, {prefix: names.prefix(uri, prefix) for prefix, uri in info.namespaces.items()})
        self.concepts: dict[str, Concept] = {}
        self._named: Cache[str, tuple[str, Unit | None] | Fault] = Cache(self._concept)
        self._periods: Cache[str | None, Period | Fault] = Cache(parse_period)
        self._entities: Cache[str | None, Entity | Fault] = Cache(self._prefixes.entity)
        self._units: Cache[str, Unit | Fault] = Cache(self._prefixes.unit)
        self._axes: Cache[str, str | Fault] = Cache(self._axis)
        self._members: Cache[str, str | Fault] = Cache(self._member)
        self.entity: Entity | None = None
        self._ours = next((prefix for prefix, uri in info.namespaces.items() if uri == PROPERTIES), "")
        self._note = next((f"{prefix}:note" for prefix, uri in info.namespaces.items() if uri == OIM), "xbrl:note")

    def facts(self, members: Mapping[str, Any]) -> list[Fact]:
        """All facts that could be read; the others are in the log."""
        fact = self._fact
        return [made for fact_id, raw in members.items() if (made := fact(fact_id, raw)) is not None]

    def _fact(self, fact_id: str, raw: Any) -> Fact | None:
        try:
            dimensions, value, decimals = raw["dimensions"], raw["value"], raw.get("decimals")
            period_text, entity_text, unit_text = dimensions.get("period"), dimensions.get("entity"), dimensions.get("unit")
            named = self._named[dimensions["concept"]]
            period, entity = self._periods[period_text], self._entities[entity_text]
            unit = None if unit_text is None else self._units[unit_text]
        except (KeyError, TypeError, AttributeError):
            self._explain(fact_id, raw)
            return None
        if isinstance(named, Fault) or isinstance(period, Fault) or isinstance(entity, Fault) or isinstance(unit, Fault):
            self._explain(fact_id, raw)
            return None
        if (value is not None and type(value) is not str) or (decimals is not None and type(decimals) is not int):
            self._explain(fact_id, raw)
            return None
        if not (fact_id.isidentifier() or NCNAME.fullmatch(fact_id)):
            self._explain(fact_id, raw)
            return None
        extra: tuple[tuple[str, str], ...] | None = ()
        language = ""
        if len(dimensions) != 1 + (period_text is not None) + (entity_text is not None) + (unit_text is not None):
            extra = self._dimensions(fact_id, dimensions)
            language = dimensions.get("language", "")
        properties = NO_PROPERTIES
        if len(raw) != 2 + (decimals is not None):
            properties = self._properties(fact_id, raw)
        if extra is None:
            return None
        name, usual_unit = named
        unit = usual_unit if unit is None else unit
        statement, sources, evidence, label, heading, days = properties
        if days:
            period = replace(period, evidence=days)
        if self.entity is None:
            self.entity = entity
        other = None if entity is self.entity else entity
        return Fact(fact_id, name, period, value, unit, decimals, extra, statement, sources, evidence, language, other, label, heading)

    def _dimensions(self, fact_id: str, dimensions: Mapping[str, Any]) -> tuple[tuple[str, str], ...] | None:
        """Taxonomy-defined dimensions, and what is said wrongly among the others."""
        found: list[tuple[str, str]] = []
        for name, value in dimensions.items():
            if name in ("concept", "period", "entity", "unit"):
                if value is None:
                    self._log.say("json.structure", f"Fact {fact_id} has null for its {name}.", fact=fact_id)
                    return None
            elif name == "language":
                if not self._language(fact_id, value):
                    return None
            elif ":" in name:
                pair = self._axis_and_member(fact_id, name, value)
                if pair is None:
                    return None
                found.append(pair)
            else:
                self._unexpected(fact_id, name)
                return None
        return tuple(sorted(found))

    def _unexpected(self, fact_id: str, name: str) -> None:
        code = "oim.misplaced-note" if name == "noteId" else "json.structure"
        self._log.say(code, f"Fact {fact_id} has the dimension {name!r}, which is none of the specification's.", fact=fact_id)

    def _language(self, fact_id: str, value: Any) -> bool:
        if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
            self._log.say("json.structure", f"Fact {fact_id} has the language {value!r}, which is no language code.", fact=fact_id)
            return False
        if value != value.lower():
            self._log.say("json.language-case", f"Fact {fact_id} has the language {value!r}, which must be in lower case.", fact=fact_id)
        return True

    def _axis_and_member(self, fact_id: str, name: str, value: Any) -> tuple[str, str] | None:
        axis = self._axes[name]
        if isinstance(axis, Fault) or not (value is None or isinstance(value, str)):
            fault = axis if isinstance(axis, Fault) else Fault("json.structure", f"has {value!r} as the value of {name}")
            self._fault(fact_id, fault)
            return None
        concept = self.concepts.get(axis)
        if concept is not None and concept.type == "typedAxis":
            self._log.say("load.typed-dimension", f"Fact {fact_id} has the typed dimension {name}; its value is not checked.", fact=fact_id)
            return axis, "" if value is None else value
        member = self._members[value or ""]
        if isinstance(member, Fault):
            self._fault(fact_id, member)
            return None
        if self._taxonomies.is_default(axis, member, self._names):
            self._fault(fact_id, Fault("xbrl.default-member", f"names {member}, which {axis} means where it is left out"))
            return None
        return axis, member

    def _properties(self, fact_id: str, raw: Mapping[str, Any]) -> Properties:
        """Properties beside value, decimals and dimensions: links, ours, and others' with a declared prefix."""
        for name in raw:
            if name in ("value", "decimals", "dimensions"):
                continue
            if name == "links" and not isinstance(raw[name], dict):
                self._log.say("json.structure", f"Fact {fact_id} has links that are no object.", fact=fact_id)
            elif name == "links":
                self._links(fact_id, raw["links"])
            elif not QNAME.fullmatch(name):
                self._log.say(
                    "json.structure", f"Fact {fact_id} has the property {name!r}, which is none of the specification's.", fact=fact_id
                )
            elif name.partition(":")[0] not in self._info.namespaces:
                self._log.say("oim.prefix", f"Fact {fact_id} has the property {name!r}, whose prefix is not declared.", fact=fact_id)
        if raw.get("decimals", 0) is None:
            self._log.say("json.structure", f"Fact {fact_id} has null for its decimals.", fact=fact_id)
        return read_properties(raw, self._ours) if self._ours else NO_PROPERTIES

    def _links(self, fact_id: str, links: Mapping[str, Any]) -> None:
        """Their types and groups are declared in ``documentInfo`` (xBRL-JSON 1.0, 3.3); where they lead to is not checked."""
        self._log.say("load.footnotes", f"Fact {fact_id} has links to footnotes or facts; they are not checked.", fact=fact_id)
        for kind, groups in links.items():
            if not isinstance(groups, dict):
                self._log.say("json.structure", f"Fact {fact_id} has links of the type {kind!r} that are no object.", fact=fact_id)
                continue
            unknown = [("type", kind)] if kind not in self._info.link_types else []
            unknown += [("group", group) for group in groups if group not in self._info.link_groups]
            for what, name in unknown:
                self._log.say(
                    "oim.link", f"Fact {fact_id} has links of the {what} {name!r}, which documentInfo does not declare.", fact=fact_id
                )

    # Names, each looked at once.

    def _concept(self, text: str) -> tuple[str, Unit | None] | Fault:
        name = self._prefixes.qname(text)
        if isinstance(name, Fault):
            return name
        concept = self._declared(name)
        if concept is None:
            namespace, local = self._split(name)
            if self._taxonomies.is_tuple(namespace, local):
                return Fault("load.tuple", f"has the concept {text}, which is a tuple")
            if not self._taxonomies.incomplete:
                return Fault("xbrl.unknown-concept", f"has the concept {text}, which its taxonomy does not declare")
            self._log.say("load.unknown-concept", f"{text} is declared in no taxonomy that is there; its facts are hardly checked.")
        return name, PURE if concept is not None and concept.is_numeric else None

    def _axis(self, text: str) -> str | Fault:
        name = self._prefixes.qname(text)
        if isinstance(name, Fault):
            return name
        concept = self._declared(name)
        if (concept is None or concept.type not in ("axis", "typedAxis")) and not self._taxonomies.incomplete:
            return Fault("xbrl.unknown-dimension", f"has the dimension {text}, which its taxonomy does not declare")
        return name

    def _member(self, text: str) -> str | Fault:
        name = self._prefixes.qname(text)
        if isinstance(name, Fault):
            return Fault("oim.member", f"has the member {text!r}, which is no name of its taxonomy")
        if self._declared(name) is None and not self._taxonomies.incomplete:
            return Fault("xbrl.unknown-member", f"has the member {text}, which its taxonomy does not declare")
        return name

    def _declared(self, name: str) -> Concept | None:
        concept = self._taxonomies.concept(*self._split(name), self._names)
        if concept is not None:
            self.concepts[name] = concept
        return concept

    def _split(self, name: str) -> tuple[str, str]:
        prefix, _, local = name.partition(":")
        return self._names.namespaces[prefix], local

    # The long way: what is wrong with a fact that the short way could not read.

    def _explain(self, fact_id: str, raw: Any) -> None:
        if not isinstance(raw, dict):
            self._log.say("json.structure", f"Fact {fact_id} is no object.", fact=fact_id)
        elif not isinstance(raw.get("dimensions"), dict) or "value" not in raw:
            self._log.say("json.structure", f"Fact {fact_id} has no value or no dimensions.", fact=fact_id)
        elif raw["dimensions"].get("concept") == self._note:
            self._log.say("load.footnotes", f"{fact_id} is a footnote; its text is not checked.", fact=fact_id)
        else:
            self._explain_members(fact_id, raw, raw["dimensions"])

    def _explain_members(self, fact_id: str, raw: Mapping[str, Any], dimensions: Mapping[str, Any]) -> None:
        if not NCNAME.fullmatch(fact_id):
            self._log.say("json.id", f"{fact_id!r} is no id: a name without blanks and colons.", fact=fact_id)
        if not (raw["value"] is None or isinstance(raw["value"], str)):
            self._log.say("json.structure", f"Fact {fact_id} has {raw['value']!r} as its value; only text and null are.", fact=fact_id)
        if "decimals" in raw and type(raw["decimals"]) is not int:
            self._log.say("json.decimals", f"Fact {fact_id} has {raw['decimals']!r} as its decimals; only an integer is.", fact=fact_id)
        for name, of in (("concept", self._named), ("period", self._periods), ("entity", self._entities), ("unit", self._units)):
            self._explain_aspect(fact_id, name, dimensions, of)

    def _explain_aspect(self, fact_id: str, name: str, dimensions: Mapping[str, Any], of: Cache[Any, Any]) -> None:
        text = dimensions.get(name)
        if not isinstance(text, str):
            if name in dimensions or name == "concept":
                self._log.say("json.structure", f"Fact {fact_id} has {text!r} as its {name}.", fact=fact_id)
            return
        value = of[text]
        if isinstance(value, Fault):
            self._fault(fact_id, value)

    def _fault(self, fact_id: str, fault: Fault) -> None:
        self._log.say(fault.code, f"Fact {fact_id} {fault.reason}.", fact=fact_id)
