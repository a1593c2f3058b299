"""Which rows and facts of a report a person should look at."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from converter.map.corrections.doubts import Doubt, Doubts
from converter.model import USD, Alternative, Entity, Evidence, Fact, Finding, Input, LeftNumber, Period, Place, Report

DAY = Period(None, date(1996, 12, 31))


def fact(ident: str, label: str, sure: float, heading: str = "", concept: str = "gaap:Assets", text: str = "5,000") -> Fact:
    evidence = Evidence(sure, (), (Alternative("gaap:OtherAssets", 0.2),))
    place = Place(0, "cell", text, 3, 40, 45)
    return Fact(ident, concept, DAY, "5000", USD, -3, (), "balance_sheet", (place,), evidence, label=label, heading=heading)


def report(*facts: Fact, unmapped: tuple[LeftNumber, ...] = (), findings: tuple[Finding, ...] = ()) -> Report:
    entity, given = Entity("http://www.sec.gov/CIK", "0000123456"), Input("mills.txt", 9, "ab" * 32, "utf-8")
    return Report("mills", entity, facts, {}, input=given, unmapped=unmapped, findings=findings)


def doubts(*reports: Report, below: float = 0.8) -> list[Doubt]:
    found = Doubts(below)
    for each in reports:
        found.look(each)
    return list(found.all())


def test_a_row_is_told_once_with_all_its_numbers() -> None:
    (doubt,) = doubts(report(fact("a", "Mill stones", 0.9), fact("b", "Mill stones", 0.6, text="4,000"), fact("c", "Cash", 0.9)))
    assert (doubt.entity, doubt.statement, doubt.label, doubt.under, doubt.fact, doubt.filing) == (
        ("0000123456", "balance_sheet", "Mill stones", "", "", "")
    )
    assert (doubt.confidence, doubt.now, doubt.printed) == (0.6, ["gaap:Assets"], ["5,000", "4,000"])
    assert doubt.reasons == ["confidence below 0.8"]
    assert doubt.likely == {"gaap:OtherAssets": 0.2}


def test_headings_only_where_they_are_needed() -> None:
    one, other = fact("a", "Other", 0.5, "Current assets:"), fact("b", "Other", 0.5, "Investments")
    assert [doubt.under for doubt in doubts(report(one, other))] == ["Current assets:", "Investments"]
    assert [doubt.under for doubt in doubts(report(one))] == [""]
    assert [doubt.under for doubt in doubts(report(one, fact("b", "Other", 0.5)))] == ["Current assets:", "(none)"]


def test_numbers_in_labels_go_by_their_id() -> None:
    (doubt,) = doubts(report(fact("a", "Receivables, less allowance of $410", 0.5, text="$410")))
    assert (doubt.fact, doubt.filing, doubt.under) == ("a", "mills.txt", "")
    lost = replace(report(fact("a", "Receivables, less allowance of $410", 0.5, text="$410")), input=None)
    assert doubts(lost) == []


def test_what_findings_name_and_what_is_unmapped() -> None:
    finding = Finding("map.disagreement", "warning", "Assets is 1 here and 2 there", facts=("a",))
    place = Place(0, "cell", "7,000", 9, 40, 45)
    left = [
        LeftNumber(place, "Mill stones", "unknown-period", "nothing tells its period", "balance_sheet"),
        LeftNumber(place, "Brooks", "unknown-period", "nothing tells its period", "balance_sheet"),
        LeftNumber(place, "", "unknown-period", "nothing tells its period", "balance_sheet"),
        LeftNumber(place, "<CASH>", "schedule-tag", "no concept", "schedule"),
    ]
    first, second = doubts(report(fact("a", "Mill stones", 0.95), unmapped=tuple(left), findings=(finding,)))
    assert first.reasons == ["map.disagreement: Assets is 1 here and 2 there", "unmapped: nothing tells its period"]
    assert first.printed == ["5,000", "7,000"]
    assert (second.label, second.confidence, second.printed) == ("Brooks", None, ["7,000"])


def test_rows_of_several_years_are_told_once() -> None:
    first, later = report(fact("a", "Mill stones", 0.5)), report(fact("b", "Mill Stone (note 3)", 0.5))
    assert [doubt.label for doubt in doubts(first, later)] == ["Mill stones"]


@pytest.mark.parametrize(("name", "said"), [("Mills Inc", "Mills Inc"), ("", "MILLS INC")])
def test_a_company_without_a_number_goes_by_its_name(name: str, said: str) -> None:
    named = Fact("n", "dei:EntityRegistrantName", DAY, "MILLS INC", statement="cover")
    made = replace(report(fact("a", "Mill stones", 0.5), named), entity=Entity("own", "ab" * 8, name))
    assert doubts(made)[0].entity == said
    assert doubts(replace(made, facts=made.facts[:1]))[0].entity == (name or "ab" * 8)
