"""The loader: concepts, natures, years, trees, search."""

from __future__ import annotations

import subprocess
import sys

import pytest

from converter.taxonomy import SHORTCUTS, load_taxonomy

TAXONOMY = load_taxonomy()


def test_a_concept_knows_what_it_is() -> None:
    assets = TAXONOMY.concept("gaap:Assets")
    assert assets is not None
    assert (assets.type, assets.period_type, assets.balance, assets.abstract) == ("monetary", "instant", "debit", False)
    assert assets.label == "Assets"


def test_a_heading_is_a_concept_that_bears_no_fact() -> None:
    heading = TAXONOMY.concept("gaap:AssetsAbstract")
    assert heading is not None
    assert heading.abstract
    assert "gaap:AssetsAbstract" not in TAXONOMY.concepts


@pytest.mark.parametrize("name", ["gaap:NoSuchThing", "gaap:NoSuchAbstract", "x:Assets", "Assets", ""])
def test_an_unknown_name_is_none(name: str) -> None:
    assert TAXONOMY.concept(name) is None
    assert TAXONOMY.nature(name) == ""
    assert not TAXONOMY.in_force(name, 2000)


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("gaap:Assets", "asset"),
        ("gaap:AccountsPayableCurrent", "liability"),
        ("gaap:RetainedEarningsAccumulatedDeficit", "equity"),
        ("gaap:DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage", "deficit"),
        ("gaap:TreasuryStockValue", "contra_equity"),
        ("gaap:AllowanceForDoubtfulAccountsReceivableCurrent", "contra_asset"),
        ("gaap:SalesRevenueNet", "revenue"),
        ("gaap:CostOfGoodsSold", "expense"),
        ("gaap:IncomeTaxExpenseBenefit", "tax"),
        ("gaap:NetIncomeLoss", "income"),
        ("gaap:GainLossOnSaleOfPropertyPlantEquipment", "gain_loss"),
        ("gaap:NetCashProvidedByUsedInOperatingActivities", "net_cash"),
        ("gaap:IncreaseDecreaseInInventories", "increase_asset"),
        ("gaap:IncreaseDecreaseInAccountsPayable", "increase_liability"),
        ("gaap:ProceedsFromIssuanceOfCommonStock", "inflow"),
        ("gaap:PaymentsToAcquirePropertyPlantAndEquipment", "outflow"),
        ("gaap:EarningsPerShareBasic", "per_share"),
        ("dei:EntityCommonStockSharesOutstanding", "shares"),
        ("dei:EntityRegistrantName", "text"),
        ("ex27:TOTAL-ASSETS", "asset"),
        ("ex27:INCOME-TAX", "tax"),
    ],
)
def test_the_nature_of_a_concept_rules_its_sign(name: str, nature: str) -> None:
    assert TAXONOMY.nature(name) == nature


def test_what_positive_means_is_said_in_words() -> None:
    texts = {name: TAXONOMY.concepts[f"gaap:{name}"].positive for name in ("IncreaseDecreaseInInventories", "IncomeTaxExpenseBenefit")}
    assert texts["IncreaseDecreaseInInventories"].startswith("an increase of the asset")
    assert texts["IncomeTaxExpenseBenefit"] == "tax expense; negative: a tax benefit"


def test_years_are_open_where_nobody_knows_an_end() -> None:
    assert TAXONOMY.in_force("gaap:Assets", 1994)
    assert TAXONOMY.in_force("gaap:Assets", 2024)
    assert TAXONOMY.in_force("gaap:SalesRevenueNet", 1997)
    assert not TAXONOMY.in_force("gaap:SalesRevenueNet", 2024)
    assert not TAXONOMY.in_force("gaap:OperatingLeaseRightOfUseAsset", 1997)


def test_a_total_has_its_parts_with_their_weights() -> None:
    parts = {part.concept: part.weight for part in TAXONOMY.children("gaap:GrossProfit", "income-industrial")}
    assert parts == {"gaap:Revenues": 1, "gaap:CostOfRevenue": -1}
    assert "gaap:GrossProfit" in TAXONOMY.totals("income-industrial")
    assert TAXONOMY.children("gaap:Assets", "no-such-tree") == ()


def test_filers_take_shortcuts() -> None:
    parts = {part.concept: part.filers for part in TAXONOMY.children("gaap:LiabilitiesAndStockholdersEquity", SHORTCUTS)}
    assert parts["gaap:StockholdersEquity"] > 100
    assert SHORTCUTS not in TAXONOMY.trees


@pytest.mark.parametrize("industry", ["bank", "insurance", "broker", "reit", "utility", "industrial"])
def test_every_industry_has_an_income_statement(industry: str) -> None:
    outline = TAXONOMY.outline(f"income-{industry}")
    names = [line.concept for line in outline]
    assert "gaap:NetIncomeLoss" in names
    assert names.index("gaap:IncomeTaxExpenseBenefit") < names.index("gaap:NetIncomeLoss")
    assert outline[0].depth == 0
    assert max(line.depth for line in outline) > 2
    assert TAXONOMY.tree_title(f"income-{industry}").startswith("Income statement")


def test_legacy_elements_stand_in_the_trees() -> None:
    assert "gaap:ExtraordinaryItemNetOfTax" in {part.concept for part in TAXONOMY.children("gaap:ProfitLoss", "income-industrial")}
    deficit = "gaap:DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage"
    sums = [TAXONOMY.children("gaap:StockholdersEquity", tree) for tree in TAXONOMY.trees]
    assert {part.weight for parts in sums for part in parts if part.concept == deficit} == {-1}


def test_labels_of_filers_are_kept() -> None:
    assert "total current assets" in TAXONOMY.labels["gaap:AssetsCurrent", "common"]
    assert TAXONOMY.labels["gaap:AssetsCurrent", "total"] == ("Total Assets, Current",)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("gaap:Assets", "gaap:Assets"),
        ("Assets", "gaap:Assets"),
        ("total assets", "gaap:Assets"),
        ("extraordinary item", "gaap:ExtraordinaryItemNetOfTax"),
        ("TOTAL-ASSETS", "ex27:TOTAL-ASSETS"),
        ("EntityRegis", "dei:EntityRegistrantName"),
    ],
)
def test_search_finds_names_and_labels(query: str, first: str) -> None:
    assert first in [concept.name for concept in TAXONOMY.search(query)[:6]]


def test_search_finds_nothing_for_nothing() -> None:
    assert TAXONOMY.search("zzzz") == []
    assert TAXONOMY.search("  ") == []


def test_concepts_are_a_mapping() -> None:
    assert len(TAXONOMY.concepts) == len(list(TAXONOMY.concepts))
    assert TAXONOMY.concepts["dei:DocumentType"] is TAXONOMY.concepts["dei:DocumentType"]
    with pytest.raises(KeyError):
        TAXONOMY.concepts["gaap:NoSuchThing"]


def test_loading_imports_nothing_heavy() -> None:
    code = (
        "import sys; from converter.taxonomy import load_taxonomy; load_taxonomy().concept('gaap:Assets'); "
        "print(sorted({'jinja2', 'jsonschema', 'lxml', 'numpy'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
