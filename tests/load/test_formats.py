"""One report in four forms, and what goes wrong in each."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import lamp
import pytest

from converter.load import load
from converter.load.loaded import Loaded
from converter.model import FOREVER, Fact, Period, Unit


def codes(loaded: Loaded) -> set[str]:
    return {finding.code for finding in loaded.findings}


def by_id(loaded: Loaded) -> dict[str, Fact]:
    return {fact.id: fact for fact in loaded.reports[0].facts}


def test_json_and_xml_say_the_same(folder: Path) -> None:
    from_json, from_xml = by_id(load(folder / "lamp.json")), by_id(load(folder / "lamp.xbrl"))
    for ident in ("current", "assets", "earlier", "sales", "issued", "class_a", "ratio", "nothing", "title"):
        ours, theirs = from_json[ident], from_xml[ident]
        assert (ours.concept, ours.period, ours.value, ours.unit, ours.dimensions) == (
            theirs.concept,
            theirs.period,
            theirs.value,
            theirs.unit,
            theirs.dimensions,
        )
    assert from_json["class_a"].dimensions == (("l:ClassAxis", "l:ClassAMember"),)
    assert from_json["each"].unit == Unit("iso4217:USD", "xbrli:shares")
    assert from_xml["class_a"].decimals is None
    assert from_xml["nothing"].period == Period(date(1996, 1, 1), date(1996, 6, 30))


def test_concepts_and_sums_come_from_the_schemas(folder: Path) -> None:
    report = load(folder / "lamp.json").reports[0]
    assert report.concepts["l:Watts"].type == "nonNegativeInteger"
    assert report.concepts["l:PerShare"].type == "perShare"
    assert report.concepts["l:ClassAxis"].type == "axis"
    assert report.concepts["l:ClassAMember"].type == "domain"
    assert not report.concepts["l:Must"].nillable
    assert [(total.total, total.parts) for total in report.calculations] == [
        ("l:Assets", (("l:Current", 1), ("l:Fixed", 1))),
        ("l:Gross", (("l:Sales", 1), ("l:Costs", -1))),
    ]


def test_inline(folder: Path) -> None:
    loaded = load(folder / "lamp.xhtml")
    assert codes(loaded) == set()
    facts = by_id(loaded)
    assert {ident: fact.value for ident, fact in facts.items()} == {
        "current": "600000",
        "fixed": "400000",
        "assets": "1000000",
        "gross": "-5000",
        "costs": "0",
        "title": "Lamp and Shade",
        "founded": "1901-05-06",
    }


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('format="ixt:num-dot-decimal">1,000<', 'format="ixt:num-dot-decimal">one<', "inline.transform"),
        ('format="ixt:num-dot-decimal">1,000<', 'format="ixt:nothing">1,000<', "inline.format"),
        ("ixt:date-monthname-day-year-en", "ixt:date-monthname-day-year-fi", "inline.format"),
        (
            'format="ixt:date-monthname-day-year-en">May 6, 1901<',
            'format="ixt:date-day-monthname-year-de">6. Mai 1901<',
            "load.inline-not-checked",
        ),
        ('name="l:Assets"', 'name="m:Assets"', "inline.attribute"),
        ('name="l:Assets"', 'name="l:Assetss"', "xbrl.unknown-concept"),
        ('id="fixed"', 'id="current"', "instance.id-twice"),
        ("<p>Loss", '<ix:tuple name="l:T"/><p>Loss', "load.inline-not-checked"),
        ("<ix:header>", "<p>", "xml.syntax"),
    ],
)
def test_inline_damaged(folder: Path, old: str, new: str, code: str) -> None:
    assert old in lamp.INLINE
    (folder / "lamp.xhtml").write_text(lamp.INLINE.replace(old, new), "utf-8")
    assert code in codes(load(folder / "lamp.xhtml"))


def test_a_page_without_inline_xbrl(folder: Path) -> None:
    assert codes(load(b'<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', name="x.html")) == {"file.unknown"}


def test_csv(folder: Path) -> None:
    loaded = load(folder / "lamp-csv.json")
    assert codes(loaded) == set()
    facts = list(by_id(loaded).values())
    assert [(fact.concept, fact.value, fact.decimals) for fact in facts] == [
        ("l:Current", "600000", -3),
        ("l:Fixed", "400000", -3),
        ("l:Assets", "1001000", -3),
        ("l:Sales", "5000000", None),
        ("l:Costs", None, None),
        ("l:Title", "#1 Lamp", None),
        ("l:Text", "", None),
    ]
    assert facts[0].id == "facts.r_1.value"
    assert facts[3].period == Period(date(1996, 1, 1), date(1996, 12, 31))
    assert facts[4].period == Period(date(1996, 1, 1), date(1996, 6, 30))


CSV_DAMAGE: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("csv.table", lambda raw: raw["tables"]["facts"].update(url="none.csv")),
    ("csv.structure", lambda raw: raw["tables"]["facts"].pop("url")),
    ("csv.structure", lambda raw: raw["tables"]["facts"].update(template="none")),
    ("csv.structure", lambda raw: raw.update(tables=[])),
    ("csv.structure", lambda raw: raw.update(comment="x")),
    ("csv.structure", lambda raw: raw["documentInfo"].update(extends=["other.json"])),
    ("csv.structure", lambda raw: raw["tableTemplates"]["facts"]["columns"]["value"].update(propertyGroups={})),
    ("csv.column", lambda raw: raw["tableTemplates"]["facts"]["columns"].pop("remark")),
    ("csv.column", lambda raw: raw["tableTemplates"]["facts"]["columns"]["remark"].pop("comment")),
    ("csv.reference", lambda raw: raw["tableTemplates"]["facts"]["dimensions"].update(entity="$who")),
    ("csv.reference", lambda raw: raw.update(parameters={"who": "cik:0000000001"})),
    ("csv.reference", lambda raw: raw["tables"]["facts"].update(parameters={"who": "cik:0000000001"})),
    ("csv.structure", lambda raw: raw["tableTemplates"]["facts"]["columns"].update({"a.b": {}})),
    ("csv.structure", lambda raw: raw["tables"].update({"a b": raw["tables"].pop("facts") | {"template": "facts"}})),
    ("oim.no-taxonomy", lambda raw: raw["documentInfo"].pop("taxonomy")),
    ("load.footnotes", lambda raw: raw.update(links={"footnote": {}})),
]


@pytest.mark.parametrize(("code", "damage"), CSV_DAMAGE, ids=[f"{code}-{number}" for number, (code, _) in enumerate(CSV_DAMAGE)])
def test_csv_damaged(folder: Path, code: str, damage: Callable[[dict[str, Any]], object]) -> None:
    raw = lamp.csv_metadata()
    damage(raw)
    (folder / "lamp-csv.json").write_text(json.dumps(raw))
    assert code in codes(load(folder / "lamp-csv.json"))


def test_csv_parameters_and_optional_tables(folder: Path) -> None:
    raw = lamp.csv_metadata()
    raw["tableTemplates"]["facts"]["dimensions"]["entity"] = "$who"
    raw["parameters"] = {"who": "cik:0000000009"}
    raw["tables"]["more"] = {"url": "none.csv", "template": "facts", "optional": True}
    (folder / "lamp-csv.json").write_text(json.dumps(raw))
    loaded = load(folder / "lamp-csv.json")
    assert codes(loaded) == set()
    assert loaded.reports[0].entity.identifier == "0000000009"


def test_csv_rows_have_names_of_their_own(folder: Path) -> None:
    raw = lamp.csv_metadata()
    raw["tableTemplates"]["facts"]["columns"]["id"] = {}
    raw["tableTemplates"]["facts"]["rowIdColumn"] = "id"
    (folder / "lamp-csv.json").write_text(json.dumps(raw))
    head, *rows = lamp.CSV_ROWS.splitlines()[:4]
    for names, found in ((("a", "b", "c"), []), (("a", "a", "c"), ["csv.row-id"]), (("a", "", "c d"), ["csv.row-id", "csv.row-id"])):
        (folder / "facts.csv").write_text("\n".join([f"id,{head}", *(f"{name},{row}" for name, row in zip(names, rows, strict=True))]))
        loaded = load(folder / "lamp-csv.json")
        assert [finding.code for finding in loaded.findings] == found
        assert len(loaded.reports[0].facts) == 3  # none is lost


def test_csv_cells_beyond_the_head(folder: Path) -> None:
    (folder / "facts.csv").write_text(lamp.CSV_ROWS.replace("in thousands", "in thousands,more"))
    assert codes(load(folder / "lamp-csv.json")) == {"csv.column"}


def test_csv_table_that_is_none(folder: Path) -> None:
    (folder / "facts.csv").write_bytes(b"concept,\xff\n")
    assert "csv.table" in codes(load(folder / "lamp-csv.json"))


def test_bytes_know_no_neighbours() -> None:
    loaded = load(lamp.json_text().encode(), name="lamp.json")
    assert "dts.missing" in codes(loaded)
    assert len(loaded.reports[0].facts) == len(lamp.document()["facts"])


def test_several_entities_and_no_period(folder: Path) -> None:
    doc = lamp.document()
    doc["facts"]["sales"]["dimensions"]["entity"] = "cik:0000000002"
    doc["facts"]["costs"]["dimensions"].pop("period")
    (folder / "lamp.json").write_text(json.dumps(doc))
    facts = by_id(load(folder / "lamp.json"))
    assert facts["assets"].entity is None
    assert facts["sales"].entity is not None
    assert facts["sales"].entity.identifier == "0000000002"
    assert facts["costs"].period is FOREVER


def test_footnotes_tuples_times_and_typed_dimensions_are_said(folder: Path) -> None:
    schema = (folder / "lamp.xsd").read_text()
    more = (
        '<xs:element name="Pair" id="l_Pair" substitutionGroup="xbrli:tuple"><xs:complexType/></xs:element>'
        '<xs:element name="Day" type="xs:date"/>'
        '<xs:element name="DayAxis" id="l_DayAxis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true" '
        'xbrli:periodType="instant" xbrldt:typedDomainRef="#l_Day"/></xs:schema>'
    )
    (folder / "lamp.xsd").write_text(schema.replace("</xs:schema>", more))
    doc = lamp.document()
    doc["facts"]["assets"]["dimensions"]["l:DayAxis"] = "1996-12-24"
    doc["facts"]["sales"]["dimensions"]["period"] = "1996-01-01T08:00:00/1997-01-01T00:00:00"
    doc["facts"]["title"]["dimensions"]["concept"] = "l:Pair"
    doc["facts"]["fixed"]["links"] = {"footnote": {"_": ["note"]}}
    doc["documentInfo"]["linkTypes"] = {"footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote"}
    doc["documentInfo"]["linkGroups"] = {"_": "http://www.xbrl.org/2003/role/link"}
    doc["facts"]["note"] = {"value": "text", "dimensions": {"concept": "xbrl:note", "noteId": "note", "language": "en"}}
    (folder / "lamp.json").write_text(json.dumps(doc))
    loaded = load(folder / "lamp.json")
    assert codes(loaded) == {"load.typed-dimension", "load.time-of-day", "load.tuple", "load.footnotes"}
    assert by_id(loaded)["assets"].dimensions == (("l:DayAxis", "1996-12-24"),)


def test_segments_tuples_and_footnotes_in_xml(folder: Path) -> None:
    text = lamp.INSTANCE.replace(
        '<xbrldi:explicitMember dimension="l:ClassAxis">l:ClassAMember</xbrldi:explicitMember>', "<l:Text>lamps</l:Text>"
    ).replace("</xbrli:xbrl>", '<link:footnoteLink xlink:type="extended" xlink:role="r"/></xbrli:xbrl>')
    (folder / "lamp.xbrl").write_text(text)
    assert {"load.segment", "instance.role"} <= codes(load(folder / "lamp.xbrl"))


def test_equal_contexts_and_units_are_told(folder: Path) -> None:
    start, end = lamp.INSTANCE.index('<xbrli:context id="b">'), lamp.INSTANCE.index('<xbrli:context id="d">')
    twice = lamp.INSTANCE[start:end].replace('id="b"', 'id="b2"')
    unit = '<xbrli:unit id="dollars"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
    (folder / "lamp.xbrl").write_text(lamp.INSTANCE[:end] + twice + unit + lamp.INSTANCE[end:])
    assert codes(load(folder / "lamp.xbrl")) == {"efm.context-twice", "efm.context-unused", "efm.unit-twice"}


def test_a_calculation_weight_that_is_not_one(folder: Path) -> None:
    path = folder / "lamp_cal.xml"
    path.write_text(path.read_text().replace('weight="-1"', 'weight="0.5"'))
    loaded = load(folder / "lamp.json")
    assert codes(loaded) == {"linkbase.weight"}
    assert loaded.reports[0].calculations[1].parts == (("l:Sales", 1),)


def test_a_prohibited_arc_is_no_part(folder: Path) -> None:
    path = folder / "lamp_cal.xml"
    arc = '<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" xlink:from="s0_Assets" '
    arc += 'xlink:to="s0_Fixed" order="2" weight="1" use="prohibited" priority="1"/></link:calculationLink>'
    path.write_text(path.read_text().replace("</link:calculationLink>", arc))
    assert load(folder / "lamp.json").reports[0].calculations[0].parts == (("l:Current", 1),)


def test_our_own_reports_bring_their_properties(tmp_path: Path) -> None:
    import samples

    from converter.write import write_reports

    report = samples.small()
    write_reports([report], tmp_path, ("xbrl-json", "xbrl"))
    loaded = load(tmp_path / "moon.json")
    assert codes(loaded) == set()
    again = loaded.reports[0]
    assert [(fact.id, fact.concept, fact.period, fact.value, fact.unit, fact.decimals, fact.dimensions) for fact in again.facts] == [
        (fact.id, fact.concept, fact.period, fact.value, fact.unit, fact.decimals, fact.dimensions) for fact in report.facts
    ]
    assert [(fact.sources, fact.statement) for fact in again.facts] == [(fact.sources, fact.statement) for fact in report.facts]
    assert again.facts[0].evidence is not None
    assert again.input == report.input
    assert again.unmapped == report.unmapped
    assert again.ignored == report.ignored
    assert len(load(tmp_path / "moon.xbrl").reports[0].facts) == len(report.facts)


def test_hypercubes_are_said(folder: Path) -> None:
    path = folder / "lamp_def.xml"
    arc = '<link:definitionArc xlink:type="arc" xlink:arcrole="http://xbrl.org/int/dim/arcrole/all" xlink:from="axis" xlink:to="domain"/>'
    role = '<link:arcroleRef arcroleURI="http://xbrl.org/int/dim/arcrole/all" xlink:type="simple" xlink:href="xbrldt-2005.xsd#all"/>'
    back = arc.replace('"axis"', '"end"').replace('"domain"', '"axis"').replace('"end"', '"domain"')
    text = path.read_text().replace("</link:definitionLink>", f"{arc}{back}</link:definitionLink>")
    path.write_text(text.replace("<link:definitionLink ", f"{role}<link:definitionLink "))
    assert [finding.code for finding in load(folder / "lamp.json").findings] == ["load.hypercubes"]


@pytest.mark.parametrize("data", [b"concept,value\ngaap:Assets,1\n", b"  BALANCE SHEET\n\nAssets   100\n", b"%PDF-1.4 and so on"])
def test_what_is_no_report_is_told_as_such(data: bytes) -> None:
    """The table of an xBRL-CSV report in place of its metadata, a filing: not a word of XML's syntax."""
    (finding,) = load(data, name="x.csv").findings
    assert (finding.code, finding.message) == ("file.unknown", "x.csv is neither JSON nor XML nor a zip archive.")
    assert "its metadata file" in finding.hint
    assert codes(load("<a/>".encode("utf-16"), name="x.xml")) == {"file.unknown"}
    assert codes(load(b"<a", name="x.xml")) == {"xml.syntax"}
