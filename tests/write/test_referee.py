"""Arelle accepts what we write, as it stands, offline, and reads the same facts from both formats."""

import json
from pathlib import Path

import pytest
import samples
from msgspec.structs import replace
from referee import JudgedFact, check_accepted, run_arelle

from converter.write import write_reports

pytestmark = pytest.mark.arelle


def said(facts: tuple[JudgedFact, ...]) -> list[tuple[str, ...]]:
    """All that a fact says; a boolean or number may be written in several ways, and is not here."""
    return sorted((fact.id, fact.concept, fact.value, fact.period, fact.unit, fact.decimals, str(fact.dimensions)) for fact in facts)


@pytest.mark.parametrize("stem", ["moon", "ä: 100%41 #1?&+ (b)~;=日本"])
def test_both_formats_are_accepted_and_say_the_same(tmp_path: Path, stem: str) -> None:
    report = replace(samples.small(), stem=stem)
    write_reports([report], tmp_path)
    xml = check_accepted(tmp_path / f"{stem}.xbrl", len(report.facts))
    oim = check_accepted(tmp_path / f"{stem}.json", len(report.facts))
    assert said(xml.facts) == said(oim.facts)
    assert {fact.id for fact in xml.facts} == {fact.id for fact in report.facts}


def test_further_registrants_and_empty_reports_are_accepted(tmp_path: Path) -> None:
    write_reports([samples.bare(), samples.other_registrant()], tmp_path)
    for name, facts in (("moon.xbrl", 0), ("moon.json", 0), ("moon.r2.xbrl", 1), ("moon.r2.json", 1), ("moon.xsd", 0)):
        check_accepted(tmp_path / name, facts)


def test_the_referee_sees_our_calculations(tmp_path: Path) -> None:
    write_reports([samples.small()], tmp_path)
    path = tmp_path / "moon.json"
    document = json.loads(path.read_text("utf-8"))
    document["facts"]["f3"]["value"] = "1100000"
    path.write_text(json.dumps(document))
    assert run_arelle(path).codes == {"calc11e:inconsistentCalculationUsingRounding"}
