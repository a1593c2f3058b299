"""Which rows of a company's filings are one row, what they agree on, and how a filing keeps it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations
from math import exp

import pytest
from msgspec.structs import replace

from converter.map import MapOptions, map_stated
from converter.map.candidates.options import Option
from converter.map.choice.joint import Chosen
from converter.map.corrections.selection import heading_key
from converter.map.years import Said, agree, said_by
from converter.map.years.habits import STRENGTH, Kept
from converter.map.years.rows import Rows
from converter.map.years.said import RowSaid, packed, unpacked
from converter.model import Correction, Entity, Filing, Habit, Period, Report, Stated, Statement
from converter.taxonomy import load_taxonomy

REVENUES, SALES, GOODS = "Revenues", "SalesRevenueNet", "SalesRevenueGoodsNet"


def row(
    key: str, year: int, *values: str, concept: str = SALES, sure: float = 0.8, heading: str = "", others: tuple[str, ...] = ()
) -> RowSaid:
    """A row whose first value is the year's, the second that of the year before."""
    when = [(date(year - n, 1, 1).toordinal(), date(year - n, 12, 31).toordinal()) for n in range(len(values))]
    beliefs = ((concept, sure), *((name, 0.15) for name in others))
    return RowSaid(("income", key, heading), "monetary", False, beliefs, dict(zip(when, values, strict=True)))


def said(year: int, *rows: RowSaid) -> Said:
    return Said("0000123456", f"{year}.txt", f"{year}" * 16, (0, date(year, 12, 31).toordinal()), year, rows)


def groups(*filings: Said) -> list[list[str]]:
    found = Rows(filings)
    return [[f"{filings[number].year} {found.row((number, index)).name[1]}" for number, index in group] for group in found.groups()]


def test_rows_of_one_name() -> None:
    assert groups(said(1996, row("sale", 1996, "7000", "6000")), said(1997, row("sale", 1997, "8000", "7000"))) == [
        ["1996 sale", "1997 sale"]
    ]
    assert groups(said(1996, row("sale", 1996, "7000")), said(1999, row("sale", 1999, "8000"))) == [["1996 sale", "1999 sale"]]


def test_numbers_speak_against_a_name() -> None:
    assert groups(said(1996, row("sale", 1996, "7000")), said(1997, row("sale", 1997, "8000", "5000"))) == []


def test_numbers_that_differ_by_rounding_do_not() -> None:
    assert len(groups(said(1996, row("sale", 1996, "70001234")), said(1997, row("sale", 1997, "80000000", "70000000")))) == 1


def test_numbers_alone_prove_a_row() -> None:
    first = said(1996, row("sale", 1996, "7123"), row("cost", 1996, "4321"))
    second = said(1997, row("revenue of mill", 1997, "8000", "7123"), row("cost", 1997, "5000", "4321"))
    assert groups(first, second) == [["1996 sale", "1997 revenue of mill"], ["1996 cost", "1997 cost"]]


@pytest.mark.parametrize("value", ["7000", "12"])
def test_numbers_of_few_digits_do_not(value: str) -> None:
    assert groups(said(1996, row("sale", 1996, value)), said(1997, row("revenue", 1997, "8123", value))) == []


def test_numbers_that_stand_twice_do_not() -> None:
    first = said(1996, row("sale", 1996, "7123"), row("total", 1996, "7123"))
    assert groups(first, said(1997, row("revenue", 1997, "8000", "7123"))) == []


def test_a_heading_of_another_wording() -> None:
    first = said(1996, row("other", 1996, "7123", heading="income"))
    assert groups(first, said(1997, row("other", 1997, "8000", "7123", heading="other income"))) == [["1996 other", "1997 other"]]
    assert groups(first, said(1997, row("other", 1997, "8000", heading="cost"))) == []


def test_a_heading_of_another_wording_with_a_filing_between() -> None:
    first = said(1996, row("other", 1996, "7123", heading="income"))
    between = said(1997, row("other", 1997, "8000", heading="other income"))
    last = said(1998, row("other", 1998, "9000", "8000", "7123", heading="other income"))
    assert groups(first, between, last) == [["1996 other", "1997 other", "1998 other"]]
    cost = said(1998, row("other", 1998, "9000", "0", "0", heading="cost"))
    assert len(groups(said(1996, row("other", 1996, "0", heading="income")), between, cost)) == 0


def test_what_a_heading_leaves_out_makes_it_no_other() -> None:
    assert heading_key("Changes in assets and liabilities, net of effects of acquisition of Mill:") == heading_key(
        "Changes in operating assets and liabilities"
    )
    assert heading_key("Net of tax") == heading_key("Net of tax:") != ""
    assert heading_key("Operating activities") != heading_key("Investing activities")


def test_two_rows_of_a_filing_are_never_one() -> None:
    first = said(1996, row("sale", 1996, "7123"))
    second = said(1997, row("sale", 1997, "9123"), row("revenue", 1997, "8000", "7123"))
    assert groups(first, second) == [["1996 sale", "1997 sale"]]


def habits(*filings: Said) -> dict[int, dict[str, str]]:
    return {each.year: {habit.key: habit.concept for habit in mine} for each, mine in agree(filings, load_taxonomy())}


def test_the_joint_belief_decides() -> None:
    sure = said(1996, row("sale", 1996, "7123", concept=GOODS, sure=0.95))
    weak = said(1997, row("sale", 1997, "8000", "7123", concept=SALES, sure=0.5, others=(GOODS,)))
    assert habits(sure, weak) == {1997: {"sale": GOODS}}
    weaker = said(1998, row("sale", 1998, "8000", "8000", concept=SALES, sure=0.6))
    assert habits(sure, weak, weaker, said(1999, row("sale", 1999, "8000", concept=SALES, sure=0.9))) == {1996: {"sale": SALES}}


def test_who_agrees_is_left_alone() -> None:
    assert habits(said(1996, row("sale", 1996, "1")), said(1997, row("sale", 1997, "2"))) == {}


def test_a_filing_keeps_what_else_it_agrees_on() -> None:
    first = said(1996, row("sale", 1996, "7123", concept=GOODS, sure=0.95), row("cost", 1996, "4321", concept="CostOfRevenue"))
    second = said(1997, row("sale", 1997, "8000", concept=SALES, sure=0.5), row("cost", 1997, "5000", concept="CostOfRevenue"))
    assert habits(first, second) == {1997: {"sale": GOODS, "cost": "CostOfRevenue"}}


def test_the_order_plays_no_part() -> None:
    filings = [
        said(1996, row("sale", 1996, "7123", concept=GOODS, sure=0.7)),
        said(1997, row("sale", 1997, "8000", "7123", concept=SALES, sure=0.7)),
        said(1998, row("sale", 1998, "9000", "8000", concept="", sure=0.7)),
    ]
    assert len({str(habits(*order)) for order in permutations(filings)}) == 1


def test_the_elements_of_other_years_are_no_disagreement() -> None:
    modern = "RevenueFromContractWithCustomerExcludingAssessedTax"
    assert habits(said(2009, row("sale", 2009, "7123", concept=SALES)), said(2021, row("sale", 2021, "1", concept=modern))) == {}
    later = said(2021, row("sale", 2021, "8000", concept=modern, sure=0.99))
    assert habits(said(2009, row("sale", 2009, "7123", concept="CostOfRevenue", sure=0.5)), later) == {}


def test_what_is_packed_comes_back() -> None:
    one = said(1996, row("sale", 1996, "7123"))
    assert unpacked(packed(one)) == one


INCOME = "Sales of mills | 9,123 8,456\nCost of sales | 4,000 3,800\nOperating costs | 1,000 900\nIncome before taxes | 4,123 3,756"
Mapped = Callable[..., Report]


@pytest.fixture
def mapped(statement: Callable[..., Statement], filing: Filing, year: Callable[[int], Period]) -> Mapped:
    def call(*habits: Habit, corrections: tuple[Correction, ...] = ()) -> Report:
        stated = Stated((statement("income", INCOME, [year(1996), year(1995)]),))
        return map_stated(stated, filing, load_taxonomy(), MapOptions("sample", corrections=corrections, habits=habits))[0]

    return call


def kept(key: str, concept: str, told: str = "1997.txt") -> Habit:
    return Habit("0000123456", "income", key, "", concept, told, 0.9)


def concepts(report: Report, label: str) -> set[str]:
    return {fact.concept for fact in report.facts if fact.label == label}


def test_what_a_report_says(mapped: Mapped) -> None:
    report = mapped()
    told = said_by(report)
    assert told is not None
    assert (told.entity, told.name, told.year) == ("0000123456", "sample.txt", 1996)
    found = {each.name[1]: each for each in told.rows}
    assert "sale of mill" in found
    assert set(found["cost of sale"].values.values()) == {"4000000", "3800000"}
    assert 0.9 < sum(share for _, share in found["cost of sale"].beliefs) <= 1.0
    assert said_by(replace(report, entity=Entity("own", "ab" * 8))) is None
    assert said_by(replace(report, facts=())) is None
    only = (Correction("mine.csv:2", filing="sample.txt", label="Cost of sales", concept="own"),)
    apart = said_by(mapped(corrections=only), only)
    assert apart is not None
    assert "cost of sale" not in {each.name[1] for each in apart.rows}


def test_a_row_keeps_the_concept_of_other_years(mapped: Mapped) -> None:
    before = mapped()
    assert concepts(before, "Operating costs") != {"gaap:OtherCostAndExpenseOperating"}
    report = mapped(kept("operating cost", "OtherCostAndExpenseOperating"), kept("cost of sale", ""))
    assert concepts(report, "Operating costs") == {"gaap:OtherCostAndExpenseOperating"}
    assert concepts(report, "Cost of sales") == {"x:CostOfSales"}
    assert {fact.evidence.confidence for fact in report.facts if fact.label == "Operating costs" and fact.evidence} == {0.9}
    assert not [finding for finding in report.findings if finding.code.startswith("years.")]
    assert {fact.value for fact in report.facts} == {fact.value for fact in before.facts}


def test_a_row_that_goes_its_own_way_is_believed_as_if_nothing_had_been_said() -> None:
    """The boost of the others' concept had pushed its belief below what a standard concept needs."""
    kept = Kept("CostsAndExpenses", "1997.txt", 0.9)
    alone = {"CostOfRevenue": 0.8, "CostsAndExpenses": 0.2}
    loud = {name: share * (exp(STRENGTH) if name == kept.concept else 1) for name, share in alone.items()}
    swayed = {name: share / sum(loud.values()) for name, share in loud.items()}
    chosen = Chosen(Option("CostOfRevenue", 0.0, 0.5), swayed["CostOfRevenue"], ((kept.concept, swayed[kept.concept]),))
    assert kept.settled(chosen) is None
    free = kept.unswayed(chosen)
    assert free.belief == pytest.approx(0.8)
    assert free.others == ((kept.concept, pytest.approx(0.2)),)


def test_a_person_has_the_last_word(mapped: Mapped) -> None:
    correction = Correction("mine.csv:2", label="Operating costs", concept="own")
    report = mapped(kept("operating cost", "OtherCostAndExpenseOperating"), corrections=(correction,))
    assert concepts(report, "Operating costs") == {"x:OperatingCosts"}
    gone = mapped(kept("operating cost", "CostsAndExpenses"), corrections=(replace(correction, concept="", ignore=True),))
    assert not concepts(gone, "Operating costs")


def test_a_filing_that_speaks_louder_is_a_finding(mapped: Mapped) -> None:
    """Here another row has the concept with more right."""
    (concept,) = concepts(mapped(), "Income before taxes")
    report = mapped(kept("operating cost", concept[5:], "1997.txt, 1998.txt"))
    (finding,) = [finding for finding in report.findings if finding.code == "years.disagreement"]
    assert finding.hint
    assert f"here and {concept} in 1997.txt, 1998.txt" in finding.message
    assert mapped(replace(kept("sale of mill", "CostOfRevenue"), entity="0000000077")).facts == mapped().facts
