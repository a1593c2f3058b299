"""Arelle accepts the taxonomy: the entry points, the package, and facts with a class of stock."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from converter.resources import schemas
from converter.taxonomy import NAMESPACES, load_taxonomy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from referee import run_arelle

pytestmark = pytest.mark.arelle

CONTEXT = """<context id="c1"><entity><identifier scheme="http://www.sec.gov/CIK">0000000001</identifier>%s</entity>
<period><instant>1996-12-31</instant></period></context>"""
MEMBER = '<segment><xbrldi:explicitMember dimension="gaap:StatementClassOfStockAxis">gaap:%s</xbrldi:explicitMember></segment>'


def instance(schema: str, context: str) -> str:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"""<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
  xmlns:xlink="http://www.w3.org/1999/xlink" {names}>
<link:schemaRef xlink:type="simple" xlink:href="{schema}"/>{context}
<unit id="shares"><measure>shares</measure></unit>
<dei:EntityCommonStockSharesOutstanding id="f1" contextRef="c1" unitRef="shares" decimals="0">1000</dei:EntityCommonStockSharesOutstanding>
</xbrl>"""


def test_what_reports_refer_to_is_accepted() -> None:
    assert run_arelle(schemas() / "2026" / "f2x-2026.xsd").messages == ()


def test_every_tree_is_accepted(tmp_path: Path) -> None:
    """All entry points at once: each imports the others' elements anyway, and networks are told apart by their roles."""
    folder = schemas() / "2026-trees"
    names = [path.name.removesuffix("-2026.xsd") for path in sorted(folder.glob("*.xsd"))]
    assert names == sorted(load_taxonomy().trees)
    base = "https://filing2xbrl.org/taxonomy/2026-trees"
    imports = "".join(f'<xs:import namespace="{base}/{name}" schemaLocation="{(folder / name).as_uri()}-2026.xsd"/>' for name in names)
    everything = tmp_path / "all.xsd"
    everything.write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:all">{imports}</xs:schema>')
    assert run_arelle(everything).messages == ()


VALUES = {
    "monetary": ("-1000", "iso4217:USD", -3),
    "perShare": ("0.11", "iso4217:USD/xbrli:shares", 2),
    "shares": ("1000", "xbrli:shares", 0),
    "percent": ("0.05", "", 2),
    "pure": ("1.5", "", 1),
    "decimal": ("12", "", 0),
    "integer": ("12", "", 0),
    "string": ("text", "", None),
    "normalizedString": ("text", "", None),
    "date": ("1996-12-31", "", None),
    "boolean": ("true", "", None),
    "gMonthDay": ("--12-31", "", None),
    "gYear": ("1996", "", None),
}
PERIODS = {"instant": "1997-01-01T00:00:00", "duration": "1996-01-01T00:00:00/1997-01-01T00:00:00"}


def test_what_the_schema_of_reports_wants_of_each_concept_is_what_the_taxonomy_wants(tmp_path: Path) -> None:
    """One fact of every concept, in the class that `converter.taxonomy.classes` gives it."""
    facts = {}
    for number, concept in enumerate(load_taxonomy().concepts.values()):
        value, unit, decimals = VALUES[concept.type]
        dimensions = {"concept": concept.name, "entity": "cik:0000000001", "period": PERIODS[concept.period_type]}
        body: dict[str, object] = {"value": value, "dimensions": {**dimensions, **({"unit": unit} if unit else {})}}
        facts[f"f{number}"] = body if decimals is None else {**body, "decimals": decimals}
    namespaces = {"xbrl": "https://xbrl.org/2021", "cik": "http://www.sec.gov/CIK", "iso4217": "http://www.xbrl.org/2003/iso4217"}
    info = {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {**namespaces, **NAMESPACES, "xbrli": "http://www.xbrl.org/2003/instance"},
        "taxonomy": [(schemas() / "2026" / "f2x-2026.xsd").as_uri()],
    }
    report = {"documentInfo": info, "facts": facts}
    validator = jsonschema_rs.validator_for(json.loads((schemas() / "report.schema.json").read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(report)] == []
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report), "utf-8")
    judged = run_arelle(path)
    assert judged.messages == ()
    assert len(judged.facts) == len(facts)


@pytest.fixture(scope="module")
def small_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with one entry point: Arelle loads each, and the test above has looked at the trees."""
    import re

    from build_schemas import PACKAGE, package, rendered
    from schema_files import package_files

    path = tmp_path_factory.mktemp("package") / f"{PACKAGE}.zip"
    about = package_files()["META-INF/taxonomyPackage.xml"].decode()
    _, *rest = re.findall(r"    <tp:entryPoint>.*?</tp:entryPoint>\n", about, re.DOTALL)
    assert len(rest) == len(load_taxonomy().trees)
    for entry_point in rest:
        about = about.replace(entry_point, "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("build_schemas.package_files", lambda: {**package_files(), "META-INF/taxonomyPackage.xml": about.encode()})
        path.write_bytes(package(rendered()))
    return path


def test_the_package_is_accepted(small_package: Path) -> None:
    assert run_arelle(small_package, taxonomyPackage=True).messages == ()


@pytest.mark.parametrize("member", ["CommonClassAMember", "SeriesAPreferredStockMember"])
def test_the_package_serves_a_report_with_a_class_of_stock(tmp_path: Path, member: str) -> None:
    report = tmp_path / "report.xbrl"
    report.write_text(instance("https://filing2xbrl.org/taxonomy/2026/f2x-2026.xsd", CONTEXT % (MEMBER % member)))
    judged = run_arelle(report, packages=[schemas() / "filing2xbrl-2026.zip"])
    assert judged.messages == ()
    assert judged.facts[0].dimensions == (("gaap:StatementClassOfStockAxis", f"gaap:{member}"),)


def test_the_referee_notices_an_unknown_member(tmp_path: Path) -> None:
    report = tmp_path / "report.xbrl"
    report.write_text(instance((schemas() / "2026" / "f2x-2026.xsd").as_uri(), CONTEXT % (MEMBER % "NoSuchMember")))
    assert run_arelle(report).codes
