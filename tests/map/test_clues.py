"""What speaks for and against a concept."""

from __future__ import annotations

from math import log

import pytest

from converter.map.candidates import Candidate
from converter.map.choice import Board, Ties, choose
from converter.map.clues import company_clues, era, kind_of_company, label_clues, own_clues, place_clues, weigh, weights, wording
from converter.map.options import OWN, Option, readings
from converter.map.reasons import logit
from converter.map.tables import rules
from converter.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()


@pytest.mark.parametrize(("year", "when"), [(1996, "legacy"), (2008, "legacy"), (2009, "first"), (2010, "first"), (2011, "later")])
def test_times(year: int, when: str) -> None:
    assert era(year) == when


def test_a_label_speaks_by_its_filers_and_its_likeness() -> None:
    label = wording(("inventory", "net"), True)
    clues = dict(label_clues(Candidate("InventoryNet", 0.5, 9), "InventoryNet", label, TAXONOMY))
    assert clues["chance"] == pytest.approx(log(0.5))
    assert clues["likeness"] == 1.0
    assert "no filer of this label" not in clues
    unmet = dict(label_clues(Candidate("Goodwill", 0.1), "InventoryNet", label, TAXONOMY))
    assert unmet["no filer of this label"] == unmet["name of another year"] == 1.0


def test_one_thing_is_not_the_others() -> None:
    label = wording(("inventory", "and", "other"), False)
    assert ("not the others", 1.0) in label_clues(Candidate("InventoryNet", 0.5), "InventoryNet", label, TAXONOMY)


def test_places() -> None:
    right = dict(place_clues("balance", "InventoryNet", "ca", "legacy"))
    wrong = dict(place_clues("balance", "InventoryNet", "nl", "legacy"))
    assert right["section"] > wrong["section"]
    assert ("parted in a whole", 1.0) in place_clues("balance", "OtherAssetsCurrent", "ua", "legacy")
    assert "later: no filer today" in dict(place_clues("income", "ExtraordinaryItemNetOfTax", "", "later"))
    assert "first: large filers" in dict(place_clues("income", "Revenues", "", "first"))
    assert ("no section known", 1.0) in place_clues("income", "NoSuchConcept", "ex", "legacy")


def test_companies_are_told_by_what_others_do_not_have() -> None:
    kind, sure = kind_of_company("income", ["InterestExpenseDeposits", "NoninterestIncome", "Revenues"])
    assert kind == "b"
    assert 0 < sure <= 1
    assert kind_of_company("income", []) == ("", 0.0)
    assert dict(company_clues("income", "NoninterestIncome", "b", 1.0))["company: in its tree"] == 1.0
    assert dict(company_clues("income", "NoninterestIncome", "i", 1.0))["company: special"] < 0
    assert company_clues("income", "NoSuchConcept", "b", 1.0) == []


def test_own_concepts_need_a_strange_label() -> None:
    known = own_clues("income", "monetary", "legacy", ("net", "sale"), 0.0, 500, 0.0, False)
    strange = own_clues("income", "monetary", "legacy", ("quorl", "vex"), 0.5, 0, 1.0, False)
    assert weigh(strange) > weigh(known)
    assert weigh([]) == 0.0


def test_labels_read_by_year() -> None:
    """What later filers call otherwise is offered beside what the counts say, or instead of it."""

    def names(year: int) -> set[str]:
        words = ("additional", "paid", "in", "capital")
        return {each.name for each in readings("balance", words, (), words, "monetary", True, year, TAXONOMY).readings}

    assert {"AdditionalPaidInCapital", "AdditionalPaidInCapitalCommonStock"} <= names(2022)
    assert "AdditionalPaidInCapitalCommonStock" not in names(1996)


def test_kin_and_weights_are_known() -> None:
    known = TAXONOMY.concepts
    named = {name for concept, _, _, kin in rules("kin.tsv") for name in (concept, *kin.split(" "))}
    assert {name for name in named if f"gaap:{name}" not in known} == set()
    assert weights()["chance"] > 0 > weights()["another row has it"]
    assert weights()["inflow printed negative"] < 0


def test_two_rows_do_not_share_a_concept() -> None:
    rows = [[Option("Assets", 2.0, 0.9), Option(OWN, -1.0, 0.1)], [Option("Assets", 0.5, 0.5), Option(OWN, 0.0, 0.3)]]
    ties = Ties((), (0, 0), ({}, {}), ("", ""), {}, "balance")
    chosen = choose(rows, ties)
    assert [each.option.concept for each in chosen] == ["Assets", OWN]
    assert chosen[1].nearest == "Assets"
    board = Board(rows, ties)
    board.sweep()
    assert board.rival(1, 0)
    assert not board.rival(0, 0)


def test_log_odds_stop_short_of_certainty() -> None:
    assert logit(1.0) == -logit(0.0) < 8
