"""Small instances after the areas of XBRL International's XBRL 2.1 conformance suite: right, wrong, or of a kind that is not checked.

Written from the specification (sections in the comments) and held against Arelle by `test_conformance`. An instance is made of three
pieces, contexts, units and facts; a case says what differs from a good one. ``OPEN``: valid or not, we must say that we do not check it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAMESPACE = "https://example.com/kite/2026"
VALID, INVALID, OPEN = "valid", "invalid", "open"

SCHEMA = f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldt="http://xbrl.org/2005/xbrldt"
 xmlns:k="{NAMESPACE}" targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo><link:roleType roleURI="urn:r" id="r"><link:usedOn>link:footnoteLink</link:usedOn>
<link:usedOn>link:footnote</link:usedOn></link:roleType><link:roleType roleURI="urn:labels" id="labels">
<link:usedOn>link:labelLink</link:usedOn></link:roleType><link:arcroleType arcroleURI="urn:a" id="a" cyclesAllowed="any">
<link:usedOn>link:footnoteArc</link:usedOn></link:arcroleType>
<link:linkbaseRef xlink:type="simple" xlink:href="kite_def.xml"
 xlink:role="http://www.xbrl.org/2003/role/definitionLinkbaseRef" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
<xs:complexType name="smallMoney"><xs:simpleContent><xs:restriction base="xbrli:monetaryItemType"/></xs:simpleContent></xs:complexType>
<xs:complexType name="smallerMoney"><xs:simpleContent><xs:restriction base="k:smallMoney"/></xs:simpleContent></xs:complexType>
<xs:complexType name="colour"><xs:simpleContent><xs:restriction base="xbrli:stringItemType"><xs:enumeration value="red"/>
<xs:enumeration value="dark blue"/></xs:restriction></xs:simpleContent></xs:complexType>
<xs:complexType name="code"><xs:simpleContent><xs:restriction base="xbrli:stringItemType"><xs:pattern value="[A-Z]{{3}}"/>
</xs:restriction></xs:simpleContent></xs:complexType>
<xs:complexType name="age"><xs:simpleContent><xs:restriction base="xbrli:integerItemType"><xs:minInclusive value="0"/>
<xs:maxInclusive value="150"/></xs:restriction></xs:simpleContent></xs:complexType>
%s
<xs:element name="Head" id="k_Head" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" abstract="true"
 xbrli:periodType="instant"/>
<xs:element name="OfHead" id="k_OfHead" type="k:smallMoney" substitutionGroup="k:Head" nillable="true" xbrli:periodType="instant"/>
<xs:element name="Pair" id="k_Pair" substitutionGroup="xbrli:tuple" nillable="true"><xs:complexType><xs:complexContent>
<xs:restriction base="xs:anyType"><xs:sequence><xs:element ref="k:Cash"/><xs:element ref="k:Name" minOccurs="0"/></xs:sequence>
<xs:attribute name="id" type="xs:ID"/></xs:restriction></xs:complexContent></xs:complexType></xs:element>
<xs:element name="Place" id="k_Place" type="xs:string"/>
<xs:element name="Since" id="k_Since" type="xs:date"/>
<xs:element name="PlaceAxis" id="k_PlaceAxis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"
 nillable="true" xbrli:periodType="duration" xbrldt:typedDomainRef="kite.xsd#k_Place"/>
</xs:schema>
"""
_ELEMENTS = """Cash monetary instant
Debt k:smallerMoney instant
Sales monetary duration
Issued shares instant
Name string duration
Note string instant
Rate pure duration
Growth decimal duration
Half fraction duration
Weight double duration
Big float duration
Count nonNegativeInteger instant
Day date duration
Moment dateTime duration
Flag boolean duration
Year gYear duration
Link anyURI duration
Colour k:colour duration
Code k:code duration
Age k:age instant
Needs monetary instant
Must monetary instant required"""


def _element(line: str) -> str:
    name, kind, period, *more = line.split()
    type_ = kind if ":" in kind else f"xbrli:{kind}ItemType"
    nillable = "false" if more else "true"
    return (
        f'<xs:element name="{name}" id="k_{name}" type="{type_}" substitutionGroup="xbrli:item" nillable="{nillable}" '
        f'xbrli:periodType="{period}"/>'
    )


DEFINITIONS = """<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:definitionLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="kite.xsd#k_Needs" xlink:label="needs"/>
<link:loc xlink:type="locator" xlink:href="kite.xsd#k_Must" xlink:label="must"/>
<link:definitionArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/requires-element" xlink:from="needs" xlink:to="must"/>
</link:definitionLink></link:linkbase>"""

_ROOT = f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:k="{NAMESPACE}" xmlns:o="urn:other">
"""
_SCHEMA_REF = '<link:schemaRef xlink:type="simple" xlink:href="kite.xsd"/>'
_ENTITY = '<xbrli:entity><xbrli:identifier scheme="http://example.com/id">1</xbrli:identifier></xbrli:entity>'


def _context(name: str, period: str, entity: str = _ENTITY, more: str = "") -> str:
    return f'<xbrli:context id="{name}">{entity}<xbrli:period>{period}</xbrli:period>{more}</xbrli:context>'


def _span(start: str, end: str) -> str:
    return f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"


def _instant(day: str) -> str:
    return f"<xbrli:instant>{day}</xbrli:instant>"


def _in_segment(content: str) -> str:
    return _ENTITY.replace("</xbrli:entity>", f"<xbrli:segment>{content}</xbrli:segment></xbrli:entity>")


def _measure(*names: str) -> str:
    return "".join(f"<xbrli:measure>{name}</xbrli:measure>" for name in names)


def _unit(name: str, content: str) -> str:
    return f'<xbrli:unit id="{name}">{content}</xbrli:unit>'


def _ratio(above: str, below: str) -> str:
    return (
        f"<xbrli:divide><xbrli:unitNumerator>{above}</xbrli:unitNumerator>"
        f"<xbrli:unitDenominator>{below}</xbrli:unitDenominator></xbrli:divide>"
    )


_THIRD = "<xbrli:numerator>1</xbrli:numerator><xbrli:denominator>3</xbrli:denominator>"
_FOOTNOTE = """<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="#n" xlink:label="n"/>
<link:footnote xlink:type="resource" xlink:label="f" xlink:role="http://www.xbrl.org/2003/role/footnote" xml:lang="en">note</link:footnote>
<link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" xlink:from="n" xlink:to="f"/>
</link:footnoteLink>"""
_CONTEXTS = _context("i", _instant("2001-12-31")) + _context("d", _span("2001-01-01", "2001-12-31"))
_UNITS = (
    _unit("usd", _measure("iso4217:USD"))
    + _unit("shares", _measure("xbrli:shares"))
    + _unit("pure", _measure("xbrli:pure"))
    + _unit("each", _ratio(_measure("iso4217:USD"), _measure("xbrli:shares")))
)
_CASH = '<k:Cash contextRef="i" unitRef="usd" decimals="0">5</k:Cash>'


@dataclass(frozen=True, slots=True)
class Case:
    """``area`` is the suite's number; ``facts``, ``contexts`` and ``units`` are added to the good ones, ``schema`` replaces the
    reference."""

    area: int
    name: str
    verdict: str
    facts: str = ""
    contexts: str = ""
    units: str = ""
    schema: str = _SCHEMA_REF
    base: bool = True

    def text(self) -> str:
        """The instance."""
        base = _CONTEXTS + _UNITS + _CASH if self.base else ""
        return f"{_ROOT}{self.schema}{base}{self.contexts}{self.units}{self.facts}</xbrli:xbrl>"


def _fact(name: str, value: str, context: str = "d", **attributes: str) -> str:
    more = "".join(f' {key}="{text}"' for key, text in attributes.items())
    return f'<k:{name} contextRef="{context}"{more}>{value}</k:{name}>'


def _money(value: str, name: str = "Debt", context: str = "i", unit: str = "usd", decimals: str = "0") -> str:
    return _fact(name, value, context, unitRef=unit, decimals=decimals)


def _at(period: str, name: str = "Debt", **more: str) -> dict[str, str]:
    """A fact in a context of its own."""
    fact = _money("1", name, "c") if name in ("Debt", "Sales") else _fact(name, "text", "c")
    return {"contexts": _context("c", period, **more), "facts": fact}


def _within(entity: str) -> dict[str, str]:
    return _at(_instant("2002-12-31"), entity=entity)


def _in(content: str, name: str = "Debt") -> dict[str, str]:
    """A fact in a unit of its own."""
    return {"units": _unit("u", content), "facts": _money("1", name, unit="u")}


_IDS = [
    Case(301, "as it should be", VALID),
    Case(301, "a fact with an id", VALID, _fact("Name", "text", id="n1")),
    Case(301, "an id that begins with a digit", INVALID, _fact("Name", "text", id="1n")),
    Case(301, "an id with a colon", INVALID, _fact("Name", "text", id="a:b")),
    Case(301, "an empty id", INVALID, _fact("Name", "text", id="")),
    Case(301, "two facts with one id", INVALID, _fact("Name", "text", id="n") + _fact("Note", "text", "i", id="n")),
    Case(301, "a fact and a context with one id", INVALID, _fact("Name", "text", id="i")),
    Case(301, "two contexts with one id", INVALID, contexts=_context("i", _instant("2002-12-31"))),
    Case(301, "two units with one id", INVALID, units=_unit("usd", _measure("iso4217:DEM"))),
    Case(301, "a unit and a context with one id", INVALID, units=_unit("i", _measure("iso4217:DEM"))),
    Case(301, "a context without id", INVALID, contexts=_context("c", _instant("2002-12-31")).replace(' id="c"', "")),
    Case(301, "a unit without id", INVALID, units=_unit("u", _measure("iso4217:DEM")).replace(' id="u"', "")),
    Case(301, "a context that is not there", INVALID, _fact("Name", "text", "nowhere")),
    Case(301, "a unit for a context", INVALID, _fact("Name", "text", "usd")),
    Case(301, "a context for a unit", INVALID, _money("1", unit="i")),
    Case(301, "a unit that is not there", INVALID, _money("1", unit="nowhere")),
    Case(301, "no context", INVALID, "<k:Name>text</k:Name>"),
    Case(301, "an empty contextRef", INVALID, _fact("Name", "text", "")),
]

# 4.7: contexts
_CONTEXT_CASES = [
    Case(302, "an instant with a time", OPEN, **_at(_instant("2001-12-31T12:00:00"))),
    Case(302, "an instant at midnight", VALID, **_at(_instant("2002-01-01T00:00:00"))),
    Case(302, "an instant at 24 o'clock", VALID, **_at(_instant("2002-12-31T24:00:00"))),
    Case(302, "an instant with a zone", OPEN, **_at(_instant("2002-12-31Z"))),
    Case(302, "an instant that is empty", INVALID, **_at(_instant(""))),
    Case(302, "the thirtieth of February", INVALID, **_at(_instant("2002-02-30"))),
    Case(302, "a date of two digits", INVALID, **_at(_instant("02-12-31"))),
    Case(302, "blanks around a date", VALID, **_at(_instant(" 2002-12-31 "))),
    Case(302, "one day", VALID, **_at(_span("2002-05-05", "2002-05-05"), name="Sales")),
    Case(302, "an end before the start", INVALID, **_at(_span("2002-05-05", "2002-05-04"), name="Sales")),
    Case(302, "no time at all", INVALID, **_at(_span("2002-05-05T00:00:00", "2002-05-05T00:00:00"), name="Sales")),
    Case(302, "start and no end", INVALID, **_at("<xbrli:startDate>2002-05-05</xbrli:startDate>", name="Sales")),
    Case(
        302,
        "end before start in order",
        INVALID,
        **_at(_span("2002-05-05", "2002-06-05").replace("start", "X").replace("end", "start").replace("X", "end"), name="Sales"),
    ),
    Case(302, "instant and duration", INVALID, **_at(_instant("2002-12-31") + _span("2002-01-01", "2002-12-31"))),
    Case(302, "two instants", INVALID, **_at(_instant("2002-12-31") * 2)),
    Case(302, "an empty period", INVALID, **_at("")),
    Case(302, "forever", VALID, **_at("<xbrli:forever/>", name="Sales")),
    Case(302, "forever with content", INVALID, **_at("<xbrli:forever>x</xbrli:forever>", name="Sales")),
    Case(302, "no identifier", INVALID, **_within("<xbrli:entity/>")),
    Case(302, "no scheme", INVALID, **_within("<xbrli:entity><xbrli:identifier>1</xbrli:identifier></xbrli:entity>")),
    Case(302, "two identifiers", INVALID, **_within(_ENTITY.replace("</xbrli:entity>", _ENTITY[14:]))),
    Case(302, "an empty segment", INVALID, **_within(_in_segment(""))),
    Case(302, "an item in a segment", INVALID, **_within(_in_segment('<k:Name contextRef="d">x</k:Name>'))),
    Case(302, "an element of the specification in a segment", INVALID, **_within(_in_segment("<xbrli:measure>o:x</xbrli:measure>"))),
    Case(302, "an item deep in a segment", INVALID, **_within(_in_segment('<o:x><k:Name contextRef="d">x</k:Name></o:x>'))),
    Case(302, "an element of the specification deep in a segment", INVALID, **_within(_in_segment("<o:x><xbrli:unit/></o:x>"))),
    Case(302, "an empty scenario", INVALID, **_at(_instant("2002-12-31"), more="<xbrli:scenario/>")),
    Case(302, "an item in a scenario", INVALID, **_at(_instant("2002-12-31"), more="<xbrli:scenario><k:Name/></xbrli:scenario>")),
    Case(302, "other content in a scenario", OPEN, **_at(_instant("2002-12-31"), more="<xbrli:scenario><o:plan/></xbrli:scenario>")),
    Case(
        302,
        "a scenario before the period",
        INVALID,
        facts=_money("1", context="c"),
        contexts=_context("c", _instant("2002-12-31"), _ENTITY + "<xbrli:scenario><o:plan/></xbrli:scenario>"),
    ),
    Case(302, "an attribute of a context", INVALID, contexts=_context("c", _instant("2002-12-31")).replace('id="c"', 'id="c" kind="x"')),
    Case(
        302,
        "a typed dimension",
        OPEN,
        **_within(_in_segment('<xbrldi:typedMember dimension="k:PlaceAxis"><k:Place>here</k:Place></xbrldi:typedMember>')),
    ),
]

# 5.1.1.1: period types
_PERIOD_TYPES = [
    Case(303, "an instant for a balance", VALID, _money("1")),
    Case(303, "a duration for a balance", INVALID, _money("1", context="d")),
    Case(303, "an instant for a flow", INVALID, _money("1", "Sales")),
    Case(303, "an instant for a text of durations", INVALID, _fact("Name", "text", "i")),
    Case(303, "forever for a balance", INVALID, **_at("<xbrli:forever/>")),
    Case(303, "a duration for a concept of another's group", INVALID, _money("1", "OfHead", "d")),
    Case(303, "an instant for a concept of another's group", VALID, _money("1", "OfHead")),
    Case(303, "nil in the wrong period", INVALID, '<k:Cash contextRef="d" unitRef="usd" xsi:nil="true"/>'),
]

# 4.8: units
_UNIT_CASES = [
    Case(304, "another currency", VALID, **_in(_measure("iso4217:DEM"))),
    Case(304, "a currency that never was", INVALID, **_in(_measure("iso4217:dem"))),
    Case(304, "money in shares", INVALID, _money("1", unit="shares")),
    Case(304, "money in pure", INVALID, _money("1", unit="pure")),
    Case(304, "money per share", INVALID, _money("1", unit="each")),
    Case(304, "money in two currencies", INVALID, **_in(_measure("iso4217:USD", "iso4217:DEM"))),
    Case(304, "money in a currency of another namespace", INVALID, **_in(_measure("o:USD"))),
    Case(304, "shares in money", INVALID, _money("1", "Issued")),
    Case(304, "shares in shares", VALID, _money("1", "Issued", unit="shares")),
    Case(304, "shares in shares of another namespace", INVALID, **_in(_measure("o:shares"), "Issued")),
    Case(304, "a rate in pure", VALID, _money("0.5", "Rate", "d", "pure", "INF")),
    Case(304, "a rate in money", VALID, _money("0.5", "Rate", "d", "usd", "INF")),
    Case(304, "a number per share", VALID, _money("0.5", "Growth", "d", "each", "INF")),
    Case(304, "no measure", INVALID, units=_unit("u", "")),
    Case(304, "an empty measure", INVALID, units=_unit("u", _measure(""))),
    Case(304, "a measure of an undeclared prefix", INVALID, units=_unit("u", _measure("z:x"))),
    Case(304, "a measure of the specification that is not known", INVALID, units=_unit("u", _measure("xbrli:stocks"))),
    Case(
        304,
        "no denominator",
        INVALID,
        units=_unit("u", "<xbrli:divide><xbrli:unitNumerator><xbrli:measure>o:x</xbrli:measure></xbrli:unitNumerator></xbrli:divide>"),
    ),
    Case(304, "an empty denominator", INVALID, units=_unit("u", _ratio(_measure("o:x"), ""))),
    Case(304, "one measure above and below", INVALID, units=_unit("u", _ratio(_measure("o:x"), _measure("o:x", "o:y")))),
    Case(304, "measure and division", INVALID, units=_unit("u", _measure("o:x") + _ratio(_measure("o:y"), _measure("o:z")))),
    Case(304, "the same unit again", VALID, units=_unit("u", _measure("iso4217:USD"))),
    Case(304, "a product", VALID, units=_unit("u", _measure("o:x", "o:y"))),
    Case(304, "a blank around a measure", VALID, **_in(_measure(" iso4217:DEM "))),
    Case(304, "a number without unit", INVALID, '<k:Debt contextRef="i" decimals="0">1</k:Debt>'),
    Case(304, "a text with a unit", INVALID, _fact("Name", "text", unitRef="usd")),
    Case(304, "nil without unit", INVALID, '<k:Debt contextRef="i" xsi:nil="true"/>'),
]

# 4.6.3 to 4.6.6: decimals and precision
_DECIMALS = [
    Case(305, "decimals", VALID, _money("1", decimals="-3")),
    Case(305, "decimals with a plus", INVALID, _money("1", decimals="+2")),
    Case(305, "decimals with zeros in front", VALID, _money("1", decimals="-003")),
    Case(305, "exact", VALID, _money("1", decimals="INF")),
    Case(305, "exact in small letters", INVALID, _money("1", decimals="inf")),
    Case(305, "no decimals", INVALID, '<k:Debt contextRef="i" unitRef="usd">1</k:Debt>'),
    Case(305, "empty decimals", INVALID, _money("1", decimals="")),
    Case(305, "a fraction for decimals", INVALID, _money("1", decimals="1.0")),
    Case(305, "a word for decimals", INVALID, _money("1", decimals="two")),
    Case(305, "a blank around decimals", INVALID, _money("1", decimals=" 2 ")),
    Case(305, "precision", OPEN, _fact("Debt", "1", "i", unitRef="usd", precision="3")),
    Case(305, "precision zero", OPEN, _fact("Debt", "1", "i", unitRef="usd", precision="0")),
    Case(305, "exact precision", OPEN, _fact("Debt", "1", "i", unitRef="usd", precision="INF")),
    Case(305, "negative precision", INVALID, _fact("Debt", "1", "i", unitRef="usd", precision="-1")),
    Case(305, "precision and decimals", INVALID, _fact("Debt", "1", "i", unitRef="usd", precision="3", decimals="0")),
    Case(305, "decimals on a text", INVALID, _fact("Name", "text", decimals="0")),
    Case(305, "precision on a text", INVALID, _fact("Name", "text", precision="1")),
    Case(305, "decimals on nil", INVALID, '<k:Debt contextRef="i" unitRef="usd" decimals="0" xsi:nil="true"/>'),
    Case(305, "precision on nil", INVALID, '<k:Debt contextRef="i" unitRef="usd" precision="1" xsi:nil="true"/>'),
    Case(
        305,
        "a fraction item",
        OPEN,
        f'<k:Half contextRef="d" unitRef="pure">{_THIRD}</k:Half>',
    ),
    Case(
        305,
        "a fraction item with decimals",
        INVALID,
        f'<k:Half contextRef="d" unitRef="pure" decimals="0">{_THIRD}</k:Half>',
    ),
    Case(
        305,
        "a fraction item over nothing",
        INVALID,
        '<k:Half contextRef="d" unitRef="pure"><xbrli:numerator>1</xbrli:numerator><xbrli:denominator>0</xbrli:denominator></k:Half>',
    ),
    Case(
        305,
        "a fraction item without denominator",
        INVALID,
        '<k:Half contextRef="d" unitRef="pure"><xbrli:numerator>1</xbrli:numerator></k:Half>',
    ),
]

# 5.2.6.2.4: what a fact requires
_REQUIRED = [
    Case(306, "what is required is there", VALID, _money("1", "Needs") + _money("1", "Must")),
    Case(306, "what is required is missing", INVALID, _money("1", "Needs")),
    Case(306, "what is required alone", VALID, _money("1", "Must")),
    Case(
        306,
        "what is required in another context",
        VALID,
        _money("1", "Needs") + _money("1", "Must", "c"),
        contexts=_context("c", _instant("2002-12-31")),
    ),
]

# 4.2: references to schemas
_REFERENCES = [
    Case(307, "no schema", INVALID, schema=""),
    Case(307, "a schema that is not there", INVALID, schema=_SCHEMA_REF.replace("kite", "lost")),
    Case(307, "two references to one schema", VALID, schema=_SCHEMA_REF * 2),
    Case(307, "no href", INVALID, schema='<link:schemaRef xlink:type="simple"/>'),
    Case(307, "no xlink:type", INVALID, schema='<link:schemaRef xlink:href="kite.xsd"/>'),
    Case(307, "a wrong xlink:type", INVALID, schema='<link:schemaRef xlink:type="extended" xlink:href="kite.xsd"/>'),
    Case(307, "a schema behind a context", INVALID, contexts=_context("c", _instant("2002-12-31")) + _SCHEMA_REF),
    Case(307, "a linkbase for a schema", INVALID, schema=_SCHEMA_REF + _SCHEMA_REF.replace("kite.xsd", "kite_def.xml")),
    Case(
        307,
        "a linkbase",
        VALID,
        schema=_SCHEMA_REF
        + '<link:linkbaseRef xlink:type="simple" xlink:href="kite_def.xml" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>',
    ),
    Case(
        307, "a linkbase without arcrole", INVALID, schema=_SCHEMA_REF + '<link:linkbaseRef xlink:type="simple" xlink:href="kite_def.xml"/>'
    ),
    Case(307, "a base for the reference", VALID, schema=_SCHEMA_REF.replace("<link:schemaRef", '<link:schemaRef xml:base="./"')),
    Case(307, "xsi:schemaLocation beside it", VALID, schema=_SCHEMA_REF, facts=_fact("Name", "text")),
    Case(
        307,
        "a linkbase before the schema",
        INVALID,
        schema='<link:linkbaseRef xlink:type="simple" xlink:href="kite_def.xml" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        + _SCHEMA_REF,
    ),
]

# 4, 4.7.3: what is validated laxly, and what is no part of an instance
_LAX = [
    Case(314, "own content in a segment", OPEN, **_within(_in_segment("<o:place>x</o:place>"))),
    Case(314, "declared content in a segment", OPEN, **_within(_in_segment("<k:Since>2001-12-31</k:Since>"))),
    Case(314, "declared content that is wrong in a segment", OPEN, **_within(_in_segment("<k:Since>yesterday</k:Since>"))),
    Case(314, "text in a segment", INVALID, **_within(_in_segment("here"))),
    Case(314, "text in the root", INVALID, "here"),
    Case(314, "an element that is no item", INVALID, "<k:Place>here</k:Place>"),
    Case(314, "an element that nobody declares", INVALID, "<o:thing/>"),
    Case(314, "an abstract item", INVALID, _money("1", "Head")),
    Case(314, "a footnote", VALID, _fact("Name", "text", id="n") + _FOOTNOTE),
    Case(314, "an attribute of another's on a fact", VALID, _fact("Name", "text").replace("<k:Name", '<k:Name o:seen="yes"')),
    Case(314, "an attribute of nobody's on a fact", INVALID, _fact("Name", "text", seen="yes")),
    Case(314, "a tuple", OPEN, "<k:Pair>" + _money("7", "Cash", decimals="INF") + "</k:Pair>"),
    Case(314, "a tuple without its part", OPEN, "<k:Pair/>"),
    Case(314, "an element in a value", INVALID, _fact("Name", "<o:b>text</o:b>")),
]


def _refers(*references: tuple[str, str, str]) -> str:
    """References to roles behind that to the schema: kind, URI, address."""
    made = (f'<link:{kind}Ref {kind}URI="{uri}" xlink:type="simple" xlink:href="{href}"/>' for kind, uri, href in references)
    return _SCHEMA_REF + "".join(made)


_ROLE, _ARCROLE = ("role", "urn:r", "kite.xsd#r"), ("arcrole", "urn:a", "kite.xsd#a")
_STANDARD = "http://www.xbrl.org/2003"

# 3.5.2.4, 3.5.2.5: references to roles
_ROLES = [
    Case(309, "a role", VALID, schema=_refers(_ROLE)),
    Case(309, "a role of a schema that is not there", INVALID, schema=_refers(("role", "urn:r", "none.xsd#r"))),
    Case(309, "a role that is not there", INVALID, schema=_refers(("role", "urn:r", "kite.xsd#none"))),
    Case(309, "a role without id", INVALID, schema=_refers(("role", "urn:r", "kite.xsd"))),
    Case(309, "an element for a role", INVALID, schema=_refers(("role", "urn:r", "kite.xsd#k_Cash"))),
    Case(309, "a role of another URI", INVALID, schema=_refers(("role", "urn:other", "kite.xsd#r"))),
    Case(309, "a standard role defined anew", INVALID, schema=_refers(("role", f"{_STANDARD}/role/link", "kite.xsd#r"))),
    Case(309, "an arcrole for a role", INVALID, schema=_refers(("role", "urn:a", "kite.xsd#a"))),
    Case(309, "a role twice", INVALID, schema=_refers(_ROLE, _ROLE)),
    Case(309, "a role without URI", INVALID, schema=_refers(_ROLE).replace(' roleURI="urn:r"', "")),
    Case(308, "an arcrole", VALID, schema=_refers(_ARCROLE)),
    Case(308, "an arcrole that is not there", INVALID, schema=_refers(("arcrole", "urn:a", "kite.xsd#none"))),
    Case(308, "an arcrole of another URI", INVALID, schema=_refers(("arcrole", "urn:other", "kite.xsd#a"))),
    Case(308, "an arcrole twice", INVALID, schema=_refers(_ARCROLE, _ARCROLE)),
]


def _noted(old: str, new: str, schema: str = _SCHEMA_REF) -> dict[str, str]:
    """A fact with a footnote of which something is otherwise."""
    assert old in _FOOTNOTE
    return {"facts": _fact("Name", "text", id="n") + _FOOTNOTE.replace(old, new, 1), "schema": schema}


_LOC = '<link:loc xlink:type="locator" xlink:href="#n" xlink:label="n"/>'
_ARC = _FOOTNOTE[_FOOTNOTE.index("<link:footnoteArc") : _FOOTNOTE.index("</link:footnoteLink")].strip()
_ENDS = 'xlink:from="n" xlink:to="f"'
_NOTE_ROLE = f'xlink:role="{_STANDARD}/role/footnote"'
_IN_LINK = f'xlink:role="{_STANDARD}/role/link"'
_OF_FACT = f"{_STANDARD}/arcrole/fact-footnote"

# 4.11: footnotes
_FOOTNOTES = [
    Case(314, "a footnote of what is not there", INVALID, **_noted('"#n"', '"#none"')),
    Case(314, "a footnote of a context", INVALID, **_noted('"#n"', '"#i"')),
    Case(314, "a footnote of a concept", INVALID, **_noted('"#n"', '"kite.xsd#k_Cash"')),
    Case(314, "a footnote by the scheme element", VALID, **_noted('"#n"', '"#element(n)"')),
    Case(314, "a locator without label", INVALID, **_noted(' xlink:label="n"', "")),
    Case(314, "a locator without address", INVALID, **_noted(' xlink:href="#n"', "")),
    Case(314, "a footnote without language", INVALID, **_noted(' xml:lang="en"', "")),
    Case(314, "a footnote without role", VALID, **_noted(f" {_NOTE_ROLE}", "")),
    Case(314, "a footnote that is a label", INVALID, **_noted(_NOTE_ROLE, f'xlink:role="{_STANDARD}/role/label"')),
    Case(314, "a footnote with a role of nobody", INVALID, **_noted(_NOTE_ROLE, 'xlink:role="urn:r"')),
    Case(314, "a footnote with a role", VALID, **_noted(_NOTE_ROLE, 'xlink:role="urn:r"', _refers(_ROLE))),
    Case(314, "footnotes with a role of nobody", INVALID, **_noted(_IN_LINK, 'xlink:role="urn:r"')),
    Case(314, "footnotes with a role", VALID, **_noted(_IN_LINK, 'xlink:role="urn:r"', _refers(_ROLE))),
    Case(
        314,
        "footnotes with a role for labels",
        INVALID,
        **_noted(_IN_LINK, 'xlink:role="urn:labels"', _refers(("role", "urn:labels", "kite.xsd#labels"))),
    ),
    Case(314, "an arc from a footnote", INVALID, **_noted(_ENDS, 'xlink:from="f" xlink:to="n"')),
    Case(314, "an arc from a fact to a fact", INVALID, **_noted(_ENDS, 'xlink:from="n" xlink:to="n"')),
    Case(314, "an arc to nothing", INVALID, **_noted(_ENDS, 'xlink:from="n" xlink:to="none"')),
    Case(314, "an arc twice", INVALID, **_noted(_ARC, _ARC * 2)),
    Case(314, "an arc with an arcrole of nobody", INVALID, **_noted(_OF_FACT, "urn:a")),
    Case(314, "an arc with an arcrole", VALID, **_noted(_OF_FACT, "urn:a", _refers(_ARCROLE))),
    Case(314, "an arc with an arcrole of labels", INVALID, **_noted(_OF_FACT, f"{_STANDARD}/arcrole/concept-label")),
    Case(
        314, "a label among footnotes", INVALID, **_noted(_LOC, f'{_LOC}<link:label xlink:type="resource" xlink:label="l" xml:lang="en"/>')
    ),
]

# 4.6: nil; types by derivation
_NIL = [
    Case(398, "nil", VALID, '<k:Debt contextRef="i" unitRef="usd" xsi:nil="true"/>'),
    Case(398, "nil as 1", VALID, '<k:Debt contextRef="i" unitRef="usd" xsi:nil="1"/>'),
    Case(398, "not nil", VALID, '<k:Debt contextRef="i" unitRef="usd" decimals="0" xsi:nil="false">1</k:Debt>'),
    Case(398, "nil with a value", INVALID, '<k:Debt contextRef="i" unitRef="usd" xsi:nil="true">1</k:Debt>'),
    Case(398, "nil with a blank", INVALID, '<k:Debt contextRef="i" unitRef="usd" xsi:nil="true"> </k:Debt>'),
    Case(398, "nil by a word", INVALID, '<k:Debt contextRef="i" unitRef="usd" xsi:nil="yes"/>'),
    Case(398, "nil where it may not be", INVALID, '<k:Must contextRef="i" unitRef="usd" xsi:nil="true"/>'),
    Case(398, "nothing for a number", INVALID, _money("")),
    Case(398, "nothing for a text", VALID, _fact("Name", "")),
    Case(398, "nil text", VALID, '<k:Name contextRef="d" xsi:nil="true"/>'),
    Case(398, "a nil tuple", OPEN, '<k:Pair xsi:nil="true"/>'),
]
_TYPES = [
    Case(399, "money of a derived type", VALID, _money("1.5")),
    Case(399, "a word for money of a derived type", INVALID, _money("many")),
    Case(399, "shares for money of a derived type", INVALID, _money("1", unit="shares")),
    Case(399, "separators", INVALID, _money("1,000")),
    Case(399, "an exponent", INVALID, _money("1E3")),
    Case(399, "a leading plus", VALID, _money("+1")),
    Case(399, "a point at the end", VALID, _money("1.")),
    Case(399, "a point at the start", VALID, _money(".5")),
    Case(399, "a point alone", INVALID, _money(".")),
    Case(399, "infinite money", INVALID, _money("INF")),
    Case(399, "a listed colour", VALID, _fact("Colour", "dark blue")),
    Case(399, "a colour that is not listed", INVALID, _fact("Colour", "green")),
    Case(399, "a listed colour with blanks", INVALID, _fact("Colour", " red ")),
    Case(399, "a code of the pattern", OPEN, _fact("Code", "ABC")),
    Case(399, "a code of no pattern", OPEN, _fact("Code", "abc")),
    Case(399, "an age", VALID, _money("77", "Age", "i", "pure")),
    Case(399, "an age beyond its bound", INVALID, _money("177", "Age", "i", "pure")),
    Case(399, "a negative count", INVALID, _money("-1", "Count", "i", "pure")),
    Case(399, "a count with a point", INVALID, _money("1.0", "Count", "i", "pure")),
    Case(399, "a double with exponent", VALID, _money("1.5e-3", "Weight", "d", "pure", "INF")),
    Case(399, "a double that is infinite", VALID, _money("-INF", "Weight", "d", "pure", "INF")),
    Case(399, "a double that is a word", INVALID, _money("heavy", "Weight", "d", "pure", "INF")),
    Case(399, "a float that is no number", VALID, _money("NaN", "Big", "d", "pure", "INF")),
    Case(399, "a day", VALID, _fact("Day", "2000-02-29")),
    Case(399, "a day that never was", INVALID, _fact("Day", "1999-02-29")),
    Case(399, "a day with a zone", VALID, _fact("Day", "2000-02-28+02:00")),
    Case(399, "a moment", VALID, _fact("Moment", "2000-02-28T23:59:59.5Z")),
    Case(399, "a moment in hour 25", INVALID, _fact("Moment", "2000-02-28T25:00:00")),
    Case(399, "a flag", VALID, _fact("Flag", "1")),
    Case(399, "a flag in capitals", INVALID, _fact("Flag", "TRUE")),
    Case(399, "a year", VALID, _fact("Year", "1999")),
    Case(399, "a year of two digits", INVALID, _fact("Year", "99")),
    Case(399, "an address", VALID, _fact("Link", "https://example.com/a")),
    Case(399, "no facts at all", VALID, base=False),
    Case(399, "a concept that nobody declares", INVALID, _fact("Nothing", "text")),
    Case(399, "a comment within a number", VALID, _money("1<!-- one -->0")),
    Case(399, "two values that contradict", VALID, _money("1") + _money("1", context="i")),
]
CASES = [
    *_IDS,
    *_CONTEXT_CASES,
    *_PERIOD_TYPES,
    *_UNIT_CASES,
    *_DECIMALS,
    *_REQUIRED,
    *_REFERENCES,
    *_LAX,
    *_ROLES,
    *_FOOTNOTES,
    *_NIL,
    *_TYPES,
]


def write_taxonomy(folder: Path) -> None:
    """``kite.xsd`` and ``kite_def.xml``."""
    (folder / "kite.xsd").write_text(SCHEMA % "\n".join(map(_element, _ELEMENTS.splitlines())))
    (folder / "kite_def.xml").write_text(DEFINITIONS)
