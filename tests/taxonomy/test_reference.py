"""The tables against the reference: every name is a real element, every property the reference's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from converter.taxonomy import load_taxonomy

pytestmark = pytest.mark.corpus
TEXT = {"normalizedString", "string", "boolean", "date", "gMonthDay", "gYear"}
OURS = {"percent|pure": {"percent", "pure"}, "perUnit": {"perShare"}}


@pytest.fixture(scope="module")
def elements(shared: Path) -> dict[str, dict[str, str]]:
    with (shared / "reference" / "usgaap_elements.tsv").open(encoding="utf-8") as file:
        return {
            row["name"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["prefix"] in ("us-gaap", "dei")
        }


@pytest.fixture(scope="module")
def others(shared: Path) -> dict[str, dict[str, str]]:
    with (shared / "reference" / "usgaap_elements_other.tsv").open(encoding="utf-8") as file:
        return {row["name"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_every_gaap_and_dei_concept_is_a_real_element(elements: dict[str, dict[str, str]]) -> None:
    prefixes = {"gaap": "us-gaap", "dei": "dei"}
    for name in load_taxonomy().concepts:
        prefix, _, local = name.partition(":")
        if prefix in prefixes:
            assert elements[local]["prefix"] == prefixes[prefix], name


def test_types_periods_and_balances_are_those_of_the_reference(elements: dict[str, dict[str, str]]) -> None:
    for concept in load_taxonomy().concepts.values():
        prefix, _, local = concept.name.partition(":")
        if prefix == "ex27":
            continue
        known = elements[local]
        if known["type"]:
            allowed = OURS.get(known["type"], {known["type"]})
            assert concept.type in (allowed if concept.is_numeric or known["type"] in TEXT else {"normalizedString"}), (concept, known)
        if known["period"]:
            assert concept.period_type == known["period"], concept
        if known["balance"]:
            assert concept.balance == known["balance"], concept


def test_what_the_reference_does_not_know_is_listed_by_hand(elements: dict[str, dict[str, str]]) -> None:
    with (Path(__file__).resolve().parents[2] / "scripts/taxonomy/tables/overrides.tsv").open(encoding="utf-8") as file:
        by_hand = {row["name"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    guessed = {name.partition(":")[2] for name in load_taxonomy().concepts if not name.startswith("ex27:")}
    unknown = {name for name in guessed if not elements[name]["type"] or not elements[name]["period"]}
    assert unknown <= by_hand


def test_headings_axes_and_members_are_real(others: dict[str, dict[str, str]]) -> None:
    taxonomy = load_taxonomy()
    names = {
        *taxonomy.headings,
        *taxonomy.dimensions.axes,
        *(member.name for axis in taxonomy.dimensions.axes for member in taxonomy.dimensions.members(axis)),
    }
    real = {"gaap": "us-gaap", "dei": "dei"}
    parts = [name.split(":") for name in names]
    assert [local for prefix, local in parts if others.get(local, {}).get("prefix") != real[prefix]] == []


def test_building_again_gives_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    from build_tables import Build
    from reference import STATISTICS, TABLES, Reference

    build = Build(Reference(shared / "reference"), tmp_path, tmp_path)
    for part in ("concepts", "trees", "labels", "counts"):
        getattr(build, f"write_{part}")()
    made = sorted(path.name for path in tmp_path.iterdir())
    assert len(made) == 13
    kept = {path.name: path for folder in (TABLES, STATISTICS) for path in folder.iterdir()}
    assert [name for name in made if (tmp_path / name).read_bytes() != kept[name].read_bytes()] == []
