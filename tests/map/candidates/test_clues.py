"""What speaks for and against a concept."""

from __future__ import annotations

from math import log

import pytest

from converter.map.candidates.by_label import Candidate
from converter.map.candidates.clues import (
    Others,
    company_clues,
    era,
    industry_clues,
    kind_of_company,
    label_clues,
    own_clues,
    own_place_clues,
    place_clues,
    weigh,
    weights,
    wording,
)
from converter.map.candidates.industry import industry_of
from converter.map.candidates.options import OWN, Option
from converter.map.candidates.readings import readings
from converter.map.choice.joint import Board, Ties, choose, heading_clues
from converter.map.choice.reasons import logit
from converter.map.tables import rules
from converter.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
BANK = frozenset({"deposit", "loan", "federal", "fund", "noninterest", "mortgage", "interest"})
LANDLORD = frozenset({"rental", "tenant", "property", "real", "estate", "mortgage"})


@pytest.mark.parametrize(("year", "when"), [(1996, "legacy"), (2008, "legacy"), (2009, "first"), (2010, "first"), (2011, "later")])
def test_times(year: int, when: str) -> None:
    assert era(year) == when


def test_a_label_speaks_by_its_filers_and_its_likeness() -> None:
    label = wording("balance", ("inventory", "net"), (), 9)
    clues = dict(label_clues(Candidate("InventoryNet", 0.5, 9), "InventoryNet", label, TAXONOMY))
    assert clues["chance: balance, few filers"] == pytest.approx(log(0.5))
    assert clues["likeness: balance, few filers"] == 1.0
    assert "no filer of this label" not in clues
    unmet = dict(label_clues(Candidate("Goodwill", 0.1), "InventoryNet", label, TAXONOMY))
    assert unmet["no filer of this label"] == unmet["name of another year"] == 1.0


def test_one_thing_is_not_the_others() -> None:
    label = wording("balance", ("inventory", "and", "other"), (), 0)
    assert ("not the others", 1.0) in label_clues(Candidate("InventoryNet", 0.5), "InventoryNet", label, TAXONOMY)


def test_places() -> None:
    right = dict(place_clues("balance", "InventoryNet", "ca", "legacy", "balance, no filer"))
    wrong = dict(place_clues("balance", "InventoryNet", "nl", "legacy", "balance, no filer"))
    assert right["section: balance, no filer"] > wrong["section: balance, no filer"]
    assert ("parted in a whole", 1.0) in place_clues("balance", "OtherAssetsCurrent", "ua", "legacy", "")
    assert "later: no filer today" in dict(place_clues("income", "ExtraordinaryItemNetOfTax", "", "later", ""))
    assert "first: large filers" in dict(place_clues("income", "Revenues", "", "first", ""))
    assert ("no section known", 1.0) in place_clues("income", "NoSuchConcept", "ex", "legacy", "")


def test_companies_are_told_by_what_others_do_not_have() -> None:
    kind, sure = kind_of_company("income", ["InterestExpenseDeposits", "NoninterestIncome", "Revenues"])
    assert kind == "b"
    assert 0 < sure <= 1
    assert kind_of_company("income", []) == ("", 0.0)
    assert dict(company_clues("income", "NoninterestIncome", "b", 1.0))["company: in its tree"] == 1.0
    assert dict(company_clues("income", "NoninterestIncome", "i", 1.0))["company: special"] < 0
    assert company_clues("income", "NoSuchConcept", "b", 1.0) == []


def test_concepts_that_a_business_likes() -> None:
    bank, landlord = industry_of(BANK), industry_of(LANDLORD)
    of_bank = dict(industry_clues("income", "InterestExpenseDeposits", bank, "first", "income, no filer"))
    of_landlord = dict(industry_clues("income", "InterestExpenseDeposits", landlord, "first", "income, no filer"))
    assert of_bank["industry: income, no filer"] > 0 > of_landlord["industry: income, no filer"]
    assert "later: industry" not in of_bank
    later = dict(industry_clues("income", "InterestExpenseDeposits", bank, "later", "income, no filer"))
    assert later["later: industry"] == later["industry: income, no filer"]
    assert industry_clues("income", "NoSuchConcept", bank, "first", "") == []


def test_own_concepts_need_a_label_that_nothing_is_like() -> None:
    sale, vex = wording("income", ("net", "sale"), (), 500), wording("income", ("quorl", "vex"), (), 0)
    known = own_clues(sale, "monetary", "legacy", ("net", "sale"), 0.0, 500, Others(2, 0.9, 1.0))
    strange = own_clues(vex, "monetary", "legacy", ("quorl", "vex"), 0.5, 0, Others(1, 0.01, 0.0))
    assert weigh(strange) > weigh(known)
    assert dict(known)["own: says net"] == 1.0
    assert weigh([]) == 0.0


def test_own_concepts_by_part_of_the_statement() -> None:
    assert own_place_clues("eq") == [("own: in eq", 1.0)]
    assert own_place_clues("") == []


def test_a_heading_says_more_of_a_short_label() -> None:
    label = wording("balance", ("federal",), ("deferred", "tax", "asset"), 0)
    clues = dict(label_clues(Candidate("DeferredTaxAssetsNet", 0.5), "DeferredTaxAssetsNet", label, TAXONOMY))
    assert clues["heading"] > 0
    assert label.case == "balance, no filer"


def test_labels_read_by_year() -> None:
    """What later filers call otherwise is offered beside what the counts say, or instead of it."""

    def names(year: int) -> set[str]:
        words = ("additional", "paid", "in", "capital")
        return {each.name for each in readings("balance", words, (), words, "monetary", True, year, TAXONOMY).readings}

    assert {"AdditionalPaidInCapital", "AdditionalPaidInCapitalCommonStock"} <= names(2022)
    assert "AdditionalPaidInCapitalCommonStock" not in names(1996)


def _read(words: tuple[str, ...], whole: bool) -> dict[str, float]:
    return {each.name: each.chance for each in readings("balance", words, (), words, "monetary", True, 2009, TAXONOMY, whole).readings}


def test_where_nothing_is_parted_a_part_is_the_whole() -> None:
    """Filers with classified balance sheets call it current; a bank's accounts payable are neither."""
    words = ("account", "payable", "and", "accrued", "expense")
    parted, whole = _read(words, False), _read(words, True)
    assert "AccountsPayableAndAccruedLiabilitiesCurrent" in parted
    assert "AccountsPayableAndAccruedLiabilitiesCurrent" not in whole
    name = "AccountsPayableAndAccruedLiabilitiesCurrentAndNoncurrent"
    assert whole[name] > parted.get(name, 0.0) + 0.1


def test_what_says_that_it_is_current_stays_so() -> None:
    words = ("other", "current", "asset")
    assert _read(words, True) == _read(words, False)


def test_kin_and_weights_are_known() -> None:
    known = TAXONOMY.concepts
    named = {name for concept, _, _, kin in rules("kin.tsv") for name in (concept, *kin.split(" "))}
    assert {name for name in named if f"gaap:{name}" not in known} == set()
    assert weights()["chance: balance, many filers"] > 0 > weights()["another row has it"]
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


def test_what_a_row_counts_is_surer_than_what_it_is() -> None:
    """Two costs together are likelier than one revenue."""
    rows = [[Option("MinimumRents", 1.0, 0.4), Option("RentExpense", 0.8, 0.3), Option("OperatingCosts", 0.7, 0.3), Option(OWN, 5.0, 0.1)]]
    natures = {"MinimumRents": "revenue", "RentExpense": "expense", "OperatingCosts": "expense"}
    (chosen,) = choose(rows, Ties((), (0,), ({},), ("",), natures, "income"))
    assert chosen.option.concept == OWN
    assert chosen.nearest == "RentExpense"


def test_headings_of_operations_speak_for_changes_and_against_them() -> None:
    assert heading_clues("changes", "IncreaseDecreaseInInventories", "increase_asset") == [("a change under changes", 1.0)]
    assert heading_clues("changes", "Depreciation", "expense") == [("no change under changes", 1.0)]
    assert heading_clues("adjustments", OWN, "") == [("own: under adjustments", 1.0)]
    assert heading_clues("changes", "NetIncomeLoss", "income") == heading_clues("", "Depreciation", "expense") == []


def test_a_heading_decides_between_a_change_and_an_adjustment() -> None:
    rows = [
        [Option("IncreaseDecreaseInOtherOperatingCapitalNet", 0.0, 0.5), Option("OtherNoncashExpense", 0.2, 0.5), Option(OWN, -9.0, 0.0)]
    ]
    natures = {"IncreaseDecreaseInOtherOperatingCapitalNet": "increase_asset", "OtherNoncashExpense": "expense"}
    for under, best in (("changes", "IncreaseDecreaseInOtherOperatingCapitalNet"), ("adjustments", "OtherNoncashExpense")):
        (chosen,) = choose(rows, Ties((), (0,), ({},), ("op",), natures, "cashflow", (under,)))
        assert chosen.option.concept == best
