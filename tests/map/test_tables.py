"""The tables that the mapper ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.map.tables import children, rules, trait, word_model
from converter.resources import table
from converter.taxonomy import load_taxonomy

GROUPS = ("balance", "income", "cashflow")


@pytest.mark.parametrize("group", GROUPS)
def test_learned_tables_are_sorted_by_key(group: str) -> None:
    for name, skip in ((f"words_{group}.tsv", 2), (f"labels_{group}.tsv", 0)):
        lines = table("map", f"tables/{name}").read_text("utf-8").splitlines()[skip:]
        assert lines == sorted(lines)


def test_lookups() -> None:
    model = word_model("balance")
    assert model.concepts[max(model.word("inventory").items(), key=lambda pair: pair[1])[0]] == "InventoryNet"
    assert model.label("asset total")
    assert model.word("no such word") == {}
    assert model.label("no such label") == {}


def test_traits_and_arcs() -> None:
    assert trait("cashflow", "PaymentsToAcquirePropertyPlantAndEquipment").direction == -1
    assert trait("balance", "NoSuchConcept").sections == {}
    assert children("AssetsCurrent")["InventoryNet"] == 1
    assert children("NoSuchConcept") == {}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("eras.tsv", (0, 3)),
        ("needs.tsv", (0,)),
        ("totals.tsv", (0,)),
        ("per_share_of.tsv", (0, 1)),
        ("before.tsv", (0, 1)),
        ("instead.tsv", (1, 2)),
        ("in_label.tsv", (3,)),
        ("supplement.tsv", (2,)),
    ],
)
def test_tables_by_hand_name_known_concepts(name: str, columns: tuple[int, ...]) -> None:
    known = load_taxonomy().concepts
    named = {row[column] for row in rules(name) for column in columns}
    assert {concept for concept in named if f"gaap:{concept}" not in known} == set()


def test_twins_are_known() -> None:
    known = load_taxonomy().concepts
    named = {concept for basic, diluted in rules("twins.tsv") for concept in (basic, *diluted.split(" "))}
    assert {concept for concept in named if f"gaap:{concept}" not in known} == set()


WORDINGS = sorted((Path(__file__).parents[2] / "scripts" / "wordings").glob("*.tsv"))


@pytest.mark.parametrize("path", WORDINGS, ids=lambda path: path.stem)
def test_labels_that_nobody_counted_name_known_concepts(path: Path) -> None:
    head, *lines = path.read_text("ascii").splitlines()
    assert head == "group\tlabel\tconcept"
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {3}
    assert {group for group, _, _ in rows} <= set(GROUPS)
    known = load_taxonomy().concepts
    assert {concept for _, _, concept in rows if concept != "custom" and f"gaap:{concept}" not in known} == set()
    assert len({tuple(row) for row in rows}) == len(rows)
