"""What must hold inside the tables, whoever built them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from converter.resources import table
from converter.taxonomy import NAMESPACES, NATURES, SHORTCUTS, load_taxonomy
from converter.taxonomy.classes import VALUES
from converter.taxonomy.rows import row, rows

TAXONOMY = load_taxonomy()
TREES = (*TAXONOMY.trees, SHORTCUTS)


def test_names_are_unique_ncnames_with_our_prefixes() -> None:
    names = [fields[0] for fields in rows("concepts.csv")]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if not re.fullmatch(f"(?:{'|'.join(NAMESPACES)}):[A-Za-z][A-Za-z0-9-]*", name)] == []


def test_there_are_enough_of_each() -> None:
    counts = Counter(name.partition(":")[0] for name in TAXONOMY.concepts)
    assert counts["gaap"] >= 1200
    assert counts["dei"] >= 50
    assert counts["ex27"] >= 150


def test_types_periods_balances_and_natures_are_known() -> None:
    for concept in TAXONOMY.concepts.values():
        assert concept.type in VALUES, concept
        assert concept.period_type in ("instant", "duration"), concept
        assert concept.balance in ("", "debit", "credit"), concept
        assert not concept.balance or concept.type == "monetary", concept
        assert TAXONOMY.nature(concept.name) in NATURES, concept
        assert concept.label, concept
        assert concept.positive or not concept.is_numeric, concept


def test_every_nature_is_used_and_explained() -> None:
    used = {TAXONOMY.nature(name) for name in TAXONOMY.concepts} | {"heading"}
    assert used == NATURES
    page = (table("taxonomy", "concepts.csv").parents[2] / "docs" / "taxonomy.md").read_text("utf-8")
    assert [nature for nature in sorted(NATURES) if f"`{nature}`" not in page] == []


@pytest.mark.parametrize("tree", TREES)
def test_sums_add_up_like_with_like(tree: str) -> None:
    """XBRL 2.1, 5.1.1.2 and 5.2.5.2: balances fit weights; one period type, one type."""
    for total in TAXONOMY.totals(tree):
        above = TAXONOMY.concepts[total]
        for part in TAXONOMY.children(total, tree):
            below = TAXONOMY.concepts[part.concept]
            assert (above.type, above.period_type) == (below.type, below.period_type), (total, part)
            assert part.weight in (1, -1)
            if above.balance and below.balance:
                assert (above.balance == below.balance) == (part.weight > 0), (total, part)


def test_a_sum_has_one_weight_in_all_trees() -> None:
    weights: dict[tuple[str, str], set[int]] = {}
    for tree in TREES:
        for total in TAXONOMY.totals(tree):
            for part in TAXONOMY.children(total, tree):
                weights.setdefault((total, part.concept), set()).add(part.weight)
    assert not [arc for arc, found in weights.items() if len(found) > 1]


@pytest.mark.parametrize("tree", TAXONOMY.trees)
def test_no_tree_counts_a_part_twice(tree: str) -> None:
    for total in TAXONOMY.totals(tree):
        direct = [part.concept for part in TAXONOMY.children(total, tree)]
        assert len(direct) == len(set(direct))
        deeper = {name for child in direct for name in _below(child, tree)}
        assert total not in deeper
        assert not deeper & set(direct), (tree, total, deeper & set(direct))


def _below(name: str, tree: str) -> set[str]:
    found: set[str] = set()
    for part in TAXONOMY.children(name, tree):
        found |= {part.concept} | _below(part.concept, tree)
    return found


@pytest.mark.parametrize("tree", TAXONOMY.trees)
def test_outlines_show_each_item_once_below_something_known(tree: str) -> None:
    outline = TAXONOMY.outline(tree)
    names = [line.concept for line in outline]
    assert len(names) == len(set(names))
    assert [name for name in names if TAXONOMY.concept(name) is None] == []
    assert {line.parent for line in outline} - set(names) <= {""}
    summed = {part.concept for total in TAXONOMY.totals(tree) for part in TAXONOMY.children(total, tree)} | set(TAXONOMY.totals(tree))
    assert summed <= set(names)


def test_labels_belong_to_concepts() -> None:
    assert {concept for concept, _ in TAXONOMY.labels} <= set(TAXONOMY.concepts)


def test_no_table_is_larger_than_a_megabyte() -> None:
    folder = table("taxonomy", "concepts.csv").parent
    assert [path.name for path in folder.iterdir() if path.is_file() and path.stat().st_size > 1_000_000] == []


def test_a_quoted_line_is_read_as_csv() -> None:
    assert row('a,"b, ""c""",d') == ["a", 'b, "c"', "d"]
    assert row("a,b,c") == ["a", "b", "c"]
