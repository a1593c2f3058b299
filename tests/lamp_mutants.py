"""Ways to damage a good report. Each mutant is a name and a text."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from lamp import INSTANCE, INSTANT, YEAR, document, json_text

Doc = dict[str, Any]
Damage = Callable[[Doc], object]


def _value(fact: str, value: object) -> Damage:
    return lambda doc: doc["facts"][fact].update(value=value)


def _decimals(fact: str, value: object) -> Damage:
    return lambda doc: doc["facts"][fact].update(decimals=value)


def _aspect(fact: str, **aspects: object) -> Damage:
    return lambda doc: doc["facts"][fact]["dimensions"].update(aspects)


def _without(fact: str, aspect: str) -> Damage:
    return lambda doc: doc["facts"][fact]["dimensions"].pop(aspect)


def _property(name: str, value: object) -> Damage:
    return lambda doc: doc["facts"]["assets"].update({name: value})


def _again(fact: str, value: object, decimals: int | None = -3, name: str = "again") -> Damage:
    def damage(doc: Doc) -> None:
        more = copy.deepcopy(doc["facts"][fact]) | {"value": value}
        more.pop("decimals", None)
        doc["facts"][name] = more if decimals is None else more | {"decimals": decimals}

    return damage


def _all(*damages: Damage) -> Damage:
    return lambda doc: [damage(doc) for damage in damages]


def _info(**members: object) -> Damage:
    return lambda doc: doc["documentInfo"].update(members)


def _namespace(prefix: str, uri: str) -> Damage:
    return lambda doc: doc["documentInfo"]["namespaces"].update({prefix: uri})


DAMAGES: dict[str, Damage] = {
    "text for money": _value("assets", "a million"),
    "separators": _value("assets", "1,001,000"),
    "exponent": _value("assets", "1.001E6"),
    "empty money": _value("assets", ""),
    "number for text": _value("assets", 1001000),
    "boolean for text": _value("audited", True),
    "no hue": _value("hue", "green"),
    "no boolean": _value("audited", "yes"),
    "no date": _value("founded", "May 6, 1901"),
    "impossible date": _value("founded", "1901-02-29"),
    "no month and day": _value("closes", "12-31"),
    "impossible month and day": _value("closes", "--13-31"),
    "negative watts": _value("watts", "-60"),
    "fraction of watts": _value("watts", "60.5"),
    "nil that must not be": _all(_value("must", None), lambda doc: doc["facts"]["must"].pop("decimals")),
    "no value": lambda doc: doc["facts"]["assets"].pop("value"),
    "no dimensions": lambda doc: doc["facts"]["assets"].pop("dimensions"),
    "fact is text": lambda doc: doc["facts"].update(assets="1001000"),
    "duration for an instant": _aspect("assets", period=YEAR),
    "instant for a duration": _aspect("sales", period=INSTANT),
    "no period for an instant": _without("assets", "period"),
    "no period for a duration": _without("sales", "period"),
    "date for a period": _aspect("assets", period="1996-12-31"),
    "impossible period": _aspect("assets", period="1996-02-30T00:00:00"),
    "period backwards": _aspect("sales", period="1997-01-01T00:00:00/1996-01-01T00:00:00"),
    "period with a blank": _aspect("assets", period="1997-01-01 00:00:00"),
    "null period": _aspect("assets", period=None),
    "period is a number": _aspect("assets", period=1996),
    "no unit for money": _without("assets", "unit"),
    "no unit for shares": _without("issued", "unit"),
    "unit without prefix": _aspect("assets", unit="USD"),
    "unit of no currency": _aspect("assets", unit="iso4217:usd"),
    "shares for money": _aspect("assets", unit="xbrli:shares"),
    "money per share for money": _aspect("assets", unit="iso4217:USD/xbrli:shares"),
    "money for shares": _aspect("issued", unit="iso4217:USD"),
    "pure spelled out": _aspect("ratio", unit="xbrli:pure"),
    "unit of an undeclared prefix": _aspect("assets", unit="utr:USD"),
    "unit out of order": _aspect("ratio", unit="(xbrli:shares*iso4217:USD)"),
    "unit with a blank": _aspect("assets", unit="iso4217:USD "),
    "unit on text": _aspect("title", unit="iso4217:USD"),
    "unit on a date": _aspect("founded", unit="iso4217:USD"),
    "decimals with a fraction": _decimals("assets", -3.5),
    "decimals null": _decimals("assets", None),
    "decimals as a word": _decimals("assets", "thousands"),
    "decimals on nil": _decimals("nothing", -3),
    "decimals on text": _decimals("title", 0),
    "unknown concept": _aspect("assets", concept="l:Liabilities"),
    "concept of an undeclared prefix": _aspect("assets", concept="m:Assets"),
    "concept without prefix": _aspect("assets", concept="Assets"),
    "abstract concept": _aspect("title", concept="l:Heading"),
    "an axis as concept": _aspect("title", concept="l:ClassAxis"),
    "no concept": _without("assets", "concept"),
    "unknown axis": _aspect("class_a", **{"l:ColourAxis": "l:ClassAMember"}),
    "axis of an undeclared prefix": _aspect("class_a", **{"m:ClassAxis": "l:ClassAMember"}),
    "a concept as axis": _aspect("class_a", **{"l:Title": "l:ClassAMember"}),
    "unknown member": _aspect("class_a", **{"l:ClassAxis": "l:ClassQMember"}),
    "member without prefix": _aspect("class_a", **{"l:ClassAxis": "ClassAMember"}),
    "default member": _aspect("class_a", **{"l:ClassAxis": "l:ClassDomain"}),
    "a concept as member": _aspect("class_a", **{"l:ClassAxis": "l:Title"}),
    "empty part of a sum": _value("fixed", ""),
    "member is a number": _aspect("class_a", **{"l:ClassAxis": 4}),
    "own property as dimension": _aspect("assets", **{"f2x:axis": "x"}),
    "entity without prefix": _aspect("assets", entity="0000000001"),
    "entity of an undeclared prefix": _aspect("assets", entity="sec:0000000001"),
    "entity with a blank": _aspect("assets", entity="cik:00 01"),
    "entity is a number": _aspect("assets", entity=1),
    "language in capitals": _aspect("title", language="en-US"),
    "language on a number": _aspect("assets", language="en"),
    "language is none": _aspect("title", language="english language"),
    "note id on a fact": _aspect("assets", noteId="assets"),
    "unknown core dimension": _aspect("assets", scenario="x"),
    "two values": _again("assets", "950000"),
    "two values of other decimals": _again("assets", "970000", -4),
    "three values, each pair close": _all(
        _again("assets", "1001000", -3, "p"), _again("assets", "1100000", -5, "q"), _again("assets", "1060000", -4, "r")
    ),
    "three values, all close": _all(_again("assets", "1000000", -4, "p"), _again("assets", "1000000", -5, "q")),
    "same value again": _again("assets", "1001000"),
    "nil and a value": _again("assets", None, None),
    "exact and rounded": _again("assets", "1001400", None),
    "exact and too far": _again("assets", "1001600", None),
    "two titles": _again("title", "Lamp and Shade, Inc.", None),
    "the title again": _again("title", "Lamp & Shade, Inc.", None),
    "two dates": _again("founded", "1902-05-06", None),
    "broken sum": _value("fixed", "500000"),
    "sum off by two": _value("fixed", "397000"),
    "digit in a sum": _value("sales", "5900000"),
    "sign in a sum": _value("costs", "-3000000"),
    "scale in a sum": _value("sales", "5000000000"),
    "excess digits": _value("sales", "5000499"),
    "property without prefix": _property("source", "p1"),
    "property of an undeclared prefix": _property("g2x:source", "p1"),
    "own property": _property("f2x:source", ["p1"]),
    "links are text": _property("links", "x"),
    "links of an unknown type": _property("links", {"footnote": {"_": ["title"]}}),
    "canonical values promised": _info(features={"xbrl:canonicalValues": True}),
    "id with a blank": lambda doc: doc["facts"].update({"a b": doc["facts"].pop("assets")}),
    "id begins with a digit": lambda doc: doc["facts"].update({"1a": doc["facts"].pop("assets")}),
    "id is empty": lambda doc: doc["facts"].update({"": doc["facts"].pop("assets")}),
    "id with a colon": lambda doc: doc["facts"].update({"a:b": doc["facts"].pop("assets")}),
    "member at the top": lambda doc: doc.update(comment="x"),
    "own member at the top": lambda doc: doc.update({"f2x:comment": "x"}),
    "facts are a list": lambda doc: doc.update(facts=[]),
    "no facts": lambda doc: doc.pop("facts"),
    "no documentInfo": lambda doc: doc.pop("documentInfo"),
    "other document type": _info(documentType="https://xbrl.org/2099/xbrl-json"),
    "no document type": lambda doc: doc["documentInfo"].pop("documentType"),
    "no taxonomy": lambda doc: doc["documentInfo"].pop("taxonomy"),
    "empty taxonomy": _info(taxonomy=[]),
    "taxonomy is text": _info(taxonomy="lamp.xsd"),
    "taxonomy not there": _info(taxonomy=["lantern.xsd"]),
    "taxonomy on the web": _info(taxonomy=["https://example.com/lamp/lamp.xsd"]),
    "member of documentInfo": _info(comment="x"),
    "own member of documentInfo": _info(**{"f2x:comment": {"a": 1}}),
    "no namespaces": lambda doc: doc["documentInfo"].pop("namespaces"),
    "namespace is a number": _namespace("n", 5),  # type: ignore[arg-type]
    "namespace is relative": _namespace("n", "lamp"),
    "two prefixes": _namespace("m", "https://example.com/lamp/2026"),
    "reserved prefix": _namespace("xbrli", "https://example.com/other"),
    "other prefix for iso4217": _all(
        lambda doc: doc["documentInfo"]["namespaces"].pop("iso4217"), _namespace("iso", "http://www.xbrl.org/2003/iso4217")
    ),
    "unknown feature": _info(features={"xbrl:allowedDuplicates": "some"}),
    "feature of an undeclared prefix": _info(features={"y:z": True}),
    "promise kept": _info(features={"xbrl:allowedDuplicates": "none"}),
    "promise broken": _all(_info(features={"xbrl:allowedDuplicates": "none"}), _again("assets", "1001000")),
    "weaker promise kept": _all(_info(features={"xbrl:allowedDuplicates": "complete"}), _again("assets", "1001000")),
    "weaker promise broken": _all(_info(features={"xbrl:allowedDuplicates": "complete"}), _again("assets", "1000000", -4)),
    "base address relative": _info(baseURL="../x"),
}

TEXTS: dict[str, Callable[[str], str]] = {
    "truncated": lambda text: text[: len(text) // 2],
    "key twice": lambda text: text.replace('"fixed": {', '"current": {'),
    "namespace twice": lambda text: text.replace('"l": ', '"cik": "http://www.sec.gov/CIK2", "l": '),
    "trailing comma": lambda text: text.replace("\n }\n}", "\n },\n}"),
    "single quotes": lambda text: text.replace('"', "'"),
    "two texts": lambda text: text + text,
    "a list": lambda text: f"[{text}]",
    "nothing": lambda text: "",
    "blanks": lambda text: "  \n ",
    "byte order mark": lambda text: "\ufeff" + text,
}

XML: dict[str, tuple[str, str]] = {
    "truncated": ('<l:Founded contextRef="d"> 1901-05-06 </l:Founded>', "<l:Founded"),
    "text for money": (">1001000<", ">a million<"),
    "separators": (">1001000<", ">1,001,000<"),
    "empty money": (">1001000<", "><"),
    "exponent": (">1001000<", ">1.001E6<"),
    "no boolean": (">true<", ">yes<"),
    "no date": (" 1901-05-06 ", "1901-5-6"),
    "negative watts": (">60<", ">-60<"),
    "elements in a value": (">a lamp<", "><b>a lamp</b><"),
    "dangling context": ('id="assets" contextRef="i"', 'id="assets" contextRef="z"'),
    "no context": ('id="assets" contextRef="i"', 'id="assets"'),
    "dangling unit": ('contextRef="i" unitRef="usd" decimals="-3">1001000', 'contextRef="i" unitRef="eur" decimals="-3">1001000'),
    "no unit": ('contextRef="i" unitRef="usd" decimals="-3">1001000', 'contextRef="i" decimals="-3">1001000'),
    "no decimals": ('unitRef="usd" decimals="-3">1001000', 'unitRef="usd">1001000'),
    "precision": ('unitRef="usd" decimals="-3">1001000', 'unitRef="usd" precision="4">1001000'),
    "both": ('unitRef="usd" decimals="-3">1001000', 'unitRef="usd" precision="4" decimals="-3">1001000'),
    "decimals a word": ('unitRef="usd" decimals="-3">1001000', 'unitRef="usd" decimals="thousands">1001000'),
    "decimals a fraction": ('unitRef="usd" decimals="-3">1001000', 'unitRef="usd" decimals="-3.5">1001000'),
    "decimals on nil": ('unitRef="usd" xsi:nil', 'unitRef="usd" decimals="-3" xsi:nil'),
    "decimals INF on nil": ('unitRef="usd" xsi:nil', 'unitRef="usd" decimals="INF" xsi:nil'),
    "decimals on text": ('id="title" contextRef="d"', 'id="title" contextRef="d" decimals="0"'),
    "unit on text": ('id="title" contextRef="d"', 'id="title" contextRef="d" unitRef="usd"'),
    "nil with a value": ('xsi:nil="true"/>', 'xsi:nil="true">5</l:Costs>'),
    "nil that must not be": ('unitRef="usd" decimals="-3">7000', 'unitRef="usd" xsi:nil="true">'),
    "nil is a word": ('xsi:nil="true"/>', 'xsi:nil="yes"/>'),
    "unknown concept": ('<l:Text contextRef="d">a lamp</l:Text>', '<l:Nothing contextRef="d">a lamp</l:Nothing>'),
    "abstract concept": ('<l:Text contextRef="d">a lamp</l:Text>', '<l:Heading contextRef="d">a lamp</l:Heading>'),
    "unknown namespace": ('<l:Text contextRef="d">a lamp</l:Text>', '<m:Text xmlns:m="urn:m" contextRef="d">a lamp</m:Text>'),
    "duration for an instant": ('id="assets" contextRef="i"', 'id="assets" contextRef="d"'),
    "instant for a duration": ('id="sales" contextRef="d"', 'id="sales" contextRef="i"'),
    "shares for money": ('contextRef="i" unitRef="usd" decimals="-3">1001000', 'contextRef="i" unitRef="shares" decimals="-3">1001000'),
    "per share for money": ('contextRef="i" unitRef="usd" decimals="-3">1001000', 'contextRef="i" unitRef="each" decimals="-3">1001000'),
    "pure for money": ('contextRef="i" unitRef="usd" decimals="-3">1001000', 'contextRef="i" unitRef="pure" decimals="-3">1001000'),
    "money for shares": ('id="issued" contextRef="i" unitRef="shares"', 'id="issued" contextRef="i" unitRef="usd"'),
    "measure of no currency": ('<xbrli:unit id="usd"><xbrli:measure>iso4217:USD', '<xbrli:unit id="usd"><xbrli:measure>iso4217:usd'),
    "measure unknown": ('<xbrli:unit id="shares"><xbrli:measure>xbrli:shares', '<xbrli:unit id="shares"><xbrli:measure>xbrli:units'),
    "measure of an undeclared prefix": ('<xbrli:unit id="usd"><xbrli:measure>iso4217:USD', '<xbrli:unit id="usd"><xbrli:measure>iso:USD'),
    "measure without prefix": ('<xbrli:unit id="usd"><xbrli:measure>iso4217:USD', '<xbrli:unit id="usd"><xbrli:measure>USD'),
    "unit without measure": ('<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure>', '<xbrli:unit id="pure">'),
    "unit cancels": ("<xbrli:unitDenominator><xbrli:measure>xbrli:shares", "<xbrli:unitDenominator><xbrli:measure>iso4217:USD"),
    "unit without denominator": ("<xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>", ""),
    "id twice": ('id="fixed"', 'id="current"'),
    "context id twice": ('<xbrli:context id="h">', '<xbrli:context id="d">'),
    "period backwards": (
        "<xbrli:startDate>1996-01-01</xbrli:startDate><xbrli:endDate>1996-12-31<",
        "<xbrli:startDate>1996-12-31</xbrli:startDate><xbrli:endDate>1996-01-01<",
    ),
    "no date in a context": (
        '<xbrli:instant>1996-12-31</xbrli:instant></xbrli:period></xbrli:context>\n<xbrli:context id="b">',
        '<xbrli:instant>Dec 31</xbrli:instant></xbrli:period></xbrli:context>\n<xbrli:context id="b">',
    ),
    "impossible date in a context": ("<xbrli:instant>1995-12-31<", "<xbrli:instant>1995-02-30<"),
    "no end": ("<xbrli:endDate>1996-12-31</xbrli:endDate>", ""),
    "no period": ("<xbrli:period><xbrli:instant>1995-12-31</xbrli:instant></xbrli:period>", ""),
    "forever": ("<xbrli:startDate>1996-01-01</xbrli:startDate><xbrli:endDate>1996-12-31</xbrli:endDate>", "<xbrli:forever/>"),
    "no identifier": (
        '<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier>',
        '<xbrli:context id="b"><xbrli:entity>',
    ),
    "no scheme": (
        '<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">',
        '<xbrli:context id="b"><xbrli:entity><xbrli:identifier>',
    ),
    "empty identifier": (
        '<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001',
        '<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">',
    ),
    "empty segment": ('<xbrldi:explicitMember dimension="l:ClassAxis">l:ClassAMember</xbrldi:explicitMember>', ""),
    "unknown axis": ('dimension="l:ClassAxis"', 'dimension="l:ColourAxis"'),
    "a concept as axis": ('dimension="l:ClassAxis"', 'dimension="l:Title"'),
    "unknown member": (">l:ClassAMember<", ">l:ClassQMember<"),
    "default member": (">l:ClassAMember<", ">l:ClassDomain<"),
    "member of an undeclared prefix": (">l:ClassAMember<", ">m:ClassAMember<"),
    "axis twice": (
        "</xbrldi:explicitMember>",
        '</xbrldi:explicitMember><xbrldi:explicitMember dimension="l:ClassAxis">l:ClassDomain</xbrldi:explicitMember>',
    ),
    "no schema": ('<link:schemaRef xlink:type="simple" xlink:href="lamp.xsd"/>', ""),
    "schema not there": ('xlink:href="lamp.xsd"', 'xlink:href="lantern.xsd"'),
    "schema on the web": ('xlink:href="lamp.xsd"', 'xlink:href="https://example.com/lamp.xsd"'),
    "two values": ("<l:Text ", '<l:Assets contextRef="i" unitRef="usd" decimals="-3">950000</l:Assets><l:Text '),
    "same value again": ("<l:Text ", '<l:Assets contextRef="i" unitRef="usd" decimals="-3">1001000</l:Assets><l:Text '),
    "nil and a value": ("<l:Text ", '<l:Assets contextRef="i" unitRef="usd" xsi:nil="true"/><l:Text '),
    "two titles": ("<l:Text ", '<l:Title contextRef="d">Lamp</l:Title><l:Text '),
    "two titles in two languages": ("<l:Text ", '<l:Title contextRef="d" xml:lang="de">Lampe</l:Title><l:Text '),
    "broken sum": (">400000<", ">500000<"),
    "excess digits": (">400000<", ">400123<"),
    "unused context": (
        "<l:Text ",
        '<xbrli:context id="u"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier></xbrli:entity>'
        "<xbrli:period><xbrli:instant>1990-01-01</xbrli:instant></xbrli:period></xbrli:context><l:Text ",
    ),
    "blank in decimals": ('decimals="-3">1001000', 'decimals=" -3 ">1001000'),
    "precision a word": ('decimals="-3">1001000', 'precision="x">1001000'),
    "attribute": ('id="assets"', 'id="assets" colour="red"'),
    "own attribute": ('id="assets"', 'id="assets" l:colour="red"'),
    "element of the specification": ("<l:Text ", "<xbrli:lamp/><l:Text "),
    "abstract item": ("<l:Text ", '<xbrli:item contextRef="i"/><l:Text '),
    "text in the root": ("<l:Text ", "lamp<l:Text "),
    "id with a blank": ('id="assets"', 'id="1 a"'),
    "element of the specification in a segment": (
        '<xbrldi:explicitMember dimension="l:ClassAxis">l:ClassAMember</xbrldi:explicitMember>',
        "<xbrli:shares/>",
    ),
    "fact in a segment": (
        '<xbrldi:explicitMember dimension="l:ClassAxis">l:ClassAMember</xbrldi:explicitMember>',
        '<l:Text contextRef="i">a</l:Text>',
    ),
    "time zone": ("<xbrli:instant>1995-12-31<", "<xbrli:instant>1995-12-31Z<"),
    "comment in a value": (">1001000<", ">1001<!-- 5 -->000<"),
    "blanks around a value": (">1001000<", "> 1001000\n<"),
    "midnight": ("<xbrli:instant>1995-12-31<", "<xbrli:instant>1996-01-01T00:00:00<"),
    "DOCTYPE": ("<xbrli:xbrl ", '<!DOCTYPE x [<!ENTITY a "b">]><xbrli:xbrl '),
}


def json_mutants() -> Iterator[tuple[str, str]]:
    """(name, text) of every damaged xBRL-JSON report."""
    for name, damage in DAMAGES.items():
        doc = document()
        damage(doc)
        yield name, json.dumps(doc)
    for name, change in TEXTS.items():
        text = change(json_text())
        assert text != json_text(), name
        yield name, text


def xml_mutants() -> Iterator[tuple[str, str]]:
    """(name, text) of every damaged instance."""
    for name, (old, new) in XML.items():
        assert old in INSTANCE, name
        yield name, INSTANCE[: INSTANCE.index(old)] if name == "truncated" else INSTANCE.replace(old, new, 1)
