"""What corrections do to rows and facts, and what is told where they do not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.map import MapOptions, map_stated
from converter.model import (
    USD,
    Correction,
    CoverItem,
    Fact,
    Filing,
    Number,
    Period,
    Place,
    Report,
    SentenceFigure,
    Stated,
    Statement,
)
from converter.taxonomy import load_taxonomy

INCOME = """
Sales of mills | 900 800
Costs and expenses
  Cost of sales | 400 380
  Other | 100 90
Total costs | 500 470
Income before taxes | 400 330
Other
  Other | 7 8
Net income per share | 1.10 1.05 | eps
"""
BALANCE = """
Cash | 5,012 4,031
Grinding stones | 3,427 2,118
Total assets | 8,439 6,149
"""

Mapped = Callable[..., Report]


@pytest.fixture
def mapped(statement: Callable[..., Statement], filing: Filing, year: Callable[[int], Period], day: Callable[[int], Period]) -> Mapped:
    """``mapped(correction, ..., income=INCOME)``: the report of a filing of an income statement and a balance sheet."""

    def call(*corrections: Correction, income: str = INCOME, balance: str = BALANCE, **more: Any) -> Report:
        statements = [statement("income", income, [year(1996), year(1995)])] if income else []
        if balance:
            statements.append(statement("balance_sheet", balance, [day(1996), day(1995)]))
        stated = Stated(tuple(statements), **more)
        return map_stated(stated, filing, load_taxonomy(), MapOptions("sample", corrections=corrections))[0]

    return call


def say(label: str = "", **values: Any) -> Correction:
    return Correction("mine.csv:7", label=label, **values)


def labelled(report: Report, label: str) -> list[Fact]:
    return [fact for fact in report.facts if fact.label == label]


def concepts(report: Report, label: str) -> set[str]:
    return {fact.concept for fact in labelled(report, label)}


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings if finding.code.startswith("corrections.")]


def reasons(facts: Iterable[Fact]) -> set[str]:
    return {reason.text for fact in facts if fact.evidence for reason in fact.evidence.reasons}


def test_another_concept(mapped: Mapped) -> None:
    before = mapped()
    report = mapped(say("Sales of Mills:", statement="income", concept="gaap:SalesRevenueGoodsGross", note="gross,  by note 3"))
    sales = labelled(report, "Sales of mills")
    assert concepts(report, "Sales of mills") == {"gaap:SalesRevenueGoodsGross"} != concepts(before, "Sales of mills")
    assert {fact.value for fact in sales} == {"900000", "800000"}
    assert all(fact.evidence and fact.evidence.confidence == 1.0 for fact in sales)
    assert "corrected by mine.csv:7: gross, by note 3" in reasons(sales)
    assert not any("means" in reason for reason in reasons(sales))
    assert report.findings == before.findings


def test_a_concept_of_its_own(mapped: Mapped) -> None:
    report = mapped(say("Cash", concept="own"))
    assert concepts(report, "Cash") == {"x:Cash"}
    assert {fact.evidence.confidence for fact in labelled(report, "Cash") if fact.evidence} == {1.0}


def test_another_sign(mapped: Mapped) -> None:
    report = mapped(say("Other", under="Costs and expenses", sign="turned"))
    assert [fact.value for fact in labelled(report, "Other") if fact.heading] == ["-100000", "-90000", "7000", "8000"]
    assert not any("printed sign turned" in reason for reason in reasons(report.facts))
    assert [f.value for f in labelled(mapped(say("Cash", sign="printed")), "Cash")] == ["5012000", "4031000"]


def test_no_fact(mapped: Mapped) -> None:
    report = mapped(say("Grinding stones", ignore=True))
    assert not labelled(report, "Grinding stones")
    ignored = [left for left in report.ignored if left.label == "Grinding stones"]
    assert [left.reason for left in ignored] == ["no fact, says mine.csv:7"] * 2


def test_one_concept_for_two_rows(mapped: Mapped) -> None:
    """Not called a misprint: the corrections are what is to be mended."""
    one, two = say("Cash", concept="gaap:InventoryNet"), replace(say("Grinding stones", concept="gaap:InventoryNet"), where="mine.csv:8")
    report = mapped(one, two)
    assert codes(report) == ["corrections.concept-twice"] * 2
    first = next(finding for finding in report.findings if finding.code == "corrections.concept-twice")
    assert first.message.startswith(
        "mine.csv:7 and mine.csv:8: two rows are InventoryNet at 1996-12-31, which has but one value: 5,012,000 in"
    )
    assert "'Grinding stones'" in first.message
    assert "another concept" in first.hint
    assert len(first.places) == 2
    assert not [finding for finding in report.findings if finding.code == "map.disagreement"]


def test_other_companies_and_filings_are_left_alone(mapped: Mapped) -> None:
    plain = mapped()
    for values in ({"entity": "77"}, {"entity": "Sample Mills Inc"}, {"filing": "other.txt"}):
        assert mapped(say("Cash", concept="own", **values)).facts == plain.facts
    for values in ({"entity": "123456"}, {"entity": "0000123456"}, {"entity": "Sample Mills, Co."}, {"filing": "sample"}):
        assert concepts(mapped(say("Cash", concept="own", **values)), "Cash") == {"x:Cash"}


def test_notes_amounts_and_plurals_do_not_count(mapped: Mapped) -> None:
    report = mapped(
        say("Trade receivable, less allowance of $9 and $8", concept="gaap:ReceivablesNetCurrent"),
        balance="Trade receivables, less allowance of $12 and $11 (note 4) | 50 40\nTotal assets | 50 40",
    )
    assert "gaap:ReceivablesNetCurrent" in {fact.concept for fact in report.facts}
    assert not codes(report)


def test_the_narrower_and_the_later_word_is_the_last(mapped: Mapped) -> None:
    wide, narrow = say("Cash", concept="own"), say("Cash", statement="balance_sheet", concept="gaap:Cash")
    assert concepts(mapped(narrow, wide), "Cash") == {"gaap:Cash"}
    later = replace(wide, concept="gaap:CashAndDueFromBanks")
    assert concepts(mapped(wide, later), "Cash") == {"gaap:CashAndDueFromBanks"}


def test_the_corrected_row_wins_where_another_has_its_concept(mapped: Mapped) -> None:
    report = mapped(say("Grinding stones", concept="gaap:Cash"), say("Cash", concept="gaap:Cash"))
    assert set(codes(report)) == {"corrections.concept-twice"}
    cash = mapped(say("Grinding stones", concept="gaap:CashAndCashEquivalentsAtCarryingValue"))
    assert concepts(cash, "Grinding stones") == {"gaap:CashAndCashEquivalentsAtCarryingValue"}


def test_statements_of_income_and_comprehensive_income_are_one_kind(mapped: Mapped) -> None:
    assert concepts(mapped(say("Sales of mills", statement="comprehensive", concept="own")), "Sales of mills") == {"x:SalesOfMills"}


@pytest.mark.parametrize(
    ("correction", "code", "words"),
    [
        (say("Sale of mill", statement="balance_sheet", sign="turned"), "row-not-found", "no row of the balance sheet"),
        (say("Sales of mill stones", statement="income", sign="turned"), "row-not-found", "nearest is 'Sales of mills'"),
        (say("Cash", under="Liabilities", sign="turned"), "row-not-found", "stands under (none)"),
        (say("Other", concept="own"), "ambiguous", "under 'Costs and expenses', under 'Other'"),
        (say("Cash", concept="gaap:CashOnHandd"), "unknown-concept", "cannot be gaap:CashOnHandd"),
        (say("Cash", concept="dei:EntityPublicFloat"), "unknown-concept", "stands in no statement"),
        (say("Cash", concept="gaap:EarningsPerShareBasic"), "type-mismatch", "an amount per share"),
        (say("Cash", concept="gaap:Revenues"), "period-mismatch", "a balance at a day"),
        (say("Sales of mills", concept="gaap:Assets"), "period-mismatch", "an amount over a time"),
    ],
)
def test_what_does_not_fit_is_told_and_not_done(mapped: Mapped, correction: Correction, code: str, words: str) -> None:
    report = mapped(correction)
    assert codes(report) == [f"corrections.{code}"]
    finding = next(finding for finding in report.findings if finding.code.startswith("corrections."))
    assert finding.message.startswith("mine.csv:7: ")
    assert words in f"{finding.message} {finding.hint}"
    assert finding.hint
    assert report.facts == mapped().facts


def test_a_statement_that_the_filing_does_not_have_is_no_matter(mapped: Mapped) -> None:
    assert not codes(mapped(say("Net cash", statement="cashflow", sign="turned")))


def test_a_concept_chooses_among_rows_of_one_label(mapped: Mapped) -> None:
    income = "Basic\n  Basic | 1.10 1.05 | eps\nShares\n  Basic | 100 90 | shares"
    report = mapped(say("Basic", concept="gaap:EarningsPerShareBasic"), income=income)
    assert {(f.concept, f.heading) for f in labelled(report, "Basic") if f.evidence and f.evidence.confidence == 1} == {
        ("gaap:EarningsPerShareBasic", "Basic")
    }
    assert not codes(report)


def test_the_row_under_no_heading_and_the_one_right_under_it(mapped: Mapped) -> None:
    income = "Fees | 10 9\nCosts\n  Fees | 8 7\n  Sundry\n    Fees | 6 5\nTotal | 24 21"
    said = {under: mapped(say("Fees", under=under, sign="turned"), income=income) for under in ("(none)", "Costs", "sundries")}
    turned = {
        under: [f.value for f in labelled(report, "Fees") if f.evidence and f.evidence.confidence == 1] for under, report in said.items()
    }
    assert turned == {"(none)": ["-10000", "-9000"], "Costs": ["-8000", "-7000"], "sundries": ["-6000", "-5000"]}


def test_two_rows_of_one_label_under_one_heading(mapped: Mapped) -> None:
    income = "Costs\n  Other | 10 9\n  Other | 8 7\nTotal | 18 16"
    assert codes(mapped(say("Other", concept="own"), income=income)) == ["corrections.ambiguous"]
    report = mapped(say("Other", ignore=True), income=income)
    assert not codes(report)
    assert not labelled(report, "Other")


def test_a_sign_that_sums_speak_against(mapped: Mapped) -> None:
    report = mapped(say("Grinding stones", concept="gaap:InventoryNet", sign="turned"))
    assert codes(report) == ["corrections.sign-contradicted"]
    assert {fact.value for fact in labelled(report, "Grinding stones")} == {"-3427000", "-2118000"}
    total = mapped(say("Total assets", sign="turned"), say("Grinding stones", concept="gaap:InventoryNet"))
    assert codes(total) == ["corrections.sign-contradicted"]


def test_one_fact(mapped: Mapped) -> None:
    plain = mapped()
    (fact, _) = labelled(plain, "Total assets")
    report = mapped(Correction("mine.csv:7", filing="sample.txt", fact=fact.id, concept="gaap:OtherAssets", sign="negative"))
    found = {f.concept: f.value for f in report.facts if f.label == "Total assets"}
    assert found == {"gaap:OtherAssets": "-8439000", "gaap:Assets": "6149000"}
    report = mapped(Correction("mine.csv:7", filing="sample.txt", fact=fact.id, ignore=True))
    assert len(report.facts) == len(plain.facts) - 1
    assert [left.code for left in report.ignored] == ["corrected"]
    report = mapped(Correction("mine.csv:7", filing="sample.txt", fact=fact.id, concept="own"))
    assert {"x:TotalAssets", "gaap:Assets"} == {f.concept for f in report.facts if f.label == "Total assets"}


@pytest.mark.parametrize(
    ("fact", "concept", "code"),
    [
        ("f-Assets-1991-12-31", "own", "fact-not-found"),
        ("f-Assets-1996-12-31", "gaap:Revenues", "period-mismatch"),
        ("f-Assets-1996-12-31", "ex27:TOTAL-ASSETS", "unknown-concept"),
    ],
)
def test_one_fact_that_does_not_fit(mapped: Mapped, fact: str, concept: str, code: str) -> None:
    report = mapped(Correction("mine.csv:7", filing="sample", fact=fact, concept=concept))
    assert codes(report) == [f"corrections.{code}"]
    assert report.facts == mapped().facts


@pytest.fixture
def sentence() -> SentenceFigure:
    number = parse_figure("12")
    assert isinstance(number, Number)
    place = Place(0, "sentence", "$12 million", 90, 3, 14)
    return SentenceFigure("backlog", number, 6, USD, Period(None, date(1996, 12, 31)), place, decimals=-6)


def test_what_sentences_say(mapped: Mapped, sentence: SentenceFigure) -> None:
    plain = mapped(sentences=(sentence,))
    (fact,) = labelled(plain, "backlog")
    assert fact.statement == "prose"
    assert not labelled(mapped(say("Backlog", statement="prose", ignore=True), sentences=(sentence,)), "backlog")
    report = mapped(say("Backlog", statement="prose", concept="gaap:RevenueRemainingPerformanceObligation"), sentences=(sentence,))
    assert codes(report) in ([], ["corrections.unknown-concept"])
    by_id = Correction("mine.csv:7", filing="sample", fact=fact.id, sign="negative")
    assert labelled(mapped(by_id, sentences=(sentence,)), "backlog")[0].value == "-12000000"


@pytest.fixture
def cover() -> tuple[CoverItem, ...]:
    place = Place(0, "cover", "x", 2, 0, 1)
    return (
        CoverItem("registrant_name", "SAMPLE MILLS CO", place),
        CoverItem("period_end", "1996-12-31", place),
        CoverItem("shares_outstanding", "1000", place, as_of=date(1997, 2, 1)),
    )


def test_the_cover(mapped: Mapped, cover: tuple[CoverItem, ...]) -> None:
    plain = mapped(cover=cover)
    shares = next(fact for fact in plain.facts if fact.concept == "dei:EntityCommonStockSharesOutstanding")
    name = next(fact for fact in plain.facts if fact.concept == "dei:EntityRegistrantName")

    def fact(ident: str, **values: Any) -> Report:
        return mapped(Correction("mine.csv:7", filing="sample", fact=ident, **values), cover=cover)

    gone = fact(shares.id, ignore=True)
    assert shares.id not in {each.id for each in gone.facts}
    assert [left.code for left in gone.ignored] == ["corrected"]
    turned = next(each for each in fact(shares.id, sign="negative").facts if each.id == shares.id)
    assert (turned.value, turned.evidence and turned.evidence.confidence) == ("-1000", 1.0)
    assert codes(fact(name.id, concept="own")) == ["corrections.unknown-concept"]
    assert codes(fact(name.id, concept="dei:EntityPublicFloat")) == ["corrections.type-mismatch"]
    other = fact(name.id, concept="dei:SecurityExchangeName")
    assert codes(other) in ([], ["corrections.type-mismatch"])


def test_schedules_keep_to_their_own_concepts(mapped: Mapped) -> None:
    assert codes(mapped(Correction("mine.csv:7", filing="sample", fact="f-ex27.TOTAL-ASSETS-1996-12-31", ignore=True))) == [
        "corrections.fact-not-found"
    ]


def test_figures_keep_their_own_period(mapped: Mapped) -> None:
    report = mapped(say("Cash", concept="gaap:Cash"))
    assert {(f.period.end.year, Decimal(f.value or 0)) for f in labelled(report, "Cash")} == {(1996, 5012000), (1995, 4031000)}
