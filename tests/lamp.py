"""Good reports over a small taxonomy of a company that never was, to be damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAMESPACE = "https://example.com/lamp/2026"

SCHEMA = f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:dtr="http://www.xbrl.org/dtr/type/2024-01-31" xmlns:xbrldt="http://xbrl.org/2005/xbrldt"
 xmlns:l="{NAMESPACE}" targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
<link:linkbaseRef xlink:type="simple" xlink:href="lamp_cal.xml" xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
<link:linkbaseRef xlink:type="simple" xlink:href="lamp_def.xml" xlink:role="http://www.xbrl.org/2003/role/definitionLinkbaseRef"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
<xs:import namespace="http://www.xbrl.org/dtr/type/2024-01-31" schemaLocation="https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"/>
<xs:complexType name="wattType"><xs:simpleContent><xs:restriction base="xbrli:nonNegativeIntegerItemType"/></xs:simpleContent>
</xs:complexType>
<xs:complexType name="hueType"><xs:simpleContent><xs:restriction base="xbrli:tokenItemType"><xs:enumeration value="red"/>
<xs:enumeration value="blue"/></xs:restriction></xs:simpleContent></xs:complexType>
%s
</xs:schema>
"""

_ELEMENTS = """Heading string duration abstract
Assets monetary instant
Current monetary instant
Fixed monetary instant
Sales monetary duration
Costs monetary duration
Gross monetary duration
Issued shares instant
Title string duration
Text normalizedString duration
Audited boolean duration
Founded date duration
Closes gMonthDay duration
Ratio pure duration
Must monetary instant required"""

_SPECIAL = """
<xs:element name="PerShare" id="l_PerShare" type="dtr:perShareItemType" substitutionGroup="xbrli:item" nillable="true"
 xbrli:periodType="duration"/>
<xs:element name="Watts" id="l_Watts" type="l:wattType" substitutionGroup="xbrli:item" nillable="true"
 xbrli:periodType="instant"/>
<xs:element name="Hue" id="l_Hue" type="l:hueType" substitutionGroup="xbrli:item" nillable="true" xbrli:periodType="duration"/>
<xs:element name="ClassAxis" id="l_ClassAxis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"
 nillable="true" xbrli:periodType="duration"/>
<xs:element name="ClassDomain" id="l_ClassDomain" type="dtr:domainItemType" substitutionGroup="xbrli:item" abstract="true" nillable="true"
 xbrli:periodType="duration"/>
<xs:element name="ClassAMember" id="l_ClassAMember" type="dtr:domainItemType" substitutionGroup="xbrli:item" abstract="true" nillable="true"
 xbrli:periodType="duration"/>"""

_SUMS = (("Assets", ("Current", 1), ("Fixed", 1)), ("Gross", ("Sales", 1), ("Costs", -1)))


def _element(line: str) -> str:
    name, kind, period, *more = line.split()
    abstract = ' abstract="true"' if "abstract" in more else ""
    nillable = "false" if "required" in more else "true"
    return (
        f'<xs:element name="{name}" id="l_{name}" type="xbrli:{kind}ItemType" substitutionGroup="xbrli:item"{abstract} '
        f'nillable="{nillable}" xbrli:periodType="{period}"/>'
    )


def _calculations() -> str:
    parts = []
    for number, (total, *of) in enumerate(_SUMS):
        names = [total, *(name for name, _ in of)]
        parts += [f'<link:loc xlink:type="locator" xlink:href="lamp.xsd#l_{name}" xlink:label="s{number}_{name}"/>' for name in names]
        parts += [
            f'<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" '
            f'xlink:from="s{number}_{total}" xlink:to="s{number}_{name}" order="{order}" weight="{weight}"/>'
            for order, (name, weight) in enumerate(of, 1)
        ]
    inner = "\n".join(parts)
    return f"""<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:arcroleRef arcroleURI="https://xbrl.org/2023/arcrole/summation-item" xlink:type="simple"
 xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
<link:calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
{inner}
</link:calculationLink></link:linkbase>"""


DEFINITIONS = """<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:arcroleRef arcroleURI="http://xbrl.org/int/dim/arcrole/dimension-default" xlink:type="simple"
 xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#dimension-default"/>
<link:definitionLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="lamp.xsd#l_ClassAxis" xlink:label="axis"/>
<link:loc xlink:type="locator" xlink:href="lamp.xsd#l_ClassDomain" xlink:label="domain"/>
<link:definitionArc xlink:type="arc" xlink:arcrole="http://xbrl.org/int/dim/arcrole/dimension-default" xlink:from="axis" xlink:to="domain"
 order="1"/>
</link:definitionLink></link:linkbase>"""


def write_taxonomy(folder: Path) -> None:
    """``lamp.xsd``, ``lamp_cal.xml`` and ``lamp_def.xml``."""
    (folder / "lamp_def.xml").write_text(DEFINITIONS)
    elements = "\n".join(map(_element, _ELEMENTS.splitlines()))
    (folder / "lamp.xsd").write_text(SCHEMA % (elements + _SPECIAL))
    (folder / "lamp_cal.xml").write_text(_calculations())


INSTANT, BEFORE = "1997-01-01T00:00:00", "1996-01-01T00:00:00"
YEAR = f"{BEFORE}/{INSTANT}"
USD, EACH, COUNT = "iso4217:USD", "iso4217:USD/xbrli:shares", "xbrli:shares"


def _fact(concept: str, value: str | None, period: str, unit: str = "", decimals: int | None = None, **more: str) -> dict[str, Any]:
    dimensions = {"concept": f"l:{concept}", "entity": "cik:0000000001", "period": period}
    if unit:
        dimensions["unit"] = unit
    dimensions.update({name.replace("_", ":", 1): text for name, text in more.items()})
    fact: dict[str, Any] = {"value": value, "dimensions": dimensions}
    if decimals is not None:
        fact["decimals"] = decimals
    return fact


def document() -> dict[str, Any]:
    """The good report as the value of its xBRL-JSON."""
    facts = {
        "current": _fact("Current", "600000", INSTANT, USD, -3),
        "fixed": _fact("Fixed", "400000", INSTANT, USD, -3),
        "assets": _fact("Assets", "1001000", INSTANT, USD, -3),
        "earlier": _fact("Assets", "900000", BEFORE, USD, -3),
        "sales": _fact("Sales", "5000000", YEAR, USD, -3),
        "costs": _fact("Costs", "3000000", YEAR, USD, -3),
        "gross": _fact("Gross", "2000000", YEAR, USD, -3),
        "must": _fact("Must", "7000", INSTANT, USD, -3),
        "issued": _fact("Issued", "1000", INSTANT, COUNT, 0),
        "class_a": _fact("Issued", "400", INSTANT, COUNT, 0, l_ClassAxis="l:ClassAMember"),
        "each": _fact("PerShare", "1.25", YEAR, EACH, 2),
        "ratio": _fact("Ratio", "0.085", YEAR, "", 3),
        "watts": _fact("Watts", "60", INSTANT, "", 0),
        "title": _fact("Title", "Lamp & Shade, Inc.", YEAR, language="en"),
        "text": _fact("Text", "a lamp", YEAR),
        "audited": _fact("Audited", "true", YEAR),
        "founded": _fact("Founded", "1901-05-06", YEAR),
        "hue": _fact("Hue", "red", YEAR),
        "closes": _fact("Closes", "--12-31", YEAR),
        "nothing": _fact("Costs", None, BEFORE + "/1996-07-01T00:00:00", USD),
    }
    namespaces = {
        "xbrl": "https://xbrl.org/2021",
        "xbrli": "http://www.xbrl.org/2003/instance",
        "iso4217": "http://www.xbrl.org/2003/iso4217",
        "l": NAMESPACE,
        "cik": "http://www.sec.gov/CIK",
        "f2x": "https://example.com/properties",
    }
    info = {"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces": namespaces, "taxonomy": ["lamp.xsd"]}
    return {"documentInfo": info, "facts": facts}


def json_text() -> str:
    return json.dumps(document(), indent=1)


INSTANCE = f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:l="{NAMESPACE}" xml:lang="en">
<link:schemaRef xlink:type="simple" xlink:href="lamp.xsd"/>
<xbrli:context id="i"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>1996-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>1995-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="d"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>1996-01-01</xbrli:startDate><xbrli:endDate>1996-12-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="a"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier>
<xbrli:segment><xbrldi:explicitMember dimension="l:ClassAxis">l:ClassAMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
<xbrli:period><xbrli:instant>1996-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
<xbrli:unit id="each"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>
<xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>
<l:Current id="current" contextRef="i" unitRef="usd" decimals="-3">600000</l:Current>
<l:Fixed id="fixed" contextRef="i" unitRef="usd" decimals="-3">400000</l:Fixed>
<l:Assets id="assets" contextRef="i" unitRef="usd" decimals="-3">1001000</l:Assets>
<l:Assets id="earlier" contextRef="b" unitRef="usd" decimals="-3">900000</l:Assets>
<l:Sales id="sales" contextRef="d" unitRef="usd" decimals="-3">5000000</l:Sales>
<l:Costs id="costs" contextRef="d" unitRef="usd" decimals="-3">3000000</l:Costs>
<l:Gross id="gross" contextRef="d" unitRef="usd" decimals="-3">2000000</l:Gross>
<l:Must id="must" contextRef="i" unitRef="usd" decimals="-3">7000</l:Must>
<l:Issued id="issued" contextRef="i" unitRef="shares" decimals="0">1000</l:Issued>
<l:Issued id="class_a" contextRef="a" unitRef="shares" decimals="INF">400</l:Issued>
<l:PerShare id="each_fact" contextRef="d" unitRef="each" decimals="2">1.25</l:PerShare>
<l:Ratio id="ratio" contextRef="d" unitRef="pure" decimals="3">0.085</l:Ratio>
<l:Watts id="watts" contextRef="i" unitRef="pure" decimals="0">60</l:Watts>
<l:Title id="title" contextRef="d">Lamp &amp; Shade, Inc.</l:Title>
<l:Text contextRef="d">a lamp</l:Text>
<l:Audited contextRef="d">true</l:Audited>
<l:Founded contextRef="d"> 1901-05-06 </l:Founded>
<l:Closes contextRef="d">--12-31</l:Closes>
<l:Costs id="nothing" contextRef="h" unitRef="usd" xsi:nil="true"/>
<xbrli:context id="h"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>1996-01-01</xbrli:startDate><xbrli:endDate>1996-06-30T24:00:00</xbrli:endDate></xbrli:period></xbrli:context>
</xbrli:xbrl>
"""


INLINE = f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16" xmlns:l="{NAMESPACE}">
<head><title>Lamp</title></head><body>
<div style="display:none"><ix:header><ix:references><link:schemaRef xlink:type="simple" xlink:href="lamp.xsd"/></ix:references>
<ix:resources>
<xbrli:context id="i"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>1996-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="d"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>1996-01-01</xbrli:startDate><xbrli:endDate>1996-12-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>
<p>Current <ix:nonFraction id="current" name="l:Current" contextRef="i" unitRef="usd" decimals="-3" scale="3"
 format="ixt:num-dot-decimal">600</ix:nonFraction>, fixed <ix:nonFraction id="fixed" name="l:Fixed" contextRef="i" unitRef="usd"
 decimals="-3" scale="3" format="ixt:num-dot-decimal">400</ix:nonFraction>, together <ix:nonFraction id="assets" name="l:Assets"
 contextRef="i" unitRef="usd" decimals="-3" scale="3" format="ixt:num-dot-decimal">1,000</ix:nonFraction>.</p>
<p>Loss (<ix:nonFraction id="gross" name="l:Gross" contextRef="d" unitRef="usd" decimals="-3" scale="3" sign="-"
 format="ixt:num-dot-decimal">5</ix:nonFraction>), costs <ix:nonFraction id="costs" name="l:Costs" contextRef="d" unitRef="usd"
 decimals="-3" scale="3" format="ixt:fixed-zero">-</ix:nonFraction></p>
<p><ix:nonNumeric id="title" name="l:Title" contextRef="d" continuedAt="more">Lamp <ix:exclude>page 3</ix:exclude></ix:nonNumeric>
<ix:continuation id="more">and Shade</ix:continuation>, founded <ix:nonNumeric id="founded" name="l:Founded" contextRef="d"
 format="ixt:date-monthname-day-year-en">May 6, 1901</ix:nonNumeric></p>
</body></html>
"""


def csv_metadata() -> dict[str, Any]:
    """Metadata of a table whose rows carry concept, period, unit and decimals; the last column is a comment."""
    info = document()["documentInfo"] | {"documentType": "https://xbrl.org/2021/xbrl-csv"}
    value = {"dimensions": {"concept": "$concept", "period": "$period", "unit": "$unit"}, "decimals": "$decimals"}
    columns: dict[str, Any] = {"concept": {}, "period": {}, "unit": {}, "decimals": {}, "value": value, "remark": {"comment": True}}
    template = {"columns": columns, "dimensions": {"entity": "cik:0000000001"}}
    return {"documentInfo": info, "tableTemplates": {"facts": template}, "tables": {"facts": {"url": "facts.csv"}}}


CSV_ROWS = """concept,period,unit,decimals,value,remark
l:Current,1997-01-01T00:00:00,iso4217:USD,-3,600000,in thousands
l:Fixed,1997-01-01T00:00:00,iso4217:USD,,400000d-3,
l:Assets,1997-01-01T00:00:00,iso4217:USD,-3,1001000,
l:Sales,1996,iso4217:USD,,5000000dINF,
l:Costs,1996-01-01..1996-06-30,iso4217:USD,,#nil,
l:Title,1996-01-01..1996-12-31,#none,,##1 Lamp,
l:Text,1996H1,,,#empty,
,,,,,remark
"""


def write_all(folder: Path) -> None:
    """Taxonomy and all four forms of the report: lamp.json, lamp.xbrl, lamp.xhtml, lamp-csv.json with facts.csv."""
    write_taxonomy(folder)
    (folder / "lamp.json").write_text(json_text(), "utf-8")
    (folder / "lamp.xbrl").write_text(INSTANCE, "utf-8")
    (folder / "lamp.xhtml").write_text(INLINE, "utf-8")
    (folder / "lamp-csv.json").write_text(json.dumps(csv_metadata()), "utf-8")
    (folder / "facts.csv").write_text(CSV_ROWS, "utf-8")
