"""Where filers put a concept, and what they put beside it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from converter.map.candidates.options import OWN, Option
from converter.map.candidates.order import NOWHERE, order
from converter.map.choice.joint import ABOVE, BELOW, Board, Ties
from converter.map.tables import order_lines
from converter.taxonomy import load_taxonomy

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"


def test_filers_put_concepts_into_sections() -> None:
    inventory = order("balance", "InventoryNet")
    assert inventory.sections["ca"] > 1 > inventory.sections.get("nl", inventory.unseen)
    assert inventory.unseen < 0
    assert order("balance", "NoSuchConcept") is NOWHERE


def test_what_stands_below_a_concept_has_it_above() -> None:
    below = order("income", "CostOfRevenue").below
    assert below["GrossProfit"] > 2
    assert "CostOfRevenue" in order("income", "GrossProfit").above
    assert "Assets" not in below


def test_the_table_is_whole() -> None:
    """Looked up where it stands: sorted, every line a concept of ours, every number a line of the same kind of statement."""
    lines = order_lines()
    keys = [line.partition("\t")[0] for line in lines]
    known = set(keys)
    assert [f"{key}\t" for key in keys] == sorted(f"{key}\t" for key in keys)
    for key in keys:
        group, _, concept = key.partition(" ")
        found = order(group, concept)
        assert found.companies > 0
        assert load_taxonomy().concept(f"gaap:{concept}"), key
        assert {f"{group} {other}" for other in (*found.below, *found.above)} <= known


@pytest.fixture
def board() -> Board:
    """Costs, and below them a row that may be the gross profit or the income before taxes."""
    rows = [
        [Option("CostOfRevenue", 0.0, 0.9)],
        [Option("GrossProfit", 0.0, 0.4), Option("ProfitLoss", 0.0, 0.4), Option(OWN, 0.0, 0.2)],
    ]
    return Board(rows, Ties((), [0, 0], [{}, {}], ["", ""], {}, "income"))


def test_the_row_above_speaks_for_what_filers_put_below_it(board: Board) -> None:
    gross, net, own = (dict(clues) for clues in board.neighbours(1))
    assert gross[BELOW] > 2 > 0 > net[BELOW]
    assert own == {}
    assert ABOVE in dict(board.neighbours(0)[0])
    board.sweep()
    assert board.concept(1) == "GrossProfit"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    try:
        spec = importlib.util.spec_from_file_location("build_order", SCRIPTS / "build_order.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["build_order"] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(SCRIPTS))
    return module


def test_a_table_without_a_company_has_not_counted_it(script: ModuleType) -> None:
    counts = script.Counts()
    counts.add("income", "one", ["rv", "ex"], ["Revenues", "CostOfRevenue"])
    counts.add("income", "one", ["rv", "ex"], ["Revenues", "CostOfRevenue"])
    counts.add("income", "two", ["rv", "ot"], ["Revenues", ""])
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in script.table(counts, set()).splitlines()}
    assert lines["income Revenues"][0] == "2"
    assert lines["income Revenues"][2].startswith("0:")
    assert lines["income CostOfRevenue"][3].startswith("1:")
    without = {line.split("\t")[0]: line.split("\t")[1:] for line in script.table(counts, {"one"}).splitlines()}
    assert set(without) == {"income Revenues"}
    assert without["income Revenues"][0] == "1"
    assert without["income Revenues"][2:] == ["", ""]
